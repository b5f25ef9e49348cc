//! Carnets de bord, through the whole log. Every person, structure and number here is invented.

use crate::ground::{Ground, silent};
use domain::support_case::{Event, Phase, SupportCase};
use domain::words::{Day, Due};
use domain::{deadline, household, person};
use import::carnet_de_bord::{Options, Summary, bring_in};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The instant at which the invented tables were loaded.
const LOAD: &str = "2026-05-04T03:02:01.5+00:00";
const THEN: &str = "2023-03-01T09:00:00+00:00";

/// A small record: one structure, two workers, two people, one notebook.
fn tables() -> Map<String, Value> {
    let Value::Object(tables) = json!({
        "deployments": [
            {"id": "dep", "label": "Pays d’essai", "created_at": LOAD, "updated_at": LOAD},
            {"id": "dep2", "label": "Autre pays", "created_at": LOAD, "updated_at": LOAD},
        ],
        "structures": [
            {"id": "s1", "name": "CCAS d’Essai", "deployment_id": "dep", "created_at": LOAD, "colonne_neuve": {"x": 1}},
            {"id": "s2", "name": "Mission d’Essai", "deployment_id": "dep", "created_at": LOAD},
        ],
        "professionals": [
            {"id": "p1", "structure_id": "s1", "firstname": "Nour", "lastname": "Essai", "position": "Assistante de service social", "created_at": LOAD},
            {"id": "p2", "structure_id": "s2", "firstname": "Samir", "lastname": "Essai", "position": null, "created_at": LOAD},
        ],
        "orientation_managers": [{"id": "o1", "firstname": "Lou", "lastname": "Essai", "deployment_id": "dep"}],
        "managers": [], "platform_admins": [], "structure_admins": [], "structure_admin_links": [],
        "accounts": [
            {"id": "a1", "username": "nour.essai", "type": "professional", "professional_id": "p1", "created_at": LOAD},
            {"id": "a2", "username": "samir.essai", "type": "professional", "professional_id": "p2", "created_at": LOAD, "deleted_at": "2024-01-01T00:00:00+00:00"},
            {"id": "a3", "username": "lou.essai", "type": "orientation_manager", "orientation_manager_id": "o1", "created_at": LOAD},
        ],
        "beneficiaries": [
            {"id": "b1", "firstname": "Ana", "lastname": "Exemple", "date_of_birth": "1990-02-03", "caf_number": "77", "city": "Essai", "mobile_number": "0600000000", "deployment_id": "dep", "created_at": THEN},
            {"id": "b2", "firstname": "Ida", "lastname": "Exemple", "date_of_birth": "1991-02-03", "caf_number": 77, "deployment_id": "dep", "created_at": THEN},
        ],
        "beneficiary_structures": [{"id": "bs", "beneficiary_id": "b1", "structure_id": "s1", "status": "current"}],
        "notebooks": [{"id": "n1", "beneficiary_id": "b1", "created_at": THEN, "contract_type": "cer", "contract_sign_date": "2023-04-01", "contract_end_date": "2024-04-01"}],
        "notebook_members": [
            {"id": "m1", "notebook_id": "n1", "account_id": "a2", "member_type": "referent", "active": false, "created_at": THEN},
            {"id": "m2", "notebook_id": "n1", "account_id": "a1", "member_type": "referent", "active": true, "created_at": "2023-05-01T09:00:00+00:00"},
            {"id": "m3", "notebook_id": "n1", "account_id": "a3", "member_type": "orientation_manager", "active": true, "created_at": LOAD},
        ],
        "notebook_infos": [{"notebook_id": "n1", "orientation_system_id": "os1", "orientation_reason": null, "created_at": LOAD}],
        "notebook_focuses": [{"id": "f1", "notebook_id": "n1", "theme": "logement", "creator_id": "a1", "created_at": "2023-06-01T09:00:00+00:00"}],
        "notebook_targets": [{"id": "t1", "focus_id": "f1", "target": "Trouver un toit", "status": "in_progress", "creator_id": "a1", "created_at": "2023-06-01T09:00:00+00:00", "updated_at": LOAD}],
        "notebook_actions": [
            {"id": "x1", "target_id": "t1", "action": "Demande au bailleur", "status": "done", "creator_id": "a1", "created_at": "2023-06-02T09:00:00+00:00", "starting_at": "2023-06-03T09:00:00+00:00", "updated_at": LOAD},
            {"id": "x2", "target_id": "t1", "action": "Visite", "status": "in_progress", "creator_id": "a1", "created_at": "2023-06-02T09:00:00+00:00", "starting_at": "2023-06-03T09:00:00+00:00", "updated_at": LOAD},
            {"id": "x3", "target_id": "t1", "action": "Garant", "status": "abandonned", "creator_id": "a1", "created_at": "2023-06-02T09:00:00+00:00", "starting_at": "2023-06-03T09:00:00+00:00", "updated_at": LOAD},
        ],
        "notebook_situations": [{"id": "ns1", "notebook_id": "n1", "situation_id": "sit1", "created_by": "a1", "created_at": THEN, "deleted_at": null}],
        "notebook_appointments": [
            {"id": "r1", "notebook_id": "n1", "account_id": "a1", "date": "2023-07-01T09:00:00+00:00", "status": "present", "created_at": THEN, "deleted_at": null},
            {"id": "r2", "notebook_id": "n1", "account_id": "a1", "date": "2023-08-01T09:00:00+00:00", "status": "absent", "created_at": THEN, "deleted_at": null},
            {"id": "r3", "notebook_id": "n1", "account_id": "a1", "date": "2023-09-01T09:00:00+00:00", "status": "current", "created_at": THEN, "deleted_at": null},
            {"id": "r4", "notebook_id": "n1", "account_id": "a1", "date": "2026-12-01T09:00:00+00:00", "status": "current", "created_at": THEN, "deleted_at": null},
        ],
        "notebook_events": [
            {"id": "e1", "notebook_id": "n1", "creator_id": "a1", "event_type": "action", "event_date": "2023-06-02T09:00:00+00:00", "event": {"category": "logement", "event_label": "Visite"}},
            {"id": "e2", "notebook_id": "n1", "creator_id": "a1", "event_type": "action", "event_date": "2022-01-02T09:00:00+00:00", "event": {"category": "logement", "event_label": "Ancienne demande"}},
            {"id": "e3", "notebook_id": "n1", "creator_id": "a1", "event_type": "action", "event_date": "2025-05-04T03:02:01.7+00:00", "event": {"category": "logement", "event_label": "Relative au chargement"}},
        ],
        "orientation_systems": [{"id": "os1", "name": "Social", "orientation_type": "social"}],
        "orientation_requests": [
            {"id": "q1", "beneficiary_id": "b1", "requestor_account_id": "a1", "status": "accepted", "reason": "Ailleurs", "requested_orientation_system_id": "os1", "decided_orientation_system_id": "os1", "created_at": "2023-08-01T09:00:00+00:00", "decided_at": "2023-07-30T09:00:00+00:00"},
        ],
        "professional_projects": [{"id": "pp1", "notebook_id": "n1", "rome_code_id": "rome", "created_at": LOAD}],
        "rome_codes_used": [{"id": "rome", "label": "Jardinage"}],
        "reference": {"situations": [{"id": "sit1", "theme": "sante", "description": "Sans médecin"}]},
    }) else {
        panic!("an object was written")
    };
    tables
}

