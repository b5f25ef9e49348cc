//! The server and the command line of Trame: wiring, doors and subcommands. Rules and queries live in their own crates.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod fault;
pub mod http;
pub mod names;
pub mod view;
