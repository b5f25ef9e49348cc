//! Epochs: keys are wrapped again while programs go on, whatever is cut off goes on where it stopped, and what an epoch
//! that was destroyed had wrapped opens nowhere.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use access::Permit;
use event_store::pool;
use keyring::{Fault, Keyring, Opened, Place, RootSource};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use sealed::{Compartment, Private, Sealed, Subject};
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use testkit::Database;
use uuid::Uuid;

async fn load(database: &Database, folder: &Path) -> Result<Keyring, Fault> {
    Keyring::load(pool(&database.config(), 4).unwrap(), folder).await
}

async fn fresh() -> (Database, TempDir, Keyring) {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let keyring = load(&database, &home.path().join("keys")).await.unwrap();
    (database, home, keyring)
}

fn person(number: u128) -> Subject {
    Subject::Person(Uuid::from_u128(number))
}

async fn seal(keyring: &Keyring, subject: Subject) -> Sealed {
    let mut bytes = Vec::new();
    ciborium::into_writer("Claire", &mut bytes).unwrap();
    let place = Place {
        event: Uuid::from_u128(10),
        stream: Uuid::from_u128(11),
        kind: "person.named",
        field: "name",
    };
    let keys = keyring.ensure([subject]).await.unwrap();
    keys.seal(subject, Compartment::Identity, place, &bytes).unwrap()
}

async fn sealed_people(keyring: &Keyring, many: u128) -> Vec<Sealed> {
    keyring.ensure((0..many).map(person)).await.unwrap();
    let mut sealed = Vec::new();
    for number in 0..many {
        sealed.push(seal(keyring, person(number)).await);
    }
    sealed
}

async fn all_open(keyring: &Keyring, sealed: &[Sealed]) -> bool {
    let values: Vec<Private<String>> = sealed.iter().cloned().map(Private::Sealed).collect();
    let opened = keyring
        .open_all(&Permit::for_operation(), &values.iter().collect::<Vec<_>>())
        .await
        .unwrap();
    opened.iter().all(|one| *one == Opened::Value("Claire".to_owned()))
}

#[tokio::test]
async fn all_keys_are_wrapped_again_and_the_old_epoch_is_destroyed_after_its_horizon() {
    let (database, home, keyring) = fresh().await;
    let folder = home.path().join("keys");
    let other = load(&database, &folder).await.unwrap();
    let sealed = sealed_people(&keyring, 300).await;
    keyring.forget([person(7)]).await.unwrap();

    let rotated = keyring.rotate(|_| {}).await.unwrap();
    assert_eq!((rotated.epoch, rotated.begun, rotated.keys), (2, true, 299));
    let epochs = keyring.epochs().await.unwrap();
    assert_eq!(epochs.iter().map(|epoch| epoch.keys).collect::<Vec<_>>(), [0, 299]);
    assert!(epochs[0].retired_at.is_some() && epochs[0].in_folder && epochs[1].in_folder);
    // Another program that knows nothing of it reads what is wrapped in the new epoch, and makes new keys in it.
    let (living, _) = sealed.split_at(7);
    assert!(all_open(&other, living).await);
    let late = load(&database, &folder).await.unwrap();
    let newcomer = seal(&late, person(1_000)).await;
    assert!(all_open(&other, &[newcomer]).await);

    assert_eq!(
        keyring.destroy_retired(Duration::from_secs(3_600)).await.unwrap(),
        Vec::<i32>::new(),
        "its horizon has not passed"
    );
    assert_eq!(keyring.destroy_retired(Duration::ZERO).await.unwrap(), [1]);
    assert!(!folder.join("epoch-1.key").exists());
    assert!(all_open(&load(&database, &folder).await.unwrap(), living).await);
    let epochs = keyring.epochs().await.unwrap();
    assert!(epochs[0].destroyed_at.is_some() && !epochs[0].in_folder);
}

