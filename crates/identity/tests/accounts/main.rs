//! Accounts, sessions and second factors, against a real PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test needs must be there, else the test fails"
)]

mod ground;
mod heard;
mod own_password;
mod passkey;
mod same_moment;
mod second_factor;
mod sign_in;
