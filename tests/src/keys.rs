//! Keys: they are rotated while people work, the root key comes back from two sheets, and forgetting someone takes two.

use crate::house::{House, Program, told};
use contract::paths;
use domain::words::Role;
use serde_json::Value;
use std::process::Output;

fn program(house: &House) -> Program {
    Program::on_database(&house.database().url(), house.folder())
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    (
        output.status.code(),
        told(&output.stdout).trim().to_owned(),
        told(&output.stderr).to_owned(),
    )
}

fn states(epochs: &Value) -> Vec<&str> {
    let epochs = epochs.as_array().unwrap();
    epochs.iter().map(|epoch| epoch["state"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_rotated_while_people_work_and_the_epoch_before_is_destroyed_after_its_horizon() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    let program = program(&house);
    let status = ["keys", "status", "--format", "json"];
    assert_eq!(states(&program.json(&status).await), ["present"]);

    let (code, answer, _) = said(&program.run(&["keys", "rotate", "--destroy-retired"]).await);
    assert_eq!(code, Some(0));
    assert!(answer.starts_with("epoch 2 has begun; "), "{answer}");
    assert!(
        answer.ends_with("no epoch was retired 8 days ago or earlier"),
        "{answer}"
    );
    assert_eq!(states(&program.json(&status).await), ["retired", "present"]);

    // The server that served all the while reads what was wrapped again, and writes on.
    let kept = julie.names_a_strength(family.case, "Sait attendre").await.kept();
    let page = julie.get_at_least(&family.home(), kept.position).await;
    assert!(page.text().contains("Sait demander") && page.text().contains("Sait attendre"));

    let at_once = ["keys", "rotate", "--destroy-retired", "--horizon", "0"];
    let (code, answer, _) = said(&program.run(&at_once).await);
    assert_eq!(code, Some(0), "{answer}");
    assert_eq!(
        states(&program.json(&status).await),
        ["destroyed", "destroyed", "present"]
    );
    let kept = julie.names_a_strength(family.case, "Sait choisir").await.kept();
    let page = julie.get_at_least(&family.home(), kept.position).await;
    assert!(page.text().contains("Sait demander") && page.text().contains("Sait choisir"));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_two_of_three_sheets_bring_the_root_key_back() {
    let house = House::open().await;
    let program = program(&house);
    let (code, sheets, _) = said(&program.run(&["keys", "escrow"]).await);
    assert_eq!(code, Some(0));
    let letters: Vec<String> = sheets
        .split("────────\n")
        .skip(1)
        .map(|sheet| sheet.split("\n\n").nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(letters.len(), 3, "{sheets}");
    for holder in ["the data protection officer", "the director", "the archive"] {
        assert!(sheets.contains(holder));
    }

    let root = house.folder().join("keys/root.key");
    let before = std::fs::read(&root).unwrap();
    let files: Vec<String> = (0..3)
        .map(|number| {
            let file = house.folder().join(format!("sheet-{number}"));
            std::fs::write(&file, &letters[number]).unwrap();
            file.display().to_string()
        })
        .collect();
    let two = ["keys", "recover", "--sheet", &files[0], "--sheet", &files[2]];
    let (code, _, error) = said(&program.run(&two).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("is there already"), "{error}");

    std::fs::remove_file(&root).unwrap();
    let (code, _, error) = said(&program.run(&["migrate"]).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("restore that folder"), "{error}");
    let twice = ["keys", "recover", "--sheet", &files[1], "--sheet", &files[1]];
    let (_, _, error) = said(&program.run(&twice).await);
    assert!(error.contains("given twice"), "{error}");
    std::fs::write(&files[1], letters[1].replacen(char::is_alphanumeric, "Z", 1)).unwrap();
    let mistyped = ["keys", "recover", "--sheet", &files[0], "--sheet", &files[1]];
    let (_, _, error) = said(&program.run(&mistyped).await);
    assert!(error.contains("sheet 2 is mistyped"), "{error}");

    // Typed rather than read from files.
    let typed = [&letters[2], &letters[0]]
        .map(|sheet| sheet.replace('\n', " "))
        .join("\n")
        + "\n";
    let (code, _, error) = said(&program.run_told(&["keys", "recover"], &typed).await);
    assert_eq!(code, Some(0), "{error}");
    assert_eq!(std::fs::read(&root).unwrap(), before);
    assert_eq!(program.run(&["migrate"]).await.status.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn someone_is_forgotten_when_two_persons_agree_and_everybody_sees_it_at_once() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let (anne, omar) = (
        house.member("Anne", Role::Manager, crate::house::VAL_DE_LYS).await,
        house
            .member("Omar", Role::Administrator, crate::house::HAUTES_RIVES)
            .await,
    );
    let family = house.family("Besnard", &julie).await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();
    let shown = async |position| julie.get_at_least(&family.home(), position).await.text().to_owned();
    assert!(shown(kept.position).await.contains("Claire"));

    let program = program(&house);
    let signed = |who: &crate::house::Member| format!("{}\n{}\n", who.login(), who.password());
    let mother = format!("person:{}", family.mother);
    let ask = ["keys", "destroy", "--subject", &mother, "--ground", "retention-over"];
    for (who, wanted) in [
        (signed(&julie), "only a manager, an administrator"),
        ("anne\nwrong password\n".to_owned(), "login or password is wrong"),
        (signed(&anne), "--with-shared-texts"),
    ] {
        let (code, _, error) = said(&program.run_told(&ask, &who).await);
        assert_eq!(code, Some(1));
        assert!(error.contains(wanted), "{error}");
    }
    let ask = [&ask[..], &["--with-shared-texts"]].concat();
    let (code, request, error) = said(&program.run_told(&ask, &signed(&anne)).await);
    assert_eq!(code, Some(0), "{error}");
    assert!(shown(0).await.contains("Claire"), "nothing is destroyed yet");

    let confirm = ["keys", "destroy", "--confirm", &request];
    let (code, _, error) = said(&program.run_told(&confirm, &signed(&anne)).await);
    assert_eq!(code, Some(1));
    assert!(error.contains("it takes two"), "{error}");
    let (code, answer, error) = said(&program.run_told(&confirm, &signed(&omar)).await);
    assert_eq!(code, Some(0), "{error}");
    assert!(answer.contains("keys are destroyed"), "{answer}");

    let gone = async {
        while shown(0).await.contains("Claire") {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::house::DEADLINE, gone).await.unwrap();
    let page = shown(0).await;
    assert!(page.contains("(effacé)") && !page.contains("Sait demander"), "{page}");
    assert!(page.contains("Malo"), "her child keeps his own");
    let found = julie.get(&format!("{}?names=claire", paths::SUPPORT_CASES)).await;
    assert!(!found.text().contains(&family.case.to_string()), "{}", found.text());
    assert!(house.log().verify(|_| {}).await.unwrap().ok);

    // Asked again, it is only carried out again; a restored key is destroyed before anything is served.
    let (code, answer, _) = said(&program.run_told(&confirm, &signed(&omar)).await);
    assert_eq!((code, answer.starts_with("0 keys")), (Some(0), true), "{answer}");
    let restore =
        "update subject_key set wrapped = (select wrapped from subject_key where id = $1), forgotten_at = null
        where id = $2";
    let owner = house.database().owner().await;
    owner
        .execute(restore, &[&family.child.0, &family.mother.0])
        .await
        .unwrap();
    std::fs::remove_file(house.folder().join("keys/forgotten")).unwrap();
    let server = program.serve().await;
    let wrapped = "select wrapped is null from subject_key where id = $1";
    let row = owner.query_one(wrapped, &[&family.mother.0]).await.unwrap();
    assert!(
        row.get::<_, bool>(0),
        "the tombstone of the log is carried out at the start"
    );
    server.asked_to_stop().await;
}
