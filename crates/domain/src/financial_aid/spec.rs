//! The law of financial aid, read aloud.

mod paid;
mod sums;

use super::{
    Adjournment, Amount, COMPARTMENT, Command, Ending, Event, FinancialAid, Fund, Grant, Method, Need, Payee, Payment,
    Refusal, Rejection, Request, Seen, Status, Way,
};
use crate::configuration::InForce;
use crate::document::{About, Kind};
use crate::spec::{CLAIRE, HERS, asked, day, given, id, text};
use crate::words::{Day, EuroCents, Text};
use crate::{Asked, Reason, fold};
use sealed::Private;

/// A wish on 19 November 2026, in a territory that tells its day.
fn today<C>(command: C) -> Asked<C> {
    Asked {
        in_force: in_force(),
        ..asked(command)
    }
}

fn in_force() -> InForce {
    InForce {
        on: Some(day(11, 19)),
        ..InForce::default()
    }
}

fn euros(euros: u64) -> EuroCents {
    EuroCents::told(euros * 100).unwrap()
}

fn amount(of: u64) -> Amount {
    Private::person(CLAIRE.0, COMPARTMENT, euros(of))
}

fn request() -> Request {
    Request {
        support_case: HERS,
        about: About::Person(CLAIRE),
        fund: Fund::HousingEnergy,
        fund_name: None,
        need: Need::Energy,
        amount: amount(350),
        reason: text("Facture d’électricité de l’hiver"),
        on: day(10, 5),
        agreed: true,
        missing: [Kind::Income, Kind::BankDetails].into(),
    }
}

fn complete(on: Day) -> Command {
    Command::Complete { on }
}

fn way() -> Way {
    Way {
        method: Method::Transfer,
        to: Payee::Creditor,
    }
}

fn grant(of: u64, more_because: Option<Text>) -> Grant {
    Grant {
        amount: amount(of),
        more_because,
        body: text("Commission FSL"),
        on: day(11, 3),
        way: way(),
    }
}

/// What is known of 350 € that were asked for.
fn seen(granted: Option<u64>, paid: &[(u128, u64)]) -> Seen {
    Seen {
        asked: Some(euros(350)),
        granted: granted.map(euros),
        paid: paid.iter().map(|(number, of)| (id(*number), euros(*of))).collect(),
    }
}

fn accepting(grant: Grant) -> Command {
    Command::Accept {
        grant,
        seen: seen(None, &[]),
    }
}

fn rejection() -> Rejection {
    Rejection {
        reason: text("Ressources au-dessus du plafond"),
        body: text("Commission FSL"),
        on: day(11, 3),
        appeal_told: true,
        appeal_until: Some(day(12, 31)),
    }
}

fn adjournment() -> Adjournment {
    Adjournment {
        reason: text("Il manque l’avis du fournisseur"),
        body: text("Commission FSL"),
        on: day(11, 3),
        again_on: Some(day(11, 30)),
    }
}

fn ending(on: Day) -> Ending {
    Ending {
        on,
        reason: text("Elle a trouvé un accord avec le fournisseur"),
    }
}

fn payment(number: u128, of: u64) -> Payment {
    Payment {
        payment: id(number),
        amount: amount(of),
        on: day(11, 12),
        way: way(),
    }
}

fn paying(number: u128, of: u64, paid: &[(u128, u64)]) -> Command {
    Command::Pay {
        payment: payment(number, of),
        seen: seen(Some(300), paid),
    }
}

fn retracting(number: u128) -> Command {
    Command::RetractPayment {
        payment: id(number),
        reason: text("Saisi sur la mauvaise aide"),
    }
}

fn retracted(number: u128) -> Event {
    Event::PaymentRetracted {
        payment: id(number),
        reason: text("Saisi sur la mauvaise aide"),
    }
}

fn awaiting() -> Vec<Event> {
    vec![Event::Requested(request())]
}

fn examined() -> Vec<Event> {
    [awaiting(), vec![Event::Completed { on: day(10, 20) }]].concat()
}

fn adjourned() -> Vec<Event> {
    [examined(), vec![Event::Adjourned(adjournment())]].concat()
}

/// 300 € of 350 €.
fn accepted() -> Vec<Event> {
    [examined(), vec![Event::Accepted(grant(300, None))]].concat()
}

fn refused() -> Vec<Event> {
    [examined(), vec![Event::Refused(rejection())]].concat()
}

fn withdrawn() -> Vec<Event> {
    [awaiting(), vec![Event::Withdrawn(ending(day(10, 8)))]].concat()
}

