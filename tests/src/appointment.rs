//! Appointments: booked and moved where everybody is free, given up, and what came of them; never two at once, and no case
//! betrayed by a time that is taken.

mod calendar;
mod concurrent;
mod screens;

use crate::house::{Answer, Family, House, Member, VAL_DE_LYS, day_ago, id};
use contract::appointment::AppointmentLine;
use contract::paths;
use contract::support_case::CaseView;
use contract::week::Week;
use domain::appointment::Kind;
use domain::signal;
use domain::words::{AppointmentId, Role};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// An instant some minutes ahead.
pub(crate) fn ahead(minutes: i64) -> Timestamp {
    Timestamp::now() + SignedDuration::from_mins(minutes)
}

/// A wish to book half an hour.
pub(crate) fn wish(family: &Family, starts_at: Timestamp) -> Value {
    json!({ "command": id(), "appointment": id(), "with": [family.mother], "kind": "home", "starts_at": starts_at,
        "minutes": 30, "place": "12 rue des Tilleuls", "purpose": "Relire le courrier du bailleur" })
}

pub(crate) async fn books(by: &Member, family: &Family, wish: &Value) -> Answer {
    by.post(&family.path(paths::APPOINTMENTS), wish).await
}

pub(crate) fn booked(wish: &Value) -> AppointmentId {
    AppointmentId(serde_json::from_value(wish["appointment"].clone()).unwrap())
}

pub(crate) async fn moves(by: &Member, family: &Family, appointment: AppointmentId, to: Timestamp) -> Answer {
    let path = paths::of_appointment(paths::MOVE_APPOINTMENT, family.case, appointment);
    let body = json!({ "command": id(), "starts_at": to, "minutes": 30, "reason": "Malo est malade." });
    by.post(&path, &body).await
}

pub(crate) async fn gives_up(by: &Member, family: &Family, appointment: AppointmentId, party: &str) -> Answer {
    let path = paths::of_appointment(paths::CANCEL_APPOINTMENT, family.case, appointment);
    let body = json!({ "command": id(), "by": party, "reason": "Elle a trouvé un emploi." });
    by.post(&path, &body).await
}

async fn ahead_of(member: &Member, position: u64) -> Vec<AppointmentLine> {
    let week: Week = member.get_at_least(paths::WEEK, position).await.shows();
    week.appointments
}

/// One that began an hour ago, as it was booked a week before.
async fn began(house: &House, member: &Member, family: &Family) -> AppointmentId {
    use domain::appointment::{Agenda, Appointment, Booking, Command, Span};
    let appointment = AppointmentId(id());
    let booking = Booking {
        support_case: family.case,
        held_by: vec![member.worker],
        with: vec![family.mother],
        kind: Kind::Office,
        span: Span {
            starts_at: ahead(-60),
            minutes: 30,
        },
        place: None,
        purpose: None,
    };
    let turn = id().as_u128() % 1_000_000;
    let agenda = Agenda {
        worker: member.worker,
        turn: u64::try_from(turn).unwrap(),
        taken: Vec::new(),
    };
    let book = Command::Book {
        booking,
        agendas: vec![agenda],
    };
    house.ask::<Appointment, _>(appointment.0, member.worker, 7, book).await;
    house.settled().await;
    appointment
}

