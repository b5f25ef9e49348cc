//! The cases that the picture of Julie Marchand's week names, and the four that wait for a référent.

use super::Desk;
use crate::calendar::{plus, workday};
use crate::homes::Makeup;
use crate::places::{HAUTES_RIVES, SAINT_AUBIN};
use crate::slot::{Ahead, Ending, Slot, Trouble};
use crate::stories::{DEBTS, HOME_SUPPORT, LANGUAGE, RENT, SEPARATION};
use crate::territory::worker;
use domain::deadline::Kind;
use domain::person::Civility::{self, Madam, Sir};
use domain::words::DomainOfLife::{self, Budget, Housing, Parenting, Rights};

impl Desk<'_> {
    /// Those of Julie Marchand.
    pub(super) fn named(&mut self) -> Vec<Slot> {
        let tomorrow = plus(self.calendar.today(), 1);
        let drawn = |month, day| self.calendar.drawn(2026, month, day);
        let due = |on, kind, domain, label, legal| {
            Some(Ahead {
                on,
                kind,
                domain,
                label,
                legal,
            })
        };
        let delmas = due(
            tomorrow,
            Kind::File,
            Budget,
            "Dossier de surendettement à déposer",
            false,
        );
        let report = "Rapport au juge, un mois avant le terme";
        let cassel = due(drawn(11, 27), Kind::Review, Parenting, report, true);
        let okafor = due(drawn(12, 2), Kind::File, Rights, "Renouvellement CSS", false);
        let mut named = vec![
            self.known("Delmas", DEBTS, 120, (Makeup::Single, Sir)),
            self.known("Cassel", HOME_SUPPORT, 330, (Makeup::Family, Madam)),
            self.known("Okafor", LANGUAGE, 410, (Makeup::Single, Madam)),
            self.known("Lebrun", RENT, 210, (Makeup::Single, Sir)),
            self.known("Aubert", SEPARATION, 190, (Makeup::SingleParent, Madam)),
        ];
        let extras = [
            (delmas, Trouble::None),
            (cassel, Trouble::None),
            (okafor, Trouble::None),
            (None, Trouble::Silence(52)),
            (None, Trouble::TwoMissed),
        ];
        for (slot, (due, trouble)) in named.iter_mut().zip(extras) {
            slot.due = due;
            slot.trouble = trouble;
        }
        named
    }

    /// Those who wait for a référent.
    pub(super) fn waiting(&mut self) -> Vec<Slot> {
        let today = self.calendar.today();
        let all = (SAINT_AUBIN, &[Budget, Housing, Parenting][..]);
        let mut orsini = self.asked("Orsini", 17, (Makeup::Family, Madam), all);
        orsini.story = SEPARATION;
        let couple = (SAINT_AUBIN, &[Budget, Housing][..]);
        let rousseau = self.asked("Rousseau", 8, (Makeup::Couple, Madam), couple);
        let family = (SAINT_AUBIN, &[Budget, Parenting][..]);
        let mut sauvage = self.asked("Sauvage", 2, (Makeup::SingleParent, Madam), family);
        sauvage.story = SEPARATION;
        let mut tanguy = self.known("Tanguy", DEBTS, 700, (Makeup::Single, Madam));
        tanguy.commune = HAUTES_RIVES;
        tanguy.domains = Some(&[Budget]);
        tanguy.ending = self.returned();
        tanguy.referents = vec![
            (Some(worker("helene.vasseur")), tanguy.opened_on),
            (None, plus(today, -12)),
        ];
        vec![orsini, tanguy, rousseau, sauvage]
    }

    /// One of Nadège Petit's that began again within three months.
    pub(super) fn back_lately(&mut self) -> Slot {
        let mut slot = self.blank(SEPARATION, 640).carried_by(worker("nadege.petit"));
        slot.commune = HAUTES_RIVES;
        slot.domains = Some(&[Budget, Parenting]);
        slot.ending = self.returned();
        slot
    }

    /// Closed in the winter, begun again within three months, for longer than a case is said to be opening.
    fn returned(&self) -> Ending {
        Ending::Returned(workday(self.calendar.ago(260)), workday(self.calendar.ago(80)))
    }

    fn known(
        &mut self,
        surname: &'static str,
        story: &'static crate::stories::Story,
        ago: i32,
        household: (Makeup, Civility),
    ) -> Slot {
        let mut slot = self.blank(story, ago).carried_by(worker("julie.marchand"));
        slot.surname = surname;
        slot.household = Some(household);
        slot
    }

    fn asked(
        &mut self,
        surname: &'static str,
        ago: i32,
        household: (Makeup, Civility),
        (commune, domains): (&'static str, &'static [DomainOfLife]),
    ) -> Slot {
        let mut slot = self.known(surname, RENT, ago, household);
        slot.opened_on = self.calendar.ago(ago);
        slot.requested_on = Some(slot.opened_on);
        slot.first_contact_on = None;
        slot.referents = vec![(None, slot.opened_on)];
        slot.commune = commune;
        slot.domains = Some(domains);
        slot
    }
}
