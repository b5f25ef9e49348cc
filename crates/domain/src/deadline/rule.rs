//! What falls due by itself: rules that a territory votes, counted from the facts of a case.
//!
//! Pure: the facts of a case, the rules of the day on which each happened and today's date in, what is to be set, met or
//! let go out. Asked again it says the same, whatever of it was done in between.

use super::{ByRule, Command, Kind, Setting};
use crate::configuration::Configuration;
use crate::support_case::Support;
use crate::words::{Day, DeadlineId, DomainOfLife, Due, PublicHolidays, SupportCaseId};
use jiff::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A rule by which something falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name among the rules: deadlines are known by it, and two rules never share one.
    pub code: String,
    /// What is due, as it is shown.
    pub name: String,
    /// What kind of act it is.
    pub kind: Kind,
    /// From which fact it is counted.
    pub from: From,
    /// In which kinds of support; in all when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Support>,
    /// On which side of that fact it lies.
    pub side: Side,
    /// How far from it.
    pub delay: Delay,
    /// Where it goes when it falls on a day of rest.
    pub on_rest: OnRest,
    /// Whether it falls due again and again, each time so much later.
    #[serde(default, skip_serializing_if = "is_not")]
    pub repeats: bool,
    /// What meets it, beside somebody who says so.
    pub met_by: MetBy,
    /// Whether the law or a judge sets it.
    pub legal: bool,
    /// The law, paper or vote it comes from.
    pub source: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_not(it: &bool) -> bool {
    !*it
}

/// The facts from which deadlines are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The accompaniment began, or began again.
    Opening,
    /// It was asked for, as when an information of concern was received; the opening where nobody said when.
    Request,
    /// It ended, and a light link is kept until a day.
    Closure,
    /// A measure began.
    MeasureStart,
    /// A running measure reaches its term.
    Term,
    /// Another track was asked for.
    OrientationRequest,
    /// It was granted.
    Orientation,
}

/// Before or after its fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// So much earlier: what has to be done ahead of a term.
    Before,
    /// So much later.
    After,
}

/// A length of time of the calendar: months first, then days, then working days. The month ends where it is shorter:
/// one month after 31 January is the last of February.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// Months.
    #[serde(default, skip_serializing_if = "is_none")]
    pub months: u32,
    /// Days, whatever they are.
    #[serde(default, skip_serializing_if = "is_none")]
    pub days: u32,
    /// Days on which offices work.
    #[serde(default, skip_serializing_if = "is_none")]
    pub working_days: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_none(it: &u32) -> bool {
    *it == 0
}

/// Where a deadline goes that falls on a Saturday, a Sunday or a public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnRest {
    /// It stays where it is.
    Stays,
    /// To the next working day, as the law has it for what it sets.
    Later,
    /// To the last working day before, where a later one would be too late.
    Earlier,
}

/// What meets a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MetBy {
    /// Only somebody who says so.
    Hand,
    /// Somebody of the family was reached since the fact, or in the last days before it is due where a number is told.
    Contact {
        /// So many days before it is due at the earliest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within_days: Option<u32>,
    },
    /// Somebody of the family was met since the fact, in the same room or by video: a letter and a call are no meeting.
    Meeting,
    /// The renewal of the measure was asked for or granted.
    Renewal,
    /// The request was answered.
    Answer,
}

/// The facts of a case from which deadlines are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footing {
    /// The kind of support.
    pub support: Support,
    /// How it stands.
    pub phase: Phase,
    /// The day on which the accompaniment was asked for, when it is told; of one that began again none.
    pub requested_on: Option<Day>,
    /// The last day on which somebody of the family was reached.
    pub heard_on: Option<Day>,
    /// The last day on which somebody of the family was met.
    pub met_on: Option<Day>,
    /// What happened in it, beside its beginning and its end.
    pub facts: Vec<Happened>,
}

/// How a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Open since a day.
    Open(Day),
    /// Closed on a day, with a light link that is kept until another; none when it is over.
    Closed(Day, Option<Day>),
}

/// A fact of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Which kind of fact.
    pub what: From,
    /// The measure, or the request.
    pub item: Uuid,
    /// Its day.
    pub on: Day,
    /// Its domain of life, when it has one.
    pub domain: Option<DomainOfLife>,
    /// Whether what it asks for was done: the renewal of a term asked for, a request answered.
    pub answered: bool,
}

/// A deadline that a rule set before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub deadline: DeadlineId,
    /// What became of it.
    pub state: State,
}

/// What became of a deadline that a rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It stands.
    Stands,
    /// What it was counted from held no more.
    Lapsed,
    /// It was met, or somebody took it away: it is not set again.
    Over,
}

