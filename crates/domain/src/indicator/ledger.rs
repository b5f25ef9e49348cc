//! The fold of what counts: for each case its spells, for each date what became of it, for each meeting how it went.
//!
//! In the order of the log. Where a later fact speaks of the same thing, it holds.

use super::happening::{Happening, InCase, Noted, ToAction, ToDeadline, ToMeasure, ToPost};
use super::meetings::Meeting;
use crate::contact::Kind as ContactKind;
use crate::support_case::{Complexity, Intensity, Support};
use crate::words::{Day, Due, SupportCaseId, WorkerId};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// All that was known of a team at one moment of knowing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) cases: BTreeMap<SupportCaseId, Case>,
    pub(super) deadlines: BTreeMap<Uuid, Dated>,
    pub(super) actions: BTreeMap<Uuid, Action>,
    pub(super) meetings: BTreeMap<Uuid, Meeting>,
    pub(super) posts: Vec<PostSpell>,
}

/// What of a case counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Case {
    pub(super) support: Option<Support>,
    pub(super) children: u32,
    pub(super) requested_on: Option<Day>,
    pub(super) spells: Vec<Spell>,
    pub(super) referents: Vec<Answering>,
    pub(super) complexities: Vec<(Timestamp, Vec<Complexity>)>,
    pub(super) rhythms: Vec<(Timestamp, Intensity)>,
    pub(super) held: Vec<(Timestamp, ContactKind)>,
    pub(super) missed: Vec<(Timestamp, ContactKind, bool)>,
    pub(super) acts: Vec<Timestamp>,
    pub(super) measures: BTreeMap<Uuid, Measure>,
}

/// A time in which a case was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spell {
    pub(super) from_on: Day,
    pub(super) from: Timestamp,
    pub(super) until: Option<(Timestamp, Day)>,
    pub(super) watch_until: Option<Day>,
}

/// A time in which somebody answered for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answering {
    pub(super) worker: WorkerId,
    pub(super) from: Timestamp,
    pub(super) until: Option<Timestamp>,
}

/// How a measure went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) decided_on: Option<Day>,
    pub(super) started: Option<(Timestamp, Day)>,
    /// Each term it had, from when on; none where it has no term.
    pub(super) terms: Vec<(Timestamp, Option<Day>)>,
    pub(super) asked: Vec<Timestamp>,
    pub(super) ended: Option<(Timestamp, Day)>,
}

/// Something due, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) term: bool,
    /// Each date it had, from when on.
    pub(super) dates: Vec<(Timestamp, Due)>,
    pub(super) met: Option<Timestamp>,
    pub(super) withdrawn: Option<Timestamp>,
}

/// An action with its date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Action {
    pub(super) dates: Vec<(Timestamp, Day)>,
    pub(super) done: Option<(Timestamp, Option<Day>)>,
    pub(super) abandoned: Option<Timestamp>,
}

/// A time in which a professional held a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PostSpell {
    pub(super) worker: WorkerId,
    pub(super) working_time: u16,
    pub(super) from: Timestamp,
    pub(super) until: Option<Timestamp>,
}

impl Ledger {
    /// What comes of facts in the order of the log.
    #[must_use]
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Noted>) -> Self {
        let mut ledger = Self::default();
        for fact in facts {
            ledger.note(fact);
        }
        ledger
    }

    /// The same of the cases of one kind of support alone.
    pub(super) fn of_support(&self, support: Support) -> Self {
        let of_it = self.cases.iter().filter(|(_, case)| case.support == Some(support));
        Self {
            cases: of_it.map(|(id, case)| (*id, case.clone())).collect(),
            ..Self::default()
        }
    }

    fn note(&mut self, fact: &Noted) {
        let at = fact.at;
        match &fact.happening {
            Happening::Case(happened) => {
                if let Some(case) = fact.support_case {
                    self.cases.entry(case).or_default().note(happened, at);
                }
            }
            Happening::Measure(measure, happened) => {
                if let Some(case) = fact.support_case {
                    let measures = &mut self.cases.entry(case).or_default().measures;
                    measures.entry(*measure).or_default().note(*happened, at);
                }
            }
            Happening::Deadline(deadline, happened) => {
                self.deadlines.entry(*deadline).or_default().note(*happened, at);
            }
            Happening::Action(action, happened) => self.actions.entry(*action).or_default().note(*happened, at),
            Happening::Meeting(meeting, happened) => self.meetings.entry(*meeting).or_default().note(*happened, at),
            Happening::Post(worker, happened) => {
                self.left(*worker, at);
                match happened {
                    ToPost::Joined { working_time } => self.posts.push(PostSpell {
                        worker: *worker,
                        working_time: *working_time,
                        from: at,
                        until: None,
                    }),
                    ToPost::Left => {}
                }
            }
        }
    }

    fn left(&mut self, worker: WorkerId, at: Timestamp) {
        for post in &mut self.posts {
            if post.worker == worker && post.until.is_none() {
                post.until = Some(at);
            }
        }
    }
}

