//! Decisions: what, who, by when, which threads they tie, and who saw it otherwise. One is being written, in red.

use crate::{
    advice, api,
    asked::{Asked, Wish},
    browser,
    desk::{Desk, on_key},
    drafts::Draft,
    pages::support_case::forms::{day_of, doer_choices, doer_of, domain_of, is_person},
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Line, Lines, OneOf, Threads},
        states::unfulfilled,
        weave::{WEAVES, name},
    },
    words::{say, say_with},
};
use contract::{
    support_case::DecisionView,
    team_meeting::{RecordDecision, SharedView},
};
use domain::{
    team_meeting::{Command, Decision},
    words::{Day, DecisionId, DomainOfLife, SupportCaseId, TeamMeetingId},
};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};
use serde::{Deserialize, Serialize};
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
    let draft = Draft::<DecisionWords>::open(desk.who().worker.0, &format!("decision.{meeting}.{case}"));
    Effect::new(move |_| {
        let codes = draft.words.with(|words| words.domains.clone());
        drafted.set(if day.get().is_none() { codes } else { Vec::new() });
    });
    let writing = move || day.get().is_none() && draft.words.with(|words| *words != DecisionWords::default());
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
            {move || match day.get() {
                Some(_) => view! { <p class="why">{say("as-known-locked")}</p> }.into_any(),
                None => view! { <DecisionForm desk meeting case seen draft asked/> }.into_any(),
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
                <strong class:voice=is_person(&decision.doer.doer)>{decision.doer.name.0.clone()}</strong>
                " · "
                {say("before")}
                " "
                <strong>{before}</strong>
            </p>
            {(!domains.is_empty())
                .then(|| view! { <p class="unseen">{say_with("decision-ties", &[("domains", domains.join(", ").into())])}</p> })}
            {decision
                .dissent
                .as_ref()
                .map(|dissent| view! { <p class="mark">{say_with("dissent-kept", &[("words", (&dissent.0).into())])}</p> })}
        </li>
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct DecisionWords {
    text: String,
    doer: String,
    due_on: String,
    domains: Vec<String>,
    dissent: String,
}

impl DecisionWords {
    fn domains(&self) -> Vec<DomainOfLife> {
        self.domains.iter().filter_map(|code| domain_of(code)).collect()
    }
}

#[component]
fn DecisionForm(
    desk: Desk,
    meeting: TeamMeetingId,
    case: SupportCaseId,
    seen: Signal<Arc<SharedView>>,
    draft: Draft<DecisionWords>,
    asked: Asked<SharedView>,
) -> impl IntoView {
    let words = draft.words;
    let wish = Wish::new();
    let dissents = RwSignal::new(words.with_untracked(|words| !words.dissent.is_empty()));
    on_key(desk, "d", || browser::focus(".decision-form textarea"));
    let refusal = Signal::derive(move || {
        let typed = words.get();
        let Some(text) = advice::text(&typed.text, case) else {
            return Some(say("decision-empty"));
        };
        let Some(doer) = doer_of(&typed.doer) else {
            return Some(say("decision-doer-needed"));
        };
        let Some(due_on) = day_of(&typed.due_on) else {
            return Some(say("decision-date-needed"));
        };
        let command = Command::RecordDecision(Decision {
            decision: DecisionId(draft.thing.get()),
            support_case: case,
            text,
            domains: typed.domains(),
            doer,
            due_on,
            dissent: advice::text(&typed.dissent, case),
        });
        advice::refusal(&seen.get().rules, &advice::asks(desk, desk.now(), command))
    });
    let closed = Memo::new(move |_| matches!(seen.get().rules, domain::team_meeting::TeamMeeting::Closed));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = words.get_untracked();
        let (Some(text), Some(doer), Some(due_on), None) = (
            advice::plain(&typed.text),
            doer_of(&typed.doer),
            day_of(&typed.due_on),
            refusal.get_untracked(),
        ) else {
            return;
        };
        let body = RecordDecision {
            command: draft.command.get_untracked(),
            decision: DecisionId(draft.thing.get_untracked()),
            text,
            domains: typed.domains(),
            doer,
            due_on,
            dissent: advice::plain(&typed.dissent),
        };
        wish.send(api::team_meeting::record_decision(meeting, case, body), move |_| {
            draft.close();
            dissents.set(false);
            desk.toasts.show(say("decision-saved"));
            asked.again();
        });
    };
    let fault = move |field: &'static str| {
        Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field(field)))
    };
    let codes: Vec<String> = {
        let spoken: Vec<&str> = seen
            .get_untracked()
            .case
            .threads
            .iter()
            .map(|thread| thread.domain.code())
            .collect();
        let known = |code: &str| spoken.is_empty() || spoken.contains(&code);
        WEAVES
            .iter()
            .filter(|weave| known(weave.code))
            .map(|weave| weave.code.to_owned())
            .collect()
    };
    let codes = StoredValue::new(codes);
    move || {
        if closed.get() {
            return view! { <p class="why">{say("team_meeting-closed")}</p> }.into_any();
        }
        view! {
            <form class="decision-form form" on:submit=submit>
                <svg class="knot hollow" data-knot="draft" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 2L22 12L12 22L2 12z"></path>
                </svg>
                <Lines
                    label=say("decision-text")
                    name="text"
                    value=Signal::derive(move || words.get().text)
                    fault=fault("text")
                    example=say("decision-example")
                    on_input=Callback::new(move |text| draft.change(|words| words.text = text))
                />
                <div class="row">
                    <OneOf
                        label=say("doer")
                        name="doer"
                        of=Signal::derive(move || doer_choices(&seen.get().case))
                        value=Signal::derive(move || words.get().doer)
                        fault=fault("doer")
                        on_input=Callback::new(move |doer| draft.change(|words| words.doer = doer))
                    />
                    <Line
                        label=say("due-label")
                        name="due_on"
                        kind="date"
                        value=Signal::derive(move || words.get().due_on)
                        fault=fault("due_on")
                        on_input=Callback::new(move |text| draft.change(|words| words.due_on = text))
                    />
                </div>
                <Threads
                    label=say("decision-domains")
                    of=codes.get_value()
                    value=Signal::derive(move || words.get().domains)
                    on_input=Callback::new(move |domains| draft.change(|words| words.domains = domains))
                />
                <Show when=move || dissents.get()>
                    <Lines
                        label=say("dissent-label")
                        name="dissent"
                        value=Signal::derive(move || words.get().dissent)
                        on_input=Callback::new(move |text| draft.change(|words| words.dissent = text))
                    />
                </Show>
                {unfulfilled(wish, &["text", "doer", "due_on"])}
                <div class="acts">
                    <Send refusal busy=wish.busy>{say("decision-record")}</Send>
                    <Show when=move || !dissents.get()>
                        <Act weight=Weight::Plain on_act=Callback::new(move |()| dissents.set(true))>{say("dissent")}</Act>
                    </Show>
                </div>
            </form>
        }
        .into_any()
    }
}
