//! What may be lost in this case: facts of today, each with what it rests on.

use crate::{
    desk::Desk,
    pages::signals::{AsideSheet, Setting, line},
    words::say,
};
use contract::support_case::CaseView;
use leptos::prelude::*;
use std::sync::Arc;

/// The section; nothing at all while no signal holds.
#[component]
pub(crate) fn Signals(desk: Desk, seen: Signal<Arc<CaseView>>, saved: Callback<String>) -> impl IntoView {
    let setting = RwSignal::new(None::<Setting>);
    view! {
        {move || {
            let case = seen.get();
            (!case.signals.is_empty()).then(|| {
                let aside = case.writable.then_some(setting);
                let lines = case.signals.iter().map(|signal| line(desk, case.support_case, signal, aside)).collect_view();
                view! {
                    <section class="signals" aria-labelledby="signals">
                        <h2 id="signals">{say("signals")}</h2>
                        <ul class="lines">{lines}</ul>
                        <p class="mark">{say("signals-rule")}</p>
                    </section>
                }
            })
        }}
        <AsideSheet desk setting saved/>
    }
}
