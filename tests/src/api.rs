//! The API as it is described: every path, its page, and the answers to who asks wrongly.

use crate::house::{House, id};
use contract::{BUILD_HEADER, EDITION, paths};
use reqwest::Method;
use serde_json::Value;

/// Every path of the contract with the methods it knows.
const DESCRIBED: &[(&str, &[&str])] = &[
    (paths::HEALTH, &["get"]),
    (paths::SESSION, &["delete", "get", "post"]),
    (paths::SESSIONS, &["delete", "get"]),
    (paths::OWN_SESSION, &["delete"]),
    (paths::WAYS, &["get"]),
    (paths::OPENID, &["get"]),
    (paths::OPENID_BACK, &["get"]),
    (paths::SIGN_IN_PASSWORD, &["post"]),
    (paths::PASSWORD, &["post"]),
    (paths::SIGN_IN_CODE, &["post"]),
    (paths::SECOND_FACTOR, &["get", "post"]),
    (paths::CONFIRM_SECOND_FACTOR, &["post"]),
    (paths::ASK_PASSKEY, &["post"]),
    (paths::SIGN_IN_PASSKEY, &["post"]),
    (paths::PASSKEYS, &["get", "post"]),
    (paths::OFFER_PASSKEY, &["post"]),
    (paths::REMOVE_PASSKEY, &["post"]),
    (paths::CALENDAR_ADDRESS, &["delete", "get", "post"]),
    (paths::CALENDAR, &["get"]),
    (paths::EVENTS, &["get"]),
    (paths::CHECKPOINT, &["get"]),
    (paths::INCLUSION, &["get"]),
    (paths::CONSISTENCY, &["get"]),
    (paths::SUPPORT_CASES, &["get"]),
    (paths::SEARCH, &["post"]),
    (paths::SUPPORT_CASE, &["get"]),
    (paths::TIMELINE, &["get"]),
    (paths::STRENGTHS, &["post"]),
    (paths::CONTACTS, &["post"]),
    (paths::APPOINTMENTS, &["post"]),
    (paths::MOVE_APPOINTMENT, &["post"]),
    (paths::CANCEL_APPOINTMENT, &["post"]),
    (paths::REACH, &["post"]),
    (paths::WITHDRAW_REACH, &["post"]),
    (paths::SMS_RECEIPTS, &["post"]),
    (paths::OPEN_CASE, &["post"]),
    (paths::HOUSEHOLD, &["post"]),
    (paths::MOVE_OUT, &["post"]),
    (paths::TEAM, &["post"]),
    (paths::LEAVE_TEAM, &["post"]),
    (paths::CADENCE, &["post"]),
    (paths::HANDOVER, &["post"]),
    (paths::CLOSURE, &["post"]),
    (paths::REOPENING, &["post"]),
    (paths::DEADLINES, &["post"]),
    (paths::MEET_DEADLINE, &["post"]),
    (paths::MOVE_DEADLINE, &["post"]),
    (paths::WITHDRAW_DEADLINE, &["post"]),
    (paths::DOCUMENTS, &["get", "post"]),
    (paths::REQUEST_DOCUMENT, &["post"]),
    (paths::DOCUMENT_CONTENT, &["get", "post"]),
    (paths::WITHDRAW_DOCUMENT, &["post"]),
    (paths::FINANCIAL_AIDS, &["get", "post"]),
    (paths::COMPLETE_AID, &["post"]),
    (paths::RESUME_AID, &["post"]),
    (paths::DECIDE_AID, &["post"]),
    (paths::END_AID, &["post"]),
    (paths::PAY_AID, &["post"]),
    (paths::RETRACT_PAYMENT, &["post"]),
    (paths::MEASURES, &["post"]),
    (paths::FOLLOW_MEASURE, &["post"]),
    (paths::HANDOVER_MEETING, &["post"]),
    (paths::SIGNALS, &["post"]),
    (paths::GOALS, &["post"]),
    (paths::ACTIONS, &["post"]),
    (paths::COMPLETE_ACTION, &["post"]),
    (paths::TEAM_MEETINGS, &["get", "post"]),
    (paths::SHARED_VIEW, &["get", "post"]),
    (paths::DECISIONS, &["post"]),
    (paths::DECISIONS_FILE, &["get"]),
    (paths::MINUTES_COPIES, &["get"]),
    (paths::MINUTES_COPY, &["get"]),
    (paths::STEPS, &["post"]),
    (paths::EXCLUSIONS, &["get", "post"]),
    (paths::LIFT_EXCLUSION, &["post"]),
    (paths::SHARINGS, &["get", "post"]),
    (paths::EXCHANGES, &["post"]),
    (paths::END_SHARING, &["post"]),
    (paths::SETTLE_SHARING, &["post"]),
    (paths::CONSENTS, &["post"]),
    (paths::WITHDRAW_CONSENT, &["post"]),
    (paths::OPPOSITIONS, &["post"]),
    (paths::LIFT_OPPOSITION, &["post"]),
    (paths::DIRECTORY, &["get"]),
    (paths::PROFESSIONALS, &["get"]),
    (paths::FIND_REFERENT, &["post"]),
    (paths::ACCESSES, &["get", "post"]),
    (paths::END_ACCESS, &["post"]),
    (paths::REVIEW_ACCESS, &["post"]),
    (paths::FIND_CASE, &["post"]),
    (paths::READINGS, &["get"]),
    (paths::WEEK, &["get"]),
    (paths::WORKLOAD, &["get"]),
    (paths::INDICATORS, &["get"]),
    (paths::INDICATORS_FILE, &["get"]),
    (paths::PROCESS_LOG, &["get"]),
    (paths::OWN_LOAD, &["get"]),
    (paths::TEAM_AHEAD, &["get"]),
    (paths::WORKER_CASES, &["get"]),
    (paths::ENTRUST, &["post"]),
    (paths::TRY_PASSING, &["post"]),
    (paths::ABSENCES, &["post"]),
    (paths::WITHDRAW_ABSENCE, &["post"]),
    (paths::WEIGHTS, &["get", "post"]),
    (paths::ADOPT_WEIGHTS, &["post"]),
    (paths::WITHDRAW_WEIGHTS, &["post"]),
];

