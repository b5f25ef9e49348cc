//! Noting a contact in less than a minute: how, when, with whom, the essential, her words apart, the threads concerned.

use super::{Form, forms};
use crate::{
    advice, api,
    asked::Wish,
    browser,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        dialog::Sheet,
        field::{Line, Lines, OneChip, Threads},
        icon::Shape,
        states::unfulfilled,
        weave::WEAVES,
    },
    words::say,
};
use contract::{
    contact::{Missed, NoteContact},
    support_case::CaseView,
};
use domain::{
    contact::{Command, Contact, Held, Kind},
    words::{ContactId, DomainOfLife, PersonId, SupportCaseId},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use leptos::{ev::SubmitEvent, prelude::*};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

const KINDS: [(&str, Kind, Shape); 6] = [
    ("call", Kind::Call, Shape::Caller),
    ("home_visit", Kind::HomeVisit, Shape::House),
    ("interview", Kind::Interview, Shape::Desk),
    ("message", Kind::Message, Shape::Letter),
    ("drop_in", Kind::DropIn, Shape::Door),
    ("video", Kind::Video, Shape::Screen),
];

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct NoteWords {
    kind: String,
    day: String,
    hour: String,
    with: Vec<PersonId>,
    domains: Vec<String>,
    shared: String,
    private: String,
    words: String,
    came: String,
}

impl NoteWords {
    fn kind(&self) -> (&'static str, Kind) {
        let [(first, kind, _), ..] = KINDS;
        KINDS
            .iter()
            .find(|(code, ..)| *code == self.kind)
            .map_or((first, kind), |(code, kind, _)| (code, *kind))
    }

    fn missed(&self) -> Option<Missed> {
        match self.came.as_str() {
            "excused" => Some(Missed { excused: true }),
            "missed" => Some(Missed { excused: false }),
            _ => None,
        }
    }

    fn domains(&self) -> Vec<DomainOfLife> {
        self.domains.iter().filter_map(|code| forms::domain_of(code)).collect()
    }

    /// When it happened: now, unless a day or an hour was typed.
    fn at(&self, desk: Desk) -> Option<Timestamp> {
        let now = desk.now();
        if self.day.is_empty() && self.hour.is_empty() {
            return Some(now);
        }
        let wall = browser::on_the_wall(now, &desk.zone());
        let day: Date = if self.day.is_empty() {
            wall.date()
        } else {
            self.day.parse().ok()?
        };
        let hour: Time = if self.hour.is_empty() {
            wall.time()
        } else {
            self.hour.parse().ok()?
        };
        browser::instant_of(day.to_datetime(hour), &desk.zone())
    }

    fn command(&self, case: SupportCaseId) -> Command {
        let (_, kind) = self.kind();
        match self.missed() {
            Some(Missed { excused }) => Command::Miss {
                support_case: case,
                kind,
                excused,
                reason: advice::text(&self.shared, case),
            },
            None => Command::Note(Held {
                support_case: case,
                kind,
                with: self.with.clone(),
                domains: self.domains(),
                shared: advice::text(&self.shared, case),
                private: advice::text(&self.private, case),
                words: advice::text(&self.words, case),
            }),
        }
    }
}

/// The sheet.
#[component]
pub(crate) fn NoteSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
    saved: Callback<String>,
) -> impl IntoView {
    let open = forms::open_as(open, Form::Contact);
    view! {
        <Sheet title=say("note-title") open>
            <NoteForm desk case seen open saved/>
        </Sheet>
    }
}

