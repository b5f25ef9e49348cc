//! The figures of a team over a time, each with its definition beside it, as known then and as known now.
//!
//! Hidden, zero and nothing to measure look different. Formulas are sentences: what is shown is what is computed.

use super::{
    figures::{difference, input, value},
    weights::support_key,
};
use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        days,
        icon::{Shape, small_icon},
        states::{loaded, stale},
    },
    words::{say, say_with},
};
use contract::workload::{Figure, Indicators, ProcessLogFormat, SheetFormat};
use domain::indicator::Shown;
use domain::words::Day;
use jiff::Span;
use leptos::prelude::*;

/// The times that may be asked, in months.
const MONTHS: [u8; 4] = [1, 3, 6, 12];

/// The section: figures up to the day that the screen shows.
#[component]
pub(crate) fn IndicatorsSection(desk: Desk, day: RwSignal<Option<Day>>) -> impl IntoView {
    let months = RwSignal::new(3_u8);
    let asked = Asked::new(move || {
        let until = day.get().unwrap_or(Day(desk.today()));
        let from = Day(until.0.saturating_sub(Span::new().months(i64::from(months.get()))));
        api::workload::indicators(from, until)
    });
    desk.live.on_change(
        move || asked.seen.with(|seen| seen.as_ref().map(|view| (None, view.position))),
        move || asked.again(),
    );
    let options = MONTHS
        .into_iter()
        .map(|each| {
            let words = say_with("indicators-months", &[("months", each.into())]);
            view! { <option value=each.to_string() selected=each == 3>{words}</option> }
        })
        .collect_view();
    view! {
        <section class="indicators" aria-labelledby="indicators-title">
            <header>
                <h2 id="indicators-title">{say("indicators")}</h2>
                <label>
                    <span>{say("indicators-period")}</span>
                    <select
                        name="months"
                        on:change=move |event| {
                            if let Ok(chosen) = event_target_value(&event).parse() {
                                months.set(chosen);
                            }
                        }
                    >
                        {options}
                    </select>
                </label>
            </header>
            <p class="calm measure">{say("indicators-lead")}</p>
            {stale(asked)}
            {loaded(asked, "indicators-waiting", move |seen| view! { {move || table(&seen.get())} })}
        </section>
    }
}

fn table(seen: &Indicators) -> impl IntoView + use<> {
    let mut rows = Vec::new();
    let mut last = "";
    for figure in &seen.figures {
        let of = figure.indicator.group();
        if of != last {
            last = of;
            let head = say(&format!("indicator-group-{of}"));
            rows.push(
                view! { <tr class="indicator-group"><th scope="colgroup" colspan="4">{head}</th></tr> }.into_any(),
            );
        }
        rows.push(row(seen, figure).into_any());
    }
    let last_day = seen.until.0.yesterday().unwrap_or(seen.until.0);
    let span = [
        ("from", days::full(seen.from.0).into()),
        ("until", days::full(last_day).into()),
        ("zone", (&seen.zone).into()),
    ];
    let threshold = say_with("indicator-hidden-rule", &[("threshold", seen.threshold.into())]);
    let files = SheetFormat::ALL
        .into_iter()
        .map(|format| {
            let told = say(&format!("indicators-file-{}", format.code()));
            view! { <li><a href=api::workload::indicators_file(seen, format) download="">{told}</a></li> }
        })
        .collect_view();
    let logs = if seen.process_log {
        let links = ProcessLogFormat::ALL.into_iter().map(|format| {
            let told = say(&format!("process-log-{}", format.code()));
            view! { <li><a href=api::workload::process_log(seen, format) download="">{told}</a></li> }
        });
        view! { <ul>{links.collect_view()}</ul> }.into_any()
    } else {
        let few = say_with("process-log-too-few", &[("threshold", seen.threshold.into())]);
        view! { <p class="calm masked-rule">{small_icon(Shape::Hidden)}<span>{few}</span></p> }.into_any()
    };
    view! {
        <p class="mark">{say_with("indicators-span", &span)}</p>
        <table>
            <caption class="unseen">{say("indicators")}</caption>
            <thead>
                <tr>
                    <th scope="col">{say("indicator-name")}</th>
                    <th scope="col">{say("indicator-figure")}</th>
                    <th scope="col">{say("indicator-known")}</th>
                    <th scope="col">{say("indicator-definition")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="calm masked-rule">{small_icon(Shape::Hidden)}<span>{threshold}</span></p>
        <section class="files" aria-labelledby="indicators-files">
            <h3 id="indicators-files">{say("indicators-files")}</h3>
            <p class="calm">{say("indicators-files-lead")}</p>
            <ul>{files}</ul>
        </section>
        <section class="files" aria-labelledby="process-logs">
            <h3 id="process-logs">{say("process-logs")}</h3>
            <p class="calm">{say("process-logs-lead")}</p>
            {logs}
        </section>
    }
}

fn row(seen: &Indicators, figure: &Figure) -> impl IntoView + use<> {
    let code = figure.indicator.code();
    let facts: Vec<String> = figure.inputs.iter().map(|each| input(*each, 0)).collect();
    let origin = say(&format!("indicator-origin-{}", figure.origin.code()));
    let setting = figure.setting.as_ref().map(|setting| {
        let from = days::full(setting.in_force_on.0);
        say_with(
            "indicator-setting",
            &[("date", from.into()), ("source", (&setting.source).into())],
        )
    });
    let (known, since) = difference(figure);
    let own = (figure.from, figure.until) != (seen.from, seen.until);
    let period = own.then(|| {
        let last_day = figure.until.0.yesterday().unwrap_or(figure.until.0);
        let span = [
            ("from", days::full(figure.from.0).into()),
            ("until", days::full(last_day).into()),
        ];
        view! { <span class="mark">{say_with("load-quarter", &span)}</span> }
    });
    view! {
        <tr>
            <th scope="row">
                {say(&format!("indicator-{code}"))}
                <span class="mark">{say(&format!("indicator-span-{}", figure.span.code()))}</span>
                {period}
            </th>
            {cell(figure, &figure.now)}
            <td class="known">
                <span>{known}</span>
                {since.map(|since| view! { <span class="mark">{since}</span> })}
            </td>
            <td class="definition">
                <p>{say(&format!("indicator-{code}-formula"))}</p>
                <p class="mark">
                    {say_with("indicator-facts", &[("facts", facts.join(", ").into())])}
                    " "
                    {say_with("indicator-origin", &[("origin", origin.into())])}
                    {setting.map(|setting| format!(" {setting}"))}
                </p>
            </td>
        </tr>
    }
}

fn cell(figure: &Figure, shown: &Shown) -> AnyView {
    let words = value(figure.indicator, shown);
    match shown {
        Shown::Hidden { .. } => view! { <td class="masked"><span>{words}</span></td> }.into_any(),
        Shown::Nothing | Shown::Unset => view! { <td class="calm">{words}</td> }.into_any(),
        Shown::Count(_) | Shown::Share { .. } | Shown::Days(_) | Shown::Balance { .. } | Shown::Per { .. } => {
            let parts = figure
                .by_support
                .iter()
                .map(|part| {
                    let figure = value(figure.indicator, &part.shown);
                    let told = [
                        ("support", say(&support_key(part.support)).into()),
                        ("figure", figure.into()),
                    ];
                    view! { <span class="mark">{say_with("indicator-of-support", &told)}</span> }
                })
                .collect_view();
            view! { <td class="figures">{words}{parts}</td> }.into_any()
        }
    }
}
