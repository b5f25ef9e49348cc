//! What was decided about a request: granted, refused or put off.

use super::{
    Place,
    asking::{self, Coming, Form, euros, past_day, way, way_fields},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::field::{Of, any_of, day, lines, one_chip, text},
    words::{say, say_with},
};
use contract::{
    Plain,
    financial_aid::{AidDecision, DecideAid},
};
use domain::{
    financial_aid::{Adjournment, Command, Grant, Method, Payee, Rejection, Way},
    words::FinancialAidId,
};
use leptos::prelude::*;

/// What may be decided, by its code; the first is chosen until another is.
const DECISIONS: [(&str, &str); 3] = [
    ("accepted", "aids-accepts"),
    ("refused", "aids-refuses"),
    ("adjourned", "aids-adjourns"),
];

/// Each field whose fault stands beside it.
const FIELDS: &[&str] = &[
    "body",
    "on",
    "amount",
    "more_because",
    "reason",
    "appeal_until",
    "again_on",
];

/// What is expected until somebody says otherwise.
const EXPECTED: Way = Way {
    method: Method::Transfer,
    to: Payee::Person,
};

fn wished(place: Place, aid: FinancialAidId, draft: Draft) -> Result<(Coming, Command), String> {
    let on = asking::on(place, draft);
    let (decision, rule) = match draft.get("decision").as_str() {
        "refused" => refused(place, draft)?,
        "adjourned" => adjourned(place, draft)?,
        _ => accepted(place, aid, draft)?,
    };
    let (body, _) = asking::words(place, draft, "body", "aids-body-needed")?;
    let command = draft.command.get();
    let asked = DecideAid {
        command,
        on,
        body,
        decision,
    };
    Ok((Box::pin(api::financial_aid::decide(place.case, aid, asked)), rule))
}

type Decided = Result<(AidDecision, Command), String>;

fn accepted(place: Place, aid: FinancialAidId, draft: Draft) -> Decided {
    let amount = asking::amount(draft)?;
    let (_, body) = asking::words(place, draft, "body", "aids-body-needed")?;
    let because = draft.get("more_because");
    let way = way(draft, EXPECTED);
    let grant = Grant {
        amount: asking::private(place, amount),
        more_because: advice::text(&because, place.case),
        body,
        on: asking::on(place, draft),
        way,
    };
    let seen = place.of_aid(aid, asking::seen).unwrap_or_default();
    let decision = AidDecision::Accepted {
        amount: Plain(amount.cents()),
        more_because: advice::plain(&because),
        way,
    };
    Ok((decision, Command::Accept { grant, seen }))
}

fn refused(place: Place, draft: Draft) -> Decided {
    let (reason, private_reason) = asking::words(place, draft, "reason", "reason-needed")?;
    let (_, body) = asking::words(place, draft, "body", "aids-body-needed")?;
    let appeal_told = !draft.list("appeal_told").is_empty();
    let appeal_until = day_of(&draft.get("appeal_until"));
    let rejection = Rejection {
        reason: private_reason,
        body,
        on: asking::on(place, draft),
        appeal_told,
        appeal_until,
    };
    let decision = AidDecision::Refused {
        reason,
        appeal_told,
        appeal_until,
    };
    Ok((decision, Command::Refuse(rejection)))
}

fn adjourned(place: Place, draft: Draft) -> Decided {
    let (reason, private_reason) = asking::words(place, draft, "reason", "reason-needed")?;
    let (_, body) = asking::words(place, draft, "body", "aids-body-needed")?;
    let again_on = day_of(&draft.get("again_on"));
    let adjournment = Adjournment {
        reason: private_reason,
        body,
        on: asking::on(place, draft),
        again_on,
    };
    Ok((
        AidDecision::Adjourned { reason, again_on },
        Command::Adjourn(adjournment),
    ))
}

pub(super) fn form(place: Place, aid: FinancialAidId) -> AnyView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("decide.{aid}")));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let decisions = DECISIONS.map(|(code, key)| (code, None, say(key)));
    let decision = Memo::new(move |_| draft.get("decision"));
    let fields = view! {
        {one_chip(of("decision"), say("aids-decision"), decisions.to_vec())}
        {text(of("body"), say("aids-body"), say("aids-body-example"))}
        {past_day(place, of("on"), say("aids-decided-on"))}
        {move || match decision.get().as_str() {
            "refused" => refusing(draft, wish),
            "adjourned" => adjourning(draft, wish),
            _ => granting(place, aid, draft, wish),
        }}
    };
    Form {
        draft,
        wish,
        aid: Some(aid),
        wished: Box::new(move || wished(place, aid, draft)),
        told: "aids-decided",
        fields: fields.into_any(),
        beside: FIELDS,
        does: "aids-decides",
    }
    .view(place)
}

fn granting(place: Place, aid: FinancialAidId, draft: Draft, wish: Wish) -> AnyView {
    let of = move |name| Of::new(draft, wish, name);
    let asked = move || {
        place
            .of_aid(aid, |each| each.asked.as_ref().map(|cents| cents.0))
            .flatten()
    };
    // Why more is granted than was asked for is asked once it is.
    let more = Memo::new(move |_| {
        let granted = asking::amount(draft).ok();
        granted
            .zip(asked())
            .is_some_and(|(granted, asked)| granted.cents() > asked)
    });
    view! {
        {move || asked().map(|cents| view! { <p class="mark">{say_with("aids-asked", &[("amount", euros(cents).into())])}</p> })}
        {text(of("amount").amount(), say("aids-granted-amount"), say("aids-amount-example"))}
        {move || more.get().then(|| lines(of("more_because"), say("aids-more-because"), false, String::new()))}
        {way_fields(draft, wish, EXPECTED, "aids-method")}
    }
    .into_any()
}

fn refusing(draft: Draft, wish: Wish) -> AnyView {
    let of = move |name| Of::new(draft, wish, name);
    let told = vec![("yes".to_owned(), None, say("aids-appeal-is-told"))];
    view! {
        {lines(of("reason"), say("aids-why"), false, String::new())}
        {any_of(of("appeal_told"), say("aids-appeal"), told)}
        {day(of("appeal_until"), say("aids-appeal-until"))}
    }
    .into_any()
}

fn adjourning(draft: Draft, wish: Wish) -> AnyView {
    let of = move |name| Of::new(draft, wish, name);
    view! {
        {lines(of("reason"), say("aids-why"), false, String::new())}
        {day(of("again_on"), say("aids-again-on"))}
    }
    .into_any()
}
