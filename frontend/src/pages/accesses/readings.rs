//! Who looked at a case, day by day, for who watches over personal data and answers the person.

use super::asking;
use crate::{
    api,
    asked::{Asked, Wish},
    follow::follow,
    parts::{
        button::Act,
        days,
        states::{empty, loaded, stale, unfulfilled},
    },
    route::Route,
    words::{language, say, say_with},
};
use contract::journal::{ReadingLine, ReadingList};
use domain::{
    exceptional_access::Need,
    words::{Day, SupportCaseId},
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The screen.
#[component]
pub(crate) fn ReadingsPage(case: SupportCaseId) -> impl IntoView {
    let asked = Asked::new(move || api::journal::readings(case, None));
    view! {
        <p class="over"><a href=Route::Accesses.path()>{say("accesses-title")}</a></p>
        <h1>{say("readings-title")}</h1>
        {stale(asked)}
        {loaded(asked, "readings-waiting", move |list| view! { <Days case list/> })}
    }
}

/// The days of the first answer and of those asked after it.
#[component]
fn Days(case: SupportCaseId, list: Signal<Arc<ReadingList>>) -> impl IntoView {
    let lines = RwSignal::new(Vec::<ReadingLine>::new());
    let older = RwSignal::new(None::<Day>);
    let wish = Wish::new();
    follow(move || {
        let first = list.get();
        lines.set(first.lines.clone());
        older.set(first.older_until);
    });
    let ask_older = Callback::new(move |()| {
        wish.send(
            api::journal::readings(case, older.get_untracked()),
            move |page: ReadingList| {
                older.set(page.older_until);
                lines.update(|lines| lines.extend(page.lines));
            },
        );
    });
    view! {
        {move || head(&list.get())}
        {move || {
            lines
                .with(|lines| {
                    if lines.is_empty() {
                        return empty("readings-none").into_any();
                    }
                    lines.chunk_by(|one, next| one.day == next.day).map(day).collect_view().into_any()
                })
        }}
        {unfulfilled(wish, None, &[])}
        {move || {
            older
                .with(Option::is_some)
                .then(|| view! { <div class="more"><Act on_act=ask_older busy=wish.busy>{say("readings-older")}</Act></div> })
        }}
    }
}

fn head(list: &ReadingList) -> impl IntoView + use<> {
    let service = list.about.service.name.clone();
    let about = asking::about(&list.about);
    let kept = match (list.kept_since, list.kept_months) {
        (Some(since), Some(months)) => Some(say_with(
            "readings-kept",
            &[
                ("months", months.into()),
                ("since", days::month_and_year(since.0).into()),
            ],
        )),
        (Some(_) | None, Some(_) | None) => None,
    };
    view! {
        <p><strong>{service}</strong> " · " {about}</p>
        <p class="calm measure">{say("readings-says")} " " {kept}</p>
    }
}

fn day(lines: &[ReadingLine]) -> impl IntoView + use<> {
    let on = lines.first().map(|line| days::long(line.day.0));
    let opened = lines.iter().filter(|line| line.opened).map(line).collect_view();
    let listed: BTreeSet<String> = lines.iter().filter(|line| !line.opened).map(name).collect();
    let listed = (!listed.is_empty()).then(|| {
        let names = listed.into_iter().collect::<Vec<_>>().join(", ");
        view! { <p class="calm">{say_with("readings-listed", &[("names", names.into())])}</p> }
    });
    view! {
        <section class="meetings">
            <h2>{on}</h2>
            <ul class="lines">{opened}</ul>
            {listed}
        </section>
    }
}

fn name(line: &ReadingLine) -> String {
    line.by
        .as_ref()
        .map_or_else(|| say("readings-unknown"), |worker| worker.name.0.clone())
}

fn line(line: &ReadingLine) -> impl IntoView + use<> {
    let service = line.by.as_ref().map(|worker| worker.service.name.clone());
    let key = format!("looked-{}", line.what);
    let what = if sentences::knows(language(), &key) {
        say(&key)
    } else {
        say("looked-other")
    };
    let purpose = line.purpose.as_ref().map(|purpose| say(&format!("purpose-{purpose}")));
    let clock = |at| days::clock(days::wall(at));
    let when = if line.times == 1 {
        say_with("readings-once", &[("at", clock(line.first_at).into())])
    } else {
        say_with(
            "readings-times",
            &[
                ("times", line.times.into()),
                ("from", clock(line.first_at).into()),
                ("to", clock(line.last_at).into()),
            ],
        )
    };
    let reason = line.with_reason.as_ref().map(|with| {
        let need = match with.need {
            Need::Emergency => say("access-need-emergency"),
            Need::Supervision => say("access-need-supervision"),
        };
        let said = say_with(
            "readings-reason",
            &[("need", need.into()), ("reason", (&with.reason.0).into())],
        );
        view! { <span class="now">{said}</span> }
    });
    view! {
        <li class="shared-line">
            <strong>{name(line)}</strong>
            <span class="mark">{service} {purpose.map(|purpose| format!(" · {purpose}"))}</span>
            <span>{what} " " <span class="mark">{when}</span></span>
            {reason}
        </li>
    }
}
