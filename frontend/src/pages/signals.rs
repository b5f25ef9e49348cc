//! Signals in words: one sentence each with what it rests on, and the sheet that sets one aside with its reason.

use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        days,
        dialog::{Sheet, open_while},
        field::{Of, lines},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::signal::{EvidenceView, SetSignalAside, SignalView};
use domain::{signal::Kind, words::SupportCaseId};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};

/// The sentence of a signal, on a day.
pub(crate) fn sentence(signal: &SignalView, today: Date) -> String {
    let (Some(first), Some(last)) = (signal.evidence.first(), signal.evidence.last()) else {
        return String::new();
    };
    let several = signal.evidence.len() > 1;
    let key = match (signal.kind, several) {
        (Kind::Silence, _) => "signal-silence",
        (Kind::MissedInARow, _) => "signal-missed_in_a_row",
        (Kind::LetterReturned, _) => "signal-letter_returned",
        (Kind::NumberDead, _) => "signal-number_dead",
        (Kind::TermWithoutRenewal, true) => "signal-term_several",
        (Kind::TermWithoutRenewal, false) if first.days > 0 => "signal-term_passed",
        (Kind::TermWithoutRenewal, false) => "signal-term_without_renewal",
        (Kind::HandoverUnmet, _) => "signal-handover_unmet",
        (Kind::MeasureUnstarted, true) => "signal-measure_several",
        (Kind::MeasureUnstarted, false) => "signal-measure_unstarted",
        (Kind::ActionOverdue, true) => "signal-action_several",
        (Kind::ActionOverdue, false) => "signal-action_overdue",
        (Kind::NoVoice, _) => "signal-no_voice",
        (Kind::Untouched, _) => "signal-untouched",
        (Kind::DeadlineMissed, true) => "signal-deadline_several",
        (Kind::DeadlineMissed, false) => "signal-deadline_missed",
        (Kind::CheckInsUnanswered, _) => "signal-check_ins_unanswered",
    };
    // What comes one after the other is dated by the last; what stands, by the first.
    let dated = match signal.kind {
        Kind::MissedInARow | Kind::LetterReturned | Kind::NumberDead => last,
        Kind::Silence
        | Kind::TermWithoutRenewal
        | Kind::HandoverUnmet
        | Kind::MeasureUnstarted
        | Kind::ActionOverdue
        | Kind::NoVoice
        | Kind::Untouched
        | Kind::DeadlineMissed
        | Kind::CheckInsUnanswered => first,
    };
    say_with(
        key,
        &[
            ("date", days::near(dated.on.0, today).into()),
            ("days", dated.days.into()),
            ("count", signal.evidence.len().into()),
            ("rhythm", signal.rhythm_days.unwrap_or_default().into()),
            ("label", label(signal.kind, first).into()),
        ],
    )
}

/// How it is called, or what it is where its name is reserved.
fn label(kind: Kind, evidence: &EvidenceView) -> String {
    match (&evidence.label, kind) {
        (Some(label), _) => label.0.clone(),
        (None, Kind::TermWithoutRenewal) => say("signal-term_unnamed"),
        (None, Kind::MeasureUnstarted) => say("signal-measure_unnamed"),
        (None, Kind::DeadlineMissed) => say("signal-deadline_unnamed"),
        (
            None,
            Kind::ActionOverdue
            | Kind::Silence
            | Kind::MissedInARow
            | Kind::LetterReturned
            | Kind::NumberDead
            | Kind::HandoverUnmet
            | Kind::NoVoice
            | Kind::Untouched
            | Kind::CheckInsUnanswered,
        ) => say("signal-action_unnamed"),
    }
}

/// A signal that is being set aside.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Of which case.
    pub(crate) case: SupportCaseId,
    /// Which.
    pub(crate) signal: SignalView,
}

/// One line: the sentence, since when, and the way to set it aside where she may write.
pub(crate) fn line(
    desk: Desk,
    case: SupportCaseId,
    signal: &SignalView,
    setting: Option<RwSignal<Option<Setting>>>,
) -> AnyView {
    let today = desk.today();
    let words = sentence(signal, today);
    let since = say_with("signals-since", &[("date", days::near(signal.since.0, today).into())]);
    let aside = setting.map(|setting| {
        let this = Setting {
            case,
            signal: signal.clone(),
        };
        let named = words.clone();
        view! {
            <button type="button" class="button plain" on:click=move |_| setting.set(Some(this.clone()))>
                {say("signal-aside")}
                <span class="unseen">" " {named}</span>
            </button>
        }
    });
    view! {
        <li class="signal">
            <span class="what"><span>{words}</span>" "<span class="mark">{since}</span></span>
            {aside}
        </li>
    }
    .into_any()
}

/// The sheet, open while a signal is being set aside.
#[component]
pub(crate) fn AsideSheet(desk: Desk, setting: RwSignal<Option<Setting>>, saved: Callback<String>) -> impl IntoView {
    let open = open_while(setting, |_| true);
    view! {
        <Sheet title=say("signal-aside-title") open>
            {move || setting.get().map(|this| view! { <AsideForm desk this open saved/> })}
        </Sheet>
    }
}

#[component]
fn AsideForm(desk: Desk, this: Setting, open: RwSignal<bool>, saved: Callback<String>) -> impl IntoView {
    let Setting { case, signal } = this;
    let words = sentence(&signal, desk.today());
    let draft = Draft::open(desk.who().worker.0, &format!("aside.{case}.{:?}", signal.kind));
    let wish = Wish::new();
    let refusal = Signal::derive(move || {
        advice::plain(&draft.get("reason"))
            .is_none()
            .then(|| say("signal-aside-needed"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(reason) = advice::plain(&draft.get("reason")) else {
            return;
        };
        let asked = SetSignalAside {
            command: draft.command.get_untracked(),
            kind: signal.kind,
            evidence: signal.evidence.iter().map(EvidenceView::mark).collect(),
            reason,
        };
        let sending = api::signal::set_aside(case, asked);
        super::support_case::forms::sends(wish, draft, open, saved, "signal-aside-saved", sending);
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p class="strong">{words}</p>
            {lines(Of::new(draft, wish, "reason"), say("signal-aside-reason"), false, say("signal-aside-example"))}
            <p class="mark">{say("signal-aside-again")}</p>
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say("signal-aside-send")}</Send>
        </form>
    }
}
