//! The names by which sentences are found: of a figure, of the group it stands in, of its facts, its time and its origin.

use super::{Indicator, Input, Origin, Span};

impl Indicator {
    /// Its code, as its sentences are keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OpenCaseload => "open_caseload",
            Self::ActiveCaseload => "active_caseload",
            Self::GhostRate => "ghost_rate",
            Self::LoadPerFullTime => "load_per_full_time",
            Self::WeightedLoad => "weighted_load",
            Self::FirstAppointment => "first_appointment",
            Self::StartOfMeasures => "start_of_measures",
            Self::UnstartedMeasures => "unstarted_measures",
            Self::Unassigned => "unassigned",
            Self::OverdueDeadlines => "overdue_deadlines",
            Self::OverdueRate => "overdue_rate",
            Self::RenewalsAtRisk => "renewals_at_risk",
            Self::ContactIntensity => "contact_intensity",
            Self::NoShow => "no_show",
            Self::Flow => "flow",
            Self::Length => "length",
            Self::Returns => "returns",
            Self::ReferentChanges => "referent_changes",
            Self::Turnover => "turnover",
            Self::MeetingsHeld => "meetings_held",
            Self::MeetingsPostponed => "meetings_postponed",
            Self::FamilyPresent => "family_present",
            Self::MinutesInTime => "minutes_in_time",
            Self::ActionsInTime => "actions_in_time",
        }
    }

    /// The group under which it is told.
    #[must_use]
    pub fn group(self) -> &'static str {
        match self {
            Self::OpenCaseload
            | Self::ActiveCaseload
            | Self::GhostRate
            | Self::LoadPerFullTime
            | Self::WeightedLoad
            | Self::Unassigned => "caseload",
            Self::FirstAppointment | Self::StartOfMeasures | Self::UnstartedMeasures => "delays",
            Self::OverdueDeadlines | Self::OverdueRate | Self::RenewalsAtRisk => "dates",
            Self::ContactIntensity | Self::NoShow => "contacts",
            Self::Flow | Self::Length | Self::Returns => "flow",
            Self::ReferentChanges | Self::Turnover => "people",
            Self::MeetingsHeld
            | Self::MeetingsPostponed
            | Self::FamilyPresent
            | Self::MinutesInTime
            | Self::ActionsInTime => "meetings",
        }
    }
}

impl Input {
    /// Its code, as its sentence is keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Closure => "closure",
            Self::Referent => "referent",
            Self::Complexity => "complexity",
            Self::Cadence => "cadence",
            Self::Contact => "contact",
            Self::Missed => "missed",
            Self::Act => "act",
            Self::Measure => "measure",
            Self::Deadline => "deadline",
            Self::Action => "action",
            Self::Meeting => "meeting",
            Self::Minutes => "minutes",
            Self::Post => "post",
        }
    }
}

impl Origin {
    /// Its code, as its sentence is keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::House => "house",
            Self::ChildProtection => "child_protection",
            Self::MeetingRules => "meeting_rules",
        }
    }
}

impl Span {
    /// Its code, as its sentence is keyed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AtEnd => "at_end",
            Self::Period => "period",
            Self::Year => "year",
            Self::YearAfter => "year_after",
        }
    }
}
