//! The rows that could not be kept: where, which field, why. Never what was written there, which may be personal.

use crate::Fault;
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

/// The file of refused rows, made with the first of them.
pub(crate) struct RefusedFile {
    path: PathBuf,
    open: Option<csv::Writer<BufWriter<File>>>,
    count: u64,
}

impl RefusedFile {
    /// A file that does not exist until something is refused.
    pub(crate) fn new(folder: &Path, name: &str) -> Self {
        let plain: String = name
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
        Self {
            path: folder.join(format!("{plain}.csv")),
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
            if let Some(folder) = self.path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            // Readable by its owner alone, like the rest of the data folder.
            let file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&self.path)?;
            let mut writer = csv::Writer::from_writer(BufWriter::new(file));
            writer.write_record(["ligne", "champ", "motif"])?;
            self.open = Some(writer);
        }
        if let Some(writer) = &mut self.open {
            writer.write_record([&refused.line.to_string(), &refused.field, &refused.reason])?;
        }
        Ok(())
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
