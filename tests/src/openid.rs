//! Signing in by a provider of identities: a real one, certified for OpenID Connect, run by Node.js.

mod lies;

use crate::browser::{Browser, site, target};
use crate::house::{DEADLINE, House, Member, VAL_DE_LYS};
use backend::config::{Config, OpenId, SecondFactor};
use contract::account::Ways;
use contract::paths;
use domain::words::Role;
use reqwest::Method;
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const SIRET: &str = "22750001600019";

/// The provider: the people that it knows by their subject, each with an address and an organisation.
const PROVIDER: &str = r#"
import { Provider } from 'oidc-provider';
const [port, back, people] = process.argv.slice(2);
const known = JSON.parse(people);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'trame', client_secret: 'le secret de ce client', redirect_uris: [back],
    response_types: ['code'], grant_types: ['authorization_code'], userinfo_signed_response_alg: 'RS256',
  }],
  scopes: ['openid', 'email', 'siret'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], siret: ['siret'] },
  pkce: { required: () => true },
  features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: true } },
  findAccount: (_, id) => known[id] && ({ accountId: id, claims: () => ({ sub: id, ...known[id] }) }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
"#;

struct Running {
    house: House,
    _provider: Child,
    _folder: TempDir,
}

/// A port that nobody uses now.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A house that people enter by a provider, which knows these of them.
async fn running(people: Value, second_factor: SecondFactor) -> Running {
    running_by(PROVIDER, &people.to_string(), second_factor).await
}

/// The same, by this provider.
async fn running_by(provider: &str, told: &str, second_factor: SecondFactor) -> Running {
    running_as(provider, told, |config| config.second_factor = second_factor).await
}

/// The same, configured otherwise.
async fn running_as(provider: &str, told: &str, otherwise: impl FnOnce(&mut Config)) -> Running {
    let folder = TempDir::new().unwrap();
    let (ours, theirs) = (free_port(), free_port());
    let back = format!("http://127.0.0.1:{ours}{}", paths::OPENID_BACK);
    let script = folder.path().join("provider.mjs");
    std::fs::write(&script, provider).unwrap();
    std::os::unix::fs::symlink(modules(), folder.path().join("node_modules")).unwrap();
    let mut provider = Command::new("node")
        .arg(&script)
        .args([&theirs.to_string(), &back, told])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("node was not found: install Node.js (Debian: `apt-get install nodejs npm`)");
    let mut lines = BufReader::new(provider.stdout.take().unwrap()).lines();
    let ready = tokio::time::timeout(DEADLINE, lines.next_line()).await;
    assert_eq!(ready.unwrap().unwrap().as_deref(), Some("ready"));
    // What it says later is read, so that it never waits for a reader.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "le secret de ce client\n").unwrap();
    let house = House::open_with(|config| {
        config.port = ours;
        config.public_url = Some(format!("http://127.0.0.1:{ours}"));
        config.site = Some(site());
        config.openid = Some(OpenId {
            name: "ProConnect".to_owned(),
            issuer: format!("http://127.0.0.1:{theirs}"),
            client_id: "trame".to_owned(),
            client_secret_file: secret,
            scopes: ["openid", "email", "siret"].map(str::to_owned).to_vec(),
            sirets: vec![SIRET.to_owned()],
            addresses_are_verified: false,
            signed_userinfo: true,
            claims: None,
        });
        otherwise(config);
    });
    Running {
        house: house.await,
        _provider: provider,
        _folder: folder,
    }
}

/// Where npm put its packages.
fn modules() -> PathBuf {
    let modules = target().join("tools/web/node_modules");
    assert!(
        modules.join("oidc-provider").is_dir(),
        "the provider is not in {}: run `cargo xtask client`, which fetches it",
        modules.display()
    );
    modules
}

fn person(login: &str, siret: &str) -> Value {
    json!({ "email": login, "email_verified": true, "siret": siret })
}

async fn newcomer(house: &House, name: &str) -> Member {
    let member = house.newcomer(name, Role::Worker, VAL_DE_LYS).await;
    house.settled().await;
    member
}

/// Goes to the provider and says there who she is.
async fn identifies(browser: &Browser, subject: &str) {
    browser.presses("S’identifier avec ProConnect").await;
    browser.types("login", subject).await;
    browser.types("password", "chez le fournisseur").await;
    browser.presses("Sign-in").await;
    browser.presses("Continue").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_comes_in_by_the_provider_and_is_known_by_her_subject_from_then_on() {
    let people = json!({ "sub-julie": person("Julie", SIRET), "sub-autre": person("julie", SIRET) });
    let running = running(people, SecondFactor::Optional).await;
    let house = &running.house;
    newcomer(house, "Julie").await;
    for _ in 0..2 {
        let browser = Browser::open(house).await;
        identifies(&browser, "sub-julie").await;
        browser.find("header.bar .me").await;
        browser.closes().await;
    }
    let browser = Browser::open(house).await;
    identifies(&browser, "sub-autre").await;
    browser.reads("Trame ne vous connaît pas").await;
    let faults = browser.faults().await;
    browser.picture("openid-unknown").await;
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_of_another_organisation_or_has_no_account_stays_outside() {
    let people =
        json!({ "sub-julie": person("julie", "13002526500013"), "sub-nour": person("nour@ailleurs.fr", SIRET) });
    let running = running(people, SecondFactor::Optional).await;
    newcomer(&running.house, "Julie").await;
    for (subject, said) in [
        ("sub-julie", "n’est pas de ce territoire"),
        ("sub-nour", "Trame ne vous connaît pas"),
    ] {
        let browser = Browser::open(&running.house).await;
        identifies(&browser, subject).await;
        browser.reads(said).await;
        browser.closes().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_showed_the_provider_a_password_alone_shows_her_application_here() {
    let people = json!({ "sub-julie": person("julie", SIRET) });
    let running = running(people, SecondFactor::Required).await;
    newcomer(&running.house, "Julie").await;
    let browser = Browser::open(&running.house).await;
    identifies(&browser, "sub-julie").await;
    browser.reads("Cela se prépare une fois.").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_nobody_asked_for_opens_nothing() {
    let running = running(json!({}), SecondFactor::Optional).await;
    let house = &running.house;
    let ways: Ways = house.stranger().get(paths::WAYS).await.shows();
    assert_eq!(ways.provider.as_deref(), Some("ProConnect"));
    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .cookie_store(true)
        .build()
        .unwrap();
    let ask = async |path: &str| {
        let answer = client.request(Method::GET, house.url(path)).send().await.unwrap();
        let header = |name: &str| {
            answer
                .headers()
                .get(name)
                .map_or("", |value| value.to_str().unwrap())
                .to_owned()
        };
        (answer.status().as_u16(), header("location"), header("set-cookie"))
    };
    let back = format!("{}?code=abc&state=def", paths::OPENID_BACK);
    assert_eq!(ask(&back).await.1, "/?entry=over", "without having left");
    let (status, to, cookie) = ask(paths::OPENID).await;
    assert_eq!(status, 303);
    let to = reqwest::Url::parse(&to).unwrap();
    let asked: std::collections::BTreeMap<_, _> = to.query_pairs().into_owned().collect();
    assert!(asked["state"].len() >= 32 && asked["nonce"].len() >= 32, "{asked:?}");
    assert_eq!(
        (asked["response_type"].as_str(), asked["code_challenge_method"].as_str()),
        ("code", "S256")
    );
    let names: Vec<&str> = asked.keys().map(String::as_str).collect();
    let usual = [
        "client_id",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
    ];
    assert_eq!(
        names, usual,
        "no parameter more, since some refuse what they do not know"
    );
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert_eq!(ask(&back).await.1, "/?entry=over", "with the state of somebody else");
    let right = format!("{}?code=abc&state={}", paths::OPENID_BACK, asked["state"]);
    assert_eq!(
        ask(&right).await.1,
        "/?entry=over",
        "a way is used once, whatever came of it"
    );
    ask(paths::OPENID).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_provider_there_is_no_such_way() {
    let house = House::open().await;
    let stranger = house.stranger();
    let ways: Ways = stranger.get(paths::WAYS).await.shows();
    assert_eq!(ways.provider, None);
    for path in [paths::OPENID, paths::OPENID_BACK] {
        assert_eq!(stranger.get(path).await.refusal(), "404 problem.not_found", "{path}");
    }
}
