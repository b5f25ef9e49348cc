//! The course of a case: it opens, people and colleagues come and go, it passes on, it ends and begins again.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, day_ago, id};
use contract::paths;
use contract::support_case::{CaseList, CaseView};
use contract::workload::Workload;
use domain::support_case::{ClosureReason, Command, Intensity, Phase};
use domain::words::{PersonId, Role, SupportCaseId};
use serde_json::{Value, json};
use uuid::Uuid;

/// A mother and her child, of whom nothing was known.
pub(crate) fn opening(case: Uuid) -> Value {
    json!({ "command": id(), "support_case": case, "label": "Famille Arnaud", "support": "generalist",
        "intensity": "intensive", "opened_on": day_ago(3), "requested_on": day_ago(20), "answered": true,
        "commune": "Lys-le-Val", "people": [
            { "first": "Sonia", "last": "Arnaud", "civility": "madam", "born_on": "1991-04-02", "place": "adult" },
            { "first": "Léo", "last": "Arnaud", "civility": "sir", "place": "child" },
        ] })
}

async fn status(member: &Member, case: Uuid) -> u16 {
    member.get(&paths::support_case(SupportCaseId(case))).await.status
}

async fn seen(member: &Member, family: &Family) -> CaseView {
    member.get(&family.home()).await.shows()
}

async fn listed(member: &Member, phase: &str) -> Vec<String> {
    let path = format!("{}?phase={phase}", paths::SUPPORT_CASES);
    let list: CaseList = member.get(&path).await.shows();
    list.cases.into_iter().map(|case| case.label.0).collect()
}

