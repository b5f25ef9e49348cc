//! Servers that die at the worst moment, and two that look at the same time: sent once, or known to be uncertain.

use super::post::{Manner, gateway};
use super::{agreed, by_gateway, came, made, reach, settled, stand};
use crate::house::{House, Program};
use contract::reminder::ReminderState;
use domain::appointment::Event;
use domain::reminder::{Medium, Outcome, Privacy};
use std::collections::BTreeSet;
use std::fs;

/// A program of its own on the territory of a house, which sends by this gateway.
fn sending(house: &House, port: u16) -> Program {
    let sms = by_gateway(house.folder(), port);
    let written = format!(
        "reminder_seconds = 1\n[sms]\nurl = '{}'\ntoken_file = '{}'\nreceipts_secret_file = '{}'\n",
        sms.url,
        sms.token_file.display(),
        sms.receipts_secret_file.display()
    );
    fs::write(house.folder().join("trame.toml"), written).unwrap();
    Program::on_database(&house.database().url(), house.folder())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_between_taking_and_telling_leaves_an_uncertain_reminder_that_nobody_sends_again() {
    let mut post = gateway(Manner::FallsSilent);
    let house = House::open().await;
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
    let program = sending(&house, post.port);
    let serving = program.serve().await;
    post.next().await;
    serving.killed().await;

    post.goes_on_as(Manner::Takes);
    let again = program.serve().await;
    let events = came(&house, appointment, Outcome::Uncertain).await;
    assert_eq!(events.len(), 3, "{events:?}");
    assert_eq!(stand(&julie, &family).await, [ReminderState::Uncertain]);
    // Another one that is due meanwhile is sent; this one is not.
    let other = made(&house, &julie, &family, vec![family.mother], 160).await;
    came(&house, other, Outcome::Sent).await;
    post.next().await;
    assert_eq!(post.more(), 0);
    assert!(again.asked_to_stop().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_that_look_at_the_same_time_send_each_reminder_once() {
    let mut post = gateway(Manner::Takes);
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Sms, Privacy::Own),
    )
    .await;
    let program = sending(&house, post.port);
    let (one, other) = tokio::join!(program.serve(), program.serve());
    let mut appointments = Vec::new();
    for minutes in 0..8 {
        appointments.push(made(&house, &julie, &family, vec![family.mother], 100 + minutes).await);
    }
    let mut sent = BTreeSet::new();
    for appointment in &appointments {
        let events = came(&house, *appointment, Outcome::Sent).await;
        let Event::ReminderClaimed { reminder } = &events[1] else {
            panic!("{events:?}");
        };
        sent.insert(reminder.reminder.to_string());
    }
    let mut arrived = BTreeSet::new();
    for _ in &appointments {
        assert!(arrived.insert(post.next().await.key), "one came twice");
    }
    assert_eq!((arrived, post.more()), (sent, 0));
    assert!(one.asked_to_stop().await.success() && other.asked_to_stop().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_whatever_moment_servers_are_killed_no_reminder_is_sent_twice_and_none_is_forgotten() {
    let mut post = gateway(Manner::Takes);
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Sms, Privacy::Own),
    )
    .await;
    let mut appointments = Vec::new();
    for minutes in 0..12 {
        appointments.push(made(&house, &julie, &family, vec![family.mother], 100 + minutes).await);
    }
    let program = sending(&house, post.port);
    let mut arrived = Vec::new();
    // Each dies while it sends: after the first message that it sent, the second, the third.
    for round in 1..=3 {
        let serving = program.serve().await;
        for _ in 0..round {
            arrived.push(post.next().await.key);
        }
        serving.killed().await;
    }
    let last = program.serve().await;
    let (mut sent, mut uncertain) = (BTreeSet::new(), 0);
    for appointment in &appointments {
        let events = settled(&house, *appointment).await;
        let [_, Event::ReminderClaimed { reminder }, rest @ ..] = events.as_slice() else {
            panic!("{events:?}");
        };
        match rest {
            [
                Event::ReminderSettled {
                    outcome: Outcome::Sent, ..
                },
            ] => {
                sent.insert(reminder.reminder.to_string());
            }
            [
                Event::ReminderSettled {
                    outcome: Outcome::Uncertain,
                    ..
                },
            ] => uncertain += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(last.asked_to_stop().await.success());
    while post.waits() {
        arrived.push(post.next().await.key);
    }
    let once: BTreeSet<String> = arrived.iter().cloned().collect();
    assert_eq!(once.len(), arrived.len(), "a message came twice");
    assert!(sent.is_subset(&once), "one that is said to be sent never came");
    assert_eq!(sent.len() + uncertain, appointments.len());
    assert!(once.len() <= appointments.len() && once.len() - sent.len() <= uncertain);
}
