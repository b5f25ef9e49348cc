//! The timeline as a real table: the same story under the same filter, newest first.

use super::{Look, model, reading};
use crate::{
    parts::{days, weave},
    words::{say, say_with},
};
use contract::timeline::{Lack, Timeline};
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// The most rows shown at once; more are asked for.
const ROWS: usize = 200;

struct Row {
    on: Date,
    thread: String,
    words: String,
}

/// The table.
#[component]
pub(crate) fn TableView(seen: Signal<Arc<Timeline>>, look: Look) -> impl IntoView {
    let shown = RwSignal::new(ROWS);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=say("read-as-table")>
            <table class="as-table">
                <caption class="unseen">{say("read-as-table")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say("table-when")}</th>
                        <th scope="col">{say("table-thread")}</th>
                        <th scope="col">{say("table-what")}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let rows = rows(&seen.get(), &look.left_out.get());
                        rows.into_iter()
                            .take(shown.get())
                            .map(|row| {
                                view! {
                                    <tr>
                                        <td class="figures">{days::short_with_year(row.on)}</td>
                                        <td>{row.thread}</td>
                                        <td>{row.words}</td>
                                    </tr>
                                }
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </div>
        {move || {
            let all = rows(&seen.get(), &look.left_out.get()).len();
            (all > shown.get())
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| shown.update(|shown| *shown += ROWS)>
                            {say("cases-more")}
                        </button>
                    }
                })
        }}
    }
}

fn rows(timeline: &Timeline, left_out: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    let is_in = |code: &str| !left_out.iter().any(|out| out == code);
    for lane in timeline.lanes.iter().filter(|lane| is_in(model::code(lane))) {
        let name = weave::name(model::code(lane));
        let mut add = |on: Date, words: String| {
            rows.push(Row {
                on,
                thread: name.clone(),
                words,
            })
        };
        for point in &lane.levels {
            let key = match point.voice {
                domain::words::Voice::Person => "table-she-says",
                domain::words::Voice::Worker => "table-we-observe",
            };
            let level = crate::parts::scale::level_word(Some(point.level.number()));
            add(point.on.0, say_with(key, &[("level", level.into())]));
        }
        for contact in &lane.contacts {
            add(contact.on.0, reading::of_contact(contact).line());
        }
        for measure in &lane.measures {
            let until = measure
                .until
                .map_or_else(|| say("table-no-end"), |day| days::full(day.0));
            let values = [("label", (&measure.label.0).into()), ("until", until.into())];
            add(measure.from.0, say_with("table-measure", &values));
        }
    }
    let all = say("table-all-threads");
    for flag in &timeline.deadlines {
        let code = flag.domain.map(|domain| domain.code());
        if code.is_none_or(is_in) {
            rows.push(Row {
                on: flag.due_on.0,
                thread: code.map_or_else(|| all.clone(), weave::name),
                words: reading::of_flag(flag).line(),
            });
        }
    }
    let mut add = |on: Date, words: String| {
        rows.push(Row {
            on,
            thread: all.clone(),
            words,
        })
    };
    for knot in &timeline.meetings {
        add(knot.on.0, reading::of_knot(knot, timeline).line());
    }
    for turn in &timeline.life_events {
        add(turn.on.0, reading::of_turn(turn).line());
    }
    for act in &timeline.acts {
        add(act.on.0, reading::of_act(act).line());
    }
    for spell in &timeline.referents {
        let name = spell
            .referent
            .as_ref()
            .map_or_else(|| say("case-no-referent"), |worker| worker.name.0.clone());
        add(spell.from.0, say_with("table-referent", &[("name", name.into())]));
    }
    for silence in &timeline.silences {
        let key = match silence.lack {
            Lack::Contact => "silence-contact",
            Lack::Referent => "silence-referent",
        };
        add(
            silence.from.0,
            say_with(key, &[("length", super::drawing::length(silence.days).into())]),
        );
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.on));
    rows
}
