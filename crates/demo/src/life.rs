//! Tells one life: takes a story and a slot, and writes the acts of a case from its opening to today or its end.

mod agreed;
mod links;
mod meeting;
mod standing;

use crate::act::Wish;
use crate::book::{Book, about, shared};
use crate::calendar::{Moment, plus, workday};
use crate::chance::Chance;
use crate::homes::{Home, Inhabitant};
use crate::slot::Slot;
use crate::stories::{By, HANDOVERS, TRIGGERS};
use crate::territory::worker;
use crate::typography::euros;
use domain::person::Civility;
use domain::support_case::{Command, Opening};
use domain::words::{Day, Doer, PlanId, SupportCaseId, WorkerId};
use sealed::Compartment;

/// A life being told.
pub(crate) struct Life<'a, 'b> {
    pub(crate) book: &'a mut Book<'b>,
    pub(crate) chance: Chance,
    pub(crate) slot: &'a Slot,
    pub(crate) home: Home,
    pub(crate) case: SupportCaseId,
    pub(crate) plan: PlanId,
    /// How much slower than the story this life goes, in hundredths.
    pace: i32,
    sum: i32,
}

/// The case of a life, for those who speak of it elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) case: SupportCaseId,
    pub(crate) person: domain::words::PersonId,
}

impl<'a, 'b> Life<'a, 'b> {
    /// Tells it all.
    pub(crate) fn tell(book: &'a mut Book<'b>, mut chance: Chance, slot: &'a Slot) -> Told {
        let at = book.calendar.at(slot.opened_on, 9, 10);
        let home = Home::invent(book, &mut chance, slot, at);
        let case = SupportCaseId(book.id("case", at));
        let plan = PlanId(book.id("plan", at));
        let days = slot.opened_on.days_to(book.calendar.today());
        let sum = chance.between(12, 98).saturating_mul(15);
        let mut life = Self {
            book,
            chance,
            slot,
            home,
            case,
            plan,
            pace: (days / 6).clamp(100, 320),
            sum,
        };
        life.open();
        life.assess();
        life.agree();
        life.meet_people();
        if slot.meets {
            life.hold_meeting();
        }
        life.end();
        Told {
            case,
            person: life.home.main(),
        }
    }

    fn open(&mut self) {
        let at = self.book.calendar.at(self.slot.opened_on, 9, 10);
        let by = self
            .slot
            .referent_on(self.slot.opened_on)
            .unwrap_or_else(|| worker("sylvie.blanchet"));
        self.home.register(self.book, by, at);
        let mut pair = || self.chance.below(100);
        let number = format!("06 99 {:02} {:02} {:02}", pair(), pair(), pair());
        self.home.reach(self.book, by, at, &number);
        let opening = Opening {
            household: Some(self.home.household),
            people: self.home.people.iter().map(|one| one.person).collect(),
            service: self.slot.service.id(),
            label: shared(self.case.0, Compartment::Identity, &self.home.label),
            opened_on: self.slot.opened_on,
            support: self.slot.support,
            intensity: self.first_intensity(),
            children: self.slot.children,
            requested_on: self.slot.requested_on,
        };
        self.ask(by, at, Command::Open(opening));
        self.name_referents();
        self.review_complexity();
    }

    fn name_referents(&mut self) {
        let mut present: Option<WorkerId> = None;
        for (referent, from) in self.slot.referents.clone() {
            let mut on = from.max(self.slot.opened_on);
            // Nobody takes over what is closed: the next référent starts when it begins again.
            if let Some(again) = self.slot.ending.again_on()
                && !self.slot.open_on(on)
            {
                on = plus(again, 1);
            }
            let at = self.book.calendar.at(on, 9, 30);
            match (present, referent) {
                (None, Some(worker)) => self.ask(worker, at, Command::AppointReferent { worker }),
                (Some(before), Some(to)) => {
                    let reason = self.chance.pick(HANDOVERS, "Nouveau découpage des secteurs");
                    let hand_over = Command::HandOver {
                        from: None,
                        to,
                        reason: Some(about(self.home.main().0, Compartment::Coordination, reason)),
                        met_on: self.chance.percent(60).then_some(on),
                    };
                    self.ask(before, at, hand_over);
                }
                (Some(before), None) => self.ask(before, at, Command::StandDown),
                (None, None) => {}
            }
            present = referent;
        }
    }

