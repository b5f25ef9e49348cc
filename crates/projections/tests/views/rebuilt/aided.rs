//! What may be asked of financial aid.

use super::{Step, ask};
use crate::ground::{Ground, person, said};
use domain::document::{About, Kind};
use domain::financial_aid::{
    Amount, COMPARTMENT, Command, Ending, FinancialAid, Fund, Grant, Method, Need, Payee, Payment, Request, Seen, Way,
};
use domain::words::{EuroCents, PaymentId, SupportCaseId};
use sealed::{Private, Subject};

const WAY: Way = Way {
    method: Method::Transfer,
    to: Payee::Creditor,
};

fn amount(support_case: SupportCaseId, cents: u64) -> Amount {
    let amount = EuroCents::told(cents).unwrap();
    Private::new(Subject::SupportCase(support_case.0), COMPARTMENT, amount)
}

fn requesting(step: Step) -> Request {
    let support_case = step.case();
    Request {
        support_case,
        about: if step.who > 1 {
            About::Person(person(1))
        } else {
            About::Household
        },
        fund: Fund::Emergency,
        fund_name: None,
        need: Need::Food,
        amount: amount(support_case, EuroCents::MOST),
        reason: said(support_case, "Plus rien jusqu’à la fin du mois"),
        on: step.on(),
        agreed: true,
        missing: (step.who == 3).then_some(Kind::Income).into_iter().collect(),
    }
}

pub(super) async fn ask(ground: &Ground, step: Step) {
    let (support_case, on) = (step.case(), step.on());
    let seen = Seen {
        asked: EuroCents::told(EuroCents::MOST).ok(),
        granted: EuroCents::told(EuroCents::MOST).ok(),
        ..Seen::default()
    };
    let command = match step.what {
        80 => Command::Request(requesting(step)),
        81 => Command::Accept {
            grant: Grant {
                amount: amount(support_case, 30_000),
                more_because: None,
                body: said(support_case, "CCAS"),
                on,
                way: WAY,
            },
            seen,
        },
        82 => Command::Pay {
            payment: Payment {
                payment: PaymentId(step.anywhere(14)),
                amount: amount(support_case, 1),
                on,
                way: WAY,
            },
            seen,
        },
        _ => Command::Withdraw(Ending {
            on,
            reason: said(support_case, "Sans objet"),
        }),
    };
    ask!(ground, FinancialAid, step.of(13), step, command);
}