/// A path with ids of nothing in place of its parameters.
fn filled(path: &str) -> String {
    let part = |part: &str| {
        if part.starts_with('{') {
            id().to_string()
        } else {
            part.to_owned()
        }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_description_lists_every_path_of_the_contract() {
    let house = House::open().await;
    let described = house.stranger().get(paths::OPENAPI).await.json();
    assert!(
        described["openapi"].as_str().unwrap().starts_with("3.1"),
        "{}",
        described["openapi"]
    );
    let found: Vec<(String, Vec<String>)> = described["paths"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(path, methods)| {
            let mut methods: Vec<_> = methods.as_object().unwrap().keys().cloned().collect();
            methods.sort();
            (path.clone(), methods)
        })
        .collect();
    let mut expected: Vec<(String, Vec<String>)> = DESCRIBED
        .iter()
        .map(|(path, methods)| {
            (
                (*path).to_owned(),
                methods.iter().map(|&method| method.to_owned()).collect(),
            )
        })
        .collect();
    expected.sort();
    let mut sorted = found;
    sorted.sort();
    assert_eq!(sorted, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_described_operation_says_what_it_answers() {
    let house = House::open().await;
    let described = house.stranger().get(paths::OPENAPI).await.json();
    for (path, methods) in described["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let said = operation["summary"].as_str().or(operation["description"].as_str());
            assert!(
                said.is_some_and(|said| !said.is_empty()),
                "{method} {path} says nothing"
            );
            let answers = operation["responses"].as_object().unwrap();
            for (status, answer) in answers.iter().filter(|(status, _)| status.starts_with(['4', '5'])) {
                let problem = &answer["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(problem, "#/components/schemas/Problem", "{method} {path} {status}");
            }
        }
    }
    let unresolved = unresolved(&described, &described);
    assert!(unresolved.is_empty(), "{unresolved:?}");
}

/// References that point to nothing.
fn unresolved(whole: &Value, part: &Value) -> Vec<String> {
    match part {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match (name.as_str(), value) {
                ("$ref", Value::String(reference)) if whole.pointer(reference.trim_start_matches('#')).is_none() => {
                    vec![reference.clone()]
                }
                (_, value) => unresolved(whole, value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| unresolved(whole, item)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_a_path_does_not_know_is_said_to_be_one() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    for (path, known) in DESCRIBED {
        for method in ["get", "post", "put", "patch", "delete"] {
            if known.contains(&method) {
                continue;
            }
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let answer = julie.send(julie.request(method.clone(), &filled(path))).await;
            assert_eq!(answer.refusal(), "405 problem.method", "{method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_described_path_is_served_and_asks_for_a_session() {
    let house = House::open().await;
    let stranger = house.stranger();
    let open = [
        paths::HEALTH,
        paths::SESSION,
        paths::WAYS,
        paths::OPENID,
        paths::OPENID_BACK,
        paths::CALENDAR,
        paths::ASK_PASSKEY,
        paths::SIGN_IN_PASSKEY,
    ];
    for (path, methods) in DESCRIBED.iter().filter(|(path, _)| !open.contains(path)) {
        for method in *methods {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let request = stranger
                .request(method.clone(), &filled(path))
                .json(&serde_json::json!({}));
            let answer = stranger.send(request).await;
            assert_eq!(answer.refusal(), "401 problem.not_signed_in", "{method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_build_that_is_too_old_is_told_so_and_who_names_none_is_answered() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let current = format!("{EDITION}.abc");
    for (build, answered) in [(current.as_str(), true), ("0.abc", false), ("abc", false)] {
        let request = julie
            .request(Method::GET, paths::SUPPORT_CASES)
            .header(BUILD_HEADER, build);
        let answer = julie.send(request).await;
        match answered {
            true => assert_eq!(answer.status, 200, "{build}"),
            false => assert_eq!(answer.refusal(), "426 problem.too_old", "{build}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_does_not_exist_is_a_problem_too() {
    let house = House::open().await;
    let stranger = house.stranger();
    for path in [
        "/api/",
        "/api/nothing",
        "/api/support-cases/a/b/c",
        "/api/session/",
        "/api/%00",
    ] {
        let answer = stranger.get(path).await;
        assert_eq!(answer.refusal(), "404 problem.not_found", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_that_it_is_well_and_how_far_the_log_goes() {
    let house = House::open().await;
    let head = house.settled().await;
    let health = house.stranger().get(paths::HEALTH).await;
    assert_eq!(health.text(), format!("{{\"status\":\"ok\",\"position\":{head}}}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readable_page_loads_nothing_from_elsewhere() {
    let house = House::open().await;
    let stranger = house.stranger();
    let mut page = stranger.get(paths::DOCS).await;
    if page.status != 200 {
        let to = page.header("location").to_owned();
        assert!(to.starts_with(paths::DOCS), "{} {to}", page.status);
        page = stranger.get(&to).await;
    }
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").starts_with("text/html"));
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'self'"), "{policy}");
    assert!(
        policy.ends_with("object-src 'none'; base-uri 'none'; frame-ancestors 'none'"),
        "{policy}"
    );
    assert!(!page.text().contains("https://"), "{}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_tells_the_browser_to_trust_nothing_else() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    for path in [paths::HEALTH, paths::SUPPORT_CASES, "/api/nothing", "/"] {
        let answer = julie.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        let policy = answer.header("content-security-policy");
        let told: Vec<&str> = policy.split("; ").collect();
        for each in [
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(told.contains(&each), "{path}: {each} in {policy}");
        }
    }
    let family = house.family("Besnard", &julie).await;
    for path in [
        family.home(),
        paths::SUPPORT_CASES.to_owned(),
        paths::SESSION.to_owned(),
    ] {
        let answer = julie.get(&path).await;
        assert!(
            answer.header("cache-control").contains("no-store"),
            "{path}: people are not cached"
        );
    }
}
