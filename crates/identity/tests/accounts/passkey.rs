//! A passkey opens by itself, for who was recognised by her device, at our address, once for each challenge; and a lie
//! opens nothing, shuts nobody out and learns nothing.

mod device;

use crate::ground::{ELSEWHERE, NOUR, THERE, opened, told};
use crate::same_moment::Moment;
use crate::second_factor::Veil;
use device::{Device, ORIGIN};
use identity::{Asked, Identity, Kind, NotSignedIn, PasskeyRefused, Passkeys, Rules, SignedIn, Token};
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;
use std::sync::Arc;
use testkit::Database;
use uuid::Uuid;

const PASSWORD: &str = "un mot de passe";
const KARIM: Uuid = Uuid::from_u128(2);

fn after(seconds: i64) -> Timestamp {
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    noon + SignedDuration::from_secs(seconds)
}

fn by(database: &Database, asked: Asked) -> Identity {
    let rules = Rules {
        asked,
        passkeys: Passkeys::at(ORIGIN),
        ..Rules::default()
    };
    opened(database, Arc::new(Veil), rules)
}

/// Nour and Karim have accounts, of which a password is asked.
async fn identity(database: &Database) -> Identity {
    let identity = by(database, Asked::OfWhoHasOne);
    for (worker, login) in [(NOUR, "nour"), (KARIM, "karim")] {
        identity
            .register(worker, login, PASSWORD, Kind::Ordinary)
            .await
            .unwrap();
    }
    identity
}

async fn session(identity: &Identity, login: &str, now: Timestamp) -> Token {
    match identity.sign_in(login, PASSWORD, THERE, now).await.unwrap() {
        SignedIn::Session(token, _) => token,
        SignedIn::Half(..) => panic!("something more is asked for"),
    }
}

async fn asked(identity: &Identity, (worker, token): (Uuid, &Token), now: Timestamp) -> Result<String, NotSignedIn> {
    identity
        .offer_passkey((worker, token), "Nour A.", (PASSWORD, None), THERE, now)
        .await
}

/// Somebody keeps a passkey on a device.
async fn keeps(
    identity: &Identity,
    (worker, token): (Uuid, &Token),
    device: &mut Device,
    now: Timestamp,
) -> Result<(), NotSignedIn> {
    let asked = asked(identity, (worker, token), now).await?;
    let made = device.makes(&asked);
    identity
        .add_passkey((worker, token), ("Téléphone de Nour", &made), now)
        .await
}

/// A device of Nour, with her session.
async fn device(identity: &Identity) -> (Device, Token) {
    let token = session(identity, "nour", after(0)).await;
    let mut device = Device::new(7);
    keeps(identity, (NOUR, &token), &mut device, after(1)).await.unwrap();
    (device, token)
}

async fn enters(
    identity: &Identity,
    device: &mut Device,
    from: IpAddr,
    now: Timestamp,
) -> Result<SignedIn, NotSignedIn> {
    let (token, asked) = identity.ask_passkey(from, now).await?;
    let shown = device.shows(&asked);
    identity.sign_in_by_passkey(&token, &shown, from, now).await
}

fn why<T>(answer: Result<T, NotSignedIn>) -> PasskeyRefused {
    match answer {
        Err(NotSignedIn::Passkey(why)) => why,
        Err(other) => panic!("refused otherwise: {other}"),
        Ok(_) => panic!("it was taken"),
    }
}

#[tokio::test]
async fn nour_comes_in_by_her_device_where_two_factors_are_asked_of_all() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, _) = device(&identity).await;
    let strict = by(&database, Asked::OfAll);
    let SignedIn::Session(token, session) = enters(&strict, &mut device, ELSEWHERE, after(60)).await.unwrap() else {
        panic!("a passkey stands for both");
    };
    assert_eq!(session.worker, NOUR);
    assert!(strict.session(&token, after(61)).await.unwrap().is_some());
    let own = strict.own_passkeys(NOUR).await.unwrap();
    let [own] = own.as_slice() else {
        panic!("not one: {own:?}");
    };
    assert_eq!(own.name.as_deref(), Some("Téléphone de Nour"));
    assert_eq!((own.made_at, own.used_at), (after(1), Some(after(60))));
    assert_eq!(strict.own_passkeys(KARIM).await.unwrap(), []);
}

