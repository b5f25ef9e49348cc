//! One command of the demonstration: who asks what of which stream, and when it happened and was written down.

use domain::words::WorkerId;
use domain::{
    appointment, configuration, consent, contact, deadline, financial_aid, household, organisation, person, plan,
    sharing, support_case, team_meeting,
};
use jiff::Timestamp;
use uuid::Uuid;

/// A planned command. Planning twice gives the same ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Acts of one lane are asked one after the other; lanes go side by side.
    pub lane: u32,
    /// The id of the command.
    pub command: Uuid,
    /// The stream it is asked of.
    pub stream: Uuid,
    /// Who asks.
    pub by: WorkerId,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When it was written down.
    pub known_at: Timestamp,
    /// What is asked.
    pub wish: Wish,
}

/// A command of one of the capabilities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A weight or delay the territory votes.
    Configuration(configuration::Command),
    /// Services, teams, professionals.
    Organisation(organisation::Command),
    /// A person's file.
    Person(person::Command),
    /// Who lives together.
    Household(household::Command),
    /// An accompanied situation.
    SupportCase(support_case::Command),
    /// What was agreed.
    Plan(plan::Command),
    /// An interview, visit, call or missed appointment.
    Contact(contact::Command),
    /// An appointment.
    Appointment(appointment::Command),
    /// A date by which an act is due.
    Deadline(deadline::Command),
    /// Money that is asked for, decided and paid.
    FinancialAid(financial_aid::Command),
    /// What somebody says about sharing.
    Consent(consent::Command),
    /// What is passed on.
    Sharing(sharing::Command),
    /// A meeting of those around a person.
    TeamMeeting(team_meeting::Command),
}