fn write(ground: &Ground, tables: &Map<String, Value>) -> PathBuf {
    for (name, table) in tables {
        ground.file(&format!("carnet/{name}.json"), serde_json::to_vec(table).unwrap());
    }
    ground.home.path().join("carnet")
}

fn options(ground: &Ground) -> Options {
    Options {
        source: Some("essai".to_owned()),
        now: "2026-05-05T00:00:00Z".parse::<Timestamp>().unwrap(),
        territory: TimeZone::UTC,
        refused_folder: ground.home.path().join("refus"),
    }
}

async fn bring(ground: &Ground, folder: &Path) -> Summary {
    let mut summary = bring_in(&ground.log, folder, &options(ground), silent()).await.unwrap();
    summary.seconds = 0.0;
    summary
}

#[tokio::test]
async fn tables_become_people_cases_teams_plans_and_contacts() {
    let ground = Ground::new().await;
    let summary = bring(&ground, &write(&ground, &tables())).await;
    assert_eq!(
        (summary.people, summary.cases, summary.workers, summary.services),
        (2, 1, 3, 4)
    );
    assert_eq!(
        summary.refused,
        0,
        "{:?}",
        summary.refused_file.map(|_| ground.refused())
    );
    assert_eq!(summary.events, u64::try_from(ground.events().await.len()).unwrap());
    for (kind, count) in [
        ("support_case.referent_appointed", 1),
        ("support_case.referent_handed_over", 1),
        ("support_case.team_member_joined", 1),
        ("support_case.measure_started", 2),
        ("support_case.situation_assessed", 3),
        ("support_case.orientation_requested", 1),
        ("support_case.orientation_decided", 1),
        ("support_case.act_recorded", 2),
        ("contact.noted", 1),
        ("contact.missed", 1),
        ("deadline.set", 1),
        ("plan.goal_agreed", 1),
        ("plan.action_assigned", 3),
        ("plan.action_completed", 1),
        ("plan.action_abandoned", 1),
        ("organisation.worker_left", 1),
        ("household.formed", 2),
        ("person.identifier_recorded", 2),
    ] {
        assert_eq!(ground.count(kind).await, count, "{kind}");
    }
    let opened = ground
        .events()
        .await
        .into_iter()
        .find(|event| event.kind == "support_case.opened")
        .unwrap();
    let (case, _) = ground.log.state::<SupportCase>(opened.stream).await.unwrap();
    assert!(matches!(case.phase, Phase::Open(_)) && case.team.len() == 1 && case.orientations.is_empty());
    let Event::Opened(opening) = ground.log.read::<Event>(&opened).unwrap().event else {
        panic!("an object was written")
    };
    assert_eq!(opening.people.len(), 1);
    assert!(ground.log.verify(|_| {}).await.unwrap().ok);
}

