//! A dialog: its title is a question or an act, the focus starts there, stays inside, and goes back where it was.

use super::icon::{Shape, icon};
use crate::follow::follow;
use crate::{browser, words::say};
use leptos::{html, prelude::*};
use uuid::Uuid;

/// Whether a sheet is open that stands open while something that fits is named; once it is closed nothing is named any
/// more.
pub(crate) fn open_while<T: Send + Sync + 'static>(
    named: RwSignal<Option<T>>,
    fits: impl Fn(&T) -> bool + Copy + 'static,
) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    follow(move || open.set(named.with(|named| named.as_ref().is_some_and(fits))));
    follow(move || {
        if !open.get() && named.with_untracked(|named| named.as_ref().is_some_and(fits)) {
            named.set(None);
        }
    });
    open
}

/// A sheet above the page, open as long as its signal says so.
#[component]
pub(crate) fn Sheet(
    /// The title.
    #[prop(into)]
    title: String,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What stands in it.
    children: ChildrenFn,
) -> impl IntoView {
    let id = format!("dialog-{}", Uuid::now_v7().simple());
    let named_by = id.clone();
    let node = NodeRef::<html::Dialog>::new();
    let heading = NodeRef::<html::H2>::new();
    let before = StoredValue::new_local(None::<web_sys::HtmlElement>);
    follow(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            before.set_value(browser::focused());
            // A browser that cannot show it above the page shows it in the page.
            if dialog.show_modal().is_err() {
                dialog.set_open(true);
            }
            if let Some(heading) = heading.get_untracked() {
                drop(heading.focus());
            }
        } else if !open.get() && dialog.open() {
            dialog.close();
            if let Some(element) = before.try_update_value(Option::take).flatten() {
                drop(element.focus());
            }
        }
    });
    view! {
        <dialog class="sheet" node_ref=node aria-labelledby=named_by on:close=move |_| open.set(false)>
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <div class="sheet-head">
                                <h2 id=id.clone() tabindex="-1" node_ref=heading>{title.clone()}</h2>
                                <button type="button" class="close" aria-label=say("close") on:click=move |_| open.set(false)>
                                    {icon(Shape::Cross)}
                                </button>
                            </div>
                            {children()}
                        }
                    })
            }}
        </dialog>
    }
}
