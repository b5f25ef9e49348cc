//! The marks: contacts as rings, meetings as knots joined by a warp line, dates as flags, turns of life above.
//!
//! One of them is in the order of the Tab key; arrows lead to the others.

use crate::pages::{
    team_meeting::{deadline_words, kind_key},
    timeline::{
        Look,
        model::{Frame, Mark, Shows},
        reading,
    },
};
use crate::{parts::days, way, words::say};
use contract::timeline::{Flag, Knot, Lane, Timeline};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// All marks, behind them the warp lines of the meetings.
pub(crate) fn draw(
    frame: &Frame,
    timeline: &Timeline,
    lanes: &[&Lane],
    marks: &[Mark],
    look: Look,
) -> impl IntoView + use<> {
    let mut labelled = Labels::default();
    let drawn = marks
        .iter()
        .enumerate()
        .map(|(place, mark)| {
            let words = reading::of_mark(mark, timeline, lanes);
            let opens = words.as_ref().and_then(|words| words.opens);
            let line = words.map(|words| words.line()).unwrap_or_default();
            let is_new = is_new(mark, timeline, lanes);
            let shape = shape(frame, timeline, lanes, mark, &mut labelled);
            let reads = move || look.read.get() == Some(place);
            let open = move || {
                if reads()
                    && let Some(to) = opens
                {
                    way::go(to);
                } else {
                    look.read.set(Some(place));
                }
            };
            view! {
                <g
                    class="mark-group"
                    class:chosen=reads
                    class:new=move || is_new && !look.all_read.get()
                    data-thread=mark.thread
                    data-mark=place.to_string()
                    role="img"
                    aria-label=line
                    tabindex=move || if look.read.get().unwrap_or(0) == place { "0" } else { "-1" }
                    on:focus=move |_| look.read.set(Some(place))
                    on:click=move |_| open()
                    on:keydown=move |event| {
                        if event.key() == "Enter" && let Some(to) = opens {
                            way::go(to);
                        }
                    }
                >
                    {shape}
                </g>
            }
        })
        .collect_view();
    view! {
        {warps(frame, timeline, marks)}
        {drawn}
    }
}

/// Whether a mark shows something new since the last visit; a month does when one of its items is.
fn is_new(mark: &Mark, timeline: &Timeline, lanes: &[&Lane]) -> bool {
    let contacts = || lanes.get(mark.lane).into_iter().flat_map(|lane| &lane.contacts);
    let month = mark.on.first_of_month();
    match mark.shows {
        Shows::Contact(place) => contacts().nth(place).is_some_and(|each| each.is_new),
        Shows::Contacts(_) => contacts().any(|each| each.is_new && each.on.0.first_of_month() == month),
        Shows::Knot(place) => timeline.meetings.get(place).is_some_and(|each| each.is_new),
        Shows::Flag(place) => timeline.deadlines.get(place).is_some_and(|each| each.is_new),
        Shows::Turn(place) => timeline.life_events.get(place).is_some_and(|each| each.is_new),
        Shows::Act(place) => timeline.acts.get(place).is_some_and(|each| each.is_new),
        Shows::Acts(_) => timeline
            .acts
            .iter()
            .any(|each| each.is_new && each.on.0.first_of_month() == month),
    }
}

/// The vertical lines that join the knots of one meeting, with its name on top.
fn warps(frame: &Frame, timeline: &Timeline, marks: &[Mark]) -> impl IntoView + use<> {
    let mut ends: BTreeMap<usize, (f64, f64, f64)> = BTreeMap::new();
    for mark in marks {
        if let Shows::Knot(number) = mark.shows {
            let end = ends.entry(number).or_insert((mark.x, mark.y, mark.y));
            *end = (mark.x, end.1.min(mark.y), end.2.max(mark.y));
        }
    }
    let today = frame.today;
    ends.into_iter()
        .filter_map(|(number, (x, top, bottom))| {
            let knot = timeline.meetings.get(number)?;
            if knot.on.0 == today {
                return None;
            }
            let name = say(&format!("{}-short", kind_key(knot.kind)));
            let has_room = x > frame.left + 100.0;
            let (at, anchor) = if has_room { (x - 7.0, "end") } else { (x + 7.0, "start") };
            Some(view! {
                <path d=format!("M{x} {}V{bottom}", top - 18.0) class="warp"></path>
                <text x=at y=top - 10.0 text-anchor=anchor class="small halo strong">{name}</text>
            })
        })
        .collect_view()
}

/// Where labels end already, so that none runs over another.
#[derive(Default)]
struct Labels {
    turns: f64,
    flags: BTreeMap<(usize, bool), Vec<(f64, f64)>>,
}

