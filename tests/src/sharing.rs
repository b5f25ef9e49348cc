//! Passing on what secrecy covers: who receives it sees that and nothing else, and its end closes it at once.

use crate::appointment;
use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::exceptional_access::AccessList;
use contract::paths;
use contract::sharing::{SharingList, Standing};
use contract::support_case::{CaseList, CaseView};
use contract::timeline::Timeline;
use domain::team_meeting;
use domain::words::{ConsentId, DomainOfLife, Profession, Role, SharingId, SupportCaseId};
use serde_json::{Value, json};
use uuid::Uuid;

const NOTE: &str = "Elle dort chez sa sœur.";
const HOUSING: &str = "Humidité dans la chambre.";
const BUDGET: &str = "Deux loyers de retard.";

/// What is passed on, on a basis.
fn what(basis: &str, compartments: &[&str]) -> Value {
    json!({ "basis": basis, "purpose": "Chercher un logement ensemble",
        "items": { "compartments": compartments }, "until": day_ago(-30),
        "informed": { "given": { "on": day_ago(3) } } })
}

/// The same, of which the family was not told.
fn untold(basis: &str, compartments: &[&str]) -> Value {
    let mut what = what(basis, compartments);
    what["informed"] = json!({ "withheld": { "reason": "Elle serait en danger" } });
    what
}

fn exchange(sharing: Uuid, what: &Value, to: &[&Member]) -> Value {
    let recipients: Vec<_> = to.iter().map(|member| member.worker).collect();
    json!({ "command": id(), "sharing": sharing, "what": what, "recipients": recipients })
}

fn share(sharing: Uuid, what: &Value, audience: Value) -> Value {
    json!({ "command": id(), "sharing": sharing, "what": what, "audience": audience })
}

async fn agrees(by: &Member, family: &Family, with: &Member, scope: &[&str]) -> Uuid {
    let consent = id();
    let body = json!({ "command": id(), "consent": consent, "person": family.mother,
        "recipients": { "workers": [with.worker] }, "scope": scope, "means": "spoken",
        "on": day_ago(3), "until": day_ago(-60) });
    by.post(&family.path(paths::CONSENTS), &body).await.kept();
    consent
}

async fn exchanges(by: &Member, family: &Family, what: &Value, to: &[&Member]) -> Uuid {
    let sharing = id();
    by.post(&family.path(paths::EXCHANGES), &exchange(sharing, what, to))
        .await
        .kept();
    sharing
}

async fn ends(by: &Member, family: &Family, sharing: Uuid) -> crate::house::Answer {
    let path = paths::of_sharing(paths::END_SHARING, family.case, SharingId(sharing));
    by.post(&path, &json!({ "command": id(), "reason": "Le bail est signé" }))
        .await
}

async fn notes(by: &Member, family: &Family, words: &str) {
    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "shared": words,
        "domains": ["housing", "health"] });
    by.post(&family.path(paths::CONTACTS), &body).await.kept();
}

async fn home(member: &Member, family: &Family) -> u16 {
    member.get(&family.home()).await.status
}

async fn listed(member: &Member) -> CaseList {
    member.get(paths::SUPPORT_CASES).await.shows()
}

async fn finds(member: &Member, names: &str) -> u64 {
    let found: CaseList = member.post(paths::SEARCH, &json!({ "names": names })).await.shows();
    found.total
}

/// Somebody of a landlord, whom secrecy does not bind.
async fn landlord(house: &House, name: &str) -> Member {
    let post = (Role::Partner, HAUTES_RIVES);
    house
        .professional(name, post, (Profession::LandlordOfficer, false))
        .await
}

/// A family of whom something is known in each of some domains.
async fn known(house: &House, name: &str, referent: &Member) -> Family {
    let family = house.family(name, referent).await;
    for (domain, words) in [(DomainOfLife::Housing, HOUSING), (DomainOfLife::Budget, BUDGET)] {
        house.assesses(&family, referent, 20, domain, words).await;
    }
    notes(referent, &family, NOTE).await;
    house.settled().await;
    family
}

