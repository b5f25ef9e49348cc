//! The door of a case: the live relation of a worker to it, and the streams that tell of it.

use crate::reach::{Reached, reached};
use crate::{Client, Fault, column, sharing};
use access::{Permit, Reader, Relation, Ties};
use domain::words::{Day, Role, ServiceId, SupportCaseId};
use event_store::{Sabotage, is_sabotaged};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What ties a worker to a case at an instant, and which service answers for it. None when there is no such case, or when
/// she is kept away from it: for her there is none. Who handed a case over stays tied to it for the grace. This is asked
/// before there is a permit, to make one. `now` is the instant, with its day in the territory.
///
/// # Errors
/// When it cannot be read.
pub async fn ties(
    client: &Client,
    reader: Reader,
    case: SupportCaseId,
    (now, today): (Timestamp, Day),
    grace: SignedDuration,
) -> Result<Option<Ties>, Fault> {
    // Never, but in a build with faults.
    let unread = is_sabotaged(Sabotage::ExclusionUnread);
    ties_unless(client, reader, case, (now, today), grace, unread).await
}

/// What would tie her to it if she were not kept away: whether she had anything to lose. It opens nothing.
///
/// # Errors
/// When it cannot be read.
pub async fn ties_if_not_kept_away(
    client: &Client,
    reader: Reader,
    case: SupportCaseId,
    now: (Timestamp, Day),
    grace: SignedDuration,
) -> Result<Option<Ties>, Fault> {
    ties_unless(client, reader, case, now, grace, true).await
}

async fn ties_unless(
    client: &Client,
    reader: Reader,
    case: SupportCaseId,
    (now, today): (Timestamp, Day),
    grace: SignedDuration,
    unread: bool,
) -> Result<Option<Ties>, Fault> {
    let handed_over_after = column::instant(now.saturating_sub(grace).unwrap_or(Timestamp::MIN));
    let sql = "
        select c.service,
            c.referent is not distinct from $2 and exists (
                select from support_case_referent r
                where r.support_case = c.support_case and r.worker = $2 and r.until_at is null and r.from_at <= $3),
            exists (
                select from support_case_member m
                where m.support_case = c.support_case and m.worker = $2 and m.until_at is null and m.from_at <= $3),
            exists (
                select from support_case_referent r
                where r.support_case = c.support_case and r.worker = $2 and r.until_at <= $3 and r.until_at > $4),
            exists (
                select from exceptional_access o
                where o.support_case = c.support_case and o.worker = $2 and o.need = 'emergency'
                    and o.from_at <= $3 and o.until_at > $3),
            exists (
                select from exceptional_access o
                where o.support_case = c.support_case and o.worker = $2 and o.from_at <= $3 and o.until_at > $3),
            exists (
                select from team_meeting_agenda a
                join team_meeting_sitting s using (team_meeting)
                join team_meeting_participant p using (team_meeting)
                where a.support_case = c.support_case and s.closed_at is null
                    and p.kind = 'worker' and p.participant = $2)
        from support_case_register c
        where c.support_case = $1 and not exists (
            select from exclusion_standing x
            where x.support_case = c.support_case and x.worker = $2 and x.until_at is null and not $5)";
    let row = client
        .query_opt(
            &client.prepare_cached(sql).await?,
            &[&case.0, &reader.worker.0, &now, &handed_over_after, &unread],
        )
        .await?;
    // What is shared is asked in any case: a case that is there and hidden takes as long to answer for as none.
    let shared = sharing::held(client, &[(reader.worker, reader.service)], Some(case), (now, today)).await?;
    let shared = shared.into_iter().next().map(|held| held.shared);
    let Some(row) = row else { return Ok(None) };
    let held = [
        (1, Relation::Referent),
        (2, Relation::TeamMember),
        (3, Relation::Handover),
        (4, Relation::Emergency),
        (6, Relation::MeetingRoster),
    ];
    let mut relations = BTreeSet::new();
    for (column, relation) in held {
        if row.try_get(column)? {
            relations.insert(relation);
        }
    }
    let answers_for = ServiceId(row.try_get(0)?);
    if reader.role == Role::Manager && reader.service == answers_for {
        relations.insert(Relation::OwnTeam);
    }
    if shared.is_some() {
        relations.insert(Relation::Share);
    }
    Ok(Some(Ties {
        answers_for,
        relations,
        reason_said: row.try_get(5)?,
        shared: shared.unwrap_or_default(),
    }))
}

/// The streams that tell of a case: its own, its plans, contacts, appointments, deadlines, documents and financial aid, its
/// household and everyone it names, its people, and the meetings at which it is spoken of. Empty when the permit does not
/// reach the case.
///
/// # Errors
/// When it cannot be read.
pub async fn streams(client: &Client, permit: &Permit, case: SupportCaseId) -> Result<Vec<Uuid>, Fault> {
    let sql = concat!(
        "with the_case as materialized (
             select c.support_case, c.household from support_case_register c
             where c.support_case = $6 and ",
        reached!(),
        ")
         select support_case from the_case
         union select household from the_case where household is not null
         union select m.person from the_case c join household_member m on m.household = c.household
         union select p.person from the_case c join support_case_person p on p.support_case = c.support_case
         union select p.plan from the_case c join plan_draft p on p.support_case = c.support_case
         union select h.contact from the_case c join contact_held h on h.support_case = c.support_case
         union select m.contact from the_case c join contact_missed m on m.support_case = c.support_case
         union select n.contact from the_case c join contact_not_reached n on n.support_case = c.support_case
         union select b.appointment from the_case c join appointment_booked b on b.support_case = c.support_case
         union select d.deadline from the_case c join deadline_span d on d.support_case = c.support_case
         union select d.document from the_case c join document_piece d on d.support_case = c.support_case
         union select f.financial_aid from the_case c join financial_aid_requested f
             on f.support_case = c.support_case
         union select a.team_meeting from the_case c join team_meeting_agenda a on a.support_case = c.support_case"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&case.0]))
        .await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}
