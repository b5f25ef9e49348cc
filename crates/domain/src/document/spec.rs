//! The law of documents, read aloud.

use super::{
    ASKED, About, Command, Deposit, Document, Event, Held, Kind, MediaType, Piece, Refusal, Renewal, Request, Seen,
};
use crate::configuration::InForce;
use crate::spec::{
    ANOTHER, CLAIRE, HERS, MALO, asked, day, days, few, given, id, imported, lawful_in, maybe, one_of, text, texts,
};
use crate::words::{ContentId, Day, DomainOfLife};
use crate::{Asked, Decider, Reason};
use proptest::prelude::{Strategy, prop_oneof};
use sealed::Compartment;

/// A wish on 19 November 2026, in a territory that tells its day.
fn today<C>(command: C) -> Asked<C> {
    on_that_day(asked(command))
}

fn on_that_day<C>(asked: Asked<C>) -> Asked<C> {
    Asked {
        in_force: in_force(),
        ..asked
    }
}

fn in_force() -> InForce {
    InForce {
        on: Some(day(11, 19)),
        ..InForce::default()
    }
}

fn request() -> Request {
    Request {
        support_case: HERS,
        about: About::Person(CLAIRE),
        kind: Kind::Identity,
        domain: None,
        from: Some(text("Claire, à son prochain rendez-vous")),
        due_on: Some(day(12, 3)),
    }
}

fn seen(asked: u64, pieces: &[Piece]) -> Seen {
    Seen {
        asked,
        pieces: pieces.to_vec(),
        elsewhere: false,
    }
}

fn requesting(request: Request, pieces: &[Piece]) -> Command {
    Command::Request {
        request,
        seen: seen(0, pieces),
    }
}

fn held() -> Held {
    Held {
        media_type: MediaType::Pdf,
        bytes: 48_213,
        fingerprint: text("9f86d081"),
    }
}

fn deposit(valid_until: Option<Day>) -> Deposit {
    Deposit {
        support_case: HERS,
        about: About::Person(CLAIRE),
        kind: Kind::Identity,
        domain: None,
        title: Some(text("Carte de séjour")),
        valid_until,
        held: held(),
    }
}

fn depositing(deposit: Deposit) -> Command {
    Command::Deposit {
        deposit,
        content: content(1),
    }
}

fn content(number: u128) -> ContentId {
    id(number)
}

fn there() -> Event {
    Event::Deposited {
        deposit: deposit(Some(day(12, 31))),
        content: content(1),
    }
}

fn renewal(valid_until: Option<Day>) -> Renewal {
    Renewal {
        title: None,
        valid_until,
        held: held(),
    }
}

fn renewing(valid_until: Option<Day>) -> Command {
    Command::Renew {
        renewal: renewal(valid_until),
        content: content(2),
    }
}

fn withdraw() -> Command {
    Command::Withdraw {
        reason: text("Déposée dans la mauvaise situation."),
    }
}

fn withdrawn() -> Event {
    Event::Withdrawn {
        reason: text("Déposée dans la mauvaise situation."),
    }
}

#[test]
fn a_piece_is_asked_for_and_takes_the_next_turn() {
    let wish = Command::Request {
        request: request(),
        seen: seen(3, &[]),
    };
    let decided = Document::default().decide(&today(wish)).unwrap();
    assert_eq!(decided.events, [Event::Requested(request())]);
    let taken: Vec<_> = decided
        .reservations
        .iter()
        .map(|each| (each.scope, each.value.as_str()))
        .collect();
    assert_eq!(taken, [(ASKED, format!("{HERS}:{CLAIRE}:identity:1:4").as_str())]);
}

#[test]
fn what_is_there_and_good_is_not_asked_for_again() {
    given::<Document>([])
        .when(today(requesting(request(), &[Piece::There { valid_until: None }])))
        .refused(Refusal::AlreadyThere);
    for until in [day(11, 19), day(12, 31)] {
        let there = Piece::There {
            valid_until: Some(until),
        };
        given::<Document>([])
            .when(today(requesting(request(), &[there])))
            .refused(Refusal::AlreadyThereUntil { valid_until: until });
    }
}

