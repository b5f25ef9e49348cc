//! A case log in XES (IEEE 1849): traces are cases, events are acts. Only the attributes that the mapping asks for are
//! kept; type definitions, which may define entities, are refused.

use super::mapping::{
    ACTIVITY, CASE, CLOSED, DEADLINE, ID, LIFECYCLE, MEANINGS, Mapping, OPENED, REFERENT, SERVICE, TIMESTAMP, WORKER,
    keys,
};
use super::row::{Cell, OfCase, Raw, Row, Rows};
use crate::Fault;
use crate::reading::{Measured, Probed, Text, unreadable};
use crate::refused::Refused;
use jiff::tz::TimeZone;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The deepest nesting that is read; XES needs five.
const DEEPEST: usize = 100;
/// How many attribute names are remembered to name them when one is missing.
const REMEMBERED: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    File,
    Log,
    Trace,
    Event,
}

/// Why an attribute is refused, in French.
const BROKEN: &str = "un attribut est illisible (entité inconnue ou guillemets)";

/// The values of one element, one place per meaning, and which of them could not be read.
#[derive(Clone, Debug, Default)]
struct Values {
    values: [Option<String>; 11],
    broken: [bool; 11],
    line: u64,
}

impl Values {
    fn is_broken(&self, place: usize) -> bool {
        self.broken.get(place).copied().unwrap_or_default()
    }
}

pub(super) struct XesRows {
    reader: Reader<Measured>,
    buffer: Vec<u8>,
    keys: [String; 11],
    chosen: Mapping,
    found: [bool; 11],
    seen: BTreeSet<String>,
    inside: Inside,
    depth: usize,
    /// How deep we are in an element that tells nothing.
    skipped: usize,
    trace: Values,
    acts: u64,
    event: Values,
    zone: TimeZone,
    damaged: bool,
    path: PathBuf,
}

impl XesRows {
    pub(super) fn open(text: Text, file: &Probed, mapping: &Mapping, zone: &TimeZone) -> Self {
        Self {
            reader: Reader::from_reader(Measured::new(text)),
            buffer: Vec::new(),
            keys: keys(mapping),
            chosen: mapping.clone(),
            found: [false; 11],
            seen: BTreeSet::new(),
            inside: Inside::File,
            depth: 0,
            skipped: 0,
            trace: Values::default(),
            acts: 0,
            event: Values::default(),
            zone: zone.clone(),
            damaged: file.damaged,
            path: file.path.clone(),
        }
    }

    fn line(&self) -> u64 {
        self.reader.get_ref().line()
    }

    fn malformed(&self, reason: impl Into<String>) -> Fault {
        Fault::Malformed {
            line: self.line(),
            reason: reason.into(),
        }
    }

    fn failed(&self, error: &quick_xml::Error) -> Fault {
        match error {
            quick_xml::Error::Io(error) if self.reader.get_ref().overflowed() => self.malformed(error.to_string()),
            quick_xml::Error::Io(error) => unreadable(&self.path, error),
            // These never quote what a value says, only names of tags.
            quick_xml::Error::Syntax(_) => self.malformed("une balise n’est jamais terminée"),
            quick_xml::Error::IllFormed(_) => self.malformed("les balises ne s’emboîtent pas"),
            quick_xml::Error::InvalidAttr(_)
            | quick_xml::Error::Encoding(_)
            | quick_xml::Error::Escape(_)
            | quick_xml::Error::Namespace(_) => self.malformed("un attribut est illisible"),
        }
    }

    fn starts(&mut self, tag: &BytesStart<'_>, closed: bool) -> Result<Option<Row>, Fault> {
        if self.depth >= DEEPEST {
            return Err(self.malformed("trop de balises emboîtées"));
        }
        if self.skipped == 0 {
            match (self.inside, tag.local_name().as_ref()) {
                (Inside::File, "log") if self.depth == 0 => self.inside = Inside::Log,
                (Inside::File, _) => {
                    return Err(Fault::Format {
                        path: self.path.clone(),
                        found: "un fichier XML qui n’est pas un journal XES",
                        instead: "Un journal XES commence par la balise <log> ; un flux de la CAF ou de la MSA n’en est pas un.",
                    });
                }
                (Inside::Log, "trace") => {
                    self.inside = Inside::Trace;
                    self.acts = 0;
                    self.trace = self.values();
                }
                (Inside::Log | Inside::Trace, "event") => {
                    if self.inside == Inside::Log {
                        self.trace = Values::default();
                    }
                    self.event = self.values();
                    self.inside = Inside::Event;
                }
                (Inside::Trace | Inside::Event, "string" | "date" | "int" | "float" | "boolean" | "id") => {
                    self.attribute(tag);
                    self.skipped = 1;
                }
                (Inside::Log | Inside::Trace | Inside::Event, _) => self.skipped = 1,
            }
        } else {
            self.skipped = self.skipped.saturating_add(1);
        }
        self.depth = self.depth.saturating_add(1);
        if closed { Ok(self.ends()) } else { Ok(None) }
    }

