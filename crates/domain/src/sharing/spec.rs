//! The law of exchanges and sharings, read aloud.

mod bases;

use super::{
    Agreed, Audience, Basis, Command, Event, Items, PriorInformation, Recipient, Refusal, Sharing, Terms, Wished,
};
use crate::spec::{HERS, KARIM, NOUR, asked, asked_by, day, days, few, given, lawful, maybe, one_of, text, texts};
use crate::words::{Profession, ServiceId};
use proptest::prelude::{Strategy, any, prop_oneof};
use sealed::Compartment;
use std::collections::BTreeSet;
use uuid::Uuid;

const SCHOOL: ServiceId = ServiceId(Uuid::from_u128(9));

/// Her housing and what it costs, told to her service, on this basis.
fn wished(basis: Basis) -> Wished {
    Wished {
        support_case: HERS,
        basis,
        purpose: text("chercher un logement ensemble"),
        items: Items {
            compartments: BTreeSet::from([Compartment::Housing]),
            elements: BTreeSet::new(),
        },
        of_elements: BTreeSet::new(),
        until: day(12, 31),
        informed: PriorInformation::Given {
            on: day(11, 12),
            by: NOUR,
        },
        author_bound: true,
        agreed: None,
        opposed: false,
    }
}

/// What comes of it.
fn terms(basis: Basis) -> Terms {
    Terms {
        support_case: HERS,
        basis,
        purpose: text("chercher un logement ensemble"),
        items: Items {
            compartments: BTreeSet::from([Compartment::Identity, Compartment::Housing]),
            elements: BTreeSet::new(),
        },
        reaches: BTreeSet::from([Compartment::Identity, Compartment::Housing]),
        until: day(12, 31),
        informed: PriorInformation::Given {
            on: day(11, 12),
            by: NOUR,
        },
        consent: None,
        by: NOUR,
    }
}

fn karim() -> Recipient {
    Recipient {
        worker: KARIM,
        service: SCHOOL,
        profession: Profession::SchoolSocialWorker,
        bound_by_secrecy: true,
        around: false,
    }
}

fn exchange(wished: Wished) -> Command {
    Command::Exchange {
        wished,
        recipients: BTreeSet::from([karim()]),
    }
}

fn share(wished: Wished) -> Command {
    Command::Share {
        wished,
        audience: Audience::Service(SCHOOL),
    }
}

fn exchanged() -> Event {
    Event::Exchanged {
        terms: terms(Basis::SocialCoordination),
        recipients: BTreeSet::from([karim()]),
    }
}

fn shared() -> Event {
    Event::Shared {
        terms: terms(Basis::SocialCoordination),
        audience: Audience::Service(SCHOOL),
        bound_only: true,
    }
}

/// A sharing of which the family was not told.
fn untold() -> Event {
    Event::Shared {
        terms: Terms {
            informed: PriorInformation::Withheld {
                reason: text("elle serait en danger"),
            },
            ..terms(Basis::ChildProtection)
        },
        audience: Audience::Service(SCHOOL),
        bound_only: true,
    }
}

fn end() -> Command {
    Command::End {
        reason: Some(text("le bail est signé")),
    }
}

fn ended() -> Event {
    Event::Ended {
        reason: Some(text("le bail est signé")),
        by: NOUR,
    }
}

#[test]
fn an_exchange_hands_items_to_named_people_and_always_tells_whom_it_is_about() {
    given::<Sharing>([])
        .when(asked(exchange(wished(Basis::SocialCoordination))))
        .then([exchanged()]);
}

#[test]
fn a_sharing_opens_items_to_a_category() {
    given::<Sharing>([])
        .when(asked(share(wished(Basis::SocialCoordination))))
        .then([shared()]);
}

#[test]
fn each_is_made_once() {
    for before in [vec![exchanged()], vec![shared(), ended()]] {
        given::<Sharing>(before)
            .when(asked(exchange(wished(Basis::SocialCoordination))))
            .refused(Refusal::AlreadyMade);
    }
}

#[test]
fn something_is_passed_on_and_it_is_no_draft() {
    let nothing = Wished {
        items: Items::default(),
        ..wished(Basis::SocialCoordination)
    };
    given::<Sharing>([])
        .when(asked(share(nothing)))
        .refused(Refusal::NoItem);
    for never in [Compartment::Draft, Compartment::Activity] {
        let mut wished = wished(Basis::SocialCoordination);
        wished.items.compartments.insert(never);
        given::<Sharing>([])
            .when(asked(share(wished.clone())))
            .refused(Refusal::NotShareable);
        wished.items.compartments.remove(&never);
        wished.of_elements.insert(never);
        given::<Sharing>([])
            .when(asked(share(wished)))
            .refused(Refusal::NotShareable);
    }
}

