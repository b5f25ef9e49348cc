//! The weeks ahead as bars against one capacity, with the table behind: what lies beyond is hatched, and the week in which a
//! threshold is crossed says so in words, so that it is read in grey and from afar.

use super::{model, zone_key};
use crate::{
    parts::days,
    words::{language, say, say_with},
};
use contract::workload::{Zone, ahead::WeekAhead};
use domain::words::Day;
use leptos::prelude::*;

const WIDTH: f64 = 720.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 76.0;
const TOP: f64 = 30.0;
const GROUND: f64 = 168.0;

/// The drawing and its table; `marks` are the Mondays in which a threshold is crossed.
pub(crate) fn weeks(weeks: &[WeekAhead], zones: &[u32], marks: &[(Day, Zone)]) -> AnyView {
    if weeks.is_empty() {
        return view! { <p class="calm">{say("ahead-none")}</p> }.into_any();
    }
    let label = summary(weeks, marks);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=say("ahead-title")>
            {drawing(weeks, zones, marks, &label)}
        </div>
        <p>{label}</p>
        <details class="behind">
            <summary>{say("ahead-table")}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=say("ahead-table")>{table(weeks)}</div>
        </details>
    }
    .into_any()
}

/// Whether anything can be said of some week: of none, that nothing is crossed would be no news.
pub(crate) fn tells(weeks: &[WeekAhead]) -> bool {
    weeks.iter().any(|week| week.fullness != Zone::Untold)
}

/// The figure of a week, a dash where nothing can be said of it.
pub(crate) fn figure(ratio: u32, zone: Zone) -> String {
    if zone == Zone::Untold {
        "–".to_owned()
    } else {
        model::hundredths(ratio, 2, language())
    }
}

/// The zone of a week in words; that she is away, where nothing else can be said of it.
pub(crate) fn state(zone: Zone, away_days: u32) -> String {
    if zone == Zone::Untold && away_days > 0 {
        say("ahead-absent")
    } else {
        say(&format!("zone-{}", zone_key(zone)))
    }
}

/// What the drawing says, in a sentence.
fn summary(weeks: &[WeekAhead], marks: &[(Day, Zone)]) -> String {
    let said = |week: &WeekAhead| match week.fullness {
        Zone::Untold => state(week.fullness, week.away_days),
        Zone::Room | Zone::Normal | Zone::Tense | Zone::Overload => figure(week.ratio, week.fullness),
    };
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return say("ahead-none");
    };
    let told = [
        ("now", said(first).into()),
        ("then", said(last).into()),
        ("week", number(last.monday).into()),
    ];
    let course = say_with("ahead-course", &told);
    let crossed = marks.iter().map(|(monday, zone)| {
        let zone = say(&format!("zone-{}", zone_key(*zone)));
        let told = [("zone", zone.into()), ("week", number(*monday).into())];
        say_with("ahead-crossed", &told)
    });
    let crossed: Vec<String> = crossed.collect();
    if crossed.is_empty() {
        return course;
    }
    format!("{course} {}", crossed.join(" "))
}

/// The number of a week, as calendars have it.
pub(crate) fn number(monday: Day) -> i64 {
    monday.0.iso_week_date().week().into()
}

fn drawing(weeks: &[WeekAhead], zones: &[u32], marks: &[(Day, Zone)], label: &str) -> impl IntoView + use<> {
    let highest = weeks.iter().filter(|week| week.fullness != Zone::Untold);
    let highest = highest.map(|week| week.ratio).max().unwrap_or(0);
    // An absence may make a week many times as full: beyond twice the capacity the bar is cut, and its figure tells.
    let top = highest.clamp(140, 200);
    let y = |ratio: u32| height(ratio, top);
    let count = f64::from(u32::try_from(weeks.len()).unwrap_or(1));
    let step = (WIDTH - LEFT - RIGHT) / count;
    let across = step * 0.62;
    let bars = (0_u32..)
        .zip(weeks)
        .map(|(place, week)| {
            let x = LEFT + step * f64::from(place) + (step - across) / 2.0;
            let middle = x + across / 2.0;
            let mark = marks
                .iter()
                .find(|(monday, _)| *monday == week.monday)
                .map(|(_, zone)| *zone);
            bar(week, (x, across, middle), mark, top)
        })
        .collect_view();
    // The words of a line stand under it where it is the capacity, and over the line of a threshold close above.
    let line = |ratio: u32, key: &'static str, class: &'static str| {
        let at = y(ratio);
        let words = if class == "capacity" { at + 12.0 } else { at + 1.0 };
        view! {
            <line x1=LEFT x2=WIDTH - RIGHT y1=at y2=at class=class></line>
            <text x=WIDTH - RIGHT + 6.0 y=words>{say(key)}</text>
        }
    };
    let threshold = |place: usize| zones.get(place).copied().filter(|ratio| *ratio <= top && *ratio > 0);
    let tense = threshold(1).map(|ratio| line(ratio, "zone-tense", "threshold"));
    let overload = threshold(2).map(|ratio| line(ratio, "zone-overload", "threshold"));
    let label = label.to_owned();
    view! {
        <svg class="ahead" viewBox="0 0 720 206" role="img" aria-label=label>
            {tense}
            {overload}
            {bars}
            <line x1=LEFT x2=WIDTH - RIGHT y1=GROUND y2=GROUND class="ground"></line>
            {line(100, "capacity", "capacity")}
        </svg>
    }
}

