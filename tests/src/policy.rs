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
