//! What happens at the same moment: whoever comes after a change gets nothing by what was true before it.

use crate::ground::{NOUR, OTHER, OWN, THERE, by_password};
use identity::{Kind, Need, NotSignedIn, SignedIn, Token};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use testkit::Database;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::Client;

fn after(minutes: i64) -> Timestamp {
    let noon: Timestamp = "2026-11-19T12:00:00Z".parse().unwrap();
    noon + SignedDuration::from_mins(minutes)
}

/// The database at a moment at which the account of Nour is held: whoever opens or changes something of it waits.
pub(crate) struct Moment {
    holder: Client,
    watcher: Client,
}

impl Moment {
    pub(crate) async fn stands_still(database: &Database) -> Self {
        let (holder, watcher) = (database.owner().await, database.owner().await);
        holder.batch_execute("begin").await.unwrap();
        let hold = "select 1 from account where worker = $1 for update";
        holder.execute(hold, &[&NOUR]).await.unwrap();
        Self { holder, watcher }
    }

    /// Until so many wait, or what was asked last is over without waiting.
    pub(crate) async fn sees<T>(&self, waiting: i64, last: &JoinHandle<T>) {
        let ask =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        let look = async {
            while !last.is_finished() {
                let now: i64 = self.watcher.query_one(ask, &[]).await.unwrap().get(0);
                if now >= waiting {
                    break;
                }
            }
        };
        timeout(Duration::from_secs(30), look).await.unwrap();
    }

    pub(crate) async fn goes_on(self) {
        self.holder.batch_execute("commit").await.unwrap();
    }
}

async fn open_sessions(database: &Database) -> i64 {
    let client = database.owner().await;
    let count = "select (select count(*) from session) + (select count(*) from sign_in_half)";
    client.query_one(count, &[]).await.unwrap().get(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_use_a_first_secret_at_once_one_has_the_account() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    let secret = identity.open_account(NOUR, "nour", after(0)).await.unwrap();
    let mut halves: Vec<Token> = Vec::new();
    for _ in 0..2 {
        let SignedIn::Half(half, Need::Password) = identity.sign_in("nour", &secret, THERE, after(1)).await.unwrap()
        else {
            panic!("no password was asked for");
        };
        halves.push(half);
    }
    let moment = Moment::stands_still(&database).await;
    let mut choices = Vec::new();
    for (number, half) in halves.into_iter().enumerate() {
        let identity = identity.clone();
        let choice = tokio::spawn(async move {
            let password = [OWN, OTHER][number];
            identity.choose_password(&half, password, &[], after(2)).await
        });
        moment.sees(i64::try_from(number).unwrap() + 1, &choice).await;
        choices.push(choice);
    }
    moment.goes_on().await;
    let mut answers = Vec::new();
    for choice in choices {
        answers.push(choice.await.unwrap());
    }
    let entered = answers.iter().filter(|answer| answer.is_ok()).count();
    let late = answers
        .iter()
        .filter(|answer| matches!(answer, Err(NotSignedIn::Over)))
        .count();
    assert_eq!((entered, late), (1, 1));
    assert_eq!(open_sessions(&database).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_on_its_way_while_the_password_changes_opens_nothing() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    identity.register(NOUR, "nour", OWN, Kind::Ordinary).await.unwrap();
    let Ok(SignedIn::Session(hers, _)) = identity.sign_in("nour", OWN, THERE, after(0)).await else {
        panic!("she does not come in");
    };
    let moment = Moment::stands_still(&database).await;
    let change = tokio::spawn({
        let identity = identity.clone();
        async move {
            let words = (OWN, OTHER);
            identity
                .change_password((NOUR, &hers), words, &[], THERE, after(1))
                .await
        }
    });
    moment.sees(1, &change).await;
    let on_its_way = tokio::spawn({
        let identity = identity.clone();
        async move { identity.sign_in("nour", OWN, THERE, after(1)).await }
    });
    moment.sees(2, &on_its_way).await;
    moment.goes_on().await;
    change.await.unwrap().unwrap();
    let late = on_its_way.await.unwrap();
    assert!(matches!(late, Err(NotSignedIn::Wrong)), "what it knew holds no more");
    assert_eq!(open_sessions(&database).await, 1, "hers alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_on_its_way_while_the_account_closes_opens_nothing() {
    let database = Database::fresh().await;
    let identity = by_password(&database);
    identity.register(NOUR, "nour", OWN, Kind::Ordinary).await.unwrap();
    let moment = Moment::stands_still(&database).await;
    let close = tokio::spawn({
        let identity = identity.clone();
        async move { identity.disable(NOUR).await }
    });
    moment.sees(1, &close).await;
    let on_its_way = tokio::spawn({
        let identity = identity.clone();
        async move { identity.sign_in("nour", OWN, THERE, after(1)).await }
    });
    moment.sees(2, &on_its_way).await;
    moment.goes_on().await;
    close.await.unwrap().unwrap();
    assert!(matches!(on_its_way.await.unwrap(), Err(NotSignedIn::Wrong)));
    assert_eq!(open_sessions(&database).await, 0);
}
