//! Signals: each of the ten is told with what it rests on, set aside with a reason, and comes back with new evidence.

use crate::house::{Family, House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::paths;
use contract::signal::SignalView;
use contract::support_case::CaseView;
use contract::week::Week;
use domain::signal::Kind;
use domain::support_case::{Command, DecidedMeasure, Measure};
use domain::words::{DomainOfLife, MeasureId, Role};
use sealed::Compartment;
use serde_json::{Value, json};

async fn signals(reader: &Member, family: &Family, at_least: u64) -> Vec<SignalView> {
    let view: CaseView = reader.get_at_least(&family.home(), at_least).await.shows();
    view.signals
}

/// The signal of a kind, when it is told.
async fn told(reader: &Member, family: &Family, at_least: u64, kind: Kind) -> Option<SignalView> {
    let all = signals(reader, family, at_least).await;
    all.into_iter().find(|signal| signal.kind == kind)
}

fn aside(signal: &SignalView, reason: &str) -> Value {
    let evidence: Vec<_> = signal
        .evidence
        .iter()
        .map(contract::signal::EvidenceView::mark)
        .collect();
    json!({ "command": id(), "kind": signal.kind, "evidence": evidence, "reason": reason })
}

async fn misses(member: &Member, family: &Family, days: i64) -> u64 {
    let body = json!({ "command": id(), "contact": id(), "kind": "interview", "occurred_at": ago(days),
        "missed": { "excused": false } });
    member.post(&family.path(paths::CONTACTS), &body).await.kept().position
}

async fn fails_to_reach(member: &Member, family: &Family, kind: &str, by_what: &str) -> u64 {
    let body = json!({ "command": id(), "contact": id(), "kind": kind, "not_reached": by_what });
    member.post(&family.path(paths::CONTACTS), &body).await.kept().position
}

fn measure(family: &Family, from: i64, until: Option<i64>) -> Command {
    Command::StartMeasure(Measure {
        measure: MeasureId(id()),
        label: family.text(Compartment::Social, "Accompagnement éducatif"),
        domain: DomainOfLife::Parenting,
        from: day_ago(from),
        until: until.map(day_ago),
    })
}

/// What brings a family to where a signal of this kind holds. The families of the house were not heard for two hundred
/// days.
async fn comes_about(house: &House, julie: &Member, nour: &Member, kind: Kind) -> Family {
    let referent = if kind == Kind::HandoverUnmet { nour } else { julie };
    let family = house.family("Besnard", referent).await;
    match kind {
        Kind::Silence | Kind::NoVoice => {}
        Kind::MissedInARow => {
            misses(julie, &family, 9).await;
            misses(julie, &family, 2).await;
        }
        Kind::LetterReturned => {
            fails_to_reach(julie, &family, "message", "letter_returned").await;
        }
        Kind::NumberDead => {
            fails_to_reach(julie, &family, "call", "number_dead").await;
        }
        Kind::TermWithoutRenewal => {
            house
                .case(&family, julie.worker, 90, measure(&family, 90, Some(-10)))
                .await;
        }
        Kind::HandoverUnmet => {
            let hand_over = Command::HandOver {
                from: None,
                to: julie.worker,
                reason: None,
                met_on: None,
            };
            house.case(&family, nour.worker, 20, hand_over).await;
        }
        Kind::MeasureUnstarted => {
            let decide = Command::DecideMeasure(DecidedMeasure {
                measure: MeasureId(id()),
                label: family.text(Compartment::Social, "Accompagnement éducatif"),
                domain: DomainOfLife::Parenting,
                on: day_ago(20),
            });
            house.case(&family, julie.worker, 20, decide).await;
        }
        Kind::ActionOverdue => {
            let action = json!({ "command": id(), "plan": id(), "action": id(), "what": "Demander l’aide pour le loyer",
                "domain": "housing", "doer": { "worker": julie.worker }, "due_on": day_ago(3) });
            julie.post(&family.path(paths::ACTIONS), &action).await.kept();
        }
        Kind::Untouched => {
            house
                .case(&family, julie.worker, 150, measure(&family, 150, None))
                .await;
        }
        Kind::DeadlineMissed => due(julie, &family, "reply", 3).await,
        Kind::CheckInsUnanswered => {
            due(julie, &family, "check_in", 40).await;
            due(julie, &family, "check_in", 9).await;
            let close =
                json!({ "command": id(), "on": day_ago(70), "reason": "goals_reached", "watch_until": day_ago(-60) });
            julie.post(&family.path(paths::CLOSURE), &close).await.kept();
        }
    }
    family
}

/// Something that was due so many days ago.
async fn due(julie: &Member, family: &Family, kind: &str, days: i64) {
    let set = json!({ "command": id(), "deadline": id(), "kind": kind, "label": "Réponse du bailleur",
        "due_on": day_ago(days), "legal": false });
    julie.post(&family.path(paths::DEADLINES), &set).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_is_told_and_set_aside_with_a_reason() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    for kind in Kind::ALL {
        let family = comes_about(&house, &julie, &nour, kind).await;
        let head = house.settled().await;
        let signal = told(&julie, &family, head, kind).await;
        let signal = signal.unwrap_or_else(|| panic!("{kind:?} is not told"));
        assert!(!signal.evidence.is_empty() && signal.since <= house.today(), "{kind:?}");
        let named = signal.evidence[0].label.as_ref().map(|label| label.0.as_str());
        let expected = match kind {
            Kind::TermWithoutRenewal | Kind::MeasureUnstarted => Some("Accompagnement éducatif"),
            Kind::ActionOverdue => Some("Demander l’aide pour le loyer"),
            Kind::DeadlineMissed => Some("Réponse du bailleur"),
            Kind::HandoverUnmet => Some("Julie Martin"),
            Kind::Silence
            | Kind::MissedInARow
            | Kind::LetterReturned
            | Kind::NumberDead
            | Kind::NoVoice
            | Kind::Untouched
            | Kind::CheckInsUnanswered => None,
        };
        assert_eq!(named, expected, "{kind:?}");
        assert_eq!(signal.rhythm_days, (kind == Kind::Silence).then_some(28), "{kind:?}");

        let body = aside(&signal, "Elle est chez sa sœur.");
        let kept = julie.post(&family.path(paths::SIGNALS), &body).await.kept();
        let left = told(&julie, &family, kept.position, kind).await;
        assert_eq!(left, None, "{kind:?} was set aside");
        let again = julie.post(&family.path(paths::SIGNALS), &body).await.kept();
        assert!(again.repeated, "{kind:?}");
        let view: CaseView = julie.get(&family.home()).await.shows();
        let news = view
            .news
            .iter()
            .find(|news| news.kind == "support_case.signal_set_aside");
        let reason = news.and_then(|news| news.text.as_ref()).map(|text| text.0.as_str());
        assert_eq!(reason, Some("Elle est chez sa sœur."), "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_evidence_brings_a_signal_back_and_a_contact_ends_it() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    misses(&julie, &family, 9).await;
    let at = misses(&julie, &family, 5).await;
    let signal = told(&julie, &family, at, Kind::MissedInARow).await.unwrap();
    assert_eq!((signal.evidence.len(), signal.since), (2, day_ago(5)));
    let body = aside(&signal, "Son fils était malade.");
    let at = julie.post(&family.path(paths::SIGNALS), &body).await.kept().position;
    assert_eq!(told(&julie, &family, at, Kind::MissedInARow).await, None);
    let at = misses(&julie, &family, 1).await;
    let signal = told(&julie, &family, at, Kind::MissedInARow).await.unwrap();
    assert_eq!((signal.evidence.len(), signal.since), (3, day_ago(1)));

    let call = json!({ "command": id(), "contact": id(), "kind": "call", "shared": "Elle vient lundi.",
        "words": "Je viens lundi." });
    let at = julie.post(&family.path(paths::CONTACTS), &call).await.kept().position;
    assert_eq!(signals(&julie, &family, at).await, [], "she was reached, and spoke");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_stands_is_set_aside_by_who_writes_and_never_without_a_reason() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::SIGNALS);
    let signal = told(&julie, &family, 0, Kind::Silence).await.unwrap();

    let silent = aside(&signal, "  ");
    assert_eq!(julie.post(&path, &silent).await.refusal(), "400 invalid.empty (reason)");
    let mut ahead = aside(&signal, "Pour toujours");
    ahead["evidence"][0]["step"] = json!(900);
    assert_eq!(julie.post(&path, &ahead).await.refusal(), "400 signal.gone (evidence)");
    let mut nothing = aside(&signal, "Sans rien");
    nothing["evidence"] = json!([]);
    assert_eq!(
        julie.post(&path, &nothing).await.refusal(),
        "409 support_case.no_evidence"
    );
    let body = aside(&signal, "Elle est chez sa sœur.");
    assert_eq!(
        nour.post(&path, &body).await.status,
        404,
        "for her there is no such case"
    );
    assert_eq!(mehdi.post(&path, &body).await.refusal(), "403 problem.not_writable");
    julie.post(&path, &body).await.kept();
    let again = aside(&signal, "Elle y est toujours.");
    assert_eq!(julie.post(&path, &again).await.refusal(), "400 signal.gone (evidence)");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_referent_is_told_at_once_and_the_manager_later() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let silent = house.family("Rouanet", &julie).await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let call = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(10),
        "shared": "Elle vient lundi.", "words": "Je viens lundi." });
    julie.post(&family.path(paths::CONTACTS), &call).await.kept();
    misses(&julie, &family, 4).await;
    let at = misses(&julie, &family, 2).await;

    let week = async |member: &Member| -> Week { member.get_at_least(paths::WEEK, at).await.shows() };
    let kinds = |week: &[contract::week::CaseSignals], family: &Family| -> Vec<Kind> {
        let hers = week.iter().filter(|case| case.support_case == family.case);
        hers.flat_map(|case| &case.signals).map(|signal| signal.kind).collect()
    };
    let hers = week(&julie).await;
    assert_eq!(kinds(&hers.signals, &family), [Kind::MissedInARow]);
    assert_eq!(kinds(&hers.signals, &silent), [Kind::Silence, Kind::NoVoice]);
    assert_eq!(hers.team, None, "she answers for no team");
    assert_eq!(week(&nour).await.signals, [], "who helps is not asked to watch");

    let managed = week(&mehdi).await;
    let team = managed.team.unwrap();
    assert_eq!(kinds(&team, &family), [], "two days are Julie’s");
    assert_eq!(kinds(&team, &silent), [Kind::Silence, Kind::NoVoice]);
    let told: Vec<_> = team
        .iter()
        .map(|case| (case.label.0.as_str(), case.referent.as_ref().map(|who| who.worker)))
        .collect();
    assert_eq!(told, [("Famille Rouanet", Some(julie.worker))]);

    let exclude = json!({ "command": id(), "exclusion": id(), "worker": mehdi.worker, "reason": "Une parente." });
    let at = julie
        .post(&silent.path(paths::EXCLUSIONS), &exclude)
        .await
        .kept()
        .position;
    let after: Week = mehdi.get_at_least(paths::WEEK, at).await.shows();
    assert_eq!(after.team, Some(Vec::new()), "what is hidden counts nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_for_a_measure_and_a_handover_ends_their_signals() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = comes_about(&house, &julie, &nour, Kind::HandoverUnmet).await;
    let head = house.settled().await;
    assert!(told(&julie, &family, head, Kind::HandoverUnmet).await.is_some());
    let met = json!({ "command": id(), "on": day_ago(1) });
    let at = julie
        .post(&family.path(paths::HANDOVER_MEETING), &met)
        .await
        .kept()
        .position;
    assert_eq!(told(&julie, &family, at, Kind::HandoverUnmet).await, None);

    let measure = MeasureId(id());
    let note = |stage: &str, on: i64, until: Option<i64>| {
        json!({ "command": id(), "measure": measure, "label": "Accompagnement éducatif", "domain": "parenting",
            "stage": stage, "on": day_ago(on), "until": until.map(day_ago) })
    };
    let path = family.path(paths::MEASURES);
    let ahead = julie.post(&path, &note("decided", 20, Some(-100))).await;
    assert_eq!(ahead.refusal(), "400 measure.no_term_yet (until)");
    let at = julie.post(&path, &note("decided", 20, None)).await.kept().position;
    assert!(told(&julie, &family, at, Kind::MeasureUnstarted).await.is_some());
    let at = julie.post(&path, &note("started", 2, Some(-10))).await.kept().position;
    assert_eq!(told(&julie, &family, at, Kind::MeasureUnstarted).await, None);
    assert!(told(&julie, &family, at, Kind::TermWithoutRenewal).await.is_some());
    let follow = async |what: Value| {
        let body = json!({ "command": id(), "what": what });
        julie.post(&paths::follow_measure(family.case, measure), &body).await
    };
    let at = follow(json!("renewal_asked")).await.kept().position;
    assert_eq!(told(&julie, &family, at, Kind::TermWithoutRenewal).await, None);
    let at = follow(json!({ "renewed": { "until": day_ago(-20) } }))
        .await
        .kept()
        .position;
    assert!(told(&julie, &family, at, Kind::TermWithoutRenewal).await.is_some());
    let at = follow(json!({ "ended": { "on": day_ago(0) } })).await.kept().position;
    assert_eq!(told(&julie, &family, at, Kind::TermWithoutRenewal).await, None);
    assert_eq!(
        follow(json!("renewal_asked")).await.refusal(),
        "409 support_case.measure_unknown"
    );
}
