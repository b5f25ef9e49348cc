//! The client comes in pieces: what each screen alone uses is fetched when it is opened, or ahead of it; one that does not
//! come is told like any other answer that does not.

use crate::browser::{Browser, site};
use crate::house::House;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use thirtyfour::Key;

/// The piece of the home of a case, as the build names it.
const HOME: &str = "split_support_case.";

/// The piece of the timeline.
const TIMELINE: &str = "split_timeline.";

/// The client in a folder of its own, out of which something may be taken.
fn copied() -> TempDir {
    let copy = TempDir::new().unwrap();
    for file in files(&site(), "") {
        fs::copy(&file, copy.path().join(file.file_name().unwrap())).unwrap();
    }
    copy
}

/// The files of a folder whose names begin so.
fn files(folder: &Path, beginning: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let begins = |file: &PathBuf| file.file_name().unwrap().to_str().unwrap().starts_with(beginning);
    let files: Vec<_> = files.filter(|file| file.is_file() && begins(file)).collect();
    assert!(!files.is_empty(), "nothing in the client begins with {beginning:?}");
    files
}

/// Takes what begins so out of the client, and answers where it lies now.
fn take_away(client: &TempDir, beginning: &str) -> TempDir {
    let aside = TempDir::new().unwrap();
    for file in files(client.path(), beginning) {
        let there = aside.path().join(file.file_name().unwrap());
        fs::copy(&file, there).unwrap();
        fs::remove_file(file).unwrap();
    }
    aside
}

