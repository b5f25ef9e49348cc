//! The financial aid of a case for one reader: what waits for something first, then what is granted, then the others.

use super::Opening;
use super::case::Looking;
use super::documents::{full_name, people};
use crate::fault::Fault;
use contract::Plain;
use contract::financial_aid::{AidView, EndingView, FinancialAids, GrantView, PaymentView, PutOffView, RejectionView};
use domain::document::About;
use domain::financial_aid::{Amount, COMPARTMENT, Seen, Status};
use domain::words::{Day, EuroCents};
use projections::case_file::{CaseFile, FinancialAidFile, PaymentFile};
use std::cmp::Reverse;

/// The financial aid, as far as this reader may know of it; none when nothing was known of the case on the day asked.
///
/// # Errors
/// When a value cannot be opened.
pub fn financial_aids(file: &CaseFile, open: &Opening, looking: &Looking) -> Result<Option<FinancialAids>, Fault> {
    let Some(opening) = &file.opening else { return Ok(None) };
    let aids = file
        .financial_aids
        .iter()
        .filter_map(|each| view(each, open).transpose());
    let mut aids: Vec<AidView> = aids.collect::<Result<_, Fault>>()?;
    aids.sort_by_key(order);
    Ok(Some(FinancialAids {
        support_case: file.support_case,
        label: open.told(&opening.what.label)?,
        reads: open.permit().reads(COMPARTMENT),
        writes: open.permit().reads(COMPARTMENT) && open.permit().writes(COMPARTMENT),
        people: people(file, open)?,
        aids,
        today: looking.today,
        position: looking.position,
        topic: looking.topic.clone(),
    }))
}

/// The amounts of an aid, as a rule holds a wish against them.
///
/// # Errors
/// When a value cannot be opened.
pub fn amounts(each: &FinancialAidFile, open: &Opening) -> Result<Seen, Fault> {
    let mut seen = Seen {
        asked: open.amount(&each.request.amount)?,
        granted: match &each.grant {
            Some(grant) => open.amount(&grant.what.amount)?,
            None => None,
        },
        ..Seen::default()
    };
    for paid in each.payments.iter().filter(|each| each.retracted.is_none()) {
        if let Some(amount) = open.amount(&paid.payment.amount)? {
            seen.paid.insert(paid.payment.payment, amount);
        }
    }
    Ok(seen)
}

fn order(view: &AidView) -> (u8, Reverse<Day>) {
    let place = match view.status {
        Status::AwaitingDocuments | Status::UnderExamination | Status::Adjourned => 0,
        Status::Accepted => 1,
        Status::Refused | Status::Withdrawn | Status::Closed => 2,
    };
    (place, Reverse(view.on))
}

fn view(each: &FinancialAidFile, open: &Opening) -> Result<Option<AidView>, Fault> {
    let Some(status) = each.rules.status() else {
        return Ok(None);
    };
    let request = &each.request;
    let name = match request.about {
        About::Person(person) => Some(full_name(open, person)?),
        About::Household => None,
    };
    Ok(Some(AidView {
        financial_aid: each.financial_aid,
        status,
        rules: each.rules.clone(),
        about: request.about,
        name,
        fund: request.fund,
        fund_name: open.text_of(request.fund_name.as_ref())?,
        need: request.need,
        asked: told(&request.amount, open)?,
        reason: open.told(&request.reason)?,
        on: request.on,
        by: open.worker_name(each.stamp.by)?,
        missing: request.missing.iter().copied().collect(),
        put_off: put_off(each, open)?,
        grant: grant(each, open)?,
        rejection: rejection(each, open)?,
        ending: match &each.ending {
            None => None,
            Some(ending) => Some(EndingView {
                on: ending.what.on,
                reason: open.told(&ending.what.reason)?,
            }),
        },
        payments: each
            .payments
            .iter()
            .map(|each| payment(each, open))
            .collect::<Result<_, Fault>>()?,
    }))
}

fn put_off(each: &FinancialAidFile, open: &Opening) -> Result<Option<PutOffView>, Fault> {
    let Some(put_off) = each.put_off.as_ref().map(|entry| &entry.what) else {
        return Ok(None);
    };
    Ok(Some(PutOffView {
        on: put_off.on,
        body: open.told(&put_off.body)?,
        reason: open.told(&put_off.reason)?,
        again_on: put_off.again_on,
    }))
}

fn grant(each: &FinancialAidFile, open: &Opening) -> Result<Option<GrantView>, Fault> {
    let Some(grant) = each.grant.as_ref().map(|entry| &entry.what) else {
        return Ok(None);
    };
    Ok(Some(GrantView {
        on: grant.on,
        body: open.told(&grant.body)?,
        amount: told(&grant.amount, open)?,
        more_because: open.text_of(grant.more_because.as_ref())?,
        way: grant.way,
    }))
}

fn rejection(each: &FinancialAidFile, open: &Opening) -> Result<Option<RejectionView>, Fault> {
    let Some(rejection) = each.rejection.as_ref().map(|entry| &entry.what) else {
        return Ok(None);
    };
    Ok(Some(RejectionView {
        on: rejection.on,
        body: open.told(&rejection.body)?,
        reason: open.told(&rejection.reason)?,
        appeal_told: rejection.appeal_told,
        appeal_until: rejection.appeal_until,
    }))
}

fn payment(each: &PaymentFile, open: &Opening) -> Result<PaymentView, Fault> {
    Ok(PaymentView {
        payment: each.payment.payment,
        on: each.payment.on,
        amount: told(&each.payment.amount, open)?,
        way: each.payment.way,
        retracted: match &each.retracted {
            None => None,
            Some(entry) => Some(open.told(&entry.what)?),
        },
    })
}

fn told(amount: &Amount, open: &Opening) -> Result<Option<Plain<u64>>, Fault> {
    Ok(open.amount(amount)?.map(EuroCents::cents).map(Plain))
}
