//! The log behind it all: whatever clients repeat and however servers die, each kept command has one effect.

use crate::house::{Family, House, Member, Program, Serving, id};
use contract::support_case::CaseView;
use contract::{Accepted, paths};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::mpsc;
use uuid::Uuid;

/// A command as a client holds it until it is acknowledged.
#[derive(Clone, Debug)]
struct Kept {
    command: Uuid,
    path: String,
    body: Value,
}

/// Strengths and contacts of one family, each sent once, twice or three times, in any order.
fn letters(family: &Family, random: &mut StdRng) -> Vec<Kept> {
    let mut letters = Vec::new();
    for number in 0..25 {
        let (command, thing) = (id(), id());
        let text = format!("Ligne {number}");
        let (path, body) = if random.random_bool(0.5) {
            let body = json!({ "command": command, "strength": thing, "text": text, "named_by": "worker" });
            (paths::STRENGTHS, body)
        } else {
            let body = json!({ "command": command, "contact": thing, "kind": "call", "shared": text,
                "occurred_at": crate::house::ago(1) });
            (paths::CONTACTS, body)
        };
        let letter = Kept {
            command,
            path: family.path(path),
            body,
        };
        letters.extend(std::iter::repeat_n(letter, random.random_range(1..=3)));
    }
    letters.shuffle(random);
    letters
}

type Acknowledged = Vec<(Uuid, Accepted)>;

/// Sends until the server is gone; tells of each acknowledgement.
async fn sends(member: Member, letters: Arc<Vec<Kept>>, heard: mpsc::UnboundedSender<()>) -> Acknowledged {
    let mut acknowledged = Vec::new();
    for letter in letters.iter() {
        let sent = member
            .request(reqwest::Method::POST, &letter.path)
            .json(&letter.body)
            .send()
            .await;
        let Ok(response) = sent else { break };
        let status = response.status().as_u16();
        let Ok(body) = response.bytes().await else { break };
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
        acknowledged.push((letter.command, serde_json::from_slice(&body).unwrap()));
        if heard.send(()).is_err() {
            break;
        }
    }
    acknowledged
}

/// Each person sends her letters from two windows at once.
async fn at_work(
    server: &Serving,
    people: &[(Member, Arc<Vec<Kept>>)],
    heard: &mpsc::UnboundedSender<()>,
) -> tokio::task::JoinSet<Acknowledged> {
    let mut signed_in = Vec::new();
    for (member, letters) in people {
        for _ in 0..2 {
            let (member, letters, heard) = (member.at(server.base()), Arc::clone(letters), heard.clone());
            // Before anybody writes: the server dies once enough was kept, and a late sign-in would die with it.
            assert_eq!(member.sign_in().await.status, 204);
            signed_in.push((member, letters, heard));
        }
    }
    let mut work = tokio::task::JoinSet::new();
    for (member, letters, heard) in signed_in {
        work.spawn(sends(member, letters, heard));
    }
    work
}

