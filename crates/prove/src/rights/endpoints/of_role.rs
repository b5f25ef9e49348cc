//! What is asked without naming a case: accounts, the log, lists and figures. Her role opens it, and her ties fill it.

use super::{Aim, Endpoint, NO_DAY, bare, id, with};
use crate::rights::canary::Kind;
use crate::rights::oracle::{Gate, Shows};
use crate::rights::visitor::{Body, Verb};
use contract::paths;
use serde_json::json;

const LISTED: Shows = Shows::OfList(&[Kind::Label]);
/// What a week or a load may tell of cases.
const TOLD: Shows = Shows::Some(&[
    Kind::Label,
    Kind::Action,
    Kind::Due,
    Kind::Goal,
    Kind::Measure,
    Kind::Question,
]);
const WATCHED: Shows = Shows::Some(&[Kind::Label, Kind::Access]);

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = accounts();
    all.extend(the_log());
    all.extend(lists());
    all.extend(loads());
    all
}

/// Accounts: each is told of her own, and what would end a session is asked by nobody.
fn accounts() -> Vec<Endpoint> {
    let (open, hers) = (Gate::Open, Gate::SignedIn);
    let proof = Gate::OtherProof;
    let ends = |path, wish| Endpoint {
        verb: Verb::Delete,
        ..Endpoint::reads(path, Gate::Ends(401), wish)
    };
    let wishes = Endpoint::wishes;
    vec![
        Endpoint::reads(paths::SESSION, hers, |aim| bare(aim, paths::SESSION)),
        wishes(paths::SESSION, open, &[401, 429], |aim| {
            with(
                aim,
                paths::SESSION,
                json!({ "login": format!("personne-{}", id()), "password": "rien de vrai" }),
            )
        }),
        Endpoint {
            gate: Gate::Ends(204),
            ..ends(paths::SESSION, |aim| bare(aim, paths::SESSION))
        },
        Endpoint::reads(paths::SESSIONS, hers, |aim| bare(aim, paths::SESSIONS)),
        ends(paths::SESSIONS, |aim| bare(aim, paths::SESSIONS)),
        Endpoint {
            verb: Verb::Delete,
            ..Endpoint::reads(paths::OWN_SESSION, hers, |aim| {
                (paths::own_session(id()), bare(aim, paths::OWN_SESSION).1)
            })
        }
        .answered(&[404, 204]),
        Endpoint::reads(paths::WAYS, open, |aim| bare(aim, paths::WAYS)),
        Endpoint::reads(paths::OPENID, open, |aim| bare(aim, paths::OPENID)).answered(&[303, 404]),
        Endpoint::reads(paths::OPENID_BACK, open, |aim| bare(aim, paths::OPENID_BACK)).answered(&[303, 404]),
        wishes(paths::SIGN_IN_PASSWORD, proof, &[], |aim| {
            with(
                aim,
                paths::SIGN_IN_PASSWORD,
                json!({ "password": "huit mots que rien ne lie" }),
            )
        }),
        wishes(paths::PASSWORD, hers, &[400, 401, 409], |aim| {
            with(
                aim,
                paths::PASSWORD,
                json!({ "present": "autre chose", "password": "court" }),
            )
        }),
        wishes(paths::SIGN_IN_CODE, proof, &[], |aim| {
            with(aim, paths::SIGN_IN_CODE, json!({ "code": "000000" }))
        }),
        Endpoint::reads(paths::SECOND_FACTOR, hers, |aim| bare(aim, paths::SECOND_FACTOR)),
        wishes(paths::SECOND_FACTOR, hers, &[400, 401, 429], |aim| {
            with(aim, paths::SECOND_FACTOR, json!({ "password": "autre chose" }))
        }),
        wishes(paths::CONFIRM_SECOND_FACTOR, hers, &[400, 401, 409, 429], |aim| {
            with(aim, paths::CONFIRM_SECOND_FACTOR, json!({ "code": "000000" }))
        }),
        wishes(paths::ASK_PASSKEY, open, &[200, 404], |aim| {
            bare(aim, paths::ASK_PASSKEY)
        }),
        wishes(paths::SIGN_IN_PASSKEY, open, &[400, 401, 404], |aim| {
            with(aim, paths::SIGN_IN_PASSKEY, json!({ "answer": "rien" }))
        }),
        wishes(paths::OFFER_PASSKEY, hers, &[400, 401, 404, 429], |aim| {
            with(aim, paths::OFFER_PASSKEY, json!({ "password": "autre chose" }))
        }),
        Endpoint::reads(paths::PASSKEYS, hers, |aim| bare(aim, paths::PASSKEYS)).answered(&[200, 404]),
        wishes(paths::PASSKEYS, hers, &[400, 404], |aim| {
            with(aim, paths::PASSKEYS, json!({ "name": "Clé", "answer": "rien" }))
        }),
        wishes(paths::REMOVE_PASSKEY, hers, &[400, 401, 404, 429], |aim| {
            let body = with(aim, paths::PASSWORD, json!({ "password": "autre chose" })).1;
            (paths::remove_passkey(id()), body)
        }),
        Endpoint::reads(paths::CALENDAR_ADDRESS, hers, |aim| bare(aim, paths::CALENDAR_ADDRESS)),
        Endpoint {
            verb: Verb::Post,
            ..ends(paths::CALENDAR_ADDRESS, |aim| bare(aim, paths::CALENDAR_ADDRESS))
        },
        ends(paths::CALENDAR_ADDRESS, |aim| bare(aim, paths::CALENDAR_ADDRESS)),
        Endpoint::reads(paths::CALENDAR, open, |_| {
            (paths::CALENDAR.replace("{secret}", "rien-de-vrai"), Body::Nothing)
        })
        .answered(&[404]),
        wishes(paths::SMS_RECEIPTS, proof, &[], |aim| {
            with(aim, paths::SMS_RECEIPTS, json!({ "delivered": { "message": id() } }))
        }),
    ]
}

