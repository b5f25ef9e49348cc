//! What is taken as a document: of a kind that is known by its first bytes, as said, not too large, and harmless.

use super::{card, content_of, contents, deposits, form, named, pdf, sends};
use crate::house::{Family, House, Member, id};
use contract::paths;
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore};

/// The test file of antivirus makers, which all of them find.
const EICAR: &[u8] = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
/// In what is larger than it looks at, once unpacked; in what is larger than it takes.
const PACKED: &[u8] = b"PACKEDBEYONDLIMITS";
const LIMITS: &[u8] = b"LARGERTHANITTAKES!";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

async fn refused(by: &Member, family: &Family, media_type: Option<&str>, content: &[u8]) -> String {
    let body = form(&card(family), media_type, content);
    sends(by, &family.path(paths::DOCUMENTS), body).await.refusal()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_document_is_refused_with_a_sentence_and_nothing_of_it_stays() {
    let house = House::open_with(|config| config.documents.largest_mib = 1).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let page = b"<html><script>alert(1)</script></html>";
    let (as_pdf, as_png) = (Some("application/pdf"), Some("image/png"));
    for (told, content, expected) in [
        (as_png, pdf(5_000).as_slice(), "400 document.other_type (content)"),
        (as_pdf, PNG, "400 document.other_type (content)"),
        (as_pdf, page, "400 document.unknown_type (content)"),
        (Some("text/html"), page, "400 document.unknown_type (content)"),
        (
            None,
            b"GIF89a\x01\0\x01\0\0\0\0;     ",
            "400 document.unknown_type (content)",
        ),
        (
            as_pdf,
            b"PK\x03\x04 a program in a box",
            "400 document.unknown_type (content)",
        ),
        (as_pdf, b"", "400 document.empty (content)"),
        (as_pdf, pdf(1_048_577).as_slice(), "413 document.too_large (content)"),
        (as_pdf, pdf(1_900_000).as_slice(), "413 document.too_large (content)"),
    ] {
        assert_eq!(refused(&julie, &family, told, content).await, expected);
    }
    assert_eq!(contents(&house).await, (0, 0));
    for (told, content) in [
        (as_pdf, pdf(1_048_576)),
        (as_png, PNG.to_vec()),
        (None, PNG.to_vec()),
        (Some("application/octet-stream"), b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        (Some("image/webp"), b"RIFF\x24\0\0\0WEBPVP8 ".to_vec()),
    ] {
        let wish = card(&family);
        let body = form(&wish, told, &content);
        sends(&julie, &family.path(paths::DOCUMENTS), body).await.kept();
        house.settled().await;
        let given = julie.get(&content_of(&family, named(&wish))).await;
        assert!(given.body == content, "{told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deposit_that_is_no_form_or_lacks_a_part_is_refused() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::DOCUMENTS);
    assert_eq!(
        julie.post(&path, &card(&family)).await.refusal(),
        "415 document.no_form"
    );
    let mut unknown = card(&family);
    unknown["colour"] = json!("blue");
    let body = form(&unknown, None, PNG);
    assert_eq!(
        sends(&julie, &path, body).await.refusal(),
        "400 problem.unreadable (document)"
    );
    let whole = String::from_utf8(form(&card(&family), None, b"%PDF-1.7")).unwrap();
    let turned = whole.replace("name=\"content\"", "name=\"contents\"");
    assert_eq!(
        sends(&julie, &path, turned.into_bytes()).await.refusal(),
        "400 problem.unreadable (content)"
    );
    let turned = whole.replace("name=\"document\"", "name=\"paper\"");
    assert_eq!(
        sends(&julie, &path, turned.into_bytes()).await.refusal(),
        "400 problem.unreadable (document)"
    );
    let cut = whole.split("\r\n--").next().unwrap_or_default().to_owned();
    assert_eq!(
        sends(&julie, &path, cut.into_bytes()).await.refusal(),
        "400 problem.unreadable (document)"
    );
    assert_eq!(contents(&house).await, (0, 0));
}

/// An antivirus that speaks as `clamd` does: it reads what it is shown to its end, tells that it did, waits until it may
/// answer, and finds the test file in it.
struct Antivirus {
    address: SocketAddr,
    seen: Arc<Notify>,
    answers: Arc<Semaphore>,
}

impl Antivirus {
    async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let here = Self {
            address: listener.local_addr().unwrap(),
            seen: Arc::default(),
            answers: Arc::new(Semaphore::new(0)),
        };
        let (seen, answers) = (Arc::clone(&here.seen), Arc::clone(&here.answers));
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(looks(line, Arc::clone(&seen), Arc::clone(&answers)));
            }
        });
        here
    }

    /// A house that asks it.
    async fn house(&self) -> House {
        let address = self.address.to_string();
        House::open_with(|config| {
            config.documents.clamd = Some(address);
            config.documents.at_once = 1;
        })
        .await
    }
}

