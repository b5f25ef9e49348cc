//! Agreeing with a person how she may be reached for reminders, and writing down that she wants none any more.

use super::{
    Open, Place,
    reminders::{code, privacy_code},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, any_of, one_chip, one_of, text},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    reminder::{AgreeReach, ReachView, WithdrawReach},
    support_case::CaseView,
};
use domain::{
    reminder::{Hours, Medium, Privacy},
    words::PersonId,
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;
use uuid::Uuid;

/// The two sheets.
#[component]
pub(super) fn Sheets(place: Place, seen: Signal<Arc<CaseView>>) -> impl IntoView {
    let agreeing = open_while(place.open, |each| matches!(each, Open::Reach(_)));
    let stopping = open_while(place.open, |each| matches!(each, Open::StopReach(_)));
    let person = move || match place.open.get_untracked() {
        Some(Open::Reach(person) | Open::StopReach(person)) => Some(person),
        Some(Open::Book | Open::Move(_) | Open::Cancel(_) | Open::Tell(_)) | None => None,
    };
    view! {
        <Sheet title=say("reach-title") open=agreeing>
            {person().map(|person| view! { <AgreeForm place seen person/> })}
        </Sheet>
        <Sheet title=say("reach-withdraw") open=stopping>
            {person().map(|person| view! { <WithdrawForm place seen person/> })}
        </Sheet>
    }
}

/// What the form begins with: what was agreed last.
fn begun(draft: Draft, reach: Option<&ReachView>) {
    let Some(reach) = reach else { return };
    draft.set("medium", code(reach.medium).to_owned());
    draft.set("privacy", privacy_code(reach.privacy).to_owned());
    if let Some(value) = &reach.value {
        draft.set("value", value.0.clone());
    }
    if let Some(hours) = reach.hours {
        draft.set("from", hours.from.to_string());
        draft.set("until", hours.until.to_string());
    }
}

#[component]
fn AgreeForm(place: Place, seen: Signal<Arc<CaseView>>, person: PersonId) -> impl IntoView {
    let case = seen.get_untracked();
    // A number or an address is not left in the browser.
    let draft = Draft::unkept();
    let wish = Wish::new();
    let known = case.reach.iter().find(|reach| reach.person == person);
    begun(draft, known);
    let stopped = known.is_some_and(|reach| reach.over.is_some_and(|over| over.stopped));
    let dangerous = known.is_some_and(|reach| reach.privacy == Privacy::Unsafe);
    let only_asked = match (stopped, dangerous) {
        (true, _) => Some("reach-was-stopped"),
        (false, true) => Some("reach-was-unsafe"),
        (false, false) => None,
    };
    let (support_case, of) = (case.support_case, move |name| Of::new(draft, wish, name));
    let asked = move || {
        let shared: Vec<String> = draft.list("shared_with");
        Some(AgreeReach {
            command: draft.command.get(),
            medium: chosen(draft, "medium", Medium::ALL, code).unwrap_or(Medium::Sms),
            value: advice::plain(&draft.get("value"))?,
            privacy: chosen(draft, "privacy", Privacy::ALL, privacy_code).unwrap_or(Privacy::Own),
            shared_with: shared
                .iter()
                .filter_map(|id| id.parse::<Uuid>().ok())
                .map(PersonId)
                .collect(),
            hours: hours(draft),
            asked_again: !draft.list("asked_again").is_empty(),
        })
    };
    let refusal = Signal::derive(move || asked().is_none().then(|| say("reach-incomplete")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(body) = asked() else { return };
        wish.send_draft(draft, api::reminder::agree(support_case, person, body), move |_| {
            draft.close();
            place.done("reach-agreed");
        });
    };
    let media = Medium::ALL.map(|medium| (code(medium), None, say(&format!("reach-medium-{}", code(medium)))));
    let readers = Privacy::ALL.map(|each| {
        (
            privacy_code(each),
            None,
            say(&format!("reach-privacy-{}", privacy_code(each))),
        )
    });
    let others: Vec<_> = case
        .household
        .iter()
        .filter(|member| member.person != person)
        .map(|member| (member.person.to_string(), None, member.first_name.0.clone()))
        .collect();
    let again = vec![("yes".to_owned(), None, say("reach-asks-again"))];
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say_with("reach-intro", &[("name", name(&case, person).into())])}</p>
            {one_chip(of("medium"), say("reach-medium"), media.to_vec())}
            {text(of("value"), say("reach-value"), String::new())}
            {one_chip(of("privacy"), say("reach-privacy"), readers.to_vec())}
            {(!others.is_empty()).then(|| any_of(of("shared_with"), say("reach-shared-with"), others))}
            <div class="row">
                {one_of(of("from"), say("reach-from"), whole_hours(0))}
                {one_of(of("until"), say("reach-until"), whole_hours(1))}
            </div>
            {only_asked.map(|why| any_of(of("asked_again"), say(why), again))}
            <p class="mark">{say("reach-says")}</p>
            {unfulfilled(wish, draft, &["value", "asked_again"])}
            <Send refusal busy=wish.busy>{say("reach-send")}</Send>
        </form>
    }
}

/// The value of a closed list that a draft names.
fn chosen<T: Copy, const N: usize>(draft: Draft, field: &str, all: [T; N], code: fn(T) -> &'static str) -> Option<T> {
    let named = draft.get(field);
    all.into_iter().find(|each| code(*each) == named)
}

/// Her hours, once she named one of both ends.
fn hours(draft: Draft) -> Option<Hours> {
    let hour = |name: &str| draft.get(name).parse::<u8>().ok();
    match (hour("from"), hour("until")) {
        (None, None) => None,
        (from, until) => Some(Hours {
            from: from.unwrap_or(0),
            until: until.unwrap_or(24),
        }),
    }
}

/// Whole hours of a day, and none: those of the territory.
fn whole_hours(first: u8) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let each = (first..first.saturating_add(24)).map(|hour| {
            let words = say_with("reach-hour", &[("hour", hour.into())]);
            (hour.to_string(), words)
        });
        std::iter::once((String::new(), say("reach-any-hour")))
            .chain(each)
            .collect()
    })
}

#[component]
fn WithdrawForm(place: Place, seen: Signal<Arc<CaseView>>, person: PersonId) -> impl IntoView {
    let case = seen.get_untracked();
    let draft = Draft::unkept();
    let wish = Wish::new();
    let support_case = case.support_case;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let body = WithdrawReach {
            command: draft.command.get(),
        };
        wish.send_draft(draft, api::reminder::withdraw(support_case, person, body), move |_| {
            draft.close();
            place.done("reach-over");
        });
    };
    view! {
        <form class="form" on:submit=submit>
            <p>{say_with("reach-withdraw-intro", &[("name", name(&case, person).into())])}</p>
            {unfulfilled(wish, draft, &[])}
            <Send refusal=Signal::derive(|| None) busy=wish.busy>{say("reach-withdraw")}</Send>
        </form>
    }
}

fn name(case: &CaseView, person: PersonId) -> String {
    let member = case.household.iter().find(|member| member.person == person);
    member.map(|member| member.first_name.0.clone()).unwrap_or_default()
}
