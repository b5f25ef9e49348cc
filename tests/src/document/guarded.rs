//! What is kept from whom: other readers, whoever has the database, and everybody once somebody was forgotten.

use super::{CANARY, card, content_of, contents, deposits, documents, form, named, pdf, sends};
use crate::house::{HAUTES_RIVES, House, VAL_DE_LYS, id};
use contract::paths;
use domain::words::{DocumentId, Profession, Role};
use sealed::Subject;
use serde_json::{Value, json};
use std::time::Duration;

fn income(about: &Value) -> Value {
    json!({ "command": id(), "document": id(), "about": about, "kind": "income", "title": "Bulletin d’octobre" })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_may_not_read_is_not_there_for_her() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let here = (Role::Worker, VAL_DE_LYS);
    let claire = house
        .professional("Claire", here, (Profession::HealthProfessional, true))
        .await;
    let elsewhere = house.member("Ivan", Role::Worker, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    house.joins(&family, &claire).await;
    let (card, income) = (card(&family), income(&json!({ "person": family.mother })));
    deposits(&julie, &family, &card, &pdf(900)).await.kept();
    let kept = deposits(&julie, &family, &income, &pdf(900)).await.kept();
    house.settled().await;

    // A colleague of health reads who somebody is, not what she earns.
    let seen = documents(&claire, &family, kept.position).await;
    let there: Vec<DocumentId> = seen.documents.iter().map(|each| each.document).collect();
    assert_eq!(there, [named(&card)]);
    assert!(!seen.documents[0].writes && !seen.writes.iter().any(|each| each.kind.code() == "identity"));
    assert_eq!(claire.get(&content_of(&family, named(&card))).await.status, 200);
    let nothing = DocumentId(id());
    let hidden = claire.get(&content_of(&family, named(&income))).await.comparable();
    assert_eq!(hidden, claire.get(&content_of(&family, nothing)).await.comparable());
    let withdraw = json!({ "command": id(), "reason": "Pour voir" });
    let back = |document| paths::of_document(paths::WITHDRAW_DOCUMENT, family.case, document);
    let hidden = claire.post(&back(named(&income)), &withdraw).await.comparable();
    assert_eq!(hidden, claire.post(&back(nothing), &withdraw).await.comparable());
    assert_eq!(
        claire.post(&back(named(&card)), &withdraw).await.refusal(),
        "403 problem.not_writable"
    );
    let refused = deposits(&claire, &family, &super::card(&family), &pdf(900)).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");

    // Who is not around has neither case nor document.
    let hidden = elsewhere.get(&content_of(&family, named(&card))).await.comparable();
    assert_eq!(hidden, elsewhere.get(&content_of(&family, nothing)).await.comparable());
    // A document of one case is none of another, nor can it be deposited there.
    let across = nour.get(&content_of(&other, named(&card))).await;
    assert_eq!(across.refusal(), "404 problem.not_found");
    let mut across = super::card(&other);
    across["document"] = card["document"].clone();
    assert_eq!(
        deposits(&nour, &other, &across, &pdf(900)).await.refusal(),
        "404 problem.not_found"
    );
    let mut stranger = super::card(&other);
    stranger["about"] = json!({ "person": family.mother });
    assert_eq!(
        deposits(&nour, &other, &stranger, &pdf(900)).await.refusal(),
        "400 problem.doer_unknown (about)"
    );
    assert_eq!(contents(&house).await, (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_database_holds_says_nothing_and_cannot_be_put_otherwise() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let card = card(&family);
    let content = pdf(150_000);
    deposits(&julie, &family, &card, &content).await.kept();
    house.settled().await;
    let owner = house.database().owner().await;
    let count = "select count(*), count(*) filter (where position($1::bytea in sealed) > 0) from document_chunk";
    let row = owner.query_one(count, &[&CANARY]).await.unwrap();
    assert_eq!((row.get::<_, i64>(0), row.get::<_, i64>(1)), (3, 0));
    let told = "select count(*) from event where position($1::bytea in payload) > 0";
    for words in [CANARY, "Carte de séjour".as_bytes()] {
        assert_eq!(owner.query_one(told, &[&words]).await.unwrap().get::<_, i64>(0), 0);
    }
    let path = content_of(&family, named(&card));
    assert_eq!(julie.get(&path).await.body, content);

    // Two chunks that changed places open no more; back in their places they do.
    let put = "update document_chunk set place = $2 where place = $1";
    for expected in [500, 200] {
        for (from, to) in [(0, 9), (1, 0), (9, 1)] {
            assert_eq!(owner.execute(put, &[&from, &to]).await.unwrap(), 1);
        }
        assert_eq!(julie.get(&path).await.status, expected);
    }
    // One that is cut does not pass for whole.
    let cut = "delete from document_chunk where place = 2";
    assert_eq!(owner.execute(cut, &[]).await.unwrap(), 1);
    let answer = julie.request(reqwest::Method::GET, &path).send().await.unwrap();
    assert!(answer.bytes().await.is_err(), "it ends before its end");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebodys_documents_held_is_gone_with_her_key() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let hers = card(&family);
    let mut of_the_child = card(&family);
    of_the_child["about"] = json!({ "person": family.child });
    for wish in [&hers, &of_the_child] {
        deposits(&julie, &family, wish, &pdf(70_000)).await.kept();
    }
    house.settled().await;
    let keyring = house.log().codec().keyring();
    keyring.forget([Subject::Person(family.mother.0)]).await.unwrap();
    let gone = julie.get(&content_of(&family, named(&hers))).await;
    assert_eq!(gone.refusal(), "410 document.erased");
    let kept = julie.get(&content_of(&family, named(&of_the_child))).await;
    assert_eq!(kept.body, pdf(70_000), "what is about somebody else is untouched");
    let seen = documents(&julie, &family, 0).await;
    let titles: Vec<_> = seen.documents.iter().filter_map(|each| each.there.as_ref()).collect();
    let erased = |title: &str| {
        titles
            .iter()
            .filter(|each| each.title.as_ref().unwrap().0 == title)
            .count()
    };
    assert_eq!((erased("(effacé)"), erased("Carte de séjour")), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_behind_is_thrown_away_and_nothing_else() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let card = card(&family);
    deposits(&julie, &family, &card, &pdf(900)).await.kept();
    // A server that stopped between the event and the note of it, and one that stopped before the event.
    let owner = house.database().owner().await;
    let unnoted = "update document_content set settled_at = null";
    owner.execute(unnoted, &[]).await.unwrap();
    let left = "insert into document_content (content, document) values ($1, $2), ($3, $3)";
    owner.execute(left, &[&id(), &named(&card).0, &id()]).await.unwrap();
    assert_eq!(contents(&house).await, (3, 3));
    house.trame().sweeps_contents(Duration::from_hours(1)).await.unwrap();
    assert_eq!(contents(&house).await, (3, 3), "they may still be on their way");
    house.trame().sweeps_contents(Duration::ZERO).await.unwrap();
    assert_eq!(contents(&house).await, (1, 0));
    assert_eq!(julie.get(&content_of(&family, named(&card))).await.body, pdf(900));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_protects_somebody_is_protected_whatever_it_is() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let piece = |kind: &str, domain: &str| {
        json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": kind,
            "title": "Près de la rue cachée", "domain": domain })
    };
    let misplaced = deposits(&julie, &family, &piece("lease", "budget"), &pdf(900)).await;
    assert_eq!(misplaced.refusal(), "400 document.other_domain (domain)");
    deposits(&julie, &family, &piece("lease", "safety"), &pdf(900))
        .await
        .kept();
    let hidden = piece("school_certificate", "safety");
    let kept = deposits(&julie, &family, &hidden, &pdf(900)).await.kept();
    house.settled().await;
    assert_eq!(documents(&julie, &family, kept.position).await.documents.len(), 2);

    // A colleague who acts on the case knows nothing of this: not its title, not its date.
    assert!(documents(&nour, &family, kept.position).await.documents.is_empty());
    for path in [
        family.home(),
        family.path(paths::TIMELINE),
        family.path(paths::DOCUMENTS),
    ] {
        let seen = nour.get(&path).await;
        assert!(seen.status == 200 && !seen.text().contains("rue cachée"), "{path}");
    }
    let home: Value = serde_json::from_str(nour.get(&family.home()).await.text()).unwrap();
    let moments = home["moments"].to_string();
    assert!(
        !moments.contains(&format!("\"position\":{}", kept.position)),
        "{moments}"
    );
    // What she asks for is not answered by what she may not know of.
    let asks = json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": "school_certificate" });
    nour.post(&family.path(paths::REQUEST_DOCUMENT), &asks).await.kept();
    house.settled().await;
    let again = json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": "school_certificate" });
    assert_eq!(
        nour.post(&family.path(paths::REQUEST_DOCUMENT), &again).await.refusal(),
        "409 document.already_asked (kind)"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_forgotten_by_itself_is_taken_back_or_replaced() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let of_all = |title: &str| json!({ "command": id(), "document": id(), "about": "household", "kind": "proof_of_address", "title": title });
    let (mistaken, other) = (of_all("Facture d’une autre famille"), of_all("Facture d’eau"));
    for wish in [&mistaken, &other] {
        deposits(&julie, &family, wish, &pdf(900)).await.kept();
    }
    house.settled().await;
    let keyring = house.log().codec().keyring();
    for wish in [&mistaken, &other] {
        keyring.forget([Subject::Text(named(wish).0)]).await.unwrap();
    }
    let path = content_of(&family, named(&mistaken));
    assert_eq!(julie.get(&path).await.refusal(), "410 document.erased");
    let page = julie
        .request(reqwest::Method::GET, &path)
        .header("accept", "text/html,*/*");
    let page = julie.send(page).await;
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(
        page.status == 410 && page.text().contains("effacé pour de bon"),
        "{}",
        page.text()
    );

    let back = paths::of_document(paths::WITHDRAW_DOCUMENT, family.case, named(&mistaken));
    let why = json!({ "command": id(), "reason": "Déposée par erreur" });
    julie.post(&back, &why).await.kept();
    let newer = form(
        &json!({ "command": id(), "title": "Facture d’eau de mars" }),
        Some("application/pdf"),
        &pdf(1_200),
    );
    sends(&julie, &content_of(&family, named(&other)), newer).await.kept();
    house.settled().await;
    let given = julie.get(&content_of(&family, named(&other))).await;
    assert_eq!(given.body, pdf(1_200));

    // Of somebody who was forgotten herself nothing new is written, and that is said.
    keyring.forget([Subject::Person(family.mother.0)]).await.unwrap();
    let refused = deposits(&julie, &family, &card(&family), &pdf(900)).await;
    assert_eq!(refused.refusal(), "409 problem.forgotten");
}
