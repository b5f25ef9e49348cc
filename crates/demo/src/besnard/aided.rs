//! The money that was asked for together in six years: granted and paid, refused, given up, and one that still waits for a
//! paper.

use super::{Drawn, Family};
use crate::act::Wish;
use crate::book::about;
use crate::calendar::Moment;
use crate::territory::worker;
use domain::document::{About, Kind};
use domain::financial_aid::{
    Amount, COMPARTMENT, Command, Ending, Fund, Grant, Method, Need, Payee, Payment, Rejection, Request, Seen, Way,
};
use domain::words::{EuroCents, FinancialAidId, PaymentId, Text};
use sealed::Private;
use std::collections::BTreeMap;

const PIERRE: &str = "pierre.lacaze";
const JULIE: &str = "julie.marchand";

/// What is asked for: by whom, when, from which fund, for what, how much, why, and what is missing.
struct Asked {
    by: &'static str,
    on: Drawn,
    fund: Fund,
    need: Need,
    amount: EuroCents,
    reason: &'static str,
    missing: &'static [Kind],
}

/// An aid on its way: its stream, and the amounts that were told of it.
struct Aid {
    id: FinancialAidId,
    by: &'static str,
    seen: Seen,
}

impl Family<'_> {
    pub(super) fn be_aided(&mut self) {
        self.is_paid_for_the_winter();
        self.is_paid_in_vouchers();
        self.gives_up_the_licence();
        self.is_refused_the_holidays();
        self.waits_for_a_paper();
    }

    /// 250 € of 280 €, to the supplier.
    fn is_paid_for_the_winter(&mut self) {
        let mut aid = self.asks_for(&Asked {
            by: PIERRE,
            on: (2022, 11, 21),
            fund: Fund::HousingEnergy,
            need: Need::Energy,
            amount: EuroCents::of::<28_000>(),
            reason: "La facture d’électricité de l’automne, pour passer l’hiver sans coupure.",
            missing: &[Kind::Income],
        });
        let on = self.day((2022, 12, 2));
        self.aid(&aid, (2022, 12, 2), Command::Complete { on });
        self.is_granted(
            &mut aid,
            (2022, 12, 15),
            (EuroCents::of::<25_000>(), "Commission FSL"),
            CREDITOR,
        );
        self.is_paid(&mut aid, (2023, 1, 10), EuroCents::of::<25_000>(), CREDITOR);
    }

    /// 150 € in two times, the month after the separation.
    fn is_paid_in_vouchers(&mut self) {
        let mut aid = self.asks_for(&Asked {
            by: PIERRE,
            on: (2023, 4, 3),
            fund: Fund::MunicipalCentre,
            need: Need::Food,
            amount: EuroCents::of::<15_000>(),
            reason: "Un seul revenu depuis la séparation, les droits se recalculent.",
            missing: &[],
        });
        let vouchers = Way {
            method: Method::Vouchers,
            to: Payee::Person,
        };
        self.is_granted(&mut aid, (2023, 4, 5), (EuroCents::of::<15_000>(), "CCAS"), vouchers);
        self.is_paid(&mut aid, (2023, 4, 6), EuroCents::of::<8_000>(), vouchers);
        self.is_paid(&mut aid, (2023, 4, 20), EuroCents::of::<7_000>(), vouchers);
    }

    fn gives_up_the_licence(&mut self) {
        let aid = self.asks_for(&Asked {
            by: JULIE,
            on: (2025, 3, 10),
            fund: Fund::Other,
            need: Need::Mobility,
            amount: EuroCents::of::<60_000>(),
            reason: "Reprendre le permis, pour des horaires sans bus.",
            missing: &[Kind::TaxNotice],
        });
        let ending = Ending {
            on: self.day((2025, 4, 14)),
            reason: self.said("Claire préfère attendre : le chantier est à dix minutes à pied."),
        };
        self.aid(&aid, (2025, 4, 14), Command::Withdraw(ending));
    }

    fn is_refused_the_holidays(&mut self) {
        let aid = self.asks_for(&Asked {
            by: JULIE,
            on: (2026, 6, 5),
            fund: Fund::ChildWelfare,
            need: Need::Children,
            amount: EuroCents::of::<32_000>(),
            reason: "Deux semaines de centre aéré pour Inès et Tom.",
            missing: &[],
        });
        let rejection = Rejection {
            reason: self.said("La CAF paie déjà le centre aéré."),
            body: self.said("Responsable ASE"),
            on: self.day((2026, 6, 18)),
            appeal_told: true,
            appeal_until: Some(self.day((2026, 8, 18))),
        };
        self.aid(&aid, (2026, 6, 18), Command::Refuse(rejection));
    }

    fn waits_for_a_paper(&mut self) {
        self.asks_for(&Asked {
            by: JULIE,
            on: (2026, 11, 12),
            fund: Fund::HousingEnergy,
            need: Need::Energy,
            amount: EuroCents::of::<18_040>(),
            reason: "La régularisation d’électricité, arrivée avec les loyers en retard.",
            missing: &[Kind::Income],
        });
    }

    fn asks_for(&mut self, asked: &Asked) -> Aid {
        let at = self.at(asked.on, 15, 10);
        let aid = Aid {
            id: FinancialAidId(self.book.id("financial aid", at)),
            by: asked.by,
            seen: Seen {
                asked: Some(asked.amount),
                granted: None,
                paid: BTreeMap::new(),
            },
        };
        let request = Request {
            support_case: self.case,
            about: About::Person(self.claire.person),
            fund: asked.fund,
            fund_name: (asked.fund == Fund::Other).then(|| self.said("Fondation pour la mobilité")),
            need: asked.need,
            amount: self.sealed(asked.amount),
            reason: self.said(asked.reason),
            on: self.day(asked.on),
            agreed: true,
            missing: asked.missing.iter().copied().collect(),
        };
        self.aid_at(&aid, at, Command::Request(request));
        aid
    }

    fn is_granted(&mut self, aid: &mut Aid, on: Drawn, (amount, body): (EuroCents, &str), way: Way) {
        let grant = Grant {
            amount: self.sealed(amount),
            more_because: None,
            body: self.said(body),
            on: self.day(on),
            way,
        };
        let seen = aid.seen.clone();
        self.aid(aid, on, Command::Accept { grant, seen });
        aid.seen.granted = Some(amount);
    }

    fn is_paid(&mut self, aid: &mut Aid, on: Drawn, amount: EuroCents, way: Way) {
        let at = self.at(on, 15, 10);
        let payment = Payment {
            payment: PaymentId(self.book.id("payment", at)),
            amount: self.sealed(amount),
            on: self.day(on),
            way,
        };
        let (id, seen) = (payment.payment, aid.seen.clone());
        self.aid_at(aid, at, Command::Pay { payment, seen });
        aid.seen.paid.insert(id, amount);
    }

    fn aid(&mut self, aid: &Aid, on: Drawn, command: Command) {
        let at = self.at(on, 15, 10);
        self.aid_at(aid, at, command);
    }

    fn aid_at(&mut self, aid: &Aid, at: Moment, command: Command) {
        self.book
            .write(aid.id.0, worker(aid.by), at, Wish::FinancialAid(command));
    }

    fn sealed(&self, amount: EuroCents) -> Amount {
        Private::person(self.claire.person.0, COMPARTMENT, amount)
    }

    fn said(&self, words: &str) -> Text {
        about(self.claire.person.0, COMPARTMENT, words)
    }
}

const CREDITOR: Way = Way {
    method: Method::Transfer,
    to: Payee::Creditor,
};
