//! Somebody who answers for a team asks for every time that can be asked, and works out from all the answers what was hidden.

use super::{Facts, history, periods};
use crate::contact::Kind;
use crate::indicator::{Counts, Figure, Indicator, Measured, Periods, Shown, asked, shown};
use crate::spec::day;
use crate::support_case::Support;
use crate::words::Day;
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use std::collections::BTreeMap;

/// What happens to a family, in days from the first: its opening, how long it lasts, whether it comes back, when it is met,
/// and how much later its closure is written down.
#[derive(Clone, Debug)]
struct Story {
    opened: i64,
    length: Option<i64>,
    back_after: Option<i64>,
    met: Vec<i64>,
    written_after: i64,
}

fn stories() -> impl Strategy<Value = Vec<Story>> {
    let story = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>()).prop_map(|(opened, ends, met, late)| Story {
        opened: i64::from(opened % 900),
        length: (ends % 3 != 0).then_some(i64::from(ends % 401)),
        back_after: (ends % 5 == 0).then_some(i64::from(ends % 211)),
        met: (0..met % 4).map(|nth| i64::from(met / 7 % 97 * (nth + 1))).collect(),
        written_after: if late % 6 == 0 { i64::from(late % 40) } else { 0 },
    });
    proptest::collection::vec(story, 0..70)
}

fn on(days: i64) -> Day {
    Day(date(2024, 1, 1).saturating_add(days.days()))
}

fn told(stories: &[Story]) -> Facts {
    let mut facts = Facts::default();
    for (number, story) in (1_u128..).zip(stories) {
        facts = facts.opened(number, on(story.opened), Support::Generalist);
        for met in &story.met {
            facts = facts.held(number, on(story.opened + met), Kind::Interview);
        }
        let Some(length) = story.length else { continue };
        let closed = story.opened + length;
        facts = facts.closed_and_written(number, on(closed), on(closed + story.written_after));
        if let Some(back_after) = story.back_after {
            facts = facts.reopened(number, on(closed + back_after));
        }
    }
    facts
}

fn today() -> Day {
    day(11, 19)
}

/// All that can be asked: periods of several lengths, up to many days, quarters among them.
fn answers(facts: &Facts, fewest: u32) -> Vec<Figure> {
    let ends = (0..30).map(|nth| on(365 + nth * 23)).chain((0..9).map(quarter));
    ends.flat_map(|until| {
        let from = Day(until.0.saturating_sub(Span::new().months(3)));
        let periods = Periods::of(from, until, today(), &TimeZone::UTC);
        asked(&facts.0, &periods, &history(), fewest)
    })
    .collect()
}

/// The first day of a quarter, counted from October 2024.
fn quarter(nth: i64) -> Day {
    Day(date(2024, 10, 1).saturating_add(Span::new().months(3 * nth)))
}

/// What he knows of people, by figure and first day of its period, and how many cases were open on which day.
#[derive(Default)]
struct Attacker {
    of_people: BTreeMap<(Indicator, Day), Figure>,
    open: BTreeMap<Day, u32>,
}

impl Attacker {
    fn with(answers: Vec<Figure>) -> Result<Self, TestCaseError> {
        let mut attacker = Self::default();
        for figure in answers {
            if let (Indicator::OpenCaseload, Shown::Count(open)) = (figure.definition.indicator, &figure.now) {
                attacker.open.insert(figure.until_on, *open);
            }
            if figure.definition.counts != Counts::People {
                continue;
            }
            let is_hidden = matches!(figure.then, Shown::Hidden { .. });
            prop_assert!(is_hidden || figure.then == figure.now, "a difference: {figure:?}");
            prop_assert!(!is_hidden || figure.late.is_empty(), "why it differs: {figure:?}");
            let place = (figure.definition.indicator, figure.from_on);
            if let Some(before) = attacker.of_people.insert(place, figure.clone()) {
                prop_assert_eq!(before, figure, "the same time, asked twice");
            }
        }
        Ok(attacker)
    }

    fn now(&self, indicator: Indicator, from: Day) -> Option<&Shown> {
        self.of_people.get(&(indicator, from)).map(|figure| &figure.now)
    }

    /// How many cases were opened and closed in a quarter, as far as anything tells.
    fn came_and_went(&self, nth: i64) -> (Option<i64>, Option<i64>) {
        let from = quarter(nth);
        if let Some(Shown::Balance { came, went }) = self.now(Indicator::Flow, from) {
            return (Some((*came).into()), Some((*went).into()));
        }
        let ended = match self.now(Indicator::Length, from) {
            Some(Shown::Days(summary)) => Some(summary.count),
            Some(Shown::Nothing) => Some(0),
            _hidden => None,
        };
        let a_year_later = match self.now(Indicator::Returns, quarter(nth + 4)) {
            Some(Shown::Share { whole, .. }) => Some(*whole),
            Some(Shown::Nothing) => Some(0),
            _hidden => None,
        };
        let went = ended.or(a_year_later).map(i64::from);
        let at = |day: Day| self.open.get(&day).copied().map(i64::from);
        let more = at(quarter(nth + 1)).zip(at(from)).map(|(after, before)| after - before);
        (went.zip(more).map(|(went, more)| went + more), went)
    }

