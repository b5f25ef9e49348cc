//! Lists under a permit: the reader's cases, her meetings, and what changed among them.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::{Opening, Thresholds};
use access::Permit;
use contract::support_case::{CaseLine, CaseList, CaseQuery, PhaseFilter};
use contract::team_meeting::{MeetingCase, MeetingLine, MeetingList};
use contract::{Plain, ServiceRef};
use domain::Decider;
use domain::team_meeting::{Participant, Sitting, TeamMeeting};
use domain::words::{Day, SupportCaseId, TeamMeetingId, Text, WorkerId};
use jiff::Timestamp;
use journal::Shown;
use projections::support_case::{Asked, Phase};
use projections::team_meeting::MeetingRow;
use sealed::{Private, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// How many cases a page holds.
const PAGE: u32 = 50;

/// For how many days held meetings stay in the list; the answer says since when.
const HELD_DAYS: i64 = 370;

impl Trame {
    /// A page of the reader's own cases, or those of them whose names are looked for.
    ///
    /// # Errors
    /// When she works on no cases, when the page is unknown, or a fault.
    pub async fn case_list(
        &self,
        worker: Worker,
        asked: &CaseQuery,
        names: Option<&Plain<String>>,
    ) -> Result<CaseList, Failure> {
        let table = self.table().await?;
        let permit = Permit::for_own_cases(&table, worker.reader)
            .or_else(|| Permit::for_received(&table, worker.reader))
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))?;
        self.reach(asked.at_least).await?;
        let received = self.received(&table, worker.reader).await?;
        let shared: Vec<SupportCaseId> = received.keys().copied().collect();
        let position = self.views_at();
        let mut client = self.client().await?;
        let found = match names {
            Some(names) => {
                self.names.refresh(&mut client, &self.keyring).await?;
                let mut found = self.names.search(&permit, &names.0).await;
                found.extend(self.names.called(&shared, &names.0).await);
                Some(found)
            }
            None => None,
        };
        let configuration = self.configuration().await?;
        let question = Asked {
            phase: phase(asked.phase),
            after: asked
                .after
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(|_other| Failure::unreadable("after"))?,
            limit: PAGE,
            shared: &shared,
            restrict_to: found.as_deref(),
            today: self.clock.today(),
            zone: self.clock.zone(),
            cadence: configuration.cadence(self.clock.today()),
        };
        let near = Thresholds::of(&configuration, question.today);
        let page = projections::support_case::page(&client, &permit, &question)
            .await
            .map_err(Fault::from)?;
        let referents: BTreeSet<WorkerId> = page.rows.iter().filter_map(|row| row.referent).collect();
        let open = self
            .opening_of(&permit, worker, &referents, page.rows.iter().map(|row| &row.label))
            .await?;
        let mut cases = Vec::with_capacity(page.rows.len());
        for row in &page.rows {
            let through = received.get(&row.support_case).filter(|_| row.received);
            cases.push(CaseLine {
                support_case: row.support_case,
                label: open.told_under(through.unwrap_or(&permit), &row.label)?,
                open: row.open,
                opened_on: row.opened_on,
                closed_on: row.closed_on,
                referent: row
                    .referent
                    .map(|referent| open.worker(referent))
                    .transpose()?
                    .flatten(),
                own: row.own,
                received: row.received,
                next_due: row.next_due,
                due_is_near: row
                    .next_due
                    .is_some_and(|due| near.is_near(question.today.days_to(due), row.due_by_law)),
                last_contact_on: row.last_contact_on,
                silence_days: row.silence_days,
            });
        }
        let shown: Vec<_> = page.rows.iter().map(|row| row.support_case.0).collect();
        self.journal_reading(&permit, Shown::OwnCases, &shown, worker.at, position)
            .await?;
        Ok(CaseList {
            cases,
            total: page.total,
            next: page.next.map(|next| next.to_string()),
            position,
        })
    }

    /// Whether she works on cases at all, and so may call a meeting.
    ///
    /// # Errors
    /// When she does not, or a fault.
    pub async fn works_on_cases(&self, worker: Worker) -> Result<(), Failure> {
        Permit::for_own_cases(&self.table().await?, worker.reader)
            .map(|_permit| ())
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))
    }

    /// Whether she leads a meeting, sits in it, or is of the service that calls it.
    ///
    /// # Errors
    /// A fault.
    pub async fn conducts(&self, worker: Worker, meeting: TeamMeetingId) -> Result<bool, Fault> {
        let her = worker.reader;
        Ok(self.sitting(meeting).await?.is_some_and(|sitting| {
            sitting.chair == her.worker
                || sitting.service == her.service
                || sitting.place(Participant::Worker(her.worker)).is_some()
        }))
    }

    /// What the rules know of a meeting. Another thing under this id is no meeting: nobody conducts it.
    pub(super) async fn sitting(&self, meeting: TeamMeetingId) -> Result<Option<Sitting>, Fault> {
        let stored = self.log.stream(meeting.0).await?;
        if stored
            .first()
            .is_none_or(|first| first.capability() != TeamMeeting::CAPABILITY)
        {
            return Ok(None);
        }
        let state = self.log.state::<TeamMeeting>(meeting.0).await?.0;
        Ok(state.sitting().cloned())
    }

    /// The reader's meetings.
    ///
    /// # Errors
    /// When she works on no cases, or a fault.
    pub async fn meeting_list(&self, worker: Worker) -> Result<MeetingList, Failure> {
        let permit = Permit::for_own_cases(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.works_on_no_cases"))?;
        let position = self.views_at();
        let client = self.client().await?;
        let from = self.clock.today().start(self.clock.zone());
        let since = from
            .saturating_sub(jiff::SignedDuration::from_hours(24 * HELD_DAYS))
            .map_err(distant)?;
        let lists = projections::team_meeting::of_reader(&client, &permit, from, since)
            .await
            .map_err(Fault::from)?;
        let services = projections::organisation::services(&client)
            .await
            .map_err(Fault::from)?;
        let services: BTreeMap<_, _> = services.into_iter().map(|row| (row.service, row.name)).collect();
        let all = || lists.to_come.iter().chain(&lists.held);
        let labels = all().flat_map(|meeting| meeting.cases.iter().map(|(_, label)| label));
        let open = self.opening_of(&permit, worker, &BTreeSet::new(), labels).await?;
        let line = |row: &MeetingRow| -> Result<MeetingLine, Fault> {
            let mut cases = Vec::new();
            for (support_case, label) in &row.cases {
                let label = open.told(label)?;
                cases.push(MeetingCase {
                    support_case: *support_case,
                    label,
                });
            }
            let name = services.get(&row.service).cloned().unwrap_or_default();
            Ok(MeetingLine {
                team_meeting: row.team_meeting,
                kind: row.kind,
                service: ServiceRef {
                    service: row.service,
                    name,
                },
                starts_at: row.starts_at,
                cases,
                agenda: row.agenda,
                stage: row.stage,
                closed: row.stage.is_over(),
            })
        };
        let shown: Vec<_> = all()
            .flat_map(|meeting| meeting.cases.iter().map(|(case, _)| case.0))
            .collect();
        let list = MeetingList {
            to_come: lists.to_come.iter().map(line).collect::<Result<_, _>>()?,
            held: lists.held.iter().map(line).collect::<Result<_, _>>()?,
            held_since: Day::of(since, self.clock.zone()),
            position,
        };
        self.journal_reading(&permit, Shown::OwnMeetings, &shown, worker.at, position)
            .await?;
        Ok(list)
    }

    /// When the reader last looked at a case before today.
    ///
    /// # Errors
    /// Not found, or a fault.
    pub async fn last_visit(&self, worker: Worker, case: SupportCaseId) -> Result<Option<Timestamp>, Failure> {
        let permit = self
            .permit_for_case(worker.reader, case)
            .await?
            .ok_or_else(Failure::not_found)?;
        let today = self.clock.today().start(self.clock.zone());
        Ok(self
            .journal
            .last_visit(&permit, case.0, today)
            .await
            .map_err(Fault::from)?)
    }

    /// The means to open a list: names of professionals, and the labels of its cases.
    pub(super) async fn opening_of<'a>(
        &self,
        permit: &Permit,
        worker: Worker,
        named: &BTreeSet<WorkerId>,
        labels: impl Iterator<Item = &'a Text>,
    ) -> Result<Opening, Fault> {
        let workers = self.workers(named).await?;
        let subjects: Vec<Subject> = labels.map(Private::subject).collect();
        let zone = self.clock.zone().clone();
        Opening::of_workers(&self.keyring, permit.clone(), workers, subjects, zone, worker.language).await
    }
}

fn phase(filter: PhaseFilter) -> Phase {
    match filter {
        PhaseFilter::Open => Phase::Open,
        PhaseFilter::Closed => Phase::Closed,
        PhaseFilter::All => Phase::All,
    }
}

fn distant(_: jiff::Error) -> Failure {
    Failure::unreadable("on")
}
