//! When the référente of the family of the pictures last looked at it, so that its timeline tells what is new since.

use crate::calendar::Calendar;
use crate::territory::{Service, worker};
use crate::{Demonstration, besnard, planning};
use domain::words::{Day, ServiceId, SupportCaseId, WorkerId};

/// A look at a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Who looked.
    pub worker: WorkerId,
    /// Her service, which answers for the case.
    pub service: ServiceId,
    /// At which case.
    pub support_case: SupportCaseId,
    /// When.
    pub on: Day,
}

/// Julie Marchand's last look at the Besnard family.
#[must_use]
pub fn last_visit(demonstration: &Demonstration) -> Visit {
    let calendar = Calendar::new(demonstration.today);
    Visit {
        worker: worker("julie.marchand"),
        service: Service::Mds.id(),
        support_case: besnard::case(&calendar, demonstration.seed, planning::BESNARD),
        on: calendar.drawn(2026, 10, 3),
    }
}
