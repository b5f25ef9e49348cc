//! Who lives there: somebody comes, somebody leaves.

use super::{
    Open, Place,
    words::{CIVILITIES, PLACES, chosen},
};
use crate::{
    api,
    asked::Wish,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::{Act, Send, Weight},
        days,
        dialog::{Sheet, open_while},
        field::{Of, day, one_chip, one_of, text},
        states::{draft_notices, empty, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    Plain,
    course::{Comer, MoveOut, NewMember, Welcome},
    support_case::MemberView,
};
use domain::words::{Day, PersonId};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// The section.
#[component]
pub(super) fn AtHome(place: Place) -> impl IntoView {
    let seen = place.seen;
    let welcoming = open_while(place.open, |each| *each == Open::Welcome);
    let leaving = open_while(place.open, |each| matches!(each, Open::MoveOut(_)));
    let lines = move || {
        let case = seen.get();
        if case.household.is_empty() {
            return empty("household-none").into_any();
        }
        let acts = case.acts;
        let lines = case
            .household
            .iter()
            .map(|member| line(place, member, acts))
            .collect_view();
        view! { <ul class="lines">{lines}</ul> }.into_any()
    };
    view! {
        <section class="meetings">
            <h2>{say("household-title")}</h2>
            {lines}
            <Show when=move || seen.with(|case| case.acts)>
                <div class="acts"><Act on_act=place.opens(Open::Welcome)>{say("household-welcome")}</Act></div>
            </Show>
            <Sheet title=say("household-welcome") open=welcoming><WelcomeForm place/></Sheet>
            <Sheet title=say("household-leave") open=leaving>
                {place.open.get_untracked().and_then(who_leaves).map(|person| view! { <MoveOutForm place person/> })}
            </Sheet>
        </section>
    }
}

fn who_leaves(open: Open) -> Option<PersonId> {
    if let Open::MoveOut(person) = open {
        Some(person)
    } else {
        None
    }
}

fn line(place: Place, member: &MemberView, acts: bool) -> impl IntoView + use<> {
    let person = member.person;
    let name = format!("{} {}", member.first_name.0, member.last_name.0);
    let role = PLACES.iter().find(|(each, ..)| *each == member.place);
    let role = role.map(|(_, _, key)| say(key));
    let age = member.age.map(|years| days::age(i64::from(years) * 12));
    let described = [role, age].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let whose = member.first_name.0.clone();
    let leaves = acts.then(move || {
        view! {
            <Act weight=Weight::Plain on_act=place.opens(Open::MoveOut(person))>
                {say("household-leaves")}
                <span class="unseen">" " {whose}</span>
            </Act>
        }
    });
    view! { <li class="course-line"><p><strong>{name}</strong> " " <span class="mark">{described}</span></p>{leaves}</li> }
}

/// The names of the fields of somebody new, as the answer to a wish names them too.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    pub(super) civility: &'static str,
    pub(super) born_on: &'static str,
    pub(super) place: &'static str,
}

/// Those of one person alone.
const ALONE: Fields = Fields {
    first: "first",
    last: "last",
    civility: "civility",
    born_on: "born_on",
    place: "place",
};

/// Somebody new, as typed; the last name of the household where none is.
pub(super) fn typed(draft: Draft, fields: Fields, household: &str) -> Option<NewMember> {
    let words = |name| draft.get(name).trim().to_owned();
    let (first, last) = (words(fields.first), words(fields.last));
    let last = if last.is_empty() { household.to_owned() } else { last };
    (!first.is_empty() && !last.is_empty()).then_some(())?;
    Some(NewMember {
        first: Plain(first),
        last: Plain(last),
        civility: chosen(&CIVILITIES, &draft.get(fields.civility))?,
        born_on: day_of(&draft.get(fields.born_on)).map(Plain),
        place: chosen(&PLACES, &draft.get(fields.place))?,
    })
}

