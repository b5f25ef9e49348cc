//! Fields with their label above and their fault below, each tied to the other for readers of the page.
//!
//! A field belongs to a draft by its name, and shows the fault that the answer to a wish tells of that same name.

use super::icon::{Shape, small_icon};
use crate::{asked::Wish, drafts::Draft, words::say_code};
use domain::words::{EuroCents, Invalid, said};
use leptos::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where a field stands: its draft, the wish that sends it, and its name in both.
#[derive(Clone, Copy)]
pub(crate) struct Of {
    draft: Draft,
    wish: Wish,
    name: &'static str,
    is_amount: bool,
}

impl Of {
    /// The field of a name.
    pub(crate) fn new(draft: Draft, wish: Wish, name: &'static str) -> Self {
        Self {
            draft,
            wish,
            name,
            is_amount: false,
        }
    }

    /// The same where an amount of money is typed, in euros.
    pub(crate) fn amount(self) -> Self {
        Self {
            is_amount: true,
            ..self
        }
    }

    fn fault(self) -> Option<String> {
        if let Err(invalid @ Invalid::TooLong { .. }) = said(&self.draft.get(self.name)) {
            return Some(say_code(invalid.code(), &BTreeMap::new(), ""));
        }
        if self.is_amount {
            let typed = self.draft.get(self.name);
            let read = EuroCents::typed(&typed);
            if let (false, Err(invalid)) = (typed.trim().is_empty(), read) {
                return Some(say_code(invalid.code(), &BTreeMap::new(), ""));
            }
        }
        self.wish
            .failure
            .with(|failure| failure.as_ref().and_then(|failure| failure.at_field(self.name)))
    }

    fn is_wrong(self) -> bool {
        self.fault().is_some()
    }
}

/// The ids of a field and of its fault.
fn ids() -> (String, String) {
    let id = format!("field-{}", Uuid::now_v7().simple());
    let fault = format!("{id}-fault");
    (id, fault)
}

/// A label, a field, and the fault below.
fn framed(of: Of, label: String, voiced: bool, (id, fault): (String, String), field: AnyView) -> AnyView {
    view! {
        <div class="field" class:voiced=voiced class:wrong=move || of.is_wrong()>
            <label for=id>{label}</label>
            {field}
            {move || {
                let id = fault.clone();
                of.fault().map(|words| view! { <p class="fault" id=id>{small_icon(Shape::Warning)}<span>{words}</span></p> })
            }}
        </div>
    }
    .into_any()
}

/// What fills in a code that is good once, of digits.
pub(crate) const ONE_TIME_CODE: &str = "one-time-code";

/// What a line is for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Line {
    /// The kind of field: `text` when empty.
    pub(crate) kind: &'static str,
    /// What the browser may fill in by itself.
    pub(crate) fills: &'static str,
}

/// A line of text, a day, an hour or a secret. What stands there while nothing is typed may be given.
pub(crate) fn line(of: Of, label: String, line: Line, example: String, otherwise: String, most: String) -> AnyView {
    let (id, fault) = ids();
    let described = fault.clone();
    let kind = if line.kind.is_empty() { "text" } else { line.kind };
    let fills = if line.fills.is_empty() { "off" } else { line.fills };
    let value = move || {
        let typed = of.draft.get(of.name);
        if typed.is_empty() { otherwise.clone() } else { typed }
    };
    let field = view! {
        <input
            id=id.clone()
            type=kind
            name=of.name
            autocomplete=fills
            inputmode=(fills == ONE_TIME_CODE).then_some("numeric")
            placeholder=example
            max=(!most.is_empty()).then_some(most)
            prop:value=value
            aria-invalid=move || of.is_wrong().then_some("true")
            aria-describedby=move || of.is_wrong().then(|| described.clone())
            on:input=move |event| of.draft.set(of.name, event_target_value(&event))
        />
    };
    framed(of, label, false, (id, fault), field.into_any())
}

/// A line of text, with an example of what is meant.
pub(crate) fn text(of: Of, label: String, example: String) -> AnyView {
    line(of, label, Line::default(), example, String::new(), String::new())
}

