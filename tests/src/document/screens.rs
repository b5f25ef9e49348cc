//! Documents on screen, with a real file that a browser sends.

use super::{named, pdf};
use crate::browser::{Browser, site};
use crate::house::{Family, House, Member, VAL_DE_LYS, day_ago, id};
use contract::paths;
use domain::words::{Profession, Role};
use serde_json::json;
use std::path::{Path, PathBuf};

fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn address(family: &Family) -> String {
    format!("/support-cases/{}/documents", family.case)
}

/// Chooses a file, as who clicks on the field does.
async fn chooses_file(browser: &Browser, path: &Path) {
    let field = browser.find("dialog[open] input[type='file']").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
}

async fn sends(browser: &Browser) {
    let button = browser.find("dialog[open] form button[type='submit']").await;
    button.scroll_into_view().await.unwrap();
    button.click().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_piece_is_asked_for_deposited_opened_replaced_and_taken_back() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Pièces").await;
    browser.reads("Aucune pièce n’est attendue.").await;
    browser.reads("Aucune pièce n’est déposée.").await;

    browser.presses("Demander une pièce").await;
    browser.chooses("kind", "Justificatif de domicile").await;
    browser.types("from", "son propriétaire").await;
    browser.picks("due_on", &day_ago(-9).to_string()).await;
    sends(&browser).await;
    browser.reads("à demander à : son propriétaire").await;
    browser.reads("à remettre au plus tard le").await;
    // Asked once.
    browser.presses("Demander une pièce").await;
    browser.chooses("kind", "Justificatif de domicile").await;
    sends(&browser).await;
    browser.reads("Cette pièce est déjà demandée.").await;
    browser.key(thirtyfour::Key::Escape).await;

    // What is no document is refused beside its field, and what was typed stays.
    let lying = file(folder.path(), "quittance.png", &pdf(2_000));
    browser.presses("Déposer : Justificatif").await;
    chooses_file(&browser, &lying).await;
    browser.types("title", "Quittance d’octobre").await;
    browser.picks("valid_until", &day_ago(-90).to_string()).await;
    sends(&browser).await;
    browser.reads("Ce fichier n’est pas ce que son nom annonce.").await;
    browser.picture("pieces-refused").await;
    let right = file(folder.path(), "quittance.pdf", &pdf(150_000));
    chooses_file(&browser, &right).await;
    sends(&browser).await;
    browser.reads("Justificatif de domicile · Quittance d’octobre").await;
    browser.reads("valable jusqu’au").await;
    browser.reads("PDF, 147 Ko").await;
    browser.reads("Aucune pièce n’est attendue.").await;

    let newer = file(folder.path(), "quittance-2.pdf", &pdf(1_500_000));
    browser.presses("Remplacer").await;
    chooses_file(&browser, &newer).await;
    browser.types("title", "Quittance de novembre").await;
    sends(&browser).await;
    browser.reads("Quittance de novembre").await;
    browser.reads("sans date de fin").await;
    browser.reads("PDF, 1 Mo").await;
    browser.presses("Retirer").await;
    browser.types("reason", "Déposée dans la mauvaise situation").await;
    sends(&browser).await;
    browser.reads("Aucune pièce n’est déposée.").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

/// A family of whom pieces are asked for, there and over.
async fn with_pieces(house: &House, julie: &Member) -> Family {
    let family = house.family("Besnard", julie).await;
    let of = |kind: &str, title: &str, valid: Option<i64>| {
        json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": kind,
            "title": title, "valid_until": valid.map(day_ago) })
    };
    for (wish, length) in [
        (of("identity", "Carte de séjour", Some(-200)), 310_000),
        (of("entitlement", "Attestation de la CAF", Some(-40)), 90_000),
        (of("tax_notice", "Avis de 2024", Some(60)), 1_400_000),
        (of("letter", "Courrier du bailleur", None), 60_000),
    ] {
        super::deposits(julie, &family, &wish, &pdf(length)).await.kept();
    }
    for (kind, due) in [("income", -6), ("school_certificate", 4)] {
        let wish = json!({ "command": id(), "document": id(), "about": { "person": family.child }, "kind": kind,
            "from": "Claire", "due_on": day_ago(due) });
        julie.post(&family.path(paths::REQUEST_DOCUMENT), &wish).await.kept();
    }
    house.settled().await;
    family
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pieces_of_a_case_are_read_at_every_width_by_day_and_by_night() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = with_pieces(&house, &julie).await;
    let browser = Browser::of(&house, &julie).await;
    for (width, light) in [(390, "light"), (1024, "light"), (1440, "light"), (1440, "dark")] {
        browser.looks(width, light).await;
        browser.goes_to(&address(&family)).await;
        browser.reads("Pièces qui ne sont plus valables").await;
        browser.reads("en retard de 4 jours").await;
        browser.is_drawn().await;
        browser.picture(&format!("pieces-{width}-{light}")).await;
        assert_eq!(browser.faults().await, [] as [String; 0], "{width} {light}");
    }
    browser.presses("Déposer une pièce").await;
    browser.chooses("kind", "Courrier").await;
    browser.reads("Sans domaine").await;
    browser.picture("pieces-deposit").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_only_is_told_so_and_what_somebody_else_deposits_comes_by_itself() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let here = (Role::Worker, VAL_DE_LYS);
    let colleague = house.professional("Ines", here, (Profession::SocialWorker, true)).await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &colleague).await;
    let browser = Browser::of(&house, &colleague).await;
    browser.goes_to(&address(&family)).await;
    browser.reads("Aucune pièce n’est déposée.").await;
    let card = super::card(&family);
    super::deposits(&julie, &family, &card, &pdf(900)).await.kept();
    browser
        .reads("Pièce d’identité ou titre de séjour · Carte de séjour")
        .await;
    // She reads who somebody is, and does not write there.
    let says = browser.says().await;
    assert!(says.contains("Ouvrir") && !says.contains("Remplacer"), "{says}");
    let given = colleague.get(&super::content_of(&family, named(&card))).await;
    assert_eq!(given.status, 200);
    browser.closes().await;
}
