//! CSV records from bounded lines. A quote that is never closed, a field too many, a line without end: each costs its own
//! line and no other, because the lines behind it are read again from their beginning. A line ends in a line feed, a
//! carriage return, or both.

use super::Text;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::collections::VecDeque;
use std::io::{self, BufRead};

const TOO_MANY: &str = "trop de champs : mettez entre guillemets ceux qui contiennent le séparateur";
const TOO_FEW: &str = "pas assez de champs : la ligne est coupée, ou il lui manque un séparateur";
const UNCLOSED: &str = "un guillemet n’est jamais refermé : refermez-le, ou doublez ceux du texte";

/// A row longer than what is held in memory.
pub(crate) const TOO_LONG: &str = "la ligne dépasse 1 Mio : découpez-la, ou vérifiez ses guillemets";

/// The longest record, in bytes.
pub(crate) const LONGEST: usize = 1 << 20;
/// The most lines a quoted field may run over.
const MOST_LINES: usize = 500;
/// The most fields of a record.
pub(crate) const MOST_FIELDS: usize = 10_000;

#[derive(Debug)]
struct Line {
    number: u64,
    bytes: Vec<u8>,
    /// It was longer than what is kept of it.
    cut: bool,
}

/// One record, or the reason why there is none on this line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Record {
    /// Its fields are in the reader until the next is read.
    Good {
        /// Where it begins.
        line: u64,
    },
    /// It cannot be read.
    Broken {
        /// Where it begins.
        line: u64,
        /// Why, in French.
        reason: &'static str,
    },
    /// The line is longer than what is read.
    TooLong {
        /// Where.
        line: u64,
    },
}

/// The records of a CSV text.
pub(crate) struct Records {
    text: Text,
    number: u64,
    again: VecDeque<Line>,
    core: Reader,
    columns: Option<usize>,
    lenient: bool,
    out: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
}

enum Tried {
    Read,
    Unclosed,
    TooMany,
}

impl Records {
    pub(crate) fn new(text: Text) -> Self {
        Self {
            text,
            number: 0,
            again: VecDeque::new(),
            core: Reader::new(),
            columns: None,
            lenient: false,
            out: vec![0; 4 << 10],
            ends: vec![0; 64],
            fields: 0,
        }
    }

    /// The same, where empty fields at the end of a row may be left out.
    pub(crate) fn lenient(text: Text) -> Self {
        Self {
            lenient: true,
            ..Self::new(text)
        }
    }

    /// Whether a record has as many fields as it should.
    fn fits(&self, fields: usize, lines: usize) -> bool {
        let short = self.lenient && lines == 1;
        self.columns
            .is_none_or(|columns| columns == fields || (short && fields < columns))
    }

    /// Reads the head line, by the separator it is written with; answers its fields.
    pub(crate) fn head(&mut self) -> io::Result<Option<Result<Vec<String>, Record>>> {
        let line = loop {
            let Some(line) = self.line()? else { return Ok(None) };
            // A spreadsheet may write its separator on a line of its own, which tells nothing the head does not.
            if !is_blank(&line.bytes) && !line.bytes.starts_with(b"sep=") {
                break line;
            }
        };
        self.core = ReaderBuilder::new().delimiter(separator(&line.bytes)).build();
        self.again.push_front(line);
        Ok(match self.next()? {
            None => None,
            Some(Record::Good { .. }) => {
                let names: Vec<String> = (0..self.fields).map(|index| self.field(index).to_owned()).collect();
                self.columns = Some(names.len());
                Some(Ok(names))
            }
            Some(broken @ (Record::Broken { .. } | Record::TooLong { .. })) => Some(Err(broken)),
        })
    }

