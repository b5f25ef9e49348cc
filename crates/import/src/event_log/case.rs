//! One case of a log on its way into Trame: opened, given its référent, its acts and its deadline, and closed.

use super::lanes::Kept;
use super::mapping::{ACTIVITY, CASE, CLOSED, ID};
use super::row::Act;
use super::survey::Key;
use super::told::Told;
use crate::Fault;
use crate::asking::{Ids, Times, added, reserving, saying, step};
use crate::refused::{Refused, RefusedFile, sentence};
use codec::Log;
use domain::Asked;
use domain::support_case::{self, ClosureReason, Command, Intensity, Phase, Support, SupportCase};
use domain::words::{Day, ServiceId, WorkerId};
use event_store::{Answer, Held, Rejected, Step};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sealed::{Compartment, Private, Subject};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// The name under which a case is found again.
const SCOPE: &str = "import.event_log.case";

/// What is told of a case with its first row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) at: Timestamp,
    pub(super) deadline: Option<Timestamp>,
    pub(super) referent: Option<WorkerId>,
    pub(super) service: ServiceId,
}

/// One row on its way to its lane.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) key: Key,
    pub(super) line: u64,
    pub(super) case: String,
    pub(super) ordinal: u32,
    /// The place among the acts of the case with the same id and stage.
    pub(super) repeat: u32,
    pub(super) act: Option<Act>,
    pub(super) worker: Option<WorkerId>,
    pub(super) opening: Option<Opening>,
    pub(super) closing: Option<Timestamp>,
    /// Whether no more rows of the case will come.
    pub(super) last: bool,
}

/// What lanes work with.
pub(super) struct Work {
    pub(super) log: Log,
    pub(super) ids: Ids,
    pub(super) territory: TimeZone,
    /// Whether nothing of this source was ever brought in before.
    pub(super) fresh: bool,
    /// Whether the log tells ends of cases at all.
    pub(super) tells_closed: bool,
    /// The column of each meaning.
    pub(super) columns: Vec<String>,
    pub(super) kept: Arc<Kept>,
    pub(super) refused: Arc<Mutex<RefusedFile>>,
}

/// What a step is for, to know what its outcome means.
enum For {
    Opening,
    Act {
        line: u64,
        /// The column that names the act: its own id, else its activity.
        column: usize,
    },
    Case,
}

type Steps = (Vec<For>, Vec<Step<Asked<Command>>>);
type Came = Result<Answer, Rejected<support_case::Refusal>>;

pub(super) fn grow(count: &AtomicU64, by: u64) {
    count.fetch_add(by, Ordering::Relaxed);
}

impl Work {
    /// Takes the streams of these cases in hand: those at work, those found again, and new ones.
    pub(super) async fn begin(
        &self,
        cases: &BTreeMap<Key, Vec<Piece>>,
        going: &mut HashMap<Key, Held<SupportCase>>,
    ) -> Result<Vec<Held<SupportCase>>, Fault> {
        let names: Vec<String> = cases
            .iter()
            .filter(|(key, _)| !self.fresh && !going.contains_key(*key))
            .filter_map(|(_, pieces)| pieces.first().map(|piece| self.ids.name(&piece.case)))
            .collect();
        let wanted: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut found = if wanted.is_empty() {
            Vec::new()
        } else {
            self.log.reserved_all(SCOPE, &wanted).await?
        }
        .into_iter();
        let mut begun = Vec::with_capacity(cases.len());
        for key in cases.keys() {
            begun.push(match going.remove(key) {
                Some(held) => held,
                None => match found.next().flatten() {
                    Some(stream) => self.log.hold(stream).await?,
                    None => Held::unborn(Uuid::now_v7()),
                },
            });
        }
        Ok(begun)
    }