#[test]
fn the_refusal_tells_until_when_it_is_good() {
    let refusal = Refusal::AlreadyThereUntil {
        valid_until: day(12, 1),
    };
    let told = [("date", "01/12/2026".to_owned())];
    assert_eq!(refusal.arguments(), told);
}

#[test]
fn what_is_good_in_another_case_that_is_open_to_her_is_not_asked_for_again() {
    let elsewhere = |kind| Command::Request {
        request: Request { kind, ..request() },
        seen: Seen {
            elsewhere: true,
            ..Seen::default()
        },
    };
    given::<Document>([])
        .when(today(elsewhere(Kind::Identity)))
        .refused(Refusal::ThereElsewhere);
    let letter = Request {
        kind: Kind::Letter,
        ..request()
    };
    given::<Document>([])
        .when(today(elsewhere(Kind::Letter)))
        .then([Event::Requested(letter)]);
}

#[test]
fn what_is_asked_for_already_is_not_asked_for_again() {
    given::<Document>([])
        .when(today(requesting(request(), &[Piece::Awaited])))
        .refused(Refusal::AlreadyAsked);
}

#[test]
fn what_is_good_no_more_is_asked_for_again() {
    let over = Piece::There {
        valid_until: Some(day(11, 18)),
    };
    given::<Document>([])
        .when(today(requesting(request(), &[over])))
        .then([Event::Requested(request())]);
}

#[test]
fn letters_and_decisions_are_many() {
    for kind in [Kind::Letter, Kind::Decision, Kind::Other] {
        let another = Request { kind, ..request() };
        let there = [Piece::Awaited, Piece::There { valid_until: None }];
        given::<Document>([])
            .when(today(requesting(another.clone(), &there)))
            .then([Event::Requested(another)]);
    }
}

#[test]
fn a_piece_is_deposited_whether_it_was_asked_for_or_not() {
    for so_far in [vec![], vec![Event::Requested(request())]] {
        given::<Document>(so_far)
            .when(today(depositing(deposit(Some(day(12, 31))))))
            .then([there()]);
    }
}

#[test]
fn a_piece_of_the_past_is_kept_but_answers_no_request() {
    let old = deposit(Some(day(1, 31)));
    given::<Document>([])
        .when(today(depositing(old.clone())))
        .then([Event::Deposited {
            deposit: old.clone(),
            content: content(1),
        }]);
    given::<Document>([Event::Requested(request())])
        .when(today(depositing(old.clone())))
        .refused(Refusal::AlreadyOver);
    given::<Document>([Event::Requested(request())])
        .when(on_that_day(imported(depositing(old.clone()))))
        .then([Event::Deposited {
            deposit: old,
            content: content(1),
        }]);
}

#[test]
fn what_is_deposited_is_what_was_asked_for() {
    let others = [
        Deposit {
            kind: Kind::Income,
            ..deposit(None)
        },
        Deposit {
            about: About::Person(MALO),
            ..deposit(None)
        },
        Deposit {
            about: About::Household,
            ..deposit(None)
        },
        Deposit {
            support_case: ANOTHER,
            ..deposit(None)
        },
        Deposit {
            domain: Some(DomainOfLife::Health),
            ..deposit(None)
        },
    ];
    for other in others {
        given::<Document>([Event::Requested(request())])
            .when(today(depositing(other)))
            .refused(Refusal::AnotherPiece);
    }
}

#[test]
fn a_document_is_asked_for_and_deposited_once() {
    for so_far in [vec![there()], vec![Event::Requested(request()), there()]] {
        for wish in [requesting(request(), &[]), depositing(deposit(None))] {
            given::<Document>(so_far.clone())
                .when(today(wish))
                .refused(Refusal::AlreadyKnown);
        }
    }
    given::<Document>([Event::Requested(request())])
        .when(today(requesting(request(), &[])))
        .refused(Refusal::AlreadyKnown);
}

