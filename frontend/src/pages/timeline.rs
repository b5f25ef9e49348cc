//! Years in one glance: what changed, what was promised, where the link was lost.
//!
//! Each mark can be reached by keyboard and is said in the reading line; a real table says the same.

mod drawing;
mod model;
mod reading;
mod since;
mod table;

use super::past::past_band;
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        days,
        icon::{Shape, small_icon},
        states::{empty, loaded, stale},
        weave,
    },
    words::{say, say_with},
};
use contract::timeline::Timeline;
use domain::words::{Day, SupportCaseId};
use jiff::civil::Date;
use leptos::prelude::*;
use model::Zoom;
use std::sync::Arc;

/// What is looked at, and how.
#[derive(Clone, Copy)]
struct Look {
    zoom: RwSignal<Zoom>,
    /// The day around which the window stands; none at today.
    around: RwSignal<Option<Date>>,
    /// The codes of the lanes that are left out.
    left_out: RwSignal<Vec<String>>,
    /// The place of the mark that is read.
    read: RwSignal<Option<usize>>,
    /// Whether the table stands instead of the drawing.
    as_table: RwSignal<bool>,
    /// Whether the news were read.
    all_read: RwSignal<bool>,
}

/// The screen.
#[component]
pub(crate) fn TimelinePage(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let day = RwSignal::new(None::<Day>);
    let asked = Asked::new(move || api::timeline::seen(case, day.get()));
    desk.live.on_change(
        move || {
            asked
                .seen
                .with(|seen| seen.as_ref().map(|view| (Some(view.topic.clone()), view.position)))
        },
        move || asked.again(),
    );
    view! {
        {stale(asked)}
        {loaded(asked, "timeline-waiting", move |seen| {
            view! { <Story desk seen day/> }
        })}
    }
}

#[component]
fn Story(desk: Desk, seen: Signal<Arc<Timeline>>, day: RwSignal<Option<Day>>) -> impl IntoView {
    let first = seen.get_untracked();
    let look = Look {
        zoom: RwSignal::new(Zoom::for_case(first.opened_on.0, first.today.0)),
        around: RwSignal::new(None),
        left_out: RwSignal::new(Vec::new()),
        read: RwSignal::new(None),
        as_table: RwSignal::new(false),
        all_read: RwSignal::new(false),
    };
    // Followed apart, so that a newer answer changes the drawing in place and nobody loses her place in it.
    let is_empty = Memo::new(move |_| {
        let timeline = seen.get();
        timeline.lanes.is_empty() && timeline.acts.is_empty()
    });
    view! {
        {move || {
            let line = seen.get();
            past_band(day, line.as_known_on, [(line.nothing_known, "as-known-nothing"), (line.from_source, "as-known-source")])
        }}
        <div class="head">
            <div>
                <p class="over">{move || people(&seen.get())}</p>
                <h1>{move || title(&seen.get())}</h1>
            </div>
            <div class="acts">
                <ZoomGroup seen look/>
                <Filter seen look/>
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || if look.as_table.get() { "true" } else { "false" }
                    on:click=move |_| look.as_table.update(|shown| *shown = !*shown)
                >
                    {small_icon(Shape::Table)}
                    {move || if look.as_table.get() { say("read-as-drawing") } else { say("read-as-table") }}
                </button>
            </div>
        </div>
        <div class="story" class:alone=move || seen.with(|line| line.since.is_none() || line.as_known_on.is_some())>
            <div class="story-main">
                {move || {
                    if is_empty.get() {
                        return empty("timeline-none").into_any();
                    }
                    if look.as_table.get() {
                        view! { <table::TableView seen look/> }.into_any()
                    } else {
                        view! { <drawing::Drawing seen look/> }.into_any()
                    }
                }}
                <Foot desk day/>
            </div>
            <since::Since seen look/>
        </div>
    }
}

/// « Famille Besnard · Claire, Inès 9 ans, Tom 5 ans »
fn people(timeline: &Timeline) -> String {
    let names: Vec<String> = timeline
        .people
        .iter()
        .map(|person| match person.child_age {
            Some(years) => format!("{} {}", person.first_name.0, days::age(i64::from(years) * 12)),
            None => person.first_name.0.clone(),
        })
        .collect();
    let label = timeline.label.0.clone();
    if names.is_empty() {
        label
    } else {
        format!("{label} · {}", names.join(", "))
    }
}

fn title(timeline: &Timeline) -> String {
    let end = timeline.closed_on.map_or(timeline.today.0, |day| day.0);
    let days = days::days_between(timeline.opened_on.0, end);
    // Fourteen days short of an anniversary is that anniversary, in a title.
    match ((days + 14) / 365, (days + 3) / 30) {
        (0, ..=1) => say("timeline-title-new"),
        (0, months) => say_with("timeline-title-months", &[("count", months.into())]),
        (years, _) => say_with("timeline-title-years", &[("count", years.into())]),
    }
}

