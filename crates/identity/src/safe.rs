//! What seals the secrets that must be read again, such as that of an application of codes. The keys are not here.

use crate::Fault;
use std::future::Future;
use std::pin::Pin;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What is on its way from the keys.
pub type Coming<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// Seals for a worker, and opens. `place` is bound to what is sealed, so that it opens nowhere else.
pub trait Safe: Send + Sync {
    /// Seals.
    fn seal<'a>(&'a self, worker: Uuid, place: Uuid, secret: &'a str) -> Coming<'a, Vec<u8>>;

    /// Opens; none when the key of the worker was destroyed.
    fn open<'a>(&'a self, worker: Uuid, place: Uuid, sealed: Vec<u8>) -> Coming<'a, Option<Zeroizing<String>>>;
}
