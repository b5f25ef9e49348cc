//! The weeks ahead: told to the worker and to who answers for her team, once, and to nobody else.

use crate::browser::{Browser, site};
use crate::house::{DEADLINE, HAUTES_RIVES, House, Member, Program, VAL_DE_LYS, day_ago, id};
use contract::paths;
use contract::workload::Zone;
use contract::workload::ahead::{
    DeclareAbsence, OwnLoad, PassingTrial, TeamAhead, TryPassing, WithdrawAbsence, WorkerCases,
};
use domain::support_case::{ClosureReason, Command, Complexity, Intensity, Measure, Opening, Support, SupportCase};
use domain::words::{AbsenceId, DomainOfLife, MeasureId, Role, SupportCaseId, WorkerId};
use domain::workload::{Event, Threshold};
use sealed::{Compartment, Private, Subject};
use serde_json::json;

/// A case of so many children whose reinforced support weighs 2.5 points for the first and 1.25 for each other: for
/// twenty-one, 27.5 points, which is 1.10 for a full time.
async fn heavy(house: &House, referent: &Member, children: u8) -> SupportCaseId {
    let case = SupportCaseId(id());
    let opening = Opening {
        household: None,
        people: Vec::new(),
        service: VAL_DE_LYS,
        label: Private::new(
            Subject::SupportCase(case.0),
            Compartment::Identity,
            "Fratrie Rouanet".to_owned(),
        ),
        opened_on: day_ago(200),
        support: Support::ReinforcedHomeSupport,
        intensity: Intensity::Standard,
        children,
        requested_on: None,
    };
    let worker = referent.worker;
    house
        .ask::<SupportCase, _>(case.0, WorkerId::TRAME, 200, Command::Open(opening))
        .await;
    house
        .ask::<SupportCase, _>(case.0, worker, 199, Command::AppointReferent { worker })
        .await;
    house.settled().await;
    case
}

/// What was told of a worker, once so much was.
async fn told(house: &House, worker: WorkerId, least: usize) -> Vec<Event> {
    let mut newest = house.log().subscribe();
    let found = tokio::time::timeout(DEADLINE, async {
        loop {
            newest.borrow_and_update();
            let facts = house.log().facts::<Event>(worker.0).await.unwrap();
            if facts.len() >= least {
                return facts.into_iter().map(|fact| fact.event).collect::<Vec<_>>();
            }
            newest.changed().await.unwrap();
        }
    })
    .await;
    house.settled().await;
    found.expect("it was not told in time")
}