async fn kept_away(by: &Member, family: &Family, who: &Member) {
    let body = json!({ "command": id(), "exclusion": id(), "worker": who.worker, "reason": "Ancien conjoint" });
    by.post(&family.path(paths::EXCLUSIONS), &body).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_opens_with_its_people_once_for_who_answers_for_it() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let case = id();
    let body = opening(case);
    julie.post(paths::OPEN_CASE, &body).await.kept();
    let view: CaseView = julie.get(&paths::support_case(SupportCaseId(case))).await.shows();
    assert_eq!(
        (view.label.0.as_str(), view.opened_on, view.rhythm),
        ("Famille Arnaud", day_ago(3), Some(Intensity::Intensive))
    );
    let names: Vec<_> = view
        .household
        .iter()
        .map(|member| member.first_name.0.as_str())
        .collect();
    assert_eq!(names, ["Sonia", "Léo"]);
    assert!(view.household[0].age > Some(30) && view.household[1].age.is_none());
    assert_eq!(view.referent.map(|worker| worker.worker), Some(julie.worker));
    assert_eq!(listed(&julie, "open").await, ["Famille Arnaud"]);
    let found: CaseList = julie
        .post(paths::SEARCH, &json!({ "names": "leo arnaud" }))
        .await
        .shows();
    assert_eq!(found.total, 1);
    assert_eq!((status(&nour, case).await, listed(&nour, "open").await.len()), (404, 0));

    // What was lost on the way is asked again: nothing is done twice.
    let head = house.settled().await;
    assert!(julie.post(paths::OPEN_CASE, &body).await.kept().repeated);
    assert_eq!(house.settled().await, head);
    let mut otherwise = body.clone();
    otherwise["label"] = json!("Famille Arnaux");
    let reused = julie.post(paths::OPEN_CASE, &otherwise).await;
    assert_eq!(reused.refusal(), "409 problem.command_reused");
    // The id of a case that is there is unknown to somebody else, and to another wish.
    let mut hers = opening(case);
    assert_eq!(
        nour.post(paths::OPEN_CASE, &hers).await.refusal(),
        "404 problem.not_found"
    );
    hers["command"] = json!(id());
    assert_eq!(
        julie.post(paths::OPEN_CASE, &hers).await.refusal(),
        "404 problem.not_found"
    );
    assert_eq!(house.settled().await, head);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opens_one_for_the_team_leaves_it_to_be_entrusted() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let case = id();
    let mut body = opening(case);
    body["answered"] = json!(false);
    julie.post(paths::OPEN_CASE, &body).await.kept();
    assert_eq!(status(&julie, case).await, 404, "she is not tied to it");
    let load: Workload = mehdi.get(paths::WORKLOAD).await.shows();
    let waiting: Vec<_> = load.unassigned.iter().map(|each| each.support_case.0).collect();
    assert_eq!(waiting, [case]);
    let entrust = json!({ "taker": nour.worker, "cases": [{ "command": id(), "support_case": case }] });
    mehdi.post(paths::ENTRUST, &entrust).await;
    assert_eq!(status(&nour, case).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_an_opening_is_named_and_nothing_is_written() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let hugo = house.member("Hugo", Role::Partner, HAUTES_RIVES).await;
    let head = house.settled().await;
    let refused = async |change: fn(&mut Value)| {
        let mut body = opening(id());
        change(&mut body);
        julie.post(paths::OPEN_CASE, &body).await.refusal()
    };
    assert_eq!(
        refused(|body| body["people"] = json!([])).await,
        "400 household.nobody_there (people)"
    );
    assert_eq!(
        refused(|body| body["people"][1]["first"] = json!("  ")).await,
        "400 invalid.empty (people.1.first)"
    );
    assert_eq!(
        refused(|body| body["people"][0]["born_on"] = json!(day_ago(-2))).await,
        "400 support_case.in_the_future (people.0.born_on)"
    );
    assert_eq!(
        refused(|body| body["label"] = json!("")).await,
        "400 invalid.empty (label)"
    );
    assert_eq!(
        refused(|body| body["opened_on"] = json!(day_ago(-2))).await,
        "400 support_case.in_the_future (opened_on)"
    );
    assert_eq!(
        refused(|body| body["people"] = Value::Array(vec![body["people"][0].clone(); 31])).await,
        "400 problem.too_many_people (people)"
    );
    assert_eq!(
        hugo.post(paths::OPEN_CASE, &opening(id())).await.refusal(),
        "403 problem.opens_no_case"
    );
    assert_eq!(
        refused(|body| body["requested_on"] = json!(day_ago(1))).await,
        "409 support_case.requested_after_opened (requested_on)"
    );
    assert_eq!(house.settled().await, head);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_come_to_live_there_and_leave() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &nour).await;
    let path = family.path(paths::HOUSEHOLD);
    let grandmother = PersonId(id());
    let welcome = |person: PersonId, new: bool| {
        let who = if new {
            json!({ "new": { "first": "Monique", "last": "Besnard", "civility": "madam", "place": "other" } })
        } else {
            json!({ "known": { "place": "other" } })
        };
        json!({ "command": id(), "person": person, "who": who })
    };
    julie.post(&path, &welcome(grandmother, true)).await.kept();
    let names = async || {
        let view = seen(&julie, &family).await;
        view.household
            .into_iter()
            .map(|member| member.first_name.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(names().await, ["Claire", "Malo", "Monique"]);
    let again = julie.post(&path, &welcome(grandmother, false)).await;
    assert_eq!(again.refusal(), "409 household.already_member (person)");
    // Somebody of another case is nobody here, whether she is named or said to be new.
    let stranger = julie.post(&path, &welcome(other.mother, false)).await;
    assert_eq!(stranger.refusal(), "400 problem.doer_unknown (person)");
    let taken = julie.post(&path, &welcome(other.mother, true)).await;
    assert_eq!(taken.refusal(), "404 problem.not_found");

    let leave = paths::of_person(paths::MOVE_OUT, family.case, grandmother);
    let ahead = json!({ "command": id(), "on": day_ago(-3) });
    assert_eq!(
        julie.post(&leave, &ahead).await.refusal(),
        "400 support_case.in_the_future (on)"
    );
    julie
        .post(&leave, &json!({ "command": id(), "on": day_ago(1) }))
        .await
        .kept();
    assert_eq!(names().await, ["Claire", "Malo"]);
    let gone = julie.post(&leave, &json!({ "command": id(), "on": day_ago(1) })).await;
    assert_eq!(gone.refusal(), "409 household.not_a_member (person)");
    // Who came back is known: nothing has to be told twice.
    julie.post(&path, &welcome(grandmother, false)).await.kept();
    assert_eq!(names().await, ["Claire", "Malo", "Monique"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_sees_the_case_from_when_she_joins_until_she_leaves() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let colette = house.worker("Colette").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::TEAM);
    let join = |who: &Member| {
        json!({ "command": id(), "worker": who.worker, "function": "Appui budgétaire", "scope": ["budget"],
            "until": day_ago(-30) })
    };
    assert_eq!(nour.post(&path, &join(&nour)).await.refusal(), "404 problem.not_found");
    julie.post(&path, &join(&nour)).await.kept();
    assert_eq!(status(&nour, family.case.0).await, 200);
    let view = seen(&julie, &family).await;
    let hers = view
        .around
        .iter()
        .find(|each| each.worker.worker == nour.worker)
        .unwrap();
    assert_eq!(hers.function.as_ref().unwrap().0, "Appui budgétaire");
    assert_eq!(hers.until, Some(day_ago(-30)));
    let again = julie.post(&path, &join(&nour)).await;
    assert_eq!(again.refusal(), "409 support_case.already_in_team (worker)");

    // Neither of another service nor kept away: which of them it is, is not told.
    kept_away(&julie, &family, &colette).await;
    for who in [&yann, &colette] {
        let refused = julie.post(&path, &join(who)).await;
        assert_eq!(refused.refusal(), "400 problem.takes_no_part (worker)");
    }

    let leave = paths::leave_team(family.case, nour.worker);
    julie
        .post(&leave, &json!({ "command": id(), "reason": "Fin de mission" }))
        .await
        .kept();
    assert_eq!(status(&nour, family.case.0).await, 404);
    let gone = julie.post(&leave, &json!({ "command": id() })).await;
    assert_eq!(gone.refusal(), "409 support_case.not_in_team (worker)");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_passes_on_from_whom_it_was_seen_with_and_to_nobody_who_is_kept_away() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let colette = house.worker("Colette").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::HANDOVER);
    let pass = |from: &Member, to: &Member| json!({ "command": id(), "from": from.worker, "to": to.worker, "reason": "Congé parental" });
    let name = |to: &Member| json!({ "command": id(), "to": to.worker });
    kept_away(&julie, &family, &colette).await;
    let refused = julie.post(&path, &pass(&julie, &colette)).await;
    assert_eq!(refused.refusal(), "400 problem.takes_no_part (to)");
    let refused = julie.post(&path, &name(&nour)).await;
    assert_eq!(refused.refusal(), "409 support_case.has_referent");
    // Words about a passing are not dropped where nobody passes it on.
    let mut from_nobody = name(&nour);
    from_nobody["reason"] = json!("Congé parental");
    let refused = julie.post(&path, &from_nobody).await;
    assert_eq!(refused.refusal(), "400 problem.nobody_hands_over (from)");
    julie.post(&path, &pass(&julie, &nour)).await.kept();
    let view = seen(&nour, &family).await;
    assert_eq!(view.referent.map(|worker| worker.worker), Some(nour.worker));
    let stale = nour.post(&path, &pass(&julie, &julie)).await;
    assert_eq!(stale.refusal(), "409 support_case.referent_changed");
    // Where nobody answers for it, somebody is named.
    house.case(&family, nour.worker, 0, Command::StandDown).await;
    house.joins(&family, &nour).await;
    nour.post(&path, &name(&nour)).await.kept();
    let view = seen(&nour, &family).await;
    assert_eq!(view.referent.map(|worker| worker.worker), Some(nour.worker));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_with_its_balance_and_begins_again_without_retelling() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    let cadence = json!({ "command": id(), "intensity": "light" });
    julie.post(&family.path(paths::CADENCE), &cadence).await.kept();
    assert_eq!(seen(&julie, &family).await.rhythm, Some(Intensity::Light));

    let close = |on| {
        json!({ "command": id(), "on": on, "reason": "goals_reached", "watch_until": day_ago(-90),
            "balance": "Le bail est signé, les dettes sont apurées." })
    };
    let path = family.path(paths::CLOSURE);
    let ahead = julie.post(&path, &close(day_ago(-3))).await;
    assert_eq!(ahead.refusal(), "400 support_case.in_the_future (on)");
    let before = julie.post(&path, &close(day_ago(400))).await;
    assert_eq!(before.refusal(), "409 support_case.closed_before_opened (on)");
    julie.post(&path, &close(day_ago(0))).await.kept();
    let view = seen(&julie, &family).await;
    assert_eq!(view.rules.phase, Phase::Closed);
    let ending = view.ending.unwrap();
    assert_eq!(
        (view.closed_on, ending.reason, ending.watch_until),
        (Some(day_ago(0)), ClosureReason::GoalsReached, Some(day_ago(-90)))
    );
    assert_eq!(
        (listed(&julie, "open").await.len(), listed(&julie, "closed").await.len()),
        (0, 1)
    );
    let refused = julie
        .post(
            &family.path(paths::CADENCE),
            &json!({ "command": id(), "intensity": "crisis" }),
        )
        .await;
    assert_eq!(refused.refusal(), "409 support_case.closed");

    let reopen = json!({ "command": id(), "on": day_ago(0), "trigger": "Elle a rappelé." });
    julie.post(&family.path(paths::REOPENING), &reopen).await.kept();
    let view = seen(&julie, &family).await;
    assert!(matches!(view.rules.phase, Phase::Open(_)) && view.ending.is_none());
    assert_eq!(view.strengths[0].text.0, "Sait demander");
    assert_eq!(listed(&julie, "open").await, ["Famille Besnard"]);
    let again = julie
        .post(
            &family.path(paths::REOPENING),
            &json!({ "command": id(), "on": day_ago(0) }),
        )
        .await;
    assert_eq!(again.refusal(), "409 support_case.not_closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_case_opens_once_nobody_is_mistaken_and_its_course_is_led() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    house.family("Besnard", &nour).await;
    house.settled().await;

    let browser = Browser::of(&house, &julie).await;
    browser.goes_to("/support-cases").await;
    browser.presses("Ouvrir une situation").await;
    browser.reads("Qui vit dans ce foyer ?").await;
    browser.types("people.0.first", "Claire").await;
    browser.types("people.0.last", "Besnard").await;
    browser.reads("Sans nom, elle s’appellera « Mme Besnard ».").await;
    browser.presses("Ajouter une personne").await;
    browser.types("people.1.first", "Zoé").await;
    browser.reads("Sans nom, elle s’appellera « Famille Besnard ».").await;
    for width in [390, 768, 1440] {
        browser.looks(width, "light").await;
        browser.picture(&format!("opening-{width}")).await;
    }
    sends(&browser, "main").await;
    // Nothing is shown of the other file but whom to ask.
    browser.reads("Peut-être déjà accompagnée").await;
    browser.reads("à demander à Nour Martin").await;
    browser.picture("opening-known").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.reads("Répondez d’abord").await;
    browser.presses("Ce sont deux personnes").await;
    browser.reads("La situation est ouverte.").await;
    browser.reads("Famille Besnard").await;

    browser.presses("Suivi").await;
    browser.reads("Le rythme convenu").await;
    browser.presses("Ajouter au foyer").await;
    browser.types("first", "Monique").await;
    sends(&browser, "dialog[open]").await;
    browser.reads("Monique Besnard").await;
    browser.presses("Ajouter une personne à l’équipe").await;
    browser.chooses("worker", "Nour Martin").await;
    sends(&browser, "dialog[open]").await;
    browser.reads("L’équipe s’agrandit.").await;
    browser.reads("Ne suit plus").await;
    browser.presses("Convenir d’un rythme").await;
    browser.picks("intensity", "light").await;
    sends(&browser, "dialog[open]").await;
    browser.reads("Léger : un contact tous les un à trois mois").await;
    for width in [390, 768, 1440] {
        browser.looks(width, "light").await;
        browser.picture(&format!("course-{width}")).await;
    }
    assert_eq!(browser.faults().await, [] as [String; 0]);
    let list: CaseList = julie.get(paths::SUPPORT_CASES).await.shows();
    let case = list.cases[0].support_case;
    let goal =
        json!({ "command": id(), "plan": id(), "goal": id(), "words": "Garder l’appartement", "domain": "housing" });
    julie.post(&paths::of_case(paths::GOALS, case), &goal).await.kept();
    house.settled().await;
    browser.goes_to(&format!("/support-cases/{case}/course")).await;
    browser.presses("Clore l’accompagnement").await;
    browser.reads("0 sur 1").await;
    browser.reads("Garder l’appartement").await;
    browser.picks("reason", "goals_reached").await;
    browser.types("balance", "Le bail est signé.").await;
    browser.picture("course-closing").await;
    sends(&browser, "dialog[open]").await;
    browser.reads("Objectifs atteints").await;
    browser.presses("Rouvrir la situation").await;
    browser.types("trigger", "Elle a rappelé le service.").await;
    sends(&browser, "dialog[open]").await;
    browser.reads("Ouvert depuis le").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
    assert_eq!(listed(&julie, "open").await, ["Famille Besnard"]);
}

async fn sends(browser: &Browser, within: &str) {
    let button = browser.find(&format!("{within} form button[type='submit']")).await;
    button.scroll_into_view().await.unwrap();
    button.click().await.unwrap();
}
