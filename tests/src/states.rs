//! What stands where an answer should: still coming, not reached, without network; and the other language.

use crate::browser::{Browser, site};
use crate::house::{House, ago, day_ago, id};
use contract::paths;
use serde_json::json;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_says_that_it_waits_then_that_nobody_answered_then_shows_what_came() {
    let mut house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.reads("Famille Besnard").await;
    browser.holds_answers().await;
    browser.presses("Instances").await;
    browser.reads("Les instances se rassemblent…").await;
    browser.find("[aria-busy='true']").await;
    browser.lets_answers_come().await;
    browser.reads("Aucune instance prévue.").await;

    house.stop().await;
    browser.presses("Situations").await;
    browser.reads("Le service ne répond pas.").await;
    house.start().await;
    browser.presses("Réessayer").await;
    browser.reads("Famille Besnard").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_network_the_bar_counts_what_waits_on_the_device_and_nothing_typed_is_lost() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Noter un contact").await;
    browser.loses_the_network(true).await;
    browser.reads("Hors ligne.").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.reads("1 texte attend le retour du réseau.").await;
    browser.presses("Enregistrer").await;
    browser.reads("Votre texte est gardé sur cet appareil.").await;
    browser.loses_the_network(false).await;
    browser.reads_no_longer("Hors ligne.").await;
    browser.presses("Enregistrer").await;
    browser.reads("Contact enregistré.").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_opened_before_an_update_is_told_to_reload_and_what_was_typed_is_kept() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Noter un contact").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.is_of_an_old_build().await;
    browser.presses("Enregistrer").await;
    browser.reads("Une nouvelle version de Trame est prête.").await;
    browser.key(Key::Escape).await;
    browser.presses("Situations").await;
    browser.presses("Recharger").await;
    browser.reads("Famille Besnard").await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Noter un contact").await;
    browser.presses("Reprendre").await;
    browser.presses("Enregistrer").await;
    browser.reads("Contact enregistré.").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_and_timeline_follow_without_being_asked_and_the_filter_redraws_the_drawing() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.reads("Famille Besnard").await;
    house.family("Rouanet", &julie).await;
    browser.reads("Famille Rouanet").await;

    browser
        .goes_to(&format!("/support-cases/{}/timeline", family.case))
        .await;
    browser.reads("L’histoire commence ici").await;
    let note = |domains| {
        json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(2), "domains": domains,
            "shared": "Elle a rappelé." })
    };
    julie.post(&family.path(paths::CONTACTS), &note(json!([]))).await.kept();
    julie
        .post(&family.path(paths::CONTACTS), &note(json!(["budget"])))
        .await
        .kept();
    browser.find("svg.timeline .lane[data-thread='outside']").await;
    browser.find("svg.timeline [data-mark][data-thread='budget']").await;

    browser.find("details.filter summary").await.click().await.unwrap();
    browser.find("label[data-thread='budget']").await.click().await.unwrap();
    browser.find("svg.timeline:not(:has([data-thread='budget']))").await;
    browser.find("svg.timeline [data-mark][data-thread='outside']").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_house_speaks_english_to_who_wants_it_and_remembers() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house
        .assesses(&family, &julie, 20, domain::words::DomainOfLife::Housing, "Humidité.")
        .await;
    house.sets_deadline(&family, day_ago(-6)).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.find(".me summary").await.click().await.unwrap();
    browser.presses("English").await;
    browser.find("html[lang='en']").await;
    let home = format!("/support-cases/{}", family.case);
    for (path, words) in [
        ("/support-cases".to_owned(), "Cases"),
        (home.clone(), "Note a contact"),
        (format!("{home}/timeline"), "Housing"),
        ("/team-meetings".to_owned(), "Held since"),
        ("/ailleurs".to_owned(), "Nothing at this address."),
    ] {
        browser.goes_to(&path).await;
        browser.is_drawn().await;
        browser.reads(words).await;
        let said = browser.says().await;
        for french in ["Situations", "Échéances", "depuis", "Logement"] {
            assert!(!said.contains(french), "{path} still says « {french} »:\n{said}");
        }
    }
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_nobody_sees_holds_no_line_and_hears_what_changed_when_it_is_seen_again() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.tells_its_lines().await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.is_drawn().await;
    assert_eq!(browser.lines().await, Some(1));
    browser.stands_in_front(false).await;
    assert_eq!(browser.lines().await, Some(0));
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.settled().await;
    browser.stands_in_front(true).await;
    assert_eq!(browser.lines().await, Some(1));
    browser.reads("Sait demander").await;
    browser.closes().await;
}
