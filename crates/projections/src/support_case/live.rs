//! What a reader's open screens must know: which of her cases changed, and whom a case is about.

use crate::reach::{Reached, kept_away, reached};
use crate::{Client, Fault, column};
use access::Permit;
use domain::words::{Day, PersonId, ServiceId, SupportCaseId, WorkerId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// For each of these permits, the cases that it reaches, or that its reader may open for a while, and of which something
/// was written after a position, up to another: who may know, and what. `now` and `grace` as for [`super::ties`].
///
/// # Errors
/// When it cannot be read.
pub async fn touched(
    client: &Client,
    permits: &[Permit],
    (after, up_to): (u64, u64),
    now: Timestamp,
    grace: SignedDuration,
) -> Result<Vec<(WorkerId, SupportCaseId)>, Fault> {
    let handed_over_after = column::instant(now.saturating_sub(grace).unwrap_or(Timestamp::MIN));
    let (after, up_to) = (column::stored(after), column::stored(up_to));
    let many = Reached::columns(permits);
    let rows = client
        .query(
            &client.prepare_cached(TOUCHED).await?,
            &[
                &after,
                &up_to,
                &many.everything,
                &many.cases,
                &many.workers,
                &many.own_services,
                &many.services,
                &now,
                &handed_over_after,
            ],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((WorkerId(row.try_get(0)?), SupportCaseId(row.try_get(1)?))))
        .collect()
}

/// A case that is followed, and who answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowedRow {
    /// The case.
    pub support_case: SupportCaseId,
    /// The service that answers for it.
    pub service: ServiceId,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
}

/// Those of some cases that are open and that the permit reaches, and who follows them.
///
/// # Errors
/// When it cannot be read.
pub async fn followed(client: &Client, permit: &Permit, cases: &[SupportCaseId]) -> Result<Vec<FollowedRow>, Fault> {
    let ids: Vec<Uuid> = cases.iter().map(|case| case.0).collect();
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(FOLLOWED).await?, &reached.values(&[&ids]))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(FollowedRow {
                support_case: SupportCaseId(row.try_get(0)?),
                service: ServiceId(row.try_get(1)?),
                referent: row.try_get::<_, Option<Uuid>>(2)?.map(WorkerId),
            })
        })
        .collect()
}

/// A case as somebody who may not read it can tell it from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamelessRow {
    /// The case.
    pub support_case: SupportCaseId,
    /// The service that answers for it.
    pub service: ServiceId,
    /// Who answers for it, or did last.
    pub referent: Option<WorkerId>,
    /// The day it was opened.
    pub opened_on: Day,
    /// The day it was closed.
    pub closed_on: Option<Day>,
}

/// Those of some cases that the permit reaches, open or closed, the newest first, without what they are called.
///
/// # Errors
/// When it cannot be read.
pub async fn nameless(client: &Client, permit: &Permit, cases: &[SupportCaseId]) -> Result<Vec<NamelessRow>, Fault> {
    let ids: Vec<Uuid> = cases.iter().map(|case| case.0).collect();
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(NAMELESS).await?, &reached.values(&[&ids]))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(NamelessRow {
                support_case: SupportCaseId(row.try_get(0)?),
                service: ServiceId(row.try_get(1)?),
                referent: row.try_get::<_, Option<Uuid>>(2)?.map(WorkerId),
                opened_on: Day(row.try_get(3)?),
                closed_on: row.try_get::<_, Option<Date>>(4)?.map(Day),
            })
        })
        .collect()
}

/// The people a case is about: those named at its opening.
///
/// # Errors
/// When it cannot be read.
pub async fn people(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<PersonId>, Fault> {
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(PEOPLE).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter().map(|row| Ok(PersonId(row.try_get(0)?))).collect()
}

/// The cases that name a person: at their opening, or in their household.
///
/// # Errors
/// When it cannot be read.
pub async fn naming(client: &Client, permit: &Permit, person: PersonId) -> Result<Vec<SupportCaseId>, Fault> {
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(NAMING).await?, &reached.values(&[&person.0]))
        .await?;
    rows.iter().map(|row| Ok(SupportCaseId(row.try_get(0)?))).collect()
}

const NAMING: &str = concat!(
    "select c.support_case from support_case_register c
     where (exists (select from support_case_person p where p.support_case = c.support_case and p.person = $6)
         or exists (select from household_member m where m.household = c.household and m.person = $6)) and ",
    reached!(),
    " order by c.support_case"
);

const FOLLOWED: &str = concat!(
    "select c.support_case, c.service, c.referent from support_case_register c
     where c.support_case = any($6::uuid[]) and c.closed_at is null and ",
    reached!(),
    " order by c.support_case"
);

const NAMELESS: &str = concat!(
    "select c.support_case, c.service,
         coalesce(c.referent, (select r.worker from support_case_referent r where r.support_case = c.support_case
             order by r.rank desc limit 1)),
         c.opened_on, c.closed_on
     from support_case_register c
     where c.support_case = any($6::uuid[]) and ",
    reached!(),
    " order by c.opened_on desc, c.support_case"
);

const TOUCHED: &str = concat!(
    "with changed as materialized (
         select distinct stream from public.event where position > $1 and position <= $2
     ), told as (
         select support_case from support_case_register join changed on stream = support_case
         union select c.support_case from support_case_register c join changed on stream = c.household
         union select c.support_case from support_case_register c
             join household_member m on m.household = c.household join changed on stream = m.person
         union select support_case from support_case_person join changed on stream = person
         union select support_case from plan_draft join changed on stream = plan
         union select support_case from contact_held join changed on stream = contact
         union select support_case from contact_missed join changed on stream = contact
         union select support_case from contact_not_reached join changed on stream = contact
         union select support_case from appointment_booked join changed on stream = appointment
         union select support_case from deadline_span join changed on stream = deadline
         union select support_case from document_piece join changed on stream = document
         union select support_case from financial_aid_requested join changed on stream = financial_aid
         union select support_case from team_meeting_agenda join changed on stream = team_meeting
         union select support_case from exceptional_access join changed on stream = access
         union select support_case from exclusion_standing join changed on stream = exclusion
         union select support_case from sharing_act join changed on stream = sharing
         union select support_case from consent_given join changed on stream = consent
         union select support_case from consent_opposition join changed on stream = opposition
     )
     select r.worker, c.support_case from told join support_case_register c using (support_case)
     join unnest($3::boolean[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
         r (everything, one, worker, own_service, service) on ",
    reached!("r.everything", "r.one", "r.worker", "r.own_service", "r.service"),
    " or not ",
    kept_away!("r.worker"),
    " and (exists (select from exceptional_access a
             where a.support_case = c.support_case and a.worker = r.worker
                 and (a.from_at <= $8 and a.until_at > $8 or a.touched > $1 and a.touched <= $2))
         or exists (select from support_case_referent f
             where f.support_case = c.support_case and f.worker = r.worker
                 and f.until_at <= $8 and f.until_at > $9))
     order by r.worker, c.support_case"
);

const PEOPLE: &str = concat!(
    "select p.person from support_case_person p join support_case_register c using (support_case)
     where p.support_case = $6 and ",
    reached!(),
    " order by p.person"
);
