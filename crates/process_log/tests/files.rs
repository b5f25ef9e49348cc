//! Both kinds of file, read back by other means than they were written.

use jiff::Timestamp;
use process_log::{Event, Format, Log, Object, Value, pieces};
use proptest::prelude::*;
use quick_xml::events::Event as Xml;
use serde_json::Value as Json;

fn file(log: Log, format: Format) -> std::io::Result<String> {
    let whole: Vec<Vec<u8>> = pieces(log, format).collect::<Result<_, _>>()?;
    Ok(String::from_utf8_lossy(&whole.concat()).into_owned())
}

fn empty() -> Log {
    Log {
        name: "Service".to_owned(),
        case_kind: "case",
        objects: Vec::new(),
        events: Vec::new(),
    }
}

fn event(activity: &str, object: usize, beside: Vec<(&'static str, Value)>) -> Event {
    // Midnight of 29 March 2026 in Paris, before its clocks move.
    let at = Timestamp::constant(1_774_738_800, 0).to_zoned(jiff::tz::offset(1).to_time_zone());
    Event {
        activity: activity.to_owned(),
        at,
        object,
        beside,
    }
}

/// A case with a measure, and a meeting that belongs to no case.
fn small() -> Log {
    let mut log = empty();
    let case = log.add(Object {
        id: "k1".to_owned(),
        kind: "case",
        of: None,
    });
    let measure = log.add(Object {
        id: "m1".to_owned(),
        kind: "measure",
        of: Some(case),
    });
    let meeting = log.add(Object {
        id: "r1".to_owned(),
        kind: "meeting",
        of: None,
    });
    log.events = vec![
        event(
            "Ouverture",
            case,
            vec![("support", Value::Words("Suivi <libre> & \"ouvert\"".to_owned()))],
        ),
        event(
            "Début de la mesure",
            measure,
            vec![("until", Value::Words("2027-03-28".to_owned()))],
        ),
        event("Rendez-vous manqué", case, vec![("excused", Value::Yes(true))]),
        event("Réunion tenue", meeting, vec![]),
    ];
    log
}

#[test]
fn a_trace_holds_what_happened_to_a_case_and_to_all_that_belongs_to_it() {
    let xes = file(small(), Format::Xes).unwrap();
    assert!(
        xes.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?><log xes.version=\"1849-2016\""),
        "{xes}"
    );
    assert_eq!(xes.matches("<trace>").count(), 1);
    assert_eq!(xes.matches("<event>").count(), 3);
    assert!(
        xes.contains(r#"<string key="concept:name" value="k1"/><event><string key="concept:name" value="Ouverture"/>"#)
    );
    assert!(
        xes.contains(r#"<date key="time:timestamp" value="2026-03-29T00:00:00+01:00"/>"#),
        "{xes}"
    );
    assert!(xes.contains(r#"<string key="measure" value="m1"/><string key="until" value="2027-03-28"/>"#));
    assert!(xes.contains(r#"<boolean key="excused" value="true"/>"#));
    assert!(xes.contains("Suivi &lt;libre&gt; &amp; &quot;ouvert&quot;"));
    assert!(!xes.contains("Réunion tenue"), "a meeting is in no trace");
}

#[test]
fn an_object_centric_log_relates_each_event_to_what_it_is_about_and_to_its_case() {
    let ocel: Json = serde_json::from_str(&file(small(), Format::Ocel).unwrap()).unwrap();
    assert_eq!(ocel["objectTypes"].as_array().unwrap().len(), 3);
    assert_eq!(ocel["eventTypes"].as_array().unwrap().len(), 4);
    assert_eq!(ocel["objects"].as_array().unwrap().len(), 3);
    assert_eq!(ocel["objects"][1]["relationships"][0]["objectId"], "k1");
    let started = &ocel["events"][1];
    assert_eq!(started["time"], "2026-03-29T00:00:00+01:00");
    let about = |place: usize| {
        (
            &started["relationships"][place]["objectId"],
            &started["relationships"][place]["qualifier"],
        )
    };
    assert_eq!((about(0).0.as_str(), about(0).1.as_str()), (Some("m1"), Some("about")));
    assert_eq!((about(1).0.as_str(), about(1).1.as_str()), (Some("k1"), Some("in")));
    assert_eq!(ocel["events"][2]["attributes"][0]["value"], true);
}

#[test]
fn a_log_in_which_nothing_happened_is_a_whole_file() {
    let xes = file(empty(), Format::Xes).unwrap();
    assert!(xes.ends_with("</log>"), "{xes}");
    let ocel: Json = serde_json::from_str(&file(empty(), Format::Ocel).unwrap()).unwrap();
    assert_eq!(ocel["events"], serde_json::json!([]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is written beside an event, both files hold every event, and each can be read.
    #[test]
    fn nothing_is_lost(words in proptest::collection::vec("[ -~éœ«»]{0,12}", 0..900)) {
        let mut log = empty();
        let case = log.add(Object { id: "k1".to_owned(), kind: "case", of: None });
        log.events = words.iter().map(|word| event("Acte", case, vec![("kind", Value::Words(word.clone()))])).collect();
        let xes = file(log.clone(), Format::Xes).unwrap();
        let mut reader = quick_xml::Reader::from_str(&xes);
        let mut told = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Xml::Empty(tag) => {
                    let of = |name: &str| {
                        let found = tag.try_get_attribute(name).unwrap().unwrap();
                        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned()
                    };
                    if tag.name().as_ref() == "string" && of("key") == "kind" {
                        told.push(of("value"));
                    }
                }
                Xml::Eof => break,
                Xml::Start(_)
                | Xml::End(_)
                | Xml::Text(_)
                | Xml::CData(_)
                | Xml::Comment(_)
                | Xml::Decl(_)
                | Xml::PI(_)
                | Xml::DocType(_)
                | Xml::GeneralRef(_) => {}
            }
        }
        prop_assert_eq!(&told, &words);
        let ocel: Json = serde_json::from_str(&file(log, Format::Ocel).unwrap()).unwrap();
        let events = ocel["events"].as_array().unwrap();
        let told: Vec<&str> = events.iter().map(|each| each["attributes"][0]["value"].as_str().unwrap()).collect();
        prop_assert_eq!(told, words);
    }
}