/// The zoom: four steps, and nearer or farther.
#[component]
fn ZoomGroup(seen: Signal<Arc<Timeline>>, look: Look) -> impl IntoView {
    let choose = move |zoom: Zoom| {
        look.zoom.set(zoom);
        if zoom == Zoom::Years {
            look.around.set(None);
        }
    };
    let steps = Zoom::ALL
        .into_iter()
        .map(|zoom| {
            let words = move || match zoom {
                Zoom::Years => {
                    let timeline = seen.get();
                    let years = model::years_in_sight(timeline.opened_on.0, timeline.today.0);
                    days::age(years * 12)
                }
                Zoom::TwoYears => days::age(24),
                Zoom::SixMonths => days::age(6),
                Zoom::Week => say("zoom-week"),
            };
            view! {
                <button
                    type="button"
                    aria-pressed=move || if look.zoom.get() == zoom { "true" } else { "false" }
                    on:click=move |_| choose(zoom)
                >
                    {words}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="group zoom" role="group" aria-label=say("zoom")>
            <button type="button" aria-label=say("zoom-farther") on:click=move |_| choose(look.zoom.get_untracked().farther())>
                {small_icon(Shape::Farther)}
            </button>
            {steps}
            <button type="button" aria-label=say("zoom-nearer") on:click=move |_| choose(look.zoom.get_untracked().nearer())>
                {small_icon(Shape::Closer)}
            </button>
        </div>
    }
}

/// Which lanes are shown.
#[component]
fn Filter(seen: Signal<Arc<Timeline>>, look: Look) -> impl IntoView {
    let lanes = move || {
        seen.get()
            .lanes
            .iter()
            .map(|lane| {
                let code = model::code(lane);
                view! {
                    <li>
                        <label class="switch" data-thread=code>
                            <input
                                type="checkbox"
                                prop:checked=move || look.left_out.with(|out| !out.iter().any(|each| each == code))
                                on:change=move |_| {
                                    look.left_out
                                        .update(|out| {
                                            if let Some(place) = out.iter().position(|each| each == code) {
                                                out.remove(place);
                                            } else {
                                                out.push(code.to_owned());
                                            }
                                        });
                                }
                            />
                            {small_icon(weave::of(code).shape)}
                            <span>{weave::name(code)}</span>
                        </label>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <details class="filter fold">
            <summary class="button">{small_icon(Shape::Filter)}{say("timeline-filter")}</summary>
            <ul class="filter-sheet">{lanes}</ul>
        </details>
    }
}

/// The day as of which the story is shown, and the legend.
#[component]
fn Foot(desk: Desk, day: RwSignal<Option<Day>>) -> impl IntoView {
    view! {
        <div class="legend">
            <ul>
                <li><svg width="38" height="10" viewBox="0 0 38 10" aria-hidden="true"><path d="M1 5H37" class="we-line"></path></svg>{say("legend-we")}</li>
                <li class="voice"><svg width="38" height="10" viewBox="0 0 38 10" aria-hidden="true"><path d="M1 5H37" class="she-line"></path></svg>{say("legend-she")}</li>
                <li><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="3.6" class="key-she"></circle></svg>{say("legend-contact")}</li>
                <li><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M3 3l6 6m0 -6l-6 6" class="key-missed"></path></svg>{say("legend-missed")}</li>
                <li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M7 1l6 6l-6 6l-6 -6z" class="key-we"></path></svg>{say("legend-meeting")}</li>
                <li><svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true"><rect x="1" y="1" width="32" height="10" rx="3" class="key-bar"></rect><path d="M1 1h7v10h-7z" class="key-we"></path></svg>{say("legend-measure")}</li>
                <li><svg width="38" height="10" viewBox="0 0 38 10" aria-hidden="true"><path d="M1 5H37" class="loose"></path></svg>{say("legend-silence")}</li>
                <li><svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true"><path d="M2 15V1L12 5L2 9" class="flag"></path></svg>{say("legend-deadline")}</li>
                <li><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="6" class="key-new"></circle></svg>{say("legend-new")}</li>
            </ul>
            <p class="mark">{say("legend-height")}</p>
            <label class="as-known">
                <span>{say("as-known-on")}</span>
                <input
                    type="date"
                    name="as_known_on"
                    max=desk.today().to_string()
                    prop:value=move || day.get().map_or_else(|| desk.today(), |day| day.0).to_string()
                    on:change=move |event| {
                        let on = event_target_value(&event).parse::<Date>().ok();
                        day.set(on.filter(|on| *on < desk.today()).map(Day));
                    }
                />
            </label>
        </div>
    }
}
