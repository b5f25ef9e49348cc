//! A code beside the password: asked for before anything opens, taken once, replaced by paper, and never a way to keep
//! somebody out.

use crate::ground::{ELSEWHERE, NOUR, THERE, opened};
use data_encoding::BASE32_NOPAD;
use identity::{Coming, Entered, Identity, Kind, Need, NotSignedIn, Proof, Rules, Safe, SignedIn, Token};
use jiff::{SignedDuration, Timestamp};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use testkit::Database;
use totp_rs::Builder;
use uuid::Uuid;
use zeroize::Zeroizing;

const PASSWORD: &str = "un mot de passe";

/// Stands for the keys: what it seals is not what it was given, and opens at its place alone.
pub(crate) struct Veil;

impl Safe for Veil {
    fn seal<'a>(&'a self, worker: Uuid, place: Uuid, secret: &'a str) -> Coming<'a, Vec<u8>> {
        Box::pin(async move { Ok(veiled(worker, place, secret.as_bytes())) })
    }

    fn open<'a>(&'a self, worker: Uuid, place: Uuid, sealed: Vec<u8>) -> Coming<'a, Option<Zeroizing<String>>> {
        Box::pin(async move {
            Ok(String::from_utf8(veiled(worker, place, &sealed))
                .ok()
                .map(Zeroizing::new))
        })
    }
}

fn veiled(worker: Uuid, place: Uuid, bytes: &[u8]) -> Vec<u8> {
    let veil = place
        .as_bytes()
        .iter()
        .zip(worker.as_bytes())
        .map(|(one, other)| one ^ other);
    bytes.iter().zip(veil.cycle()).map(|(byte, veil)| byte ^ veil).collect()
}

/// Everybody's second factor is asked for; Nour and Karim have accounts.
async fn identity(database: &Database) -> Identity {
    let identity = opened(database, Arc::new(Veil), Rules::default());
    for (worker, login) in [(NOUR, "nour"), (Uuid::from_u128(2), "karim")] {
        identity
            .register(worker, login, PASSWORD, Kind::Ordinary)
            .await
            .unwrap();
    }
    identity
}

fn after(seconds: i64) -> Timestamp {
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    noon + SignedDuration::from_secs(seconds)
}

fn code(secret: &str, at: Timestamp) -> String {
    let secret: [u8; 20] = BASE32_NOPAD.decode(secret.as_bytes()).unwrap().try_into().unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(at.as_second()).unwrap()).to_string()
}

fn shows(secret: &str, at: Timestamp) -> Proof {
    Proof::Code(code(secret, at))
}

/// The half of a sign-in.
async fn half(identity: &Identity, login: &str, needs: Need, at: Timestamp) -> Token {
    match identity.sign_in(login, PASSWORD, THERE, at).await.unwrap() {
        SignedIn::Half(token, needed) if needed == needs => token,
        SignedIn::Half(..) | SignedIn::Session(..) => panic!("{needs:?} was not asked for"),
    }
}

/// Gives someone an application at noon; answers its secret, the codes of her paper and her session.
async fn enrolled(identity: &Identity, login: &str) -> (String, Vec<String>, Token) {
    let half = half(identity, login, Need::Enrolment, after(0)).await;
    let secret = identity.offer_at_sign_in(&half, after(1)).await.unwrap().secret;
    let confirmed = identity
        .confirm(&half, &code(&secret, after(2)), THERE, after(2))
        .await
        .unwrap();
    (secret, confirmed.recovery_codes, confirmed.entered.unwrap().0)
}

async fn enters(identity: &Identity, proof: &Proof, peer: IpAddr, at: Timestamp) -> Result<Entered, NotSignedIn> {
    let half = half(identity, "nour", Need::Code, at).await;
    identity.sign_in_with(&half, proof, peer, at).await
}

fn is_wrong(answer: &Result<Entered, NotSignedIn>) -> bool {
    matches!(answer, Err(NotSignedIn::WrongCode))
}

