//! Financial aid of a case: listed, requested, completed, decided, ended before a decision, paid.
//!
//! Amounts are sealed, so no state of a rule holds them: they are opened here for who asks, and the reading is journalled.

use super::asking::Writing;
use super::failure::Failure;
use super::problems;
use super::reading::Reading;
use super::worker::Worker;
use crate::app::Trame;
use crate::view::{aid_amounts, financial_aids};
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use contract::Plain;
use contract::financial_aid::{AidDecision, AidEnding, DecideAid, EndAid, MoveAid, PayAid, RequestAid, RetractPayment};
use contract::support_case::AsKnown;
use domain::document::About;
use domain::financial_aid::{
    Adjournment, Amount, COMPARTMENT, Command, Ending, FinancialAid, Grant, Payment, Rejection, Request, Seen,
};
use domain::words::{Day, Doer, EuroCents, FinancialAidId, PaymentId, SupportCaseId, Text};
use journal::Shown;
use sealed::{Private, Subject};
use uuid::Uuid;

/// Lists the financial aid of a case of which the reader may know.
#[utoipa::path(get, path = contract::paths::FINANCIAL_AIDS, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), AsKnown), responses(
    (status = 200, body = contract::financial_aid::FinancialAids),
    problems::Reading, problems::Missing,
))]
pub(super) async fn list(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    as_known: Query<AsKnown>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let reading = Reading::of(&trame, worker, *support_case, &as_known, Shown::FinancialAids).await?;
    let view = financial_aids(&reading.file, &reading.open, &reading.looking)?;
    Ok(HttpResponse::Ok().json(view.ok_or_else(Failure::not_found)?))
}

/// Requests an aid: it waits for its supporting documents, or is examined at once when none is missing.
#[utoipa::path(post, path = contract::paths::FINANCIAL_AIDS, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path)), request_body = RequestAid, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn request(
    worker: Worker,
    support_case: Path<SupportCaseId>,
    body: Json<RequestAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let writing = Writing::to(&trame, worker, *support_case).await?;
    if !writing.writes(COMPARTMENT) {
        return Err(Failure::not_allowed("problem.not_writable"));
    }
    writing.new_or_own(body.financial_aid.0).await?;
    if let About::Person(person) = body.about {
        writing
            .knows(&Doer::Person(person), body.command)
            .await
            .map_err(|failure| failure.of_field("about"))?;
    }
    let aid = Aid::of(writing, body.financial_aid, body.about);
    let wish = Command::Request(Request {
        support_case: *support_case,
        about: body.about,
        fund: body.fund,
        fund_name: aid.words_of("fund_name", body.fund_name.as_ref())?,
        need: body.need,
        amount: aid.amount(&body.amount)?,
        reason: aid.words("reason", &body.reason)?,
        on: Failure::within("on", body.on)?,
        agreed: body.agreed,
        missing: body.missing.iter().copied().collect(),
    });
    aid.ask(body.command, wish).await
}

/// Notes that the supporting documents are complete: it is examined.
#[utoipa::path(post, path = contract::paths::COMPLETE_AID, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path)), request_body = MoveAid,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn complete(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId)>,
    body: Json<MoveAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    moves(&trame, worker, *path, &body, |on| Command::Complete { on }).await
}

/// Notes that a request that was put off is looked at again.
#[utoipa::path(post, path = contract::paths::RESUME_AID, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path)), request_body = MoveAid,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn resume(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId)>,
    body: Json<MoveAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    moves(&trame, worker, *path, &body, |on| Command::Resume { on }).await
}

/// Moves one on, as of a day.
async fn moves(
    trame: &Trame,
    worker: Worker,
    which: (SupportCaseId, FinancialAidId),
    body: &MoveAid,
    wish: fn(Day) -> Command,
) -> Result<HttpResponse, Failure> {
    let aid = Aid::known(trame, worker, which).await?;
    let on = Failure::within("on", body.on)?;
    aid.ask(body.command, wish(on)).await
}

/// Notes what was decided: it is granted, refused or put off.
#[utoipa::path(post, path = contract::paths::DECIDE_AID, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path)), request_body = DecideAid,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn decide(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId)>,
    body: Json<DecideAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let aid = Aid::known(&trame, worker, *path).await?;
    let on = Failure::within("on", body.on)?;
    let decided_by = aid.words("body", &body.body)?;
    let wish = match &body.decision {
        AidDecision::Accepted {
            amount,
            more_because,
            way,
        } => Command::Accept {
            grant: Grant {
                amount: aid.amount(amount)?,
                more_because: aid.words_of("more_because", more_because.as_ref())?,
                body: decided_by,
                on,
                way: *way,
            },
            seen: aid.seen(&trame, worker).await?,
        },
        AidDecision::Refused {
            reason,
            appeal_told,
            appeal_until,
        } => Command::Refuse(Rejection {
            reason: aid.words("reason", reason)?,
            body: decided_by,
            on,
            appeal_told: *appeal_told,
            appeal_until: Failure::unless_within("appeal_until", *appeal_until)?,
        }),
        AidDecision::Adjourned { reason, again_on } => Command::Adjourn(Adjournment {
            reason: aid.words("reason", reason)?,
            body: decided_by,
            on,
            again_on: Failure::unless_within("again_on", *again_on)?,
        }),
    };
    aid.ask(body.command, wish).await
}

