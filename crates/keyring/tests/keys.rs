//! Keys: what is sealed opens at its place only, for a permit only, and never again once its subject is forgotten.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use access::Permit;
use event_store::pool;
use futures::future::join_all;
use keyring::{Fault, Keyring, Opened, Place};
use sealed::{Compartment, Private, Sealed, Subject};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

const CLAIRE: Subject = Subject::Person(Uuid::from_u128(1));
const MALO: Subject = Subject::Person(Uuid::from_u128(2));

async fn load(database: &Database, folder: &Path) -> Result<Keyring, Fault> {
    Keyring::load(pool(&database.config(), 4).unwrap(), folder).await
}

async fn fresh() -> (Database, TempDir, Keyring) {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let keyring = load(&database, &home.path().join("keys")).await.unwrap();
    (database, home, keyring)
}

fn place(field: &str) -> Place<'_> {
    Place {
        event: Uuid::from_u128(10),
        stream: Uuid::from_u128(11),
        kind: "person.named",
        field,
    }
}

/// The CBOR of a text.
fn cbor(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(text, &mut bytes).unwrap();
    bytes
}

async fn seal(keyring: &Keyring, subject: Subject, text: &str) -> Sealed {
    let keys = keyring.ensure([subject]).await.unwrap();
    keys.seal(subject, Compartment::Identity, place("name"), &cbor(text))
        .unwrap()
}

async fn open(keyring: &Keyring, sealed: &Sealed) -> Result<Opened<String>, Fault> {
    keyring
        .open(&Permit::for_operation(), &Private::Sealed(sealed.clone()))
        .await
}

#[tokio::test]
async fn what_is_sealed_opens_again_also_in_another_process() {
    let (database, home, keyring) = fresh().await;
    let sealed = seal(&keyring, CLAIRE, "Claire Besnard").await;
    assert!(!String::from_utf8_lossy(&sealed.bytes).contains("Claire"));
    assert_eq!(
        open(&keyring, &sealed).await.unwrap(),
        Opened::Value("Claire Besnard".to_owned())
    );
    let other = load(&database, &home.path().join("keys")).await.unwrap();
    assert_eq!(
        open(&other, &sealed).await.unwrap(),
        Opened::Value("Claire Besnard".to_owned())
    );
    assert_ne!(
        seal(&keyring, CLAIRE, "Claire Besnard").await.bytes,
        sealed.bytes,
        "equal values look different"
    );
}

#[tokio::test]
async fn a_value_opens_only_where_it_was_sealed() {
    let (_database, _home, keyring) = fresh().await;
    seal(&keyring, MALO, "Malo").await;
    let sealed = seal(&keyring, CLAIRE, "Claire").await;
    let moves: [fn(&mut Sealed); 7] = [
        |s| s.event = Uuid::from_u128(99),
        |s| s.stream = Uuid::from_u128(99),
        |s| s.kind = "person.died".to_owned(),
        |s| s.field = "birth".to_owned(),
        |s| s.compartment = Compartment::Coordination,
        |s| s.subject = MALO,
        |s| *s.bytes.last_mut().unwrap() ^= 1,
    ];
    for alter in moves {
        let mut moved = sealed.clone();
        alter(&mut moved);
        assert!(matches!(open(&keyring, &moved).await, Err(Fault::Altered { .. })));
    }
    for bytes in [Vec::new(), vec![1], vec![2; 60], vec![1; 12]] {
        let broken = Sealed {
            bytes,
            ..sealed.clone()
        };
        assert!(matches!(open(&keyring, &broken).await, Err(Fault::Altered { .. })));
    }
}

