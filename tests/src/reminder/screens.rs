//! Reminders in the browser: how somebody may be reached is agreed, changed and ended, and each reminder says how it stands.

use super::post::{Manner, gateway};
use super::{NUMBER, agreed, by_text, came, made, reach};
use crate::appointment::{ahead, books, wish};
use crate::browser::{Browser, site};
use crate::house::House;
use domain::reminder::{Medium, Outcome, Privacy};

async fn sends(browser: &Browser) {
    let send = browser.find("dialog[open] [type='submit']:not([aria-disabled])").await;
    send.click().await.unwrap();
}

async fn picks_chip(browser: &Browser, value: &str) {
    let chip = browser
        .find(&format!("dialog[open] label:has([value='{value}'])"))
        .await;
    chip.click().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_agrees_with_claire_how_to_remind_her_and_writes_down_that_she_wants_none_any_more() {
    let mut post = gateway(Manner::Takes);
    let house = House::open_with(|config| {
        config.site = Some(site());
        by_text(config, post.port);
    })
    .await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    books(&julie, &family, &wish(&family, ahead(60 * 24 * 5))).await.kept();
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads("Claire : pas de rappel, rien n’est convenu.").await;
    browser
        .reads("Claire : rien n’est convenu, aucun rappel ne part.")
        .await;
    browser.presses("Convenir d’un rappel").await;
    browser.reads("Écrivez le numéro ou l’adresse.").await;
    browser.types("value", "12").await;
    sends(&browser).await;
    browser
        .reads("Ce numéro ne peut pas recevoir de SMS tel qu’il est écrit.")
        .await;
    browser.picture("reminders-agreeing").await;
    browser.closes().await;

    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Convenir d’un rappel").await;
    browser.types("value", "06 12 34 56 78").await;
    picks_chip(&browser, "shared").await;
    browser.chooses("from", "9 h").await;
    browser.chooses("until", "18 h").await;
    sends(&browser).await;
    browser.reads("C’est convenu.").await;
    browser
        .reads(&format!(
            "Claire : par SMS au {NUMBER}. De 9 h à 18 h. D’autres lisent aussi"
        ))
        .await;
    browser.reads("Claire : rappel prévu le").await;
    browser.picture("reminders-planned").await;
    assert_eq!(browser.faults().await, Vec::<String>::new());

    browser.presses("Modifier").await;
    picks_chip(&browser, "unsafe").await;
    sends(&browser).await;
    browser.reads("À ne pas utiliser : rien n’y est envoyé.").await;
    browser
        .reads("Claire : pas de rappel, un message ne serait pas sûr.")
        .await;
    browser.presses("Ne plus rappeler").await;
    sends(&browser).await;
    browser.reads("C’est noté : plus aucun rappel.").await;
    browser.reads("Claire : ne souhaite plus de rappel depuis le").await;
    browser.reads("Claire : pas de rappel, à sa demande.").await;
    assert_eq!(browser.faults().await, Vec::<String>::new());
    assert_eq!(post.more(), 0);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reminder_says_on_the_case_how_it_stands() {
    let mut post = gateway(Manner::Takes);
    let house = House::open_with(|config| {
        config.site = Some(site());
        by_text(config, post.port);
    })
    .await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    agreed(
        &house,
        family.mother,
        julie.worker,
        reach(family.mother, Medium::Sms, Privacy::Own),
    )
    .await;
    let sent = made(&house, &julie, &family, vec![family.mother], 100).await;
    came(&house, sent, Outcome::Sent).await;
    post.next().await;
    post.goes_on_as(Manner::FallsSilent);
    let silent = made(&house, &julie, &family, vec![family.mother, family.child], 140).await;
    came(&house, silent, Outcome::Uncertain).await;
    post.goes_on_as(Manner::Refuses);
    let refused = made(&house, &julie, &family, vec![family.mother], 175).await;
    came(&house, refused, Outcome::Refused).await;
    made(&house, &julie, &family, vec![family.mother], 60 * 24 * 4).await;
    house.settled().await;

    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads("Claire : rappel envoyé le").await;
    browser.reads("Claire : envoi incertain le").await;
    browser.reads("Il n’est pas renvoyé.").await;
    browser.reads("Malo : pas de rappel, rien n’est convenu.").await;
    browser
        .reads("Claire : rappel non envoyé, le numéro a été refusé.")
        .await;
    browser.reads("Claire : rappel prévu le").await;
    browser.picture("reminders-standing").await;
    assert_eq!(browser.faults().await, Vec::<String>::new());
    browser.closes().await;
}
