//! What Mme Besnard agrees to share with the landlord, and what Julie passes on to him on it.

use super::Family;
use crate::act::Wish;
use crate::book::shared;
use crate::territory::{Service, worker};
use domain::consent::{self, Agreement, Means, Named};
use domain::sharing::{Agreed, Basis, Command, Items, PriorInformation, Recipient, Wished};
use domain::words::{ConsentId, Profession, SharingId};
use sealed::Compartment;
use std::collections::BTreeSet;

const HUGO: &str = "hugo.lemaire";
const JULIE: &str = "julie.marchand";

impl Family<'_> {
    pub(super) fn pass_on(&mut self) {
        let (said_on, until) = ((2026, 11, 12), (2027, 2, 19));
        let at = self.at(said_on, 10, 40);
        let scope = BTreeSet::from([Compartment::Household, Compartment::Budget, Compartment::Housing]);
        let (on, until) = (self.day(said_on), self.day(until));
        let consent = ConsentId(self.book.id("consent", at));
        let agreement = Agreement {
            support_case: self.case,
            person: self.claire.person,
            recipients: Named {
                workers: BTreeSet::from([worker(HUGO)]),
                services: BTreeSet::new(),
            },
            scope: scope.clone(),
            means: Means::Spoken,
            on,
            until,
        };
        let give = Wish::Consent(consent::Command::Give(agreement.clone()));
        self.book.write(consent.0, worker(JULIE), at, give);

        let later = self.at(said_on, 11, 0);
        let sharing = SharingId(self.book.id("sharing", later));
        let wished = Wished {
            support_case: self.case,
            basis: Basis::Consent,
            purpose: shared(
                sharing.0,
                Compartment::Coordination,
                "Accord sur la dette et le maintien dans le logement.",
            ),
            items: Items {
                compartments: scope.clone(),
                elements: BTreeSet::new(),
            },
            of_elements: BTreeSet::new(),
            until,
            informed: PriorInformation::Given { on, by: worker(JULIE) },
            author_bound: true,
            agreed: Some(Agreed {
                consent,
                workers: agreement.recipients.workers,
                services: BTreeSet::new(),
                scope,
                until,
            }),
            opposed: false,
        };
        let recipients = BTreeSet::from([Recipient {
            worker: worker(HUGO),
            service: Service::Landlord.id(),
            profession: Profession::LandlordOfficer,
            bound_by_secrecy: false,
            around: true,
        }]);
        let exchange = Wish::Sharing(Command::Exchange { wished, recipients });
        self.book.write(sharing.0, worker(JULIE), later, exchange);
    }
}