    fn values(&self) -> Values {
        Values {
            line: self.line(),
            ..Values::default()
        }
    }

    fn ends(&mut self) -> Option<Row> {
        self.depth = self.depth.saturating_sub(1);
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_sub(1);
            return None;
        }
        match self.inside {
            Inside::Event => {
                let in_log = self.depth == 1;
                self.inside = if in_log { Inside::Log } else { Inside::Trace };
                self.acts = self.acts.saturating_add(1);
                Some(self.act())
            }
            Inside::Trace => {
                self.inside = Inside::Log;
                (self.acts == 0).then(|| self.empty_trace())
            }
            Inside::Log | Inside::File => {
                self.inside = Inside::File;
                None
            }
        }
    }

    /// Keeps the value of an attribute when a meaning asks for its key; what nobody asks for may be as broken as it likes.
    fn attribute(&mut self, tag: &BytesStart<'_>) {
        let of_trace = self.inside == Inside::Trace;
        let (mut key, mut value, mut broken) = (None, None, false);
        for attribute in tag.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                // Behind a quote that is missing nothing can be told apart.
                broken = true;
                continue;
            };
            let place = match attribute.key.as_ref() {
                "key" => &mut key,
                "value" => &mut value,
                _ => continue,
            };
            match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(text) => *place = Some(text.into_owned()),
                Err(_) => broken = true,
            }
        }
        // A key that cannot be read is none that the mapping asks for.
        let Some(key) = key else { return };
        let target = if of_trace { &mut self.trace } else { &mut self.event };
        for (place, wanted) in self.keys.iter().enumerate() {
            let case_key = wanted.strip_prefix("case:");
            let meant = match case_key {
                Some(case_key) => of_trace && case_key == key,
                // A bare key may stand on the event, or on the trace for what is told of cases.
                None => *wanted == key && (!of_trace || place == CASE || place >= OPENED),
            };
            if meant
                && let (Some(slot), Some(wrong), Some(found)) = (
                    target.values.get_mut(place),
                    target.broken.get_mut(place),
                    self.found.get_mut(place),
                )
            {
                *found = true;
                *wrong = broken;
                *slot = if broken { None } else { value.clone() };
            }
        }
        if self.seen.len() < REMEMBERED {
            self.seen.insert(if of_trace { format!("case:{key}") } else { key });
        }
    }

    fn cell(&self, place: usize) -> Cell<'_> {
        let of = |values: &'_ Values| values.values.get(place).cloned().flatten().is_some();
        let holder = if of(&self.event) { &self.event } else { &self.trace };
        let value = holder.values.get(place).and_then(Option::as_deref).unwrap_or_default();
        (value, self.keys.get(place).map_or("", String::as_str))
    }

    /// What the act itself says and cannot be read.
    fn broken_act(&self) -> Option<Refused> {
        let place = [CASE, ACTIVITY, TIMESTAMP, WORKER, LIFECYCLE, ID]
            .into_iter()
            .find(|place| self.event.is_broken(*place))?;
        Some(Refused::new(self.event.line, self.cell(place).1, BROKEN))
    }

    /// What is told of the case, but for what cannot be read: that is refused by itself, once for the case.
    fn of_case(&self, raw: &Raw<'_>) -> (OfCase, Vec<(u8, Refused)>) {
        let places = [OPENED, CLOSED, DEADLINE, REFERENT, SERVICE];
        let (of_case, mut refused) = raw.of_case(places.map(|place| self.cell(place)));
        for (field, place) in (0_u8..).zip(places) {
            let told = self.cell(place);
            for values in [&self.event, &self.trace] {
                if told.0.is_empty() && values.is_broken(place) {
                    refused.push((field, Refused::new(values.line, told.1, BROKEN)));
                }
            }
        }
        (of_case, refused)
    }

    fn act(&self) -> Row {
        // A case that cannot be named is refused with the first of its acts; the others would say the same again.
        if self.trace.is_broken(CASE) && self.cell(CASE).0.is_empty() {
            return self.nameless();
        }
        let raw = Raw {
            line: self.event.line,
            zone: &self.zone,
            damaged: self.damaged,
        };
        let case = raw.case(self.cell(CASE));
        let act = match self.broken_act() {
            Some(why) => Err(why),
            None => raw.act([ACTIVITY, TIMESTAMP, WORKER, LIFECYCLE, ID].map(|place| self.cell(place))),
        };
        let (case, act, refused) = match (case, act) {
            (Err(why), _) => (None, None, Some(why)),
            (Ok(case), Err(why)) => (Some(case), None, Some(why)),
            (Ok(case), Ok(act)) => (Some(case), Some(act), None),
        };
        let (of_case, refused_of_case) = if refused.is_some() {
            (OfCase::default(), Vec::new())
        } else {
            self.of_case(&raw)
        };
        Row {
            line: self.event.line,
            case,
            of_case,
            act,
            case_only: false,
            refused,
            refused_of_case,
        }
    }

    /// An act of a trace whose name cannot be read: refused once, for the trace.
    fn nameless(&self) -> Row {
        let first = self.acts <= 1;
        Row {
            line: self.trace.line,
            case: None,
            of_case: OfCase::default(),
            act: None,
            case_only: true,
            refused: first.then(|| Refused::new(self.trace.line, self.cell(CASE).1, BROKEN)),
            refused_of_case: Vec::new(),
        }
    }

    /// A case without any act: kept when the log tells when it was opened.
    fn empty_trace(&mut self) -> Row {
        self.event = Values::default();
        if self.trace.is_broken(CASE) && self.cell(CASE).0.is_empty() {
            self.acts = 1;
            return self.nameless();
        }
        let raw = Raw {
            line: self.trace.line,
            zone: &self.zone,
            damaged: self.damaged,
        };
        let case = raw.case(self.cell(CASE));
        let (of_case, refused_of_case) = self.of_case(&raw);
        let refused = match (&case, of_case.opened) {
            (Err(why), _) => Some(why.clone()),
            (Ok(_), Some(_)) => None,
            (Ok(_), None) => Some(Refused::new(
                self.trace.line,
                self.cell(OPENED).1,
                "le dossier n’a ni acte ni date d’ouverture",
            )),
        };
        Row {
            line: self.trace.line,
            case: if refused.is_some() { None } else { case.ok() },
            of_case,
            act: None,
            case_only: true,
            refused,
            refused_of_case,
        }
    }

    /// At the end: is everything closed, and was every key that the mapping names seen somewhere?
    fn over(&self) -> Result<(), Fault> {
        if self.depth > 0 {
            return Err(self.malformed("la fin du fichier arrive avant celle des balises"));
        }
        for (place, meaning) in MEANINGS.iter().enumerate() {
            let found = self.found.get(place).copied().unwrap_or_default();
            if let Some(column) = meaning.chosen(&self.chosen)
                && !found
                && !self.seen.is_empty()
            {
                let names: Vec<&str> = self.seen.iter().take(40).map(String::as_str).collect();
                return Err(Fault::ColumnMissing {
                    column: column.clone(),
                    meaning: meaning.said,
                    present: names.join(", "),
                });
            }
        }
        Ok(())
    }
}

