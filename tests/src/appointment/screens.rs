//! Appointments in the browser: booked, seen in the week, moved, given up, and what came of one.

use super::began;
use crate::browser::{Browser, site};
use crate::house::{House, day_ago};
use contract::support_case::CaseView;

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
async fn julie_books_from_the_case_finds_it_in_her_week_moves_it_and_gives_it_up() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.reads("Aucun rendez-vous dans les jours qui viennent.").await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads("Aucun rendez-vous à venir.").await;
    browser.presses("Prendre rendez-vous").await;
    browser.reads("Dites quel jour et à quelle heure.").await;
    picks_chip(&browser, "home").await;
    browser.picks("day", &day_ago(-3).to_string()).await;
    browser.picks("hour", "14:00").await;
    let claire = format!("dialog[open] label[data-thread='{}']", family.mother);
    browser.find(&claire).await.click().await.unwrap();
    browser.types("place", "12 rue des Tilleuls").await;
    browser.types("purpose", "Relire le courrier du bailleur").await;
    sends(&browser).await;
    browser.reads("Rendez-vous pris.").await;
    browser.reads("12 rue des Tilleuls").await;
    browser.picture("appointments-case").await;
    assert_eq!(browser.faults().await, Vec::<String>::new());

    // The same hour is taken: it is said, and what was typed is kept.
    browser.presses("Prendre rendez-vous").await;
    browser.picks("day", &day_ago(-3).to_string()).await;
    browser.picture("appointments-booking").await;
    browser.picks("hour", "14:30").await;
    sends(&browser).await;
    browser.reads("Occupé à cet horaire. Choisissez-en un autre.").await;
    browser.picks("hour", "16:30").await;
    sends(&browser).await;
    browser.reads_no_longer("Occupé à cet horaire.").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.appointments.len(), 2);

    browser.goes_to("/").await;
    browser.reads("Mes rendez-vous").await;
    browser.reads("14 h 00").await;
    browser.picture("appointments-week").await;
    browser.presses("Déplacer").await;
    browser.picks("day", &day_ago(-4).to_string()).await;
    browser.picks("hour", "09:15").await;
    browser.types("reason", "Malo est malade.").await;
    sends(&browser).await;
    browser.reads("Rendez-vous déplacé.").await;
    browser.reads("9 h 15").await;
    browser.reads_no_longer("14 h 00").await;
    browser.presses("Annuler le rendez-vous").await;
    browser.types("reason", "Elle a trouvé un emploi.").await;
    sends(&browser).await;
    browser.reads("Rendez-vous annulé.").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.appointments.len(), 1);
    assert_eq!(browser.faults().await, Vec::<String>::new());
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn that_nobody_came_is_said_from_the_week_and_is_the_missed_contact_of_that_hour() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    began(&house, &julie, &family).await;
    let browser = Browser::of(&house, &julie).await;
    browser.presses("Dire ce qu’il en est advenu").await;
    picks_chip(&browser, "absent").await;
    sends(&browser).await;
    browser.reads("C’est noté.").await;
    browser.reads("Aucun rendez-vous dans les jours qui viennent.").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let missed = seen.news.iter().filter(|news| news.kind == "contact.missed").count();
    assert_eq!((missed, seen.appointments.len()), (1, 0));
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_of_ones_calendar_is_shown_once_and_taken_back() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to("/sessions").await;
    browser.reads("Mon agenda, ailleurs").await;
    browser.presses("Créer l’adresse").await;
    browser.reads("Elle n’est montrée qu’une fois").await;
    browser.picture("own-calendar").await;
    let shown = browser.says_at(".own-calendar code").await;
    let path = shown.trim_start_matches(&house.url("")).to_owned();
    assert_eq!(house.stranger().get(&path).await.status, 200);
    assert_eq!(browser.faults().await, Vec::<String>::new());
    browser.goes_to("/sessions").await;
    browser.reads("Changer l’adresse").await;
    assert!(!browser.says().await.contains("/api/calendar/"));
    browser.presses("Supprimer l’adresse").await;
    browser.reads("Adresse supprimée : elle ne donne plus rien.").await;
    assert_eq!(house.stranger().get(&path).await.refusal(), "404 problem.not_found");
    browser.closes().await;
}
