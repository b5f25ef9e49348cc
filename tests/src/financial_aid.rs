//! Financial aid: requested with the person, completed, decided, paid in parts, given up; and kept from who may not read it.

mod guarded;
mod screens;

use crate::house::{Answer, Family, House, Member, day_ago, id};
use contract::financial_aid::{AidView, FinancialAids};
use contract::paths;
use domain::document::Kind;
use domain::financial_aid::Status;
use domain::words::{FinancialAidId, PaymentId};
use serde_json::{Value, json};

/// A wish to have 350 € for the electricity of her family, two papers of which are missing.
pub(crate) fn request(family: &Family) -> Value {
    json!({ "command": id(), "financial_aid": id(), "about": { "person": family.mother }, "fund": "housing_energy",
        "fund_name": "FSL de Val-de-Lys", "need": "energy", "amount": 35_000, "reason": "Facture CANARIAIDE de l’hiver",
        "on": day_ago(40), "agreed": true, "missing": ["income", "bank_details"] })
}

/// The same with nothing missing.
pub(crate) fn whole(family: &Family) -> Value {
    let mut wish = request(family);
    wish["missing"] = json!([]);
    wish
}

pub(crate) fn named(wish: &Value) -> FinancialAidId {
    FinancialAidId(serde_json::from_value(wish["financial_aid"].clone()).unwrap())
}

pub(crate) fn granting(cents: u64) -> Value {
    json!({ "command": id(), "on": day_ago(20), "body": "Commission FSL", "decision": { "accepted": {
        "amount": cents, "way": { "method": "transfer", "to": "creditor" } } } })
}

pub(crate) fn paying(cents: u64) -> Value {
    json!({ "command": id(), "payment": id(), "amount": cents, "on": day_ago(5),
        "way": { "method": "transfer", "to": "creditor" } })
}

pub(crate) fn moving(days_ago: i64) -> Value {
    json!({ "command": id(), "on": day_ago(days_ago) })
}

pub(crate) fn ending(how: &str) -> Value {
    json!({ "command": id(), "how": how, "on": day_ago(10), "reason": "Elle s’est arrangée avec le fournisseur" })
}

/// What somebody asks about one of the aids of a family.
pub(crate) async fn asks(by: &Member, family: &Family, path: &str, aid: FinancialAidId, wish: &Value) -> Answer {
    by.post(&paths::of_aid(path, family.case, aid), wish).await
}

pub(crate) async fn requests(by: &Member, family: &Family, wish: &Value) -> FinancialAidId {
    by.post(&family.path(paths::FINANCIAL_AIDS), wish).await.kept();
    named(wish)
}

pub(crate) async fn aids(member: &Member, family: &Family, position: u64) -> FinancialAids {
    member
        .get_at_least(&family.path(paths::FINANCIAL_AIDS), position)
        .await
        .shows()
}

