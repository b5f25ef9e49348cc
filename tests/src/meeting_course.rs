//! The course of a meeting: from a day to its end, each step by whoever may take it, each refusal with its remedy.

use crate::browser::{Browser, site};
use crate::house::{Family, House, Member, day_ago, id};
use contract::paths;
use contract::team_meeting::{MeetingList, SharedView};
use domain::team_meeting::Stage;
use domain::words::TeamMeetingId;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The people of a meeting, and its paths.
pub(crate) struct Course<'a> {
    house: &'a House,
    pub(crate) family: Family,
    pub(crate) meeting: TeamMeetingId,
}

impl Course<'_> {
    pub(crate) fn path(&self, path: &str) -> String {
        paths::in_meeting(path, self.meeting, self.family.case)
    }

    /// Someone takes a step; what comes of it as a refusal tells, or nothing.
    pub(crate) async fn takes(&self, by: &Member, step: Value) -> Option<String> {
        let body = json!({ "command": id(), "step": step });
        let answer = by.post(&self.path(paths::STEPS), &body).await;
        if answer.status == 200 {
            self.house.settled().await;
            None
        } else {
            Some(answer.refusal())
        }
    }

    pub(crate) async fn kept(&self, by: &Member, step: Value) {
        let told = step.to_string();
        assert_eq!(self.takes(by, step).await, None, "{told}");
    }

    async fn seen(&self, by: &Member) -> SharedView {
        by.get(&self.path(paths::SHARED_VIEW)).await.shows()
    }

    pub(crate) async fn decides(&self, by: &Member, decision: &Value) -> Option<String> {
        let answer = by.post(&self.path(paths::DECISIONS), decision).await;
        if answer.status == 200 {
            self.house.settled().await;
            None
        } else {
            Some(answer.refusal())
        }
    }
}

fn in_days(days: i64) -> Timestamp {
    Timestamp::now() + SignedDuration::from_hours(24 * days)
}

/// A synthesis of the family, called by Julie over the API: Nour presides, Julie and Claire are invited.
pub(crate) async fn called<'a>(house: &'a House, kind: &str, julie: &Member, nour: &Member, days: i64) -> Course<'a> {
    let family = house.family("Besnard", julie).await;
    house.joins(&family, nour).await;
    let meeting = TeamMeetingId(id());
    let schedule = json!({ "command": id(), "team_meeting": meeting, "kind": kind, "starts_at": in_days(days),
        "chair": nour.worker });
    julie.post(paths::TEAM_MEETINGS, &schedule).await.kept();
    let again = julie.post(paths::TEAM_MEETINGS, &schedule).await.kept();
    assert!(again.repeated, "two presses of one button are one meeting");
    let course = Course { house, family, meeting };
    let item = json!({ "command": id(), "question": "Quel logement pour cet hiver ?", "starts_at": in_days(days),
        "minutes": 45 });
    julie.post(&course.path(paths::SHARED_VIEW), &item).await.kept();
    house.settled().await;
    for member in [nour, julie] {
        let invite = json!({ "invite": { "participant": { "worker": member.worker }, "capacity": "member" } });
        course.kept(julie, invite).await;
    }
    let mother = json!({ "invite": { "participant": { "person": family.mother }, "capacity": "family" } });
    course.kept(julie, mother).await;
    course
}

pub(crate) fn attends(participant: Value) -> Value {
    json!({ "record_attendance": { "participant": participant, "attendance": "present" } })
}

pub(crate) fn informed(by: &Member) -> Value {
    json!({ "inform_family": { "information": { "informed": { "on": day_ago(1), "by": by.worker } } } })
}