#[tokio::test]
async fn a_forgotten_subject_opens_nowhere_and_seals_nothing_more() {
    let (database, home, keyring) = fresh().await;
    let (claire, malo) = (
        seal(&keyring, CLAIRE, "Claire").await,
        seal(&keyring, MALO, "Malo").await,
    );
    keyring.forget([CLAIRE]).await.unwrap();
    let other = load(&database, &home.path().join("keys")).await.unwrap();
    for keyring in [&keyring, &other] {
        assert_eq!(open(keyring, &claire).await.unwrap(), Opened::Forgotten);
        assert_eq!(open(keyring, &malo).await.unwrap(), Opened::Value("Malo".to_owned()));
        assert!(matches!(keyring.ensure([CLAIRE]).await, Err(Fault::Forgotten)));
    }
    let wrapped = "select wrapped is null and forgotten_at is not null from subject_key where id = $1";
    let row = database
        .owner()
        .await
        .query_one(wrapped, &[&CLAIRE.id()])
        .await
        .unwrap();
    assert!(row.get::<_, bool>(0));
    // One who was never known may be forgotten beforehand.
    keyring.forget([Subject::Worker(Uuid::from_u128(3))]).await.unwrap();
    assert!(keyring.ensure([Subject::Worker(Uuid::from_u128(3))]).await.is_err());
}

#[tokio::test]
async fn a_permit_opens_only_the_compartments_it_reads() {
    let (_database, _home, keyring) = fresh().await;
    let keys = keyring.ensure([CLAIRE]).await.unwrap();
    let sealed = keys
        .seal(CLAIRE, Compartment::Health, place("text"), &cbor("une note"))
        .unwrap();
    let manager = access::Reader {
        worker: domain::words::WorkerId(Uuid::from_u128(5)),
        role: domain::words::Role::Manager,
        profession: domain::words::Profession::TeamManager,
        service: domain::words::ServiceId(Uuid::from_u128(6)),
    };
    let load = Permit::for_load(&access::first_table().unwrap(), manager).unwrap();
    let opened: Opened<String> = keyring.open(&load, &Private::Sealed(sealed)).await.unwrap();
    assert_eq!(opened, Opened::Withheld);
    let clear = Private::new(CLAIRE, Compartment::Health, "une note".to_owned());
    assert_eq!(keyring.open(&load, &clear).await.unwrap(), Opened::Withheld);
}

