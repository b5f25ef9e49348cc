//! Noting a contact in less than a minute: how, when, with whom, the essential, her words apart, the threads concerned.

use super::{Form, forms};
use crate::{
    advice, api,
    asked::Wish,
    browser,
    desk::Desk,
    drafts::Draft,
    parts::{
        button::Send,
        dialog::Sheet,
        field::{Line, Of, any_of, line, lines, one_chip, threads},
        icon::Shape,
        states::{draft_notices, unfulfilled},
        weave::WEAVES,
    },
    words::say,
};
use contract::{
    contact::{Missed, NoteContact},
    support_case::CaseView,
};
use domain::{
    contact::{Command, Contact, DeadEnd, Held, Kind, NotSeen},
    words::{ContactId, DomainOfLife, PersonId, SupportCaseId},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::sync::Arc;

const KINDS: [(&str, Kind, Shape); 8] = [
    ("call", Kind::Call, Shape::Caller),
    ("home_visit", Kind::HomeVisit, Shape::House),
    ("interview", Kind::Interview, Shape::Desk),
    ("message", Kind::Message, Shape::Letter),
    ("drop_in", Kind::DropIn, Shape::Door),
    ("video", Kind::Video, Shape::Screen),
    ("outside", Kind::Outside, Shape::Bus),
    ("third_party", Kind::ThirdParty, Shape::Family),
];

/// What came of it: the first unless another is chosen.
const CAME: [&str; 5] = ["held", "excused", "missed", "number_dead", "letter_returned"];

/// What is typed, read from its draft.
#[derive(Clone, Copy)]
struct Noted(Draft);

/// As long as this after the sheet was opened, the hour that it shows is said to be now.
const STILL_NOW: SignedDuration = SignedDuration::from_mins(10);

/// What was typed is no day, or no hour.
struct NotADay;

impl Noted {
    fn kind(self) -> Kind {
        let [(_, first, _), ..] = KINDS;
        let code = self.0.get("kind");
        KINDS
            .iter()
            .find(|(each, ..)| *each == code)
            .map_or(first, |(_, kind, _)| *kind)
    }

    fn missed(self) -> Option<Missed> {
        match self.0.get("came").as_str() {
            "excused" => Some(Missed { excused: true }),
            "missed" => Some(Missed { excused: false }),
            _ => None,
        }
    }

    /// Which way to reach the person led nowhere.
    fn not_reached(self) -> Option<DeadEnd> {
        match self.0.get("came").as_str() {
            "number_dead" => Some(DeadEnd::NumberDead),
            "letter_returned" => Some(DeadEnd::LetterReturned),
            _ => None,
        }
    }

    /// Whether nobody was met, so that there are no words to keep.
    fn is_without_words(self) -> bool {
        self.missed().is_some() || self.not_reached().is_some()
    }

    fn with(self) -> Vec<PersonId> {
        self.0
            .list("with")
            .iter()
            .filter_map(|id| id.parse().ok().map(PersonId))
            .collect()
    }

    fn domains(self) -> Vec<DomainOfLife> {
        self.0
            .list("domains")
            .iter()
            .filter_map(|code| forms::domain_of(code))
            .collect()
    }

    /// When it happened, when a day or an hour was typed: the one beside it is then the one that is shown.
    fn at(self, desk: Desk, shown: DateTime) -> Result<Option<Timestamp>, NotADay> {
        let (day, hour) = (self.0.get("day"), self.0.get("hour"));
        if day.is_empty() && hour.is_empty() {
            return Ok(None);
        }
        let day: Date = if day.is_empty() {
            shown.date()
        } else {
            day.parse().map_err(|_typed| NotADay)?
        };
        let hour: Time = if hour.is_empty() {
            shown.time()
        } else {
            hour.parse().map_err(|_typed| NotADay)?
        };
        browser::instant_of(day.to_datetime(hour), &desk.zone())
            .map(Some)
            .ok_or(NotADay)
    }

    /// Keeps with the draft the day and the hour that were shown and not typed, where they are part of what is sent:
    /// beside one that was typed, and when the sheet stood open so long that what it shows is no longer now.
    fn settle(self, desk: Desk, shown: DateTime) {
        let (day, hour) = (self.0.get("day"), self.0.get("hour"));
        let is_now = browser::on_the_wall(desk.now(), &desk.zone()).duration_since(shown) < STILL_NOW;
        if day.is_empty() && hour.is_empty() && is_now {
            return;
        }
        if hour.is_empty() {
            self.0.set("hour", hour_of(shown));
        }
        if day.is_empty() {
            self.0.set("day", shown.date().to_string());
        }
    }

    /// Whether something is typed that an absence does not hold.
    fn holds_words(self) -> bool {
        ["words", "private"]
            .iter()
            .any(|field| !self.0.get(field).trim().is_empty())
    }

    fn command(self, case: SupportCaseId) -> Command {
        let text = |field| advice::text(&self.0.get(field), case);
        if let Some(by_what) = self.not_reached() {
            return Command::FailToReach {
                support_case: case,
                by_what,
                note: text("shared"),
            };
        }
        match self.missed() {
            Some(Missed { excused }) => Command::Miss(NotSeen {
                support_case: case,
                kind: self.kind(),
                excused,
                reason: text("shared"),
                domains: self.domains(),
            }),
            None => Command::Note(Held {
                support_case: case,
                kind: self.kind(),
                with: self.with(),
                domains: self.domains(),
                shared: text("shared"),
                private: text("private"),
                words: text("words"),
            }),
        }
    }

    fn asked(self, occurred_at: Option<Timestamp>) -> NoteContact {
        let text = |field| advice::plain(&self.0.get(field));
        NoteContact {
            command: self.0.command.get_untracked(),
            contact: ContactId(self.0.thing.get_untracked()),
            kind: self.kind(),
            occurred_at,
            with: self.with(),
            domains: self.domains(),
            shared: text("shared"),
            private: text("private"),
            words: text("words"),
            missed: self.missed(),
            not_reached: self.not_reached(),
            appointment: None,
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
            <NoteForm desk case members=Signal::derive(move || members(&seen.get())) open saved/>
        </Sheet>
    }
}

/// The form. `members` are those of the family who can be named, where they are known.
#[component]
pub(crate) fn NoteForm(
    desk: Desk,
    case: SupportCaseId,
    members: Signal<Vec<(PersonId, String)>>,
    open: RwSignal<bool>,
    saved: Callback<String>,
) -> impl IntoView {
    let draft = Draft::open(desk.who().worker.0, &format!("contact.{case}"));
    let noted = Noted(draft);
    let wish = Wish::new();
    let opened_at = browser::on_the_wall(desk.now(), &desk.zone());
    let refusal = Signal::derive(move || {
        let Ok(at) = noted.at(desk, opened_at) else {
            return Some(say("invalid-not_a_day"));
        };
        if noted.is_without_words() && noted.holds_words() {
            return Some(say("contact-missed_with_words"));
        }
        let at = at.unwrap_or_else(|| desk.now());
        advice::refusal(&Contact::Unknown, &advice::asks(desk, at, noted.command(case)))
    });
    let send = move || {
        if wish.busy.get_untracked() || refusal.get_untracked().is_some() {
            return;
        }
        noted.settle(desk, opened_at);
        let Ok(occurred_at) = noted.at(desk, opened_at) else {
            return;
        };
        let sending = api::contact::note(case, noted.asked(occurred_at));
        forms::sends(wish, draft, open, saved, "note-saved", sending);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let of = move |name| Of::new(draft, wish, name);
    let kinds = KINDS
        .iter()
        .map(|(code, _, shape)| (*code, Some(*shape), say(&format!("contact-kind-{code}"))));
    let came = CAME.map(|code| (code, None, say(&format!("contact-came-{code}"))));
    let without_words = Memo::new(move |_| noted.is_without_words() && !noted.holds_words());
    let codes: Vec<&'static str> = WEAVES.iter().map(|weave| weave.code).collect();
    let (day, hour) = (opened_at.date().to_string(), hour_of(opened_at));
    let (date, time) = (
        Line {
            kind: "date",
            fills: "",
        },
        Line {
            kind: "time",
            fills: "",
        },
    );
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
            {draft_notices(draft)}
            {one_chip(of("kind"), say("contact-kind"), kinds.collect())}
            {move || with_whom(members.get(), of("with"))}
            <div class="row">
                {line(of("day"), say("contact-day"), date, String::new(), day, desk.today().to_string())}
                {line(of("hour"), say("contact-hour"), time, String::new(), hour, String::new())}
            </div>
            {one_chip(of("came"), say("contact-came"), came.to_vec())}
            {lines(of("shared"), say("contact-shared"), false, String::new())}
            <div class="form" hidden=move || without_words.get()>
                {lines(of("words"), say("contact-words"), true, say("contact-words-example"))}
                {lines(of("private"), say("contact-private"), false, String::new())}
            </div>
            {threads(of("domains"), say("contact-domains"), &codes)}
            {unfulfilled(wish, draft, &["shared", "words", "private"])}
            <div class="with-why">
                <Send refusal busy=wish.busy>{say("save")}</Send>
                <span class="why">{say("note-audience")}</span>
            </div>
        </form>
    }
}

/// An hour as its field shows it.
fn hour_of(shown: DateTime) -> String {
    format!("{:02}:{:02}", shown.hour(), shown.minute())
}

/// Who lives together in a case.
fn members(case: &CaseView) -> Vec<(PersonId, String)> {
    let each = case.household.iter();
    each.map(|member| (member.person, member.first_name.0.clone()))
        .collect()
}

/// With whom of the family.
fn with_whom(members: Vec<(PersonId, String)>, of: Of) -> Option<AnyView> {
    let chips: Vec<_> = members
        .into_iter()
        .map(|(person, name)| (person.to_string(), None, name))
        .collect();
    (!chips.is_empty()).then(|| any_of(of, say("contact-with"), chips))
}
