//! The facts of financial aid.

use super::{CaseFile, Entry, Stamp, stamp};
use domain::Decider;
use domain::financial_aid::{
    Adjournment, COMPARTMENT, Ending, Event, FinancialAid, Grant, Payment, Rejection, Request,
};
use domain::words::{FinancialAidId, PaymentId, Text};
use event_store::Recorded;
use sealed::{Private, Subject};

/// A financial aid: what was requested, and all that came of it.
#[derive(Clone, Debug)]
pub struct FinancialAidFile {
    /// Which.
    pub financial_aid: FinancialAidId,
    /// When it was requested, by whom.
    pub stamp: Stamp,
    /// What was requested.
    pub request: Request,
    /// What the rules know of it.
    pub rules: FinancialAid,
    /// How it was put off last.
    pub put_off: Option<Entry<Adjournment>>,
    /// What was granted.
    pub grant: Option<Entry<Grant>>,
    /// How it was refused.
    pub rejection: Option<Entry<Rejection>>,
    /// How it ended before a decision.
    pub ending: Option<Entry<Ending>>,
    /// The payments, in the order in which they were written.
    pub payments: Vec<PaymentFile>,
}

/// A payment.
#[derive(Clone, Debug)]
pub struct PaymentFile {
    /// When it was written, by whom.
    pub stamp: Stamp,
    /// What came.
    pub payment: Payment,
    /// Why it was taken back, when it had been written by mistake.
    pub retracted: Option<Entry<Text>>,
}

impl FinancialAidFile {
    /// Whose keys open what it says and its amounts.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + '_ {
        let put_off = self
            .put_off
            .iter()
            .flat_map(|each| [&each.what.reason, &each.what.body]);
        let grant = self.grant.iter().map(|each| &each.what);
        let granted = grant
            .clone()
            .flat_map(|grant| grant.more_because.iter().chain([&grant.body]));
        let refused = self
            .rejection
            .iter()
            .flat_map(|each| [&each.what.reason, &each.what.body]);
        let ended = self.ending.iter().map(|each| &each.what.reason);
        let back = self.payments.iter().filter_map(|each| each.retracted.as_ref());
        let texts = self.request.fund_name.iter().chain([&self.request.reason]);
        let texts = texts.chain(put_off).chain(granted).chain(refused).chain(ended);
        let paid = self.payments.iter().map(|each| &each.payment.amount);
        let amounts = grant
            .map(|grant| &grant.amount)
            .chain(paid)
            .chain([&self.request.amount]);
        texts
            .chain(back.map(|entry| &entry.what))
            .map(Private::subject)
            .chain(amounts.map(Private::subject))
    }
}

impl CaseFile {
    pub(super) fn financial_aid(&mut self, fact: &Recorded<Event>) {
        let at = stamp(fact);
        let (kind, text) = told(&fact.event);
        if let Event::Requested(request) = &fact.event {
            self.financial_aids.push(FinancialAidFile {
                financial_aid: FinancialAidId(fact.stream),
                stamp: at,
                request: request.clone(),
                rules: FinancialAid::default(),
                put_off: None,
                grant: None,
                rejection: None,
                ending: None,
                payments: Vec::new(),
            });
        }
        let financial_aid = FinancialAidId(fact.stream);
        let known = self.financial_aids.iter_mut();
        if let Some(file) = known.into_iter().find(|each| each.financial_aid == financial_aid) {
            file.rules = std::mem::take(&mut file.rules).evolve(&fact.event);
            file.keep(at, &fact.event);
        }
        self.happened(at, kind, text, &[]);
        self.last(|news| news.lies_in = Some(COMPARTMENT));
    }
}

impl FinancialAidFile {
    fn keep(&mut self, stamp: Stamp, event: &Event) {
        match event {
            Event::Requested(_) | Event::Completed { .. } | Event::Resumed { .. } => {}
            Event::Accepted(grant) => self.grant = entry(stamp, grant),
            Event::Refused(rejection) => self.rejection = entry(stamp, rejection),
            Event::Adjourned(adjournment) => self.put_off = entry(stamp, adjournment),
            Event::Withdrawn(ending) | Event::Closed(ending) => self.ending = entry(stamp, ending),
            Event::Paid(payment) => self.payments.push(PaymentFile {
                stamp,
                payment: payment.clone(),
                retracted: None,
            }),
            Event::PaymentRetracted { payment, reason } => {
                if let Some(file) = self.payment_mut(*payment) {
                    file.retracted = entry(stamp, reason);
                }
            }
        }
    }

    fn payment_mut(&mut self, payment: PaymentId) -> Option<&mut PaymentFile> {
        self.payments.iter_mut().find(|each| each.payment.payment == payment)
    }
}

fn entry<T: Clone>(stamp: Stamp, what: &T) -> Option<Entry<T>> {
    Some(Entry {
        stamp,
        what: what.clone(),
    })
}

/// What news tell of it, and in which words.
fn told(event: &Event) -> (&'static str, Option<&Text>) {
    match event {
        Event::Requested(request) => ("financial_aid.requested", Some(&request.reason)),
        Event::Completed { on: _ } => ("financial_aid.completed", None),
        Event::Resumed { on: _ } => ("financial_aid.resumed", None),
        Event::Accepted(grant) => ("financial_aid.accepted", grant.more_because.as_ref()),
        Event::Refused(rejection) => ("financial_aid.refused", Some(&rejection.reason)),
        Event::Adjourned(adjournment) => ("financial_aid.adjourned", Some(&adjournment.reason)),
        Event::Withdrawn(ending) => ("financial_aid.withdrawn", Some(&ending.reason)),
        Event::Closed(ending) => ("financial_aid.closed", Some(&ending.reason)),
        Event::Paid(_) => ("financial_aid.paid", None),
        Event::PaymentRetracted { payment: _, reason } => ("financial_aid.payment_retracted", Some(reason)),
    }
}
