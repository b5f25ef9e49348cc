//! The configuration of the program: from a file, then the environment, then flags. The only room that reads them.

mod documents;
mod sending;

pub use documents::{Documents, on_its_way};
pub use sending::{SmsGateway, Smtp, SmtpSecurity};

use clap::Args;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use keyring::{RootSource, Transit};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// The most minutes that a sign-in may wait for its second step: a few, since others may come to the same computer.
const LONGEST_SIGN_IN: u32 = 15;

/// The most seconds that sending one reminder may take: what hangs longer is hung.
const LONGEST_SENDING: u32 = 300;

/// A value that is never printed.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("••••")
    }
}

impl Serialize for Secret {
    /// As a flag on its way into the configuration; [`Config`] itself is printed with `Debug`, which masks it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The configuration, typed and complete.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The folder that holds the private PostgreSQL and the keys.
    pub data: PathBuf,
    /// A database of one's own, instead of the private one.
    pub database: Option<Secret>,
    /// The same database as its owner, who migrates it, when `database` names the role `trame_server`.
    pub owner: Option<Secret>,
    /// Runs on a database that may lose what it confirmed, such as one without `fsync`: for tests and measurements that
    /// throw theirs away, never for people's files.
    pub unsafe_database: bool,
    /// The folder of the keys; inside the data folder when absent.
    pub keys: Option<PathBuf>,
    /// Where the root key lies; in the keys folder when absent.
    pub root_key: RootKey,
    /// The folder of the client; beside the program when absent.
    pub site: Option<PathBuf>,
    /// The address to listen on. Loopback by default: put a TLS proxy in front to serve others.
    pub host: IpAddr,
    /// The port to listen on.
    pub port: u16,
    /// The address under which people reach Trame, such as `https://trame.example.fr`; decides how cookies are set.
    pub public_url: Option<String>,
    /// The addresses of the proxies in front, which say from where people come (`X-Forwarded-For`): who signs in too
    /// often is told to wait by place, and without this all people behind a proxy are one place.
    pub trusted_proxies: Vec<IpAddr>,
    /// The territory's time zone.
    pub zone: String,
    /// Minutes after which an idle session ends.
    pub session_idle_minutes: u32,
    /// Hours after which any session ends.
    pub session_hours: u32,
    /// Minutes that a sign-in waits for its second step, on a computer that others may use.
    pub sign_in_minutes: u32,
    /// Whether every account shows a code of an application beside its password, or only who chose to.
    pub second_factor: SecondFactor,
    /// The provider of identities by which people come in too, when there is one.
    pub openid: Option<OpenId>,
    /// The server that takes letters, when reminders go by letter.
    pub smtp: Option<Smtp>,
    /// The gateway that takes text messages, when reminders go by them.
    pub sms: Option<SmsGateway>,
    /// Seconds that sending one reminder may take.
    pub reminder_seconds: u32,
    /// Documents of cases.
    pub documents: Documents,
    /// A file of passwords that were stolen elsewhere and are not taken here: one a line, or their SHA-1 in order.
    pub stolen_passwords: Option<PathBuf>,
    /// What is logged, in the manner of `tracing` filters.
    pub log: String,
    /// Whether log lines are JSON objects.
    pub log_json: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database: None,
            owner: None,
            unsafe_database: false,
            keys: None,
            root_key: RootKey::Folder,
            site: None,
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 8080,
            public_url: None,
            trusted_proxies: Vec::new(),
            zone: "Europe/Paris".to_owned(),
            session_idle_minutes: 15,
            session_hours: 12,
            sign_in_minutes: 5,
            second_factor: SecondFactor::Required,
            openid: None,
            smtp: None,
            sms: None,
            reminder_seconds: 30,
            documents: Documents::default(),
            stolen_passwords: None,
            log: "info,actix_server=warn,tokio_postgres=warn,deadpool=error,deadpool.postgres=error".to_owned(),
            log_json: false,
        }
    }
}

/// A provider of identities (OpenID Connect), such as ProConnect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenId {
    /// Its name, as people know it.
    pub name: String,
    /// Its address, under which it describes itself.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// The file with our secret there; the secret itself stands in no configuration.
    pub client_secret_file: PathBuf,
    /// What is asked about people.
    #[serde(default = "scopes")]
    pub scopes: Vec<String>,
    /// The numbers (SIRET) of the organisations whose people come in; everybody's when there are none.
    #[serde(default)]
    pub sirets: Vec<String>,
    /// Whether it vouches for the addresses of its people without saying so of each (`email_verified`), as the
    /// organisations behind ProConnect do. Otherwise an address that it does not call verified finds no account.
    #[serde(default)]
    pub addresses_are_verified: bool,
    /// Whether what it says of people is signed, as that of ProConnect is.
    #[serde(default)]
    pub signed_userinfo: bool,
    /// The `claims` parameter, as JSON, where a provider says by it that somebody showed two factors.
    #[serde(default)]
    pub claims: Option<String>,
}

fn scopes() -> Vec<String> {
    ["openid", "email"].map(str::to_owned).to_vec()
}

