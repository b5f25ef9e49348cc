//! What each of the seven bases demands.

use super::{KARIM, SCHOOL, exchange, karim, share, terms, wished};
use crate::sharing::{
    Agreed, Audience, Basis, Command, Event, PriorInformation, Recipient, Refusal, Sharing, Terms, Wished,
};
use crate::spec::{asked, day, given, id, text};
use crate::words::ServiceId;
use sealed::Compartment;
use std::collections::BTreeSet;

/// On every basis that the test names, the same is refused.
fn refused(bases: &[Basis], wish: impl Fn(Wished) -> Command, refusal: &Refusal) {
    for basis in bases {
        given::<Sharing>([])
            .when(asked(wish(wished(*basis))))
            .refused(refusal.clone());
    }
}

fn to(recipient: Recipient) -> impl Fn(Wished) -> Command {
    move |wished| Command::Exchange {
        wished,
        recipients: BTreeSet::from([karim(), recipient.clone()]),
    }
}

fn unbound() -> Recipient {
    Recipient {
        worker: id(7),
        bound_by_secrecy: false,
        ..karim()
    }
}

fn withheld(wished: Wished) -> Wished {
    Wished {
        informed: PriorInformation::Withheld {
            reason: text("il serait en danger"),
        },
        ..wished
    }
}

fn hers() -> Agreed {
    Agreed {
        consent: id(4),
        workers: BTreeSet::from([KARIM]),
        services: BTreeSet::from([SCHOOL]),
        scope: BTreeSet::from([Compartment::Housing]),
        until: day(12, 31),
    }
}

fn agreed(agreed: Agreed) -> Wished {
    Wished {
        agreed: Some(agreed),
        ..wished(Basis::Consent)
    }
}

#[test]
fn who_is_not_bound_by_secrecy_receives_nothing_where_the_basis_demands_it() {
    let demand = [Basis::ChildProtection, Basis::CareExchange, Basis::CareTeam];
    refused(&demand, to(unbound()), &Refusal::RecipientNotBound);
    // To coordinate, she may be told who acts and whom it is about, and nothing of the difficulties.
    refused(
        &[Basis::SocialCoordination],
        to(unbound()),
        &Refusal::MoreThanCoordination,
    );
    let mut who_acts = wished(Basis::SocialCoordination);
    who_acts.items.compartments = BTreeSet::from([Compartment::Coordination]);
    let recipients = BTreeSet::from([unbound()]);
    let mut terms = terms(Basis::SocialCoordination);
    terms.items.compartments = BTreeSet::from([Compartment::Coordination, Compartment::Identity]);
    terms.reaches.clone_from(&terms.items.compartments);
    let coordinate = Command::Exchange {
        wished: who_acts,
        recipients: recipients.clone(),
    };
    given::<Sharing>([])
        .when(asked(coordinate))
        .then([Event::Exchanged { terms, recipients }]);
}

#[test]
fn a_category_is_narrowed_to_those_whom_secrecy_binds() {
    for (basis, bound_only) in [(Basis::ChildProtection, true), (Basis::SocialCoordination, true)] {
        given::<Sharing>([])
            .when(asked(share(wished(basis))))
            .then([Event::Shared {
                terms: terms(basis),
                audience: Audience::Service(SCHOOL),
                bound_only,
            }]);
    }
}

#[test]
fn who_passes_it_on_is_bound_herself() {
    let bases = [
        Basis::ChildProtection,
        Basis::SocialCoordination,
        Basis::CareExchange,
        Basis::CareTeam,
    ];
    let unbound = |wished| {
        exchange(Wished {
            author_bound: false,
            ..wished
        })
    };
    refused(&bases, unbound, &Refusal::AuthorNotBound);
}

#[test]
fn the_family_is_told_save_where_a_child_or_a_report_would_suffer() {
    let always = [
        Basis::SocialCoordination,
        Basis::CareExchange,
        Basis::CareTeam,
        Basis::Consent,
        Basis::PersonRequest,
    ];
    refused(&always, |wished| exchange(withheld(wished)), &Refusal::MustBeInformed);
    given::<Sharing>([])
        .when(asked(exchange(withheld(wished(Basis::ChildProtection)))))
        .then([Event::Exchanged {
            terms: Terms {
                informed: PriorInformation::Withheld {
                    reason: text("il serait en danger"),
                },
                ..terms(Basis::ChildProtection)
            },
            recipients: BTreeSet::from([karim()]),
        }]);
}

