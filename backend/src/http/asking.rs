//! From a body to a rule: the permit to write, the words checked and sealed at the source, and the answer.

use super::failure::{Failure, of_rejection};
use super::worker::Worker;
use crate::app::Trame;
use access::Permit;
use actix_web::HttpResponse;
use codec::Wish;
use contract::{Accepted, Plain};
use decider::{Asked, Decider, Fact};
use domain::Reason;
use domain::configuration::InForce;
use domain::team_meeting::Participant;
use domain::words::{Author, Doer, PersonId, SupportCaseId, Text, WorkerId, said, within_time};
use event_store::Rejected;
use jiff::Timestamp;
use projections::case_file::CaseFile;
use sealed::{Compartment, Private, Subject};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A permit to write to a case, with the people its texts are about.
pub(super) struct Writing<'a> {
    trame: &'a Trame,
    worker: Worker,
    permit: Permit,
    people: Vec<Uuid>,
    support_case: SupportCaseId,
}

impl<'a> Writing<'a> {
    /// Asks for it; a case unknown or forbidden is not found.
    ///
    /// # Errors
    /// Not found, or a fault.
    pub(super) async fn to(trame: &'a Trame, worker: Worker, support_case: SupportCaseId) -> Result<Self, Failure> {
        let permit = trame
            .permit_for_case(worker.reader, support_case)
            .await?
            .ok_or_else(Failure::not_found)?;
        // Who only reads learns nothing by trying: neither whether a plan is of this case nor whether somebody is known.
        if Compartment::ALL.iter().all(|each| !permit.writes(*each)) {
            return Err(Failure::not_allowed("problem.not_writable"));
        }
        let people = trame.people_of_case(&permit, support_case).await?;
        Ok(Self {
            trame,
            worker,
            permit,
            people: people.into_iter().map(|person| person.0).collect(),
            support_case,
        })
    }

    /// The same for who acts on the case, where nothing that is written would say so.
    ///
    /// # Errors
    /// As [`Self::to`], and when she only reads, or only drafts.
    pub(super) async fn acting(trame: &'a Trame, worker: Worker, support_case: SupportCaseId) -> Result<Self, Failure> {
        let writing = Self::to(trame, worker, support_case).await?;
        writing.acts()?;
        Ok(writing)
    }

    /// The permit.
    #[must_use]
    pub(super) fn permit(&self) -> &Permit {
        &self.permit
    }

    /// Who knocks.
    #[must_use]
    pub(super) fn knocking(&self) -> Worker {
        self.worker
    }

