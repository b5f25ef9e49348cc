//! Reminders of appointments: by letter and by text message, to each person's safe channel, at her hours, with a word that
//! stops them; sent once, or known not to have been, or shown as uncertain.

mod guarded;
mod killed;
mod post;
mod reach;
mod screens;

use crate::appointment::{ahead, moves};
use crate::house::{DEADLINE, Family, House, Member, id};
use backend::config::{Config, SmsGateway, Smtp, SmtpSecurity};
use contract::paths;
use contract::reminder::{ReminderState, Unreminded};
use contract::support_case::CaseView;
use domain::appointment::{Agenda, Appointment, Booking, Command, Event, Kind, Span};
use domain::person::{self, Person};
use domain::reminder::{Hours, Medium, Outcome, Privacy, Reach};
use domain::words::{AppointmentId, PersonId, WorkerId};
use post::{Manner, gateway, letters};
use sealed::{Compartment, Private};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const NUMBER: &str = "+33612345678";
const ADDRESS: &str = "claire@exemple.fr";
const SECRET: &str = "le-secret-de-la-passerelle";

/// Letters go to this port.
fn by_letter(config: &mut Config, port: u16) {
    config.smtp = Some(Smtp {
        host: "127.0.0.1".to_owned(),
        port: Some(port),
        security: SmtpSecurity::None,
        from: "rappels@val.example".to_owned(),
        username: None,
        password_file: None,
        authority_file: None,
    });
    config.reminder_seconds = 2;
}

/// Text messages go to this port.
fn by_text(config: &mut Config, port: u16) {
    let folder = config.data.clone();
    config.sms = Some(by_gateway(&folder, port));
    config.reminder_seconds = 2;
}

fn by_gateway(folder: &Path, port: u16) -> SmsGateway {
    let file = |name: &str, secret: &str| {
        let file = folder.join(name);
        fs::write(&file, secret).unwrap();
        file
    };
    SmsGateway {
        url: format!("http://127.0.0.1:{port}/messages"),
        token_file: file("token", "le jeton\n"),
        receipts_secret_file: file("secret", SECRET),
        from: Some("Val".to_owned()),
    }
}

fn reach(person: PersonId, medium: Medium, privacy: Privacy) -> Reach {
    let value = match medium {
        Medium::Sms => NUMBER,
        Medium::Email => ADDRESS,
    };
    Reach {
        medium,
        value: Private::person(person.0, Compartment::Identity, value.to_owned()),
        privacy,
        shared_with: Vec::new(),
        // The journeys are played at any hour.
        hours: Some(Hours { from: 0, until: 24 }),
    }
}

/// It was agreed with her some days ago.
async fn agreed(house: &House, person: PersonId, by: WorkerId, reach: Reach) {
    let agree = person::Command::AgreeReach {
        reach,
        asked_again: false,
    };
    house.ask::<Person, _>(person.0, by, 9, agree).await;
}

/// An appointment that was made yesterday, too late to be told two days before, and begins in so many minutes.
async fn made(house: &House, member: &Member, family: &Family, with: Vec<PersonId>, minutes: i64) -> AppointmentId {
    let appointment = AppointmentId(id());
    let booking = Booking {
        support_case: family.case,
        held_by: vec![member.worker],
        with,
        kind: Kind::Office,
        span: Span {
            starts_at: ahead(minutes),
            minutes: 30,
        },
        place: None,
        purpose: None,
    };
    let agenda = Agenda {
        worker: member.worker,
        turn: u64::try_from(id().as_u128() % 1_000_000_000).unwrap(),
        taken: Vec::new(),
    };
    let book = Command::Book {
        booking,
        agendas: vec![agenda],
    };
    house.ask::<Appointment, _>(appointment.0, member.worker, 1, book).await;
    appointment
}

/// What was done about reminders of an appointment, once the last of it is this.
async fn came(house: &House, appointment: AppointmentId, last: Outcome) -> Vec<Event> {
    told(house, appointment, |outcome| outcome == last).await
}

/// The same, once it is known what came of it, or that nobody knows.
async fn settled(house: &House, appointment: AppointmentId) -> Vec<Event> {
    told(house, appointment, |_| true).await
}

async fn told(house: &House, appointment: AppointmentId, is_last: impl Fn(Outcome) -> bool) -> Vec<Event> {
    let mut newest = house.log().subscribe();
    let found = tokio::time::timeout(DEADLINE, async {
        loop {
            newest.borrow_and_update();
            let facts = house.log().facts::<Event>(appointment.0).await.unwrap();
            let events: Vec<Event> = facts.into_iter().map(|fact| fact.event).collect();
            if matches!(events.last(), Some(Event::ReminderSettled { outcome, .. }) if is_last(*outcome)) {
                return events;
            }
            newest.changed().await.unwrap();
        }
    })
    .await;
    house.settled().await;
    found.expect("what came of it was not told in time")
}

