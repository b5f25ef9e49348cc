//! One case: what is read of it, and what is written to it and refused once its door is passed.

use super::{Endpoint, NO_DAY, OF_CASE, TODAY, bare, id, of, with};
use crate::rights::canary::Kind;
use crate::rights::oracle::{Gate, Shows};
use crate::rights::visitor::Body;
use contract::paths;
use serde_json::json;

/// No content that is taken: its first bytes say nothing.
const NO_PAPER: &[u8] = b"rien";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = read();
    all.extend(written());
    all.extend(planned());
    all.extend(agreed());
    all.extend(papers());
    all.extend(aids());
    all
}

fn read() -> Vec<Endpoint> {
    vec![
        Endpoint::reads(paths::SUPPORT_CASE, Gate::Reads, |aim| bare(aim, paths::SUPPORT_CASE))
            .showing(Shows::OfCase(TODAY)),
        Endpoint::reads(paths::SUPPORT_CASE, Gate::Reads, |aim| {
            let path = of(aim, paths::SUPPORT_CASE);
            (format!("{path}?as_known_on={}", aim.earlier.0), Body::Nothing)
        })
        .told_as("as known on a past day")
        .showing(Shows::OfCase(OF_CASE)),
        Endpoint::reads(paths::TIMELINE, Gate::Reads, |aim| bare(aim, paths::TIMELINE))
            .showing(Shows::SomeOfCase(OF_CASE)),
        Endpoint::reads(paths::TIMELINE, Gate::Reads, |aim| {
            let path = of(aim, paths::TIMELINE);
            (format!("{path}?as_known_on={}", aim.earlier.0), Body::Nothing)
        })
        .told_as("as known on a past day")
        .showing(Shows::SomeOfCase(OF_CASE)),
        Endpoint::reads(paths::DOCUMENTS, Gate::Reads, |aim| bare(aim, paths::DOCUMENTS))
            .showing(Shows::SomeOfCase(&[Kind::Title, Kind::Name, Kind::Label])),
    ]
}

/// What is noted: a text that says nothing is refused after the compartment was asked.
fn written() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    let social = Gate::WritesIn(&["social"]);
    vec![
        wishes(paths::STRENGTHS, social, &[400], |aim| {
            with(
                aim,
                paths::STRENGTHS,
                json!({ "command": id(), "strength": id(), "text": " ", "named_by": "worker" }),
            )
        }),
        wishes(paths::STRENGTHS, Gate::WritesIn(&["housing"]), &[400], |aim| {
            with(
                aim,
                paths::STRENGTHS,
                json!({ "command": id(), "strength": id(), "text": " ", "named_by": "worker",
                "domain": "housing" }),
            )
        })
        .told_as("of housing"),
        wishes(paths::STRENGTHS, Gate::WritesIn(&["health"]), &[400], |aim| {
            with(
                aim,
                paths::STRENGTHS,
                json!({ "command": id(), "strength": id(), "text": " ", "named_by": "worker",
                "domain": "health" }),
            )
        })
        .told_as("of health"),
        wishes(paths::STRENGTHS, Gate::WritesIn(&["protected"]), &[400], |aim| {
            with(
                aim,
                paths::STRENGTHS,
                json!({ "command": id(), "strength": id(), "text": " ", "named_by": "worker",
                "domain": "safety" }),
            )
        })
        .told_as("of safety"),
        wishes(paths::CONTACTS, Gate::Writes, &[400], |aim| {
            with(
                aim,
                paths::CONTACTS,
                json!({ "command": id(), "contact": id(), "kind": "call",
                "occurred_at": "1000-01-01T10:00:00Z" }),
            )
        }),
        wishes(paths::CONTACTS, social, &[400], |aim| {
            with(
                aim,
                paths::CONTACTS,
                json!({ "command": id(), "contact": id(), "kind": "call", "shared": "Un mot",
                "occurred_at": "1000-01-01T10:00:00Z" }),
            )
        })
        .told_as("with a note"),
        wishes(paths::CONTACTS, Gate::WritesIn(&["draft"]), &[400], |aim| {
            with(
                aim,
                paths::CONTACTS,
                json!({ "command": id(), "contact": id(), "kind": "call", "private": "Un mot",
                "occurred_at": "1000-01-01T10:00:00Z" }),
            )
        })
        .told_as("with a draft"),
    ]
}

