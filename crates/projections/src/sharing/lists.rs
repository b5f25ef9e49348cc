//! The exchanges and sharings of a case, for who acts in it or answers for it.

use crate::reach::{Reached, reached};
use crate::{Client, Fault, SealedColumn, column};
use access::Permit;
use domain::sharing::{Audience, Basis};
use domain::words::{Day, ServiceId, SharingId, SupportCaseId, TeamMeetingId, Text, WorkerId};
use jiff::Timestamp;
use sealed::Compartment;
use tokio_postgres::Row;
use uuid::Uuid;

/// An exchange or a sharing.
#[derive(Clone, Debug)]
pub struct ActRow {
    /// Which.
    pub sharing: SharingId,
    /// Of which case.
    pub support_case: SupportCaseId,
    /// How the case is called, sealed.
    pub label: Text,
    /// The category; none for an exchange.
    pub audience: Option<Audience>,
    /// Whether it opens only to those of the category whom secrecy binds.
    pub bound_only: bool,
    /// Those who are named in an exchange.
    pub recipients: Vec<WorkerId>,
    /// On what it stands.
    pub basis: Basis,
    /// What for, sealed.
    pub purpose: Text,
    /// What it opens whole.
    pub compartments: Vec<Compartment>,
    /// How many things it opens one by one.
    pub elements: u32,
    /// All compartments that something of it lies in.
    pub reaches: Vec<Compartment>,
    /// The last day on which it holds.
    pub until: Day,
    /// The day on which the family was told, and by whom.
    pub informed: Option<(Day, WorkerId)>,
    /// Why it was not, sealed.
    pub withheld: Option<Text>,
    /// Who agreed that it was not.
    pub validated_by: Option<WorkerId>,
    /// Who passes it on.
    pub by: WorkerId,
    /// Since when.
    pub from_at: Timestamp,
    /// Where it stands.
    pub standing: Standing,
    /// When it ended before its day.
    pub ended_at: Option<Timestamp>,
    /// Who ended or declined it.
    pub ended_by: Option<WorkerId>,
    /// Why, sealed.
    pub reason: Option<Text>,
}

/// Where an exchange or a sharing stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits for somebody to agree that the family was not told.
    Waits,
    /// It is open.
    Open,
    /// Somebody did not agree.
    Declined,
    /// Somebody ended it.
    Ended,
    /// Its last day is over.
    Over,
    /// The consent on which it stood was taken back.
    Withdrawn,
    /// The person objects.
    Opposed,
}

/// How many are listed at once: those that stand first, then the newest.
const LISTED: i64 = 200;

/// The exchanges and sharings of a case that the permit reaches, on a day.
///
/// # Errors
/// When they cannot be read.
pub async fn acts(client: &Client, permit: &Permit, case: SupportCaseId, today: Day) -> Result<Vec<ActRow>, Fault> {
    listed(client, permit, Some(case), today, false).await
}

/// Those of all cases that the permit reaches which wait for somebody to agree that the family was not told.
///
/// # Errors
/// When they cannot be read.
pub async fn waiting(client: &Client, permit: &Permit, today: Day) -> Result<Vec<ActRow>, Fault> {
    listed(client, permit, None, today, true).await
}

async fn listed(
    client: &Client,
    permit: &Permit,
    case: Option<SupportCaseId>,
    today: Day,
    waiting: bool,
) -> Result<Vec<ActRow>, Fault> {
    let reached = Reached::by(permit);
    let only = case.map(|case| case.0);
    let rows = client
        .query(
            &client.prepare_cached(ACTS).await?,
            &reached.values(&[&only, &column::day(today), &waiting, &LISTED]),
        )
        .await?;
    rows.iter().map(act).collect()
}

/// The case of an exchange or a sharing that the permit reaches.
///
/// # Errors
/// When it cannot be read.
pub async fn case_of(client: &Client, permit: &Permit, sharing: SharingId) -> Result<Option<SupportCaseId>, Fault> {
    let sql = concat!(
        "select s.support_case from sharing_act s join support_case_register c using (support_case)
         where s.sharing = $6 and ",
        reached!()
    );
    let reached = Reached::by(permit);
    let row = client
        .query_opt(&client.prepare_cached(sql).await?, &reached.values(&[&sharing.0]))
        .await?;
    row.map(|row| Ok(SupportCaseId(row.try_get(0)?))).transpose()
}