#[test]
fn a_newer_one_takes_its_place_as_often_as_needed() {
    let renewed = Event::Renewed {
        renewal: renewal(Some(day(12, 31))),
        content: content(2),
    };
    for so_far in [vec![there()], vec![there(), renewed.clone()]] {
        given::<Document>(so_far)
            .when(today(renewing(Some(day(12, 31)))))
            .then([renewed.clone()]);
    }
    given::<Document>([there()])
        .when(today(renewing(Some(day(11, 18)))))
        .refused(Refusal::AlreadyOver);
}

#[test]
fn nothing_takes_the_place_of_what_is_not_there() {
    for so_far in [vec![], vec![Event::Requested(request())]] {
        given::<Document>(so_far)
            .when(today(renewing(None)))
            .refused(Refusal::NotThere);
    }
    given::<Document>([]).when(today(withdraw())).refused(Refusal::NotThere);
}

#[test]
fn a_request_or_a_piece_is_taken_back_for_good() {
    for so_far in [vec![there()], vec![Event::Requested(request())]] {
        given::<Document>(so_far.clone())
            .when(today(withdraw()))
            .then([withdrawn()]);
        for wish in [
            requesting(request(), &[]),
            depositing(deposit(None)),
            renewing(None),
            withdraw(),
        ] {
            let over = [so_far.clone(), vec![withdrawn()]].concat();
            given::<Document>(over).when(today(wish)).refused(Refusal::Withdrawn);
        }
    }
}

#[test]
fn a_piece_lies_with_what_it_shows() {
    let lies = |kind: Kind, domain| kind.compartment(domain);
    assert_eq!(lies(Kind::Identity, Some(DomainOfLife::Health)), Compartment::Identity);
    assert_eq!(lies(Kind::Lease, None), Compartment::Housing);
    assert_eq!(lies(Kind::BankDetails, None), Compartment::Budget);
    assert_eq!(lies(Kind::Letter, None), Compartment::Social);
    assert_eq!(lies(Kind::Letter, Some(DomainOfLife::Health)), Compartment::Health);
    assert_eq!(lies(Kind::Decision, None), Compartment::Judicial);
    assert_eq!(lies(Kind::Decision, Some(DomainOfLife::Housing)), Compartment::Housing);
    for kind in Kind::ALL {
        assert_eq!(
            lies(kind, Some(DomainOfLife::Safety)),
            Compartment::Protected,
            "{kind:?}: it may hold an address"
        );
        for domain in DomainOfLife::ALL {
            let with_its_domain = lies(kind, Some(domain)) == domain.compartment();
            assert!(with_its_domain || !kind.lies_with(domain), "{kind:?} {domain:?}");
        }
    }
}

#[test]
fn a_media_type_is_known_by_its_name_on_the_wire() {
    for media_type in MediaType::ALL {
        assert_eq!(MediaType::of_mime(media_type.mime()), Some(media_type));
    }
    assert_eq!(MediaType::of_mime("text/html"), None);
}

#[test]
fn a_document_obeys_the_laws_of_every_rule() {
    lawful_in::<Document, _>(&in_force(), commands(), |command| match command {
        Command::Request { .. } | Command::Deposit { .. } | Command::Withdraw { .. } => true,
        Command::Renew { .. } => false,
    });
}

fn commands() -> impl Strategy<Value = Command> {
    let kinds = || one_of(&[Kind::Identity, Kind::Letter]);
    let abouts = || one_of(&[About::Person(CLAIRE), About::Household]);
    let pieces = one_of(&[Piece::Awaited, Piece::There { valid_until: None }]);
    let requests = (
        few(),
        abouts(),
        kinds(),
        maybe(days()),
        proptest::collection::vec(pieces, 0..2),
    );
    prop_oneof![
        requests.prop_map(|(support_case, about, kind, due_on, pieces)| Command::Request {
            request: Request {
                support_case,
                about,
                kind,
                domain: None,
                from: None,
                due_on
            },
            seen: seen(0, &pieces),
        }),
        (few(), abouts(), kinds(), maybe(days())).prop_map(|(support_case, about, kind, valid_until)| {
            Command::Deposit {
                deposit: Deposit {
                    support_case,
                    about,
                    kind,
                    ..deposit(valid_until)
                },
                content: content(1),
            }
        }),
        maybe(days()).prop_map(renewing),
        texts().prop_map(|reason| Command::Withdraw { reason }),
    ]
}