#[tokio::test]
async fn dates_of_the_load_are_no_history() {
    let ground = Ground::new().await;
    let summary = bring(&ground, &write(&ground, &tables())).await;
    assert_eq!(summary.dates_set_aside, 5, "{summary:?}");
    let load: Timestamp = LOAD.parse().unwrap();
    for event in ground.events().await {
        let apart = load.duration_since(event.occurred_at).as_secs().abs();
        assert!(
            apart > 86_400 && apart % 86_400 > 60,
            "{} at {}",
            event.kind,
            event.occurred_at
        );
    }
    // Without a load there is nothing to set aside.
    let ground = Ground::new().await;
    let real = serde_json::to_string(&tables())
        .unwrap()
        .replace(LOAD, "2023-02-01T07:00:00+00:00");
    let Value::Object(mut real) = serde_json::from_str(&real).unwrap() else {
        panic!("an object was written")
    };
    for table in ["structures", "professionals", "deployments", "accounts"] {
        for (place, row) in real[table].as_array_mut().unwrap().iter_mut().enumerate() {
            row["created_at"] = json!(format!("2023-02-0{}T07:00:00+00:00", place + 1));
            row.as_object_mut().unwrap().remove("updated_at");
        }
    }
    assert_eq!(bring(&ground, &write(&ground, &real)).await.dates_set_aside, 0);
}

