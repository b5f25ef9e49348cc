//! The facts of documents.

use super::{CaseFile, DepositedFile, DocumentFile, Stamp, stamp};
use domain::document::{About, Event, Kind};
use domain::words::{DocumentId, DomainOfLife, Text};
use event_store::Recorded;

impl CaseFile {
    pub(super) fn document(&mut self, fact: &Recorded<Event>) {
        let at = stamp(fact);
        match &fact.event {
            Event::Requested(request) => {
                let which = (request.about, request.kind, request.domain);
                self.piece(fact, which, |file| file.asked = Some((at, request.clone())));
                self.told_of(fact, "document.requested", request.from.as_ref());
            }
            Event::Deposited { deposit, content } => {
                let there = DepositedFile {
                    stamp: at,
                    title: deposit.title.clone(),
                    valid_until: deposit.valid_until,
                    held: deposit.held.clone(),
                    content: *content,
                };
                let which = (deposit.about, deposit.kind, deposit.domain);
                self.piece(fact, which, |file| file.there = Some(there));
                self.told_of(fact, "document.deposited", deposit.title.as_ref());
            }
            Event::Renewed { renewal, content } => {
                if let Some(file) = self.known_piece(fact) {
                    file.there = Some(DepositedFile {
                        stamp: at,
                        title: renewal.title.clone(),
                        valid_until: renewal.valid_until,
                        held: renewal.held.clone(),
                        content: *content,
                    });
                }
                self.told_of(fact, "document.renewed", renewal.title.as_ref());
            }
            Event::Withdrawn { reason } => {
                let mut kind = "document.withdrawn";
                if let Some(file) = self.known_piece(fact) {
                    file.withdrawn = true;
                    if file.there.is_none() {
                        kind = "document.unasked";
                    }
                }
                self.told_of(fact, kind, Some(reason));
            }
        }
    }

    fn known_piece(&mut self, fact: &Recorded<Event>) -> Option<&mut DocumentFile> {
        let document = DocumentId(fact.stream);
        self.documents.iter_mut().find(|each| each.document == document)
    }

    /// The piece of which a fact tells, new when it is the first to tell of it.
    fn piece(
        &mut self,
        fact: &Recorded<Event>,
        (about, kind, domain): (About, Kind, Option<DomainOfLife>),
        change: impl FnOnce(&mut DocumentFile),
    ) {
        if self.known_piece(fact).is_none() {
            self.documents.push(DocumentFile {
                document: DocumentId(fact.stream),
                stamp: stamp(fact),
                about,
                kind,
                domain,
                asked: None,
                there: None,
                withdrawn: false,
            });
        }
        if let Some(file) = self.known_piece(fact) {
            change(file);
        }
    }

    /// Tells it where the piece lies, also when it says nothing.
    fn told_of(&mut self, fact: &Recorded<Event>, kind: &'static str, text: Option<&Text>) {
        let at: Stamp = stamp(fact);
        let Some((lies_in, domain)) = self.known_piece(fact).map(|file| (file.compartment(), file.domain)) else {
            return;
        };
        self.happened(at, kind, text, domain.as_slice());
        self.last(|news| news.lies_in = Some(lies_in));
    }
}
