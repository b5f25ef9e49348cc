//! A code beside the password: led to at the first sign-in, asked for from then on, replaced by paper for a day.

use crate::browser::{Browser, site};
use crate::house::{House, Member, Program, VAL_DE_LYS, told};
use backend::config::SecondFactor;
use contract::account::{Enrolment, RecoveryCodes, SecondFactorView};
use contract::paths;
use data_encoding::BASE32_NOPAD;
use domain::words::Role;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use totp_rs::Builder;

/// A house in which every account shows a code.
async fn house() -> House {
    House::open_with(|config| config.second_factor = SecondFactor::Required).await
}

pub(crate) async fn newcomer(house: &House, name: &str) -> Member {
    let member = house.newcomer(name, Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    member
}

/// What an application shows at an instant.
fn code(secret: &str, at: Timestamp) -> String {
    let letters = secret.replace(char::is_whitespace, "");
    let secret: [u8; 20] = BASE32_NOPAD.decode(letters.as_bytes()).unwrap().try_into().unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(at.as_second()).unwrap()).to_string()
}

/// What it shows now.
fn now(secret: &str) -> String {
    code(secret, Timestamp::now())
}

/// What it shows next, which is taken by then too: nobody waits for half a minute here.
fn next(secret: &str) -> String {
    code(secret, Timestamp::now() + SignedDuration::from_secs(30))
}