#[component]
fn NoteForm(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<bool>,
    saved: Callback<String>,
) -> impl IntoView {
    let draft = Draft::<NoteWords>::open(desk.who().worker.0, &format!("contact.{case}"));
    let words = draft.words;
    let wish = Wish::new();
    let opened_at = browser::on_the_wall(desk.now(), &desk.zone());
    let refusal = Signal::derive(move || {
        let typed = words.get();
        let Some(at) = typed.at(desk) else {
            return Some(say("invalid-not_a_day"));
        };
        advice::refusal(&Contact::Unknown, &advice::asks(desk, at, typed.command(case)))
    });
    let send = move || {
        let typed = words.get_untracked();
        let (Some(occurred_at), None) = (typed.at(desk), refusal.get_untracked()) else {
            return;
        };
        let (_, kind) = typed.kind();
        let held = typed.missed().is_none();
        let asked = NoteContact {
            command: draft.command.get_untracked(),
            contact: ContactId(draft.thing.get_untracked()),
            kind,
            occurred_at,
            domains: typed.domains(),
            shared: advice::plain(&typed.shared),
            private: if held { advice::plain(&typed.private) } else { None },
            words: if held { advice::plain(&typed.words) } else { None },
            missed: typed.missed(),
            with: typed.with,
        };
        forms::sends(wish, draft, open, saved, "note-saved", api::contact::note(case, asked));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let fault = move |field: &'static str| {
        Signal::derive(move || wish.failure.get().and_then(|failure| failure.at_field(field)))
    };
    let kinds = KINDS
        .iter()
        .map(|(code, _, shape)| ((*code).to_owned(), Some(*shape), say(&format!("contact-kind-{code}"))))
        .collect();
    let came = ["held", "excused", "missed"]
        .into_iter()
        .map(|code| (code.to_owned(), None, say(&format!("contact-came-{code}"))))
        .collect();
    let is_held = Memo::new(move |_| words.with(|typed| typed.missed().is_none()));
    view! {
        <form
            class="form"
            on:submit=submit
            on:keydown=move |event| {
                if event.ctrl_key() && event.key() == "Enter" {
                    event.prevent_default();
                    send();
                }
            }
        >
            {move || {
                draft.found.get().then(|| {
                    view! {
                        <p class="why with-why">
                            {say("draft-found")}
                            <Act weight=Weight::Plain on_act=Callback::new(move |()| draft.close())>{say("draft-drop")}</Act>
                        </p>
                    }
                })
            }}
            <OneChip
                label=say("contact-kind")
                of=kinds
                value=Signal::derive(move || words.with(|typed| typed.kind().0.to_owned()))
                on_input=Callback::new(move |kind| draft.change(|words| words.kind = kind))
            />
            <With seen draft/>
            <div class="row">
                <Line
                    label=say("contact-day")
                    name="day"
                    kind="date"
                    most=desk.today().to_string()
                    value=Signal::derive(move || words.with(|typed| or(&typed.day, opened_at.date().to_string())))
                    fault=fault("occurred_at")
                    on_input=Callback::new(move |text| draft.change(|words| words.day = text))
                />
                <Line
                    label=say("contact-hour")
                    name="hour"
                    kind="time"
                    value=Signal::derive(move || {
                        words.with(|typed| or(&typed.hour, format!("{:02}:{:02}", opened_at.hour(), opened_at.minute())))
                    })
                    on_input=Callback::new(move |text| draft.change(|words| words.hour = text))
                />
            </div>
            <OneChip
                label=say("contact-came")
                of=came
                value=Signal::derive(move || words.with(|typed| if typed.came.is_empty() { "held".to_owned() } else { typed.came.clone() }))
                on_input=Callback::new(move |came| draft.change(|words| words.came = came))
            />
            <Lines
                label=say("contact-shared")
                name="shared"
                value=Signal::derive(move || words.get().shared)
                fault=fault("shared")
                on_input=Callback::new(move |text| draft.change(|words| words.shared = text))
            />
            <div class="form" hidden=move || !is_held.get()>
                <Lines
                    label=say("contact-words")
                    name="words"
                    voiced=true
                    value=Signal::derive(move || words.get().words)
                    example=say("contact-words-example")
                    on_input=Callback::new(move |text| draft.change(|words| words.words = text))
                />
                <Lines
                    label=say("contact-private")
                    name="private"
                    value=Signal::derive(move || words.get().private)
                    on_input=Callback::new(move |text| draft.change(|words| words.private = text))
                />
            </div>
            <Threads
                label=say("contact-domains")
                of=WEAVES.iter().map(|weave| weave.code.to_owned()).collect()
                value=Signal::derive(move || words.get().domains)
                on_input=Callback::new(move |domains| draft.change(|words| words.domains = domains))
            />
            {unfulfilled(wish, &["shared", "occurred_at"])}
            <div class="with-why">
                <Send refusal busy=wish.busy>{say("save")}</Send>
                <span class="why">{say("note-audience")}</span>
            </div>
        </form>
    }
}

fn or(typed: &str, otherwise: String) -> String {
    if typed.is_empty() { otherwise } else { typed.to_owned() }
}

/// With whom of the family.
#[component]
fn With(seen: Signal<Arc<CaseView>>, draft: Draft<NoteWords>) -> impl IntoView {
    let members = move || {
        seen.get()
            .household
            .iter()
            .map(|member| {
                let person = member.person;
                view! {
                    <label class="chip one">
                        <input
                            type="checkbox"
                            prop:checked=move || draft.words.with(|words| words.with.contains(&person))
                            on:change=move |_| {
                                draft
                                    .change(|words| {
                                        if let Some(place) = words.with.iter().position(|each| *each == person) {
                                            words.with.remove(place);
                                        } else {
                                            words.with.push(person);
                                        }
                                    });
                            }
                        />
                        <span class="name">{member.first_name.0.clone()}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !seen.get().household.is_empty()>
            <fieldset class="field"><legend>{say("contact-with")}</legend><div class="chips">{members}</div></fieldset>
        </Show>
    }
}
