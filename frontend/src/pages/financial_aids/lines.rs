//! Each aid as it stands: its amounts, what it waits for, and what can be done about it.

use super::{
    Open, Place,
    asking::{euros, method_words, payee_words},
};
use crate::{
    pages::documents::kind_words,
    parts::{
        button::{Act, Weight},
        days,
        states::empty,
    },
    words::{say, say_with},
};
use contract::financial_aid::{AidEnding, AidView, PaymentView};
use domain::{
    financial_aid::{Fund, Need, Status, Way},
    words::{Day, FinancialAidId},
};
use leptos::prelude::*;

/// A fund in words.
pub(super) fn fund_words(fund: Fund) -> String {
    say(&format!("aid-fund-{}", fund.code()))
}

/// A need in words.
pub(super) fn need_words(need: Need) -> String {
    say(&format!("aid-need-{}", need.code()))
}

fn day(day: Day) -> String {
    days::full(day.0)
}

/// The places in which aids stand, each with its title and what is said when it is empty.
const PLACES: [(&str, Option<&str>, &[Status]); 3] = [
    (
        "aids-waiting",
        Some("aids-waiting-none"),
        &[Status::AwaitingDocuments, Status::UnderExamination, Status::Adjourned],
    ),
    ("aids-granted", Some("aids-granted-none"), &[Status::Accepted]),
    ("aids-over", None, &[Status::Refused, Status::Withdrawn, Status::Closed]),
];

/// All of them; nothing to who may not read of them, whom the head tells so.
pub(super) fn sections(place: Place) -> impl IntoView {
    PLACES
        .into_iter()
        .map(|(title, none, statuses)| section(place, title, none, statuses))
        .collect_view()
}

fn section(
    place: Place,
    title: &'static str,
    none: Option<&'static str>,
    statuses: &'static [Status],
) -> impl IntoView {
    move || {
        let seen = place.seen.get();
        if !seen.reads {
            return None;
        }
        let aids = seen.aids.iter().filter(|each| statuses.contains(&each.status));
        let lines: Vec<_> = aids.map(|each| line(place, each, seen.writes)).collect();
        let shown = match (lines.is_empty(), none) {
            (true, None) => return None,
            (true, Some(none)) => empty(none).into_any(),
            (false, _) => view! { <ul class="lines">{lines}</ul> }.into_any(),
        };
        Some(view! { <section class="meetings"><h2>{say(title)}</h2>{shown}</section> })
    }
}

/// What an aid is, in words.
fn named(aid: &AidView) -> String {
    let fund = fund_words(aid.fund);
    match (&aid.fund_name, aid.fund) {
        (Some(name), Fund::Other) => name.0.clone(),
        (Some(name), _) => format!("{fund} · {}", name.0),
        (None, _) => fund,
    }
}

fn line(place: Place, aid: &AidView, writes: bool) -> impl IntoView + use<> {
    let name = named(aid);
    let whose = aid
        .name
        .as_ref()
        .map_or_else(|| say("documents-of-household"), |name| name.0.clone());
    let requested = match &aid.by {
        Some(by) => say_with(
            "aids-requested-by",
            &[("date", day(aid.on).into()), ("who", (&by.0).into())],
        ),
        None => say_with("aids-requested-on", &[("date", day(aid.on).into())]),
    };
    let told = [need_words(aid.need), whose.clone(), requested].join(" · ");
    let status = say(&format!("aid-status-{}", aid.status.code()));
    let waits = waits(aid)
        .into_iter()
        .map(|words| view! { <p class="mark">{words}</p> })
        .collect_view();
    let acts = writes.then(|| acts(place, aid, format!("{name}, {whose}")));
    let payments = payments(place, aid, writes);
    view! {
        <li class="aid">
            <p><strong>{name}</strong> " " <span class="mark">{told}</span></p>
            <p>{aid.reason.0.clone()}</p>
            <p><strong>{status}</strong> " · " {amounts(aid)}</p>
            {waits}
            {payments}
            {acts}
        </li>
    }
}

/// What remains to be paid of what was granted; none while nothing is, or when an amount was erased.
pub(super) fn rest(aid: &AidView) -> Option<u64> {
    let granted = aid.grant.as_ref()?.amount.as_ref()?.0;
    Some(granted.saturating_sub(aid.paid()?))
}

/// What was asked for, granted and paid.
fn amounts(aid: &AidView) -> String {
    let said = |key: &str, cents: Option<u64>| match cents {
        Some(cents) => say_with(key, &[("amount", euros(cents).into())]),
        None => say_with(key, &[("amount", say("aids-erased").into())]),
    };
    let mut told = vec![said("aids-asked", aid.asked.as_ref().map(|cents| cents.0))];
    if let Some(grant) = &aid.grant {
        told.push(said("aids-granted-of", grant.amount.as_ref().map(|cents| cents.0)));
        told.push(said("aids-paid-of", aid.paid()));
    }
    told.join(" · ")
}

fn way_words(way: Way) -> String {
    say_with(
        "aids-way",
        &[
            ("method", method_words(way.method).into()),
            ("to", payee_words(way.to).into()),
        ],
    )
}