    /// The territory.
    #[must_use]
    pub(super) fn trame(&self) -> &'a Trame {
        self.trame
    }

    /// The case.
    #[must_use]
    pub(super) fn support_case(&self) -> SupportCaseId {
        self.support_case
    }

    /// Who writes.
    #[must_use]
    pub(super) fn worker(&self) -> WorkerId {
        self.worker.reader.worker
    }

    /// The same with her rights of now, after something that took its time.
    ///
    /// # Errors
    /// As [`Self::to`].
    pub(super) async fn again(self) -> Result<Self, Failure> {
        Self::to(self.trame, self.worker, self.support_case).await
    }

    /// Whether she may write in a compartment of this case.
    #[must_use]
    pub(super) fn writes(&self, compartment: Compartment) -> bool {
        self.permit.writes(compartment)
    }

    /// Refuses who may not act on the case, where nothing that is written would say so.
    ///
    /// # Errors
    /// When she only reads, or only drafts.
    pub(super) fn acts(&self) -> Result<(), Failure> {
        if self.permit.writes(Compartment::Coordination) {
            Ok(())
        } else {
            Err(Failure::not_allowed("problem.not_writable"))
        }
    }

    /// Whether a stream, such as a plan or a meeting, belongs to this case.
    ///
    /// # Errors
    /// A fault.
    pub(super) async fn owns(&self, stream: Uuid) -> Result<bool, Failure> {
        if self.is_known_to_own(stream).await? {
            return Ok(true);
        }
        // What was written a moment ago may not have reached the views: they are waited for up to its last event.
        let Some(last) = self.trame.log.stream(stream).await?.last().map(|event| event.position) else {
            return Ok(false);
        };
        self.trame.reach(Some(last)).await?;
        self.is_known_to_own(stream).await
    }

    async fn is_known_to_own(&self, stream: Uuid) -> Result<bool, Failure> {
        Ok(self
            .trame
            .streams_of_case(&self.permit, self.support_case)
            .await?
            .contains(&stream))
    }

    /// A stream made by the client: new to the log, or already one of this case.
    ///
    /// # Errors
    /// Not found when it belongs to something else.
    pub(super) async fn new_or_own(&self, stream: Uuid) -> Result<(), Failure> {
        if self.trame.log.stream(stream).await?.is_empty() || self.owns(stream).await? {
            Ok(())
        } else {
            Err(Failure::not_found())
        }
    }

    /// A text as it will be sealed: under the key of the one person of the case, or of its own.
    ///
    /// # Errors
    /// When nothing was written, when it is too long, or when she may not write in this compartment.
    pub(super) fn text(
        &self,
        field: &str,
        of: Uuid,
        compartment: Compartment,
        text: &Plain<String>,
    ) -> Result<Text, Failure> {
        self.text_under(field, self.subject_of(of), compartment, text)
    }

    /// Whose key seals a text about all whom the case is about.
    #[must_use]
    pub(super) fn subject_of(&self, of: Uuid) -> Subject {
        if self.people.is_empty() {
            Subject::SupportCase(self.support_case.0)
        } else {
            Subject::of_text(of, &self.people)
        }
    }

    /// The same under the key of somebody.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub(super) fn text_under(
        &self,
        field: &str,
        subject: Subject,
        compartment: Compartment,
        text: &Plain<String>,
    ) -> Result<Text, Failure> {
        if !self.permit.writes(compartment) {
            return Err(Failure::not_allowed("problem.not_writable"));
        }
        let value = said(&text.0).map_err(|invalid| Failure::invalid(field, invalid))?;
        Ok(Private::new(subject, compartment, value))
    }

    /// A text that may be left out; blanks count as left out.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub(super) fn text_of(
        &self,
        field: &str,
        of: Uuid,
        compartment: Compartment,
        text: Option<&Plain<String>>,
    ) -> Result<Option<Text>, Failure> {
        match text {
            Some(text) if !text.0.trim().is_empty() => self.text(field, of, compartment, text).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    /// Whether someone who shall do something can be named: of the directory, or of this case. Once the command was
    /// accepted she may have left.
    ///
    /// # Errors
    /// When nobody knows the doer, or a fault.
    pub(super) async fn knows(&self, doer: &Doer, command: Uuid) -> Result<(), Failure> {
        let known = match doer {
            Doer::Person(person) => self.people.contains(&person.0) || self.is_around(*person).await?,
            Doer::Worker(worker) => self.trame.reader(*worker).await?.is_some(),
            Doer::Service(service) => !self.trame.service(*service).await?.name.is_empty(),
        };
        if known || self.trame.log.accepted(command).await? {
            Ok(())
        } else {
            Err(Failure::unfit("doer", "problem.doer_unknown"))
        }
    }

    /// Whether someone lives in the household, matters to it, or sits at a table about this case.
    async fn is_around(&self, person: PersonId) -> Result<bool, Failure> {
        let file = self.file().await?;
        let mut seats = file.meetings.values().flat_map(|held| &held.participants);
        Ok(file.people.contains_key(&person)
            || file.members.iter().any(|member| member.person == person)
            || seats.any(|(who, _)| *who == Participant::Person(person)))
    }

    /// The case as the views know it.
    ///
    /// # Errors
    /// A fault.
    pub(super) async fn file(&self) -> Result<CaseFile, Failure> {
        let facts = self.trame.facts_of_case(&self.permit, self.support_case).await?;
        Ok(CaseFile::fold(self.support_case, &facts, None))
    }

    /// Asks the rule, once for this command.
    ///
    /// # Errors
    /// An instant that nobody records, the refusal of the rule, a reused command, or a fault.
    pub(super) async fn ask<D, C>(
        &self,
        stream: Uuid,
        command: Uuid,
        occurred_at: Option<Timestamp>,
        wish: C,
    ) -> Result<HttpResponse, Failure>
    where
        D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
        D::Event: Fact + Serialize + DeserializeOwned,
        D::Refusal: Reason,
        C: Serialize + Send + Sync,
    {
        let circumstance = Circumstance { command, occurred_at };
        let accepted = ask::<D, C>(self.trame, self.worker, stream, circumstance, wish).await?;
        Ok(HttpResponse::Ok().json(accepted))
    }
}

/// Which command it is, and when what it tells happened.
#[derive(Clone, Copy)]
pub(super) struct Circumstance {
    command: Uuid,
    occurred_at: Option<Timestamp>,
}

impl Circumstance {
    /// Of what happens as it is asked.
    pub(super) fn now(command: Uuid) -> Self {
        Self {
            command,
            occurred_at: None,
        }
    }

    /// Which command it is.
    pub(super) fn command(self) -> Uuid {
        self.command
    }
}

/// Asks a rule in a worker's name, once for this command. Whether she may is for the caller to know.
///
/// # Errors
/// An instant that nobody records, the refusal of the rule, a reused command, or a fault.
pub(super) async fn ask<D, C>(
    trame: &Trame,
    worker: Worker,
    stream: Uuid,
    circumstance: Circumstance,
    wish: C,
) -> Result<Accepted, Failure>
where
    D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
    D::Event: Fact + Serialize + DeserializeOwned,
    D::Refusal: Reason,
    C: Serialize + Send + Sync,
{
    attempt::<D, C>(trame, worker, stream, circumstance, wish)
        .await?
        .map_err(of_rejection)
}

/// What came of a wish: kept, or rejected by the rule or by the log.
pub(super) type Came<D> = Result<Accepted, Rejected<<D as Decider>::Refusal>>;

/// The same for a wish that may be asked again when somebody was faster.
///
/// # Errors
/// An instant that nobody records, or a fault; what the log rejects is in the answer.
pub(super) async fn attempt<D, C>(
    trame: &Trame,
    worker: Worker,
    stream: Uuid,
    circumstance: Circumstance,
    wish: C,
) -> Result<Came<D>, Failure>
where
    D: Decider<Asked = Asked<C, Author, Timestamp, InForce>>,
    D::Event: Fact + Serialize + DeserializeOwned,
    D::Refusal: Reason,
    C: Serialize + Send + Sync,
{
    let Circumstance { command, occurred_at } = circumstance;
    if let Some(claimed) = occurred_at {
        within_time(claimed).map_err(|invalid| Failure::invalid("occurred_at", invalid))?;
    }
    let at = worker.at;
    let asked = Asked {
        by: worker.author(),
        at,
        occurred_at: occurred_at.unwrap_or(at),
        in_force: trame.in_force().await?,
        command: wish,
    };
    let order = Wish {
        command,
        by: worker.reader.worker.0,
        known_at: trame.clock.is_invented().then_some(at),
        claims_time: occurred_at.is_some(),
    };
    let answer = codec::ask::<D, _, _, _>(&trame.log, stream, order, asked).await;
    Ok(answer.map(|answer| Accepted {
        position: answer.position,
        version: answer.version,
        repeated: answer.repeated,
    }))
}
