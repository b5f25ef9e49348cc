//! Which dates tell what happened, and which only tell when the tables were loaded.
//!
//! Columns filled by default hold the instant of the load in every row; some dates were computed from it, so that they
//! stand a whole number of days away from it. Neither is history: they are set aside, and counted.

use super::tables::{Row, Tables};
use crate::instants;
use crate::refused::Refused;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicU64, Ordering};

/// How long a load takes at most.
const LOAD: SignedDuration = SignedDuration::from_mins(5);
/// How close to a whole number of days a computed date stands.
const CLOSE: i64 = 30;
/// How many whole columns must hold one instant before it is taken for a load.
const WITNESSES: usize = 3;
/// The columns that are filled by default.
const DEFAULTS: [&str; 3] = ["created_at", "updated_at", "creation_date"];

/// Reads dates, and sets aside those of the load.
pub(super) struct Dates {
    load: Option<Timestamp>,
    set_aside: AtomicU64,
    /// The earliest instant that tells of something that happened.
    pub(super) earliest: Option<Timestamp>,
}

impl Dates {
    /// Finds out when the tables were loaded, if they tell.
    pub(super) fn of(tables: &Tables) -> Self {
        let whole: Vec<Timestamp> = tables
            .all()
            .flat_map(|rows| DEFAULTS.iter().filter_map(|c| one_instant(rows, c)))
            .collect();
        let latest = whole.iter().max().copied();
        let witnesses = |load: Timestamp| whole.iter().filter(|at| load.duration_since(**at) <= LOAD).count();
        let mut dates = Self {
            load: latest.filter(|load| witnesses(*load) >= WITNESSES),
            set_aside: AtomicU64::new(0),
            earliest: None,
        };
        dates.earliest = [
            &tables.notebooks,
            &tables.notebook_members,
            &tables.notebook_focuses,
            &tables.beneficiaries,
        ]
        .into_iter()
        .flatten()
        .filter_map(|row| raw(row, "created_at"))
        .filter(|at| !dates.is_load(*at))
        .min();
        dates
    }

    fn is_load(&self, at: Timestamp) -> bool {
        let Some(load) = self.load else { return false };
        let apart = load.duration_since(at).as_secs();
        let beside = apart.rem_euclid(86_400);
        apart.abs() <= LOAD.as_secs() || beside <= CLOSE || beside >= 86_400 - CLOSE
    }

    /// An instant of what happened; none when the record tells none, or only when it was loaded.
    pub(super) fn instant(&self, row: &Row, field: &str) -> Result<Option<Timestamp>, Refused> {
        let Some(text) = row.text(field)? else { return Ok(None) };
        let at = instants::instant(&text, &TimeZone::UTC).map_err(|reason| row.origin(field).refused(reason))?;
        if self.is_load(at) {
            self.set_aside.fetch_add(1, Ordering::Relaxed);
            return Ok(None);
        }
        Ok(Some(at))
    }

    /// How many were set aside.
    pub(super) fn set_aside(&self) -> u64 {
        self.set_aside.load(Ordering::Relaxed)
    }
}

fn raw(row: &Row, field: &str) -> Option<Timestamp> {
    instants::instant(&row.text(field).ok().flatten()?, &TimeZone::UTC).ok()
}

/// The instant that a whole column holds, when it holds only one.
fn one_instant(rows: &[Row], column: &str) -> Option<Timestamp> {
    let mut all = rows.iter().filter_map(|row| raw(row, column));
    let first = all.next()?;
    let (mut least, mut most, mut seen) = (first, first, 1_usize);
    for at in all {
        (least, most, seen) = (least.min(at), most.max(at), seen.saturating_add(1));
    }
    (seen > 1 && seen == rows.len() && most.duration_since(least) <= LOAD).then_some(most)
}