async fn looks(mut line: TcpStream, told: Arc<Notify>, answers: Arc<Semaphore>) -> std::io::Result<()> {
    let mut asked = [0; 10];
    line.read_exact(&mut asked).await?;
    if &asked != b"zINSTREAM\0" {
        return line.write_all(b"UNKNOWN COMMAND\0").await;
    }
    let mut seen = Vec::new();
    loop {
        let length = line.read_u32().await?;
        if length == 0 {
            break;
        }
        let mut part = vec![0; usize::try_from(length).unwrap()];
        line.read_exact(&mut part).await?;
        seen.extend_from_slice(&part);
    }
    told.notify_one();
    answers.acquire().await.unwrap().forget();
    let holds = |what: &[u8]| seen.windows(what.len()).any(|window| window == what);
    let answer: &[u8] = if holds(EICAR) {
        b"stream: Eicar-Test-Signature FOUND\0"
    } else if holds(PACKED) {
        b"stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND\0"
    } else if holds(LIMITS) {
        b"INSTREAM size limit exceeded. ERROR\0"
    } else {
        b"stream: OK\0"
    };
    line.write_all(answer).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_antivirus_knows_is_refused_wherever_it_lies_in_the_file() {
    let antivirus = Antivirus::start().await;
    antivirus.answers.add_permits(9);
    let house = antivirus.house().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    // It lies across the border of two chunks.
    let mut infected = pdf(65_500);
    infected.extend_from_slice(EICAR);
    infected.extend_from_slice(&pdf(5_000));
    let answer = deposits(&julie, &family, &card(&family), &infected).await;
    assert_eq!(answer.refusal(), "400 document.harmful (content)");
    assert!(answer.problem().title.contains("rien n’a été gardé"));
    // What it did not look at to its end is not taken for harmless, nor for harmful.
    for beyond in [PACKED, LIMITS] {
        let mut large = pdf(5_000);
        large.extend_from_slice(beyond);
        let answer = deposits(&julie, &family, &card(&family), &large).await;
        assert_eq!(answer.refusal(), "503 document.unscanned");
    }
    assert_eq!(contents(&house).await, (0, 0));
    let wish = card(&family);
    deposits(&julie, &family, &wish, &pdf(200_000)).await.kept();
    house.settled().await;
    assert_eq!(julie.get(&content_of(&family, named(&wish))).await.body, pdf(200_000));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_that_an_absent_antivirus_did_not_look_at() {
    let gone = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = gone.local_addr().unwrap();
    drop(gone);
    let house = House::open_with(|config| config.documents.clamd = Some(address.to_string())).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let answer = deposits(&julie, &family, &card(&family), &pdf(70_000)).await;
    assert_eq!(answer.refusal(), "503 document.unscanned");
    assert_eq!(answer.header("retry-after"), "5");
    assert_eq!(contents(&house).await, (0, 0));
    let json = json!({ "command": id(), "document": id(), "about": "household", "kind": "letter" });
    let asked = julie.post(&family.path(paths::REQUEST_DOCUMENT), &json).await;
    asked.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_while_a_document_is_on_its_way_ends_for_it_too() {
    let antivirus = Antivirus::start().await;
    let house = antivirus.house().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;

    // She is kept away from the case while the antivirus looks.
    let wish = json!({ "command": id(), "document": id(), "about": "household", "kind": "letter" });
    let away = json!({ "command": id(), "exclusion": id(), "worker": nour.worker, "reason": "Ancien conjoint" });
    let keeps_away = async {
        antivirus.seen.notified().await;
        // One comes at a time here: who comes meanwhile is asked to come again.
        let other = deposits(&julie, &family, &card(&family), &pdf(900)).await;
        assert_eq!(other.refusal(), "503 document.busy");
        julie.post(&family.path(paths::EXCLUSIONS), &away).await.kept();
        antivirus.answers.add_permits(1);
    };
    let content = pdf(70_000);
    let (answer, ()) = tokio::join!(deposits(&nour, &family, &wish, &content), keeps_away);
    assert_eq!(answer.refusal(), "404 problem.not_found");
    assert_eq!(contents(&house).await, (0, 0));

    // A machine that slept meanwhile: what was laid down was taken for left behind.
    let wish = card(&family);
    let sweeps = async {
        antivirus.seen.notified().await;
        house.trame().sweeps_contents(Duration::ZERO).await.unwrap();
        antivirus.answers.add_permits(1);
    };
    let (answer, ()) = tokio::join!(deposits(&julie, &family, &wish, &content), sweeps);
    assert_eq!(answer.refusal(), "503 problem.unavailable");
    assert_eq!(contents(&house).await, (0, 0), "nothing is named that is not there");
    antivirus.answers.add_permits(1);
    deposits(&julie, &family, &wish, &content).await.kept();
    house.settled().await;
    assert_eq!(julie.get(&content_of(&family, named(&wish))).await.body, content);
}
