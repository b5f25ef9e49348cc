//! Passing something on: what will be read, by whom, why and until when is said before it is done.

use super::{Open, Place, names};
use crate::{
    advice, api,
    asked::{Asked, Wish},
    drafts::Draft,
    parts::{
        button::Send,
        days,
        dialog::{Sheet, open_while},
        field::{Of, any_of, day, lines, one_chip, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::{
    ServiceRef, WorkerRef,
    sharing::{Directory, Exchange, Informed, PassOn, Professionals, Share, SharingList},
};
use domain::{
    sharing::{Agreed, Audience, Basis, Command, Items, PriorInformation, Recipient, Sharing, Wished},
    words::{ConsentId, Day, ElementId, ServiceId, SharingId, TeamMeetingId, WorkerId},
};
use leptos::{ev::SubmitEvent, prelude::*};
use sealed::Compartment;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The directory as a form asks it: the services, and the people of the one that is chosen.
#[derive(Clone, Copy)]
pub(super) struct Chooser {
    services: Asked<Directory>,
    people: Asked<Professionals>,
    /// Everybody who was shown, so that who was chosen is known by her name when another service is looked at.
    known: RwSignal<BTreeMap<WorkerId, WorkerRef>>,
}

impl Chooser {
    /// Follows the service that stands in a field of a draft.
    pub(super) fn new(draft: Draft, field: &'static str) -> Self {
        let chosen = Memo::new(move |_| draft.get(field).parse().ok().map(ServiceId));
        let people = Asked::new(move || {
            let service = chosen.get();
            async move {
                match service {
                    Some(service) => api::sharing::professionals(service).await,
                    None => Ok(Professionals {
                        service: ServiceId(Uuid::nil()),
                        workers: Vec::new(),
                    }),
                }
            }
        });
        let known = RwSignal::new(BTreeMap::new());
        crate::follow::follow(move || {
            let Some(found) = people.seen.get() else { return };
            known.update(|known| {
                known.extend(found.workers.iter().map(|worker| (worker.worker, worker.clone())));
            });
        });
        Self {
            services: Asked::new(api::sharing::directory),
            people,
            known,
        }
    }

    /// The services as choices, after one that stands for none.
    pub(super) fn services(self, none: &'static str) -> Signal<Vec<(String, String)>> {
        Signal::derive(move || {
            let mut choices = vec![(String::new(), say(none))];
            if let Some(known) = self.services.seen.get() {
                let line = |service: &ServiceRef| (service.service.to_string(), service.name.clone());
                choices.extend(known.services.iter().map(line));
            }
            choices
        })
    }

    /// The people of the service that is chosen.
    pub(super) fn people(self) -> Vec<WorkerRef> {
        self.people
            .seen
            .get()
            .map(|found| found.workers.clone())
            .unwrap_or_default()
    }

    /// The people as chips, each with whether secrecy binds her.
    pub(super) fn chips(self, of: Of, label: &'static str) -> impl Fn() -> Option<AnyView> {
        move || {
            let choices: Vec<_> = self
                .people()
                .into_iter()
                .map(|worker| {
                    let bound = if worker.bound_by_secrecy {
                        "secrecy-bound"
                    } else {
                        "secrecy-unbound"
                    };
                    let words = format!("{} · {}", worker.name.0, say(bound));
                    (worker.worker.to_string(), None, words)
                })
                .collect();
            (!choices.is_empty()).then(|| any_of(of, say(label), choices))
        }
    }

    /// Those of these who were shown.
    pub(super) fn named(self, ids: &[String]) -> Vec<WorkerRef> {
        let ids = ids.iter().filter_map(|id| id.parse().ok().map(WorkerId));
        self.known
            .with(|known| ids.filter_map(|id| known.get(&id).cloned()).collect())
    }

    /// How a service is called.
    pub(super) fn called(self, service: ServiceId) -> String {
        let known = self.services.seen.get();
        let found = known
            .iter()
            .flat_map(|known| &known.services)
            .find(|each| each.service == service);
        found.map(|each| each.name.clone()).unwrap_or_default()
    }
}

/// The compartment of a code, as its sentence is keyed.
pub(super) fn compartment_of(code: &str) -> Option<Compartment> {
    let is_called = |each: &Compartment| code_of(*each) == code;
    Compartment::ALL.into_iter().find(is_called)
}

/// The code of a compartment.
pub(super) fn code_of(compartment: Compartment) -> &'static str {
    super::compartment_key(compartment).trim_start_matches("compartment-")
}

/// These compartments as choices.
pub(super) fn compartment_chips(
    compartments: &[Compartment],
) -> Vec<(String, Option<crate::parts::icon::Shape>, String)> {
    let chip = |each: &Compartment| (code_of(*each).to_owned(), None, say(super::compartment_key(*each)));
    compartments.iter().map(chip).collect()
}

/// The sheet.
#[component]
pub(super) fn PassOnSheet(place: Place) -> impl IntoView {
    let open = open_while(place.open, |what| *what == Open::PassOn);
    view! {
        <Sheet title=say("share-title") open>
            {move || (place.open.get() == Some(Open::PassOn)).then(|| view! { <PassOnForm place/> })}
        </Sheet>
    }
}

/// What is typed, read as a wish.
#[derive(Clone, Copy)]
struct Typed {
    place: Place,
    draft: Draft,
    chooser: Chooser,
}

impl Typed {
    fn list(self) -> Option<std::sync::Arc<SharingList>> {
        self.place.list.seen.get()
    }

    fn is_exchange(self) -> bool {
        self.draft.get("act") != "share"
    }

    fn basis(self) -> Option<Basis> {
        let code = self.draft.get("basis");
        Basis::ALL.into_iter().find(|basis| basis.code() == code)
    }

    fn items(self) -> Items {
        let elements = self.draft.list("elements");
        Items {
            compartments: self
                .draft
                .list("items")
                .iter()
                .filter_map(|code| compartment_of(code))
                .collect(),
            elements: elements
                .iter()
                .filter_map(|id| id.parse().ok().map(ElementId))
                .collect(),
        }
    }

    fn recipients(self) -> Vec<WorkerRef> {
        self.chooser.named(&self.draft.list("recipients"))
    }

    fn audience(self) -> Option<Audience> {
        let code = self.draft.get("audience");
        match code.split_once(':') {
            None if code == "team" => Some(Audience::Team),
            Some(("service", id)) => id.parse().ok().map(|id| Audience::Service(ServiceId(id))),
            Some(("meeting", id)) => id.parse().ok().map(|id| Audience::Meeting(TeamMeetingId(id))),
            Some(_) | None => None,
        }
    }

    fn day(self, field: &str) -> Option<Day> {
        self.draft.get(field).parse().ok()
    }

    fn is_withheld(self) -> bool {
        self.draft.get("informed") == "withheld" && self.basis().is_some_and(Basis::may_withhold)
    }

    fn consent(self) -> Option<ConsentId> {
        let is_one = self.basis() == Some(Basis::Consent);
        self.draft.get("consent").parse().ok().map(ConsentId).filter(|_| is_one)
    }

    /// What is wished, as it travels.
    fn what(self) -> Option<PassOn> {
        let me = self.place.desk.who().worker;
        let informed = if self.is_withheld() {
            Informed::Withheld {
                reason: advice::plain(&self.draft.get("withheld"))?,
            }
        } else {
            Informed::Given {
                on: self.day("informed_on")?,
                by: Some(me),
            }
        };
        Some(PassOn {
            basis: self.basis()?,
            purpose: advice::plain(&self.draft.get("purpose"))?,
            items: self.items(),
            until: self.day("until")?,
            informed,
            consent: self.consent(),
        })
    }

    /// What still has to be said before the rule can be asked.
    fn missing(self) -> Option<&'static str> {
        let told = |field: &str| advice::plain(&self.draft.get(field)).is_some();
        let nobody = if self.is_exchange() {
            self.recipients().is_empty()
        } else {
            self.audience().is_none()
        };
        if nobody {
            Some("share-nobody")
        } else if self.items() == Items::default() {
            Some("sharing.no_item")
        } else if !told("purpose") {
            Some("share-no-purpose")
        } else if self.day("until").is_none() {
            Some("share-no-end")
        } else if self.basis().is_none() {
            Some("share-no-basis")
        } else if self.is_withheld() && !told("withheld") {
            Some("share-no-withheld")
        } else if !self.is_withheld() && self.day("informed_on").is_none() {
            Some("share-not-informed")
        } else {
            None
        }
    }

    /// Why the rule would refuse it.
    fn refusal(self) -> Option<String> {
        if let Some(missing) = self.missing() {
            return Some(say(missing));
        }
        let command = self.command()?;
        let desk = self.place.desk;
        advice::refusal(&Sharing::default(), &advice::asks(desk, desk.now(), command))
    }

    fn command(self) -> Option<Command> {
        let wished = self.wished()?;
        if !self.is_exchange() {
            let audience = self.audience()?;
            return Some(Command::Share { wished, audience });
        }
        let case = self.place.seen.get();
        let around = |worker| case.rules.referent == Some(worker) || case.rules.team.contains(&worker);
        let recipients = self.recipients().into_iter().map(|worker| Recipient {
            worker: worker.worker,
            service: worker.service.service,
            profession: worker.profession,
            bound_by_secrecy: worker.bound_by_secrecy,
            around: around(worker.worker),
        });
        Some(Command::Exchange {
            wished,
            recipients: recipients.collect(),
        })
    }

    fn wished(self) -> Option<Wished> {
        let (what, place) = (self.what()?, self.place);
        let me = place.desk.who().worker;
        let case = place.seen.get();
        let hers = case.team.iter().find(|worker| worker.worker == me);
        let purpose = advice::text(&what.purpose.0, place.case)?;
        Some(Wished {
            support_case: place.case,
            basis: what.basis,
            purpose: purpose.clone(),
            of_elements: BTreeSet::new(),
            items: what.items,
            until: what.until,
            informed: match what.informed {
                Informed::Given { on, .. } => PriorInformation::Given { on, by: me },
                Informed::Withheld { .. } => PriorInformation::Withheld { reason: purpose },
            },
            author_bound: hers.is_none_or(|worker| worker.bound_by_secrecy),
            agreed: what.consent.and_then(|consent| self.agreed(consent)),
            opposed: self.opposed(),
        })
    }

    fn agreed(self, consent: ConsentId) -> Option<Agreed> {
        let list = self.list()?;
        let line = list
            .consents
            .iter()
            .find(|line| line.consent == consent && line.stands)?;
        Some(Agreed {
            consent,
            workers: line.workers.iter().map(|worker| worker.worker).collect(),
            services: line.services.iter().map(|service| service.service).collect(),
            scope: line.scope.iter().copied().collect(),
            until: line.until,
        })
    }

    fn opposed(self) -> bool {
        let Some(list) = self.list() else { return false };
        let people = self.recipients();
        let service = match self.audience() {
            Some(Audience::Service(service)) if !self.is_exchange() => Some(service),
            Some(_) | None => None,
        };
        list.oppositions.iter().any(|line| {
            let everybody = line.workers.is_empty() && line.services.is_empty();
            let of_service = |service| line.services.iter().any(|each| each.service == service);
            let of = |one: &WorkerRef| {
                line.workers.iter().any(|each| each.worker == one.worker) || of_service(one.service.service)
            };
            everybody || self.is_exchange() && people.iter().any(of) || service.is_some_and(of_service)
        })
    }

    /// Who will read it, in words.
    fn who(self) -> String {
        if self.is_exchange() {
            return names(&self.recipients());
        }
        match self.audience() {
            Some(Audience::Team) => say("share-team"),
            Some(Audience::Meeting(_)) => say("share-meeting"),
            Some(Audience::Service(service)) => self.chooser.called(service),
            None => String::new(),
        }
    }
}

#[component]
fn PassOnForm(place: Place) -> impl IntoView {
    let draft = Draft::open(place.desk.who().worker.0, &format!("share.{}", place.case));
    let wish = Wish::new();
    let typed = Typed {
        place,
        draft,
        chooser: Chooser::new(draft, "service"),
    };
    let refusal = Signal::derive(move || typed.refusal());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(what), None) = (typed.what(), refusal.get_untracked()) else {
            return;
        };
        let (command, sharing) = (draft.command.get_untracked(), SharingId(draft.thing.get_untracked()));
        let waits = typed.is_withheld();
        let done = move |_| {
            draft.close();
            place.done(if waits { "share-saved-waits" } else { "share-saved" });
        };
        if typed.is_exchange() {
            let recipients = typed.recipients().iter().map(|worker| worker.worker).collect();
            let asked = Exchange {
                command,
                sharing,
                what,
                recipients,
            };
            wish.send_draft(draft, api::sharing::exchange(place.case, asked), done);
        } else if let Some(audience) = typed.audience() {
            let asked = Share {
                command,
                sharing,
                what,
                audience,
            };
            wish.send_draft(draft, api::sharing::share(place.case, asked), done);
        }
    };
    let of = move |name| Of::new(draft, wish, name);
    view! {
        <form class="form" on:submit=submit>
            {draft_notices(draft)}
            <p>{say("share-says")}</p>
            {one_chip(of("act"), say("share-act"), vec![
                ("exchange", None, say("share-act-exchange")),
                ("share", None, say("share-act-share")),
            ])}
            {to_whom(typed, of)}
            {things(typed, of)}
            {lines(of("purpose"), say("share-purpose"), false, say("share-purpose-example"))}
            {day(of("until"), say("share-until"))}
            {grounds(typed, of)}
            {before(typed)}
            {unfulfilled(wish, draft, &["recipients", "items", "purpose", "until", "informed", "basis", "withheld"])}
            <Send refusal busy=wish.busy>
                {move || say(if typed.is_exchange() { "share-send-exchange" } else { "share-send-share" })}
            </Send>
        </form>
    }
}