    /// How many cases were active and open, and how many were active and closed, as far as anything tells.
    fn active(&self, nth: i64) -> [Option<u32>; 3] {
        let (silent, open) = match self.now(Indicator::GhostRate, quarter(nth)) {
            Some(Shown::Share { part, whole, .. }) => (Some(*part), Some(whole - part)),
            Some(Shown::Nothing) => (Some(0), Some(0)),
            _hidden => (None, None),
        };
        let active = match self.now(Indicator::ActiveCaseload, quarter(nth)) {
            Some(Shown::Count(active)) => Some(*active),
            _hidden => None,
        };
        // Of those that are without an act he knows at least how many there may be: all that are open.
        let closed = active.zip(open).map(|(active, open)| active - open);
        [silent, open, closed]
    }
}

/// Territories, each asked on many days: periods do not overlap, no difference tells of a few families, and
/// nothing that adds up gives a hidden figure away.
#[test]
fn whoever_asks_for_every_time_learns_of_no_few_families() {
    let config = Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&(stories(), 2_u32..=11), |(stories, fewest)| {
        let attacker = Attacker::with(answers(&told(&stories), fewest))?;
        let mut ends: BTreeMap<Indicator, Day> = BTreeMap::new();
        for ((indicator, from), figure) in &attacker.of_people {
            let before = ends.insert(*indicator, figure.until_on);
            prop_assert!(before.is_none_or(|before| before <= *from), "{indicator:?} overlaps");
        }
        let few = |figure: i64| 0 < figure && figure < i64::from(fewest);
        for nth in 0..8 {
            let (came, went) = attacker.came_and_went(nth);
            prop_assert!(
                !came.is_some_and(few) && !went.is_some_and(few),
                "{nth}: {came:?}, {went:?}"
            );
            let told = attacker.active(nth).into_iter().flatten();
            prop_assert!(!told.map(i64::from).any(few), "{nth}: {:?}", attacker.active(nth));
            let ghosts = attacker.now(Indicator::GhostRate, quarter(nth));
            let active = attacker.now(Indicator::ActiveCaseload, quarter(nth));
            let both_or_less =
                !matches!(ghosts, Some(Shown::Hidden { .. })) || !matches!(active, Some(Shown::Count(_)));
            prop_assert!(both_or_less, "{nth}: active ones bound those without an act");
        }
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn a_day_more_or_less_tells_of_nobody() {
    let mut facts = Facts::default();
    for number in 1..=6 {
        facts = facts.opened(number, day(8, 3), Support::Generalist);
    }
    let facts = facts.opened(7, day(10, 1), Support::Generalist);
    let flow = |until: Day| {
        let periods = Periods::of(day(7, 1), until, today(), &TimeZone::UTC);
        let figures = asked(&facts.0, &periods, &history(), 5);
        let flow = figures.iter().find(|of| of.definition.indicator == Indicator::Flow);
        flow.map(|of| (of.from_on, of.until_on, of.now.clone())).unwrap()
    };
    let told = Shown::Balance { came: 6, went: 0 };
    assert_eq!(flow(day(10, 1)), (day(7, 1), day(10, 1), told.clone()));
    assert_eq!(flow(day(10, 2)), (day(7, 1), day(10, 1), told));
    // What is not over yet grows day by day, and is not told.
    let next_year = Day(date(2027, 1, 15));
    assert_eq!(flow(next_year).1, day(10, 1));
}

#[test]
fn what_closed_is_told_nowhere_where_what_opened_is_hidden() {
    let mut facts = Facts::default();
    for number in 1..=6 {
        facts = facts
            .opened(number, day(3, 2), Support::Generalist)
            .closed(number, day(8, 3));
    }
    let facts = facts.opened(7, day(9, 1), Support::Generalist);
    let figures = asked(&facts.0, &periods(), &history(), 5);
    let now = |indicator| {
        let found = figures.iter().find(|of| of.definition.indicator == indicator);
        found.map(|of| of.now.clone()).unwrap()
    };
    let hidden = Shown::Hidden { fewer_than: 5 };
    // Six were open, one is: whoever reads that six closed reads that one opened.
    assert_eq!(now(Indicator::OpenCaseload), Shown::Count(1));
    assert_eq!(
        (now(Indicator::Flow), now(Indicator::Length)),
        (hidden.clone(), hidden.clone())
    );
    let later = Periods::of(
        Day(date(2027, 7, 1)),
        Day(date(2027, 10, 1)),
        Day(date(2027, 11, 1)),
        &TimeZone::UTC,
    );
    let figures = asked(&facts.0, &later, &history(), 5);
    let back = figures.iter().find(|of| of.definition.indicator == Indicator::Returns);
    assert_eq!(back.map(|of| of.now.clone()), Some(hidden), "a year later neither");
}

#[test]
fn a_ratio_of_one_who_left_is_hidden_and_so_is_that_of_one_who_stayed() {
    let definition = Indicator::Turnover.definition();
    let seen = |touched: u32| {
        let turnover = Measured::Per {
            part: u64::from(touched) * 2,
            whole: 20,
            behind: 10,
            touched,
        };
        shown(&definition, &turnover, 5)
    };
    let hidden = Shown::Hidden { fewer_than: 5 };
    assert_eq!((seen(1), seen(9)), (hidden.clone(), hidden));
    assert_eq!(
        (seen(0), seen(5)),
        (Shown::Per { hundredths: 0 }, Shown::Per { hundredths: 50 })
    );
}
