//! The screens, driven as people drive them: in a real browser, by mouse and by keyboard, wide and narrow, by day and
//! by night.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, VAL_DE_LYS, ago, day_ago, id};
use contract::paths;
use contract::support_case::CaseView;
use domain::plan::Progress;
use domain::team_meeting::{Command, OnBehalf, Participant, TeamMeeting};
use domain::words::{DomainOfLife, Role, TeamMeetingId};
use sealed::Compartment;
use serde_json::json;
use thirtyfour::Key;

/// The address of a case.
fn home(family: &Family) -> String {
    format!("/support-cases/{}", family.case)
}

/// All texts that the news of a family tell, in the order of letters.
async fn told(house: &House, reader: &Member, family: &Family) -> Vec<String> {
    house.settled().await;
    let seen: CaseView = reader.get(&family.home()).await.shows();
    let mut told: Vec<_> = seen.news.into_iter().filter_map(|news| Some(news.text?.0)).collect();
    told.sort_unstable();
    told
}

/// A family about whom something is known: levels, a contact, a plan, a deadline and a meeting.
async fn well_known(house: &House, julie: &Member) -> (Family, TeamMeetingId) {
    let family = house.family("Besnard", julie).await;
    for (days, domain, words) in [
        (120, DomainOfLife::Housing, "Humidité dans la chambre des enfants."),
        (60, DomainOfLife::Budget, "Un crédit est revenu."),
        (30, DomainOfLife::School, "Malo lit le soir."),
        (20, DomainOfLife::Health, "Un traitement a commencé."),
    ] {
        house.assesses(&family, julie, days, domain, words).await;
    }
    house.sets_deadline(&family, day_ago(-6)).await;
    house.sets_deadline(&family, day_ago(4)).await;
    let meeting = house.meeting(&family, julie, &[julie]).await;
    let plan = id();
    let goal = json!({ "command": id(), "plan": plan, "goal": id(), "words": "Garder l’appartement",
        "domain": "housing" });
    julie.post(&family.path(paths::GOALS), &goal).await.kept();
    let action = json!({ "command": id(), "plan": plan, "action": id(), "goal": goal["goal"],
        "what": "Demander l’aide pour le loyer", "domain": "housing", "doer": { "worker": julie.worker },
        "due_on": day_ago(-14) });
    julie.post(&family.path(paths::ACTIONS), &action).await.kept();
    let contact = json!({ "command": id(), "contact": id(), "kind": "home_visit", "occurred_at": ago(8),
        "domains": ["housing"], "shared": "Visite avec le bailleur.", "words": "« On étouffe ici. »" });
    julie.post(&family.path(paths::CONTACTS), &contact).await.kept();
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    house.settled().await;
    (family, meeting)
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_signs_in_finds_the_family_and_notes_a_contact() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    house.family("Rouanet", &julie).await;
    let browser = Browser::open(&house).await;
    browser.reads("Qui êtes-vous ?").await;
    browser.types("login", julie.login()).await;
    browser.types("password", "autre chose").await;
    browser.presses("Entrer").await;
    browser.reads("Identifiant ou mot de passe inconnu.").await;
    browser.picks("login", "").await;
    browser.picks("password", "").await;
    browser.signs_in(&julie).await;

    browser.presses("Situations").await;
    browser.reads("Famille Rouanet").await;
    browser.types("search", "besnard").await;
    browser.find("ul.cases li:only-child").await;
    browser.presses("Famille Besnard").await;
    browser.find("main h1").await;
    browser.reads("Noter un contact").await;
    browser.comes_to(&home(&family)).await;

    browser.presses("Noter un contact").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.presses("Enregistrer").await;
    browser.reads("Contact enregistré.").await;
    browser.reads("Le bailleur passera jeudi.").await;
    assert_eq!(browser.foreign_requests().await, [] as [String; 0]);
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    let noted = seen.news.iter().filter(|news| news.kind == "contact.noted").count();
    assert_eq!(noted, 1, "one press, one contact");
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strength_a_goal_an_action_and_its_end_are_written_from_the_case_home() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&home(&family)).await;

    browser.presses("Ajouter un point d’appui").await;
    browser.types("text", "Sa mère, le mercredi").await;
    browser.presses("Enregistrer").await;
    browser.reads("Point d’appui ajouté.").await;
    browser.reads("Sa mère, le mercredi").await;

    browser.presses("Convenir d’un objectif").await;
    browser.types("words", "Garder l’appartement").await;
    browser.chooses("domain", "Logement").await;
    browser.presses("Enregistrer").await;
    browser.reads("Objectif enregistré.").await;

    browser.presses("Confier une action").await;
    browser.types("what", "Demander l’aide pour le loyer").await;
    browser.chooses("doer", "Julie").await;
    browser.chooses("domain", "Logement").await;
    browser.picks("due_on", &day_ago(-14).to_string()).await;
    browser
        .find("dialog[open] [type='submit']:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    browser.reads("Action confiée.").await;
    browser.reads("Demander l’aide pour le loyer").await;

    browser.presses("C’est fait").await;
    browser.types("result", "Dossier complet.").await;
    browser
        .find("dialog[open] [type='submit']:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    browser.find("body:not(:has(dialog[open]))").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.strengths.len(), 1);
    assert_eq!(seen.goals[0].words.0, "Garder l’appartement");
    assert_eq!(seen.actions[0].progress, Progress::Done);
    assert_eq!(seen.actions[0].result.as_ref().unwrap().0, "Dossier complet.");
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_whose_answer_was_lost_is_sent_again_and_no_word_of_it_is_lost() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&home(&family)).await;
    browser.presses("Noter un contact").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.loses_the_next_answer().await;
    browser.presses("Enregistrer").await;
    browser.find("dialog[open] .failed").await;
    browser.presses("Enregistrer").await;
    browser.find("body:not(:has(dialog[open]))").await;

    browser.presses("Noter un contact").await;
    browser.types("shared", "Elle a rappelé").await;
    browser.loses_the_next_answer().await;
    browser.presses("Enregistrer").await;
    browser.find("dialog[open] .failed").await;
    browser.types("shared", " ce soir.").await;
    browser.presses("Enregistrer").await;
    browser.reads("Un premier envoi, avec d’autres mots").await;
    browser.presses("Enregistrer").await;
    browser.find("body:not(:has(dialog[open]))").await;
    assert_eq!(
        told(&house, &julie, &family).await,
        [
            "Elle a rappelé",
            "Elle a rappelé ce soir.",
            "Le bailleur passera jeudi."
        ]
    );
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_left_behind_is_offered_and_words_that_an_absence_cannot_hold_are_not_dropped() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser.goes_to(&home(&family)).await;
    browser.presses("Noter un contact").await;
    browser.types("shared", "Le bailleur passera jeudi.").await;
    browser.types("private", "Y revenir.").await;
    browser
        .find("label:has([value='excused'])")
        .await
        .click()
        .await
        .unwrap();
    browser.reads("Pour une absence, ni les mots").await;
    browser.find("[name='private']").await;

    browser.goes_to(&home(&family)).await;
    browser.presses("Noter un contact").await;
    browser.reads("Brouillon laissé sur cet appareil").await;
    browser.presses("Reprendre").await;
    browser.reads("Pour une absence, ni les mots").await;
    browser.find("label:has([value='held'])").await.click().await.unwrap();
    browser.presses("Enregistrer").await;
    browser.find("body:not(:has(dialog[open]))").await;
    assert_eq!(
        told(&house, &julie, &family).await,
        ["Le bailleur passera jeudi.", "Y revenir."]
    );
    browser.presses("Noter un contact").await;
    browser.find("dialog[open] [name='shared']").await;
    assert!(!browser.says().await.contains("Brouillon"));
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn someone_who_only_sits_at_the_table_can_be_chosen_for_a_decision() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let browser = Browser::of(&house, &julie).await;
    browser
        .goes_to(&format!("/team-meetings/{meeting}/support-cases/{}", family.case))
        .await;
    browser.types("text", "Demander un relogement").await;
    browser.chooses("doer", "Nour").await;
    browser.picks("due_on", &day_ago(-30).to_string()).await;
    browser.types("reasons", "Le bail se termine.").await;
    browser
        .find(".decision-form [name='undisputed']")
        .await
        .click()
        .await
        .unwrap();
    browser
        .find(".decision-form [type='submit']:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    browser.reads("Nour").await;
    browser.find(".decisions li.decision").await;
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_view_that_an_absent_colleague_wrote_is_read_at_the_table() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let view = Command::GiveViewpoint {
        support_case: family.case,
        of: Participant::Worker(nour.worker),
        text: family.text(Compartment::Social, "Un logement plus grand est possible."),
        on_behalf_of: Some(OnBehalf::Service(family.service)),
    };
    house.ask::<TeamMeeting, _>(meeting.0, julie.worker, 0, view).await;
    house.settled().await;
    let browser = Browser::of(&house, &julie).await;
    browser
        .goes_to(&format!("/team-meetings/{meeting}/support-cases/{}", family.case))
        .await;
    browser.presses("avis écrit").await;
    browser.reads("Nour Martin, au nom du service").await;
    browser.reads("Un logement plus grand est possible.").await;
    // It stays open when something else comes in.
    julie.names_a_strength(family.case, "Sait demander").await.kept();
    browser.reads("Sait demander").await;
    browser.reads("Un logement plus grand est possible.").await;
    for width in [1440, 1024, 390] {
        browser.looks(width, "light").await;
        browser.picture(&format!("meeting-view-{width}-light")).await;
        assert_eq!(browser.faults().await, Vec::<String>::new());
    }
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_open_windows_follow_each_other() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let meeting = house.meeting(&family, &julie, &[&julie, &nour]).await;
    let (hers, the_other) = (Browser::of(&house, &julie).await, Browser::of(&house, &nour).await);
    hers.goes_to(&home(&family)).await;
    the_other.goes_to(&home(&family)).await;
    hers.reads("Noter un contact").await;
    the_other.reads("Noter un contact").await;

    hers.presses("Noter un contact").await;
    hers.types("shared", "Le bailleur passera jeudi.").await;
    hers.presses("Enregistrer").await;
    the_other.reads("Le bailleur passera jeudi.").await;
    the_other.presses("Ajouter un point d’appui").await;
    the_other.types("text", "Sa mère, le mercredi").await;
    the_other.presses("Enregistrer").await;
    hers.reads("Sa mère, le mercredi").await;

    let page = format!("/team-meetings/{meeting}/support-cases/{}", family.case);
    hers.goes_to(&page).await;
    the_other.goes_to(&page).await;
    hers.reads("Quel logement pour cet hiver ?").await;
    the_other.reads("Quel logement pour cet hiver ?").await;
    hers.types("text", "Demander un relogement").await;
    hers.chooses("doer", "Nour").await;
    hers.picks("due_on", &day_ago(-30).to_string()).await;
    hers.types("reasons", "Le bail se termine.").await;
    hers.find(".decision-form [name='undisputed']")
        .await
        .click()
        .await
        .unwrap();
    hers.find(".decision-form [type='submit']:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    the_other.reads("Demander un relogement").await;
    hers.closes().await;
    the_other.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_noted_without_a_mouse() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::open(&house).await;
    browser.find("[name='login']").await;
    browser.tabs_to("login").await;
    browser.key(julie.login()).await;
    browser.tabs_to("password").await;
    browser.key(julie.password()).await;
    browser.key(Key::Enter).await;
    browser.reads("Famille Besnard").await;
    browser.tabs_to("Famille Besnard").await;
    browser.key(Key::Enter).await;
    browser.reads("Noter un contact").await;
    browser.tabs_to("Noter un contact").await;
    browser.key(Key::Enter).await;
    browser.find("dialog[open] [name='shared']").await;
    browser.tabs_to("shared").await;
    browser.key("Le bailleur passera jeudi.").await;
    browser.key(Key::Control + Key::Enter).await;
    browser.reads("Contact enregistré.").await;
    assert!(
        browser.focus().await.contains("Noter un contact"),
        "{}",
        browser.focus().await
    );

    browser.key(Key::Enter).await;
    browser.find("dialog[open]").await;
    browser.key(Key::Escape).await;
    browser.find("body:not(:has(dialog[open]))").await;
    house.settled().await;
    let seen: CaseView = julie.get(&family.home()).await.shows();
    assert_eq!(seen.news.iter().filter(|news| news.kind == "contact.noted").count(), 1);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_of_others_looks_like_one_that_does_not_exist() {
    let house = House::with(site()).await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    let browser = Browser::of(&house, &nour).await;
    let mut said = Vec::new();
    for path in [home(&family), format!("/support-cases/{}", id())] {
        browser.goes_to(&path).await;
        browser.reads("Rien à montrer ici.").await;
        said.push(browser.says().await);
    }
    assert_eq!(said[0], said[1]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_meeting_goes_back_to_what_was_known_on_a_day() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let (family, meeting) = well_known(&house, &julie).await;
    let browser = Browser::of(&house, &julie).await;
    browser
        .goes_to(&format!("/team-meetings/{meeting}/support-cases/{}", family.case))
        .await;
    browser.reads("Quel logement pour cet hiver ?").await;
    browser.reads("Sait demander").await;
    browser.picks("as_known_on", &day_ago(2).to_string()).await;
    browser.reads("Tel que connu le").await;
    browser.find("body:not(:has(.decision-form))").await;
    browser.reads_no_longer("Sait demander").await;
    // Before the meeting was called, before the case was opened: any past day has its page, and the way back stays.
    for day in [day_ago(10), day_ago(4_500)] {
        browser.picks("as_known_on", &day.to_string()).await;
        browser.reads("Quel logement pour cet hiver ?").await;
    }
    browser
        .reads("Rien n’était encore connu de cette situation ce jour-là.")
        .await;
    for width in [1024, 1440] {
        browser.looks(width, "light").await;
        browser.picture(&format!("meeting-past-{width}-light")).await;
    }
    browser.presses("Revenir").await;
    browser.reads("Sait demander").await;
    browser.goes_to(&format!("{}/timeline", home(&family))).await;
    browser.picks("as_known_on", &day_ago(4_500).to_string()).await;
    browser
        .reads("Rien n’était encore connu de cette situation ce jour-là.")
        .await;
    browser.closes().await;
}

/// Every screen, and what it is called in the pictures.
fn every_screen(family: &Family, meeting: TeamMeetingId) -> Vec<(&'static str, String)> {
    vec![
        ("week", "/".to_owned()),
        ("cases", "/support-cases".to_owned()),
        ("case", home(family)),
        ("opening", "/support-cases/opening".to_owned()),
        ("course", format!("{}/course", home(family))),
        ("documents", format!("{}/documents", home(family))),
        ("financial-aids", format!("{}/financial-aids", home(family))),
        ("timeline", format!("{}/timeline", home(family))),
        ("meetings", "/team-meetings".to_owned()),
        (
            "meeting",
            format!("/team-meetings/{meeting}/support-cases/{}", family.case),
        ),
        ("own-load", "/workload/own".to_owned()),
        ("accesses", "/accesses".to_owned()),
        ("sessions", "/sessions".to_owned()),
        ("refused", format!("/support-cases/{}", id())),
        ("nowhere", "/ailleurs".to_owned()),
    ]
}

const LOOKS: [(u32, &str); 6] = [
    (1440, "light"),
    (1024, "light"),
    (390, "light"),
    (1440, "dark"),
    (1024, "dark"),
    (390, "dark"),
];

async fn looked_at(browser: &Browser, screens: &[(&str, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, path) in screens {
        browser.looks(1440, "light").await;
        browser.goes_to(path).await;
        browser.is_drawn().await;
        for (width, light) in LOOKS {
            browser.looks(width, light).await;
            let found = browser.faults().await;
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{name} {width} {light}: {fault}")),
            );
            browser.picture(&format!("{name}-{width}-{light}")).await;
        }
        let foreign = browser.foreign_requests().await;
        faults.extend(foreign.into_iter().map(|url| format!("{name}: asked {url}")));
    }
    faults
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_passes_the_audit_wide_and_narrow_by_day_and_by_night() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let (family, meeting) = well_known(&house, &julie).await;
    house.family_without_referent("Oudin", VAL_DE_LYS).await;
    house.settled().await;

    let browser = Browser::open(&house).await;
    let mut faults = looked_at(&browser, &[("sign-in", "/".to_owned())]).await;
    browser.signs_in(&julie).await;
    faults.extend(looked_at(&browser, &every_screen(&family, meeting)).await);
    browser.closes().await;
    let browser = Browser::of(&house, &mehdi).await;
    faults.extend(
        looked_at(
            &browser,
            &[("workload", "/workload".to_owned()), ("week-team", "/".to_owned())],
        )
        .await,
    );
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_screens_and_open_sheets_pass_the_audit_too() {
    let house = House::with(site()).await;
    let nour = house.worker("Nour").await;
    let yann = house.member("Yann", Role::Manager, HAUTES_RIVES).await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let screens = [
        ("week-empty", "/".to_owned()),
        ("cases-empty", "/support-cases".to_owned()),
        ("meetings-empty", "/team-meetings".to_owned()),
        ("accesses-empty", "/accesses".to_owned()),
        ("own-load-empty", "/workload/own".to_owned()),
    ];
    let browser = Browser::of(&house, &nour).await;
    let mut faults = looked_at(&browser, &screens).await;
    browser.closes().await;
    let browser = Browser::of(&house, &yann).await;
    faults.extend(looked_at(&browser, &[("workload-empty", "/workload".to_owned())]).await);
    browser.closes().await;

    let browser = Browser::of(&house, &julie).await;
    for (name, words) in [
        ("note", "Noter un contact"),
        ("strength", "Ajouter un point d’appui"),
        ("goal", "Convenir d’un objectif"),
        ("action", "Confier une action"),
        ("aside", "Écarter…"),
        ("share", "Partager…"),
        ("consent", "Noter un accord"),
        ("oppose", "Noter une opposition"),
        ("exclude", "Tenir quelqu’un à l’écart"),
    ] {
        browser.looks(1440, "light").await;
        browser.goes_to(&home(&family)).await;
        browser.is_drawn().await;
        browser.presses(words).await;
        browser.find("dialog[open] form").await;
        for (width, light) in LOOKS {
            browser.looks(width, light).await;
            let found = browser.faults().await;
            faults.extend(
                found
                    .into_iter()
                    .map(|fault| format!("{name} {width} {light}: {fault}")),
            );
            browser.picture(&format!("sheet-{name}-{width}-{light}")).await;
        }
    }
    browser.closes().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
