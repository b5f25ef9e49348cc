//! What tests stand on: a throwaway migrated PostgreSQL and a clock that only moves when told.
//!
//! Never skips: without PostgreSQL a test fails with the sentence that names what to install.

#![expect(clippy::panic, reason = "a test whose ground is missing must fail, and say why")]

mod clock;
mod database;
mod server;

pub use clock::FixedClock;
pub use database::Database;
