//! The register of financial aid: of which case each was requested. How it stands is folded from its stream.

use crate::view::{Rows, View, change};
use crate::{Fact, Fault};
use domain::financial_aid::Event;

/// One row for each aid.
pub struct Register;

impl View for Register {
    fn name(&self) -> &'static str {
        "financial_aid_register_v1"
    }

    fn tables(&self) -> &'static str {
        include_str!("../tables/financial_aid_register.sql")
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let Fact::FinancialAid(fact) = fact else { return Ok(()) };
        match &fact.event {
            Event::Requested(request) => change!(
                rows,
                "insert into financial_aid_requested (financial_aid, support_case) values ($1, $2)",
                fact.stream,
                request.support_case.0,
            ),
            Event::Completed { .. }
            | Event::Resumed { .. }
            | Event::Accepted(_)
            | Event::Refused(_)
            | Event::Adjourned(_)
            | Event::Withdrawn(_)
            | Event::Closed(_)
            | Event::Paid(_)
            | Event::PaymentRetracted { .. } => {}
        }
        Ok(())
    }
}
