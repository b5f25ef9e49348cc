//! Documents: asked for once, deposited, read back byte for byte, renewed, taken back.

mod guarded;
mod looked_at;
mod screens;

use crate::house::{Answer, Family, House, Member, day_ago, id};
use contract::document::{Documents, Standing};
use contract::paths;
use domain::document::MediaType;
use domain::support_case::Command::{AppointReferent, Open};
use domain::support_case::{Intensity, Opening, Support};
use domain::words::{DocumentId, SupportCaseId, WorkerId};
use reqwest::Method;
use sealed::Compartment;
use serde_json::{Value, json};

/// What stands in every content of these journeys, and nowhere else in the database.
pub(crate) const CANARY: &[u8] = b"CANARIPIECE Claire Besnard 12 rue des Tilleuls";
const BOUNDARY: &str = "ThePartsOfADeposit";

/// A PDF of so many bytes, no two chunks of which are alike.
pub(crate) fn pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend_from_slice(CANARY);
    let rest = length.saturating_sub(bytes.len());
    bytes.extend((0_u32..).flat_map(u32::to_be_bytes).take(rest));
    bytes
}

/// A deposit as a browser sends it.
pub(crate) fn form(document: &Value, media_type: Option<&str>, content: &[u8]) -> Vec<u8> {
    let told = media_type.map_or_else(String::new, |told| format!("Content-Type: {told}\r\n"));
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{document}\r\n\
         --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"content\"; filename=\"scan.pdf\"\r\n{told}\r\n"
    );
    [head.as_bytes(), content, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat()
}

pub(crate) async fn sends(by: &Member, path: &str, body: Vec<u8>) -> Answer {
    let request = by
        .request(Method::POST, path)
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"));
    by.send(request.body(body)).await
}

/// A wish to deposit her identity card.
pub(crate) fn card(family: &Family) -> Value {
    json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": "identity",
        "title": "Carte de séjour", "valid_until": day_ago(-300) })
}

pub(crate) async fn deposits(by: &Member, family: &Family, document: &Value, content: &[u8]) -> Answer {
    let body = form(document, Some("application/pdf"), content);
    sends(by, &family.path(paths::DOCUMENTS), body).await
}

pub(crate) fn named(wish: &Value) -> DocumentId {
    DocumentId(serde_json::from_value(wish["document"].clone()).unwrap())
}

pub(crate) fn content_of(family: &Family, document: DocumentId) -> String {
    paths::of_document(paths::DOCUMENT_CONTENT, family.case, document)
}

pub(crate) async fn documents(member: &Member, family: &Family, position: u64) -> Documents {
    member
        .get_at_least(&family.path(paths::DOCUMENTS), position)
        .await
        .shows()
}

/// How many contents lie in the database, and how many of them no event is known to name.
pub(crate) async fn contents(house: &House) -> (i64, i64) {
    let owner = house.database().owner().await;
    let sql = "select count(*), count(*) filter (where settled_at is null) from document_content";
    let row = owner.query_one(sql, &[]).await.unwrap();
    (row.get(0), row.get(1))
}

