//! How reminders leave: the server that takes letters, and the gateway that takes text messages. Secrets stand in files
//! of their own, and in no configuration.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The server that takes letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port; 587, or 465 where TLS comes first, or 25 on this very machine.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the way there is guarded.
    #[serde(default)]
    pub security: SmtpSecurity,
    /// The address that letters come from.
    pub from: String,
    /// The name by which it knows us.
    #[serde(default)]
    pub username: Option<String>,
    /// The file with our password there.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// A file with the certificate (PEM) of an authority of one's own, which is believed too.
    #[serde(default)]
    pub authority_file: Option<PathBuf>,
}

/// How the way to the server that takes letters is guarded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SmtpSecurity {
    /// By `STARTTLS`, and not at all without it.
    #[default]
    Starttls,
    /// By TLS from the first byte.
    Tls,
    /// Not at all: to this very machine only.
    None,
}

impl Smtp {
    /// The port, as given or as usual.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            SmtpSecurity::Starttls => 587,
            SmtpSecurity::Tls => 465,
            SmtpSecurity::None => 25,
        })
    }
}

/// The gateway that takes text messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmsGateway {
    /// Where messages are posted to it.
    pub url: String,
    /// The file with the token that admits us there.
    pub token_file: PathBuf,
    /// The file with the secret by which it is known when it tells what became of them.
    pub receipts_secret_file: PathBuf,
    /// The name or number that messages come from, where it may be chosen.
    #[serde(default)]
    pub from: Option<String>,
}
