//! The family of the pictures: Claire Besnard, Inès and Tom, six years of way, and the meeting of the day.
//!
//! Every name, date, word and level here comes from the pictures; dates follow the day shown as today.

mod agreed;
mod aided;
mod contacts;
mod meetings;
mod notes;
mod passed_on;
mod standing;
mod today;

pub(crate) use today::Agenda;

use crate::act::{Act, Wish};
use crate::book::{Book, about, shared, within};
use crate::calendar::{Calendar, Moment};
use crate::homes::Inhabitant;
use crate::places::SAINT_AUBIN;
use crate::territory::{Service, worker};
use domain::household::{self, Kinship, Member, Place};
use domain::person::Civility;
use domain::support_case::{Command, Complexity, Intensity, Joining, Leaving, Opening, Support};
use domain::words::{Day, DomainOfLife, HouseholdId, PersonId, PlanId, SupportCaseId, Text, WorkerId};
use sealed::Compartment;
use uuid::Uuid;

/// The family, its case, and the pen that writes them.
pub(crate) struct Family<'a> {
    book: Book<'a>,
    case: SupportCaseId,
    plan: PlanId,
    household: HouseholdId,
    claire: Inhabitant,
    ines: Inhabitant,
    tom: Inhabitant,
    yann: Inhabitant,
    monique: Inhabitant,
}

/// A day of the pictures.
type Drawn = (i16, i8, i8);

const OPENED: Drawn = (2020, 11, 9);

/// Tells the family's six years and the meeting of the day, with the two other cases of its agenda.
pub(crate) fn acts(calendar: &Calendar, seed: u64, lane: u32, others: &[Agenda; 2]) -> Vec<Act> {
    let mut family = Family::meet(Book::new(calendar, seed, lane));
    family.register();
    family.open();
    family.change_referents();
    family.gather();
    family.live();
    family.stand();
    family.keep_in_touch();
    family.agree();
    family.be_aided();
    family.pass_on();
    family.hold_meetings();
    family.meet_today(others);
    family.book.close()
}

/// The case of the family.
pub(crate) fn case(calendar: &Calendar, seed: u64, lane: u32) -> SupportCaseId {
    Family::meet(Book::new(calendar, seed, lane)).case
}

/// Who joined those around the family, whom it was agreed with, and what for.
const JOINS: [(Drawn, &str, &str, &str, &[DomainOfLife]); 6] = [
    (
        (2022, 11, 18),
        "pierre.lacaze",
        "elodie.roux",
        "Conseil pour le budget et les démarches",
        &[DomainOfLife::Budget, DomainOfLife::Rights],
    ),
    (
        (2023, 9, 12),
        "pierre.lacaze",
        "sarah.diallo",
        "Lien avec l’école",
        &[DomainOfLife::School],
    ),
    (
        (2023, 12, 8),
        "pierre.lacaze",
        "marc.fontaine",
        "Recherche d’emploi",
        &[DomainOfLife::Employment],
    ),
    (
        (2024, 1, 4),
        "pierre.lacaze",
        "paul.ndiaye",
        "Ateliers du jeudi au Relais",
        &[DomainOfLife::Network],
    ),
    (
        (2026, 6, 19),
        "julie.marchand",
        "hugo.lemaire",
        "Interlocuteur chez le bailleur, pour le bail et la dette",
        &[DomainOfLife::Housing],
    ),
    (
        (2026, 9, 28),
        "julie.marchand",
        "isabelle.garnier",
        "Responsable de l’équipe, préside les instances",
        &[],
    ),
];

