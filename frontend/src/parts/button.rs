//! Buttons. One that cannot work says why, in words beside it, and stays within reach of the keyboard.

use leptos::prelude::*;
use uuid::Uuid;

/// How much a button asks for the eye.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    /// The one act of its place.
    First,
    /// An act among others.
    #[default]
    Second,
    /// A way back or aside.
    Plain,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::First => "button first",
            Self::Second => "button",
            Self::Plain => "button plain",
        }
    }
}

/// A button that does something, unless a reason stands against it.
#[component]
pub(crate) fn Act(
    /// What is done.
    on_act: Callback<()>,
    /// How it looks.
    #[prop(optional)]
    weight: Weight,
    /// Why it cannot be done now, from the rule that would refuse it.
    #[prop(optional, into)]
    refusal: MaybeProp<String>,
    /// Whether it is being done.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let id = format!("why-{}", Uuid::now_v7().simple());
    let why = id.clone();
    let stopped = move || refusal.with(Option::is_some) || busy.get();
    view! {
        <span class="with-why">
            <button
                type="button"
                class=weight.class()
                aria-disabled=move || stopped().then_some("true")
                aria-describedby=move || refusal.with(Option::is_some).then(|| id.clone())
                on:click=move |_| {
                    if !stopped() {
                        on_act.run(());
                    }
                }
            >
                {children()}
            </button>
            {move || refusal.get().map(|reason| view! { <span class="why" id=why.clone()>{reason}</span> })}
        </span>
    }
}

/// The button that sends the form it stands in.
#[component]
pub(crate) fn Send(
    /// Why it cannot be sent now.
    #[prop(optional, into)]
    refusal: MaybeProp<String>,
    /// Whether it is being sent.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let id = format!("why-{}", Uuid::now_v7().simple());
    let why = id.clone();
    let stopped = move || refusal.with(Option::is_some) || busy.get();
    view! {
        <span class="with-why">
            <button
                type="submit"
                class="button first"
                aria-disabled=move || stopped().then_some("true")
                aria-describedby=move || refusal.with(Option::is_some).then(|| id.clone())
                on:click=move |event| {
                    if stopped() {
                        event.prevent_default();
                    }
                }
            >
                {children()}
            </button>
            {move || refusal.get().map(|reason| view! { <span class="why" id=why.clone()>{reason}</span> })}
        </span>
    }
}
