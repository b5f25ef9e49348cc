//! Signing in: the same answer for every wrong try, waiting only for who guesses, sessions that end.

use crate::ground::{ELSEWHERE, THERE, by_password};
use identity::{Fault, Identity, Kind, NotRegistered, NotSignedIn, Session, SignedIn, Token};
use jiff::{SignedDuration, Timestamp};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;
use testkit::Database;
use uuid::Uuid;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Signing in where the password is all that is asked for.
trait Enters {
    async fn enters(
        &self,
        login: &str,
        password: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<(Token, Session), NotSignedIn>;
}

impl Enters for Identity {
    async fn enters(
        &self,
        login: &str,
        password: &str,
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<(Token, Session), NotSignedIn> {
        match self.sign_in(login, password, peer, now).await? {
            SignedIn::Session(token, session) => Ok((token, session)),
            SignedIn::Half(_, needs) => panic!("{needs:?} is asked for"),
        }
    }
}

fn noon() -> Timestamp {
    "2026-11-19T12:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    noon() + SignedDuration::from_secs(seconds)
}

async fn with_nour(database: &Database, kind: Kind) -> (Identity, Uuid) {
    let identity = by_password(database);
    let nour = Uuid::from_u128(1);
    identity
        .register(nour, "Nour.Haddad", "un mot de passe", kind)
        .await
        .unwrap();
    (identity, nour)
}

fn wait(result: Result<(Token, identity::Session), NotSignedIn>) -> Duration {
    match result {
        Err(NotSignedIn::TooManyAttempts { retry_after }) => retry_after,
        other => panic!("{other:?}"),
    }
}

async fn signed_in(identity: &Identity) -> (Token, Session) {
    identity
        .enters("nour.haddad", "un mot de passe", THERE, noon())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_worker_signs_in_is_known_and_signs_out() {
    let database = Database::fresh().await;
    let (identity, nour) = with_nour(&database, Kind::Ordinary).await;
    let (token, session) = identity
        .enters(" nour.HADDAD ", "un mot de passe", THERE, noon())
        .await
        .unwrap();
    assert_eq!(session.worker, nour);
    assert_eq!(identity.session(&token, after(60)).await.unwrap().unwrap().worker, nour);
    assert!(
        identity
            .session(&Token::from_cookie("quelconque"), after(60))
            .await
            .unwrap()
            .is_none()
    );
    identity.sign_out(&token).await.unwrap();
    assert!(identity.session(&token, after(60)).await.unwrap().is_none());
}

#[tokio::test]
async fn every_wrong_try_is_answered_the_same() {
    let database = Database::fresh().await;
    let (identity, nour) = with_nour(&database, Kind::Demonstration).await;
    for (login, password, peer) in [
        ("nour.haddad", "faux", HERE),
        ("personne", "un mot de passe", HERE),
        ("nour.haddad", "un mot de passe", THERE),
    ] {
        assert!(matches!(
            identity.enters(login, password, peer, noon()).await,
            Err(NotSignedIn::Wrong)
        ));
    }
    let v6 = IpAddr::V6(Ipv6Addr::LOCALHOST);
    assert!(
        identity
            .enters("nour.haddad", "un mot de passe", v6, noon())
            .await
            .is_ok()
    );
    let mapped = IpAddr::V6(Ipv4Addr::LOCALHOST.to_ipv6_mapped());
    let (token, _) = identity
        .enters("nour.haddad", "un mot de passe", mapped, noon())
        .await
        .unwrap();
    identity.disable(nour).await.unwrap();
    assert!(identity.session(&token, noon()).await.unwrap().is_none());
    let disabled = identity.enters("nour.haddad", "un mot de passe", HERE, noon()).await;
    assert!(matches!(disabled, Err(NotSignedIn::Wrong)));
}

#[tokio::test]
async fn who_guesses_waits_ever_longer_and_nobody_else_does() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    let guess = |peer, at| identity.enters("nour.haddad", "faux", peer, at);
    for _ in 0..5 {
        assert!(matches!(guess(THERE, noon()).await, Err(NotSignedIn::Wrong)));
    }
    assert_eq!(wait(guess(THERE, noon()).await), Duration::from_secs(1));
    assert!(matches!(guess(THERE, after(1)).await, Err(NotSignedIn::Wrong)));
    assert_eq!(wait(guess(THERE, after(1)).await), Duration::from_secs(2));
    let right = identity.enters("Nour.Haddad", "un mot de passe", THERE, after(2)).await;
    assert_eq!(
        wait(right),
        Duration::from_secs(1),
        "the right password waits too, else guessing goes on"
    );
    assert!(
        identity
            .enters("nour.haddad", "un mot de passe", ELSEWHERE, after(2))
            .await
            .is_ok()
    );
    assert!(
        identity
            .enters("nour.haddad", "un mot de passe", THERE, after(3))
            .await
            .is_ok()
    );
    assert!(
        matches!(guess(THERE, after(3)).await, Err(NotSignedIn::Wrong)),
        "a success begins anew"
    );
}

#[tokio::test]
async fn guesses_at_the_same_time_are_all_counted() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    let mut guesses = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let identity = identity.clone();
        guesses.spawn(async move { identity.enters("nour.haddad", "faux", THERE, noon()).await });
    }
    let answers = guesses.join_all().await;
    let looked_at = answers
        .iter()
        .filter(|answer| matches!(answer, Err(NotSignedIn::Wrong)))
        .count();
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn who_tries_many_logins_from_one_place_waits_and_who_works_there_does_not() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    identity
        .enters("nour.haddad", "un mot de passe", THERE, noon())
        .await
        .unwrap();
    // As a hundred logins have been tried from there, which would take long to hash.
    let tried = "insert into sign_in_place (place, tries, last_at) values ($1, 100, $2)
        on conflict (place) do update set tries = 100, last_at = $2";
    let place = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, b"sign_in.place 192.0.2.1");
    let owner = database.owner().await;
    owner.execute(tried, &[&place.as_ref(), &noon()]).await.unwrap();
    let guess = |login: &'static str, peer, at| identity.enters(login, "faux", peer, at);
    assert_eq!(wait(guess("personne.1", THERE, noon()).await), Duration::from_secs(10));
    assert!(matches!(
        guess("personne.1", ELSEWHERE, noon()).await,
        Err(NotSignedIn::Wrong)
    ));
    assert!(
        identity
            .enters("nour.haddad", "un mot de passe", THERE, after(1))
            .await
            .is_ok(),
        "she came in from there before"
    );
    assert!(matches!(
        guess("personne.1", THERE, after(10)).await,
        Err(NotSignedIn::Wrong)
    ));
    assert_eq!(
        wait(guess("personne.2", THERE, after(11)).await),
        Duration::from_secs(9)
    );
}

