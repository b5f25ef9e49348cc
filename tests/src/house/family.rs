//! Invented families, and what those around them did before a journey begins.

use super::{House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::paths;
use domain::support_case::{Assessment, Command, Intensity, Joining, Opening, Support, SupportCase};
use domain::team_meeting::{self, AgendaItem, Participant, Schedule, TeamMeeting};
use domain::words::{
    Day, DomainOfLife, Due, HouseholdId, Level, PersonId, ServiceId, SupportCaseId, TeamMeetingId, Text, Voice,
    WorkerId,
};
use domain::{deadline, household, person};
use sealed::{Compartment, Private, Subject};

/// A mother, her child, and their case.
#[derive(Clone, Copy)]
pub(crate) struct Family {
    pub(crate) case: SupportCaseId,
    pub(crate) mother: PersonId,
    pub(crate) child: PersonId,
    pub(crate) service: ServiceId,
}

impl Family {
    /// The case home.
    pub(crate) fn home(&self) -> String {
        paths::support_case(self.case)
    }

    /// A path under the case.
    pub(crate) fn path(&self, path: &str) -> String {
        paths::of_case(path, self.case)
    }

    pub(crate) fn text(&self, compartment: Compartment, text: &str) -> Text {
        Private::new(Subject::Text(id()), compartment, text.to_owned())
    }
}

impl House {
    /// A family of Val-de-Lys, accompanied for two hundred days, with its référent.
    pub(crate) async fn family(&self, name: &str, referent: &Member) -> Family {
        let family = self.family_without_referent(name, VAL_DE_LYS).await;
        let appoint = Command::AppointReferent {
            worker: referent.worker,
        };
        self.case(&family, referent.worker, 199, appoint).await;
        self.settled().await;
        family
    }

    /// The same, of any service, and nobody answers for it yet.
    pub(crate) async fn family_without_referent(&self, name: &str, service: ServiceId) -> Family {
        let family = Family {
            case: SupportCaseId(id()),
            mother: PersonId(id()),
            child: PersonId(id()),
            service,
        };
        for (person, first, born) in [(family.mother, "Claire", "1990-05"), (family.child, "Malo", "2019-02")] {
            self.registers(person, first, name, born).await;
        }
        let home = HouseholdId(id());
        let label = || family.text(Compartment::Identity, &format!("Famille {name}"));
        let member = |person, place| household::Member { person, place };
        let form = household::Command::Form {
            label: label(),
            members: vec![
                member(family.mother, household::Place::Adult),
                member(family.child, household::Place::Child),
            ],
            commune: Some("Lys-le-Val".to_owned()),
        };
        self.ask::<household::Household, _>(home.0, WorkerId::TRAME, 201, form)
            .await;
        let opening = Opening {
            household: Some(home),
            people: vec![family.mother, family.child],
            service,
            label: label(),
            opened_on: day_ago(200),
            support: Support::Generalist,
            intensity: Intensity::Standard,
            children: 1,
            requested_on: None,
        };
        self.case(&family, WorkerId::TRAME, 200, Command::Open(opening)).await;
        family
    }

    async fn registers(&self, person: PersonId, first: &str, last: &str, born: &str) {
        let name = person::Name {
            first: first.to_owned(),
            last: last.to_owned(),
        };
        let register = person::Command::Register {
            name: Private::person(person.0, Compartment::Identity, name),
            birth: None,
            birth_month: Some(born.to_owned()),
            civility: person::Civility::Madam,
            commune: Some("Lys-le-Val".to_owned()),
        };
        self.ask::<person::Person, _>(person.0, WorkerId::TRAME, 202, register)
            .await;
    }

    /// Anything that the rules of a case allow.
    pub(crate) async fn case(&self, family: &Family, by: WorkerId, days_ago: i64, command: Command) -> u64 {
        self.ask::<SupportCase, _>(family.case.0, by, days_ago, command).await
    }

    /// Someone joins those around the family.
    pub(crate) async fn joins(&self, family: &Family, member: &Member) {
        let join = Command::JoinTeam(Joining::of(member.worker));
        self.case(family, member.worker, 150, join).await;
        self.settled().await;
    }

    /// A domain of life is rated and spoken of.
    pub(crate) async fn assesses(
        &self,
        family: &Family,
        by: &Member,
        days_ago: i64,
        domain: DomainOfLife,
        words: &str,
    ) -> u64 {
        let assess = Command::Assess(Assessment {
            domain,
            voice: Voice::Worker,
            level: Some(Level::try_from(2).unwrap()),
            words: Some(family.text(domain.compartment(), words)),
        });
        self.case(family, by.worker, days_ago, assess).await
    }

    /// Something is due.
    pub(crate) async fn sets_deadline(&self, family: &Family, due: Day) -> u64 {
        let set = deadline::Command::Set(deadline::Setting {
            support_case: family.case,
            kind: deadline::Kind::Reply,
            label: Some(family.text(Compartment::Coordination, "Réponse de la CAF")),
            domain: Some(DomainOfLife::Rights),
            due: Due::On(due),
            legal: false,
            rule: None,
        });
        self.ask::<deadline::Deadline, _>(id(), WorkerId::TRAME, 30, set).await
    }

    /// A meeting about the family that is in session today, to which some are invited.
    pub(crate) async fn meeting(&self, family: &Family, chair: &Member, invited: &[&Member]) -> TeamMeetingId {
        let meeting = TeamMeetingId(id());
        let schedule = Schedule {
            kind: team_meeting::Kind::CaseReview,
            service: family.service,
            starts_at: ago(0),
            chair: chair.worker,
            place: None,
            held_on: Some(day_ago(0)),
        };
        let members = invited.iter().map(|member| Participant::Worker(member.worker));
        let invitations =
            members
                .chain([Participant::Person(family.mother)])
                .map(|participant| team_meeting::Command::Invite {
                    participant,
                    standing: None,
                });
        let agenda = AgendaItem {
            support_case: family.case,
            question: family.text(Compartment::Social, "Quel logement pour cet hiver ?"),
            starts_at: ago(0),
            minutes: 45,
        };
        let commands = [team_meeting::Command::Schedule(schedule)]
            .into_iter()
            .chain(invitations)
            .chain([team_meeting::Command::AddCase(agenda)])
            .chain([team_meeting::Command::Open { warned: false }]);
        for command in commands {
            self.ask::<TeamMeeting, _>(meeting.0, chair.worker, 3, command).await;
        }
        self.settled().await;
        meeting
    }
}
