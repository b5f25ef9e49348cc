//! The address at which a calendar elsewhere reads appointments: its owner makes it, makes it anew and takes it back, and
//! it tells when, how and of which reference, to a parser that shares no code with who writes it.

use super::{ahead, booked, books, gives_up, moves, wish};
use crate::house::{Answer, House, Member, id};
use contract::appointment::{CalendarAddress, NewCalendarAddress, reference};
use contract::paths;
use ical::parser::ical::component::IcalEvent;
use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use reqwest::Method;
use serde_json::json;

async fn makes_an_address(member: &Member) -> String {
    let made: NewCalendarAddress = member
        .send(member.request(Method::POST, paths::CALENDAR_ADDRESS))
        .await
        .shows();
    made.path.0
}

/// The events of a calendar, as another program reads them.
fn events(answer: &Answer) -> Vec<IcalEvent> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    for line in answer.text().split("\r\n") {
        assert!(line.len() <= 75, "RFC 5545 folds lines at 75 octets: {line}");
        assert!(!line.contains('\n'), "lines end with CR LF");
    }
    let mut calendars = ical::IcalParser::new(answer.body.as_slice());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    let names: Vec<_> = calendar.properties.iter().map(|each| each.name.as_str()).collect();
    assert!(names.contains(&"VERSION") && names.contains(&"PRODID"), "{names:?}");
    calendar.events
}

fn value(event: &IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|each| each.name == name);
    found.and_then(|each| each.value.clone()).unwrap_or_default()
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_elsewhere_reads_when_how_and_of_which_reference_and_follows_each_change() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let (starts_at, later) = (ahead(600), ahead(900));
    let first = wish(&family, starts_at);
    books(&julie, &family, &first).await.kept();
    let address = makes_an_address(&julie).await;
    let elsewhere = house.stranger();

    let answer = elsewhere.get(&address).await;
    let read = events(&answer);
    assert_eq!(read.len(), 1);
    let uid = format!("{}@trame", booked(&first));
    assert_eq!(
        (value(&read[0], "UID"), value(&read[0], "SEQUENCE")),
        (uid.clone(), "0".to_owned())
    );
    assert_eq!(value(&read[0], "DTSTART"), utc(starts_at));
    assert_eq!(
        (value(&read[0], "CLASS"), value(&read[0], "STATUS")),
        ("CONFIDENTIAL".to_owned(), "CONFIRMED".to_owned())
    );
    let summary = format!("Rendez-vous à domicile\\, dossier {}", reference(family.case));
    assert_eq!(value(&read[0], "SUMMARY"), summary);
    for secret in [
        "Besnard",
        "Claire",
        "Tilleuls",
        "bailleur",
        "Julie",
        &family.case.to_string(),
    ] {
        assert!(!answer.text().contains(secret), "{secret} stands in {}", answer.text());
    }

    moves(&julie, &family, booked(&first), later).await.kept();
    let read = events(&elsewhere.get(&address).await);
    assert_eq!(
        (value(&read[0], "UID"), value(&read[0], "SEQUENCE")),
        (uid.clone(), "1".to_owned())
    );
    assert_eq!(value(&read[0], "DTSTART"), utc(later));
    gives_up(&julie, &family, booked(&first), "person").await.kept();
    let read = events(&elsewhere.get(&address).await);
    assert_eq!(
        (value(&read[0], "UID"), value(&read[0], "SEQUENCE")),
        (uid, "2".to_owned())
    );
    assert_eq!(value(&read[0], "STATUS"), "CANCELLED");

    let owner = house.database().owner().await;
    let asked = "select count(*) from journal.reading where by = $1 and what = 'own_calendar' and streams = $2";
    let row = owner
        .query_one(asked, &[&julie.worker.0, &vec![family.case.0]])
        .await
        .unwrap();
    assert_eq!(row.get::<_, i64>(0), 3, "each reading is journalled");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_made_anew_and_taken_back_by_its_owner_and_is_kept_nowhere() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let none: CalendarAddress = julie.get(paths::CALENDAR_ADDRESS).await.shows();
    assert_eq!(none.since, None);
    let first = makes_an_address(&julie).await;
    let since: CalendarAddress = julie.get(paths::CALENDAR_ADDRESS).await.shows();
    assert!(since.since.is_some());
    let elsewhere = house.stranger();
    assert_eq!(elsewhere.get(&first).await.status, 200);
    let of_nour = makes_an_address(&nour).await;
    let second = makes_an_address(&julie).await;
    assert_eq!(elsewhere.get(&first).await.refusal(), "404 problem.not_found");
    assert_eq!(elsewhere.get(&second).await.status, 200);

    let owner = house.database().owner().await;
    let secret = second.rsplit('/').next().unwrap().as_bytes();
    let kept = owner.query("select token from calendar_address", &[]).await.unwrap();
    assert!(kept.iter().all(|row| row.get::<_, Vec<u8>>(0) != secret) && kept.len() == 2);

    let gone = julie.send(julie.request(Method::DELETE, paths::CALENDAR_ADDRESS)).await;
    assert_eq!(gone.status, 204);
    assert_eq!(elsewhere.get(&second).await.refusal(), "404 problem.not_found");
    assert_eq!(elsewhere.get(&of_nour).await.status, 200);
    house.identity().disable(nour.worker.0).await.unwrap();
    assert_eq!(elsewhere.get(&of_nour).await.refusal(), "404 problem.not_found");
    let kept = owner.query("select from calendar_address", &[]).await.unwrap();
    assert!(
        kept.is_empty(),
        "an account that is opened anew does not bring its old address back"
    );
    let none = house.stranger().get(paths::CALENDAR_ADDRESS).await;
    assert_eq!(none.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_case_from_which_she_is_kept_away_a_calendar_tells_that_she_is_taken() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let mut hers = wish(&family, ahead(600));
    hers["held_by"] = json!([nour.worker]);
    books(&julie, &family, &hers).await.kept();
    let address = makes_an_address(&nour).await;
    let body = json!({ "command": id(), "exclusion": id(), "worker": nour.worker, "reason": "Ancien conjoint" });
    julie.post(&family.path(paths::EXCLUSIONS), &body).await.kept();
    let answer = house.stranger().get(&address).await;
    assert_eq!(value(&events(&answer)[0], "SUMMARY"), "Occupé");
    assert!(!answer.text().contains(&reference(family.case)));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_o_clock_is_ten_o_clock_on_both_sides_of_a_change_of_clocks() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let paris = TimeZone::get("Europe/Paris").unwrap();
    let change = paris.following(ahead(2 * 24 * 60)).next().unwrap().timestamp();
    let changes_on = change.to_zoned(paris.clone()).date();
    for day in [changes_on.yesterday().unwrap(), changes_on.tomorrow().unwrap()] {
        let at_ten = day.at(10, 0, 0, 0).to_zoned(paris.clone()).unwrap().timestamp();
        books(&julie, &family, &wish(&family, at_ten)).await.kept();
    }
    let read = events(&house.stranger().get(&makes_an_address(&julie).await).await);
    let instants: Vec<_> = read
        .iter()
        .map(|event| {
            let written = strtime::parse("%Y%m%dT%H%M%SZ", value(event, "DTSTART")).unwrap();
            let instant = written.to_datetime().unwrap().to_zoned(TimeZone::UTC).unwrap();
            instant.with_time_zone(paris.clone())
        })
        .collect();
    assert!(
        instants
            .iter()
            .all(|instant| (instant.hour(), instant.minute()) == (10, 0))
    );
    assert_ne!(
        instants[0].offset(),
        instants[1].offset(),
        "the clocks changed between them"
    );
}
