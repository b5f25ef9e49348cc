//! The load of a team: the same figures on the screen of the manager and in the report of the command line.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, Program, VAL_DE_LYS, ago, day_ago, id};
use contract::weights::WeightsBoard;
use contract::workload::{Figure, Indicators, Workload, WrittenLater};
use contract::{Accepted, paths};
use domain::indicator::{Indicator, Input, Shown};
use domain::support_case::{ClosureReason, Command};
use domain::words::Role;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_reads_the_figures_of_the_report() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let besnard = house.family("Besnard", &julie).await;
    let rouanet = house.family("Rouanet", &julie).await;
    let closed = house.family("Lemoine", &nour).await;
    house.family_without_referent("Oudin", VAL_DE_LYS).await;
    house.family_without_referent("Ailleurs", HAUTES_RIVES).await;
    house.sets_deadline(&besnard, day_ago(3)).await;
    house.sets_deadline(&rouanet, day_ago(-3)).await;
    let close = Command::Close {
        on: day_ago(10),
        reason: ClosureReason::Moved,
        watch_until: None,
        balance: None,
    };
    house.case(&closed, nour.worker, 10, close).await;
    house.settled().await;

    let program = Program::on_database(&house.database().url(), house.folder());
    for (on, open, overdue) in [(day_ago(0), 3, 1), (day_ago(20), 4, 0), (day_ago(300), 0, 0)] {
        let path = format!("{}?on={on}", paths::WORKLOAD);
        let seen: Workload = mehdi.get(&path).await.shows();
        assert_eq!((seen.open, seen.overdue), (open, overdue), "{on}");
        assert_eq!(
            (seen.on, seen.zone.as_str()),
            (on, "Europe/Paris"),
            "the screen says so"
        );

        let day = on.to_string();
        let asked = [
            "report", "workload", "--on", &day, "--zone", &seen.zone, "--format", "json",
        ];
        let report = program.json(&asked).await;
        let services = report["by_service"].as_array().unwrap();
        let hers = services.iter().find(|row| row["service"] == "Val-de-Lys");
        let figure = |name: &str| hers.map_or(Some(0), |row| row[name].as_u64());
        assert_eq!(
            (figure("open"), figure("overdue")),
            (Some(open.into()), Some(overdue.into())),
            "{on}"
        );

        for worker in &seen.workers {
            let login = if worker.worker.worker == julie.worker {
                "julie"
            } else {
                continue;
            };
            let rows = report["by_referent"].as_array().unwrap();
            let row = rows.iter().find(|row| row["worker"] == login);
            assert_eq!(
                row.map_or(Some(0), |row| row["open"].as_u64()),
                Some(worker.cases.into()),
                "{on}"
            );
            assert_eq!(
                row.map_or(Some(0), |row| row["overdue"].as_u64()),
                Some(worker.overdue.into()),
                "{on}"
            );
        }
    }
    let all: Value = program
        .json(&[
            "report",
            "workload",
            "--on",
            &day_ago(0).to_string(),
            "--format",
            "json",
        ])
        .await;
    let by_service: u64 = all["by_service"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["open"].as_u64())
        .sum();
    assert_eq!(all["open"].as_u64(), Some(by_service));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_nobody_records_is_refused() {
    let house = House::open().await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    for on in ["-009999-06-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] {
        let refused = mehdi.get(&format!("{}?on={on}", paths::WORKLOAD)).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (on)", "{on}");
    }
    for on in ["1900-01-01", "2199-12-31"] {
        assert_eq!(
            mehdi.get(&format!("{}?on={on}", paths::WORKLOAD)).await.status,
            200,
            "{on}"
        );
    }
}

fn of(seen: &Indicators, indicator: Indicator) -> &Figure {
    seen.figures
        .iter()
        .find(|figure| figure.indicator == indicator)
        .unwrap()
}

/// Three families of Val-de-Lys, one of whom was visited four days ago; the visit was written down today.
struct Visited {
    julie: Member,
    mehdi: Member,
    besnard: Family,
    kept: Accepted,
}

