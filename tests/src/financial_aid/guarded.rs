//! What is kept from whom: other readers, whoever has the database, and everybody once somebody was forgotten.

use super::{aids, asks, granting, moving, named, paying, request, requests, whole};
use crate::house::{HAUTES_RIVES, House, VAL_DE_LYS, id};
use contract::paths;
use domain::words::{FinancialAidId, Profession, Role};
use sealed::Subject;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_read_the_budget_has_no_such_aid_and_who_reads_only_writes_none() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let here = (Role::Worker, VAL_DE_LYS);
    let health = house
        .professional("Claire", here, (Profession::HealthProfessional, true))
        .await;
    let colleague = house.professional("Ines", here, (Profession::SocialWorker, true)).await;
    let elsewhere = house.member("Ivan", Role::Worker, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    house.joins(&family, &health).await;
    house.joins(&family, &colleague).await;
    let aid = requests(&julie, &family, &whole(&family)).await;
    house.settled().await;
    let nothing = FinancialAidId(id());

    // A colleague of health knows of the case, not of its money.
    let seen = aids(&health, &family, 0).await;
    assert!(seen.aids.is_empty() && !seen.reads && !seen.writes);
    let wishes = [
        (paths::COMPLETE_AID, moving(1)),
        (paths::RESUME_AID, moving(1)),
        (paths::DECIDE_AID, granting(100)),
        (paths::END_AID, super::ending("closed")),
        (paths::PAY_AID, paying(100)),
    ];
    for (path, wish) in &wishes {
        let hidden = asks(&health, &family, path, aid, wish).await.comparable();
        assert_eq!(hidden, asks(&health, &family, path, nothing, wish).await.comparable());
        let hidden = asks(&elsewhere, &family, path, aid, wish).await.comparable();
        assert_eq!(
            hidden,
            asks(&elsewhere, &family, path, nothing, wish).await.comparable()
        );
        // An aid of one case is none of another.
        let across = asks(&nour, &other, path, aid, wish).await;
        assert_eq!(across.refusal(), "404 problem.not_found");
    }
    let path = family.path(paths::FINANCIAL_AIDS);
    let refused = health.post(&path, &request(&family)).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    let hidden = elsewhere.get(&path).await.refusal();
    assert_eq!(hidden, "404 problem.not_found");
    let mut across = request(&other);
    across["financial_aid"] = json!(aid);
    let refused = nour.post(&other.path(paths::FINANCIAL_AIDS), &across).await;
    assert_eq!(refused.refusal(), "404 problem.not_found");

    // Who works beside the référent reads it, and does not write there.
    let seen = aids(&colleague, &family, 0).await;
    assert!(seen.aids.len() == 1 && seen.reads && !seen.writes);
    let refused = asks(&colleague, &family, paths::DECIDE_AID, aid, &granting(100)).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_tells_neither_words_nor_amounts_and_what_was_forgotten_is_gone() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut wish = whole(&family);
    wish["amount"] = json!(9_876_543);
    let aid = requests(&julie, &family, &wish).await;
    asks(&julie, &family, paths::DECIDE_AID, aid, &granting(30_000))
        .await
        .kept();
    let mut for_all = whole(&family);
    (for_all["about"], for_all["amount"]) = (json!("household"), json!(9_876_543));
    requests(&julie, &family, &for_all).await;
    house.settled().await;
    let owner = house.database().owner().await;
    let told = "select count(*) from event where position($1::bytea in payload) > 0";
    // The amount as CBOR writes it, after two of the words.
    for clear in [
        "CANARIAIDE".as_bytes(),
        "Commission FSL".as_bytes(),
        &[0x1a, 0x00, 0x96, 0xb4, 0x3f],
    ] {
        assert_eq!(owner.query_one(told, &[&clear]).await.unwrap().get::<_, i64>(0), 0);
    }
    let keyring = house.log().codec().keyring();
    keyring.forget([Subject::Person(family.mother.0)]).await.unwrap();
    let seen = aids(&julie, &family, 0).await.aids;
    let hers = seen.iter().find(|each| each.financial_aid == named(&wish)).unwrap();
    assert_eq!((hers.reason.0.as_str(), hers.asked.as_ref()), ("(effacé)", None));
    assert_eq!(hers.grant.as_ref().unwrap().amount, None);
    let for_all = seen.iter().find(|each| each.financial_aid == named(&for_all)).unwrap();
    assert_eq!(for_all.asked.as_ref().unwrap().0, 9_876_543);
    let refused = asks(&julie, &family, paths::PAY_AID, aid, &paying(100)).await;
    assert_eq!(refused.refusal(), "409 financial_aid.amounts_unknown");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_pay_at_once_the_sum_stays_within_what_was_granted() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let aid = requests(&julie, &family, &whole(&family)).await;
    asks(&julie, &family, paths::DECIDE_AID, aid, &granting(30_000))
        .await
        .kept();
    house.settled().await;
    let (one, two) = (paying(20_000), paying(20_000));
    let (one, two) = tokio::join!(
        asks(&julie, &family, paths::PAY_AID, aid, &one),
        asks(&julie, &family, paths::PAY_AID, aid, &two)
    );
    let statuses = [one.status, two.status];
    assert!(statuses.contains(&200) && statuses.contains(&409), "{statuses:?}");
    house.settled().await;
    assert_eq!(aids(&julie, &family, 0).await.aids[0].paid(), Some(20_000));
}
