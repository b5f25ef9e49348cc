//! Cosignatures (C2SP tlog-cosignature, Ed25519): a witness says when she saw that a checkpoint follows those before it.

use crate::key::{PublicKey, Signer};
use crate::note::{Note, Signature};

/// The signature of a witness under a checkpoint, at a time in seconds since 1970.
#[must_use]
pub fn cosign(witness: &Signer, checkpoint: &Note, at: u64) -> Signature {
    let signed = witness.raw(message(&checkpoint.text, at).as_bytes());
    witness.public().line([at.to_be_bytes().as_slice(), &signed].concat())
}

/// When a witness signed this checkpoint, in seconds since 1970; none when she did not, or the signature does not fit.
#[must_use]
pub fn cosigned_at(checkpoint: &Note, witness: &PublicKey) -> Option<u64> {
    let signature = witness.signature(checkpoint)?;
    let (at, signed) = signature.bytes.split_first_chunk()?;
    let at = u64::from_be_bytes(*at);
    witness
        .has_signed(message(&checkpoint.text, at).as_bytes(), signed)
        .then_some(at)
}

fn message(text: &str, at: u64) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}
