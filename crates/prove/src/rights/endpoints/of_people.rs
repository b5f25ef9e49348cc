//! Those around a case: how a person may be reached, and meetings.

use super::{Endpoint, bare, id, of, with};
use crate::rights::canary::Kind;
use crate::rights::oracle::{Gate, Shows};
use crate::rights::visitor::Body;
use contract::paths;
use serde_json::json;

/// What the shared view tells beside the case itself.
const AROUND_THE_TABLE: &[Kind] = &[
    Kind::Label,
    Kind::Name,
    Kind::Strength,
    Kind::Note,
    Kind::Words,
    Kind::Assessed,
    Kind::Goal,
    Kind::Action,
    Kind::Due,
    Kind::Measure,
    Kind::Question,
    Kind::Title,
];

pub(super) fn endpoints() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    vec![
        wishes(paths::REACH, Gate::Acts, &[400], |aim| {
            with(
                aim,
                paths::REACH,
                json!({ "command": id(), "medium": "sms", "value": "rien", "privacy": "own" }),
            )
        }),
        wishes(paths::WITHDRAW_REACH, Gate::Acts, &[404], |aim| {
            let path = of(aim, paths::WITHDRAW_REACH).replace(&aim.case.mother.to_string(), &id().to_string());
            (path, Body::Json(json!({ "command": id() })))
        }),
        // Where the case was not spoken of at a meeting, another one is asked for.
        Endpoint::reads(paths::SHARED_VIEW, Gate::AtMeeting, |aim| bare(aim, paths::SHARED_VIEW))
            .showing(Shows::SomeOfCase(AROUND_THE_TABLE)),
        Endpoint::reads(paths::SHARED_VIEW, Gate::AtMeeting, |aim| {
            let path = of(aim, paths::SHARED_VIEW);
            (format!("{path}?as_known_on={}", aim.today.0), Body::Nothing)
        })
        .told_as("as known today")
        .showing(Shows::SomeOfCase(AROUND_THE_TABLE)),
        wishes(paths::SHARED_VIEW, Gate::WritesIn(&["social"]), &[400], |aim| {
            with(
                aim,
                paths::SHARED_VIEW,
                json!({ "command": id(), "question": " ",
                "starts_at": "2026-12-01T10:00:00Z", "minutes": 30 }),
            )
        }),
        wishes(paths::DECISIONS, Gate::WritesAtMeeting(Some("social")), &[400], |aim| {
            with(
                aim,
                paths::DECISIONS,
                json!({ "command": id(), "decision": id(), "text": " ",
                "doer": { "worker": aim.case.referent }, "due_on": aim.today }),
            )
        }),
        Endpoint::reads(paths::DECISIONS_FILE, Gate::Reads, |aim| {
            bare(aim, paths::DECISIONS_FILE)
        })
        .answered(&[404]),
        Endpoint::reads(paths::MINUTES_COPIES, Gate::SpokenOf, |aim| {
            bare(aim, paths::MINUTES_COPIES)
        }),
        Endpoint::reads(paths::MINUTES_COPY, Gate::Reads, |aim| bare(aim, paths::MINUTES_COPY)).answered(&[404]),
        wishes(paths::STEPS, Gate::WritesAtMeeting(None), &[400, 404, 409], |aim| {
            with(
                aim,
                paths::STEPS,
                json!({ "command": id(), "step": { "record_attendance": {
                "participant": { "worker": id() }, "attendance": "present" } } }),
            )
        }),
    ]
}