impl Rows for XesRows {
    fn next(&mut self) -> Result<Option<Row>, Fault> {
        let mut buffer = std::mem::take(&mut self.buffer);
        let found = loop {
            buffer.clear();
            self.reader.get_mut().rest();
            let row = match self.reader.read_event_into(&mut buffer) {
                Err(error) => break Err(self.failed(&error)),
                Ok(Event::Eof) => break self.over().map(|()| None),
                Ok(Event::DocType(_)) => break Err(Fault::DocumentType),
                Ok(Event::Start(tag)) => self.starts(&tag, false),
                Ok(Event::Empty(tag)) => self.starts(&tag, true),
                Ok(Event::End(_)) => Ok(self.ends()),
                Ok(
                    Event::Text(_)
                    | Event::CData(_)
                    | Event::Comment(_)
                    | Event::Decl(_)
                    | Event::PI(_)
                    | Event::GeneralRef(_),
                ) => Ok(None),
            };
            match row {
                Ok(None) => {}
                other => break other,
            }
        };
        self.buffer = buffer;
        found
    }

    fn tells(&self, place: usize) -> bool {
        self.found.get(place).copied().unwrap_or_default()
    }

    fn column(&self, place: usize) -> &str {
        self.keys.get(place).map_or("", String::as_str)
    }
}