#[tokio::test]
async fn nothing_opens_before_the_code() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, _, session) = enrolled(&identity, "nour").await;
    assert_eq!(
        identity.session(&session, after(3)).await.unwrap().unwrap().worker,
        NOUR
    );

    let half = half(&identity, "nour", Need::Code, after(60)).await;
    assert!(identity.session(&half, after(60)).await.unwrap().is_none());
    assert_eq!(
        identity.are_open(std::slice::from_ref(&half), after(60)).await.unwrap(),
        [false]
    );
    let offered = identity.offer_at_sign_in(&half, after(60)).await;
    assert!(
        matches!(offered, Err(NotSignedIn::Over)),
        "no new application instead of the code"
    );

    let entered = identity
        .sign_in_with(&half, &shows(&secret, after(60)), THERE, after(60))
        .await;
    let entered = entered.unwrap();
    assert_eq!(
        identity
            .session(&entered.token, after(61))
            .await
            .unwrap()
            .unwrap()
            .worker,
        NOUR
    );
    assert_ne!(
        entered.token.as_str(),
        half.as_str(),
        "the session has a token of its own"
    );
    assert_eq!(entered.recovery_codes_left, None);

    let again = identity
        .sign_in_with(&half, &shows(&secret, after(90)), THERE, after(90))
        .await;
    assert!(matches!(again, Err(NotSignedIn::Over)), "a half is used once");
}

#[tokio::test]
async fn a_code_is_taken_once_and_none_before_it_afterwards() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, ..) = enrolled(&identity, "nour").await;
    let of_the_enrolment = shows(&secret, after(2));
    assert!(is_wrong(&enters(&identity, &of_the_enrolment, THERE, after(5)).await));
    let now = shows(&secret, after(90));
    assert!(enters(&identity, &now, THERE, after(90)).await.is_ok());
    assert!(is_wrong(&enters(&identity, &now, THERE, after(91)).await));
    let before = shows(&secret, after(60));
    assert!(is_wrong(&enters(&identity, &before, THERE, after(92)).await));
    assert!(
        enters(&identity, &shows(&secret, after(120)), THERE, after(120))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn of_two_that_show_the_same_code_at_once_one_comes_in() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, ..) = enrolled(&identity, "nour").await;
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let half = half(&identity, "nour", Need::Code, after(60)).await;
        let (identity, proof) = (identity.clone(), shows(&secret, after(60)));
        tries.spawn(async move { identity.sign_in_with(&half, &proof, THERE, after(60)).await.is_ok() });
    }
    let entered = tries.join_all().await;
    assert_eq!(entered.iter().filter(|entered| **entered).count(), 1);
}

#[tokio::test]
async fn paper_stands_for_the_application_once_each_and_its_owner_is_told() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (_, paper, _) = enrolled(&identity, "nour").await;
    let (_, of_karim, _) = enrolled(&identity, "karim").await;
    assert_eq!(paper.len(), 8);
    let shows = |code: &str| Proof::RecoveryCode(code.to_owned());

    assert!(
        is_wrong(&enters(&identity, &shows(&of_karim[0]), THERE, after(9)).await),
        "each has her own"
    );
    let careless = paper[0].to_lowercase().replace('-', " ");
    let entered = enters(&identity, &shows(&careless), THERE, after(10)).await.unwrap();
    assert_eq!(entered.recovery_codes_left, Some(7));
    assert!(is_wrong(&enters(&identity, &shows(&paper[0]), THERE, after(11)).await));
    let told = identity.second_factor(NOUR).await.unwrap().unwrap();
    assert_eq!((told.recovery_codes_left, told.recovered_at), (7, Some(after(10))));

    let without_password = identity.sign_in("nour", &paper[1], THERE, after(12)).await;
    assert!(
        matches!(without_password, Err(NotSignedIn::Wrong)),
        "paper never stands for the password"
    );
}

