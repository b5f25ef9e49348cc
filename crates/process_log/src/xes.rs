//! XES: a log of traces of events, each a list of named values.

use super::{Event, Log, Value, instant};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event as Xml};
use std::io::{self, Cursor};

const NAMESPACE: &str = "http://www.xes-standard.org/";

/// Head, one piece for each trace, end.
pub(crate) fn pieces(log: Log) -> impl Iterator<Item = io::Result<Vec<u8>>> + Send {
    let traces = traces(&log);
    let opening = head(&log);
    let each = traces
        .into_iter()
        .map(move |(object, events)| trace(&log, object, &events));
    std::iter::once(opening)
        .chain(each)
        .chain(std::iter::once_with(|| written(|xml| end(xml, "log"))))
}

/// The events of each thing that stands by itself and is of the kind of a case, by their places.
fn traces(log: &Log) -> Vec<(usize, Vec<usize>)> {
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); log.objects.len()];
    for (place, event) in log.events.iter().enumerate() {
        if let Some(events) = of.get_mut(log.root(event.object)) {
            events.push(place);
        }
    }
    log.objects
        .iter()
        .zip(of)
        .enumerate()
        .filter(|(_, (object, events))| object.of.is_none() && object.kind == log.case_kind && !events.is_empty())
        .map(|(place, (_, events))| (place, events))
        .collect()
}

type Xes = Writer<Cursor<Vec<u8>>>;

fn written(write: impl FnOnce(&mut Xes) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Cursor::new(Vec::new()));
    write(&mut xml)?;
    Ok(xml.into_inner().into_inner())
}

fn head(log: &Log) -> io::Result<Vec<u8>> {
    written(|xml| {
        xml.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let of_log = [("xes.version", "1849-2016"), ("xes.features", ""), ("xmlns", NAMESPACE)];
        xml.write_event(Xml::Start(BytesStart::new("log").with_attributes(of_log)))?;
        for (name, prefix) in [("Concept", "concept"), ("Time", "time")] {
            let uri = format!("{NAMESPACE}{prefix}.xesext");
            let of_extension = [("name", name), ("prefix", prefix), ("uri", &uri)];
            xml.write_event(Xml::Empty(BytesStart::new("extension").with_attributes(of_extension)))?;
        }
        for (scope, keys) in [
            ("trace", &[("string", "concept:name", "")][..]),
            (
                "event",
                &[
                    ("string", "concept:name", ""),
                    ("date", "time:timestamp", "1970-01-01T00:00:00+00:00"),
                ],
            ),
        ] {
            xml.write_event(Xml::Start(
                BytesStart::new("global").with_attributes([("scope", scope)]),
            ))?;
            for (kind, key, value) in keys {
                value_of(xml, kind, key, value)?;
            }
            end(xml, "global")?;
        }
        let of_classifier = [("name", "Activity"), ("keys", "concept:name")];
        xml.write_event(Xml::Empty(BytesStart::new("classifier").with_attributes(of_classifier)))?;
        value_of(xml, "string", "concept:name", &log.name)
    })
}

fn trace(log: &Log, object: usize, events: &[usize]) -> io::Result<Vec<u8>> {
    written(|xml| {
        xml.write_event(Xml::Start(BytesStart::new("trace")))?;
        if let Some(object) = log.objects.get(object) {
            value_of(xml, "string", "concept:name", &object.id)?;
        }
        for event in events.iter().filter_map(|place| log.events.get(*place)) {
            event_of(xml, log, event)?;
        }
        end(xml, "trace")
    })
}

fn event_of(xml: &mut Xes, log: &Log, event: &Event) -> io::Result<()> {
    xml.write_event(Xml::Start(BytesStart::new("event")))?;
    value_of(xml, "string", "concept:name", &event.activity)?;
    value_of(xml, "date", "time:timestamp", &instant(&event.at))?;
    if let Some(about) = log.objects.get(event.object).filter(|about| about.of.is_some()) {
        value_of(xml, "string", about.kind, &about.id)?;
    }
    for (name, value) in &event.beside {
        match value {
            Value::Words(words) => value_of(xml, "string", name, words)?,
            Value::Yes(yes) => value_of(xml, "boolean", name, if *yes { "true" } else { "false" })?,
        }
    }
    end(xml, "event")
}

fn value_of(xml: &mut Xes, kind: &str, key: &str, value: &str) -> io::Result<()> {
    xml.write_event(Xml::Empty(
        BytesStart::new(kind).with_attributes([("key", key), ("value", value)]),
    ))
}

fn end(xml: &mut Xes, name: &str) -> io::Result<()> {
    xml.write_event(Xml::End(BytesEnd::new(name)))
}
