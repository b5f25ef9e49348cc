//! The financial aid of a case: what was requested, what each waits for, what was granted and paid.

mod asking;
mod decide;
mod lines;
mod moves;
mod pay;
mod request;

use crate::{
    api,
    asked::Asked,
    desk::Desk,
    parts::{
        button::{Act, Weight},
        dialog::{Sheet, open_while},
        states::{loaded, stale},
    },
    route::Route,
    words::say,
};
use contract::financial_aid::{AidEnding, AidView, FinancialAids};
use domain::words::{FinancialAidId, PaymentId, SupportCaseId};
use leptos::prelude::*;

/// What stands open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// One is requested.
    Request,
    /// Its documents are complete.
    Complete(FinancialAidId),
    /// It is looked at again.
    Resume(FinancialAidId),
    /// It is decided.
    Decide(FinancialAidId),
    /// It ends before a decision.
    End(FinancialAidId, AidEnding),
    /// Money came.
    Pay(FinancialAidId),
    /// A payment was written by mistake.
    Retract(FinancialAidId, PaymentId),
}

/// What each part needs.
type Place = super::place::Place<FinancialAids, Open>;

impl Place {
    /// Something of an aid as it is seen.
    fn of_aid<T>(self, aid: FinancialAidId, something: impl FnOnce(&AidView) -> T) -> Option<T> {
        self.seen
            .with(|seen| seen.aids.iter().find(|each| each.financial_aid == aid).map(something))
    }
}

/// The screen.
#[component]
pub(crate) fn FinancialAidsPage(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let asked = Asked::new(move || api::financial_aid::seen(case));
    desk.live.on_change(
        move || {
            asked
                .seen
                .with(|seen| seen.as_ref().map(|view| (Some(view.topic.clone()), view.position)))
        },
        move || asked.again(),
    );
    let open = RwSignal::new(None::<Open>);
    view! {
        {stale(asked)}
        {loaded(asked, "case-waiting", move |seen| {
            let place = Place { desk, case, seen, open, asked, drafts: "financial_aids" };
            view! {
                <div class="head">
                    <div>
                        <p class="over"><a href=Route::Case(case.0).path()>{move || seen.with(|seen| seen.label.0.clone())}</a></p>
                        <h1>{say("aids-title")}</h1>
                    </div>
                    {acts(place)}
                </div>
                {lines::sections(place)}
                <Sheets place/>
            }
        })}
    }
}

/// What she may do here.
fn acts(place: Place) -> impl IntoView {
    move || {
        let (reads, writes) = place.seen.with(|seen| (seen.reads, seen.writes));
        if writes {
            let first = Weight::First;
            view! { <div class="acts"><Act weight=first on_act=place.opens(Open::Request)>{say("aids-request")}</Act></div> }
                .into_any()
        } else {
            let why = if reads { "aids-read-only" } else { "aids-unread" };
            view! { <p class="why">{say(why)}</p> }.into_any()
        }
    }
}

/// What stands open above the page.
#[component]
fn Sheets(place: Place) -> impl IntoView {
    let one = |fits: fn(&Open) -> bool| open_while(place.open, fits);
    let form = move || place.open.get_untracked().map(|open| form(place, open));
    let sheets = [
        ("aids-request", one(|each| *each == Open::Request)),
        ("aids-complete", one(|each| matches!(each, Open::Complete(_)))),
        ("aids-resume", one(|each| matches!(each, Open::Resume(_)))),
        ("aids-decide", one(|each| matches!(each, Open::Decide(_)))),
        (
            "aids-withdraw",
            one(|each| matches!(each, Open::End(_, AidEnding::Withdrawn))),
        ),
        (
            "aids-close",
            one(|each| matches!(each, Open::End(_, AidEnding::Closed))),
        ),
        ("aids-pay", one(|each| matches!(each, Open::Pay(_)))),
        ("aids-retract", one(|each| matches!(each, Open::Retract(..)))),
    ];
    sheets
        .map(|(title, open)| view! { <Sheet title=say(title) open>{form()}</Sheet> })
        .into_iter()
        .collect_view()
}

fn form(place: Place, open: Open) -> AnyView {
    match open {
        Open::Request => request::form(place),
        Open::Complete(aid) => moves::form(place, aid, false),
        Open::Resume(aid) => moves::form(place, aid, true),
        Open::Decide(aid) => decide::form(place, aid),
        Open::End(aid, how) => moves::ending(place, aid, how),
        Open::Pay(aid) => pay::form(place, aid),
        Open::Retract(aid, payment) => pay::retracting(place, aid, payment),
    }
}
