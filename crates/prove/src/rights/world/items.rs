//! What stands in a case: a word in each compartment, and in each thing that a screen shows of it.

use super::{Builder, Case, World};
use crate::rights::canary::Kind;
use crate::rights::people::Person;
use crate::rights::policy::COMPARTMENTS;
use domain::contact::{self, Contact, Held};
use domain::deadline::{self, Deadline};
use domain::household::{self, Household, Place};
use domain::person::{self, Civility, Name};
use domain::plan::{self, Plan};
use domain::support_case::{Assessment, Command, Intensity, Measure, Opening, Support, SupportCase, Trait};
use domain::words::{
    ActionId, DeadlineId, DocumentId, Doer, DomainOfLife, Due, GoalId, HouseholdId, Level, MeasureId, PersonId, PlanId,
    ServiceId, SupportCaseId, TraitId, Voice, WorkerId,
};
use sealed::{Compartment, Private};

/// When a case was opened, furnished, and last written to, in hours before now.
pub(crate) const OPENED: i64 = 24 * 200;
const FURNISHED: i64 = 24 * 60;

/// The compartment of a name.
pub(crate) fn compartment(place: &str) -> anyhow::Result<Compartment> {
    Ok(serde_json::from_value(place.into())?)
}

impl World {
    /// Opens a case with a mother and her child, for which nobody answers yet; answers its number.
    pub(crate) async fn opens(
        &mut self,
        build: &mut Builder,
        tie: &'static str,
        of: Option<WorkerId>,
        (service, referent): (ServiceId, WorkerId),
    ) -> anyhow::Result<usize> {
        let number = self.cases.len();
        let name = self.canaries.new_word(number, Kind::Name, "identity", WorkerId::TRAME);
        let (mother, child) = (PersonId(build.id()), PersonId(build.id()));
        for (person, first, last, born) in [
            (mother, "Claire", name.as_str(), "1990-05"),
            (child, "Malo", "Petit", "2019-02"),
        ] {
            let name = Name {
                first: first.to_owned(),
                last: last.to_owned(),
            };
            let register = person::Command::Register {
                name: Private::person(person.0, Compartment::Identity, name),
                birth: None,
                birth_month: Some(born.to_owned()),
                civility: Civility::Madam,
                commune: Some("Lys-le-Val".to_owned()),
            };
            build
                .ask::<person::Person, _>(person.0, WorkerId::TRAME, OPENED + 48, register)
                .await?;
        }
        let home = HouseholdId(build.id());
        let label = self.canaries.new_word(number, Kind::Label, "identity", WorkerId::TRAME);
        let label = format!("Famille {label}");
        let form = household::Command::Form {
            label: build.text(Compartment::Identity, &label),
            members: vec![
                household::Member {
                    person: mother,
                    place: Place::Adult,
                },
                household::Member {
                    person: child,
                    place: Place::Child,
                },
            ],
            commune: Some("Lys-le-Val".to_owned()),
        };
        build
            .ask::<Household, _>(home.0, WorkerId::TRAME, OPENED + 24, form)
            .await?;
        let case = SupportCaseId(build.id());
        let opening = Opening {
            household: Some(home),
            people: vec![mother, child],
            service,
            label: build.text(Compartment::Identity, &label),
            opened_on: build.day_ago(OPENED / 24)?,
            support: Support::Generalist,
            intensity: Intensity::Standard,
            children: 1,
            requested_on: None,
        };
        build
            .ask::<SupportCase, _>(case.0, WorkerId::TRAME, OPENED, Command::Open(opening))
            .await?;
        self.cases.push(Case {
            tie,
            of,
            case,
            service,
            referent,
            mother,
            plan: PlanId(build.id()),
            action: ActionId(build.id()),
            deadline: DeadlineId(build.id()),
            measure: MeasureId(build.id()),
            document: DocumentId(build.id()),
            has_document: false,
            meeting: None,
            sharing: None,
            exclusion: None,
            access: None,
            name,
            open: true,
            bonds: std::collections::BTreeMap::new(),
        });
        Ok(number)
    }

    /// Says something of a case, by the rule of cases.
    pub(crate) async fn says(
        &self,
        build: &mut Builder,
        number: usize,
        (by, hours_ago): (WorkerId, i64),
        command: Command,
    ) -> anyhow::Result<()> {
        let case = self.case(number)?.case;
        build.ask::<SupportCase, _>(case.0, by, hours_ago, command).await?;
        Ok(())
    }

    pub(crate) fn case(&self, number: usize) -> anyhow::Result<&Case> {
        self.cases.get(number).ok_or_else(|| anyhow::anyhow!("no such case"))
    }

    pub(crate) fn case_mut(&mut self, number: usize) -> anyhow::Result<&mut Case> {
        self.cases
            .get_mut(number)
            .ok_or_else(|| anyhow::anyhow!("no such case"))
    }

