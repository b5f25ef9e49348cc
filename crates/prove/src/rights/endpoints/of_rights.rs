//! Who may see a case: exclusions, sharings, consents, exceptional accesses, and who looked.

use super::{Endpoint, bare, id, of, with};
use crate::rights::canary::Kind;
use crate::rights::oracle::{Gate, Shows};
use crate::rights::visitor::Body;
use contract::paths;
use serde_json::json;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = kept_away();
    all.extend(passed_on());
    all.extend(opened());
    all
}

fn kept_away() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    vec![
        Endpoint::reads(paths::EXCLUSIONS, Gate::KeepsAway, |aim| bare(aim, paths::EXCLUSIONS))
            .showing(Shows::SomeOfCase(&[Kind::KeptAway])),
        wishes(paths::EXCLUSIONS, Gate::KeepsAway, &[400], |aim| {
            with(
                aim,
                paths::EXCLUSIONS,
                json!({ "command": id(), "exclusion": id(), "worker": id(), "reason": "Un mot" }),
            )
        }),
        wishes(paths::LIFT_EXCLUSION, Gate::KeepsAway, &[404], |aim| {
            with(
                aim,
                paths::LIFT_EXCLUSION,
                json!({ "command": id(), "reason": "Un mot" }),
            )
        }),
    ]
}

fn passed_on() -> Vec<Endpoint> {
    let (wishes, passes) = (Endpoint::wishes, Gate::PassesOn);
    vec![
        Endpoint::reads(paths::SHARINGS, Gate::Reads, |aim| bare(aim, paths::SHARINGS)).showing(Shows::SomeOfCase(&[
            Kind::Purpose,
            Kind::Label,
            Kind::Name,
            Kind::Access,
        ])),
        wishes(paths::SHARINGS, passes, &[400, 409], |aim| {
            with(
                aim,
                paths::SHARINGS,
                json!({ "command": id(), "sharing": id(), "audience": "team", "what": {
                "basis": "social_coordination", "purpose": " ", "items": { "compartments": [] }, "until": aim.today,
                "informed": { "given": { "on": aim.today } } } }),
            )
        }),
        wishes(paths::EXCHANGES, passes, &[400, 409], |aim| {
            with(
                aim,
                paths::EXCHANGES,
                json!({ "command": id(), "sharing": id(), "recipients": [], "what": {
                "basis": "social_coordination", "purpose": " ", "items": { "compartments": [] }, "until": aim.today,
                "informed": { "given": { "on": aim.today } } } }),
            )
        }),
        wishes(paths::END_SHARING, Gate::Reads, &[404], |aim| {
            let path = paths::END_SHARING.replace("{sharing}", &id().to_string());
            with(aim, &path, json!({ "command": id() }))
        }),
        wishes(paths::SETTLE_SHARING, Gate::Reads, &[404], |aim| {
            let path = paths::SETTLE_SHARING.replace("{sharing}", &id().to_string());
            with(aim, &path, json!({ "command": id() }))
        }),
        wishes(paths::CONSENTS, passes, &[400, 404], |aim| {
            with(
                aim,
                paths::CONSENTS,
                json!({ "command": id(), "consent": id(), "person": id(), "recipients": {},
                "scope": ["housing"], "means": "spoken", "on": aim.today, "until": aim.today }),
            )
        }),
        wishes(paths::WITHDRAW_CONSENT, passes, &[404], |aim| {
            with(aim, paths::WITHDRAW_CONSENT, json!({ "command": id() }))
        }),
        wishes(paths::OPPOSITIONS, passes, &[400, 404], |aim| {
            with(
                aim,
                paths::OPPOSITIONS,
                json!({ "command": id(), "opposition": id(), "person": id() }),
            )
        }),
        wishes(paths::LIFT_OPPOSITION, passes, &[404], |aim| {
            with(aim, paths::LIFT_OPPOSITION, json!({ "command": id() }))
        }),
    ]
}

fn opened() -> Vec<Endpoint> {
    let wishes = Endpoint::wishes;
    vec![
        // An id of an access that is there already: what passes the door is refused by the rule, and opens nothing.
        wishes(paths::ACCESSES, Gate::MayOpen("emergency"), &[409], |aim| {
            with(
                aim,
                paths::ACCESSES,
                json!({ "command": id(), "access": aim.other_access, "need": "emergency",
                "support_case": aim.case.case, "reason": "Un mot" }),
            )
        })
        .of_each_case()
        .told_as("in an emergency"),
        wishes(paths::ACCESSES, Gate::MayOpen("supervision"), &[409], |aim| {
            with(
                aim,
                paths::ACCESSES,
                json!({ "command": id(), "access": aim.other_access, "need": "supervision",
                "support_case": aim.case.case, "reason": "Un mot" }),
            )
        })
        .of_each_case()
        .told_as("to supervise"),
        // Nobody of the world opened this one.
        wishes(paths::END_ACCESS, Gate::SignedIn, &[404], |_| {
            (
                paths::END_ACCESS.replace("{access}", &id().to_string()),
                Body::Json(json!({ "command": id() })),
            )
        }),
        wishes(paths::REVIEW_ACCESS, Gate::SignedIn, &[404], |_| {
            let path = paths::REVIEW_ACCESS.replace("{access}", &id().to_string());
            (path, Body::Json(json!({ "command": id(), "finding": "justified" })))
        }),
        Endpoint::reads(paths::READINGS, Gate::JournalOfCase, |aim| {
            (of(aim, paths::READINGS), Body::Nothing)
        })
        .showing(Shows::SomeOfCase(&[Kind::Access])),
    ]
}
