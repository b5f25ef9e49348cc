//! Each figure as a question to the ledger. What a sentence of the definition says is here one function.

use super::ledger::{Action, Case, Dated, Ledger, Measure, Spell, held_at};
use super::shown::Measured;
use super::{Indicator, Window};
use crate::configuration::{Configuration, Topic};
use crate::contact::Kind;
use crate::words::{Day, Due};
use jiff::{Span, Timestamp};

/// What a figure comes to over a time, with the settings that were in force when it ended.
#[must_use]
pub fn measured(indicator: Indicator, ledger: &Ledger, window: &Window, settings: &Configuration) -> Measured {
    match indicator {
        Indicator::OpenCaseload => Measured::count(ledger.open(window.until).count()),
        Indicator::ActiveCaseload => Measured::count(ledger.cases.values().filter(|case| active(case, window)).count()),
        Indicator::GhostRate => {
            let silent = ledger.open(window.until).filter(|(case, _)| !active(case, window));
            Measured::share(silent.count(), ledger.open(window.until).count())
        }
        Indicator::LoadPerFullTime => ledger.per_full_time(window.until),
        Indicator::WeightedLoad => ledger.weighted(window, settings),
        Indicator::FirstAppointment => {
            let target = settings.figure(Topic::FirstAppointment, window.until_on);
            let waits = ledger.cases.values().filter_map(|case| first_wait(case, window));
            Measured::days(waits.collect(), target)
        }
        Indicator::StartOfMeasures => Measured::days(ledger.starts(window), None),
        Indicator::UnstartedMeasures => Measured::days(ledger.unstarted(window), None),
        Indicator::Unassigned => {
            let target = settings.figure(Topic::Waiting, window.until_on);
            Measured::days(ledger.unassigned(window), target)
        }
        Indicator::OverdueDeadlines => {
            let late = |due: &&Dated| due.stands_at(window.until).is_some_and(|date| is_past(date, window));
            Measured::count(ledger.deadlines.values().filter(late).count())
        }
        Indicator::OverdueRate => ledger.overdue_rate(window),
        Indicator::RenewalsAtRisk => ledger.renewals_at_risk(window, settings),
        Indicator::ContactIntensity => ledger.contact_intensity(window, settings),
        Indicator::NoShow => ledger.no_show(window),
        Indicator::Flow => ledger.flow(window),
        Indicator::Length => Measured::days(ledger.lengths(window), None),
        Indicator::Returns => ledger.returns(window),
        Indicator::ReferentChanges => ledger.referent_changes(window),
        Indicator::Turnover => ledger.turnover(window),
        Indicator::MeetingsHeld => ledger.meetings_held(window),
        Indicator::MeetingsPostponed => ledger.meetings_postponed(window),
        Indicator::FamilyPresent => ledger.family_present(window),
        Indicator::MinutesInTime => ledger.minutes_in_time(window, settings),
        Indicator::ActionsInTime => ledger.actions_in_time(window),
    }
}

/// Whether anything was done in a case over a time: a contact that was held, or an act of another record.
fn active(case: &Case, window: &Window) -> bool {
    case.held.iter().any(|(at, _)| window.holds(*at)) || case.acts.iter().any(|at| window.holds(*at))
}

/// The days from the request, else from the opening, to the first time the person herself was reached.
fn first_wait(case: &Case, window: &Window) -> Option<u32> {
    let reached = case.held.iter().filter(|(_, kind)| kind.reaches_the_person());
    let met = reached.map(|(at, _)| *at).min().filter(|at| window.holds(*at))?;
    let asked = case.requested_on.or_else(|| Some(case.spells.first()?.from_on))?;
    Some(days(asked, Day::of(met, &window.zone)))
}

/// A first contact before the day of the request is no wait.
fn days(from: Day, until: Day) -> u32 {
    u32::try_from(from.days_to(until)).unwrap_or(0)
}

/// What was due on a day is late when that day is over.
fn is_past(due: Due, window: &Window) -> bool {
    match due {
        Due::On(day) => day < window.until_on,
        Due::At(at) => at < window.until,
    }
}

/// Whether one comes to it: what is only called, written or heard of cannot be missed.
fn is_appointment(kind: Kind) -> bool {
    match kind {
        Kind::Interview | Kind::HomeVisit | Kind::Video | Kind::Outside => true,
        Kind::Call | Kind::Message | Kind::DropIn | Kind::ThirdParty => false,
    }
}

impl Ledger {
    pub(super) fn open(&self, at: Timestamp) -> impl Iterator<Item = (&Case, &Spell)> {
        self.cases
            .values()
            .filter_map(move |case| Some((case, case.open_at(at)?)))
    }