    fn review_complexity(&mut self) {
        if self.slot.complexities.is_empty() {
            return;
        }
        let days = self.book.calendar.since(self.slot.opened_on);
        // What makes a case heavier came up within the year, as it does.
        let ago = self.chance.between(120, 400).min(days.saturating_sub(1)).max(1);
        let mut on = workday(self.book.calendar.ago(ago)).min(self.book.calendar.ago(1));
        if let Some(again) = self.slot.ending.again_on() {
            on = on.max(workday(plus(again, 2)));
        }
        let Some(by) = self.slot.referent_on(on) else { return };
        if self.slot.open_on(on) {
            let complexities = self.slot.complexities.to_vec();
            let at = self.book.calendar.at(on, 11, 15);
            self.ask(by, at, Command::ReviewComplexity { complexities });
        }
    }

    fn end(&mut self) {
        let Some((on, watch)) = self.slot.ending.closed_on() else {
            return;
        };
        let Some(by) = self.slot.referent_on(on) else { return };
        let person = self.home.main().0;
        let balance = self.fill(self.slot.story.balance);
        let close = Command::Close {
            on,
            reason: self.slot.story.closing,
            watch_until: watch.map(|months| crate::calendar::months(on, months)),
            balance: Some(about(person, Compartment::Social, &balance)),
        };
        let at = self.book.calendar.at(on, 17, 10);
        self.ask(by, at, close);
        if let Some(again) = self.slot.ending.again_on() {
            let trigger = self.chance.pick(TRIGGERS, "A repris contact");
            let reopen = Command::Reopen {
                on: again,
                trigger: Some(about(person, Compartment::Social, trigger)),
            };
            let at = self.book.calendar.at(again, 8, 40);
            self.ask(by, at, reopen);
        }
    }

    fn ask(&mut self, by: WorkerId, at: Moment, command: Command) {
        self.book.write(self.case.0, by, at, Wish::SupportCase(command));
    }

    /// The last day that is told: yesterday, or the eve of the closure.
    fn horizon(&self) -> Day {
        let yesterday = self.book.calendar.ago(1);
        self.slot.ending.closed_on().map_or(yesterday, |(on, _)| plus(on, -1))
    }

    /// The day of a month of the story, on this life's pace.
    fn month(&self, month: i32) -> Day {
        let days = month.saturating_mul(30).saturating_mul(self.pace) / 100;
        workday(plus(self.slot.opened_on, days))
    }

    fn doer(&self, by: By, on: Day) -> Doer {
        match by {
            By::Referent => self
                .slot
                .referent_on(on)
                .map_or(Doer::Service(self.slot.service.id()), Doer::Worker),
            By::Person => Doer::Person(self.home.main()),
            By::Other(login) => Doer::Worker(worker(login)),
        }
    }

    /// Names this household in a sentence of the story.
    fn fill(&self, sentence: &str) -> String {
        let main = self.home.people.first();
        let madam = main.is_none_or(|one| one.civility != Civility::Sir);
        let child = self.home.children().next().map_or("l’enfant", |one| one.first.as_str());
        let word = |hers: &str, his: &str| if madam { hers.to_owned() } else { his.to_owned() };
        sentence
            .replace("{nom}", &main.map(Inhabitant::formal).unwrap_or_default())
            .replace("{enfant}", child)
            .replace("{Elle}", &word("Elle", "Il"))
            .replace("{elle}", &word("elle", "il"))
            .replace("{lui}", &word("elle", "lui"))
            .replace("{e}", &word("e", ""))
            .replace("{somme}", &euros(self.sum))
    }
}