    /// A field of the record read last; empty when there is none.
    pub(crate) fn field(&self, index: usize) -> &str {
        let start = index
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied());
        let end = if index < self.fields {
            self.ends.get(index).copied()
        } else {
            None
        };
        let bytes = start.zip(end).and_then(|(start, end)| self.out.get(start..end));
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// The next record that is not an empty line.
    pub(crate) fn next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(first) = self.line()? else { return Ok(None) };
            let line = first.number;
            if first.cut {
                return Ok(Some(Record::TooLong { line }));
            }
            if is_blank(&first.bytes) {
                continue;
            }
            return self.record(first).map(Some);
        }
    }

    fn record(&mut self, first: Line) -> io::Result<Record> {
        let number = first.number;
        let mut used = VecDeque::from([first]);
        self.core.reset();
        let (mut written, mut ended, mut bytes) = (0, 0, 0_usize);
        let broken = loop {
            let Some(last) = used.back() else {
                break "la ligne est vide";
            };
            bytes = bytes.saturating_add(last.bytes.len());
            let tried = feed(
                &mut self.core,
                &last.bytes,
                (&mut self.out, &mut written),
                (&mut self.ends, &mut ended),
            );
            match tried {
                Tried::Read => {
                    if !self.fits(ended, used.len()) {
                        break if used.len() > 1 {
                            "un guillemet mal placé mêle plusieurs lignes"
                        } else if self.columns < Some(ended) {
                            TOO_MANY
                        } else {
                            TOO_FEW
                        };
                    }
                    self.fields = ended;
                    return Ok(Record::Good { line: number });
                }
                Tried::TooMany => break TOO_MANY,
                Tried::Unclosed if used.len() >= MOST_LINES || bytes > LONGEST => {
                    break UNCLOSED;
                }
                Tried::Unclosed => match self.line()? {
                    Some(next) if !next.cut => used.push_back(next),
                    Some(cut) => {
                        self.again.push_front(cut);
                        break UNCLOSED;
                    }
                    None => break UNCLOSED,
                },
            }
        };
        self.fields = 0;
        used.pop_front();
        while let Some(line) = used.pop_back() {
            self.again.push_front(line);
        }
        Ok(Record::Broken {
            line: number,
            reason: broken,
        })
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.again.pop_front() {
            return Ok(Some(line));
        }
        let (mut bytes, mut cut, mut any) = (Vec::new(), false, false);
        loop {
            let chunk = self.text.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let taken = end.map_or(chunk.len(), |end| end.saturating_add(1));
            let returned = end.and_then(|end| chunk.get(end)) == Some(&b'\r');
            let room = LONGEST.saturating_sub(bytes.len()).min(taken);
            bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
            cut |= room < taken;
            self.text.consume(taken);
            if returned && self.text.fill_buf()?.first() == Some(&b'\n') {
                bytes.push(b'\n');
                self.text.consume(1);
            }
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        if !matches!(bytes.last(), Some(b'\r' | b'\n')) {
            bytes.push(b'\n');
        }
        Ok(Some(Line {
            number: self.number,
            bytes,
            cut,
        }))
    }
}

fn feed(
    core: &mut Reader,
    line: &[u8],
    (out, written): (&mut Vec<u8>, &mut usize),
    (ends, ended): (&mut Vec<usize>, &mut usize),
) -> Tried {
    let mut consumed = 0;
    loop {
        let input = line.get(consumed..).unwrap_or_default();
        let (result, read, wrote, found) = core.read_record(
            input,
            out.get_mut(*written..).unwrap_or_default(),
            ends.get_mut(*ended..).unwrap_or_default(),
        );
        consumed = consumed.saturating_add(read);
        *written = written.saturating_add(wrote);
        *ended = ended.saturating_add(found);
        match result {
            ReadRecordResult::Record => return Tried::Read,
            ReadRecordResult::InputEmpty | ReadRecordResult::End => return Tried::Unclosed,
            ReadRecordResult::OutputFull => out.resize(out.len().saturating_mul(2), 0),
            ReadRecordResult::OutputEndsFull if ends.len() >= MOST_FIELDS => return Tried::TooMany,
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len().saturating_mul(2).min(MOST_FIELDS), 0),
        }
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b'\r' | b'\n'))
}

/// The separator a head line is written with: the one it shows most, outside quotes.
fn separator(head: &[u8]) -> u8 {
    let mut quoted = false;
    let mut seen = [(b',', 0_u32), (b';', 0), (b'\t', 0), (b'|', 0)];
    for byte in head {
        quoted ^= *byte == b'"';
        for (separator, times) in &mut seen {
            *times = times.saturating_add(u32::from(!quoted && separator == byte));
        }
    }
    // The first of equals wins: a head line of one column is read with commas.
    seen.iter()
        .rev()
        .max_by_key(|(_, times)| *times)
        .map_or(b',', |(separator, _)| *separator)
}