#[tokio::test]
async fn a_second_run_adds_nothing_and_a_grown_record_only_what_is_new() {
    let ground = Ground::new().await;
    let mut all = tables();
    let first = bring(&ground, &write(&ground, &all)).await;
    let second = bring(&ground, &write(&ground, &all)).await;
    assert_eq!(
        (
            second.people,
            second.cases,
            second.workers,
            second.services,
            second.events
        ),
        (0, 0, 0, 0, 0)
    );
    assert!(second.skipped > 40 && second.refused == 0);
    all["beneficiaries"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "b3", "firstname": "Eve", "lastname": "Exemple"}));
    let third = bring(&ground, &write(&ground, &all)).await;
    assert_eq!((third.people, third.events), (1, 2));
    assert_eq!(third.skipped, second.skipped);
    assert!(first.events > 40);
}

#[tokio::test]
async fn a_bad_record_is_refused_alone_and_what_hangs_on_it_with_it() {
    let ground = Ground::new().await;
    let mut all = tables();
    let people = all["beneficiaries"].as_array_mut().unwrap();
    people.push(json!({"id": "b3", "firstname": "Eve", "lastname": "Exemple", "date_of_birth": "19970-04-22"}));
    people.push(json!("rien"));
    let books = all["notebooks"].as_array_mut().unwrap();
    books.push(json!({"id": "n3", "beneficiary_id": "b3", "created_at": THEN}));
    let members = all["notebook_members"].as_array_mut().unwrap();
    members
        .push(json!({"id": "m9", "notebook_id": "n3", "account_id": "a1", "member_type": "referent", "active": true}));
    members.push(
        json!({"id": "m8", "notebook_id": "n1", "account_id": "inconnu", "member_type": "no_referent", "active": true}),
    );
    let actions = all["notebook_actions"].as_array_mut().unwrap();
    actions.push(json!({"id": "x9", "target_id": "t1", "action": "Autre", "status": "étrange", "creator_id": "a1"}));
    let summary = bring(&ground, &write(&ground, &all)).await;
    assert_eq!(
        (summary.people, summary.cases, summary.refused),
        (2, 1, 6),
        "{:?}",
        ground.refused()
    );
    let refused = ground.refused().join("\n");
    for place in [
        "beneficiaries[b3].date_of_birth",
        "notebooks[n3].beneficiary_id",
        "notebook_members[m9].notebook_id",
        "notebook_members[m8].account_id",
        "notebook_actions[x9].status",
    ] {
        assert!(refused.contains(place), "{place} in {refused}");
    }
    assert!(
        !refused.contains("19970") && !refused.contains("Eve"),
        "no content in the reasons"
    );
}

#[tokio::test]
async fn a_missing_or_broken_table_is_named_and_nothing_is_kept() {
    let ground = Ground::new().await;
    let folder = write(&ground, &tables());
    let said = async || {
        bring_in(&ground.log, &folder, &options(&ground), silent())
            .await
            .unwrap_err()
            .to_string()
    };
    std::fs::write(folder.join("structures.json"), "[{\"id\": ").unwrap();
    assert!(said().await.contains("structures.json"));
    std::fs::write(folder.join("structures.json"), "{}").unwrap();
    assert!(said().await.contains("tableau"));
    std::fs::remove_file(folder.join("structures.json")).unwrap();
    assert!(said().await.contains("Il manque la table « structures.json »"));
    assert!(ground.events().await.is_empty());
}