fn the_log() -> Vec<Endpoint> {
    let watches = Gate::WatchesTheLog;
    vec![
        Endpoint::reads(paths::HEALTH, Gate::Open, |aim| bare(aim, paths::HEALTH)),
        Endpoint::reads(paths::OPENAPI, Gate::Open, |aim| bare(aim, paths::OPENAPI)),
        Endpoint::reads(paths::DOCS, Gate::Open, |aim| bare(aim, paths::DOCS)).answered(&[307]),
        Endpoint::reads(paths::CHECKPOINT, watches, |aim| bare(aim, paths::CHECKPOINT)),
        Endpoint::reads(paths::INCLUSION, watches, |_| {
            (format!("{}?position=1&size=2", paths::INCLUSION), Body::Nothing)
        }),
        Endpoint::reads(paths::CONSISTENCY, watches, |_| {
            (format!("{}?from=1&to=2", paths::CONSISTENCY), Body::Nothing)
        }),
        // What it tells while it is open is looked at by itself: its answer has no end.
        Endpoint::reads(paths::EVENTS, Gate::SignedIn, |aim| bare(aim, paths::EVENTS)),
    ]
}

/// Lists, searches and who is found.
fn lists() -> Vec<Endpoint> {
    let (lists, own) = (Gate::OwnOrReceived, Gate::OwnCases);
    let open = |_: &Aim| (format!("{}?phase=all", paths::SUPPORT_CASES), Body::Nothing);
    vec![
        Endpoint::reads(paths::SUPPORT_CASES, lists, open).showing(LISTED),
        Endpoint::wishes(paths::SEARCH, lists, &[200], |aim| {
            with(aim, paths::SEARCH, json!({ "names": aim.case.name, "phase": "all" }))
        })
        .of_each_case()
        .told_as("by a name")
        .showing(Shows::SomeOfCase(&[Kind::Label])),
        Endpoint::reads(paths::TEAM_MEETINGS, own, |aim| bare(aim, paths::TEAM_MEETINGS))
            .showing(Shows::Some(&[Kind::Label])),
        Endpoint::wishes(paths::TEAM_MEETINGS, own, &[400, 404, 409], |aim| {
            with(
                aim,
                paths::TEAM_MEETINGS,
                json!({ "command": id(), "team_meeting": id(), "kind": "case_review",
                "starts_at": "1000-01-01T10:00:00Z", "chair": id() }),
            )
        }),
        Endpoint::reads(paths::DIRECTORY, own, |aim| bare(aim, paths::DIRECTORY)),
        Endpoint::reads(paths::PROFESSIONALS, own, |aim| {
            (paths::professionals(aim.case.service), Body::Nothing)
        }),
        Endpoint::wishes(paths::FIND_REFERENT, Gate::Finds, &[200], |aim| {
            with(
                aim,
                paths::FIND_REFERENT,
                json!({ "names": format!("Claire {}", aim.case.name) }),
            )
        })
        .of_each_case(),
        Endpoint::wishes(paths::FIND_CASE, Gate::Journal, &[200], |aim| {
            with(
                aim,
                paths::FIND_CASE,
                json!({ "names": format!("Claire {}", aim.case.name) }),
            )
        })
        .of_each_case(),
        Endpoint::reads(paths::ACCESSES, Gate::ToldOfAccesses, |aim| bare(aim, paths::ACCESSES)).showing(WATCHED),
        Endpoint::reads(paths::WEEK, Gate::Week, |aim| bare(aim, paths::WEEK)).showing(TOLD),
        Endpoint::wishes(paths::OPEN_CASE, Gate::OpensCases, &[400], |aim| {
            with(
                aim,
                paths::OPEN_CASE,
                json!({ "command": id(), "support_case": id(), "label": " ",
                "people": [{ "first": "Claire", "last": "Petit", "civility": "madam", "place": "adult" }],
                "support": "generalist", "intensity": "standard", "opened_on": NO_DAY, "answered": true }),
            )
        }),
    ]
}

