//! The printer: one page as a template, the words as its inputs, two faces of one typeface, and nothing else within reach.

use crate::words::Words;
use crate::{Document, Fault};
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const PAGE: &str = include_str!("page.typ");
const FAMILY: &str = "Libertinus Serif";
const WEIGHTS: [FontWeight; 2] = [FontWeight::REGULAR, FontWeight::BOLD];

pub(crate) fn pdf(document: &Document) -> Result<Vec<u8>, Fault> {
    let written = write(document);
    // What is kept to print the next one faster holds the words of this one.
    comemo::evict(0);
    written
}

fn write(document: &Document) -> Result<Vec<u8>, Fault> {
    let printer = Printer::of(document)?;
    let laid_out = typst::compile::<PagedDocument>(&printer).output;
    let laid_out = laid_out.map_err(|faults| Fault::Layout(faults.len()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Trame".to_owned())),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_hint| Fault::Page)?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&laid_out, &options).map_err(|faults| Fault::Writing(faults.len()))
}

/// The two faces, read when the first document is made.
fn faces() -> &'static [Font] {
    static FACES: OnceLock<Vec<Font>> = OnceLock::new();
    FACES.get_or_init(|| {
        let all = typst_assets::fonts().filter_map(|bytes| Font::new(Bytes::new(bytes), 0));
        let upright = |weight| FontVariant::new(FontStyle::Normal, weight, FontStretch::NORMAL);
        all.filter(|font| {
            let info = font.info();
            info.family == FAMILY && WEIGHTS.iter().any(|weight| info.variant == upright(*weight))
        })
        .collect()
    })
}

/// All that the page can reach.
struct Printer {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    page: Source,
}

impl Printer {
    fn of(document: &Document) -> Result<Self, Fault> {
        let faces = faces();
        if faces.len() != WEIGHTS.len() {
            return Err(Fault::Page);
        }
        let path = VirtualPath::new("page.typ").map_err(|_fault| Fault::Page)?;
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        let inputs = Words::new(faces).inputs(document);
        Ok(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            book: LazyHash::new(FontBook::from_fonts(faces)),
            page: Source::new(id, PAGE.to_owned()),
        })
    }
}

impl World for Printer {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.page.id() {
            Ok(self.page.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        faces().get(index).cloned()
    }

    /// A document tells the day that it is given.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
