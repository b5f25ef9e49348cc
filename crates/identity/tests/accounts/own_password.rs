//! A first secret opens the choice of a password, in time and once; a password is her own, and not everybody's.

use crate::ground::{NOUR, OWN, THERE, by_password, without_safe};
use identity::{Asked, Breached, Identity, Kind, Need, NotSignedIn, PasswordRefused, Rules, SignedIn, Token, Told};
use jiff::{SignedDuration, Timestamp};
use tempfile::NamedTempFile;
use testkit::Database;

fn asking(database: &Database, breached: Option<Breached>, asked: Asked) -> Identity {
    let rules = Rules {
        asked,
        breached,
        ..Rules::default()
    };
    without_safe(database, rules)
}

fn after(hours: i64) -> Timestamp {
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    noon + SignedDuration::from_hours(hours)
}

/// Signs in with a first secret; the half in which a password is chosen.
async fn choosing(identity: &Identity, secret: &str, at: Timestamp) -> Token {
    match identity.sign_in("nour", secret, THERE, at).await.unwrap() {
        SignedIn::Half(token, Need::Password) => token,
        SignedIn::Half(..) | SignedIn::Session(..) => panic!("no password was asked for"),
    }
}

async fn chooses(identity: &Identity, token: &Token, password: &str) -> Result<SignedIn, NotSignedIn> {
    let near = ["Nour", "Haddad", "Trame"].map(str::to_owned);
    identity.choose_password(token, password, &near, after(1)).await
}

#[tokio::test]
async fn a_first_secret_opens_the_choice_of_a_password_and_is_spent_by_it() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    let secret = identity.open_account(NOUR, "nour", after(0)).await.unwrap();
    let (one, other) = (
        choosing(&identity, &secret, after(1)).await,
        choosing(&identity, &secret, after(1)).await,
    );
    assert!(identity.session(&one, after(1)).await.unwrap().is_none());
    let Ok(SignedIn::Session(session, _)) = chooses(&identity, &one, OWN).await else {
        panic!("the choice was not taken");
    };
    assert!(identity.session(&session, after(1)).await.unwrap().is_some());
    let late = chooses(&identity, &other, "autre chose encore").await;
    assert!(
        matches!(late, Err(NotSignedIn::Over)),
        "who holds the same first secret is too late"
    );
    let again = identity.sign_in("nour", &secret, THERE, after(1)).await;
    assert!(matches!(again, Err(NotSignedIn::Wrong)));
    let own = identity.sign_in("nour", OWN, THERE, after(100)).await;
    assert!(matches!(own, Ok(SignedIn::Session(..))), "her own does not end");
}

#[tokio::test]
async fn a_first_secret_is_over_after_three_days() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    let secret = identity.open_account(NOUR, "nour", after(0)).await.unwrap();
    choosing(&identity, &secret, after(71)).await;
    let late = identity.sign_in("nour", &secret, THERE, after(72)).await;
    assert!(matches!(late, Err(NotSignedIn::FirstSecretOver)));
    let wrong = identity.sign_in("nour", "autre", THERE, after(72)).await;
    assert!(
        matches!(wrong, Err(NotSignedIn::Wrong)),
        "only who holds it learns that it is over"
    );
}

#[tokio::test]
async fn a_password_is_her_own_and_not_everybodys() {
    let database = Database::fresh().await;
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "azertyuiop123\n").unwrap();
    let identity = asking(
        &database,
        Some(Breached::open(file.path()).unwrap()),
        Asked::OfWhoHasOne,
    );
    let secret = identity.open_account(NOUR, "nour.haddad.2026", after(0)).await;
    assert!(secret.is_ok());
    let secret = identity.open_account(NOUR, "nour", after(0)).await.unwrap();
    let token = choosing(&identity, &secret, after(1)).await;
    let in_small_letters = secret.to_lowercase().replace('-', "");
    for (password, why) in [
        (secret.as_str(), PasswordRefused::TooNear),
        (&in_small_letters, PasswordRefused::TooNear),
        ("onze signes", PasswordRefused::TooShort),
        ("nour.haddad.2026", PasswordRefused::TooNear),
        ("azertyuiop123", PasswordRefused::Stolen),
        (&"long ".repeat(60), PasswordRefused::TooLong),
    ] {
        let refused = chooses(&identity, &token, password).await;
        assert!(
            matches!(refused, Err(NotSignedIn::Unfit(refused)) if refused == why),
            "{password}"
        );
    }
    let of_sixty_four = "é".repeat(64);
    assert!(
        chooses(&identity, &token, &of_sixty_four).await.is_ok(),
        "no kind of character is asked for"
    );
}

