//! What people say about sharing: the consents that stand and the oppositions, case by case.

use crate::reach::{Reached, reached};
use crate::view::{Rows, View, change};
use crate::{Client, Fact, Fault, SealedColumn, column};
use access::Permit;
use domain::consent::{Event, Means, Named};
use domain::words::{ConsentId, Day, PersonId, ServiceId, SupportCaseId, Text, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;
use tokio_postgres::Row;
use uuid::Uuid;

/// One row for each consent and each opposition.
pub struct Words;

impl View for Words {
    fn name(&self) -> &'static str {
        "consent_word_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/consent_word.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::Consent(fact) = fact else { return Ok(()) };
        let position = column::stored(fact.position);
        match &fact.event {
            Event::Given(agreement) => change!(
                rows,
                "insert into consent_given
                     (consent, support_case, person, workers, services, scope, means, said_on, until_on, from_at, touched)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                fact.stream,
                agreement.support_case.0,
                agreement.person.0,
                column::workers(&agreement.recipients.workers),
                column::services(&agreement.recipients.services),
                column::codes(&agreement.scope)?,
                column::code(&agreement.means)?,
                column::day(agreement.on),
                column::day(agreement.until),
                fact.occurred_at,
                position,
            ),
            Event::Withdrawn { by, .. } => change!(
                rows,
                "update consent_given set withdrawn_at = $2, withdrawn_by = $3, touched = $4 where consent = $1",
                fact.stream,
                fact.occurred_at,
                by.0,
                position,
            ),
            Event::Opposed {
                support_case,
                person,
                against,
                words,
            } => change!(
                rows,
                "insert into consent_opposition
                     (opposition, support_case, person, workers, services, words, by, from_at, touched)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                fact.stream,
                support_case.0,
                person.0,
                column::workers(&against.workers),
                column::services(&against.services),
                words.as_ref().map(SealedColumn::of).transpose()?,
                fact.by,
                fact.occurred_at,
                position,
            ),
            Event::OppositionLifted { .. } => change!(
                rows,
                "update consent_opposition set lifted_at = $2, touched = $3 where opposition = $1",
                fact.stream,
                fact.occurred_at,
                position,
            ),
        }
        Ok(())
    }
}

/// A consent.
#[derive(Clone, Debug)]
pub struct ConsentRow {
    /// Which.
    pub consent: ConsentId,
    /// Who agrees.
    pub person: PersonId,
    /// With whom it may be shared.
    pub recipients: Named,
    /// What may be shared.
    pub scope: Vec<Compartment>,
    /// How she said it.
    pub means: Means,
    /// The day on which she said it.
    pub on: Day,
    /// The last day on which it holds.
    pub until: Day,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

/// The consents of a case that the permit reaches, the newest first.
///
/// # Errors
/// When they cannot be read.
pub async fn consents(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<ConsentRow>, Fault> {
    let sql = concat!(
        "select g.consent, g.person, g.workers, g.services, g.scope, g.means, g.said_on, g.until_on, g.withdrawn_at
         from consent_given g join support_case_register c using (support_case)
         where g.support_case = $6 and ",
        reached!(),
        " order by g.from_at desc, g.consent"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter()
        .map(|row| {
            let scope: Vec<String> = row.try_get(4)?;
            Ok(ConsentRow {
                consent: ConsentId(row.try_get(0)?),
                person: PersonId(row.try_get(1)?),
                recipients: named(row, 2)?,
                scope: scope
                    .iter()
                    .map(|code| column::from_code(code))
                    .collect::<Result<_, _>>()?,
                means: column::from_code(row.try_get(5)?)?,
                on: Day(row.try_get(6)?),
                until: Day(row.try_get(7)?),
                withdrawn_at: row.try_get(8)?,
            })
        })
        .collect()
}

/// An opposition that stands.
#[derive(Clone, Debug)]
pub struct OppositionRow {
    /// Which.
    pub opposition: ConsentId,
    /// Who objects.
    pub person: PersonId,
    /// To whom; to everybody when nobody is named.
    pub against: Named,
    /// What she said, sealed.
    pub words: Option<Text>,
    /// Who wrote it down.
    pub by: WorkerId,
    /// Since when.
    pub from_at: Timestamp,
}

impl OppositionRow {
    /// Whether it speaks of somebody of a service, or of the service itself.
    #[must_use]
    pub fn speaks_of(&self, worker: Option<WorkerId>, service: Option<ServiceId>) -> bool {
        let everybody = self.against.workers.is_empty() && self.against.services.is_empty();
        everybody
            || worker.is_some_and(|worker| self.against.workers.contains(&worker))
            || service.is_some_and(|service| self.against.services.contains(&service))
    }
}

/// The oppositions that stand in a case that the permit reaches, the oldest first.
///
/// # Errors
/// When they cannot be read.
pub async fn oppositions(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<OppositionRow>, Fault> {
    let sql = concat!(
        "select o.opposition, o.person, o.workers, o.services, o.words, o.by, o.from_at
         from consent_opposition o join support_case_register c using (support_case)
         where o.support_case = $6 and o.lifted_at is null and ",
        reached!(),
        " order by o.from_at, o.opposition"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(OppositionRow {
                opposition: ConsentId(row.try_get(0)?),
                person: PersonId(row.try_get(1)?),
                against: named(row, 2)?,
                words: row.try_get::<_, Option<SealedColumn>>(4)?.map(SealedColumn::private),
                by: WorkerId(row.try_get(5)?),
                from_at: row.try_get(6)?,
            })
        })
        .collect()
}

fn named(row: &Row, at: usize) -> Result<Named, Fault> {
    let workers: Vec<Uuid> = row.try_get(at)?;
    let services: Vec<Uuid> = row.try_get(at.saturating_add(1))?;
    Ok(Named {
        workers: workers.into_iter().map(WorkerId).collect(),
        services: services.into_iter().map(ServiceId).collect(),
    })
}
