//! Financial aid of a case: requested, completed, decided, paid, given up. Amounts travel in whole cents of euro.

use crate::Plain;
use crate::document::PersonRef;
use domain::document::{About, Kind};
use domain::financial_aid::{FinancialAid, Fund, Need, Status, Way};
use domain::words::{Day, FinancialAidId, PaymentId, SupportCaseId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Requests an aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestAid {
    /// The command.
    pub command: Uuid,
    /// The aid, made by the client.
    pub financial_aid: FinancialAidId,
    /// For whom.
    pub about: About,
    /// From which fund.
    pub fund: Fund,
    /// The name of the fund, in words; needed when the fund is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund_name: Option<Plain<String>>,
    /// For what.
    pub need: Need,
    /// How much, in cents of euro.
    pub amount: Plain<u64>,
    /// Why.
    pub reason: Plain<String>,
    /// The day on which it was requested; not one that is still to come.
    pub on: Day,
    /// Whether the person agrees to it.
    pub agreed: bool,
    /// The supporting documents that are still missing; without any it is examined at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Kind>,
}

/// The supporting documents are complete, or a request that was put off is looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MoveAid {
    /// The command.
    pub command: Uuid,
    /// The day.
    pub on: Day,
}

/// Notes what was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecideAid {
    /// The command.
    pub command: Uuid,
    /// The day of the decision.
    pub on: Day,
    /// Who decided.
    pub body: Plain<String>,
    /// What.
    pub decision: AidDecision,
}

/// What was decided about a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AidDecision {
    /// It is granted.
    Accepted {
        /// How much, in cents of euro.
        amount: Plain<u64>,
        /// Why more than was asked for, when it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        more_because: Option<Plain<String>>,
        /// The way of payment to expect.
        way: Way,
    },
    /// It is refused.
    Refused {
        /// Why.
        reason: Plain<String>,
        /// Whether the person was told how to appeal.
        appeal_told: bool,
        /// The last day for it, as the decision says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appeal_until: Option<Day>,
    },
    /// It is put off.
    Adjourned {
        /// Why.
        reason: Plain<String>,
        /// The day on which it is looked at again, when it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        again_on: Option<Day>,
    },
}

/// Ends a request before any decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndAid {
    /// The command.
    pub command: Uuid,
    /// How.
    pub how: AidEnding,
    /// The day.
    pub on: Day,
    /// Why.
    pub reason: Plain<String>,
}

/// How a request ends before any decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AidEnding {
    /// The person no longer wants it.
    Withdrawn,
    /// It is closed without follow-up.
    Closed,
}

/// Notes that money came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayAid {
    /// The command.
    pub command: Uuid,
    /// The payment, made by the client.
    pub payment: PaymentId,
    /// How much, in cents of euro.
    pub amount: Plain<u64>,
    /// The day.
    pub on: Day,
    /// How, and to whom.
    pub way: Way,
}

/// Takes back a payment that was written by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetractPayment {
    /// The command.
    pub command: Uuid,
    /// Why.
    pub reason: Plain<String>,
}

/// The financial aid of a case that a reader may know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinancialAids {
    /// The case.
    pub support_case: SupportCaseId,
    /// How it is called.
    pub label: Plain<String>,
    /// Whether she may read of financial aid here at all.
    pub reads: bool,
    /// Whether she may request and follow one.
    pub writes: bool,
    /// For whom one may be requested.
    pub people: Vec<PersonRef>,
    /// Those that wait for something first, then those that are granted, then the others; the latest first.
    pub aids: Vec<AidView>,
    /// Today in the territory, or the past day that is looked at.
    pub today: Day,
    /// The position of the log that this shows.
    pub position: u64,
    /// The word by which live updates name this case.
    pub topic: String,
}

/// A financial aid. An amount that is missing was erased with somebody's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidView {
    /// Which.
    pub financial_aid: FinancialAidId,
    /// How it stands.
    pub status: Status,
    /// What the rules know of it: a button asks them.
    pub rules: FinancialAid,
    /// For whom.
    pub about: About,
    /// Her name; none when it is for all who live together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Plain<String>>,
    /// From which fund.
    pub fund: Fund,
    /// The name of the fund, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund_name: Option<Plain<String>>,
    /// For what.
    pub need: Need,
    /// What was asked for, in cents of euro.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Plain<u64>>,
    /// Why.
    pub reason: Plain<String>,
    /// The day on which it was requested.
    pub on: Day,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Plain<String>>,
    /// The supporting documents that were missing when it was requested.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Kind>,
    /// How it was put off last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_off: Option<PutOffView>,
    /// What was granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<GrantView>,
    /// How it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection: Option<RejectionView>,
    /// How it ended before a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<EndingView>,
    /// What came, also what was taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<PaymentView>,
}

impl AidView {
    /// What came and was not taken back, in cents of euro; none when one of the amounts was erased.
    #[must_use]
    pub fn paid(&self) -> Option<u64> {
        let standing = self.payments.iter().filter(|each| each.retracted.is_none());
        let mut amounts = standing.map(|each| each.amount.as_ref());
        amounts.try_fold(0_u64, |sum, each| Some(sum.saturating_add(each?.0)))
    }
}

/// How a request was put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PutOffView {
    /// The day.
    pub on: Day,
    /// Who decided.
    pub body: Plain<String>,
    /// Why.
    pub reason: Plain<String>,
    /// The day on which it is looked at again, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_on: Option<Day>,
}

/// What was granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GrantView {
    /// The day.
    pub on: Day,
    /// Who decided.
    pub body: Plain<String>,
    /// How much, in cents of euro.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Plain<u64>>,
    /// Why more than was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_because: Option<Plain<String>>,
    /// The way of payment to expect.
    pub way: Way,
}

/// How a request was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RejectionView {
    /// The day.
    pub on: Day,
    /// Who decided.
    pub body: Plain<String>,
    /// Why.
    pub reason: Plain<String>,
    /// Whether the person was told how to appeal.
    pub appeal_told: bool,
    /// The last day for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal_until: Option<Day>,
}

/// How a request ended before a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndingView {
    /// The day.
    pub on: Day,
    /// Why.
    pub reason: Plain<String>,
}

/// A payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentView {
    /// Which.
    pub payment: PaymentId,
    /// The day.
    pub on: Day,
    /// How much, in cents of euro.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Plain<u64>>,
    /// How, and to whom.
    pub way: Way,
    /// Why it was taken back, when it had been written by mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retracted: Option<Plain<String>>,
}
