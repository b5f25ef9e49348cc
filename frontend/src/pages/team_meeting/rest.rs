//! On what a decision rests: with what power, on what text, why, and how those who have a voice voted.

use crate::{
    advice,
    asked::Wish,
    drafts::Draft,
    parts::field::{Line, Of, line, one_of},
    words::{say, say_with},
};
use contract::{
    support_case::GroundView,
    team_meeting::{GroundOf, SharedView},
};
use domain::{
    team_meeting::{Ground, Power, Stage, Votes},
    words::{SupportCaseId, WorkerId},
};
use leptos::prelude::*;
use std::sync::Arc;

const VOTES: [(&str, &str); 3] = [
    ("votes_in_favour", "votes-in_favour"),
    ("votes_against", "votes-against"),
    ("votes_abstained", "votes-abstained"),
];

/// Why nothing is decided here now; none while the session is open.
pub(super) fn stands(seen: &SharedView) -> Option<&'static str> {
    match seen.course.stage {
        Stage::Scheduled | Stage::Convened | Stage::Preparing => Some("team_meeting-not_in_session"),
        Stage::InSession | Stage::Decided if seen.course.put_off.is_some() => Some("team_meeting-case_was_put_off"),
        Stage::InSession | Stage::Decided => None,
        Stage::SessionEnded | Stage::MinutesDrafted => Some("team_meeting-session_over"),
        Stage::MinutesValidated | Stage::Distributed => Some("team_meeting-minutes_already_validated"),
        Stage::Closed => Some("team_meeting-closed"),
        Stage::Cancelled => Some("team_meeting-given_up"),
    }
}

/// The power that is chosen: the first of this kind of meeting until another is.
fn power_of(draft: Draft, seen: &SharedView) -> Option<Power> {
    let powers = &seen.in_force.as_ref()?.powers;
    let chosen = draft.get("power");
    let found = powers.iter().find(|power| power.code() == chosen);
    found.or_else(|| powers.first()).copied()
}

fn basis_of(draft: Draft, seen: &SharedView) -> Option<String> {
    let bases = &seen.in_force.as_ref()?.legal_bases;
    let chosen = draft.get("legal_basis");
    let found = bases.iter().find(|basis| basis.code == chosen);
    found.or_else(|| bases.first()).map(|basis| basis.code.clone())
}

fn holder(draft: Draft, power: Power) -> Option<WorkerId> {
    let chosen = draft.get("by");
    let named = chosen.strip_prefix("worker:").and_then(|id| id.parse().ok());
    named.filter(|_| power == Power::Delegation).map(WorkerId)
}

/// What it rests on, as it travels.
pub(super) fn told(draft: Draft, seen: &SharedView) -> Option<GroundOf> {
    let power = power_of(draft, seen)?;
    Some(GroundOf {
        power,
        by: holder(draft, power),
        legal_basis: basis_of(draft, seen)?,
        reasons: advice::plain(&draft.get("reasons")).into_iter().collect(),
        undisputed: !draft.get("undisputed").is_empty(),
    })
}

/// The same, as the rules read it.
pub(super) fn ground_of(draft: Draft, seen: &SharedView, case: SupportCaseId) -> Option<Ground> {
    let told = told(draft, seen)?;
    Some(Ground {
        power: told.power,
        by: told.by,
        legal_basis: told.legal_basis,
        reasons: told
            .reasons
            .iter()
            .filter_map(|words| advice::text(&words.0, case))
            .collect(),
        undisputed: told.undisputed,
    })
}

/// The votes, once one of them is counted.
pub(super) fn votes_of(draft: Draft) -> Option<Votes> {
    let [in_favour, against, abstained] = VOTES.map(|(field, _)| draft.get(field).trim().parse::<u16>().ok());
    [in_favour, against, abstained]
        .iter()
        .any(Option::is_some)
        .then(|| Votes {
            in_favour: in_favour.unwrap_or(0),
            against: against.unwrap_or(0),
            abstained: abstained.unwrap_or(0),
        })
}

/// Who decides, on what text, and what a vote needs.
pub(super) fn fields(draft: Draft, wish: Wish, seen: Signal<Arc<SharedView>>) -> AnyView {
    let of = move |name| Of::new(draft, wish, name);
    let powers = Signal::derive(move || {
        seen.with(|seen| {
            let rules = seen.in_force.iter().flat_map(|rules| &rules.powers);
            rules
                .map(|power| (power.code().to_owned(), say(&format!("power-{}", power.code()))))
                .collect::<Vec<_>>()
        })
    });
    let bases = Signal::derive(move || {
        seen.with(|seen| {
            let rules = seen.in_force.iter().flat_map(|rules| &rules.legal_bases);
            rules
                .map(|basis| (basis.code.clone(), basis.label.clone()))
                .collect::<Vec<_>>()
        })
    });
    let power = Memo::new(move |_| seen.with(|seen| power_of(draft, seen)));
    let holders = Signal::derive(move || {
        seen.with(|seen| {
            super::conduct::seated(seen, |seat| {
                matches!(seat.participant, domain::team_meeting::Participant::Worker(_))
            })
        })
    });
    let count = Line {
        kind: "number",
        fills: "",
    };
    view! {
        <div class="row">
            {one_of(of("power"), say("decision-power"), powers)} {one_of(of("legal_basis"), say("decision-basis"), bases)}
        </div>
        {move || match power.get() {
            Some(Power::Delegation) => one_of(of("by"), say("decision-holder"), holders),
            Some(Power::PanelVote) => {
                let votes = VOTES
                    .map(|(field, label)| line(of(field), say(label), count, String::new(), String::new(), String::new()));
                view! { <div class="row">{votes.into_iter().collect_view()}</div> }.into_any()
            }
            Some(Power::Advice | Power::Executive | Power::Agreement | Power::Family) | None => ().into_any(),
        }}
    }
    .into_any()
}

/// On what a decision rests, in a line below it.
pub(super) fn ground_line(ground: &GroundView) -> impl IntoView + use<> {
    let power = match &ground.by {
        Some(by) => format!("{} ({})", say(&format!("power-{}", ground.power.code())), by.0),
        None => say(&format!("power-{}", ground.power.code())),
    };
    let rests = say_with(
        "decision-ground",
        &[("power", power.into()), ("basis", (&ground.legal_basis).into())],
    );
    let reasons: Vec<String> = ground.reasons.iter().map(|reason| reason.0.clone()).collect();
    let why = say_with("decision-why", &[("reason", reasons.join(" ; ").into())]);
    view! {
        <details class="fold why-decided" name="why-decided">
            <summary class="mark">{why}</summary>
            <p class="mark">{rests}</p>
            {ground.undisputed.then(|| view! { <p class="mark">{say("decision-undisputed")}</p> })}
        </details>
    }
}
