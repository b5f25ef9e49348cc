//! The week of a worker, put together under three permits: the cases for which she answers, those in which she takes
//! part, and her team.

use super::{Audience, Signalled, Trame};
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::{Opening, signal_view};
use access::Permit;
use contract::Plain;
use contract::support_case::DoerView;
use contract::team_meeting::MeetingLine;
use contract::week::{CaseSignals, DueLine, OwnCase, Week};
use domain::configuration::Topic;
use domain::team_meeting::Stage;
use domain::words::{Day, Doer, DomainOfLife, ServiceId, SupportCaseId, Text, WorkerId};
use domain::{deadline, plan, team_meeting};
use jiff::Span;
use journal::Shown;
use projections::Fact;
use projections::signal::Which;
use projections::week::{Asked, DatedRow, What, awaited, due};
use sealed::{Compartment, Private, Subject};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many dated things are told at most, of each kind.
const MOST: u32 = 40;

/// The words of each dated thing.
type Words = BTreeMap<Uuid, Worded>;

/// How a dated thing is called.
#[derive(Default)]
struct Worded {
    /// In the words of somebody.
    text: Option<Text>,
    /// By the rule that set it.
    rule: Option<String>,
    /// Its domain when it has one.
    domain: Option<DomainOfLife>,
}

impl Trame {
    /// The week of a worker who follows cases, or answers for a team.
    ///
    /// # Errors
    /// When she does neither, or a fault.
    pub async fn week(&self, worker: Worker, at_least: Option<u64>) -> Result<Week, Failure> {
        let table = self.table().await?;
        let hers = Permit::for_answered_cases(&table, worker.reader);
        let team = Permit::for_signals(&table, worker.reader);
        if hers.is_none() && team.is_none() {
            return Err(Failure::not_allowed("problem.works_on_no_cases"));
        }
        self.reach(at_least).await?;
        let position = self.views_at();
        let today = self.clock.today();
        let configuration = self.configuration().await?;
        let near_days = configuration.figure(Topic::NearDeadline, today);
        let until = later(today, near_days);
        let mut week = Week {
            today,
            near_days,
            meetings: Vec::new(),
            appointments: Vec::new(),
            to_record: Vec::new(),
            due: Vec::new(),
            awaited: Vec::new(),
            signals: Vec::new(),
            team: None,
            cases: Vec::new(),
            position,
        };
        if let Some(permit) = Permit::for_own_cases(&table, worker.reader) {
            let around = (earlier(today, near_days), until);
            week.appointments = self.own_appointments(worker, &permit, around).await?;
            let lists = self.meeting_list(worker).await?;
            let is_near = |line: &MeetingLine| Day::of(line.starts_at, self.clock.zone()) <= until;
            week.meetings = lists.to_come.into_iter().filter(is_near).collect();
            // Also one whose day has passed without a session: what became of it is written nowhere.
            let is_unwritten = |line: &MeetingLine| line.stage < Stage::MinutesValidated;
            week.to_record = lists.held.into_iter().filter(is_unwritten).collect();
        }
        if let Some(permit) = &hers {
            let asked = Asked {
                today,
                zone: self.clock.zone(),
                until,
                limit: MOST,
            };
            self.own_cases(worker, permit, &asked, &mut week).await?;
        }
        if let Some(permit) = &team {
            let told = self.signalled(permit, Which::All, Audience::Manager).await?;
            let told = told
                .into_iter()
                .filter(|case| case.referent != Some(worker.reader.worker));
            let told: Vec<Signalled> = told.collect();
            week.team = Some(self.with_names(worker, permit, &told).await?);
            let shown: Vec<Uuid> = told.iter().map(|case| case.support_case.0).collect();
            self.journal_reading(permit, Shown::TeamSignals, &shown, worker.at, position)
                .await?;
        }
        Ok(week)
    }

