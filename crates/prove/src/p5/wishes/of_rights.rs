//! What people ask about who may know: consents, sharings, exclusions and cases opened in an emergency.

use super::{Cast, Thing, near};
use crate::p5::capability::Wish;
use domain::words::{ConsentId, Profession, SupportCaseId, WorkerId};
use domain::{consent, exceptional_access, exclusion, sharing};
use rand::RngExt;
use rand::rngs::StdRng;
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

impl Cast {
    /// A wish about rights, and the stream that it is about.
    pub(super) fn of_rights(self, random: &mut StdRng) -> (Uuid, Wish) {
        match random.random_range(0..4) {
            0 => (
                self.one(Thing::Consent, 2, random),
                Wish::Consent(self.of_consent(random)),
            ),
            1 => (
                self.one(Thing::Sharing, 3, random),
                Wish::Sharing(self.of_sharing(random)),
            ),
            2 => (
                self.one(Thing::Exclusion, 2, random),
                Wish::Exclusion(self.of_exclusion(random)),
            ),
            _ => (
                self.one(Thing::ExceptionalAccess, 2, random),
                Wish::ExceptionalAccess(self.of_exceptional_access(random)),
            ),
        }
    }

    fn of_consent(self, random: &mut StdRng) -> consent::Command {
        use consent::{Agreement, Command, Means, Named};
        let named = Named {
            workers: BTreeSet::from([self.one::<WorkerId>(Thing::Worker, 3, random)]),
            services: BTreeSet::new(),
        };
        let support_case: SupportCaseId = self.one(Thing::SupportCase, 2, random);
        match random.random_range(0..5) {
            0..2 => Command::Give(Agreement {
                support_case,
                person: self.one(Thing::Person, 2, random),
                recipients: named,
                scope: BTreeSet::from([Compartment::Social]),
                means: Means::Spoken,
                on: near(random),
                until: near(random),
            }),
            2 => Command::Withdraw {
                words: self.maybe(random),
            },
            3 => Command::Oppose {
                support_case,
                person: self.one(Thing::Person, 2, random),
                against: named,
                words: self.maybe(random),
            },
            _ => Command::LiftOpposition,
        }
    }

    fn of_sharing(self, random: &mut StdRng) -> sharing::Command {
        use sharing::{Audience, Basis, Command, Items, PriorInformation, Recipient, Wished};
        let wished = |random: &mut StdRng| Wished {
            support_case: self.one(Thing::SupportCase, 2, random),
            basis: Basis::ALL[random.random_range(0..Basis::ALL.len())],
            purpose: self.text(random),
            items: Items {
                compartments: BTreeSet::from([Compartment::Social]),
                elements: BTreeSet::new(),
            },
            of_elements: BTreeSet::new(),
            until: near(random),
            informed: if random.random() {
                PriorInformation::Given {
                    on: near(random),
                    by: self.one(Thing::Worker, 3, random),
                }
            } else {
                PriorInformation::Withheld {
                    reason: self.text(random),
                }
            },
            author_bound: random.random_bool(0.8),
            agreed: random.random_bool(0.3).then(|| sharing::Agreed {
                consent: self.one::<ConsentId>(Thing::Consent, 2, random),
                workers: BTreeSet::from([self.worker(0)]),
                services: BTreeSet::new(),
                scope: BTreeSet::from([Compartment::Social]),
                until: near(random),
            }),
            opposed: random.random_bool(0.1),
        };
        match random.random_range(0..7) {
            0..2 => Command::Exchange {
                wished: wished(random),
                recipients: BTreeSet::from([Recipient {
                    worker: self.one(Thing::Worker, 3, random),
                    service: Uuid::nil().into(),
                    profession: Profession::SocialWorker,
                    bound_by_secrecy: random.random_bool(0.8),
                    around: random.random(),
                }]),
            },
            2..4 => Command::Share {
                wished: wished(random),
                audience: Audience::Team,
            },
            4 => Command::Validate,
            5 => Command::Decline {
                reason: self.text(random),
            },
            _ => Command::End {
                reason: self.maybe(random),
            },
        }
    }

    fn of_exclusion(self, random: &mut StdRng) -> exclusion::Command {
        use exclusion::Command;
        if random.random() {
            return Command::Set {
                support_case: self.one(Thing::SupportCase, 2, random),
                worker: self.one(Thing::Worker, 3, random),
                reason: self.text(random),
            };
        }
        Command::Lift {
            reason: self.text(random),
        }
    }

    fn of_exceptional_access(self, random: &mut StdRng) -> exceptional_access::Command {
        use exceptional_access::{Command, Finding, Need};
        match random.random_range(0..4) {
            0..2 => Command::Open {
                support_case: self.one(Thing::SupportCase, 2, random),
                need: Need::Emergency,
                reason: self.text(random),
            },
            2 => Command::End,
            _ => Command::Review {
                finding: Finding::Justified,
                words: self.maybe(random),
            },
        }
    }
}
