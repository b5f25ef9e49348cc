//! Minutes as PDF: one copy for each who received them, with what she may read and nothing else.

use crate::browser::{Browser, site};
use crate::house::{Answer, HAUTES_RIVES, House, Member, VAL_DE_LYS};
use crate::meeting_course::{Course, attends, called, decision, informed, pictures};
use contract::paths;
use contract::team_meeting::Copies;
use domain::team_meeting::Participant;
use domain::words::{Profession, Role};
use serde_json::{Value, json};
use uuid::Uuid;

/// What a service brought about health, and what one says of her work: each may stand in the copies of some alone.
const HEALTH: &str = "CANARIHEALTH : la fatigue de la mère.";
const SOCIAL: &str = "CANARISOCIAL : la dette s’étale.";
const FAMILY: &str = "CANARIFAMILY : je veux rester près de l’école.";
const MINUTES: &str = "CANARIMINUTES : on demande un relogement #let x = [1] $y$ *z*.";

/// The words of a PDF, as a parser reads them that shares no code with the writer. Where a line ends is the page's affair.
struct Words(String);

impl Words {
    fn hold(&self, told: &str) -> bool {
        self.place(told).is_some()
    }

    fn place(&self, told: &str) -> Option<usize> {
        self.0.find(&closed_up(told))
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn closed_up(text: &str) -> String {
    text.chars().filter(|each| !each.is_whitespace()).collect()
}

fn words(answer: &Answer) -> Words {
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let file = lopdf::Document::load_mem(&answer.body).unwrap();
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let text = file.extract_text(&pages).unwrap();
    Words(closed_up(&text))
}

/// Julie is the référent, Nour presides, Claire is a health professional of the team; minutes are validated.
async fn minuted<'a>(house: &'a House, julie: &Member, nour: &Member, claire: &Member) -> Course<'a> {
    minuted_with(house, julie, nour, &[claire]).await
}

/// The same with others at the table, Claire the first of them.
async fn minuted_with<'a>(house: &'a House, julie: &Member, nour: &Member, others: &[&Member]) -> Course<'a> {
    let claire = others[0];
    let course = called(house, "case_review", julie, nour, 21).await;
    house.joins(&course.family, claire).await;
    for other in others {
        let invite = json!({ "invite": { "participant": { "worker": other.worker }, "capacity": "member" } });
        course.kept(julie, invite).await;
    }
    let sheet = json!({ "write_family_sheet": { "of": course.family.mother, "words": FAMILY } });
    course.kept(julie, sheet).await;
    course.kept(julie, json!({ "send_summons": {} })).await;
    course.kept(julie, json!({ "open_preparation": {} })).await;
    let sheet = json!({ "contribute": { "facts": HEALTH, "compartment": "health" } });
    course.kept(claire, sheet).await;
    course.kept(julie, attends(json!({ "worker": nour.worker }))).await;
    course.kept(julie, informed(julie)).await;
    course.kept(julie, json!({ "open": { "warned": false } })).await;
    let view = json!({ "give_viewpoint": { "of": { "worker": julie.worker }, "text": SOCIAL } });
    course.kept(julie, view).await;
    assert_eq!(course.decides(julie, &decision(julie)).await, None);
    course.kept(julie, json!({ "end_session": {} })).await;
    course
        .kept(julie, json!({ "draft_minutes": { "text": MINUTES } }))
        .await;
    course
}

fn share(with: Value, basis: &str) -> Value {
    json!({ "share_minutes": { "with": with, "basis": basis } })
}

fn copy_of(course: &Course<'_>, with: Participant) -> String {
    paths::minutes_copy(course.meeting, course.family.case, with)
}

