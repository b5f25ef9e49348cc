//! Decisions: what, who, by when, which threads they tie, and who saw it otherwise. One is being written, in red.

use super::{
    bringing::heard,
    part::{Part, fetched},
    rest,
    step::in_force,
};
use crate::follow::follow;
use crate::{
    advice, api,
    asked::{Asked, Wish},
    browser,
    desk::{Desk, on_key},
    drafts::Draft,
    pages::support_case::forms::{day_of, doer_choices, doer_of, domain_of},
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Of, day as day_field, lines, one_of, threads},
        states::{draft_notices, unfulfilled},
        weave::{WEAVES, name},
    },
    words::{say, say_with},
};
use contract::{
    support_case::DecisionView,
    team_meeting::{RecordDecision, SharedView},
};
use domain::{
    team_meeting::{Command, Decision, Participant},
    words::{Day, DecisionId, DomainOfLife, SupportCaseId, TeamMeetingId},
};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;

/// The column of decisions.
#[component]
pub(crate) fn Decisions(
    desk: Desk,
    meeting: TeamMeetingId,
    case: SupportCaseId,
    seen: Signal<Arc<SharedView>>,
    day: RwSignal<Option<Day>>,
    drafted: RwSignal<Vec<String>>,
    asked: Asked<SharedView>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("decision.{meeting}.{case}"));
    follow(move || {
        let codes = draft.list("domains");
        drafted.set(if day.get().is_none() { codes } else { Vec::new() });
    });
    let writing = move || day.get().is_none() && !draft.is_empty();
    view! {
        <section class="decisions">
            <div class="decisions-head">
                <h2>{say("decisions")}</h2>
                {move || writing().then(|| view! { <p class="now live">{say("being-written")}</p> })}
            </div>
            <ul aria-live="polite">
                {move || {
                    let view = seen.get();
                    let mine: Vec<_> = view.case.decisions.iter().filter(|each| each.team_meeting == meeting).collect();
                    mine.into_iter().map(|each| line(each, desk.today())).collect_view()
                }}
            </ul>
            {move || {
                let view = seen.get();
                let none = view.case.decisions.iter().all(|each| each.team_meeting != meeting);
                (none && !writing()).then(|| view! { <p class="calm">{say("decisions-none")}</p> })
            }}
            {move || {
                let course = seen.get();
                let course = &course.course;
                view! {
                    {heard("hypotheses", &course.hypotheses, false)}
                    {heard("answers", &course.answers, true)}
                }
            }}
            {move || match day.get() {
                Some(_) => view! { <p class="why">{say("as-known-locked")}</p> }.into_any(),
                None => fetched(Part::Decide(desk, meeting, case, seen, draft, asked)).into_any(),
            }}
        </section>
    }
}

fn line(decision: &DecisionView, today: Date) -> impl IntoView + use<> {
    let domains: Vec<String> = decision.domains.iter().map(|domain| name(domain.code())).collect();
    let before = days::near(decision.due_on.0, today);
    view! {
        <li class="decision">
            <svg class="knot" data-knot=decision.decision.to_string() width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M10 1L19 10L10 19L1 10z"></path>
            </svg>
            <p class="text">{decision.text.0.clone()}</p>
            <p>
                <strong>{decision.doer.name.0.clone()}</strong>
                " · "
                {say("before")}
                " "
                <strong>{before}</strong>
            </p>
            {(!domains.is_empty())
                .then(|| view! { <p class="mark narrow-only">{say_with("decision-ties", &[("domains", domains.join(", ").into())])}</p> })}
            {decision.ground.as_ref().map(rest::ground_line)}
            {decision
                .dissent
                .as_ref()
                .map(|dissent| view! { <p class="mark">{say_with("dissent-kept", &[("words", (&dissent.0).into())])}</p> })}
        </li>
    }
}

/// Those who may do something: the family and the team, then the others around the table.
fn doers(view: &SharedView) -> Vec<(String, String)> {
    let mut choices = doer_choices(&view.case);
    for seat in &view.roster {
        let code = match seat.participant {
            Participant::Person(person) => format!("person:{person}"),
            Participant::Worker(worker) => format!("worker:{worker}"),
        };
        if choices.iter().all(|(present, _)| *present != code) {
            let service = seat.service.iter().map(|service| format!(", {}", service.name));
            choices.push((code, service.fold(seat.name.0.clone(), |name, service| name + &service)));
        }
    }
    choices
}

fn domains_of(draft: Draft) -> Vec<DomainOfLife> {
    draft
        .list("domains")
        .iter()
        .filter_map(|code| domain_of(code))
        .collect()
}

