//! The server: wiring, doors and subcommands.
