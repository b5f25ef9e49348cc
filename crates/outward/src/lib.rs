//! How Trame asks other services: over TLS that the machine trusts, within a bounded time, and never on to where an answer
//! points, since whoever redirects would get our secret.

use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::config::ConfigBuilder;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::typestate::AgentScope;

/// An agent that waits for no answer longer than this, to be adapted and built.
#[must_use]
pub fn asking(patience: Duration) -> ConfigBuilder<AgentScope> {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build();
    Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(0)
        .tls_config(tls)
}

/// Whether a secret may travel there: over TLS, or to this very machine, where an agent may stand.
#[must_use]
pub fn is_guarded(address: &str) -> bool {
    let guarded = ["https://", "http://127.0.0.1:", "http://[::1]:", "http://localhost:"];
    guarded.iter().any(|way| address.starts_with(way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_travels_over_tls_or_within_the_machine() {
        for way in [
            "https://trame.example.fr",
            "http://127.0.0.1:8200",
            "http://[::1]:8200",
            "http://localhost:8200/v1",
        ] {
            assert!(is_guarded(way), "{way}");
        }
        for way in [
            "http://trame.example.fr",
            "http://localhost.example.fr",
            "http://127.0.0.1.example.fr",
            "ftp://x",
            "",
        ] {
            assert!(!is_guarded(way), "{way}");
        }
    }
}
