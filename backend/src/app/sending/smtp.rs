//! Letters by SMTP. Until the server has been told that the letter is at its end, it has not taken it, and says so or is
//! not heard: both mean that nothing was sent. After that only its answer tells.

use super::{Letter, Until, secret};
use crate::config::{Smtp, SmtpSecurity};
use domain::reminder::Outcome;
use lettre::address::Envelope;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::{Address, address};
use std::time::Duration;

/// The server, and what admits us to it.
pub(super) struct Sender {
    host: String,
    port: u16,
    security: SmtpSecurity,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    from: Address,
}

/// Why a letter is not with the server.
enum Failed {
    /// It was not sent: nobody was reached, or the server would not take it now.
    Unsent,
    /// The server will not take it for this address.
    Refused,
}

impl Sender {
    pub(super) fn open(configured: &Smtp) -> Result<Self, String> {
        let local = ["localhost", "127.0.0.1", "::1"].contains(&configured.host.as_str());
        if configured.security == SmtpSecurity::None && !local {
            return Err("smtp.security: letters leave this machine under TLS only".to_owned());
        }
        let from = configured
            .from
            .parse()
            .map_err(|error: address::AddressError| format!("smtp.from: {error}"))?;
        let credentials = match (&configured.username, &configured.password_file) {
            (Some(username), Some(file)) => {
                let password = secret("smtp.password_file", file)?;
                Some(Credentials::new(username.clone(), password.to_string()))
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => {
                return Err("smtp: username and password_file belong together".to_owned());
            }
        };
        Ok(Self {
            host: configured.host.clone(),
            port: configured.port(),
            security: configured.security,
            tls: tls(configured)?,
            credentials,
            from,
        })
    }

    /// Sends one, which blocks.
    pub(super) fn send(&self, letter: &Letter, until: Until) -> Outcome {
        let Ok((envelope, written)) = self.written(letter) else {
            return Outcome::Refused;
        };
        let mut server = match self.at_its_letter(&envelope, until) {
            Ok(server) => server,
            Err(Failed::Unsent) => return Outcome::Unsent,
            Err(Failed::Refused) => return Outcome::Refused,
        };
        let outcome = match server.message(&written) {
            Ok(_taken) => Outcome::Sent,
            Err(error) if error.is_transient() => Outcome::Unsent,
            Err(error) if error.is_permanent() => Outcome::Refused,
            Err(_) => Outcome::Uncertain,
        };
        server.abort();
        outcome
    }

    /// The server, at the point where it waits for the letter itself.
    fn at_its_letter(&self, envelope: &Envelope, until: Until) -> Result<SmtpConnection, Failed> {
        let mut server = self.greeted(until).map_err(|error| {
            // It was not told of any letter yet, so that neither addresses nor words stand in it.
            tracing::warn!(%error, "the server that takes letters is not reached");
            Failed::Unsent
        })?;
        let goes_on = |server: &mut SmtpConnection| {
            let left = until.left().ok_or(Failed::Unsent)?;
            server.set_timeout(Some(left)).map_err(|_error| Failed::Unsent)
        };
        goes_on(&mut server)?;
        let parameters = if server.server_info().supports_feature(Extension::EightBitMime) {
            vec![MailParameter::Body(MailBodyParameter::EightBitMime)]
        } else {
            Vec::new()
        };
        server
            .command(Mail::new(envelope.from().cloned(), parameters))
            .map_err(|_error| Failed::Unsent)?;
        for to in envelope.to() {
            goes_on(&mut server)?;
            server.command(Rcpt::new(to.clone(), Vec::new())).map_err(|error| {
                if error.is_permanent() {
                    Failed::Refused
                } else {
                    Failed::Unsent
                }
            })?;
        }
        goes_on(&mut server)?;
        server.command(Data).map_err(|_error| Failed::Unsent)?;
        goes_on(&mut server)?;
        Ok(server)
    }

    /// The server, reached under TLS, to which we are known.
    fn greeted(&self, until: Until) -> Result<SmtpConnection, Error> {
        let hello = ClientId::default();
        let patience = Some(until.left().unwrap_or(Duration::from_millis(1)));
        let at_once = (self.security == SmtpSecurity::Tls).then_some(&self.tls);
        let mut server = SmtpConnection::connect((self.host.as_str(), self.port), patience, &hello, at_once, None)?;
        if self.security == SmtpSecurity::Starttls {
            server.starttls(&self.tls, &hello)?;
        }
        if let Some(credentials) = &self.credentials {
            server.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(server)
    }

    /// The letter as it travels, under the name of its reminder, so that its server may know it again.
    fn written(&self, letter: &Letter) -> Result<(Envelope, Vec<u8>), ()> {
        let to: Address = letter.to.parse().map_err(|_error| ())?;
        let message = Message::builder()
            .from(Mailbox::new(None, self.from.clone()))
            .to(Mailbox::new(None, to))
            .message_id(Some(format!("<{}@{}>", letter.reminder, self.from.domain())))
            .subject(letter.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.to_string())
            .map_err(|_error| ())?;
        Ok((message.envelope().clone(), message.formatted()))
    }
}

fn tls(configured: &Smtp) -> Result<TlsParameters, String> {
    let mut parameters = TlsParameters::builder(configured.host.clone());
    if let Some(file) = &configured.authority_file {
        let read = std::fs::read(file)
            .map_err(|error| format!("smtp.authority_file: {} cannot be read: {error}", file.display()))?;
        let authority = Certificate::from_pem(&read).map_err(|error| format!("smtp.authority_file: {error}"))?;
        parameters = parameters.add_root_certificate(authority);
    }
    parameters.build_rustls().map_err(|error| format!("smtp: {error}"))
}
