//! A financial aid of a case, from the request to the payment: it waits for documents, is examined, granted, refused or put
//! off, is given up or closed before a decision, and is paid in one or several times, never beyond what was granted.

mod facts;
mod kinds;
mod refusal;

pub use facts::{Adjournment, Amount, Command, Ending, Event, Grant, Payment, Rejection, Request, Seen, Way};
pub use kinds::{Fund, Method, Need, Payee, Status};
pub use refusal::Refusal;

use crate::words::{Day, EuroCents, PaymentId};
use crate::{Asked, Decided, Decider};
use sealed::{Compartment, Private};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where financial aid lies: with rights and budget, whatever it is for.
pub const COMPARTMENT: Compartment = Compartment::Budget;

/// How it stands. No amount and no word of anybody, so it may travel to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FinancialAid {
    /// Nobody requested it.
    #[default]
    Unknown,
    /// Nobody decided yet.
    Undecided {
        /// What it waits for.
        stage: Stage,
        /// The day of what is known of it last.
        since: Day,
    },
    /// It was granted.
    Accepted {
        /// The day of the decision.
        since: Day,
        /// The payments that were written.
        payments: BTreeMap<PaymentId, Standing>,
    },
    /// It was refused.
    Refused,
    /// The person no longer wanted it.
    Withdrawn,
    /// It was closed without follow-up.
    Closed,
}

/// What a request waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = financial_aid::Stage))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Its supporting documents.
    AwaitingDocuments,
    /// A decision.
    UnderExamination,
    /// To be looked at again.
    Adjourned,
}

/// How a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = financial_aid::Standing))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Money came.
    Paid,
    /// It had been written by mistake.
    Retracted,
}

impl Decider for FinancialAid {
    type Asked = Asked<Command>;
    type Event = Event;
    type Refusal = Refusal;

    fn decide(&self, asked: &Self::Asked) -> Result<Decided<Event>, Refusal> {
        let event = match &asked.command {
            Command::Request(request) => {
                self.request(request)?;
                not_ahead(asked, request.on)?;
                Event::Requested(request.clone())
            }
            Command::Complete { on } => {
                self.waits_for(Stage::AwaitingDocuments, asked, *on)?;
                Event::Completed { on: *on }
            }
            Command::Resume { on } => {
                self.waits_for(Stage::Adjourned, asked, *on)?;
                Event::Resumed { on: *on }
            }
            Command::Accept { grant, seen } => {
                self.waits_for(Stage::UnderExamination, asked, grant.on)?;
                fits(grant, seen)?;
                Event::Accepted(grant.clone())
            }
            Command::Refuse(rejection) => {
                self.waits_for(Stage::UnderExamination, asked, rejection.on)?;
                if rejection.appeal_until.is_some_and(|until| until < rejection.on) {
                    return Err(Refusal::AppealTooEarly);
                }
                Event::Refused(rejection.clone())
            }
            Command::Adjourn(adjournment) => {
                self.waits_for(Stage::UnderExamination, asked, adjournment.on)?;
                if adjournment.again_on.is_some_and(|again| again < adjournment.on) {
                    return Err(Refusal::AgainTooEarly);
                }
                Event::Adjourned(adjournment.clone())
            }
            Command::Withdraw(ending) => {
                self.ends(asked, ending)?;
                Event::Withdrawn(ending.clone())
            }
            Command::Close(ending) => {
                self.ends(asked, ending)?;
                Event::Closed(ending.clone())
            }
            Command::Pay { payment, seen } => {
                self.pays(asked, payment, seen)?;
                Event::Paid(payment.clone())
            }
            Command::RetractPayment { payment, reason } => {
                self.retracts(*payment)?;
                Event::PaymentRetracted {
                    payment: *payment,
                    reason: reason.clone(),
                }
            }
        };
        Ok(vec![event].into())
    }

    fn evolve(self, event: &Event) -> Self {
        let undecided = |stage, since| Self::Undecided { stage, since };
        match event {
            Event::Requested(request) if request.missing.is_empty() => undecided(Stage::UnderExamination, request.on),
            Event::Requested(request) => undecided(Stage::AwaitingDocuments, request.on),
            Event::Completed { on } | Event::Resumed { on } => undecided(Stage::UnderExamination, *on),
            Event::Adjourned(adjournment) => undecided(Stage::Adjourned, adjournment.on),
            Event::Accepted(grant) => Self::Accepted {
                since: grant.on,
                payments: BTreeMap::new(),
            },
            Event::Refused(_) => Self::Refused,
            Event::Withdrawn(_) => Self::Withdrawn,
            Event::Closed(_) => Self::Closed,
            Event::Paid(payment) => self.with(payment.payment, Standing::Paid),
            Event::PaymentRetracted { payment, reason: _ } => self.with(*payment, Standing::Retracted),
        }
    }
}

