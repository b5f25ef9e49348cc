//! What may be asked of exchanges, sharings, consents and oppositions.

use super::Step;
use crate::ground::{Ground, OTHER_SERVICE, SERVICE, meeting as sitting, person, said, worker};
use domain::consent::{self, Agreement, Consent, Means, Named};
use domain::sharing::{Audience, Basis, Command, Items, PriorInformation, Recipient, Sharing, Wished};
use domain::words::{ElementId, Profession, ServiceId};
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) async fn ask(ground: &Ground, step: Step) {
    let stream = Uuid::from_u128(0x900 + u128::from(step.which));
    match step.what {
        56 => {
            let recipients = BTreeSet::from([recipient(step, SERVICE), recipient(step, OTHER_SERVICE)]);
            let wished = wished(step);
            super::ask!(ground, Sharing, stream, step, Command::Exchange { wished, recipients });
        }
        57 => {
            let audience = match step.who {
                0 => Audience::Team,
                1 => Audience::Meeting(sitting(step.which.into())),
                _ => Audience::Service(SERVICE),
            };
            let wished = wished(step);
            super::ask!(ground, Sharing, stream, step, Command::Share { wished, audience });
        }
        58 => {
            let command = match step.who {
                0 => Command::Validate,
                1 => Command::Decline {
                    reason: said(step.case(), "Non"),
                },
                _ => Command::End { reason: None },
            };
            super::ask!(ground, Sharing, stream, step, command);
        }
        _ => {
            let stream = Uuid::from_u128(0xa00 + u128::from(step.which));
            super::ask!(ground, Consent, stream, step, word(step));
        }
    }
}

fn recipient(step: Step, service: ServiceId) -> Recipient {
    Recipient {
        worker: worker(u128::from(step.who) + 1),
        service,
        profession: Profession::SocialWorker,
        bound_by_secrecy: true,
        around: true,
    }
}

fn wished(step: Step) -> Wished {
    let informed = if step.who == 0 {
        PriorInformation::Withheld {
            reason: said(step.case(), "Danger"),
        }
    } else {
        PriorInformation::Given {
            on: step.on(),
            by: worker(1),
        }
    };
    Wished {
        support_case: step.case(),
        basis: Basis::ALL[usize::from(step.on) % Basis::ALL.len()],
        purpose: said(step.case(), "Un logement"),
        items: Items {
            compartments: BTreeSet::from([Compartment::Housing]),
            elements: BTreeSet::from([ElementId(step.anywhere(9))]),
        },
        of_elements: BTreeSet::from([Compartment::Social]),
        until: step.on(),
        informed,
        author_bound: true,
        agreed: None,
        opposed: false,
    }
}

fn word(step: Step) -> consent::Command {
    let named = || Named {
        workers: BTreeSet::from([step.worker()]),
        services: BTreeSet::from([SERVICE]),
    };
    match step.what {
        59 => consent::Command::Give(Agreement {
            support_case: step.case(),
            person: person(1),
            recipients: named(),
            scope: BTreeSet::from([Compartment::Housing]),
            means: Means::Spoken,
            on: step.on(),
            until: step.on(),
        }),
        60 => consent::Command::Oppose {
            support_case: step.case(),
            person: person(1),
            against: named(),
            words: Some(said(step.case(), "Non")),
        },
        _ if step.who > 1 => consent::Command::Withdraw { words: None },
        _ => consent::Command::LiftOpposition,
    }
}
