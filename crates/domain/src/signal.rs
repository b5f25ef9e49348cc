//! Signs that the link with a family loosens: facts of today, each with the evidence it rests on. No score, no ranking.
//!
//! Pure: evidence and thresholds in, signals out, with the day since when each holds.

use crate::configuration::{Cadence, SignalThresholds};
use crate::support_case::Intensity;
use crate::words::{Day, DomainOfLife, Due};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a signal tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// No contact for longer than the agreed rhythm allows.
    Silence,
    /// Appointments missed one after the other, without a word.
    MissedInARow,
    /// A letter came back, and nobody was reached since.
    LetterReturned,
    /// A number is dead, and nobody was reached since.
    NumberDead,
    /// A measure or a right ends soon, and nothing was done to renew it.
    TermWithoutRenewal,
    /// The référent changed, and the family was not met together.
    HandoverUnmet,
    /// A measure was decided and has not begun.
    MeasureUnstarted,
    /// An action is past its date.
    ActionOverdue,
    /// No word of the person or a child for long.
    NoVoice,
    /// Nothing was written for long, while a measure runs.
    Untouched,
    /// What was due is past its date.
    DeadlineMissed,
    /// After a closure nobody answered, time after time.
    CheckInsUnanswered,
}

impl Kind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::Silence,
        Self::MissedInARow,
        Self::LetterReturned,
        Self::NumberDead,
        Self::TermWithoutRenewal,
        Self::HandoverUnmet,
        Self::MeasureUnstarted,
        Self::ActionOverdue,
        Self::NoVoice,
        Self::Untouched,
        Self::DeadlineMissed,
        Self::CheckInsUnanswered,
    ];
}

/// One thing that a signal rests on, as it is bound to a setting aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The contact, measure, deadline, action or professional; none where the case itself is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Uuid>,
    /// Its day: of the last contact, of a missed appointment, of a term, of a decision.
    pub on: Day,
    /// How many thresholds have passed since that day: each further one is new evidence.
    pub step: u32,
}

/// A fact that holds today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// What it tells.
    pub kind: Kind,
    /// The first day on which it held.
    pub since: Day,
    /// What it rests on, the oldest first.
    pub evidence: Vec<Evidence>,
}

impl Signal {
    /// Whether the manager is told on a day: the référent had her time before.
    #[must_use]
    pub fn is_told_to_manager(&self, thresholds: &SignalThresholds, on: Day) -> bool {
        later(self.since, thresholds.manager_days).is_some_and(|first| first <= on)
    }
}

/// What an item of the ground is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An appointment that was missed without a word.
    Missed,
    /// A letter that came back.
    LetterReturned,
    /// A number that is dead.
    NumberDead,
    /// A term for which nothing was done: of a measure that runs, or of a right.
    Term,
    /// A change of référent after which the family was not met together.
    Handover,
    /// A measure that was decided and has not begun.
    Decided,
    /// A measure that runs.
    Running,
    /// An action that is not over.
    Action,
    /// Something due that is neither the term of a measure nor news to be taken after a closure.
    Deadline,
    /// News to be taken after a closure.
    CheckIn,
}

/// A thing with its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub what: What,
    /// Which.
    pub id: Uuid,
    /// When it was, or is due.
    pub when: Due,
    /// Its domain of life, when it has one: who may not know of that domain is told nothing of it.
    pub domain: Option<DomainOfLife>,
}

/// The few dates on which the signals of one case rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Whether it is open; else it is watched after its closure.
    pub open: bool,
    /// The first day of the present accompaniment.
    pub opened_on: Day,
    /// The rhythm agreed.
    pub intensity: Intensity,
    /// The last time that somebody of the family was reached.
    pub heard_at: Option<Timestamp>,
    /// The last time that words of the person or a child were kept.
    pub voice_at: Option<Timestamp>,
    /// The last time that a new way to reach the person became known.
    pub details_at: Option<Timestamp>,
    /// The last time that anything was written.
    pub touched_at: Timestamp,
    /// What stands.
    pub items: Vec<Item>,
    /// What was set aside.
    pub set_aside: Vec<(Kind, Evidence)>,
}

/// The thresholds and the calendar of a day.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The day.
    pub today: Day,
    /// The territory's zone.
    pub zone: &'a TimeZone,
    /// The rhythms in force, where they were adopted.
    pub cadence: Option<&'a Cadence>,
    /// The thresholds in force, where they were adopted.
    pub thresholds: Option<&'a SignalThresholds>,
}

/// How many thresholds are counted at most: more than any life has.
const MOST_STEPS: u32 = 1_000;

/// The signals of a case on a day, in the order of [`Kind::ALL`].
#[must_use]
pub fn signals(ground: &Ground, calendar: &Calendar<'_>) -> Vec<Signal> {
    let found = Looking { ground, calendar };
    Kind::ALL.into_iter().filter_map(|kind| found.signal(kind)).collect()
}

/// The days of quiet that the agreed rhythm allows; none where no rhythm was adopted.
#[must_use]
pub fn tolerated_quiet(cadence: &Cadence, intensity: Intensity) -> Option<u32> {
    let rhythm = agreed_rhythm(cadence, intensity)?;
    u32::try_from(
        u64::from(rhythm)
            .saturating_mul(cadence.silence.into())
            .checked_div(100)?,
    )
    .ok()
}

