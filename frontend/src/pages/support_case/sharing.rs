//! Who can see what of a case, and what is passed on of it: to whom, on what it stands, until when, and its end; what the people agree to and object
//! to; who has it open with a reason.

mod dialog;
mod ending;
mod excluding;
mod saying;

use super::access::{Access, compartment_key};
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    follow::follow,
    parts::{
        button::Act,
        days,
        icon::{Shape, small_icon},
        states::{loaded, stale},
    },
    words::{say, say_with},
};
use contract::{
    WorkerRef,
    sharing::{ConsentLine, OpenedLine, OppositionLine, SharingLine, SharingList, Standing},
    support_case::{AccessColumn, CaseView},
};
use domain::{
    sharing::Audience,
    words::{ConsentId, SharingId, SupportCaseId},
};
use leptos::prelude::*;
use sealed::Compartment;
use std::sync::Arc;

/// What of this section stands open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Passing something on.
    PassOn,
    /// Ending an exchange or a sharing.
    End(SharingId),
    /// Agreeing, or not, that the family was not told.
    Settle(SharingId),
    /// Writing down that somebody agrees.
    Consent,
    /// Writing down that somebody objects.
    Oppose,
    /// Writing down that somebody takes a consent back.
    Withdraw(ConsentId),
    /// Writing down that somebody does not object any more.
    Lift(ConsentId),
    /// Keeping somebody away.
    Exclude,
}

/// What each part of the section needs.
#[derive(Clone, Copy)]
struct Place {
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    list: Asked<SharingList>,
    open: RwSignal<Option<Open>>,
    saved: Callback<String>,
}

impl Place {
    /// A sheet was sent: the section asks again, and so does the page.
    fn done(self, told: &str) {
        self.open.set(None);
        self.list.again();
        self.saved.run(say(told));
    }
}

/// What the page of a case gives to its section.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    /// The desk.
    pub(crate) desk: Desk,
    /// The case.
    pub(crate) case: SupportCaseId,
    /// What is seen of it.
    pub(crate) seen: Signal<Arc<CaseView>>,
    /// Where it is said that something was kept.
    pub(crate) saved: Callback<String>,
}

/// The section.
#[component]
pub(crate) fn Sharing(told: Told) -> impl IntoView {
    let Told {
        desk,
        case,
        seen,
        saved,
    } = told;
    let list = asked(case, seen);
    // What each of those sees with whom something is shared.
    let columns = RwSignal::new(Vec::<AccessColumn>::new());
    follow(move || {
        if let Some(list) = list.seen.get() {
            columns.set(list.columns.clone());
        }
    });
    let open = RwSignal::new(None::<Open>);
    let place = Place {
        desk,
        case,
        seen,
        list,
        open,
        saved,
    };
    view! {
        <Access desk seen columns/>
        <section class="shared" aria-labelledby="shared-title">
            <h3 id="shared-title">{say("shared-title")}</h3>
            {stale(list)}
            {loaded(list, "shared-waiting", move |told| {
                let keeps_away = Memo::new(move |_| told.get().keeps_away);
                view! {
                    {move || standing(place, &told.get())}
                    {move || keeps_away.get().then(|| view! { <excluding::KeptAway place/> })}
                }
            })}
        </section>
        <dialog::PassOnSheet place/>
        <ending::EndSheet place/>
        <ending::SettleSheet place/>
        <saying::ConsentSheet place/>
        <saying::OpposeSheet place/>
        <saying::TakeBackSheet place/>
        <excluding::ExcludeSheet place/>
    }
}