impl Case {
    fn note(&mut self, happened: &InCase, at: Timestamp) {
        match happened {
            InCase::Opened {
                support,
                intensity,
                children,
                on,
                requested_on,
            } => {
                self.support = Some(*support);
                self.children = u32::from(*children);
                self.requested_on = *requested_on;
                self.rhythms.push((at, *intensity));
                self.begins(at, *on);
            }
            InCase::Reopened { on } => self.begins(at, *on),
            InCase::Closed { on, watch_until } => {
                // An imported record may close a case twice: the later word holds for its last spell.
                if let Some(spell) = self.spells.last_mut() {
                    spell.until = Some((at, *on));
                    spell.watch_until = *watch_until;
                }
            }
            InCase::ReferentNamed { worker } => {
                self.nobody_answers(at);
                self.referents.push(Answering {
                    worker: *worker,
                    from: at,
                    until: None,
                });
            }
            InCase::ReferentLeft => self.nobody_answers(at),
            InCase::ComplexityReviewed { complexities } => self.complexities.push((at, complexities.clone())),
            InCase::CadenceAgreed { intensity } => self.rhythms.push((at, *intensity)),
            InCase::Held { kind } => self.held.push((at, *kind)),
            InCase::Missed { kind, excused } => self.missed.push((at, *kind, *excused)),
            InCase::Acted => self.acts.push(at),
        }
    }

    fn begins(&mut self, from: Timestamp, from_on: Day) {
        self.spells.push(Spell {
            from_on,
            from,
            until: None,
            watch_until: None,
        });
    }

    fn nobody_answers(&mut self, at: Timestamp) {
        for answering in &mut self.referents {
            answering.until.get_or_insert(at);
        }
    }

    /// The spell in which it was open at an instant: opened then or before, and not closed before it.
    pub(super) fn open_at(&self, at: Timestamp) -> Option<&Spell> {
        let open = |spell: &&Spell| spell.from <= at && spell.until.is_none_or(|(until, _)| until >= at);
        self.spells.iter().rev().find(open)
    }

    /// Who answered for it at an instant. Where late entries make two overlap, the one that was written later holds.
    pub(super) fn referent_at(&self, at: Timestamp) -> Option<WorkerId> {
        let answers = |of: &&Answering| of.from <= at && of.until.is_none_or(|until| until > at);
        self.referents.iter().rev().find(answers).map(|of| of.worker)
    }

    /// Since when nobody answers for it.
    pub(super) fn unanswered_since(&self, at: Timestamp) -> Option<Timestamp> {
        self.referents
            .iter()
            .filter(|of| of.from <= at)
            .filter_map(|of| of.until.filter(|until| *until <= at))
            .max()
    }
}

impl Measure {
    fn note(&mut self, happened: ToMeasure, at: Timestamp) {
        match happened {
            ToMeasure::Decided { on } => self.decided_on = Some(on),
            ToMeasure::Started { from, until } => {
                self.started = Some((at, from));
                self.terms.push((at, until));
            }
            ToMeasure::RenewalAsked => self.asked.push(at),
            ToMeasure::Renewed { until } => self.terms.push((at, Some(until))),
            ToMeasure::Ended { on } => self.ended = Some((at, on)),
        }
    }
}

impl Measure {
    /// The term it had at an instant, when no renewal of it was asked for by then.
    pub(super) fn unasked_term_at(&self, at: Timestamp) -> Option<Day> {
        let since = self
            .terms
            .iter()
            .map(|(from, _)| *from)
            .filter(|from| *from <= at)
            .max()?;
        let asked = self.asked.iter().any(|asked| since <= *asked && *asked < at);
        held_at(&self.terms, at).flatten().filter(|_| !asked)
    }
}

impl Dated {
    fn note(&mut self, happened: ToDeadline, at: Timestamp) {
        match happened {
            ToDeadline::Set { due, term } => {
                self.term = term;
                // A rule may set again what lapsed before.
                self.withdrawn = None;
                self.dates.push((at, due));
            }
            ToDeadline::Moved { due } => self.dates.push((at, due)),
            ToDeadline::Met => self.met = Some(at),
            ToDeadline::Withdrawn => self.withdrawn = Some(at),
        }
    }
}

impl Action {
    fn note(&mut self, happened: ToAction, at: Timestamp) {
        match happened {
            ToAction::Given { due_on } => self.dates.extend(due_on.map(|due| (at, due))),
            ToAction::Delayed { due_on } => self.dates.push((at, due_on)),
            ToAction::Done { on } => self.done = Some((at, on)),
            ToAction::Abandoned => self.abandoned = Some(at),
        }
    }
}

/// The newest word on something at an instant: of what held from then or before, what was said last.
pub(super) fn held_at<T: Clone>(said: &[(Timestamp, T)], at: Timestamp) -> Option<T> {
    let mut newest: Option<&(Timestamp, T)> = None;
    for one in said.iter().filter(|(from, _)| *from <= at) {
        if newest.is_none_or(|(from, _)| *from <= one.0) {
            newest = Some(one);
        }
    }
    newest.map(|(_, word)| word.clone())
}
