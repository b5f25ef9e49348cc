//! The journal of readings: who read what is kept before the answer leaves, and what cannot be kept is not shown.

use crate::house::{House, Member, VAL_DE_LYS, id};
use contract::paths;
use domain::words::Role;
use serde_json::json;
use uuid::Uuid;

/// What the journal holds of someone, in order: the view and the cases.
async fn read_by(house: &House, member: &Member) -> Vec<(String, Vec<Uuid>, String)> {
    let owner = house.database().owner().await;
    let asked = "select what, streams, purpose from journal.reading where by = $1 order by at, what";
    let rows = owner.query(asked, &[&member.worker.0]).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reading_is_kept_with_who_what_and_why() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    assert!(read_by(&house, &julie).await.is_empty());

    let shared = paths::in_meeting(paths::SHARED_VIEW, meeting, family.case);
    for (path, what) in [
        (family.home(), "case_home"),
        (family.path(paths::TIMELINE), "timeline"),
        (shared, "shared_view"),
        (paths::SUPPORT_CASES.to_owned(), "own_cases"),
        (paths::TEAM_MEETINGS.to_owned(), "own_meetings"),
    ] {
        assert_eq!(julie.get(&path).await.status, 200, "{path}");
        let kept = read_by(&house, &julie).await;
        let last = kept.iter().find(|(kept, ..)| kept == what);
        let (_, streams, purpose) = last.unwrap_or_else(|| panic!("{what} was not kept: {kept:?}"));
        assert_eq!(
            (streams.as_slice(), purpose.as_str()),
            (&[family.case.0][..], "support"),
            "{what}"
        );
    }
    let found = julie.post(paths::SEARCH, &json!({ "names": "Besnard" })).await;
    assert_eq!(found.status, 200);
    assert_eq!(read_by(&house, &julie).await.len(), 6);

    assert_eq!(mehdi.get(paths::WORKLOAD).await.status, 200);
    let (what, streams, purpose) = read_by(&house, &mehdi).await.remove(0);
    assert_eq!(
        (what.as_str(), streams.len(), purpose.as_str()),
        ("workload", 0, "management")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_was_not_read() {
    let house = House::open().await;
    let (julie, colette) = (house.worker("Julie").await, house.worker("Colette").await);
    let family = house.family("Besnard", &julie).await;
    assert_eq!(colette.get(&family.home()).await.status, 404);
    assert_eq!(colette.get(&paths::support_case(id().into())).await.status, 404);
    assert!(read_by(&house, &colette).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_journalled_is_not_shown() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let owner = house.database().owner().await;
    let forbid = "revoke insert on journal.reading from trame_server";
    owner.batch_execute(forbid).await.unwrap();
    for path in [
        family.home(),
        family.path(paths::TIMELINE),
        paths::SUPPORT_CASES.to_owned(),
    ] {
        let answer = julie.get(&path).await;
        assert_eq!(answer.refusal(), "500 problem.fault", "{path}");
        for secret in ["Besnard", "Claire", "journal", "trame_server"] {
            assert!(!answer.text().contains(secret), "{path}: {secret}");
        }
        let reference = answer.problem().reference.unwrap();
        assert!(
            answer.problem().title.contains(&reference),
            "she can tell it on the telephone"
        );
    }
}