#[tokio::test]
async fn who_guesses_codes_waits_and_the_owner_elsewhere_does_not() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, ..) = enrolled(&identity, "nour").await;
    let guess = Proof::Code("000000".to_owned());
    for _ in 0..5 {
        assert!(is_wrong(&enters(&identity, &guess, THERE, after(60)).await));
    }
    let waits = enters(&identity, &shows(&secret, after(60)), THERE, after(60)).await;
    assert!(
        matches!(waits, Err(NotSignedIn::TooManyAttempts { .. })),
        "the right code waits too"
    );
    assert!(
        enters(&identity, &shows(&secret, after(60)), ELSEWHERE, after(60))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn guesses_from_everywhere_put_codes_to_rest_and_never_the_paper() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, paper, _) = enrolled(&identity, "nour").await;
    let guess = Proof::Code("000000".to_owned());
    let from = |number: u8| IpAddr::V4(Ipv4Addr::new(198, 51, 100, number));
    for number in 0..100 {
        assert!(is_wrong(&enters(&identity, &guess, from(number), after(60)).await));
    }
    let rests = enters(&identity, &shows(&secret, after(60)), THERE, after(60)).await;
    assert!(matches!(rests, Err(NotSignedIn::CodesRest)));
    assert_eq!(identity.second_factor(NOUR).await.unwrap().unwrap().wrong, 100);
    let on_paper = Proof::RecoveryCode(paper[0].clone());
    assert!(enters(&identity, &on_paper, THERE, after(61)).await.is_ok());
    let tomorrow = after(60 + 24 * 3_600);
    assert!(
        enters(&identity, &shows(&secret, tomorrow), THERE, tomorrow)
            .await
            .is_ok()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_same_moment_are_not_one_more_than_a_day_has() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    enrolled(&identity, "nour").await;
    let (holder, watcher) = (database.owner().await, database.owner().await);
    let ninety_nine = "update second_factor set wrong = 99";
    watcher.execute(ninety_nine, &[]).await.unwrap();
    let mut halves = Vec::new();
    for _ in 0..2 {
        halves.push(half(&identity, "nour", Need::Code, after(60)).await);
    }
    holder
        .batch_execute("begin; select 1 from second_factor for update")
        .await
        .unwrap();
    let mut guesses = tokio::task::JoinSet::new();
    for (number, half) in (1..).zip(halves) {
        let identity = identity.clone();
        let from = IpAddr::V4(Ipv4Addr::new(198, 51, 100, number));
        guesses.spawn(async move {
            let guess = Proof::Code("000000".to_owned());
            identity.sign_in_with(&half, &guess, from, after(60)).await
        });
    }
    let waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    let both = async { while watcher.query_one(waiting, &[]).await.unwrap().get::<_, i64>(0) < 2 {} };
    tokio::time::timeout(std::time::Duration::from_secs(30), both)
        .await
        .unwrap();
    holder.batch_execute("commit").await.unwrap();
    let answers = guesses.join_all().await;
    let tried = answers.iter().filter(|answer| is_wrong(answer)).count();
    assert_eq!(tried, 1, "the hundredth, and no other");
    assert_eq!(identity.second_factor(NOUR).await.unwrap().unwrap().wrong, 100);
}

#[tokio::test]
async fn right_codes_are_no_wrong_ones() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, ..) = enrolled(&identity, "nour").await;
    let guess = Proof::Code("000000".to_owned());
    assert!(is_wrong(&enters(&identity, &guess, THERE, after(60)).await));
    for at in [90, 120, 150] {
        assert!(
            enters(&identity, &shows(&secret, after(at)), THERE, after(at))
                .await
                .is_ok()
        );
    }
    assert_eq!(identity.second_factor(NOUR).await.unwrap().unwrap().wrong, 1);
}

#[tokio::test]
async fn a_secret_that_was_shown_is_confirmed_by_who_saw_it_in_time() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let saw = half(&identity, "nour", Need::Enrolment, after(0)).await;
    let other = half(&identity, "nour", Need::Enrolment, after(0)).await;
    let secret = identity.offer_at_sign_in(&saw, after(1)).await.unwrap().secret;
    let by_other = identity
        .confirm(&other, &code(&secret, after(2)), THERE, after(2))
        .await;
    assert!(matches!(by_other, Err(NotSignedIn::Over)));
    assert!(matches!(
        identity.confirm(&saw, "000000", THERE, after(2)).await,
        Err(NotSignedIn::WrongCode)
    ));
    let late = after(601);
    assert!(matches!(
        identity.offer_at_sign_in(&saw, late).await,
        Err(NotSignedIn::Over)
    ));
    assert!(
        identity
            .confirm(&saw, &code(&secret, after(3)), THERE, after(3))
            .await
            .is_ok()
    );
    let again = identity
        .confirm(&saw, &code(&secret, after(30)), THERE, after(30))
        .await;
    assert!(matches!(again, Err(NotSignedIn::Over)));
    let with_other = identity.offer_at_sign_in(&other, after(31)).await;
    assert!(
        matches!(with_other, Err(NotSignedIn::Over)),
        "halves from before are over"
    );
}

#[tokio::test]
async fn who_guesses_at_the_code_of_an_offer_waits() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let half = half(&identity, "nour", Need::Enrolment, after(0)).await;
    let secret = identity.offer_at_sign_in(&half, after(1)).await.unwrap().secret;
    for _ in 0..5 {
        let wrong = identity.confirm(&half, "000000", THERE, after(2)).await;
        assert!(matches!(wrong, Err(NotSignedIn::WrongCode)));
    }
    let waits = identity.confirm(&half, &code(&secret, after(2)), THERE, after(2)).await;
    assert!(matches!(waits, Err(NotSignedIn::TooManyAttempts { .. })));
    let later = identity.confirm(&half, &code(&secret, after(3)), THERE, after(3)).await;
    assert!(later.is_ok());
}

