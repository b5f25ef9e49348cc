//! The rows that could not be kept: where, which field, why. Never what was written there, which may be personal.

use crate::Fault;
use domain::Reason;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sentences::{Arg, Language};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A row, or a part of a row, that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file, or the number of the record in its table.
    pub line: u64,
    /// The column, or table, record and column.
    pub field: String,
    /// Why, in French.
    pub reason: String,
}

impl Refused {
    pub(crate) fn new(line: u64, field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            line,
            field: field.into(),
            reason: reason.into(),
        }
    }
}

/// What a rule says when it refuses, in the words of the house.
pub(crate) fn sentence(refusal: &impl Reason) -> String {
    let arguments = refusal.arguments();
    // Numbers choose plurals; everything else is words.
    let spoken = |value: &'_ String| {
        value
            .parse::<i64>()
            .map_or_else(|_words| Arg::from(value.clone()), Arg::from)
    };
    let values: Vec<_> = arguments.iter().map(|(name, value)| (*name, spoken(value))).collect();
    let code = refusal.code();
    sentences::say_if_known(Language::Fr, code, &values).unwrap_or_else(|| format!("refusé par la règle {code}"))
}

/// The file of refused rows, made with the first of them. It bears the source and the instant of its run, and never takes
/// the place of an earlier one.
pub(crate) struct RefusedFile {
    folder: PathBuf,
    name: String,
    path: PathBuf,
    open: Option<csv::Writer<BufWriter<File>>>,
    count: u64,
}

impl RefusedFile {
    /// A file that does not exist until something is refused.
    pub(crate) fn new(folder: &Path, source: &str, began: Timestamp, zone: &TimeZone) -> Self {
        let plain: String = source
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || c == '-' || c == '_' {
                    c
                } else {
                    '-'
                }
            })
            .take(100)
            .collect();
        let at = began.to_zoned(zone.clone()).strftime("%Y-%m-%d-%Hh%Mm%S").to_string();
        Self {
            folder: folder.to_owned(),
            name: format!("refus-{plain}-{at}"),
            path: PathBuf::new(),
            open: None,
            count: 0,
        }
    }

    pub(crate) fn write(&mut self, refused: &Refused) -> Result<(), Fault> {
        self.count = self.count.saturating_add(1);
        self.append(refused).map_err(Fault::RefusedFile)
    }

    /// One more reason why the row told last was refused.
    pub(crate) fn write_more(&mut self, refused: &Refused) -> Result<(), Fault> {
        self.append(refused).map_err(Fault::RefusedFile)
    }

    fn append(&mut self, refused: &Refused) -> io::Result<()> {
        if self.open.is_none() {
            std::fs::create_dir_all(&self.folder)?;
            let file = self.create()?;
            let mut writer = csv::Writer::from_writer(BufWriter::new(file));
            writer.write_record(["ligne", "champ", "motif"])?;
            self.open = Some(writer);
        }
        if let Some(writer) = &mut self.open {
            writer.write_record([&refused.line.to_string(), &refused.field, &refused.reason])?;
        }
        Ok(())
    }

    /// A file nobody has, of this name or the next that is free.
    fn create(&mut self) -> io::Result<File> {
        let mut more = 1_u32;
        loop {
            let ending = if more == 1 { String::new() } else { format!("-{more}") };
            self.path = self.folder.join(format!("{}{ending}.csv", self.name));
            // Readable by its owner alone, like the rest of the data folder.
            let made = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&self.path);
            match made {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => more = more.saturating_add(1),
                made => return made,
            }
        }
    }

    /// How many were refused, and the file that tells them.
    pub(crate) fn finish(&mut self) -> Result<(u64, Option<PathBuf>), Fault> {
        let Some(mut writer) = self.open.take() else {
            return Ok((0, None));
        };
        writer.flush().map_err(Fault::RefusedFile)?;
        let mut file = writer
            .into_inner()
            .map_err(|error| Fault::RefusedFile(io::Error::other(error.to_string())))?;
        file.flush().map_err(Fault::RefusedFile)?;
        Ok((self.count, Some(self.path.clone())))
    }
}
