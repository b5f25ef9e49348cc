//! The table of rights: one person proposes another, a second adopts it, and it holds at once for everybody.

use crate::house::Program;
use crate::house::{House, Member, VAL_DE_LYS, told};
use domain::words::Role;
use std::process::Output;

fn said(output: &Output) -> (Option<i32>, String, String) {
    (
        output.status.code(),
        told(&output.stdout).trim().to_owned(),
        told(&output.stderr).to_owned(),
    )
}

fn signed(who: &Member) -> String {
    format!("{}\n{}\n", who.login(), who.password())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_proposed_by_one_adopted_by_another_and_holds_at_once() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house.settled().await;
    let home = async |member: &Member| member.get(&family.home()).await.status;
    assert_eq!((home(&julie).await, home(&nour).await), (200, 200));
    let program = Program::on_database(&house.database().url(), house.folder());

    let (code, table, error) = said(&program.run(&["policy", "show"]).await);
    assert_eq!(code, Some(0), "{error}");
    // What is printed can be proposed as it stands: without the lines of co-workers nobody but the référent sees a case.
    let lines: Vec<&str> = table.split("[[line]]").collect();
    let narrower: Vec<&str> = lines
        .iter()
        .filter(|line| !line.contains("team_member"))
        .copied()
        .collect();
    assert_eq!(lines.len() - narrower.len(), 2);
    let file = house.folder().join("narrower.toml");
    std::fs::write(&file, narrower.join("[[line]]")).unwrap();
    let file = file.to_str().unwrap();

    let propose = ["policy", "propose", file, "--source", "Délibération du 3 novembre"];
    let (code, _, error) = said(&program.run_told(&propose, &signed(&julie)).await);
    assert_eq!(code, Some(1));
    assert!(
        error.contains("only an administrator or the data protection officer"),
        "{error}"
    );
    let (code, proposal, error) = said(&program.run_told(&propose, &signed(&alix)).await);
    assert_eq!(code, Some(0), "{error}");
    assert!(
        error.contains("closes  Worker, TeamMember, Support: Social Write -> None"),
        "{error}"
    );
    assert_eq!(home(&nour).await, 200, "nothing has changed yet");

    let adopt = ["policy", "adopt", &proposal];
    let (code, _, error) = said(&program.run_told(&adopt, &signed(&alix)).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("it takes two"), "{error}");
    let (code, waiting, _) = said(&program.run(&["policy", "proposals"]).await);
    assert_eq!((code, waiting.contains(&proposal)), (Some(0), true));
    let (code, _, error) = said(&program.run_told(&adopt, &signed(&odile)).await);
    assert_eq!(code, Some(0), "{error}");
    house.settled().await;
    assert_eq!((home(&julie).await, home(&nour).await), (200, 404));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_table_and_what_no_table_may_say_is_told() {
    let house = House::open().await;
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let told = async |text: &str| {
        let file = house.folder().join("table.toml");
        std::fs::write(&file, text).unwrap();
        let file = file.to_str().unwrap();
        let propose = ["policy", "propose", file, "--source", "Essai"];
        said(&program.run_told(&propose, &signed(&alix)).await).2
    };
    let line =
        "[[line]]\nroles = [\"ROLE\"]\nrelation = \"referent\"\npurpose = \"support\"\nread = [\"COMPARTMENT\"]\n";
    let unknown = line.replace("ROLE", "worker").replace("COMPARTMENT", "soical");
    let error = told(&unknown).await;
    assert!(
        error.contains("table.toml") && error.contains("soical") && error.contains("line 5"),
        "{error}"
    );
    let platform = line.replace("ROLE", "administrator").replace("COMPARTMENT", "social");
    let error = told(&platform).await;
    assert!(error.contains("Who runs the platform sees no case"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_is_proposed_by_one_and_adopted_by_another() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    house.settled().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let (code, all, error) = said(&program.run(&["configuration", "show"]).await);
    assert_eq!(code, Some(0), "{error}");
    assert!(
        all.contains("\"deadline_rules\"") && all.contains("CASF, art. L. 223-5"),
        "{all}"
    );
    let (code, _, error) = said(&program.run(&["configuration", "show", "--only", "holidays"]).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("no setting is called holidays"), "{error}");

    let (code, _, error) = said(&program.run(&["configuration", "show", "--only", "meeting"]).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("meeting:case_review, meeting:"), "{error}");
    let (code, rules, _) = said(
        &program
            .run(&["configuration", "show", "--only", "meeting:case_review"])
            .await,
    );
    assert!(
        code == Some(0) && rules.contains("\"kind\": \"case_review\""),
        "{rules}"
    );

    // What is printed can be edited and proposed: in Alsace and Moselle two days more are public holidays.
    let only = ["configuration", "show", "--only", "public_holidays"];
    let (_, days, _) = said(&program.run(&only).await);
    let file = house.folder().join("days.json");
    let propose = async |who: &Member, text: &str| {
        std::fs::write(&file, text).unwrap();
        let file = file.to_str().unwrap();
        let propose = [
            "configuration",
            "propose",
            file,
            "--source",
            "Code du travail, art. L. 3134-13",
        ];
        said(&program.run_told(&propose, &signed(who)).await)
    };
    let mut wanted: serde_json::Value = serde_json::from_str(&days).unwrap();
    let after_easter = wanted["public_holidays"]["after_easter"].as_array_mut().unwrap();
    after_easter.insert(0, serde_json::json!(-2));
    let (code, _, error) = propose(&julie, &wanted.to_string()).await;
    assert_eq!(code, Some(1));
    assert!(error.contains("only an administrator"), "{error}");
    let (code, _, error) = propose(&alix, &days.replacen("5,", "15,", 1)).await;
    assert_eq!(code, Some(1));
    assert!(error.contains("a day of no year"), "{error}");
    let (code, _, error) = propose(&alix, "{\"colour\": 1}").await;
    assert_eq!(code, Some(1));
    assert!(error.contains("is no setting"), "{error}");
    let (code, proposal, error) = propose(&alix, &wanted.to_string()).await;
    assert_eq!(code, Some(0), "{error}");
    let adopt = ["configuration", "adopt", &proposal];
    let (code, _, error) = said(&program.run_told(&adopt, &signed(&alix)).await);
    assert_eq!(code, Some(1), "{error}");
    let (code, _, error) = said(&program.run_told(&adopt, &signed(&odile)).await);
    assert_eq!(code, Some(0), "{error}");
    let (_, now, _) = said(&program.run(&only).await);
    let now: serde_json::Value = serde_json::from_str(&now).unwrap();
    assert_eq!(now, wanted);
}