    /// A word in each compartment, and in each thing that a screen shows.
    pub(crate) async fn furnishes(
        &mut self,
        build: &mut Builder,
        number: usize,
        author: WorkerId,
    ) -> anyhow::Result<()> {
        for place in COMPARTMENTS
            .iter()
            .filter(|place| **place != crate::rights::policy::DRAFT)
        {
            let word = self.canaries.new_word(number, Kind::Strength, place, author);
            self.names_a_strength(build, number, (author, FURNISHED), (place, &word))
                .await?;
        }
        self.meets(build, number, author).await?;
        self.drafts(build, number, author).await?;
        for (domain, place) in [(DomainOfLife::Housing, "housing"), (DomainOfLife::Health, "health")] {
            let word = self.canaries.new_word(number, Kind::Assessed, place, author);
            let words = build.text(domain.compartment(), &word);
            let assess = Command::Assess(Assessment {
                domain,
                voice: Voice::Worker,
                level: Some(Level::try_from(2_u8)?),
                words: Some(words),
            });
            self.says(build, number, (author, FURNISHED), assess).await?;
        }
        let word = self.canaries.new_word(number, Kind::Measure, "budget", author);
        let measure = Measure {
            measure: self.case(number)?.measure,
            label: build.text(Compartment::Budget, &word),
            domain: DomainOfLife::Budget,
            from: build.day_ago(50)?,
            until: None,
        };
        self.says(build, number, (author, FURNISHED), Command::StartMeasure(measure))
            .await?;
        self.plans(build, number, author).await
    }

    /// Names a strength with a word, in a compartment.
    pub(crate) async fn names_a_strength(
        &self,
        build: &mut Builder,
        number: usize,
        by: (WorkerId, i64),
        (place, word): (&str, &str),
    ) -> anyhow::Result<()> {
        let named = Trait {
            id: TraitId(build.id()),
            text: build.text(compartment(place)?, word),
            named_by: Voice::Worker,
            domain: None,
            holder: None,
            relative: None,
        };
        self.says(build, number, by, Command::IdentifyStrength(named)).await
    }

    async fn meets(&mut self, build: &mut Builder, number: usize, author: WorkerId) -> anyhow::Result<()> {
        let note = self.canaries.new_word(number, Kind::Note, "social", author);
        let words = self.canaries.new_word(number, Kind::Words, "social", author);
        let case = self.case(number)?;
        let held = Held {
            support_case: case.case,
            kind: contact::Kind::HomeVisit,
            with: vec![case.mother],
            domains: Vec::new(),
            shared: Some(build.text(Compartment::Social, &note)),
            private: None,
            words: Some(build.text(Compartment::Social, &words)),
        };
        let contact = build.id();
        build
            .ask::<Contact, _>(contact, author, FURNISHED, contact::Command::Note(held))
            .await?;
        Ok(())
    }

    /// Writes down what only she reads.
    pub(crate) async fn drafts(&mut self, build: &mut Builder, number: usize, author: WorkerId) -> anyhow::Result<()> {
        let word = self.canaries.new_word(number, Kind::Draft, "draft", author);
        let held = Held {
            support_case: self.case(number)?.case,
            kind: contact::Kind::Call,
            with: Vec::new(),
            domains: Vec::new(),
            shared: None,
            private: Some(build.text(Compartment::Draft, &word)),
            words: None,
        };
        let contact = build.id();
        build
            .ask::<Contact, _>(contact, author, FURNISHED, contact::Command::Note(held))
            .await?;
        Ok(())
    }

    async fn plans(&mut self, build: &mut Builder, number: usize, author: WorkerId) -> anyhow::Result<()> {
        let case = self.case(number)?.clone();
        let word = self.canaries.new_word(number, Kind::Goal, "housing", author);
        let agree = plan::Command::AgreeGoal {
            support_case: case.case,
            goal: GoalId(build.id()),
            words: build.text(Compartment::Housing, &word),
            domain: DomainOfLife::Housing,
            sign: None,
            target_on: None,
        };
        build.ask::<Plan, _>(case.plan.0, author, FURNISHED, agree).await?;
        let word = self.canaries.new_word(number, Kind::Action, "work", author);
        let assign = plan::Command::AssignAction {
            support_case: case.case,
            action: case.action,
            goal: None,
            what: build.text(Compartment::Work, &word),
            domain: DomainOfLife::Employment,
            doer: Doer::Worker(author),
            due_on: Some(build.day_ago(-3)?),
        };
        build.ask::<Plan, _>(case.plan.0, author, FURNISHED, assign).await?;
        let word = self.canaries.new_word(number, Kind::Due, "budget", author);
        let set = deadline::Command::Set(deadline::Setting {
            support_case: case.case,
            kind: deadline::Kind::Reply,
            label: Some(build.text(Compartment::Budget, &word)),
            domain: Some(DomainOfLife::Rights),
            due: Due::On(build.day_ago(-4)?),
            legal: false,
            rule: None,
        });
        build
            .ask::<Deadline, _>(case.deadline.0, author, FURNISHED, set)
            .await?;
        Ok(())
    }

    /// Those who ask, without one.
    pub(crate) fn but(&self, one: WorkerId) -> Vec<Person> {
        let others = self.people.iter().filter(|each| each.worker != one);
        others.copied().collect()
    }
}