#[tokio::test]
async fn who_comes_by_a_provider_is_not_let_in_by_a_password_alone() {
    let database = Database::fresh().await;
    let identity = asking(&database, None, Asked::OfAll);
    let told = Told {
        issuer: "https://fournisseur.example".to_owned(),
        subject: "sub-nour".to_owned(),
        email: Some("nour".to_owned()),
        two_factors: true,
    };
    identity.register(NOUR, "nour", OWN, Kind::Ordinary).await.unwrap();
    let before = identity.sign_in("nour", OWN, THERE, after(0)).await;
    assert!(matches!(before, Ok(SignedIn::Half(_, Need::Enrolment))));
    let came = identity.sign_in_by_provider(&told, THERE, after(0)).await;
    assert!(matches!(came, Ok(SignedIn::Session(..))));
    let alone = identity.sign_in("nour", OWN, THERE, after(0)).await;
    assert!(matches!(alone, Err(NotSignedIn::Wrong)));
}

#[tokio::test]
async fn an_address_finds_an_account_only_when_it_is_hers_for_sure() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    identity.register(NOUR, "nour", OWN, Kind::Ordinary).await.unwrap();
    let told = |email: Option<&str>| Told {
        issuer: "https://fournisseur.example".to_owned(),
        subject: "sub-nour".to_owned(),
        email: email.map(str::to_owned),
        two_factors: false,
    };
    let unsure = identity.sign_in_by_provider(&told(None), THERE, after(0)).await;
    assert!(matches!(unsure, Err(NotSignedIn::Wrong)));
    let sure = identity.sign_in_by_provider(&told(Some("nour")), THERE, after(0)).await;
    assert!(matches!(sure, Ok(SignedIn::Session(..))));
    let later = identity.sign_in_by_provider(&told(None), THERE, after(0)).await;
    assert!(
        matches!(later, Ok(SignedIn::Session(..))),
        "she is known by her subject"
    );
}

#[tokio::test]
async fn two_that_open_a_new_account_at_once_open_one() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    let (one, other) = tokio::join!(
        identity.open_new_account(NOUR, "nour", after(0)),
        identity.open_new_account(NOUR, "autre", after(0)),
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!([&one, &other].into_iter().flatten().count(), 1);
    let (login, secret) = one.map_or_else(|| ("autre", other), |secret| ("nour", Some(secret)));
    let entered = identity.sign_in(login, &secret.unwrap(), THERE, after(1)).await;
    assert!(matches!(entered, Ok(SignedIn::Half(_, Need::Password))));
    assert_eq!(identity.open_new_account(NOUR, "nour", after(1)).await.unwrap(), None);
}

#[tokio::test]
async fn a_first_secret_ends_when_its_owner_comes_by_a_provider() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    let secret = identity.open_account(NOUR, "nour", after(0)).await.unwrap();
    let told = Told {
        issuer: "https://fournisseur.example".to_owned(),
        subject: "sub-nour".to_owned(),
        email: Some("nour".to_owned()),
        two_factors: false,
    };
    identity.sign_in_by_provider(&told, THERE, after(1)).await.unwrap();
    let late = identity.sign_in("nour", &secret, THERE, after(1)).await;
    assert!(matches!(late, Err(NotSignedIn::FirstSecretOver)));
}

#[tokio::test]
async fn who_changes_her_password_types_the_present_one_and_stays_alone() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    identity.register(NOUR, "nour", OWN, Kind::Ordinary).await.unwrap();
    let mut sessions = Vec::new();
    for _ in 0..2 {
        let Ok(SignedIn::Session(token, _)) = identity.sign_in("nour", OWN, THERE, after(0)).await else {
            panic!("she does not come in");
        };
        sessions.push(token);
    }
    let change = async |present: &str| {
        let words = (present, "cinq autres mots sans suite");
        identity
            .change_password((NOUR, &sessions[0]), words, &[], THERE, after(0))
            .await
    };
    assert!(matches!(change("faux").await, Err(NotSignedIn::Wrong)));
    change(OWN).await.unwrap();
    let open = identity.are_open(&sessions, after(0)).await.unwrap();
    assert_eq!(open, [true, false]);
    let before = identity.sign_in("nour", OWN, THERE, after(0)).await;
    assert!(matches!(before, Err(NotSignedIn::Wrong)));
}
