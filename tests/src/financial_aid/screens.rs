//! Financial aid on screen: a worker requests, completes, has it granted and notes what was paid.

use super::{asks, ending, granting, moving, paying, request, requests, whole};
use crate::browser::{Browser, site};
use crate::house::{Family, House, Member, VAL_DE_LYS, day_ago, id};
use contract::paths;
use domain::words::{Profession, Role};
use serde_json::json;

fn address(family: &Family) -> String {
    format!("/support-cases/{}/financial-aids", family.case)
}

/// Presses what stands in the open sheet.
async fn touches(browser: &Browser, css: &str) {
    let chip = browser.find(&format!("dialog[open] {css}")).await;
    chip.scroll_into_view().await.unwrap();
    chip.click().await.unwrap();
}

async fn sends(browser: &Browser) {
    touches(browser, "[type='submit']:not([aria-disabled])").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_an_aid_is_requested_completed_granted_and_paid() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Aides financières").await;
    browser.reads("Aucune demande n’est en attente.").await;
    browser.reads("Aucune aide n’est accordée.").await;

    // The rule says beforehand what is missing, and an amount that is none is told beside its field.
    browser.presses("Demander une aide").await;
    browser.reads("Il manque le montant.").await;
    browser.chooses("fund", "FSL énergie").await;
    browser.types("amount", "trois cents").await;
    browser.reads("Écrivez un montant en euros").await;
    browser.picture("aides-refused").await;
    browser.picks("amount", "350,50").await;
    browser.types("reason", "La facture de l’hiver").await;
    browser.picks("on", &day_ago(12).to_string()).await;
    browser.reads("Une aide se demande avec l’accord de la personne").await;
    touches(&browser, "[data-thread='yes'] input").await;
    touches(&browser, "[data-thread='income'] input").await;
    sends(&browser).await;
    browser.reads("En attente de justificatifs · Demandé : 350,50 €").await;
    browser.reads("Il manque : Justificatif de ressources.").await;

    browser.presses("Justificatifs complets").await;
    browser.picks("on", &day_ago(8).to_string()).await;
    sends(&browser).await;
    browser.reads("Une décision est attendue.").await;

    // More than was asked for is granted only with a reason.
    browser.presses("Noter la décision").await;
    browser.types("body", "Commission FSL").await;
    browser.picks("on", &day_ago(4).to_string()).await;
    browser.types("amount", "400").await;
    browser.reads("Le montant accordé dépasse le montant demandé").await;
    browser.picks("amount", "300").await;
    touches(&browser, "input[value='creditor']").await;
    sends(&browser).await;
    browser
        .reads("Accordée · Demandé : 350,50 € · Accordé : 300 € · Versé : 0 €")
        .await;
    browser.reads("Reste à verser : 300 € (virement, au créancier).").await;

    browser.presses("Noter un versement").await;
    browser.types("amount", "300,01").await;
    browser
        .reads("Avec ce versement, le total dépasserait le montant accordé.")
        .await;
    browser.picks("amount", "120").await;
    browser.picks("on", &day_ago(2).to_string()).await;
    sends(&browser).await;
    browser.reads("Reste à verser : 180 €").await;
    browser.presses("Noter un versement").await;
    browser.types("amount", "180").await;
    sends(&browser).await;
    browser.reads("Tout est versé.").await;

    browser.presses("Annuler ce versement").await;
    browser.types("reason", "Saisi sur la mauvaise aide").await;
    sends(&browser).await;
    browser.reads("annulé : Saisi sur la mauvaise aide").await;
    browser.reads("Reste à verser : 120 €").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

/// A family with an aid in each of the seven statuses, and a payment.
async fn with_aids(house: &House, julie: &Member) -> Family {
    let family = house.family("Besnard", julie).await;
    requests(julie, &family, &request(&family)).await;
    requests(julie, &family, &whole(&family)).await;
    let decision = |on: i64, decision: serde_json::Value| json!({ "command": id(), "on": day_ago(on), "body": "Commission FSL", "decision": decision });
    let put_off = json!({ "adjourned": { "reason": "Avis du fournisseur attendu", "again_on": day_ago(-12) } });
    let refused = json!({ "refused": { "reason": "Ressources au-dessus du plafond", "appeal_told": false,
        "appeal_until": day_ago(-45) } });
    for decided in [decision(20, put_off), granting(30_000), decision(18, refused)] {
        let aid = requests(julie, &family, &whole(&family)).await;
        asks(julie, &family, paths::DECIDE_AID, aid, &decided).await.kept();
        if decided["decision"].get("accepted").is_some() {
            asks(julie, &family, paths::PAY_AID, aid, &paying(12_050)).await.kept();
        }
    }
    for how in ["withdrawn", "closed"] {
        let aid = requests(julie, &family, &request(&family)).await;
        asks(julie, &family, paths::END_AID, aid, &ending(how)).await.kept();
    }
    house.settled().await;
    family
}

#[tokio::test(flavor = "multi_thread")]
async fn the_aids_of_a_case_are_read_at_every_width_by_day_and_by_night() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = with_aids(&house, &julie).await;
    let browser = Browser::of(&house, &julie).await;
    for (width, light) in [(390, "light"), (1024, "light"), (1440, "light"), (1440, "dark")] {
        browser.looks(width, light).await;
        browser.goes_to(&address(&family)).await;
        for status in [
            "En attente de justificatifs",
            "En cours d’instruction",
            "Ajournée",
            "Accordée",
            "Refusée",
            "Abandonnée par la personne",
            "Classée sans suite",
        ] {
            browser.reads(status).await;
        }
        browser.reads("La personne ne sait pas encore comment contester").await;
        browser.is_drawn().await;
        browser.picture(&format!("aides-{width}-{light}")).await;
        assert_eq!(browser.faults().await, [] as [String; 0], "{width} {light}");
    }
    browser.presses("Noter la décision").await;
    touches(&browser, "input[value='refused']").await;
    browser.reads("Recours possible jusqu’au").await;
    browser.picture("aides-decision").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_only_is_told_so_and_what_somebody_else_notes_comes_by_itself() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let here = (Role::Worker, VAL_DE_LYS);
    let colleague = house.professional("Ines", here, (Profession::SocialWorker, true)).await;
    let health = house
        .professional("Claire", here, (Profession::HealthProfessional, true))
        .await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &colleague).await;
    house.joins(&family, &health).await;
    let browser = Browser::of(&house, &colleague).await;
    browser.goes_to(&address(&family)).await;
    browser.reads("Vous lisez ces aides, sans pouvoir en demander.").await;
    let aid = requests(&julie, &family, &request(&family)).await;
    browser.reads("En attente de justificatifs · Demandé : 350 €").await;
    asks(&julie, &family, paths::COMPLETE_AID, aid, &moving(3)).await.kept();
    browser.reads("Une décision est attendue.").await;
    let says = browser.says().await;
    assert!(!says.contains("Noter la décision"), "{says}");
    browser.closes().await;

    let browser = Browser::of(&house, &health).await;
    browser.goes_to(&address(&family)).await;
    browser
        .reads("Votre rôle ne donne pas accès aux aides financières")
        .await;
    let says = browser.says().await;
    assert!(!says.contains("350"), "{says}");
    browser.closes().await;
}
