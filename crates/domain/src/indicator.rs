//! The figures of a team, each a named definition: what is counted, from which facts, over which time, and whose threshold
//! of disclosure it stands under. No figure of a person is among them, and none is a score.
//!
//! Pure: facts in ([`Noted`]), figures out ([`measured`]). Who looked at what is no input of any of them.

mod by_support;
mod carried;
mod figures;
mod happening;
mod knowing;
mod ledger;
mod meetings;
mod names;
mod periods;
mod shown;
mod standing;
mod told;
mod weighing;
mod window;
mod withheld;

pub use figures::measured;
pub use happening::{
    Happening, InCase, Noted, ToAction, ToDeadline, ToMeasure, ToMeeting, ToPost, of_case, of_contact, of_deadline,
    of_decision, of_meeting, of_plan, of_post,
};
pub use knowing::{Figure, asked};
pub use ledger::Ledger;
pub use periods::{Period, Periods};
pub use shown::{Measured, Shown, Summary, quantile, ratio, shown};
pub use standing::Standing;
pub use weighing::{Weighed, Weighing, capacity, points, weighing};
pub use window::Window;

use crate::configuration::Topic;
use serde::{Deserialize, Serialize};

/// A figure, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// Situations ouvertes.
    OpenCaseload,
    /// Situations actives.
    ActiveCaseload,
    /// Part des situations ouvertes sans acte.
    GhostRate,
    /// Situations par temps plein.
    LoadPerFullTime,
    /// Charge pondérée rapportée à la capacité.
    WeightedLoad,
    /// Délai du premier rendez-vous.
    FirstAppointment,
    /// Délai entre la décision et le début d’une mesure.
    StartOfMeasures,
    /// Mesures décidées et non commencées.
    UnstartedMeasures,
    /// Situations sans référent.
    Unassigned,
    /// Échéances dépassées.
    OverdueDeadlines,
    /// Part des échéances de la période restées dépassées.
    OverdueRate,
    /// Fins proches, sans renouvellement demandé.
    RenewalsAtRisk,
    /// Contacts tenus, rapportés au rythme convenu.
    ContactIntensity,
    /// Rendez-vous manqués.
    NoShow,
    /// Ouvertures et clôtures.
    Flow,
    /// Durée des accompagnements clos.
    Length,
    /// Retours dans les douze mois.
    Returns,
    /// Changements de référent, par enfant et par an.
    ReferentChanges,
    /// Départs de professionnels, sur douze mois.
    Turnover,
    /// Réunions tenues.
    MeetingsHeld,
    /// Réunions reportées.
    MeetingsPostponed,
    /// Réunions tenues avec la famille.
    FamilyPresent,
    /// Comptes rendus validés à temps.
    MinutesInTime,
    /// Actions faites à temps.
    ActionsInTime,
}

/// A kind of fact from which figures are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// An opening or a reopening.
    Opening,
    /// A closure.
    Closure,
    /// Who answers for a case.
    Referent,
    /// What makes a case heavier.
    Complexity,
    /// The rhythm that was agreed.
    Cadence,
    /// A contact that was held.
    Contact,
    /// An appointment that was missed.
    Missed,
    /// An act of another record.
    Act,
    /// A measure.
    Measure,
    /// A date by which something is due.
    Deadline,
    /// An action or a decision, with its doer and its date.
    Action,
    /// A meeting.
    Meeting,
    /// Minutes that were validated.
    Minutes,
    /// A professional who joined or left.
    Post,
}

/// Over which time a figure is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// As things stand when the period is over.
    AtEnd,
    /// Over the period.
    Period,
    /// Over the last whole year of the calendar.
    Year,
    /// Of what ended a year before the period, and the twelve months that followed.
    YearAfter,
}

/// What stands in the cells of a figure, and so from when on it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// Situations that the reader has to act on, and sees by name elsewhere: shown as they are.
    ToActOn,
    /// What the service did or did not do: shown as it is.
    Deeds,
    /// What happened to people: hidden below the threshold.
    People,
}

/// Where a definition comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A count that services commonly make.
    Usage,
    /// Proposed by the house, to be voted locally: no national norm exists.
    House,
    /// The law of child protection asks for it: who follows a child should stay.
    ChildProtection,
    /// The rules that hold for each kind of meeting.
    MeetingRules,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Which.
    pub indicator: Indicator,
    /// The facts it is made from.
    pub inputs: &'static [Input],
    /// Over which time.
    pub span: Span,
    /// What stands in its cells.
    pub counts: Counts,
    /// Where it comes from.
    pub origin: Origin,
    /// The dated setting that it is held against or computed with.
    pub setting: Option<Topic>,
}

