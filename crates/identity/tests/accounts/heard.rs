//! What the log of the program tells of signing in: whose account, how it ended, and nothing that was typed.

use crate::ground::{NOUR, OTHER, OWN, THERE, by_password, told};
use identity::{Kind, SignedIn};
use jiff::Timestamp;
use testkit::Database;

#[tokio::test]
async fn every_try_is_told_with_the_account_and_without_what_was_typed() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    identity
        .register(NOUR, "nour.haddad", OWN, Kind::Ordinary)
        .await
        .unwrap();
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    let mut all = String::new();
    let mut tells = |words: &[&str]| {
        let told = told();
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
