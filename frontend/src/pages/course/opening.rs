//! Opening a case: who lives there, what was asked for, who answers for it; and first whether somebody is known already.

use super::{
    household::{Fields, fields, typed},
    words::{RHYTHMS, choices, chosen, support, supports},
};
use crate::{
    advice, api,
    asked::Wish,
    desk::Desk,
    drafts::Draft,
    pages::support_case::forms::day_of,
    parts::{
        button::{Act, Send, Weight},
        field::{Of, day, one_chip, one_of, text},
        states::{draft_notices, unfulfilled},
    },
    route::Route,
    way,
    words::{say, say_with},
};
use contract::{
    Plain,
    course::{NewMember, OpenCase},
    exceptional_access::{FindReferent, FoundReferent},
};
use domain::{
    person::Civility,
    words::{Day, SupportCaseId},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The fields of each person who may be named here. Whoever comes after them is added to the household of the open case.
const PEOPLE: [Fields; 8] = [
    person(
        "people.0.first",
        "people.0.last",
        "people.0.civility",
        "people.0.born_on",
        "people.0.place",
    ),
    person(
        "people.1.first",
        "people.1.last",
        "people.1.civility",
        "people.1.born_on",
        "people.1.place",
    ),
    person(
        "people.2.first",
        "people.2.last",
        "people.2.civility",
        "people.2.born_on",
        "people.2.place",
    ),
    person(
        "people.3.first",
        "people.3.last",
        "people.3.civility",
        "people.3.born_on",
        "people.3.place",
    ),
    person(
        "people.4.first",
        "people.4.last",
        "people.4.civility",
        "people.4.born_on",
        "people.4.place",
    ),
    person(
        "people.5.first",
        "people.5.last",
        "people.5.civility",
        "people.5.born_on",
        "people.5.place",
    ),
    person(
        "people.6.first",
        "people.6.last",
        "people.6.civility",
        "people.6.born_on",
        "people.6.place",
    ),
    person(
        "people.7.first",
        "people.7.last",
        "people.7.civility",
        "people.7.born_on",
        "people.7.place",
    ),
];

const fn person(
    first: &'static str,
    last: &'static str,
    civility: &'static str,
    born_on: &'static str,
    place: &'static str,
) -> Fields {
    Fields {
        first,
        last,
        civility,
        born_on,
        place,
    }
}

/// Somebody of a name that was typed who is accompanied already.
#[derive(Clone)]
struct Known {
    name: String,
    found: FoundReferent,
}

/// What was found of the names that were typed. It says nothing of other names.
#[derive(Clone, Default)]
struct Found {
    names: Vec<String>,
    known: Vec<Known>,
}

/// The screen.
#[component]
pub(crate) fn OpeningPage(desk: Desk) -> impl IntoView {
    if !desk.who().opens_cases {
        return view! { <h1>{say("opening-title")}</h1> <p class="why">{say("opening-not-hers")}</p> }.into_any();
    }
    let draft = Draft::open(desk.who().worker.0, "opening");
    let (wish, asking) = (Wish::new(), Wish::new());
    let found = RwSignal::new(None::<Found>);
    let asked = move || opening(desk, draft);
    // Those of the names as they stand who may be the same; none while nobody asked.
    let known = Signal::derive(move || {
        let names = asked().map(|body| body.people.iter().map(name_of).collect::<Vec<_>>())?;
        found
            .get()
            .filter(|found| found.names == names)
            .map(|found| found.known)
    });
    let refusal = Signal::derive(move || {
        if asked().is_none() {
            Some(say("opening-incomplete"))
        } else {
            let unanswered = known.with(|known| known.as_ref().is_some_and(|known| !known.is_empty()));
            unanswered.then(|| say("opening-answer-first"))
        }
    });
    let open = Callback::new(move |()| {
        let Some(body) = asked() else { return };
        let (case, hers) = (body.support_case, body.answered);
        wish.send_draft(draft, api::course::open(body), move |_| {
            draft.close();
            desk.toasts
                .show(say(if hers { "opening-opened" } else { "opening-waits" }));
            way::go(if hers { Route::Case(case.0) } else { Route::Cases });
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = asked() else { return };
        if refusal.with_untracked(Option::is_some) {
            return;
        }
        if !desk.who().finds_referents || known.with_untracked(Option::is_some) {
            open.run(());
            return;
        }
        let names: Vec<String> = body.people.iter().map(name_of).collect();
        asking.send(accompanied(names.clone()), move |known: Vec<Known>| {
            let nobody = known.is_empty();
            found.set(Some(Found { names, known }));
            if nobody {
                open.run(());
            }
        });
    };
    let told_apart = Callback::new(move |()| {
        found.update(|found| {
            if let Some(found) = found {
                found.known.clear();
            }
        });
        open.run(());
    });
    let busy = Signal::derive(move || wish.busy.get() || asking.busy.get());
    view! {
        <p class="over"><a href=Route::Cases.path()>{say("cases-title")}</a></p>
        <h1>{say("opening-title")}</h1>
        <form class="form measure" on:submit=submit>
            {draft_notices(draft)}
            <People draft wish/>
            <Request desk draft wish/>
            <Perhaps known draft told_apart/>
            {unfulfilled(asking, None, &[])}
            {unfulfilled(wish, draft, &["label", "commune", "opened_on", "requested_on"])}
            <Send refusal busy>{say("opening-open")}</Send>
        </form>
    }
    .into_any()
}

/// Who lives there.
#[component]
fn People(draft: Draft, wish: Wish) -> impl IntoView {
    let people = move || {
        let many = named(draft);
        PEOPLE
            .into_iter()
            .take(many)
            .enumerate()
            .map(|(number, names)| {
                let legend = if number == 0 {
                    say("opening-person")
                } else {
                    say_with("opening-person-more", &[("number", (number + 1).into())])
                };
                let otherwise = if number == 0 { String::new() } else { say("person-last-same") };
                view! { <fieldset class="somebody"><legend class="strong">{legend}</legend>{fields(draft, wish, names, otherwise)}</fieldset> }
            })
            .collect_view()
    };
    let adds = Callback::new(move |()| draft.set("people", (named(draft) + 1).to_string()));
    let drops = Callback::new(move |()| draft.set("people", named(draft).saturating_sub(1).to_string()));
    let many = Memo::new(move |_| named(draft));
    view! {
        <h2>{say("opening-people")}</h2>
        {move || {
            many.track();
            untrack(people)
        }}
        <div class="acts">
            <Show when=move || many.get() < PEOPLE.len() fallback=|| view! { <p class="mark">{say("opening-people-all")}</p> }>
                <Act on_act=adds>{say("opening-add")}</Act>
            </Show>
            <Show when=move || { many.get() > 1 }>
                <Act weight=Weight::Plain on_act=drops>{say("opening-drop")}</Act>
            </Show>
        </div>
    }
}

/// What was asked for, and who answers for it.
#[component]
fn Request(desk: Desk, draft: Draft, wish: Wish) -> impl IntoView {
    let of = move |name| Of::new(draft, wish, name);
    let otherwise = move || match suggested(draft) {
        Some(label) => say_with("opening-label-otherwise", &[("label", (&label).into())]),
        None => String::new(),
    };
    let who = vec![("me", None, say("opening-me")), ("team", None, say("opening-team"))];
    let service = desk.who().service.name.clone();
    view! {
        <h2>{say("opening-request")}</h2>
        {text(of("label"), say("opening-label"), say("opening-label-example"))}
        <p class="mark">{otherwise}</p>
        <div class="row">
            {one_of(of("support"), say("opening-support"), Signal::derive(supports))}
            {one_of(of("intensity"), say("rhythm-label"), Signal::derive(|| choices(&RHYTHMS)))}
        </div>
        <div class="row">
            {day(of("opened_on"), say("opening-on"))}
            {day(of("requested_on"), say("opening-requested-on"))}
        </div>
        <p class="mark">{say("course-today-otherwise")}</p>
        {text(of("commune"), say("opening-commune"), String::new())}
        {one_chip(of("answered"), say("opening-who"), who)}
        <p class="calm">{say_with("opening-says", &[("service", (&service).into())])}</p>
    }
}

/// Those who may be accompanied already: nothing of their case is shown but whom to ask.
#[component]
fn Perhaps(known: Signal<Option<Vec<Known>>>, draft: Draft, told_apart: Callback<()>) -> impl IntoView {
    let is_she = Callback::new(move |()| {
        draft.close();
        way::go(Route::Accesses);
    });
    move || {
        let found = known.get().unwrap_or_default();
        if found.is_empty() {
            return None;
        }
        let lines = found
            .iter()
            .map(|each| {
                let referent = match &each.found.referent {
                    Some(worker) => say_with("opening-known-referent", &[("name", (&worker.name.0).into())]),
                    None => say("opening-known-nobody"),
                };
                let name = each.name.clone();
                let service = each.found.service.name.clone();
                view! { <li><p><strong>{name}</strong> " " <span class="mark">{service} " · " {referent}</span></p></li> }
            })
            .collect_view();
        Some(view! {
            <section class="asks" role="status">
                <h2>{say("opening-known")}</h2>
                <p>{say("opening-known-says")}</p>
                <ul class="lines">{lines}</ul>
                <div class="acts">
                    <Act on_act=is_she>{say("opening-is-she")}</Act>
                    <Act on_act=told_apart>{say("opening-is-another")}</Act>
                </div>
            </section>
        })
    }
}

/// How many people are named so far.
fn named(draft: Draft) -> usize {
    draft.get("people").parse().unwrap_or(1).clamp(1, PEOPLE.len())
}

/// The people, as typed; none while somebody has no first name.
fn people(draft: Draft) -> Option<Vec<NewMember>> {
    let household = draft.get("people.0.last").trim().to_owned();
    let all = PEOPLE.into_iter().take(named(draft));
    all.map(|names| typed(draft, names, &household)).collect()
}

fn name_of(who: &NewMember) -> String {
    format!("{} {}", who.first.0, who.last.0)
}

/// How the case is called unless something else is typed.
fn suggested(draft: Draft) -> Option<String> {
    let people = people(draft)?;
    let first = people.first()?;
    let last = ("last", (&first.last.0).into());
    if people.len() > 1 {
        return Some(say_with("opening-label-family", &[last]));
    }
    Some(match first.civility {
        Civility::Madam => say_with("opening-label-madam", &[last]),
        Civility::Sir => say_with("opening-label-sir", &[last]),
        Civility::Neutral => name_of(first),
    })
}

/// The wish; none while something is missing.
fn opening(desk: Desk, draft: Draft) -> Option<OpenCase> {
    let label = advice::plain(&draft.get("label"));
    Some(OpenCase {
        command: draft.command.get(),
        support_case: SupportCaseId(draft.thing.get()),
        label: label.or_else(|| suggested(draft).map(Plain))?,
        people: people(draft)?,
        commune: advice::plain(&draft.get("commune")).map(|Plain(name)| name),
        support: support(&draft.get("support")),
        intensity: chosen(&RHYTHMS, &draft.get("intensity"))?,
        opened_on: day_of(&draft.get("opened_on")).unwrap_or(Day(desk.today())),
        requested_on: day_of(&draft.get("requested_on")),
        answered: draft.get("answered") != "team",
    })
}

/// Who of these whole names is accompanied already, as far as she may be told.
async fn accompanied(names: Vec<String>) -> api::Answer<Vec<Known>> {
    let mut known = Vec::new();
    for name in names {
        let asked = FindReferent {
            names: Plain(name.clone()),
        };
        let answer = api::exceptional_access::find_referent(asked).await?;
        known.extend(answer.found.into_iter().map(|found| Known {
            name: name.clone(),
            found,
        }));
    }
    Ok(known)
}
