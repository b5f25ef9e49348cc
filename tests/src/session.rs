//! Signing in and out: one cookie, one answer for every wrong sign-in, and nothing for who has no session.

use crate::browser::{Browser, site};
use crate::house::{House, VAL_DE_LYS};
use contract::paths;
use contract::session::{Me, SessionList};
use domain::words::Role;
use identity::Kind;
use reqwest::Method;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn julie_signs_in_sees_who_she_is_and_signs_out() {
    let house = House::open().await;
    let julie = house.newcomer("Julie", Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");

    let signed = julie.sign_in().await;
    assert_eq!((signed.status, signed.text()), (204, ""));
    let cookie = signed.header("set-cookie");
    assert!(cookie.starts_with("trame_session="), "{cookie}");
    let mut attributes: Vec<_> = cookie.split("; ").skip(1).collect();
    attributes.sort_unstable();
    assert_eq!(attributes, ["HttpOnly", "Path=/", "SameSite=Strict"]);

    let me: Me = julie.get(paths::SESSION).await.shows();
    assert_eq!(me.worker, julie.worker);
    assert_eq!(me.name.0, "Julie Martin");
    assert_eq!((me.role, me.service.name.as_str()), (Role::Worker, "Val-de-Lys"));
    assert_eq!(
        (me.works_on_cases, me.sees_load, me.demonstration),
        (true, false, false)
    );
    assert_eq!((me.today, me.zone.as_str()), (house.today(), "Europe/Paris"));

    assert_eq!(julie.sign_out().await.status, 204);
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_of_an_ended_session_opens_nothing_any_more() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let cookie = julie.sign_in().await.header("set-cookie").to_owned();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let with_the_cookie = || {
        house
            .stranger()
            .request(Method::GET, paths::SESSION)
            .header("cookie", &cookie)
    };
    assert_eq!(julie.send(with_the_cookie()).await.status, 200);
    julie.sign_out().await;
    assert_eq!(
        julie.send(with_the_cookie()).await.refusal(),
        "401 problem.not_signed_in"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_travels_over_tls_only_where_people_come_over_tls() {
    let house = House::open_with(|config| config.public_url = Some("https://trame.example.fr".to_owned())).await;
    let julie = house.newcomer("Julie", Role::Worker, VAL_DE_LYS).await;
    let signed = julie.sign_in().await;
    let cookie = signed.header("set-cookie");
    assert!(cookie.starts_with("__Host-trame_session="), "{cookie}");
    assert!(
        cookie.contains("; Secure") && cookie.contains("; Path=/") && !cookie.contains("Domain"),
        "{cookie}"
    );
    let held = cookie.split(';').next().unwrap();
    let stranger = house.stranger();
    let with = |cookie: &str| stranger.request(Method::GET, paths::SESSION).header("cookie", cookie);
    house.settled().await;
    let answer = stranger.send(with(held)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
    let renamed = held.trim_start_matches("__Host-");
    let refused = stranger.send(with(renamed)).await;
    assert_eq!(
        refused.refusal(),
        "401 problem.not_signed_in",
        "a neighbour of the domain may have set that one"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_an_unknown_login_and_a_closed_account_get_the_same_answer() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let karim = house.worker("Karim").await;
    house.identity().disable(karim.worker.0).await.unwrap();

    let wrong = julie.sign_in_with("autre chose").await;
    let unknown = house.stranger().sign_in_with("autre chose").await;
    let closed = karim.sign_in().await;
    assert_eq!(wrong.refusal(), "401 session.refused");
    assert_eq!(wrong.comparable(), unknown.comparable());
    assert_eq!(wrong.comparable(), closed.comparable());
    assert_eq!(wrong.header("set-cookie"), "");
    assert_eq!(
        wrong.problem().title,
        "Identifiant ou mot de passe inconnu. Vérifiez les majuscules, puis réessayez."
    );
    assert_eq!(
        karim.get(paths::SESSION).await.refusal(),
        "401 problem.not_signed_in",
        "a closed account closes its sessions"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_waits_and_the_right_password_waits_with_her() {
    let house = House::open().await;
    let julie = house.newcomer("Julie", Role::Worker, VAL_DE_LYS).await;
    let karim = house.newcomer("Karim", Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    for _ in 0..5 {
        assert_eq!(julie.sign_in_with("autre chose").await.status, 401);
    }
    // The waits double from one second on: a few more guesses make one that outlasts this journey.
    let waiting = loop {
        let answer = julie.sign_in_with("autre chose").await;
        if answer.status == 429 {
            break answer;
        }
        assert_eq!(answer.status, 401);
    };
    assert_eq!(waiting.refusal(), "429 session.too_many_attempts");
    let seconds: u64 = waiting.header("retry-after").parse().unwrap();
    assert!((1..=900).contains(&seconds), "{seconds}");
    assert_eq!(
        waiting.problem().arguments.get("seconds").map(String::as_str),
        Some(seconds.to_string().as_str())
    );
    assert_eq!(karim.sign_in().await.status, 204, "nobody else waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_was_idle_too_long_is_over() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    assert_eq!(julie.get(paths::SUPPORT_CASES).await.status, 200);
    let owner = house.database().owner().await;
    let earlier = "update session set seen_at = seen_at - interval '61 minutes'";
    owner.execute(earlier, &[]).await.unwrap();
    assert_eq!(
        julie.get(paths::SUPPORT_CASES).await.refusal(),
        "401 problem.not_signed_in"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_with_the_day_however_busy_it_was() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let owner = house.database().owner().await;
    let earlier = "update session set made_at = made_at - interval '12 hours', ends_at = ends_at - interval '12 hours'";
    owner.execute(earlier, &[]).await.unwrap();
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_the_directory_is_not_let_in() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    house.leaves(&julie).await;
    house.settled().await;
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_from_elsewhere_cannot_act_in_her_name() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let body = json!({ "command": crate::house::id(), "strength": crate::house::id(), "text": "Sait demander",
        "named_by": "worker" });
    let post = |origin: &str| {
        let path = family.path(paths::STRENGTHS);
        julie.request(Method::POST, &path).header("origin", origin).json(&body)
    };
    for foreign in ["https://ailleurs.example", "null", "http://127.0.0.1:1"] {
        let refused = julie.send(post(foreign)).await;
        assert_eq!(refused.refusal(), "403 problem.foreign_origin", "{foreign}");
    }
    let own = format!("http://{}", house.address());
    assert_eq!(julie.send(post(&own)).await.status, 200);
    for (site, status) in [
        ("cross-site", 403),
        ("same-site", 403),
        ("same-origin", 200),
        ("none", 200),
    ] {
        let asked = julie.send(post(&own).header("sec-fetch-site", site)).await;
        assert_eq!(asked.status, status, "{site}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_the_demonstration_signs_in_from_the_loopback_address_only() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let (login, password) = ("visiteuse", "trame");
    let registered = house
        .identity()
        .register(julie.worker.0, login, password, Kind::Demonstration);
    registered.await.unwrap();
    let now = jiff::Timestamp::now();
    let from = async |peer: &str| {
        house
            .identity()
            .sign_in(login, password, peer.parse().unwrap(), now)
            .await
    };
    assert!(house.loopback().is_loopback());
    assert!(from("127.0.0.1").await.is_ok());
    assert!(from("::1").await.is_ok());
    for elsewhere in ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1"] {
        let refused = from(elsewhere).await;
        assert!(matches!(refused, Err(identity::NotSignedIn::Wrong)), "{elsewhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_asked_for_is_the_language_of_the_answer() {
    let house = House::open().await;
    let julie = house.stranger();
    let ask = |language: &str| {
        julie
            .request(Method::GET, paths::SESSION)
            .header("accept-language", language)
    };
    let french = julie.send(ask("fr-FR,fr;q=0.9,en;q=0.5")).await.problem();
    let english = julie.send(ask("en-GB,en;q=0.9")).await.problem();
    assert_eq!(french.code, english.code);
    assert_ne!(french.title, english.title);
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_sees_where_she_is_signed_in_and_ends_what_she_does_not_know() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let helene = house.worker("Hélène").await;
    let body = json!({ "login": julie.login(), "password": julie.password() });
    let held = house.stranger().post(paths::SESSION, &body).await;
    let elsewhere = held.header("set-cookie").split(';').next().unwrap().to_owned();
    let from_elsewhere = || {
        let asked = house.stranger().request(Method::GET, paths::SESSION);
        asked.header("cookie", &elsewhere)
    };
    let phone = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
    let on_a_phone = house.stranger();
    let signed = on_a_phone
        .request(Method::POST, paths::SESSION)
        .header("user-agent", phone);
    assert_eq!(on_a_phone.send(signed.json(&body)).await.status, 204);

    let seen: SessionList = julie.get(paths::SESSIONS).await.shows();
    let hers: Vec<_> = seen
        .sessions
        .iter()
        .map(|each| (each.this, each.browser.code()))
        .collect();
    assert_eq!(hers.first(), Some(&(true, "other")));
    assert!(hers.contains(&(false, "firefox")), "{hers:?}");

    // Of somebody else's session nobody learns that it exists.
    let phone = seen
        .sessions
        .iter()
        .find(|each| each.system.code() == "android")
        .unwrap();
    let of_the_phone = paths::own_session(phone.session);
    let unknown = helene.send(helene.request(Method::DELETE, &of_the_phone)).await;
    assert_eq!(unknown.refusal(), "404 problem.not_found");
    let hers: SessionList = helene.get(paths::SESSIONS).await.shows();
    assert!(hers.sessions.iter().all(|each| each.session != phone.session));

    assert_eq!(
        julie.send(julie.request(Method::DELETE, &of_the_phone)).await.status,
        204
    );
    let again = julie.send(julie.request(Method::DELETE, &of_the_phone)).await;
    assert_eq!(again.refusal(), "404 problem.not_found");
    assert_eq!(
        on_a_phone.get(paths::SESSION).await.refusal(),
        "401 problem.not_signed_in"
    );

    // The one from which she asks goes on, all others end.
    julie.sign_in().await;
    assert_eq!(julie.send(from_elsewhere()).await.status, 200);
    assert_eq!(
        julie.send(julie.request(Method::DELETE, paths::SESSIONS)).await.status,
        204
    );
    assert_eq!(
        julie.send(from_elsewhere()).await.refusal(),
        "401 problem.not_signed_in"
    );
    let left: SessionList = julie.get(paths::SESSIONS).await.shows();
    assert_eq!(left.sessions.iter().map(|each| each.this).collect::<Vec<_>>(), [true]);

    // A browser holds one session: whoever signs in anew ends the one it held.
    julie.sign_in().await;
    let anew: SessionList = julie.get(paths::SESSIONS).await.shows();
    assert_eq!(anew.sessions.len(), 1);
    assert_ne!(anew.sessions[0].session, left.sessions[0].session);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_julie_ends_all_sessions_but_the_one_before_her() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let body = json!({ "login": julie.login(), "password": julie.password() });
    assert_eq!(house.stranger().post(paths::SESSION, &body).await.status, 204);
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to("/sessions").await;
    browser.reads("Cette connexion-ci").await;
    browser.reads("Chrome · Linux").await;
    browser.presses("Mettre fin à toutes les autres").await;
    browser.reads("Aucune autre connexion n’est ouverte.").await;
    assert_eq!(julie.get(paths::SESSION).await.refusal(), "401 problem.not_signed_in");
    browser.reads("Cette connexion-ci").await;
    browser.closes().await;
}
