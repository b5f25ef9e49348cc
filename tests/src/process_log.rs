//! What happened in the cases of a team, taken along for process mining: no name, no hour, no worker, nothing of a case that
//! is not there for who takes it, and no file where it would point at somebody.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::journal::ReadingList;
use contract::paths;
use contract::workload::Indicators;
use domain::words::Role;
use serde_json::{Value, json};

/// Five families of Julie, and one of another service.
async fn five(house: &House, julie: &Member) -> Vec<Family> {
    let mut families = Vec::new();
    for name in ["Besnard", "Rouanet", "Lemoine", "Oudin", "Kerbrat"] {
        families.push(house.family(name, julie).await);
    }
    house.family_without_referent("Ailleurs", HAUTES_RIVES).await;
    house.settled().await;
    families
}

fn asked(format: &str) -> String {
    format!("{}?format={format}&from={}", paths::PROCESS_LOG, day_ago(300))
}

async fn visits(julie: &Member, family: &Family) {
    let visit = json!({ "command": id(), "contact": id(), "kind": "home_visit", "occurred_at": ago(4),
        "domains": ["housing"], "shared": "Visite avec le bailleur." });
    julie.post(&family.path(paths::CONTACTS), &visit).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_is_taken_along_without_a_name_an_hour_or_a_worker() {
    let house = House::open().await;
    let (julie, mehdi) = (
        house.worker("Julie").await,
        house.member("Mehdi", Role::Manager, VAL_DE_LYS).await,
    );
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let families = five(&house, &julie).await;
    visits(&julie, &families[0]).await;
    house.sets_deadline(&families[0], day_ago(-3)).await;
    house.settled().await;

    let answer = mehdi.get(&asked("xes")).await;
    assert!(answer.header("content-disposition").ends_with(".xes\""));
    let xes = answer.text();
    assert_eq!(
        xes.matches("<trace>").count(),
        5,
        "the case of another service is in none: {xes}"
    );
    for activity in ["Ouverture", "Référent désigné"] {
        assert_eq!(xes.matches(&format!("value=\"{activity}\"")).count(), 5, "{activity}");
    }
    assert_eq!(xes.matches("value=\"Contact tenu\"").count(), 1);
    assert!(xes.contains(r#"<string key="kind" value="Domicile"/>"#));
    assert!(
        !xes.contains(&day_ago(-3).to_string()),
        "what is due lies in a domain: it is in no file"
    );
    let hours: Vec<&str> = xes
        .split("T0")
        .skip(1)
        .filter(|rest| !rest.starts_with("0:00:00+0"))
        .collect();
    assert!(hours.is_empty(), "days, not hours: {hours:?}");
    let mut telling = vec!["Julie", "Mehdi", "Besnard", "Claire", "Malo", "bailleur", "Lys-le-Val"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    telling.push(julie.worker.to_string());
    telling.extend(families.iter().map(|family| family.case.to_string()));

    let answer = mehdi.get(&format!("{}&language=en", asked("ocel"))).await;
    assert!(answer.header("content-disposition").ends_with(".jsonocel\""));
    let text = answer.text();
    for word in &telling {
        assert!(!xes.contains(word.as_str()) && !text.contains(word.as_str()), "{word}");
    }
    let ocel: Value = serde_json::from_str(text).unwrap();
    let events = ocel["events"].as_array().unwrap();
    assert_eq!(events.len(), xes.matches("<event>").count(), "the same facts in both");
    let objects = ocel["objects"].as_array().unwrap();
    let of = |kind: &str| objects.iter().filter(|object| object["type"] == kind).count();
    assert_eq!(of("case"), 5);
    assert_eq!(objects.len(), 5, "what lies in a domain is in no file");

    // It is kept that she took it along, of each of these cases.
    let seen: ReadingList = odile.get(&families[0].path(paths::READINGS)).await.shows();
    let took = seen.lines.iter().find(|line| line.what == "process_log").unwrap();
    assert_eq!((took.by.as_ref().unwrap().worker, took.times), (mehdi.worker, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_taken_along_by_who_may_not_or_where_it_would_point_at_somebody() {
    let house = House::open().await;
    let (julie, mehdi) = (
        house.worker("Julie").await,
        house.member("Mehdi", Role::Manager, VAL_DE_LYS).await,
    );
    let families = five(&house, &julie).await;
    assert_eq!(
        julie.get(&asked("xes")).await.refusal(),
        "403 problem.answers_for_no_team",
        "a right is not checked on the screen alone"
    );
    let quiet = format!(
        "{}?format=xes&from={}&until={}",
        paths::PROCESS_LOG,
        day_ago(20),
        day_ago(10)
    );
    assert_eq!(mehdi.get(&quiet).await.refusal(), "400 problem.too_few_cases (from)");
    assert_eq!(
        mehdi
            .get(&format!("{}&until={}", asked("xes"), day_ago(400)))
            .await
            .refusal(),
        "400 invalid.out_of_time (from)"
    );
    assert!(mehdi.get(&asked("xes")).await.text().contains("case-5"));

    // Of a case from which she is kept away nothing is told: four are left, which are too few.
    let away = json!({ "command": id(), "exclusion": id(), "worker": mehdi.worker, "reason": "Ancien conjoint" });
    julie.post(&families[2].path(paths::EXCLUSIONS), &away).await.kept();
    house.settled().await;
    assert_eq!(
        mehdi.get(&asked("ocel")).await.refusal(),
        "400 problem.too_few_cases (from)"
    );
    let seen: Indicators = mehdi
        .get(&format!("{}?from={}", paths::INDICATORS, day_ago(300)))
        .await
        .shows();
    assert!(!seen.process_log, "and the screen offers none");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_screen_offers_it_over_a_time_that_is_long_enough() {
    let house = House::with(site()).await;
    let (julie, mehdi) = (
        house.worker("Julie").await,
        house.member("Mehdi", Role::Manager, VAL_DE_LYS).await,
    );
    five(&house, &julie).await;
    let browser = Browser::of(&house, &mehdi).await;
    browser.goes_to("/workload").await;
    browser.reads("Moins de 5 situations ont bougé sur cette période").await;
    browser.chooses("months", "12 mois").await;
    browser.reads("Une trace par situation (.xes)").await;
    browser
        .find(".files:last-of-type")
        .await
        .scroll_into_view()
        .await
        .unwrap();
    browser.picture("process-log").await;
    assert_eq!(browser.faults().await, Vec::<String>::new());
    for format in ["xes", "ocel"] {
        let link = browser.find(&format!(".files a[href*='format={format}']")).await;
        let path = link.attr("href").await.unwrap().unwrap();
        let answer = mehdi.get(&path).await;
        assert!(answer.status == 200 && answer.text().contains("Ouverture"), "{format}");
    }
}
