//! Entrusting cases: those of a colleague and those that wait, by who answers for the team, each once.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, id};
use contract::paths;
use contract::support_case::{CaseList, CaseView};
use contract::workload::Workload;
use contract::workload::entrusting::Entrusted;
use domain::words::Role;
use serde_json::{Value, json};
use uuid::Uuid;

fn wish(giver: Option<&Member>, taker: &Member, families: &[(&Family, Uuid)]) -> Value {
    let cases: Vec<_> = families
        .iter()
        .map(|(family, command)| json!({ "command": command, "support_case": family.case }))
        .collect();
    let mut body = json!({ "taker": taker.worker, "cases": cases, "reason": "Départ de Julie" });
    if let Some(giver) = giver {
        body["giver"] = json!(giver.worker);
    }
    body
}

async fn sends(browser: &Browser, within: &str) {
    let button = browser.find(&format!("{within} form button[type='submit']")).await;
    button.scroll_into_view().await.unwrap();
    button.click().await.unwrap();
}

async fn listed(member: &Member) -> Vec<String> {
    let list: CaseList = member.get(paths::SUPPORT_CASES).await.shows();
    list.cases.into_iter().map(|case| case.label.0).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn cases_change_hands_together_once_and_who_gave_them_still_reads_them_for_a_while() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let (one, two) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &julie).await,
    );
    house.settled().await;
    let body = wish(Some(&julie), &nour, &[(&one, id()), (&two, id())]);
    let done: Entrusted = mehdi.post(paths::ENTRUST, &body).await.shows();
    assert_eq!(
        (done.entrusted.as_slice(), done.refused.len()),
        (&[one.case, two.case][..], 0)
    );

    let head = house.settled().await;
    assert_eq!(listed(&nour).await.len(), 2);
    let seen: CaseView = nour.get(&one.home()).await.shows();
    assert_eq!(seen.referent.as_ref().map(|worker| worker.worker), Some(nour.worker));
    assert_eq!(julie.get(&one.home()).await.status, 200, "while the case changes hands");
    // What was lost on the way is asked again, and nothing is done twice.
    let again: Entrusted = mehdi.post(paths::ENTRUST, &body).await.shows();
    assert_eq!(again, done);
    assert_eq!(house.settled().await, head);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_refused_keeps_no_other_back() {
    let house = House::open().await;
    let (julie, nour, colette) = (
        house.worker("Julie").await,
        house.worker("Nour").await,
        house.worker("Colette").await,
    );
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let (one, two) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &colette).await,
    );
    house.settled().await;
    let body = wish(Some(&julie), &nour, &[(&two, id()), (&one, id())]);
    let done: Entrusted = mehdi.post(paths::ENTRUST, &body).await.shows();
    assert_eq!(done.entrusted, [one.case]);
    let refused = &done.refused[0];
    assert_eq!(
        (refused.support_case, refused.code.as_str()),
        (two.case, "support_case.referent_changed")
    );
    assert!(
        refused.sentence.contains("Quelqu’un d’autre répond"),
        "{}",
        refused.sentence
    );
    house.settled().await;
    assert_eq!(listed(&colette).await, ["Famille Rouanet"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_kept_away_is_never_made_to_answer_for_it() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let (one, two) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &julie).await,
    );
    house.settled().await;
    let away = json!({ "command": id(), "exclusion": id(), "worker": nour.worker, "reason": "Ancien conjoint" });
    julie.post(&one.path(paths::EXCLUSIONS), &away).await.kept();
    house.settled().await;
    let body = wish(Some(&julie), &nour, &[(&one, id()), (&two, id())]);
    let done: Entrusted = mehdi.post(paths::ENTRUST, &body).await.shows();
    assert_eq!(done.entrusted, [two.case]);
    assert_eq!(done.refused[0].code, "problem.takes_no_part");
    house.settled().await;
    assert!(listed(&julie).await.contains(&"Famille Besnard".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_entrusts_what_is_not_hers_to_entrust() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let elsa = house.member("Elsa", Role::Manager, HAUTES_RIVES).await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    let before = house.settled().await;

    let body = wish(Some(&julie), &nour, &[(&family, id())]);
    for member in [&julie, &nour, &alix] {
        let refused = member.post(paths::ENTRUST, &body).await;
        assert_eq!(
            refused.refusal(),
            "403 problem.answers_for_no_team",
            "{}",
            member.name()
        );
    }
    // Of another service: neither the case nor the people are there.
    let theirs = wish(Some(&julie), &yann, &[(&family, id())]);
    assert_eq!(elsa.post(paths::ENTRUST, &theirs).await.status, 404);
    assert_eq!(elsa.post(paths::ENTRUST, &body).await.status, 404);
    assert_eq!(
        mehdi.post(paths::ENTRUST, &theirs).await.status,
        404,
        "nobody of another service"
    );
    for (body, refusal) in [
        (
            wish(Some(&julie), &julie, &[(&family, id())]),
            "400 problem.same_worker (taker)",
        ),
        (wish(Some(&julie), &nour, &[]), "400 problem.no_cases (cases)"),
    ] {
        assert_eq!(mehdi.post(paths::ENTRUST, &body).await.refusal(), refusal);
    }
    let not_a_worker = wish(Some(&julie), &mehdi, &[(&family, id())]);
    assert_eq!(mehdi.post(paths::ENTRUST, &not_a_worker).await.status, 404);
    assert_eq!(house.settled().await, before, "nothing was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_tries_a_passing_carries_it_out_and_entrusts_a_case_that_waits() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    house.family("Besnard", &julie).await;
    house.family_without_referent("Oudin", VAL_DE_LYS).await;
    house.settled().await;

    let browser = Browser::of(&house, &mehdi).await;
    browser.goes_to("/workload").await;
    browser.reads("Famille O.").await;
    browser.presses("Confier…").await;
    browser.reads("Choisissez une personne.").await;
    browser.picture("entrust-waiting").await;
    browser.picks("taker", &nour.worker.to_string()).await;
    sends(&browser, "dialog[open]").await;
    browser.reads("1 situation confiée à Nour Martin.").await;
    browser.reads("Chaque situation a son référent.").await;
    house.settled().await;
    assert_eq!(listed(&nour).await, ["Famille Oudin"]);

    browser.presses("Essayer un passage de situations").await;
    browser.picks("giver", &julie.worker.to_string()).await;
    browser.reads("Famille Besnard").await;
    let chosen = browser.find(".passing .switch input").await;
    chosen.click().await.unwrap();
    browser.picks("taker", &nour.worker.to_string()).await;
    browser.find(".passing .acts button").await.click().await.unwrap();
    browser.reads("Confier cette situation à Nour Martin").await;
    browser.picks("reason", "Départ de Julie").await;
    browser.picture("entrust-tried").await;
    sends(&browser, ".passing").await;
    browser.reads_no_longer("Confier cette situation à Nour Martin").await;
    house.settled().await;
    assert_eq!(listed(&nour).await.len(), 2);
    let load: Workload = mehdi.get(paths::WORKLOAD).await.shows();
    assert_eq!(load.unassigned, []);
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}