/// What was told, in short.
fn short(events: &[Event]) -> Vec<String> {
    let one = |event: &Event| match event {
        Event::ThresholdCrossed { crossing, .. } => format!("crossed {:?}", crossing.threshold),
        Event::ThresholdEased { threshold } => format!("eased {threshold:?}"),
        Event::AbsenceDeclared { .. } => "away".to_owned(),
        Event::AbsenceWithdrawn { .. } => "not away".to_owned(),
    };
    events.iter().map(one).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crossing_is_told_once_to_her_and_to_who_answers_for_her_team() {
    let house = House::open().await;
    let (nour, julie) = (house.worker("Nour").await, house.worker("Julie").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let sarah = house.member("Sarah", Role::Manager, HAUTES_RIVES).await;
    let admin = house.member("Alma", Role::Administrator, VAL_DE_LYS).await;
    let case = heavy(&house, &nour, 21).await;
    let until = day_ago(-24);
    let start = Command::StartMeasure(Measure {
        measure: MeasureId(id()),
        label: Private::new(
            Subject::SupportCase(case.0),
            Compartment::Coordination,
            "AEMO renforcée".to_owned(),
        ),
        domain: DomainOfLife::Parenting,
        from: day_ago(200),
        until: Some(until),
    });
    house.ask::<SupportCase, _>(case.0, nour.worker, 200, start).await;
    assert_eq!(short(&told(&house, nour.worker, 1).await), ["crossed Tense"]);

    let seen: OwnLoad = nour.get(paths::OWN_LOAD).await.shows();
    assert_eq!((seen.load, seen.capacity, seen.ratio), (2_750, 2_500, 110));
    assert_eq!((seen.fullness, seen.weeks.len()), (Zone::Tense, 13));
    let [hers] = seen.cases.as_slice() else {
        panic!("she follows one case: {:?}", seen.cases);
    };
    assert_eq!(
        (hers.support_case, hers.label.0.as_str(), hers.points),
        (case, "Fratrie Rouanet", 2_750)
    );
    assert_eq!(
        (hers.base, hers.phase, hers.siblings, hers.complexity),
        (250, 100, 1_100, 100)
    );
    assert_eq!(hers.ends_on, Some(until));
    let [warning] = seen.warnings.as_slice() else {
        panic!("one threshold is crossed: {:?}", seen.warnings);
    };
    assert_eq!(
        (warning.threshold, warning.told_on, warning.points),
        (Threshold::Tense, Some(day_ago(0)), 13)
    );
    assert!(
        warning.back_on.is_some_and(|monday| monday > until),
        "the known end relieves"
    );
    assert_eq!(warning.lightens.len(), 1);

    let team: TeamAhead = mehdi.get(paths::TEAM_AHEAD).await.shows();
    let hers = team.workers.iter().find(|each| each.worker.worker == nour.worker);
    assert_eq!(hers.map(|hers| hers.warnings.len()), Some(1));
    let weeks: Vec<u32> = team.weeks.iter().map(|week| week.load).collect();
    assert_eq!((weeks.first(), weeks.last()), (Some(&2_750), Some(&0)));

    // Nobody else is told, and there is no address at which a colleague's load could be asked.
    let other: OwnLoad = julie.get(paths::OWN_LOAD).await.shows();
    assert_eq!((other.load, other.cases.len(), other.warnings.len()), (0, 0, 0));
    let asked = format!("{}?worker={}", paths::OWN_LOAD, nour.worker);
    assert_eq!(julie.get(&asked).await.status, 400);
    let elsewhere: TeamAhead = sarah.get(paths::TEAM_AHEAD).await.shows();
    assert!(elsewhere.workers.iter().all(|each| each.worker.worker != nour.worker));
    for (member, path, refusal) in [
        (&julie, paths::TEAM_AHEAD, "403 problem.answers_for_no_team"),
        (&nour, paths::TEAM_AHEAD, "403 problem.answers_for_no_team"),
        (&admin, paths::TEAM_AHEAD, "403 problem.answers_for_no_team"),
        (&admin, paths::OWN_LOAD, "403 problem.works_on_no_cases"),
    ] {
        assert_eq!(member.get(path).await.refusal(), refusal);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_told_once_by_two_servers_and_after_a_start_and_again_when_it_eased() {
    let mut house = House::open().await;
    let nour = house.worker("Nour").await;
    let case = heavy(&house, &nour, 21).await;
    assert_eq!(short(&told(&house, nour.worker, 1).await), ["crossed Tense"]);
    house.stop().await;
    house.start().await;
    let program = Program::on_database(&house.database().url(), house.folder());
    let beside = program.serve().await;
    // Whoever looks tells the next threshold, and has looked at the first one by then.
    let heavier = Command::ReviewComplexity {
        complexities: vec![Complexity::Violence],
    };
    house.ask::<SupportCase, _>(case.0, nour.worker, 1, heavier).await;
    assert_eq!(
        short(&told(&house, nour.worker, 2).await),
        ["crossed Tense", "crossed Overload"]
    );
    beside.killed().await;
    let close = Command::Close {
        on: day_ago(0),
        reason: ClosureReason::Moved,
        watch_until: None,
        balance: None,
    };
    house.ask::<SupportCase, _>(case.0, nour.worker, 0, close).await;
    assert_eq!(
        short(&told(&house, nour.worker, 4).await)[2..],
        ["eased Tense", "eased Overload"]
    );
    heavy(&house, &nour, 21).await;
    assert_eq!(short(&told(&house, nour.worker, 5).await)[4..], ["crossed Tense"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absence_is_told_by_herself_or_by_who_answers_for_her() {
    let house = House::open().await;
    let (nour, julie) = (house.worker("Nour").await, house.worker("Julie").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let sarah = house.member("Sarah", Role::Manager, HAUTES_RIVES).await;
    let admin = house.member("Alma", Role::Administrator, VAL_DE_LYS).await;
    let away = |worker: Option<WorkerId>| DeclareAbsence {
        command: id(),
        absence: AbsenceId(id()),
        worker,
        from: day_ago(-7),
        until: day_ago(-20),
    };
    let hers = away(None);
    let kept = nour.post(paths::ABSENCES, &hers).await.kept();
    let seen: OwnLoad = nour.get_at_least(paths::OWN_LOAD, kept.position).await.shows();
    let [absence] = seen.absences.as_slice() else {
        panic!("one absence: {:?}", seen.absences);
    };
    assert_eq!(
        (absence.absence, absence.from, absence.until),
        (hers.absence, hers.from, hers.until)
    );
    assert_eq!(
        seen.weeks.iter().map(|week| week.away_days).sum::<u32>(),
        10,
        "two weeks, without their Sundays"
    );
    assert_eq!(
        mehdi.post(paths::ABSENCES, &away(Some(nour.worker))).await.status,
        200,
        "who is ill tells nothing herself"
    );
    let refused = [
        (&julie, away(Some(nour.worker)), "403 problem.answers_for_no_team"),
        (&sarah, away(Some(nour.worker)), "404 problem.not_found"),
        (&admin, away(None), "403 problem.works_on_no_cases"),
    ];
    for (member, body, refusal) in refused {
        assert_eq!(member.post(paths::ABSENCES, &body).await.refusal(), refusal);
    }
    let backwards = DeclareAbsence {
        from: day_ago(-20),
        until: day_ago(-7),
        ..away(None)
    };
    assert_eq!(
        nour.post(paths::ABSENCES, &backwards).await.refusal(),
        "409 workload.ends_before_it_begins (until)"
    );
    let why = json!({"command": id(), "absence": id(), "from": day_ago(-7), "until": day_ago(-8), "reason": "maladie"});
    assert_eq!(
        nour.post(paths::ABSENCES, &why).await.status,
        400,
        "why has no place to be told"
    );
    let path = paths::WITHDRAW_ABSENCE.replace("{absence}", &hers.absence.to_string());
    let withdraw = || WithdrawAbsence {
        command: id(),
        worker: None,
    };
    let by_julie = julie.post(&path, &withdraw()).await;
    assert_eq!(
        by_julie.refusal(),
        "409 workload.absence_unknown",
        "of her own there is none"
    );
    let kept = nour.post(&path, &withdraw()).await.kept();
    let seen: OwnLoad = nour.get_at_least(paths::OWN_LOAD, kept.position).await.shows();
    assert!(seen.absences.iter().all(|one| one.absence != hers.absence));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_her_own_load_and_her_manager_reads_the_weeks_of_the_team() {
    let house = House::with(site()).await;
    let (nour, julie) = (house.worker("Nour").await, house.worker("Julie").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let case = heavy(&house, &nour, 21).await;
    house.family("Besnard", &julie).await;
    let start = Command::StartMeasure(Measure {
        measure: MeasureId(id()),
        label: Private::new(
            Subject::SupportCase(case.0),
            Compartment::Coordination,
            "AEMO renforcée".to_owned(),
        ),
        domain: DomainOfLife::Parenting,
        from: day_ago(200),
        until: Some(day_ago(-24)),
    });
    house.ask::<SupportCase, _>(case.0, nour.worker, 200, start).await;
    told(&house, nour.worker, 1).await;

    let browser = Browser::of(&house, &nour).await;
    browser.presses("Charge").await;
    browser.reads("Ma charge : tendue").await;
    browser.reads("27,5 points portés pour 25 possibles, soit 1,10").await;
    browser.reads("Fratrie Rouanet").await;
    browser.reads("× fratrie de 21 : 11").await;
    browser.reads("1 situation se termine en semaine").await;
    browser
        .reads("par vous et votre encadrement, par personne d’autre")
        .await;
    browser.presses("Lire les semaines dans un tableau").await;
    browser.reads("Fins d’ouverture").await;
    browser.reads("Fins de veille").await;
    browser.picture("own-load").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.picks("from", &day_ago(-7).to_string()).await;
    browser.picks("until", &day_ago(-20).to_string()).await;
    browser.presses("Noter mon absence").await;
    browser.reads("Absence notée.").await;
    browser.presses("Retirer").await;
    browser.reads("Absence retirée.").await;
    browser.closes().await;

    let browser = Browser::of(&house, &julie).await;
    browser.goes_to("/workload").await;
    browser.reads("Ma charge : de la place").await;
    browser.reads("Famille Besnard").await;
    let screen = browser.says().await;
    assert!(
        !screen.contains("Rouanet") && !screen.contains("Nour"),
        "hers is hers: {screen}"
    );
    browser.closes().await;

    let browser = Browser::of(&house, &mehdi).await;
    browser.goes_to("/workload").await;
    browser.reads("Les semaines qui viennent").await;
    browser.reads("Charge tendue à partir de la semaine").await;
    browser
        .reads("par cette personne et par vous, par personne d’autre")
        .await;
    browser
        .reads("De la place dans toutes ces semaines : Julie Martin.")
        .await;
    browser.find(".ahead-section").await.scroll_into_view().await.unwrap();
    browser.picture("team-ahead").await;
    browser.presses("Essayer un passage de situations").await;
    browser.chooses("giver", "Nour Martin").await;
    browser.chooses("taker", "Julie Martin").await;
    browser
        .find(".passing input[type='checkbox']")
        .await
        .click()
        .await
        .unwrap();
    browser
        .find(".passing button:not([aria-disabled])")
        .await
        .click()
        .await
        .unwrap();
    browser.reads("Confier 1 situation de Nour Martin à Julie Martin").await;
    browser.reads("21 enfants changeraient de référent").await;
    browser.find(".trial").await.scroll_into_view().await.unwrap();
    browser.picture("passing-trial").await;
    assert_eq!(browser.faults().await, [] as [String; 0]);
    browser.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn passing_a_case_is_tried_on_a_copy_and_nothing_is_written() {
    let house = House::open().await;
    let (nour, julie) = (house.worker("Nour").await, house.worker("Julie").await);
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let sarah = house.member("Sarah", Role::Manager, HAUTES_RIVES).await;
    let admin = house.member("Alma", Role::Administrator, VAL_DE_LYS).await;
    let case = heavy(&house, &nour, 21).await;
    told(&house, nour.worker, 1).await;
    let path = paths::WORKER_CASES.replace("{worker}", &nour.worker.to_string());
    let seen: WorkerCases = mehdi.get(&path).await.shows();
    let cases: Vec<_> = seen.cases.iter().map(|one| (one.support_case, one.points)).collect();
    assert_eq!(cases, [(case, 2_750)]);
    let asks = TryPassing {
        giver: nour.worker,
        taker: julie.worker,
        cases: vec![case],
    };
    let before = house.settled().await;
    let trial: PassingTrial = mehdi.post(paths::TRY_PASSING, &asks).await.shows();
    let first = (trial.giver_weeks.first().unwrap(), trial.taker_weeks.first().unwrap());
    assert_eq!(
        (first.0.before, first.0.after, first.1.before, first.1.after),
        (110, 0, 0, 110)
    );
    assert_eq!(
        (first.0.fullness_before, first.1.fullness_after),
        (Zone::Tense, Zone::Tense)
    );
    assert_eq!(
        (trial.cases, trial.points, trial.children, trial.changes_before),
        (1, 2_750, 21, 0)
    );
    assert_eq!(house.settled().await, before, "nothing was written");
    let to_herself = TryPassing {
        taker: nour.worker,
        ..asks.clone()
    };
    assert_eq!(
        mehdi.post(paths::TRY_PASSING, &to_herself).await.refusal(),
        "400 problem.same_worker (taker)"
    );
    for (member, refusal) in [
        (&nour, "403 problem.answers_for_no_team"),
        (&julie, "403 problem.answers_for_no_team"),
        (&admin, "403 problem.answers_for_no_team"),
        (&sarah, "404 problem.not_found"),
    ] {
        assert_eq!(member.get(&path).await.refusal(), refusal);
        assert_eq!(member.post(paths::TRY_PASSING, &asks).await.refusal(), refusal);
    }
}
