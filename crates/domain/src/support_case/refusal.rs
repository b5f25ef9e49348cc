//! Why something is refused.

use crate::Reason;

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is open already.
    AlreadyOpened,
    /// It was never opened.
    NotOpened,
    /// Help was asked for after the first day.
    RequestedAfterOpened,
    /// It is closed: reopen it first.
    Closed,
    /// It is not closed.
    NotClosed,
    /// She is the référent already.
    AlreadyReferent,
    /// There is a référent: hand over instead.
    HasReferent,
    /// By now somebody else answers for it than the one who was to give it.
    ReferentChanged,
    /// There is no référent.
    NoReferent,
    /// She is among those around the person already.
    AlreadyInTeam,
    /// She is not among them.
    NotInTeam,
    /// Neither a level nor words were given.
    NothingRated,
    /// This measure was decided already.
    MeasureAlreadyDecided,
    /// This measure has started already.
    MeasureAlreadyStarted,
    /// No such measure.
    MeasureUnknown,
    /// The end lies before the start.
    EndsBeforeItStarts,
    /// The closure lies before the opening.
    ClosedBeforeOpened,
    /// The watch is longer than the territory allows.
    WatchTooLong {
        /// The longest, in months.
        most_months: u32,
    },
    /// This request was made already.
    OrientationAlreadyRequested,
    /// No such request waits for an answer.
    OrientationUnknown,
    /// A signal rests on something: without it there is nothing to set aside.
    NoEvidence,
    /// What happened lies in the future.
    InTheFuture,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpened => "support_case.already_opened",
            Self::NotOpened => "support_case.not_opened",
            Self::RequestedAfterOpened => "support_case.requested_after_opened",
            Self::Closed => "support_case.closed",
            Self::NotClosed => "support_case.not_closed",
            Self::AlreadyReferent => "support_case.already_referent",
            Self::HasReferent => "support_case.has_referent",
            Self::ReferentChanged => "support_case.referent_changed",
            Self::NoReferent => "support_case.no_referent",
            Self::AlreadyInTeam => "support_case.already_in_team",
            Self::NotInTeam => "support_case.not_in_team",
            Self::NothingRated => "support_case.nothing_rated",
            Self::MeasureAlreadyDecided => "support_case.measure_already_decided",
            Self::MeasureAlreadyStarted => "support_case.measure_already_started",
            Self::MeasureUnknown => "support_case.measure_unknown",
            Self::EndsBeforeItStarts => "support_case.ends_before_it_starts",
            Self::ClosedBeforeOpened => "support_case.closed_before_opened",
            Self::WatchTooLong { .. } => "support_case.watch_too_long",
            Self::OrientationAlreadyRequested => "support_case.orientation_already_requested",
            Self::OrientationUnknown => "support_case.orientation_unknown",
            Self::NoEvidence => "support_case.no_evidence",
            Self::InTheFuture => "support_case.in_the_future",
        }
    }
    fn arguments(&self) -> Vec<(&'static str, String)> {
        if let Self::WatchTooLong { most_months } = self {
            vec![("months", most_months.to_string())]
        } else {
            Vec::new()
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NothingRated => Some("level"),
            Self::RequestedAfterOpened => Some("requested_on"),
            Self::EndsBeforeItStarts => Some("until"),
            Self::ClosedBeforeOpened => Some("on"),
            Self::InTheFuture => Some("occurred_at"),
            Self::WatchTooLong { .. } => Some("watch_until"),
            Self::AlreadyReferent | Self::AlreadyInTeam | Self::NotInTeam => Some("worker"),
            Self::AlreadyOpened
            | Self::NotOpened
            | Self::Closed
            | Self::NotClosed
            | Self::HasReferent
            | Self::ReferentChanged
            | Self::NoReferent
            | Self::MeasureAlreadyDecided
            | Self::MeasureAlreadyStarted
            | Self::MeasureUnknown
            | Self::NoEvidence
            | Self::OrientationAlreadyRequested
            | Self::OrientationUnknown => None,
        }
    }
}