/// Why it would not be taken as it is written.
fn advised(desk: Desk, case: SupportCaseId, seen: Signal<Arc<SharedView>>, draft: Draft) -> Option<String> {
    let Some(text) = advice::text(&draft.get("text"), case) else {
        return Some(say("decision-empty"));
    };
    let Some(doer) = doer_of(&draft.get("doer")) else {
        return Some(say("decision-doer-needed"));
    };
    let Some(due_on) = day_of(&draft.get("due_on")) else {
        return Some(say("decision-date-needed"));
    };
    let command = Command::RecordDecision(Decision {
        decision: DecisionId(draft.thing.get()),
        support_case: case,
        text,
        domains: domains_of(draft),
        doer,
        due_on,
        dissent: advice::text(&draft.get("dissent"), case),
        weight: None,
        votes: rest::votes_of(draft),
        ground: seen.with(|seen| rest::ground_of(draft, seen, case)),
    });
    let asked = domain::Asked {
        in_force: seen.with(|seen| in_force(desk, seen)),
        ..advice::asks(desk, desk.now(), command)
    };
    advice::refusal(&seen.get().rules, &asked)
}

/// What is sent, once enough is written.
fn body_of(draft: Draft, seen: Signal<Arc<SharedView>>) -> Option<RecordDecision> {
    Some(RecordDecision {
        command: draft.command.get_untracked(),
        decision: DecisionId(draft.thing.get_untracked()),
        text: advice::plain(&draft.get("text"))?,
        domains: domains_of(draft),
        doer: doer_of(&draft.get("doer"))?,
        due_on: day_of(&draft.get("due_on"))?,
        dissent: advice::plain(&draft.get("dissent")),
        weight: None,
        votes: rest::votes_of(draft),
        ground: seen.with_untracked(|seen| rest::told(draft, seen)),
    })
}

/// Whether nobody saw it otherwise, or somebody did.
fn agreement(draft: Draft, dissents: RwSignal<bool>) -> impl IntoView {
    view! {
        <Show when=move || !dissents.get()>
            <label class="chip one">
                <input
                    type="checkbox"
                    name="undisputed"
                    prop:checked=move || !draft.get("undisputed").is_empty()
                    on:change=move |event| {
                        let yes = event_target_checked(&event);
                        draft.set("undisputed", if yes { "yes".to_owned() } else { String::new() });
                    }
                />
                <span class="name">{say("decision-nobody")}</span>
            </label>
            <Act
                weight=Weight::Plain
                on_act=Callback::new(move |()| {
                    draft.set("undisputed", String::new());
                    dissents.set(true);
                })
            >
                {say("dissent")}
            </Act>
        </Show>
    }
}

#[component]
pub(super) fn DecisionForm(
    desk: Desk,
    meeting: TeamMeetingId,
    case: SupportCaseId,
    seen: Signal<Arc<SharedView>>,
    draft: Draft,
    asked: Asked<SharedView>,
) -> impl IntoView {
    let wish = Wish::new();
    let dissents = RwSignal::new(false);
    // A draft that is taken up may hold another view already.
    follow(move || {
        if !draft.get("dissent").is_empty() {
            dissents.set(true);
        }
    });
    on_key(desk, "d", || browser::focus(".decision-form textarea"));
    let refusal = Signal::derive(move || advised(desk, case, seen, draft));
    let stands = Memo::new(move |_| seen.with(|seen| rest::stands(seen)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(body), None) = (body_of(draft, seen), refusal.get_untracked()) else {
            return;
        };
        wish.send_draft(
            draft,
            api::team_meeting::record_decision(meeting, case, body),
            move |_| {
                draft.close();
                dissents.set(false);
                desk.toasts.show(say("decision-saved"));
                asked.again();
            },
        );
    };
    let of = move |name| Of::new(draft, wish, name);
    let codes: Vec<&'static str> = {
        let seen = seen.get_untracked();
        let spoken: Vec<&str> = seen.case.threads.iter().map(|thread| thread.domain.code()).collect();
        let known = |code: &str| spoken.is_empty() || spoken.contains(&code);
        WEAVES
            .iter()
            .map(|weave| weave.code)
            .filter(|code| known(code))
            .collect()
    };
    let codes = StoredValue::new(codes);
    move || {
        if let Some(key) = stands.get() {
            return view! { <p class="why">{say(key)}</p> }.into_any();
        }
        view! {
            <form class="decision-form form" on:submit=submit>
                <svg class="knot hollow" data-knot="draft" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 2L22 12L12 22L2 12z"></path>
                </svg>
                {draft_notices(draft)}
                {lines(of("text"), say("decision-text"), false, say("decision-example"))}
                <div class="row">
                    {one_of(of("doer"), say("doer"), Signal::derive(move || doers(&seen.get())))}
                    {day_field(of("due_on"), say("due-label"))}
                </div>
                {lines(of("reasons"), say("decision-reason"), false, say("decision-reason-example"))}
                {rest::fields(draft, wish, seen)}
                {codes.with_value(|codes| threads(of("domains"), say("decision-domains"), codes))}
                {move || dissents.get().then(|| lines(of("dissent"), say("dissent-label"), false, String::new()))}
                {unfulfilled(wish, draft, &["text", "doer", "due_on", "dissent", "reasons", "votes", "power", "by", "legal_basis"])}
                <div class="acts">
                    <Send refusal busy=wish.busy>{say("decision-record")}</Send>
                    {agreement(draft, dissents)}
                </div>
            </form>
        }
        .into_any()
    }
}
