//! Appointments ahead, so that every référent finds some in her week. Nothing is drawn by chance here: the lives told
//! beside it stay as they are.

use crate::act::{Act, Wish};
use crate::besnard;
use crate::book::{Book, about};
use crate::calendar::{Calendar, plus, workday};
use crate::life::Told;
use crate::slot::{Slot, Trouble};
use crate::territory::worker;
use domain::appointment::{Agenda, Booking, Command, Kind, Span};
use domain::words::{PersonId, SupportCaseId, WorkerId};
use sealed::{Compartment, Private, Subject};
use std::collections::BTreeMap;

/// In how many days, at what hour, how and where a référent meets one after the other of her families.
const AHEAD: [(i32, i8, i8, Kind, &str); 5] = [
    (1, 9, 30, Kind::Office, "Bureau 12"),
    (4, 14, 0, Kind::Home, "À son domicile"),
    (6, 11, 0, Kind::Phone, ""),
    (8, 16, 15, Kind::Office, "Bureau 12"),
    (12, 10, 0, Kind::Outside, "Accueil de la mairie"),
];

/// Whose appointment, and with whom.
#[derive(Clone, Copy)]
struct Met {
    case: SupportCaseId,
    person: Option<PersonId>,
    by: WorkerId,
}

/// The appointments of a territory whose lives are told.
pub(crate) fn acts(calendar: &Calendar, seed: u64, lane: u32, slots: &[Slot], told: &[Told]) -> Vec<Act> {
    let mut pen = Pen {
        book: Book::new(calendar, seed, lane),
        turns: BTreeMap::new(),
    };
    let julie = Met {
        case: besnard::case(calendar, seed, crate::planning::BESNARD),
        person: None,
        by: worker("julie.marchand"),
    };
    pen.meets(julie, (0, 16, 30), Kind::Office, "Bureau 12");
    pen.meets(julie, (7, 9, 0), Kind::Home, "À son domicile");
    let today = calendar.today();
    for (slot, told) in slots.iter().zip(told) {
        let quiet = slot.trouble == Trouble::None && slot.open_on(today);
        let Some(by) = slot.referent_on(today).filter(|_| quiet) else {
            continue;
        };
        let met = Met {
            case: told.case,
            person: Some(told.person),
            by,
        };
        let taken = pen.turns.get(&by).copied().unwrap_or_default();
        // Julie has two more, with the family of the pictures.
        let place = if by == julie.by { taken.saturating_sub(2) } else { taken };
        let next = usize::try_from(place).ok().and_then(|place| AHEAD.get(place));
        if let Some((days, hour, minute, kind, place)) = next {
            pen.meets(met, (*days, *hour, *minute), *kind, place);
        }
    }
    pen.book.close()
}

struct Pen<'a> {
    book: Book<'a>,
    /// The last turn of each agenda.
    turns: BTreeMap<WorkerId, u64>,
}

impl Pen<'_> {
    fn meets(&mut self, met: Met, (days, hour, minute): (i32, i8, i8), kind: Kind, place: &str) {
        let calendar = self.book.calendar;
        let booked = calendar.at(calendar.ago(3), 11, 20);
        let appointment = self.book.id("appointment", booked);
        let turn = self.turns.entry(met.by).or_default();
        let agenda = Agenda {
            worker: met.by,
            turn: *turn,
            taken: Vec::new(),
        };
        *turn = turn.saturating_add(1);
        let text = |words: &str| match met.person {
            Some(person) => about(person.0, Compartment::Social, words),
            None => Private::new(Subject::Text(appointment), Compartment::Social, words.to_owned()),
        };
        let day = workday(plus(calendar.today(), days));
        let booking = Booking {
            support_case: met.case,
            held_by: vec![met.by],
            with: met.person.into_iter().collect(),
            kind,
            span: Span {
                starts_at: calendar.instant(day, hour, minute),
                minutes: 45,
            },
            place: (!place.is_empty()).then(|| text(place)),
            purpose: None,
        };
        let book = Command::Book {
            booking,
            agendas: vec![agenda],
        };
        self.book.write(appointment, met.by, booked, Wish::Appointment(book));
    }
}