#[tokio::test]
async fn sheets_fill_a_carnet_and_their_bad_rows_are_refused_with_every_reason() {
    let ground = Ground::new().await;
    let head = "Identifiant dans le SI*;Prénom*;Nom*;Date de naissance*;NIR;Téléphone;Email;Ville;\r\n";
    let good =
        "1;Ana;Exemple;25/05/1998;;\"0600000000, 0700000000\";ana@exemple.fr;Essai;\r\n2;Ida;Exemple;1997-04-22\r\n";
    let bad = "3;;Exemple;19970-04-22;12;;ida@;;\r\n4;Eve;Exemple;22-04-1997;;;;;;;;\r\n";
    ground.file("feuilles/gens.csv", format!("\u{feff}{head}{good}{bad}"));
    let head = "Nom;Téléphones;Site web;Courriel;Siret;Courriel responsable;Prénom responsable;Nom responsable\n";
    let good = "CCAS d’Essai;0102030405;https://exemple.fr;c@exemple.fr;73282932000074;n@exemple.fr;Nour;Essai\n\
                CCAS d’Essai;0102030405;https://exemple.fr;c@exemple.fr;73282932000074;s@exemple.fr;Samir;Essai\n";
    let bad = "Autre;12;exemple.fr;c@exemple;1;;;\n";
    ground.file("feuilles/structures.csv", format!("{head}{good}{bad}"));
    ground.file("feuilles/sans_siret.csv", "Nom;Courriel responsable\nX;x@exemple.fr\n");
    ground.file("feuilles/classeur.xlsx", "PK\x03\x04");
    ground.file("feuilles/flux.xml", "<?xml version=\"1.0\"?><flux/>");
    let folder = ground.home.path().join("feuilles");
    let summary = bring(&ground, &folder).await;
    assert_eq!((summary.people, summary.workers, summary.services), (2, 2, 1));
    assert_eq!(summary.refused, 6, "{:?}", ground.refused());
    let refused = ground.refused().join("\n");
    for told in [
        "4,gens.csv.Prénom*",
        "4,gens.csv.Date de naissance*",
        "4,gens.csv.NIR",
        "4,gens.csv.Email",
        "5,gens.csv",
        "4,structures.csv.Siret",
        "4,structures.csv.Site web",
        "1,sans_siret.csv.Site web",
        "classeur.xlsx",
        "flux.xml",
    ] {
        assert!(refused.contains(told), "{told} in {refused}");
    }
    let again = bring(&ground, &folder).await;
    assert_eq!((again.people, again.workers, again.events, again.refused), (0, 0, 0, 6));
}

#[tokio::test]
async fn a_sign_the_database_cannot_hold_is_refused_with_its_row() {
    let ground = Ground::new().await;
    let mut all = tables();
    all["structures"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "s9", "name": "CCAS\u{0} d’Essai"}));
    all["beneficiaries"].as_array_mut().unwrap().extend([
        json!({"id": "b8", "firstname": "Eve", "lastname": "Exemple", "city": "Es\u{0}sai"}),
        json!({"id": "b\u{0}9", "firstname": "Eve", "lastname": "Exemple"}),
    ]);
    all["notebook_events"][0]["event"]["event_label"] = json!("Vi\u{0}site");
    let summary = bring(&ground, &write(&ground, &all)).await;
    assert_eq!((summary.people, summary.services, summary.refused), (2, 4, 4));
    let refused = ground.refused().join("\n");
    for place in [
        "3,structures[s9].name,",
        "3,beneficiaries[b8].city,",
        "4,beneficiaries.id,",
        "1,notebook_events[e1].event,",
    ] {
        assert!(refused.contains(place), "{place} in {refused}");
    }
    let ground = Ground::new().await;
    let rows = "Identifiant dans le SI*;Prénom*;Nom*;Date de naissance*;Ville\n\
                1;Ana;Exemple;25/05/1998;Es\u{0}sai\n2;Ida;Exemple;1997-04-22;Essai\n";
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(rows.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    ground.file("feuilles/gens.csv", wide);
    let summary = bring(&ground, &ground.home.path().join("feuilles")).await;
    assert_eq!((summary.people, summary.refused), (1, 1));
    assert!(ground.refused()[0].starts_with("2,gens.csv.Ville,"));
}