#[tokio::test(flavor = "multi_thread")]
async fn who_receives_something_sees_that_in_everything_and_its_end_closes_it_at_once() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let hugo = landlord(&house, "Hugo").await;
    let (family, other) = (
        known(&house, "Besnard", &julie).await,
        known(&house, "Rouanet", &julie).await,
    );
    assert_eq!((home(&hugo, &family).await, listed(&hugo).await.total), (404, 0));

    // The basis says who may receive it.
    let path = family.path(paths::EXCHANGES);
    let refused = async |basis: &str| {
        let body = exchange(id(), &what(basis, &["housing"]), &[&hugo]);
        julie.post(&path, &body).await.refusal()
    };
    assert_eq!(
        refused("child_protection").await,
        "409 sharing.recipient_not_bound (recipients)"
    );
    assert_eq!(refused("consent").await, "409 sharing.no_consent (basis)");
    let mut agreed = what("consent", &["housing"]);
    agreed["consent"] = json!(agrees(&julie, &family, &hugo, &["housing"]).await);
    let consent = agreed["consent"].clone();
    exchanges(&julie, &family, &agreed, &[&hugo]).await;
    agreed["consent"] = json!(agrees(&julie, &other, &hugo, &["housing"]).await);
    let elsewhere = exchanges(&julie, &other, &agreed, &[&hugo]).await;

    let list = listed(&hugo).await;
    assert_eq!(list.total, 2);
    assert!(list.cases.iter().all(|case| case.received && case.next_due.is_none()));
    assert!(list.cases.iter().all(|case| case.last_contact_on.is_none()));
    assert_eq!(
        (
            finds(&hugo, "besnard").await,
            finds(&hugo, "claire").await,
            finds(&hugo, "malo").await
        ),
        (1, 0, 0),
        "a search tells how the case is called, and not who lives there"
    );
    let seen = hugo.get(&family.home()).await;
    for hidden in [NOTE, BUDGET, "Claire", "Malo"] {
        assert!(!seen.text().contains(hidden), "{hidden}: {}", seen.text());
    }
    assert!(seen.text().contains(HOUSING));
    let view: CaseView = seen.shows();
    assert_eq!(view.label.0, "Famille Besnard");
    assert_eq!(
        view.referent.as_ref().map(|worker| worker.name.0.as_str()),
        Some("Julie Martin")
    );
    let threads: Vec<_> = view.threads.iter().map(|thread| thread.domain).collect();
    assert_eq!(threads, [DomainOfLife::Housing]);
    assert!(view.household.is_empty() && view.team.is_empty() && view.access.is_empty());
    assert!(view.reserved.is_empty() && view.meetings.is_empty() && !view.writable);
    assert_eq!((view.news.len(), view.moments.len()), (1, 1));
    let timeline: Timeline = hugo.get(&family.path(paths::TIMELINE)).await.shows();
    let lanes: Vec<_> = timeline
        .lanes
        .iter()
        .map(|lane| (lane.domain, lane.contacts.len()))
        .collect();
    assert_eq!(lanes, [(Some(DomainOfLife::Housing), 0)]);
    assert!(timeline.silences.is_empty() && timeline.people.is_empty());

    // She writes nothing, and learns nothing by trying.
    let refused = hugo.names_a_strength(family.case, "Sait demander").await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    let body = json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0) });
    let refused = hugo.post(&family.path(paths::CONTACTS), &body).await;
    assert_eq!(refused.refusal(), "403 problem.not_writable");
    let onward = exchange(id(), &what("person_request", &["housing"]), &[&julie]);
    assert_eq!(
        hugo.post(&path, &onward).await.refusal(),
        "403 problem.passes_nothing_on"
    );

    // She hears of what she may read, and of nothing else.
    let (here, there) = (view.topic, hugo.get(&other.home()).await.shows::<CaseView>().topic);
    let mut hears = hugo.listen().await;
    notes(&julie, &family, "Elle va mieux.").await;
    house
        .assesses(&family, &julie, 0, DomainOfLife::Budget, "Un plan d’apurement.")
        .await;
    house
        .assesses(&other, &julie, 0, DomainOfLife::Housing, "Le bail est prêt.")
        .await;
    assert_eq!(hears.next().await.unwrap().topic, Some(there.clone()));
    house
        .assesses(&family, &julie, 0, DomainOfLife::Housing, "La chambre est sèche.")
        .await;
    assert_eq!(hears.next().await.unwrap().topic, Some(here.clone()));

    // What stands on a consent ends with it; the rest by its author.
    let withdraw = paths::of_consent(
        paths::WITHDRAW_CONSENT,
        family.case,
        ConsentId(consent.as_str().unwrap().parse().unwrap()),
    );
    julie.post(&withdraw, &json!({ "command": id() })).await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(here));
    assert_eq!((home(&hugo, &family).await, listed(&hugo).await.total), (404, 1));
    ends(&julie, &other, elsewhere).await.kept();
    assert_eq!(hears.next().await.unwrap().topic, Some(there));
    assert_eq!((home(&hugo, &other).await, listed(&hugo).await.total), (404, 0));
    let nowhere = hugo.get(&paths::support_case(SupportCaseId(id()))).await;
    assert_eq!(hugo.get(&other.home()).await.comparable(), nowhere.comparable());
    let told: SharingList = julie.get(&family.path(paths::SHARINGS)).await.shows();
    assert_eq!(told.acts[0].standing, Standing::Withdrawn);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_written_elsewhere_in_the_case_changes_an_answer() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let hugo = landlord(&house, "Hugo").await;
    let family = known(&house, "Besnard", &julie).await;
    let mut agreed = what("consent", &["housing"]);
    agreed["consent"] = json!(agrees(&julie, &family, &hugo, &["housing"]).await);
    exchanges(&julie, &family, &agreed, &[&hugo]).await;
    let answers = async || {
        let mut answers = Vec::new();
        for path in [
            family.home(),
            family.path(paths::TIMELINE),
            family.path(paths::SHARINGS),
            paths::SUPPORT_CASES.to_owned(),
            format!("{}?as_known_on={}", family.home(), day_ago(10)),
        ] {
            let mut answer = hugo.get(&path).await.json();
            // How far the log has come is no secret.
            answer.as_object_mut().unwrap().remove("position");
            answers.push(answer.to_string());
        }
        answers
    };
    let before = answers().await;
    notes(&julie, &family, "Un deuxième appel.").await;
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.joins(&family, &nour).await;
    for domain in [DomainOfLife::Health, DomainOfLife::Budget, DomainOfLife::Safety] {
        house.assesses(&family, &julie, 5, domain, "Rien pour lui.").await;
    }
    house.sets_deadline(&family, day_ago(-3)).await;
    house.meeting(&family, &julie, &[&julie, &nour]).await;
    exchanges(&julie, &family, &what("social_coordination", &["social"]), &[&nour]).await;
    let reach = paths::of_person(paths::REACH, family.case, family.mother);
    let safely = json!({ "command": id(), "medium": "sms", "value": "0612345678", "privacy": "shared" });
    julie.post(&reach, &safely).await.kept();
    let booking = appointment::wish(&family, appointment::ahead(60 * 24 * 5));
    appointment::books(&julie, &family, &booking).await.kept();
    house.settled().await;
    assert_eq!(answers().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_opened_to_those_of_a_service_whom_secrecy_binds() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let hugo = landlord(&house, "Hugo").await;
    let family = known(&house, "Besnard", &julie).await;
    let path = family.path(paths::SHARINGS);
    let service = json!({ "service": HAUTES_RIVES });
    let sharing = id();
    let body = share(sharing, &what("social_coordination", &["social"]), service.clone());
    julie.post(&path, &body).await.kept();
    assert!(yann.get(&family.home()).await.text().contains(NOTE));
    assert_eq!(home(&hugo, &family).await, 404, "secrecy does not bind him");
    // A reading follows the post: who comes later reads it too.
    let lena = house.member("Lena", Role::Worker, HAUTES_RIVES).await;
    assert!(lena.get(&family.home()).await.text().contains(NOTE));
    // Who receives it is told of it, and ends nothing.
    let told: SharingList = yann.get(&path).await.shows();
    assert_eq!((told.acts.len(), told.passes_on), (1, false));
    assert_eq!(told.acts[0].purpose.0, "Chercher un logement ensemble");
    assert_eq!(
        ends(&yann, &family, sharing).await.refusal(),
        "403 problem.ends_no_sharing"
    );
    let named_only = share(id(), &what("care_exchange", &["social"]), service);
    assert_eq!(
        julie.post(&path, &named_only).await.refusal(),
        "409 sharing.named_only (basis)"
    );
    ends(&julie, &family, sharing).await.kept();
    assert_eq!((home(&yann, &family).await, home(&lena, &family).await), (404, 404));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_family_is_not_told_opens_only_once_who_answers_for_the_service_agreed() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let elsa = house.member("Elsa", Role::Manager, HAUTES_RIVES).await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = known(&house, "Besnard", &julie).await;
    let refused = exchange(id(), &untold("social_coordination", &["social"]), &[&yann]);
    assert_eq!(
        julie.post(&family.path(paths::EXCHANGES), &refused).await.refusal(),
        "409 sharing.must_be_informed (informed)"
    );
    let sharing = exchanges(&julie, &family, &untold("child_protection", &["social"]), &[&yann]).await;
    assert_eq!((home(&yann, &family).await, listed(&yann).await.total), (404, 0));
    let settle = paths::of_sharing(paths::SETTLE_SHARING, family.case, SharingId(sharing));
    let agree = json!({ "command": id() });
    assert_eq!(
        julie.post(&settle, &agree).await.refusal(),
        "403 problem.settles_no_sharing"
    );
    for member in [&elsa, &yann] {
        assert_eq!(member.post(&settle, &agree).await.status, 404, "{}", member.name());
    }
    let waiting: AccessList = mehdi.get(paths::ACCESSES).await.shows();
    assert_eq!(waiting.to_settle.len(), 1);
    assert_eq!(waiting.to_settle[0].sharing.0, sharing);
    let elsewhere: AccessList = elsa.get(paths::ACCESSES).await.shows();
    assert!(elsewhere.to_settle.is_empty());
    let told: SharingList = mehdi.get(&family.path(paths::SHARINGS)).await.shows();
    let line = &told.acts[0];
    assert_eq!((line.standing, line.to_settle), (Standing::Waits, true));
    assert_eq!(
        line.withheld.as_ref().map(|reason| reason.0.as_str()),
        Some("Elle serait en danger")
    );
    mehdi.post(&settle, &agree).await.kept();
    let seen = yann.get(&family.home()).await;
    assert!(seen.text().contains(NOTE));
    let told = yann.get(&family.path(paths::SHARINGS)).await;
    assert!(
        !told.text().contains("danger"),
        "why the family was not told is not passed on"
    );

    let other = exchanges(&julie, &family, &untold("child_protection", &["budget"]), &[&yann]).await;
    let settle = paths::of_sharing(paths::SETTLE_SHARING, family.case, SharingId(other));
    let decline = json!({ "command": id(), "declined": "Elle peut l’entendre" });
    mehdi.post(&settle, &decline).await.kept();
    assert!(!yann.get(&family.home()).await.text().contains(BUDGET));
    // Who answers for the service ends what others passed on.
    ends(&mehdi, &family, sharing).await.kept();
    assert_eq!(home(&yann, &family).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_care_team_shares_health_with_those_around_the_person() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let post = (Role::Worker, VAL_DE_LYS);
    let sarah = house
        .professional("Sarah", post, (Profession::HealthProfessional, true))
        .await;
    let family = known(&house, "Besnard", &julie).await;
    house.joins(&family, &sarah).await;
    let treatment = "Un traitement commencé à l’hôpital.";
    house
        .assesses(&family, &sarah, 10, DomainOfLife::Health, treatment)
        .await;
    house.settled().await;
    assert!(!julie.get(&family.home()).await.text().contains(treatment));
    let sharing = id();
    let body = share(sharing, &what("care_team", &["health"]), json!("team"));
    sarah.post(&family.path(paths::SHARINGS), &body).await.kept();
    assert!(julie.get(&family.home()).await.text().contains(treatment));
    // What she does not read herself she passes on to nobody.
    let unread = share(id(), &what("care_team", &["social"]), json!("team"));
    assert_eq!(
        sarah.post(&family.path(paths::SHARINGS), &unread).await.refusal(),
        "400 problem.passes_on_unread (items)"
    );
    // The person objects: it closes, and opens again when she does not any more.
    let opposition = id();
    let body = json!({ "command": id(), "opposition": opposition, "person": family.mother,
        "words": "Je ne veux pas que tout le monde le sache." });
    sarah.post(&family.path(paths::OPPOSITIONS), &body).await.kept();
    assert!(!julie.get(&family.home()).await.text().contains(treatment));
    let again = share(id(), &what("care_team", &["health"]), json!("team"));
    assert_eq!(
        sarah.post(&family.path(paths::SHARINGS), &again).await.refusal(),
        "409 sharing.opposed (recipients)"
    );
    let lift = paths::of_consent(paths::LIFT_OPPOSITION, family.case, ConsentId(opposition));
    sarah.post(&lift, &json!({ "command": id() })).await.kept();
    assert!(julie.get(&family.home()).await.text().contains(treatment));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_element_is_handed_over_and_its_neighbours_are_not() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = known(&house, "Besnard", &julie).await;
    let second = "La chambre est sèche.";
    house.assesses(&family, &julie, 2, DomainOfLife::Housing, second).await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let told = |words: &str| {
        let found = seen
            .news
            .iter()
            .find(|news| news.text.as_ref().is_some_and(|text| text.0 == words));
        found.and_then(|news| news.element).unwrap()
    };
    let mut copy = what("authority_report", &[]);
    copy["items"] = json!({ "elements": [told(second)] });
    let sharing = exchanges(&julie, &family, &copy, &[&yann]).await;
    let answer = yann.get(&family.home()).await;
    assert!(answer.text().contains(second));
    for hidden in [HOUSING, NOTE, BUDGET] {
        assert!(!answer.text().contains(hidden), "{hidden}");
    }
    let view: CaseView = answer.shows();
    assert_eq!(view.news.len(), 1);
    assert_eq!(
        ends(&julie, &family, sharing).await.refusal(),
        "409 sharing.transmitted",
        "a report is not taken back"
    );
    copy["items"] = json!({ "elements": [id()] });
    let unknown = exchange(id(), &copy, &[&yann]);
    assert_eq!(
        julie.post(&family.path(paths::EXCHANGES), &unknown).await.refusal(),
        "400 problem.element_unknown (items)"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_invited_to_a_meeting_sees_the_case_until_it_is_over() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = known(&house, "Besnard", &julie).await;
    assert_eq!(home(&yann, &family).await, 404);
    let meeting = house.meeting(&family, &julie, &[&julie, &yann]).await;
    let seen = yann.get(&family.home()).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.text().contains(NOTE) && !seen.text().contains("Besnard"));
    let topic = seen.shows::<CaseView>().topic;
    let body = share(
        id(),
        &what("social_coordination", &["social"]),
        json!({ "meeting": meeting }),
    );
    julie.post(&family.path(paths::SHARINGS), &body).await.kept();
    let shown = yann
        .get(&paths::in_meeting(paths::SHARED_VIEW, meeting, family.case))
        .await;
    assert!(shown.text().contains(NOTE) && shown.text().contains("Besnard"));
    let decision = json!({ "command": id(), "decision": id(), "text": "Une aide",
        "doer": { "worker": julie.worker }, "due_on": day_ago(-9),
        "dissent": "Trop tôt, dit l’école.", "ground": crate::team_meeting::ground() });
    let decisions = paths::in_meeting(paths::DECISIONS, meeting, family.case);
    julie.post(&decisions, &decision).await.kept();
    let mut hears = yann.listen().await;
    let close = team_meeting::Command::Close;
    house
        .ask::<team_meeting::TeamMeeting, _>(meeting.0, julie.worker, 0, close)
        .await;
    assert_eq!(
        hears.next().await.unwrap().topic,
        Some(topic),
        "her screen closes with it"
    );
    house.settled().await;
    assert_eq!(home(&yann, &family).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exclusion_goes_before_everything_that_is_shared() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let family = known(&house, "Besnard", &julie).await;
    exchanges(&julie, &family, &what("social_coordination", &["social"]), &[&yann]).await;
    assert_eq!(home(&yann, &family).await, 200);
    let body = json!({ "command": id(), "exclusion": id(), "worker": yann.worker, "reason": "Ancien conjoint" });
    julie.post(&family.path(paths::EXCLUSIONS), &body).await.kept();
    assert_eq!((home(&yann, &family).await, listed(&yann).await.total), (404, 0));
    assert_eq!(finds(&yann, "besnard").await, 0);
}

/// Presses a chip of the open sheet, by its code.
async fn ticks(browser: &Browser, code: &str) {
    let chip = browser
        .find(&format!("dialog[open] [data-thread='{code}'] input"))
        .await;
    chip.scroll_into_view().await.unwrap();
    chip.click().await.unwrap();
}

/// Sends the open sheet.
async fn sends(browser: &Browser) {
    let send = "dialog[open] [type='submit']:not([aria-disabled])";
    browser.find(send).await.click().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_a_consent_is_noted_something_is_exchanged_on_it_read_and_ended() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let hugo = landlord(&house, "Hugo").await;
    let family = known(&house, "Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&format!("/support-cases/{}", family.case)).await;
    browser.reads("Rien n’est partagé au-delà de l’équipe.").await;

    browser.presses("Noter un accord").await;
    browser.chooses("person", "Claire").await;
    browser.chooses("service", "Hautes-Rives").await;
    ticks(&browser, &hugo.worker.to_string()).await;
    ticks(&browser, "housing").await;
    browser.picks("on", &day_ago(3).to_string()).await;
    browser.picks("until", &day_ago(-60).to_string()).await;
    browser.picture("sheet-consent-filled").await;
    sends(&browser).await;
    browser.reads("Claire accepte un partage avec Hugo Martin").await;

    // The sheet says what the rule would refuse, and what will be read by whom before it is done.
    browser.presses("Partager…").await;
    browser.chooses("service", "Hautes-Rives").await;
    ticks(&browser, &hugo.worker.to_string()).await;
    ticks(&browser, "housing").await;
    browser.types("purpose", "Chercher un logement plus grand.").await;
    browser.picks("until", &day_ago(-30).to_string()).await;
    browser.chooses("basis", "Protection de l’enfance").await;
    browser.picks("informed_on", &day_ago(3).to_string()).await;
    browser
        .reads("Ce fondement ne permet le partage qu’entre personnes tenues au secret professionnel")
        .await;
    browser.chooses("basis", "Accord de la personne").await;
    browser
        .reads("Aucun accord en cours de la personne n’est désigné.")
        .await;
    browser.chooses("consent", "Accord de Claire").await;
    browser
        .reads("Logement, et toujours de qui il s’agit. Rien d’autre.")
        .await;
    browser.picture("sheet-share-filled").await;
    sends(&browser).await;
    browser.reads("C’est partagé.").await;
    browser.reads("Arrêter ce partage").await;
    browser.picture("case-shared").await;

    let his = Browser::of(&house, &hugo).await;
    his.goes_to("/support-cases").await;
    his.reads("partagée avec vous").await;
    his.presses("Famille Besnard").await;
    his.reads(HOUSING).await;
    for hidden in [
        NOTE,
        BUDGET,
        "Malo",
        "Partager…",
        "Noter un contact",
        "Rien n’est encore",
    ] {
        assert!(!his.says().await.contains(hidden), "{hidden}");
    }
    his.picture("case-received").await;

    browser.presses("Arrêter ce partage").await;
    browser.reads("se ferme aussitôt").await;
    sends(&browser).await;
    browser.reads("Le partage est arrêté.").await;
    his.find("main .refused").await;
    assert!(!his.says().await.contains(HOUSING), "his open screen closes with it");
    his.closes().await;
    browser.closes().await;
}
