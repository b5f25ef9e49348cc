//! The words that capabilities share: days, amounts, identifiers, life domains, levels, voices.
//!
//! A value that exists is valid: constructors refuse, and say which word they could not make.

mod day;
mod domain_of_life;
mod euro_cents;
mod ids;
mod profession;
mod public_holidays;
mod texts;

pub use day::{Day, Due, YEARS, within_time};
pub use domain_of_life::{DomainOfLife, Level, Voice};
pub use euro_cents::EuroCents;
pub use ids::{
    AbsenceId, AccessId, ActionId, AppointmentId, ConsentId, ContactId, ContentId, DeadlineId, DecisionId, DocumentId,
    ElementId, ExclusionId, FinancialAidId, GoalId, HouseholdId, MeasureId, OrganisationId, OrientationId, PaymentId,
    PersonId, PlanId, ProposalId, ReminderId, ServiceId, SharingId, StoryId, SupportCaseId, TeamId, TeamMeetingId,
    TraitId, WorkerId,
};
pub use profession::{Profession, Role};
pub use public_holidays::PublicHolidays;
pub use texts::{LONGEST, Text, said};

use serde::{Deserialize, Serialize};

/// Who asks, and where the wish comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The professional who acts, or the named worker `trame` for the system.
    pub worker: WorkerId,
    /// Typed by a person now, or brought in from another record.
    pub source: Source,
}

/// Where a wish comes from: a record brought in is kept as it was, even where a live wish would be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Asked by someone at work.
    Entered,
    /// Brought in from an earlier record, whose own order of things is kept.
    Imported,
}

/// The one who will do something: one name, never "the services".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// A professional with an account or a file in the directory.
    Worker(WorkerId),
    /// The person accompanied or a member of her family.
    Person(PersonId),
    /// A service, where it names its own doer.
    Service(ServiceId),
}

/// What was asked cannot be built: the field and the reason, before any rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Nothing was written where something is needed.
    Empty,
    /// The text passes the length that can be kept, in characters.
    TooLong {
        /// The longest that is kept.
        most: usize,
    },
    /// Not a day of the calendar, written YYYY-MM-DD.
    NotADay,
    /// Not a level from 1 to 5.
    NotALevel,
    /// A day or an instant outside the years that people record.
    OutOfTime,
    /// A sign that no text holds, such as the one of number zero.
    NotText,
    /// Not a positive amount in whole cents, or one above [`EuroCents::MOST`].
    NotAnAmount,
}

impl Invalid {
    /// The stable code of the sentence.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "invalid.empty",
            Self::TooLong { .. } => "invalid.too_long",
            Self::NotADay => "invalid.not_a_day",
            Self::NotALevel => "invalid.not_a_level",
            Self::OutOfTime => "invalid.out_of_time",
            Self::NotText => "invalid.not_text",
            Self::NotAnAmount => "invalid.not_an_amount",
        }
    }
}
