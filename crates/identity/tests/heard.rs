//! What the log of the program tells of signing in: whose account, how it ended, and nothing that was typed.

#![expect(clippy::unwrap_used, reason = "what a test needs must be there, else the test fails")]

use event_store::pool;
use identity::{Asked, Blind, Coming, Fault, Identity, Kind, Rules, Safe, SignedIn};
use jiff::Timestamp;
use std::io::{Result as Written, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};
use testkit::Database;
use uuid::Uuid;
use zeroize::Zeroizing;

const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
const NOUR: Uuid = Uuid::from_u128(1);
const OWN: &str = "quatre mots sans lien";
const OTHER: &str = "cinq autres mots sans suite";

/// Nobody has a second factor here: nothing is sealed and nothing opened.
struct NoSafe;

impl Safe for NoSafe {
    fn seal<'a>(&'a self, _worker: Uuid, _place: Uuid, _secret: &'a str) -> Coming<'a, Vec<u8>> {
        Box::pin(async { Err(Fault::Randomness) })
    }

    fn open<'a>(&'a self, _worker: Uuid, _place: Uuid, _sealed: Vec<u8>) -> Coming<'a, Option<Zeroizing<String>>> {
        Box::pin(async { Ok(None) })
    }
}

/// Lines that are kept.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> Written<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> Written<()> {
        Ok(())
    }
}

impl Lines {
    /// What was written since.
    fn taken(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

#[tokio::test]
async fn every_try_is_told_with_the_account_and_without_what_was_typed() {
    let database = Database::fresh().await;
    let blind: Blind = Arc::new(|scope, value| {
        aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, format!("{scope} {value}").as_bytes())
            .as_ref()
            .to_vec()
    });
    let rules = Rules {
        asked: Asked::OfWhoHasOne,
        ..Rules::default()
    };
    let keys = (blind, Arc::new(NoSafe) as Arc<dyn Safe>);
    let identity = Identity::open(pool(&database.config(), 4).unwrap(), keys, rules);
    let identity = identity.await.unwrap();
    identity
        .register(NOUR, "nour.haddad", OWN, Kind::Ordinary)
        .await
        .unwrap();
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _told = tracing::subscriber::set_default(subscriber);
    let mut all = String::new();
    let mut tells = |words: &[&str]| {
        let told = lines.taken();
        for word in words {
            assert!(told.contains(word), "{word} in {told}");
        }
        all.push_str(&told);
    };

    let account = format!("account={NOUR}");
    let wrong = identity.sign_in("nour.haddad", "faux", THERE, noon).await;
    assert!(wrong.is_err());
    tells(&["WARN", "act=\"sign_in\"", "why=\"wrong\"", &account, "from="]);
    let nobody = identity.sign_in("personne", "faux", THERE, noon).await;
    assert!(nobody.is_err());
    tells(&["WARN", "act=\"sign_in\"", "why=\"wrong\"", "login="]);
    let Ok(SignedIn::Session(token, _)) = identity.sign_in("nour.haddad", OWN, THERE, noon).await else {
        panic!("she does not come in");
    };
    tells(&["INFO", "act=\"sign_in\"", "how=\"session\"", &account]);
    for (present, how) in [("faux", "why=\"wrong\""), (OWN, "how=\"done\"")] {
        let changed = identity.change_password((NOUR, &token), (present, OTHER), &[], THERE, noon);
        assert_eq!(changed.await.is_ok(), present == OWN);
        tells(&["act=\"change_password\"", how, &account]);
    }
    identity.sign_out(&token).await.unwrap();
    tells(&["act=\"sign_out\"", "how=\"done\"", &account]);
    for secret in ["nour.haddad", "personne", "192.0.2", "faux", OWN, OTHER, token.as_str()] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
}
