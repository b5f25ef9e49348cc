//! The root key in a service that never gives it away: the transit protocol of Vault and OpenBao, which also stand before
//! an HSM (PKCS#11). The purpose of a key is its associated data, so that one wrapped key cannot stand for another.

use super::{RootKey, Transit};
use crate::Fault;
use crate::primitives::Key;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;
use zeroize::Zeroizing;

const PATIENCE: Duration = Duration::from_secs(15);

pub(super) struct Service {
    agent: Agent,
    transit: Transit,
}

impl Service {
    /// Keys travel over TLS only, or to this very machine, where an agent may stand.
    pub(super) fn at(transit: &Transit) -> Result<Self, Fault> {
        if !outward::is_guarded(&transit.url) {
            return Err(Fault::Service("it must be asked over https".to_owned()));
        }
        let agent = outward::asking(PATIENCE).http_status_as_error(false).build();
        Ok(Self {
            agent: agent.into(),
            transit: transit.clone(),
        })
    }

    /// The field `data` of what it answers; none when it refuses the request itself, as it does for what it cannot open.
    fn asked(&self, what: &str, body: &Value) -> Result<Option<Value>, Fault> {
        let Transit { url, mount, key, token } = &self.transit;
        let url = url.trim_end_matches('/');
        let sent = self
            .agent
            .post(format!("{url}/v1/{mount}/{what}"))
            .header("x-vault-token", token.as_str())
            .content_type("application/json")
            // Bytes may hold a key in clear and are wiped; what goes over the wire is the library's.
            .send(Zeroizing::new(body.to_string()).as_str());
        let mut answer = sent.map_err(|error| Fault::Service(error.to_string()))?;
        match answer.status().as_u16() {
            200 | 204 => {}
            400 => return Ok(None),
            403 => return Err(Fault::Service(format!("it does not let us use the key {key}"))),
            other => return Err(Fault::Service(format!("it answered {other}"))),
        }
        let text = answer.body_mut().read_to_string();
        let text = Zeroizing::new(text.map_err(|error| Fault::Service(error.to_string()))?);
        if text.is_empty() {
            return Ok(Some(Value::Null));
        }
        let mut whole: Value = serde_json::from_str(&text).ok().ok_or_else(unreadable)?;
        Ok(whole.get_mut("data").map(Value::take))
    }

    fn named(&self, what: &str) -> String {
        format!("{what}/{}", self.transit.key)
    }
}

fn unreadable() -> Fault {
    Fault::Service("what it answered cannot be read".to_owned())
}

fn text<'a>(answer: &'a Value, field: &str) -> Result<&'a str, Fault> {
    answer.get(field).and_then(Value::as_str).ok_or_else(unreadable)
}

impl RootKey for Service {
    fn wrap(&self, purpose: &[u8], key: &Key) -> Result<Vec<u8>, Fault> {
        let body = json!({ "plaintext": STANDARD.encode(key.as_ref()), "associated_data": STANDARD.encode(purpose) });
        let answer = self.asked(&self.named("encrypt"), &body)?;
        let answer = answer.ok_or_else(|| Fault::Service("it refused to wrap a key".to_owned()))?;
        Ok(text(&answer, "ciphertext")?.as_bytes().to_vec())
    }

    fn unwrap(&self, purpose: &[u8], wrapped: &[u8]) -> Result<Option<Key>, Fault> {
        let Ok(ciphertext) = std::str::from_utf8(wrapped) else {
            return Ok(None);
        };
        let body = json!({ "ciphertext": ciphertext, "associated_data": STANDARD.encode(purpose) });
        let Some(answer) = self.asked(&self.named("decrypt"), &body)? else {
            return Ok(None);
        };
        let plain = Zeroizing::new(
            STANDARD
                .decode(text(&answer, "plaintext")?)
                .ok()
                .ok_or_else(unreadable)?,
        );
        let mut key = Key::default();
        if plain.len() != key.len() {
            return Err(unreadable());
        }
        key.copy_from_slice(&plain);
        Ok(Some(key))
    }

    fn rotate(&self) -> Result<(), Fault> {
        let rotated = self.asked(&format!("keys/{}/rotate", self.transit.key), &json!({}))?;
        rotated
            .map(drop)
            .ok_or_else(|| Fault::Service("it refused to rotate the key".to_owned()))
    }

    /// It keeps the versions before until whoever runs it raises `min_decryption_version`.
    fn settle(&self) -> Result<(), Fault> {
        Ok(())
    }

    fn bytes(&self) -> Option<Key> {
        None
    }
}