#[tokio::test]
async fn a_repeated_id_is_refused_and_stops_nothing() {
    let ground = Ground::new().await;
    let mut all = tables();
    for (table, id) in [("beneficiaries", "b1"), ("notebooks", "n1"), ("notebook_actions", "x2")] {
        let rows = all[table].as_array_mut().unwrap();
        let mut twin = rows.iter().find(|row| row["id"] == id).unwrap().clone();
        twin["created_at"] = json!("2023-09-09T09:00:00+00:00");
        rows.push(twin);
    }
    let folder = write(&ground, &all);
    let first = bring(&ground, &folder).await;
    assert_eq!((first.people, first.cases, first.refused, first.skipped), (2, 1, 3, 0));
    let refused = ground.refused().join("\n");
    for place in [
        "3,beneficiaries[b1].id,l’identifiant est déjà celui de l’enregistrement 1",
        "2,notebooks[n1].id,l’identifiant est déjà celui de l’enregistrement 1",
        "4,notebook_actions[x2].id,l’identifiant est déjà celui de l’enregistrement 2",
    ] {
        assert!(refused.contains(place), "{place} in {refused}");
    }
    let again = bring(&ground, &folder).await;
    assert_eq!((again.people, again.cases, again.events, again.refused), (0, 0, 0, 3));
    let rows = "Identifiant dans le SI*;Prénom*;Nom*;Date de naissance*\n\
                1;Ana;Exemple;25/05/1998\n2;Ida;Exemple;1997-04-22\n1;Eve;Exemple;1997-04-22\n";
    let ground = Ground::new().await;
    ground.file("feuilles/gens.csv", rows);
    let summary = bring(&ground, &ground.home.path().join("feuilles")).await;
    assert_eq!((summary.people, summary.refused, summary.skipped), (2, 1, 0));
    assert!(ground.refused()[0].starts_with("4,gens.csv.Identifiant dans le SI*,"));
}

#[tokio::test]
async fn a_wrong_social_security_number_costs_that_number_alone() {
    let ground = Ground::new().await;
    let mut all = tables();
    all["beneficiaries"][0]["nir"] = json!("269054958815781");
    let summary = bring(&ground, &write(&ground, &all)).await;
    assert_eq!((summary.people, summary.cases, summary.refused), (2, 1, 1));
    assert!(ground.refused()[0].starts_with("1,beneficiaries[b1].nir,la clé du NIR est fausse"));
    assert_eq!(
        ground.count("person.identifier_recorded").await,
        2,
        "the others are kept"
    );
    let rows = "Identifiant dans le SI*;Prénom*;Nom*;Date de naissance*;NIR\n\
                1;Ana;Exemple;25/05/1998;12\n2;Ida;Exemple;1997-04-22;\n";
    let ground = Ground::new().await;
    ground.file("feuilles/gens.csv", rows);
    let summary = bring(&ground, &ground.home.path().join("feuilles")).await;
    assert_eq!((summary.people, summary.refused), (2, 1));
    assert!(ground.refused()[0].starts_with("2,gens.csv.NIR,"));
}

#[tokio::test]
async fn days_are_those_of_the_territory() {
    let ground = Ground::new().await;
    let mut all = tables();
    all["notebooks"][0]["created_at"] = json!("2022-12-31T23:30:00+00:00");
    all["notebook_appointments"][3]["date"] = json!("2026-11-30T23:30:00+00:00");
    let mut options = options(&ground);
    options.territory = TimeZone::fixed(jiff::tz::offset(1));
    bring_in(&ground.log, &write(&ground, &all), &options, silent())
        .await
        .unwrap();
    let (mut opened, mut due) = (Vec::new(), Vec::new());
    for event in ground.events().await {
        if event.kind == "support_case.opened"
            && let Event::Opened(opening) = ground.log.read::<Event>(&event).unwrap().event
        {
            opened.push(opening.opened_on.0.to_string());
        }
        if event.kind == "deadline.set"
            && let deadline::Event::Set(setting) = ground.log.read::<deadline::Event>(&event).unwrap().event
        {
            due.push(setting.due);
        }
    }
    assert_eq!(opened, ["2023-01-01"]);
    assert_eq!(due, [Due::On(Day(jiff::civil::date(2026, 12, 1)))]);
}

