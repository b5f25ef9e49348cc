//! The load of a team: the same figures on the screen of the manager and in the report of the command line.

use crate::house::{HAUTES_RIVES, House, Program, VAL_DE_LYS, day_ago};
use contract::paths;
use contract::workload::Workload;
use domain::support_case::{ClosureReason, Command};
use domain::words::Role;
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_reads_the_figures_of_the_report() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let besnard = house.family("Besnard", &julie).await;
    let rouanet = house.family("Rouanet", &julie).await;
    let closed = house.family("Lemoine", &nour).await;
    house.family_without_referent("Oudin", VAL_DE_LYS).await;
    house.family_without_referent("Ailleurs", HAUTES_RIVES).await;
    house.sets_deadline(&besnard, day_ago(3)).await;
    house.sets_deadline(&rouanet, day_ago(-3)).await;
    let close = Command::Close {
        on: day_ago(10),
        reason: ClosureReason::Moved,
        watch_until: None,
        balance: None,
    };
    house.case(&closed, nour.worker, 10, close).await;
    house.settled().await;

    let program = Program::on_database(&house.database().url(), house.folder());
    for (on, open, overdue) in [(day_ago(0), 3, 1), (day_ago(20), 4, 0), (day_ago(300), 0, 0)] {
        let path = format!("{}?on={on}", paths::WORKLOAD);
        let seen: Workload = mehdi.get(&path).await.shows();
        assert_eq!((seen.open, seen.overdue), (open, overdue), "{on}");
        assert_eq!(
            (seen.on, seen.zone.as_str()),
            (on, "Europe/Paris"),
            "the screen says so"
        );

        let day = on.to_string();
        let asked = [
            "report", "workload", "--on", &day, "--zone", &seen.zone, "--format", "json",
        ];
        let report = program.json(&asked).await;
        let services = report["by_service"].as_array().unwrap();
        let hers = services.iter().find(|row| row["service"] == "Val-de-Lys");
        let figure = |name: &str| hers.map_or(Some(0), |row| row[name].as_u64());
        assert_eq!(
            (figure("open"), figure("overdue")),
            (Some(open.into()), Some(overdue.into())),
            "{on}"
        );

        for worker in &seen.workers {
            let login = if worker.worker.worker == julie.worker {
                "julie"
            } else {
                continue;
            };
            let rows = report["by_referent"].as_array().unwrap();
            let row = rows.iter().find(|row| row["worker"] == login);
            assert_eq!(
                row.map_or(Some(0), |row| row["open"].as_u64()),
                Some(worker.cases.into()),
                "{on}"
            );
            assert_eq!(
                row.map_or(Some(0), |row| row["overdue"].as_u64()),
                Some(worker.overdue.into()),
                "{on}"
            );
        }
    }
    let all: Value = program
        .json(&[
            "report",
            "workload",
            "--on",
            &day_ago(0).to_string(),
            "--format",
            "json",
        ])
        .await;
    let by_service: u64 = all["by_service"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["open"].as_u64())
        .sum();
    assert_eq!(all["open"].as_u64(), Some(by_service));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_nobody_records_is_refused() {
    let house = House::open().await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    for on in ["-009999-06-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] {
        let refused = mehdi.get(&format!("{}?on={on}", paths::WORKLOAD)).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (on)", "{on}");
    }
    for on in ["1900-01-01", "2199-12-31"] {
        assert_eq!(
            mehdi.get(&format!("{}?on={on}", paths::WORKLOAD)).await.status,
            200,
            "{on}"
        );
    }
}