#[tokio::test]
async fn what_nobody_waits_for_any_more_is_swept() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    let wrong = identity.enters("personne", "faux", ELSEWHERE, noon()).await;
    assert!(matches!(wrong, Err(NotSignedIn::Wrong)));
    signed_in(&identity).await;
    let owner = database.owner().await;
    let kept = async || -> (i64, i64) {
        let count = "select (select count(*) from sign_in_failure), (select count(*) from sign_in_place)";
        let row = owner.query_one(count, &[]).await.unwrap();
        (row.get(0), row.get(1))
    };
    assert_eq!(kept().await, (2, 2));
    let tomorrow = after(25 * 3_600);
    identity
        .enters("nour.haddad", "un mot de passe", HERE, tomorrow)
        .await
        .unwrap();
    assert_eq!(
        kept().await,
        (2, 1),
        "where she came in from, twice, and the place of today"
    );
    let next_month = after(32 * 24 * 3_600);
    identity
        .enters("nour.haddad", "un mot de passe", HERE, next_month)
        .await
        .unwrap();
    assert_eq!(kept().await, (1, 1));
}

#[tokio::test]
async fn a_session_ends_when_idle_and_at_last() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    let (token, _) = signed_in(&identity).await;
    for tenth in 1..72 {
        assert!(
            identity.session(&token, after(tenth * 600)).await.unwrap().is_some(),
            "{tenth}"
        );
    }
    assert!(
        identity.session(&token, after(72 * 600)).await.unwrap().is_none(),
        "after twelve hours"
    );
    let (token, _) = signed_in(&identity).await;
    assert!(
        identity.session(&token, after(901)).await.unwrap().is_none(),
        "after a quarter of an hour of nothing"
    );
}