#[tokio::test]
async fn no_lie_opens_anything_and_none_shuts_nour_out() {
    type Lie = (&'static str, fn(&mut Device));
    let lies: [Lie; 6] = [
        ("shown to another address", |device| {
            device.origin = "https://trame.example.org"
        }),
        ("made for another name", |device| device.name = "example.fr"),
        ("an answer to another challenge", |device| {
            device.challenge = Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        }),
        ("nobody was recognised", |device| device.recognises = false),
        ("a key that nobody kept", |device| device.id = vec![9; 32]),
        ("another key under its name", |device| {
            let id = std::mem::take(&mut device.id);
            let mut other = Device::new(7);
            other.says_it_is_of(device);
            (other.id, other.counter) = (id, device.counter);
            *device = other;
        }),
    ];
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    for (lie, lies) in lies {
        let token = session(&identity, "nour", after(0)).await;
        let mut device = Device::new(7);
        keeps(&identity, (NOUR, &token), &mut device, after(1)).await.unwrap();
        lies(&mut device);
        let refused = why(enters(&identity, &mut device, THERE, after(60)).await);
        assert_eq!(refused, PasskeyRefused::Unbelieved, "{lie}");
        assert_eq!(refused.to_string(), PasskeyRefused::Copied.to_string());
        let id = identity.own_passkeys(NOUR).await.unwrap()[0].id;
        assert_eq!(identity.own_passkeys(NOUR).await.unwrap()[0].used_at, None, "{lie}");
        let gone = identity.remove_passkey((NOUR, &token), id, (PASSWORD, None), THERE, after(61));
        assert!(gone.await.unwrap());
    }
    let (mut device, _) = device(&identity).await;
    assert!(enters(&identity, &mut device, THERE, after(62)).await.is_ok());
}

#[tokio::test]
async fn what_is_no_answer_at_all_is_no_more_than_a_lie() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    device(&identity).await;
    for odd in ["", "null", "{}", "[1]", "\u{0}"] {
        let (token, _) = identity.ask_passkey(THERE, after(60)).await.unwrap();
        let refused = why(identity.sign_in_by_passkey(&token, odd, THERE, after(60)).await);
        assert_eq!(refused, PasskeyRefused::Unbelieved, "{odd:?}");
    }
}

#[tokio::test]
async fn a_counter_that_goes_back_tells_of_a_copy() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, _) = device(&identity).await;
    device.counter = 40;
    assert!(enters(&identity, &mut device, THERE, after(60)).await.is_ok());
    for shown_before in [39, 40] {
        device.counter = shown_before;
        let shown = enters(&identity, &mut device, THERE, after(61)).await;
        assert_eq!(why(shown), PasskeyRefused::Copied, "after {shown_before}");
    }
    device.counter = 41;
    assert!(
        enters(&identity, &mut device, THERE, after(62)).await.is_ok(),
        "42 is new"
    );
    assert!(told().contains("passkey_copied"), "who runs Trame is told");
}

#[tokio::test]
async fn who_says_that_the_key_of_karim_is_nours_is_neither() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (of_nour, _) = device(&identity).await;
    let token = session(&identity, "karim", after(0)).await;
    let mut of_karim = Device::new(8);
    keeps(&identity, (KARIM, &token), &mut of_karim, after(1))
        .await
        .unwrap();
    of_karim.says_it_is_of(&of_nour);
    let refused = why(enters(&identity, &mut of_karim, THERE, after(60)).await);
    assert_eq!(refused, PasskeyRefused::Unbelieved);
}

#[tokio::test]
async fn a_challenge_is_answered_once_in_time_and_by_the_browser_that_asked() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, _) = device(&identity).await;
    let (token, asked) = identity.ask_passkey(THERE, after(60)).await.unwrap();
    let (other, _) = identity.ask_passkey(THERE, after(60)).await.unwrap();
    let shown = device.shows(&asked);
    let elsewhere = identity.sign_in_by_passkey(&other, &shown, THERE, after(61)).await;
    assert_eq!(why(elsewhere), PasskeyRefused::Unbelieved);
    assert!(
        identity
            .sign_in_by_passkey(&token, &shown, THERE, after(61))
            .await
            .is_ok()
    );
    let again = identity.sign_in_by_passkey(&token, &shown, THERE, after(62)).await;
    assert_eq!(
        why(again),
        PasskeyRefused::Over,
        "whoever saw the answer pass has nothing"
    );

    let (token, asked) = identity.ask_passkey(THERE, after(100)).await.unwrap();
    let shown = device.shows(&asked);
    let late = identity.sign_in_by_passkey(&token, &shown, THERE, after(400)).await;
    assert_eq!(why(late), PasskeyRefused::Over);
}

