//! OCEL 2.0 in JSON: kinds, objects and events, each event related to what it is about and to what that belongs to.

use super::{Event, Log, Object, Value, instant};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// How many objects or events a piece holds.
const AT_ONCE: usize = 256;

/// Kinds, objects, events, end.
pub(crate) fn pieces(log: Log) -> impl Iterator<Item = io::Result<Vec<u8>>> + Send {
    let opening = head(&log);
    let (objects, events) = (log.objects.len(), log.events.len());
    let log = std::sync::Arc::new(log);
    let of_objects = {
        let log = std::sync::Arc::clone(&log);
        runs(objects).map(move |from| {
            let run = log.objects.iter().skip(from).take(AT_ONCE);
            listed(from, run.map(|each| object(&log, each)))
        })
    };
    let of_events = runs(events).map(move |from| {
        let run = log.events.iter().zip(0..).skip(from).take(AT_ONCE);
        listed(from, run.map(|(each, place)| event(&log, each, place)))
    });
    std::iter::once(opening)
        .chain(of_objects)
        .chain(std::iter::once_with(|| Ok(br#"],"events":["#.to_vec())))
        .chain(of_events)
        .chain(std::iter::once_with(|| Ok(b"]}".to_vec())))
}

/// The places at which the runs of a list of so many begin.
fn runs(all: usize) -> impl Iterator<Item = usize> + Send {
    (0..all).step_by(AT_ONCE)
}

/// A run of a list, with the comma before it where it is not the first.
fn listed(from: usize, each: impl Iterator<Item = Json>) -> io::Result<Vec<u8>> {
    let mut written = Vec::new();
    for (place, one) in each.enumerate() {
        if from + place > 0 {
            written.push(b',');
        }
        serde_json::to_writer(&mut written, &one)?;
    }
    Ok(written)
}

/// A kind of object or event, with what stands beside each of it.
#[derive(Serialize)]
struct Kind<'a> {
    name: &'a str,
    attributes: Vec<Attribute<'a>>,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Attribute<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
}

fn head(log: &Log) -> io::Result<Vec<u8>> {
    let objects: BTreeSet<&str> = log.objects.iter().map(|object| object.kind).collect();
    let objects: Vec<Kind<'_>> = objects
        .into_iter()
        .map(|name| Kind {
            name,
            attributes: Vec::new(),
        })
        .collect();
    let mut events: BTreeMap<&str, BTreeSet<Attribute<'_>>> = BTreeMap::new();
    for event in &log.events {
        let beside = event.beside.iter().map(|(name, value)| Attribute {
            name,
            kind: kind(value),
        });
        events.entry(&event.activity).or_default().extend(beside);
    }
    let events: Vec<Kind<'_>> = events
        .into_iter()
        .map(|(name, attributes)| Kind {
            name,
            attributes: attributes.into_iter().collect(),
        })
        .collect();
    let mut written = br#"{"objectTypes":"#.to_vec();
    serde_json::to_writer(&mut written, &objects)?;
    written.extend_from_slice(br#","eventTypes":"#);
    serde_json::to_writer(&mut written, &events)?;
    written.extend_from_slice(br#","objects":["#);
    Ok(written)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Words(_) => "string",
        Value::Yes(_) => "boolean",
    }
}

fn object(log: &Log, object: &Object) -> Json {
    let related: Vec<Json> = object.of.iter().filter_map(|of| related(log, *of, "of")).collect();
    json!({ "id": object.id, "type": object.kind, "attributes": [], "relationships": related })
}

fn event(log: &Log, event: &Event, place: usize) -> Json {
    let beside: Vec<Json> = event
        .beside
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Words(words) => json!(words),
                Value::Yes(yes) => json!(yes),
            };
            json!({ "name": name, "value": value })
        })
        .collect();
    let root = log.root(event.object);
    let inside = (root != event.object).then(|| related(log, root, "in")).flatten();
    let related: Vec<Json> = related(log, event.object, "about").into_iter().chain(inside).collect();
    json!({
        "id": format!("e{place}"),
        "type": event.activity,
        "time": instant(&event.at),
        "attributes": beside,
        "relationships": related,
    })
}

fn related(log: &Log, object: usize, qualifier: &str) -> Option<Json> {
    let object = log.objects.get(object)?;
    Some(json!({ "objectId": object.id, "qualifier": qualifier }))
}