    /// What the cases for which she answers ask of her.
    async fn own_cases(
        &self,
        worker: Worker,
        permit: &Permit,
        asked: &Asked<'_>,
        week: &mut Week,
    ) -> Result<(), Failure> {
        let found = self.rows_of(permit, asked).await?;
        let (soon, others) = (&found.due, &found.awaited);
        let words = self.words_of(soon.iter().chain(others)).await?;
        let open = self
            .opening_of_week(worker, permit, soon.iter().chain(others), &words)
            .await?;
        let reading = Lines {
            open: &open,
            words: &words,
            services: &found.services,
        };
        week.due = reading.lines(soon)?;
        week.awaited = reading.lines(others)?;
        let signalled = self.signalled(permit, Which::All, Audience::Around).await?;
        week.signals = self.with_names(worker, permit, &signalled).await?;
        let labels = found.cases.iter().map(|(_, label)| label);
        let open = self.opening_of(permit, worker, &BTreeSet::new(), labels).await?;
        for (support_case, label) in &found.cases {
            week.cases.push(OwnCase {
                support_case: *support_case,
                label: open.told(label)?,
            });
        }
        let shown: Vec<Uuid> = found.cases.iter().map(|(case, _)| case.0).collect();
        self.journal_reading(permit, Shown::OwnWeek, &shown, worker.at, week.position)
            .await?;
        Ok(())
    }

    /// The rows of her week, over one connection that is given back before another is asked for.
    async fn rows_of(&self, permit: &Permit, asked: &Asked<'_>) -> Result<Rows, Fault> {
        let client = self.client().await?;
        let services = projections::organisation::services(&client).await?;
        Ok(Rows {
            due: due(&client, permit, asked).await?,
            awaited: awaited(&client, permit, asked).await?,
            cases: projections::week::cases(&client, permit, asked.today).await?,
            services: services.into_iter().map(|row| (row.service, row.name)).collect(),
        })
    }

    /// Signals with the names that this permit opens.
    async fn with_names(
        &self,
        worker: Worker,
        permit: &Permit,
        cases: &[Signalled],
    ) -> Result<Vec<CaseSignals>, Fault> {
        let referents: BTreeSet<WorkerId> = cases.iter().filter_map(|case| case.referent).collect();
        let labels = cases.iter().map(|case| &case.label);
        let open = self.opening_of(permit, worker, &referents, labels).await?;
        let today = self.clock.today();
        let mut told = Vec::with_capacity(cases.len());
        for case in cases {
            let signals = case.signals.iter();
            // What each rests on is named in the case itself.
            let signals = signals.map(|signal| signal_view(signal, case.rhythm_days, today, |_| Ok(None)));
            told.push(CaseSignals {
                support_case: case.support_case,
                label: open.told(&case.label)?,
                referent: case
                    .referent
                    .map(|referent| open.worker(referent))
                    .transpose()?
                    .flatten(),
                signals: signals.collect::<Result<_, _>>()?,
            });
        }
        Ok(told)
    }

    /// The words of dated things, sealed, out of the streams that tell of them.
    async fn words_of(&self, rows: impl Iterator<Item = &DatedRow>) -> Result<Words, Fault> {
        let streams: BTreeSet<Uuid> = rows.map(|row| row.stream).collect();
        let streams: Vec<Uuid> = streams.into_iter().collect();
        let mut words = Words::new();
        for stored in &self.log.streams(&streams, None).await? {
            match Fact::read(&self.log, stored)? {
                Fact::Deadline(fact) => {
                    if let deadline::Event::Set(setting) = fact.event {
                        let worded = Worded {
                            text: setting.label,
                            rule: setting.rule.map(|rule| rule.name),
                            domain: setting.domain,
                        };
                        words.insert(fact.stream, worded);
                    }
                }
                Fact::Plan(fact) => {
                    if let plan::Event::ActionAssigned {
                        action, what, domain, ..
                    } = fact.event
                    {
                        let worded = Worded {
                            text: Some(what),
                            domain: Some(domain),
                            ..Worded::default()
                        };
                        words.insert(action.0, worded);
                    }
                }
                Fact::TeamMeeting(fact) => {
                    if let team_meeting::Event::DecisionRecorded(decision) = fact.event {
                        let worded = Worded {
                            text: Some(decision.text),
                            domain: decision.domains.first().copied(),
                            ..Worded::default()
                        };
                        words.insert(decision.decision.0, worded);
                    }
                }
                Fact::AccessPolicy(_)
                | Fact::Configuration(_)
                | Fact::Consent(_)
                | Fact::Contact(_)
                | Fact::ExceptionalAccess(_)
                | Fact::Document(_)
                | Fact::FinancialAid(_)
                | Fact::Erasure(_)
                | Fact::Appointment(_)
                | Fact::Exclusion(_)
                | Fact::Household(_)
                | Fact::Organisation(_)
                | Fact::Person(_)
                | Fact::Sharing(_)
                | Fact::SupportCase(_)
                | Fact::Workload(_) => {}
            }
        }
        Ok(words)
    }

