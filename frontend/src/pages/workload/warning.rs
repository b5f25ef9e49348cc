//! A threshold that is foreseen to be crossed, in plain sentences: when, by how much, and what is known to relieve. Facts of
//! the work, never of the person.

use super::{ahead::number, model};
use crate::{
    parts::days,
    words::{language, say, say_with},
};
use contract::workload::{Zone, ahead::Warning};
use domain::words::Day;
use domain::workload::{Threshold, Why};
use leptos::prelude::*;

/// The zone that begins at a threshold.
pub(crate) fn zone(threshold: Threshold) -> Zone {
    match threshold {
        Threshold::Tense => Zone::Tense,
        Threshold::Overload => Zone::Overload,
    }
}

/// Where thresholds are crossed, the worse one where both are in one week.
pub(crate) fn marks(warnings: &[Warning]) -> Vec<(Day, Zone)> {
    let mut marks: Vec<(Day, Zone)> = Vec::new();
    for warning in warnings {
        marks.retain(|(monday, _)| *monday != warning.week);
        marks.push((warning.week, zone(warning.threshold)));
    }
    marks
}

/// Those to tell: of two that are crossed in one week, the worse one.
pub(crate) fn to_tell(warnings: &[Warning]) -> impl Iterator<Item = &Warning> {
    (0..).zip(warnings).filter_map(move |(place, warning)| {
        let mut worse = warnings.iter().skip(place).skip(1);
        let is_worst = !worse.any(|other| other.week == warning.week);
        is_worst.then_some(warning)
    })
}

/// The sentence: from which week on, and with which figures.
pub(crate) fn crossing(warning: &Warning) -> String {
    let points = |figure: u32| model::hundredths(figure, 0, language());
    let key = match warning.threshold {
        Threshold::Tense => "warning-tense",
        Threshold::Overload => "warning-overload",
    };
    say_with(
        key,
        &[
            ("week", number(warning.week).into()),
            ("date", days::short(warning.week.0).into()),
            ("load", points(warning.load).into()),
            ("capacity", points(warning.capacity).into()),
        ],
    )
}

/// What is known to relieve, each with its evidence.
pub(crate) fn relief(warning: &Warning) -> Vec<String> {
    let mut told = vec![say_with(
        "relief-points",
        &[
            ("points", model::hundredths(warning.points, 0, language()).into()),
            ("ratio", model::hundredths(warning.begins_at, 2, language()).into()),
        ],
    )];
    if warning.away_days > 0 {
        told.push(say_with("relief-away", &[("days", warning.away_days.into())]));
    }
    for lightening in &warning.lightens {
        let key = match lightening.why {
            Why::Ends => "relief-ends",
            Why::WatchOver => "relief-watch",
            Why::OpeningOver => "relief-opening",
        };
        let week = number(lightening.monday);
        told.push(say_with(
            key,
            &[("count", lightening.cases.into()), ("week", week.into())],
        ));
    }
    if let Some(renewals) = warning.renewals {
        let until = days::short_with_year(renewals.until.0);
        told.push(say_with(
            "relief-renewals",
            &[("count", renewals.terms.into()), ("date", until.into())],
        ));
    }
    told.push(match warning.back_on {
        Some(monday) => say_with("relief-back", &[("week", number(monday).into())]),
        None => say("relief-not-known"),
    });
    told
}

/// A warning with what would relieve; `told` is the key of the sentence that says who sees it, and since when.
pub(crate) fn lines(warning: &Warning, told: &str) -> impl IntoView + use<> {
    let each = relief(warning)
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let on = warning
        .told_on
        .map(|day| say_with(told, &[("date", days::short(day.0).into())]));
    view! {
        <p class="strong">{crossing(warning)}</p>
        <ul class="relief">{each}</ul>
        {on.map(|on| view! { <p class="mark">{on}</p> })}
    }
}