/// The same of measures, signals and the plan.
fn planned() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    let social = Gate::WritesIn(&["social"]);
    vec![
        wishes(paths::MEASURES, Gate::WritesIn(&["budget"]), &[400], |aim| {
            with(
                aim,
                paths::MEASURES,
                json!({ "command": id(), "measure": id(), "label": " ", "domain": "budget",
                "stage": "started", "on": aim.today }),
            )
        }),
        wishes(paths::FOLLOW_MEASURE, Gate::Acts, &[404, 409], |aim| {
            let path = of(aim, paths::FOLLOW_MEASURE).replace(&aim.case.measure.to_string(), &id().to_string());
            (path, Body::Json(json!({ "command": id(), "what": "renewal_asked" })))
        }),
        wishes(paths::HANDOVER_MEETING, Gate::Acts, &[400], |aim| {
            with(aim, paths::HANDOVER_MEETING, json!({ "command": id(), "on": NO_DAY }))
        }),
        wishes(paths::SIGNALS, social, &[400], |aim| {
            with(
                aim,
                paths::SIGNALS,
                json!({ "command": id(), "kind": "silence", "evidence": [], "reason": " " }),
            )
        }),
        wishes(paths::GOALS, Gate::WritesIn(&["housing"]), &[400], |aim| {
            with(
                aim,
                paths::GOALS,
                json!({ "command": id(), "plan": id(), "goal": id(), "words": " ",
                "domain": "housing" }),
            )
        }),
        wishes(paths::ACTIONS, Gate::WritesIn(&["work"]), &[400], |aim| {
            let doer = aim.case.referent;
            with(
                aim,
                paths::ACTIONS,
                json!({ "command": id(), "plan": id(), "action": id(), "what": " ",
                "domain": "employment", "doer": { "worker": doer } }),
            )
        }),
        wishes(paths::COMPLETE_ACTION, Gate::Acts, &[404], |aim| {
            with(aim, paths::COMPLETE_ACTION, json!({ "command": id(), "plan": id() }))
        }),
    ]
}

/// What is agreed about the course of a case: a day that nobody records, or somebody whom nobody knows.
fn agreed() -> Vec<Endpoint> {
    let (wishes, acts) = (Endpoint::wishes, Gate::Acts);
    let home = Gate::ActsIn(&["identity", "household"]);
    vec![
        wishes(paths::APPOINTMENTS, acts, &[400], |aim| {
            with(
                aim,
                paths::APPOINTMENTS,
                json!({ "command": id(), "appointment": id(), "kind": "office",
                "starts_at": "1000-01-01T10:00:00Z", "minutes": 30 }),
            )
        }),
        wishes(paths::MOVE_APPOINTMENT, acts, &[404], |aim| {
            with(
                aim,
                paths::MOVE_APPOINTMENT,
                json!({ "command": id(), "starts_at": "2026-12-01T10:00:00Z",
                "minutes": 30, "reason": "Un mot" }),
            )
        }),
        wishes(paths::CANCEL_APPOINTMENT, acts, &[404], |aim| {
            with(
                aim,
                paths::CANCEL_APPOINTMENT,
                json!({ "command": id(), "by": "service", "reason": "Un mot" }),
            )
        }),
        wishes(paths::HOUSEHOLD, home, &[400, 404, 409], |aim| {
            with(
                aim,
                paths::HOUSEHOLD,
                json!({ "command": id(), "person": id(), "who": { "known": { "place": "adult" } } }),
            )
        }),
        wishes(paths::MOVE_OUT, home, &[400], |aim| {
            with(aim, paths::MOVE_OUT, json!({ "command": id(), "on": NO_DAY }))
        }),
        wishes(paths::TEAM, acts, &[400], |aim| {
            with(aim, paths::TEAM, json!({ "command": id(), "worker": id() }))
        }),
        wishes(paths::LEAVE_TEAM, acts, &[409], |aim| {
            with(aim, paths::LEAVE_TEAM, json!({ "command": id() }))
        }),
        wishes(paths::CADENCE, acts, &[200, 409], |aim| {
            with(aim, paths::CADENCE, json!({ "command": id(), "intensity": "standard" }))
        }),
        wishes(paths::HANDOVER, acts, &[400], |aim| {
            with(aim, paths::HANDOVER, json!({ "command": id(), "to": id() }))
        }),
        wishes(paths::CLOSURE, acts, &[400], |aim| {
            with(
                aim,
                paths::CLOSURE,
                json!({ "command": id(), "on": NO_DAY, "reason": "moved" }),
            )
        }),
        wishes(paths::REOPENING, acts, &[400], |aim| {
            with(aim, paths::REOPENING, json!({ "command": id(), "on": NO_DAY }))
        }),
        wishes(paths::DEADLINES, acts, &[400], |aim| {
            with(
                aim,
                paths::DEADLINES,
                json!({ "command": id(), "deadline": id(), "kind": "reply", "due_on": NO_DAY,
                "legal": false }),
            )
        }),
        wishes(paths::DEADLINES, Gate::ActsIn(&["housing"]), &[400], |aim| {
            with(
                aim,
                paths::DEADLINES,
                json!({ "command": id(), "deadline": id(), "kind": "reply", "due_on": NO_DAY,
                "legal": false, "domain": "housing" }),
            )
        })
        .told_as("of housing"),
        wishes(paths::MEET_DEADLINE, acts, &[404], |aim| {
            let path = of(aim, paths::MEET_DEADLINE).replace(&aim.case.deadline.to_string(), &id().to_string());
            (path, Body::Json(json!({ "command": id() })))
        }),
        wishes(paths::MOVE_DEADLINE, Gate::Due("budget"), &[400], |aim| {
            with(
                aim,
                paths::MOVE_DEADLINE,
                json!({ "command": id(), "due_on": aim.today, "reason": " " }),
            )
        }),
        wishes(paths::WITHDRAW_DEADLINE, Gate::Due("budget"), &[400], |aim| {
            with(aim, paths::WITHDRAW_DEADLINE, json!({ "command": id(), "reason": " " }))
        }),
    ]
}

