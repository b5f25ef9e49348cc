//! Fields with their label above and their fault below, each tied to the other for readers of the page.

use super::icon::{Shape, small_icon};
use leptos::prelude::*;
use uuid::Uuid;

/// The fault of a field, told below it.
#[component]
fn Fault(id: String, fault: MaybeProp<String>) -> impl IntoView {
    move || {
        let id = id.clone();
        fault
            .get()
            .map(|fault| view! { <p class="fault" id=id>{small_icon(Shape::Warning)}<span>{fault}</span></p> })
    }
}

/// A line of text, a day, an hour or a secret.
#[component]
pub(crate) fn Line(
    /// The word above it.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Where each keystroke goes.
    on_input: Callback<String>,
    /// The kind of field.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: MaybeProp<String>,
    /// What the browser may fill in by itself.
    #[prop(default = "off")]
    fills: &'static str,
    /// Whether the words are the person's own.
    #[prop(optional)]
    voiced: bool,
    /// An example of what is meant.
    #[prop(optional, into)]
    example: MaybeProp<String>,
    /// The latest day or hour that makes sense.
    #[prop(optional, into)]
    most: MaybeProp<String>,
    /// The earliest day or hour that makes sense.
    #[prop(optional, into)]
    least: MaybeProp<String>,
    /// A name by which tests and style find it.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = format!("field-{}", Uuid::now_v7().simple());
    let fault_id = format!("{id}-fault");
    let described = fault_id.clone();
    view! {
        <div class="field" class:voiced=voiced class:wrong=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type=kind
                name=name
                autocomplete=fills
                placeholder=move || example.get()
                min=move || least.get()
                max=move || most.get()
                prop:value=move || value.get()
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=move || fault.with(Option::is_some).then(|| described.clone())
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            <Fault id=fault_id fault/>
        </div>
    }
}

/// Several lines of text.
#[component]
pub(crate) fn Lines(
    /// The word above it.
    #[prop(into)]
    label: String,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Where each keystroke goes.
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: MaybeProp<String>,
    /// Whether the words are the person's own.
    #[prop(optional)]
    voiced: bool,
    /// An example of what is meant.
    #[prop(optional, into)]
    example: MaybeProp<String>,
    /// A name by which tests and style find it.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = format!("field-{}", Uuid::now_v7().simple());
    let fault_id = format!("{id}-fault");
    let described = fault_id.clone();
    view! {
        <div class="field" class:voiced=voiced class:wrong=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                name=name
                rows="3"
                placeholder=move || example.get()
                prop:value=move || value.get()
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=move || fault.with(Option::is_some).then(|| described.clone())
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
            <Fault id=fault_id fault/>
        </div>
    }
}

/// One of a list: the code that is chosen and the words that are shown.
#[component]
pub(crate) fn OneOf(
    /// The word above it.
    #[prop(into)]
    label: String,
    /// The codes and their words; an empty code stands for nothing chosen yet.
    #[prop(into)]
    of: Signal<Vec<(String, String)>>,
    /// The code chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Where a choice goes.
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: MaybeProp<String>,
    /// A name by which tests and style find it.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = format!("field-{}", Uuid::now_v7().simple());
    let fault_id = format!("{id}-fault");
    let described = fault_id.clone();
    let options = move || {
        let chosen = value.get();
        of.get()
            .into_iter()
            .map(|(code, words)| {
                let is_chosen = code == chosen;
                view! { <option value=code selected=is_chosen>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field" class:wrong=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            <select
                id=id
                name=name
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=move || fault.with(Option::is_some).then(|| described.clone())
                on:change=move |event| on_input.run(event_target_value(&event))
            >
                {options}
            </select>
            <Fault id=fault_id fault/>
        </div>
    }
}

/// A choice among a few, all in sight: one chip for each.
#[component]
pub(crate) fn OneChip(
    /// The word above them.
    #[prop(into)]
    label: String,
    /// The codes, their shapes and their words.
    of: Vec<(String, Option<Shape>, String)>,
    /// The code chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Where a choice goes.
    on_input: Callback<String>,
) -> impl IntoView {
    let group = format!("chips-{}", Uuid::now_v7().simple());
    let chips = of
        .into_iter()
        .map(|(code, shape, words)| {
            let (mine, chosen) = (code.clone(), code.clone());
            view! {
                <label class="chip one">
                    <input
                        type="radio"
                        name=group.clone()
                        value=code
                        prop:checked=move || value.with(|value| *value == mine)
                        on:change=move |_| on_input.run(chosen.clone())
                    />
                    {shape.map(small_icon)}
                    <span class="name">{words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend>{label}</legend><div class="chips">{chips}</div></fieldset> }
}

/// Any of a list of threads: one chip for each, with its icon and its name.
#[component]
pub(crate) fn Threads(
    /// The word above them.
    #[prop(into)]
    label: String,
    /// The codes that may be chosen.
    of: Vec<String>,
    /// The codes chosen.
    #[prop(into)]
    value: Signal<Vec<String>>,
    /// Where a choice goes.
    on_input: Callback<Vec<String>>,
) -> impl IntoView {
    let chips = of
        .into_iter()
        .map(|code| {
            let (mine, changed) = (code.clone(), code.clone());
            let name = super::weave::short_name(&code);
            let shape = super::weave::of(&code).shape;
            view! {
                <label class="chip domain-chip" data-thread=code>
                    <input
                        type="checkbox"
                        prop:checked=move || value.with(|value| value.contains(&mine))
                        on:change=move |_| {
                            let mut chosen = value.get_untracked();
                            if let Some(place) = chosen.iter().position(|each| *each == changed) {
                                chosen.remove(place);
                            } else {
                                chosen.push(changed.clone());
                            }
                            on_input.run(chosen);
                        }
                    />
                    {small_icon(shape)}
                    <span class="name">{name}</span>
                    <span class="tick">{small_icon(Shape::Tick)}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="field"><legend>{label}</legend><div class="chips">{chips}</div></fieldset> }
}
