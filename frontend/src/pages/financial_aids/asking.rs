//! What the forms share: days that are today until another is chosen, amounts, ways of payment, and the rule that is asked
//! before the server is.

use super::Place;
use crate::{
    advice,
    api::Answer,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::Send,
        field::{Line, Of, line, one_chip},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{Accepted, Plain, financial_aid::AidView};
use domain::{
    Asked,
    configuration::InForce,
    financial_aid::{Amount, COMPARTMENT, Command, FinancialAid, Method, Payee, Seen, Way},
    words::{Day, EuroCents, FinancialAidId, Invalid, Text},
};
use leptos::{ev::SubmitEvent, prelude::*};
use sealed::{Private, Subject};
use std::{collections::BTreeMap, future::Future, pin::Pin, sync::Arc};

/// An answer that is coming: boxed, so that what waits for one comes to the browser once.
pub(super) type Coming = Pin<Box<dyn Future<Output = Answer<Accepted>>>>;

/// What a form is made of.
pub(super) struct Form {
    /// What is typed.
    pub(super) draft: Draft,
    /// What is sent of it.
    pub(super) wish: Wish,
    /// The aid of which it tells; none while it is requested.
    pub(super) aid: Option<FinancialAidId>,
    /// What is sent and what the rule is asked, or why neither can be yet.
    pub(super) wished: Box<dyn Fn() -> Result<(Coming, Command), String> + Send + Sync>,
    /// What is told once it is kept.
    pub(super) told: &'static str,
    /// What is typed into.
    pub(super) fields: AnyView,
    /// Each field whose fault stands beside it.
    pub(super) beside: &'static [&'static str],
    /// What stands on the button.
    pub(super) does: &'static str,
}

impl Form {
    /// The form, whose button works once nothing is missing and the rule agrees.
    pub(super) fn view(self, place: Place) -> AnyView {
        let Self {
            draft,
            wish,
            aid,
            wished,
            told,
            fields,
            beside,
            does,
        } = self;
        let wished = Arc::new(wished);
        let asked = Arc::clone(&wished);
        let refusal = Signal::derive(move || {
            let rules = aid.and_then(|aid| place.of_aid(aid, |each| each.rules.clone()));
            match asked() {
                Ok((_, command)) => refusal(place, rules.as_ref(), command),
                Err(missing) => Some(missing),
            }
        });
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let Ok((coming, _)) = wished() else { return };
            wish.send_draft(draft, coming, move |_| {
                draft.close();
                place.done(told);
            });
        };
        view! {
            <form class="form" on:submit=submit>
                {draft_notices(draft)}
                {fields}
                {unfulfilled(wish, draft, beside)}
                <Send refusal busy=wish.busy>{say(does)}</Send>
            </form>
        }
        .into_any()
    }
}

/// Why the rule would refuse a wish.
fn refusal(place: Place, rules: Option<&FinancialAid>, command: Command) -> Option<String> {
    let asked = Asked {
        in_force: InForce {
            on: Some(Day(place.desk.today())),
            ..InForce::default()
        },
        ..advice::asks(place.desk, place.desk.now(), command)
    };
    advice::refusal(rules.unwrap_or(&FinancialAid::Unknown), &asked)
}

/// The field of a day on which something happened: today until another is chosen, and none that is still to come.
pub(super) fn past_day(place: Place, of: Of, label: String) -> AnyView {
    let today = place.desk.today().to_string();
    let kind = Line {
        kind: "date",
        fills: "",
    };
    line(of, label, kind, String::new(), today.clone(), today)
}

/// The day of that field.
pub(super) fn on(place: Place, draft: Draft) -> Day {
    day_of(&draft.get("on")).unwrap_or(Day(place.desk.today()))
}

/// The amount that was typed.
pub(super) fn amount(draft: Draft) -> Result<EuroCents, String> {
    let typed = draft.get("amount");
    if typed.trim().is_empty() {
        return Err(say("aids-amount-needed"));
    }
    EuroCents::typed(&typed).map_err(not_an_amount)
}

fn not_an_amount(invalid: Invalid) -> String {
    crate::words::say_code(invalid.code(), &BTreeMap::new(), "")
}

/// Words that are needed, as they travel and as the rule reads them.
pub(super) fn words(place: Place, draft: Draft, field: &str, missing: &str) -> Result<(Plain<String>, Text), String> {
    let typed = draft.get(field);
    match (advice::plain(&typed), advice::text(&typed, place.case)) {
        (Some(plain), Some(text)) => Ok((plain, text)),
        (None, _) | (_, None) => Err(say(missing)),
    }
}

/// An amount as the rule reads it.
pub(super) fn private(place: Place, amount: EuroCents) -> Amount {
    Private::new(Subject::SupportCase(place.case.0), COMPARTMENT, amount)
}

/// The amounts of an aid as the rule holds a wish against them.
pub(super) fn seen(aid: &AidView) -> Seen {
    let told = |amount: &Option<Plain<u64>>| amount.as_ref().and_then(|cents| EuroCents::told(cents.0).ok());
    let standing = aid.payments.iter().filter(|each| each.retracted.is_none());
    Seen {
        asked: told(&aid.asked),
        granted: aid.grant.as_ref().and_then(|grant| told(&grant.amount)),
        paid: standing
            .filter_map(|each| Some((each.payment, told(&each.amount)?)))
            .collect(),
    }
}

/// An amount in the manner of the language.
pub(super) fn euros(cents: u64) -> String {
    let (euros, rest) = (cents.div_euclid(100), cents.rem_euclid(100));
    let euros = i64::try_from(euros).unwrap_or(i64::MAX);
    if rest == 0 {
        say_with("aids-euros", &[("euros", euros.into())])
    } else {
        say_with(
            "aids-euros-cents",
            &[("euros", euros.into()), ("cents", format!("{rest:02}").into())],
        )
    }
}

/// How money comes, in words.
pub(super) fn method_words(method: Method) -> String {
    say(&format!("aid-method-{}", method.code()))
}

/// To whom money comes, in words.
pub(super) fn payee_words(payee: Payee) -> String {
    say(&format!("aid-payee-{}", payee.code()))
}

/// The one that is expected first, then the others.
fn first<T: Copy + PartialEq>(expected: T, all: &[T]) -> impl Iterator<Item = T> {
    let others = all.iter().copied().filter(move |each| *each != expected);
    std::iter::once(expected).chain(others.collect::<Vec<_>>())
}

/// The fields of a way of payment under their title, the expected one chosen until another is.
pub(super) fn way_fields(draft: Draft, wish: Wish, expected: Way, title: &'static str) -> AnyView {
    let of = move |name| Of::new(draft, wish, name);
    let methods = first(expected.method, Method::ALL).map(|each| (each.code(), None, method_words(each)));
    let payees = first(expected.to, Payee::ALL).map(|each| (each.code(), None, payee_words(each)));
    view! {
        {one_chip(of("method"), say(title), methods.collect())}
        {one_chip(of("to"), say("aids-to"), payees.collect())}
    }
    .into_any()
}

/// The way of payment that is chosen.
pub(super) fn way(draft: Draft, expected: Way) -> Way {
    let (method, to) = (draft.get("method"), draft.get("to"));
    let chosen_method = Method::ALL.iter().copied().find(|each| each.code() == method);
    let chosen_payee = Payee::ALL.iter().copied().find(|each| each.code() == to);
    Way {
        method: chosen_method.unwrap_or(expected.method),
        to: chosen_payee.unwrap_or(expected.to),
    }
}
