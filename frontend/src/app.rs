//! The shell: who is signed in, the bar with its navigation, the screen of the address, what is told to readers.

mod bar;
mod theme;

use crate::{
    api::{self, Failure},
    asked::Wish,
    browser,
    desk::{Desk, on_key},
    drafts,
    pages::{
        self,
        sign_in::{SignInAgain, SignInPage},
    },
    parts::{
        dialog::Sheet,
        fold,
        states::{OfflineBar, failed, waiting},
        toast::ToastRegion,
        weave::Weaves,
    },
    route::Route,
    way::{follow_address, go},
    words::{Choice, say},
};
use bar::Bar;
use contract::session::Me;
use leptos::{ev, prelude::*, task::spawn_local};
use std::sync::Arc;

/// Who is signed in, as far as it is known.
#[derive(Clone)]
enum Session {
    Asking,
    Nobody,
    Failed(Failure),
    Of(Arc<Me>),
}

/// The whole client.
#[component]
pub(crate) fn App() -> impl IntoView {
    let choice = Choice::at_start();
    let theme = theme::Theme::at_start();
    let session = RwSignal::new(Session::Asking);
    let ask = Callback::new(move |()| {
        spawn_local(async move {
            session.set(match api::session::who().await {
                Ok(me) => Session::Of(Arc::new(me)),
                Err(Failure::SignedOut) => Session::Nobody,
                Err(failure) => Session::Failed(failure),
            });
        });
    });
    ask.run(());
    let signed_in = Callback::new(move |me: Me| session.set(Session::Of(Arc::new(me))));
    let signed_out = Callback::new(move |()| session.set(Session::Nobody));
    view! {
        <Weaves/>
            {move || {
                choice.track();
                match session.get() {
                    Session::Asking => view! { <Shell>{waiting("opening")}</Shell> }.into_any(),
                    Session::Nobody => view! { <Shell><SignInPage on_done=signed_in/></Shell> }.into_any(),
                    Session::Failed(failure) => view! { <Shell>{failed(&failure, ask)}</Shell> }.into_any(),
                    Session::Of(me) => view! { <House me choice theme on_leave=signed_out/> }.into_any(),
                }
            }}
    }
}

/// The shell before anyone is signed in.
#[component]
fn Shell(children: Children) -> impl IntoView {
    browser::remove("#before");
    browser::title(&say("title-app"));
    view! {
        <div class="shell">
            <header class="bar">{bar::brand()}</header>
            <main id="main" tabindex="-1">{children()}</main>
        </div>
    }
}

/// The house of a signed-in worker.
#[component]
fn House(me: Arc<Me>, choice: Choice, theme: theme::Theme, on_leave: Callback<()>) -> impl IntoView {
    browser::remove("#before");
    let worker = me.worker;
    let desk = Desk::of(me);
    desk.live.listen();
    follow_network(desk);
    let expired = RwSignal::new(false);
    api::tell_signed_out(expired);

    let path = follow_address();
    let route = Memo::new(move |_| path.with(|path| Route::read(path)));
    let keys = RwSignal::new(false);
    fold::watch();
    on_key(desk, "/", || {
        go(Route::Cases);
        request_animation_frame(|| browser::focus("input[name=search]"));
    });
    on_key(desk, "?", move || keys.set(true));
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        browser::title(&say(now.title()));
        // A new screen is told and read from its start; the first one keeps what the browser chose.
        if before.is_some_and(|before| before != now) {
            desk.toasts.tell(say(now.title()));
            browser::to_top();
            request_animation_frame(|| browser::focus("#main"));
        }
        now
    });
    let leave = Wish::new();
    let on_leave = Callback::new(move |()| {
        leave.send(api::session::sign_out(), move |()| {
            drafts::erase(worker.0);
            on_leave.run(());
        });
    });
    view! {
        <div class="shell">
            <a class="skip" href="#main">{say("skip-to-content")}</a>
            <Bar desk choice theme route on_leave/>
            <OfflineBar away=desk.away waiting=desk.waiting/>
            <main id="main" tabindex="-1">{move || pages::draw(desk, route.get())}</main>
        </div>
        <ToastRegion toasts=desk.toasts/>
        <Sheet title=say("session-over") open=expired>
            <SignInAgain desk open=expired/>
        </Sheet>
        <Sheet title=say("keys-title") open=keys>
            <dl class="keys">
                {["search", "note", "keys", "timeline", "decision", "time", "close"]
                    .into_iter()
                    .map(|act| {
                        view! {
                            <dt>{say(&format!("key-{act}"))}</dt>
                            <dd>{say(&format!("key-{act}-does"))}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
        </Sheet>
    }
}

/// Keeps the bar of a device without network true, with the number of texts that wait on it.
fn follow_network(desk: Desk) {
    let worker = desk.who().worker.0;
    let look = move || {
        desk.away.set(browser::is_offline());
        desk.waiting.set(drafts::waiting(worker));
    };
    let online = window_event_listener(ev::online, move |_| look());
    let offline = window_event_listener(ev::offline, move |_| look());
    let typed = window_event_listener(ev::input, move |_| {
        api::stay();
        if desk.away.get_untracked() {
            // Once the field has kept what was typed.
            request_animation_frame(look);
        }
    });
    on_cleanup(move || {
        typed.remove();
        online.remove();
        offline.remove();
    });
}