/// What its status waits for, or how it ended.
fn waits(aid: &AidView) -> Vec<String> {
    match aid.status {
        Status::AwaitingDocuments => {
            let missing: Vec<String> = aid.missing.iter().map(|kind| kind_words(*kind)).collect();
            vec![say_with("aids-awaits", &[("what", missing.join(", ").into())])]
        }
        Status::UnderExamination => vec![say("aids-awaits-decision")],
        Status::Adjourned => put_off(aid),
        Status::Accepted => granted(aid),
        Status::Refused => refused(aid),
        Status::Withdrawn | Status::Closed => ended(aid),
    }
}

fn put_off(aid: &AidView) -> Vec<String> {
    let Some(put_off) = &aid.put_off else { return Vec::new() };
    let by = say_with(
        "aids-put-off",
        &[
            ("date", day(put_off.on).into()),
            ("who", (&put_off.body.0).into()),
            ("reason", (&put_off.reason.0).into()),
        ],
    );
    let again = match put_off.again_on {
        Some(again) => say_with("aids-again", &[("date", day(again).into())]),
        None => say("aids-again-unknown"),
    };
    vec![by, again]
}

fn granted(aid: &AidView) -> Vec<String> {
    let Some(grant) = &aid.grant else { return Vec::new() };
    let mut told = vec![say_with(
        "aids-granted-by",
        &[("date", day(grant.on).into()), ("who", (&grant.body.0).into())],
    )];
    if let Some(because) = &grant.more_because {
        told.push(say_with("aids-more", &[("reason", (&because.0).into())]));
    }
    match rest(aid) {
        Some(0) => told.push(say("aids-all-paid")),
        Some(cents) => told.push(say_with(
            "aids-awaits-payment",
            &[("amount", euros(cents).into()), ("way", way_words(grant.way).into())],
        )),
        None => {}
    }
    told
}

fn refused(aid: &AidView) -> Vec<String> {
    let Some(rejection) = &aid.rejection else {
        return Vec::new();
    };
    let by = say_with(
        "aids-refused-by",
        &[
            ("date", day(rejection.on).into()),
            ("who", (&rejection.body.0).into()),
            ("reason", (&rejection.reason.0).into()),
        ],
    );
    let until = rejection
        .appeal_until
        .map(|until| say_with("aids-appeal-possible", &[("date", day(until).into())]));
    let told = say(if rejection.appeal_told {
        "aids-appeal-told"
    } else {
        "aids-appeal-untold"
    });
    [Some(by), until, Some(told)].into_iter().flatten().collect()
}

fn ended(aid: &AidView) -> Vec<String> {
    let Some(ending) = &aid.ending else { return Vec::new() };
    vec![say_with(
        "aids-ended",
        &[("date", day(ending.on).into()), ("reason", (&ending.reason.0).into())],
    )]
}

/// What came, one line each; what was taken back says why.
fn payments(place: Place, aid: &AidView, writes: bool) -> Option<impl IntoView + use<>> {
    let financial_aid = aid.financial_aid;
    let lines: Vec<_> = aid
        .payments
        .iter()
        .map(|each| payment(place, financial_aid, each, writes))
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="payments" aria-label=say("aids-payments")>{lines}</ul> })
}

fn payment(place: Place, aid: FinancialAidId, each: &PaymentView, writes: bool) -> impl IntoView + use<> {
    let amount = each
        .amount
        .as_ref()
        .map_or_else(|| say("aids-erased"), |cents| euros(cents.0));
    let words = say_with(
        "aids-payment",
        &[
            ("amount", amount.clone().into()),
            ("date", day(each.on).into()),
            ("way", way_words(each.way).into()),
        ],
    );
    let retracted = each
        .retracted
        .as_ref()
        .map(|reason| view! { <span class="mark">" · " {say_with("aids-retracted-because", &[("reason", (&reason.0).into())])}</span> });
    let opens = Open::Retract(aid, each.payment);
    let back = (writes && each.retracted.is_none()).then(|| {
        view! {
            <Act weight=Weight::Plain on_act=place.opens(opens)>
                {say("aids-retracts")}<span class="unseen">" : " {amount}</span>
            </Act>
        }
    });
    view! { <li><span class:gone=retracted.is_some()>{words}</span>{retracted} " " {back}</li> }
}

/// What can be done about one, as it stands.
fn acts(place: Place, aid: &AidView, whose: String) -> impl IntoView + use<> {
    let id = aid.financial_aid;
    let end = [
        ("aids-withdraws", Open::End(id, AidEnding::Withdrawn)),
        ("aids-closes", Open::End(id, AidEnding::Closed)),
    ];
    let (first, others) = match aid.status {
        Status::AwaitingDocuments => (Some(("aids-completes", Open::Complete(id))), end.to_vec()),
        Status::UnderExamination => (Some(("aids-decides", Open::Decide(id))), end.to_vec()),
        Status::Adjourned => (Some(("aids-resumes", Open::Resume(id))), end.to_vec()),
        Status::Accepted if rest(aid).is_some_and(|cents| cents > 0) => {
            (Some(("aids-pays", Open::Pay(id))), Vec::new())
        }
        Status::Accepted | Status::Refused | Status::Withdrawn | Status::Closed => (None, Vec::new()),
    };
    let act = |(key, opens): (&'static str, Open), weight| {
        let whose = whose.clone();
        view! {
            <Act weight on_act=place.opens(opens)>{say(key)}<span class="unseen">" : " {whose}</span></Act>
        }
    };
    let first = first.map(|each| act(each, Weight::Second));
    let others = others.into_iter().map(|each| act(each, Weight::Plain)).collect_view();
    view! { <div class="acts">{first}{others}</div> }
}
