//! Opening values for one reader: the keys of one case, the names of its professionals, one permit.

use crate::fault::Fault;
use access::{Permit, Reader};
use contract::{Plain, ServiceRef, WorkerRef};
use domain::financial_aid::Amount;
use domain::person::Name;
use domain::team_meeting::FamilyInformation;
use domain::words::{Day, Doer, EuroCents, PersonId, ServiceId, Text, WorkerId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use keyring::{Keyring, Keys, Opened};
use projections::case_file::{CaseFile, Entry, FinancialAidFile};
use projections::organisation::WorkerRow;
use sealed::{Private, Subject};
use sentences::{Language, say};
use std::collections::{BTreeMap, BTreeSet};

/// The means to open what one reader may read of one case.
pub struct Opening {
    keys: Keys,
    permit: Permit,
    /// For the names of the professionals of whom the reader is told.
    naming: Permit,
    workers: BTreeMap<WorkerId, WorkerRow>,
    people: BTreeMap<PersonId, Private<Name>>,
    services: BTreeMap<domain::words::ServiceId, String>,
    /// The territory's zone.
    pub zone: TimeZone,
    language: Language,
}

impl Opening {
    /// Brings together the keys of a case, as it stands and as it is looked at, and of the professionals around it. Names
    /// are those of the last.
    ///
    /// # Errors
    /// When the keys cannot be had.
    pub async fn of_case(
        keyring: &Keyring,
        permit: Permit,
        files: &[&CaseFile],
        workers: Vec<WorkerRow>,
        zone: TimeZone,
        language: Language,
    ) -> Result<Self, Fault> {
        let mut subjects: BTreeSet<Subject> = files.iter().flat_map(|file| subjects(file)).collect();
        subjects.extend(workers.iter().map(|row| Subject::Worker(row.worker.0)));
        Ok(Self {
            keys: keyring.prefetch(subjects).await?,
            naming: permit.naming_professionals(),
            permit,
            services: workers
                .iter()
                .map(|row| (row.service, row.service_name.clone()))
                .collect(),
            workers: workers.into_iter().map(|row| (row.worker, row)).collect(),
            people: files
                .iter()
                .flat_map(|file| &file.people)
                .map(|(id, person)| (*id, person.name.clone()))
                .collect(),
            zone,
            language,
        })
    }

    /// The same for names of professionals alone, as lists and the load need them.
    ///
    /// # Errors
    /// When the keys cannot be had.
    pub async fn of_workers(
        keyring: &Keyring,
        permit: Permit,
        workers: Vec<WorkerRow>,
        others: impl IntoIterator<Item = Subject>,
        zone: TimeZone,
        language: Language,
    ) -> Result<Self, Fault> {
        let mut subjects: BTreeSet<Subject> = workers.iter().map(|row| Subject::Worker(row.worker.0)).collect();
        subjects.extend(others);
        Ok(Self {
            keys: keyring.prefetch(subjects).await?,
            naming: permit.naming_professionals(),
            permit,
            services: workers
                .iter()
                .map(|row| (row.service, row.service_name.clone()))
                .collect(),
            workers: workers.into_iter().map(|row| (row.worker, row)).collect(),
            people: BTreeMap::new(),
            zone,
            language,
        })
    }

    /// The same with the keys of further texts.
    ///
    /// # Errors
    /// When the keys cannot be had.
    pub async fn also(mut self, keyring: &Keyring, texts: impl IntoIterator<Item = &Text>) -> Result<Self, Fault> {
        let subjects: Vec<Subject> = texts.into_iter().map(Private::subject).collect();
        self.keys = self.keys.with(keyring.prefetch(subjects).await?);
        Ok(self)
    }

    /// The reader's permit.
    #[must_use]
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// A text, when this reader may read its compartment; said to be erased when its key was destroyed.
    ///
    /// # Errors
    /// When the value is not what was sealed.
    pub fn text(&self, text: &Text) -> Result<Option<Plain<String>>, Fault> {
        Ok(match self.keys.open(&self.permit, text)? {
            Opened::Value(value) => Some(Plain(value)),
            Opened::Forgotten => Some(Plain(say(self.language, "value.erased", &[]))),
            Opened::Withheld => None,
        })
    }

    /// A text that cannot be left out: said to be reserved when this reader may not read its compartment.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn told(&self, text: &Text) -> Result<Plain<String>, Fault> {
        Ok(self.text(text)?.unwrap_or_else(|| self.withheld()))
    }

    /// The same under a permit of its own, where a list holds cases that are open to this reader in different ways.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn told_under(&self, permit: &Permit, text: &Text) -> Result<Plain<String>, Fault> {
        Ok(match self.keys.open(permit, text)? {
            Opened::Value(value) => Plain(value),
            Opened::Forgotten => Plain(say(self.language, "value.erased", &[])),
            Opened::Withheld => self.withheld(),
        })
    }

    /// What is shown in the place of a text that is reserved to others.
    #[must_use]
    pub fn withheld(&self) -> Plain<String> {
        Plain(say(self.language, "value.withheld", &[]))
    }

    /// A text that may be absent.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn text_of(&self, text: Option<&Text>) -> Result<Option<Plain<String>>, Fault> {
        text.map_or(Ok(None), |text| self.text(text))
    }

    /// An amount of money; none when this reader may not read it, or when its key was destroyed.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn amount(&self, amount: &Amount) -> Result<Option<EuroCents>, Fault> {
        Ok(match self.keys.open(&self.permit, amount)? {
            Opened::Value(amount) => Some(amount),
            Opened::Forgotten | Opened::Withheld => None,
        })
    }

    /// First and last name of a person of the case.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn name(&self, person: PersonId) -> Result<Name, Fault> {
        let said = |key| Name {
            first: say(self.language, key, &[]),
            last: String::new(),
        };
        let Some(name) = self.people.get(&person) else {
            return Ok(said("value.unknown"));
        };
        Ok(match self.keys.open(&self.permit, name)? {
            Opened::Value(name) => name,
            Opened::Forgotten => said("value.erased"),
            Opened::Withheld => said("value.withheld"),
        })
    }

    /// A professional; none when the directory does not know her.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn worker(&self, worker: WorkerId) -> Result<Option<WorkerRef>, Fault> {
        let Some(row) = self.workers.get(&worker) else {
            return Ok(None);
        };
        Ok(Some(WorkerRef {
            worker,
            name: self.told_under(&self.naming, &row.name)?,
            service: ServiceRef {
                service: row.service,
                name: row.service_name.clone(),
            },
            profession: row.profession,
            bound_by_secrecy: row.bound_by_secrecy,
        }))
    }

    /// Her as who reads, when the directory knows her.
    #[must_use]
    pub fn reader(&self, worker: WorkerId) -> Option<Reader> {
        self.workers.get(&worker).map(|row| Reader {
            worker,
            role: row.role,
            profession: row.profession,
            service: row.service,
        })
    }

    /// Her name alone.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn worker_name(&self, worker: WorkerId) -> Result<Option<Plain<String>>, Fault> {
        Ok(self.worker(worker)?.map(|worker| worker.name))
    }

    /// The public name of a service; none when nobody the case names works there.
    #[must_use]
    pub fn service_name(&self, service: ServiceId) -> Option<&str> {
        self.services.get(&service).map(String::as_str)
    }

    /// Who does something, by the name to show.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub fn doer(&self, doer: &Doer) -> Result<contract::support_case::DoerView, Fault> {
        let name = match doer {
            Doer::Worker(worker) => self.worker_name(*worker)?.unwrap_or_else(|| self.unknown()),
            Doer::Person(person) => {
                let Name { first, last } = self.name(*person)?;
                Plain(format!("{first} {last}").trim().to_owned())
            }
            Doer::Service(service) => self
                .services
                .get(service)
                .map_or_else(|| self.unknown(), |name| Plain(name.clone())),
        };
        Ok(contract::support_case::DoerView {
            doer: doer.clone(),
            name,
        })
    }

    /// What is shown for who or what the directory does not know.
    #[must_use]
    pub fn unknown(&self) -> Plain<String> {
        Plain(say(self.language, "value.unknown", &[]))
    }

    /// The day of an instant in the territory.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Day {
        Day::of(at, &self.zone)
    }

    /// A sentence with values, in the reader's language.
    #[must_use]
    pub fn sentence_with(&self, key: &str, values: &[(&str, sentences::Arg<'_>)]) -> String {
        say(self.language, key, values)
    }

    /// The sentence of a key in the reader's language.
    #[must_use]
    pub fn sentence(&self, key: &str) -> String {
        say(self.language, key, &[])
    }
}

/// The professionals that a case names, whose rows the directory must give.
#[must_use]
pub fn workers_named(file: &CaseFile) -> BTreeSet<WorkerId> {
    let mut named: BTreeSet<WorkerId> = file.events.iter().map(|event| event.stamp.by).collect();
    named.extend(file.referents.iter().map(|spell| spell.worker));
    named.extend(file.team.iter().map(|each| each.joining.worker));
    named.extend(file.acts.iter().filter_map(|act| act.what.1));
    named.extend(
        file.appointments
            .iter()
            .flat_map(|each| each.booking.held_by.iter().copied()),
    );
    let doers = file.actions.iter().map(|action| &action.doer);
    let decided = file
        .meetings
        .values()
        .flat_map(|meeting| meeting.decisions.iter().map(|each| &each.what.doer));
    named.extend(doers.chain(decided).filter_map(|doer| match doer {
        Doer::Worker(worker) => Some(*worker),
        Doer::Person(_) | Doer::Service(_) => None,
    }));
    for meeting in file.meetings.values() {
        named.insert(meeting.schedule.chair);
        named.extend(meeting.minutes.iter().map(|written| written.what.author));
        named.extend(meeting.sheets.iter().map(|sheet| sheet.what.author));
        named.extend(meeting.validated.iter().map(|entry| entry.what));
        named.extend(meeting.addenda.iter().map(|added| added.what.author));
        let grounds = meeting.decisions.iter().filter_map(|each| each.what.ground.as_ref());
        named.extend(grounds.filter_map(|ground| ground.by));
        if let Some(FamilyInformation::Informed { by, .. }) = meeting.family.as_ref().map(|told| &told.what) {
            named.insert(*by);
        }
        named.extend(
            meeting
                .participants
                .iter()
                .filter_map(|(participant, _)| match participant {
                    domain::team_meeting::Participant::Worker(worker) => Some(*worker),
                    domain::team_meeting::Participant::Person(_) => None,
                }),
        );
    }
    named
}

fn subjects(file: &CaseFile) -> BTreeSet<Subject> {
    let mut subjects = BTreeSet::new();
    let mut add = |text: Option<&Text>| subjects.extend(text.map(Private::subject));
    add(file.opening.as_ref().map(|opening| &opening.what.label));
    add(file.household_label.as_ref());
    file.kin.iter().for_each(|kin| add(kin.note.as_ref()));
    file.events.iter().for_each(|event| add(event.what.text.as_ref()));
    file.team.iter().for_each(|each| add(each.joining.function.as_ref()));
    file.stories.iter().for_each(|story| add(Some(&story.what.words)));
    file.assessments.iter().for_each(|each| add(each.what.words.as_ref()));
    file.goals.iter().for_each(|goal| add(goal.sign.as_ref()));
    file.actions.iter().for_each(|action| add(action.result.as_ref()));
    for contact in &file.contacts {
        add(contact.shared.as_ref());
        add(contact.private.as_ref());
        add(contact.words.as_ref());
    }
    for appointment in &file.appointments {
        add(appointment.booking.place.as_ref());
        add(appointment.booking.purpose.as_ref());
    }
    for person in file.people.values() {
        add(person.reach.as_ref().map(|known| &known.reach.value));
    }
    for meeting in file.meetings.values() {
        add(meeting.schedule.place.as_ref());
        let dissents = meeting.decisions.iter().filter_map(|each| each.what.dissent.as_ref());
        dissents.for_each(|dissent| add(Some(dissent)));
        let grounds = meeting.decisions.iter().filter_map(|each| each.what.ground.as_ref());
        grounds.for_each(|ground| ground.reasons.iter().for_each(|reason| add(Some(reason))));
        for Entry { what, .. } in &meeting.sheets {
            let texts = [&what.facts, &what.observations, &what.analysis, &what.proposal];
            texts.iter().for_each(|text| add(text.as_ref()));
        }
        for Entry { what, .. } in &meeting.family_sheets {
            add(Some(&what.words));
            add(what.wishes.as_ref());
            add(what.disagreement.as_ref());
        }
        let said = meeting.hypotheses.iter().chain(&meeting.answers);
        said.for_each(|said| add(Some(&said.what.text)));
        add(meeting.minutes.as_ref().map(|written| &written.what.text));
        meeting.moved.iter().for_each(|moved| add(moved.what.words.as_ref()));
        if let Some(FamilyInformation::Withheld { reason }) = meeting.family.as_ref().map(|told| &told.what) {
            add(Some(reason));
        }
        let questions = meeting
            .agenda
            .iter()
            .filter(|item| item.support_case == file.support_case);
        questions.for_each(|item| add(Some(&item.question)));
    }
    subjects.extend(file.financial_aids.iter().flat_map(FinancialAidFile::subjects));
    subjects.extend(file.people.values().map(|person| person.name.subject()));
    subjects
}