/// Papers: a wish of no day, and contents that are none.
fn papers() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    vec![
        wishes(paths::REQUEST_DOCUMENT, Gate::WritesIn(&["budget"]), &[400], |aim| {
            with(
                aim,
                paths::REQUEST_DOCUMENT,
                json!({ "command": id(), "document": id(),
                "about": { "person": aim.case.mother }, "kind": "income", "due_on": NO_DAY }),
            )
        }),
        wishes(paths::DOCUMENTS, Gate::WritesIn(&["budget"]), &[400], |aim| {
            let wish = json!({ "command": id(), "document": id(), "about": { "person": aim.case.mother },
                "kind": "income" });
            (of(aim, paths::DOCUMENTS), Body::Form(wish, NO_PAPER.to_vec()))
        }),
        Endpoint::reads(paths::DOCUMENT_CONTENT, Gate::Content("budget"), |aim| {
            bare(aim, paths::DOCUMENT_CONTENT)
        })
        .showing(Shows::SomeOfCase(&[Kind::Content])),
        wishes(paths::DOCUMENT_CONTENT, Gate::Paper("budget"), &[400], |aim| {
            let wish = json!({ "command": id() });
            (of(aim, paths::DOCUMENT_CONTENT), Body::Form(wish, NO_PAPER.to_vec()))
        }),
        wishes(paths::WITHDRAW_DOCUMENT, Gate::Paper("budget"), &[400], |aim| {
            with(aim, paths::WITHDRAW_DOCUMENT, json!({ "command": id(), "reason": " " }))
        }),
    ]
}

/// Financial aid: a request is refused for its day, and one that nobody knows of is followed by nobody.
fn aids() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    vec![
        Endpoint::reads(paths::FINANCIAL_AIDS, Gate::Reads, |aim| {
            bare(aim, paths::FINANCIAL_AIDS)
        })
        .showing(Shows::SomeOfCase(&[Kind::Name, Kind::Label])),
        wishes(paths::FINANCIAL_AIDS, Gate::WritesIn(&["budget"]), &[400], |aim| {
            with(
                aim,
                paths::FINANCIAL_AIDS,
                json!({ "command": id(), "financial_aid": id(), "about": "household", "fund": "emergency",
                "need": "energy", "amount": 5000, "reason": "Un mot", "on": NO_DAY, "agreed": true }),
            )
        }),
        wishes(paths::COMPLETE_AID, Gate::Writes, &[404], |aim| {
            with(aim, paths::COMPLETE_AID, json!({ "command": id(), "on": aim.today }))
        }),
        wishes(paths::RESUME_AID, Gate::Writes, &[404], |aim| {
            with(aim, paths::RESUME_AID, json!({ "command": id(), "on": aim.today }))
        }),
        wishes(paths::DECIDE_AID, Gate::Writes, &[404], |aim| {
            with(
                aim,
                paths::DECIDE_AID,
                json!({ "command": id(), "on": aim.today, "body": "Une commission",
                "decision": { "refused": { "reason": "Un mot", "appeal_told": false } } }),
            )
        }),
        wishes(paths::END_AID, Gate::Writes, &[404], |aim| {
            with(
                aim,
                paths::END_AID,
                json!({ "command": id(), "how": "closed", "on": aim.today, "reason": "Un mot" }),
            )
        }),
        wishes(paths::PAY_AID, Gate::Writes, &[404], |aim| {
            with(
                aim,
                paths::PAY_AID,
                json!({ "command": id(), "payment": id(), "amount": 100, "on": aim.today, "way": { "method": "cheque", "to": "person" } }),
            )
        }),
        wishes(paths::RETRACT_PAYMENT, Gate::Writes, &[404], |aim| {
            with(
                aim,
                paths::RETRACT_PAYMENT,
                json!({ "command": id(), "reason": "Un mot" }),
            )
        }),
    ]
}