#[tokio::test]
async fn a_login_belongs_to_one_worker_and_nothing_readable_is_stored() {
    let database = Database::fresh().await;
    let (identity, nour) = with_nour(&database, Kind::Ordinary).await;
    let taken = identity
        .register(Uuid::from_u128(2), "NOUR.haddad", "autre", Kind::Ordinary)
        .await;
    assert!(matches!(taken, Err(NotRegistered::LoginTaken)));
    identity
        .register(nour, "n.haddad", "nouveau", Kind::Ordinary)
        .await
        .unwrap();
    assert!(identity.has_account(nour).await.unwrap());
    let (token, _) = identity.enters("n.haddad", "nouveau", THERE, noon()).await.unwrap();
    let rows = "select concat(a, s) from account a, session s";
    let stored: String = database.owner().await.query_one(rows, &[]).await.unwrap().get(0);
    assert!(stored.contains("$argon2id$v=19$m=47104,t=1,p=1$"), "{stored}");
    for secret in ["haddad", "nouveau", token.as_str()] {
        assert!(!stored.contains(secret));
    }
    assert_eq!(format!("{token:?}"), "Token");
}

#[tokio::test]
async fn without_a_database_nobody_is_told_wrong() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    drop(database);
    let answer = identity.enters("nour.haddad", "un mot de passe", THERE, noon()).await;
    assert!(
        matches!(
            answer,
            Err(NotSignedIn::Fault(Fault::Database(_) | Fault::Connection(_)))
        ),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_no_session_awake() {
    let database = Database::fresh().await;
    let (identity, _) = with_nour(&database, Kind::Ordinary).await;
    let (token, _) = signed_in(&identity).await;
    for minute in 1..15 {
        let open = identity
            .are_open(std::slice::from_ref(&token), after(minute * 60))
            .await;
        assert_eq!(open.unwrap(), [true], "{minute}");
    }
    let never = Token::from_cookie("never given");
    assert_eq!(
        identity.are_open(&[never, token.clone()], after(60)).await.unwrap(),
        [false, true]
    );
    assert_eq!(
        identity
            .are_open(std::slice::from_ref(&token), after(901))
            .await
            .unwrap(),
        [false]
    );
    assert!(identity.session(&token, after(901)).await.unwrap().is_none());
}

#[tokio::test]
async fn a_closed_account_opens_again_with_a_new_password_and_no_old_session() {
    let database = Database::fresh().await;
    let (identity, nour) = with_nour(&database, Kind::Ordinary).await;
    let (before, _) = signed_in(&identity).await;
    identity
        .register(nour, "nour.haddad", "un autre", Kind::Ordinary)
        .await
        .unwrap();
    assert!(identity.session(&before, after(1)).await.unwrap().is_none());
    identity.disable(nour).await.unwrap();
    let closed = identity.enters("nour.haddad", "un autre", THERE, noon()).await;
    assert!(matches!(closed, Err(NotSignedIn::Wrong)), "{closed:?}");
    identity
        .register(nour, "nour.haddad", "encore un", Kind::Ordinary)
        .await
        .unwrap();
    assert!(
        identity
            .enters("nour.haddad", "encore un", ELSEWHERE, noon())
            .await
            .is_ok()
    );
}
