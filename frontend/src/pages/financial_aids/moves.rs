//! Before a decision: the documents are complete, it is looked at again, it is given up or closed.

use super::{
    Place,
    asking::{self, Coming, Form, past_day},
};
use crate::{
    api,
    asked::Wish,
    drafts::Draft,
    parts::field::{Of, lines},
    words::say,
};
use contract::financial_aid::{AidEnding, EndAid, MoveAid};
use domain::{
    financial_aid::{Command, Ending},
    words::FinancialAidId,
};
use leptos::prelude::*;

/// The documents are complete, or it is looked at again.
pub(super) fn form(place: Place, aid: FinancialAidId, resumes: bool) -> AnyView {
    let (what, label, does, told) = if resumes {
        ("resume", "aids-resume-on", "aids-resumes", "aids-resumed")
    } else {
        ("complete", "aids-complete-on", "aids-completes", "aids-completed")
    };
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("{what}.{aid}")));
    let wish = Wish::new();
    let wished = move || -> Result<(Coming, Command), String> {
        let on = asking::on(place, draft);
        let body = MoveAid {
            command: draft.command.get(),
            on,
        };
        Ok(if resumes {
            let coming = api::financial_aid::resume(place.case, aid, body);
            (Box::pin(coming), Command::Resume { on })
        } else {
            let coming = api::financial_aid::complete(place.case, aid, body);
            (Box::pin(coming), Command::Complete { on })
        })
    };
    Form {
        draft,
        wish,
        aid: Some(aid),
        wished: Box::new(wished),
        told,
        fields: past_day(place, Of::new(draft, wish, "on"), say(label)),
        beside: &["on"],
        does,
    }
    .view(place)
}

/// It is given up by the person, or closed without follow-up.
pub(super) fn ending(place: Place, aid: FinancialAidId, how: AidEnding) -> AnyView {
    let (what, does, told) = match how {
        AidEnding::Withdrawn => ("withdraw", "aids-withdraws", "aids-withdrawn"),
        AidEnding::Closed => ("close", "aids-closes", "aids-closed"),
    };
    let draft = Draft::open(place.desk.who().worker.0, &place.about(&format!("{what}.{aid}")));
    let wish = Wish::new();
    let of = move |name| Of::new(draft, wish, name);
    let wished = move || -> Result<(Coming, Command), String> {
        let (reason, private_reason) = asking::words(place, draft, "reason", "reason-needed")?;
        let on = asking::on(place, draft);
        let ending = Ending {
            on,
            reason: private_reason,
        };
        let rule = match how {
            AidEnding::Withdrawn => Command::Withdraw(ending),
            AidEnding::Closed => Command::Close(ending),
        };
        let command = draft.command.get();
        let body = EndAid {
            command,
            how,
            on,
            reason,
        };
        Ok((Box::pin(api::financial_aid::end(place.case, aid, body)), rule))
    };
    let fields = view! {
        {lines(of("reason"), say("aids-why"), false, String::new())}
        {past_day(place, of("on"), say("aids-end-on"))}
    };
    Form {
        draft,
        wish,
        aid: Some(aid),
        wished: Box::new(wished),
        told,
        fields: fields.into_any(),
        beside: &["reason", "on"],
        does,
    }
    .view(place)
}
