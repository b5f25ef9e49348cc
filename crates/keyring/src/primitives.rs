//! The four primitives, all from one library: HKDF-SHA-256, AES-256 key wrap, AES-256-GCM, HMAC-SHA-256.

use crate::Fault;
use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Prk};
use aws_lc_rs::key_wrap::{AES_256, AesKek, KeyWrap};
use aws_lc_rs::{error::Unspecified, hmac, rand};
use zeroize::Zeroizing;

/// A key of 256 bits, wiped when it goes.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// Suite 1: per-event key by HKDF-SHA-256, AES-256-GCM, random nonce of 96 bits.
const SUITE: u8 = 1;
const NONCE: usize = 12;
/// A wrapped key is eight bytes longer.
const WRAPPED: usize = 40;

impl From<Unspecified> for Fault {
    fn from(_: Unspecified) -> Self {
        Self::Primitive
    }
}

pub(crate) fn random() -> Result<Key, Fault> {
    let mut key = Key::default();
    rand::fill(key.as_mut())?;
    Ok(key)
}

/// A key for one purpose, from a key that is random already.
pub(crate) fn derive(key: &Key, purpose: &[&[u8]]) -> Result<Key, Fault> {
    let mut derived = Key::default();
    Prk::new_less_safe(HKDF_SHA256, key.as_ref())
        .expand(purpose, HKDF_SHA256)?
        .fill(derived.as_mut())?;
    Ok(derived)
}

pub(crate) fn wrap(with: &Key, key: &Key) -> Result<Vec<u8>, Fault> {
    let mut wrapped = [0; WRAPPED];
    Ok(AesKek::new(&AES_256, with.as_ref())?
        .wrap(key.as_ref(), &mut wrapped)?
        .to_vec())
}

pub(crate) fn unwrap(with: &Key, wrapped: &[u8]) -> Option<Key> {
    let mut buffer = Zeroizing::new([0; WRAPPED]);
    let kek = AesKek::new(&AES_256, with.as_ref()).ok()?;
    let opened = kek.unwrap(wrapped, buffer.as_mut()).ok()?;
    let mut key = Key::default();
    (opened.len() == key.len()).then(|| key.copy_from_slice(opened))?;
    Some(key)
}

/// Suite, nonce, ciphertext and tag.
pub(crate) fn encrypt(key: &Key, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
    let cipher = RandomizedNonceKey::new(&AES_256_GCM, key.as_ref())?;
    let mut text = plain.to_vec();
    let nonce = cipher.seal_in_place_append_tag(Aad::from(bound), &mut text)?;
    let mut out = Vec::with_capacity(text.len().saturating_add(NONCE).saturating_add(1));
    out.push(SUITE);
    out.extend_from_slice(nonce.as_ref());
    out.extend_from_slice(&text);
    Ok(out)
}

/// The plain bytes; none when anything was altered.
pub(crate) fn decrypt(key: &Key, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (suite, rest) = sealed.split_first()?;
    if *suite != SUITE {
        return None;
    }
    let (nonce, text) = rest.split_at_checked(NONCE)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut text = Zeroizing::new(text.to_vec());
    let cipher = RandomizedNonceKey::new(&AES_256_GCM, key.as_ref()).ok()?;
    let length = cipher
        .open_in_place(nonce, Aad::from(bound), text.as_mut_slice())
        .ok()?
        .len();
    text.truncate(length);
    Some(text)
}

/// How long bytes of this length are once they are sealed.
#[must_use]
pub fn sealed_length(plain: usize) -> usize {
    plain
        .saturating_add(1)
        .saturating_add(NONCE)
        .saturating_add(AES_256_GCM.tag_len())
}

pub(crate) fn mac(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, key.as_ref()));
    for part in parts {
        context.update(part);
    }
    let mut out = [0; 32];
    out.copy_from_slice(context.sign().as_ref());
    out
}
