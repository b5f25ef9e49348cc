//! What the demonstration promises, read aloud: always the same, accepted by every rule, near the pictures.

mod besnard;
mod numbers;
mod rules;
mod wording;

use crate::act::Act;
use crate::{Demonstration, plan};
use std::sync::OnceLock;

/// The demonstration of the pictures, planned once for all tests.
fn acts() -> &'static [Act] {
    static ACTS: OnceLock<Vec<Act>> = OnceLock::new();
    ACTS.get_or_init(|| plan(&Demonstration::default()))
}