fn closed() -> Vec<Event> {
    [awaiting(), vec![Event::Closed(ending(day(10, 8)))]].concat()
}

fn status(so_far: &[Event]) -> Option<Status> {
    fold(FinancialAid::default(), so_far).status()
}

/// Each move before a decision, on a day that is well.
fn moves() -> [Command; 7] {
    let on = day(11, 3);
    [
        complete(on),
        Command::Resume { on },
        accepting(grant(300, None)),
        Command::Refuse(rejection()),
        Command::Adjourn(adjournment()),
        Command::Withdraw(ending(on)),
        Command::Close(ending(on)),
    ]
}

#[test]
fn a_request_waits_for_its_documents_or_is_examined_at_once() {
    given::<FinancialAid>([])
        .when(today(Command::Request(request())))
        .then(awaiting());
    assert_eq!(status(&awaiting()), Some(Status::AwaitingDocuments));
    let whole = Request {
        missing: [].into(),
        ..request()
    };
    given::<FinancialAid>([])
        .when(today(Command::Request(whole.clone())))
        .then([Event::Requested(whole.clone())]);
    assert_eq!(status(&[Event::Requested(whole)]), Some(Status::UnderExamination));
    assert_eq!(status(&[]), None);
}

#[test]
fn nothing_is_requested_without_the_person_twice_or_from_a_fund_that_nobody_names() {
    let not_agreed = Request {
        agreed: false,
        ..request()
    };
    given::<FinancialAid>([])
        .when(today(Command::Request(not_agreed)))
        .refused(Refusal::NotAgreed);
    let unnamed = Request {
        fund: Fund::Other,
        ..request()
    };
    given::<FinancialAid>([])
        .when(today(Command::Request(unnamed.clone())))
        .refused(Refusal::FundUnnamed);
    let named = Request {
        fund_name: Some(text("Fondation Abbé Pierre")),
        ..unnamed
    };
    given::<FinancialAid>([])
        .when(today(Command::Request(named.clone())))
        .then([Event::Requested(named)]);
    for so_far in [
        awaiting(),
        examined(),
        adjourned(),
        accepted(),
        refused(),
        withdrawn(),
        closed(),
    ] {
        given::<FinancialAid>(so_far)
            .when(today(Command::Request(request())))
            .refused(Refusal::AlreadyKnown);
    }
}

#[test]
fn nothing_happened_on_a_day_that_is_still_to_come() {
    let tomorrow = day(11, 20);
    let late = Request {
        on: tomorrow,
        ..request()
    };
    let cases = [
        (vec![], Command::Request(late)),
        (awaiting(), complete(tomorrow)),
        (adjourned(), Command::Resume { on: tomorrow }),
        (awaiting(), Command::Withdraw(ending(tomorrow))),
        (examined(), Command::Close(ending(tomorrow))),
        (
            examined(),
            accepting(Grant {
                on: tomorrow,
                ..grant(300, None)
            }),
        ),
    ];
    for (so_far, wish) in cases {
        given::<FinancialAid>(so_far)
            .when(today(wish))
            .refused(Refusal::InTheFuture);
    }
    given::<FinancialAid>(awaiting())
        .when(today(complete(day(11, 19))))
        .then([Event::Completed { on: day(11, 19) }]);
}

#[test]
fn nothing_happened_before_what_is_known_already() {
    let cases = [
        (awaiting(), complete(day(10, 4))),
        (
            examined(),
            Command::Refuse(Rejection {
                on: day(10, 19),
                ..rejection()
            }),
        ),
        (adjourned(), Command::Resume { on: day(11, 2) }),
        (
            accepted(),
            Command::Pay {
                payment: Payment {
                    on: day(11, 2),
                    ..payment(1, 100)
                },
                seen: seen(Some(300), &[]),
            },
        ),
    ];
    for (so_far, wish) in cases {
        given::<FinancialAid>(so_far)
            .when(today(wish))
            .refused(Refusal::BeforeWhatIsKnown);
    }
}

#[test]
fn nobody_decides_while_documents_are_missing_or_the_request_is_put_off() {
    let decisions = || {
        [
            accepting(grant(300, None)),
            Command::Refuse(rejection()),
            Command::Adjourn(adjournment()),
        ]
    };
    for (so_far, refusal) in [
        (awaiting(), Refusal::DocumentsAwaited),
        (adjourned(), Refusal::StillAdjourned),
    ] {
        for wish in decisions() {
            given::<FinancialAid>(so_far.clone()).when(today(wish)).refused(refusal);
        }
    }
    for so_far in [examined(), adjourned()] {
        given::<FinancialAid>(so_far)
            .when(today(complete(day(11, 3))))
            .refused(Refusal::NothingAwaited);
    }
    for so_far in [awaiting(), examined()] {
        given::<FinancialAid>(so_far)
            .when(today(Command::Resume { on: day(11, 3) }))
            .refused(Refusal::NotAdjourned);
    }
}

