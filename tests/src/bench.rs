//! The measures of the log, made small: every case is told, and nothing that was measured was lost.

use crate::house::{Program, told};
use serde_json::Value;
use std::collections::BTreeMap;
use tempfile::TempDir;
use testkit::Database;

#[tokio::test(flavor = "multi_thread")]
async fn every_case_of_the_log_is_measured_and_told_in_one_line() {
    let (database, folder) = (Database::empty().await, TempDir::new().unwrap());
    let program = Program::on_database(&database.url(), folder.path());
    let asked = [
        "bench",
        "log",
        "--seconds",
        "0.1",
        "--warm-up",
        "0.05",
        "--events",
        "500",
        "--appends",
        "5",
        "--contacts",
        "200",
        "--viewers",
        "3",
    ];
    let output = program.run(&asked).await;
    assert_eq!(output.status.code(), Some(0), "{}", told(&output.stderr));
    let lines = told(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let cases: BTreeMap<String, Value> = lines
        .map(|line| (line["case"].as_str().unwrap().to_owned(), line))
        .collect();
    for case in [
        "append1_c1",
        "append1_c8",
        "append1_c32",
        "hot_c8",
        "hot_decided_c8",
        "batch10_c1",
        "batch10_c8",
        "load_phase",
        "load50_c1",
        "load50_c8",
        "replay",
    ] {
        assert!(cases[case]["v"].as_f64().unwrap() > 0.0, "{case}: {}", cases[case]);
    }
    assert_eq!(
        (&cases["replay"]["extra"]["n"], &cases["replay"]["extra"]["streams"]),
        (&500.into(), &10.into())
    );
    for case in ["latency", "latency_other_process"] {
        assert_eq!(cases[case]["extra"]["n"], 5, "each append is seen");
    }

    let verified = program.json(&["log", "verify", "--format", "json"]).await;
    assert_eq!(verified["ok"], true);
    let again = program.run(&asked).await;
    assert_eq!(again.status.code(), Some(1), "only an empty database is measured");
}
