//! The answers of who reads the stored events as text and looks each thing up among them: slow, and without a state.

use super::Answer;
use event_store::Stored;
use jiff::Timestamp;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A stored event as text.
#[derive(Clone)]
pub(super) struct Event {
    position: u64,
    stream: Uuid,
    kind: String,
    occurred_at: Timestamp,
    known_at: Timestamp,
    body: Value,
}

impl Event {
    pub(super) fn of(stored: &Stored) -> Self {
        Self {
            position: stored.position,
            stream: stored.stream,
            kind: stored.kind.clone(),
            occurred_at: stored.occurred_at,
            known_at: match stored.known_at {
                Some(told_by_the_source) => told_by_the_source,
                None => stored.recorded_at,
            },
            body: codec::print(stored)["body"].take(),
        }
    }

    pub(super) fn known_at(&self) -> Timestamp {
        self.known_at
    }

    /// The case that this event is of, when it says so.
    pub(super) fn case(&self) -> Option<Uuid> {
        if self.kind == "support_case.opened" {
            return Some(self.stream);
        }
        let said = [&self.body["support_case"], &self.body["held"]["support_case"]];
        said.into_iter().find_map(id)
    }

    /// The streams that belong to that case by this event.
    pub(super) fn streams(&self) -> Vec<Uuid> {
        let people = self.body["people"].as_array().into_iter().flatten();
        let household = [&self.body["household"]];
        let others = people.chain(household).filter_map(id);
        others.chain([self.stream]).collect()
    }

    fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// Under how many lines of a timeline it is told.
    fn lines(&self, case: Uuid) -> usize {
        let parts = |of: &Value, names: &[&str]| names.iter().filter(|name| !of[**name].is_null()).count();
        match self.kind.as_str() {
            "person.registered"
            | "person.name_corrected"
            | "person.contact_details_recorded"
            | "person.identifier_recorded"
            | "person.reach_agreed"
            | "person.reach_withdrawn"
            | "person.reach_stopped"
            | "appointment.reminder_claimed"
            | "appointment.reminder_settled"
            | "household.formed"
            | "household.kinship_declared"
            | "plan.drafted"
            | "team_meeting.scheduled"
            | "team_meeting.invited"
            | "team_meeting.attendance_recorded"
            | "team_meeting.standing_recorded"
            | "team_meeting.family_information_recorded"
            | "team_meeting.chair_appointed"
            | "team_meeting.summons_sent"
            | "team_meeting.preparation_opened"
            | "team_meeting.opened"
            | "team_meeting.turn_begun"
            | "team_meeting.hypothesis_raised"
            | "team_meeting.minutes_drafted"
            | "team_meeting.minutes_shared"
            | "team_meeting.feedback_given"
            | "team_meeting.decision_followed"
            | "team_meeting.review_held" => 0,
            "contact.noted" => parts(&self.body["held"], &["shared", "words", "private"]).max(1),
            "support_case.team_member_left" => 1 + parts(&self.body, &["balance"]),
            "team_meeting.case_added"
            | "team_meeting.viewpoint_given"
            | "team_meeting.decision_recorded"
            | "team_meeting.case_put_off"
            | "team_meeting.addendum_written"
            | "team_meeting.contribution_given"
            | "team_meeting.family_sheet_written"
            | "team_meeting.family_answered" => usize::from(id(&self.body["support_case"]) == Some(case)),
            _ => 1,
        }
    }
}