fn standing(place: Place, list: &SharingList) -> AnyView {
    let stands = |line: &&SharingLine| matches!(line.standing, Standing::Open | Standing::Waits);
    let lines: Vec<_> = list.acts.iter().filter(stands).map(|line| act(place, line)).collect();
    let over: Vec<_> = list
        .acts
        .iter()
        .filter(|line| !stands(line))
        .map(|line| act(place, line))
        .collect();
    let none = lines
        .is_empty()
        .then(|| view! { <p class="calm">{say("shared-none")}</p> });
    let opens = move |what: Open| Callback::new(move |()| place.open.set(Some(what)));
    let passes_on = list.passes_on.then(|| {
        view! { <Act on_act=opens(Open::PassOn)>{say("share-open")}</Act> }
    });
    let said = list.passes_on.then(|| words(place, list));
    let count = over.len();
    let over = (count > 0).then(|| {
        view! {
            <details>
                <summary>{say_with("shared-over", &[("count", count.into())])}</summary>
                <ul class="lines">{over}</ul>
            </details>
        }
    });
    view! {
        <ul class="lines">
            {list.opened.iter().map(opened).collect_view()}
            {lines}
        </ul>
        {none}
        <div class="with-why">{passes_on}</div>
        {over}
        {said}
    }
    .into_any()
}

/// An exchange or a sharing: with whom, what, why, until when.
fn act(place: Place, line: &SharingLine) -> impl IntoView + use<> {
    let id = line.sharing;
    let basis = say(&format!("basis-{}", line.basis.code()));
    let until = match line.standing {
        Standing::Open => say_with("shared-until", &[("date", days::full(line.until.0).into())]),
        Standing::Waits => say("shared-waits"),
        Standing::Declined => say("shared-declined"),
        Standing::Ended => say("shared-ended"),
        Standing::Over => say_with("shared-over-since", &[("date", days::full(line.until.0).into())]),
        Standing::Withdrawn => say("shared-withdrawn"),
        Standing::Opposed => say("shared-opposed"),
    };
    let informed = match (line.informed_on, &line.withheld) {
        (Some(day), _) => say_with("shared-informed", &[("date", days::full(day.0).into())]),
        (None, Some(reason)) => say_with("shared-withheld", &[("reason", (&reason.0).into())]),
        (None, None) => String::new(),
    };
    let by = line
        .by
        .as_ref()
        .map(|worker| say_with("shared-by", &[("name", (&worker.name.0).into())]));
    let unbound = line.recipients.iter().any(|worker| !worker.bound_by_secrecy);
    let ends = line.endable.then(|| {
        let end = Callback::new(move |()| place.open.set(Some(Open::End(id))));
        view! { <Act on_act=end>{say("share-end")}</Act> }
    });
    let settles = line.to_settle.then(|| {
        let settle = Callback::new(move |()| place.open.set(Some(Open::Settle(id))));
        view! { <Act on_act=settle>{say("share-settle")}</Act> }
    });
    view! {
        <li class="shared-line">
            <strong>{with_whom(line)}</strong>
            {unbound.then(|| view! { <span class="warn">{small_icon(Shape::Unlocked)}{say("secrecy-unbound")}</span> })}
            <span>{what_is_shared(&line.compartments, line.elements)}</span>
            <span class="mark">{line.purpose.0.clone()}" · "{basis}</span>
            <span class="mark" class:now=line.standing == Standing::Waits>{until}</span>
            <span class="mark">{by}{(!informed.is_empty()).then(|| format!(" · {informed}"))}</span>
            <span class="with-why">{ends}{settles}</span>
        </li>
    }
}

/// To whom it goes, in words.
fn with_whom(line: &SharingLine) -> String {
    match (line.audience, &line.service) {
        (Some(Audience::Team), _) => say("share-team"),
        (Some(Audience::Meeting(_)), _) => say("share-meeting"),
        (Some(Audience::Service(_)), Some(service)) if line.bound_only => {
            say_with("share-service-bound", &[("service", (&service.name).into())])
        }
        (Some(Audience::Service(_)), Some(service)) => service.name.clone(),
        (Some(Audience::Service(_)), None) => say("access-by-unknown"),
        (None, _) => names(&line.recipients),
    }
}

/// People, each with her service.
fn names(workers: &[WorkerRef]) -> String {
    let named = workers
        .iter()
        .map(|worker| format!("{}, {}", worker.name.0, worker.service.name));
    named.collect::<Vec<_>>().join(" · ")
}