    /// Keeps these rows of one case; answers its stream when more will come.
    pub(super) async fn keep(
        &self,
        key: Key,
        mut held: Held<SupportCase>,
        pieces: Vec<Piece>,
    ) -> Result<Option<(Key, Held<SupportCase>)>, Fault> {
        let told = self.told(&held, &pieces).await?;
        let (meant, steps) = self.steps(&held, &pieces, &told)?;
        let came = self.log.handle_in_order(&mut held, steps).await?;
        if matches!(came.first(), Some(Err(Rejected::Taken { .. }))) {
            // Another program brings the same case in at this moment.
            return Err(Fault::Contended);
        }
        for (meant, came) in meant.iter().zip(came) {
            self.count(meant, came)?;
        }
        let opening = pieces.first().and_then(|piece| piece.opening);
        if let (Some(piece), Some(opening)) = (pieces.first(), opening)
            && let Some(due) = opening.deadline
        {
            self.set_deadline(&held, &piece.case, opening.at, due).await?;
        }
        let over = pieces.last().is_some_and(|piece| piece.last);
        if let Some(piece) = pieces.last().filter(|piece| piece.last)
            && piece.closing.is_none()
            && self.tells_closed
            && told.stays_closed(held.state())
        {
            let why = "la fin importée auparavant n’est plus dans le journal : le dossier reste clos dans Trame";
            self.refuse(piece.line, CLOSED, why)?;
        }
        Ok(if over { None } else { Some((key, held)) })
    }

    /// What the source told of this case in earlier runs; asked only where it may matter.
    async fn told(&self, held: &Held<SupportCase>, pieces: &[Piece]) -> Result<Told, Fault> {
        let matters = pieces.iter().any(|piece| piece.opening.is_some() || piece.last);
        if self.fresh || !matters || held.state().phase == Phase::Unopened {
            return Ok(Told::default());
        }
        Ok(Told::of_case(&self.log.facts(held.stream()).await?))
    }

    fn steps(&self, held: &Held<SupportCase>, pieces: &[Piece], told: &Told) -> Result<Steps, Fault> {
        let stream = held.stream();
        let (mut meant, mut steps) = (Vec::new(), Vec::new());
        let mut ask = |what: For, command: Uuid, times: Times, wish: Command| -> Result<(), Fault> {
            let step = step::<SupportCase, _>(stream, command, WorkerId::TRAME, times, wish)?;
            // The wish of an act does not hold when it was done; told otherwise later, it is another content.
            let more = if let For::Act { .. } = what {
                times.occurred_at.to_string()
            } else {
                String::new()
            };
            meant.push(what);
            steps.push(if more.is_empty() { step } else { saying(step, &[&more]) });
            Ok(())
        };
        for piece in pieces {
            let case = piece.case.as_str();
            if let Some(opening) = piece.opening {
                let times = Times::then(opening.at);
                if held.state().phase == Phase::Unopened {
                    let wish = self.open(stream, case, opening);
                    ask(For::Opening, self.ids.command("open", &[case]), times, wish)?;
                }
                if let Some((worker, wish)) = appoint(held.state(), told, opening.referent) {
                    let command = told.referents.command(&self.ids, "referent", case, &worker.to_string());
                    ask(For::Case, command, times, wish)?;
                }
            }
            if let Some(act) = &piece.act {
                let wish = Command::RecordAct {
                    activity: about(stream, Compartment::Activity, &act.activity),
                    worker: piece.worker,
                };
                let (line, column) = (piece.line, if act.id.is_some() { ID } else { ACTIVITY });
                ask(
                    For::Act { line, column },
                    self.act_command(piece, act),
                    Times::then(act.at),
                    wish,
                )?;
            }
            if let Some(at) = piece.closing.filter(|at| told.closings.last != Some(*at)) {
                let wish = Command::Close {
                    on: Day::of(at, &self.territory),
                    reason: ClosureReason::Unknown,
                    watch_until: None,
                    balance: None,
                };
                let command = told.closings.command(&self.ids, "close", case, &at.to_string());
                ask(For::Case, command, Times::then(at), wish)?;
            }
        }
        if let (Some(For::Opening), Some(piece)) = (meant.first(), pieces.first())
            && !steps.is_empty()
        {
            let first = steps.remove(0);
            steps.insert(0, reserving(first, SCOPE, self.ids.name(&piece.case)));
        }
        Ok((meant, steps))
    }

