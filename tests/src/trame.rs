//! The command line: the real program on a data folder of its own, its answers and its exit statuses.

use crate::house::{DEADLINE, House, Program, interrupted, told};
use contract::paths;
use serde_json::json;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_folder_becomes_a_territory_without_people() {
    let folder = TempDir::new().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let program = Program::on_folder(folder.path());
    let migrated = program.run(&["migrate"]).await;
    assert_eq!(migrated.status.code(), Some(0), "{}", told(&migrated.stderr));

    let verified = program.json(&["log", "verify", "--format", "json"]).await;
    let events = verified["events"].as_u64().unwrap();
    assert_eq!(verified, json!({ "ok": true, "events": events, "first_bad": null }));
    let with_checkpoints = program
        .json(&["log", "verify", "--checkpoints", "--format", "json"])
        .await;
    let unsigned = json!({ "ok": true, "events": events, "first_bad": null, "or_up_to": null, "checkpoints": 0,
        "signed": 0 });
    assert_eq!(with_checkpoints, unsigned);
    let checked = program.json(&["views", "check", "--format", "json"]).await;
    assert_eq!(checked["ok"], true);
    let views = checked["views"].as_array().unwrap();
    assert_eq!(views.len(), projections::VIEWS.len());
    assert!(views.iter().all(|view| view["equal"] == true), "{checked}");

    let report = program
        .json(&["report", "workload", "--on", "2026-11-01", "--format", "json"])
        .await;
    let nobody = json!({ "median": null, "p90": null });
    assert_eq!(
        report,
        json!({
            "on": "2026-11-01", "open": 0, "overdue": 0, "by_referent": [], "by_service": [], "acts_by_worker": [],
            "cases": 0, "events": 0, "workers": 0, "case_duration_days": nobody, "second_act_delay_seconds": nobody,
        })
    );

    let rebuilt = program.run(&["views", "rebuild", "plan_action"]).await;
    assert_eq!(rebuilt.status.code(), Some(0), "{}", told(&rebuilt.stderr));
    let rebuilt = program.run(&["views", "rebuild"]).await;
    assert_eq!(rebuilt.status.code(), Some(0), "{}", told(&rebuilt.stderr));
    let again = program.json(&["log", "verify", "--format", "json"]).await;
    assert_eq!(again["events"], events, "a second start adds nothing");

    let server = program.serve().await;
    let health = reqwest::get(format!("{}{}", server.base(), paths::HEALTH))
        .await
        .unwrap();
    assert_eq!(
        health.text().await.unwrap(),
        format!("{{\"status\":\"ok\",\"position\":{events}}}")
    );
    let stopped = server.asked_to_stop().await;
    assert_eq!(stopped.code(), Some(0), "Ctrl-C ends it cleanly");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_postgresql_that_dies_is_started_again_by_who_serves_from_it() {
    let folder = TempDir::new().unwrap();
    let program = Program::on_folder(folder.path());
    let server = program.serve().await;
    let note = std::fs::read_to_string(folder.path().join("postgres/tables/postmaster.pid")).unwrap();
    let pid = note.lines().next().unwrap();
    let killed = std::process::Command::new("kill").args(["-9", pid]).status();
    assert!(killed.unwrap().success());
    let health = format!("{}{}", server.base(), paths::HEALTH);
    let recovers = async {
        let mut refused = 0;
        loop {
            match reqwest::get(&health).await.unwrap().status().as_u16() {
                200 if refused > 0 => return,
                200 => {}
                status => {
                    assert_eq!(status, 503, "a clear answer meanwhile");
                    refused += 1;
                }
            }
        }
    };
    tokio::time::timeout(DEADLINE, recovers).await.unwrap();
    assert_eq!(server.asked_to_stop().await.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_stopped_while_beginning_leaves_a_folder_that_begins_again() {
    let folder = TempDir::new().unwrap();
    let program = Program::on_folder(folder.path());
    let made = folder.path().join("postgres");
    let begun = program.begin(&["serve", "--port", "0"]);
    let begins = async {
        while !made.exists() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(DEADLINE, begins).await.unwrap();
    assert_eq!(interrupted(begun).await.code(), Some(130));
    let migrated = program.run(&["migrate"]).await;
    assert_eq!(migrated.status.code(), Some(0), "{}", told(&migrated.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_and_a_status_tell_what_went_wrong() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder());

    let unknown_view = program.run(&["views", "rebuild", "weather"]).await;
    assert_eq!(unknown_view.status.code(), Some(1));
    assert!(told(&unknown_view.stderr).contains("there is no view named weather"));

    let no_such_day = program.run(&["report", "workload", "--on", "2026-02-30"]).await;
    assert_eq!(no_such_day.status.code(), Some(2));
    let nowhere = program
        .run(&["report", "workload", "--on", "2026-02-01", "--zone", "Europe/Nowhere"])
        .await;
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(told(&nowhere.stderr).contains("not a known time zone"));

    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let refused = program.run(&["serve", "--port", &port]).await;
    assert_eq!(refused.status.code(), Some(1));
    let said = told(&refused.stderr);
    assert!(said.contains(&format!("the port {port} is taken")), "{said}");

    let no_database = Program::on_database("host=127.0.0.1 port=1 user=nobody dbname=nothing", house.folder());
    let refused = no_database.run(&["log", "verify", "--format", "json"]).await;
    assert_eq!((refused.status.code(), told(&refused.stdout)), (Some(1), ""));
    assert!(!told(&refused.stderr).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_may_lose_what_it_confirmed_is_refused() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder()).careful();
    let refused = program.run(&["serve", "--port", "0"]).await;
    assert_eq!(refused.status.code(), Some(1));
    let said = told(&refused.stderr);
    let sentence = "PostgreSQL runs with fsync, full_page_writes, synchronous_commit off";
    assert!(said.contains(sentence), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_in_a_database_address_is_never_said() {
    let house = House::open().await;
    let secret = "s3cr3t-mot-de-passe";
    for url in [
        format!("postgres://trame:{secret}@127.0.0.1:1/trame"),
        format!("postgres://trame:{secret}@[::1/trame"),
        format!("password={secret} port=no"),
    ] {
        let program = Program::on_database(&url, house.folder());
        let output = program.run(&["migrate"]).await;
        assert_ne!(output.status.code(), Some(0));
        let said = format!("{}{}", told(&output.stdout), told(&output.stderr));
        assert!(!said.contains(secret), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_event_is_named_by_its_position() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    julie.names_a_strength(family.case, "Sait attendre").await.kept();
    let owner = house.database().owner().await;
    let altered = format!(
        "set session_replication_role = replica;
         update event set occurred_at = occurred_at - interval '1 day' where position = {}",
        kept.position
    );
    owner.batch_execute(&altered).await.unwrap();

    let program = Program::on_database(&house.database().url(), house.folder());
    let output = program.run(&["log", "verify", "--format", "json"]).await;
    assert_eq!(output.status.code(), Some(1));
    let verified: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&verified["ok"], &verified["first_bad"]),
        (&json!(false), &json!(kept.position))
    );

    // The very settings that the program lives by: it must say so, not stumble over them.
    let unreadable = "set session_replication_role = replica; update event set payload = '\\x00' where position = 1";
    owner.batch_execute(unreadable).await.unwrap();
    let output = program.run(&["log", "verify", "--format", "json"]).await;
    assert_eq!(output.status.code(), Some(1));
    let said = told(&output.stdout);
    assert_eq!(said, "{\"ok\":false,\"events\":0,\"first_bad\":1}\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_folder_named_on_the_command_line_wins_over_the_database_of_the_file() {
    let folder = TempDir::new().unwrap();
    let elsewhere = "database = \"host=127.0.0.1 port=1 user=nobody dbname=nothing\"\n";
    std::fs::write(folder.path().join("trame.toml"), elsewhere).unwrap();
    let file = folder.path().join("trame.toml");
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let asked = ["log", "verify", "--format", "json", "--config", file.to_str().unwrap()];
    let verified = Program::on_folder(&data).json(&asked).await;
    assert_eq!(verified["ok"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_counted_and_one_event_shown_with_its_secrets_sealed() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    let program = Program::on_database(&house.database().url(), house.folder());
    let stats = program.json(&["log", "stats", "--format", "json"]).await;
    assert_eq!(stats["events"], kept.position);
    assert_eq!(stats["by_kind"]["support_case.strength_identified"], 1);

    let shown = program.run(&["log", "show", &kept.position.to_string()]).await;
    assert_eq!(shown.status.code(), Some(0));
    let event: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(event["type"], "support_case.strength_identified");
    assert!(!told(&shown.stdout).contains("Sait demander"));
    let beyond = program.run(&["log", "show", "1000000"]).await;
    assert_eq!(beyond.status.code(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn views_that_cannot_go_on_are_told_and_the_server_shows_nobody_anything() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let head = house.settled().await;
    // As a newer program would leave it behind.
    let owner = house.database().owner().await;
    let newer = format!(
        "insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at,
             payload, hash)
         select {next}, gen_random_uuid(), 'weather.forecast', 1, gen_random_uuid(), 1, gen_random_uuid(), by,
             recorded_at, occurred_at, payload, hash from event where position = {head}",
        next = head + 1
    );
    owner.batch_execute(&newer).await.unwrap();

    let program = Program::on_database(&house.database().url(), house.folder());
    let checked = program.run(&["views", "check", "--format", "json"]).await;
    assert_eq!(checked.status.code(), Some(1), "{}", told(&checked.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    let views = answer["views"].as_array().unwrap();
    assert_eq!((&answer["ok"], views.len()), (&json!(false), projections::VIEWS.len()));
    assert!(views.iter().all(|view| view["equal"] == false), "{answer}");
    assert!(told(&checked.stderr).contains(&format!("cannot apply event {}", head + 1)));
    let report = program
        .run(&["report", "workload", "--on", "2026-11-01", "--format", "json"])
        .await;
    assert_eq!(
        (report.status.code(), told(&report.stdout)),
        (Some(1), ""),
        "no figure is better than a wrong one"
    );

    let server = program.serve().await;
    let there = julie.at(server.base());
    assert_eq!(there.sign_in().await.status, 204);
    // What a newer program wrote may have taken a right away: nobody can tell who may see what.
    let answer = there.get(&family.home()).await;
    assert_eq!(answer.status, 503);
    assert!(answer.refusal().starts_with("503 problem."), "{}", answer.refusal());
    assert_eq!(there.get(contract::paths::HEALTH).await.status, 200);
    assert_eq!(server.asked_to_stop().await.code(), Some(0));
}
