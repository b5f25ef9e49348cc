//! The team of the Val-de-Lys and what it carries: seven professionals, 218 open cases, and the four that wait for one.
//!
//! How many cases each has, what they weigh together, what is overdue and how long people waited come from the picture
//! of the workload; the lives themselves are drawn from the stories.

mod lately;
mod named;
mod others;

use crate::calendar::{Calendar, months, workday};
use crate::chance::Chance;
use crate::homes::Makeup;
use crate::places::COMMUNES;
use crate::slot::{Ending, Slot, Trouble};
use crate::stories::{RENT, STORIES, Story};
use crate::territory::{Service, worker};
use crate::tuning::{self, Weighing};
use domain::configuration::Weights;
use domain::words::{Day, WorkerId};

/// What one professional carries.
struct Carrier {
    login: &'static str,
    /// Open cases opened before the last three months, without those the pictures name.
    older: usize,
    /// Open cases of the last three months.
    lately: usize,
    /// Points of all of them together, in hundredths.
    points: u32,
    /// Days past due, one for each overdue deadline.
    overdue: &'static [i32],
    /// In the team since this month of the pictures.
    since: (i16, i8),
}

/// The points of the family of the pictures, in hundredths: they are told apart.
pub(crate) const BESNARD: u32 = 126;

const CARRIERS: [Carrier; 7] = [
    carrier("julie.marchand", 29, 6, 3360 - BESNARD, &[6, 13, 22], (2024, 3)),
    carrier("helene.vasseur", 27, 7, 2745, &[4, 19], (2017, 9)),
    carrier("nadege.petit", 30, 7, 2925, &[9], (2021, 9)),
    carrier("thomas.morel", 23, 6, 2160, &[], (2022, 1)),
    carrier("bastien.colin", 27, 6, 2600, &[11], (2023, 9)),
    carrier("lucie.ferrand", 13, 3, 1215, &[], (2018, 1)),
    carrier("karim.ait", 19, 8, 1975, &[], (2026, 3)),
];

const fn carrier(
    login: &'static str,
    older: usize,
    lately: usize,
    points: u32,
    overdue: &'static [i32],
    since: (i16, i8),
) -> Carrier {
    Carrier {
        login,
        older,
        lately,
        points,
        overdue,
        since,
    }
}

/// Every case to tell beside the family of the pictures. The first open one of Thomas Morel and of Lucie Ferrand are
/// those that the meeting of the day speaks of too.
pub(crate) fn slots(calendar: &Calendar, seed: u64) -> Vec<Slot> {
    let mut desk = Desk {
        calendar,
        seed,
        chance: Chance::new(seed, "the team"),
        names: crate::names::last_names(seed).into_iter(),
    };
    let mut lately = desk.lately().into_iter();
    let mut slots = desk.closed();
    for carrier in &CARRIERS {
        let mut theirs: Vec<Slot> = (0..carrier.older).map(|place| desk.older(carrier, place)).collect();
        if carrier.login == "julie.marchand" {
            theirs.extend(desk.named());
        }
        if carrier.login == "nadege.petit" {
            theirs.push(desk.back_lately());
        }
        theirs.extend(
            lately
                .by_ref()
                .take(carrier.lately)
                .map(|slot| slot.carried_by(worker(carrier.login))),
        );
        let watched = desk.watched(&slots, worker(carrier.login));
        desk.weigh(&mut theirs, carrier.points.saturating_sub(watched));
        slots.extend(theirs);
    }
    slots.extend(desk.waiting());
    slots.extend(desk.others());
    slots
}

/// Where slots are made.
struct Desk<'a> {
    calendar: &'a Calendar,
    seed: u64,
    chance: Chance,
    names: std::vec::IntoIter<&'static str>,
}