#[test]
fn some_bases_know_named_people_only_and_a_care_team_those_around_the_person() {
    let named = [Basis::CareExchange, Basis::AuthorityReport, Basis::PersonRequest];
    refused(&named, share, &Refusal::NamedOnly);
    refused(&[Basis::CareTeam], exchange, &Refusal::NotAround);
    refused(&[Basis::CareTeam], share, &Refusal::NotAround);
    let team = Command::Share {
        wished: wished(Basis::CareTeam),
        audience: Audience::Team,
    };
    given::<Sharing>([]).when(asked(team)).then([Event::Shared {
        terms: terms(Basis::CareTeam),
        audience: Audience::Team,
        bound_only: true,
    }]);
}

#[test]
fn consent_covers_who_what_and_how_long() {
    refused(&[Basis::Consent], exchange, &Refusal::NoConsent);
    let with_consent = Terms {
        consent: Some(id(4)),
        ..terms(Basis::Consent)
    };
    given::<Sharing>([])
        .when(asked(share(agreed(hers()))))
        .then([Event::Shared {
            terms: with_consent.clone(),
            audience: Audience::Service(SCHOOL),
            bound_only: false,
        }]);
    // Who is not bound may receive it too: she agreed.
    let landlord = Recipient {
        bound_by_secrecy: false,
        ..karim()
    };
    let recipients = BTreeSet::from([landlord]);
    let exchange_with = |agreed| Command::Exchange {
        wished: agreed,
        recipients: recipients.clone(),
    };
    given::<Sharing>([])
        .when(asked(exchange_with(agreed(hers()))))
        .then([Event::Exchanged {
            terms: with_consent,
            recipients: recipients.clone(),
        }]);
    let less = Agreed {
        scope: BTreeSet::from([Compartment::Work]),
        ..hers()
    };
    let shorter = Agreed {
        until: day(12, 30),
        ..hers()
    };
    let others = Agreed {
        workers: BTreeSet::new(),
        services: BTreeSet::from([ServiceId(uuid::Uuid::from_u128(8))]),
        ..hers()
    };
    for narrow in [less, shorter, others] {
        for wish in [exchange_with(agreed(narrow.clone())), share(agreed(narrow))] {
            given::<Sharing>([]).when(asked(wish)).refused(Refusal::BeyondConsent);
        }
    }
    let table = Command::Share {
        wished: agreed(hers()),
        audience: Audience::Team,
    };
    given::<Sharing>([]).when(asked(table)).refused(Refusal::BeyondConsent);
}

#[test]
fn who_may_object_is_heard() {
    let hears = [
        Basis::CareExchange,
        Basis::CareTeam,
        Basis::Consent,
        Basis::PersonRequest,
    ];
    let opposed = |wished| {
        exchange(Wished {
            opposed: true,
            ..wished
        })
    };
    refused(&hears, opposed, &Refusal::Opposed);
    given::<Sharing>([])
        .when(asked(opposed(wished(Basis::ChildProtection))))
        .then([Event::Exchanged {
            terms: terms(Basis::ChildProtection),
            recipients: BTreeSet::from([karim()]),
        }]);
}

#[test]
fn a_report_to_the_authority_is_a_copy_that_is_not_taken_back() {
    refused(&[Basis::AuthorityReport], exchange, &Refusal::CopyOnly);
    let mut copy = wished(Basis::AuthorityReport);
    copy.items.compartments.clear();
    copy.items.elements.insert(id(5));
    copy.of_elements.insert(Compartment::ChildProtection);
    let mut terms = terms(Basis::AuthorityReport);
    terms.items.compartments = BTreeSet::from([Compartment::Identity]);
    terms.items.elements.insert(id(5));
    terms.reaches = BTreeSet::from([Compartment::Identity, Compartment::ChildProtection]);
    let sent = Event::Exchanged {
        terms,
        recipients: BTreeSet::from([karim()]),
    };
    given::<Sharing>([]).when(asked(exchange(copy))).then([sent.clone()]);
    given::<Sharing>([sent])
        .when(asked(Command::End { reason: None }))
        .refused(Refusal::Transmitted);
}
