//! What a person says about sharing, written down: that she agrees, that she objects, that she takes her word back.

use super::{
    Open, Place,
    dialog::{Chooser, compartment_chips, compartment_of},
};
use crate::{
    advice, api,
    asked::Wish,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::{Sheet, open_while},
        field::{Of, any_of, day, lines, one_chip, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::say,
};
use contract::{
    paths,
    sharing::{GiveConsent, Oppose, TakeBack},
};
use domain::{
    consent::{Means, Named},
    words::{ConsentId, Day, PersonId, ServiceId, WorkerId},
};
use leptos::{ev::SubmitEvent, prelude::*};
use sealed::Compartment;

/// What somebody may agree to share: what the nature of the file lets be passed on with her consent.
const SCOPE: [Compartment; 8] = [
    Compartment::Coordination,
    Compartment::Household,
    Compartment::Budget,
    Compartment::Housing,
    Compartment::Work,
    Compartment::Social,
    Compartment::Health,
    Compartment::Judicial,
];

/// Those of the household who may speak for themselves.
fn people(place: Place) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let case = place.seen.get();
        let mut choices = vec![(String::new(), say("choose-person"))];
        choices.extend(case.household.iter().map(|member| {
            (
                member.person.to_string(),
                format!("{} {}", member.first_name.0, member.last_name.0),
            )
        }));
        choices
    })
}

fn person_of(draft: Draft) -> Option<PersonId> {
    draft.get("person").parse().ok().map(PersonId)
}

/// The people who are chosen; the whole service when it is and nobody of it.
fn named(draft: Draft) -> Named {
    let chosen = draft.list("recipients");
    let workers = chosen.iter().filter_map(|id| id.parse().ok().map(WorkerId)).collect();
    let service = draft.get("service").parse().ok().map(ServiceId);
    let services = service.filter(|_| chosen.is_empty());
    Named {
        workers,
        services: services.into_iter().collect(),
    }
}

/// The sheet in which a consent is written down.
#[component]
pub(super) fn ConsentSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| *what == Open::Consent);
    view! {
        <Sheet title=say("consent-title") open>
            {move || (place.open.get() == Some(Open::Consent)).then(|| view! { <ConsentForm place/> })}
        </Sheet>
    }
}

#[component]
fn ConsentForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("consent.{}", place.case));
    let wish = Wish::new();
    let chooser = Chooser::new(draft, "service");
    let days = move |field: &str| draft.get(field).parse::<Day>().ok();
    let asked = move || {
        let scope = draft
            .list("scope")
            .iter()
            .filter_map(|code| compartment_of(code))
            .collect();
        Some(GiveConsent {
            command: draft.command.get_untracked(),
            consent: ConsentId(draft.thing.get_untracked()),
            person: person_of(draft)?,
            recipients: named(draft),
            scope,
            means: match draft.get("means").as_str() {
                "written" => Means::Written,
                "digital" => Means::Digital,
                _ => Means::Spoken,
            },
            on: days("on")?,
            until: days("until")?,
        })
    };
    let refusal = Signal::derive(move || {
        let Some(asked) = asked() else {
            return Some(say("consent-incomplete"));
        };
        let nobody = asked.recipients.workers.is_empty() && asked.recipients.services.is_empty();
        (nobody || asked.scope.is_empty()).then(|| say("consent-incomplete"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(asked), None) = (asked(), refusal.get_untracked()) else {
            return;
        };
        wish.send_draft(draft, api::sharing::consent(place.case, asked), move |_| {
            draft.close();
            place.done("consent-saved");
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    let chips = StoredValue::new(chooser.chips(of("recipients"), "consent-recipients"));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say("consent-says")}</p>
            {one_of(of("person"), say("consent-person"), people(place))}
            {one_of(of("service"), say("consent-service"), chooser.services("share-service-none"))}
            {move || chips.with_value(|chips| chips())}
            {any_of(of("scope"), say("consent-scope"), compartment_chips(&SCOPE))}
            {one_chip(of("means"), say("consent-means"), vec![
                ("spoken", None, say("consent-means-spoken")),
                ("written", None, say("consent-means-written")),
                ("digital", None, say("consent-means-digital")),
            ])}
            <div class="row">
                {day(of("on"), say("consent-on"))}
                {day(of("until"), say("share-until"))}
            </div>
            {unfulfilled(wish, draft, &["person", "recipients", "scope", "on", "until"])}
            <Send refusal busy=wish.busy>{say("consent-send")}</Send>
        </form>
    }
}

/// The sheet in which an opposition is written down.
#[component]
pub(super) fn OpposeSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| *what == Open::Oppose);
    view! {
        <Sheet title=say("oppose-title") open>
            {move || (place.open.get() == Some(Open::Oppose)).then(|| view! { <OpposeForm place/> })}
        </Sheet>
    }
}

#[component]
fn OpposeForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("oppose.{}", place.case));
    let wish = Wish::new();
    let chooser = Chooser::new(draft, "service");
    let refusal = Signal::derive(move || person_of(draft).is_none().then(|| say("oppose-nobody")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(person) = person_of(draft) else { return };
        let asked = Oppose {
            command: draft.command.get_untracked(),
            opposition: ConsentId(draft.thing.get_untracked()),
            person,
            against: named(draft),
            words: advice::plain(&draft.get("words")),
        };
        wish.send_draft(draft, api::sharing::oppose(place.case, asked), move |_| {
            draft.close();
            place.done("oppose-saved");
        });
    };
    let of = move |name| Of::new(draft, wish, name);
    let chips = StoredValue::new(chooser.chips(of("recipients"), "oppose-recipients"));
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say("oppose-says")}</p>
            {one_of(of("person"), say("oppose-person"), people(place))}
            {one_of(of("service"), say("oppose-service"), chooser.services("oppose-everybody"))}
            {move || chips.with_value(|chips| chips())}
            {lines(of("words"), say("oppose-words"), true, String::new())}
            {unfulfilled(wish, draft, &["person", "against", "words"])}
            <Send refusal busy=wish.busy>{say("oppose-send")}</Send>
        </form>
    }
}

/// The sheet in which a word is taken back.
#[component]
pub(super) fn TakeBackSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| matches!(what, Open::Withdraw(_) | Open::Lift(_)));
    view! {
        <Sheet title=say("take-back-title") open>
            {move || match place.open.get() {
                Some(Open::Withdraw(word)) => Some(view! { <TakeBackForm place word withdraws=true/> }),
                Some(Open::Lift(word)) => Some(view! { <TakeBackForm place word withdraws=false/> }),
                Some(_) | None => None,
            }}
        </Sheet>
    }
}

#[component]
fn TakeBackForm(place: Place, word: ConsentId, withdraws: bool) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("take-back.{word}"));
    let wish = Wish::new();
    let (path, says, done) = if withdraws {
        (
            paths::WITHDRAW_CONSENT,
            "consent-withdraw-says",
            "consent-withdrawn-saved",
        )
    } else {
        (paths::LIFT_OPPOSITION, "oppose-lift-says", "oppose-lifted-saved")
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = TakeBack {
            command: draft.command.get_untracked(),
            words: advice::plain(&draft.get("words")),
        };
        let sending = api::sharing::take_back(path, place.case, word, asked);
        wish.send_draft(draft, sending, move |_| {
            draft.close();
            place.done(done);
        });
    };
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say(says)}</p>
            {withdraws.then(|| lines(Of::new(draft, wish, "words"), say("oppose-words"), true, String::new()))}
            {unfulfilled(wish, draft, &["words"])}
            <Send busy=wish.busy>{say("take-back-send")}</Send>
        </form>
    }
}