/// Who shows a code of an application beside her password. Accounts of the demonstration never do: everybody knows
/// their password, and they open invented lives only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// Every account: who has no application is led to one when she signs in.
    #[default]
    Required,
    /// Who chose to.
    Optional,
}

/// Where the root key lies. Never in the database, never in its backups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
pub enum RootKey {
    /// `root.key` in the keys folder.
    #[default]
    Folder,
    /// A credential that systemd hands over in `CREDENTIALS_DIRECTORY` (`LoadCredentialEncrypted`), 32 bytes.
    Credential {
        /// Its name.
        #[serde(default = "credential_name")]
        name: String,
    },
    /// A service that wraps and unwraps and never gives the key away: transit of Vault or OpenBao, which may stand before
    /// an HSM (PKCS#11).
    Transit {
        /// Where it is, such as `https://bao.example.fr:8200`.
        url: String,
        /// Where its engine is mounted.
        #[serde(default = "transit_mount")]
        mount: String,
        /// The name of the key there.
        key: String,
        /// The file with the token that admits us; the token itself stands in no configuration.
        token_file: PathBuf,
    },
}

fn credential_name() -> String {
    "trame-root-key".to_owned()
}

fn transit_mount() -> String {
    "transit".to_owned()
}

impl RootKey {
    /// Whether it lies outside the keys folder.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        *self != Self::Folder
    }
}

/// Where the data is: the flags that every subcommand takes.
#[derive(Args, Clone, Debug, Default, Serialize)]
pub struct Place {
    /// The folder of a private PostgreSQL and its keys; made when it is missing or empty.
    #[arg(long, global = true, value_name = "DIR", conflicts_with = "database")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// A database of your own, such as postgres://trame@localhost/trame.
    #[arg(long, global = true, value_name = "URL", value_parser = |url: &str| Ok::<_, std::convert::Infallible>(Secret(url.to_owned())))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<Secret>,
    /// The folder of the keys, when they do not lie in the data folder.
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<PathBuf>,
    /// A configuration file; trame.toml in the present folder is read when it is there.
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
}

impl Config {
    /// Reads the file, the environment (`TRAME_*`) and the flags, each winning over the one before.
    ///
    /// # Errors
    /// A sentence that names the key and what is wrong with it.
    pub fn read(place: &Place, flags: impl Serialize) -> Result<Self, String> {
        if let Some(file) = place.config.as_ref().filter(|file| !file.is_file()) {
            return Err(format!("the configuration file {} does not exist", file.display()));
        }
        let file = place.config.clone().unwrap_or_else(|| PathBuf::from("trame.toml"));
        let mut config: Self = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file(file))
            .merge(Env::prefixed("TRAME_").ignore(&["site_test", "bin", "test_database_url"]))
            .merge(Serialized::defaults(place))
            .merge(Serialized::defaults(flags))
            .extract()
            .map_err(|error| format!("the configuration cannot be used: {error}"))?;
        jiff::tz::TimeZone::get(&config.zone).map_err(|_unknown| {
            format!(
                "zone: « {} » is not a known time zone, such as Europe/Paris",
                config.zone
            )
        })?;
        if !(1..=LONGEST_SIGN_IN).contains(&config.sign_in_minutes) {
            return Err(format!(
                "sign_in_minutes: a sign-in waits for its second step from 1 to {LONGEST_SIGN_IN} minutes, not {}",
                config.sign_in_minutes
            ));
        }
        if !(1..=LONGEST_SENDING).contains(&config.reminder_seconds) {
            return Err(format!(
                "reminder_seconds: sending one reminder takes from 1 to {LONGEST_SENDING} seconds, not {}",
                config.reminder_seconds
            ));
        }
        config.documents.check()?;
        // The flag names the territory: a database of the file or the environment is another one.
        if place.data.is_some() {
            (config.database, config.owner) = (None, None);
        }
        Ok(config)
    }

    /// The folder of the keys.
    #[must_use]
    pub fn keys_folder(&self) -> PathBuf {
        self.keys.clone().unwrap_or_else(|| self.data.join("keys"))
    }

    /// Where the root key lies, with what admits us to it.
    ///
    /// # Errors
    /// A sentence that names what is missing.
    pub fn root_source(&self) -> Result<RootSource, String> {
        Ok(match &self.root_key {
            RootKey::Folder => RootSource::Folder,
            RootKey::Credential { name } => RootSource::Credential {
                folder: std::env::var_os("CREDENTIALS_DIRECTORY")
                    .map(PathBuf::from)
                    .ok_or("root_key: systemd handed over no credentials (CREDENTIALS_DIRECTORY is not set)")?,
                name: name.clone(),
            },
            RootKey::Transit {
                url,
                mount,
                key,
                token_file,
            } => RootSource::Transit(Transit {
                url: url.clone(),
                mount: mount.clone(),
                key: key.clone(),
                token: std::fs::read_to_string(token_file)
                    .map(|token| Zeroizing::new(token.trim().to_owned()))
                    .map_err(|error| {
                        format!(
                            "root_key: the token in {} cannot be read: {error}",
                            token_file.display()
                        )
                    })?,
            }),
        })
    }

    /// Whether cookies are only sent over TLS.
    #[must_use]
    pub fn secure_cookies(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}
