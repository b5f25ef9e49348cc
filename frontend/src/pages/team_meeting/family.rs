//! The family: who lives together and who matters outside, their words, what carries, what blocks, what is due.

use crate::{
    desk::Desk,
    pages::support_case::{heard, quoted},
    parts::{
        days,
        icon::{Shape, small_icon},
    },
    words::{say, say_with},
};
use contract::{
    support_case::{CaseView, DeadlineView, KinView, MemberView, TraitView},
    team_meeting::SharedView,
};
use domain::{
    deadline,
    household::{Kinship, Place},
    person::Civility,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The most lines of what carries, of what blocks and of what is due: the table has to be read at four metres.
const LINES: usize = 4;

/// Who lives together, in a box; who matters outside, beside it.
#[component]
pub(crate) fn Household(seen: Signal<Arc<SharedView>>) -> impl IntoView {
    move || {
        let view = seen.get();
        let case = &view.case;
        let members = case.household.iter().map(member).collect_view();
        let kin = case.kin.iter().map(|each| relative(each, case)).collect_view();
        (!case.household.is_empty()).then(|| {
            view! {
                <div class="kinship">
                    <ul class="home" aria-label=say("household")>{members}</ul>
                    <ul class="outside" aria-label=say("kin")>{kin}</ul>
                </div>
            }
        })
    }
}

fn member(member: &MemberView) -> impl IntoView + use<> {
    let child = member.place == Place::Child;
    let age = member.age.map(|years| days::age(i64::from(years) * 12));
    let drawn = match member.civility {
        Civility::Madam => "M9 2a7 7 0 1 0 .01 0z",
        Civility::Sir => "M2.5 2.5H15.5V15.5H2.5z",
        Civility::Neutral => "M9 1L17 9L9 17L1 9z",
    };
    view! {
        <li class:child=child>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d=drawn class="inside"></path></svg>
            <strong>{member.first_name.0.clone()}</strong>
            " "
            <span>{age}</span>
        </li>
    }
}

fn relative(kin: &KinView, case: &CaseView) -> impl IntoView + use<> {
    let (drawn, key) = match kin.kinship {
        Kinship::Mother => ("M9 2a7 7 0 1 0 .01 0z", "kin-mother"),
        Kinship::Father => ("M2.5 2.5H15.5V15.5H2.5z", "kin-father"),
        Kinship::Grandparent => ("M9 2a7 7 0 1 0 .01 0z", "kin-grandparent"),
        Kinship::Partner => ("M9 1L17 9L9 17L1 9z", "kin-partner"),
        Kinship::Sibling => ("M9 1L17 9L9 17L1 9z", "kin-sibling"),
        Kinship::Close => ("M9 1L17 9L9 17L1 9z", "kin-close"),
    };
    let to = case
        .household
        .iter()
        .find(|member| member.person == kin.to)
        .map(|member| member.first_name.0.clone());
    let of = to.map_or_else(
        || say(key),
        |name| say_with(&format!("{key}-of"), &[("name", name.into())]),
    );
    view! {
        <li>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d=drawn class="outline"></path></svg>
            <span><strong>{kin.first_name.0.clone()}", "{of}</strong> " " {kin.note.as_ref().map(|note| note.0.clone())}</span>
        </li>
    }
}

/// The column of the family.
#[component]
pub(crate) fn Family(desk: Desk, seen: Signal<Arc<SharedView>>) -> impl IntoView {
    view! {
        <div class="family">
            <section class="said" aria-label=say("family-says")>
                <h2>{say("family-says")}</h2>
                {move || stories(desk, &seen.get().case)}
            </section>
            <section class="pair" aria-label=say("traits")>
                {move || {
                    let view = seen.get();
                    view! {
                        {traits("carries", "carries-none", Shape::Plus, &view.case.strengths)}
                        {traits("blocks", "blocks-none", Shape::Warning, &view.case.obstacles)}
                    }
                }}
            </section>
            <section class="due">
                <h2>{say("deadlines")}</h2>
                {move || {
                    let view = seen.get();
                    if view.case.deadlines.is_empty() {
                        return view! { <p class="calm">{say("deadlines-none")}</p> }.into_any();
                    }
                    let lines = view.case.deadlines.iter().take(LINES + 1).map(|each| due(desk, each)).collect_view();
                    view! { <ul>{lines}{others(view.case.deadlines.len(), LINES + 1)}</ul> }.into_any()
                }}
            </section>
        </div>
    }
}

/// The newest words of an adult, then those of a child.
fn stories(desk: Desk, case: &CaseView) -> AnyView {
    if case.stories.is_empty() {
        return view! { <p class="calm">{say("story-none")}</p> }.into_any();
    }
    let adult = case.stories.iter().find(|story| story.child_age.is_none());
    let child = case.stories.iter().find(|story| story.child_age.is_some());
    [adult, child]
        .into_iter()
        .flatten()
        .map(|story| {
            let small = story.child_age.is_some();
            view! {
                <blockquote class="quote" class:small=small>{quoted(&story.words.0)}</blockquote>
                <p class="mark">{heard(story, desk)}</p>
            }
        })
        .collect_view()
        .into_any()
}

/// How many more there are than fit: the case home holds them all.
fn others(all: usize, shown: usize) -> impl IntoView {
    let more = all.saturating_sub(shown);
    (more > 0).then(|| view! { <li class="mark">{say_with("since-others", &[("count", more.into())])}</li> })
}

/// The newest first, so that what was just said is there.
fn traits(title: &'static str, none: &'static str, shape: Shape, of: &[TraitView]) -> impl IntoView + use<> {
    let lines = of
        .iter()
        .rev()
        .take(LINES)
        .map(|each| view! { <li>{each.text.0.clone()}</li> })
        .collect_view();
    view! {
        <div>
            <h2>{small_icon(shape)}{say(title)}</h2>
            <ul>{lines}{others(of.len(), LINES)}</ul>
            {of.is_empty().then(|| view! { <p class="calm">{say(none)}</p> })}
        </div>
    }
}

/// What a deadline is about: its own words, else its kind.
pub(crate) fn deadline_words(kind: Option<deadline::Kind>, label: Option<&str>) -> String {
    let key = match kind {
        Some(deadline::Kind::Hearing) => "deadline-hearing",
        Some(deadline::Kind::Term) => "deadline-term",
        Some(deadline::Kind::Reply) => "deadline-reply",
        Some(deadline::Kind::Review) => "deadline-review",
        Some(deadline::Kind::File) => "deadline-file",
        Some(deadline::Kind::CheckIn) => "deadline-check_in",
        Some(deadline::Kind::Imported) => "deadline-imported",
        None => "deadline-action",
    };
    label.map_or_else(|| say(key), ToOwned::to_owned)
}

fn due(desk: Desk, deadline: &DeadlineView) -> impl IntoView + use<> {
    let days_left = i64::from(deadline.in_days);
    let words = if days_left < 0 {
        say_with("case-late", &[("days", (-days_left).into())])
    } else {
        say_with("days-count", &[("days", days_left.into())])
    };
    let label = deadline_words(
        Some(deadline.kind),
        deadline.label.as_ref().map(|label| label.0.as_str()),
    );
    view! {
        <li class:near=deadline.near>
            <span class="strong on">{days::near(deadline.due_on.0, desk.today())}</span>
            <span>{label}</span>
            <span class="left">{words}</span>
        </li>
    }
}
