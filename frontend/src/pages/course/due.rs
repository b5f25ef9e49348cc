//! What is due: set, done, moved with a reason, no longer due.

use super::{Open, Place};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::{day_of, domain_choices, domain_of},
    parts::{
        button::{Act, Send, Weight},
        days,
        dialog::{Sheet, open_while},
        field::{Of, day, lines, one_chip, one_of, text},
        states::{draft_notices, empty, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    deadline::{MeetDeadline, MoveDeadline, SetDeadline, WithdrawDeadline},
    support_case::DeadlineView,
};
use domain::{deadline::Kind, words::DeadlineId};
use leptos::{ev::SubmitEvent, prelude::*};

/// What may be set as due.
const KINDS: [(Kind, &str, &str); 5] = [
    (Kind::Reply, "reply", "deadline-reply"),
    (Kind::File, "file", "deadline-file"),
    (Kind::Review, "review", "deadline-review"),
    (Kind::Term, "term", "deadline-term"),
    (Kind::Hearing, "hearing", "deadline-hearing"),
];

/// The section.
#[component]
pub(super) fn Due(place: Place) -> impl IntoView {
    let seen = place.seen;
    let setting = open_while(place.open, |each| *each == Open::SetDeadline);
    let moving = open_while(place.open, |each| matches!(each, Open::MoveDeadline(_)));
    let withdrawing = open_while(place.open, |each| matches!(each, Open::WithdrawDeadline(_)));
    let lines = move || {
        let case = seen.get();
        if case.deadlines.is_empty() {
            return empty("due-none").into_any();
        }
        let lines = case
            .deadlines
            .iter()
            .map(|each| line(place, each, case.acts))
            .collect_view();
        view! { <ul class="lines">{lines}</ul> }.into_any()
    };
    view! {
        <section class="meetings">
            <h2>{say("due-title")}</h2>
            {lines}
            <Show when=move || seen.with(|case| case.acts)>
                <div class="acts"><Act on_act=place.opens(Open::SetDeadline)>{say("due-set")}</Act></div>
            </Show>
            <Sheet title=say("due-set") open=setting><SetForm place/></Sheet>
            <Sheet title=say("due-move") open=moving>
                {place.open.get_untracked().and_then(which).map(|deadline| view! { <MoveForm place deadline/> })}
            </Sheet>
            <Sheet title=say("due-withdraw") open=withdrawing>
                {place.open.get_untracked().and_then(which).map(|deadline| view! { <WithdrawForm place deadline/> })}
            </Sheet>
        </section>
    }
}

fn which(open: Open) -> Option<DeadlineId> {
    if let Open::MoveDeadline(deadline) | Open::WithdrawDeadline(deadline) = open {
        Some(deadline)
    } else {
        None
    }
}

/// What is due, in words: what a rule set says it by itself.
fn named(each: &DeadlineView) -> String {
    if let (Some(_), Some(label)) = (&each.rule, &each.label) {
        return label.0.clone();
    }
    let known = KINDS.iter().find(|(kind, ..)| *kind == each.kind);
    let kind = known.map_or_else(|| say("deadline-imported"), |(_, _, key)| say(key));
    match &each.label {
        Some(label) => format!("{kind} · {}", label.0),
        None => kind,
    }
}

fn line(place: Place, each: &DeadlineView, acts: bool) -> impl IntoView + use<> {
    let (deadline, near) = (each.deadline, each.near);
    let name = named(each);
    let whose = name.clone();
    let today = place.desk.today();
    let late = each.in_days < 0;
    let words = if late {
        say_with(
            "case-late",
            &[("days", days::days_between(each.due_on.0, today).into())],
        )
    } else {
        days::from_today(each.due_on.0, today)
    };
    let due = say_with("due-before", &[("date", days::full(each.due_on.0).into())]);
    let legal = each.legal.then(|| say("due-legal"));
    let described = [Some(due), Some(words), legal]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let acts = acts.then(move || view! { <Acts place deadline whose/> });
    let rule = each.rule.as_ref();
    let rule = rule
        .map(|source| view! { <p class="mark">{say_with("due-by-rule", &[("source", source.clone().into())])}</p> });
    view! {
        <li class="course-line">
            <p><strong class:now=near>{name}</strong> " " <span class="mark">{described}</span></p>
            {rule}
            {acts}
        </li>
    }
}

/// What can be done about one.
#[component]
fn Acts(place: Place, deadline: DeadlineId, whose: String) -> impl IntoView {
    let draft = Draft::unkept();
    let wish = Wish::new();
    let meet = Callback::new(move |()| {
        let asked = MeetDeadline {
            command: draft.command.get(),
        };
        wish.send(api::deadline::meet(place.case, deadline, asked), move |_| {
            place.done("due-met")
        });
    });
    let unseen = move || view! { <span class="unseen">" : " {whose.clone()}</span> };
    let (one, two, three) = (unseen.clone(), unseen.clone(), unseen);
    view! {
        <div class="acts">
            <Act on_act=meet busy=wish.busy>{say("due-meet")}{one()}</Act>
            <Act weight=Weight::Plain on_act=place.opens(Open::MoveDeadline(deadline))>{say("due-moves")}{two()}</Act>
            <Act weight=Weight::Plain on_act=place.opens(Open::WithdrawDeadline(deadline))>{say("due-withdraws")}{three()}</Act>
        </div>
        {unfulfilled(wish, None, &[])}
    }
}

#[component]
fn SetForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("due"));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || {
        let code = draft.get("kind");
        let kind = KINDS.iter().find(|(_, each, _)| *each == code).or(KINDS.first());
        Some(SetDeadline {
            command: draft.command.get(),
            deadline: DeadlineId(draft.thing.get()),
            kind: kind.map(|(kind, ..)| *kind)?,
            label: advice::plain(&draft.get("label")),
            domain: domain_of(&draft.get("domain")),
            due_on: day_of(&draft.get("due_on"))?,
            legal: draft.get("legal") == "yes",
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("due-when")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::deadline::set(place.case, body), move |_| {
            draft.close();
            place.done("due-was-set");
        });
    };
    let kinds = KINDS.map(|(_, code, key)| (code, None, say(key))).to_vec();
    let sets = vec![("no", None, say("due-agreed")), ("yes", None, say("due-by-law"))];
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {one_chip(of("kind"), say("due-what"), kinds)}
            {text(of("label"), say("due-words"), say("due-words-example"))}
            {day(of("due_on"), say("due-on"))}
            {one_of(of("domain"), say("due-domain"), Signal::derive(|| domain_choices("due-whole")))}
            {one_chip(of("legal"), say("due-who-sets"), sets)}
            {unfulfilled(wish, draft, &["label", "due_on"])}
            <Send refusal busy=wish.busy>{say("due-set")}</Send>
        </form>
    }
}

