//! What the rules of deadlines are counted from: live, page by page, and rebuilt.

use crate::ground::{Ground, case, day, opening, said};
use access::Permit;
use domain::deadline::rule::{From, Happened, Phase, State};
use domain::deadline::{self, ByRule, Deadline};
use domain::support_case::{ClosureReason, Command, Measure, Support, Track};
use domain::words::{DeadlineId, DomainOfLife, Due, MeasureId, OrientationId};
use jiff::tz::TimeZone;
use projections::check;
use projections::deadline::{CaseFooting, footings};
use uuid::Uuid;

const OPENED: &str = "2026-01-05T09:00:00Z";
const MEASURE: MeasureId = MeasureId(Uuid::from_u128(0x51));
const ORIENTATION: OrientationId = OrientationId(Uuid::from_u128(0x61));

async fn seen(ground: &Ground, changed_after: Option<u64>) -> Vec<CaseFooting> {
    let client = ground.client().await;
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = footings(&client, &Permit::for_operation(), &zone, changed_after, (after, 1))
            .await
            .unwrap();
        let Some(last) = page.last() else { return all };
        after = Some(last.support_case);
        all.extend(page);
    }
}

fn fact(what: From, item: Uuid, on: &str, domain: Option<DomainOfLife>, answered: bool) -> Happened {
    Happened {
        what,
        item,
        on: day(on),
        domain,
        answered,
    }
}

#[tokio::test]
async fn terms_requests_and_what_was_heard_are_known_and_rebuilt_alike() {
    let ground = Ground::new().await;
    for number in [1, 2] {
        let open = Command::Open(opening(case(number), "2026-01-05"));
        ground.case(case(number), OPENED, open).await;
    }
    let start = Command::StartMeasure(Measure {
        measure: MEASURE,
        label: said(case(1), "Aide éducative à domicile"),
        domain: DomainOfLife::Parenting,
        from: day("2026-01-10"),
        until: Some(day("2026-06-30")),
    });
    ground.case(case(1), "2026-01-10T09:00:00Z", start).await;
    let renew = Command::RenewMeasure {
        measure: MEASURE,
        until: day("2026-12-31"),
    };
    ground.case(case(1), "2026-06-01T09:00:00Z", renew.clone()).await;
    // A colleague notes the same, and it is one term; a mistake that is put right is asked of again.
    ground.case(case(1), "2026-06-02T09:00:00Z", renew.clone()).await;
    let mistaken = Command::RenewMeasure {
        measure: MEASURE,
        until: day("2027-12-31"),
    };
    ground.case(case(1), "2026-06-03T09:00:00Z", mistaken).await;
    ground.case(case(1), "2026-06-04T09:00:00Z", renew).await;
    let request = Command::RequestOrientation {
        orientation: ORIENTATION,
        track: Track::Social,
        reason: None,
    };
    // Half past eleven in the evening in winter time is the next day in Paris.
    ground.case(case(1), "2026-01-31T23:30:00Z", request).await;
    let before = ground.log.head().await.unwrap();
    let decide = Command::DecideOrientation {
        orientation: ORIENTATION,
        accepted: true,
        track: Some(Track::Social),
        reason: None,
    };
    ground.case(case(1), "2026-03-02T09:00:00Z", decide).await;

    let all = seen(&ground, None).await;
    assert_eq!(all.len(), 2);
    let hers = all.iter().find(|each| each.support_case == case(1)).unwrap();
    assert_eq!(
        (hers.footing.support, hers.footing.heard_on),
        (Support::Generalist, None)
    );
    assert_eq!(hers.footing.phase, Phase::Open(day("2026-01-05")));
    let parenting = Some(DomainOfLife::Parenting);
    assert_eq!(
        hers.footing.facts,
        [
            fact(From::MeasureStart, MEASURE.0, "2026-01-10", parenting, false),
            fact(From::Orientation, ORIENTATION.0, "2026-03-02", None, false),
            fact(From::OrientationRequest, ORIENTATION.0, "2026-02-01", None, true),
            fact(From::Term, MEASURE.0, "2026-06-30", parenting, true),
            fact(From::Term, MEASURE.0, "2026-12-31", parenting, false),
            fact(From::Term, MEASURE.0, "2027-12-31", parenting, true),
        ]
    );
    let changed: Vec<_> = seen(&ground, Some(before))
        .await
        .iter()
        .map(|each| each.support_case)
        .collect();
    assert_eq!(changed, [case(1)], "only what changed is looked at again");

    let close = Command::Close {
        on: day("2026-09-01"),
        reason: ClosureReason::GoalsReached,
        watch_until: Some(day("2027-03-01")),
        balance: None,
    };
    ground.case(case(1), "2026-09-01T09:00:00Z", close).await;
    let end = Command::EndMeasure {
        measure: MEASURE,
        on: day("2026-09-01"),
    };
    ground.case(case(1), "2026-09-01T09:30:00Z", end).await;
    let all = seen(&ground, None).await;
    let hers = all.iter().find(|each| each.support_case == case(1)).unwrap();
    assert_eq!(
        hers.footing.phase,
        Phase::Closed(day("2026-09-01"), Some(day("2027-03-01")))
    );
    assert!(hers.footing.facts.iter().all(|fact| fact.item == ORIENTATION.0));
    let checked = check(&ground.log, |_| {}).await.unwrap();
    let unequal: Vec<_> = checked.iter().filter(|view| !view.equal).collect();
    assert!(unequal.is_empty(), "{unequal:?}");
    ground.follower.stop().await;
}

#[tokio::test]
async fn what_rules_set_is_known_with_what_became_of_it_and_what_people_set_is_not() {
    let ground = Ground::new().await;
    ground
        .case(case(1), OPENED, Command::Open(opening(case(1), "2026-01-05")))
        .await;
    let setting = |rule: Option<&str>| deadline::Setting {
        support_case: case(1),
        kind: deadline::Kind::Review,
        label: None,
        domain: None,
        due: Due::On(day("2026-03-02")),
        legal: false,
        rule: rule.map(|code| ByRule {
            code: code.to_owned(),
            name: "Point".to_owned(),
            source: "Vote".to_owned(),
        }),
    };
    let became = [
        (1, Some("stands"), None),
        (2, Some("met"), Some(deadline::Command::Meet)),
        (3, Some("lapsed"), Some(deadline::Command::Lapse)),
        (4, None, None),
    ];
    for (stream, rule, then) in became {
        let stream = Uuid::from_u128(stream);
        let set = deadline::Command::Set(setting(rule));
        ground.ask::<Deadline, _>(stream, OPENED, set).await;
        if let Some(then) = then {
            ground.ask::<Deadline, _>(stream, OPENED, then).await;
        }
    }
    let kept = async || {
        let all = seen(&ground, None).await;
        let kept = all[0].kept.iter().map(|kept| (kept.deadline.0.as_u128(), kept.state));
        kept.collect::<Vec<_>>()
    };
    assert_eq!(kept().await, [(1, State::Stands), (2, State::Over), (3, State::Lapsed)]);
    let again = deadline::Command::Set(setting(Some("lapsed")));
    let third = DeadlineId(Uuid::from_u128(3));
    ground.ask::<Deadline, _>(third.0, OPENED, again).await;
    assert_eq!(kept().await, [(1, State::Stands), (2, State::Over), (3, State::Stands)]);
    ground.follower.stop().await;
}
