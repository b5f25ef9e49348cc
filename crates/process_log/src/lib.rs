//! What happened to which things, as a file that a program for process mining opens: XES (IEEE 1849-2016) or OCEL 2.0 in its
//! JSON form. Knows no right, no name and no sentence: whoever fills a [`Log`] says what leaves.
//!
//! A file is made piece by piece, as it is taken: however long the log, one piece is in memory.

mod ocel;
mod xes;

use jiff::Zoned;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Traces of events, in XML: one for each thing that belongs to no other, when it is of the kind that traces are made of.
    Xes,
    /// Events about objects of several kinds, in JSON.
    Ocel,
}

impl Format {
    /// What such a file is called on the wire.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xes => "application/xml; charset=utf-8",
            Self::Ocel => "application/json",
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xes => "xes",
            Self::Ocel => "jsonocel",
        }
    }
}

/// What stands beside an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Words(String),
    /// Yes or no.
    Yes(bool),
}

/// Something to which things happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Under which name it stands in the file; no other object has the same.
    pub id: String,
    /// Of which kind it is.
    pub kind: &'static str,
    /// To which object it belongs, by its place in the log; none for one that stands by itself.
    pub of: Option<usize>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What was done, in words.
    pub activity: String,
    /// When.
    pub at: Zoned,
    /// To which object, by its place in the log.
    pub object: usize,
    /// What stands beside it, by name; no name twice.
    pub beside: Vec<(&'static str, Value)>,
}

/// All that happened, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// Its name.
    pub name: String,
    /// The kind of object that a trace is made of, where a file has room for one kind alone.
    pub case_kind: &'static str,
    /// To what things happened.
    pub objects: Vec<Object>,
    /// What happened, the earliest first. A place that no object has is a fault of who filled the log: [`Log::add`] gives
    /// none.
    pub events: Vec<Event>,
}

impl Log {
    /// One more thing, and the place by which events name it.
    pub fn add(&mut self, object: Object) -> usize {
        self.objects.push(object);
        self.objects.len() - 1
    }

    /// The thing that an object belongs to, or itself.
    fn root(&self, object: usize) -> usize {
        self.objects.get(object).and_then(|each| each.of).unwrap_or(object)
    }
}

/// The log as a file of this kind, piece by piece.
#[must_use]
pub fn pieces(log: Log, format: Format) -> Box<dyn Iterator<Item = std::io::Result<Vec<u8>>> + Send> {
    match format {
        Format::Xes => Box::new(xes::pieces(log)),
        Format::Ocel => Box::new(ocel::pieces(log)),
    }
}

/// An instant as both kinds of file write it.
fn instant(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