/// A day.
pub(crate) fn day(of: Of, label: String) -> AnyView {
    let kind = Line {
        kind: "date",
        fills: "",
    };
    line(of, label, kind, String::new(), String::new(), String::new())
}

/// Several lines of text, in the letters of the person when they are her words.
pub(crate) fn lines(of: Of, label: String, voiced: bool, example: String) -> AnyView {
    let (id, fault) = ids();
    let described = fault.clone();
    let field = view! {
        <textarea
            id=id.clone()
            name=of.name
            rows="3"
            placeholder=example
            prop:value=move || of.draft.get(of.name)
            aria-invalid=move || of.is_wrong().then_some("true")
            aria-describedby=move || of.is_wrong().then(|| described.clone())
            on:input=move |event| of.draft.set(of.name, event_target_value(&event))
        ></textarea>
    };
    framed(of, label, voiced, (id, fault), field.into_any())
}

/// One of a list: the code that is chosen and the words that are shown. An empty code stands for nothing chosen yet.
pub(crate) fn one_of(of: Of, label: String, choices: Signal<Vec<(String, String)>>) -> AnyView {
    let (id, fault) = ids();
    let described = fault.clone();
    let options = move || {
        let chosen = of.draft.get(of.name);
        choices
            .get()
            .into_iter()
            .map(|(code, words)| {
                let is_chosen = code == chosen;
                view! { <option value=code selected=is_chosen>{words}</option> }
            })
            .collect_view()
    };
    let field = view! {
        <select
            id=id.clone()
            name=of.name
            aria-invalid=move || of.is_wrong().then_some("true")
            aria-describedby=move || of.is_wrong().then(|| described.clone())
            on:change=move |event| of.draft.set(of.name, event_target_value(&event))
        >
            {options}
        </select>
    };
    framed(of, label, false, (id, fault), field.into_any())
}

/// A choice among a few, all in sight: one chip for each. The first is chosen until another is.
pub(crate) fn one_chip(of: Of, label: String, choices: Vec<(&'static str, Option<Shape>, String)>) -> AnyView {
    let group = format!("chips-{}", Uuid::now_v7().simple());
    let first = choices.first().map_or("", |(code, ..)| code);
    let chips = choices
        .into_iter()
        .map(|(code, shape, words)| {
            let is_chosen = move || {
                let chosen = of.draft.get(of.name);
                chosen == code || (chosen.is_empty() && code == first)
            };
            view! {
                <label class="chip one">
                    <input
                        type="radio"
                        name=group.clone()
                        value=code
                        prop:checked=is_chosen
                        on:change=move |_| of.draft.set(of.name, code.to_owned())
                    />
                    {shape.map(small_icon)}
                    <span class="name">{words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend>{label}</legend><div class="chips">{chips}</div></fieldset> }.into_any()
}

/// Any of several: one chip for each, with its icon or without.
pub(crate) fn any_of(of: Of, label: String, choices: Vec<(String, Option<Shape>, String)>) -> AnyView {
    let chips = choices
        .into_iter()
        .map(|(code, shape, words)| {
            let (mine, changed) = (code.clone(), code.clone());
            let class = if shape.is_some() {
                "chip domain-chip"
            } else {
                "chip one"
            };
            let tick = shape
                .is_some()
                .then(|| view! { <span class="tick">{small_icon(Shape::Tick)}</span> });
            view! {
                <label class=class data-thread=code>
                    <input
                        type="checkbox"
                        prop:checked=move || of.draft.list(of.name).contains(&mine)
                        on:change=move |_| of.draft.toggle(of.name, &changed)
                    />
                    {shape.map(small_icon)}
                    <span class="name">{words}</span>
                    {tick}
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend>{label}</legend><div class="chips">{chips}</div></fieldset> }.into_any()
}

/// Any of the threads of these codes.
pub(crate) fn threads(of: Of, label: String, codes: &[&'static str]) -> AnyView {
    let choices = codes
        .iter()
        .map(|code| {
            (
                (*code).to_owned(),
                Some(super::weave::of(code).shape),
                super::weave::short_name(code),
            )
        })
        .collect();
    any_of(of, label, choices)
}
