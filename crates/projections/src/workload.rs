//! The load of teams on any past day and in the weeks ahead, and the figures of the whole log. What is open and what is late comes from one
//! question for both; the filter of the permit stands in it.

mod ahead;
mod delays;
mod openings;
mod report;
mod standing;
mod team;
mod told;
mod weighing;
mod what_if;

pub use ahead::{Ahead, Carrier, Dated, TeamAhead, What, ahead, changes, labels};
pub use delays::FirstAppointments;
pub use domain::workload::Fullness;
pub use openings::{Openings, TownOpenings};
pub use report::{Quantiles, ReferentFigures, Report, ServiceFigures, WorkerActs, report};
pub use team::{MonthRatio, TeamLoad, UnassignedRow, WorkerFigures, team};
pub use told::{Absence, Standing as StandingCrossing, Told, turn, warned};
pub use what_if::{Shift, Weighing, what_if};