#[test]
fn an_exchange_names_somebody_else() {
    let nobody = Command::Exchange {
        wished: wished(Basis::SocialCoordination),
        recipients: BTreeSet::new(),
    };
    given::<Sharing>([]).when(asked(nobody)).refused(Refusal::NobodyNamed);
    given::<Sharing>([])
        .when(asked_by(KARIM, exchange(wished(Basis::SocialCoordination))))
        .refused(Refusal::Oneself);
}

#[test]
fn it_ends_on_a_day_to_come_and_the_family_was_told_before() {
    let over = Wished {
        until: day(11, 17),
        ..wished(Basis::SocialCoordination)
    };
    given::<Sharing>([])
        .when(asked(share(over)))
        .refused(Refusal::EndsBefore);
    let later = Wished {
        informed: PriorInformation::Given {
            on: day(11, 21),
            by: NOUR,
        },
        ..wished(Basis::SocialCoordination)
    };
    given::<Sharing>([])
        .when(asked(share(later)))
        .refused(Refusal::InformedLater);
}

#[test]
fn what_the_family_was_not_told_waits_for_somebody_else_to_agree() {
    given::<Sharing>([untold()])
        .when(asked(Command::Validate))
        .refused(Refusal::SamePerson);
    given::<Sharing>([untold()])
        .when(asked_by(KARIM, Command::Validate))
        .then([Event::Validated { by: KARIM }]);
    let decline = Command::Decline {
        reason: text("elle peut l’entendre"),
    };
    let declined = Event::Declined {
        reason: text("elle peut l’entendre"),
        by: KARIM,
    };
    given::<Sharing>([untold()])
        .when(asked(decline.clone()))
        .refused(Refusal::SamePerson);
    given::<Sharing>([untold()])
        .when(asked_by(KARIM, decline.clone()))
        .then([declined.clone()]);
    for settled in [vec![shared()], vec![untold(), Event::Validated { by: KARIM }]] {
        given::<Sharing>(settled.clone())
            .when(asked_by(KARIM, decline.clone()))
            .refused(Refusal::NothingToValidate);
        given::<Sharing>(settled)
            .when(asked_by(KARIM, Command::Validate))
            .refused(Refusal::NothingToValidate);
    }
    given::<Sharing>([untold(), declined])
        .when(asked_by(KARIM, Command::Validate))
        .refused(Refusal::AlreadyOver);
    given::<Sharing>([])
        .when(asked(Command::Validate))
        .refused(Refusal::NotMade);
}

#[test]
fn it_is_ended_once() {
    given::<Sharing>([shared()]).when(asked(end())).then([ended()]);
    given::<Sharing>([untold()]).when(asked(end())).then([ended()]);
    given::<Sharing>([shared(), ended()])
        .when(asked(end()))
        .refused(Refusal::AlreadyOver);
    given::<Sharing>([]).when(asked(end())).refused(Refusal::NotMade);
}

fn wishes() -> impl Strategy<Value = Wished> + Clone {
    let compartments = proptest::collection::btree_set(one_of(&Compartment::ALL), 0..3);
    let elements = proptest::collection::btree_set(few(), 0..2);
    let informed = prop_oneof![
        (days(), few()).prop_map(|(on, by)| PriorInformation::Given { on, by }),
        texts().prop_map(|reason| PriorInformation::Withheld { reason }),
    ];
    let agreed = (few(), compartments.clone(), days()).prop_map(|(consent, scope, until)| Agreed {
        consent,
        workers: BTreeSet::from([KARIM]),
        services: BTreeSet::from([SCHOOL]),
        scope,
        until,
    });
    let ground = (maybe(agreed), any::<bool>(), any::<bool>());
    (one_of(&Basis::ALL), compartments, elements, days(), informed, ground).prop_map(
        |(basis, compartments, elements, until, informed, (agreed, author_bound, opposed))| Wished {
            items: Items { compartments, elements },
            until,
            informed,
            author_bound,
            agreed,
            opposed,
            ..wished(basis)
        },
    )
}

fn commands() -> impl Strategy<Value = Command> {
    let recipients = proptest::collection::btree_set((few(), any::<bool>(), any::<bool>()), 0..3);
    let audience = prop_oneof![
        few().prop_map(Audience::Service),
        one_of(&[Audience::Team]),
        few().prop_map(Audience::Meeting),
    ];
    prop_oneof![
        (wishes(), recipients).prop_map(|(wished, recipients)| Command::Exchange {
            wished,
            recipients: recipients
                .into_iter()
                .map(|(worker, bound_by_secrecy, around)| Recipient {
                    worker,
                    bound_by_secrecy,
                    around,
                    ..karim()
                })
                .collect(),
        }),
        (wishes(), audience).prop_map(|(wished, audience)| Command::Share { wished, audience }),
        one_of(&[Command::Validate]),
        texts().prop_map(|reason| Command::Decline { reason }),
        maybe(texts()).prop_map(|reason| Command::End { reason }),
    ]
}

#[test]
fn the_laws_hold() {
    lawful::<Sharing, Command>(commands(), |_| true);
}
