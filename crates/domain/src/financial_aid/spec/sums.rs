//! Whatever is asked in whatever order: what is paid never passes what was granted, and nothing leaves the seven statuses.

use super::{
    Command, Event, FinancialAid, Fund, Grant, Payment, Refusal, Request, Seen, Status, adjournment, amount, ending,
    grant, in_force, payment, rejection, request, retracting, text, today,
};
use crate::document::Kind;
use crate::spec::{days, lawful_in, maybe, one_of, texts};
use crate::words::{Day, EuroCents, PaymentId};
use crate::{Decider, fold};
use proptest::prelude::{Strategy, prop_oneof};
use proptest::test_runner::{Config, TestRunner};

/// The amounts as a server opens them: those of the facts so far.
fn opened(so_far: &[Event]) -> Seen {
    let mut seen = Seen::default();
    for event in so_far {
        match event {
            Event::Requested(request) => seen.asked = request.amount.clear().copied(),
            Event::Accepted(grant) => seen.granted = grant.amount.clear().copied(),
            Event::Paid(payment) => {
                seen.paid.insert(payment.payment, *payment.amount.clear().unwrap());
            }
            Event::PaymentRetracted { payment, reason: _ } => {
                seen.paid.remove(payment);
            }
            Event::Completed { .. }
            | Event::Resumed { .. }
            | Event::Refused(_)
            | Event::Adjourned(_)
            | Event::Withdrawn(_)
            | Event::Closed(_) => {}
        }
    }
    seen
}

/// The same wish with what was seen before it.
fn seeing(wish: Command, seen: Seen) -> Command {
    match wish {
        Command::Accept { grant, seen: _ } => Command::Accept { grant, seen },
        Command::Pay { payment, seen: _ } => Command::Pay { payment, seen },
        Command::Request(_)
        | Command::Complete { .. }
        | Command::Resume { .. }
        | Command::Refuse(_)
        | Command::Adjourn(_)
        | Command::Withdraw(_)
        | Command::Close(_)
        | Command::RetractPayment { .. } => wish,
    }
}

fn wishes() -> impl Strategy<Value = Command> {
    let missing = one_of(&[Kind::Income, Kind::Lease]);
    let requests = (days(), proptest::collection::btree_set(missing, 0..2), 1..400_u64);
    prop_oneof![
        requests.prop_map(|(on, missing, of)| Command::Request(Request {
            on,
            missing,
            fund: Fund::Emergency,
            amount: amount(of),
            ..request()
        })),
        days().prop_map(|on| Command::Complete { on }),
        days().prop_map(|on| Command::Resume { on }),
        grants(),
        days().prop_map(|on| Command::Refuse(super::Rejection {
            on,
            appeal_until: None,
            ..rejection()
        })),
        days().prop_map(|on| Command::Adjourn(super::Adjournment {
            on,
            again_on: None,
            ..adjournment()
        })),
        days().prop_map(|on| Command::Withdraw(ending(on))),
        days().prop_map(|on| Command::Close(ending(on))),
        payments(),
        payments(),
        (1..6_u128).prop_map(retracting),
    ]
}

fn grants() -> impl Strategy<Value = Command> {
    (days(), 1..500_u64, maybe(texts())).prop_map(|(on, of, more_because)| Command::Accept {
        grant: Grant {
            on,
            ..grant(of, more_because)
        },
        seen: Seen::default(),
    })
}

fn payments() -> impl Strategy<Value = Command> {
    (days(), 1..6_u128, 1..300_u64).prop_map(|(on, number, of)| Command::Pay {
        payment: Payment {
            on,
            ..payment(number, of)
        },
        seen: Seen::default(),
    })
}

/// A whole life: granted on an early day, then whatever is asked.
fn lives() -> impl Strategy<Value = Vec<Command>> {
    let any = || proptest::collection::vec(wishes(), 0..40);
    let granted = (days(), 1..400_u64).prop_map(|(on, of)| {
        let early = Day(jiff::civil::date(2026, 1, 1));
        vec![
            Command::Request(Request {
                on: early,
                missing: [].into(),
                ..request()
            }),
            Command::Accept {
                grant: Grant {
                    on,
                    ..grant(of, Some(text("Avec les frais")))
                },
                seen: Seen::default(),
            },
        ]
    });
    prop_oneof![
        any(),
        (granted, any()).prop_map(|(before, after)| [before, after].concat())
    ]
}

#[test]
fn what_is_paid_never_passes_what_was_granted_and_nothing_leaves_the_seven_statuses() {
    let config = Config {
        cases: 512,
        failure_persistence: None,
        ..Config::default()
    };
    let tried = TestRunner::new(config).run(&lives(), |wishes| {
        let mut facts: Vec<Event> = Vec::new();
        for wish in wishes {
            let before: FinancialAid = fold(FinancialAid::default(), &facts);
            let wish = seeing(wish, opened(&facts));
            let Ok(decided) = before.decide(&today(wish)) else {
                continue;
            };
            facts.extend(decided.events);
            let after = fold(FinancialAid::default(), &facts).status();
            assert!(after.is_some_and(|status| Status::ALL.contains(&status)));
            let ended = [Status::Refused, Status::Withdrawn, Status::Closed];
            assert!(
                !before.status().is_some_and(|status| ended.contains(&status)),
                "it was over"
            );
            if before.status() == Some(Status::Accepted) {
                assert_eq!(after, Some(Status::Accepted), "what was granted stays granted");
            }
            let seen = opened(&facts);
            let paid = EuroCents::sum(seen.paid.into_values());
            assert!(paid <= seen.granted.map_or(0, EuroCents::cents));
        }
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

#[test]
fn what_was_seen_before_somebody_else_paid_lets_nothing_through() {
    let tried = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    })
    .run(&(1..300_u64, 1..300_u64), |(one, two)| {
        let seen = opened(&super::accepted());
        let pays = |number, of| Command::Pay {
            payment: payment(number, of),
            seen: seen.clone(),
        };
        let mut facts = super::accepted();
        let state: FinancialAid = fold(FinancialAid::default(), &facts);
        facts.extend(state.decide(&today(pays(1, one))).unwrap().events);
        let state: FinancialAid = fold(FinancialAid::default(), &facts);
        assert_eq!(state.decide(&today(pays(2, two))), Err(Refusal::ChangedMeanwhile));
        let known: Vec<PaymentId> = opened(&facts).paid.into_keys().collect();
        assert_eq!(known, [super::id(1)]);
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

#[test]
fn a_financial_aid_obeys_the_laws_of_every_rule() {
    lawful_in::<FinancialAid, _>(&in_force(), wishes(), |command| match command {
        Command::Request(_)
        | Command::Complete { .. }
        | Command::Resume { .. }
        | Command::Accept { .. }
        | Command::Refuse(_)
        | Command::Adjourn(_)
        | Command::Withdraw(_)
        | Command::Close(_)
        | Command::Pay { .. }
        | Command::RetractPayment { .. } => true,
    });
}
