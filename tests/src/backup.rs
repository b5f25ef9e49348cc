//! A backup and back: of the real program's data folder, with someone forgotten in between, and with backups that were
//! altered or never came to their end.

use crate::house::{Program, told};
use contract::paths;
use domain::words::SupportCaseId;
use serde_json::json;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Printed with the sign-ins of the demonstration.
const PASSWORD: &str = "fil-rouge-de-demonstration";

fn copied(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success());
}

fn refused(output: &Output, why: &str) {
    let said = told(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(why), "{said}");
}

/// A person of the demonstration, as `keys destroy` names her.
async fn someone(program: &Program) -> String {
    let server = program.serve().await;
    let julie = crate::house::signing_in(server.base(), "julie.marchand", PASSWORD);
    assert_eq!(julie.sign_in().await.status, 204);
    let list = julie.get(paths::SUPPORT_CASES).await.json();
    let case: SupportCaseId = serde_json::from_value(list["cases"][0]["support_case"].clone()).unwrap();
    let view = julie.get(&paths::support_case(case)).await.json();
    let person = view["household"][0]["person"].as_str().unwrap().to_owned();
    server.asked_to_stop().await;
    format!("person:{person}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_becomes_a_data_folder_again_and_whoever_was_forgotten_since_stays_forgotten() {
    let folder = TempDir::new().unwrap();
    let place = |name: &str| folder.path().join(name);
    let text = |name: &str| place(name).display().to_string();
    std::fs::create_dir(place("data")).unwrap();
    let program = Program::on_folder(&place("data"));
    let loaded = program.run(&["demo"]).await;
    assert_eq!(loaded.status.code(), Some(0), "{}", told(&loaded.stderr));

    let taken = program.run(&["backup", &text("backup")]).await;
    assert_eq!(taken.status.code(), Some(0), "{}", told(&taken.stderr));
    refused(&program.run(&["backup", &text("backup")]).await, "is there already");
    let verified = program.json(&["log", "verify", "--format", "json"]).await;
    let events = verified["events"].as_u64().unwrap();

    // Forgotten after the backup was taken.
    let person = someone(&program).await;
    let ask = [
        "keys",
        "destroy",
        "--subject",
        &person,
        "--ground",
        "court-order",
        "--without-shared-texts",
    ];
    let asked = program.run_told(&ask, &format!("isabelle.garnier\n{PASSWORD}\n")).await;
    assert_eq!(asked.status.code(), Some(0), "{}", told(&asked.stderr));
    let confirm = ["keys", "destroy", "--confirm", told(&asked.stdout).trim()];
    let confirmed = program.run_told(&confirm, &format!("agnes.caron\n{PASSWORD}\n")).await;
    assert_eq!(confirmed.status.code(), Some(0), "{}", told(&confirmed.stderr));

    // The machine is lost; the keys folder was kept apart.
    let keys = text("kept-keys");
    copied(&place("data/keys"), &place("kept-keys"));
    let restored = |to: &str, from: &str| {
        let (to, from) = (place(to), text(from));
        std::fs::create_dir_all(&to).unwrap();
        let keys = keys.clone();
        async move { Program::on_folder(&to).run(&["restore", &from, "--keys", &keys]).await }
    };
    let done = restored("new", "backup").await;
    assert_eq!(done.status.code(), Some(0), "{}", told(&done.stderr));
    assert!(
        told(&done.stdout).starts_with(&format!("{events} events are restored")),
        "{}",
        told(&done.stdout)
    );
    let new = Program::on_folder(&place("new"));
    let keyed = |task: &[&str]| {
        [task, &["--keys", &keys]]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let status = keyed(&["keys", "status", "--format", "json"]);
    let status: Vec<&str> = status.iter().map(String::as_str).collect();
    let (before, after) = (
        program.json(&["keys", "status", "--format", "json"]).await,
        new.json(&status).await,
    );
    assert_eq!(before[0]["keys"], after[0]["keys"], "the same keys live");
    let check = keyed(&["views", "check", "--format", "json"]);
    let check: Vec<&str> = check.iter().map(String::as_str).collect();
    assert_eq!(new.json(&check).await["ok"], json!(true));
    refused(&restored("new", "backup").await, "restore into a new data folder");

    // Without its keys, or with those of another Trame, nothing is restored.
    let elsewhere = text("elsewhere");
    std::fs::create_dir(place("without")).unwrap();
    let none = Program::on_folder(&place("without"))
        .run(&["restore", &text("backup"), "--keys", &elsewhere])
        .await;
    refused(&none, "the keys come first");

    for (name, alter, why) in altered() {
        copied(&place("backup"), &place(name));
        alter(&place(name));
        refused(&restored(&format!("{name}-restored"), name).await, why);
        assert!(!place(&format!("{name}-restored/postgres/tables")).exists());
    }
}

type Altered = (&'static str, fn(&Path), &'static str);

fn altered() -> [Altered; 6] {
    [
        (
            "unfinished",
            |it| std::fs::remove_file(it.join("trame.json")).unwrap(),
            "did not come to its end",
        ),
        (
            "shortened",
            |it| std::fs::remove_file(it.join("tables/global/pg_control")).unwrap(),
            "is missing",
        ),
        (
            "flipped",
            |it| flip(&it.join("tables/global/pg_control")),
            "is not what was taken",
        ),
        (
            "added",
            |it| std::fs::write(it.join("tables/extra"), b"x").unwrap(),
            "is not what was taken",
        ),
        (
            "rewound",
            |it| {
                let wal = std::fs::read_dir(it.join("tables/pg_wal")).unwrap();
                let mut files = wal.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
                flip(&files.next().unwrap());
            },
            "the WAL or the manifest of this backup was altered",
        ),
        (
            "relabelled",
            |it| {
                let label = it.join("trame.json");
                let text = std::fs::read_to_string(&label).unwrap();
                std::fs::write(&label, text.replace("\"events\": ", "\"events\": 1")).unwrap();
            },
            "the label of this backup was altered",
        ),
    ]
}

fn flip(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    bytes[100] ^= 1;
    std::fs::write(file, bytes).unwrap();
}
