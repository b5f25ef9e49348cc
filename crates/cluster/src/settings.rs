//! With which settings the private cluster runs: safe by default, fast and loose for tests that are thrown away.

use crate::Binaries;

/// The socket's number; with no TCP it is only a part of the socket's file name.
pub(crate) const PORT: u16 = 5432;

/// The superuser that `initdb` makes and that every caller uses: the socket's folder is closed to all others.
pub(crate) const SUPERUSER: &str = "postgres";

/// How a cluster is to be started.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Gives up durability for speed: for tests whose folder is thrown away.
    pub fast_and_loose: bool,
    /// The binaries to use; found by themselves when absent.
    pub binaries: Option<Binaries>,
}

/// What holds in every mode; personal content must not reach the log, so statements and details stay out of it.
const ALWAYS: &[(&str, &str)] = &[
    ("listen_addresses", ""),
    ("unix_socket_permissions", "0700"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("logging_collector", "off"),
    ("log_destination", "stderr"),
    ("log_error_verbosity", "terse"),
    ("log_min_error_statement", "panic"),
    ("log_statement", "none"),
    ("log_min_duration_statement", "-1"),
    ("jit", "off"),
];

const SAFE: &[(&str, &str)] = &[
    ("fsync", "on"),
    ("synchronous_commit", "on"),
    ("full_page_writes", "on"),
    ("wal_compression", "on"),
    ("max_wal_size", "2GB"),
    ("shared_buffers", "256MB"),
    // A server takes some 55 at most: two of them beside each other, one of which may be frozen, and who looks after it.
    ("max_connections", "200"),
];

const LOOSE: &[(&str, &str)] = &[
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("max_wal_size", "2GB"),
    ("shared_buffers", "64MB"),
    // Many tests beside each other, some with three servers.
    ("max_connections", "500"),
];

impl Options {
    /// The settings as arguments of `postgres`, which win over every configuration file.
    pub(crate) fn arguments(&self) -> Vec<String> {
        let mode = if self.fast_and_loose { LOOSE } else { SAFE };
        ALWAYS
            .iter()
            .chain(mode)
            .flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")])
            .collect()
    }
}