impl FinancialAid {
    /// Which of the seven ways it stands; none while nobody requested it.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        Some(match self {
            Self::Unknown => return None,
            Self::Undecided { stage, since: _ } => match stage {
                Stage::AwaitingDocuments => Status::AwaitingDocuments,
                Stage::UnderExamination => Status::UnderExamination,
                Stage::Adjourned => Status::Adjourned,
            },
            Self::Accepted { .. } => Status::Accepted,
            Self::Refused => Status::Refused,
            Self::Withdrawn => Status::Withdrawn,
            Self::Closed => Status::Closed,
        })
    }

    fn with(mut self, payment: PaymentId, standing: Standing) -> Self {
        if let Self::Accepted { payments, since: _ } = &mut self {
            payments.insert(payment, standing);
        }
        self
    }

    fn request(&self, request: &Request) -> Result<(), Refusal> {
        if *self != Self::Unknown {
            return Err(Refusal::AlreadyKnown);
        }
        if !request.agreed {
            return Err(Refusal::NotAgreed);
        }
        if request.fund == Fund::Other && request.fund_name.is_none() {
            return Err(Refusal::FundUnnamed);
        }
        Ok(())
    }

    /// What it waits for while nobody decided, and the day of what is known last.
    fn undecided(&self) -> Result<(Stage, Day), Refusal> {
        match self {
            Self::Unknown => Err(Refusal::NotRequested),
            Self::Undecided { stage, since } => Ok((*stage, *since)),
            Self::Accepted { .. } | Self::Refused => Err(Refusal::AlreadyDecided),
            Self::Withdrawn | Self::Closed => Err(Refusal::Over),
        }
    }

    /// The day of the decision and the payments, once it was granted.
    fn granted(&self) -> Result<(Day, &BTreeMap<PaymentId, Standing>), Refusal> {
        match self {
            Self::Unknown => Err(Refusal::NotRequested),
            Self::Accepted { since, payments } => Ok((*since, payments)),
            Self::Undecided { .. } | Self::Refused => Err(Refusal::NotGranted),
            Self::Withdrawn | Self::Closed => Err(Refusal::Over),
        }
    }

    /// Refuses what does not move on from this stage, and a day on which it cannot have.
    fn waits_for(&self, stage: Stage, asked: &Asked<Command>, on: Day) -> Result<(), Refusal> {
        let (found, since) = self.undecided()?;
        if found != stage {
            return Err(match stage {
                Stage::AwaitingDocuments => Refusal::NothingAwaited,
                Stage::Adjourned => Refusal::NotAdjourned,
                Stage::UnderExamination => match found {
                    Stage::Adjourned => Refusal::StillAdjourned,
                    Stage::AwaitingDocuments | Stage::UnderExamination => Refusal::DocumentsAwaited,
                },
            });
        }
        in_order(asked, since, on)
    }

    fn ends(&self, asked: &Asked<Command>, ending: &Ending) -> Result<(), Refusal> {
        let (_stage, since) = self.undecided()?;
        in_order(asked, since, ending.on)
    }

    fn pays(&self, asked: &Asked<Command>, payment: &Payment, seen: &Seen) -> Result<(), Refusal> {
        let (since, payments) = self.granted()?;
        if payments.contains_key(&payment.payment) {
            return Err(Refusal::AlreadyPaid);
        }
        // With somebody's key all her amounts went: that nobody sees what was paid is no work of somebody else.
        let (Some(granted), Some(amount)) = (seen.granted, told(&payment.amount)) else {
            return Err(Refusal::AmountsUnknown);
        };
        let standing = payments.iter().filter(|(_, standing)| **standing == Standing::Paid);
        if !standing.map(|(payment, _)| payment).eq(seen.paid.keys()) {
            return Err(Refusal::ChangedMeanwhile);
        }
        in_order(asked, since, payment.on)?;
        let all = EuroCents::sum(seen.paid.values().copied().chain([amount]));
        if all > granted.cents() {
            return Err(Refusal::MoreThanGranted);
        }
        Ok(())
    }

    fn retracts(&self, payment: PaymentId) -> Result<(), Refusal> {
        let (_since, payments) = self.granted()?;
        match payments.get(&payment) {
            Some(Standing::Paid) => Ok(()),
            Some(Standing::Retracted) | None => Err(Refusal::NotPaid),
        }
    }
}

/// Refuses to grant more than was asked for without saying why.
fn fits(grant: &Grant, seen: &Seen) -> Result<(), Refusal> {
    let (Some(asked), Some(granted)) = (seen.asked, told(&grant.amount)) else {
        return Err(Refusal::AmountsUnknown);
    };
    if granted > asked && grant.more_because.is_none() {
        Err(Refusal::MoreThanAsked)
    } else {
        Ok(())
    }
}

/// The amount of a wish.
fn told(amount: &Private<EuroCents>) -> Option<EuroCents> {
    amount.clear().copied()
}

/// Refuses a day that is still to come, where the day is told.
fn not_ahead(asked: &Asked<Command>, on: Day) -> Result<(), Refusal> {
    if asked.in_force.on.is_some_and(|today| on > today) {
        Err(Refusal::InTheFuture)
    } else {
        Ok(())
    }
}

/// Refuses a day that is still to come, or that lies before what is known already.
fn in_order(asked: &Asked<Command>, since: Day, on: Day) -> Result<(), Refusal> {
    not_ahead(asked, on)?;
    if on < since {
        Err(Refusal::BeforeWhatIsKnown)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod spec;
