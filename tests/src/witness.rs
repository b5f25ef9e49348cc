//! Someone elsewhere watches the log: she asks without an account, believes only what is proven, and notices when the
//! history is rewritten by the very people who run it.

use crate::house::{House, Member, Program, VAL_DE_LYS, told};
use contract::log::{Consistency, Inclusion};
use contract::paths;
use domain::words::Role;
use reqwest::Method;
use std::path::{Path, PathBuf};
use std::process::Output;
use transparency::{Checkpoint, Hash, Note, PublicKey, cosigned_at, is_consistent, is_included, read};

fn program(house: &House) -> Program {
    Program::on_database(&house.database().url(), house.folder())
}

/// What `trame log checkpoint` signs now, and the key it can be checked with.
async fn signed(house: &House) -> (Checkpoint, PublicKey) {
    let key = program(house).run(&["log", "key"]).await;
    let key = PublicKey::parse(told(&key.stdout)).unwrap();
    let printed = program(house).run(&["log", "checkpoint"]).await;
    assert_eq!(printed.status.code(), Some(0), "{}", told(&printed.stderr));
    let note = Note::parse(told(&printed.stdout)).unwrap();
    (Checkpoint::opened(&note, &key).unwrap(), key)
}

fn hashes(written: &[String]) -> Vec<Hash> {
    written.iter().map(|hash| read(hash).unwrap()).collect()
}

async fn writes(house: &House, julie: &Member) -> u64 {
    let family = house.family("Besnard", julie).await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    kept.position
}

#[tokio::test(flavor = "multi_thread")]
async fn checkpoints_and_proofs_are_for_who_runs_the_platform_and_for_admitted_witnesses() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    writes(&house, &julie).await;
    let (checkpoint, _) = signed(&house).await;
    let proof = format!("{}?position=1&size={}", paths::INCLUSION, checkpoint.size);
    let growth = format!("{}?from=1&to={}", paths::CONSISTENCY, checkpoint.size);
    let admitted = program(&house).run(&["log", "admit", "voisin"]).await;
    let token = told(&admitted.stdout).trim().to_owned();
    let stranger = house.stranger();
    for path in [paths::CHECKPOINT, proof.as_str(), growth.as_str()] {
        assert_eq!(alix.get(path).await.status, 200, "{path}");
        assert_eq!(julie.get(path).await.refusal(), "403 problem.watches_no_log", "{path}");
        assert_eq!(
            stranger.get(path).await.refusal(),
            "401 problem.not_signed_in",
            "{path}"
        );
        let bearing = |token: &str| {
            let request = stranger.request(Method::GET, path);
            stranger.send(request.header("authorization", format!("Bearer {token}")))
        };
        assert_eq!(bearing(&token).await.status, 200, "{path}");
        assert_eq!(
            bearing("guessed").await.refusal(),
            "401 problem.not_signed_in",
            "{path}"
        );
    }
    let dismissed = program(&house).run(&["log", "dismiss", "voisin"]).await;
    assert_eq!(dismissed.status.code(), Some(0));
    let request = stranger.request(Method::GET, paths::CHECKPOINT);
    let answer = stranger
        .send(request.header("authorization", format!("Bearer {token}")))
        .await;
    assert_eq!(answer.refusal(), "401 problem.not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_with_the_key_can_check_what_the_api_proves() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let (older, key) = signed(&house).await;
    let position = writes(&house, &julie).await;
    let (newer, _) = signed(&house).await;
    assert!(older.size < position && position <= newer.size);
    let shown = alix.get(paths::CHECKPOINT).await;
    let note = Note::parse(shown.text()).unwrap();
    assert_eq!(Checkpoint::opened(&note, &key).unwrap(), newer);

    let asked = format!("{}?position={position}&size={}", paths::INCLUSION, newer.size);
    let included: Inclusion = alix.get(&asked).await.shows();
    let (leaf, proof) = (read(&included.hash).unwrap(), hashes(&included.proof));
    assert!(is_included(&leaf, position - 1, newer.size, &proof, &newer.root));
    let asked = format!("{}?from={}&to={}", paths::CONSISTENCY, older.size, newer.size);
    let grown: Consistency = alix.get(&asked).await.shows();
    let proof = hashes(&grown.proof);
    assert!(is_consistent(older.size, &older.root, newer.size, &newer.root, &proof));

    let (more, none) = (newer.size + 1_000, "position=0&size=1");
    for path in [
        format!("{}?{none}", paths::INCLUSION),
        format!("{}?position={more}&size={more}", paths::INCLUSION),
        format!("{}?from=1&to={more}", paths::CONSISTENCY),
        format!("{}?from=5&to=4", paths::CONSISTENCY),
    ] {
        assert_eq!(alix.get(&path).await.refusal(), "404 problem.not_found", "{path}");
    }
    for path in [
        paths::INCLUSION.to_owned(),
        format!("{}?from=-1&to=4", paths::CONSISTENCY),
    ] {
        assert_eq!(
            alix.get(&path).await.refusal(),
            "400 problem.unreadable (query)",
            "{path}"
        );
    }
}

/// A witness with a folder of her own.
struct Watching {
    key: PublicKey,
    state: PathBuf,
    token: PathBuf,
}