/// Ends a request before any decision: the person no longer wants it, or it is closed without follow-up.
#[utoipa::path(post, path = contract::paths::END_AID, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path)), request_body = EndAid,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn end(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId)>,
    body: Json<EndAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let aid = Aid::known(&trame, worker, *path).await?;
    let ending = Ending {
        on: Failure::within("on", body.on)?,
        reason: aid.words("reason", &body.reason)?,
    };
    let wish = match body.how {
        AidEnding::Withdrawn => Command::Withdraw(ending),
        AidEnding::Closed => Command::Close(ending),
    };
    aid.ask(body.command, wish).await
}

/// Notes that money came; all together never beyond what was granted.
#[utoipa::path(post, path = contract::paths::PAY_AID, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path)), request_body = PayAid,
    responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn pay(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId)>,
    body: Json<PayAid>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let aid = Aid::known(&trame, worker, *path).await?;
    let wish = Command::Pay {
        payment: Payment {
            payment: body.payment,
            amount: aid.amount(&body.amount)?,
            on: Failure::within("on", body.on)?,
            way: body.way,
        },
        seen: aid.seen(&trame, worker).await?,
    };
    aid.ask(body.command, wish).await
}

/// Takes back a payment that was written by mistake, with a reason.
#[utoipa::path(post, path = contract::paths::RETRACT_PAYMENT, tag = "financial aid",
    params(("support_case" = SupportCaseId, Path), ("financial_aid" = FinancialAidId, Path), ("payment" = PaymentId, Path)),
    request_body = RetractPayment, responses(
    (status = 200, body = contract::Accepted),
    problems::Reading, problems::Missing, problems::Body, problems::Refused,
))]
pub(super) async fn retract(
    worker: Worker,
    path: Path<(SupportCaseId, FinancialAidId, PaymentId)>,
    body: Json<RetractPayment>,
    trame: Data<Trame>,
) -> Result<HttpResponse, Failure> {
    let (support_case, financial_aid, payment) = *path;
    let aid = Aid::known(&trame, worker, (support_case, financial_aid)).await?;
    let reason = aid.words("reason", &body.reason)?;
    aid.ask(body.command, Command::RetractPayment { payment, reason }).await
}

/// An aid, and under whose key its words and amounts lie.
struct Aid<'a> {
    writing: Writing<'a>,
    financial_aid: FinancialAidId,
    subject: Subject,
}

impl<'a> Aid<'a> {
    fn of(writing: Writing<'a>, financial_aid: FinancialAidId, about: About) -> Self {
        Self {
            financial_aid,
            subject: match about {
                About::Person(person) => Subject::Person(person.0),
                About::Household => writing.subject_of(financial_aid.0),
            },
            writing,
        }
    }

    /// One of this case of which she may know, and where she may write.
    async fn known(
        trame: &'a Trame,
        worker: Worker,
        (support_case, financial_aid): (SupportCaseId, FinancialAidId),
    ) -> Result<Self, Failure> {
        let writing = Writing::to(trame, worker, support_case).await?;
        if !writing.permit().reads(COMPARTMENT) || !writing.owns(financial_aid.0).await? {
            return Err(Failure::not_found());
        }
        let file = writing.file().await?;
        let mut known = file.financial_aids.iter();
        let found = known.find(|each| each.financial_aid == financial_aid);
        let about = found.ok_or_else(Failure::not_found)?.request.about;
        if !writing.writes(COMPARTMENT) {
            return Err(Failure::not_allowed("problem.not_writable"));
        }
        Ok(Self::of(writing, financial_aid, about))
    }

    fn words(&self, field: &str, words: &Plain<String>) -> Result<Text, Failure> {
        self.writing.text_under(field, self.subject, COMPARTMENT, words)
    }

    /// Words that may be left out.
    fn words_of(&self, field: &str, words: Option<&Plain<String>>) -> Result<Option<Text>, Failure> {
        let said = words.filter(|words| !words.0.trim().is_empty());
        said.map(|words| self.words(field, words)).transpose()
    }

    fn amount(&self, cents: &Plain<u64>) -> Result<Amount, Failure> {
        let amount = EuroCents::told(cents.0).map_err(|invalid| Failure::invalid("amount", invalid))?;
        Ok(Private::new(self.subject, COMPARTMENT, amount))
    }

    /// The amounts as they stand, opened for who asks.
    async fn seen(&self, trame: &Trame, worker: Worker) -> Result<Seen, Failure> {
        let case = self.writing.support_case();
        let reading = Reading::of(trame, worker, case, &AsKnown::default(), Shown::FinancialAids).await?;
        let mut known = reading.file.financial_aids.iter();
        let found = known.find(|each| each.financial_aid == self.financial_aid);
        Ok(aid_amounts(found.ok_or_else(Failure::not_found)?, &reading.open)?)
    }

    async fn ask(&self, command: Uuid, wish: Command) -> Result<HttpResponse, Failure> {
        self.writing
            .ask::<FinancialAid, _>(self.financial_aid.0, command, None, wish)
            .await
    }
}
