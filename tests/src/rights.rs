//! Who sees what: those around the person see her case, and for everybody else it does not exist.

use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::paths;
use contract::support_case::{CaseList, CaseView};
use contract::timeline::Timeline;
use contract::workload::Workload;
use domain::support_case::{Command, Joining, Leaving};
use domain::words::{DomainOfLife, Role, SupportCaseId, TeamMeetingId};
use sealed::Compartment;
use serde_json::{Value, json};

/// What each part of a case answers when she tries everything that the API knows.
async fn tries_everything(member: &Member, case: SupportCaseId, meeting: TeamMeetingId) -> Vec<String> {
    let of = |path| paths::of_case(path, case);
    let in_meeting = |path| paths::in_meeting(path, meeting, case);
    let mut answers = Vec::new();
    for path in [
        of(paths::SUPPORT_CASE),
        of(paths::TIMELINE),
        in_meeting(paths::SHARED_VIEW),
        format!("{}?as_known_on={}", of(paths::SUPPORT_CASE), day_ago(10)),
        format!("{}?at_least=1", of(paths::TIMELINE)),
    ] {
        answers.push(member.get(&path).await.comparable());
    }
    for (path, body) in [
        (of(paths::STRENGTHS), a_strength()),
        (of(paths::CONTACTS), a_contact()),
        (of(paths::GOALS), a_goal()),
        (of(paths::ACTIONS), an_action()),
        (
            of(paths::COMPLETE_ACTION).replace("{action}", &id().to_string()),
            json!({ "command": id(), "plan": id() }),
        ),
        (in_meeting(paths::DECISIONS), a_decision()),
        (
            of(paths::HOUSEHOLD),
            json!({ "command": id(), "person": id(), "who": { "known": { "place": "adult" } } }),
        ),
        (
            of(paths::MOVE_OUT).replace("{person}", &id().to_string()),
            json!({ "command": id(), "on": day_ago(1) }),
        ),
        (of(paths::TEAM), json!({ "command": id(), "worker": member.worker })),
        (
            of(paths::LEAVE_TEAM).replace("{worker}", &id().to_string()),
            json!({ "command": id() }),
        ),
        (
            of(paths::DEADLINES),
            json!({ "command": id(), "deadline": id(), "kind": "reply", "due_on": day_ago(-9), "legal": false }),
        ),
        (
            of(paths::MEET_DEADLINE).replace("{deadline}", &id().to_string()),
            json!({ "command": id() }),
        ),
        (of(paths::CADENCE), json!({ "command": id(), "intensity": "light" })),
        (of(paths::HANDOVER), json!({ "command": id(), "to": member.worker })),
        (
            of(paths::CLOSURE),
            json!({ "command": id(), "on": day_ago(0), "reason": "moved" }),
        ),
        (of(paths::REOPENING), json!({ "command": id(), "on": day_ago(0) })),
    ] {
        answers.push(member.post(&path, &body).await.comparable());
    }
    answers
}

fn a_strength() -> Value {
    json!({ "command": id(), "strength": id(), "text": "Sait demander de l’aide", "named_by": "worker" })
}

fn a_contact() -> Value {
    json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": "Elle va mieux." })
}

fn a_goal() -> Value {
    json!({ "command": id(), "plan": id(), "goal": id(), "words": "Dormir tranquille", "domain": "daily_life" })
}

fn an_action() -> Value {
    json!({ "command": id(), "plan": id(), "action": id(), "what": "Appeler la CAF", "domain": "rights",
        "doer": { "worker": id() } })
}

fn a_decision() -> Value {
    json!({ "command": id(), "decision": id(), "text": "Une aide", "doer": { "worker": id() }, "due_on": day_ago(0) })
}

async fn sees(member: &Member, family: &Family) -> bool {
    let answer = member.get(&family.home()).await;
    assert!(matches!(answer.status, 200 | 404), "{}", answer.text());
    answer.status == 200
}