/// To whom it goes: people of a service, or a category.
fn to_whom(typed: Typed, of: impl Fn(&'static str) -> Of + Copy + Send + Sync + 'static) -> impl IntoView {
    let audiences = Signal::derive(move || {
        let mut choices = vec![
            (String::new(), say("share-audience-none")),
            ("team".to_owned(), say("share-team")),
        ];
        let case = typed.place.seen.get();
        let meetings = case.meetings.iter().filter(|meeting| !meeting.closed);
        choices.extend(meetings.map(|meeting| {
            let when = days::day_and_clock(meeting.starts_at);
            (
                format!("meeting:{}", meeting.team_meeting),
                say_with("share-meeting-of", &[("when", when.into())]),
            )
        }));
        let services = typed.chooser.services("share-audience-none").get();
        choices.extend(
            services
                .into_iter()
                .skip(1)
                .map(|(id, name)| (format!("service:{id}"), name)),
        );
        choices
    });
    let chips = StoredValue::new(typed.chooser.chips(of("recipients"), "share-recipients"));
    move || {
        if typed.draft.get("act") == "share" {
            one_of(of("audience"), say("share-audience"), audiences).into_any()
        } else {
            view! {
                {one_of(of("service"), say("share-service"), typed.chooser.services("share-service-none"))}
                {move || chips.with_value(|chips| chips())}
            }
            .into_any()
        }
    }
}

/// What is passed on: compartments, and elements one by one.
fn things(typed: Typed, of: impl Fn(&'static str) -> Of + Copy + Send + Sync + 'static) -> impl IntoView {
    let offers = move || {
        typed
            .list()
            .map(|list| compartment_chips(&list.offers))
            .unwrap_or_default()
    };
    let elements = move || {
        let case = typed.place.seen.get();
        let told = case.news.iter().filter_map(|news| {
            let (element, text) = (news.element?, news.text.as_ref()?);
            let start: String = text.0.chars().take(60).collect();
            Some((
                element.to_string(),
                None,
                format!("{} · {start}", days::short(news.on.0)),
            ))
        });
        told.collect::<Vec<_>>()
    };
    view! {
        {move || any_of(of("items"), say("share-items"), offers())}
        <details>
            <summary>{say("share-elements")}</summary>
            {move || any_of(of("elements"), say("share-elements-which"), elements())}
        </details>
    }
}

/// On what it stands, and what the family knows of it.
fn grounds(typed: Typed, of: impl Fn(&'static str) -> Of + Copy + Send + Sync + 'static) -> impl IntoView {
    let bases = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("share-basis-none"))];
        let fits = |basis: &Basis| typed.is_exchange() || basis.may_be_shared();
        let named = Basis::ALL.into_iter().filter(fits);
        choices.extend(named.map(|basis| (basis.code().to_owned(), say(&format!("basis-{}", basis.code())))));
        choices
    });
    let consents = Signal::derive(move || {
        let mut choices = vec![(String::new(), say("share-consent-none"))];
        let list = typed.list();
        let lines = list.iter().flat_map(|list| &list.consents).filter(|line| line.stands);
        choices.extend(lines.map(|line| {
            let said = say_with(
                "share-consent-of",
                &[
                    ("name", (&line.name.0).into()),
                    ("date", days::full(line.until.0).into()),
                ],
            );
            (line.consent.to_string(), said)
        }));
        choices
    });
    view! {
        {one_of(of("basis"), say("share-basis"), bases)}
        {move || typed.basis().map(|basis| view! { <p class="mark">{say(&format!("basis-{}-says", basis.code()))}</p> })}
        {move || (typed.basis() == Some(Basis::Consent)).then(|| one_of(of("consent"), say("share-consent"), consents))}
        {move || {
            let may_withhold = typed.basis().is_some_and(Basis::may_withhold);
            may_withhold.then(|| one_chip(of("informed"), say("share-informed"), vec![
                ("given", None, say("share-informed-given")),
                ("withheld", None, say("share-informed-withheld")),
            ]))
        }}
        {move || if typed.is_withheld() {
            view! {
                <p class="mark">{say("share-withheld-says")}</p>
                {lines(of("withheld"), say("share-withheld"), false, String::new())}
            }
            .into_any()
        } else {
            day(of("informed_on"), say("share-informed-on"))
        }}
    }
}

/// What will be read, by whom, why and until when: said before it is done.
fn before(typed: Typed) -> impl IntoView {
    move || {
        if typed.missing().is_some() {
            return None;
        }
        let items = typed.items();
        let elements = u32::try_from(items.elements.len()).unwrap_or(u32::MAX);
        let all: Vec<_> = items.compartments.into_iter().collect();
        let what = super::what_is_shared(&all, elements);
        let until = typed.day("until").map(|day| days::full(day.0)).unwrap_or_default();
        let basis = typed
            .basis()
            .map(|basis| say(&format!("basis-{}", basis.code())))
            .unwrap_or_default();
        Some(view! {
            <div class="access-detail" aria-live="polite">
                <h3>{say("share-before")}</h3>
                <dl>
                    <dt>{say("share-before-what")}</dt>
                    <dd>{say_with("share-before-items", &[("what", what.into())])}</dd>
                    <dt>{say("share-before-who")}</dt>
                    <dd>{typed.who()}</dd>
                    <dt>{say("access-why")}</dt>
                    <dd>{typed.draft.get("purpose")}" · "{basis}</dd>
                    <dt>{say("access-until")}</dt>
                    <dd>{until}</dd>
                </dl>
            </div>
        })
    }
}
