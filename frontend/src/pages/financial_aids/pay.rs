//! Money that came, and a payment that was written by mistake.

use super::{
    Place,
    asking::{self, Coming, Form, euros, past_day, way, way_fields},
};
use crate::{
    api,
    asked::Wish,
    drafts::Draft,
    parts::field::{Of, lines, text},
    words::{say, say_with},
};
use contract::{
    Plain,
    financial_aid::{PayAid, RetractPayment},
};
use domain::{
    financial_aid::{Command, Method, Payee, Payment, Way},
    words::{FinancialAidId, PaymentId},
};
use leptos::prelude::*;

/// Money came.
pub(super) fn form(place: Place, aid: FinancialAidId) -> AnyView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("pay.{aid}")));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let granted = untrack(|| place.of_aid(aid, |each| each.grant.as_ref().map(|grant| grant.way)));
    let expected = granted.flatten().unwrap_or(Way {
        method: Method::Transfer,
        to: Payee::Person,
    });
    let wished = move || -> Result<(Coming, Command), String> {
        let amount = asking::amount(draft)?;
        let seen = place.of_aid(aid, asking::seen).unwrap_or_default();
        let payment = PaymentId(draft.thing.get());
        let (on, way) = (asking::on(place, draft), way(draft, expected));
        let rule = Command::Pay {
            payment: Payment {
                payment,
                amount: asking::private(place, amount),
                on,
                way,
            },
            seen,
        };
        let body = PayAid {
            command: draft.command.get(),
            payment,
            amount: Plain(amount.cents()),
            on,
            way,
        };
        Ok((Box::pin(api::financial_aid::pay(place.case, aid, body)), rule))
    };
    let rest = move || {
        let rest = place.of_aid(aid, super::lines::rest)??;
        Some(view! { <p class="strong">{say_with("aids-rest", &[("amount", euros(rest).into())])}</p> })
    };
    let fields = view! {
        {rest}
        {text(of("amount").amount(), say("aids-pay-amount"), say("aids-amount-example"))}
        {past_day(place, of("on"), say("aids-pay-on"))}
        {way_fields(draft, wish, expected, "aids-method-paid")}
    };
    Form {
        draft,
        wish,
        aid: Some(aid),
        wished: Box::new(wished),
        told: "aids-paid",
        fields: fields.into_any(),
        beside: &["amount", "on"],
        does: "aids-pays",
    }
    .view(place)
}

/// A payment was written by mistake.
pub(super) fn retracting(place: Place, aid: FinancialAidId, payment: PaymentId) -> AnyView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("retract.{payment}")));
    let wish = Wish::new();
    let wished = move || -> Result<(Coming, Command), String> {
        let (reason, private_reason) = asking::words(place, draft, "reason", "reason-needed")?;
        let rule = Command::RetractPayment {
            payment,
            reason: private_reason,
        };
        let command = draft.command.get();
        let body = RetractPayment { command, reason };
        let coming = api::financial_aid::retract(place.case, aid, payment, body);
        Ok((Box::pin(coming), rule))
    };
    let fields = view! {
        <p>{say("aids-retract-says")}</p>
        {lines(Of::new(draft, wish, "reason"), say("aids-why"), false, String::new())}
    };
    Form {
        draft,
        wish,
        aid: Some(aid),
        wished: Box::new(wished),
        told: "aids-retracted",
        fields: fields.into_any(),
        beside: &["reason"],
        does: "aids-retracts",
    }
    .view(place)
}
