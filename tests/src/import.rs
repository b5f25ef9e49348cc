//! Case logs brought in by the command line: once for ever, row by row, and finished after a kill.

use crate::house::{House, Program, told};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;

const COLUMNS: &str = "case:concept:name,concept:name,org:resource,time:timestamp,case:startdate,case:enddate,\
                       case:responsible,case:deadline\n";

/// Three cases, six acts; `test` and `TEST` are two workers, and two equal rows are two acts.
const SMALL: &str = "\
A,Recevoir,test,2020-01-01T09:00:00Z,2020-01-01T09:00:00Z,,test,2020-02-01T00:00:00Z
A,Appeler,TEST,2020-01-03T09:00:00Z,2020-01-01T09:00:00Z,,test,2020-02-01T00:00:00Z
B,Recevoir,TEST,2020-01-02T09:00:00Z,2020-01-02T09:00:00Z,2020-01-12T09:00:00Z,TEST,2020-03-01T00:00:00Z
B,Clore,,2020-01-12T09:00:00Z,2020-01-02T09:00:00Z,2020-01-12T09:00:00Z,TEST,2020-03-01T00:00:00Z
C,Recevoir,léa,2020-02-01T09:00:00Z,2020-02-01T09:00:00Z,,,
C,Recevoir,léa,2020-02-01T09:00:00Z,2020-02-01T09:00:00Z,,,
";

fn file(house: &House, name: &str, rows: &str) -> PathBuf {
    let file = house.folder().join(name);
    std::fs::write(&file, format!("{COLUMNS}{rows}")).unwrap();
    file
}

fn program(house: &House) -> Program {
    Program::on_database(&house.database().url(), house.folder())
}

/// The summary of a run, without how long it took.
async fn imported(program: &Program, file: &std::path::Path, status: i32) -> Value {
    let file = file.display().to_string();
    let output = program.run(&["import", "event-log", &file, "--format", "json"]).await;
    assert_eq!(output.status.code(), Some(status), "{}", told(&output.stderr));
    let mut summary: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        summary
            .as_object_mut()
            .unwrap()
            .remove("seconds")
            .is_some_and(|spent| spent.is_number())
    );
    summary
}

async fn holds(program: &Program) {
    let verified = program.json(&["log", "verify", "--format", "json"]).await;
    assert_eq!(verified["ok"], true, "{verified}");
    let checked = program.json(&["views", "check", "--format", "json"]).await;
    assert_eq!(checked["ok"], true, "{checked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_log_comes_in_once_and_is_reported_to_the_figure() {
    let house = House::open().await;
    let program = program(&house);
    let small = file(&house, "small.csv", SMALL);
    let first = imported(&program, &small, 0).await;
    let figure = |summary: &Value, name: &str| summary[name].as_u64().unwrap();
    assert_eq!((figure(&first, "cases"), figure(&first, "acts")), (3, 6));
    assert_eq!((figure(&first, "refused"), figure(&first, "skipped")), (0, 0));
    let head = house.settled().await;
    let again = imported(&program, &small, 0).await;
    assert_eq!((figure(&again, "cases"), figure(&again, "acts")), (0, 0), "{again}");
    assert_eq!(figure(&again, "skipped"), 6);
    assert_eq!(house.settled().await, head, "a second run adds nothing");

    let report = program
        .json(&["report", "workload", "--on", "2020-02-15", "--format", "json"])
        .await;
    assert_eq!((&report["open"], &report["overdue"]), (&json!(2), &json!(1)));
    assert_eq!(
        report["acts_by_worker"],
        json!([
            { "worker": "TEST", "acts": 2, "cases": 2 },
            { "worker": "léa", "acts": 2, "cases": 1 },
            { "worker": "test", "acts": 1, "cases": 1 },
        ])
    );
    let of_test = report["by_referent"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["worker"] == "test");
    assert_eq!(of_test, Some(&json!({ "worker": "test", "open": 1, "overdue": 1 })));
    assert_eq!(
        (&report["cases"], &report["events"], &report["workers"]),
        (&json!(3), &json!(6), &json!(3))
    );
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 1e-6;
    assert!(near(&report["case_duration_days"]["median"], 2.0), "{report}");
    assert!(near(&report["case_duration_days"]["p90"], 8.4), "{report}");
    assert!(
        near(&report["second_act_delay_seconds"]["median"], 172_800.0),
        "{report}"
    );
    assert!(near(&report["second_act_delay_seconds"]["p90"], 725_760.0), "{report}");
    holds(&program).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_row_loses_no_other() {
    let house = House::open().await;
    let program = program(&house);
    let rows = SMALL.replace("A,Appeler,TEST,2020-01-03T09:00:00Z", "A,Appeler,TEST,hier");
    let summary = imported(&program, &file(&house, "bad.csv", &rows), 3).await;
    assert_eq!(
        (&summary["cases"], &summary["acts"], &summary["refused"]),
        (&json!(3), &json!(5), &json!(1))
    );
    let files = std::fs::read_dir(house.folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let told = files.filter(|file| file.is_file() && file.file_name().unwrap() != "bad.csv");
    let told: Vec<_> = told.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert!(
        told.iter()
            .any(|text| text.contains('3') && text.contains("time:timestamp")),
        "{told:?}"
    );
    holds(&program).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_killed_goes_on_where_it_stopped() {
    let house = House::open().await;
    let program = program(&house);
    let mut rows = String::new();
    for case in 0..300 {
        for act in 0..5 {
            let at = format!("2020-01-{:02}T0{act}:00:00Z", case % 28 + 1);
            writeln!(rows, "N{case},Étape {act},w{},{at},{at},,w{},", case % 7, case % 3).unwrap();
        }
    }
    let large = file(&house, "large.csv", &rows);
    let before = house.settled().await;
    let mut newest = house.log().subscribe();
    let path = large.display().to_string();
    let child = program.begin(&["import", "event-log", &path, "--format", "json"]);
    let some = tokio::time::timeout(crate::house::DEADLINE, newest.wait_for(|newest| *newest > before + 200)).await;
    some.expect("the import never wrote").unwrap();
    crate::house::killed(child).await;

    let rest = imported(&program, &large, 0).await;
    assert_eq!(rest["refused"], 0);
    let (added, skipped) = (rest["acts"].as_u64().unwrap(), rest["skipped"].as_u64().unwrap());
    assert_eq!(added + skipped, 1_500, "{rest}");
    let report = program
        .json(&["report", "workload", "--on", "2020-03-01", "--format", "json"])
        .await;
    assert_eq!(
        (&report["cases"], &report["events"], &report["open"]),
        (&json!(300), &json!(1_500), &json!(300))
    );
    holds(&program).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_none_is_refused_with_a_sentence() {
    let house = House::open().await;
    let program = program(&house);
    let head = house.settled().await;
    let empty = house.folder().join("empty.csv");
    std::fs::write(&empty, "").unwrap();
    let gzip = house.folder().join("cut.csv.gz");
    std::fs::write(&gzip, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75]).unwrap();
    for file in [house.folder().join("missing.csv"), empty, gzip] {
        let path = file.display().to_string();
        let output = program.run(&["import", "event-log", &path, "--format", "json"]).await;
        let status = output.status.code().unwrap();
        assert!(status != 0 && status != 3, "{path}: {status}");
        assert!(
            told(&output.stderr).contains("trame: "),
            "{path}: {}",
            told(&output.stderr)
        );
    }
    assert_eq!(house.settled().await, head);
}