#[tokio::test]
async fn a_town_typed_freely_lies_nowhere_in_clear() {
    let ground = Ground::new().await;
    let mut all = tables();
    all["beneficiaries"][0]["city"] = json!("chez M. Dupuis, Reims");
    all["beneficiaries"][1]["city"] = json!("44109");
    bring(&ground, &write(&ground, &all)).await;
    let (mut communes, mut addresses) = (Vec::new(), Vec::new());
    for event in ground.events().await {
        let stored = String::from_utf8_lossy(&event.payload).into_owned();
        assert!(!stored.contains("Dupuis"), "{}", event.kind);
        if let Ok(person::Event::Registered { commune, .. }) = ground.log.read(&event).map(|read| read.event) {
            communes.push(commune);
        } else if let Ok(household::Event::Formed { commune, .. }) = ground.log.read(&event).map(|read| read.event) {
            communes.push(commune);
        } else if let Ok(person::Event::ContactDetailsRecorded { channel, value }) =
            ground.log.read(&event).map(|read| read.event)
            && channel == person::Channel::Post
        {
            addresses.push(value.sealed().is_some());
        }
    }
    communes.sort();
    let code = Some("44109".to_owned());
    assert_eq!(communes, [None, None, code.clone(), code]);
    assert_eq!(addresses, [true, true], "sealed, it is kept");
}

