//! A document that everybody can read, as a PDF: tagged after PDF/UA-1, with its language, its title, real headings and
//! real tables.
//!
//! What it says is data: no word of anybody is ever read as markup, and none makes it fail. Who may read what was settled
//! by who fills it: nothing here knows a person, a right or a sentence of the house. Nothing is read from outside, neither
//! file nor network nor clock, and typefaces are read when the first document is made.

mod printing;
mod words;

#[cfg(test)]
mod spec;

/// What a document says, in the order in which it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title, which also stands where files are listed: it names nobody.
    pub title: String,
    /// The tag of the language it speaks, such as `fr`.
    pub language: &'static str,
    /// What stands at the foot of each page.
    pub foot: String,
    /// The words around the number of a page and the number of pages.
    pub pages: [String; 3],
    /// What is said at the end when a character could not be printed.
    pub unprintable: String,
    /// All the rest.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading of a chapter.
    Chapter(String),
    /// A heading within a chapter.
    Section(String),
    /// Words, as they were written: a blank line begins a new paragraph.
    Words(String),
    /// Words of the house about the document itself.
    Note(String),
    /// Somebody's words, with who said them.
    Quote {
        /// What was said.
        words: String,
        /// By whom.
        by: String,
    },
    /// What is called how, line by line.
    Facts(Vec<(String, String)>),
    /// A table with the names of its columns.
    Table {
        /// The names of its columns.
        columns: Vec<String>,
        /// Its rows, each with a cell for each column.
        rows: Vec<Vec<String>>,
    },
}

/// A document that could not be made. It tells how many faults were found and none of the words: a log holds no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It could not be laid out.
    #[error("a document could not be laid out: {0} faults")]
    Layout(usize),
    /// It was laid out, and is not as accessible as it must be.
    #[error("a document could not be written as PDF/UA-1: {0} faults")]
    Writing(usize),
    /// The page that everything is laid out on cannot be used.
    #[error("the page of documents cannot be used")]
    Page,
}

/// The document as the bytes of a PDF.
///
/// # Errors
/// When it cannot be laid out or written, which no words in it bring about.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Fault> {
    printing::pdf(document)
}