fn id(value: &Value) -> Option<Uuid> {
    value.as_str()?.parse().ok()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// Looks everything up.
pub(super) fn answer(case: Uuid, all: &[Event], known_on: Option<Timestamp>, on: Timestamp) -> Answer {
    let known: Vec<&Event> = all
        .iter()
        .filter(|event| match known_on {
            Some(known_on) => event.known_at <= known_on,
            None => true,
        })
        .collect();
    let of = |kind: &'static str| known.iter().copied().filter(move |event| event.is(kind));
    let count = |kind: &'static str| of(kind).count();
    let measures = of("support_case.measure_started");
    let ended: Vec<_> = of("support_case.measure_ended")
        .map(|event| &event.body["measure"])
        .collect();
    Answer {
        closed: is_closed(&known, on),
        referents: referents(&known, on),
        team: team(&known, on),
        timeline: timeline(case, &known, on),
        contacts: contacts(&known),
        goals: of("plan.goal_agreed")
            .filter_map(|agreed| {
                let reached = of("plan.goal_reached").any(|event| event.body["goal"] == agreed.body["goal"]);
                Some((id(&agreed.body["goal"])?, reached))
            })
            .collect(),
        actions: of("plan.action_assigned")
            .filter_map(|assigned| action(assigned, &known))
            .collect(),
        deadlines: of("deadline.set")
            .map(|set| {
                let over = known.iter().any(|event| {
                    let ended = ["deadline.met", "deadline.withdrawn", "deadline.lapsed"];
                    event.stream == set.stream && ended.iter().any(|kind| event.is(kind))
                });
                (set.stream, over)
            })
            .collect(),
        said: [
            count("support_case.story_recorded"),
            count("support_case.strength_identified"),
            count("support_case.obstacle_identified"),
            count("support_case.situation_assessed"),
            count("support_case.life_event_recorded"),
            count("support_case.act_recorded"),
        ],
        summary: of("support_case.summed_up").map(|event| event.position).max(),
        measures: (
            measures.filter(|begun| ended.contains(&&begun.body["measure"])).count(),
            count("support_case.measure_started"),
        ),
        members: members(&known),
        people: of("person.registered").map(|event| event.stream).collect(),
        meetings: of("team_meeting.scheduled")
            .map(|event| (event.stream, meeting(case, event.stream, &known)))
            .collect(),
    }
}

/// The latest of the endings and beginnings before an instant says it; of two at once the one stored last.
fn is_closed(known: &[&Event], on: Timestamp) -> bool {
    let mut phases: Vec<_> = known
        .iter()
        .filter(|event| event.is("support_case.closed") || event.is("support_case.reopened"))
        .filter(|event| event.occurred_at < on)
        .map(|event| (event.occurred_at, event.position, event.is("support_case.closed")))
        .collect();
    phases.sort_unstable();
    phases.last().is_some_and(|(.., closed)| *closed)
}

/// Each time of somebody from its beginning to the end that closes it: of those still open, an end closes the last begun.
fn times<'a>(
    known: &[&'a Event],
    begins: impl Fn(&'a Event) -> Option<Uuid>,
    ends: impl Fn(&'a Event, Uuid) -> bool,
) -> Vec<(Uuid, Timestamp, Option<Timestamp>)> {
    let mut times: Vec<(Uuid, Timestamp, Option<Timestamp>)> = Vec::new();
    for event in known {
        let open = (0..times.len())
            .rev()
            .find(|at| times[*at].2.is_none() && ends(event, times[*at].0));
        if let Some(at) = open {
            times[at].2 = Some(event.occurred_at);
        }
        times.extend(begins(event).map(|who| (who, event.occurred_at, None)));
    }
    times
}

fn present(times: Vec<(Uuid, Timestamp, Option<Timestamp>)>, on: Timestamp) -> Vec<Uuid> {
    let there = times.into_iter().filter(|(_, from, until)| {
        let over = until.is_some_and(|until| until <= on);
        *from <= on && !over
    });
    there.map(|(who, ..)| who).collect()
}

fn referents(known: &[&Event], on: Timestamp) -> Vec<Uuid> {
    let begins = |event: &Event| match event.kind.as_str() {
        "support_case.referent_appointed" => id(&event.body["worker"]),
        "support_case.referent_handed_over" => id(&event.body["to"]),
        _ => None,
    };
    let ends = |event: &Event, _| {
        event.is("support_case.referent_handed_over") || event.is("support_case.referent_stood_down")
    };
    present(times(known, begins, ends), on)
}

fn team(known: &[&Event], on: Timestamp) -> Vec<Uuid> {
    let begins = |event: &Event| {
        let joined = event.is("support_case.team_member_joined");
        joined.then(|| id(&event.body["worker"])).flatten()
    };
    let ends = |event: &Event, who| event.is("support_case.team_member_left") && id(&event.body["worker"]) == Some(who);
    present(times(known, begins, ends), on)
}

fn timeline(case: Uuid, known: &[&Event], on: Timestamp) -> Vec<(u64, String)> {
    let begun = |event: &Event, kind: &str| {
        known
            .iter()
            .any(|other| other.stream == event.stream && other.is(kind) && other.position <= event.position)
    };
    let told = known.iter().filter(|event| {
        let beginning = match event.kind.split('.').next() {
            Some("deadline") => Some("deadline.set"),
            Some("team_meeting") => Some("team_meeting.scheduled"),
            _ => None,
        };
        event.occurred_at <= on && beginning.is_none_or(|kind| begun(event, kind))
    });
    told.flat_map(|event| std::iter::repeat_n((event.position, event.kind.clone()), event.lines(case)))
        .collect()
}

fn contacts(known: &[&Event]) -> Vec<(Uuid, Option<bool>, bool)> {
    let held = known
        .iter()
        .filter(|event| event.is("contact.noted") || event.is("contact.missed"));
    held.map(|event| {
        let corrected = known
            .iter()
            .any(|other| other.is("contact.corrected") && other.stream == event.stream);
        (event.stream, event.body["excused"].as_bool(), corrected)
    })
    .collect()
}

fn action(assigned: &Event, known: &[&Event]) -> Option<(Uuid, String, Option<String>)> {
    let later: Vec<_> = known
        .iter()
        .filter(|event| event.body["action"] == assigned.body["action"])
        .collect();
    let steps = [
        ("plan.action_started", "Started"),
        ("plan.action_completed", "Done"),
        ("plan.action_abandoned", "Abandoned"),
    ];
    let step = |event: &&&&Event| steps.iter().find(|(kind, _)| event.is(kind)).map(|(_, word)| *word);
    let progress = later.iter().rev().find_map(|event| step(&event)).unwrap_or("ToDo");
    let delayed = later.iter().rev().find(|event| event.is("plan.action_delayed"));
    let due = delayed.map_or(&assigned.body["due_on"], |event| &event.body["due_on"]);
    Some((id(&assigned.body["action"])?, progress.to_owned(), text(due)))
}

/// Of each person the last word counts.
fn members(known: &[&Event]) -> BTreeSet<Uuid> {
    let mut words = BTreeMap::new();
    for event in known {
        match event.kind.as_str() {
            "household.formed" => {
                let formed = event.body["members"].as_array().into_iter().flatten();
                words = formed
                    .filter_map(|member| Some((id(&member["person"])?, true)))
                    .collect();
            }
            "household.member_joined" => words.extend(id(&event.body["member"]["person"]).map(|who| (who, true))),
            "household.member_left" => words.extend(id(&event.body["person"]).map(|who| (who, false))),
            _ => {}
        }
    }
    words
        .into_iter()
        .filter_map(|(who, there)| there.then_some(who))
        .collect()
}

fn meeting(case: Uuid, stream: Uuid, known: &[&Event]) -> (usize, usize, usize, usize, usize, bool) {
    let begun = known
        .iter()
        .position(|event| event.stream == stream && event.is("team_meeting.scheduled"));
    let of: Vec<_> = known
        .iter()
        .skip(begun.unwrap_or(known.len()))
        .filter(|event| event.stream == stream)
        .collect();
    let here = |kind: &str| {
        let of_kind = of.iter().filter(|event| event.is(kind));
        of_kind
            .filter(|event| id(&event.body["support_case"]) == Some(case))
            .count()
    };
    let seats: Vec<_> = of.iter().filter(|event| event.is("team_meeting.invited")).collect();
    let attended = seats.iter().filter(|seat| {
        of.iter().any(|event| {
            event.is("team_meeting.attendance_recorded")
                && event.position > seat.position
                && event.body["participant"] == seat.body["participant"]
        })
    });
    (
        seats.len(),
        attended.count(),
        of.iter().filter(|event| event.is("team_meeting.case_added")).count(),
        here("team_meeting.viewpoint_given"),
        here("team_meeting.decision_recorded"),
        of.iter().any(|event| {
            event.is("team_meeting.closed")
                || event.is("team_meeting.session_ended")
                || event.is("team_meeting.cancelled")
        }),
    )
}
