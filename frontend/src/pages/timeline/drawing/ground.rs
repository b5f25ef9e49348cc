//! What lies under the marks: the calendar, référents, silences, threads, measures, today and the future.

use super::length;
use crate::{
    pages::timeline::model::{self, Frame, Tick, Zoom},
    parts::{
        curve, days,
        icon::{Shape, icon_at},
        scale::level_word,
        weave,
    },
    words::{say, say_with},
};
use contract::timeline::{Lack, Lane, ReservedLane, Silence, Timeline};
use domain::words::Voice;
use leptos::prelude::*;

/// All of it, from back to front.
pub(crate) fn draw(
    frame: &Frame,
    timeline: &Timeline,
    lanes: &[&Lane],
    zoom: Zoom,
    height: f64,
) -> impl IntoView + use<> {
    let end = frame.lane_top(lanes.len());
    let rows = lanes
        .iter()
        .enumerate()
        .map(|(place, lane)| lane_row(frame, place, lane, timeline))
        .collect_view();
    let reserved_top = end + if timeline.acts.is_empty() { 0.0 } else { 44.0 };
    let reserved = timeline
        .reserved
        .iter()
        .zip(0_u32..)
        .map(|(each, place)| reserved_row(frame, each, reserved_top + 48.0 * f64::from(place)))
        .collect_view();
    let acts = (!timeline.acts.is_empty()).then(|| {
        view! {
            <line x1=frame.left x2=frame.now y1=end + 22.0 y2=end + 22.0 class="acts-line"></line>
        }
    });
    view! {
        {future(frame, height)}
        {calendar(frame, zoom, end)}
        {silences(frame, &timeline.silences, end)}
        {referents(frame, timeline)}
        {rows}
        {acts}
        {reserved}
        {beginning(frame, timeline)}
        {today(frame, timeline, height)}
    }
}

fn future(frame: &Frame, height: f64) -> impl IntoView + use<> {
    let frame = *frame;
    frame.future.map(|left| {
        let months = model::months_ahead(&frame)
            .into_iter()
            .map(|month| {
                let x = frame.x(month);
                view! {
                    <line x1=x x2=x y1="36" y2=height - 48.0 class="month"></line>
                    <text x=x + 4.0 y="48" class="tick">{days::short_month(month)}</text>
                }
            })
            .collect_view();
        view! {
            <rect x=left y="0" width=frame.width - left height=height class="ahead"></rect>
            <text x=left + 10.0 y="22" class="tick">{say(if frame.width - left < 220.0 { "ahead-short" } else { "ahead" })}</text>
            {months}
        }
    })
}

fn calendar(frame: &Frame, zoom: Zoom, end: f64) -> impl IntoView + use<> {
    // Where the last words end: a line whose words would run over them stays without.
    let mut written = frame.left;
    model::ticks(frame.window, zoom)
        .into_iter()
        .map(|(day, tick)| {
            let x = frame.x(day);
            let words = match tick {
                Tick::Year => day.year().to_string(),
                Tick::Month if day.month() == 1 => days::short_month_and_year(day),
                Tick::Month => days::short_month(day),
                Tick::Day => days::short(day),
            };
            let stop = x + 5.0 + f64::from(u32::try_from(words.chars().count()).unwrap_or(0)) * 7.0;
            let fits = x + 5.0 >= written && stop < frame.now;
            if fits {
                written = stop + 4.0;
            }
            let shown = fits.then(|| view! { <text x=x + 5.0 y="48" class="tick">{words}</text> });
            view! {
                <line x1=x x2=x y1="36" y2=end class="year"></line>
                {shown}
            }
        })
        .collect_view()
}

fn silences(frame: &Frame, silences: &[Silence], end: f64) -> impl IntoView + use<> {
    let frame = *frame;
    let zones: Vec<(f64, f64, String)> = silences
        .iter()
        .filter_map(|silence| {
            let until = silence.until.map_or(frame.today, |day| day.0);
            let from = frame.x(silence.from.0).max(frame.left);
            let to = frame.x(until.min(frame.window.to)).min(frame.now);
            let key = match silence.lack {
                Lack::Contact => "silence-contact",
                Lack::Referent => "silence-referent",
            };
            (to > from + 2.0).then(|| (from, to, say_with(key, &[("length", length(silence.days).into())])))
        })
        .collect();
    let top = frame.top;
    let heard = {
        // The threads are drawn whole outside these zones and loose inside them.
        let mut left = 0.0;
        let mut sorted = zones.clone();
        sorted.sort_by(|one, two| one.0.total_cmp(&two.0));
        let mut rects = Vec::new();
        for (from, to, _) in &sorted {
            if *from > left {
                rects.push((left, *from));
            }
            left = to.max(left);
        }
        rects.push((left, frame.width));
        rects
    };
    let clip = |rects: Vec<(f64, f64)>| {
        rects
            .into_iter()
            .map(|(from, to)| view! { <rect x=from y="0" width=to - from height=end + 100.0></rect> })
            .collect_view()
    };
    let silent = clip(zones.iter().map(|(from, to, _)| (*from, *to)).collect());
    let drawn = zones
        .into_iter()
        .map(|(from, to, words)| {
            let (x, y) = (f64::midpoint(from, to), end - 24.0);
            let wide = to - from > 16.0;
            view! {
                <g class="silence">
                    <rect x=from y=top - 6.0 width=to - from height=end - top + 6.0 fill="url(#hatch)"></rect>
                    <path d=format!("M{from} {}V{end}M{to} {}V{end}", top - 6.0, top - 6.0)></path>
                    {wide.then(|| view! {
                        <text x=x y=y transform=format!("rotate(-90 {x} {y})") dy="5" class="halo">{words.clone()}</text>
                    })}
                    <title>{words}</title>
                </g>
            }
        })
        .collect_view();
    view! {
        <defs>
            <clipPath id="heard">{clip(heard)}</clipPath>
            <clipPath id="silent">{silent}</clipPath>
        </defs>
        {drawn}
    }
}