/// A team's load, and one's own.
fn loads() -> Vec<Endpoint> {
    let (load, hers) = (Gate::Load, Gate::AnsweredCases);
    let wishes = Endpoint::wishes;
    vec![
        Endpoint::reads(paths::WORKLOAD, load, |aim| bare(aim, paths::WORKLOAD)),
        Endpoint::reads(paths::WORKLOAD, load, |aim| {
            (format!("{}?on={}", paths::WORKLOAD, aim.earlier.0), Body::Nothing)
        })
        .told_as("on a past day"),
        Endpoint::reads(paths::INDICATORS, load, |aim| bare(aim, paths::INDICATORS)),
        Endpoint::reads(paths::INDICATORS_FILE, load, |_| {
            (format!("{}?format=csv", paths::INDICATORS_FILE), Body::Nothing)
        })
        .told_as("CSV"),
        Endpoint::reads(paths::INDICATORS_FILE, load, |_| {
            (format!("{}?format=xlsx", paths::INDICATORS_FILE), Body::Nothing)
        })
        .told_as("XLSX"),
        Endpoint::reads(paths::INDICATORS_FILE, load, |_| {
            (format!("{}?format=ods", paths::INDICATORS_FILE), Body::Nothing)
        })
        .told_as("ODS"),
        // Of too few cases there is no file, whoever asks.
        Endpoint::reads(paths::PROCESS_LOG, load, |_| {
            (format!("{}?format=xes", paths::PROCESS_LOG), Body::Nothing)
        })
        .told_as("XES")
        .answered(&[200, 400]),
        Endpoint::reads(paths::PROCESS_LOG, load, |_| {
            (format!("{}?format=ocel", paths::PROCESS_LOG), Body::Nothing)
        })
        .told_as("OCEL")
        .answered(&[200, 400]),
        Endpoint::reads(paths::OWN_LOAD, hers, |aim| bare(aim, paths::OWN_LOAD)).showing(TOLD),
        Endpoint::reads(paths::TEAM_AHEAD, load, |aim| bare(aim, paths::TEAM_AHEAD)),
        Endpoint::reads(paths::WORKER_CASES, load, |aim| {
            (
                paths::WORKER_CASES.replace("{worker}", &aim.case.referent.to_string()),
                Body::Nothing,
            )
        })
        .answered(&[200, 404])
        .showing(TOLD),
        wishes(paths::TRY_PASSING, load, &[404], |aim| {
            with(
                aim,
                paths::TRY_PASSING,
                json!({ "giver": aim.case.referent, "taker": id(), "cases": [aim.case.case] }),
            )
        }),
        wishes(paths::ENTRUST, Gate::Entrusts, &[400], |aim| {
            with(aim, paths::ENTRUST, json!({ "taker": id(), "cases": [] }))
        }),
        wishes(paths::ABSENCES, hers, &[400], |aim| {
            with(
                aim,
                paths::ABSENCES,
                json!({ "command": id(), "absence": id(), "from": NO_DAY, "until": NO_DAY }),
            )
        }),
        wishes(paths::ABSENCES, load, &[404], |aim| {
            with(
                aim,
                paths::ABSENCES,
                json!({ "command": id(), "absence": id(), "worker": id(), "from": aim.today,
                "until": aim.today }),
            )
        })
        .told_as("of somebody else"),
        wishes(paths::WITHDRAW_ABSENCE, hers, &[404, 409], |_| {
            let path = paths::WITHDRAW_ABSENCE.replace("{absence}", &id().to_string());
            (path, Body::Json(json!({ "command": id() })))
        }),
        Endpoint::reads(paths::WEIGHTS, Gate::SignedIn, |aim| bare(aim, paths::WEIGHTS)),
        wishes(paths::WEIGHTS, load, &[400], |aim| {
            with(
                aim,
                paths::WEIGHTS,
                json!({ "command": id(), "proposal": id(), "weights": { "in_force_on": NO_DAY,
                "source": "rien", "base": [], "opening": 0, "opening_days": 0, "watch": 0, "sibling": 0,
                "complexity": [], "most_complexity": 0, "capacity": 0, "zones": [1, 2, 3] } }),
            )
        }),
        wishes(paths::ADOPT_WEIGHTS, load, &[404, 409], |_| {
            let path = paths::ADOPT_WEIGHTS.replace("{proposal}", &id().to_string());
            (path, Body::Json(json!({ "command": id() })))
        }),
        wishes(paths::WITHDRAW_WEIGHTS, load, &[404, 409], |_| {
            let path = paths::WITHDRAW_WEIGHTS.replace("{proposal}", &id().to_string());
            (path, Body::Json(json!({ "command": id() })))
        }),
    ]
}