#[tokio::test]
async fn many_values_open_with_one_question() {
    let (database, home, keyring) = fresh().await;
    let subjects: Vec<Subject> = (0..500).map(|number| Subject::Text(Uuid::from_u128(number))).collect();
    let keys = keyring.ensure(subjects.iter().copied()).await.unwrap();
    let values: Vec<Private<String>> = subjects
        .iter()
        .map(|subject| {
            keys.seal(*subject, Compartment::Social, place("text"), &cbor("note"))
                .unwrap()
        })
        .map(Private::Sealed)
        .collect();
    let other = load(&database, &home.path().join("keys")).await.unwrap();
    keyring.forget([subjects[7]]).await.unwrap();
    let opened = other
        .open_all(&Permit::for_operation(), &values.iter().collect::<Vec<_>>())
        .await
        .unwrap();
    assert_eq!(
        opened
            .iter()
            .filter(|one| **one == Opened::Value("note".to_owned()))
            .count(),
        499
    );
    assert_eq!(opened[7], Opened::Forgotten);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_programs_that_meet_a_subject_at_once_agree_on_its_key() {
    let (database, home, here) = fresh().await;
    let there = load(&database, &home.path().join("keys")).await.unwrap();
    let subjects: Vec<Subject> = (0..50).map(|number| Subject::Person(Uuid::from_u128(number))).collect();
    let met = |keyring: Keyring, backwards: bool| {
        let mut subjects = subjects.clone();
        if backwards {
            subjects.reverse();
        }
        async move {
            join_all(
                subjects
                    .into_iter()
                    .map(async |subject| seal(&keyring, subject, "x").await),
            )
            .await
        }
    };
    let (mine, theirs) = tokio::join!(met(here.clone(), false), met(there.clone(), true));
    for sealed in mine.iter().chain(&theirs) {
        for keyring in [&here, &there] {
            assert_eq!(open(keyring, sealed).await.unwrap(), Opened::Value("x".to_owned()));
        }
    }
}

#[tokio::test]
async fn keys_are_for_their_owner_only() {
    let (database, home, _keyring) = fresh().await;
    let folder = home.path().join("keys");
    let rights = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(&folder), 0o700);
    assert_eq!(rights(&folder.join("root.key")), 0o600);
    assert_eq!(rights(&folder.join("epoch-1.key")), 0o600);
    assert_eq!(rights(&folder.join("names.key")), 0o600);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
    std::fs::set_permissions(folder.join("root.key"), std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(load(&database, &folder).await, Err(Fault::LooseRights { .. })));
    std::fs::set_permissions(folder.join("root.key"), std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(matches!(load(&database, &folder).await, Err(Fault::LooseRights { .. })));
}

#[tokio::test]
async fn a_database_runs_with_its_own_keys_only() {
    let (database, home, keyring) = fresh().await;
    let folder = home.path().join("keys");
    let (none, other) = (home.path().join("none"), home.path().join("other"));
    assert!(matches!(load(&database, &none).await, Err(Fault::KeysMissing { .. })));
    assert!(!none.exists(), "no new keys are made for a database that has others");
    let elsewhere = Database::fresh().await;
    load(&elsewhere, &other).await.unwrap();
    assert!(matches!(load(&database, &other).await, Err(Fault::OtherRootKey { .. })));
    std::fs::copy(other.join("epoch-1.key"), folder.join("epoch-1.key")).unwrap();
    assert!(matches!(load(&database, &folder).await, Err(Fault::NotAKey { .. })));
    std::fs::write(folder.join("root.key"), [1; 31]).unwrap();
    assert!(matches!(load(&database, &folder).await, Err(Fault::NotAKey { .. })));
    drop(keyring);
}

#[tokio::test]
async fn digests_are_keyed_and_scoped() {
    let (_database, _home, keyring) = fresh().await;
    let elsewhere = Database::fresh().await;
    let home = TempDir::new().unwrap();
    let other = load(&elsewhere, &home.path().join("keys")).await.unwrap();
    assert_eq!(keyring.blind("a", "b"), keyring.blind("a", "b"));
    assert_ne!(keyring.blind("a", "b"), keyring.blind("c", "b"));
    assert_ne!(keyring.blind("a", "b"), other.blind("a", "b"));
    assert_ne!(keyring.digest(b"x"), other.digest(b"x"));
}

#[tokio::test]
async fn a_wrapped_key_moved_to_another_subject_does_not_unwrap() {
    let (database, home, keyring) = fresh().await;
    seal(&keyring, CLAIRE, "Claire").await;
    seal(&keyring, MALO, "Malo").await;
    let moved = "update subject_key set wrapped = (select wrapped from subject_key where id = $1) where id = $2";
    database
        .owner()
        .await
        .execute(moved, &[&CLAIRE.id(), &MALO.id()])
        .await
        .unwrap();
    let other = load(&database, &home.path().join("keys")).await.unwrap();
    assert!(matches!(other.ensure([MALO]).await, Err(Fault::Unwrap)));
}

#[test]
fn the_seed_of_a_key_that_signs_is_made_once_and_read_by_its_owner_only() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("keys").join(keyring::CHECKPOINT_SEED);
    assert_eq!(keyring::seed(&file).unwrap(), None);
    let made = keyring::seed_or_new(&file).unwrap();
    assert_eq!(keyring::seed_or_new(&file).unwrap(), made);
    assert_eq!(keyring::seed(&file).unwrap(), Some(made));
    let rights = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((rights(&file), rights(file.parent().unwrap())), (0o600, 0o700));

    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(keyring::seed(&file), Err(Fault::LooseRights { .. })));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&file, b"too short").unwrap();
    assert!(matches!(keyring::seed_or_new(&file), Err(Fault::NotAKey { .. })));
}
