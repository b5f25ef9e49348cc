//! Keeping somebody away from a case, asking who follows somebody, and opening a case with a reason.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, ago, id};
use contract::exceptional_access::{AccessList, FoundReferents};
use contract::exclusion::ExclusionList;
use contract::paths;
use contract::support_case::{CaseList, CaseView};
use contract::workload::Workload;
use domain::exceptional_access::{Finding, Need};
use domain::words::{AccessId, Role, SupportCaseId};
use serde_json::{Value, json};
use uuid::Uuid;

const NOTE: &str = "Elle dort chez sa sœur.";

/// Notes what only the notes tell.
async fn notes(member: &Member, family: &Family) {
    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": NOTE });
    let kept = member.post(&family.path(paths::CONTACTS), &body).await.kept();
    member
        .get_at_least(&family.home(), kept.position)
        .await
        .shows::<CaseView>();
}

/// Keeps a colleague away; answers the exclusion.
async fn excludes(by: &Member, family: &Family, whom: &Member) -> Uuid {
    let exclusion = id();
    let body = json!({ "command": id(), "exclusion": exclusion, "worker": whom.worker, "reason": "Ancien conjoint" });
    by.post(&family.path(paths::EXCLUSIONS), &body).await.kept();
    exclusion
}

fn opening(access: Uuid, case: SupportCaseId, need: &str) -> Value {
    json!({ "command": id(), "access": access, "support_case": case, "need": need, "reason": "Enfant seul devant l’école" })
}

