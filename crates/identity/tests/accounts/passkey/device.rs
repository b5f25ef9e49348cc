//! A device that keeps passkeys, as honest or as lying as a test wishes.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::value::Value as Cbor;
use serde_json::{Value, json};

pub(crate) const ORIGIN: &str = "https://trame.example.fr";
const NAME: &str = "trame.example.fr";

const PRESENT: u8 = 0x01;
const RECOGNISED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// A device with one passkey.
pub(crate) struct Device {
    pair: EcdsaKeyPair,
    pub(crate) id: Vec<u8>,
    whose: String,
    pub(crate) counter: u32,
    pub(crate) origin: &'static str,
    pub(crate) name: &'static str,
    /// Whether it recognised its owner.
    pub(crate) recognises: bool,
    /// Whether it finds its passkeys by itself.
    pub(crate) finds: bool,
    /// What it answers in the place of the challenge.
    pub(crate) challenge: Option<&'static str>,
}

impl Device {
    pub(crate) fn new(id: u8) -> Self {
        Self {
            pair: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap(),
            id: vec![id; 32],
            whose: String::new(),
            counter: 1,
            origin: ORIGIN,
            name: NAME,
            recognises: true,
            finds: true,
            challenge: None,
        }
    }

    /// Makes its passkey as it is asked.
    pub(crate) fn makes(&mut self, asked: &str) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap();
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(asked["authenticatorSelection"]["requireResidentKey"], true);
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(asked["rp"]["id"], NAME);
        self.whose = asked["user"]["id"].as_str().unwrap().to_owned();
        let told = self.told("webauthn.create", &asked);
        let mut bytes = self.bytes(WITH_KEY);
        bytes.extend([0; 16]);
        bytes.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        bytes.extend(&self.id);
        bytes.extend(written(&self.key()));
        let made = Cbor::Map(vec![
            ("fmt".into(), "none".into()),
            ("attStmt".into(), Cbor::Map(Vec::new())),
            ("authData".into(), Cbor::Bytes(bytes)),
        ]);
        let response = json!({ "clientDataJSON": encoded(&told), "attestationObject": encoded(&written(&made)) });
        self.answer(&response, &json!({ "credProps": { "rk": self.finds } }))
    }

    /// Shows it as it is asked.
    pub(crate) fn shows(&mut self, asked: &str) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap();
        assert_eq!(asked["userVerification"], "required");
        assert_eq!(asked["rpId"], NAME);
        assert_eq!(asked["allowCredentials"], json!([]), "nobody is named");
        self.counter += 1;
        let (told, bytes) = (self.told("webauthn.get", &asked), self.bytes(0));
        let mut signed = bytes.clone();
        signed.extend(digest(&SHA256, &told).as_ref());
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "clientDataJSON": encoded(&told),
            "authenticatorData": encoded(&bytes),
            "signature": encoded(signature.as_ref()),
            "userHandle": self.whose,
        });
        self.answer(&response, &json!({}))
    }

    /// Says from now on that its passkey is this one's.
    pub(crate) fn says_it_is_of(&mut self, other: &Self) {
        self.whose.clone_from(&other.whose);
    }

    fn told(&self, what: &str, asked: &Value) -> Vec<u8> {
        let challenge = self
            .challenge
            .map_or_else(|| asked["challenge"].clone(), |other| json!(other));
        let told = json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        told.to_string().into_bytes()
    }

    fn bytes(&self, more: u8) -> Vec<u8> {
        let recognised = if self.recognises { RECOGNISED } else { 0 };
        let mut bytes = digest(&SHA256, self.name.as_bytes()).as_ref().to_vec();
        bytes.push(PRESENT | recognised | more);
        bytes.extend(self.counter.to_be_bytes());
        bytes
    }

    /// Its public key in the words of COSE: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1).
    fn key(&self) -> Cbor {
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        Cbor::Map(vec![
            (1.into(), 2.into()),
            (3.into(), (-7).into()),
            ((-1).into(), 1.into()),
            ((-2).into(), Cbor::Bytes(x.to_vec())),
            ((-3).into(), Cbor::Bytes(y.to_vec())),
        ])
    }

    fn answer(&self, response: &Value, results: &Value) -> String {
        let id = encoded(&self.id);
        let answer = json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "response": response,
            "clientExtensionResults": results,
        });
        answer.to_string()
    }
}

fn written(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
