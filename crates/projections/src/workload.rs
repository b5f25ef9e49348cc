//! The load of teams on any past day, and the figures of the whole log. What is open and what is late comes from one
//! question for both; the filter of the permit stands in it.

mod delays;
mod openings;
mod report;
mod standing;
mod team;
mod weighing;
mod what_if;

pub use delays::FirstAppointments;
pub use openings::{Openings, TownOpenings};
pub use report::{Quantiles, ReferentFigures, Report, ServiceFigures, WorkerActs, report};
pub use team::{Fullness, MonthRatio, TeamLoad, UnassignedRow, WorkerFigures, team};
pub use what_if::{Shift, Weighing, what_if};