async fn only(member: &Member, family: &Family, position: u64) -> AidView {
    let mut seen = aids(member, family, position).await.aids;
    assert_eq!(seen.len(), 1);
    seen.remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_aid_is_requested_completed_granted_and_paid_in_parts() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let wish = request(&family);
    let path = family.path(paths::FINANCIAL_AIDS);
    let kept = julie.post(&path, &wish).await.kept();
    assert!(julie.post(&path, &wish).await.kept().repeated);
    let aid = named(&wish);
    let seen = only(&julie, &family, kept.position).await;
    assert_eq!(seen.status, Status::AwaitingDocuments);
    assert_eq!(seen.missing, [Kind::Income, Kind::BankDetails]);
    assert_eq!(seen.asked.as_ref().unwrap().0, 35_000);
    assert_eq!(seen.name.as_ref().unwrap().0, "Claire Besnard");
    assert_eq!(seen.fund_name.as_ref().unwrap().0, "FSL de Val-de-Lys");
    assert_eq!(seen.reason.0, "Facture CANARIAIDE de l’hiver");

    // Nobody decides while papers are missing.
    let early = asks(&julie, &family, paths::DECIDE_AID, aid, &granting(30_000)).await;
    assert_eq!(early.refusal(), "409 financial_aid.documents_awaited");
    asks(&julie, &family, paths::COMPLETE_AID, aid, &moving(30))
        .await
        .kept();
    let more = asks(&julie, &family, paths::DECIDE_AID, aid, &granting(35_001)).await;
    assert_eq!(more.refusal(), "409 financial_aid.more_than_asked (more_because)");
    let kept = asks(&julie, &family, paths::DECIDE_AID, aid, &granting(30_000))
        .await
        .kept();
    let seen = only(&julie, &family, kept.position).await;
    assert_eq!(seen.status, Status::Accepted);
    assert_eq!(seen.grant.as_ref().unwrap().amount.as_ref().unwrap().0, 30_000);

    // Several payments add up, never beyond what was granted.
    let first = paying(20_000);
    asks(&julie, &family, paths::PAY_AID, aid, &first).await.kept();
    assert!(asks(&julie, &family, paths::PAY_AID, aid, &first).await.kept().repeated);
    let beyond = asks(&julie, &family, paths::PAY_AID, aid, &paying(10_001)).await;
    assert_eq!(beyond.refusal(), "409 financial_aid.more_than_granted (amount)");
    let mut again = first.clone();
    again["command"] = json!(id());
    let twice = asks(&julie, &family, paths::PAY_AID, aid, &again).await;
    assert_eq!(twice.refusal(), "409 financial_aid.already_paid");
    let kept = asks(&julie, &family, paths::PAY_AID, aid, &paying(10_000)).await.kept();
    assert_eq!(only(&julie, &family, kept.position).await.paid(), Some(30_000));

    // What was written by mistake is taken back, not altered, and leaves its place.
    let payment = PaymentId(serde_json::from_value(first["payment"].clone()).unwrap());
    let back = paths::retract_payment(family.case, aid, payment);
    let retract = json!({ "command": id(), "reason": "Saisi deux fois" });
    julie.post(&back, &retract).await.kept();
    let again = json!({ "command": id(), "reason": "Saisi deux fois" });
    assert_eq!(julie.post(&back, &again).await.refusal(), "409 financial_aid.not_paid");
    let kept = asks(&julie, &family, paths::PAY_AID, aid, &paying(500)).await.kept();
    let seen = only(&julie, &family, kept.position).await;
    assert_eq!((seen.paid(), seen.payments.len()), (Some(10_500), 3));
    assert_eq!(seen.payments[0].retracted.as_ref().unwrap().0, "Saisi deux fois");

    // It is told among the news of the case, and as it was known on an earlier day nothing of it was.
    let view: contract::support_case::CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let told: Vec<_> = view.news.iter().map(|news| news.kind.as_str()).collect();
    for kind in ["requested", "completed", "accepted", "paid", "payment_retracted"] {
        let kind = format!("financial_aid.{kind}");
        assert!(told.contains(&kind.as_str()), "{kind} is not among {told:?}");
    }
    let before = format!("{path}?as_known_on={}", day_ago(1));
    let seen: FinancialAids = julie.get(&before).await.shows();
    assert!(seen.aids.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_aid_is_put_off_looked_at_again_and_refused_or_given_up() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let aid = requests(&julie, &family, &whole(&family)).await;
    let put_off = json!({ "command": id(), "on": day_ago(25), "body": "Commission FSL", "decision": { "adjourned": {
        "reason": "Avis du fournisseur attendu", "again_on": day_ago(18) } } });
    let kept = asks(&julie, &family, paths::DECIDE_AID, aid, &put_off).await.kept();
    let seen = only(&julie, &family, kept.position).await;
    assert_eq!(seen.status, Status::Adjourned);
    assert_eq!(seen.put_off.as_ref().unwrap().again_on, Some(day_ago(18)));
    let still = asks(&julie, &family, paths::DECIDE_AID, aid, &granting(100)).await;
    assert_eq!(still.refusal(), "409 financial_aid.still_adjourned");
    asks(&julie, &family, paths::RESUME_AID, aid, &moving(18)).await.kept();
    let refuse = |until: i64| {
        json!({ "command": id(), "on": day_ago(15), "body": "Commission FSL", "decision": { "refused": {
            "reason": "Ressources au-dessus du plafond", "appeal_told": true, "appeal_until": day_ago(until) } } })
    };
    let early = asks(&julie, &family, paths::DECIDE_AID, aid, &refuse(16)).await;
    assert_eq!(early.refusal(), "409 financial_aid.appeal_too_early (appeal_until)");
    let kept = asks(&julie, &family, paths::DECIDE_AID, aid, &refuse(-45)).await.kept();
    let seen = only(&julie, &family, kept.position).await;
    let rejection = seen.rejection.as_ref().unwrap();
    assert_eq!((seen.status, rejection.appeal_told), (Status::Refused, true));
    assert_eq!(rejection.appeal_until, Some(day_ago(-45)));
    let late = asks(&julie, &family, paths::END_AID, aid, &ending("withdrawn")).await;
    assert_eq!(late.refusal(), "409 financial_aid.already_decided");
    let unpaid = asks(&julie, &family, paths::PAY_AID, aid, &paying(100)).await;
    assert_eq!(unpaid.refusal(), "409 financial_aid.not_granted");

    // Before a decision it is given up, or closed.
    let mut statuses = Vec::new();
    for how in ["withdrawn", "closed"] {
        let aid = requests(&julie, &family, &request(&family)).await;
        let kept = asks(&julie, &family, paths::END_AID, aid, &ending(how)).await.kept();
        let seen = aids(&julie, &family, kept.position).await.aids;
        statuses.extend(
            seen.iter()
                .find(|each| each.financial_aid == aid)
                .map(|each| each.status),
        );
        let over = asks(&julie, &family, paths::COMPLETE_AID, aid, &moving(2)).await;
        assert_eq!(over.refusal(), "409 financial_aid.over");
    }
    assert_eq!(statuses, [Status::Withdrawn, Status::Closed]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_beside_its_field() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::FINANCIAL_AIDS);
    for (field, value, refusal) in [
        ("amount", json!(0), "400 invalid.not_an_amount (amount)"),
        ("amount", json!(10_000_001), "400 invalid.not_an_amount (amount)"),
        ("reason", json!("  "), "400 invalid.empty (reason)"),
        ("agreed", json!(false), "409 financial_aid.not_agreed (agreed)"),
        ("on", json!(day_ago(-1)), "409 financial_aid.in_the_future (on)"),
        ("on", json!("1789-07-14"), "400 invalid.out_of_time (on)"),
        ("about", json!({ "person": id() }), "400 problem.doer_unknown (about)"),
    ] {
        let mut wish = request(&family);
        wish[field] = value;
        assert_eq!(julie.post(&path, &wish).await.refusal(), refusal);
    }
    let mut unnamed = request(&family);
    unnamed["fund"] = json!("other");
    unnamed["fund_name"] = json!(" ");
    let refused = julie.post(&path, &unnamed).await;
    assert_eq!(refused.refusal(), "409 financial_aid.fund_unnamed (fund_name)");
    for fraction in [json!(350.5), json!(-1), json!("350")] {
        let mut wish = request(&family);
        wish["amount"] = fraction;
        assert_eq!(julie.post(&path, &wish).await.status, 400);
    }
    assert!(aids(&julie, &family, 0).await.aids.is_empty());
}
