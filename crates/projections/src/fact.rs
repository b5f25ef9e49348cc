//! A fact of any capability, read once for all views.

use crate::{Fault, Log};
use domain::{
    Decider, access_policy, appointment, configuration, consent, contact, deadline, document, erasure,
    exceptional_access, exclusion, financial_aid, household, organisation, person, plan, sharing, support_case,
    team_meeting, workload,
};
use event_store::{Recorded, Stored};

/// A fact with its envelope, by capability.
#[derive(Clone, Debug)]
pub enum Fact {
    /// Of the access policy.
    AccessPolicy(Recorded<access_policy::Event>),
    /// Of an appointment.
    Appointment(Recorded<appointment::Event>),
    /// Of the configuration.
    Configuration(Recorded<configuration::Event>),
    /// Of what somebody says about sharing.
    Consent(Recorded<consent::Event>),
    /// Of a contact.
    Contact(Recorded<contact::Event>),
    /// Of a deadline.
    Deadline(Recorded<deadline::Event>),
    /// Of a document.
    Document(Recorded<document::Event>),
    /// Of an opening in an emergency.
    ExceptionalAccess(Recorded<exceptional_access::Event>),
    /// Of a financial aid.
    FinancialAid(Recorded<financial_aid::Event>),
    /// Of an erasure.
    Erasure(Recorded<erasure::Event>),
    /// Of an exclusion.
    Exclusion(Recorded<exclusion::Event>),
    /// Of a household.
    Household(Recorded<household::Event>),
    /// Of an organisation.
    Organisation(Recorded<organisation::Event>),
    /// Of a person.
    Person(Recorded<person::Event>),
    /// Of a plan.
    Plan(Recorded<plan::Event>),
    /// Of an exchange or a sharing.
    Sharing(Recorded<sharing::Event>),
    /// Of a case.
    SupportCase(Recorded<support_case::Event>),
    /// Of a team meeting.
    TeamMeeting(Recorded<team_meeting::Event>),
    /// Of the load ahead of a worker.
    Workload(Recorded<workload::Event>),
}

impl Fact {
    /// Reads a stored event, personal values still sealed.
    ///
    /// # Errors
    /// When no capability of this program has such an event: never a silent skip.
    pub fn read(log: &Log, stored: &Stored) -> Result<Self, Fault> {
        Ok(match stored.capability() {
            access_policy::AccessPolicy::CAPABILITY => Self::AccessPolicy(log.read(stored)?),
            appointment::Appointment::CAPABILITY => Self::Appointment(log.read(stored)?),
            configuration::Configuration::CAPABILITY => Self::Configuration(log.read(stored)?),
            consent::Consent::CAPABILITY => Self::Consent(log.read(stored)?),
            contact::Contact::CAPABILITY => Self::Contact(log.read(stored)?),
            deadline::Deadline::CAPABILITY => Self::Deadline(log.read(stored)?),
            document::Document::CAPABILITY => Self::Document(log.read(stored)?),
            exceptional_access::ExceptionalAccess::CAPABILITY => Self::ExceptionalAccess(log.read(stored)?),
            financial_aid::FinancialAid::CAPABILITY => Self::FinancialAid(log.read(stored)?),
            erasure::Erasure::CAPABILITY => Self::Erasure(log.read(stored)?),
            exclusion::Exclusion::CAPABILITY => Self::Exclusion(log.read(stored)?),
            household::Household::CAPABILITY => Self::Household(log.read(stored)?),
            organisation::Organisation::CAPABILITY => Self::Organisation(log.read(stored)?),
            person::Person::CAPABILITY => Self::Person(log.read(stored)?),
            plan::Plan::CAPABILITY => Self::Plan(log.read(stored)?),
            sharing::Sharing::CAPABILITY => Self::Sharing(log.read(stored)?),
            support_case::SupportCase::CAPABILITY => Self::SupportCase(log.read(stored)?),
            team_meeting::TeamMeeting::CAPABILITY => Self::TeamMeeting(log.read(stored)?),
            workload::Workload::CAPABILITY => Self::Workload(log.read(stored)?),
            _ => {
                return Err(Fault::UnknownKind {
                    position: stored.position,
                    kind: stored.kind.clone(),
                });
            }
        })
    }

    /// Its place in the one order.
    #[must_use]
    pub fn position(&self) -> u64 {
        match self {
            Self::AccessPolicy(fact) => fact.position,
            Self::Appointment(fact) => fact.position,
            Self::Configuration(fact) => fact.position,
            Self::Consent(fact) => fact.position,
            Self::Contact(fact) => fact.position,
            Self::Deadline(fact) => fact.position,
            Self::Document(fact) => fact.position,
            Self::ExceptionalAccess(fact) => fact.position,
            Self::FinancialAid(fact) => fact.position,
            Self::Erasure(fact) => fact.position,
            Self::Exclusion(fact) => fact.position,
            Self::Household(fact) => fact.position,
            Self::Organisation(fact) => fact.position,
            Self::Person(fact) => fact.position,
            Self::Plan(fact) => fact.position,
            Self::Sharing(fact) => fact.position,
            Self::SupportCase(fact) => fact.position,
            Self::TeamMeeting(fact) => fact.position,
            Self::Workload(fact) => fact.position,
        }
    }
}
