//! The field of a file: what is taken and how large, and what stands against the one that was chosen.

use crate::{
    asked::Wish,
    parts::icon::{Shape, small_icon},
    words::{say, say_with},
};
use contract::document::CONTENT;
use domain::document::MediaType;
use leptos::{html, prelude::*};
use uuid::Uuid;
use web_sys::File;

/// A file that was chosen. It lies in no draft: a browser does not keep it.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    node: NodeRef<html::Input>,
    bytes: RwSignal<Option<f64>>,
    largest: u64,
    wish: Wish,
}

impl Picked {
    /// None yet.
    pub(super) fn new(wish: Wish, largest: u64) -> Self {
        Self {
            node: NodeRef::new(),
            bytes: RwSignal::new(None),
            largest,
            wish,
        }
    }

    /// The file.
    pub(super) fn file(self) -> Option<File> {
        self.node.get_untracked()?.files()?.get(0)
    }

    fn most(self) -> i64 {
        i64::try_from(self.largest.div_euclid(1024 * 1024)).unwrap_or(i64::MAX)
    }

    /// Why it cannot be sent, before it is.
    pub(super) fn refusal(self) -> Option<String> {
        match self.bytes.get() {
            None => Some(say("documents-file-needed")),
            Some(bytes) if bytes > self.most_bytes() => {
                Some(say_with("documents-file-large", &[("most", self.most().into())]))
            }
            Some(_) => None,
        }
    }

    fn most_bytes(self) -> f64 {
        // Files that are taken are far smaller than what a number of the browser counts exactly.
        u32::try_from(self.largest).map_or(f64::MAX, f64::from)
    }
}

/// The field.
pub(super) fn field(picked: Picked) -> impl IntoView {
    let id = format!("field-{}", Uuid::now_v7().simple());
    let (fault_id, takes_id) = (format!("{id}-fault"), format!("{id}-takes"));
    let wish = picked.wish;
    let fault = move || {
        wish.failure
            .with(|failure| failure.as_ref().and_then(|failure| failure.at_field(CONTENT)))
    };
    let takes = MediaType::ALL.map(MediaType::mime).join(",");
    let described = {
        let (fault_id, takes_id) = (fault_id.clone(), takes_id.clone());
        move || {
            if fault().is_some() {
                format!("{takes_id} {fault_id}")
            } else {
                takes_id.clone()
            }
        }
    };
    let chosen = move |_| {
        // Another file is another answer.
        wish.failure.set(None);
        picked.bytes.set(picked.file().map(|file| file.size()));
    };
    view! {
        <div class="field" class:wrong=move || fault().is_some()>
            <label for=id.clone()>{say("documents-file")}</label>
            <input
                id=id
                type="file"
                name=CONTENT
                accept=takes
                node_ref=picked.node
                aria-invalid=move || fault().is_some().then_some("true")
                aria-describedby=described
                on:change=chosen
            />
            <p class="mark" id=takes_id>{say_with("documents-file-takes", &[("most", picked.most().into())])}</p>
            {move || {
                let id = fault_id.clone();
                fault().map(|words| view! { <p class="fault" id=id>{small_icon(Shape::Warning)}<span>{words}</span></p> })
            }}
        </div>
        {move || wish.busy.get().then(|| view! { <p class="calm" role="status">{say("documents-sending")}</p> })}
    }
}
