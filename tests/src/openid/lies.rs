//! A provider of identities that lies: nobody comes in by what cannot be believed, and nobody is kept out by those who only
//! leave for it.

use super::{Running, SIRET, newcomer, running_as, running_by};
use crate::house::{House, Program};
use backend::config::SecondFactor;
use contract::paths;
use reqwest::Client;
use reqwest::redirect::Policy;
use tokio::task::JoinSet;

const PROVIDER: &str = include_str!("provider.mjs");

async fn lying(second_factor: SecondFactor) -> Running {
    let running = running_by(PROVIDER, SIRET, second_factor).await;
    newcomer(&running.house, "Julie").await;
    running
}

/// A browser that follows nothing by itself.
fn walker() -> Client {
    let client = Client::builder().redirect(Policy::none()).cookie_store(true);
    client.build().unwrap()
}

/// Where this address sends to.
async fn sent(walker: &Client, address: &str) -> String {
    let answer = walker.get(address).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 303, "{address}");
    answer.headers()["location"].to_str().unwrap().to_owned()
}

/// Leaves for the provider, which will tell this lie; the way back, and where it goes through.
async fn leaves(running: &Running, walker: &Client, lie: &str) -> (String, String) {
    let to = sent(walker, &running.house.url(paths::OPENID)).await;
    let provider = to.split("/auth?").next().unwrap().to_owned();
    (sent(walker, &format!("{to}&lie={lie}")).await, provider)
}

/// What came of a sign-in by a provider that tells this lie.
async fn tried(running: &Running, lie: &str) -> String {
    let walker = walker();
    let (back, _) = leaves(running, &walker, lie).await;
    sent(&walker, &back).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_comes_in_by_what_cannot_be_believed() {
    let running = lying(SecondFactor::Optional).await;
    for lie in [
        "nonce",
        "no-nonce",
        "audience",
        "two-audiences",
        "issuer",
        "over",
        "signature",
        "unsigned",
        "our-secret",
        "access-token",
        "hidden-key",
        "somebody-else",
        "unsigned-userinfo",
        "userinfo-signature",
        "userinfo-algorithm",
    ] {
        assert_eq!(tried(&running, lie).await, "/?entry=failed", "{lie}");
    }
    for truth in ["right", "pss"] {
        assert_eq!(tried(&running, truth).await, "/", "{truth}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_nobody_verified_finds_no_account() {
    let running = lying(SecondFactor::Optional).await;
    for unsure in ["unverified", "unsaid"] {
        assert_eq!(tried(&running, unsure).await, "/?entry=unknown", "{unsure}");
    }
    assert_eq!(tried(&running, "right").await, "/");
    assert_eq!(tried(&running, "unsaid").await, "/", "she is known by her subject now");
    let vouching = running_as(PROVIDER, SIRET, |config| {
        config.second_factor = SecondFactor::Optional;
        if let Some(openid) = &mut config.openid {
            openid.addresses_are_verified = true;
        }
    });
    let vouching = vouching.await;
    newcomer(&vouching.house, "Julie").await;
    assert_eq!(tried(&vouching, "unverified").await, "/?entry=unknown");
    assert_eq!(tried(&vouching, "unsaid").await, "/", "it vouches for all of them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_cannot_send_back_is_refused_at_the_start() {
    let house = House::open().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let (secret, config) = (house.folder().join("openid-secret"), house.folder().join("openid.toml"));
    std::fs::write(&secret, "le secret de ce client").unwrap();
    let openid = format!(
        "[openid]\nname = \"ProConnect\"\nissuer = \"https://fournisseur.example\"\nclient_id = \"trame\"\n\
         client_secret_file = {:?}\n",
        secret.display().to_string()
    );
    for (url, said) in [
        ("", "give the address under which they reach Trame as public_url"),
        (
            "public_url = \"http://trame.example.fr\"\n",
            "people come back over https",
        ),
    ] {
        std::fs::write(&config, format!("{url}{openid}")).unwrap();
        let done = program
            .run(&["serve", "--port", "0", "--config", &config.display().to_string()])
            .await;
        assert_eq!(done.status.code(), Some(1));
        let told = String::from_utf8(done.stderr).unwrap();
        assert!(told.contains(said), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_the_provider_says_of_two_factors_stands_for_the_application() {
    let running = lying(SecondFactor::Required).await;
    for (said, came) in [
        ("right", "/?entry=enrolment"),
        ("no-amr", "/?entry=enrolment"),
        ("mfa", "/"),
    ] {
        assert_eq!(tried(&running, said).await, came, "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_is_asked_for_its_keys_again_when_it_signs_by_a_new_one() {
    let running = lying(SecondFactor::Optional).await;
    let (_, provider) = leaves(&running, &walker(), "right").await;
    let described = async || {
        let answer = walker().get(format!("{provider}/described")).send().await.unwrap();
        answer.text().await.unwrap()
    };
    for _ in 0..3 {
        assert_eq!(tried(&running, "right").await, "/");
    }
    assert_eq!(described().await, "1", "it is known for some minutes");
    assert_eq!(tried(&running, "new-key").await, "/");
    assert_eq!(described().await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_comes_in_however_many_leave() {
    let running = lying(SecondFactor::Optional).await;
    let julie = walker();
    let (back, provider) = leaves(&running, &julie, "right").await;
    walker().get(format!("{provider}/silent")).send().await.unwrap();
    let mut crowd = JoinSet::new();
    for _ in 0..40 {
        let (somebody, leave) = (walker(), running.house.url(paths::OPENID));
        crowd.spawn(async move { sent(&somebody, &leave).await });
    }
    assert_eq!(sent(&julie, &back).await, "/");
    for left in crowd.join_all().await {
        assert!(left.starts_with(&provider), "{left}");
    }
}
