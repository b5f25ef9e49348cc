//! How somebody may be reached: written by who acts on the case, and read by nobody else.

use super::{NUMBER, tells, unreminded};
use crate::appointment::{ahead, booked, books, wish};
use crate::house::{House, id};
use contract::paths;
use contract::reminder::Unreminded;
use contract::support_case::CaseView;
use domain::reminder::{Hours, Privacy};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn how_she_may_be_reached_is_written_by_who_acts_on_the_case_and_read_by_nobody_else() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    let path = paths::of_person(paths::REACH, family.case, family.mother);
    let agree = |value: &str| {
        json!({ "command": id(), "medium": "sms", "value": value, "privacy": "shared", "shared_with": [family.child],
            "hours": { "from": 9, "until": 18 } })
    };
    assert_eq!(
        nour.post(&path, &agree("0612345678")).await.refusal(),
        "404 problem.not_found"
    );
    let elsewhere = paths::of_person(paths::REACH, family.case, other.mother);
    assert_eq!(
        julie.post(&elsewhere, &agree("0612345678")).await.refusal(),
        "404 problem.not_found"
    );
    let refused = julie.post(&path, &agree("12")).await;
    assert_eq!(refused.refusal(), "400 problem.no_number (value)");
    let mut at_night = agree("0612345678");
    at_night["hours"] = json!({ "from": 20, "until": 8 });
    assert_eq!(
        julie.post(&path, &at_night).await.refusal(),
        "409 person.unsound_hours (hours)"
    );

    let kept = julie.post(&path, &agree("06 12 34 56 78")).await.kept();
    let booking = wish(&family, ahead(60 * 24 * 5));
    books(&julie, &family, &booking).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let shown = &view.reach[0];
    assert_eq!(shown.value.as_ref().unwrap().0, NUMBER);
    assert_eq!(
        (shown.person, shown.privacy, shown.shared_with.as_slice()),
        (family.mother, Privacy::Shared, &[family.child][..])
    );
    assert_eq!(shown.hours, Some(Hours { from: 9, until: 18 }));
    // Nothing is configured: nothing is sent, and it is said.
    house.settled().await;
    assert_eq!(unreminded(&julie, &family).await, [Unreminded::NoSender]);
    assert_eq!(
        tells(&house, "", &json!({ "kind": "delivered", "message": booked(&booking) })).await,
        401
    );

    let withdraw = paths::of_person(paths::WITHDRAW_REACH, family.case, family.mother);
    let kept = julie.post(&withdraw, &json!({ "command": id() })).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert!(!view.reach[0].over.unwrap().stopped);
    assert_eq!(view.appointments[0].unreminded[0].why, Unreminded::Withdrawn);
    let again = julie.post(&withdraw, &json!({ "command": id() })).await;
    assert_eq!(again.refusal(), "409 person.not_reached");
}