    fn open(&self, stream: Uuid, case: &str, opening: Opening) -> Command {
        Command::Open(support_case::Opening {
            household: None,
            people: Vec::new(),
            service: opening.service,
            label: about(stream, Compartment::Identity, case),
            opened_on: Day::of(opening.at, &self.territory),
            support: Support::Unknown,
            intensity: Intensity::Standard,
            children: 0,
            requested_on: None,
        })
    }

    /// An act is known by its own id, its stage, and its place among those that share both; without an id, by its case
    /// and its place there. What it says is its content: told otherwise later, it is refused and not added again.
    fn act_command(&self, piece: &Piece, act: &Act) -> Uuid {
        let case = piece.case.as_str();
        match &act.id {
            Some(id) => self.ids.command(
                "act",
                &[
                    case,
                    id,
                    act.lifecycle.as_deref().unwrap_or_default(),
                    &piece.repeat.to_string(),
                ],
            ),
            None => self.ids.command("act by place", &[case, &piece.ordinal.to_string()]),
        }
    }

    fn count(&self, meant: &For, came: Came) -> Result<(), Fault> {
        let kept = &self.kept;
        if let Ok(answer) = &came {
            grow(&kept.events, added(*answer));
        }
        match (meant, came) {
            (For::Opening, Ok(answer)) => grow(&kept.cases, u64::from(!answer.repeated)),
            (For::Act { .. }, Ok(answer)) if answer.repeated => grow(&kept.skipped, 1),
            (For::Act { .. }, Ok(_)) => grow(&kept.acts, 1),
            (_, Err(Rejected::Fault(fault))) => return Err(fault.into()),
            (_, Err(Rejected::Stale { .. } | Rejected::Taken { .. })) => return Err(Fault::Contended),
            (For::Act { line, column }, Err(Rejected::CommandReused)) => {
                self.refuse(*line, *column, "cet acte a déjà été importé avec un autre contenu")?;
            }
            (For::Act { line, .. }, Err(Rejected::Refused(refusal))) => {
                let of_case = refusal == support_case::Refusal::NotOpened;
                self.refuse(*line, if of_case { CASE } else { ACTIVITY }, &sentence(&refusal))?;
            }
            // Told before, or changed since by those at work: what stands in Trame is kept.
            (For::Case, Ok(_)) | (For::Case | For::Opening, Err(Rejected::CommandReused | Rejected::Refused(_))) => {}
        }
        Ok(())
    }

    fn refuse(&self, line: u64, place: usize, reason: &str) -> Result<(), Fault> {
        let column = self.columns.get(place).map_or("", String::as_str);
        self.refused
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write(&Refused::new(line, column, reason))
    }
}

/// What names the référent the log tells, when she is not the one who stands; what the log told before and those at work
/// changed since stays as they changed it.
fn appoint(case: &SupportCase, told: &Told, wanted: Option<WorkerId>) -> Option<(WorkerId, Command)> {
    let worker = wanted.filter(|worker| told.referents.last != Some(*worker))?;
    match case.referent {
        None => Some((worker, Command::AppointReferent { worker })),
        Some(present) if present == worker => None,
        Some(_) => Some((
            worker,
            Command::HandOver {
                from: None,
                to: worker,
                reason: None,
                met_on: None,
            },
        )),
    }
}

/// A text about a case whose people are not known by name.
pub(super) fn about(case: Uuid, compartment: Compartment, text: &str) -> Private<String> {
    Private::new(Subject::SupportCase(case), compartment, text.to_owned())
}
