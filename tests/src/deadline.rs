//! Deadlines: set, met, moved with a reason, no longer due; each only by who acts on the case and may know of it.

use crate::browser::{Browser, site};
use crate::course::opening;
use crate::house::{DEADLINE, Family, House, Member, day_ago, id};
use contract::paths;
use contract::support_case::CaseView;
use contract::week::Week;
use domain::words::{DeadlineId, SupportCaseId};
use serde_json::{Value, json};
use uuid::Uuid;

fn setting(deadline: Uuid) -> Value {
    json!({ "command": id(), "deadline": deadline, "kind": "reply", "label": "Réponse de la CAF", "domain": "rights",
        "due_on": day_ago(-9), "legal": false })
}

async fn due(member: &Member, family: &Family) -> Vec<(Uuid, i32)> {
    let view: CaseView = member.get(&family.home()).await.shows();
    let each = view.deadlines.iter();
    each.map(|each| (each.deadline.0, each.in_days)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_is_set_moved_and_met() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let deadline = id();
    let of = |path| paths::of_deadline(path, family.case, DeadlineId(deadline));
    let set = setting(deadline);
    julie.post(&family.path(paths::DEADLINES), &set).await.kept();
    assert!(julie.post(&family.path(paths::DEADLINES), &set).await.kept().repeated);
    let mut again = set.clone();
    again["command"] = json!(id());
    let refused = julie.post(&family.path(paths::DEADLINES), &again).await;
    assert_eq!(refused.refusal(), "409 deadline.already_set");
    house.settled().await;
    assert_eq!(due(&julie, &family).await, [(deadline, 9)]);
    let week: Week = julie.get(paths::WEEK).await.shows();
    assert!(
        serde_json::to_string(&week).unwrap().contains("Réponse de la CAF"),
        "it is due in her week"
    );

    let moved = json!({ "command": id(), "due_on": day_ago(-20), "reason": "La CAF demande une pièce" });
    julie.post(&of(paths::MOVE_DEADLINE), &moved).await.kept();
    house.settled().await;
    assert_eq!(due(&julie, &family).await, [(deadline, 20)]);
    let empty = json!({ "command": id(), "due_on": day_ago(-20), "reason": " " });
    assert_eq!(
        julie.post(&of(paths::MOVE_DEADLINE), &empty).await.refusal(),
        "400 invalid.empty (reason)"
    );
    julie
        .post(&of(paths::MEET_DEADLINE), &json!({ "command": id() }))
        .await
        .kept();
    house.settled().await;
    assert!(due(&julie, &family).await.is_empty());
    let gone = json!({ "command": id(), "reason": "Déjà reçue" });
    assert_eq!(
        julie.post(&of(paths::WITHDRAW_DEADLINE), &gone).await.refusal(),
        "409 deadline.over"
    );
}

/// The case as it stands once this holds of it: what falls due by itself comes a moment after its ground.
async fn once(house: &House, member: &Member, family: &Family, holds: impl Fn(&CaseView) -> bool) -> CaseView {
    once_at(house, member, &family.home(), holds).await
}

async fn once_at(house: &House, member: &Member, home: &str, holds: impl Fn(&CaseView) -> bool) -> CaseView {
    let mut newest = house.log().subscribe();
    let seen = tokio::time::timeout(DEADLINE, async {
        loop {
            newest.borrow_and_update();
            house.settled().await;
            let view: CaseView = member.get(home).await.shows();
            if holds(&view) {
                return view;
            }
            newest.changed().await.unwrap();
        }
    });
    seen.await.expect("it did not come by itself")
}

fn named(view: &CaseView) -> Vec<&str> {
    let labels = view.deadlines.iter().filter_map(|each| each.label.as_ref());
    labels.map(|label| label.0.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_closure_news_fall_due_until_the_case_begins_again() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let close = json!({ "command": id(), "on": day_ago(25), "reason": "goals_reached", "watch_until": day_ago(-75) });
    julie.post(&family.path(paths::CLOSURE), &close).await.kept();
    let view = once(&house, &julie, &family, |view| view.deadlines.len() == 2).await;
    let (first, second) = (
        "Prendre des nouvelles, 1 mois après la clôture",
        "Prendre des nouvelles, 3 mois après la clôture",
    );
    assert_eq!(named(&view), [first, second]);
    assert!(view.deadlines.iter().all(|each| each.rule.is_some() && !each.legal));
    let week: Week = julie.get(paths::WEEK).await.shows();
    let due: Vec<_> = week.due.iter().filter_map(|line| line.what.as_ref()).collect();
    assert_eq!(
        due.first().map(|what| what.0.as_str()),
        Some(first),
        "the closed case is still hers to call"
    );
    assert_eq!(week.cases.len(), 1, "a contact can be noted with them");

    let call = json!({ "command": id(), "contact": id(), "kind": "call", "shared": "Tout va bien." });
    julie.post(&family.path(paths::CONTACTS), &call).await.kept();
    let view = once(&house, &julie, &family, |view| view.deadlines.len() == 1).await;
    assert_eq!(named(&view), [second], "she was reached within the month");

    let reopen = json!({ "command": id(), "on": day_ago(0), "trigger": "Elle a rappelé." });
    julie.post(&family.path(paths::REOPENING), &reopen).await.kept();
    let view = once(&house, &julie, &family, |view| view.deadlines.is_empty()).await;
    assert!(view.news.iter().any(|news| news.kind == "deadline.lapsed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_no_first_meeting_and_a_visit_is() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let case = SupportCaseId(id());
    let mut wish = opening(case.0);
    wish["support"] = json!("court_ordered_home_support");
    julie.post(paths::OPEN_CASE, &wish).await.kept();
    let home = paths::support_case(case);
    let first = "Première rencontre avec la famille";
    once_at(&house, &julie, &home, |view| named(view).contains(&first)).await;
    let contact = |kind: &str| json!({ "command": id(), "contact": id(), "kind": kind, "shared": "Convocation et première rencontre." });
    let contacts = paths::of_case(paths::CONTACTS, case);
    julie.post(&contacts, &contact("message")).await.kept();
    julie.post(&contacts, &contact("call")).await.kept();
    // What falls due by itself in another case, later in the log, tells that these were looked at.
    let family = house.family("Besnard", &julie).await;
    let close = json!({ "command": id(), "on": day_ago(3), "reason": "goals_reached", "watch_until": day_ago(-40) });
    julie.post(&family.path(paths::CLOSURE), &close).await.kept();
    once(&house, &julie, &family, |view| view.deadlines.len() == 1).await;
    let view: CaseView = julie.get(&home).await.shows();
    assert!(named(&view).contains(&first), "nobody was met yet");
    julie.post(&contacts, &contact("home_visit")).await.kept();
    once_at(&house, &julie, &home, |view| !named(view).contains(&first)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_rules_set_is_moved_like_any_other_and_set_once_however_often_trame_starts() {
    let mut house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let asked = json!({ "command": id(), "on": day_ago(3), "reason": "goals_reached", "watch_until": day_ago(-40) });
    julie.post(&family.path(paths::CLOSURE), &asked).await.kept();
    let view = once(&house, &julie, &family, |view| view.deadlines.len() == 1).await;
    let deadline = view.deadlines[0].deadline;
    let moved = json!({ "command": id(), "due_on": day_ago(-35), "reason": "Elle est en voyage" });
    let path = paths::of_deadline(paths::MOVE_DEADLINE, family.case, deadline);
    let at = julie.post(&path, &moved).await.kept().position;
    house.stop().await;
    house.start().await;
    // Whatever is written after the start is looked at with everything else.
    julie.sign_in().await;
    let other = house.family("Rouanet", &julie).await;
    let close = json!({ "command": id(), "on": day_ago(3), "reason": "goals_reached", "watch_until": day_ago(-40) });
    julie.post(&other.path(paths::CLOSURE), &close).await.kept();
    once(&house, &julie, &other, |view| view.deadlines.len() == 1).await;
    assert!(house.log().head().await.unwrap() > at);
    assert_eq!(
        due(&julie, &family).await,
        [(deadline.0, 35)],
        "it stands where she moved it, once"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_in_a_domain_that_she_may_not_read_is_not_there_for_her() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let (family, other) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &nour).await,
    );
    let mut of_health = setting(id());
    of_health["domain"] = json!("health");
    let refused = julie.post(&family.path(paths::DEADLINES), &of_health).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    let hers = setting(id());
    nour.post(&other.path(paths::DEADLINES), &hers).await.kept();
    house.settled().await;
    let deadline = DeadlineId(hers["deadline"].as_str().unwrap().parse().unwrap());
    let meet = json!({ "command": id() });
    for (case, what) in [
        (family.case, "a deadline of another case"),
        (other.case, "a case of others"),
    ] {
        let path = paths::of_deadline(paths::MEET_DEADLINE, case, deadline);
        assert_eq!(
            julie.post(&path, &meet).await.refusal(),
            "404 problem.not_found",
            "{what}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_deadline_is_set_moved_and_met() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}/course", family.case)).await;
    browser.reads("Aucune échéance à tenir.").await;
    browser.presses("Ajouter une échéance").await;
    browser.types("label", "Dossier FSL").await;
    browser.picks("due_on", &day_ago(-9).to_string()).await;
    sends(&browser).await;
    browser.reads("Réponse attendue · Dossier FSL").await;
    browser.presses("Déplacer").await;
    browser.picks("due_on", &day_ago(-12).to_string()).await;
    browser.types("reason", "Une pièce manque").await;
    sends(&browser).await;
    browser.reads("dans 12 jours").await;
    browser.picture("course-due").await;
    browser.presses("C’est fait").await;
    browser.reads("Aucune échéance à tenir.").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_what_falls_due_by_itself_says_by_which_rule_and_comes_while_she_looks() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}/course", family.case)).await;
    browser.reads("Aucune échéance à tenir.").await;
    let close = json!({ "command": id(), "on": day_ago(40), "reason": "goals_reached", "watch_until": day_ago(-75) });
    julie.post(&family.path(paths::CLOSURE), &close).await.kept();
    browser.reads("Prendre des nouvelles, 3 mois après la clôture").await;
    browser
        .reads("D’après une règle du territoire : Usage professionnel, à voter localement")
        .await;
    browser.picture("course-rules").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

async fn sends(browser: &Browser) {
    let button = browser.find("dialog[open] form button[type='submit']").await;
    button.scroll_into_view().await.unwrap();
    button.click().await.unwrap();
}