/// The days between two contacts that were agreed.
#[must_use]
pub fn agreed_rhythm(cadence: &Cadence, intensity: Intensity) -> Option<u32> {
    let found = cadence.days.iter().find(|(each, _)| *each == intensity);
    found.map(|(_, days)| *days)
}

/// A day that lies so many days later.
fn later(day: Day, days: u32) -> Option<Day> {
    let span = Span::new().try_days(days).ok()?;
    day.0.checked_add(span).ok().map(Day)
}

fn earlier(day: Day, days: u32) -> Option<Day> {
    let span = Span::new().try_days(days).ok()?;
    day.0.checked_sub(span).ok().map(Day)
}

fn months_later(day: Day, months: u32) -> Option<Day> {
    let span = Span::new().try_months(months).ok()?;
    day.0.checked_add(span).ok().map(Day)
}

/// Evidence with the day since when it is one.
#[derive(Clone, Copy)]
struct Standing {
    evidence: Evidence,
    since: Day,
}

struct Looking<'a> {
    ground: &'a Ground,
    calendar: &'a Calendar<'a>,
}

impl Looking<'_> {
    fn signal(&self, kind: Kind) -> Option<Signal> {
        // Of a case that is watched only this is asked; of an open one nothing of its last closure.
        if self.ground.open == (kind == Kind::CheckInsUnanswered) {
            return None;
        }
        let standing = match kind {
            Kind::Silence => self.silence(),
            Kind::MissedInARow => return self.missed(),
            Kind::LetterReturned => self.dead_ends(kind, What::LetterReturned),
            Kind::NumberDead => self.dead_ends(kind, What::NumberDead),
            Kind::TermWithoutRenewal => self.terms(),
            Kind::HandoverUnmet => self.handovers(),
            Kind::MeasureUnstarted => self.unstarted(),
            Kind::ActionOverdue => self.past_due(kind, What::Action),
            Kind::NoVoice => self.no_voice(),
            Kind::Untouched => self.untouched(),
            Kind::DeadlineMissed => self.past_due(kind, What::Deadline),
            Kind::CheckInsUnanswered => return self.unanswered(),
        };
        let since = standing.iter().map(|each| each.since).min()?;
        Some(Signal {
            kind,
            since,
            evidence: in_order(&standing),
        })
    }

    fn silence(&self) -> Vec<Standing> {
        let Some(allowed) = self
            .calendar
            .cadence
            .and_then(|cadence| tolerated_quiet(cadence, self.ground.intensity))
        else {
            return Vec::new();
        };
        let allowed = allowed.max(1);
        let first = |on: Day, step: u32| later(on, allowed.saturating_mul(step).saturating_add(1));
        self.of_case(Kind::Silence, self.ground.heard_at, first)
    }

    fn no_voice(&self) -> Vec<Standing> {
        let Some(thresholds) = self.calendar.thresholds else {
            return Vec::new();
        };
        let months = thresholds.voice_months.max(1);
        self.of_case(Kind::NoVoice, self.ground.voice_at, |on, step| {
            months_later(on, months.saturating_mul(step))
        })
    }

    fn untouched(&self) -> Vec<Standing> {
        let runs = self
            .items(What::Running)
            .next()
            .or_else(|| self.items(What::Decided).next());
        let (Some(_), Some(thresholds)) = (runs, self.calendar.thresholds) else {
            return Vec::new();
        };
        let days = thresholds.untouched_days.max(1);
        self.of_case(Kind::Untouched, Some(self.ground.touched_at), |on, step| {
            later(on, days.saturating_mul(step))
        })
    }

    /// Appointments missed since the last contact. Each further one tells it anew.
    fn missed(&self) -> Option<Signal> {
        self.in_a_row(Kind::MissedInARow, self.since_heard(What::Missed), Some)
    }

    /// News that nobody gave: a contact would have met what was due before it.
    fn unanswered(&self) -> Option<Signal> {
        let today = self.calendar.today;
        let over = self.items(What::CheckIn).filter(|item| self.day(item.when) < today);
        self.in_a_row(Kind::CheckInsUnanswered, over, |on| later(on, 1))
    }

    fn in_a_row<'a>(
        &self,
        kind: Kind,
        items: impl Iterator<Item = &'a Item>,
        since: impl Fn(Day) -> Option<Day>,
    ) -> Option<Signal> {
        let most = self.calendar.thresholds?.missed_in_a_row.max(1);
        let mut missed: Vec<Standing> = items.map(|item| self.once(item, &since)).collect::<Option<_>>()?;
        missed.sort_by_key(|each| each.evidence.on);
        let reached = missed.get(usize::try_from(most).ok()?.checked_sub(1)?)?.since;
        let new = missed.iter().find(|each| !self.is_set_aside(kind, &each.evidence))?;
        Some(Signal {
            kind,
            since: reached.max(new.since),
            evidence: in_order(&missed),
        })
    }

    fn dead_ends(&self, kind: Kind, what: What) -> Vec<Standing> {
        let known = self.ground.details_at;
        let since = self
            .since_heard(what)
            .filter(|item| known.is_none_or(|known| self.at(item) > known));
        since
            .filter_map(|item| self.climbing(kind, Some(item.id), self.day(item.when), one(Some)))
            .collect()
    }

    fn terms(&self) -> Vec<Standing> {
        let Some(thresholds) = self.calendar.thresholds else {
            return Vec::new();
        };
        // Told once before the term, and once more when it has passed.
        let first = |on: Day, step: u32| match step {
            1 => earlier(on, thresholds.term_days),
            2 => later(on, 1),
            _ => None,
        };
        self.of_items(Kind::TermWithoutRenewal, What::Term, first)
    }

    fn handovers(&self) -> Vec<Standing> {
        let Some(thresholds) = self.calendar.thresholds else {
            return Vec::new();
        };
        let first = one(|on| later(on, thresholds.handover_days.saturating_add(1)));
        self.of_items(Kind::HandoverUnmet, What::Handover, first)
    }

    fn unstarted(&self) -> Vec<Standing> {
        let Some(thresholds) = self.calendar.thresholds else {
            return Vec::new();
        };
        let first = |on: Day, step: u32| {
            let place = usize::try_from(step.checked_sub(1)?).ok()?;
            later(on, thresholds.unstarted_days.get(place)?.saturating_add(1))
        };
        self.of_items(Kind::MeasureUnstarted, What::Decided, first)
    }

    fn past_due(&self, kind: Kind, what: What) -> Vec<Standing> {
        self.of_items(kind, what, one(|on| later(on, 1)))
    }

    /// What rests on the last time that something happened in the case, or on its beginning.
    fn of_case(&self, kind: Kind, last: Option<Timestamp>, first: impl Fn(Day, u32) -> Option<Day>) -> Vec<Standing> {
        let last = last.map(|at| Day::of(at, self.calendar.zone));
        let on = last.map_or(self.ground.opened_on, |day| day.max(self.ground.opened_on));
        self.climbing(kind, None, on, first).into_iter().collect()
    }

    fn of_items(&self, kind: Kind, what: What, first: impl Fn(Day, u32) -> Option<Day>) -> Vec<Standing> {
        self.items(what)
            .filter_map(|item| self.climbing(kind, Some(item.id), self.day(item.when), &first))
            .collect()
    }

    /// Evidence that gains weight as thresholds pass: it stands while one has passed that was not set aside.
    fn climbing(
        &self,
        kind: Kind,
        item: Option<Uuid>,
        on: Day,
        first: impl Fn(Day, u32) -> Option<Day>,
    ) -> Option<Standing> {
        let passed = |step: &u32| first(on, *step).is_some_and(|day| day <= self.calendar.today);
        let step = (1..=MOST_STEPS).take_while(passed).last()?;
        let aside = self
            .ground
            .set_aside
            .iter()
            .filter(|(each, evidence)| *each == kind && evidence.item == item && evidence.on == on)
            .map(|(_, evidence)| evidence.step)
            .max()
            .unwrap_or(0);
        let next = aside.checked_add(1).filter(|next| *next <= step)?;
        Some(Standing {
            evidence: Evidence { item, on, step },
            since: first(on, next)?,
        })
    }

    fn once(&self, item: &Item, first: impl Fn(Day) -> Option<Day>) -> Option<Standing> {
        let on = self.day(item.when);
        Some(Standing {
            evidence: Evidence {
                item: Some(item.id),
                on,
                step: 1,
            },
            since: first(on)?,
        })
    }

    fn is_set_aside(&self, kind: Kind, evidence: &Evidence) -> bool {
        self.ground.set_aside.iter().any(|(each, aside)| {
            *each == kind && (aside.item, aside.on) == (evidence.item, evidence.on) && aside.step >= evidence.step
        })
    }

    fn items(&self, what: What) -> impl Iterator<Item = &Item> {
        self.ground.items.iter().filter(move |item| item.what == what)
    }

    /// Those that nobody of the family was reached after.
    fn since_heard(&self, what: What) -> impl Iterator<Item = &Item> {
        let heard = self.ground.heard_at;
        self.items(what)
            .filter(move |item| heard.is_none_or(|heard| self.at(item) > heard))
            .filter(move |item| self.day(item.when) >= self.ground.opened_on)
    }

    fn at(&self, item: &Item) -> Timestamp {
        item.when.until(self.calendar.zone)
    }

    fn day(&self, when: Due) -> Day {
        match when {
            Due::On(day) => day,
            Due::At(at) => Day::of(at, self.calendar.zone),
        }
    }
}

/// A threshold that passes once.
fn one(first: impl Fn(Day) -> Option<Day>) -> impl Fn(Day, u32) -> Option<Day> {
    move |on, step| (step == 1).then(|| first(on)).flatten()
}

fn in_order(standing: &[Standing]) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = standing.iter().map(|each| each.evidence).collect();
    evidence.sort_by_key(|each| (each.on, each.item));
    evidence
}

#[cfg(test)]
mod spec;
