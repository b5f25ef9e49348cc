//! Of all who book the same people at the same moment, those who win leave nobody with two appointments at once, and nobody
//! is refused a time that is free.

use super::{ahead, wish};
use crate::house::{Family, House, Member, id};
use contract::paths;
use futures::future::join_all;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::Strategy;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use tokio::runtime::Handle;

/// One wish: from which minute, for how many, held by whom of three.
#[derive(Clone, Debug)]
struct Asked {
    from: i64,
    minutes: i64,
    held_by: Vec<usize>,
}

impl Asked {
    fn meets(&self, other: &Self) -> bool {
        let shares = self.held_by.iter().any(|holder| other.held_by.contains(holder));
        shares && self.from < other.from + other.minutes && other.from < self.from + self.minutes
    }
}

fn wishes() -> impl Strategy<Value = Vec<Asked>> {
    let holders = proptest::collection::btree_set(0..3_usize, 1..=3);
    let one = (0..90_i64, 5..60_i64, holders).prop_map(|(from, minutes, holders)| Asked {
        from,
        minutes,
        held_by: holders.into_iter().collect(),
    });
    proptest::collection::vec(one, 2..10)
}

async fn books(team: &[Member], family: &Family, base: Timestamp, asked: &Asked, by: usize) -> (Value, String) {
    let mut body = wish(family, base + SignedDuration::from_mins(asked.from));
    body["minutes"] = json!(asked.minutes);
    let holders: Vec<_> = asked.held_by.iter().map(|holder| team[*holder].worker).collect();
    body["held_by"] = json!(holders);
    let answer = team[by % team.len()]
        .post(&family.path(paths::APPOINTMENTS), &body)
        .await;
    let came = match answer.status {
        200 => "booked".to_owned(),
        _ => answer.refusal(),
    };
    (body, came)
}

/// Asks for all of them at once, and looks at who won.
async fn round(house: &House, team: &[Member], family: &Family, day: i64, wishes: &[Asked]) {
    let base = ahead(day * 24 * 60);
    let sent = wishes
        .iter()
        .enumerate()
        .map(|(by, asked)| books(team, family, base, asked, by));
    let came = join_all(sent).await;
    let won = |(asked, (_, came)): (&Asked, &(Value, String))| (came == "booked").then(|| asked.clone());
    let winners: Vec<Asked> = wishes.iter().zip(&came).filter_map(won).collect();
    for (place, one) in winners.iter().enumerate() {
        for other in winners.iter().skip(place + 1) {
            assert!(!one.meets(other), "{one:?} and {other:?} are both booked");
        }
    }
    for (asked, (_, came)) in wishes.iter().zip(&came) {
        if came != "booked" {
            assert_eq!(came, "409 appointment.taken (starts_at)", "{asked:?}");
            assert!(winners.iter().any(|winner| winner.meets(asked)), "{asked:?} was free");
        }
    }
    // What is given up is free again, exactly.
    let again: Vec<_> = wishes
        .iter()
        .zip(&came)
        .filter(|(_, (_, came))| came == "booked")
        .collect();
    for (asked, (body, _)) in again {
        let path = paths::CANCEL_APPOINTMENT.replace("{appointment}", body["appointment"].as_str().unwrap());
        let give_up = json!({ "command": id(), "by": "service", "reason": "On recommence." });
        team[0].post(&family.path(&path), &give_up).await.kept();
        let (_, came) = books(team, family, base, asked, 1).await;
        assert_eq!(came, "booked", "{asked:?} was given up, and is not free");
    }
    house.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_those_who_book_the_same_people_at_the_same_moment_nobody_has_two_at_once() {
    let house = House::open().await;
    let team = vec![
        house.worker("Julie").await,
        house.worker("Nour").await,
        house.worker("Karim").await,
    ];
    let family = house.family("Besnard", &team[0]).await;
    house.joins(&family, &team[1]).await;
    house.joins(&family, &team[2]).await;
    let config = Config {
        cases: 24,
        failure_persistence: None,
        max_shrink_iters: 0,
        ..Config::default()
    };
    // Each round has a day of its own, so that none knows of another.
    let day = std::cell::Cell::new(1);
    let tried = tokio::task::block_in_place(|| {
        TestRunner::new(config).run(&wishes(), |wishes| {
            day.set(day.get() + 1);
            Handle::current().block_on(round(&house, &team, &family, day.get(), &wishes));
            Ok(())
        })
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sixteen_who_book_the_same_hour_one_wins_and_fifteen_are_told_that_it_is_taken() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::APPOINTMENTS);
    let starts_at = ahead(600);
    let sent = (0..16).map(|_| {
        let body = wish(&family, starts_at);
        let (julie, path) = (&julie, &path);
        async move { julie.post(path, &body).await }
    });
    let came = join_all(sent).await;
    let won = came.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(won, 1);
    for lost in came.iter().filter(|answer| answer.status != 200) {
        assert_eq!(lost.refusal(), "409 appointment.taken (starts_at)");
    }
}
