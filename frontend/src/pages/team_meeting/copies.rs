//! What may be taken along: the list of decisions, and the copy of each who received the minutes, with what it leaves out.

use super::{minutes::basis_key, step::Steps};
use crate::{
    api,
    asked::Asked,
    parts::{days, icon::Shape, icon::small_icon, states::loaded, states::stale},
    words::{say, say_with},
};
use contract::team_meeting::{Copies, CopyView, ShareView};
use leptos::prelude::*;

/// The documents of a case in a meeting.
#[component]
pub(super) fn Documents(steps: Steps) -> impl IntoView {
    // To whom minutes went and what was written since changes what a copy holds: it is asked again.
    let written = Memo::new(move |_| {
        steps.seen.with(|seen| {
            let course = &seen.course;
            (
                course.stage,
                course.shares.len(),
                course.addenda.len(),
                seen.case.decisions.len(),
            )
        })
    });
    let asked = Asked::new(move || {
        written.track();
        api::team_meeting::copies(steps.meeting, steps.case)
    });
    view! {
        <section class="documents">
            <h3>{say("copies-title")}</h3>
            {stale(asked)}
            {loaded(asked, "documents-waiting", move |found| {
                view! { {move || listed(steps, &found.get())} }
            })}
        </section>
    }
}

fn listed(steps: Steps, found: &Copies) -> impl IntoView + use<> {
    let decisions = found.decisions.then(|| {
        let address = api::team_meeting::decisions_file(steps.meeting, steps.case);
        file(address, say("decisions-file"), None)
    });
    let lines = steps.seen.with(|seen| {
        let shares = seen.course.shares.iter();
        shares.map(|share| line(steps, share, found)).collect_view()
    });
    let shared = steps.seen.with(|seen| !seen.course.shares.is_empty());
    view! {
        {decisions}
        {shared.then(|| view! { <ul class="lines">{lines}</ul> })}
        {(!shared && !found.decisions).then(|| view! { <p class="calm">{say("documents-none")}</p> })}
    }
}

fn line(steps: Steps, share: &ShareView, found: &Copies) -> impl IntoView + use<> {
    let on = days::near(share.on.0, steps.desk.today());
    let words = [
        ("name", (&share.name.0).into()),
        ("date", on.into()),
        ("basis", say(&basis_key(share.basis)).into()),
    ];
    let copy = found.copies.iter().find(|copy| copy.with == share.with);
    view! {
        <li>
            <p>{say_with("share-line", &words)}</p>
            {copy.map(|copy| offered(steps, share, *copy))}
        </li>
    }
}

fn offered(steps: Steps, share: &ShareView, copy: CopyView) -> impl IntoView + use<> {
    let Some(left_out) = copy.left_out else {
        return view! { <p class="mark">{say("copy-none")}</p> }.into_any();
    };
    let says = match left_out {
        0 => say("copy-whole"),
        count => say_with("copy-left_out", &[("count", count.into())]),
    };
    let address = api::team_meeting::copy_file(steps.meeting, steps.case, copy.with);
    let of = say_with("copy-file-of", &[("name", (&share.name.0).into())]);
    view! {
        {file(address, say("copy-file"), Some(of))}
        <p class="mark">{says}</p>
    }
    .into_any()
}

/// A link to a file; whoever hears it alone hears whose it is.
fn file(address: String, words: String, heard: Option<String>) -> impl IntoView {
    view! {
        <p class="secrecy">
            {small_icon(Shape::Table)}
            <a href=address download="" aria-label=heard>{words}</a>
        </p>
    }
}
