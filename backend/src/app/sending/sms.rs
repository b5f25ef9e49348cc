//! Text messages by a gateway that is posted to. It is told the name of the message, by which it tells what became of it,
//! and by which one that knows such keys sends none twice.

use super::{Letter, Until, secret};
use crate::config::SmsGateway;
use domain::reminder::Outcome;
use serde::Serialize;
use std::io::ErrorKind;
use std::time::Duration;
use ureq::{Agent, Error, Timeout};
use zeroize::Zeroizing;

/// The gateway, what admits us to it, and what admits it to us.
pub(super) struct Sender {
    agent: Agent,
    url: String,
    token: Zeroizing<String>,
    receipts_secret: Zeroizing<String>,
    from: Option<String>,
}

/// What is posted.
#[derive(Serialize)]
struct Message<'a> {
    id: String,
    to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    text: &'a str,
}

/// The shortest secret that a gateway is known by.
const SHORTEST: usize = 20;

impl Sender {
    pub(super) fn open(configured: &SmsGateway, patience: Duration) -> Result<Self, String> {
        if !outward::is_guarded(&configured.url) {
            return Err("sms.url: the gateway is asked over https".to_owned());
        }
        let receipts_secret = secret("sms.receipts_secret_file", &configured.receipts_secret_file)?;
        if receipts_secret.len() < SHORTEST || !receipts_secret.chars().all(|sign| sign.is_ascii_graphic()) {
            return Err(format!(
                "sms.receipts_secret_file: a secret has at least {SHORTEST} letters, digits or signs, and no space"
            ));
        }
        // What did not even begin is known by its own limit.
        let beginning = patience.checked_div(3).unwrap_or(patience);
        let agent = outward::asking(patience)
            .timeout_resolve(Some(beginning))
            .timeout_connect(Some(beginning))
            .http_status_as_error(false)
            .build();
        Ok(Self {
            agent: agent.into(),
            url: configured.url.clone(),
            token: secret("sms.token_file", &configured.token_file)?,
            receipts_secret,
            from: configured.from.clone(),
        })
    }

    /// Compared in a time that tells nothing of the secret.
    pub(super) fn is_known_by(&self, secret: &str) -> bool {
        aws_lc_rs::constant_time::verify_slices_are_equal(self.receipts_secret.as_bytes(), secret.as_bytes()).is_ok()
    }

    /// Sends one, which blocks.
    pub(super) fn send(&self, letter: &Letter, until: Until) -> Outcome {
        let Some(left) = until.left() else {
            return Outcome::Unsent;
        };
        let name = letter.reminder.to_string();
        let message = Message {
            id: name.clone(),
            to: &letter.to,
            from: self.from.as_deref(),
            text: &letter.text,
        };
        let Ok(body) = serde_json::to_vec(&message).map(Zeroizing::new) else {
            return Outcome::Refused;
        };
        let authorization = Zeroizing::new(format!("Bearer {}", self.token.as_str()));
        let answer = self
            .agent
            .post(&self.url)
            .config()
            .timeout_global(Some(left))
            .build()
            .header("authorization", authorization.as_str())
            .header("idempotency-key", &name)
            .header("content-type", "application/json")
            .send(body.as_slice());
        match answer {
            Ok(answer) => {
                let status = answer.status().as_u16();
                let outcome = of_status(status);
                if outcome != Outcome::Sent {
                    tracing::warn!(
                        status,
                        reminder = name,
                        "the gateway of text messages did not take a message"
                    );
                }
                outcome
            }
            Err(error) => {
                // Neither number nor words stand in it.
                tracing::warn!(%error, reminder = name, "the gateway of text messages did not answer");
                of_error(&error)
            }
        }
    }
}

/// What an answer tells. That the gateway failed says nothing of the message.
fn of_status(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::Sent,
        // Not now, or not us: nothing of the message.
        300..=399 | 401 | 403 | 404 | 405 | 408 | 425 | 429 => Outcome::Unsent,
        400..=499 => Outcome::Refused,
        _ => Outcome::Uncertain,
    }
}

/// What the lack of an answer tells: only before it could have been heard is a message known not to have been sent.
fn of_error(error: &Error) -> Outcome {
    let unheard = matches!(
        error,
        Error::HostNotFound
            | Error::ConnectionFailed
            | Error::BadUri(_)
            | Error::Timeout(Timeout::Resolve | Timeout::Connect)
    );
    let refused = matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused);
    if unheard || refused {
        Outcome::Unsent
    } else {
        Outcome::Uncertain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_called_unsent_only_where_that_is_known() {
        for (status, outcome) in [
            (202, Outcome::Sent),
            (302, Outcome::Unsent),
            (401, Outcome::Unsent),
            (429, Outcome::Unsent),
            (422, Outcome::Refused),
            (500, Outcome::Uncertain),
            (504, Outcome::Uncertain),
        ] {
            assert_eq!(of_status(status), outcome, "{status}");
        }
        assert_eq!(of_error(&Error::ConnectionFailed), Outcome::Unsent);
        assert_eq!(of_error(&Error::Timeout(Timeout::Connect)), Outcome::Unsent);
        for unclear in [Timeout::Global, Timeout::SendBody, Timeout::RecvResponse] {
            assert_eq!(of_error(&Error::Timeout(unclear)), Outcome::Uncertain);
        }
    }
}
