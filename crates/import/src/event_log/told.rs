//! What a source told of a case in earlier runs. Only what it tells anew is asked of the rules: told again it changes
//! nothing, not even what those at work have changed since.

use super::case::{Work, about, grow};
use crate::Fault;
use crate::asking::{Ids, Times, added, step};
use domain::deadline::{self, Deadline};
use domain::support_case::{Event, Phase, SupportCase};
use domain::words::{Due, SupportCaseId, WorkerId};
use event_store::{Held, Recorded, Rejected};
use jiff::Timestamp;
use sealed::Compartment;
use uuid::Uuid;

/// One thing that a source may tell otherwise in each run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tellings<T> {
    /// What it told last.
    pub(super) last: Option<T>,
    /// How often it told something new.
    times: u32,
}

impl<T> Default for Tellings<T> {
    fn default() -> Self {
        Self { last: None, times: 0 }
    }
}

impl<T> Tellings<T> {
    fn tell(&mut self, what: T) {
        self.last = Some(what);
        self.times = self.times.saturating_add(1);
    }

    /// The id of the command that tells it: going back to what was told once is a telling of its own.
    pub(super) fn command(&self, ids: &Ids, role: &str, case: &str, what: &str) -> Uuid {
        if self.times == 0 {
            return ids.command(role, &[case, what]);
        }
        ids.command(role, &[case, what, &self.times.to_string()])
    }
}

/// What a source told of one case.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub(super) referents: Tellings<WorkerId>,
    pub(super) closings: Tellings<Timestamp>,
    /// Whether the last end of the case is one that the source told.
    closed_by_source: bool,
}

/// Whether an import wrote this, and not someone at work.
fn by_source<E>(fact: &Recorded<E>) -> bool {
    fact.by == WorkerId::TRAME.0 && fact.known_at.is_some()
}

impl Told {
    pub(super) fn of_case(facts: &[Recorded<Event>]) -> Self {
        let mut told = Self::default();
        for fact in facts {
            let by_source = by_source(fact);
            if matches!(fact.event, Event::Closed { .. }) {
                told.closed_by_source = by_source;
            }
            if !by_source {
                continue;
            }
            if let Event::ReferentAppointed { worker } | Event::ReferentHandedOver { to: worker, .. } = fact.event {
                told.referents.tell(worker);
            } else if let Event::Closed { .. } = fact.event {
                told.closings.tell(fact.occurred_at);
            }
        }
        told
    }

    /// Whether the case is closed because the source said so before.
    pub(super) fn stays_closed(&self, case: &SupportCase) -> bool {
        self.closed_by_source && case.phase == Phase::Closed
    }
}

fn told_deadlines(facts: &[Recorded<deadline::Event>]) -> Tellings<Due> {
    let mut told = Tellings::default();
    for fact in facts.iter().filter(|fact| by_source(fact)) {
        match &fact.event {
            deadline::Event::Set(setting) => told.tell(setting.due),
            deadline::Event::Moved { due, .. } => told.tell(*due),
            deadline::Event::Met | deadline::Event::Withdrawn { .. } | deadline::Event::Lapsed => {}
        }
    }
    told
}

impl Work {
    /// Sets the deadline of a case, or moves it when the log tells another one than last time.
    pub(super) async fn set_deadline(
        &self,
        case: &Held<SupportCase>,
        name: &str,
        at: Timestamp,
        due: Timestamp,
    ) -> Result<(), Fault> {
        let stream = self.ids.thing(case.stream(), "deadline", &[name]);
        let facts = if self.fresh {
            Vec::new()
        } else {
            self.log.facts::<deadline::Event>(stream).await?
        };
        let told = told_deadlines(&facts);
        if told.last == Some(Due::At(due)) {
            return Ok(());
        }
        let (mut held, role, wish): (Held<Deadline>, _, _) = if facts.is_empty() {
            let setting = deadline::Setting {
                support_case: SupportCaseId(case.stream()),
                kind: deadline::Kind::Imported,
                label: None,
                domain: None,
                due: Due::At(due),
                legal: false,
                rule: None,
            };
            (Held::unborn(stream), "deadline", deadline::Command::Set(setting))
        } else {
            let why = "Échéance changée dans le journal d’origine";
            let reason = about(case.stream(), Compartment::Activity, why);
            let due = Due::At(due);
            (
                self.log.hold(stream).await?,
                "deadline moved",
                deadline::Command::Move { due, reason },
            )
        };
        let command = told.command(&self.ids, role, name, &due.to_string());
        let step = step::<Deadline, _>(stream, command, WorkerId::TRAME, Times::then(at), wish)?;
        match self.log.handle_in_order(&mut held, vec![step]).await?.pop() {
            Some(Ok(answer)) => grow(&self.kept.events, added(answer)),
            // Met or withdrawn by those at work: what stands in Trame is kept.
            Some(Err(Rejected::Refused(_) | Rejected::CommandReused)) | None => {}
            Some(Err(Rejected::Taken { .. } | Rejected::Stale { .. })) => return Err(Fault::Contended),
            Some(Err(Rejected::Fault(fault))) => return Err(fault.into()),
        }
        Ok(())
    }
}
