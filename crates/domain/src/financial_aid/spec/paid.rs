//! Only what was granted is paid, in as many times as it takes, and what was written by mistake leaves its place.

use super::{
    accepted, adjourned, awaiting, closed, examined, grant, paying, payment, refused, retracted, retracting, status,
    today, withdrawn,
};
use crate::financial_aid::{Command, Event, FinancialAid, Refusal, Seen, Stage, Standing, Status};
use crate::fold;
use crate::spec::{day, given, id};
use crate::words::PaymentId;

#[test]
fn only_what_was_granted_is_paid() {
    for (so_far, refusal) in [
        (vec![], Refusal::NotRequested),
        (awaiting(), Refusal::NotGranted),
        (examined(), Refusal::NotGranted),
        (adjourned(), Refusal::NotGranted),
        (refused(), Refusal::NotGranted),
        (withdrawn(), Refusal::Over),
        (closed(), Refusal::Over),
    ] {
        for wish in [paying(1, 100, &[]), retracting(1)] {
            given::<FinancialAid>(so_far.clone()).when(today(wish)).refused(refusal);
        }
    }
}

#[test]
fn payments_add_up_to_what_was_granted_and_no_further() {
    let paid = |number, of| Event::Paid(payment(number, of));
    given::<FinancialAid>(accepted())
        .when(today(paying(1, 100, &[])))
        .then([paid(1, 100)]);
    let once = [accepted(), vec![paid(1, 100)]].concat();
    given::<FinancialAid>(once.clone())
        .when(today(paying(2, 201, &[(1, 100)])))
        .refused(Refusal::MoreThanGranted);
    given::<FinancialAid>(once.clone())
        .when(today(paying(2, 200, &[(1, 100)])))
        .then([paid(2, 200)]);
    let all = [once.clone(), vec![paid(2, 200)]].concat();
    given::<FinancialAid>(all.clone())
        .when(today(paying(3, 1, &[(1, 100), (2, 200)])))
        .refused(Refusal::MoreThanGranted);
    assert_eq!(status(&all), Some(Status::Accepted));
    // A payment that was seen by nobody, or is no more, would let too much be paid.
    for stale in [vec![], vec![(2, 100)], vec![(1, 100), (2, 200)]] {
        given::<FinancialAid>(once.clone())
            .when(today(paying(3, 100, &stale)))
            .refused(Refusal::ChangedMeanwhile);
    }
    given::<FinancialAid>(once)
        .when(today(paying(1, 100, &[(1, 100)])))
        .refused(Refusal::AlreadyPaid);
}

#[test]
fn a_payment_that_was_written_by_mistake_is_taken_back_and_leaves_its_place() {
    let paid = [accepted(), vec![Event::Paid(payment(1, 300))]].concat();
    given::<FinancialAid>(paid.clone())
        .when(today(retracting(1)))
        .then([retracted(1)]);
    let back = [paid.clone(), vec![retracted(1)]].concat();
    given::<FinancialAid>(back.clone())
        .when(today(paying(2, 300, &[])))
        .then([Event::Paid(payment(2, 300))]);
    given::<FinancialAid>(back.clone())
        .when(today(paying(1, 300, &[])))
        .refused(Refusal::AlreadyPaid);
    for (so_far, number) in [(accepted(), 1), (paid, 2), (back, 1)] {
        given::<FinancialAid>(so_far)
            .when(today(retracting(number)))
            .refused(Refusal::NotPaid);
    }
}

#[test]
fn nothing_is_held_against_amounts_that_were_erased() {
    given::<FinancialAid>(examined())
        .when(today(Command::Accept {
            grant: grant(300, None),
            seen: Seen::default(),
        }))
        .refused(Refusal::AmountsUnknown);
    // Also where something was paid before: nobody else has written, the amounts are gone.
    let once = [accepted(), vec![Event::Paid(payment(2, 100))]].concat();
    for so_far in [accepted(), once] {
        given::<FinancialAid>(so_far)
            .when(today(Command::Pay {
                payment: payment(1, 100),
                seen: Seen::default(),
            }))
            .refused(Refusal::AmountsUnknown);
    }
}

#[test]
fn a_state_keeps_payments_and_no_amount() {
    let state = fold(
        FinancialAid::default(),
        &[accepted(), vec![Event::Paid(payment(1, 100)), retracted(1)]].concat(),
    );
    let payments: Vec<(PaymentId, Standing)> = vec![(id(1), Standing::Retracted)];
    let expected = FinancialAid::Accepted {
        since: day(11, 3),
        payments: payments.into_iter().collect(),
    };
    assert_eq!(state, expected);
    let put_off = FinancialAid::Undecided {
        stage: Stage::Adjourned,
        since: day(11, 3),
    };
    assert_eq!(fold(FinancialAid::default(), &adjourned()), put_off);
}