#[tokio::test(flavor = "multi_thread")]
async fn each_acknowledged_command_has_one_effect_though_clients_repeat_and_servers_die() {
    let mut house = House::open().await;
    let mut random = StdRng::seed_from_u64(20_261_123);
    let mut people = Vec::new();
    let mut families = Vec::new();
    for name in ["Julie", "Nour", "Karim"] {
        let member = house.worker(name).await;
        let family = house.family(name, &member).await;
        people.push((member, Arc::new(letters(&family, &mut random))));
        families.push(family);
    }
    house.stop().await;
    let program = Program::on_database(&house.database().url(), house.folder());

    let mut answers: BTreeMap<Uuid, Vec<Accepted>> = BTreeMap::new();
    // Twice the server dies in the middle; the third one lives to hear everything.
    for deaths in [Some(20), Some(40), None] {
        let server = program.serve().await;
        let (heard, mut hearing) = mpsc::unbounded_channel();
        let work = at_work(&server, &people, &heard).await;
        drop(heard);
        if let Some(enough) = deaths {
            for _ in 0..enough {
                hearing.recv().await.unwrap();
            }
            server.killed().await;
        }
        for (command, accepted) in work.join_all().await.into_iter().flatten() {
            answers.entry(command).or_default().push(accepted);
        }
    }

    for (member, letters) in &people {
        for letter in letters.iter() {
            let told = &answers[&letter.command];
            assert!(
                told.iter().all(|each| each.position == told[0].position),
                "{}: {told:?}",
                member.name()
            );
            let new = told.iter().filter(|each| !each.repeated).count();
            assert!(new <= 1, "{}: {told:?}", member.name());
        }
    }
    house.start().await;
    house.settled().await;
    for ((member, letters), family) in people.iter().zip(&families) {
        let member = member.at(house.url(""));
        member.sign_in().await;
        let view: CaseView = member.get(&family.home()).await.shows();
        let commands: BTreeMap<_, _> = letters.iter().map(|letter| (letter.command, letter)).collect();
        let strengths = commands
            .values()
            .filter(|letter| letter.body["strength"].is_string())
            .count();
        assert_eq!(view.strengths.len(), strengths, "{}", member.name());
        let mut texts: Vec<_> = view
            .news
            .iter()
            .filter(|news| matches!(news.kind.as_str(), "contact.noted" | "support_case.strength_identified"))
            .map(|news| news.text.clone().unwrap().0)
            .collect();
        texts.sort();
        let mut sent: Vec<_> = (0..25).map(|number| format!("Ligne {number}")).collect();
        sent.sort();
        assert_eq!(texts, sent, "{}", member.name());
    }
    everything_holds(&house).await;
}

/// The chain of hashes, and every view against its rebuild.
async fn everything_holds(house: &House) {
    let head = house.settled().await;
    let verified = house.log().verify(|_| {}).await.unwrap();
    assert_eq!((verified.ok, verified.first_bad, verified.events), (true, None, head));
    let checked = projections::check(house.log(), |_| {}).await.unwrap();
    assert_eq!(checked.len(), projections::VIEWS.len());
    assert!(checked.iter().all(|each| each.equal), "{checked:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_kept_is_there_after_a_restart() {
    let mut house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.stop().await;
    house.start().await;
    let julie = julie.at(house.url(""));
    assert_eq!(julie.sign_in().await.status, 204);
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert_eq!(view.strengths[0].text.0, "Sait demander");
    everything_holds(&house).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_a_name_nor_a_word_lies_open_in_the_database() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    julie
        .names_a_strength(family.case, "Sait demander de l’aide")
        .await
        .kept();
    julie.get(&family.home()).await;
    house.settled().await;
    let owner = house.database().owner().await;
    let asked = "select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')";
    let tables = owner.query(asked, &[]).await.unwrap();
    assert!(tables.len() > 20);
    for table in tables {
        let table: String = table.get(0);
        let rows = owner
            .query(&format!("select t::text from {table} t"), &[])
            .await
            .unwrap();
        for row in rows {
            let text = readable(row.get(0));
            for secret in ["Besnard", "Claire", "Malo", "Sait demander", "julie", "Julie"] {
                assert!(!text.contains(secret), "{table}: {secret}");
            }
        }
    }
}

/// A row as text, with what `bytea` shows as hexadecimal figures turned back into letters.
fn readable(row: &str) -> String {
    let bytes = row.split("\\x").skip(1).map(|figures| {
        let figures: Vec<_> = figures.chars().take_while(char::is_ascii_hexdigit).collect();
        let pairs = figures.chunks_exact(2).map(|pair| pair.iter().collect::<String>());
        let bytes: Vec<_> = pairs.map(|pair| u8::from_str_radix(&pair, 16).unwrap()).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    });
    [row.to_owned()].into_iter().chain(bytes).collect::<Vec<_>>().join("\n")
}