    async fn opening_of_week<'a>(
        &self,
        worker: Worker,
        permit: &Permit,
        rows: impl Iterator<Item = &'a DatedRow> + Clone,
        words: &Words,
    ) -> Result<Opening, Fault> {
        let doers = rows.clone().filter_map(|row| match &row.doer {
            Some(Doer::Worker(worker)) => Some(*worker),
            Some(Doer::Person(_) | Doer::Service(_)) | None => None,
        });
        let workers = self.workers(&doers.collect()).await?;
        let mut subjects: BTreeSet<Subject> = rows.map(|row| row.label.subject()).collect();
        subjects.extend(
            words
                .values()
                .filter_map(|worded| worded.text.as_ref())
                .map(Private::subject),
        );
        let zone = self.clock.zone().clone();
        Opening::of_workers(&self.keyring, permit.clone(), workers, subjects, zone, worker.language).await
    }
}

/// The rows of a week, sealed.
struct Rows {
    due: Vec<DatedRow>,
    awaited: Vec<DatedRow>,
    cases: Vec<(SupportCaseId, Text)>,
    services: BTreeMap<ServiceId, String>,
}

/// How dated things become lines for one reader.
struct Lines<'a> {
    open: &'a Opening,
    words: &'a Words,
    services: &'a BTreeMap<ServiceId, String>,
}

impl Lines<'_> {
    fn lines(&self, rows: &[DatedRow]) -> Result<Vec<DueLine>, Fault> {
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            lines.extend(self.line(row)?);
        }
        Ok(lines)
    }

    /// None for what this reader may not read: not even its date is hers to know from here.
    fn line(&self, row: &DatedRow) -> Result<Option<DueLine>, Fault> {
        let worded = self.words.get(&row.item);
        let (text, domain) = worded.map_or((None, None), |worded| (worded.text.as_ref(), worded.domain));
        let what = self.open.text_of(text)?;
        let compartment = domain.map_or(Compartment::Coordination, DomainOfLife::compartment);
        if (text.is_some() && what.is_none()) || !self.open.permit().reads(compartment) {
            return Ok(None);
        }
        Ok(Some(DueLine {
            item: row.item,
            support_case: row.support_case,
            label: self.open.told(&row.label)?,
            kind: match row.what {
                What::Deadline(kind) => Some(kind),
                What::Action | What::Decision => None,
            },
            what: what.or_else(|| Some(Plain(worded?.rule.clone()?))),
            domain,
            due_on: row.due,
            legal: row.legal,
            doer: row.doer.as_ref().map(|doer| self.doer(doer)).transpose()?,
            given_on: row.given_on,
        }))
    }

    fn doer(&self, doer: &Doer) -> Result<DoerView, Fault> {
        let public = match doer {
            Doer::Service(service) => self.services.get(service),
            Doer::Worker(_) | Doer::Person(_) => None,
        };
        match public {
            Some(name) => Ok(DoerView {
                doer: doer.clone(),
                name: Plain(name.clone()),
            }),
            None => self.open.doer(doer),
        }
    }
}

fn earlier(day: Day, days: Option<u32>) -> Day {
    let span = Span::new().try_days(days.unwrap_or_default());
    let back = span.and_then(|span| day.0.checked_sub(span));
    back.map_or(day, Day)
}

fn later(day: Day, days: Option<u32>) -> Day {
    let span = Span::new().try_days(days.unwrap_or_default());
    let ahead = span.and_then(|span| day.0.checked_add(span));
    ahead.map_or(day, Day)
}
