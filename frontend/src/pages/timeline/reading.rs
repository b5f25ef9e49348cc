//! What a mark says, in one sentence: for the reading line, for readers of the page, and for the table.

use super::model::{Mark, Shows};
use crate::{
    pages::team_meeting::{deadline_words, kind_key},
    parts::days,
    route::Route,
    words::{say, say_with},
};
use contract::timeline::{Act, ContactMark, Flag, Knot, Lane, LifeEvent, Timeline};
use domain::contact::Kind;

/// The key of how people met.
pub(crate) fn contact_key(kind: Kind) -> String {
    format!("contact-kind-{}", kind.code())
}

/// A mark in words: a bold beginning, then the rest.
pub(crate) struct Sentence {
    /// What and when.
    pub(crate) what: String,
    /// What is to be known of it.
    pub(crate) rest: String,
    /// The screen that shows more of it.
    pub(crate) opens: Option<Route>,
}

impl Sentence {
    fn new(what: String, rest: String) -> Self {
        Self {
            what,
            rest,
            opens: None,
        }
    }

    /// Both in one line.
    pub(crate) fn line(&self) -> String {
        format!("{} {}", self.what, self.rest).trim().to_owned()
    }
}

/// The sentence of a mark.
pub(crate) fn of_mark(mark: &Mark, timeline: &Timeline, lanes: &[&Lane]) -> Option<Sentence> {
    let lane = lanes.get(mark.lane);
    match mark.shows {
        Shows::Contact(place) => lane?.contacts.get(place).map(of_contact),
        Shows::Contacts(count) => {
            let month = days::month_and_year(mark.on);
            Some(Sentence::new(
                say_with("mark-contacts", &[("count", count.into()), ("month", month.into())]),
                String::new(),
            ))
        }
        Shows::Knot(place) => timeline.meetings.get(place).map(|knot| of_knot(knot, timeline)),
        Shows::Flag(place) => timeline.deadlines.get(place).map(of_flag),
        Shows::Turn(place) => timeline.life_events.get(place).map(of_turn),
        Shows::Act(place) => timeline.acts.get(place).map(of_act),
        Shows::Acts(count) => {
            let month = days::month_and_year(mark.on);
            Some(Sentence::new(
                say_with("mark-acts", &[("count", count.into()), ("month", month.into())]),
                String::new(),
            ))
        }
    }
}

/// A contact in words.
pub(crate) fn of_contact(contact: &ContactMark) -> Sentence {
    let key = if contact.missed { "mark-missed" } else { "mark-contact" };
    let what = say_with(
        key,
        &[
            ("kind", say(&contact_key(contact.kind)).into()),
            ("date", days::full(contact.on.0).into()),
        ],
    );
    let mut rest: Vec<String> = Vec::new();
    rest.extend(
        contact
            .by
            .as_ref()
            .map(|name| say_with("mark-by", &[("name", (&name.0).into())])),
    );
    rest.extend(contact.text.as_ref().map(|text| text.0.clone()));
    if contact.late_entry {
        rest.push(say("mark-late-entry"));
    }
    Sentence::new(what, rest.join(" "))
}

/// A team meeting in words.
pub(crate) fn of_knot(knot: &Knot, timeline: &Timeline) -> Sentence {
    let what = say_with(
        "mark-meeting",
        &[
            ("kind", say(kind_key(knot.kind)).into()),
            ("date", days::full(knot.on.0).into()),
        ],
    );
    let rest = if knot.on.0 > timeline.today.0 {
        say_with("mark-meeting-ahead", &[("threads", knot.domains.len().into())])
    } else {
        say_with(
            "mark-meeting-held",
            &[
                ("threads", knot.domains.len().into()),
                ("decisions", knot.decisions.into()),
            ],
        )
    };
    let opens = Route::Meeting {
        meeting: knot.team_meeting.0,
        case: Some(timeline.support_case.0),
    };
    Sentence {
        what,
        rest,
        opens: Some(opens),
    }
}

/// A date in words.
pub(crate) fn of_flag(flag: &Flag) -> Sentence {
    let what = say_with("mark-deadline", &[("date", days::full(flag.due_on.0).into())]);
    let label = deadline_words(flag.kind, flag.label.as_ref().map(|label| label.0.as_str()));
    Sentence::new(what, label)
}

/// A turn of life in words.
pub(crate) fn of_turn(turn: &LifeEvent) -> Sentence {
    Sentence::new(
        say_with("mark-turn", &[("date", days::full(turn.on.0).into())]),
        turn.text.0.clone(),
    )
}

/// An act of another record in words.
pub(crate) fn of_act(act: &Act) -> Sentence {
    let what = say_with("mark-act", &[("date", days::full(act.on.0).into())]);
    let mut rest = vec![act.text.0.clone()];
    rest.extend(
        act.by
            .as_ref()
            .map(|name| say_with("mark-by", &[("name", (&name.0).into())])),
    );
    if act.after_closure {
        rest.push(say("mark-after-closure"));
    }
    Sentence::new(what, rest.join(" "))
}
