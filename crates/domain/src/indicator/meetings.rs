//! How meetings went: held or put off, with the family or without, written up in time or not.

use super::happening::ToMeeting;
use super::ledger::Ledger;
use super::shown::Measured;
use super::window::Window;
use crate::configuration::Configuration;
use crate::team_meeting::Kind;
use crate::words::Day;
use jiff::Timestamp;

/// What of a meeting counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meeting {
    pub(super) kind: Option<Kind>,
    pub(super) held: Option<Timestamp>,
    pub(super) postponed: Vec<Timestamp>,
    pub(super) cancelled: Option<Timestamp>,
    pub(super) family: Option<Timestamp>,
    pub(super) validated: Option<Timestamp>,
}

impl Meeting {
    /// The first word of each thing holds: it opens once, and its minutes are validated once.
    pub(super) fn note(&mut self, happened: ToMeeting, at: Timestamp) {
        match happened {
            ToMeeting::Scheduled { kind } => self.kind = Some(kind),
            ToMeeting::Postponed => self.postponed.push(at),
            ToMeeting::Cancelled => self.cancelled = Some(at),
            ToMeeting::Held => {
                self.held.get_or_insert(at);
            }
            ToMeeting::FamilyCame => {
                self.family.get_or_insert(at);
            }
            ToMeeting::MinutesValidated => {
                self.validated.get_or_insert(at);
            }
        }
    }

    fn held_in(&self, window: &Window) -> Option<Timestamp> {
        let held = self.held.filter(|at| window.holds(*at))?;
        self.cancelled
            .is_none_or(|cancelled| cancelled >= window.until)
            .then_some(held)
    }
}

impl Ledger {
    pub(super) fn meetings_held(&self, window: &Window) -> Measured {
        Measured::count(self.held(window).count())
    }

    pub(super) fn meetings_postponed(&self, window: &Window) -> Measured {
        let of = |meeting: &Meeting| meeting.postponed.iter().filter(|at| window.holds(**at)).count();
        let postponed: usize = self.meetings.values().map(of).sum();
        Measured::share(postponed, postponed + self.held(window).count())
    }

    pub(super) fn family_present(&self, window: &Window) -> Measured {
        let with = |(meeting, _): &(&Meeting, Timestamp)| meeting.family.is_some_and(|at| at < window.until);
        Measured::share(self.held(window).filter(with).count(), self.held(window).count())
    }

    /// Of the meetings held, those whose minutes were validated within the days that hold for their kind; those whose days
    /// are not over yet are not counted.
    pub(super) fn minutes_in_time(&self, window: &Window, settings: &Configuration) -> Measured {
        let (mut in_time, mut counted) = (0, 0);
        for (meeting, held) in self.held(window) {
            let on = Day::of(held, &window.zone);
            let Some(rules) = meeting.kind.and_then(|kind| settings.meeting(kind, on)) else {
                continue;
            };
            let validated = meeting.validated.filter(|at| *at < window.until);
            let days = |until: Day| u32::try_from(on.days_to(until)).unwrap_or(0);
            match validated.map(|at| days(Day::of(at, &window.zone))) {
                Some(taken) => {
                    counted += 1;
                    in_time += usize::from(taken <= rules.minutes_days);
                }
                None if days(window.until_on) > rules.minutes_days => counted += 1,
                None => {}
            }
        }
        Measured::share(in_time, counted)
    }

    fn held<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = (&'a Meeting, Timestamp)> {
        self.meetings
            .values()
            .filter_map(|meeting| Some((meeting, meeting.held_in(window)?)))
    }
}