impl<'a> Family<'a> {
    fn meet(mut book: Book<'a>) -> Self {
        let (year, month, day) = OPENED;
        let at = book.calendar.at(book.calendar.drawn(year, month, day), 9, 0);
        let born = |year, month, day| book.calendar.drawn(year, month, day);
        let days = [
            born(1992, 4, 3),
            born(2017, 5, 20),
            born(2021, 2, 10),
            born(1990, 9, 14),
            born(1961, 1, 27),
        ];
        let mut one = |first: &str, last: &str, civility, place, born_on| Inhabitant {
            person: PersonId(book.id("person", at)),
            first: first.to_owned(),
            last: last.to_owned(),
            civility,
            born_on,
            place,
        };
        let [claire_born, ines_born, tom_born, yann_born, monique_born] = days;
        let claire = one("Claire", "Besnard", Civility::Madam, Place::Adult, claire_born);
        let ines = one("Inès", "Besnard", Civility::Madam, Place::Child, ines_born);
        let tom = one("Tom", "Besnard", Civility::Sir, Place::Child, tom_born);
        let yann = one("Yann", "Kerdoncuff", Civility::Sir, Place::Adult, yann_born);
        let monique = one("Monique", "Besnard", Civility::Madam, Place::Other, monique_born);
        let case = SupportCaseId(book.id("case", at));
        let plan = PlanId(book.id("plan", at));
        let household = HouseholdId(book.id("household", at));
        Self {
            book,
            case,
            plan,
            household,
            claire,
            ines,
            tom,
            yann,
            monique,
        }
    }

    fn register(&mut self) {
        let anne = worker("anne.delcourt");
        let opened = self.at(OPENED, 9, 0);
        for one in [&self.claire, &self.ines, &self.yann, &self.monique] {
            one.register(&mut self.book, anne, opened, SAINT_AUBIN);
        }
        let members = [&self.claire, &self.ines, &self.yann].map(|one| Member {
            person: one.person,
            place: one.place,
        });
        let form = household::Command::Form {
            label: shared(self.household.0, Compartment::Identity, "Famille Besnard"),
            members: members.to_vec(),
            commune: Some(SAINT_AUBIN.to_owned()),
        };
        self.at_home(anne, opened, form);
        let born = self.at((2021, 2, 12), 11, 0);
        self.tom.register(&mut self.book, anne, born, SAINT_AUBIN);
        let member = Member {
            person: self.tom.person,
            place: Place::Child,
        };
        self.at_home(anne, born, household::Command::Welcome { member });
        let pierre = worker("pierre.lacaze");
        let parted = self.at((2023, 3, 22), 15, 0);
        let leave = household::Command::Leave {
            person: self.yann.person,
            on: self.day((2023, 3, 21)),
        };
        self.at_home(pierre, parted, leave);
        let father = household::Command::DeclareKinship {
            person: self.yann.person,
            kinship: Kinship::Father,
            to: self.ines.person,
            note: Some(about(
                self.yann.person.0,
                Compartment::Household,
                "un week-end sur deux",
            )),
        };
        self.at_home(pierre, parted, father);
        let grandmother = household::Command::DeclareKinship {
            person: self.monique.person,
            kinship: Kinship::Grandparent,
            to: self.ines.person,
            note: Some(about(self.monique.person.0, Compartment::Household, "à 12 km")),
        };
        self.at_home(pierre, parted, grandmother);
    }

    fn open(&mut self) {
        let opened = self.at(OPENED, 9, 20);
        let opening = Opening {
            household: Some(self.household),
            people: vec![self.claire.person, self.ines.person],
            service: Service::Mds.id(),
            label: shared(self.case.0, Compartment::Identity, "Famille Besnard"),
            opened_on: self.day(OPENED),
            support: Support::Generalist,
            intensity: Intensity::Light,
            children: 2,
            requested_on: None,
        };
        self.ask(worker("anne.delcourt"), opened, Command::Open(opening));
        let review = self.at((2026, 11, 3), 11, 0);
        let complexities = vec![Complexity::HearingSoon, Complexity::ManyServices];
        self.ask(
            worker("julie.marchand"),
            review,
            Command::ReviewComplexity { complexities },
        );
    }

