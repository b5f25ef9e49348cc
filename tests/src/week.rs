//! The week of a référent: what is due, what is awaited, what is still to be written, in her cases alone.

use crate::browser::{Browser, site};
use crate::house::{House, VAL_DE_LYS, day_ago, id};
use contract::paths;
use contract::support_case::CaseView;
use contract::week::Week;
use domain::words::Role;
use serde_json::json;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn the_week_holds_what_is_due_and_what_others_promised() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    house.sets_deadline(&family, day_ago(-6)).await;
    house.sets_deadline(&family, day_ago(-40)).await;
    house.sets_deadline(&other, day_ago(-3)).await;
    house.joins(&family, &nour).await;
    let gives = async |what: &str, domain: &str, doer: serde_json::Value, due: Option<i64>| {
        let action = json!({ "command": id(), "plan": id(), "action": id(), "what": what, "domain": domain,
            "doer": doer, "due_on": due.map(day_ago) });
        julie.post(&family.path(paths::ACTIONS), &action).await.kept()
    };
    gives(
        "Demander l’aide pour le loyer",
        "housing",
        json!({ "worker": julie.worker }),
        Some(2),
    )
    .await;
    gives("Plus tard", "housing", json!({ "worker": julie.worker }), Some(-30)).await;
    gives(
        "Appeler le bailleur",
        "housing",
        json!({ "worker": nour.worker }),
        Some(1),
    )
    .await;
    gives("Envoyer le décompte", "housing", json!({ "service": VAL_DE_LYS }), None).await;
    gives(
        "Écrire à sa mère",
        "network",
        json!({ "person": family.mother }),
        Some(-2),
    )
    .await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();

    let week: Week = julie.get_at_least(paths::WEEK, kept.position).await.shows();
    assert_eq!((week.today, week.near_days), (house.today(), Some(14)));
    let due: Vec<_> = week
        .due
        .iter()
        .map(|line| (line.what.as_ref().map_or("", |what| what.0.as_str()), line.due_on))
        .collect();
    let expected = [
        ("Demander l’aide pour le loyer", Some(day_ago(2))),
        ("Réponse de la CAF", Some(day_ago(-6))),
    ];
    assert_eq!(due, expected, "her own dates of fourteen days, the late one first");
    let awaited: Vec<_> = week
        .awaited
        .iter()
        .map(|line| {
            let doer = line.doer.as_ref().map_or("", |doer| doer.name.0.as_str());
            (doer, line.what.as_ref().map_or("", |what| what.0.as_str()), line.due_on)
        })
        .collect();
    let expected = [
        ("Nour Martin", "Appeler le bailleur", Some(day_ago(1))),
        ("Val-de-Lys", "Envoyer le décompte", None),
    ];
    assert_eq!(awaited, expected, "what the family does is hers to say");
    let cases: Vec<_> = week.cases.iter().map(|case| case.label.0.as_str()).collect();
    assert_eq!(cases, ["Famille Besnard"]);
    assert!(week.meetings.is_empty() && week.to_record.is_empty());

    let of_nour: Week = nour.get(paths::WEEK).await.shows();
    assert_eq!(of_nour.cases.len(), 1, "not the one in which she helps");
    assert_eq!((of_nour.due.len(), of_nour.awaited.len()), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_was_held_waits_for_its_record() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.meeting(&family, &julie, &[&julie]).await;
    let week: Week = julie.get(paths::WEEK).await.shows();
    assert_eq!((week.meetings.len(), week.to_record.len()), (1, 0), "it is today");
    assert_eq!(week.meetings[0].cases[0].label.0, "Famille Besnard");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_follows_nobody_and_answers_for_no_team_has_no_week() {
    let house = House::open().await;
    let nadia = house.member("Nadia", Role::Administrator, VAL_DE_LYS).await;
    assert_eq!(nadia.get(paths::WEEK).await.refusal(), "403 problem.works_on_no_cases");
    assert_eq!(house.stranger().get(paths::WEEK).await.status, 401);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let week: Week = mehdi.get(paths::WEEK).await.shows();
    assert_eq!((week.team, week.cases.len()), (Some(Vec::new()), 0));
}

/// How many seconds a key and a click take somebody who does nothing but write (Card, Moran and Newell, 1980: an average
/// typist, and pointing with a mouse and pressing it).
const KEY: f64 = 0.28;
const CLICK: f64 = 1.3;

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_noted_from_the_week_in_less_than_a_minute_of_keys_and_clicks() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.find(".quick select").await;

    let essential = "Elle a reçu la promesse d’embauche. Réponse attendue le 30 novembre, elle appelle lundi.";
    let (mut keys, mut clicks) = (0_u32, 0_u32);
    // From the opened page: n for a new note, the first letter of the family, then the essential and Ctrl+Enter.
    browser.key("n").await;
    keys += 1;
    browser.key("F").await;
    keys += 1;
    browser.find(".quick [name='shared']").await.click().await.unwrap();
    clicks += 1;
    browser.types("shared", essential).await;
    keys += u32::try_from(essential.chars().count()).unwrap();
    browser.key(Key::Control + Key::Enter).await;
    keys += 2;
    browser.reads("Contact enregistré.").await;

    let seconds = f64::from(keys) * KEY + f64::from(clicks) * CLICK;
    println!(
        "a contact of {} signs: {keys} keys and {clicks} clicks, {seconds:.0} seconds",
        essential.chars().count()
    );
    assert!(
        keys - u32::try_from(essential.chars().count()).unwrap() + clicks <= 5,
        "{keys} keys, {clicks} clicks"
    );
    assert!(seconds < 60.0, "{seconds} seconds");
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let noted = seen.news.iter().filter(|news| news.kind == "contact.noted").count();
    assert_eq!(noted, 1);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_is_set_aside_from_the_week_and_what_was_typed_is_kept_until_it_is_sent() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.reads("pour un rythme convenu de 28 jours.").await;
    browser.presses("Écarter…").await;
    browser.reads("Il manque la raison.").await;
    browser.types("reason", "Partie chez sa sœur.").await;
    browser.key(Key::Escape).await;
    browser.presses("Écarter…").await;
    browser.reads("Brouillon retrouvé sur cet appareil.").await;
    browser
        .find("dialog[open] [type='submit']:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    browser.reads("Signal écarté.").await;
    browser.reads_no_longer("pour un rythme convenu de 28 jours.").await;
    browser.presses("Famille Besnard").await;
    browser.reads("Un signal est écarté.").await;
    browser.reads("Partie chez sa sœur.").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.signals.len(), 1, "what she says is still missing");
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_finds_on_her_home_what_lasts_in_the_team_and_who_follows_it() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Rouanet", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &mehdi).await;
    browser.reads("Dans l’équipe").await;
    browser.reads("pour un rythme convenu de 28 jours.").await;
    browser.reads("Suivi : Julie Martin").await;
    assert!(
        !browser.says().await.contains("Écarter…"),
        "it is not for her to set aside"
    );
    browser.presses("Famille Rouanet").await;
    browser.comes_to(&format!("/support-cases/{}", family.case)).await;
    browser
        .reads("Vous lisez cette situation, sans pouvoir y écrire.")
        .await;
    browser.reads("À ne pas laisser se perdre").await;
    browser.closes().await;
}
