//! The documents of a case: what is asked for, what is there and until when it is good.

mod ask;
mod deposit;
mod file;
mod kinds;
mod lines;
mod withdraw;

pub(super) use kinds::kind_words;

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
use contract::document::{DocumentView, Documents, Standing};
use domain::words::{DocumentId, SupportCaseId};
use leptos::prelude::*;

/// What stands open above the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// One is asked for.
    Ask,
    /// One is deposited: as what was asked for, or by itself.
    Deposit(Option<DocumentId>),
    /// A newer one takes its place.
    Renew(DocumentId),
    /// It is taken back.
    Withdraw(DocumentId),
}

/// What each part needs.
type Place = super::place::Place<Documents, Open>;

impl Place {
    /// A document as it was seen last.
    fn document(self, document: DocumentId) -> Option<DocumentView> {
        self.seen
            .with_untracked(|seen| seen.documents.iter().find(|each| each.document == document).cloned())
    }
}

/// The screen.
#[component]
pub(crate) fn DocumentsPage(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let asked = Asked::new(move || api::document::seen(case));
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
            let place = Place { desk, case, seen, open, asked, drafts: "documents" };
            view! {
                <div class="head">
                    <div>
                        <p class="over"><a href=Route::Case(case.0).path()>{move || seen.with(|seen| seen.label.0.clone())}</a></p>
                        <h1>{say("documents-title")}</h1>
                    </div>
                    {acts(place)}
                </div>
                {lines::section(place, Standing::Awaited)}
                {lines::section(place, Standing::Good)}
                {lines::section(place, Standing::Over)}
                <Sheets place/>
            }
        })}
    }
}

/// What she may do here.
fn acts(place: Place) -> impl IntoView {
    move || {
        if place.seen.with(|seen| seen.writes.is_empty()) {
            return view! { <p class="why">{say("documents-read-only")}</p> }.into_any();
        }
        view! {
            <div class="acts">
                <Act weight=Weight::First on_act=place.opens(Open::Deposit(None))>{say("documents-deposit")}</Act>
                <Act on_act=place.opens(Open::Ask)>{say("documents-ask")}</Act>
            </div>
        }
        .into_any()
    }
}

/// What stands open above the page.
#[component]
fn Sheets(place: Place) -> impl IntoView {
    let asking = open_while(place.open, |each| *each == Open::Ask);
    let depositing = open_while(place.open, |each| matches!(each, Open::Deposit(_)));
    let renewing = open_while(place.open, |each| matches!(each, Open::Renew(_)));
    let withdrawing = open_while(place.open, |each| matches!(each, Open::Withdraw(_)));
    let which = move || place.open.get_untracked();
    view! {
        <Sheet title=say("documents-ask") open=asking><ask::AskForm place/></Sheet>
        <Sheet title=say("documents-deposit") open=depositing>
            {match which() {
                Some(Open::Deposit(awaited)) => Some(view! { <deposit::DepositForm place awaited/> }),
                Some(Open::Ask | Open::Renew(_) | Open::Withdraw(_)) | None => None,
            }}
        </Sheet>
        <Sheet title=say("documents-renew") open=renewing>
            {match which() {
                Some(Open::Renew(document)) => Some(view! { <deposit::RenewForm place document/> }),
                Some(Open::Ask | Open::Deposit(_) | Open::Withdraw(_)) | None => None,
            }}
        </Sheet>
        <Sheet title=say("documents-title") open=withdrawing>
            {match which() {
                Some(Open::Withdraw(document)) => Some(view! { <withdraw::WithdrawForm place document/> }),
                Some(Open::Ask | Open::Deposit(_) | Open::Renew(_)) | None => None,
            }}
        </Sheet>
    }
}