#[component]
fn MoveForm(place: Place, deadline: DeadlineId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("due.move.{deadline}")));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || {
        Some(MoveDeadline {
            command: draft.command.get(),
            due_on: day_of(&draft.get("due_on"))?,
            reason: advice::plain(&draft.get("reason"))?,
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("due-move-incomplete")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::deadline::move_to(place.case, deadline, body), move |_| {
            draft.close();
            place.done("due-moved");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {day(of("due_on"), say("due-on"))}
            {lines(of("reason"), say("due-why-moved"), false, String::new())}
            {unfulfilled(wish, draft, &["due_on", "reason"])}
            <Send refusal busy=wish.busy>{say("due-move")}</Send>
        </form>
    }
}

#[component]
fn WithdrawForm(place: Place, deadline: DeadlineId) -> impl IntoView {
    let draft = Draft::open(
        place.desk.who().worker.0,
        &place.about(&format!("due.withdraw.{deadline}")),
    );
    let wish = Wish::new();
    let wished = move || {
        Some(WithdrawDeadline {
            command: draft.command.get(),
            reason: advice::plain(&draft.get("reason"))?,
        })
    };
    let refusal = Signal::derive(move || wished().is_none().then(|| say("reason-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = wished() else { return };
        wish.send_draft(draft, api::deadline::withdraw(place.case, deadline, body), move |_| {
            draft.close();
            place.done("due-withdrawn");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {lines(Of::new(draft, wish, "reason"), say("due-why-withdrawn"), false, String::new())}
            {unfulfilled(wish, draft, &["reason"])}
            <Send refusal busy=wish.busy>{say("due-withdraw")}</Send>
        </form>
    }
}
