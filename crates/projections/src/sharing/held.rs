//! What is open to whom now: by her name, by her service, by the team or by a meeting, and closed by what ends it. Asked
//! before there is a permit, to make one.

use crate::reach::kept_away;
use crate::{Client, Fault, column};
use access::Shared;
use domain::words::{Day, ElementId, ServiceId, SharingId, SupportCaseId, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What somebody holds of a case.
#[derive(Clone, Debug)]
pub struct Held {
    /// Who.
    pub worker: WorkerId,
    /// The case.
    pub support_case: SupportCaseId,
    /// The service that answers for it.
    pub answers_for: ServiceId,
    /// By which acts.
    pub acts: BTreeSet<SharingId>,
    /// All that is shared with her of it, together.
    pub shared: Shared,
}

/// What is shared with each of these professionals of these services at an instant: of one case, or of all. A case from
/// which she is kept away is in no answer.
///
/// # Errors
/// When it cannot be read.
pub async fn held(
    client: &Client,
    readers: &[(WorkerId, ServiceId)],
    case: Option<SupportCaseId>,
    (now, today): (Timestamp, Day),
) -> Result<Vec<Held>, Fault> {
    let (workers, services) = columns(readers);
    let case = case.map(|case| case.0);
    let rows = client
        .query(
            &client.prepare_cached(HELD).await?,
            &[&workers, &services, &now, &column::day(today), &case],
        )
        .await?;
    let mut all: BTreeMap<(Uuid, Uuid), Held> = BTreeMap::new();
    for row in &rows {
        let (worker, support_case) = (row.try_get(0)?, row.try_get(1)?);
        let held = all.entry((worker, support_case)).or_insert(Held {
            worker: WorkerId(worker),
            support_case: SupportCaseId(support_case),
            answers_for: ServiceId(row.try_get(2)?),
            acts: BTreeSet::new(),
            shared: Shared::default(),
        });
        held.acts.insert(SharingId(row.try_get(7)?));
        for code in row.try_get::<_, Vec<&str>>(3)? {
            held.shared.compartments.insert(column::from_code(code)?);
        }
        let elements: Vec<Uuid> = row.try_get(4)?;
        for code in row.try_get::<_, Vec<&str>>(5)? {
            let reached: Compartment = column::from_code(code)?;
            let each = elements.iter().map(|element| (ElementId(*element), reached));
            held.shared.elements.extend(each);
        }
        // What it was made for is told to who receives it.
        let made = (ElementId(row.try_get(6)?), Compartment::Coordination);
        held.shared.elements.insert(made);
    }
    Ok(all.into_values().collect())
}

/// Of which cases what is shared with each of these professionals may have changed between two positions: what was passed
/// on, agreed to or ended, a consent or an opposition, a meeting that is over. Each is told so, asks, and learns what she
/// may see now.
///
/// # Errors
/// When it cannot be read.
pub async fn changed(
    client: &Client,
    readers: &[(WorkerId, ServiceId)],
    (after, up_to): (u64, u64),
) -> Result<Vec<(WorkerId, SupportCaseId)>, Fault> {
    let (workers, services) = columns(readers);
    let (after, up_to) = (column::stored(after), column::stored(up_to));
    let rows = client
        .query(
            &client.prepare_cached(CHANGED).await?,
            &[&workers, &services, &after, &up_to],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((WorkerId(row.try_get(0)?), SupportCaseId(row.try_get(1)?))))
        .collect()
}

fn columns(readers: &[(WorkerId, ServiceId)]) -> (Vec<Uuid>, Vec<Uuid>) {
    readers.iter().map(|(worker, service)| (worker.0, service.0)).unzip()
}

/// Who may receive which act `sharing`, by the way it is addressed; `r` holds who asks.
macro_rules! addressed {
    () => {
        "select r.worker, r.service, p.sharing, false as by_category
             from r join sharing_recipient p on p.worker = r.worker
         union all
         select r.worker, r.service, s.sharing, true
             from r join sharing_act s on s.audience_kind = 'service' and s.audience = r.service
         union all
         select r.worker, r.service, s.sharing, true
             from r join support_case_member m on m.worker = r.worker and m.until_at is null
             join sharing_act s on s.audience_kind = 'team' and s.support_case = m.support_case
         union all
         select r.worker, r.service, s.sharing, true
             from r join support_case_register c on c.referent = r.worker
             join sharing_act s on s.audience_kind = 'team' and s.support_case = c.support_case
         union all
         select r.worker, r.service, s.sharing, true
             from r join team_meeting_participant p on p.kind = 'worker' and p.participant = r.worker
             join sharing_act s on s.audience_kind = 'meeting' and s.audience = p.team_meeting
             join team_meeting_agenda a on a.team_meeting = p.team_meeting and a.support_case = s.support_case"
    };
}

/// Whom secrecy binds, by her newest post.
macro_rules! bound {
    ($worker:literal) => {
        concat!(
            "coalesce((select p.bound_by_secrecy from organisation_post p
                 where p.worker = ",
            $worker,
            " order by p.position desc limit 1), false)"
        )
    };
}

const HELD: &str = concat!(
    "with r as (
         select * from unnest($1::uuid[], $2::uuid[]) as r(worker, service)
     ), h as (",
    addressed!(),
    ")
     select h.worker, s.support_case, c.service, s.compartments, s.elements, s.reaches, s.element, s.sharing
     from h join sharing_act s using (sharing) join support_case_register c using (support_case)
     where ($5::uuid is null or s.support_case = $5)
       and not s.waits and s.ended_at is null and s.from_at <= $3 and s.until_on >= $4
       and (not s.bound_only or not h.by_category or ",
    bound!("h.worker"),
    ")
       and (s.audience_kind is distinct from 'meeting' or exists (
             select from team_meeting_sitting t where t.team_meeting = s.audience and t.closed_at is null))
       and (s.consent is null or exists (
             select from consent_given g
             where g.consent = s.consent and g.withdrawn_at is null and g.until_on >= $4))
       and (not s.yields or not exists (
             select from consent_opposition o
             where o.support_case = s.support_case and o.lifted_at is null
               and (h.worker = any(o.workers) or h.service = any(o.services)
                 or cardinality(o.workers) = 0 and cardinality(o.services) = 0)))
       and not ",
    kept_away!("h.worker")
);

const CHANGED: &str = concat!(
    "with r as (
         select * from unnest($1::uuid[], $2::uuid[]) as r(worker, service)
     ), h as (",
    addressed!(),
    ")
     select h.worker, s.support_case
     from h join sharing_act s using (sharing) join support_case_register c using (support_case)
     where (s.touched > $3 and s.touched <= $4
         or exists (select from consent_given g
             where g.consent = s.consent and g.touched > $3 and g.touched <= $4)
         or s.yields and exists (select from consent_opposition o
             where o.support_case = s.support_case and o.touched > $3 and o.touched <= $4)
         )
       and not ",
    kept_away!("h.worker"),
    "
     union
     select r.worker, c.support_case
     from r join team_meeting_participant p on p.kind = 'worker' and p.participant = r.worker
     join team_meeting_agenda a on a.team_meeting = p.team_meeting
     join support_case_register c on c.support_case = a.support_case
     where exists (select from public.event e
             where e.stream = p.team_meeting and e.position > $3 and e.position <= $4)
       and not ",
    kept_away!("r.worker"),
    " order by 1, 2"
);