/// What the rules of a territory are counted with.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// Today in the territory.
    pub today: Day,
    /// What it voted: the rules in force on the day of each fact, and its public holidays.
    pub configuration: &'a Configuration,
}

/// A repeated deadline is looked for so many times at most: monthly over a life.
const MOST_TIMES: u32 = 1_200;

/// Something to be done about a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub deadline: DeadlineId,
    /// What is to be done.
    pub command: Command,
    /// The day on which it was so, where that is not today: what was met on Friday and is typed on Monday was met on Friday.
    pub on: Option<Day>,
}

/// What is to be set, met and let go in a case today. A deadline whose day is over when it is first seen is not set:
/// nobody could have kept it. What is to be done ahead of a term that is still to come is due at once.
#[must_use]
pub fn changes(case: SupportCaseId, footing: &Footing, kept: &[Kept], calendar: &Calendar<'_>) -> Vec<Change> {
    let expected: Vec<Expected<'_>> = facts(case, footing)
        .into_iter()
        .flat_map(|fact| expected(fact, footing, calendar))
        .collect();
    let mut changes = Vec::new();
    for each in &expected {
        let deadline = each.id(case);
        let state = kept
            .iter()
            .find(|kept| kept.deadline == deadline)
            .map(|kept| kept.state);
        match (state, each.met(footing, calendar.today)) {
            (Some(State::Stands), Some(on)) => changes.push(Change {
                deadline,
                command: Command::Meet,
                on: Some(on).filter(|on| *on < calendar.today),
            }),
            (None | Some(State::Lapsed), None) => {
                if let Some(due) = each.to_be_kept(calendar) {
                    changes.push(Change {
                        deadline,
                        command: Command::Set(each.setting(case, due)),
                        on: None,
                    });
                }
            }
            (None | Some(State::Stands | State::Lapsed | State::Over), _) => {}
        }
    }
    let lapsed = kept.iter().filter(|kept| kept.state == State::Stands);
    let lapsed = lapsed.filter(|kept| expected.iter().all(|each| each.id(case) != kept.deadline));
    changes.extend(lapsed.map(|kept| Change {
        deadline: kept.deadline,
        command: Command::Lapse,
        on: None,
    }));
    changes
}

/// All that something may be counted from now. A closed case expects nothing but what its watch does.
fn facts(case: SupportCaseId, footing: &Footing) -> Vec<Happened> {
    let of_case = |what, on| Happened {
        what,
        item: case.0,
        on,
        domain: None,
        answered: false,
    };
    match footing.phase {
        Phase::Open(on) => {
            let mut facts: Vec<Happened> = Vec::with_capacity(footing.facts.len().saturating_add(2));
            for fact in &footing.facts {
                // What is told twice of the same day is as it was told last.
                facts.retain(|each| (each.what, each.item, each.on) != (fact.what, fact.item, fact.on));
                facts.push(*fact);
            }
            facts.push(of_case(From::Opening, on));
            facts.push(of_case(From::Request, footing.requested_on.unwrap_or(on)));
            facts
        }
        Phase::Closed(on, Some(_)) => vec![of_case(From::Closure, on)],
        Phase::Closed(_, None) => Vec::new(),
    }
}

/// What a fact makes due.
fn expected<'a>(fact: Happened, footing: &Footing, calendar: &Calendar<'a>) -> Vec<Expected<'a>> {
    let rules = calendar.configuration.deadline_rules(fact.on).iter();
    let mine = rules.filter(|rule| rule.from == fact.what);
    let here = mine.filter(|rule| rule.supports.is_empty() || rule.supports.contains(&footing.support));
    let each = here.flat_map(|rule| {
        let days = rule.due(fact.on, calendar);
        let turns = (1_u32..).zip(days);
        turns.map(move |(turn, due)| Expected { rule, fact, turn, due })
    });
    each.filter(|each| !each.is_beyond(footing, calendar.today)).collect()
}

impl Rule {
    /// The day on which it falls due; of one that repeats all those that are over, and the next. None outside the calendar.
    fn due(&self, from: Day, calendar: &Calendar<'_>) -> Vec<Day> {
        let times = if self.repeats { MOST_TIMES } else { 1 };
        let only_weekends = PublicHolidays::default();
        let holidays = calendar.configuration.public_holidays(calendar.today);
        let holidays = holidays.unwrap_or(&only_weekends);
        let mut days = Vec::new();
        for day in (1..=times).map_while(|times| self.nth(times, from, holidays)) {
            days.push(day);
            if day >= calendar.today {
                break;
            }
        }
        days
    }