#[tokio::test(flavor = "multi_thread")]
async fn those_around_the_family_see_the_case() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    assert!(!sees(&nour, &family).await);
    house.joins(&family, &nour).await;
    assert!(sees(&julie, &family).await);
    assert!(sees(&nour, &family).await);

    let seen: CaseView = nour.get(&family.home()).await.shows();
    assert_eq!(seen.label.0, "Famille Besnard");
    let team: Vec<_> = seen.team.iter().map(|member| member.name.0.as_str()).collect();
    assert_eq!(team, ["Julie Martin", "Nour Martin"]);
    assert_eq!(seen.household.len(), 2);
    let around: Vec<_> = seen
        .around
        .iter()
        .map(|each| (each.referent, each.function.is_some()))
        .collect();
    assert_eq!(around, [(true, false), (false, false)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_someone_is_there_for_and_how_it_ended_is_told() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let joining = Joining {
        function: Some(family.text(Compartment::Coordination, "Suivi du budget")),
        scope: vec![DomainOfLife::Budget, DomainOfLife::Rights],
        until: Some(day_ago(-30)),
        ..Joining::of(nour.worker)
    };
    house.case(&family, julie.worker, 150, Command::JoinTeam(joining)).await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let hers = seen
        .around
        .iter()
        .find(|each| each.worker.worker == nour.worker)
        .unwrap();
    assert_eq!(
        hers.function.as_ref().map(|told| told.0.as_str()),
        Some("Suivi du budget")
    );
    assert_eq!(hers.scope, [DomainOfLife::Budget, DomainOfLife::Rights]);
    assert_eq!((hers.since, hers.until), (Some(day_ago(150)), Some(day_ago(-30))));
    let told = |seen: &CaseView, kind: &str| -> Vec<String> {
        let news = seen.news.iter().filter(|news| news.kind == kind);
        news.filter_map(|news| Some(news.text.clone()?.0)).collect()
    };
    assert_eq!(told(&seen, "support_case.team_member_joined"), ["Suivi du budget"]);
    let leaving = Leaving {
        reason: Some(family.text(Compartment::Coordination, "Le budget tient.")),
        balance: Some(family.text(Compartment::Social, "Deux dettes soldées.")),
        ..Leaving::of(nour.worker)
    };
    house.case(&family, julie.worker, 10, Command::LeaveTeam(leaving)).await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.around.len(), 1);
    let mut ended = told(&seen, "support_case.team_member_left");
    ended.sort();
    assert_eq!(ended, ["Deux dettes soldées.", "Le budget tient."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_of_others_is_a_case_that_does_not_exist() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    let head = house.settled().await;

    let mut others = Vec::new();
    for (name, role, service) in [
        ("Colette", Role::Worker, VAL_DE_LYS),
        ("Mehdi", Role::Manager, HAUTES_RIVES),
        ("Ines", Role::Intake, VAL_DE_LYS),
        ("Paul", Role::Partner, VAL_DE_LYS),
        ("Alix", Role::Administrator, VAL_DE_LYS),
        ("Odile", Role::DataProtectionOfficer, VAL_DE_LYS),
        ("Yann", Role::Worker, HAUTES_RIVES),
    ] {
        others.push(house.member(name, role, service).await);
    }
    let before = house.settled().await;
    for member in &others {
        let there = tries_everything(member, family.case, meeting).await;
        let nowhere = tries_everything(member, SupportCaseId(id()), TeamMeetingId(id())).await;
        for (there, nowhere) in there.iter().zip(&nowhere) {
            assert!(there.starts_with("404\n"), "{}: {there}", member.name());
            assert_eq!(there, nowhere, "{}", member.name());
        }
    }
    assert_eq!(house.log().head().await.unwrap(), before, "nothing was written");
    assert!(before > head);
}

#[tokio::test(flavor = "multi_thread")]
async fn to_be_named_among_those_around_a_family_of_another_service_opens_nothing() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    for (name, role, service) in [
        ("Yann", Role::Worker, HAUTES_RIVES),
        ("Paul", Role::Partner, VAL_DE_LYS),
        ("Ines", Role::Intake, VAL_DE_LYS),
        ("Alix", Role::Administrator, VAL_DE_LYS),
    ] {
        let member = house.member(name, role, service).await;
        house.joins(&family, &member).await;
        assert!(!sees(&member, &family).await, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_a_session_learns_anything() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    let stranger = house.stranger();
    let there = tries_everything(&stranger, family.case, meeting).await;
    let nowhere = tries_everything(&stranger, SupportCaseId(id()), TeamMeetingId(id())).await;
    assert_eq!(there, nowhere);
    assert!(there.iter().all(|answer| answer.starts_with("401\n")));
    for path in [
        paths::SUPPORT_CASES,
        paths::TEAM_MEETINGS,
        paths::WORKLOAD,
        paths::EVENTS,
    ] {
        assert_eq!(
            stranger.get(path).await.refusal(),
            "401 problem.not_signed_in",
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_and_a_search_count_the_readers_own_cases_only() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    house.family("Besnard", &julie).await;
    let shared = house.family("Besnardeau", &julie).await;
    house.joins(&shared, &nour).await;
    house.family("Rouanet", &nour).await;

    let labels = |list: &CaseList| {
        assert_eq!(list.total, list.cases.len() as u64);
        let mut labels: Vec<_> = list.cases.iter().map(|case| case.label.0.clone()).collect();
        labels.sort();
        labels
    };
    let listed = async |member: &Member| labels(&member.get(paths::SUPPORT_CASES).await.shows());
    assert_eq!(listed(&julie).await, ["Famille Besnard", "Famille Besnardeau"]);
    assert_eq!(listed(&nour).await, ["Famille Besnardeau", "Famille Rouanet"]);

    let found = async |member: &Member, names: &str| {
        let answer = member.post(paths::SEARCH, &json!({ "names": names })).await;
        labels(&answer.shows())
    };
    assert_eq!(
        found(&julie, "besnard").await,
        ["Famille Besnard", "Famille Besnardeau"]
    );
    assert_eq!(found(&nour, "besnard").await, ["Famille Besnardeau"]);
    assert!(found(&julie, "Rouanet").await.is_empty());
    assert_eq!(found(&julie, "claire").await.len(), 2, "a first name is found too");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_on_no_cases_has_no_list_of_them() {
    let house = House::open().await;
    for (name, role) in [("Ines", Role::Intake), ("Alix", Role::Administrator)] {
        let member = house.member(name, role, VAL_DE_LYS).await;
        for path in [paths::SUPPORT_CASES, paths::TEAM_MEETINGS] {
            assert_eq!(
                member.get(path).await.refusal(),
                "403 problem.works_on_no_cases",
                "{name}"
            );
        }
        let search = member.post(paths::SEARCH, &json!({ "names": "Besnard" })).await;
        assert_eq!(search.refusal(), "403 problem.works_on_no_cases", "{name}");
        assert_eq!(
            member.get(paths::WORKLOAD).await.refusal(),
            "403 problem.answers_for_no_team",
            "{name}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_sees_the_load_of_the_team_without_a_note_or_a_name() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.family_without_referent("Oudin", VAL_DE_LYS).await;
    let noted = "Elle dort chez sa sœur.";
    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": noted });
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();

    let answer = mehdi.get_at_least(paths::WORKLOAD, kept.position).await;
    for secret in [noted, "Besnard", "Oudin", "Claire", "Malo"] {
        assert!(!answer.text().contains(secret), "{secret}");
    }
    let load: Workload = answer.shows();
    assert_eq!(load.open, 2);
    assert_eq!(load.unassigned.len(), 1);
    assert_eq!(load.unassigned[0].short_label.0, "Famille O.");
    assert!(
        load.workers
            .iter()
            .any(|each| each.worker.worker == julie.worker && each.cases == 1)
    );
    // He may open a case of his team; its notes open only once he has said why.
    let opened = mehdi.get_at_least(&family.home(), kept.position).await;
    assert_eq!(opened.status, 200);
    assert!(!opened.text().contains(noted));
    assert_eq!(
        julie.get(paths::WORKLOAD).await.refusal(),
        "403 problem.answers_for_no_team"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn health_is_counted_for_the_referent_and_absent_for_the_team() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house
        .assesses(&family, &julie, 40, DomainOfLife::Housing, "Humidité dans la chambre.")
        .await;
    let said = "Un traitement commencé à l’hôpital.";
    house.assesses(&family, &julie, 33, DomainOfLife::Health, said).await;
    house.settled().await;

    let answer = julie.get(&family.home()).await;
    assert!(!answer.text().contains("traitement"));
    let counted: CaseView = answer.shows();
    let reserved: Vec<_> = counted.reserved.iter().map(|each| (each.domain, each.items)).collect();
    assert_eq!(reserved, [(DomainOfLife::Health, 1)]);

    let answer = nour.get(&family.home()).await;
    assert!(!answer.text().contains("traitement"));
    let absent: CaseView = answer.shows();
    assert_eq!(absent.reserved, []);
    let domains: Vec<_> = absent.threads.iter().map(|thread| thread.domain).collect();
    assert_eq!(domains, [DomainOfLife::Housing]);
    let moments: Vec<_> = absent.moments.iter().map(|moment| moment.on).collect();
    assert!(moments.contains(&day_ago(40)));
    assert!(
        !moments.contains(&day_ago(33)),
        "not even that something was said that day"
    );

    for member in [&julie, &nour] {
        let timeline = member.get(&family.path(paths::TIMELINE)).await;
        assert!(!timeline.text().contains("traitement"), "{}", member.name());
        let shown: Timeline = timeline.shows();
        let health = shown.lanes.iter().any(|lane| lane.domain == Some(DomainOfLife::Health));
        assert!(!health, "{}", member.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_its_author_reads_is_read_by_its_author_only() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let private = "Je ne sais pas encore quoi en penser.";
    let body = json!({ "command": id(), "contact": id(), "kind": "interview", "occurred_at": ago(0),
        "shared": "Un premier rendez-vous.", "private": private });
    let kept = nour.post(&family.path(paths::CONTACTS), &body).await.kept();

    let pages = [
        family.home(),
        family.path(paths::TIMELINE),
        paths::in_meeting(paths::SHARED_VIEW, meeting, family.case),
    ];
    for page in &pages {
        let others = julie.get_at_least(page, kept.position).await;
        assert_eq!(others.status, 200, "{page}");
        assert!(!others.text().contains(private), "{page}");
    }
    let others: CaseView = julie.get(&family.home()).await.shows();
    let news: Vec<_> = others.news.iter().filter(|news| news.kind == "contact.noted").collect();
    assert_eq!(
        news.len(),
        1,
        "the shared part alone, and nothing in place of the other"
    );
    let own: CaseView = nour.get_at_least(&family.home(), kept.position).await.shows();
    let drafts: Vec<_> = own.news.iter().filter(|news| news.own_draft).collect();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].text.as_ref().unwrap().0, private);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_on_a_shared_screen_holds_no_draft_not_even_the_readers_own() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    let private = "Je ne sais pas encore quoi en penser.";
    let body = json!({ "command": id(), "contact": id(), "kind": "interview", "occurred_at": ago(0),
        "private": private });
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    let page = paths::in_meeting(paths::SHARED_VIEW, meeting, family.case);
    let shown = julie.get_at_least(&page, kept.position).await;
    assert_eq!(shown.status, 200);
    assert!(
        !shown.text().contains(private),
        "all around the table look at this page"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_member_writes_social_notes_and_not_what_she_may_only_read() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let strength = |domain: &str| {
        json!({ "command": id(), "strength": id(), "text": "Une sœur présente", "named_by": "worker",
            "domain": domain })
    };
    let path = family.path(paths::STRENGTHS);
    assert_eq!(nour.post(&path, &strength("school")).await.status, 200);
    for domain in ["housing", "budget", "health", "safety"] {
        let refused = nour.post(&path, &strength(domain)).await;
        assert_eq!(refused.refusal(), "403 problem.not_writable", "{domain}");
    }
    assert_eq!(julie.post(&path, &strength("housing")).await.status, 200);
    assert_eq!(
        julie.post(&path, &strength("health")).await.refusal(),
        "403 problem.not_writable"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_left_is_closed_at_once() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    assert!(sees(&nour, &family).await);
    let leave = Command::LeaveTeam(Leaving::of(nour.worker));
    let left = house.case(&family, julie.worker, 0, leave).await;
    house.settled().await;
    assert!(!sees(&nour, &family).await);
    let list: CaseList = nour.get_at_least(paths::SUPPORT_CASES, left).await.shows();
    assert_eq!((list.total, list.cases.len()), (0, 0));
    assert_eq!(nour.names_a_strength(family.case, "Sait demander").await.status, 404);

    let hand_over = Command::HandOver {
        from: None,
        to: nour.worker,
        reason: None,
        met_on: None,
    };
    house.case(&family, julie.worker, 0, hand_over).await;
    house.settled().await;
    assert!(sees(&nour, &family).await);
    // She who handed it over reads on for the grace, writes nothing more, and has it in no list.
    assert!(sees(&julie, &family).await);
    let refused = julie.names_a_strength(family.case, "Sait demander").await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    let list: CaseList = julie.get(paths::SUPPORT_CASES).await.shows();
    assert_eq!(list.total, 0);
}