fn put_back(client: &TempDir, aside: &TempDir) {
    for file in files(aside.path(), "") {
        fs::copy(&file, client.path().join(file.file_name().unwrap())).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_is_served_pressed_for_a_year_and_one_that_is_gone_is_no_page() {
    let house = House::with(site()).await;
    let piece = files(&site(), HOME)
        .into_iter()
        .find(|file| file.extension().unwrap() == "wasm");
    let piece = piece.unwrap().file_name().unwrap().to_str().unwrap().to_owned();
    let asked = reqwest::Client::new().get(house.url(&format!("/{piece}")));
    let answer = asked.header("accept-encoding", "gzip, br").send().await.unwrap();
    let told = |name: &str| answer.headers()[name].to_str().unwrap();
    assert_eq!(told("content-type"), "application/wasm");
    assert_eq!(told("content-encoding"), "br");
    assert_eq!(told("cache-control"), "public, max-age=31536000, immutable");
    assert!(told("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"));

    let gone = reqwest::get(house.url("/split_support_case.0123456789abcdef.wasm")).await;
    assert_eq!(gone.unwrap().status(), 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pieces_come_once_somebody_is_in_and_no_screen_waits_for_its_own_again() {
    let client = copied();
    let house = House::with(client.path().to_owned()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::open(&house).await;
    browser.reads("Qui êtes-vous ?").await;
    let modules = browser.modules().await;
    assert!(
        modules.len() == 1 && modules[0].starts_with("frontend_bg."),
        "before anybody is in, only the main part came: {modules:?}"
    );

    assert_eq!(browser.chapters().await, ["fr_first"]);

    browser.signs_in(&julie).await;
    // The last that is fetched ahead.
    browser.fetches("fr_account.").await;
    for beginning in ["split_", "chunk_", "fr_"] {
        take_away(&client, beginning);
    }
    browser.presses("Famille Besnard").await;
    browser.reads("Noter un contact").await;
    browser.presses("Frise").await;
    browser.reads("L’histoire commence ici").await;
    let chapters = browser.chapters().await;
    let once: BTreeSet<&String> = chapters.iter().collect();
    assert_eq!(once.len(), chapters.len(), "each was asked for once: {chapters:?}");
    assert_eq!(chapters.len(), 14, "{chapters:?}");
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sentences_of_a_screen_come_with_its_piece_and_are_missed_like_it() {
    let client = copied();
    let aside = take_away(&client, "fr_support_case.");
    let house = House::with(client.path().to_owned()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.watches_the_words().await;
    browser.presses("Famille Besnard").await;
    browser.reads("Le service a rencontré un problème.").await;
    browser.loses_the_network(true).await;
    browser.presses("Réessayer").await;
    browser.reads("Le service ne répond pas.").await;
    browser.loses_the_network(false).await;
    put_back(&client, &aside);
    browser.presses("Réessayer").await;
    browser.reads("Noter un contact").await;
    shows_no_key(&browser).await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_language_brings_what_the_open_screen_says_before_it_says_it() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.presses("Famille Besnard").await;
    browser.reads("Noter un contact").await;
    browser.watches_the_words().await;
    for (language, words) in [
        ("English", "Note a contact"),
        ("Français", "Noter un contact"),
        ("English", "Note a contact"),
    ] {
        // The fold of before may still be open: what is drawn again keeps what it can.
        browser.key(Key::Escape).await;
        browser
            .find(".me details:not([open]) > summary")
            .await
            .click()
            .await
            .unwrap();
        browser.presses(language).await;
        browser.reads(words).await;
    }
    browser.presses("Timeline").await;
    browser.reads("The story begins here").await;
    shows_no_key(&browser).await;
    let chapters = browser.chapters().await;
    let once: BTreeSet<&String> = chapters.iter().collect();
    assert_eq!(once.len(), chapters.len(), "each was asked for once: {chapters:?}");
    browser.closes().await;
}

/// Whoever looked the whole time saw sentences, and never the key of one.
async fn shows_no_key(browser: &Browser) {
    let stood = browser.stood().await;
    let key = |line: &&String| {
        let sign = |sign: char| sign.is_ascii_lowercase() || matches!(sign, '-' | '_');
        line.contains('-') && line.chars().all(sign)
    };
    let keys: Vec<_> = stood.iter().filter(key).collect();
    assert!(keys.is_empty() && stood.len() > 10, "{keys:?} in {stood:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_is_opened_by_its_address_fetches_its_piece_first() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser
        .goes_to(&format!("/support-cases/{}/timeline", family.case))
        .await;
    browser.reads("L’histoire commence ici").await;
    browser.fetches("split_workload.").await;
    let modules = browser.modules().await;
    let first = modules.iter().find(|module| module.starts_with("split_"));
    assert!(first.is_some_and(|first| first.starts_with(TIMELINE)), "{modules:?}");
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_whose_piece_is_missing_says_so_and_comes_once_it_is_there_again() {
    let client = copied();
    let aside = take_away(&client, HOME);
    let house = House::with(client.path().to_owned()).await;
    let julie = house.worker("Julie").await;
    house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.presses("Famille Besnard").await;
    browser.reads("Le service a rencontré un problème.").await;
    browser.presses("Situations").await;
    browser.presses("Famille Besnard").await;
    browser.reads("Le service a rencontré un problème.").await;
    browser.loses_the_network(true).await;
    browser.presses("Réessayer").await;
    browser.reads("Le service ne répond pas.").await;
    browser.loses_the_network(false).await;
    put_back(&client, &aside);
    browser.presses("Réessayer").await;
    browser.reads("Noter un contact").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_whose_piece_went_with_an_update_asks_to_reload_and_what_was_typed_is_kept() {
    let client = copied();
    let pieces = take_away(&client, TIMELINE);
    let house = House::with(client.path().to_owned()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Noter un contact").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.key(Key::Escape).await;

    let build = fs::read_to_string(client.path().join("build-id")).unwrap();
    let page = take_away(&client, "index.html");
    let page = fs::read_to_string(page.path().join("index.html")).unwrap();
    fs::write(client.path().join("index.html"), page.replace(&build, "newer")).unwrap();
    browser.presses("Frise").await;
    browser.reads("Une nouvelle version de Trame est prête.").await;
    put_back(&client, &pieces);
    browser.presses("Recharger").await;
    browser.reads("L’histoire commence ici").await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Noter un contact").await;
    browser.presses("Reprendre").await;
    browser.presses("Enregistrer").await;
    browser.reads("Contact enregistré.").await;
    browser.closes().await;
}
