//! A screen of one case with sheets that open above it: what each of its parts needs.

use crate::{asked::Asked, desk::Desk, words::say};
use domain::words::SupportCaseId;
use leptos::prelude::*;
use std::sync::Arc;

/// What each part needs: the case, what was seen of it last, and which sheet stands open.
pub(crate) struct Place<Seen, Open>
where
    Seen: Send + Sync + 'static,
    Open: Send + Sync + 'static,
{
    pub(crate) desk: Desk,
    pub(crate) case: SupportCaseId,
    pub(crate) seen: Signal<Arc<Seen>>,
    pub(crate) open: RwSignal<Option<Open>>,
    pub(crate) asked: Asked<Seen>,
    /// Under what its drafts are kept.
    pub(crate) drafts: &'static str,
}

impl<Seen: Send + Sync + 'static, Open: Send + Sync + 'static> Clone for Place<Seen, Open> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Seen: Send + Sync + 'static, Open: Send + Sync + 'static> Copy for Place<Seen, Open> {}

impl<Seen: Send + Sync + 'static, Open: Copy + Send + Sync + 'static> Place<Seen, Open> {
    /// It is done: the sheet closes, and the page asks again.
    pub(crate) fn done(self, told: &'static str) {
        self.open.set(None);
        self.desk.toasts.show(say(told));
        self.asked.again();
    }

    /// The name of a draft of this case.
    pub(crate) fn about(self, what: &str) -> String {
        format!("{}.{what}.{}", self.drafts, self.case)
    }

    /// Opens a sheet.
    pub(crate) fn opens(self, what: Open) -> Callback<()> {
        Callback::new(move |()| self.open.set(Some(what)))
    }
}