#[test]
fn an_examined_request_is_granted_refused_or_put_off_and_looked_at_again() {
    given::<FinancialAid>(examined())
        .when(today(accepting(grant(300, None))))
        .then([Event::Accepted(grant(300, None))]);
    given::<FinancialAid>(examined())
        .when(today(Command::Refuse(rejection())))
        .then([Event::Refused(rejection())]);
    given::<FinancialAid>(examined())
        .when(today(Command::Adjourn(adjournment())))
        .then([Event::Adjourned(adjournment())]);
    given::<FinancialAid>(adjourned())
        .when(today(Command::Resume { on: day(11, 10) }))
        .then([Event::Resumed { on: day(11, 10) }]);
    let again = [adjourned(), vec![Event::Resumed { on: day(11, 10) }]].concat();
    let statuses = [examined(), accepted(), refused(), adjourned(), again].map(|so_far| status(&so_far).unwrap());
    let expected = [
        Status::UnderExamination,
        Status::Accepted,
        Status::Refused,
        Status::Adjourned,
        Status::UnderExamination,
    ];
    assert_eq!(statuses, expected);
}

#[test]
fn more_than_was_asked_for_is_granted_only_with_a_reason() {
    given::<FinancialAid>(examined())
        .when(today(accepting(grant(351, None))))
        .refused(Refusal::MoreThanAsked);
    let because = Some(text("Une seconde facture est arrivée"));
    for granted in [grant(350, None), grant(1, None), grant(400, because)] {
        given::<FinancialAid>(examined())
            .when(today(accepting(granted.clone())))
            .then([Event::Accepted(granted)]);
    }
}

#[test]
fn the_days_that_a_decision_tells_follow_it() {
    given::<FinancialAid>(examined())
        .when(today(Command::Refuse(Rejection {
            appeal_until: Some(day(11, 2)),
            ..rejection()
        })))
        .refused(Refusal::AppealTooEarly);
    given::<FinancialAid>(examined())
        .when(today(Command::Adjourn(Adjournment {
            again_on: Some(day(11, 2)),
            ..adjournment()
        })))
        .refused(Refusal::AgainTooEarly);
}

#[test]
fn before_a_decision_the_person_may_give_it_up_and_the_service_may_close_it() {
    let on = day(11, 3);
    for so_far in [awaiting(), examined(), adjourned()] {
        given::<FinancialAid>(so_far.clone())
            .when(today(Command::Withdraw(ending(on))))
            .then([Event::Withdrawn(ending(on))]);
        given::<FinancialAid>(so_far)
            .when(today(Command::Close(ending(on))))
            .then([Event::Closed(ending(on))]);
    }
    let statuses = [withdrawn(), closed()].map(|so_far| status(&so_far).unwrap());
    assert_eq!(statuses, [Status::Withdrawn, Status::Closed]);
}

#[test]
fn what_is_decided_or_over_moves_no_more_and_what_nobody_requested_not_at_all() {
    for (so_far, refusal) in [
        (vec![], Refusal::NotRequested),
        (accepted(), Refusal::AlreadyDecided),
        (refused(), Refusal::AlreadyDecided),
        (withdrawn(), Refusal::Over),
        (closed(), Refusal::Over),
    ] {
        for wish in moves() {
            given::<FinancialAid>(so_far.clone()).when(today(wish)).refused(refusal);
        }
    }
}

#[test]
fn a_refusal_tells_which_field_has_to_change() {
    let fields = [
        (Refusal::NotAgreed, Some("agreed")),
        (Refusal::InTheFuture, Some("on")),
        (Refusal::MoreThanAsked, Some("more_because")),
        (Refusal::MoreThanGranted, Some("amount")),
        (Refusal::ChangedMeanwhile, None),
    ];
    for (refusal, field) in fields {
        assert_eq!(refusal.field(), field, "{}", refusal.code());
    }
}

#[test]
fn every_status_has_a_code_of_its_own() {
    let codes: std::collections::BTreeSet<_> = Status::ALL.iter().map(|each| each.code()).collect();
    assert_eq!(codes.len(), 7);
}