impl Desk<'_> {
    fn older(&mut self, carrier: &Carrier, place: usize) -> Slot {
        let story = self.chance.pick(&STORIES, RENT);
        let ago = if self.chance.percent(2) {
            self.chance.between(100, 185)
        } else {
            let far = self.chance.between(0, 1000);
            190 + far * far / 1000 * 1990 / 1000
        };
        let mut slot = self.blank(story, ago);
        slot.referents = self.referents(carrier, slot.opened_on);
        slot.meets = self.chance.percent(32);
        slot.trouble = match carrier.overdue.get(place) {
            Some(days) => Trouble::Overdue(*days),
            None if ago > 700 && self.chance.percent(14) => Trouble::PastSilence,
            None if ago > 300 && self.chance.percent(4) => Trouble::Silence(self.chance.between(150, 190)),
            None => Trouble::None,
        };
        if std::ptr::eq(story, crate::stories::RETURNING) && ago > 600 && slot.trouble == Trouble::None {
            let closed_on = workday(self.calendar.ago(ago * 6 / 10));
            let again_on = workday(self.calendar.ago((ago * 6 / 10 - 150).max(110)));
            slot.ending = Ending::Returned(closed_on, again_on);
            slot.meets = false;
        }
        slot
    }

    /// A case of this story opened so many days ago, carried by nobody yet.
    fn blank(&mut self, story: &'static Story, ago: i32) -> Slot {
        let opened_on = workday(self.calendar.ago(ago));
        let with_children = |makeup: &Makeup| matches!(makeup, Makeup::SingleParent | Makeup::Family);
        let children = match (story.for_children, story.makeups.iter().all(with_children)) {
            (true, _) => self.chance.between(1, 2),
            (false, true) => 1,
            (false, false) => 0,
        };
        Slot {
            story,
            surname: self.names.next().unwrap_or("Dupont"),
            commune: self.chance.pick(&COMMUNES, "Val-de-Lys"),
            service: Service::Mds,
            referents: Vec::new(),
            support: story
                .supports
                .first()
                .copied()
                .unwrap_or(domain::support_case::Support::Generalist),
            complexities: &[],
            children: u8::try_from(children).unwrap_or(0),
            opened_on,
            requested_on: None,
            first_contact_on: Some(opened_on),
            ending: Ending::Open,
            trouble: Trouble::None,
            domains: None,
            household: None,
            due: None,
            meets: false,
        }
    }

    /// Who carried a case before, when it is older than its référent's arrival.
    fn referents(&mut self, carrier: &Carrier, opened_on: Day) -> Vec<(Option<WorkerId>, Day)> {
        let day = |year, month| self.calendar.drawn(year, month, 1);
        let arrived = day(carrier.since.0, carrier.since.1);
        if opened_on >= arrived {
            return vec![(Some(worker(carrier.login)), opened_on)];
        }
        let mut before = vec![
            ("anne.delcourt", day(2017, 1)),
            ("helene.vasseur", day(2022, 6)),
            ("pierre.lacaze", day(2022, 10)),
        ];
        if carrier.login == "karim.ait" {
            before.push(("nadege.petit", day(2024, 3)));
        }
        let mut spells = Vec::new();
        for (place, (login, from)) in before.iter().enumerate() {
            let until = before
                .get(place.saturating_add(1))
                .map_or(arrived, |next| next.1)
                .min(arrived);
            if until > opened_on && *from < arrived {
                spells.push((Some(worker(login)), workday(opened_on.max(*from))));
            }
        }
        let arrived = if carrier.login == "karim.ait" {
            months(arrived, self.chance.between(0, 6))
        } else {
            arrived
        };
        spells.push((Some(worker(carrier.login)), workday(arrived)));
        spells
    }

    /// What the cases that ended and are still watched weigh for their référent.
    fn watched(&self, slots: &[Slot], referent: WorkerId) -> u32 {
        let Some(weights) = tuning::weights() else { return 0 };
        let light = |slot: &&Slot| {
            let watched = slot.ending.closed_on().is_some_and(|(_, watch)| watch.is_some());
            watched && slot.referents.last().is_some_and(|(who, _)| *who == Some(referent))
        };
        let weigh = |slot: &Slot| tuning::points(&weights, slot.support, slot.children, weights.watch, &[]);
        slots.iter().filter(light).filter_map(weigh).sum()
    }

    /// Gives each case the support and complexities that make the load of its référent. While no choice makes it, the
    /// heaviest story gives way to a lighter one.
    fn weigh(&mut self, slots: &mut [Slot], points: u32) {
        let Some(weights) = tuning::weights() else { return };
        for _ in 0..=slots.len() {
            let options: Vec<Vec<Weighing>> = slots.iter().map(|slot| self.weighings(&weights, slot)).collect();
            let name = format!("weights {points}");
            if let Some(chosen) = tuning::choose(&options, points, &mut Chance::new(self.seed, &name)) {
                for (slot, weighing) in slots.iter_mut().zip(chosen) {
                    slot.support = weighing.support;
                    slot.complexities = weighing.complexities;
                }
                return;
            }
            let lightest = |options: &Vec<Weighing>| options.iter().map(|one| one.points).min().unwrap_or(0);
            let heaviest = slots
                .iter_mut()
                .zip(&options)
                .filter(|(slot, _)| slot.household.is_none() && slot.domains.is_none() && slot.ending == Ending::Open)
                .max_by_key(|(_, options)| lightest(options));
            if let Some((slot, _)) = heaviest {
                slot.story = RENT;
                slot.children = 0;
            }
        }
    }

    fn weighings(&self, weights: &Weights, slot: &Slot) -> Vec<Weighing> {
        let opening = self.calendar.since(slot.opened_on) < i32::try_from(weights.opening_days).unwrap_or(60);
        let phase = if opening { weights.opening } else { 100 };
        let none: &'static [domain::support_case::Complexity] = &[];
        let supports = slot.story.supports.iter().copied();
        supports
            .flat_map(|support| {
                let sets = std::iter::once(none).chain(slot.story.complexities.iter().copied());
                sets.filter_map(move |complexities| {
                    tuning::points(weights, support, slot.children, phase, complexities).map(|points| Weighing {
                        support,
                        complexities,
                        points,
                    })
                })
            })
            .collect()
    }
}

impl Slot {
    fn carried_by(mut self, referent: WorkerId) -> Self {
        self.referents = vec![(Some(referent), self.opened_on)];
        self
    }
}