#[tokio::test]
async fn what_a_rule_refuses_is_told_in_the_words_of_the_house() {
    let ground = Ground::new().await;
    let mut all = tables();
    bring(&ground, &write(&ground, &all)).await;
    // The source gave the same place in the team another id.
    all["notebook_members"][2]["id"] = json!("m33");
    let summary = bring(&ground, &write(&ground, &all)).await;
    assert_eq!(summary.refused, 1, "{summary:?}");
    let said = sentences::say(sentences::Language::Fr, "support_case.already_in_team", &[]);
    let refused = ground.refused();
    assert!(
        refused[0].contains(&said) && !said.contains("support_case"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_record_that_changed_since_an_earlier_run_is_told_once() {
    let ground = Ground::new().await;
    let mut all = tables();
    bring(&ground, &write(&ground, &all)).await;
    let before = ground.events().await.len();
    all["beneficiaries"][0]["lastname"] = json!("Autrement");
    all["beneficiaries"][0]["mobile_number"] = json!("0700000000");
    all["notebook_targets"][0]["target"] = json!("Trouver un autre toit");
    all["notebook_appointments"][0]["date"] = json!("2023-07-02T09:00:00+00:00");
    let folder = write(&ground, &all);
    for _run in 0..2 {
        let summary = bring(&ground, &folder).await;
        assert_eq!((summary.events, summary.refused), (0, 4), "{:?}", ground.refused());
        let refused = ground.refused().join("\n");
        for place in [
            "1,beneficiaries[b1].id,",
            // Her case bears her name.
            "1,notebooks[n1].id,",
            "1,notebook_targets[t1].id,",
            "1,notebook_appointments[r1].id,",
        ] {
            assert!(
                refused.contains(&format!("{place}\"cet enregistrement a changé")),
                "{place} in {refused}"
            );
        }
        assert!(!refused.contains("Autrement"), "no content in the reasons");
    }
    assert_eq!(ground.events().await.len(), before);
}

#[tokio::test]
async fn a_record_without_dates_is_the_same_on_another_day() {
    let ground = Ground::new().await;
    let real = serde_json::to_string(&tables()).unwrap().replace(THEN, LOAD);
    let Value::Object(mut real) = serde_json::from_str(&real).unwrap() else {
        panic!("an object was written")
    };
    for table in ["members", "focuses", "targets", "actions"] {
        real[&format!("notebook_{table}")] = json!([]);
    }
    let folder = write(&ground, &real);
    assert_eq!(bring(&ground, &folder).await.cases, 1);
    let mut tomorrow = options(&ground);
    tomorrow.now = "2026-05-06T12:00:00Z".parse().unwrap();
    let summary = bring_in(&ground.log, &folder, &tomorrow, silent()).await.unwrap();
    assert_eq!((summary.events, summary.refused), (0, 0));
}

#[tokio::test]
async fn what_france_travail_prescribed_becomes_actions_over_the_years() {
    let ground = Ground::new().await;
    let head = "Identifiant dans le SI*;Prénom*;Nom*;Date de naissance*;Identifiant Pôle emploi\n";
    let twins = "3;Léo;Exemple;1990-01-01;double\n4;Lou;Exemple;1990-01-01;double\n";
    // Its name comes behind: who people are is read first all the same.
    ground.file(
        "feuilles/zz_gens.csv",
        format!("{head}1;Ana;Exemple;1998-05-25;connue\n{twins}"),
    );
    let head = "identifiant_unique_de;codeaction;lblaction;objectif_formation;date_prescription;date_realisation_action;\
                date_prev_debut;date_debut;date_fin;formation;adr.dc_commune_id\n";
    let at = |year: u32| format!("{year}-03-03 00:00:00.000");
    let row = |who: &str, what: &str, dates: [Option<u32>; 4]| {
        let [at_first, made, begun, ended] = dates.map(|year| year.map_or("NULL".to_owned(), at));
        format!("{who};AAA;{what};NULL;{at_first};{made};NULL;{begun};{ended};NULL;51108\n")
    };
    let rows = [
        row("connue", "DIAGNOSTIC MOBILITE", [Some(2015), None, None, None]),
        row("connue", "CONTRAT", [Some(2012), Some(2013), Some(2013), Some(2014)]),
        row("connue", "CONTRAT", [Some(2012), Some(2013), Some(2013), Some(2014)]),
        row("inconnue", "ATELIER", [Some(2020), Some(2021), None, None]),
        row("inconnue", "SUIVI", [Some(2025), None, Some(2026), Some(2027)]),
        row("double", "ATELIER", [Some(2020), None, None, None]),
        row("NULL", "ATELIER", [None, None, None, None]),
        row("inconnue", "ATELIER", [Some(2020), None, None, None]).replace(";NULL;51108", ";COIFFURE;51108"),
    ];
    ground.file("feuilles/actions.csv", format!("{head}{}", rows.concat()));
    ground.file("feuilles/journal.csv", "case:concept:name,concept:name\n");
    ground.file("feuilles/journal.xes", "ignored");
    ground.file("feuilles/journal.xml", "<?xml version=\"1.0\"?><log></log>");
    let folder = ground.home.path().join("feuilles");
    let summary = bring(&ground, &folder).await;
    assert_eq!(
        (summary.people, summary.cases, summary.services, summary.refused),
        (3, 2, 1, 4),
        "{:?}",
        ground.refused()
    );
    let refused = ground.refused().join("\n");
    for told in [
        "7,actions.csv.identifiant_unique_de,plusieurs personnes",
        "8,actions.csv.identifiant_unique_de,la valeur manque",
        "8,actions.csv.date_prescription,la valeur manque",
        "journal.csv,\"un journal de dossiers s’importe par lui-même",
        "journal.xml,\"un journal de dossiers s’importe par lui-même",
    ] {
        assert!(refused.contains(told), "{told} in {refused}");
    }
    for (kind, count) in [
        ("support_case.opened", 2),
        ("plan.drafted", 2),
        ("plan.action_assigned", 6),
        ("plan.action_started", 4),
        ("plan.action_completed", 3),
    ] {
        assert_eq!(ground.count(kind).await, count, "{kind}");
    }
    let mut openings = Vec::new();
    for event in ground.events().await {
        if let Ok(Event::Opened(opening)) = ground.log.read(&event).map(|read| read.event) {
            openings.push((opening.opened_on.0.to_string(), opening.people.len()));
        }
    }
    openings.sort();
    assert_eq!(openings, [("2012-03-03".to_owned(), 1), ("2020-03-03".to_owned(), 0)]);
    let again = bring(&ground, &folder).await;
    assert_eq!((again.cases, again.events, again.refused), (0, 0, 4));
}