fn referents(frame: &Frame, timeline: &Timeline) -> impl IntoView + use<> {
    let count = timeline.referents.len();
    timeline
        .referents
        .iter()
        .enumerate()
        .filter_map(|(place, spell)| {
            let until = spell.until.map_or(frame.window.to, |day| day.0).min(frame.window.to);
            let from = frame.x(spell.from.0).max(frame.left);
            let to = frame.x(until).min(frame.now);
            if to - from < 2.0 || spell.from.0 > frame.window.to {
                return None;
            }
            let Some(worker) = &spell.referent else {
                return Some(
                    view! { <rect x=from y="62" width=to - from height="22" class="spell none"></rect> }.into_any(),
                );
            };
            let name = worker.name.0.clone();
            let last = place + 1 == count && spell.until.is_none();
            let words = if last {
                say_with(
                    "referent-since",
                    &[
                        ("name", name.clone().into()),
                        ("date", days::month_and_year(spell.from.0).into()),
                    ],
                )
            } else {
                name.clone()
            };
            let fits =
                |words: &str| f64::from(u32::try_from(words.chars().count()).unwrap_or(0)) * 7.0 + 14.0 < to - from;
            let initials: String = name.split(' ').filter_map(|part| part.chars().next()).collect();
            let shown = [words.clone(), name, initials].into_iter().find(|words| fits(words));
            Some(
                view! {
                    <g>
                        <title>{words}</title>
                        <rect x=from y="62" width=to - from height="22" class="spell" class:present=last></rect>
                        <path d=format!("M{from} 62V84") class="spell-start"></path>
                        {shown.map(|shown| view! { <text x=from + 8.0 y="78" class="small">{shown}</text> })}
                    </g>
                }
                .into_any(),
            )
        })
        .collect_view()
}

/// The names of the lanes, with the level that each has now. Where the drawing scrolls they stay at its edge.
pub(crate) fn heads(
    frame: &Frame,
    timeline: &Timeline,
    lanes: &[&Lane],
    scrolled: RwSignal<f64>,
) -> impl IntoView + use<> {
    let end = frame.lane_top(lanes.len());
    let acts = (!timeline.acts.is_empty())
        .then(|| view! { <text x="8" y=end + 27.0 class="lane-name">{say("acts-lane")}</text> });
    let names = lanes
        .iter()
        .enumerate()
        .map(|(place, lane)| head(frame, place, lane))
        .collect_view();
    view! {
        <g class="lane-heads" transform=move || format!("translate({} 0)", scrolled.get())>
            <rect x="0" y="54" width=frame.left - 6.0 height=end - 54.0 class="lane-ground" class:over=move || scrolled.get() != 0.0></rect>
            <text x=frame.left - 18.0 y="78" text-anchor="end" class="lane-name">{say("referents")}</text>
            {names}
            {acts}
        </g>
    }
}

fn head(frame: &Frame, place: usize, lane: &Lane) -> impl IntoView + use<> {
    let code = model::code(lane);
    let top = frame.lane_top(place);
    let now = last_level(lane, model::thread_voice(lane));
    let scale = lane.domain.map(|_rated| {
        view! {
            <text x="34" y=top + 47.0 class="lane-state">{level_word(now)}</text>
            <text x=frame.left - 10.0 y=frame.y(place, 5.0) + 5.0 text-anchor="end" class="axis-level">"5"</text>
            <text x=frame.left - 10.0 y=frame.y(place, 1.0) + 5.0 text-anchor="end" class="axis-level">"1"</text>
        }
    });
    view! {
        <g data-thread=code class="lane">
            {icon_at(weave::of(code).shape, 0.0, top + 14.0, 22.0)}
            <text x="34" y=top + 28.0 class="lane-name">{weave::short_name(code)}</text>
            {scale}
        </g>
    }
}

