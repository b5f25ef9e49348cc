//! A case: its strengths, what was known of it on a past day, and bodies that cannot be read.

use crate::house::{House, ago, day_ago, id};
use contract::paths;
use contract::support_case::{CaseList, CaseView};
use contract::timeline::Timeline;
use domain::support_case::{ClosureReason, Command};
use domain::words::{DomainOfLife, Voice};
use reqwest::Method;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_strength_that_the_mother_names_is_read_back() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let body = json!({ "command": id(), "strength": id(), "text": "  Je ne lâche rien pour les petits. ",
        "named_by": "person", "domain": "parenting", "holder": family.child, "relative": family.mother });
    let kept = julie.post(&family.path(paths::STRENGTHS), &body).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let strength = &view.strengths[0];
    assert_eq!(strength.text.0, "Je ne lâche rien pour les petits.");
    assert_eq!(
        (strength.named_by, strength.domain, strength.on),
        (Voice::Person, Some(DomainOfLife::Parenting), house.today())
    );
    assert_eq!(
        (strength.holder, strength.relative),
        (Some(family.child), Some(family.mother))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn as_it_was_known_on_a_past_day_shows_what_was_known_then() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house
        .assesses(&family, &julie, 100, DomainOfLife::Housing, "Humidité dans la chambre.")
        .await;
    house
        .assesses(&family, &julie, 20, DomainOfLife::Budget, "Un crédit est revenu.")
        .await;
    let kept = julie.names_a_strength(family.case, "Sait demander").await.kept();

    let now: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert_eq!((now.threads.len(), now.strengths.len(), now.as_known_on), (2, 1, None));
    assert!(now.from_source, "what came before is known by its source");

    let on = async |days| {
        let path = format!("{}?as_known_on={}", family.home(), day_ago(days));
        julie.get(&path).await
    };
    let then: CaseView = on(50).await.shows();
    assert_eq!(then.as_known_on, Some(day_ago(50)));
    assert_eq!(then.today, day_ago(50));
    let known: Vec<_> = then.threads.iter().map(|thread| thread.domain).collect();
    assert_eq!(known, [DomainOfLife::Housing]);
    assert!(then.strengths.is_empty());

    let earlier: CaseView = on(150).await.shows();
    assert!(earlier.threads.is_empty());
    let before: CaseView = on(400).await.shows();
    assert!(before.nothing_known && !earlier.nothing_known);
    assert!(before.team.is_empty() && before.household.is_empty() && before.news.is_empty());

    let timeline = format!("{}?as_known_on={}", family.path(paths::TIMELINE), day_ago(50));
    let shown: Timeline = julie.get(&timeline).await.shows();
    assert!(shown.lanes.iter().all(|lane| lane.domain != Some(DomainOfLife::Budget)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_refused_and_nothing_is_lost() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::STRENGTHS);
    let head = house.settled().await;
    let whole = json!({ "command": id(), "strength": id(), "text": "Sait demander", "named_by": "worker" });

    for broken in ["", "{", "[]", "null", "{\"command\": 1}", "\u{feff}{}"] {
        let refused = julie.post_bytes(&path, broken).await;
        assert_eq!(refused.refusal(), "400 problem.unreadable (body)", "{broken}");
    }
    let not_utf8 = julie.post_bytes(&path, [0xff, 0xfe, 0x00]).await;
    assert_eq!(not_utf8.refusal(), "400 problem.unreadable (body)");

    for (field, value) in [
        ("colour", json!("red")),
        ("named_by", json!("the services")),
        ("strength", json!("not an id")),
        ("domain", json!("weather")),
    ] {
        let mut body = whole.clone();
        body[field] = value;
        let refused = julie.post(&path, &body).await;
        assert_eq!(refused.refusal(), "400 problem.unreadable (body)", "{field}");
    }
    let mut empty = whole.clone();
    empty["text"] = json!(" \n ");
    assert_eq!(julie.post(&path, &empty).await.refusal(), "400 invalid.empty (text)");

    let as_text = julie.request(Method::POST, &path).body(whole.to_string());
    assert_eq!(julie.send(as_text).await.refusal(), "415 problem.not_json");

    let mut huge = whole.clone();
    huge["text"] = json!("a".repeat(600 * 1024));
    assert_eq!(julie.post(&path, &huge).await.refusal(), "413 problem.too_large");

    assert_eq!(house.log().head().await.unwrap(), head, "nothing was written");
    assert_eq!(julie.post(&path, &whole).await.status, 200, "the whole one is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_cannot_be_read_names_the_query() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    for query in [
        "as_known_on=hier",
        "as_known_on=2026-02-30",
        "at_least=-1",
        "colour=red",
    ] {
        let refused = julie.get(&format!("{}?{query}", family.home())).await;
        assert_eq!(refused.refusal(), "400 problem.unreadable (query)", "{query}");
    }
    for day in ["-009999-06-01", "1899-12-31", "9999-12-31"] {
        let refused = julie.get(&format!("{}?as_known_on={day}", family.home())).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (as_known_on)", "{day}");
    }
    for after in [
        "nowhere".to_owned(),
        format!("-009999-01-01.{}", id()),
        format!("none.{}0", id()),
    ] {
        let page = julie.get(&format!("{}?after={after}", paths::SUPPORT_CASES)).await;
        assert_eq!(page.refusal(), "400 problem.unreadable (after)", "{after}");
        let found = julie
            .post(paths::SEARCH, &json!({ "names": "bes", "after": after }))
            .await;
        assert_eq!(found.refusal(), "400 problem.unreadable (after)", "{after}");
    }
    let not_an_id = julie.get("/api/support-cases/besnard").await;
    assert_eq!(not_an_id.refusal(), "404 problem.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_position_that_the_log_never_had_is_not_waited_for() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let answer = julie.get_at_least(&family.home(), u64::MAX).await;
    assert!(matches!(answer.status, 200 | 400), "{}", answer.text());
    assert_eq!(julie.get_at_least(&family.home(), 1_000_000).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_is_read_and_not_written() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let close = Command::Close {
        on: day_ago(5),
        reason: ClosureReason::GoalsReached,
        watch_until: None,
        balance: None,
    };
    house.case(&family, julie.worker, 5, close).await;
    house.settled().await;
    let refused = julie.names_a_strength(family.case, "Sait demander").await;
    assert_eq!(refused.refusal(), "409 support_case.closed");
    assert_eq!(julie.get(&family.home()).await.status, 200);

    let listed = async |phase: &str| -> u64 {
        let list: CaseList = julie
            .get(&format!("{}?phase={phase}", paths::SUPPORT_CASES))
            .await
            .shows();
        list.total
    };
    assert_eq!(
        (listed("open").await, listed("closed").await, listed("all").await),
        (0, 1, 1)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_page_by_page_with_the_nearest_dates_first() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mut families = Vec::new();
    for number in 0..53 {
        families.push(house.family(&format!("Numéro{number}"), &julie).await);
    }
    house.sets_deadline(&families[30], day_ago(-9)).await;
    house.sets_deadline(&families[20], day_ago(-2)).await;
    house.settled().await;

    let first: CaseList = julie.get(paths::SUPPORT_CASES).await.shows();
    assert_eq!((first.total, first.cases.len()), (53, 50));
    let dated: Vec<_> = first.cases.iter().take(3).map(|case| case.next_due).collect();
    assert_eq!(dated, [Some(day_ago(-2)), Some(day_ago(-9)), None]);
    assert_eq!(first.cases[0].support_case, families[20].case);

    let next = first.next.clone().unwrap();
    let second: CaseList = julie
        .get(&format!("{}?after={next}", paths::SUPPORT_CASES))
        .await
        .shows();
    assert_eq!((second.total, second.cases.len(), second.next), (53, 3, None));
    let mut seen: Vec<_> = first
        .cases
        .iter()
        .chain(&second.cases)
        .map(|case| case.support_case)
        .collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 53, "each case once");

    let search = async |after: Option<String>| -> CaseList {
        let asked = json!({ "names": "numéro", "after": after });
        julie.post(paths::SEARCH, &asked).await.shows()
    };
    let found = search(None).await;
    assert_eq!(found.cases, first.cases, "a search comes page by page too");
    let rest = search(found.next).await;
    assert_eq!((rest.total, rest.cases, rest.next), (53, second.cases, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_contact_is_the_last_contact_of_the_list() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let silent: CaseList = julie.get(paths::SUPPORT_CASES).await.shows();
    assert_eq!(silent.cases[0].last_contact_on, None);
    assert!(
        silent.cases[0].silence_days.is_some(),
        "two hundred days without a word"
    );

    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": "Allô." });
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    let list: CaseList = julie.get_at_least(paths::SUPPORT_CASES, kept.position).await.shows();
    assert_eq!(list.cases[0].last_contact_on, Some(house.today()));
    assert_eq!(list.cases[0].silence_days, None);
}
