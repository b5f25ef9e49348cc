//! Passwords: a first secret that opens their choice alone, the choice itself, and another one later.

use crate::browser::{Browser, site};
use crate::house::{House, Member, Program, VAL_DE_LYS, signing_in, told};
use contract::paths;
use contract::session::Me;
use domain::words::Role;
use reqwest::Method;
use serde_json::json;
use std::process::Output;

const OWN: &str = "quatre mots sans lien";

/// Gives somebody an account as an operator does; answers her first secret.
async fn opened(house: &House, member: &Member) -> String {
    let program = Program::on_database(&house.database().url(), house.folder());
    let open = ["account", "open", member.login(), "--worker", member.login()];
    let done = program.run(&open).await;
    assert_eq!(done.status.code(), Some(0), "{}", told(&done.stderr));
    told(&done.stdout).trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_secret_opens_the_choice_of_a_password_and_nothing_else() {
    let house = House::open().await;
    let julie = house.newcomer("Julie", Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    let secret = opened(&house, &julie).await;
    assert_eq!(
        julie.sign_in().await.refusal(),
        "401 session.refused",
        "what she had before is gone"
    );

    let asked = julie.sign_in_with(&secret).await;
    assert_eq!((asked.status, asked.text()), (202, r#"{"needs":"password"}"#));
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
    let choose = |password: &str| {
        let body = json!({ "password": password });
        let julie = &julie;
        async move { julie.post(paths::SIGN_IN_PASSWORD, &body).await }
    };
    let short = choose("onze signes").await;
    assert_eq!(short.refusal(), "400 password.too_short (new_password)");
    assert_eq!(
        short.problem().title,
        "Ce mot de passe est trop court\u{a0}: il faut 12 caractères au moins."
    );
    let near = choose("Julie Martin Val-de-Lys").await;
    assert_eq!(near.refusal(), "400 password.too_near (new_password)");
    assert_eq!(choose(OWN).await.status, 204);
    assert_eq!(julie.get(paths::SESSION).await.status, 200);
    assert_eq!(choose(OWN).await.refusal(), "401 problem.not_signed_in");

    julie.sign_out().await;
    assert_eq!(julie.sign_in_with(&secret).await.refusal(), "401 session.refused");
    assert_eq!(julie.sign_in_with(OWN).await.status, 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_was_stolen_elsewhere_is_not_taken() {
    let list = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(list.path(), "motdepasse1234\n").unwrap();
    let file = list.path().to_owned();
    let house = House::open_with(|config| config.stolen_passwords = Some(file)).await;
    let julie = house.worker("Julie").await;
    let change = |password: &str| {
        let body = json!({ "present": julie.password(), "password": password });
        let julie = &julie;
        async move { julie.post(paths::PASSWORD, &body).await }
    };
    assert_eq!(
        change("motdepasse1234").await.refusal(),
        "400 password.stolen (new_password)"
    );
    assert_eq!(change(OWN).await.status, 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_cannot_be_read_is_told_at_the_start() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let config = house.folder().join("stolen.toml");
    std::fs::write(&config, "stolen_passwords = \"/nowhere/list\"\n").unwrap();
    let done = program
        .run(&["account", "list", "--config", &config.display().to_string()])
        .await;
    assert_eq!(done.status.code(), Some(1));
    let said = told(&done.stderr);
    assert!(
        said.contains("stolen_passwords: the list /nowhere/list cannot be used"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_changes_her_password_stays_and_ends_her_other_sessions() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let held = julie.sign_in().await.header("set-cookie").to_owned();
    let elsewhere = held.split(';').next().unwrap().to_owned();
    julie.sign_in().await;
    let wrong = json!({ "present": "autre chose", "password": OWN });
    let refused = julie.post(paths::PASSWORD, &wrong).await;
    assert_eq!(refused.refusal(), "400 account.password_wrong (password)");
    let right = json!({ "present": julie.password(), "password": OWN });
    assert_eq!(julie.post(paths::PASSWORD, &right).await.status, 204);
    assert_eq!(julie.get(paths::SESSION).await.status, 200);
    let there = house.stranger();
    let asked = there.request(Method::GET, paths::SESSION).header("cookie", &elsewhere);
    assert_eq!(there.send(asked).await.refusal(), "401 problem.not_signed_in");
    assert_eq!(julie.sign_in().await.refusal(), "401 session.refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_make_the_first_administrator_at_once_one_does() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let make = async |login: &str| {
        program
            .run(&["account", "first-administrator", login, "--name", login])
            .await
    };
    let (one, other) = tokio::join!(make("sylvie"), make("autre"));
    let made: Vec<(&str, &Output)> = [("sylvie", &one), ("autre", &other)]
        .into_iter()
        .filter(|(_, done)| done.status.success())
        .collect();
    let [(login, made)] = made.as_slice() else {
        panic!("{}{}", told(&one.stderr), told(&other.stderr));
    };
    house.settled().await;
    let first = signing_in(house.url(""), login, told(&made.stdout).trim());
    assert_eq!(first.sign_in().await.text(), r#"{"needs":"password"}"#);
    let chosen = first.post(paths::SIGN_IN_PASSWORD, &json!({ "password": OWN })).await;
    assert_eq!(chosen.status, 204);
    let me: Me = first.get(paths::SESSION).await.shows();
    assert_eq!(me.name.0, *login, "she bears the name that was told with her login");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_territory_is_given_its_first_administrator_once() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let first = ["account", "first-administrator", "sylvie", "--name", "Sylvie Roy"];
    let made = program.run(&first).await;
    assert_eq!(made.status.code(), Some(0), "{}", told(&made.stderr));
    house.settled().await;
    let sylvie = signing_in(house.url(""), "sylvie", told(&made.stdout).trim());
    assert_eq!(sylvie.sign_in().await.text(), r#"{"needs":"password"}"#);
    let chosen = sylvie.post(paths::SIGN_IN_PASSWORD, &json!({ "password": OWN })).await;
    assert_eq!(chosen.status, 204);
    let me: Me = sylvie.get(paths::SESSION).await.shows();
    assert_eq!(
        (me.name.0.as_str(), me.role, me.works_on_cases),
        ("Sylvie Roy", Role::Administrator, false)
    );

    for login in ["sylvie", "autre"] {
        let again = program
            .run(&["account", "first-administrator", login, "--name", "Autre Personne"])
            .await;
        assert_eq!(again.status.code(), Some(1));
        assert!(
            told(&again.stderr).contains("there is an administrator already"),
            "{}",
            told(&again.stderr)
        );
    }
    assert_eq!(
        sylvie.get(paths::SESSION).await.status,
        200,
        "nothing of hers is touched"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_julie_chooses_her_password_and_comes_in() {
    let house = House::with(site()).await;
    let julie = house.newcomer("Julie", Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    let secret = opened(&house, &julie).await;
    let browser = Browser::open(&house).await;
    browser.types("login", julie.login()).await;
    browser.types("password", &secret).await;
    browser.presses("Entrer").await;
    browser.reads("Choisissez maintenant le vôtre").await;
    browser.types("new_password", "onze signes").await;
    browser.presses("Choisir ce mot de passe").await;
    browser.reads("Les deux mots de passe ne sont pas les mêmes.").await;
    browser.types("once_more", "onze signes").await;
    browser.presses("Choisir ce mot de passe").await;
    browser.reads("il faut 12 caractères au moins").await;
    let faults = browser.faults().await;
    browser.picture("first-password").await;
    browser.types("new_password", " et un").await;
    browser.types("once_more", " et un").await;
    browser.presses("Choisir ce mot de passe").await;
    browser.find("header.bar .me").await;

    browser.goes_to("/sessions").await;
    browser.presses("Changer de mot de passe").await;
    browser.types("password", "onze signes et un").await;
    browser.types("new_password", OWN).await;
    browser.types("once_more", OWN).await;
    browser.presses("Choisir ce mot de passe").await;
    browser.reads("Votre mot de passe est changé.").await;
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
