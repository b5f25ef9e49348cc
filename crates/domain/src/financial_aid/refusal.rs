//! Why a wish about a financial aid is refused.

use crate::Reason;

/// Why it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It was requested already.
    AlreadyKnown,
    /// Nothing was requested.
    NotRequested,
    /// The person did not agree to it.
    NotAgreed,
    /// Another fund has a name.
    FundUnnamed,
    /// The day is still to come.
    InTheFuture,
    /// The day lies before what is known of the request already.
    BeforeWhatIsKnown,
    /// No supporting document is awaited.
    NothingAwaited,
    /// Supporting documents are still awaited: nobody decides without them.
    DocumentsAwaited,
    /// It was put off, and is not looked at again yet.
    StillAdjourned,
    /// It was not put off.
    NotAdjourned,
    /// It was decided already.
    AlreadyDecided,
    /// It was withdrawn by the person, or closed without follow-up.
    Over,
    /// More is granted than was asked for, and nothing says why.
    MoreThanAsked,
    /// The last day to appeal lies before the decision.
    AppealTooEarly,
    /// It would be looked at again before it was put off.
    AgainTooEarly,
    /// Nothing was granted, so nothing is paid.
    NotGranted,
    /// More would be paid than was granted.
    MoreThanGranted,
    /// This payment is written already.
    AlreadyPaid,
    /// There is no such payment, or it was taken back.
    NotPaid,
    /// Somebody wrote or took back a payment in the meantime.
    ChangedMeanwhile,
    /// The amounts were erased with somebody's key: nothing can be held against them.
    AmountsUnknown,
}

impl Reason for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyKnown => "financial_aid.already_known",
            Self::NotRequested => "financial_aid.not_requested",
            Self::NotAgreed => "financial_aid.not_agreed",
            Self::FundUnnamed => "financial_aid.fund_unnamed",
            Self::InTheFuture => "financial_aid.in_the_future",
            Self::BeforeWhatIsKnown => "financial_aid.before_what_is_known",
            Self::NothingAwaited => "financial_aid.nothing_awaited",
            Self::DocumentsAwaited => "financial_aid.documents_awaited",
            Self::StillAdjourned => "financial_aid.still_adjourned",
            Self::NotAdjourned => "financial_aid.not_adjourned",
            Self::AlreadyDecided => "financial_aid.already_decided",
            Self::Over => "financial_aid.over",
            Self::MoreThanAsked => "financial_aid.more_than_asked",
            Self::AppealTooEarly => "financial_aid.appeal_too_early",
            Self::AgainTooEarly => "financial_aid.again_too_early",
            Self::NotGranted => "financial_aid.not_granted",
            Self::MoreThanGranted => "financial_aid.more_than_granted",
            Self::AlreadyPaid => "financial_aid.already_paid",
            Self::NotPaid => "financial_aid.not_paid",
            Self::ChangedMeanwhile => "financial_aid.changed_meanwhile",
            Self::AmountsUnknown => "financial_aid.amounts_unknown",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotAgreed => Some("agreed"),
            Self::FundUnnamed => Some("fund_name"),
            Self::InTheFuture | Self::BeforeWhatIsKnown => Some("on"),
            Self::MoreThanAsked => Some("more_because"),
            Self::AppealTooEarly => Some("appeal_until"),
            Self::AgainTooEarly => Some("again_on"),
            Self::MoreThanGranted => Some("amount"),
            Self::AlreadyKnown
            | Self::NotRequested
            | Self::NothingAwaited
            | Self::DocumentsAwaited
            | Self::StillAdjourned
            | Self::NotAdjourned
            | Self::AlreadyDecided
            | Self::Over
            | Self::NotGranted
            | Self::AlreadyPaid
            | Self::NotPaid
            | Self::ChangedMeanwhile
            | Self::AmountsUnknown => None,
        }
    }
}
