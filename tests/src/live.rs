//! Live updates: who may read a case hears that it changed, in a word that says nothing to anyone else.

use crate::house::{Family, House, id};
use contract::paths;
use contract::support_case::CaseView;
use domain::support_case::{Command, Leaving};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn two_readers_follow_each_other_and_a_stranger_hears_nothing() {
    let house = House::open().await;
    let (julie, nour, colette) = (
        house.worker("Julie").await,
        house.worker("Nour").await,
        house.worker("Colette").await,
    );
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let hers = house.family("Rouanet", &colette).await;

    let seen: CaseView = nour.get(&family.home()).await.shows();
    let (mut nour_hears, mut colette_hears) = (nour.listen().await, colette.listen().await);
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    let changed = nour_hears.next().await.unwrap();
    assert_eq!(
        changed.topic,
        Some(seen.topic.clone()),
        "the word that her own view gave her"
    );
    assert!(changed.position >= kept.position);
    let again: CaseView = nour.get_at_least(&family.home(), changed.position).await.shows();
    assert_eq!(again.strengths.len(), 1);

    // The first thing that Colette hears is of her own case, though Julie wrote before.
    let own: CaseView = colette.get(&hers.home()).await.shows();
    colette.names_a_strength(hers.case, "Sait attendre").await.kept();
    assert_eq!(colette_hears.next().await.unwrap().topic, Some(own.topic));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_kept_away_from_a_case_of_others_hears_nothing_of_it() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let (hers, near) = (
        house.family("Rouanet", &nour).await,
        house.family("Lemoine", &julie).await,
    );
    house.joins(&near, &nour).await;
    let own: CaseView = nour.get(&hers.home()).await.shows();
    let known: CaseView = nour.get(&near.home()).await.shows();
    let mut hears = nour.listen().await;
    let away = |family: &Family| {
        let body = json!({ "command": id(), "exclusion": id(), "worker": nour.worker, "reason": "Ancien conjoint" });
        (family.path(paths::EXCLUSIONS), body)
    };
    // Of a case that she never could read she learns nothing; what she had open closes.
    let (path, body) = away(&family);
    julie.post(&path, &body).await.kept();
    house.settled().await;
    nour.names_a_strength(hers.case, "Sait attendre").await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(own.topic));
    let (path, body) = away(&near);
    julie.post(&path, &body).await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(known.topic));
    assert_eq!(nour.get(&near.home()).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reader_has_a_word_of_her_own_for_the_same_case() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let topic = async |member: &crate::house::Member| {
        let view: CaseView = member.get(&family.home()).await.shows();
        view.topic
    };
    assert_ne!(topic(&julie).await, topic(&nour).await);
    assert_eq!(topic(&julie).await, topic(&julie).await);
    assert!(!topic(&julie).await.contains(&family.case.0.simple().to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_a_case_hears_that_and_nothing_more_of_it() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let hers = house.family("Rouanet", &nour).await;
    let own: CaseView = nour.get(&hers.home()).await.shows();
    let left: CaseView = nour.get(&family.home()).await.shows();

    let mut hears = nour.listen().await;
    let leave = Command::LeaveTeam(Leaving::of(nour.worker));
    house.case(&family, julie.worker, 0, leave).await;
    house.settled().await;
    // Her open screen asks once more, and finds the door closed.
    assert_eq!(hears.next().await.unwrap().topic, Some(left.topic));
    assert_eq!(nour.get(&family.home()).await.status, 404);
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.settled().await;
    nour.names_a_strength(hers.case, "Sait attendre").await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(own.topic));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stream_of_an_ended_session_ends_with_it() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut hears = julie.listen().await;
    let elsewhere = julie.at(house.url(""));
    elsewhere.sign_in().await;
    julie.sign_out().await;
    elsewhere.names_a_strength(family.case, "Sait demander").await.kept();
    assert_eq!(hears.next().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_ends_its_streams() {
    let mut house = House::open().await;
    let julie = house.worker("Julie").await;
    let mut hears = julie.listen().await;
    let stopping = tokio::time::timeout(crate::house::DEADLINE, house.stop());
    stopping.await.expect("the server waits for its streams");
    assert_eq!(hears.next().await, None);
}