fn shape(frame: &Frame, timeline: &Timeline, lanes: &[&Lane], mark: &Mark, labels: &mut Labels) -> AnyView {
    let (x, y) = (mark.x, mark.y);
    match mark.shows {
        Shows::Contact(place) => {
            let missed = lanes
                .get(mark.lane)
                .and_then(|lane| lane.contacts.get(place))
                .is_some_and(|each| each.missed);
            let cross = missed.then(|| {
                view! { <path d=format!("M{} {}l6 6m0 -6l-6 6", x - 3.0, y - 3.0) class="cross"></path> }
            });
            view! { <circle cx=x cy=y r="11" class="reach"></circle><circle cx=x cy=y r="3.6" class="ring"></circle>{cross} }.into_any()
        }
        Shows::Contacts(count) => counted(x, y, count, "ring"),
        Shows::Acts(count) => counted(x, y, count, "ring act"),
        Shows::Act(_) => view! {
            <circle cx=x cy=y r="10" class="reach"></circle>
            <rect x=x - 3.0 y=y - 3.0 width="6" height="6" class="act"></rect>
        }
        .into_any(),
        Shows::Knot(number) => timeline
            .meetings
            .get(number)
            .map(|knot| diamond(frame, knot, x, y))
            .into_any(),
        Shows::Flag(number) => timeline
            .deadlines
            .get(number)
            .map(|flag| flagged(frame, timeline, flag, mark, labels))
            .into_any(),
        Shows::Turn(number) => timeline
            .life_events
            .get(number)
            .map(|turn| {
                let words = turn.text.0.clone();
                let half = f64::from(u32::try_from(words.chars().count()).unwrap_or(0)) * 3.6;
                let fits = x - half > labels.turns && x + half < frame.now - 30.0;
                if fits {
                    labels.turns = x + half + 14.0;
                }
                view! {
                    <circle cx=x cy="31" r="11" class="reach"></circle>
                    <path d=format!("M{x} 27l5 8h-10z") class="turn"></path>
                    {fits.then(|| view! { <text x=x y="21" text-anchor="middle" class="small">{words}</text> })}
                }
            })
            .into_any(),
    }
}

/// Several in one month: a larger ring with their count.
fn counted(x: f64, y: f64, count: usize, class: &'static str) -> AnyView {
    view! {
        <circle cx=x cy=y r="9" class=class></circle>
        <text x=x y=y + 4.0 text-anchor="middle" class="count">{count.to_string()}</text>
    }
    .into_any()
}

fn diamond(frame: &Frame, knot: &Knot, x: f64, y: f64) -> impl IntoView + use<> {
    let is_today = knot.on.0 == frame.today;
    let ahead = knot.on.0 > frame.today;
    view! {
        <circle cx=x cy=y r="14" class="reach"></circle>
        <path d=format!("M{x} {}l8 8l-8 8l-8 -8z", y - 8.0) class="knot-mark" class:now=is_today class:ahead=ahead></path>
    }
}

/// A flag with its date and its words, where neither another flag nor other words stand: right or left of it, above the
/// thread or below; words give way before the date does.
fn flagged(frame: &Frame, timeline: &Timeline, flag: &Flag, mark: &Mark, labels: &mut Labels) -> impl IntoView + use<> {
    let (x, y) = (mark.x, mark.y);
    let date = days::near(flag.due_on.0, frame.today);
    let words = deadline_words(flag.kind, flag.label.as_ref().map(|label| label.0.as_str()));
    let poles: Vec<f64> = timeline
        .deadlines
        .iter()
        .filter(|each| each.domain == flag.domain)
        .map(|each| frame.x(each.due_on.0))
        .collect();
    // What is overdue stands on the past, what is to come on the ground of the future.
    let ground = frame.future.filter(|from| x >= *from).unwrap_or(frame.left);
    let placed = labels.place(mark.lane, x, &poles, (ground, frame.width), &date, &words);
    let near = flag.near;
    let text = placed.map(|placed| {
        let text_y = if placed.below { y + 20.0 } else { y - 8.0 };
        let anchor = if placed.right { "start" } else { "end" };
        view! {
            <text x=placed.x y=text_y text-anchor=anchor class="small">
                <tspan class="strong" class:near=near>{date}</tspan>
                " "
                <tspan>{placed.words}</tspan>
            </text>
        }
    });
    view! {
        <circle cx=x cy=y - 10.0 r="14" class="reach"></circle>
        <path d=format!("M{x} {}V{}l13 5l-13 5", y + 4.0, y - 20.0) class="flag" class:near=near></path>
        {text}
    }
}

/// Where the words of a flag stand.
struct Placed {
    x: f64,
    right: bool,
    below: bool,
    words: String,
}

impl Labels {
    fn place(
        &mut self,
        lane: usize,
        x: f64,
        poles: &[f64],
        (left, right): (f64, f64),
        date: &str,
        words: &str,
    ) -> Option<Placed> {
        let letters = |text: &str| f64::from(u32::try_from(text.chars().count()).unwrap_or(0));
        let shorter = |most: usize| {
            if words.chars().count() <= most {
                return words.to_owned();
            }
            let cut: String = words.chars().take(most).collect();
            format!("{}…", cut.trim_end())
        };
        for most in [usize::MAX, 14, 8, 0] {
            let shown = if most == 0 { String::new() } else { shorter(most) };
            let width = letters(date) * 7.4 + letters(&shown) * 6.8 + 8.0;
            for (below, to_right) in [(false, true), (false, false), (true, true), (true, false)] {
                let (start, end) = match (to_right, below) {
                    (true, false) => (x + 17.0, x + 17.0 + width),
                    (true, true) => (x, x + width),
                    (false, _) => (x - 5.0 - width, x - 5.0),
                };
                let inside = start >= left + 4.0 && end <= right;
                let taken = self.flags.entry((lane, below)).or_default();
                let free = taken.iter().all(|(from, to)| end < *from || start > *to);
                let clear = below || poles.iter().all(|pole| end < *pole - 2.0 || start > *pole + 14.0);
                if inside && free && clear {
                    taken.push((start, end));
                    let x = if to_right { start } else { end };
                    return Some(Placed {
                        x,
                        right: to_right,
                        below,
                        words: shown,
                    });
                }
            }
        }
        None
    }
}
