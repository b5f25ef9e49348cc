//! Households: who lives together, how they are called, and the acts that make their files.

use crate::act::Wish;
use crate::book::{Book, about, shared};
use crate::calendar::{Moment, plus, years_before};
use crate::chance::Chance;
use crate::names;
use crate::slot::Slot;
use domain::household::{Member, Place};
use domain::person::{Channel, Civility, Name};
use domain::words::{Day, HouseholdId, PersonId, WorkerId};
use domain::{household, person};
use sealed::{Compartment, Private};

/// Who lives in a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Makeup {
    /// One adult with children.
    SingleParent,
    /// Two adults with children.
    Family,
    /// Two adults.
    Couple,
    /// One adult.
    Single,
    /// A young adult.
    YoungAdult,
    /// An old person alone.
    Elder,
}

/// Someone who lives there.
#[derive(Clone, Debug)]
pub(crate) struct Inhabitant {
    pub(crate) person: PersonId,
    pub(crate) first: String,
    pub(crate) last: String,
    pub(crate) civility: Civility,
    pub(crate) born_on: Day,
    pub(crate) place: Place,
}

/// A household.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    pub(crate) household: HouseholdId,
    pub(crate) label: String,
    pub(crate) commune: &'static str,
    /// The person accompanied first, then the others.
    pub(crate) people: Vec<Inhabitant>,
}

impl Home {
    /// The person accompanied, first of those who live there.
    pub(crate) fn main(&self) -> PersonId {
        self.people.first().map_or(PersonId(self.household.0), |one| one.person)
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = &Inhabitant> {
        self.people.iter().filter(|one| one.place == Place::Child)
    }

    /// Invents the people of a household.
    pub(crate) fn invent(book: &mut Book<'_>, chance: &mut Chance, slot: &Slot, at: Moment) -> Self {
        let (surname, on) = (slot.surname, slot.opened_on);
        let household = HouseholdId(book.id("household", at));
        let (makeup, civility) = slot.household.unwrap_or_else(|| {
            let makeup = chance.pick(slot.story.makeups, Makeup::Single);
            (makeup, head_of(makeup, chance))
        });
        let (least, most) = match makeup {
            Makeup::SingleParent | Makeup::Family => (26, 46),
            Makeup::Couple | Makeup::Single => (27, 58),
            Makeup::YoungAdult => (18, 20),
            Makeup::Elder => (72, 86),
        };
        let age = chance.between(least, most);
        let mut home = Self {
            household,
            label: label(makeup, civility, surname),
            commune: slot.commune,
            people: Vec::new(),
        };
        home.add(book, chance, surname, (civility, Place::Adult), age, at, on);
        if matches!(makeup, Makeup::Family | Makeup::Couple) {
            let age = age.saturating_add(chance.between(-3, 6));
            home.add(book, chance, surname, (Civility::Sir, Place::Adult), age, at, on);
        }
        if matches!(makeup, Makeup::SingleParent | Makeup::Family) {
            let mut oldest = chance.between(3, 14);
            for _ in 0..chance.pick(&[1, 1, 2, 2, 2, 3], 1) {
                let civility = chance.pick(&[Civility::Madam, Civility::Sir], Civility::Madam);
                home.add(book, chance, surname, (civility, Place::Child), oldest, at, on);
                oldest = oldest.saturating_sub(chance.between(2, 4)).max(0);
            }
        }
        home
    }

    #[expect(clippy::too_many_arguments, reason = "all that makes a person is told at once")]
    fn add(
        &mut self,
        book: &mut Book<'_>,
        chance: &mut Chance,
        surname: &str,
        (civility, place): (Civility, Place),
        age: i32,
        at: Moment,
        on: Day,
    ) {
        let born_on = plus(years_before(on, age), -chance.between(20, 340));
        let taken: Vec<&str> = self.people.iter().map(|one| one.first.as_str()).collect();
        let first = names::first_name(chance, civility, age, &taken).to_owned();
        let one = Inhabitant {
            person: PersonId(book.id("person", at)),
            first,
            last: surname.to_owned(),
            civility,
            born_on,
            place,
        };
        self.people.push(one);
    }

    /// Makes the files of all who live there, and brings them together.
    pub(crate) fn register(&self, book: &mut Book<'_>, by: WorkerId, at: Moment) {
        for one in &self.people {
            one.register(book, by, at, self.commune);
        }
        let members = self.people.iter().map(|one| Member {
            person: one.person,
            place: one.place,
        });
        let form = household::Command::Form {
            label: shared(self.household.0, Compartment::Identity, &self.label),
            members: members.collect(),
            commune: Some(self.commune.to_owned()),
        };
        book.write(self.household.0, by, at, Wish::Household(form));
    }

    /// Notes how to reach the person accompanied.
    pub(crate) fn reach(&self, book: &mut Book<'_>, by: WorkerId, at: Moment, value: &str) {
        let details = person::Command::RecordContactDetails {
            channel: Channel::Phone,
            value: about(self.main().0, Compartment::Identity, value),
        };
        book.write(self.main().0, by, at, Wish::Person(details));
    }
}

impl Inhabitant {
    pub(crate) fn register(&self, book: &mut Book<'_>, by: WorkerId, at: Moment, commune: &str) {
        let name = Name {
            first: self.first.clone(),
            last: self.last.clone(),
        };
        let register = person::Command::Register {
            name: Private::person(self.person.0, Compartment::Identity, name),
            birth: Some(Private::person(self.person.0, Compartment::Identity, self.born_on)),
            birth_month: Some(self.born_on.0.to_string().chars().take(7).collect()),
            civility: self.civility,
            commune: Some(commune.to_owned()),
        };
        book.write(self.person.0, by, at, Wish::Person(register));
    }

    /// « Mme Besnard », « M. Delmas ».
    pub(crate) fn formal(&self) -> String {
        match self.civility {
            Civility::Madam => format!("Mme {}", self.last),
            Civility::Sir => format!("M. {}", self.last),
            Civility::Neutral => format!("{} {}", self.first, self.last),
        }
    }
}

fn head_of(makeup: Makeup, chance: &mut Chance) -> Civility {
    let women = match makeup {
        Makeup::SingleParent => 85,
        Makeup::Elder => 65,
        Makeup::Family | Makeup::Couple => 100,
        Makeup::Single | Makeup::YoungAdult => 50,
    };
    if chance.percent(women) {
        Civility::Madam
    } else {
        Civility::Sir
    }
}

fn label(makeup: Makeup, civility: Civility, surname: &str) -> String {
    match (makeup, civility) {
        (Makeup::SingleParent | Makeup::Family, _) => format!("Famille {surname}"),
        (Makeup::Couple, _) => format!("M. et Mme {surname}"),
        (Makeup::Single | Makeup::YoungAdult | Makeup::Elder, Civility::Sir) => format!("M. {surname}"),
        (Makeup::Single | Makeup::YoungAdult | Makeup::Elder, Civility::Madam | Civility::Neutral) => {
            format!("Mme {surname}")
        }
    }
}