/// What is passed on, in words: whom the case is about always is, and is not said again.
fn what_is_shared(compartments: &[Compartment], elements: u32) -> String {
    let told = compartments.iter().filter(|each| **each != Compartment::Identity);
    let mut parts: Vec<String> = told.map(|each| say(compartment_key(*each))).collect();
    if elements > 0 {
        parts.push(say_with("share-elements-count", &[("count", elements.into())]));
    }
    parts.join(" · ")
}

/// Who has the case open with a reason.
fn opened(line: &OpenedLine) -> impl IntoView + use<> {
    let need = match line.need {
        domain::exceptional_access::Need::Emergency => say("access-need-emergency"),
        domain::exceptional_access::Need::Supervision => say("access-need-supervision"),
    };
    view! {
        <li class="shared-line">
            <strong class="now">{need}" · "{line.worker.name.0.clone()}</strong>
            <span>{line.reason.0.clone()}</span>
            <span class="mark">{say_with("access-open-until", &[("when", days::day_and_clock(line.until).into())])}</span>
        </li>
    }
}

/// What the people agree to and object to.
fn words(place: Place, list: &SharingList) -> impl IntoView + use<> {
    let opens = move |what: Open| Callback::new(move |()| place.open.set(Some(what)));
    let consents: Vec<_> = list
        .consents
        .iter()
        .filter(|each| each.stands)
        .map(|each| consent(place, each))
        .collect();
    let oppositions: Vec<_> = list.oppositions.iter().map(|each| opposition(place, each)).collect();
    let nothing = consents.is_empty() && oppositions.is_empty();
    view! {
        <h3>{say("said-title")}</h3>
        <ul class="lines">{oppositions}{consents}</ul>
        {nothing.then(|| view! { <p class="calm">{say("said-none")}</p> })}
        <div class="with-why">
            <Act on_act=opens(Open::Consent)>{say("consent-open")}</Act>
            <Act on_act=opens(Open::Oppose)>{say("oppose-open")}</Act>
        </div>
    }
}

fn consent(place: Place, line: &ConsentLine) -> impl IntoView + use<> {
    let id = line.consent;
    let back = Callback::new(move |()| place.open.set(Some(Open::Withdraw(id))));
    let with = whom(&line.workers, line.services.iter().map(|service| service.name.clone()));
    let said = say_with(
        "consent-line",
        &[("name", (&line.name.0).into()), ("with", with.into())],
    );
    let until = say_with(
        "consent-until",
        &[
            ("on", days::full(line.on.0).into()),
            ("date", days::full(line.until.0).into()),
        ],
    );
    view! {
        <li class="shared-line">
            <strong>{said}</strong>
            <span>{what_is_shared(&line.scope, 0)}</span>
            <span class="mark">{until}</span>
            <span class="with-why"><Act on_act=back>{say("consent-withdraw")}</Act></span>
        </li>
    }
}

fn opposition(place: Place, line: &OppositionLine) -> impl IntoView + use<> {
    let id = line.opposition;
    let lift = Callback::new(move |()| place.open.set(Some(Open::Lift(id))));
    let with = whom(&line.workers, line.services.iter().map(|service| service.name.clone()));
    let with = if with.is_empty() { say("oppose-everybody") } else { with };
    let said = say_with("oppose-line", &[("name", (&line.name.0).into()), ("with", with.into())]);
    view! {
        <li class="shared-line">
            <strong>{said}</strong>
            {line.words.as_ref().map(|words| view! { <q class="quote small">{words.0.clone()}</q> })}
            <span class="mark">{days::full(days::day_of(line.since))}</span>
            <span class="with-why"><Act on_act=lift>{say("oppose-lift")}</Act></span>
        </li>
    }
}

fn whom(workers: &[WorkerRef], services: impl Iterator<Item = String>) -> String {
    let people = workers.iter().map(|worker| worker.name.0.clone());
    people.chain(services).collect::<Vec<_>>().join(", ")
}

/// The list as the section asks for it, anew whenever the case changes.
fn asked(case: SupportCaseId, seen: Signal<Arc<CaseView>>) -> Asked<SharingList> {
    Asked::new(move || {
        seen.track();
        api::sharing::seen(case)
    })
}
