//! How the link is kept: contacts on the agreed rhythm, some missed, some written down late, a few silences.

use super::Life;
use crate::act::Wish;
use crate::book::about;
use crate::calendar::{Moment, plus, workday};
use crate::slot::Trouble;
use crate::stories::{BETWEEN, EXCUSES, Note, PRIVATE};
use domain::contact::{Command, Held, Kind, NotSeen};
use domain::support_case::{Command as CaseCommand, Intensity, Support};
use domain::words::{Day, DomainOfLife};
use sealed::Compartment;

impl Life<'_, '_> {
    /// The rhythm agreed at the start.
    pub(super) fn first_intensity(&self) -> Intensity {
        match self.slot.support {
            Support::IntensiveInsertion | Support::ConcernAssessment => Intensity::Intensive,
            Support::Generalist
            | Support::Insertion
            | Support::VoluntaryHomeSupport
            | Support::CourtOrderedHomeSupport
            | Support::ReinforcedHomeSupport
            | Support::Placement
            | Support::GlobalSupportPlan
            | Support::Unknown => Intensity::Standard,
        }
    }

    /// Writes the contacts of this life.
    pub(super) fn meet_people(&mut self) {
        let days = self.contact_days();
        let last = days.len().saturating_sub(1);
        let mut notes = self.slot.story.notes.iter();
        let between = self.chance.below(BETWEEN.len());
        let mut between = BETWEEN.iter().cycle().skip(between);
        for (place, day) in days.into_iter().enumerate() {
            let missed_lately = self.slot.trouble == Trouble::TwoMissed && place.saturating_add(1) >= last;
            if missed_lately || (place > 0 && place < last && self.chance.percent(6)) {
                self.miss(day, !missed_lately);
                continue;
            }
            // A long life goes through its story more slowly: other things are spoken of between its steps.
            let by_the_way = place > 1 && self.chance.percent(if self.pace > 150 { 45 } else { 15 });
            let told = if by_the_way { None } else { notes.next() };
            if let Some(note) = told.or_else(|| between.next()) {
                self.note(day, note);
            }
        }
    }

    fn contact_days(&mut self) -> Vec<Day> {
        let Some(first) = self.slot.first_contact_on else {
            return Vec::new();
        };
        let mut days = vec![first];
        let mut intensity = self.first_intensity();
        let mut day = first;
        let quieter_on = self.month(8);
        let today = self.book.calendar.today();
        loop {
            if intensity == Intensity::Intensive && first.days_to(day) > 50 {
                intensity = self.change_rhythm(day, Intensity::Standard);
            } else if intensity == Intensity::Standard && day > quieter_on && self.pace > 120 {
                intensity = self.change_rhythm(day, Intensity::Light);
            }
            day = workday(plus(day, self.gap(intensity)));
            if let Some(again) = self.slot.ending.again_on()
                && !self.slot.open_on(day)
                && day <= again
            {
                day = workday(plus(again, 1));
            }
            if day >= today {
                break;
            }
            if self.slot.open_on(day) {
                days.push(day);
            } else if self.slot.ending.again_on().is_none() {
                break;
            }
        }
        self.lose_the_link(days)
    }

    fn gap(&mut self, intensity: Intensity) -> i32 {
        let (least, most) = match intensity {
            Intensity::Crisis => (2, 4),
            Intensity::Intensive => (6, 8),
            Intensity::Standard => (20, 33),
            Intensity::Light => (68, 102),
            Intensity::Watch => (140, 190),
        };
        self.chance.between(least, most)
    }

    fn change_rhythm(&mut self, on: Day, intensity: Intensity) -> Intensity {
        if let Some(by) = self.slot.referent_on(on)
            && self.slot.open_on(on)
            && on < self.horizon()
        {
            let at = self.book.calendar.at(on, 16, 40);
            self.ask(by, at, CaseCommand::AgreeCadence { intensity });
        }
        intensity
    }

    fn lose_the_link(&mut self, days: Vec<Day>) -> Vec<Day> {
        let today = self.book.calendar.today();
        match self.slot.trouble {
            Trouble::None | Trouble::Overdue(_) | Trouble::TwoMissed => days,
            Trouble::Silence(length) => {
                let since = self.book.calendar.ago(length);
                let mut days: Vec<Day> = days.into_iter().filter(|day| *day < plus(since, -10)).collect();
                days.push(since);
                days
            }
            Trouble::PastSilence => {
                let life = self.slot.opened_on.days_to(today);
                let from = plus(self.slot.opened_on, life / 3);
                let until = plus(from, self.chance.between(150, 230));
                days.into_iter().filter(|day| *day <= from || *day >= until).collect()
            }
        }
    }

    fn moment(&mut self, day: Day) -> Moment {
        let hour = self.chance.pick(&[10, 11, 14, 15, 16], 10);
        let minute = self.chance.pick(&[0, 15, 30, 45], 0);
        if self.chance.percent(18) {
            let days = self.chance.between(2, 6);
            self.book.calendar.late(day, hour, minute, days)
        } else {
            self.book.calendar.at(day, hour, minute)
        }
    }

    fn note(&mut self, day: Day, note: &Note) {
        let Some(by) = self.slot.referent_on(day) else { return };
        let at = self.moment(day);
        let main = self.home.main();
        let text = self.fill(note.text);
        let words = note.words.map(|words| self.fill(words));
        let private = self.chance.percent(7).then(|| self.chance.pick(PRIVATE, "À relire."));
        let held = Held {
            support_case: self.case,
            kind: note.kind,
            with: vec![main],
            domains: self.spoken_of(note.domains),
            shared: Some(about(main.0, Compartment::Social, &text)),
            private: private.map(|text| about(main.0, Compartment::Draft, text)),
            words: words.map(|words| about(main.0, Compartment::Social, &words)),
        };
        let contact = self.book.id("contact", at);
        self.book.write(contact, by, at, Wish::Contact(Command::Note(held)));
    }

    /// The domains of a note that are told.
    fn spoken_of(&self, domains: &[DomainOfLife]) -> Vec<DomainOfLife> {
        let told = |one: &&DomainOfLife| self.slot.speaks_of(**one);
        domains.iter().filter(told).copied().collect()
    }

    fn miss(&mut self, day: Day, excused: bool) {
        let Some(by) = self.slot.referent_on(day) else { return };
        let at = self.moment(day);
        let reason = self
            .chance
            .pick(EXCUSES, "A prévenu par message, nouvelle date proposée");
        let excused = excused && self.chance.percent(80);
        let miss = Command::Miss(NotSeen {
            support_case: self.case,
            kind: self.chance.pick(&[Kind::Interview, Kind::HomeVisit], Kind::Interview),
            excused,
            reason: excused.then(|| about(self.home.main().0, Compartment::Social, reason)),
            domains: Vec::new(),
        });
        let contact = self.book.id("contact", at);
        self.book.write(contact, by, at, Wish::Contact(miss));
    }
}
