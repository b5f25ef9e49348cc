//! What a fact takes away from whom: an open screen must close the same second, and only the fact itself still knows who
//! could read before.

use crate::Fact;
use domain::support_case::Event as Case;
use domain::words::{SupportCaseId, WorkerId};
use domain::{access_policy, exclusion};

/// A right that may have ended. Who is told so asks again, and learns then what she may still see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenAway {
    /// From somebody, on one case that she could read.
    Case(WorkerId, SupportCaseId),
    /// From somebody who is kept away from a case, whether she could read it or not: who never could is told nothing.
    KeptAway(WorkerId, SupportCaseId),
    /// From anybody, on anything: the table of rights has changed.
    Anything,
}

/// What a fact takes away.
#[must_use]
pub fn taken_away(fact: &Fact) -> Option<TakenAway> {
    match fact {
        Fact::SupportCase(fact) => {
            let from = match &fact.event {
                Case::TeamMemberLeft(leaving) => leaving.worker,
                Case::ReferentHandedOver { from, .. } => *from,
                Case::ReferentStoodDown { worker, .. } => *worker,
                Case::Opened(_)
                | Case::StoryRecorded(_)
                | Case::StrengthIdentified(_)
                | Case::ObstacleIdentified(_)
                | Case::SituationAssessed(_)
                | Case::SummedUp { .. }
                | Case::ReferentAppointed { .. }
                | Case::TeamMemberJoined(_)
                | Case::CadenceAgreed { .. }
                | Case::ComplexityReviewed { .. }
                | Case::HandoverMeetingHeld { .. }
                | Case::MeasureDecided(_)
                | Case::MeasureStarted(_)
                | Case::MeasureRenewalAsked { .. }
                | Case::MeasureRenewed { .. }
                | Case::SignalSetAside { .. }
                | Case::MeasureEnded { .. }
                | Case::LifeEventRecorded { .. }
                | Case::OrientationRequested { .. }
                | Case::OrientationDecided { .. }
                | Case::ActRecorded { .. }
                | Case::Closed { .. }
                | Case::Reopened { .. } => return None,
            };
            Some(TakenAway::Case(from, SupportCaseId(fact.stream)))
        }
        Fact::Exclusion(fact) => match &fact.event {
            exclusion::Event::Set {
                support_case, worker, ..
            } => Some(TakenAway::KeptAway(*worker, *support_case)),
            exclusion::Event::Lifted { .. } => None,
        },
        Fact::AccessPolicy(fact) => {
            matches!(fact.event, access_policy::Event::Adopted { .. }).then_some(TakenAway::Anything)
        }
        // An exceptional access, a sharing and a consent name their case where they are made: their rows in the views tell
        // who is told of their end.
        Fact::ExceptionalAccess(_)
        | Fact::Sharing(_)
        | Fact::Consent(_)
        | Fact::Appointment(_)
        | Fact::Configuration(_)
        | Fact::Contact(_)
        | Fact::Deadline(_)
        | Fact::Document(_)
        | Fact::FinancialAid(_)
        | Fact::Erasure(_)
        | Fact::Household(_)
        | Fact::Organisation(_)
        | Fact::Person(_)
        | Fact::Plan(_)
        | Fact::TeamMeeting(_)
        | Fact::Workload(_) => None,
    }
}