    /// How many cases were active over a time and are not open when it ends.
    pub(super) fn active_and_closed(&self, window: &Window) -> u32 {
        let closed = |case: &&Case| active(case, window) && case.open_at(window.until).is_none();
        u32::try_from(self.cases.values().filter(closed).count()).unwrap_or(u32::MAX)
    }

    fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.cases.values().flat_map(|case| case.measures.values())
    }

    fn starts(&self, window: &Window) -> Vec<u32> {
        let wait = |measure: &Measure| {
            let (_, began) = measure.started.filter(|(_, on)| window.holds_day(*on))?;
            Some(days(measure.decided_on?, began))
        };
        self.measures().filter_map(wait).collect()
    }

    fn unstarted(&self, window: &Window) -> Vec<u32> {
        let before = |day: Option<(Timestamp, Day)>| day.is_some_and(|(_, on)| on < window.until_on);
        let wait = |measure: &Measure| {
            let decided = measure.decided_on.filter(|on| *on < window.until_on)?;
            let waits = !before(measure.started) && !before(measure.ended);
            waits.then(|| days(decided, window.until_on))
        };
        self.measures().filter_map(wait).collect()
    }

    fn unassigned(&self, window: &Window) -> Vec<u32> {
        let waits = |(case, spell): (&Case, &Spell)| {
            if case.referent_at(window.until).is_some() {
                return None;
            }
            let left = case.unanswered_since(window.until);
            let since = left.map_or(spell.from_on, |left| Day::of(left, &window.zone).max(spell.from_on));
            Some(days(since, window.until_on))
        };
        self.open(window.until).filter_map(waits).collect()
    }

    /// Of what was due in the period, what was not met when it ended.
    fn overdue_rate(&self, window: &Window) -> Measured {
        let (mut late, mut due) = (0, 0);
        for deadline in self.deadlines.values() {
            let Some(date) = held_at(&deadline.dates, window.until) else {
                continue;
            };
            let withdrawn = deadline.withdrawn.is_some_and(|at| at < window.until);
            if withdrawn || !is_past(date, window) || is_past(date, &before(window)) {
                continue;
            }
            due += 1;
            late += usize::from(deadline.stands_at(window.until).is_some());
        }
        Measured::share(late, due)
    }

    /// Measures and rights that end within the days in force, for which no renewal was asked.
    fn renewals_at_risk(&self, window: &Window, settings: &Configuration) -> Measured {
        let Some(thresholds) = settings.signals(window.until_on) else {
            return Measured::Unset;
        };
        let last = Span::new().days(i64::from(thresholds.term_days));
        let last = Day(window.until_on.0.saturating_add(last));
        let near = |day: Day| window.until_on <= day && day <= last;
        let measures = self.measures().filter(|measure| {
            let ended = measure.ended.is_some_and(|(at, _)| at < window.until);
            !ended && measure.unasked_term_at(window.until).is_some_and(near)
        });
        let terms = self.deadlines.values().filter(|deadline| {
            let date = deadline.stands_at(window.until).map(|due| match due {
                Due::On(day) => day,
                Due::At(at) => Day::of(at, &window.zone),
            });
            deadline.term && date.is_some_and(near)
        });
        Measured::count(measures.count() + terms.count())
    }

    /// Contacts that reached the person, for those that the agreed rhythms asked for while the case was open.
    fn contact_intensity(&self, window: &Window, settings: &Configuration) -> Measured {
        let Some(cadence) = settings.cadence(window.until_on) else {
            return Measured::Unset;
        };
        let (mut held, mut agreed, mut behind) = (0_u64, 0_u64, 0_u32);
        let starts = window.days();
        for case in self.cases.values() {
            let each = |at: Timestamp| {
                case.open_at(at)?;
                let rhythm = held_at(&case.rhythms, at)?;
                let (_, days) = cadence.days.iter().find(|(named, _)| *named == rhythm)?;
                (*days > 0).then(|| 1_000_000 / u64::from(*days))
            };
            let asked: u64 = starts.iter().copied().filter_map(each).sum();
            if asked == 0 {
                continue;
            }
            behind = behind.saturating_add(1);
            agreed = agreed.saturating_add(asked);
            let reached = case
                .held
                .iter()
                .filter(|(at, kind)| window.holds(*at) && kind.reaches_the_person());
            held = held.saturating_add(u64::try_from(reached.count()).unwrap_or(u64::MAX));
        }
        Measured::Per {
            part: held.saturating_mul(1_000_000),
            whole: agreed,
            behind,
            touched: 0,
        }
    }

    /// What was let known beforehand is no missed appointment, and none that was held.
    fn no_show(&self, window: &Window) -> Measured {
        let held = |case: &Case| {
            let came = case.held.iter();
            came.filter(|(at, kind)| window.holds(*at) && is_appointment(*kind))
                .count()
        };
        let missed = |case: &Case| {
            let not = case.missed.iter();
            not.filter(|(at, kind, excused)| window.holds(*at) && !excused && is_appointment(*kind))
                .count()
        };
        let (held, missed) = self
            .cases
            .values()
            .fold((0, 0), |(came, not), case| (came + held(case), not + missed(case)));
        Measured::share(missed, held + missed)
    }

    fn spells(&self) -> impl Iterator<Item = &Spell> {
        self.cases.values().flat_map(|case| &case.spells)
    }

    fn flow(&self, window: &Window) -> Measured {
        let came = self.spells().filter(|spell| window.holds(spell.from)).count();
        let went = |spell: &&Spell| spell.until.is_some_and(|(at, _)| window.holds(at));
        Measured::Balance {
            came: u32::try_from(came).unwrap_or(u32::MAX),
            went: u32::try_from(self.spells().filter(went).count()).unwrap_or(u32::MAX),
        }
    }

    fn lengths(&self, window: &Window) -> Vec<u32> {
        let ended = |spell: &Spell| spell.until.filter(|(at, _)| window.holds(*at));
        self.spells()
            .filter_map(|spell| ended(spell).map(|(_, on)| days(spell.from_on, on)))
            .collect()
    }

    /// Of the cases closed a year before the period, those that began again within twelve months.
    fn returns(&self, window: &Window) -> Measured {
        let earlier = window.months_before(12);
        let (mut back, mut closed) = (0, 0);
        for case in self.cases.values() {
            for (place, spell) in case.spells.iter().enumerate() {
                let Some((_, on)) = spell.until.filter(|(at, _)| earlier.holds(*at)) else {
                    continue;
                };
                closed += 1;
                let last = Day(on.0.saturating_add(Span::new().months(12)));
                let again = case.spells.get(place + 1).map(|next| next.from_on);
                back += usize::from(again.is_some_and(|again| again < last.min(window.until_on)));
            }
        }
        Measured::share(back, closed)
    }

    /// Another référent than the one before, counted for each child, for each year that a child was followed.
    fn referent_changes(&self, window: &Window) -> Measured {
        let starts = window.days();
        let (mut changes, mut child_days, mut children, mut changed) = (0_u64, 0_u64, 0_u32, 0_u32);
        for case in self.cases.values().filter(|case| case.children > 0) {
            let followed = starts.iter().filter(|at| case.open_at(**at).is_some()).count();
            if followed == 0 {
                continue;
            }
            let pairs = case.referents.iter().zip(case.referents.iter().skip(1));
            let other = pairs.filter(|(before, next)| before.worker != next.worker && window.holds(next.from));
            let of_children = |count: usize| {
                u64::try_from(count)
                    .unwrap_or(u64::MAX)
                    .saturating_mul(case.children.into())
            };
            let others = other.count();
            changes = changes.saturating_add(of_children(others));
            child_days = child_days.saturating_add(of_children(followed));
            children = children.saturating_add(case.children);
            if others > 0 {
                changed = changed.saturating_add(case.children);
            }
        }
        Measured::Per {
            part: changes.saturating_mul(365),
            whole: child_days,
            behind: children,
            touched: changed,
        }
    }

    /// Of the actions and decisions due in the period, those done on their day or before.
    fn actions_in_time(&self, window: &Window) -> Measured {
        let due = |action: &&Action| {
            let given_up = action.abandoned.is_some_and(|at| at < window.until);
            !given_up && held_at(&action.dates, window.until).is_some_and(|due| window.holds_day(due))
        };
        let in_time = |action: &&Action| {
            let (Some((at, on)), Some(due)) = (action.done, held_at(&action.dates, window.until)) else {
                return false;
            };
            at < window.until && on.unwrap_or_else(|| Day::of(at, &window.zone)) <= due
        };
        let done = self.actions.values().filter(due).filter(in_time).count();
        Measured::share(done, self.actions.values().filter(due).count())
    }
}

impl Dated {
    /// Its date, when it stands at an instant: set, and neither met nor withdrawn.
    fn stands_at(&self, at: Timestamp) -> Option<Due> {
        let over = |ending: Option<Timestamp>| ending.is_some_and(|ending| ending < at);
        if over(self.met) || over(self.withdrawn) {
            return None;
        }
        held_at(&self.dates, at)
    }
}

/// The time before a period, as if it ended where the period begins.
fn before(window: &Window) -> Window {
    Window::of(window.from_on, window.from_on, &window.zone)
}