/// Somebody signs in for the first time: her secret and her paper.
pub(crate) async fn enrolled(member: &Member) -> (String, Vec<String>) {
    let asked = member.sign_in().await;
    assert_eq!((asked.status, asked.text()), (202, r#"{"needs":"enrolment"}"#));
    let offer: Enrolment = member.post(paths::SECOND_FACTOR, &json!({})).await.shows();
    let body = json!({ "code": now(&offer.secret.0) });
    let answer = member.post(paths::CONFIRM_SECOND_FACTOR, &body).await;
    let paper: RecoveryCodes = answer.shows();
    let paper = paper.recovery_codes.into_iter().map(|code| code.0).collect();
    (offer.secret.0, paper)
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_is_led_to_an_application_and_shows_its_code_from_then_on() {
    let house = house().await;
    let julie = newcomer(&house, "Julie").await;
    let asked = julie.sign_in().await;
    let cookie = asked.header("set-cookie");
    assert!(cookie.starts_with("trame_sign_in="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=300"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let (secret, paper) = enrolled(&julie).await;
    assert_eq!(paper.len(), 8);
    assert_eq!(
        julie.get(paths::SESSION).await.status,
        200,
        "the code was the last step"
    );
    let known: SecondFactorView = julie.get(paths::SECOND_FACTOR).await.shows();
    assert_eq!((known.since.is_some(), known.recovery_codes_left), (true, 8));

    julie.sign_out().await;
    let asked = julie.sign_in().await;
    assert_eq!((asked.status, asked.text()), (202, r#"{"needs":"code"}"#));
    let opened = [
        paths::SESSION,
        paths::SUPPORT_CASES,
        paths::SECOND_FACTOR,
        paths::SESSIONS,
    ];
    for path in opened {
        assert_eq!(julie.get(path).await.refusal(), "401 problem.not_signed_in", "{path}");
    }
    let instead = julie.post(paths::SECOND_FACTOR, &json!({})).await;
    assert_eq!(
        instead.refusal(),
        "401 session.sign_in_over",
        "no new application instead of the code"
    );

    let used = julie.post(paths::SIGN_IN_CODE, &json!({ "code": now(&secret) })).await;
    assert_eq!(
        used.refusal(),
        "400 session.code_refused (code)",
        "it confirmed the application already"
    );
    let entered = julie.post(paths::SIGN_IN_CODE, &json!({ "code": next(&secret) })).await;
    assert_eq!(
        (entered.status, entered.text()),
        (200, r#"{"recovery_codes_left":null}"#)
    );
    assert_eq!(julie.get(paths::SESSION).await.status, 200);
    let known: SecondFactorView = julie.get(paths::SECOND_FACTOR).await.shows();
    assert_eq!(known.wrong_codes, 1, "its owner is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_opens_once_each_with_the_password_and_says_how_much_is_left() {
    let house = house().await;
    let julie = newcomer(&house, "Julie").await;
    let (_, paper) = enrolled(&julie).await;
    julie.sign_out().await;
    let by_paper = json!({ "recovery_code": paper[0] });
    let alone = julie.post(paths::SIGN_IN_CODE, &by_paper).await;
    assert_eq!(
        alone.refusal(),
        "401 problem.not_signed_in",
        "paper alone opens nothing"
    );
    julie.sign_in().await;
    let entered = julie.post(paths::SIGN_IN_CODE, &by_paper).await;
    assert_eq!((entered.status, entered.text()), (200, r#"{"recovery_codes_left":7}"#));
    let known: SecondFactorView = julie.get(paths::SECOND_FACTOR).await.shows();
    assert!(known.recovered_at.is_some());
    julie.sign_out().await;
    julie.sign_in().await;
    let again = julie.post(paths::SIGN_IN_CODE, &by_paper).await;
    assert_eq!(again.refusal(), "400 session.code_refused (code)");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_application_is_given_to_who_proves_again_who_she_is() {
    let house = house().await;
    let julie = newcomer(&house, "Julie").await;
    let (_, paper) = enrolled(&julie).await;
    let ask = |password: &str, proof: serde_json::Value| {
        let body = json!({ "password": password, "proof": proof });
        let julie = &julie;
        async move { julie.post(paths::SECOND_FACTOR, &body).await }
    };
    let by_paper = json!({ "recovery_code": paper[0] });
    let wrong = ask("autre chose", by_paper.clone()).await;
    assert_eq!(wrong.refusal(), "400 account.password_wrong (password)");
    let without = ask(julie.password(), serde_json::Value::Null).await;
    assert_eq!(without.refusal(), "400 session.code_refused (code)");
    assert_eq!(julie.get(paths::SESSION).await.status, 200, "a slip ends no session");
    let offer: Enrolment = ask(julie.password(), by_paper).await.shows();
    assert!(offer.qr.side > 40 && offer.qr.path.0.starts_with('M'));
    let confirm = json!({ "code": now(&offer.secret.0) });
    assert_eq!(julie.post(paths::CONFIRM_SECOND_FACTOR, &confirm).await.status, 200);
    assert_eq!(julie.get(paths::SESSION).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_all_of_it_asks_who_runs_trame() {
    let house = house().await;
    let julie = newcomer(&house, "Julie").await;
    enrolled(&julie).await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let reset = ["account", "reset-second-factor", "--worker", julie.login()];
    let done = program.run(&reset).await;
    assert_eq!(done.status.code(), Some(0), "{}", told(&done.stderr));
    assert!(
        told(&done.stderr).contains("The second factor is gone"),
        "{}",
        told(&done.stderr)
    );
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
    assert_eq!(julie.sign_in().await.text(), r#"{"needs":"enrolment"}"#);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_terminal_the_code_is_asked_for_too() {
    let house = house().await;
    let sylvie = house.newcomer("Sylvie", Role::Administrator, VAL_DE_LYS).await;
    house.settled().await;
    let (secret, _) = enrolled(&sylvie).await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let withdraw = ["policy", "withdraw", &crate::house::id().to_string()].map(str::to_owned);
    let withdraw: Vec<&str> = withdraw.iter().map(String::as_str).collect();
    let who = format!("{}\n{}\n", sylvie.login(), sylvie.password());
    let without = program.run_told(&withdraw, &who).await;
    assert!(
        told(&without.stderr).contains("the code is wrong"),
        "{}",
        told(&without.stderr)
    );
    let with = program.run_told(&withdraw, &format!("{who}{}\n", next(&secret))).await;
    assert!(
        !told(&with.stderr).contains("the code is wrong"),
        "{}",
        told(&with.stderr)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_julie_sets_up_her_application_once_and_comes_in_by_code_and_by_paper() {
    let house = House::open_with(|config| {
        config.second_factor = SecondFactor::Required;
        config.site = Some(site());
    })
    .await;
    let julie = newcomer(&house, "Julie").await;
    let browser = Browser::open(&house).await;
    let login = async || {
        browser.types("login", julie.login()).await;
        browser.types("password", julie.password()).await;
        browser.presses("Entrer").await;
    };
    login().await;
    browser.reads("Cela se prépare une fois.").await;
    let secret = browser.says_at("code.secret").await;
    browser.find("svg.qr path").await;
    let mut faults = seen(&browser, "enrol").await;
    browser.types("code", "000000").await;
    browser.presses("Vérifier le code").await;
    browser.reads("Ce code ne convient pas").await;
    browser.picks("code", "").await;
    browser.types("code", &now(&secret)).await;
    browser.presses("Vérifier le code").await;
    browser.reads("Vos codes de secours").await;
    let paper = browser.says_at(".paper li:last-child code").await;
    faults.extend(seen(&browser, "paper").await);
    browser.presses("Mes codes sont en lieu sûr").await;
    browser.find("header.bar .me").await;

    browser.goes_to("/sessions").await;
    browser.reads("Il vous reste 8 codes de secours.").await;
    faults.extend(seen(&browser, "two-steps").await);
    leaves(&browser).await;

    login().await;
    browser.reads("recopiez le code").await;
    faults.extend(seen(&browser, "sign-in-code").await);
    browser.types("code", &next(&secret)).await;
    browser.presses("Entrer").await;
    browser.find("header.bar .me").await;
    leaves(&browser).await;

    login().await;
    browser.presses("Utiliser un code de secours").await;
    browser.reads("L’un de vos codes de secours").await;
    browser.types("code", &paper).await;
    browser.presses("Entrer").await;
    browser.reads("Il vous en reste 7.").await;
    browser.presses("Continuer").await;
    browser.find("header.bar .me").await;
    browser.goes_to("/sessions").await;
    browser.reads("Un code de secours a servi").await;
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

pub(crate) async fn leaves(browser: &Browser) {
    browser.presses("Julie").await;
    browser.presses("Quitter").await;
    browser.find("input[name=login]").await;
}

/// What is at fault with a screen, wide and narrow, by day and by night.
pub(crate) async fn seen(browser: &Browser, name: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (width, light) in [(1440, "light"), (390, "dark"), (1440, "light")] {
        browser.looks(width, light).await;
        browser.is_drawn().await;
        let found = browser.faults().await;
        faults.extend(
            found
                .into_iter()
                .map(|fault| format!("{name} {width} {light}: {fault}")),
        );
        browser.picture(&format!("{name}-{width}-{light}")).await;
    }
    faults
}