fn came(appointment: AppointmentId) -> Value {
    json!({ "command": id(), "contact": id(), "kind": "interview", "appointment": appointment })
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_books_moves_and_gives_up_and_finds_it_in_her_week_and_on_the_case() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let wish = wish(&family, ahead(600));
    let kept = books(&julie, &family, &wish).await.kept();
    let again = books(&julie, &family, &wish).await.kept();
    assert!(again.repeated && again.position == kept.position);

    let lines = ahead_of(&julie, kept.position).await;
    let about = lines[0].about.as_ref().unwrap();
    assert_eq!(about.kind, Kind::Home);
    assert_eq!((about.label.0.as_str(), lines.len()), ("Famille Besnard", 1));
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let shown = &view.appointments[0];
    assert_eq!(
        (shown.held_by[0].worker, shown.with.as_slice()),
        (julie.worker, &[family.mother][..])
    );
    assert_eq!(shown.purpose.as_ref().unwrap().0, "Relire le courrier du bailleur");
    assert_eq!(shown.place.as_ref().unwrap().0, "12 rue des Tilleuls");

    let later = ahead(1_200);
    let kept = moves(&julie, &family, booked(&wish), later).await.kept();
    let lines = ahead_of(&julie, kept.position).await;
    assert_eq!(lines[0].starts_at.as_second(), later.as_second());
    let kept = gives_up(&julie, &family, booked(&wish), "person").await.kept();
    assert!(ahead_of(&julie, kept.position).await.is_empty());
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert!(view.appointments.is_empty());
    let told: Vec<_> = view.news.iter().map(|news| news.kind.as_str()).collect();
    for kind in ["appointment.booked", "appointment.moved", "appointment.cancelled"] {
        assert!(told.contains(&kind), "{kind} is not among {told:?}");
    }
    let refused = moves(&julie, &family, booked(&wish), later).await;
    assert_eq!(refused.refusal(), "409 appointment.cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_taken_is_not_booked_twice_until_her_time_is_free_again() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    house.joins(&other, &julie).await;
    let first = wish(&family, ahead(600));
    books(&julie, &family, &first).await.kept();

    // Nour books for Julie, of whose other case she may know nothing: she is taken, and that is all that is said.
    let mut second = wish(&other, ahead(610));
    second["held_by"] = json!([julie.worker, nour.worker]);
    let refused = books(&nour, &other, &second).await;
    assert_eq!(refused.refusal(), "409 appointment.taken (starts_at)");
    insta::assert_snapshot!(refused.problem().title, @"Occupé à cet horaire. Choisissez-en un autre.");
    assert!(!refused.text().contains("Besnard") && !refused.text().contains(&family.case.to_string()));
    // Nobody of a session that is refused is taken by it.
    let mut alone = wish(&other, ahead(610));
    alone["held_by"] = json!([nour.worker]);
    books(&nour, &other, &alone).await.kept();
    gives_up(&nour, &other, booked(&alone), "service").await.kept();

    moves(&julie, &family, booked(&first), ahead(700)).await.kept();
    books(&nour, &other, &second).await.kept();
    let back = moves(&julie, &family, booked(&first), ahead(600)).await;
    assert_eq!(back.refusal(), "409 appointment.taken (starts_at)");
    gives_up(&nour, &other, booked(&second), "service").await.kept();
    moves(&julie, &family, booked(&first), ahead(600)).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_is_booked_by_who_acts_on_the_case_and_held_by_who_is_around_it() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    let mut for_another = wish(&family, ahead(600));
    assert_eq!(
        books(&nour, &family, &for_another).await.refusal(),
        "404 problem.not_found"
    );
    assert_eq!(books(&mehdi, &family, &for_another).await.status, 403);
    for_another["held_by"] = json!([nour.worker]);
    let refused = books(&julie, &family, &for_another).await;
    assert_eq!(refused.refusal(), "409 appointment.not_on_the_case (held_by)");

    let mut past = wish(&family, ahead(-1));
    assert_eq!(
        books(&julie, &family, &past).await.refusal(),
        "409 appointment.in_the_past (starts_at)"
    );
    past["starts_at"] = json!(ahead(600));
    past["minutes"] = json!(0);
    assert_eq!(
        books(&julie, &family, &past).await.refusal(),
        "409 appointment.ends_before_it_begins (minutes)"
    );
    past["minutes"] = json!(30);
    past["with"] = json!([other.mother]);
    assert_eq!(
        books(&julie, &family, &past).await.status,
        400,
        "she is nobody of this case"
    );

    // An appointment of one case is none of another.
    let own = wish(&family, ahead(600));
    books(&julie, &family, &own).await.kept();
    let elsewhere = gives_up(&nour, &other, booked(&own), "service").await;
    assert_eq!(elsewhere.refusal(), "404 problem.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_of_an_appointment_is_the_contact_that_refers_to_it_and_is_said_once() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let contacts = family.path(paths::CONTACTS);
    let still_to_come = wish(&family, ahead(600));
    books(&julie, &family, &still_to_come).await.kept();
    let early = julie.post(&contacts, &came(booked(&still_to_come))).await;
    assert_eq!(early.refusal(), "409 appointment.not_yet");

    let seen = began(&house, &julie, &family).await;
    assert_eq!(
        gives_up(&julie, &family, seen, "person").await.refusal(),
        "409 appointment.has_begun"
    );
    // That she was seen is worth noting even when nothing was written of it.
    let body = came(seen);
    let kept = julie.post(&contacts, &body).await.kept();
    assert!(julie.post(&contacts, &body).await.kept().repeated);
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert_eq!(view.appointments.len(), 1, "of the other one nothing has come yet");
    let twice = julie.post(&contacts, &came(seen)).await;
    assert_eq!(twice.refusal(), "409 appointment.outcome_known");
    assert_eq!(
        gives_up(&julie, &family, seen, "service").await.refusal(),
        "409 appointment.outcome_known"
    );

    let revoked = began(&house, &julie, &family).await;
    gives_up(&julie, &family, revoked, "service").await.kept();
    let after = julie.post(&contacts, &came(revoked)).await;
    assert_eq!(after.refusal(), "409 appointment.cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_handed_the_case_over_says_nothing_of_its_appointments_and_they_are_not_moved_with_her() {
    use domain::support_case::Command;
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let over = began(&house, &julie, &family).await;
    let wish = wish(&family, ahead(600));
    books(&julie, &family, &wish).await.kept();
    let hand_over = Command::HandOver {
        from: None,
        to: nour.worker,
        reason: None,
        met_on: None,
    };
    house.case(&family, julie.worker, 0, hand_over).await;
    house.settled().await;
    let mut missed = came(over);
    missed["missed"] = json!({ "excused": false });
    let refused = julie.post(&family.path(paths::CONTACTS), &missed).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    nour.post(&family.path(paths::CONTACTS), &missed).await.kept();
    let refused = moves(&nour, &family, booked(&wish), ahead(900)).await;
    assert_eq!(refused.refusal(), "409 appointment.holder_left");
    gives_up(&nour, &family, booked(&wish), "service").await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_appointments_missed_without_a_word_are_the_signal_that_they_always_were() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut position = 0;
    for _ in 0..2 {
        let mut absent = came(began(&house, &julie, &family).await);
        absent["missed"] = json!({ "excused": false });
        let kept = julie.post(&family.path(paths::CONTACTS), &absent).await.kept();
        position = kept.position;
    }
    let view: CaseView = julie.get_at_least(&family.home(), position).await.shows();
    let kinds: Vec<_> = view.signals.iter().map(|signal| signal.kind).collect();
    assert!(kinds.contains(&signal::Kind::MissedInARow), "{kinds:?}");
    assert_eq!(view.today, day_ago(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_case_from_which_she_is_kept_away_her_week_tells_that_she_is_taken() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let mut hers = wish(&family, ahead(600));
    hers["held_by"] = json!([nour.worker]);
    books(&julie, &family, &hers).await.kept();
    let body = json!({ "command": id(), "exclusion": id(), "worker": nour.worker, "reason": "Ancien conjoint" });
    let kept = julie.post(&family.path(paths::EXCLUSIONS), &body).await.kept();

    let answer = nour.get_at_least(paths::WEEK, kept.position).await;
    let week: Week = answer.shows();
    assert_eq!((week.appointments.len(), &week.appointments[0].about), (1, &None));
    assert!(!answer.text().contains("Besnard") && !answer.text().contains(&family.case.to_string()));
    // And nobody books her there any more.
    let mut again = wish(&family, ahead(900));
    again["held_by"] = json!([nour.worker]);
    let refused = books(&julie, &family, &again).await;
    assert_eq!(refused.refusal(), "409 appointment.not_on_the_case (held_by)");
}
