//! What the tests stand on: accounts in a database of their own.

use event_store::pool;
use identity::{Asked, Blind, Coming, Fault, Identity, Rules, Safe};
use std::cell::RefCell;
use std::io::{Result as Written, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Once};
use testkit::Database;
use uuid::Uuid;
use zeroize::Zeroizing;

pub(crate) const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
pub(crate) const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));
pub(crate) const NOUR: Uuid = Uuid::from_u128(1);
pub(crate) const OWN: &str = "quatre mots sans lien";
pub(crate) const OTHER: &str = "cinq autres mots sans suite";

/// Where nobody has a second factor, nothing is sealed and nothing opened.
struct NoSafe;

impl Safe for NoSafe {
    fn seal<'a>(&'a self, _worker: Uuid, _place: Uuid, _secret: &'a str) -> Coming<'a, Vec<u8>> {
        Box::pin(async { Err(Fault::Randomness) })
    }

    fn open<'a>(&'a self, _worker: Uuid, _place: Uuid, _sealed: Vec<u8>) -> Coming<'a, Option<Zeroizing<String>>> {
        Box::pin(async { Ok(None) })
    }
}

/// Accounts of which only a password is asked.
pub(crate) fn by_password(database: &Database) -> Identity {
    let rules = Rules {
        asked: Asked::OfWhoHasOne,
        ..Rules::default()
    };
    without_safe(database, rules)
}

/// Accounts by these rules, where nobody has a second factor.
pub(crate) fn without_safe(database: &Database, rules: Rules) -> Identity {
    opened(database, Arc::new(NoSafe), rules)
}

/// Accounts by these rules, with this safe.
pub(crate) fn opened(database: &Database, safe: Arc<dyn Safe>, rules: Rules) -> Identity {
    listen();
    let blind: Blind = Arc::new(|scope, value| {
        aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, format!("{scope} {value}").as_bytes())
            .as_ref()
            .to_vec()
    });
    Identity::open(pool(&database.config(), 4).unwrap(), (blind, safe), rules)
}

thread_local! {
    /// What the log of the program told of this test, which runs on one thread.
    static TOLD: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct OfThisThread;

impl Write for OfThisThread {
    fn write(&mut self, bytes: &[u8]) -> Written<usize> {
        TOLD.with_borrow_mut(|told| told.write(bytes))
    }

    fn flush(&mut self) -> Written<()> {
        Ok(())
    }
}

/// Listens for all tests, before any of them has something told: who begins later may miss what others told first.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        let listening = tracing_subscriber::fmt().with_ansi(false).with_writer(|| OfThisThread);
        tracing::subscriber::set_global_default(listening.finish()).unwrap();
    });
}

/// What was told since.
pub(crate) fn told() -> String {
    String::from_utf8(TOLD.take()).unwrap()
}