impl Visited {
    async fn late(house: &House) -> Self {
        let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
        let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
        let besnard = house.family("Besnard", &julie).await;
        house.family("Lemoine", &nour).await;
        house.family_without_referent("Oudin", VAL_DE_LYS).await;
        let visit = json!({ "command": id(), "contact": id(), "kind": "home_visit", "occurred_at": ago(4),
            "domains": ["housing"], "shared": "Visite avec le bailleur." });
        let kept = julie.post(&besnard.path(paths::CONTACTS), &visit).await.kept();
        Self {
            julie,
            mehdi,
            besnard,
            kept,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_figure_comes_with_its_definition_as_known_then_and_as_known_now() {
    let house = House::open().await;
    let Visited {
        julie,
        mehdi,
        besnard,
        kept,
    } = Visited::late(&house).await;
    house.family_without_referent("Ailleurs", HAUTES_RIVES).await;
    house.sets_deadline(&besnard, day_ago(3)).await;
    house.settled().await;

    let (until, position) = (day_ago(1), kept.position);
    let path = format!("{}?until={until}&at_least={position}", paths::INDICATORS);
    let answer = mehdi.get(&path).await;
    for word in ["Julie", "Besnard", "bailleur"] {
        assert!(!answer.text().contains(word), "{word}");
    }
    let seen: Indicators = answer.shows();
    assert_eq!((seen.until, seen.threshold), (day_ago(1), 5));
    assert_eq!(seen.figures.len(), Indicator::ALL.len());
    assert!(seen.figures.iter().all(|figure| !figure.inputs.is_empty()));

    // Open and active are two figures; of three families nothing is told that is not to be acted on.
    let hidden = Shown::Hidden { fewer_than: 5 };
    let open = of(&seen, Indicator::OpenCaseload);
    assert_eq!((&open.then, &open.now), (&Shown::Count(3), &Shown::Count(3)));
    assert_eq!(of(&seen, Indicator::ActiveCaseload).now, hidden);
    assert_eq!(of(&seen, Indicator::GhostRate).now, hidden);
    assert_eq!(of(&seen, Indicator::MeetingsHeld).now, Shown::Count(0), "zero is zero");
    assert_eq!(of(&seen, Indicator::FamilyPresent).now, Shown::Nothing);
    assert_eq!(of(&seen, Indicator::OverdueDeadlines).now, Shown::Count(1));
    assert!(matches!(of(&seen, Indicator::Unassigned).now, Shown::Days(summary) if summary.count == 1));

    // The visit makes the difference, and is named.
    let intensity = of(&seen, Indicator::ContactIntensity);
    assert_eq!(intensity.then, Shown::Per { hundredths: 0 });
    assert!(matches!(intensity.now, Shown::Per { hundredths: 1.. }));
    let written = WrittenLater {
        input: Input::Contact,
        count: 1,
    };
    assert_eq!(intensity.late, [written]);
    assert!(
        intensity
            .setting
            .as_ref()
            .is_some_and(|setting| !setting.source.is_empty())
    );
    let before: Indicators = mehdi
        .get(&format!("{}?until={}", paths::INDICATORS, day_ago(6)))
        .await
        .shows();
    assert!(
        before
            .figures
            .iter()
            .all(|figure| figure.late.is_empty() && figure.then == figure.now)
    );

    let load: Workload = mehdi
        .get(&format!("{}?on={}", paths::WORKLOAD, day_ago(1)))
        .await
        .shows();
    assert_eq!(
        Shown::Count(load.open),
        open.now,
        "the same as on the screen of the load"
    );

    assert_eq!(
        julie.get(paths::INDICATORS).await.refusal(),
        "403 problem.answers_for_no_team"
    );
    let backwards = format!("{}?from={}&until={}", paths::INDICATORS, day_ago(1), day_ago(2));
    assert_eq!(mehdi.get(&backwards).await.refusal(), "400 invalid.out_of_time (from)");
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_taken_along_as_a_file_that_hides_what_the_screen_hides() {
    let house = House::open().await;
    let Visited { julie, mehdi, kept, .. } = Visited::late(&house).await;
    house.settled().await;
    let (until, position) = (day_ago(1), kept.position);
    let file = format!(
        "{}?format=csv&until={until}&at_least={position}",
        paths::INDICATORS_FILE
    );
    let file_answer = mehdi.get(&file).await;
    let text = file_answer.text();
    let line = |starting: &str| {
        let found = text.lines().find(|line| line.contains(&format!(";{starting};")));
        found.unwrap_or_else(|| panic!("{starting} in {text}")).to_owned()
    };
    assert!(line("Situations ouvertes").contains(";3;nombre;"));
    let active = line("Situations actives");
    assert!(
        active.contains(";masqué\u{a0}: moins de 5 personnes ou ménages;") && !active.contains(";nombre;"),
        "{active}"
    );
    assert!(line("Contacts tenus pour un contact convenu").contains(";1 contact tenu;"));
    for word in ["Julie", "Besnard", "bailleur"] {
        assert!(!text.contains(word), "{word}");
    }
    let english = mehdi.get(&format!("{file}&language=en")).await;
    let english = english.text();
    assert!(
        english
            .lines()
            .any(|line| line.contains(",Open cases,") && line.contains(",3,number,")),
        "{english}"
    );
    for format in ["xlsx", "ods"] {
        let answer = mehdi.get(&format!("{}?format={format}", paths::INDICATORS_FILE)).await;
        assert!(answer.status == 200 && answer.body.starts_with(b"PK"), "{format}");
        assert!(answer.header("content-disposition").ends_with(&format!(".{format}\"")));
    }
    assert_eq!(
        julie.get(&file).await.refusal(),
        "403 problem.answers_for_no_team",
        "a right is not checked on the screen alone"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_reads_each_definition_beside_its_figure() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let besnard = house.family("Besnard", &julie).await;
    let visit = json!({ "command": id(), "contact": id(), "kind": "home_visit", "occurred_at": ago(4),
        "domains": ["housing"], "shared": "Visite avec le bailleur." });
    julie.post(&besnard.path(paths::CONTACTS), &visit).await.kept();
    house.settled().await;
    let browser = Browser::of(&house, &mehdi).await;
    browser.goes_to("/workload").await;
    browser.reads("Les indicateurs").await;
    browser.reads("celles où aucun contact n’a été tenu").await;
    browser.reads("masqué").await;
    browser.reads("Noté depuis : 1 contact tenu.").await;
    browser.chooses("months", "12 mois").await;
    browser.reads("par temps plein").await;
    browser.find(".indicators").await.scroll_into_view().await.unwrap();
    browser.picture("indicators").await;
    let link = browser.find(".indicators .files a[href*='format=ods']").await;
    let path = link.attr("href").await.unwrap().unwrap();
    assert!(path.contains("language=fr"));
    assert!(
        mehdi.get(&path).await.body.starts_with(b"PK"),
        "the link of the screen gives a file"
    );
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn weights_are_voted_by_two_and_what_they_would_change_is_told_before() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let colette = house.member("Colette", Role::Manager, VAL_DE_LYS).await;
    for name in ["Besnard", "Rouanet", "Lemoine"] {
        house.family(name, &julie).await;
    }
    house.settled().await;
    let board: WeightsBoard = julie.get(paths::WEIGHTS).await.shows();
    assert!(!board.may_vote && board.proposals.is_empty());
    let mut weights = board.in_force.unwrap();
    assert_eq!(weights.watch, 20, "every weight is shown");

    // Three cases at ten points each, of twenty-five that can be carried.
    for (_, points) in &mut weights.base {
        *points = 1_000;
    }
    weights.in_force_on = day_ago(0);
    weights.source = "Vote de l’équipe".to_owned();
    let proposal = id();
    let body = json!({ "command": id(), "proposal": proposal, "weights": weights });
    assert_eq!(
        julie.post(paths::WEIGHTS, &body).await.refusal(),
        "403 problem.answers_for_no_team"
    );
    let kept = mehdi.post(paths::WEIGHTS, &body).await.kept();
    assert!(
        mehdi.post(paths::WEIGHTS, &body).await.kept().repeated,
        "one wish, one proposal"
    );

    let seen: WeightsBoard = colette.get_at_least(paths::WEIGHTS, kept.position).await.shows();
    let [proposed] = &seen.proposals[..] else {
        panic!("one proposal")
    };
    assert_eq!(proposed.by.as_ref().map(|by| by.worker), Some(mehdi.worker));
    let would = proposed.what_if.as_ref().unwrap();
    let [of_julie] = &would.workers[..] else {
        panic!("one changes zone")
    };
    assert_eq!((of_julie.worker.worker, of_julie.shift.after), (julie.worker, 120));
    assert!(of_julie.shift.before < of_julie.shift.after);
    let load: Workload = mehdi.get(paths::WORKLOAD).await.shows();
    assert_eq!(load.load, 180, "a proposal changes nothing");
    // Everybody sees what waits; whose loads it would change is told to who answers for them.
    let hers: WeightsBoard = julie.get(paths::WEIGHTS).await.shows();
    assert!(hers.proposals[0].what_if.is_none() && hers.proposals[0].by.is_none());

    let adopt = paths::of_proposal(paths::ADOPT_WEIGHTS, domain::words::ProposalId(proposal));
    let vote = || json!({ "command": id() });
    assert_eq!(
        mehdi.post(&adopt, &vote()).await.refusal(),
        "409 configuration.same_person"
    );
    assert_eq!(
        julie.post(&adopt, &vote()).await.refusal(),
        "403 problem.answers_for_no_team"
    );
    let voted = vote();
    let kept = colette.post(&adopt, &voted).await.kept();
    assert!(
        colette.post(&adopt, &voted).await.kept().repeated,
        "one vote, sent again"
    );
    assert_eq!(
        colette.post(&adopt, &vote()).await.refusal(),
        "409 configuration.already_settled"
    );
    let load: Workload = mehdi.get_at_least(paths::WORKLOAD, kept.position).await.shows();
    assert_eq!(load.load, 3_000);
    assert_eq!(
        load.weights.map(|weights| weights.source).as_deref(),
        Some("Vote de l’équipe")
    );
    // A past day keeps the weights of its day.
    let past: Workload = mehdi
        .get(&format!("{}?on={}", paths::WORKLOAD, day_ago(1)))
        .await
        .shows();
    assert_eq!(past.load, 180);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_managers_vote_on_the_screen_and_see_beforehand_who_would_change_zone() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let colette = house.member("Colette", Role::Manager, VAL_DE_LYS).await;
    for name in ["Besnard", "Rouanet"] {
        house.family(name, &julie).await;
    }
    house.settled().await;

    let browser = Browser::of(&house, &mehdi).await;
    browser.goes_to("/workload").await;
    browser.presses("Lire le calcul").await;
    browser.reads("Aucun barème n’attend de vote.").await;
    browser.presses("Proposer un autre barème").await;
    // A full time that can carry one point instead of twenty-five.
    browser.types("capacity", "1,0").await;
    browser.types("source", "Réunion d’équipe").await;
    let send = "form.form [type='submit']:not([aria-disabled])";
    browser.find(send).await.click().await.unwrap();
    browser.reads("Essai : rien n’est encore décidé").await;
    browser
        .reads("Une autre personne doit adopter ce que vous avez proposé.")
        .await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;

    let browser = Browser::of(&house, &colette).await;
    browser.goes_to("/workload").await;
    browser.presses("Lire le calcul").await;
    browser
        .reads("Julie Martin passerait de 0,05 (de la place) à 1,20 (tendu)")
        .await;
    browser.find(".trial").await.scroll_into_view().await.unwrap();
    browser.picture("weights-vote").await;
    browser.presses("Adopter").await;
    browser.reads("Aucun barème n’attend de vote.").await;
    browser.goes_to("/workload").await;
    browser.reads("1,20").await;
    browser.closes().await;
}