impl Indicator {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 24] = [
        Self::OpenCaseload,
        Self::ActiveCaseload,
        Self::GhostRate,
        Self::LoadPerFullTime,
        Self::WeightedLoad,
        Self::Unassigned,
        Self::FirstAppointment,
        Self::StartOfMeasures,
        Self::UnstartedMeasures,
        Self::OverdueDeadlines,
        Self::OverdueRate,
        Self::RenewalsAtRisk,
        Self::ContactIntensity,
        Self::NoShow,
        Self::Flow,
        Self::Length,
        Self::Returns,
        Self::ReferentChanges,
        Self::Turnover,
        Self::MeetingsHeld,
        Self::MeetingsPostponed,
        Self::FamilyPresent,
        Self::MinutesInTime,
        Self::ActionsInTime,
    ];

    /// What it is.
    #[must_use]
    pub fn definition(self) -> Definition {
        use Input::{
            Act, Action, Cadence, Closure, Complexity, Contact, Deadline, Measure, Meeting, Minutes, Missed, Opening,
            Post, Referent,
        };
        let (inputs, span, counts, origin, setting): (&'static [Input], _, _, _, _) = match self {
            Self::OpenCaseload => (&[Opening, Closure], Span::AtEnd, Counts::ToActOn, Origin::Usage, None),
            Self::ActiveCaseload => (&[Contact, Act], Span::Period, Counts::People, Origin::House, None),
            Self::GhostRate => (
                &[Opening, Closure, Contact, Act],
                Span::Period,
                Counts::People,
                Origin::House,
                None,
            ),
            Self::LoadPerFullTime => (
                &[Opening, Closure, Referent, Post],
                Span::AtEnd,
                Counts::ToActOn,
                Origin::Usage,
                None,
            ),
            Self::WeightedLoad => (
                &[Opening, Closure, Referent, Complexity, Post],
                Span::AtEnd,
                Counts::ToActOn,
                Origin::House,
                Some(Topic::Weights),
            ),
            Self::Unassigned => (
                &[Opening, Closure, Referent],
                Span::AtEnd,
                Counts::ToActOn,
                Origin::Usage,
                Some(Topic::Waiting),
            ),
            Self::FirstAppointment => (
                &[Opening, Contact],
                Span::Period,
                Counts::People,
                Origin::House,
                Some(Topic::FirstAppointment),
            ),
            Self::StartOfMeasures => (&[Measure], Span::Period, Counts::People, Origin::Usage, None),
            Self::UnstartedMeasures => (&[Measure], Span::AtEnd, Counts::ToActOn, Origin::Usage, None),
            Self::OverdueDeadlines => (&[Deadline], Span::AtEnd, Counts::ToActOn, Origin::Usage, None),
            Self::OverdueRate => (&[Deadline], Span::Period, Counts::Deeds, Origin::House, None),
            Self::RenewalsAtRisk => (
                &[Measure, Deadline],
                Span::AtEnd,
                Counts::ToActOn,
                Origin::House,
                Some(Topic::Signals),
            ),
            Self::ContactIntensity => (
                &[Opening, Closure, Cadence, Contact],
                Span::Period,
                Counts::Deeds,
                Origin::House,
                Some(Topic::Cadence),
            ),
            Self::NoShow => (&[Contact, Missed], Span::Period, Counts::People, Origin::Usage, None),
            Self::Flow => (&[Opening, Closure], Span::Period, Counts::People, Origin::Usage, None),
            Self::Length => (&[Opening, Closure], Span::Period, Counts::People, Origin::Usage, None),
            Self::Returns => (
                &[Opening, Closure],
                Span::YearAfter,
                Counts::People,
                Origin::House,
                None,
            ),
            Self::ReferentChanges => (
                &[Opening, Closure, Referent],
                Span::Period,
                Counts::People,
                Origin::ChildProtection,
                None,
            ),
            Self::Turnover => (&[Post], Span::Year, Counts::People, Origin::Usage, None),
            Self::MeetingsHeld => (&[Meeting], Span::Period, Counts::Deeds, Origin::Usage, None),
            Self::MeetingsPostponed => (&[Meeting], Span::Period, Counts::Deeds, Origin::Usage, None),
            Self::FamilyPresent => (&[Meeting], Span::Period, Counts::Deeds, Origin::Usage, None),
            Self::MinutesInTime => (
                &[Meeting, Minutes],
                Span::Period,
                Counts::Deeds,
                Origin::MeetingRules,
                None,
            ),
            Self::ActionsInTime => (&[Action], Span::Period, Counts::Deeds, Origin::Usage, None),
        };
        Definition {
            indicator: self,
            inputs,
            span,
            counts,
            origin,
            setting,
        }
    }
}

#[cfg(test)]
mod spec;
