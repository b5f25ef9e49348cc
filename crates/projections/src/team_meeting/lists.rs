//! The meetings of a reader, and the agenda of one of them without the names of cases she may not open.

use crate::reach::{Reached, reached};
use crate::{Client, Fault, SealedColumn, column};
use access::Permit;
use domain::team_meeting::{Kind, Stage};
use domain::words::{ServiceId, SupportCaseId, TeamMeetingId, Text, WorkerId};
use jiff::Timestamp;
use std::collections::BTreeMap;
use tokio_postgres::Row;
use uuid::Uuid;

/// The meetings of a reader.
#[derive(Clone, Debug)]
pub struct Lists {
    /// Those that begin from the instant asked on and are not over, the nearest first; those in session among them.
    pub to_come: Vec<MeetingRow>,
    /// The others since the instant asked, the latest first.
    pub held: Vec<MeetingRow>,
}

/// A meeting in a list.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Which.
    pub team_meeting: TeamMeetingId,
    /// What kind.
    pub kind: Kind,
    /// The service that calls it.
    pub service: ServiceId,
    /// When it begins.
    pub starts_at: Timestamp,
    /// How far it came.
    pub stage: Stage,
    /// How many cases are on its agenda in all.
    pub agenda: u32,
    /// Those of them that the permit reaches, in the order of the agenda, with their sealed names.
    pub cases: Vec<(SupportCaseId, Text)>,
}

/// The meetings at which a case is spoken of that the permit reaches, and those to which the reader is invited or over
/// which she presides: the ones to come from an instant on, and the ones held since an earlier one.
///
/// # Errors
/// When they cannot be read.
pub async fn of_reader(client: &Client, permit: &Permit, from: Timestamp, since: Timestamp) -> Result<Lists, Fault> {
    let reached = Reached::by(permit);
    let reader = permit.reader().worker.0;
    let meetings = client
        .query(
            &client.prepare_cached(MEETINGS).await?,
            &reached.values(&[&reader, &since]),
        )
        .await?;
    let ids = meetings
        .iter()
        .map(|row| row.try_get::<_, Uuid>(0))
        .collect::<Result<Vec<_>, _>>()?;
    let mut cases: BTreeMap<Uuid, Vec<_>> = BTreeMap::new();
    for row in client
        .query(&client.prepare_cached(CASES).await?, &reached.values(&[&ids]))
        .await?
    {
        let case = SupportCaseId(row.try_get(1)?);
        let label = row.try_get::<_, SealedColumn>(2)?.private();
        cases.entry(row.try_get(0)?).or_default().push((case, label));
    }
    let mut lists = Lists {
        to_come: Vec::new(),
        held: Vec::new(),
    };
    for row in &meetings {
        let meeting = meeting_row(row, &mut cases)?;
        if !meeting.stage.is_over() && (meeting.stage.is_in_session() || meeting.starts_at >= from) {
            lists.to_come.push(meeting);
        } else {
            lists.held.push(meeting);
        }
    }
    lists.held.reverse();
    Ok(lists)
}

fn meeting_row(row: &Row, cases: &mut BTreeMap<Uuid, Vec<(SupportCaseId, Text)>>) -> Result<MeetingRow, Fault> {
    let meeting: Uuid = row.try_get(0)?;
    Ok(MeetingRow {
        team_meeting: TeamMeetingId(meeting),
        kind: column::from_code(row.try_get(1)?)?,
        service: ServiceId(row.try_get(2)?),
        starts_at: row.try_get(3)?,
        stage: column::from_code(row.try_get(4)?)?,
        agenda: column::count(row.try_get(5)?),
        cases: cases.remove(&meeting).unwrap_or_default(),
    })
}

const MEETINGS: &str = concat!(
    "select s.team_meeting, s.kind, s.service, s.starts_at, s.stage,
         (select count(*) from team_meeting_agenda a where a.team_meeting = s.team_meeting)
     from team_meeting_sitting s
     where s.starts_at >= $7
       and (s.chair = $6::uuid
         or exists (select from team_meeting_participant p
             where p.team_meeting = s.team_meeting and p.kind = 'worker' and p.participant = $6::uuid)
         or exists (select from team_meeting_agenda a join support_case_register c using (support_case)
             where a.team_meeting = s.team_meeting and ",
    reached!(),
    "))
     order by s.starts_at, s.team_meeting"
);

const CASES: &str = concat!(
    "select a.team_meeting, c.support_case, c.label
     from team_meeting_agenda a join support_case_register c using (support_case)
     where a.team_meeting = any($6) and ",
    reached!(),
    " order by a.starts_at, a.position"
);

/// A case's turn in a meeting.
#[derive(Clone, Debug)]
pub struct AgendaRow {
    /// Its rank, from 1.
    pub rank: u32,
    /// Which case.
    pub support_case: SupportCaseId,
    /// When its turn comes.
    pub starts_at: Timestamp,
    /// For how long, in minutes.
    pub minutes: u32,
    /// How it is called, when the permit reaches it.
    pub label: Option<Text>,
    /// Who answers for it now.
    pub referent: Option<WorkerId>,
    /// Her sealed name.
    pub referent_name: Option<Text>,
}

/// The agenda of a meeting, in order: every turn, but names only of the cases that the permit reaches.
///
/// # Errors
/// When it cannot be read.
pub async fn agenda(client: &Client, permit: &Permit, meeting: TeamMeetingId) -> Result<Vec<AgendaRow>, Fault> {
    let sql = concat!(
        "select row_number() over (order by a.starts_at, a.position), a.support_case, a.starts_at, a.minutes,
             case when ",
        reached!(),
        " then c.label end, c.referent, post.name
         from team_meeting_agenda a
         left join support_case_register c using (support_case)
         left join lateral (
             select p.name from organisation_post p where p.worker = c.referent
             order by p.position desc limit 1) post on true
         where a.team_meeting = $6
         order by a.starts_at, a.position"
    );
    let reached = Reached::by(permit);
    let rows = client
        .query(&client.prepare_cached(sql).await?, &reached.values(&[&meeting.0]))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(AgendaRow {
                rank: column::count(row.try_get(0)?),
                support_case: SupportCaseId(row.try_get(1)?),
                starts_at: row.try_get(2)?,
                minutes: column::count(row.try_get::<_, i32>(3)?.into()),
                label: row.try_get::<_, Option<SealedColumn>>(4)?.map(SealedColumn::private),
                referent: row.try_get::<_, Option<Uuid>>(5)?.map(WorkerId),
                referent_name: row.try_get::<_, Option<SealedColumn>>(6)?.map(SealedColumn::private),
            })
        })
        .collect()
}