#[tokio::test]
async fn a_device_is_added_by_who_proves_again_who_she_is_and_by_no_other_session() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let token = session(&identity, "nour", after(0)).await;
    let wrong = identity.offer_passkey((NOUR, &token), "Nour A.", ("faux", None), THERE, after(1));
    assert!(matches!(wrong.await, Err(NotSignedIn::Wrong)));
    let asked = asked(&identity, (NOUR, &token), after(2)).await.unwrap();
    let made = Device::new(7).makes(&asked);
    let of_karim = session(&identity, "karim", after(2)).await;
    let taken = identity
        .add_passkey((KARIM, &of_karim), ("La clé", &made), after(3))
        .await;
    assert_eq!(why(taken), PasskeyRefused::Over);
    identity
        .add_passkey((NOUR, &token), ("La clé", &made), after(3))
        .await
        .unwrap();
    let again = identity.add_passkey((NOUR, &token), ("La clé", &made), after(4)).await;
    assert_eq!(why(again), PasskeyRefused::Over);
}

#[tokio::test]
async fn a_device_that_would_not_open_by_itself_is_not_kept() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let token = session(&identity, "nour", after(0)).await;
    let mut unfindable = Device::new(7);
    unfindable.finds = false;
    let kept = keeps(&identity, (NOUR, &token), &mut unfindable, after(1)).await;
    assert_eq!(why(kept), PasskeyRefused::Unfindable);
    let mut blind = Device::new(7);
    blind.recognises = false;
    let kept = keeps(&identity, (NOUR, &token), &mut blind, after(2)).await;
    assert_eq!(why(kept), PasskeyRefused::Unbelieved);
    let mut elsewhere = Device::new(7);
    elsewhere.origin = "https://trame.example.org";
    let kept = keeps(&identity, (NOUR, &token), &mut elsewhere, after(3)).await;
    assert_eq!(why(kept), PasskeyRefused::Unbelieved);
    assert_eq!(identity.own_passkeys(NOUR).await.unwrap(), []);
}

#[tokio::test]
async fn an_account_has_ten_devices_at_most_and_none_twice() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let of_karim = session(&identity, "karim", after(0)).await;
    keeps(&identity, (KARIM, &of_karim), &mut Device::new(0), after(1))
        .await
        .unwrap();
    let token = session(&identity, "nour", after(0)).await;
    let kept = keeps(&identity, (NOUR, &token), &mut Device::new(0), after(1)).await;
    assert_eq!(why(kept), PasskeyRefused::Known, "the key of somebody else");
    for id in 1..=10 {
        keeps(&identity, (NOUR, &token), &mut Device::new(id), after(1))
            .await
            .unwrap();
    }
    let kept = keeps(&identity, (NOUR, &token), &mut Device::new(11), after(1)).await;
    assert_eq!(why(kept), PasskeyRefused::TooMany);
}

#[tokio::test]
async fn a_device_that_is_taken_away_opens_nothing_and_what_it_opened_ends() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, token) = device(&identity).await;
    let SignedIn::Session(by_device, _) = enters(&identity, &mut device, ELSEWHERE, after(60)).await.unwrap() else {
        panic!("a passkey stands for both");
    };
    let id = identity.own_passkeys(NOUR).await.unwrap()[0].id;
    let wrong = identity.remove_passkey((NOUR, &token), id, ("faux", None), THERE, after(61));
    assert!(matches!(wrong.await, Err(NotSignedIn::Wrong)));
    let of_karim = session(&identity, "karim", after(61)).await;
    let anothers = identity.remove_passkey((KARIM, &of_karim), id, (PASSWORD, None), THERE, after(62));
    assert!(!anothers.await.unwrap());
    let hers = identity.remove_passkey((NOUR, &token), id, (PASSWORD, None), THERE, after(62));
    assert!(hers.await.unwrap());
    assert!(identity.session(&by_device, after(63)).await.unwrap().is_none());
    assert!(identity.session(&token, after(63)).await.unwrap().is_some());
    let refused = why(enters(&identity, &mut device, THERE, after(64)).await);
    assert_eq!(refused, PasskeyRefused::Unbelieved);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_on_its_way_while_its_device_is_taken_away_opens_nothing() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, token) = device(&identity).await;
    let (asked, options) = identity.ask_passkey(THERE, after(60)).await.unwrap();
    let shown = device.shows(&options);
    let id = identity.own_passkeys(NOUR).await.unwrap()[0].id;
    let moment = Moment::stands_still(&database).await;
    let removal = tokio::spawn({
        let (identity, again) = (identity.clone(), (PASSWORD, None));
        async move {
            identity
                .remove_passkey((NOUR, &token), id, again, THERE, after(61))
                .await
        }
    });
    moment.sees(1, &removal).await;
    let entry = tokio::spawn({
        let identity = identity.clone();
        async move { identity.sign_in_by_passkey(&asked, &shown, THERE, after(61)).await }
    });
    moment.sees(2, &entry).await;
    moment.goes_on().await;
    assert!(removal.await.unwrap().unwrap());
    assert_eq!(why(entry.await.unwrap()), PasskeyRefused::Unbelieved);
}

