//! The demonstration: an invented territory of six services, thirty professionals and 250 households over six years.
//!
//! Always the same for a day and a seed, planned first and loaded through the same commands as everybody.
//! The family of the pictures is among them; what it takes to sign in is not known here.

mod act;
mod appointments;
mod besnard;
mod book;
mod calendar;
mod chance;
mod homes;
mod life;
mod loading;
mod names;
mod places;
mod planning;
mod sign_ins;
mod sitting;
mod slot;
mod stories;
mod team;
mod territory;
mod tuning;
mod typography;
mod visit;

pub use act::{Act, Wish};
pub use loading::{Fault, Loaded, load};
pub use planning::plan;
pub use sign_ins::{SignIn, sign_ins};
pub use visit::{Visit, last_visit};

use domain::words::Day;

/// Which demonstration: everything in it is placed around its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demonstration {
    /// The day shown as today.
    pub today: Day,
    /// The seed from which lives are drawn.
    pub seed: u64,
}

impl Default for Demonstration {
    /// The day and the territory of the pictures.
    fn default() -> Self {
        Self {
            today: Day(calendar::DRAWN_ON),
            seed: 2026,
        }
    }
}

#[cfg(test)]
mod spec;