fn act(row: &Row) -> Result<ActRow, Fault> {
    let compartments = |at: usize| -> Result<Vec<Compartment>, Fault> {
        let codes: Vec<&str> = row.try_get(at)?;
        codes.into_iter().map(column::from_code).collect()
    };
    let sealed = |at: usize| -> Result<Option<Text>, Fault> {
        Ok(row.try_get::<_, Option<SealedColumn>>(at)?.map(SealedColumn::private))
    };
    let worker =
        |at: usize| -> Result<Option<WorkerId>, Fault> { Ok(row.try_get::<_, Option<Uuid>>(at)?.map(WorkerId)) };
    let recipients: Vec<Uuid> = row.try_get(4)?;
    let informed_on: Option<jiff::civil::Date> = row.try_get(11)?;
    Ok(ActRow {
        sharing: SharingId(row.try_get(0)?),
        support_case: SupportCaseId(row.try_get(1)?),
        label: row.try_get::<_, SealedColumn>(22)?.private(),
        audience: audience(row.try_get(2)?, row.try_get(3)?)?,
        recipients: recipients.into_iter().map(WorkerId).collect(),
        bound_only: row.try_get(5)?,
        basis: column::from_code(row.try_get(6)?)?,
        purpose: row.try_get::<_, SealedColumn>(7)?.private(),
        compartments: compartments(8)?,
        elements: column::count(row.try_get::<_, i32>(9)?.into()),
        reaches: compartments(10)?,
        informed: informed_on.map(Day).zip(worker(12)?),
        withheld: sealed(13)?,
        validated_by: worker(14)?,
        by: WorkerId(row.try_get(15)?),
        from_at: row.try_get(16)?,
        until: Day(row.try_get(17)?),
        ended_at: row.try_get(18)?,
        ended_by: worker(19)?,
        reason: sealed(20)?,
        standing: standing(row.try_get(21)?)?,
    })
}

fn audience(kind: Option<&str>, of: Option<Uuid>) -> Result<Option<Audience>, Fault> {
    match (kind, of) {
        (None, _) => Ok(None),
        (Some("team"), _) => Ok(Some(Audience::Team)),
        (Some("service"), Some(service)) => Ok(Some(Audience::Service(ServiceId(service)))),
        (Some("meeting"), Some(meeting)) => Ok(Some(Audience::Meeting(TeamMeetingId(meeting)))),
        (Some(_), _) => Err(Fault::Unreadable("an audience of another form")),
    }
}

fn standing(code: &str) -> Result<Standing, Fault> {
    match code {
        "declined" => Ok(Standing::Declined),
        "ended" => Ok(Standing::Ended),
        "over" => Ok(Standing::Over),
        "withdrawn" => Ok(Standing::Withdrawn),
        "opposed" => Ok(Standing::Opposed),
        "waits" => Ok(Standing::Waits),
        "open" => Ok(Standing::Open),
        _ => Err(Fault::Unreadable("a standing of another form")),
    }
}

/// Those of one case, or of all that the permit reaches; only those that wait when that is asked. An opposition that names
/// some people closes an act for them alone, so the act is called opposed only when nobody is left.
const ACTS: &str = concat!(
    "with named as (
         select s.sharing, s.support_case, s.audience_kind, s.audience,
             array(select p.worker from sharing_recipient p where p.sharing = s.sharing order by p.worker) as recipients,
             s.bound_only, s.basis, s.purpose, s.compartments, cardinality(s.elements) as elements, s.reaches,
             s.informed_on, s.informed_by, s.withheld, s.validated_by, s.by, s.from_at, s.until_on, s.ended_at, s.ended_by,
             s.reason,
             case
                 when s.declined then 'declined'
                 when s.ended_at is not null then 'ended'
                 when s.until_on < $7
                     or s.audience_kind = 'meeting' and not exists (select from team_meeting_sitting t
                         where t.team_meeting = s.audience and t.closed_at is null) then 'over'
                 when s.consent is not null and not exists (select from consent_given g
                     where g.consent = s.consent and g.withdrawn_at is null and g.until_on >= $7) then 'withdrawn'
                 when s.yields and exists (select from consent_opposition o
                     where o.support_case = s.support_case and o.lifted_at is null
                       and (cardinality(o.workers) = 0 and cardinality(o.services) = 0
                         or s.audience_kind = 'service' and s.audience = any(o.services)
                         or s.audience_kind is null and not exists (select from sharing_recipient p
                             where p.sharing = s.sharing
                               and not (p.worker = any(o.workers) or p.service = any(o.services))))) then 'opposed'
                 when s.waits then 'waits'
                 else 'open'
             end as standing,
             c.label
         from sharing_act s join support_case_register c using (support_case)
         where ($6::uuid is null or s.support_case = $6) and (not $8::boolean or s.waits) and ",
    reached!(),
    ")
     select * from named where not $8::boolean or standing = 'waits'
     order by standing not in ('open', 'waits'), from_at desc, sharing
     limit $9"
);
