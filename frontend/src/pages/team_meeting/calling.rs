//! Calling a meeting around this case: what kind, when, who presides, and the question. However often the button is
//! pressed, it is one meeting: every command of it is made from the one id that the draft keeps.

use super::kind_key;
use crate::{
    advice, api,
    api::Answer,
    asked::Wish,
    browser,
    desk::Desk,
    drafts::Draft,
    pages::support_case::forms::{day_of, doer_choices, doer_of},
    parts::{
        button::Send,
        field::{Line, Of, day as day_field, line, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    route::Route,
    way::go,
    words::say,
};
use contract::{
    Accepted, Plain,
    support_case::CaseView,
    team_meeting::{AddCase, ScheduleMeeting, Step, TakeStep},
};
use domain::{
    team_meeting::{Capacity, Kind, Participant},
    words::{Doer, PersonId, SupportCaseId, TeamMeetingId, WorkerId},
};
use jiff::{Timestamp, civil::Time};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;
use uuid::Uuid;

/// For how long a case has its turn, in minutes, until the agenda says otherwise.
const MINUTES: u16 = 45;

/// What is called.
struct Call {
    command: Uuid,
    meeting: TeamMeetingId,
    kind: Kind,
    starts_at: Timestamp,
    chair: WorkerId,
    question: Plain<String>,
    invited: Vec<(Participant, Capacity)>,
}

impl Call {
    /// The id of one of its commands: the same for the same draft and the same thing.
    fn command(&self, number: u128) -> Uuid {
        Uuid::from_u128(self.command.as_u128() ^ number)
    }

    async fn send(self, case: SupportCaseId) -> Answer<Accepted> {
        let meeting = self.meeting;
        let day = ScheduleMeeting {
            command: self.command,
            team_meeting: meeting,
            kind: self.kind,
            starts_at: self.starts_at,
            chair: self.chair,
        };
        api::team_meeting::schedule(day).await?;
        let item = AddCase {
            command: self.command(1),
            question: self.question.clone(),
            starts_at: self.starts_at,
            minutes: MINUTES,
        };
        let mut accepted = api::team_meeting::add_case(meeting, case, item).await?;
        for (participant, capacity) in self.invited.iter().copied() {
            let (Participant::Worker(WorkerId(id)) | Participant::Person(PersonId(id))) = participant;
            let invite = TakeStep {
                command: self.command(id.as_u128()),
                step: Step::Invite { participant, capacity },
            };
            accepted = api::team_meeting::take_step(meeting, case, invite).await?;
        }
        Ok(accepted)
    }
}

/// Whoever presides, those around the person, and the adults of the household, each once.
fn invited(case: &CaseView, chair: WorkerId) -> Vec<(Participant, Capacity)> {
    let mut workers = vec![chair];
    for worker in case.referent.iter().chain(&case.team) {
        if !workers.contains(&worker.worker) {
            workers.push(worker.worker);
        }
    }
    let members = workers
        .into_iter()
        .map(|worker| (Participant::Worker(worker), Capacity::Member));
    let adults = case
        .household
        .iter()
        .filter(|member| member.age.is_none_or(|years| years >= 16));
    members
        .chain(adults.map(|member| (Participant::Person(member.person), Capacity::Family)))
        .collect()
}

/// What is asked to call one.
#[component]
pub(super) fn CallForm(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("meeting.{case}"));
    let wish = Wish::new();
    let zone = StoredValue::new(desk.who().zone.clone());
    let starts_at = move || -> Option<Timestamp> {
        let day = day_of(&draft.get("day"))?;
        let time: Time = draft.get("hour").parse().ok()?;
        zone.with_value(|zone| browser::instant_of(day.0.to_datetime(time), zone))
    };
    let kind = move || {
        let chosen = draft.get("kind");
        Kind::ALL.into_iter().find(|kind| kind.code() == chosen)
    };
    let chair = move || match doer_of(&draft.get("chair")) {
        Some(Doer::Worker(worker)) => Some(worker),
        Some(Doer::Person(_) | Doer::Service(_)) | None => None,
    };
    let call = move || {
        let chair = chair()?;
        Some(Call {
            command: draft.command.get(),
            meeting: TeamMeetingId(draft.thing.get()),
            kind: kind()?,
            starts_at: starts_at()?,
            chair,
            question: advice::plain(&draft.get("text"))?,
            invited: seen.with(|seen| invited(seen, chair)),
        })
    };
    let refusal = Signal::derive(move || call().is_none().then(|| say("call-incomplete")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(call) = call() else { return };
        let to = Route::Meeting {
            meeting: call.meeting.0,
            case: Some(case.0),
        };
        wish.send_draft(draft, call.send(case), move |_| {
            draft.close();
            open.set(false);
            desk.toasts.show(say("call-saved"));
            go(to);
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    let kinds = Signal::derive(|| {
        let mut choices = vec![(String::new(), say("choose"))];
        choices.extend(Kind::ALL.map(|kind| (kind.code().to_owned(), say(kind_key(kind)))));
        choices
    });
    let chairs = Signal::derive(move || {
        let choices = seen.with(|seen| doer_choices(seen));
        choices
            .into_iter()
            .filter(|(code, _)| code.is_empty() || code.starts_with("worker:"))
            .collect::<Vec<_>>()
    });
    let hour = Line {
        kind: "time",
        fills: "",
    };
    view! {
            <form class="form call-form" on:submit=submit>
                {draft_notices(draft)}
                {one_of(of("kind"), say("call-kind"), kinds)}
                <div class="row">
                    {day_field(of("day"), say("call-day"))}
                    {line(of("hour"), say("new-hour"), hour, String::new(), String::new(), String::new())}
                </div>
                {one_of(of("chair"), say("call-chair"), chairs)}
                {lines(of("text"), say("call-question"), false, say("call-example"))}
                <p class="mark">{say("call-invites")}</p>
                {unfulfilled(wish, draft, &["kind", "day", "hour", "chair", "text"])}
                <Send refusal busy=wish.busy>{say("call-send")}</Send>
            </form>
    }
}