/// Where a ratio stands, when the highest that is drawn is `top`.
fn height(ratio: u32, top: u32) -> f64 {
    GROUND - (GROUND - TOP) * f64::from(ratio.min(top)) / f64::from(top.max(1))
}

fn bar(week: &WeekAhead, (x, across, middle): (f64, f64, f64), mark: Option<Zone>, top: u32) -> impl IntoView + use<> {
    let y = |ratio: u32| height(ratio, top);
    let untold = week.fullness == Zone::Untold;
    let (ground, full) = (y(0), y(100));
    let within = y(week.ratio.min(100));
    let beyond = (!untold && week.ratio > 100).then(|| {
        let upper = y(week.ratio);
        view! { <rect x=x y=upper width=across height=full - upper class="beyond"></rect> }
    });
    let body = if untold {
        view! { <rect x=x y=full width=across height=ground - full class="absent"></rect> }.into_any()
    } else {
        view! { <rect x=x y=within width=across height=ground - within class="within"></rect> }.into_any()
    };
    let figure = if untold && week.away_days > 0 {
        state(week.fullness, week.away_days)
    } else {
        figure(week.ratio, week.fullness)
    };
    let above = if untold { full } else { y(week.ratio) };
    let marked = mark.map(|zone| {
        let zone = say(&format!("zone-{}", zone_key(zone)));
        view! { <text x=middle.max(LEFT + 40.0) y="14" text-anchor="middle" class="crossing">"▼ " {zone}</text> }
    });
    let named = say_with("ahead-week-short", &[("week", number(week.monday).into())]);
    view! {
        {marked}
        {body}
        {beyond}
        <text x=middle y=above - 5.0 text-anchor="middle" class="figure" class:strong=mark.is_some()>{figure}</text>
        <text x=middle y="184" text-anchor="middle">{named}</text>
        <text x=middle y="200" text-anchor="middle" class="day">{days::short(week.monday.0)}</text>
    }
}

/// The table behind: each figure of the drawing, and what is known of each week.
fn table(weeks: &[WeekAhead]) -> impl IntoView + use<> {
    let heads = [
        "load-column",
        "ahead-capacity",
        "ahead-ratio",
        "ahead-ends",
        "ahead-opening-over",
        "ahead-watch-over",
        "ahead-begins",
        "ahead-renewals",
        "ahead-deadlines",
        "ahead-meetings",
        "ahead-away",
    ];
    let heads = heads
        .map(|key| view! { <th scope="col" class="end">{say(key)}</th> })
        .collect_view();
    let rows = weeks.iter().map(row).collect_view();
    view! {
        <table class="weeks">
            <caption class="unseen">{say("ahead-table")}</caption>
            <thead><tr><th scope="col">{say("ahead-week-column")}</th>{heads}<th scope="col">{say("state-column")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(week: &WeekAhead) -> impl IntoView + use<> {
    let points = |figure: u32| model::hundredths(figure, 0, language());
    let named = say_with(
        "ahead-week",
        &[
            ("week", number(week.monday).into()),
            ("day", days::short(week.monday.0).into()),
        ],
    );
    let counts = [
        week.ends,
        week.opening_over,
        week.watch_over,
        week.begins,
        week.renewals,
        week.deadlines,
        week.meetings,
        week.away_days,
    ];
    let counts = counts
        .map(|count| view! { <td class="end figures">{count}</td> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{named}</th>
            <td class="end figures">{points(week.load)}</td>
            <td class="end figures">{points(week.capacity)}</td>
            <td class="end figures">{figure(week.ratio, week.fullness)}</td>
            {counts}
            <td>{state(week.fullness, week.away_days)}</td>
        </tr>
    }
}