async fn home(member: &Member, family: &Family) -> u16 {
    member.get(&family.home()).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn for_who_is_kept_away_the_case_does_not_exist_at_once_and_in_nothing() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let own = house.family("Rouanet", &nour).await;
    house.settled().await;

    let seen: CaseView = nour.get(&family.home()).await.shows();
    let mut hears = nour.listen().await;
    let exclusion = excludes(&julie, &family, &nour).await;
    // Her open screen asks once more, and never hears of it again.
    assert_eq!(hears.next().await.unwrap().topic, Some(seen.topic));
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.settled().await;
    let other: CaseView = nour.get(&own.home()).await.shows();
    nour.names_a_strength(own.case, "Sait attendre").await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(other.topic));

    let nowhere = SupportCaseId(id());
    for path in [paths::SUPPORT_CASE, paths::TIMELINE, paths::EXCLUSIONS] {
        let there = nour.get(&family.path(path)).await.comparable();
        assert_eq!(
            there,
            nour.get(&paths::of_case(path, nowhere)).await.comparable(),
            "{path}"
        );
        assert!(there.starts_with("404\n"));
    }
    let listed: CaseList = nour.get(paths::SUPPORT_CASES).await.shows();
    assert_eq!((listed.total, listed.cases[0].label.0.as_str()), (1, "Famille Rouanet"));
    let found: CaseList = nour.post(paths::SEARCH, &json!({ "names": "Besnard" })).await.shows();
    assert_eq!(found.total, 0);
    let whom: FoundReferents = nour
        .post(paths::FIND_REFERENT, &json!({ "names": "Claire Besnard" }))
        .await
        .shows();
    assert_eq!((whom.found.len(), whom.more), (0, false));
    // In an emergency either.
    let refused = nour
        .post(paths::ACCESSES, &opening(id(), family.case, "emergency"))
        .await;
    let unknown = nour.post(paths::ACCESSES, &opening(id(), nowhere, "emergency")).await;
    assert_eq!(refused.comparable(), unknown.comparable());
    assert_eq!(refused.status, 404);

    let kept_away: ExclusionList = julie.get(&family.path(paths::EXCLUSIONS)).await.shows();
    let line = &kept_away.exclusions[0];
    assert_eq!(
        (line.worker.worker, line.reason.0.as_str()),
        (nour.worker, "Ancien conjoint")
    );

    let lift = paths::lift_exclusion(family.case, line.exclusion);
    assert_eq!(line.exclusion.0, exclusion);
    let body = json!({ "command": id(), "reason": "Ce n’était pas lui" });
    assert_eq!(nour.post(&lift, &body).await.status, 404, "nobody lets herself back");
    julie.post(&lift, &body).await.kept();
    assert_eq!(home(&nour, &family).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_kept_away_is_not_told_by_a_figure_either() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let open = async || mehdi.get(paths::WORKLOAD).await.shows::<Workload>().open;
    assert_eq!(open().await, 1);
    excludes(&julie, &family, &mehdi).await;
    assert_eq!(open().await, 0);
    assert_eq!(home(&mehdi, &family).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_answers_keeps_somebody_away() {
    let house = House::open().await;
    let (julie, nour, karim) = (
        house.worker("Julie").await,
        house.worker("Nour").await,
        house.worker("Karim").await,
    );
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house.settled().await;
    let body = |whom: &Member| json!({ "command": id(), "exclusion": id(), "worker": whom.worker, "reason": "Voisin" });
    let path = family.path(paths::EXCLUSIONS);
    assert_eq!(
        nour.post(&path, &body(&karim)).await.refusal(),
        "403 problem.keeps_nobody_away"
    );
    assert_eq!(karim.post(&path, &body(&nour)).await.status, 404);
    assert_eq!(
        julie.post(&path, &body(&julie)).await.refusal(),
        "409 exclusion.oneself"
    );
    assert_eq!(
        julie.post(&path, &body(&house.stranger())).await.refusal(),
        "400 problem.worker_unknown (worker)"
    );
    mehdi.post(&path, &body(&karim)).await.kept();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_learns_whom_to_ask_and_nothing_of_the_family() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let answer = yann
        .post(paths::FIND_REFERENT, &json!({ "names": "claire BESNARD" }))
        .await;
    assert!(!answer.text().contains("Besnard") && !answer.text().contains("Famille"));
    let found: FoundReferents = answer.shows();
    let whom = found.found[0]
        .referent
        .as_ref()
        .map(|referent| referent.name.0.as_str());
    assert_eq!((found.found.len(), whom), (1, Some("Julie Martin")));
    assert_eq!(found.found[0].service.name, "Val-de-Lys");
    assert_eq!(found.found[0].support_case, family.case);
    // Neither a beginning of a name nor one name alone is enough.
    let part: FoundReferents = yann
        .post(paths::FIND_REFERENT, &json!({ "names": "Cla Besnard" }))
        .await
        .shows();
    assert!(part.found.is_empty());
    let alone = yann.post(paths::FIND_REFERENT, &json!({ "names": "Besnard" })).await;
    assert_eq!(alone.refusal(), "400 problem.name_not_whole (names)");
    let alix = house.member("Alix", Role::Administrator, VAL_DE_LYS).await;
    let refused = alix
        .post(paths::FIND_REFERENT, &json!({ "names": "Claire Besnard" }))
        .await;
    assert_eq!(refused.refusal(), "403 problem.finds_nobody");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_opens_is_told_at_once_ends_and_is_reviewed_by_somebody_else() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let elsewhere = house.member("Elsa", Role::Manager, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    notes(&julie, &family).await;
    assert_eq!(home(&yann, &family).await, 404);

    let access = id();
    let empty =
        json!({ "command": id(), "access": access, "support_case": family.case, "need": "emergency", "reason": " " });
    assert_eq!(
        yann.post(paths::ACCESSES, &empty).await.refusal(),
        "400 invalid.empty (reason)"
    );
    yann.post(paths::ACCESSES, &opening(access, family.case, "emergency"))
        .await
        .kept();
    let seen = yann.get(&family.home()).await;
    assert!(seen.text().contains(NOTE), "the notes are there in an emergency");
    // She follows what others write meanwhile.
    let view: CaseView = seen.shows();
    let mut hears = yann.listen().await;
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(view.topic.clone()));
    // She reads; she writes nothing.
    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": "Vu." });
    let refused = yann.post(&family.path(paths::CONTACTS), &body).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");

    let told = async |member: &Member| member.get(paths::ACCESSES).await.shows::<AccessList>().accesses;
    for (member, label, reviews) in [
        (&julie, Some("Famille Besnard"), false),
        (&mehdi, Some("Famille Besnard"), true),
        (&odile, None, true),
        (&yann, None, false),
    ] {
        let lines = told(member).await;
        let line = &lines[0];
        assert_eq!(lines.len(), 1, "{}", member.name());
        assert_eq!(
            line.label.as_ref().map(|label| label.0.as_str()),
            label,
            "{}",
            member.name()
        );
        assert_eq!(line.reason.0, "Enfant seul devant l’école", "{}", member.name());
        let by = line.opened_by.as_ref().map(|worker| worker.name.0.as_str());
        assert_eq!(by, Some("Yann Martin"), "{}", member.name());
        assert_eq!(
            (line.need, line.open, line.reviewable),
            (Need::Emergency, true, reviews),
            "{}",
            member.name()
        );
    }
    assert!(told(&elsewhere).await.is_empty());

    let review = paths::of_access(paths::REVIEW_ACCESS, AccessId(access));
    let found = json!({ "command": id(), "finding": "justified" });
    for member in [&julie, &yann, &elsewhere] {
        assert_eq!(member.post(&review, &found).await.status, 404, "{}", member.name());
    }
    odile.post(&review, &found).await.kept();
    let again = json!({ "command": id(), "finding": "unjustified" });
    assert_eq!(
        mehdi.post(&review, &again).await.refusal(),
        "409 exceptional_access.already_reviewed"
    );
    assert_eq!(told(&mehdi).await[0].finding, Some(Finding::Justified));

    let end = paths::of_access(paths::END_ACCESS, AccessId(access));
    assert_eq!(julie.post(&end, &json!({ "command": id() })).await.status, 404);
    let mut hears = yann.listen().await;
    yann.post(&end, &json!({ "command": id() })).await.kept();
    assert_eq!(
        hears.next().await.unwrap().topic,
        Some(view.topic),
        "an open screen closes with it"
    );
    assert_eq!(home(&yann, &family).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_reads_the_notes_of_her_team_once_she_has_said_why() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let elsewhere = house.member("Elsa", Role::Manager, HAUTES_RIVES).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    notes(&julie, &family).await;
    assert!(!mehdi.get(&family.home()).await.text().contains(NOTE));
    let access = id();
    mehdi
        .post(paths::ACCESSES, &opening(access, family.case, "supervision"))
        .await
        .kept();
    assert!(mehdi.get(&family.home()).await.text().contains(NOTE));
    // The référent is told, the reviewer is somebody else, and another service supervises nothing here.
    let told: AccessList = julie.get(paths::ACCESSES).await.shows();
    assert_eq!(told.accesses[0].need, Need::Supervision);
    let review = paths::of_access(paths::REVIEW_ACCESS, AccessId(access));
    let found = json!({ "command": id(), "finding": "justified" });
    assert_eq!(
        mehdi.post(&review, &found).await.refusal(),
        "409 exceptional_access.same_person"
    );
    let refused = elsewhere
        .post(paths::ACCESSES, &opening(id(), family.case, "supervision"))
        .await;
    assert_eq!(refused.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_view_on_which_rights_rest_stands_still_nobody_is_shown_anything() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house.settled().await;
    let exclusion = id();
    // A row that should not be there stops the view at the event that would write it.
    let owner = house.database().owner().await;
    let row = "insert into exclusion_standing_v1.exclusion_standing
            (exclusion, support_case, worker, reason, set_by, from_at, until_at, touched)
        values ($1, $1, $1, '', $1, now(), now(), 0)";
    owner.execute(row, &[&exclusion]).await.unwrap();
    let body = json!({ "command": id(), "exclusion": exclusion, "worker": nour.worker, "reason": "Voisin" });
    let answer = julie.post(&family.path(paths::EXCLUSIONS), &body).await;
    assert_eq!(answer.status, 503, "it is not said to hold: {}", answer.text());
    for member in [&julie, &nour] {
        assert_eq!(home(member, &family).await, 503, "{}", member.name());
        assert_eq!(member.get(paths::SUPPORT_CASES).await.status, 503, "{}", member.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_colleague_finds_whom_to_ask_opens_in_an_emergency_and_another_reviews() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    notes(&julie, &family).await;

    let browser = Browser::of(&house, &yann).await;
    browser.goes_to("/accesses").await;
    browser.reads("Aucune situation n’a été ouverte avec un motif.").await;
    browser.types("names", "Besnard").await;
    browser.reads("Il faut le prénom et le nom.").await;
    browser.picks("names", "Personne Inconnue").await;
    browser.presses("Chercher").await;
    browser.reads("Personne de ce nom n’est suivi ici.").await;
    browser.picks("names", "claire besnard").await;
    browser.presses("Chercher").await;
    browser.reads("Répond de la situation : Julie Martin").await;
    assert!(!browser.says().await.contains("Famille"), "nothing of the family");

    browser.presses("Ouvrir en urgence").await;
    browser.reads("Écrivez d’abord pourquoi.").await;
    browser.types("reason", "Enfant seul devant l’école.").await;
    browser.presses("Ouvrir la situation").await;
    browser.comes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads(NOTE).await;
    browser
        .reads("Vous lisez cette situation, sans pouvoir y écrire.")
        .await;
    assert!(
        !browser.says().await.contains("Noter un contact"),
        "no button that would be refused"
    );

    // Whoever watches over data sees it, without the family, and reviews it.
    let hers = Browser::of(&house, &odile).await;
    hers.goes_to("/accesses").await;
    hers.reads("Enfant seul devant l’école.").await;
    hers.reads("Yann Martin").await;
    assert!(!hers.says().await.contains("Besnard"), "not whose situation it is");
    hers.presses("Faire la revue").await;
    hers.reads("Dites d’abord s’il était nécessaire.").await;
    hers.picks("finding", "justified").await;
    hers.presses("Enregistrer la revue").await;
    hers.reads("Revue enregistrée.").await;
    hers.reads("Nécessaire").await;
    hers.closes().await;

    // She ends it herself, and the door is closed.
    browser.goes_to("/accesses").await;
    browser.presses("Mettre fin").await;
    browser.reads("Il est mis fin à cet accès.").await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.find("main .refused").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_colleague_is_kept_away_and_let_back() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house.settled().await;
    excludes(&julie, &family, &nour).await;
    house.settled().await;
    assert_eq!(home(&nour, &family).await, 404);

    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads("Personnes tenues à l’écart").await;
    browser.reads("Nour Martin").await;
    browser.reads("Ancien conjoint").await;
    browser.presses("Lever").await;
    browser.reads("La situation existera de nouveau pour Nour Martin").await;
    browser.types("reason", "Ce n’était pas lui.").await;
    browser.presses("Ne plus tenir à l’écart").await;
    browser.reads("Personne n’est tenu à l’écart de cette situation.").await;
    assert_eq!(home(&nour, &family).await, 200);
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}