    fn nth(&self, times: u32, from: Day, holidays: &PublicHolidays) -> Option<Day> {
        let span = Span::new()
            .try_months(self.delay.months.checked_mul(times)?)
            .ok()?
            .try_days(self.delay.days.checked_mul(times)?)
            .ok()?;
        let working_days = self.delay.working_days.checked_mul(times)?;
        let day = match self.side {
            Side::After => {
                let day = Day(from.0.checked_add(span).ok()?);
                holidays.working_days_after(day, working_days)
            }
            Side::Before => {
                let day = Day(from.0.checked_sub(span).ok()?);
                holidays.working_days_before(day, working_days)
            }
        };
        Some(match self.on_rest {
            OnRest::Stays => day,
            OnRest::Later => holidays.on_or_after(day),
            OnRest::Earlier => holidays.on_or_before(day),
        })
    }

    /// Whether anything can be counted with it: it has a name, a source and a delay within a life; one that repeats looks
    /// ahead, by months or days of the calendar; what lies before its fact is ahead of a term, and only what can be renewed
    /// or answered is met by that.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let Delay {
            months,
            days,
            working_days,
        } = self.delay;
        let named = [&self.code, &self.name, &self.source];
        let met = match self.met_by {
            MetBy::Hand | MetBy::Contact { .. } | MetBy::Meeting => true,
            MetBy::Renewal => self.from == From::Term,
            MetBy::Answer => self.from == From::OrientationRequest,
        };
        named.iter().all(|text| !text.trim().is_empty())
            && months <= MOST_MONTHS
            && days <= MOST_DAYS
            && working_days <= MOST_DAYS
            && months + days + working_days > 0
            && met
            && (self.side == Side::After || self.from == From::Term)
            && (!self.repeats || (self.side == Side::After && months + days > 0 && working_days == 0))
    }
}

/// No delay is longer than a life.
const MOST_MONTHS: u32 = 1_200;
const MOST_DAYS: u32 = 3_660;

/// What a rule expects of a fact.
struct Expected<'a> {
    rule: &'a Rule,
    fact: Happened,
    /// The how manyth of one that repeats, from 1.
    turn: u32,
    due: Day,
}

impl Expected<'_> {
    /// The same for the same rule, fact and turn, whoever looks and however often, and whatever a later vote says of delays
    /// and holidays: what stands is neither let go nor set twice for it.
    fn id(&self, case: SupportCaseId) -> DeadlineId {
        let (rule, item, on, turn) = (&self.rule.code, self.fact.item, self.fact.on, self.turn);
        let name = format!("{rule}\n{item}\n{on}\n{turn}");
        DeadlineId(Uuid::new_v5(&case.0, name.as_bytes()))
    }

    /// Whether it lies behind the end of a watch.
    fn is_beyond(&self, footing: &Footing, today: Day) -> bool {
        match footing.phase {
            Phase::Open(_) => false,
            Phase::Closed(_, until) => until.is_none_or(|until| self.due > until || today > until),
        }
    }

    /// The day on which it can be kept, when that is not over: its own, or the first that is left ahead of a term.
    fn to_be_kept(&self, calendar: &Calendar<'_>) -> Option<Day> {
        if self.due >= calendar.today {
            return Some(self.due);
        }
        let holidays = calendar.configuration.public_holidays(calendar.today);
        let first_left = match self.rule.on_rest {
            OnRest::Stays => calendar.today,
            OnRest::Later | OnRest::Earlier => holidays.map_or_else(
                || PublicHolidays::default().on_or_after(calendar.today),
                |holidays| holidays.on_or_after(calendar.today),
            ),
        };
        (self.rule.side == Side::Before && first_left < self.fact.on).then_some(first_left)
    }

    /// The day on which it was met, as far as one can know.
    fn met(&self, footing: &Footing, today: Day) -> Option<Day> {
        match self.rule.met_by {
            MetBy::Hand => None,
            MetBy::Contact { within_days } => {
                let window = within_days.and_then(|days| Span::new().try_days(days).ok());
                let since = window
                    .and_then(|window| self.due.0.checked_sub(window).ok())
                    .map_or(self.fact.on, Day);
                footing.heard_on.filter(|heard| *heard >= since)
            }
            MetBy::Meeting => footing.met_on.filter(|met| *met >= self.fact.on),
            MetBy::Renewal | MetBy::Answer => self.fact.answered.then_some(today),
        }
    }

    fn setting(&self, case: SupportCaseId, due: Day) -> Setting {
        Setting {
            support_case: case,
            kind: self.rule.kind,
            label: None,
            domain: self.fact.domain,
            due: Due::On(due),
            legal: self.rule.legal,
            rule: Some(ByRule {
                code: self.rule.code.clone(),
                name: self.rule.name.clone(),
                source: self.rule.source.clone(),
            }),
        }
    }
}

#[cfg(test)]
mod spec;