pub(crate) fn decision(doer: &Member) -> Value {
    json!({ "command": id(), "decision": id(), "text": "Demander un relogement", "doer": { "worker": doer.worker },
        "due_on": day_ago(-60), "dissent": "Trop tôt, dit l’école.", "ground": crate::team_meeting::ground() })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_goes_step_by_step_from_a_day_to_its_end() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let course = called(&house, "case_review", &julie, &nour, 21).await;

    let refused = course.takes(&julie, json!({ "open": { "warned": false } })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.not_prepared"));
    let refused = course.takes(&julie, json!({ "open_preparation": {} })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.not_convened"));
    course.kept(&julie, json!({ "send_summons": {} })).await;
    course.kept(&julie, json!({ "open_preparation": {} })).await;
    let open = || json!({ "open": { "warned": false } });
    assert_eq!(
        course.takes(&julie, open()).await.as_deref(),
        Some("409 team_meeting.chair_absent")
    );
    course.kept(&julie, attends(json!({ "worker": nour.worker }))).await;
    let refused = course.takes(&julie, open()).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.family_not_informed"));
    assert_eq!(
        course.decides(&julie, &decision(&julie)).await.as_deref(),
        Some("409 team_meeting.not_in_session")
    );
    course.kept(&julie, informed(&julie)).await;
    course.kept(&julie, open()).await;

    let seen = course.seen(&nour).await;
    assert_eq!(seen.course.stage, Stage::InSession);
    let opened = seen.course.opened.unwrap();
    assert!(opened.position > 0);
    assert_eq!(seen.course.family.unwrap().by.unwrap().0, "Julie Martin");

    let mut bare = decision(&julie);
    bare["ground"] = Value::Null;
    assert_eq!(
        course.decides(&julie, &bare).await.as_deref(),
        Some("409 team_meeting.no_ground")
    );
    let refused = course.takes(&julie, json!({ "end_session": {} })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.nothing_decided"));
    assert_eq!(course.decides(&julie, &decision(&julie)).await, None);
    course.kept(&julie, json!({ "end_session": {} })).await;
    minutes_and_what_follows(&course, &julie, &nour).await;
}

async fn minutes_and_what_follows(course: &Course<'_>, julie: &Member, nour: &Member) {
    let draft = |text: &str| json!({ "draft_minutes": { "text": text } });
    course.kept(julie, draft("On demande un relogement.")).await;
    course.kept(julie, draft("On demande un relogement en février.")).await;
    let validate = || json!({ "validate_minutes": {} });
    assert_eq!(
        course.takes(julie, validate()).await.as_deref(),
        Some("409 team_meeting.not_the_chair")
    );
    course.kept(nour, validate()).await;
    let refused = course.takes(julie, draft("Autre chose.")).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.minutes_already_validated"));
    let mother = json!({ "person": course.family.mother });
    let share = |basis: &str| json!({ "share_minutes": { "with": mother, "basis": basis } });
    let refused = course.takes(nour, share("social_coordination")).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.recipient_not_bound (basis)"));
    course.kept(nour, share("person_request")).await;
    course
        .kept(julie, json!({ "write_addendum": { "text": "Le bailleur a répondu." } }))
        .await;
    let told = json!({ "give_feedback": { "to": course.family.mother, "on": day_ago(0) } });
    course.kept(julie, told).await;
    let close = || json!({ "close": {} });
    let refused = course.takes(nour, close()).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.decisions_open"));
    course.kept(nour, json!({ "hold_review": { "on": day_ago(0) } })).await;
    course.kept(nour, close()).await;

    let seen = course.seen(julie).await.course;
    assert_eq!(seen.stage, Stage::Closed);
    let minutes = seen.minutes.unwrap();
    assert_eq!(
        (minutes.text.0.as_str(), minutes.version),
        ("On demande un relogement en février.", 2)
    );
    assert_eq!(minutes.author.0, "Julie Martin");
    assert_eq!(minutes.validated.unwrap().by.0, "Nour Martin");
    assert_eq!(seen.shares[0].name.0, "Mme\u{a0}Besnard");
    assert_eq!(seen.addenda[0].text.0, "Le bailleur a répondu.");
    assert_eq!(seen.feedback[0].on, day_ago(0));
    let list: MeetingList = julie.get(paths::TEAM_MEETINGS).await.shows();
    assert_eq!(list.held.len() + list.to_come.len(), 1);
    assert!(list.held.iter().all(|line| line.closed && line.stage == Stage::Closed));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_lead_a_meeting_from_their_screens() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let course = called(&house, "case_review", &julie, &nour, 21).await;
    let page = format!("/team-meetings/{}/support-cases/{}", course.meeting, course.family.case);
    let (hers, the_other) = (Browser::of(&house, &julie).await, Browser::of(&house, &nour).await);
    hers.goes_to(&page).await;
    the_other.goes_to(&page).await;
    hers.reads("convocations ne sont pas encore parties").await;
    hers.presses("Noter l’envoi des convocations").await;
    the_other.reads("Convocations parties le").await;
    hers.presses("Ouvrir la préparation").await;
    hers.reads("La personne qui préside n’est pas notée présente.").await;
    hers.presses("Conduire la réunion").await;
    pictures(&hers, "meeting-course-before").await;
    hers.find("select[aria-label^='Présence de Nour'] option[value='present']")
        .await
        .click()
        .await
        .unwrap();
    hers.reads("Il n’est pas dit comment la famille est informée.").await;
    hers.picks("on", &day_ago(1).to_string()).await;
    hers.chooses("by", "Julie").await;
    hers.presses("Répondre").await;
    hers.reads("Famille informée").await;
    hers.presses("Ouvrir la séance").await;
    the_other
        .reads("Séance ouverte. La situation est vue telle que connue à")
        .await;
    the_other.types("text", "Demander un relogement").await;
    the_other.chooses("doer", "Julie").await;
    the_other.picks("due_on", &day_ago(-60).to_string()).await;
    the_other.types("reasons", "Le bail se termine en février.").await;
    the_other
        .reads("Il n’est pas dit si quelqu’un voit les choses autrement.")
        .await;
    the_other.find("[name='undisputed']").await.click().await.unwrap();
    the_other.presses("Retenir la décision").await;
    hers.reads("Demander un relogement").await;
    hers.reads("Pourquoi : Le bail se termine en février.").await;
    hers.presses("Conduire la réunion").await;
    pictures(&hers, "meeting-course-session").await;
    hers.presses("Lever la séance").await;
    the_other.reads("Séance levée.").await;
    hers.presses("Conduire la réunion").await;
    let text = hers.find(".minutes-form [name='text']").await;
    text.send_keys("On demande un relogement.").await.unwrap();
    hers.presses("Garder le compte rendu").await;
    hers.reads("Seule la personne qui préside valide").await;
    the_other.presses("Valider le compte rendu").await;
    hers.reads("Il ne change plus.").await;
    pictures(&hers, "meeting-course-minutes").await;
    hers.closes().await;
    the_other.closes().await;
}

/// How it looks, and that the audit finds nothing to mend.
pub(crate) async fn pictures(browser: &Browser, name: &str) {
    for width in [1440, 1024, 390] {
        browser.looks(width, "light").await;
        browser.is_drawn().await;
        browser.picture(&format!("{name}-{width}-light")).await;
        assert_eq!(browser.faults().await, Vec::<String>::new(), "{name} at {width}");
    }
    browser.looks(1440, "light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_called_from_the_case_and_two_presses_are_one_meeting() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.presses("Prévoir une instance").await;
    browser.chooses("kind", "Synthèse").await;
    browser.picks("day", &day_ago(-21).to_string()).await;
    browser.picks("hour", "10:00").await;
    browser.chooses("chair", "Nour").await;
    browser.types("text", "Quel logement pour cet hiver ?").await;
    // The answer is lost on its way: she presses again, and it is the same meeting.
    browser.loses_the_next_answer().await;
    let send = ".call-form [type='submit']:not([aria-disabled])";
    browser.find(send).await.click().await.unwrap();
    browser.find(".call-form [role='alert']").await;
    browser.find(send).await.click().await.unwrap();
    browser.reads("convocations ne sont pas encore parties").await;
    browser.reads("Quel logement pour cet hiver ?").await;
    house.settled().await;
    let list: MeetingList = julie.get(paths::TEAM_MEETINGS).await.shows();
    assert_eq!(list.to_come.len(), 1, "{:?}", list.to_come);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_service_brings_its_sheet_the_family_its_own_and_what_is_said_is_kept() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let course = called(&house, "case_review", &julie, &nour, 21).await;
    let sheet = || json!({ "contribute": { "facts": "Six loyers impayés.", "analysis": "La dette peut s’étaler." } });
    let refused = course.takes(&julie, sheet()).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.not_prepared"));
    let hers =
        json!({ "write_family_sheet": { "of": course.family.mother, "words": "Je veux rester près de l’école." } });
    course.kept(&julie, hers).await;
    course.kept(&julie, json!({ "send_summons": {} })).await;
    course.kept(&julie, json!({ "open_preparation": {} })).await;
    let seen = course.seen(&julie).await.course;
    assert_eq!(seen.without_sheet.len(), 1, "both are of one service");
    let refused = course.takes(&julie, json!({ "contribute": {} })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.nothing_contributed"));
    course.kept(&julie, sheet()).await;
    let seen = course.seen(&nour).await.course;
    assert!(seen.without_sheet.is_empty());
    let brought = &seen.sheets[0];
    assert_eq!(
        (brought.service.0.as_str(), brought.author.0.as_str()),
        ("Val-de-Lys", "Julie Martin")
    );
    assert_eq!(brought.facts.as_ref().unwrap().0, "Six loyers impayés.");
    assert_eq!(brought.observations, None);
    assert_eq!(seen.family_sheets[0].words.0, "Je veux rester près de l’école.");

    course.kept(&julie, attends(json!({ "worker": nour.worker }))).await;
    course.kept(&julie, informed(&julie)).await;
    course.kept(&julie, json!({ "open": {} })).await;
    course.kept(&julie, json!({ "begin_turn": {} })).await;
    let of = json!({ "worker": nour.worker });
    course
        .kept(
            &nour,
            json!({ "raise_hypothesis": { "of": of, "text": "Le courrier lui fait peur." } }),
        )
        .await;
    let answer = json!({ "record_family_answer": { "of": course.family.mother, "text": "Oui." } });
    course.kept(&julie, answer).await;
    let seen = course.seen(&nour).await;
    assert!(seen.agenda[0].turn);
    assert_eq!(seen.course.hypotheses[0].name.0, "Nour Martin");
    assert_eq!(seen.course.answers[0].text.0, "Oui.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_called_too_late_is_moved_and_who_is_not_bound_by_secrecy_is_told_to_the_chair() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let course = called(&house, "disability_commission", &julie, &nour, 5).await;
    let refused = course.takes(&julie, json!({ "send_summons": {} })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.summons_too_late (sent_on)"));
    let refused = course
        .takes(
            &julie,
            json!({ "postpone": { "starts_at": in_days(30), "because": "other" } }),
        )
        .await;
    assert_eq!(
        refused.as_deref(),
        Some("409 team_meeting.postponed_without_words (words)")
    );
    let words = "Les convocations partent trop tard.";
    let moved = json!({ "postpone": { "starts_at": in_days(30), "because": "other", "words": words } });
    course.kept(&julie, moved).await;
    course.kept(&julie, json!({ "send_summons": {} })).await;
    let seen = course.seen(&julie).await;
    assert_eq!(seen.course.stage, Stage::Convened);
    assert_eq!(seen.course.held_on, day_ago(-30));
    assert_eq!(seen.course.moved[0].words.as_ref().unwrap().0, words);
    let turn = seen.agenda.iter().find(|line| line.current).unwrap();
    let apart = turn.starts_at.duration_since(seen.starts_at).abs();
    assert!(apart < SignedDuration::from_secs(60), "its turn moved along: {apart:?}");
    course
        .kept(&julie, json!({ "cancel": { "reason": "La demande est retirée." } }))
        .await;
    let seen = course.seen(&julie).await;
    assert_eq!(seen.course.stage, Stage::Cancelled);
    assert_eq!(seen.course.cancelled.unwrap().0, "La demande est retirée.");
    let refused = course.takes(&julie, json!({ "send_summons": {} })).await;
    assert_eq!(refused.as_deref(), Some("409 team_meeting.given_up"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_around_the_table_lead_a_meeting_and_only_on_cases_they_may_open() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let course = called(&house, "case_review", &julie, &nour, 21).await;
    let elsewhere = house
        .member("Karim", domain::words::Role::Worker, crate::house::HAUTES_RIVES)
        .await;
    let refused = course.takes(&elsewhere, json!({ "send_summons": {} })).await;
    assert_eq!(refused.as_deref(), Some("404 problem.not_found"));
    let his = house.family("Rouanet", &elsewhere).await;
    let item = json!({ "command": id(), "question": "Et la sienne ?", "starts_at": in_days(21), "minutes": 10 });
    let path = paths::in_meeting(paths::SHARED_VIEW, course.meeting, his.case);
    assert_eq!(elsewhere.post(&path, &item).await.refusal(), "404 problem.not_found");
    let item = json!({ "command": id(), "question": "Et rien ?", "starts_at": in_days(21), "minutes": 10 });
    let path = paths::in_meeting(paths::SHARED_VIEW, TeamMeetingId(his.case.0), course.family.case);
    assert_eq!(julie.post(&path, &item).await.refusal(), "404 problem.not_found");
}