#[tokio::test]
async fn a_program_that_missed_the_rotation_makes_no_key_in_the_epoch_before() {
    let (database, home, keyring) = fresh().await;
    let behind = load(&database, &home.path().join("keys")).await.unwrap();
    seal(&behind, person(1)).await;
    keyring.rotate(|_| {}).await.unwrap();
    let sealed = seal(&behind, person(2)).await;
    let old = "select count(*) from subject_key where epoch = 1";
    let row = database.owner().await.query_one(old, &[]).await.unwrap();
    assert_eq!(row.get::<_, i64>(0), 0);
    assert!(all_open(&keyring, &[sealed]).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rotation_that_is_cut_off_anywhere_loses_nothing_and_goes_on() {
    let (database, home, keyring) = fresh().await;
    let folder = home.path().join("keys");
    let sealed = sealed_people(&keyring, 5_000).await;
    let mut random = StdRng::seed_from_u64(20_261_125);
    let mut cut = 0;
    for _ in 0..40 {
        let here = load(&database, &folder).await.unwrap();
        let soon = Duration::from_micros(random.random_range(0..120_000));
        let work = async {
            here.rotate(|_| {}).await?;
            here.destroy_retired(Duration::ZERO).await
        };
        match tokio::time::timeout(soon, work).await {
            Err(_cut) => cut += 1,
            Ok(done) => drop(done.unwrap()),
        }
    }
    assert!(cut > 10, "it was cut off {cut} times only");
    let here = load(&database, &folder).await.unwrap();
    here.rotate(|_| {}).await.unwrap();
    here.destroy_retired(Duration::ZERO).await.unwrap();
    assert!(all_open(&load(&database, &folder).await.unwrap(), &sealed).await);
    let epochs = here.epochs().await.unwrap();
    let living: Vec<_> = epochs.iter().filter(|epoch| epoch.destroyed_at.is_none()).collect();
    assert_eq!(living.len(), 1, "{epochs:?}");
    assert_eq!(living[0].keys, 5_000);
}

#[tokio::test]
async fn an_epoch_on_which_keys_hang_is_not_destroyed() {
    let (database, _home, keyring) = fresh().await;
    seal(&keyring, person(1)).await;
    keyring.rotate(|_| {}).await.unwrap();
    let left = "update subject_key set epoch = 1";
    database.owner().await.execute(left, &[]).await.unwrap();
    let refused = keyring.destroy_retired(Duration::ZERO).await;
    assert!(matches!(refused, Err(Fault::EpochInUse { epoch: 1, keys: 1 })));
}

#[tokio::test]
async fn a_restored_database_forgets_again_and_a_backup_under_a_destroyed_epoch_opens_nothing() {
    let (database, home, keyring) = fresh().await;
    let folder = home.path().join("keys");
    let sealed = sealed_people(&keyring, 3).await;
    let owner = database.owner().await;
    owner
        .batch_execute("create table backup as select * from subject_key")
        .await
        .unwrap();
    keyring.forget([person(1)]).await.unwrap();
    let restore = "update subject_key k set (epoch, wrapped, forgotten_at) = (b.epoch, b.wrapped, b.forgotten_at)
        from backup b where b.kind = k.kind and b.id = k.id";
    owner.execute(restore, &[]).await.unwrap();

    let restored = load(&database, &folder).await.unwrap();
    assert!(matches!(restored.ensure([person(1)]).await, Err(Fault::Forgotten)));
    assert!(all_open(&restored, &[sealed[0].clone(), sealed[2].clone()]).await);

    restored.rotate(|_| {}).await.unwrap();
    restored.destroy_retired(Duration::ZERO).await.unwrap();
    owner.execute(restore, &[]).await.unwrap();
    let again = load(&database, &folder).await.unwrap();
    assert!(matches!(
        again.ensure([person(0)]).await,
        Err(Fault::EpochUnknown { epoch: 1 })
    ));
}

#[tokio::test]
async fn a_running_program_drops_a_key_at_once_when_another_one_destroys_it() {
    let (database, home, keyring) = fresh().await;
    let running = load(&database, &home.path().join("keys")).await.unwrap();
    let _listening = running.listen(database.config());
    let sealed = seal(&running, person(1)).await;
    assert!(all_open(&running, std::slice::from_ref(&sealed)).await);
    keyring.forget([person(1)]).await.unwrap();
    // A key in hand is kept for a minute by itself: long after this test has given up.
    let gone = async {
        while all_open(&running, std::slice::from_ref(&sealed)).await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), gone).await.unwrap();
}

#[tokio::test]
async fn a_root_key_is_replaced_and_the_sheets_bring_the_present_one_back() {
    let (database, home, keyring) = fresh().await;
    let folder = home.path().join("keys");
    let sealed = sealed_people(&keyring, 3).await;
    let before = std::fs::read(folder.join("root.key")).unwrap();
    keyring.rotate_root().await.unwrap();
    assert_ne!(std::fs::read(folder.join("root.key")).unwrap(), before);
    assert!(!folder.join("root-before.key").exists());
    assert!(all_open(&load(&database, &folder).await.unwrap(), &sealed).await);

    let sheets = keyring.escrow().await.unwrap();
    let typed: Vec<_> = sheets.iter().map(keyring::Sheet::lines).collect();
    let two = [typed[0].as_str(), typed[2].as_str()];
    assert!(matches!(
        keyring::recover(&folder, two),
        Err(Fault::RootKeyStands { .. })
    ));
    let present = std::fs::read(folder.join("root.key")).unwrap();
    std::fs::remove_file(folder.join("root.key")).unwrap();
    assert!(matches!(load(&database, &folder).await, Err(Fault::KeysMissing { .. })));
    keyring::recover(&folder, two).unwrap();
    assert_eq!(std::fs::read(folder.join("root.key")).unwrap(), present);
    assert!(all_open(&load(&database, &folder).await.unwrap(), &sealed).await);
}

#[tokio::test]
async fn a_folder_of_the_first_form_goes_on_under_the_key_it_had() {
    let (_elsewhere, home, _other) = fresh().await;
    let (database, folder) = (Database::fresh().await, home.path().join("keys"));
    let owner = database.owner().await;
    // As it was: no key of names, all derived from the root key; the database says that it depends on one.
    std::fs::remove_file(folder.join("names.key")).unwrap();
    let depends = "insert into root_key (fingerprint) values ('\\x00')";
    owner.execute(depends, &[]).await.unwrap();
    assert!(matches!(
        load(&database, &folder).await,
        Err(Fault::OtherRootKey { .. })
    ));
    owner.execute("delete from root_key", &[]).await.unwrap();
    let keyring = load(&database, &folder).await.unwrap();
    let sealed = seal(&keyring, person(1)).await;

    std::fs::remove_file(folder.join("names.key")).unwrap();
    let again = load(&database, &folder).await.unwrap();
    assert_eq!(again.blind("a", "b"), keyring.blind("a", "b"));
    assert!(all_open(&again, &[sealed]).await);
    assert!(folder.join("names.key").exists(), "it is kept from now on");
}

#[tokio::test]
async fn a_root_key_that_systemd_hands_over_works_and_is_replaced_by_whoever_runs_it() {
    let (database, home) = (Database::fresh().await, TempDir::new().unwrap());
    let (folder, credentials) = (home.path().join("keys"), home.path().join("credentials"));
    let source = RootSource::Credential {
        folder: credentials.clone(),
        name: "trame-root-key".to_owned(),
    };
    let loaded = async || Keyring::load_from(pool(&database.config(), 4).unwrap(), &folder, &source).await;
    assert!(matches!(loaded().await, Err(Fault::CredentialMissing { .. })));
    let handed = |name: &str, byte: u8| {
        let file = credentials.join(name);
        std::fs::create_dir_all(&credentials).unwrap();
        std::fs::write(&file, [byte; 32]).unwrap();
        std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o640)).unwrap();
    };
    handed("trame-root-key", 1);
    let keyring = loaded().await.unwrap();
    let sealed = sealed_people(&keyring, 3).await;
    assert!(!folder.join("root.key").exists());
    assert!(matches!(
        keyring.rotate_root().await,
        Err(Fault::CredentialNotReplaced { .. })
    ));
    handed("trame-root-key", 2);
    handed("trame-root-key-before", 1);
    loaded().await.unwrap().rotate_root().await.unwrap();
    std::fs::remove_file(credentials.join("trame-root-key-before")).unwrap();
    assert!(all_open(&loaded().await.unwrap(), &sealed).await);
}
