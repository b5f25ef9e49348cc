//! Passkeys: a device lets its owner in by itself, where Trame has a name of its own; and she takes it away again.

use crate::browser::{Browser, site};
use crate::house::House;
use crate::openid::free_port;
use crate::second_factor::{enrolled, leaves, newcomer, seen};
use backend::config::SecondFactor;
use contract::account::Ways;
use contract::passkey::PasskeyList;
use contract::paths;
use serde_json::json;

/// A house with a name, in which every account shows two factors. Answers its address under that name.
async fn house() -> (House, String) {
    let port = free_port();
    let named = format!("http://localhost:{port}");
    let public_url = Some(named.clone());
    let house = House::open_with(|config| {
        config.port = port;
        config.public_url = public_url;
        config.site = Some(site());
        config.second_factor = SecondFactor::Required;
    });
    (house.await, named)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_trame_has_no_name_there_are_no_passkeys() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let ways: Ways = julie.get(paths::WAYS).await.shows();
    assert!(!ways.passkeys);
    let hers: PasskeyList = julie.get(paths::PASSKEYS).await.shows();
    assert_eq!((hers.passkeys.len(), hers.may_have_some), (0, false));
    let again = json!({ "password": julie.password() });
    for (path, body) in [
        (paths::ASK_PASSKEY, json!(null)),
        (paths::SIGN_IN_PASSKEY, json!({ "answer": "{}" })),
        (paths::OFFER_PASSKEY, again),
        (paths::PASSKEYS, json!({ "name": "La clé", "answer": "{}" })),
    ] {
        assert_eq!(
            julie.post(path, &body).await.refusal(),
            "404 problem.not_found",
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_challenge_is_for_the_browser_that_asked_and_for_one_answer() {
    let (house, _) = house().await;
    let stranger = house.stranger();
    let ways: Ways = stranger.get(paths::WAYS).await.shows();
    assert!(ways.passkeys);
    let show = json!({ "answer": "{}" });
    let unasked = stranger.post(paths::SIGN_IN_PASSKEY, &show).await;
    assert_eq!(unasked.refusal(), "400 passkey.over (answer)");
    let asked = stranger.post(paths::ASK_PASSKEY, &json!(null)).await;
    assert_eq!(asked.status, 200);
    let cookie = asked.header("set-cookie");
    assert!(cookie.starts_with("trame_key="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=300"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let shown = stranger.post(paths::SIGN_IN_PASSKEY, &show).await;
    assert_eq!(shown.refusal(), "400 passkey.refused (answer)");
    let again = stranger.post(paths::SIGN_IN_PASSKEY, &show).await;
    assert_eq!(again.refusal(), "400 passkey.over (answer)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_is_added_and_taken_away_by_who_proves_again_who_she_is() {
    let (house, _) = house().await;
    let julie = newcomer(&house, "Julie").await;
    let (_, paper) = enrolled(&julie).await;
    let ask = async |path: &str, password: &str, code: Option<&String>| {
        let proof = code.map(|code| json!({ "recovery_code": code }));
        julie.post(path, &json!({ "password": password, "proof": proof })).await
    };
    let removed = paths::remove_passkey(crate::house::id());
    for path in [paths::OFFER_PASSKEY, &removed] {
        let wrong = ask(path, "autre chose", Some(&paper[0])).await;
        assert_eq!(wrong.refusal(), "400 account.password_wrong (password)", "{path}");
        let without = ask(path, julie.password(), None).await;
        assert_eq!(without.refusal(), "400 session.code_refused (code)", "{path}");
    }
    let unknown = ask(&removed, julie.password(), Some(&paper[0])).await;
    assert_eq!(unknown.refusal(), "404 problem.not_found");
    assert_eq!(
        ask(paths::OFFER_PASSKEY, julie.password(), Some(&paper[1]))
            .await
            .status,
        200
    );
    let nameless = json!({ "name": " ", "answer": "{}" });
    assert_eq!(
        julie.post(paths::PASSKEYS, &nameless).await.refusal(),
        "400 invalid.empty (name)"
    );
    let odd = json!({ "name": "La clé", "answer": "{}" });
    assert_eq!(
        julie.post(paths::PASSKEYS, &odd).await.refusal(),
        "400 passkey.refused (answer)"
    );
    assert_eq!(
        julie.post(paths::PASSKEYS, &odd).await.refusal(),
        "400 passkey.over (answer)",
        "a challenge is answered once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_julie_adds_her_telephone_comes_in_by_it_and_takes_it_away() {
    let (house, named) = house().await;
    let julie = newcomer(&house, "Julie").await;
    let (_, paper) = enrolled(&julie).await;
    let mut paper = paper.iter();
    let browser = Browser::open_at(named).await;
    let device = browser.has_a_device().await;
    browser.types("login", julie.login()).await;
    browser.types("password", julie.password()).await;
    browser.presses("Entrer").await;
    browser.presses("Utiliser un code de secours").await;
    browser.types("code", paper.next().unwrap()).await;
    browser.presses("Entrer").await;
    browser.presses("Continuer").await;
    browser.find("header.bar .me").await;

    browser.goes_to("/sessions").await;
    browser.reads("Vous n’en avez pas encore.").await;
    browser.presses("Ajouter une clé d’accès").await;
    proves(&browser, julie.password(), paper.next().unwrap()).await;
    browser.types("name", "Téléphone du service").await;
    let mut faults = seen(&browser, "passkey-name").await;
    device.recognises(false).await;
    browser.presses("Créer la clé").await;
    browser.reads("Votre appareil n’a pas créé de clé.").await;
    device.recognises(true).await;
    browser.presses("Créer la clé").await;
    browser.reads("Jamais utilisée").await;
    browser.reads("Téléphone du service").await;
    faults.extend(seen(&browser, "passkeys").await);
    assert_eq!(device.keeps().await.len(), 1);

    leaves(&browser).await;
    faults.extend(seen(&browser, "sign-in-passkey").await);
    device.recognises(false).await;
    browser.presses("Entrer avec une clé d’accès").await;
    browser.reads("Votre appareil n’a présenté aucune clé d’accès.").await;
    device.recognises(true).await;
    browser.presses("Entrer avec une clé d’accès").await;
    browser.find("header.bar .me").await;
    browser.goes_to("/sessions").await;
    browser.reads("Téléphone du service").await;
    browser.reads_no_longer("Jamais utilisée").await;

    // Somebody made a copy of it before: its counter betrays it.
    leaves(&browser).await;
    device.goes_back().await;
    browser.presses("Entrer avec une clé d’accès").await;
    browser.reads("Cette clé d’accès n’est pas reconnue ici.").await;
    faults.extend(seen(&browser, "passkey-refused").await);
    browser.types("login", julie.login()).await;
    browser.types("password", julie.password()).await;
    browser.presses("Entrer").await;
    browser.presses("Utiliser un code de secours").await;
    browser.types("code", paper.next().unwrap()).await;
    browser.presses("Entrer").await;
    browser.presses("Continuer").await;
    browser.find("header.bar .me").await;

    browser.goes_to("/sessions").await;
    browser.presses("Supprimer Téléphone du service").await;
    browser
        .reads("La clé « Téléphone du service » ne vous fera plus entrer")
        .await;
    faults.extend(seen(&browser, "passkey-removing").await);
    proves(&browser, julie.password(), paper.next().unwrap()).await;
    browser.reads("Vous n’en avez pas encore.").await;
    leaves(&browser).await;
    browser.presses("Entrer avec une clé d’accès").await;
    browser.reads("Cette clé d’accès n’est pas reconnue ici.").await;
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn proves(browser: &Browser, password: &str, code: &str) {
    browser.presses("Utiliser un code de secours").await;
    browser.types("password", password).await;
    browser.types("code", code).await;
    browser.presses("Continuer").await;
}
