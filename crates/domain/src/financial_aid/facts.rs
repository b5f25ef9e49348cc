//! What may be asked about a financial aid, and what comes of it.

use super::{Fund, Method, Need, Payee};
use crate::document::{About, Kind};
use crate::words::{Day, EuroCents, PaymentId, SupportCaseId, Text};
use decider::Fact;
use sealed::Private;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An amount that only those read who may: what a database holds tells none.
pub type Amount = Private<EuroCents>;

/// What is requested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The case.
    pub support_case: SupportCaseId,
    /// For whom.
    pub about: About,
    /// From which fund.
    pub fund: Fund,
    /// The name of the fund, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund_name: Option<Text>,
    /// For what.
    pub need: Need,
    /// How much.
    pub amount: Amount,
    /// Why.
    pub reason: Text,
    /// The day on which it was requested.
    pub on: Day,
    /// Whether the person agrees to it.
    pub agreed: bool,
    /// The supporting documents that are still missing.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<Kind>,
}

/// How money comes, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = financial_aid::Way))]
pub struct Way {
    /// How.
    pub method: Method,
    /// To whom.
    pub to: Payee,
}

/// What is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// How much.
    pub amount: Amount,
    /// Why more than was asked for, when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_because: Option<Text>,
    /// Who decided.
    pub body: Text,
    /// The day of the decision.
    pub on: Day,
    /// The way of payment to expect.
    pub way: Way,
}

/// A request that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Why.
    pub reason: Text,
    /// Who decided.
    pub body: Text,
    /// The day of the decision.
    pub on: Day,
    /// Whether the person was told how to appeal.
    pub appeal_told: bool,
    /// The last day for it, as the decision says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal_until: Option<Day>,
}

/// A request that was put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjournment {
    /// Why.
    pub reason: Text,
    /// Who put it off.
    pub body: Text,
    /// The day on which it was put off.
    pub on: Day,
    /// The day on which it is looked at again, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_on: Option<Day>,
}

/// A request that ended before any decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// The day.
    pub on: Day,
    /// Why.
    pub reason: Text,
}

/// Money that came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Which.
    pub payment: PaymentId,
    /// How much.
    pub amount: Amount,
    /// The day.
    pub on: Day,
    /// How, and to whom.
    pub way: Way,
}

/// The amounts of a request as they were opened for who asks: what is stored is sealed, so no state holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What was asked for.
    pub asked: Option<EuroCents>,
    /// What was granted.
    pub granted: Option<EuroCents>,
    /// What was paid, without what was taken back.
    pub paid: BTreeMap<PaymentId, EuroCents>,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Requests it.
    Request(Request),
    /// The supporting documents are complete.
    Complete {
        /// The day.
        on: Day,
    },
    /// It is looked at again.
    Resume {
        /// The day.
        on: Day,
    },
    /// It is granted.
    Accept {
        /// What is granted.
        grant: Grant,
        /// The amounts. What the server saw is no part of the wish.
        #[serde(skip)]
        seen: Seen,
    },
    /// It is refused.
    Refuse(Rejection),
    /// It is put off.
    Adjourn(Adjournment),
    /// The person no longer wants it.
    Withdraw(Ending),
    /// It is closed without follow-up.
    Close(Ending),
    /// Money came.
    Pay {
        /// What came.
        payment: Payment,
        /// The amounts.
        #[serde(skip)]
        seen: Seen,
    },
    /// A payment was written by mistake.
    RetractPayment {
        /// Which.
        payment: PaymentId,
        /// Why.
        reason: Text,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was requested.
    Requested(Request),
    /// Its supporting documents were complete.
    Completed {
        /// The day.
        on: Day,
    },
    /// It was looked at again.
    Resumed {
        /// The day.
        on: Day,
    },
    /// It was granted.
    Accepted(Grant),
    /// It was refused.
    Refused(Rejection),
    /// It was put off.
    Adjourned(Adjournment),
    /// The person no longer wanted it.
    Withdrawn(Ending),
    /// It was closed without follow-up.
    Closed(Ending),
    /// Money came.
    Paid(Payment),
    /// A payment had been written by mistake.
    PaymentRetracted {
        /// Which.
        payment: PaymentId,
        /// Why.
        reason: Text,
    },
}

impl Fact for Event {
    const CAPABILITY: &'static str = "financial_aid";
}