#[tokio::test]
async fn a_half_waits_a_few_minutes_on_a_computer_that_others_use() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let left = half(&identity, "nour", Need::Enrolment, after(0)).await;
    assert!(identity.half(&left, after(299)).await.unwrap().is_some());
    assert!(identity.half(&left, after(300)).await.unwrap().is_none());
}

#[tokio::test]
async fn another_application_asks_for_the_password_and_what_she_has() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, paper, session) = enrolled(&identity, "nour").await;
    let elsewhere = enters(&identity, &shows(&secret, after(60)), THERE, after(60))
        .await
        .unwrap()
        .token;
    let at = after(120);
    let ask = async |password: &str, proof: Option<&Proof>| {
        identity
            .offer_again((NOUR, &session), (password, proof), THERE, at)
            .await
    };
    assert!(matches!(ask("faux", None).await, Err(NotSignedIn::Wrong)));
    assert!(matches!(ask(PASSWORD, None).await, Err(NotSignedIn::WrongCode)));
    let wrong = Proof::Code("000000".to_owned());
    assert!(matches!(ask(PASSWORD, Some(&wrong)).await, Err(NotSignedIn::WrongCode)));
    let on_paper = Proof::RecoveryCode(paper[0].clone());
    let new = ask(PASSWORD, Some(&on_paper)).await.unwrap().secret;
    assert!(
        enters(&identity, &shows(&secret, at), THERE, at).await.is_ok(),
        "the old one goes on until then"
    );

    let confirmed = identity.confirm(&session, &code(&new, at), THERE, at).await.unwrap();
    assert!(confirmed.entered.is_none(), "she is in already");
    assert!(identity.session(&session, at).await.unwrap().is_some());
    assert!(identity.session(&elsewhere, at).await.unwrap().is_none());
    assert!(is_wrong(
        &enters(&identity, &shows(&secret, after(180)), THERE, after(180)).await
    ));
    let old_paper = Proof::RecoveryCode(paper[1].clone());
    assert!(is_wrong(&enters(&identity, &old_paper, THERE, after(180)).await));
    assert!(
        enters(&identity, &shows(&new, after(180)), THERE, after(180))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn who_lost_everything_begins_anew_and_a_new_password_alone_skips_nothing() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (_, _, session) = enrolled(&identity, "nour").await;
    identity.register(NOUR, "nour", PASSWORD, Kind::Ordinary).await.unwrap();
    half(&identity, "nour", Need::Code, after(60)).await;
    assert!(identity.reset_second_factor(NOUR).await.unwrap());
    assert!(!identity.reset_second_factor(NOUR).await.unwrap());
    assert!(identity.session(&session, after(60)).await.unwrap().is_none());
    half(&identity, "nour", Need::Enrolment, after(60)).await;
    assert_eq!(identity.second_factor(NOUR).await.unwrap(), None);
}

#[tokio::test]
async fn a_closed_account_finishes_no_sign_in() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, ..) = enrolled(&identity, "nour").await;
    let half = half(&identity, "nour", Need::Code, after(60)).await;
    identity.disable(NOUR).await.unwrap();
    let late = identity
        .sign_in_with(&half, &shows(&secret, after(60)), THERE, after(60))
        .await;
    assert!(matches!(late, Err(NotSignedIn::Over)));
}

#[tokio::test]
async fn no_secret_and_no_code_is_stored_readable() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let (secret, paper, _) = enrolled(&identity, "nour").await;
    let rows = "select concat(f, r, encode(f.secret, 'escape')) from second_factor f, recovery_code r";
    for row in database.owner().await.query(rows, &[]).await.unwrap() {
        let stored: String = row.get(0);
        assert!(!stored.contains(&secret));
        for code in &paper {
            assert!(!stored.contains(code.as_str()) && !stored.contains(&code.replace('-', "")));
        }
    }
}

#[tokio::test]
async fn the_demonstration_shows_no_code() {
    let database = Database::fresh().await;
    let identity = identity(&database).await;
    let visitor = Uuid::from_u128(3);
    identity
        .register(visitor, "visite", PASSWORD, Kind::Demonstration)
        .await
        .unwrap();
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let SignedIn::Session(session, _) = identity.sign_in("visite", PASSWORD, here, after(0)).await.unwrap() else {
        panic!("something was asked for");
    };
    let offered = identity
        .offer_again((visitor, &session), (PASSWORD, None), here, after(1))
        .await;
    assert!(
        matches!(offered, Err(NotSignedIn::Wrong)),
        "who enrols would shut all others out"
    );
}