    fn change_referents(&mut self) {
        let [anne, pierre, julie] = ["anne.delcourt", "pierre.lacaze", "julie.marchand"].map(worker);
        let first = self.at(OPENED, 9, 30);
        self.ask(anne, first, Command::AppointReferent { worker: anne });
        let leaves = self.at((2022, 6, 1), 17, 0);
        self.ask(anne, leaves, Command::StandDown);
        let again = self.at((2022, 10, 3), 9, 0);
        self.ask(pierre, again, Command::AppointReferent { worker: pierre });
        let passed_on = self.day((2024, 3, 1));
        let passes = self.at((2024, 3, 1), 16, 0);
        let reason = "Départ de Pierre Lacaze, passage fait ensemble à domicile";
        let hand_over = Command::HandOver {
            from: None,
            to: julie,
            reason: Some(about(self.claire.person.0, Compartment::Coordination, reason)),
            met_on: Some(passed_on),
        };
        self.ask(pierre, passes, hand_over);
    }

    fn gather(&mut self) {
        for (on, by, who, function, scope) in JOINS {
            let at = self.at(on, 17, 30);
            let joining = Joining {
                function: Some(about(self.claire.person.0, Compartment::Coordination, function)),
                scope: scope.to_vec(),
                ..Joining::of(worker(who))
            };
            self.ask(worker(by), at, Command::JoinTeam(joining));
        }
        let ended = self.at((2025, 2, 28), 17, 30);
        let said = |words| Some(about(self.claire.person.0, Compartment::Coordination, words));
        let leaving = Leaving {
            reason: said("Claire trouve seule le chemin du Relais."),
            balance: said("Un an d’ateliers du jeudi ; elle y aide maintenant d’autres familles."),
            ..Leaving::of(worker("paul.ndiaye"))
        };
        self.ask(worker("julie.marchand"), ended, Command::LeaveTeam(leaving));
    }

    fn live(&mut self) {
        let turns: [(Drawn, Drawn, &str, DomainOfLife, &str); 3] = [
            (
                (2021, 2, 10),
                (2021, 2, 12),
                "anne.delcourt",
                DomainOfLife::Parenting,
                "Naissance de Tom",
            ),
            (
                (2023, 3, 21),
                (2023, 3, 22),
                "pierre.lacaze",
                DomainOfLife::Parenting,
                "Séparation",
            ),
            (
                (2025, 9, 1),
                (2025, 9, 11),
                "julie.marchand",
                DomainOfLife::Employment,
                "Reprise du travail",
            ),
        ];
        for (on, noted, by, domain, text) in turns {
            let at = self.at(noted, 12, 0);
            let turn = Command::RecordLifeEvent {
                on: self.day(on),
                text: within(self.claire.person.0, domain, text),
                domain: Some(domain),
            };
            self.ask(worker(by), at, turn);
        }
    }

    fn day(&self, (year, month, day): Drawn) -> Day {
        self.book.calendar.drawn(year, month, day)
    }

    fn at(&self, on: Drawn, hour: i8, minute: i8) -> Moment {
        self.book.calendar.at(self.day(on), hour, minute)
    }

    fn ask(&mut self, by: WorkerId, at: Moment, command: Command) {
        self.book.write(self.case.0, by, at, Wish::SupportCase(command));
    }

    fn at_home(&mut self, by: WorkerId, at: Moment, command: household::Command) {
        self.book.write(self.household.0, by, at, Wish::Household(command));
    }

    /// A text of a life domain, under the key of the one it is about: Inès for school, several for the family's life.
    fn text(&self, text: Uuid, domain: DomainOfLife, sentence: &str) -> Text {
        match domain {
            DomainOfLife::School => within(self.ines.person.0, domain, sentence),
            DomainOfLife::Parenting | DomainOfLife::Network => shared(text, domain.compartment(), sentence),
            DomainOfLife::Housing
            | DomainOfLife::Budget
            | DomainOfLife::Rights
            | DomainOfLife::Employment
            | DomainOfLife::Training
            | DomainOfLife::Health
            | DomainOfLife::MentalHealth
            | DomainOfLife::Mobility
            | DomainOfLife::DigitalAutonomy
            | DomainOfLife::DailyLife
            | DomainOfLife::Safety => within(self.claire.person.0, domain, sentence),
        }
    }
}