fn asking(family: &Family) -> Value {
    json!({ "command": id(), "document": id(), "about": { "person": family.mother }, "kind": "identity",
        "from": "Claire, à son rendez-vous", "due_on": day_ago(-9) })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_is_asked_for_once_deposited_and_read_back_byte_for_byte() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::REQUEST_DOCUMENT);
    let wish = asking(&family);
    let kept = julie.post(&path, &wish).await.kept();
    assert!(julie.post(&path, &wish).await.kept().repeated);
    let seen = documents(&julie, &family, kept.position).await;
    let awaited = &seen.documents[0];
    assert_eq!(
        (awaited.standing, awaited.name.as_ref().unwrap().0.as_str()),
        (Standing::Awaited, "Claire Besnard")
    );
    let asked = awaited.asked.as_ref().unwrap();
    assert_eq!(asked.from.as_ref().unwrap().0, "Claire, à son rendez-vous");
    assert_eq!((asked.due_on, awaited.there.as_ref()), (Some(day_ago(-9)), None));
    assert_eq!(
        julie.get(&content_of(&family, named(&wish))).await.refusal(),
        "404 problem.not_found"
    );
    let again = julie.post(&path, &asking(&family)).await;
    assert_eq!(again.refusal(), "409 document.already_asked (kind)");

    // It is deposited as what was asked for, once.
    let content = pdf(200_000);
    let mut card = card(&family);
    card["document"] = wish["document"].clone();
    let kept = deposits(&julie, &family, &card, &content).await.kept();
    let repeated = deposits(&julie, &family, &card, &content).await.kept();
    assert!(repeated.repeated && repeated.position == kept.position);
    let other = deposits(&julie, &family, &card, &pdf(200_001)).await;
    assert_eq!(other.refusal(), "409 problem.command_reused");
    assert_eq!(contents(&house).await, (1, 0), "nothing is left of what was sent twice");

    let seen = documents(&julie, &family, kept.position).await;
    let there = seen.documents[0].there.as_ref().unwrap();
    assert_eq!(seen.documents[0].standing, Standing::Good);
    assert_eq!((there.media_type, there.bytes), (MediaType::Pdf, 200_000));
    assert_eq!(there.title.as_ref().unwrap().0, "Carte de séjour");
    let given = julie.get(&content_of(&family, named(&card))).await;
    assert_eq!((given.status, given.body == content), (200, true));
    assert_eq!(given.header("content-type"), "application/pdf");
    assert_eq!(given.header("content-length"), "200000");
    assert_eq!(given.header("x-content-type-options"), "nosniff");
    assert_eq!(given.header("cache-control"), "no-store");
    let name = format!("inline; filename=\"trame-piece-{}.pdf\"", house.today().0);
    assert_eq!(given.header("content-disposition"), name);
    assert!(
        given
            .header("content-security-policy")
            .starts_with("default-src 'none'")
    );

    // What is there and good is not asked for again, and the sentence says until when.
    let again = julie.post(&path, &asking(&family)).await;
    assert_eq!(again.refusal(), "409 document.already_there_until (kind)");
    let until = day_ago(-300).0.strftime("valable jusqu’au %d/%m/%Y").to_string();
    assert!(again.problem().title.contains(&until), "{}", again.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_longer_good_is_asked_for_again_renewed_and_taken_back() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut card = card(&family);
    card["valid_until"] = json!(day_ago(3));
    let kept = deposits(&julie, &family, &card, &pdf(70_000)).await.kept();
    let seen = documents(&julie, &family, kept.position).await;
    assert_eq!(seen.documents[0].standing, Standing::Over);
    let mut wish = asking(&family);
    julie.post(&family.path(paths::REQUEST_DOCUMENT), &wish).await.kept();

    // Whatever answers it is good.
    let mut late = card.clone();
    (late["command"], late["document"]) = (json!(id()), wish["document"].clone());
    let refused = deposits(&julie, &family, &late, &pdf(500)).await;
    assert_eq!(refused.refusal(), "409 document.already_over (valid_until)");
    let mut another = late.clone();
    (another["command"], another["about"]) = (json!(id()), json!("household"));
    let refused = deposits(&julie, &family, &another, &pdf(500)).await;
    assert_eq!(refused.refusal(), "409 document.another_piece (kind)");

    // A newer one takes the place of the old one.
    let newer = pdf(131_072);
    let renewal = json!({ "command": id(), "valid_until": day_ago(-90) });
    let path = content_of(&family, named(&card));
    let body = form(&renewal, Some("application/pdf"), &newer);
    sends(&julie, &path, body.clone()).await.kept();
    let kept = sends(&julie, &path, body).await.kept();
    assert!(kept.repeated);
    assert_eq!(julie.get(&path).await.body, newer);
    let seen = documents(&julie, &family, kept.position).await;
    let standing: Vec<_> = seen.documents.iter().map(|each| each.standing).collect();
    assert_eq!(standing, [Standing::Awaited, Standing::Good]);

    // What is taken back is not given out any more, and nothing comes to it.
    let withdraw = json!({ "command": id(), "reason": "Déposée dans la mauvaise situation" });
    let back = |document| paths::of_document(paths::WITHDRAW_DOCUMENT, family.case, document);
    julie.post(&back(named(&card)), &withdraw).await.kept();
    wish["command"] = json!(id());
    let no_longer = json!({ "command": id(), "reason": "Elle l’a envoyée à la CAF" });
    let kept = julie.post(&back(named(&wish)), &no_longer).await.kept();
    assert!(documents(&julie, &family, kept.position).await.documents.is_empty());
    assert_eq!(julie.get(&path).await.refusal(), "404 problem.not_found");
    let body = form(&json!({ "command": id() }), Some("application/pdf"), &newer);
    assert_eq!(sends(&julie, &path, body).await.refusal(), "409 document.withdrawn");
    assert_eq!(contents(&house).await, (2, 0));
    let view: contract::support_case::CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let told: Vec<_> = view.news.iter().map(|news| news.kind.as_str()).collect();
    for kind in ["requested", "deposited", "renewed", "withdrawn"] {
        assert!(
            told.contains(&format!("document.{kind}").as_str()),
            "{kind} is not among {told:?}"
        );
    }
}

/// Another case of her mother alone, with its référent.
async fn another_case(house: &House, family: &Family, referent: &Member) -> Family {
    let second = Family {
        case: SupportCaseId(id()),
        ..*family
    };
    let opening = Opening {
        household: None,
        people: vec![family.mother],
        service: family.service,
        label: family.text(Compartment::Identity, "Mme Besnard, seule"),
        opened_on: day_ago(100),
        support: Support::Generalist,
        intensity: Intensity::Standard,
        children: 0,
        requested_on: None,
    };
    house.case(&second, WorkerId::TRAME, 100, Open(opening)).await;
    let worker = referent.worker;
    house.case(&second, worker, 99, AppointReferent { worker }).await;
    house.settled().await;
    second
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_there_in_another_of_her_cases_is_not_asked_for_by_who_reads_it_there() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let hers = another_case(&house, &family, &julie).await;
    let card = card(&family);
    deposits(&julie, &family, &card, &pdf(900)).await.kept();
    let path = hers.path(paths::REQUEST_DOCUMENT);
    let refused = julie.post(&path, &asking(&family)).await;
    assert_eq!(refused.refusal(), "409 document.there_elsewhere (kind)");
    // Who does not follow the first case learns nothing of it.
    let second = another_case(&house, &family, &nour).await;
    nour.post(&second.path(paths::REQUEST_DOCUMENT), &asking(&family))
        .await
        .kept();
    let withdraw = json!({ "command": id(), "reason": "Périmée" });
    let back = paths::of_document(paths::WITHDRAW_DOCUMENT, family.case, named(&card));
    julie.post(&back, &withdraw).await.kept();
    julie.post(&path, &asking(&family)).await.kept();
}
