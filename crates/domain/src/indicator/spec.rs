//! One worked example for each figure: these facts, then this figure. The user guide tells the same ones.

mod attacked;
mod cases;
mod dates;
mod knowing;
mod meetings;

use super::{
    Indicator, Ledger, Measured, Noted, Periods, Window, measured, of_case, of_contact, of_deadline, of_decision,
    of_meeting, of_plan, of_post,
};
use crate::configuration::{Adoption, Configuration, History, first_settings};
use crate::contact::{self, Held, Kind};
use crate::spec::{NOUR, day, id, text};
use crate::support_case::{ClosureReason, Event as InCase, Intensity, Opening, Support};
use crate::words::{Day, SupportCaseId, WorkerId};
use crate::{deadline, organisation, plan, team_meeting};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Ten in the morning of a day.
fn at(on: Day) -> Timestamp {
    let start = on.start(&TimeZone::UTC);
    start.checked_add(SignedDuration::from_hours(10)).unwrap()
}

/// The third quarter of 2026: July, August and September.
fn quarter() -> Window {
    Window::of(day(7, 1), day(10, 1), &TimeZone::UTC)
}

/// The same, asked when it is over.
fn periods() -> Periods {
    Periods::of(day(7, 1), day(10, 1), day(11, 19), &TimeZone::UTC)
}

/// What a new territory starts with. It was written down long after the quarter, and held before nonetheless.
fn first_adoptions() -> Vec<Adoption> {
    let adopted = |(setting, in_force_on, source): (_, _, &str)| Adoption {
        setting,
        in_force_on,
        source: source.to_owned(),
        known_at: at(day(11, 19)),
    };
    first_settings().into_iter().map(adopted).collect()
}

fn history() -> History {
    History::of(first_adoptions())
}

fn settings() -> Configuration {
    history().now()
}

/// Facts as they come, each known when it happened.
#[derive(Clone, Default)]
struct Facts(Vec<Noted>);

impl Facts {
    fn add(mut self, support_case: Option<u128>, on: Day, happening: Option<super::Happening>) -> Self {
        self.0.extend(happening.map(|happening| Noted {
            support_case: support_case.map(|number| SupportCaseId(Uuid::from_u128(number))),
            at: happening.was_at(at(on), &TimeZone::UTC),
            happening,
            known_at: at(on),
        }));
        self
    }

    fn case(self, number: u128, on: Day, event: &InCase) -> Self {
        self.add(Some(number), on, of_case(event))
    }

    /// A case of one child, opened that day with the standard rhythm, and its référent.
    fn opened(self, number: u128, on: Day, support: Support) -> Self {
        let opening = Opening {
            household: None,
            people: Vec::new(),
            service: id(1),
            label: text("Famille B."),
            opened_on: on,
            support,
            intensity: Intensity::Standard,
            children: 1,
            requested_on: None,
        };
        self.case(number, on, &InCase::Opened(opening))
    }

    fn followed(self, number: u128, on: Day, worker: WorkerId) -> Self {
        self.case(number, on, &InCase::ReferentAppointed { worker })
    }

    fn closed(self, number: u128, on: Day) -> Self {
        self.closed_and_written(number, on, on)
    }

    fn closed_and_written(self, number: u128, on: Day, written: Day) -> Self {
        let closed = InCase::Closed {
            on,
            reason: ClosureReason::GoalsReached,
            watch_until: None,
            balance: None,
        };
        self.case(number, written, &closed)
    }

    fn reopened(self, number: u128, on: Day) -> Self {
        self.case(number, on, &InCase::Reopened { on, trigger: None })
    }

    fn held(self, number: u128, on: Day, kind: Kind) -> Self {
        let noted = contact::Event::Noted {
            by: NOUR,
            held: Held {
                support_case: SupportCaseId(Uuid::from_u128(number)),
                kind,
                with: Vec::new(),
                domains: Vec::new(),
                shared: None,
                private: None,
                words: None,
            },
            appointment: None,
        };
        self.contact(on, &noted)
    }

    fn missed(self, number: u128, on: Day, excused: bool) -> Self {
        let missed = contact::Event::Missed {
            by: NOUR,
            support_case: SupportCaseId(Uuid::from_u128(number)),
            kind: Kind::Interview,
            excused,
            reason: None,
            domains: Vec::new(),
            appointment: None,
        };
        self.contact(on, &missed)
    }

    fn contact(self, on: Day, event: &contact::Event) -> Self {
        let (case, happening) = of_contact(event).unzip();
        self.add(case.map(|case| case.0.as_u128()), on, happening)
    }

    fn deadline(self, number: u128, on: Day, event: &deadline::Event) -> Self {
        self.add(Some(1), on, Some(of_deadline(Uuid::from_u128(number), event)))
    }

    fn plan(self, on: Day, event: &plan::Event) -> Self {
        self.add(Some(1), on, of_plan(event))
    }

    fn meeting(self, number: u128, on: Day, event: &team_meeting::Event) -> Self {
        let decided = of_decision(event).map(|(_, happening)| happening);
        self.add(None, on, of_meeting(Uuid::from_u128(number), event))
            .add(Some(1), on, decided)
    }

    fn post(self, on: Day, event: &organisation::Event) -> Self {
        self.add(None, on, of_post(event))
    }

    fn joined(self, on: Day, worker: WorkerId, working_time: u16) -> Self {
        let post = organisation::Post {
            worker,
            name: text("Nour Haddad"),
            identifier: text("nour"),
            service: id(1),
            team: None,
            profession: crate::words::Profession::SocialWorker,
            role: crate::words::Role::Worker,
            bound_by_secrecy: true,
            working_time,
        };
        self.post(on, &organisation::Event::WorkerJoined { post })
    }

    /// The newest fact was written down only that day.
    fn known(mut self, on: Day) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.known_at = at(on);
        }
        self
    }

    fn comes_to(&self, indicator: Indicator) -> Measured {
        measured(indicator, &Ledger::of(&self.0), &quarter(), &settings())
    }
}

fn share(part: u32, whole: u32) -> Measured {
    Measured::Share { part, whole }
}

fn days(days: &[u32], target: Option<u32>) -> Measured {
    Measured::Days {
        days: days.to_vec(),
        target,
    }
}

#[test]
fn every_figure_is_defined_once_and_made_from_something() {
    for indicator in Indicator::ALL {
        let definition = indicator.definition();
        assert_eq!(definition.indicator, indicator);
        assert!(!definition.inputs.is_empty(), "{indicator:?}");
    }
    let all: std::collections::BTreeSet<_> = Indicator::ALL.into_iter().collect();
    assert_eq!(all.len(), Indicator::ALL.len());
}
