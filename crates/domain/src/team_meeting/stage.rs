//! Where a meeting stands, and what may be done there: the state machine, as one table.

use super::facts::Command;
use super::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Where a meeting stands. The order is the order of the steps; the last two are ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It has a day.
    Scheduled,
    /// The summons have left.
    Convened,
    /// Those concerned prepare.
    Preparing,
    /// The session is open.
    InSession,
    /// The session is open, and something is decided.
    Decided,
    /// They rose.
    SessionEnded,
    /// Minutes are written.
    MinutesDrafted,
    /// They are validated, and change no more.
    MinutesValidated,
    /// They were passed on.
    Distributed,
    /// It is over.
    Closed,
    /// It was given up.
    Cancelled,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Scheduled,
        Self::Convened,
        Self::Preparing,
        Self::InSession,
        Self::Decided,
        Self::SessionEnded,
        Self::MinutesDrafted,
        Self::MinutesValidated,
        Self::Distributed,
        Self::Closed,
        Self::Cancelled,
    ];

    /// The stable code, as sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Convened => "convened",
            Self::Preparing => "preparing",
            Self::InSession => "in_session",
            Self::Decided => "decided",
            Self::SessionEnded => "session_ended",
            Self::MinutesDrafted => "minutes_drafted",
            Self::MinutesValidated => "minutes_validated",
            Self::Distributed => "distributed",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether the session is open.
    #[must_use]
    pub fn is_in_session(self) -> bool {
        (Self::InSession..=Self::Decided).contains(&self)
    }

    /// Whether nobody sits any more: they rose, or it was given up.
    #[must_use]
    pub fn is_over(self) -> bool {
        self >= Self::SessionEnded
    }

    /// Whether its minutes can change no more. A meeting closed by an earlier record may have none.
    #[must_use]
    pub fn keeps_its_minutes(self) -> bool {
        (Self::MinutesValidated..=Self::Closed).contains(&self)
    }

    /// What is still to be done before this stage is reached.
    fn missing(self) -> Refusal {
        match self {
            Self::Scheduled => Refusal::NotScheduled,
            Self::Convened => Refusal::NotConvened,
            Self::Preparing => Refusal::NotPrepared,
            Self::InSession => Refusal::NotInSession,
            Self::Decided => Refusal::NothingDecided,
            Self::SessionEnded => Refusal::SessionNotEnded,
            Self::MinutesDrafted => Refusal::MinutesNotDrafted { missing: 1 },
            Self::MinutesValidated => Refusal::MinutesNotValidated,
            Self::Distributed => Refusal::MinutesNotShared,
            Self::Closed => Refusal::MinutesNotShared,
            Self::Cancelled => Refusal::Cancelled,
        }
    }

    /// Why it is too late for something once this stage is reached.
    fn too_late(self) -> Refusal {
        match self {
            Self::Scheduled => Refusal::AlreadyScheduled,
            Self::Convened => Refusal::AlreadyConvened,
            Self::Preparing => Refusal::AlreadyPreparing,
            Self::InSession | Self::Decided => Refusal::InSession,
            Self::SessionEnded | Self::MinutesDrafted => Refusal::SessionEnded,
            Self::MinutesValidated | Self::Distributed => Refusal::MinutesValidated,
            Self::Closed => Refusal::Closed,
            Self::Cancelled => Refusal::Cancelled,
        }
    }
}

/// From which stage to which something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span(Stage, Stage);

impl Span {
    /// When this may be done. `summoned` tells whether this kind of meeting summons people at all.
    pub(super) fn of(command: &Command, summoned: bool) -> Self {
        use Stage::{
            Closed, Convened, Decided, Distributed, InSession, MinutesDrafted, MinutesValidated, Preparing, Scheduled,
            SessionEnded,
        };
        match command {
            Command::Schedule(_) | Command::SendSummons { .. } => Self(Scheduled, Scheduled),
            Command::AddCase(_) | Command::Postpone(_) | Command::Cancel { .. } => Self(Scheduled, Preparing),
            Command::Invite { .. }
            | Command::RecordStanding { .. }
            | Command::RecordAttendance { .. }
            | Command::RecordFamilyInformation { .. }
            | Command::AppointChair { .. }
            | Command::WriteFamilySheet(_)
            | Command::GiveViewpoint { .. } => Self(Scheduled, Decided),
            Command::OpenPreparation => Self(if summoned { Convened } else { Scheduled }, Convened),
            Command::Open { .. } => Self(Preparing, Preparing),
            Command::Contribute(_) => Self(Preparing, Decided),
            Command::BeginTurn { .. }
            | Command::RaiseHypothesis { .. }
            | Command::RecordFamilyAnswer { .. }
            | Command::RecordDecision(_)
            | Command::PutOff { .. }
            | Command::EndSession => Self(InSession, Decided),
            Command::DraftMinutes { .. } => Self(SessionEnded, MinutesDrafted),
            Command::ValidateMinutes => Self(MinutesDrafted, MinutesDrafted),
            Command::ShareMinutes { .. } => Self(MinutesValidated, Distributed),
            Command::WriteAddendum { .. } => Self(MinutesValidated, Closed),
            Command::GiveFeedback { .. } => Self(SessionEnded, Distributed),
            Command::FollowDecision { .. } => Self(Decided, Distributed),
            Command::HoldReview { .. } | Command::Close => Self(Distributed, Distributed),
        }
    }

    /// The same for what an earlier record tells. It may leave out steps, so each may come as early as the first day;
    /// it never goes back, and what is validated stays.
    pub(super) fn of_a_record(command: &Command) -> Self {
        let Self(from, to) = Self::of(command, false);
        if matches!(command, Command::WriteAddendum { .. }) {
            Self(from, to)
        } else {
            Self(Stage::Scheduled, to)
        }
    }

    /// Whether it may be done at this stage.
    pub(super) fn allows(self, stage: Stage) -> Result<(), Refusal> {
        let Self(from, to) = self;
        if stage > to {
            Err(stage.too_late())
        } else if stage < from {
            Err(from.missing())
        } else {
            Ok(())
        }
    }
}
