//! Booking an appointment: how, when, for how long, with whom, where and what for.

use super::{Open, Place, code, kind_words};
use crate::{
    advice, api,
    asked::Wish,
    browser,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Line, Of, any_of, day as day_field, line, lines, one_chip, one_of, text},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{appointment::BookAppointment, support_case::CaseView};
use domain::{
    appointment::Kind,
    words::{AppointmentId, PersonId, SupportCaseId, WorkerId},
};
use jiff::{Timestamp, civil::Time};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;
use uuid::Uuid;

/// How long one may last, in minutes.
const LASTING: [u32; 6] = [15, 30, 45, 60, 90, 120];

/// As long as most last.
const USUAL: u32 = 45;

/// The instant of the day and the hour of a draft.
pub(super) fn starts_at(place: Place, draft: Draft) -> Option<Timestamp> {
    let day = day_of(&draft.get("day"))?;
    let time: Time = draft.get("hour").parse().ok()?;
    browser::instant_of(day.0.to_datetime(time), &place.desk.zone())
}

/// How long it lasts, as chosen or as it was.
pub(super) fn minutes(draft: Draft, otherwise: u32) -> u32 {
    draft.get("length").parse().unwrap_or(otherwise)
}

/// Day, hour and length.
pub(super) fn when_fields(draft: Draft, wish: Wish, otherwise: u32) -> impl IntoView {
    let of = move |name| Of::new(draft, wish, name);
    let hour = Line {
        kind: "time",
        fills: "",
    };
    let lasting = move |minutes: u32| {
        let words = say_with("appointment-lasts", &[("length", minutes.into())]);
        (minutes.to_string(), words)
    };
    let choices = Signal::derive(move || {
        let mut all = vec![(String::new(), lasting(otherwise).1)];
        all.extend(LASTING.into_iter().filter(|each| *each != otherwise).map(lasting));
        all
    });
    view! {
        <div class="row">
            {day_field(of("day"), say("contact-day"))}
            {line(of("hour"), say("contact-hour"), hour, String::new(), String::new(), String::new())}
            {one_of(of("length"), say("appointment-minutes"), choices)}
        </div>
    }
}

/// The sheet: of one case, or of one of those that she follows.
#[component]
pub(super) fn BookSheet(
    place: Place,
    seen: Option<Signal<Arc<CaseView>>>,
    cases: Signal<Vec<(SupportCaseId, String)>>,
) -> impl IntoView {
    let open = open_while(place.open, |each| *each == Open::Book);
    view! {
        <Sheet title=say("appointment-book") open>
            <BookForm place seen cases/>
        </Sheet>
    }
}

#[component]
fn BookForm(
    place: Place,
    seen: Option<Signal<Arc<CaseView>>>,
    cases: Signal<Vec<(SupportCaseId, String)>>,
) -> impl IntoView {
    let me = place.desk.who().worker;
    let known = seen.map(|seen| seen.get_untracked().support_case);
    let about = known.map_or_else(|| "appointment".to_owned(), |case| format!("appointment.{case}"));
    let draft = Draft::open(me.0, &about);
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let kind = move || {
        let chosen = draft.get("kind");
        let all = Kind::ALL.into_iter();
        all.into_iter()
            .find(|kind| code(*kind) == chosen)
            .unwrap_or(Kind::Office)
    };
    let case = move || known.or_else(|| draft.get("case").parse::<Uuid>().ok().map(SupportCaseId));
    let asked = move || {
        let case = case()?;
        let ids = |name: &str| {
            let listed = draft.list(name);
            listed
                .iter()
                .filter_map(|id| id.parse::<Uuid>().ok())
                .collect::<Vec<_>>()
        };
        let body = BookAppointment {
            command: draft.command.get(),
            appointment: AppointmentId(draft.thing.get()),
            held_by: ids("held_by").into_iter().map(WorkerId).collect(),
            with: ids("with").into_iter().map(PersonId).collect(),
            kind: kind(),
            starts_at: starts_at(place, draft)?,
            minutes: minutes(draft, USUAL),
            place: advice::plain(&draft.get("place")),
            purpose: advice::plain(&draft.get("purpose")),
        };
        Some((case, body))
    };
    let incomplete = if known.is_some() {
        "appointment-incomplete"
    } else {
        "week-appointment-incomplete"
    };
    let refusal = Signal::derive(move || asked().is_none().then(|| say(incomplete)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some((case, body)) = asked() else { return };
        wish.send_draft(draft, api::appointment::book(case, body), move |_| {
            draft.close();
            place.done("appointment-booked");
        });
    };
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .map(|kind| (code(*kind), None, kind_words(*kind)))
        .collect();
    let which = known.is_none().then(|| {
        let choices = Signal::derive(move || {
            let mut all = vec![(String::new(), say("quick-choose"))];
            all.extend(cases.get().into_iter().map(|(case, label)| (case.to_string(), label)));
            all
        });
        one_of(of("case"), say("contact-with"), choices)
    });
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {which}
            {one_chip(of("kind"), say("contact-kind"), kinds)}
            {when_fields(draft, wish, USUAL)}
            {seen.map(|seen| people(draft, wish, &seen.get_untracked(), me))}
            {text(of("place"), say("appointment-place"), String::new())}
            {lines(of("purpose"), say("appointment-purpose"), false, String::new())}
            <p class="mark">{say("appointment-privacy")}</p>
            {unfulfilled(wish, draft, &["place", "purpose"])}
            <Send refusal busy=wish.busy>{say("appointment-book")}</Send>
        </form>
    }
}

/// With whom of the family, and who of the service holds it, where there is a choice.
fn people(draft: Draft, wish: Wish, case: &CaseView, me: WorkerId) -> impl IntoView + use<> {
    let of = move |name| Of::new(draft, wish, name);
    let members: Vec<_> = case
        .household
        .iter()
        .map(|member| (member.person.to_string(), None, member.first_name.0.clone()))
        .collect();
    let mut team: Vec<(String, Option<_>, String)> = Vec::new();
    for worker in case.referent.iter().chain(&case.team) {
        let id = worker.worker.to_string();
        if team.iter().all(|(known, ..)| *known != id) {
            team.push((id, None, worker.name.0.clone()));
        }
    }
    let choice = team.len() > 1 || team.iter().all(|(id, ..)| *id != me.to_string());
    view! {
        {(!members.is_empty()).then(|| any_of(of("with"), say("contact-with"), members))}
        {choice.then(|| any_of(of("held_by"), say("appointment-held-by"), team))}
    }
}
