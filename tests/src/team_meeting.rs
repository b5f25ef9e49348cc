//! A team meeting: the agenda, the page that all look at, and the decisions taken there.

use crate::house::{House, Member, day_ago, id};
use contract::paths;
use contract::support_case::CaseView;
use contract::team_meeting::{MeetingList, SharedView};
use domain::team_meeting::{Command, OnBehalf, Participant, TeamMeeting, Weight};
use sealed::Compartment;
use serde_json::{Value, json};

fn decision(doer: &Member) -> Value {
    json!({ "command": id(), "decision": id(), "text": "Demander un relogement", "domains": ["housing", "school"],
        "doer": { "worker": doer.worker }, "due_on": day_ago(-30), "dissent": "Trop tôt, dit l’école.",
        "weight": "opinion", "ground": ground() })
}

/// What a decision of a synthesis may rest on.
pub(crate) fn ground() -> Value {
    json!({ "power": "advice", "legal_basis": "casf_l121_6_2", "reasons": ["Le bail se termine en février."] })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_meets_decides_and_reads_what_it_decided() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let page = paths::in_meeting(paths::SHARED_VIEW, meeting, family.case);

    let seen: SharedView = nour.get(&page).await.shows();
    assert_eq!(seen.question.0, "Quel logement pour cet hiver ?");
    assert_eq!(seen.case.label.0, "Famille Besnard");
    assert_eq!(seen.service.name, "Val-de-Lys");
    let roster: Vec<_> = seen
        .roster
        .iter()
        .map(|seat| (seat.name.0.as_str(), seat.chair))
        .collect();
    assert_eq!(roster.len(), 3);
    assert_eq!(roster[0], ("Mme\u{a0}Besnard", false), "the family first");
    assert!(roster.contains(&("Julie Martin", true)), "{roster:?}");

    let decisions = paths::in_meeting(paths::DECISIONS, meeting, family.case);
    let kept = nour.post(&decisions, &decision(&julie)).await.kept();
    let seen: SharedView = julie.get_at_least(&page, kept.position).await.shows();
    let decided = &seen.case.decisions[0];
    assert_eq!(decided.text.0, "Demander un relogement");
    assert_eq!(decided.doer.name.0, "Julie Martin");
    assert_eq!(decided.due_on, day_ago(-30));
    assert_eq!(decided.dissent.as_ref().unwrap().0, "Trop tôt, dit l’école.");
    assert_eq!(decided.weight, Some(Weight::Opinion));
    let ground = decided.ground.as_ref().unwrap();
    assert_eq!(
        ground.legal_basis,
        "CASF, art. L121-6-2 (coordination de l’action sociale)"
    );
    assert_eq!(ground.reasons[0].0, "Le bail se termine en février.");
    let home: CaseView = nour.get(&family.home()).await.shows();
    assert_eq!(home.decisions, seen.case.decisions, "the same in the case home");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_tells_for_whom_it_is_given() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    for (on_behalf_of, days_ago) in [
        (None, 2),
        (Some(OnBehalf::Service(family.service)), 1),
        (Some(OnBehalf::ElectedByPeople), 0),
    ] {
        let view = Command::GiveViewpoint {
            support_case: family.case,
            of: Participant::Worker(nour.worker),
            text: family.text(Compartment::Social, "Un logement plus grand est possible."),
            on_behalf_of,
        };
        house
            .ask::<TeamMeeting, _>(meeting.0, julie.worker, days_ago, view)
            .await;
    }
    house.settled().await;
    let page = paths::in_meeting(paths::SHARED_VIEW, meeting, family.case);
    let seen: SharedView = julie.get(&page).await.shows();
    let given: Vec<_> = seen
        .viewpoints
        .iter()
        .map(|view| (view.name.0.as_str(), view.on_behalf_of))
        .collect();
    assert_eq!(
        given,
        [
            ("Nour Martin", None),
            (
                "Nour Martin, au nom du service «\u{a0}Val-de-Lys\u{a0}»",
                Some(OnBehalf::Service(family.service))
            ),
            (
                "Nour Martin, porte-parole des personnes accompagnées (mandat électif)",
                Some(OnBehalf::ElectedByPeople)
            ),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_needs_a_meeting_that_is_open_and_a_day_that_is_to_come() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    let decisions = paths::in_meeting(paths::DECISIONS, meeting, family.case);

    let mut late = decision(&julie);
    late["due_on"] = json!(day_ago(10));
    let refused = julie.post(&decisions, &late).await;
    assert_eq!(refused.refusal(), "409 team_meeting.due_before_the_meeting (due_on)");

    late["due_on"] = json!("-009999-01-01");
    let refused = julie.post(&decisions, &late).await;
    assert_eq!(refused.refusal(), "400 invalid.out_of_time (due_on)");

    let first = decision(&julie);
    julie.post(&decisions, &first).await.kept();
    let elsewhere = house.meeting(&family, &julie, &[&julie]).await;
    let mut same = first.clone();
    same["command"] = json!(id());
    let elsewhere = paths::in_meeting(paths::DECISIONS, elsewhere, family.case);
    assert_eq!(julie.post(&elsewhere, &same).await.refusal(), "409 problem.taken");
    let mut twice = first.clone();
    twice["command"] = json!(id());
    assert_eq!(
        julie.post(&decisions, &twice).await.refusal(),
        "409 team_meeting.already_decided"
    );

    house
        .ask::<TeamMeeting, _>(meeting.0, julie.worker, 0, Command::Close)
        .await;
    house.settled().await;
    let after = julie.post(&decisions, &decision(&julie)).await;
    assert_eq!(after.refusal(), "409 team_meeting.closed");
    assert!(
        julie.post(&decisions, &first).await.kept().repeated,
        "what was kept stays kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_not_on_the_agenda_has_no_page_in_the_meeting() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let other = house.family("Rouanet", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    let page = paths::in_meeting(paths::SHARED_VIEW, meeting, other.case);
    assert_eq!(julie.get(&page).await.refusal(), "404 problem.not_found");
    let decisions = paths::in_meeting(paths::DECISIONS, meeting, other.case);
    let refused = julie.post(&decisions, &decision(&julie)).await;
    assert_eq!(refused.refusal(), "404 problem.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_meetings_names_only_the_cases_that_the_reader_may_open() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.meeting(&family, &julie, &[&julie, &nour]).await;

    let hers: MeetingList = julie.get(paths::TEAM_MEETINGS).await.shows();
    let lines: Vec<_> = hers.to_come.iter().chain(&hers.held).collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].cases[0].label.0, "Famille Besnard");

    let answer = nour.get(paths::TEAM_MEETINGS).await;
    assert!(!answer.text().contains("Besnard"));
    assert!(!answer.text().contains(&family.case.to_string()));
    let invited: MeetingList = answer.shows();
    for line in invited.to_come.iter().chain(&invited.held) {
        assert!(line.cases.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_given_to_someone_around_the_table_not_to_someone_unknown() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let decisions = paths::in_meeting(paths::DECISIONS, meeting, family.case);
    let mut taken = decision(&nour);
    taken["doer"] = json!({ "worker": id() });
    let refused = julie.post(&decisions, &taken).await;
    assert_eq!(refused.refusal(), "400 problem.doer_unknown (doer)");
    taken["doer"] = json!({ "worker": nour.worker });
    julie.post(&decisions, &taken).await.kept();
}
