//! Requesting an aid, together with the person.

use super::{
    Place,
    asking::{self, Coming, Form, past_day},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    pages::documents::kind_words,
    parts::field::{Of, any_of, lines, one_chip, one_of, text},
    words::say,
};
use contract::{Plain, financial_aid::RequestAid};
use domain::{
    document::{About, Kind},
    financial_aid::{Command, Fund, Need, Request},
    words::{FinancialAidId, PersonId},
};
use leptos::prelude::*;

const HOUSEHOLD: &str = "all";

/// Each field whose fault stands beside it.
const FIELDS: &[&str] = &["about", "fund", "fund_name", "amount", "reason", "on"];

/// For whom it is: the first of the household until another is chosen.
fn about(place: Place, draft: Draft) -> About {
    let code = draft.get("about");
    if code == HOUSEHOLD {
        return About::Household;
    }
    let chosen: Option<PersonId> = code.parse().ok().map(PersonId);
    let first = || place.seen.with(|seen| seen.people.first().map(|first| first.person));
    chosen.or_else(first).map_or(About::Household, About::Person)
}

/// The one of a closed list that is chosen, the first until another is.
fn chosen<T: Copy>(all: &[T], code: fn(T) -> &'static str, typed: &str) -> Option<T> {
    let found = all.iter().copied().find(|each| code(*each) == typed);
    found.or_else(|| all.first().copied())
}

fn wished(place: Place, draft: Draft) -> Result<(Coming, Command), String> {
    let fund = chosen(Fund::ALL, Fund::code, &draft.get("fund")).unwrap_or(Fund::Other);
    let need = chosen(Need::ALL, Need::code, &draft.get("need")).unwrap_or(Need::Other);
    let amount = asking::amount(draft)?;
    let (reason, private_reason) = asking::words(place, draft, "reason", "reason-needed")?;
    let missing = draft.list("missing");
    let missing: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| missing.iter().any(|code| code == kind.code()))
        .collect();
    let (about, on) = (about(place, draft), asking::on(place, draft));
    let agreed = !draft.list("agreed").is_empty();
    let fund_name = draft.get("fund_name");
    let rule = Command::Request(Request {
        support_case: place.case,
        about,
        fund,
        fund_name: advice::text(&fund_name, place.case),
        need,
        amount: asking::private(place, amount),
        reason: private_reason,
        on,
        agreed,
        missing: missing.iter().copied().collect(),
    });
    let body = RequestAid {
        command: draft.command.get(),
        financial_aid: FinancialAidId(draft.thing.get()),
        about,
        fund,
        fund_name: advice::plain(&fund_name),
        need,
        amount: Plain(amount.cents()),
        reason,
        on,
        agreed,
        missing,
    };
    Ok((Box::pin(api::financial_aid::request(place.case, body)), rule))
}

pub(super) fn form(place: Place) -> AnyView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("request"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let people = Signal::derive(move || {
        let mut people: Vec<(String, String)> = place.seen.with(|seen| {
            let people = seen.people.iter();
            people
                .map(|each| (each.person.to_string(), each.name.0.clone()))
                .collect()
        });
        people.push((HOUSEHOLD.to_owned(), say("documents-of-household")));
        people
    });
    let funds = Fund::ALL.iter();
    let funds: Vec<_> = funds
        .map(|fund| (fund.code().to_owned(), super::lines::fund_words(*fund)))
        .collect();
    let needs = Need::ALL.iter();
    let needs = needs
        .map(|need| (need.code(), None, super::lines::need_words(*need)))
        .collect();
    let missing = Kind::ALL.into_iter();
    let missing = missing
        .map(|kind| (kind.code().to_owned(), None, kind_words(kind)))
        .collect();
    let fields = view! {
            {one_of(of("about"), say("aids-about"), people)}
            {one_of(of("fund"), say("aids-fund"), Signal::stored(funds))}
            {text(of("fund_name"), say("aids-fund-name"), say("aids-fund-name-example"))}
            {one_chip(of("need"), say("aids-need"), needs)}
            {text(of("amount").amount(), say("aids-amount"), say("aids-amount-example"))}
            {lines(of("reason"), say("aids-reason"), false, say("aids-reason-example"))}
            {past_day(place, of("on"), say("aids-on"))}
            {any_of(of("missing"), say("aids-missing"), missing)}
            <p class="mark">{say("aids-missing-says")}</p>
            {any_of(of("agreed"), say("aids-agreed"), vec![("yes".to_owned(), None, say("aids-agrees"))])}
    };
    Form {
        draft,
        wish,
        aid: None,
        wished: Box::new(move || wished(place, draft)),
        told: "aids-requested",
        fields: fields.into_any(),
        beside: FIELDS,
        does: "aids-requests",
    }
    .view(place)
}
