//! Six years of contacts, on the days of the picture of the timeline, with the two times in which the link was lost.

use super::notes::{WITH_ANNE, WITH_JULIE, WITH_PIERRE};
use super::{Drawn, Family};
use crate::act::Wish;
use crate::book::{about, shared};
use crate::calendar::spoken;
use crate::territory::worker;
use domain::contact::{Command, Held, Kind, NotSeen};
use domain::words::DomainOfLife::{self, Employment, Housing, Network, Parenting, School};
use sealed::Compartment;

use Kind::{Call, DropIn, Interview, Message};

impl Family<'_> {
    pub(super) fn keep_in_touch(&mut self) {
        for (login, notes) in [
            ("anne.delcourt", WITH_ANNE),
            ("pierre.lacaze", WITH_PIERRE),
            ("julie.marchand", WITH_JULIE),
        ] {
            for (on, kind, domains, text) in notes {
                self.note((*on, 14, 0), login, *kind, domains, text);
            }
        }
        self.keep_in_touch_lately();
    }

    fn keep_in_touch_lately(&mut self) {
        self.note(
            ((2026, 10, 8), 16, 30),
            "sarah.diallo",
            Call,
            &[Network],
            "La grand-mère propose les mercredis",
        );
        let missed = self.at((2026, 10, 14), 10, 0);
        let miss = Command::Miss(NotSeen {
            support_case: self.case,
            kind: Interview,
            excused: true,
            reason: Some(about(
                self.claire.person.0,
                Compartment::Social,
                "Rendez-vous CCAS : absente, excusée",
            )),
            domains: Vec::new(),
        });
        let contact = self.book.id("contact", missed);
        self.book
            .write(contact, worker("elodie.roux"), missed, Wish::Contact(miss));
        self.note(
            ((2026, 10, 21), 17, 15),
            "sarah.diallo",
            Call,
            &[School],
            "Inès : félicitations du conseil",
        );
        let hearing = spoken(self.day((2027, 1, 14)));
        let wrong = spoken(self.day((2027, 1, 12)));
        let elodie = "elodie.roux";
        let first = format!("Assignation : audience le {wrong}");
        let contact = self.note(((2026, 11, 2), 11, 0), elodie, DropIn, &[Housing], &first);
        let corrected = self.at((2026, 11, 3), 9, 15);
        let correct = Command::Correct {
            shared: about(
                self.claire.person.0,
                Compartment::Social,
                &format!("Assignation : audience le {hearing}"),
            ),
            reason: Some(about(
                self.claire.person.0,
                Compartment::Social,
                "Date relue sur l’assignation",
            )),
        };
        self.book
            .write(contact, worker(elodie), corrected, Wish::Contact(correct));
        let hired = spoken(self.day((2027, 1, 4)));
        let promise = format!("Promesse d’embauche, 30 h, le {hired}");
        self.note(
            ((2026, 11, 19), 8, 40),
            "marc.fontaine",
            Message,
            &[Employment],
            &promise,
        );
    }

    fn note(
        &mut self,
        (on, hour, minute): (Drawn, i8, i8),
        login: &str,
        kind: Kind,
        domains: &[DomainOfLife],
        text: &str,
    ) -> uuid::Uuid {
        let at = self.at(on, hour, minute);
        let contact = self.book.id("contact", at);
        let shared_text = match domains {
            [School] => about(self.ines.person.0, Compartment::Social, text),
            [Parenting, ..] | [Network, ..] => shared(contact, Compartment::Social, text),
            [] | [_, ..] => about(self.claire.person.0, Compartment::Social, text),
        };
        let held = Held {
            support_case: self.case,
            kind,
            with: vec![self.claire.person],
            domains: domains.to_vec(),
            shared: Some(shared_text),
            private: None,
            words: None,
        };
        self.book
            .write(contact, worker(login), at, Wish::Contact(Command::Note(held)));
        contact
    }
}