/// The fields of somebody new.
pub(super) fn fields(draft: Draft, wish: Wish, names: Fields, otherwise: String) -> impl IntoView {
    let of = move |name| Of::new(draft, wish, name);
    let chips = |all: [(&'static str, &'static str); 3]| all.map(|(code, key)| (code, None, say(key))).to_vec();
    view! {
        <div class="row">
            {text(of(names.first), say("person-first"), String::new())}
            {text(of(names.last), say("person-last"), otherwise)}
        </div>
        {one_chip(of(names.civility), say("person-address"), chips(CIVILITIES.map(|(_, code, key)| (code, key))))}
        {one_chip(of(names.place), say("person-place"), chips(PLACES.map(|(_, code, key)| (code, key))))}
        {day(of(names.born_on), say("person-born"))}
    }
}

#[component]
fn WelcomeForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about("welcome"));
    let wish = Wish::new();
    let household = place.seen.with_untracked(|case| {
        let first = case.household.first();
        first.map_or_else(String::new, |member| member.last_name.0.clone())
    });
    // Who matters outside may come to live there.
    let known: Vec<(String, String)> = place.seen.with_untracked(|case| {
        let outside = case.kin.iter();
        let outside = outside.filter(|kin| case.household.iter().all(|member| member.person != kin.person));
        outside
            .map(|kin| (kin.person.to_string(), kin.first_name.0.clone()))
            .collect()
    });
    let chooses = !known.is_empty();
    let somebody = move || draft.get("person").parse::<Uuid>().ok().map(PersonId);
    let last = StoredValue::new(household.clone());
    let asked = move || {
        let who = match somebody() {
            Some(_) => Comer::Known {
                place: chosen(&PLACES, &draft.get(ALONE.place))?,
            },
            None => Comer::New(typed(draft, ALONE, &last.get_value())?),
        };
        Some(Welcome {
            command: draft.command.get(),
            person: somebody().unwrap_or_else(|| PersonId(draft.thing.get())),
            who,
        })
    };
    let refusal = Signal::derive(move || asked().is_none().then(|| say("person-incomplete")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = asked() else { return };
        wish.send_draft(draft, api::course::welcome(place.case, body), move |_| {
            draft.close();
            place.done("household-welcomed");
        });
    };
    let who = chooses.then(|| {
        let mut all = vec![(String::new(), say("household-somebody-new"))];
        all.extend(known);
        one_of(
            Of::new(draft, wish, "person"),
            say("household-who"),
            Signal::derive(move || all.clone()),
        )
    });
    let otherwise = StoredValue::new(household);
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            {who}
            <Show
                when=move || somebody().is_none()
                fallback=move || {
                    let all = PLACES.map(|(_, code, key)| (code, None, say(key))).to_vec();
                    one_chip(Of::new(draft, wish, ALONE.place), say("person-place"), all)
                }
            >
                {fields(draft, wish, ALONE, otherwise.get_value())}
            </Show>
            {unfulfilled(wish, draft, &["first", "last", "born_on", "person"])}
            <Send refusal busy=wish.busy>{say("household-welcome")}</Send>
        </form>
    }
}

#[component]
fn MoveOutForm(place: Place, person: PersonId) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("move_out.{person}")));
    let wish = Wish::new();
    let name = place.seen.with_untracked(|case| {
        let member = case.household.iter().find(|member| member.person == person);
        member.map_or_else(String::new, |member| member.first_name.0.clone())
    });
    let asked = move || MoveOut {
        command: draft.command.get(),
        on: day_of(&draft.get("on")).unwrap_or(Day(place.desk.today())),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        wish.send_draft(draft, api::course::move_out(place.case, person, asked()), move |_| {
            draft.close();
            place.done("household-left");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            <p class="calm">{say_with("household-leave-says", &[("name", (&name).into())])}</p>
            {day(Of::new(draft, wish, "on"), say("course-since"))}
            <p class="mark">{say("course-today-otherwise")}</p>
            {unfulfilled(wish, draft, &["on"])}
            <Send busy=wish.busy>{say("household-leave")}</Send>
        </form>
    }
}