async fn people(house: &House) -> (Member, Member, Member) {
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let here = (Role::Worker, VAL_DE_LYS);
    let claire = house
        .professional("Claire", here, (Profession::HealthProfessional, true))
        .await;
    (julie, nour, claire)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_who_received_the_minutes_has_her_own_copy_and_it_holds_what_she_may_read() {
    let house = House::open().await;
    let (julie, nour, claire) = people(&house).await;
    let course = minuted(&house, &julie, &nour, &claire).await;
    let (hers, of_julie) = (Participant::Worker(claire.worker), Participant::Worker(julie.worker));
    let mother = Participant::Person(course.family.mother);

    // Nothing before minutes are validated, and nothing for whom they were not passed on to.
    assert_eq!(
        julie.get(&copy_of(&course, mother)).await.refusal(),
        "404 problem.not_found"
    );
    course.kept(&nour, json!({ "validate_minutes": {} })).await;
    assert_eq!(
        julie.get(&copy_of(&course, mother)).await.refusal(),
        "404 problem.not_found"
    );
    assert_eq!(
        claire.get(&copy_of(&course, hers)).await.refusal(),
        "404 problem.not_found"
    );
    for (with, basis) in [
        (json!({ "worker": claire.worker }), "social_coordination"),
        (json!({ "worker": julie.worker }), "social_coordination"),
        (json!({ "person": course.family.mother }), "person_request"),
    ] {
        course.kept(&nour, share(with, basis)).await;
    }
    let addendum = json!({ "write_addendum": { "text": "Le bailleur a répondu." } });
    course.kept(&julie, addendum).await;

    let own = words(&claire.get(&copy_of(&course, hers)).await);
    for there in [
        "CANARIHEALTH",
        "CANARIFAMILY",
        MINUTES,
        "Demander un relogement",
        "Julie Martin",
        "Le bailleur a répondu.",
        "Exemplaire de Claire Martin",
        "Coordination de l’action sociale",
        "Page 1 sur",
    ] {
        assert!(own.hold(there), "« {there} » in {own}");
    }
    assert!(!own.hold("CANARISOCIAL"), "{own}");
    let first = |word: &str| own.place(word).unwrap();
    assert!(
        first("CANARIFAMILY") < first("CANARIHEALTH"),
        "the family speaks first: {own}"
    );

    let own = words(&julie.get(&copy_of(&course, of_julie)).await);
    assert!(own.hold("CANARISOCIAL") && own.hold("CANARIMINUTES"), "{own}");
    assert!(!own.hold("CANARIHEALTH"), "{own}");
    assert!(own.hold("Un élément non accessible"), "{own}");

    let family = words(&nour.get(&copy_of(&course, mother)).await);
    for there in [
        "CANARIFAMILY",
        "CANARIMINUTES",
        "Demander un relogement",
        "Exemplaire de Mme Besnard",
    ] {
        assert!(family.hold(there), "« {there} » in {family}");
    }
    assert!(!family.hold("CANARIHEALTH") && !family.hold("CANARISOCIAL"), "{family}");
    // It is not even told that there was more: what a family may not read, it may not know of here.
    assert!(!family.hold("non accessible"), "{family}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leads_has_no_more_of_anothers_copy_than_both_may_read_and_others_find_nothing() {
    let house = House::open().await;
    let (julie, nour, claire) = people(&house).await;
    let course = minuted(&house, &julie, &nour, &claire).await;
    course.kept(&nour, json!({ "validate_minutes": {} })).await;
    course
        .kept(&nour, share(json!({ "worker": claire.worker }), "social_coordination"))
        .await;
    let hers = copy_of(&course, Participant::Worker(claire.worker));

    let answer = julie.get(&hers).await;
    let read = words(&answer);
    assert!(
        read.hold("CANARIMINUTES") && read.hold("Exemplaire de Claire Martin"),
        "{read}"
    );
    assert!(!read.hold("CANARIHEALTH"), "she may not read it herself: {read}");
    assert!(!read.hold("CANARISOCIAL"), "Claire may not: {read}");
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("cache-control"), "no-store");
    let name = answer.header("content-disposition");
    assert!(
        name.starts_with("attachment; filename=\"trame-compte-rendu-20"),
        "{name}"
    );
    assert!(!name.contains("Claire") && !name.contains("Besnard"), "{name}");
    let english = words(&julie.get(&format!("{hers}?language=en")).await);
    assert!(english.hold("Minutes:") && english.hold("Page 1 of"), "{english}");

    let listed: Copies = julie.get(&course.path(paths::MINUTES_COPIES)).await.shows();
    assert!(listed.decisions);
    assert_eq!(listed.copies.len(), 1);
    assert_eq!(
        listed.copies[0].left_out,
        Some(2),
        "the sheet about health and her own view"
    );
    let listed: Copies = claire.get(&course.path(paths::MINUTES_COPIES)).await.shows();
    assert_eq!(listed.copies[0].with, Participant::Worker(claire.worker));

    let karim = house.member("Karim", Role::Worker, HAUTES_RIVES).await;
    let mehdi = house.member("Mehdi", Role::Intake, VAL_DE_LYS).await;
    for stranger in [&karim, &mehdi] {
        for path in [
            hers.clone(),
            course.path(paths::MINUTES_COPIES),
            course.path(paths::DECISIONS_FILE),
        ] {
            assert_eq!(stranger.get(&path).await.refusal(), "404 problem.not_found", "{path}");
        }
    }
    let nowhere = paths::in_meeting(
        paths::MINUTES_COPIES,
        domain::words::TeamMeetingId(Uuid::now_v7()),
        course.family.case,
    );
    assert_eq!(julie.get(&nowhere).await.refusal(), "404 problem.not_found");
    let not_shared = copy_of(&course, Participant::Worker(nour.worker));
    assert_eq!(nour.get(&not_shared).await.refusal(), "404 problem.not_found");

    let kept = read_by(&house, &julie).await;
    let of_hers = vec![course.family.case.0, course.meeting.0, claire.worker.0];
    assert!(kept.contains(&("minutes_copy".to_owned(), of_hers)), "{kept:?}");
    assert!(
        read_by(&house, &karim).await.is_empty(),
        "what was refused was not read"
    );
}

/// What the journal holds of someone: the view and what it was of.
async fn read_by(house: &House, member: &Member) -> Vec<(String, Vec<Uuid>)> {
    let owner = house.database().owner().await;
    let asked = "select what, streams from journal.reading where by = $1 order by at, what";
    let rows = owner.query(asked, &[&member.worker.0]).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_secrecy_does_not_bind_has_what_was_handed_over_and_nothing_else() {
    let house = House::open().await;
    let (julie, nour, claire) = people(&house).await;
    let elsewhere = (Role::Partner, HAUTES_RIVES);
    let ali = house
        .professional("Ali", elsewhere, (Profession::AssociationMember, false))
        .await;
    let course = minuted_with(&house, &julie, &nour, &[&claire, &ali]).await;
    course.kept(&nour, json!({ "validate_minutes": {} })).await;
    let his = copy_of(&course, Participant::Worker(ali.worker));
    assert_eq!(ali.get(&his).await.refusal(), "404 problem.not_found");
    let refused = course
        .takes(&nour, share(json!({ "worker": ali.worker }), "social_coordination"))
        .await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.recipient_not_bound (basis)"));
    course
        .kept(&nour, share(json!({ "worker": ali.worker }), "person_request"))
        .await;

    // The session is over and nothing else ties him to the case: his copy is all that he has of it.
    assert_eq!(ali.get(&course.family.home()).await.refusal(), "404 problem.not_found");
    let own = words(&ali.get(&his).await);
    for there in [
        "CANARIMINUTES",
        "CANARIFAMILY",
        "À la demande de la personne",
        "Mme Besnard",
    ] {
        assert!(own.hold(there), "« {there} » in {own}");
    }
    for hidden in ["CANARIHEALTH", "CANARISOCIAL", "non accessible"] {
        assert!(!own.hold(hidden), "« {hidden} » in {own}");
    }
    let listed: Copies = ali.get(&course.path(paths::MINUTES_COPIES)).await.shows();
    assert_eq!((listed.copies.len(), listed.decisions), (1, false));
    assert_eq!(
        ali.get(&course.path(paths::DECISIONS_FILE)).await.refusal(),
        "404 problem.not_found"
    );
    assert_eq!(
        claire.get(&his).await.status,
        200,
        "who acts on the case may pass minutes on"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_decisions_is_there_the_same_day_for_who_leads() {
    let house = House::open().await;
    let (julie, nour, claire) = people(&house).await;
    let course = minuted(&house, &julie, &nour, &claire).await;
    let list = words(&nour.get(&course.path(paths::DECISIONS_FILE)).await);
    for there in [
        "Relevé de décisions",
        "Demander un relogement",
        "Julie Martin",
        "Trop tôt, dit l’école.",
    ] {
        assert!(list.hold(there), "« {there} » in {list}");
    }
    assert!(!list.hold("CANARI"), "nothing else stands in it: {list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_copies_are_beside_those_who_received_the_minutes_on_the_screen() {
    let house = House::with(site()).await;
    let (julie, nour, claire) = people(&house).await;
    let course = minuted(&house, &julie, &nour, &claire).await;
    course.kept(&nour, json!({ "validate_minutes": {} })).await;
    course
        .kept(&nour, share(json!({ "worker": claire.worker }), "social_coordination"))
        .await;
    let browser = Browser::of(&house, &julie).await;
    let page = format!("/team-meetings/{}/support-cases/{}", course.meeting, course.family.case);
    browser.goes_to(&page).await;
    browser.presses("Conduire la réunion").await;
    browser.reads("Relevé de décisions en PDF").await;
    browser.reads("Télécharger en PDF").await;
    browser.reads("2 éléments n’y figurent pas").await;
    let link = browser.find(".documents .lines a[download]").await;
    let address = link.attr("href").await.unwrap().unwrap();
    assert!(words(&julie.get(&address).await).hold("CANARIMINUTES"), "{address}");
    pictures(&browser, "minutes-copies").await;
    browser.closes().await;
}
