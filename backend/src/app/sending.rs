//! What leaves Trame for people: letters and text messages, each sent once within a bounded time. What is not known to
//! have been left unsent is never called unsent.

mod sms;
mod smtp;

use crate::config::Config;
use domain::reminder::{Medium, Outcome};
use domain::words::ReminderId;
use std::sync::Arc;
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// What is sent. Printed by nobody: it bears the number or address of a person.
pub(super) struct Letter {
    /// Its name, which its sender learns too.
    pub(super) reminder: ReminderId,
    /// To which number or address.
    pub(super) to: Zeroizing<String>,
    /// What a letter is about; a text message has no such thing.
    pub(super) subject: String,
    /// What it says.
    pub(super) text: Zeroizing<String>,
}

/// The senders there are.
pub struct Senders {
    smtp: Option<smtp::Sender>,
    sms: Option<sms::Sender>,
    patience: Duration,
}

/// Until when one sending may take: from before it was claimed, so that a server that froze in between sends nothing late.
#[derive(Clone, Copy)]
pub(super) struct Until(Instant);

impl Until {
    /// How much is left of it; none when it is over.
    fn left(self) -> Option<Duration> {
        self.0
            .checked_duration_since(Instant::now())
            .filter(|left| !left.is_zero())
    }
}

impl Senders {
    /// Those that are configured.
    ///
    /// # Errors
    /// A sentence that names what is wrong.
    pub fn open(config: &Config) -> Result<Self, String> {
        let patience = Duration::from_secs(config.reminder_seconds.into());
        Ok(Self {
            smtp: config.smtp.as_ref().map(smtp::Sender::open).transpose()?,
            sms: config
                .sms
                .as_ref()
                .map(|sms| sms::Sender::open(sms, patience))
                .transpose()?,
            patience,
        })
    }

    /// The ways by which something can be sent.
    #[must_use]
    pub fn media(&self) -> Vec<Medium> {
        let has = |medium: &Medium| match medium {
            Medium::Sms => self.sms.is_some(),
            Medium::Email => self.smtp.is_some(),
        };
        Medium::ALL.into_iter().filter(has).collect()
    }

    /// How long one sending takes at most.
    #[must_use]
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Whether who tells what became of text messages is their gateway.
    #[must_use]
    pub fn is_gateway(&self, secret: &str) -> bool {
        self.sms.as_ref().is_some_and(|sms| sms.is_known_by(secret))
    }

    /// Until when a sending that begins now may take.
    pub(super) fn until(&self) -> Until {
        let now = Instant::now();
        Until(now.checked_add(self.patience).unwrap_or(now))
    }

    /// Sends one, and says what is known of it.
    pub(super) async fn send(self: &Arc<Self>, medium: Medium, letter: Letter, until: Until) -> Outcome {
        let senders = Arc::clone(self);
        let sending = tokio::task::spawn_blocking(move || match medium {
            Medium::Sms => senders.sms.as_ref().map(|sms| sms.send(&letter, until)),
            Medium::Email => senders.smtp.as_ref().map(|smtp| smtp.send(&letter, until)),
        });
        match sending.await {
            Ok(outcome) => outcome.unwrap_or(Outcome::Unsent),
            // Where it broke off nobody knows.
            Err(_) => Outcome::Uncertain,
        }
    }
}

/// A secret out of its file.
fn secret(name: &str, file: &std::path::Path) -> Result<Zeroizing<String>, String> {
    let read =
        std::fs::read_to_string(file).map_err(|error| format!("{name}: {} cannot be read: {error}", file.display()))?;
    let read = Zeroizing::new(read.trim().to_owned());
    if read.is_empty() {
        return Err(format!("{name}: {} is empty", file.display()));
    }
    Ok(read)
}
