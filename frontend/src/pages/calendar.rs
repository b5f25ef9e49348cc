//! The address at which a calendar elsewhere reads her appointments: made, shown once, made anew, taken back.

use crate::{
    api,
    asked::{Asked, Wish},
    desk::Desk,
    parts::{
        button::Act,
        days,
        states::{loaded, unfulfilled},
    },
    words::{say, say_with},
};
use contract::appointment::CalendarAddress;
use leptos::prelude::*;

/// The part of « Mes connexions ».
#[component]
pub(crate) fn OwnCalendar(desk: Desk) -> impl IntoView {
    let asked = Asked::new(api::appointment::address);
    let made = RwSignal::new(None::<String>);
    view! {
        <section class="own-calendar" aria-labelledby="own-calendar">
            <h2 id="own-calendar">{say("own-calendar")}</h2>
            <p>{say("own-calendar-intro")}</p>
            {move || {
                made.get()
                    .map(|address| {
                        view! {
                            <p role="status">
                                <span class="strong">{say("own-calendar-once")}</span>
                                <br/>
                                <code>{address}</code>
                            </p>
                        }
                    })
            }}
            {loaded(asked, "sessions-waiting", move |known| {
                view! { {move || acts(desk, &known.get(), asked, made)} }
            })}
        </section>
    }
}

fn acts(
    desk: Desk,
    known: &CalendarAddress,
    asked: Asked<CalendarAddress>,
    made: RwSignal<Option<String>>,
) -> impl IntoView + use<> {
    let (renewing, revoking) = (Wish::new(), Wish::new());
    let renew = Callback::new(move |()| {
        renewing.send(api::appointment::renew(), move |new| {
            let origin = window().location().origin().unwrap_or_default();
            made.set(Some(format!("{origin}{}", new.path.0)));
            asked.again();
        });
    });
    let revoke = Callback::new(move |()| {
        revoking.send(api::appointment::revoke(), move |()| {
            made.set(None);
            desk.toasts.show(say("own-calendar-revoked"));
            asked.again();
        });
    });
    let since = known.since.map(|since| {
        let since = say_with("own-calendar-since", &[("when", days::day_and_clock(since).into())]);
        view! { <p class="mark">{since}</p> }
    });
    let make = if known.since.is_some() {
        "own-calendar-renew"
    } else {
        "own-calendar-make"
    };
    let take_back = known
        .since
        .is_some()
        .then(|| view! { <Act on_act=revoke busy=revoking.busy>{say("own-calendar-revoke")}</Act> });
    view! {
        {since}
        <p class="acts"><Act on_act=renew busy=renewing.busy>{say(make)}</Act>{take_back}</p>
        {unfulfilled(renewing, None, &[])}
        {unfulfilled(revoking, None, &[])}
    }
}
