//! A private PostgreSQL cluster that belongs to a data folder: found or fetched, made, started, stopped, taken over.
//! It keeps one rule: one live owner per folder, and whatever crashed before is put in order at the next start.
//! No table and no query is known here.

mod account;
mod backup;
mod binaries;
mod fault;
mod home;
mod obtain;
mod running;
mod settings;
mod tenants;

pub use backup::{Digests, Server, back_up, check_backup, put_back};
pub use binaries::{Binaries, find_binaries};
pub use fault::Fault;
pub use obtain::ensure_binaries;
pub use running::Cluster;
pub use settings::Options;
