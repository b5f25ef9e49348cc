//! The threads: for each code of the list its icon and its woven pattern. The colour stands in the style, under the code.
//!
//! A thread is never told by its colour alone: its name is beside it, and its bars carry the weave at their head.

use super::icon::{Shape, icon};
use crate::words::say;
use leptos::prelude::*;

/// The version of this list; a new list gets a new number.
pub(crate) const VERSION: u32 = 1;

/// One thread of the list.
pub(crate) struct Weave {
    /// The stable code, under which its name and its colour are found.
    pub(crate) code: &'static str,
    /// Its icon.
    pub(crate) shape: Shape,
    /// The side of one tile of its pattern.
    tile: u8,
    /// The strokes of one tile.
    strokes: &'static str,
}

const fn weave(code: &'static str, shape: Shape, tile: u8, strokes: &'static str) -> Weave {
    Weave {
        code,
        shape,
        tile,
        strokes,
    }
}

/// The code of what is said or due outside any domain.
pub(crate) const OUTSIDE: &str = "outside";

/// How it is drawn: as the plainest thread.
static PLAIN: Weave = weave(OUTSIDE, Shape::Thread, 4, "M0 2H4");

/// All threads, in the order of the screens.
pub(crate) const WEAVES: [Weave; 14] = [
    weave("housing", Shape::House, 4, "M0 0H4V4H0z"),
    weave("budget", Shape::Coins, 8, "M0 2h5M4 6h4M0 6h1"),
    weave("rights", Shape::Files, 5, "M0 0H5M0 0V5"),
    weave("employment", Shape::Briefcase, 6, "M-1 1L1 -1M0 6L6 0M5 7L7 5"),
    weave("training", Shape::Book, 4, "M0 2H4"),
    weave("health", Shape::Heartbeat, 5, "M2 2h1.4M4.5 4.5h1"),
    weave("mental_health", Shape::Lotus, 7, "M3.5 1.5a2 2 0 1 0 .01 0"),
    weave("parenting", Shape::Family, 8, "M0 6L4 2L8 6"),
    weave("school", Shape::Backpack, 6, "M-1 5L1 7M0 0L6 6M5 -1L7 1"),
    weave("network", Shape::Handshake, 7, "M1.5 1.5L5.5 5.5M5.5 1.5L1.5 5.5"),
    weave("mobility", Shape::Bus, 4, "M2 0V4"),
    weave("digital_autonomy", Shape::Phone, 8, "M0 0H8M0 4H8M2 0V4M6 4V8"),
    weave("daily_life", Shape::Basket, 8, "M0 2H4M4 6H8M6 0V4M2 4V8"),
    weave("safety", Shape::Shield, 7, "M1 0V7M1.7 0V7M5 0V7"),
];

/// The thread of a code. An unknown code, from a later list, is drawn as the plainest thread and keeps its own name.
pub(crate) fn of(code: &str) -> &'static Weave {
    WEAVES.iter().find(|weave| weave.code == code).unwrap_or(&PLAIN)
}

/// The name of a thread, in full.
pub(crate) fn name(code: &str) -> String {
    say(&format!("domain-{code}"))
}

/// The name of a thread where room is short.
pub(crate) fn short_name(code: &str) -> String {
    say(&format!("domain-{code}-short"))
}

/// Icon and name of a thread.
pub(crate) fn thread_name(code: &str) -> impl IntoView {
    view! {
        <span class="domain" data-thread=code.to_owned()>{icon(of(code).shape)}<span>{short_name(code)}</span></span>
    }
}

/// The patterns, defined once for all drawings of the page.
#[component]
pub(crate) fn Weaves() -> impl IntoView {
    let patterns = WEAVES
        .iter()
        .map(|weave| {
            view! {
                <pattern
                    id=format!("weave-{}", weave.code)
                    data-thread=weave.code
                    class="weave"
                    class:full=weave.code == "housing"
                    width=weave.tile
                    height=weave.tile
                    patternUnits="userSpaceOnUse"
                >
                    <path d=weave.strokes></path>
                </pattern>
            }
        })
        .collect_view();
    view! {
        <svg class="defs" data-version=VERSION width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                {patterns}
                <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" class="weave hatch">
                    <path d="M-1 1L1 -1M0 7L7 0M6 8L8 6"></path>
                </pattern>
                <pattern id="beyond" width="7" height="7" patternUnits="userSpaceOnUse" class="weave beyond">
                    <path d="M-1 1L1 -1M0 7L7 0M6 8L8 6"></path>
                </pattern>
            </defs>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::WEAVES;

    #[test]
    fn every_thread_has_a_name_and_a_colour_in_both_lights() {
        let style = include_str!("../../style/tokens.css");
        for weave in &WEAVES {
            for key in [format!("domain-{}", weave.code), format!("domain-{}-short", weave.code)] {
                assert!(sentences::knows(sentences::Language::Fr, &key), "{key} has no name");
            }
            assert_eq!(
                style.matches(&format!("--{}: #", weave.code)).count(),
                3,
                "{} lacks a colour",
                weave.code
            );
        }
    }
}