impl Watching {
    async fn of(house: &House, folder: &Path) -> Self {
        let (_, key) = signed(house).await;
        let admitted = program(house).run(&["log", "admit", "voisin"]).await;
        let token = folder.join("token");
        std::fs::write(&token, &admitted.stdout).unwrap();
        Self {
            key,
            state: folder.join("state"),
            token,
        }
    }

    async fn looks(&self, house: &House) -> Output {
        let (of, key, state, token) = (
            house.url(""),
            self.key.to_string(),
            self.state.display().to_string(),
            self.token.display().to_string(),
        );
        let arguments = ["witness", "--of", &of, "--key", &key, "--name", "voisin.example/1"];
        let kept = ["--state", &state, "--token", &token];
        program(house).run(&[arguments.as_slice(), &kept].concat()).await
    }
}

/// The key with which she signs, as she says on standard error.
fn own_key(output: &Output) -> PublicKey {
    let said = told(&output.stderr).trim();
    PublicKey::parse(said.rsplit_once("signed as ").unwrap().1).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_witness_signs_a_log_that_grows_and_raises_the_alarm_when_it_was_rewritten() {
    let mut house = House::open().await;
    let julie = house.worker("Julie").await;
    let folder = tempfile::TempDir::new().unwrap();
    let watching = Watching::of(&house, folder.path()).await;

    let first = watching.looks(&house).await;
    assert_eq!(first.status.code(), Some(0), "{}", told(&first.stderr));
    writes(&house, &julie).await;
    let (checkpoint, key) = signed(&house).await;
    let second = watching.looks(&house).await;
    assert_eq!(second.status.code(), Some(0), "{}", told(&second.stderr));
    let note = Note::parse(told(&second.stdout)).unwrap();
    assert_eq!(Checkpoint::opened(&note, &key).unwrap(), checkpoint);
    assert_eq!(own_key(&first), own_key(&second));
    assert!(cosigned_at(&note, &own_key(&second)).is_some());
    // What she holds is what a verification can be held against.
    let seen = watching.state.join("seen");
    let against = ["log", "verify", "--against", seen.to_str().unwrap(), "--format", "json"];
    let verified = program(&house).json(&against).await;
    assert_eq!(verified["ok"], true);

    // Whoever runs the log and holds its key rewrites an event, forgets what was signed, and signs again.
    house.stop().await;
    let meddling = format!(
        "set session_replication_role = replica;
         update event set hash = decode(repeat('00', 32), 'hex') where position = {};
         delete from log_checkpoint; delete from log_tile",
        checkpoint.size - 1
    );
    house.database().owner().await.batch_execute(&meddling).await.unwrap();
    house.start().await;
    let (rewritten, _) = signed(&house).await;
    assert_eq!(rewritten.size, checkpoint.size);
    let third = watching.looks(&house).await;
    assert_eq!((third.status.code(), told(&third.stdout)), (Some(4), ""));
    let said = told(&third.stderr);
    assert!(said.contains("THE HISTORY WAS REWRITTEN"), "{said}");
    // Both sides of the contradiction are kept, signed by the log itself.
    let refused = std::fs::read_to_string(watching.state.join("refused")).unwrap();
    let refused = Checkpoint::opened(&Note::parse(&refused).unwrap(), &key).unwrap();
    let seen = std::fs::read_to_string(seen).unwrap();
    let seen = Checkpoint::opened(&Note::parse(&seen).unwrap(), &key).unwrap();
    assert_eq!((refused.size, seen), (rewritten.size, checkpoint));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_witness_believes_nobody_else() {
    let house = House::open().await;
    let folder = tempfile::TempDir::new().unwrap();
    let mut watching = Watching::of(&house, folder.path()).await;
    let other = transparency::Signer::from_seed("trame/other", transparency::Kind::Log, &[5; 32]).unwrap();
    let key = std::mem::replace(&mut watching.key, other.public().clone());
    let refused = watching.looks(&house).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        told(&refused.stderr).contains("cannot be believed"),
        "{}",
        told(&refused.stderr)
    );

    watching.key = key;
    std::fs::write(&watching.token, "guessed\n").unwrap();
    let refused = watching.looks(&house).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused.stderr).contains("does not know this token"));
    assert!(!watching.state.join("seen").exists(), "nothing was seen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_rewritten_with_all_its_hashes_is_found_by_its_checkpoints() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    writes(&house, &julie).await;
    let (checkpoint, _) = signed(&house).await;
    let asked = ["log", "verify", "--checkpoints", "--format", "json"];
    let verified = program(&house).json(&asked).await;
    assert_eq!(
        (&verified["ok"], &verified["signed"]),
        (&true.into(), &checkpoint.size.into())
    );
    let meddling = "set session_replication_role = replica;
         update log_checkpoint set root = decode(repeat('00', 32), 'hex')
         where size = (select max(size) from log_checkpoint)";
    house.database().owner().await.batch_execute(meddling).await.unwrap();
    let output = program(&house).run(&asked).await;
    assert_eq!(output.status.code(), Some(1));
    let verified: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&verified["ok"], &verified["or_up_to"]),
        (&false.into(), &checkpoint.size.into())
    );
}