fn lane_row(frame: &Frame, place: usize, lane: &Lane, timeline: &Timeline) -> impl IntoView + use<> {
    let frame = *frame;
    let code = model::code(lane);
    let top = frame.lane_top(place);
    let end = timeline.closed_on.map_or(frame.today, |day| day.0);
    let ours = model::points(&frame, place, lane, Voice::Worker, end);
    let hers = model::points(&frame, place, lane, Voice::Person, end);
    let main = if ours.is_empty() { &hers } else { &ours };
    let last = main.last().copied();
    let thread = curve::through(&ours, frame.slope());
    let thin = curve::through(&hers, frame.slope());
    let loose = curve::through(main, frame.slope());
    let on = last.filter(|_| timeline.closed_on.is_none()).and_then(|(_, y)| {
        frame
            .future
            .map(|left| view! { <path d=format!("M{left} {y}H{}", frame.width - 6.0) class="on"></path> })
    });
    let bars = lane
        .measures
        .iter()
        .map(|measure| bar(&frame, place, code, measure))
        .collect_view();
    let bottom = top + frame.lane - 1.0;
    view! {
        <g data-thread=code class="lane">
            <line x1="0" x2=frame.width y1=bottom y2=bottom class="lane-end"></line>
            {bars}
            <path d=thin class="she-thread" clip-path="url(#heard)"></path>
            <path d=thread class="we-thread" clip-path="url(#heard)"></path>
            <path d=loose class="loose-thread" clip-path="url(#silent)"></path>
            {on}
        </g>
    }
}

fn last_level(lane: &Lane, voice: Voice) -> Option<u8> {
    lane.levels
        .iter()
        .rev()
        .find(|point| point.voice == voice)
        .map(|point| point.level.number())
}

fn bar(frame: &Frame, place: usize, code: &str, measure: &contract::timeline::MeasureBar) -> impl IntoView + use<> {
    let until = measure.until.map_or(frame.window.to, |day| day.0).min(frame.window.to);
    if measure.from.0 > frame.window.to || until < frame.window.from {
        return None;
    }
    let unit = frame.lane / 80.0;
    let (from, to) = (frame.x(measure.from.0).max(frame.left), frame.x(until).min(frame.now));
    let width = (to - from).max(6.0);
    let (y, height) = (frame.lane_top(place) + 57.0 * unit, 17.0_f64.max(17.0 * unit));
    let label = measure.label.0.clone();
    let room = ((width - 14.0) / 6.7).max(0.0);
    let letters = label.chars().count();
    let most = (0_u32..)
        .take_while(|count| f64::from(*count) <= room)
        .last()
        .unwrap_or(0);
    let most = usize::try_from(most).unwrap_or(0);
    let shown = if letters <= most {
        label.clone()
    } else if most >= 4 {
        let cut: String = label.chars().take(most - 1).collect();
        format!("{}…", cut.trim_end())
    } else {
        String::new()
    };
    Some(view! {
        <g class="measure">
            <title>{label}</title>
            <rect x=from y=y width=width height=height rx="3" class="bar"></rect>
            <rect x=from y=y width="6" height=height fill=format!("url(#weave-{code})") class="head"></rect>
            <text x=from + 12.0 y=y + height - 4.5 class="small">{shown}</text>
        </g>
    })
}

fn reserved_row(frame: &Frame, reserved: &ReservedLane, top: f64) -> impl IntoView + use<> {
    let code = reserved.reserved.domain.code();
    let years: Vec<String> = reserved.years.iter().map(ToString::to_string).collect();
    let mut words = say_with("reserved-items", &[("count", reserved.reserved.items.into())]);
    if !years.is_empty() {
        words = format!("{} ({})", words.trim_end_matches('.'), years.join(", "));
    }
    view! {
        <g data-thread=code class="lane">
            {icon_at(weave::of(code).shape, 0.0, top + 13.0, 22.0)}
            <text x="34" y=top + 29.0 class="lane-name">{weave::short_name(code)}</text>
            {icon_at(Shape::Locked, frame.left - 34.0, top + 14.0, 18.0)}
            <text x=frame.left - 8.0 y=top + 29.0 class="lane-state">{words}</text>
        </g>
    }
}

/// Where the story begins, while it is short.
fn beginning(frame: &Frame, timeline: &Timeline) -> impl IntoView + use<> {
    let opened = timeline.opened_on.0;
    let young = days::days_between(opened, timeline.today.0) < 120;
    (young && frame.sees(opened)).then(|| {
        let x = frame.x(opened);
        view! { <text x=x - 8.0 y=frame.top + 6.0 text-anchor="end" class="small">{say("story-begins")}</text> }
    })
}

fn today(frame: &Frame, timeline: &Timeline, height: f64) -> impl IntoView + use<> {
    let frame = *frame;
    let meets = timeline.meetings.iter().any(|knot| knot.on.0 == frame.today);
    let key = if timeline.as_known_on.is_some() {
        "today-then"
    } else if meets {
        "today-meeting"
    } else {
        "today-line"
    };
    frame.future.map(|_| {
        view! {
            <line x1=frame.now x2=frame.now y1="0" y2=height class="today"></line>
            <text x=frame.now y="-6" text-anchor="middle" class="today-name">{say(key)}</text>
        }
    })
}