/// How the reminders of the first appointment stand.
async fn stand(member: &Member, family: &Family) -> Vec<ReminderState> {
    let seen: CaseView = member.get(&family.home()).await.shows();
    seen.appointments[0].reminders.iter().map(|each| each.state).collect()
}

async fn unreminded(member: &Member, family: &Family) -> Vec<Unreminded> {
    let seen: CaseView = member.get(&family.home()).await.shows();
    seen.appointments[0].unreminded.iter().map(|each| each.why).collect()
}

/// A receipt or an answer, with what admits its gateway.
async fn tells(house: &House, secret: &str, body: &Value) -> u16 {
    let request = reqwest::Client::new().post(house.url(paths::SMS_RECEIPTS));
    let answer = request.bearer_auth(secret).json(body).send().await.unwrap();
    answer.status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn claire_gets_one_letter_that_says_who_and_when_and_not_what_for() {
    let mut post = letters(Manner::Takes).await;
    let house = House::open_with(|config| by_letter(config, post.port)).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Email, Privacy::Own),
    )
    .await;
    let appointment = made(&house, &julie, &family, vec![family.mother, family.child], 150).await;

    let letter = post.next().await;
    assert_eq!(letter.to, ADDRESS);
    let says = letter.says();
    assert!(says.starts_with("Rappel : rendez-vous avec Julie Martin, "), "{says}");
    assert!(
        says.contains(", au bureau.") && says.contains("Pour ne plus recevoir ces rappels"),
        "{says}"
    );
    assert!(
        letter.written.contains("Subject: Rappel de rendez-vous"),
        "{}",
        letter.written
    );
    assert!(
        !says.contains("Besnard") && !letter.written.contains("Claire"),
        "{}",
        letter.written
    );
    let events = came(&house, appointment, Outcome::Sent).await;
    let Event::ReminderClaimed { reminder } = &events[1] else {
        panic!("{events:?}");
    };
    assert!(
        letter
            .written
            .contains(&format!("Message-ID: <{}@val.example>", reminder.reminder))
    );

    assert_eq!(stand(&julie, &family).await, [ReminderState::Sent]);
    assert_eq!(
        unreminded(&julie, &family).await,
        [Unreminded::NotAgreed],
        "nobody agreed anything with Malo"
    );
    assert_eq!((events.len(), post.more()), (3, 0), "it is sent once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_message_is_sent_delivered_and_stopped_by_her_answer() {
    let mut post = gateway(Manner::Takes);
    let house = House::open_with(|config| by_text(config, post.port)).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Sms, Privacy::Own),
    )
    .await;
    let appointment = made(&house, &julie, &family, vec![family.mother], 150).await;

    let posted = post.next().await;
    assert_eq!(posted.authorization, "Bearer le jeton");
    assert_eq!(
        (posted.body["to"].as_str(), posted.body["from"].as_str()),
        (Some(NUMBER), Some("Val"))
    );
    let text = posted.body["text"].as_str().unwrap();
    assert!(
        text.contains("rendez-vous avec Julie Martin") && text.ends_with("répondez STOP."),
        "{text}"
    );
    assert_eq!(posted.body["id"], posted.key.as_str());
    came(&house, appointment, Outcome::Sent).await;

    // Who is not the gateway tells nothing, and what was never sent has no receipt.
    let delivered = json!({ "kind": "delivered", "message": posted.key });
    assert_eq!(tells(&house, "un autre secret", &delivered).await, 401);
    assert_eq!(
        tells(&house, SECRET, &json!({ "kind": "delivered", "message": id() })).await,
        404
    );
    for _ in 0..2 {
        assert_eq!(tells(&house, SECRET, &delivered).await, 204);
    }
    let events = came(&house, appointment, Outcome::Delivered).await;
    assert_eq!(events.len(), 4, "told twice, it is heard once: {events:?}");
    assert_eq!(stand(&julie, &family).await, [ReminderState::Delivered]);

    let answer = |text: &str| json!({ "kind": "answer", "from": "06 12 34 56 78", "text": text });
    assert_eq!(tells(&house, SECRET, &answer("Merci !")).await, 204);
    assert_eq!(tells(&house, SECRET, &answer("Stop.")).await, 204);
    house.settled().await;
    let next = made(&house, &julie, &family, vec![family.mother], 160).await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let over = seen.reach[0].over.unwrap();
    assert!(over.stopped);
    let of_next = seen.appointments.iter().find(|each| each.appointment == next).unwrap();
    assert_eq!(of_next.unreminded[0].why, Unreminded::Stopped);

    // Who writes it down again asks her first.
    let path = paths::of_person(paths::REACH, family.case, family.mother);
    let mut again = json!({ "command": id(), "medium": "sms", "value": "06 12 34 56 78", "privacy": "own" });
    assert_eq!(
        julie.post(&path, &again).await.refusal(),
        "409 person.stopped (asked_again)"
    );
    again["command"] = json!(id());
    again["asked_again"] = json!(true);
    julie.post(&path, &again).await.kept();
    assert_eq!(post.more(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_that_two_share_a_reminder_betrays_nobody_and_on_an_unsafe_one_there_is_none() {
    let mut post = gateway(Manner::Takes);
    let house = House::open_with(|config| by_text(config, post.port)).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Sms, Privacy::Shared),
    )
    .await;
    agreed(
        &house,
        other.mother,
        julie.worker,
        reach(other.mother, Medium::Sms, Privacy::Unsafe),
    )
    .await;
    made(&house, &julie, &other, vec![other.mother], 140).await;
    let appointment = made(&house, &julie, &family, vec![family.mother], 150).await;

    let posted = post.next().await;
    let text = posted.body["text"].as_str().unwrap();
    assert!(
        text.starts_with("Rappel : rendez-vous ") && text.ends_with("répondez STOP."),
        "{text}"
    );
    for betrays in ["avec", "Julie", "bureau", "Claire", "Besnard"] {
        assert!(!text.contains(betrays), "{betrays} stands in {text}");
    }
    came(&house, appointment, Outcome::Sent).await;
    assert_eq!(unreminded(&julie, &other).await, [Unreminded::Unsafe]);
    assert_eq!(post.more(), 0);

    // The word that stops them comes from a phone: whoever it was agreed with gets nothing there any more.
    let stop = json!({ "kind": "answer", "from": NUMBER, "text": "STOP" });
    assert_eq!(tells(&house, SECRET, &stop).await, 204);
    house.settled().await;
    for one in [&family, &other] {
        let seen: CaseView = julie.get(&one.home()).await.shows();
        assert!(seen.reach[0].over.unwrap().stopped);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_that_was_moved_or_given_up_is_not_reminded_at_its_old_time() {
    let mut post = letters(Manner::NotNow).await;
    let house = House::open_with(|config| by_letter(config, post.port)).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Email, Privacy::Own),
    )
    .await;
    let moved = made(&house, &julie, &family, vec![family.mother], 150).await;
    // It was tried, and is known not to have been sent: it is tried again later.
    came(&house, moved, Outcome::Unsent).await;
    assert_eq!(stand(&julie, &family).await, [ReminderState::Planned]);

    house.settled().await;
    moves(&julie, &family, moved, ahead(60 * 24 * 5)).await.kept();
    house.settled().await;
    post.goes_on_as(Manner::Takes);
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let states: Vec<_> = seen.appointments[0]
        .reminders
        .iter()
        .map(|each| (each.state, each.of_old_hour))
        .collect();
    assert_eq!(
        states,
        [(ReminderState::Planned, false); 2],
        "two days before its new hour, and the same day"
    );

    // What is due is sent meanwhile, and nothing of the old hour.
    let other = made(&house, &julie, &family, vec![family.mother], 170).await;
    came(&house, other, Outcome::Sent).await;
    post.next().await;
    assert_eq!(post.more(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_knows_is_called_uncertain_and_never_sent_again() {
    let mut post = letters(Manner::FallsSilent).await;
    let house = House::open_with(|config| by_letter(config, post.port)).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Email, Privacy::Own),
    )
    .await;
    let silent = made(&house, &julie, &family, vec![family.mother], 150).await;
    post.next().await;
    came(&house, silent, Outcome::Uncertain).await;
    assert_eq!(stand(&julie, &family).await, [ReminderState::Uncertain]);

    // While another one is sent, this one is not.
    post.goes_on_as(Manner::Takes);
    let other = made(&house, &julie, &family, vec![family.mother], 170).await;
    came(&house, other, Outcome::Sent).await;
    post.next().await;
    assert_eq!(post.more(), 0);

    // And an address that its server does not know is refused once for all.
    post.goes_on_as(Manner::Refuses);
    let unknown = made(&house, &julie, &family, vec![family.mother], 175).await;
    let events = came(&house, unknown, Outcome::Refused).await;
    assert_eq!((events.len(), post.more()), (3, 0));
}
