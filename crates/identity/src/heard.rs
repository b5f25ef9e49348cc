//! What the log of the program tells of signing in and out (ASVS 5.0, 16.3.1): what was tried, on whose account, from where
//! and how it ended.
//!
//! Neither what was typed nor an address stands there: both are keyed digests, by which the same ones are seen to be the same.

use crate::half::Need;
use crate::place::place;
use crate::{Identity, NotSignedIn, PasskeyRefused, PasswordRefused, SignedIn};
use data_encoding::HEXLOWER;
use std::net::IpAddr;
use uuid::Uuid;

/// How much of a digest tells two apart.
const SHOWN: usize = 8;

/// Something that somebody tried.
pub(crate) struct Heard {
    act: &'static str,
    /// The account, once it is known.
    pub(crate) account: Option<Uuid>,
    login: Option<String>,
    from: Option<String>,
}

impl Heard {
    pub(crate) fn of(act: &'static str, account: Option<Uuid>) -> Self {
        Self {
            act,
            account,
            login: None,
            from: None,
        }
    }

    /// Tells how it ended.
    pub(crate) fn ended(&self, how: Result<&'static str, &'static str>) {
        let Self {
            act,
            account,
            login,
            from,
        } = self;
        let (account, login, from) = (account.map(tracing::field::display), login.as_deref(), from.as_deref());
        match how {
            Ok(how) => tracing::info!(act, how, account, login, from, "identity"),
            Err(why) => tracing::warn!(act, why, account, login, from, "identity: refused"),
        }
    }

    pub(crate) fn signed(&self, signed: &Result<SignedIn, NotSignedIn>) {
        self.ended(match signed {
            Ok(SignedIn::Session(..)) => Ok("session"),
            Ok(SignedIn::Half(_, Need::Password)) => Ok("password_needed"),
            Ok(SignedIn::Half(_, Need::Code)) => Ok("code_needed"),
            Ok(SignedIn::Half(_, Need::Enrolment)) => Ok("application_needed"),
            Err(why) => Err(word(why)),
        });
    }

    pub(crate) fn done<T>(&self, done: &Result<T, NotSignedIn>) {
        self.ended(match done {
            Ok(_) => Ok("done"),
            Err(why) => Err(word(why)),
        });
    }
}

impl Identity {
    /// Something that is tried from there.
    pub(crate) fn hears(&self, act: &'static str, account: Option<Uuid>, peer: IpAddr) -> Heard {
        let from = Some(self.digest("heard.from", &place(peer)));
        Heard {
            from,
            ..Heard::of(act, account)
        }
    }

    /// The same, by who typed a login.
    pub(crate) fn hears_login(&self, act: &'static str, login: &str, peer: IpAddr) -> Heard {
        let login = Some(self.digest("heard.login", &login.trim().to_lowercase()));
        Heard {
            login,
            ..self.hears(act, None, peer)
        }
    }

    fn digest(&self, scope: &str, text: &str) -> String {
        let digest = (self.blind)(scope, text);
        HEXLOWER.encode(digest.get(..SHOWN).unwrap_or(&digest))
    }
}

fn word(why: &NotSignedIn) -> &'static str {
    match why {
        NotSignedIn::Wrong => "wrong",
        NotSignedIn::FirstSecretOver => "first_secret_over",
        NotSignedIn::Unfit(PasswordRefused::TooShort) => "too_short",
        NotSignedIn::Unfit(PasswordRefused::TooLong) => "too_long",
        NotSignedIn::Unfit(PasswordRefused::Stolen) => "stolen",
        NotSignedIn::Unfit(PasswordRefused::TooNear) => "too_near",
        NotSignedIn::WrongCode => "wrong_code",
        NotSignedIn::CodesRest => "codes_rest",
        NotSignedIn::Passkey(PasskeyRefused::Unbelieved) => "passkey_unbelieved",
        NotSignedIn::Passkey(PasskeyRefused::Copied) => "passkey_copied",
        NotSignedIn::Passkey(PasskeyRefused::Unfindable) => "passkey_unfindable",
        NotSignedIn::Passkey(PasskeyRefused::Known) => "passkey_known",
        NotSignedIn::Passkey(PasskeyRefused::TooMany) => "too_many_passkeys",
        NotSignedIn::Passkey(PasskeyRefused::Over) | NotSignedIn::Over => "over",
        NotSignedIn::TooManyAttempts { .. } => "waits",
        NotSignedIn::Fault(_) => "fault",
    }
}
