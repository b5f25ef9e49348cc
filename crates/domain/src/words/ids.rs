//! One type per identifier, so that a household is never taken for a person. All are UUIDv7, made by who asks.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// Days on which a professional is away.
    AbsenceId,
    /// A time in which a case is open to somebody who said why.
    AccessId,
    /// A step of a plan with one doer and a date.
    ActionId,
    /// A time at which somebody of the service is to meet somebody of a family.
    AppointmentId,
    /// An interview, visit, call or missed appointment.
    ContactId,
    /// A message that reminds somebody of an appointment.
    ReminderId,
    /// What a person says about the sharing of what concerns her: her consent, or her opposition.
    ConsentId,
    /// A date by which an act is due.
    DeadlineId,
    /// A piece of paper that was asked for, or deposited.
    DocumentId,
    /// What a document holds, as it was deposited once.
    ContentId,
    /// A help in money that is requested for somebody.
    FinancialAidId,
    /// Money that came of a help.
    PaymentId,
    /// What a team meeting decided.
    DecisionId,
    /// Something written in a case: the event that tells it.
    ElementId,
    /// The keeping away of a professional from a case.
    ExclusionId,
    /// What a plan is for, in the person's words.
    GoalId,
    /// All who live in one dwelling.
    HouseholdId,
    /// A legal or contractual intervention with a start and a term.
    MeasureId,
    /// A département, a town's social centre, an association, a landlord.
    OrganisationId,
    /// A person accompanied, or one who matters to her.
    PersonId,
    /// A service of an organisation.
    ServiceId,
    /// The accompanied situation of a household or a person.
    SupportCaseId,
    /// What was exchanged with named people, or opened to a category of them.
    SharingId,
    /// A team of a service.
    TeamId,
    /// A meeting of those around a person.
    TeamMeetingId,
    /// What was agreed with a person, and who does what by when.
    PlanId,
    /// A change that one person proposes and another adopts.
    ProposalId,
    /// What the person said of her own story.
    StoryId,
    /// A strength or an obstacle, as someone named it.
    TraitId,
    /// A proposal or request to be followed by another service or track.
    OrientationId,
    /// A professional.
    WorkerId,
}

impl WorkerId {
    /// The system itself, which always acts with a reason.
    pub const TRAME: Self = Self(Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0001));
}