#[tokio::test]
async fn an_account_that_is_closed_opened_anew_or_reset_has_no_device() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, _) = device(&identity).await;
    identity.disable(NOUR).await.unwrap();
    let closed = why(enters(&identity, &mut device, THERE, after(60)).await);
    assert_eq!(closed, PasskeyRefused::Unbelieved);
    identity.open_account(NOUR, "nour", after(61)).await.unwrap();
    assert_eq!(identity.own_passkeys(NOUR).await.unwrap(), []);

    identity.register(NOUR, "nour", PASSWORD, Kind::Ordinary).await.unwrap();
    let token = session(&identity, "nour", after(62)).await;
    keeps(&identity, (NOUR, &token), &mut Device::new(8), after(63))
        .await
        .unwrap();
    identity.reset_second_factor(NOUR).await.unwrap();
    assert_eq!(identity.own_passkeys(NOUR).await.unwrap(), []);
}

#[tokio::test]
async fn who_floods_from_one_place_waits_and_nobody_elsewhere_does() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (mut device, _) = device(&identity).await;
    for _ in 0..100 {
        assert!(identity.ask_passkey(THERE, after(60)).await.is_ok());
    }
    let waits = identity.ask_passkey(THERE, after(60)).await;
    assert!(matches!(waits, Err(NotSignedIn::TooManyAttempts { .. })));
    assert!(enters(&identity, &mut device, ELSEWHERE, after(60)).await.is_ok());
    let by_password = identity.sign_in("nour", PASSWORD, THERE, after(60)).await;
    assert!(by_password.is_ok(), "her password still opens there");
    assert!(enters(&identity, &mut device, THERE, after(71)).await.is_ok());
}

#[tokio::test]
async fn the_name_of_a_device_is_stored_unreadable_and_a_demonstration_has_none() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    device(&identity).await;
    let row = database
        .owner()
        .await
        .query_one("select concat(p, encode(p.name, 'escape')) from passkey p", &[])
        .await
        .unwrap();
    let stored: String = row.get(0);
    assert!(!stored.contains("Nour") && !stored.contains("phone"), "{stored}");

    let visitor = Uuid::from_u128(3);
    identity
        .register(visitor, "visite", PASSWORD, Kind::Demonstration)
        .await
        .unwrap();
    let here: IpAddr = "127.0.0.1".parse().unwrap();
    let SignedIn::Session(token, _) = identity.sign_in("visite", PASSWORD, here, after(0)).await.unwrap() else {
        panic!("something was asked for");
    };
    let asked = identity.offer_passkey((visitor, &token), "Visite", (PASSWORD, None), here, after(1));
    assert!(
        matches!(asked.await, Err(NotSignedIn::Wrong)),
        "who adds one would come in by it"
    );
}

#[tokio::test]
async fn passkeys_are_for_an_address_with_a_name_over_tls() {
    for (address, there) in [
        ("https://trame.example.fr", true),
        ("https://trame.example.fr:8443/", true),
        ("http://localhost:8080", true),
        ("http://trame.example.fr", false),
        ("https://192.0.2.1", false),
        ("http://127.0.0.1:8080", false),
        ("trame", false),
    ] {
        assert_eq!(Passkeys::at(address).is_some(), there, "{address}");
    }
    let database = Database::fresh().await;
    let without = opened(&database, Arc::new(Veil), Rules::default());
    assert!(!without.takes_passkeys());
    assert!(without.ask_passkey(THERE, after(0)).await.is_err());
}
