//! The cases beside the team's load: accompaniments that ended, some still watched, and those that other services
//! carry.

use super::Desk;
use crate::calendar::workday;
use crate::slot::{Ending, Slot};
use crate::stories::{DEBTS, HOME_SUPPORT, LANGUAGE, RETURNING, SEPARATION};
use crate::territory::{Service, worker};

/// Who closed one lately.
const CLOSERS: [&str; 7] = [
    "julie.marchand",
    "helene.vasseur",
    "nadege.petit",
    "thomas.morel",
    "bastien.colin",
    "lucie.ferrand",
    "nadege.petit",
];

/// Who carries cases elsewhere.
const ELSEWHERE: [(&str, Service, usize); 5] = [
    ("elodie.roux", Service::Ccas, 4),
    ("yasmine.cherif", Service::Ccas, 3),
    ("pierre.lacaze", Service::Ccas, 2),
    ("paul.ndiaye", Service::Relais, 3),
    ("anne.delcourt", Service::Relais, 2),
];

impl Desk<'_> {
    pub(super) fn others(&mut self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (login, service, many) in ELSEWHERE {
            for _ in 0..many {
                let story = match service {
                    Service::Relais => LANGUAGE,
                    Service::Ccas | Service::Mds | Service::Employment | Service::School | Service::Landlord => {
                        self.chance.pick(&[DEBTS, RETURNING], DEBTS)
                    }
                };
                let ago = self.chance.between(120, 800);
                let mut slot = self.blank(story, ago).carried_by(worker(login));
                slot.service = service;
                slots.push(slot);
            }
        }
        slots
    }

    /// Those that ended within six months, one in two still watched.
    pub(super) fn closed(&mut self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for place in 0..14_i32 {
            let closed = 8 + place * 12;
            let story = self
                .chance
                .pick(&[HOME_SUPPORT, HOME_SUPPORT, SEPARATION, DEBTS], SEPARATION);
            let ago = closed.saturating_add(self.chance.between(420, 900));
            let login = self.chance.pick(&CLOSERS, "nadege.petit");
            let mut slot = self.blank(story, ago).carried_by(worker(login));
            let watch = (place % 2 == 0).then_some(6);
            slot.ending = Ending::Closed(workday(self.calendar.ago(closed)), watch);
            slots.push(slot);
        }
        slots
    }
}
