//! Case logs in CSV, through the whole log.

use crate::ground::{Ground, silent};
use domain::deadline;
use domain::support_case::{Event, Phase, SupportCase};
use flate2::Compression;
use flate2::write::GzEncoder;
use import::event_log::{Mapping, Summary, bring_in};
use std::io::Write;
use std::sync::Arc;
use tokio::sync::Notify;

const HEAD: &str = "case:concept:name,case:startdate,case:enddate,case:responsible,case:deadline,case:department,\
concept:instance,concept:name,org:resource,time:timestamp\n";

/// Three cases whose rows are interleaved; the second is still open, the third ended before its first act.
const MIXED: &str = "\
A,2020-01-01 08:00:00+01:00,2020-03-01 08:00:00+01:00,Nour,2020-02-01 08:00:00+01:00,Accueil,1,Premier accueil,test,2020-01-02 09:00:00.250+01:00
B,2020-01-05 08:00:00+01:00,,Nour,,Accueil,2,Premier accueil,TEST,2020-01-06 09:00:00+01:00
A,2020-01-01 08:00:00+01:00,2020-03-01 08:00:00+01:00,Nour,2020-02-01 08:00:00+01:00,Accueil,3,Entretien,,2020-04-02 09:00:00+02:00
C,2020-01-09 08:00:00+01:00,2020-01-08 08:00:00+01:00,Samir,,Insertion,4,Appel,test,2020-01-20 09:00:00+01:00
B,2020-01-05 08:00:00+01:00,,Nour,,Accueil,5,Entretien,test,2020-01-07 09:00:00+01:00
";

fn mixed() -> String {
    format!("{HEAD}{MIXED}")
}

async fn cases(ground: &Ground) -> Vec<SupportCase> {
    let mut cases = Vec::new();
    for event in ground.events().await {
        if event.kind == "support_case.opened" {
            cases.push(ground.log.state::<SupportCase>(event.stream).await.unwrap().0);
        }
    }
    cases
}

fn none() -> Summary {
    Summary::default()
}

#[tokio::test]
async fn rows_become_acts_on_cases_by_workers() {
    let ground = Ground::new().await;
    let summary = ground.bring(&ground.file("journal.csv", mixed())).await;
    assert_eq!(
        (summary.cases, summary.acts, summary.refused, summary.skipped),
        (3, 5, 0, 0)
    );
    let events = ground.events().await;
    assert_eq!(summary.events, u64::try_from(events.len()).unwrap());
    assert_eq!(
        ground.count("organisation.worker_joined").await,
        4,
        "test, TEST, Nour, Samir"
    );
    assert_eq!(ground.count("organisation.service_opened").await, 2);
    assert_eq!(ground.count("support_case.referent_appointed").await, 3);
    assert_eq!(ground.count("deadline.set").await, 1);
    assert_eq!(ground.count("support_case.closed").await, 2);
    let open = cases(&ground)
        .await
        .iter()
        .filter(|case| case.phase != Phase::Closed)
        .count();
    assert_eq!(open, 1);
    let unnamed = events.iter().filter_map(|event| {
        let fact = ground.log.read::<Event>(event).ok()?.event;
        if let Event::ActRecorded { worker, .. } = fact {
            Some(worker)
        } else {
            None
        }
    });
    assert_eq!(
        unnamed.filter(Option::is_none).count(),
        1,
        "an act without a worker stays an act"
    );
    assert!(ground.log.verify(|_| {}).await.unwrap().ok);
}

#[tokio::test]
async fn acts_keep_the_instant_the_log_tells() {
    let ground = Ground::new().await;
    ground.bring(&ground.file("journal.csv", mixed())).await;
    let first = ground
        .events()
        .await
        .into_iter()
        .find(|event| event.kind == "support_case.act_recorded")
        .unwrap();
    assert!(first.known_at == Some(first.occurred_at));
    let told: Vec<String> = ground
        .events()
        .await
        .iter()
        .map(|event| event.occurred_at.to_string())
        .collect();
    assert!(told.contains(&"2020-01-02T08:00:00.25Z".to_owned()), "{told:?}");
}

#[tokio::test]
async fn a_second_run_adds_nothing() {
    let ground = Ground::new().await;
    let file = ground.file("journal.csv", mixed());
    ground.bring(&file).await;
    assert_eq!(ground.bring(&file).await, Summary { skipped: 5, ..none() });
    // Packed, and in another order of rows: acts with an id of their own are still known.
    let mut lines: Vec<&str> = MIXED.lines().collect();
    lines.reverse();
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed
        .write_all(format!("{HEAD}{}\n", lines.join("\n")).as_bytes())
        .unwrap();
    let file = ground.file("journal", packed.finish().unwrap());
    assert_eq!(ground.bring(&file).await, Summary { skipped: 5, ..none() });
}

#[tokio::test]
async fn another_source_with_the_same_names_is_another_record() {
    let ground = Ground::new().await;
    let file = ground.file("journal.csv", mixed());
    ground.bring(&file).await;
    let mut options = ground.options();
    options.source = Some("un autre".to_owned());
    let summary = bring_in(&ground.log, &file, &options, silent()).await.unwrap();
    assert_eq!((summary.cases, summary.acts), (3, 5));
}

#[tokio::test]
async fn a_log_that_has_grown_adds_only_what_is_new() {
    let ground = Ground::new().await;
    ground.bring(&ground.file("journal.csv", mixed())).await;
    let more = "B,2020-01-05 08:00:00+01:00,2020-02-01 08:00:00+01:00,Samir,2020-02-01 08:00:00+01:00,Accueil,6,Clôture,test,2020-01-31 09:00:00+01:00\n";
    let grown = format!(
        "{}{more}",
        mixed().replace(
            "B,2020-01-05 08:00:00+01:00,,Nour,,",
            "B,2020-01-05 08:00:00+01:00,2020-02-01 08:00:00+01:00,Samir,2020-02-01 08:00:00+01:00,"
        )
    );
    let summary = ground.bring(&ground.file("journal.csv", &grown)).await;
    assert_eq!((summary.cases, summary.acts, summary.skipped), (0, 1, 5));
    assert_eq!(summary.events, 4, "one act, a hand-over, a deadline, a closure");
    assert_eq!(ground.count("support_case.referent_handed_over").await, 1);
    assert_eq!(
        ground.bring(&ground.file("journal.csv", grown)).await,
        Summary { skipped: 6, ..none() }
    );
}

#[tokio::test]
async fn what_a_source_goes_back_to_is_told_anew_and_what_it_repeats_is_not() {
    let ground = Ground::new().await;
    let telling = |referent: &str, day: &str| {
        let rows = format!(
            "A,2020-01-01,2020-0{day}-28,{referent},2020-0{day}-15,Accueil,1,Appel,test,2020-01-02T09:00:00Z\n"
        );
        format!("{HEAD}{rows}")
    };
    for (referent, day) in [
        ("Nour", "2"),
        ("Samir", "3"),
        ("Nour", "2"),
        ("Nour", "2"),
        ("Samir", "3"),
    ] {
        let file = ground.file("journal.csv", telling(referent, day));
        let summary = ground.bring(&file).await;
        assert_eq!((summary.refused, ground.bring(&file).await.events), (0, 0));
    }
    let (mut referents, mut dues, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for event in ground.events().await {
        match ground.log.read::<Event>(&event).map(|read| read.event) {
            Ok(Event::ReferentAppointed { worker } | Event::ReferentHandedOver { to: worker, .. }) => {
                referents.push(worker);
            }
            Ok(Event::Closed { on, .. }) => ends.push(on.0.month()),
            Ok(_) | Err(_) => {}
        }
        if let Ok(deadline::Event::Set(deadline::Setting { due, .. }) | deadline::Event::Moved { due, .. }) =
            ground.log.read(&event).map(|read| read.event)
        {
            dues.push(due);
        }
    }
    assert_eq!((referents.len(), dues.len()), (4, 4));
    assert!(referents[0] == referents[2] && referents[1] == referents[3] && referents[0] != referents[1]);
    assert!(dues[0] == dues[2] && dues[1] == dues[3] && dues[0] != dues[1]);
    assert_eq!(ends, [2, 3, 2, 3]);
}

#[tokio::test]
async fn an_end_that_the_source_takes_back_is_told() {
    let ground = Ground::new().await;
    ground.bring(&ground.file("journal.csv", mixed())).await;
    let emptied = mixed().replace("2020-03-01 08:00:00+01:00", "");
    for _run in 0..2 {
        let summary = ground.bring(&ground.file("journal.csv", &emptied)).await;
        assert_eq!((summary.events, summary.skipped, summary.refused), (0, 5, 1));
        let refused = ground.refused();
        assert!(
            refused[0].starts_with("4,case:enddate,la fin importée auparavant"),
            "{refused:?}"
        );
    }
    assert_eq!(ground.bring(&ground.file("journal.csv", mixed())).await.refused, 0);
}

#[tokio::test]
async fn without_attributes_the_first_event_opens_and_the_last_closes() {
    let ground = Ground::new().await;
    let rows = "case,activity,timestamp\nA,Appel,2020-01-03\nA,Appel,2020-01-03\nA,Entretien,2020-01-01\nB,Visite,2020-02-01\n";
    let file = ground.file("petit journal.csv", rows);
    let summary = ground.bring(&file).await;
    assert_eq!((summary.cases, summary.acts), (2, 4), "two equal rows are two acts");
    let ground_of_days = &ground;
    let days = |kind: &'static str| async move {
        let events = ground_of_days.events().await;
        let of_kind = events.into_iter().filter(|event| event.kind == kind);
        of_kind
            .map(|event| event.occurred_at.to_string()[..10].to_owned())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(
        days("support_case.opened").await,
        ["2020-01-01".to_owned(), "2020-02-01".to_owned()].into()
    );
    assert_eq!(
        days("support_case.closed").await,
        ["2020-01-03".to_owned(), "2020-02-01".to_owned()].into()
    );
    assert_eq!(ground.bring(&file).await, Summary { skipped: 4, ..none() });
}

#[tokio::test]
async fn one_bad_row_loses_no_other() {
    let ground = Ground::new().await;
    let rows = "case;activity;timestamp;worker\n\
        A;Appel;2020-01-01;Nour\n\
        A;Appel;20211-01-01;Nour\n\
        A;Appel;0000-00-00;Nour\n\
        A;Appel;31/02/2020;Nour\n\
        ;Appel;2020-01-01;Nour\n\
        A;Appel;2020-01-02;Nour;Samir\n\
        A;Appel\n\
        \"A;Appel;2020-01-02;Nour\n\
        B;Appel;;Nour\n\
        A;;03/01/2020 10:00;\n";
    let file = ground.file("journal.csv", rows);
    let summary = ground.bring(&file).await;
    assert_eq!((summary.cases, summary.acts, summary.refused), (1, 2, 8));
    let refused = ground.refused();
    let lines: Vec<&str> = refused.iter().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(lines, ["3", "4", "5", "6", "7", "8", "9", "10"]);
    assert!(refused[0].starts_with("3,timestamp,"), "{}", refused[0]);
    assert!(
        refused
            .iter()
            .all(|line| !line.contains("Nour") && !line.contains("Appel")),
        "no content in the reasons"
    );
    // Mended, the rows come in beside those that were kept.
    let mended = rows
        .replace("20211-01-01", "2021-01-01")
        .replace("31/02/2020", "28/02/2020");
    let summary = ground.bring(&ground.file("journal.csv", mended)).await;
    assert_eq!((summary.acts, summary.skipped, summary.refused), (2, 2, 6));
}

#[tokio::test]
async fn what_is_wrong_with_a_case_is_told_once_and_its_acts_are_kept() {
    let ground = Ground::new().await;
    let bad = mixed().replace("2020-02-01 08:00:00+01:00", "demain");
    let summary = ground.bring(&ground.file("journal.csv", bad)).await;
    assert_eq!((summary.acts, summary.refused), (5, 1));
    assert!(ground.refused()[0].starts_with("2,case:deadline,"));
}

#[tokio::test]
async fn every_encoding_gives_the_same_record() {
    let ground = Ground::new().await;
    let rows = "case,activity,timestamp\nÉ1,Évaluation à l’école,2020-01-01\n";
    assert_eq!(ground.bring(&ground.file("utf8.csv", rows)).await.acts, 1);
    let western = encoding_rs::WINDOWS_1252.encode(rows).0.into_owned();
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(rows.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [western, wide, [b"\xef\xbb\xbf", rows.as_bytes()].concat()] {
        assert_eq!(
            ground.bring(&ground.file("autre.csv", bytes)).await,
            Summary { skipped: 1, ..none() }
        );
    }
}

#[tokio::test]
async fn a_row_with_unreadable_signs_is_refused_alone() {
    let ground = Ground::new().await;
    let mut bytes = "case,activity,timestamp\nÉ1,Évaluation,2020-01-01\nÉ2,Évaluation,2020-01-01\nÉ3,"
        .as_bytes()
        .to_vec();
    bytes.extend(b"\xff\xfe,2020-01-01\n");
    let summary = ground.bring(&ground.file("journal.csv", bytes)).await;
    assert_eq!((summary.acts, summary.refused), (2, 1));
    assert!(ground.refused()[0].starts_with("4,activity,"));
}

#[tokio::test]
async fn a_sign_of_nothing_costs_its_row_alone_even_on_the_first_page() {
    let ground = Ground::new().await;
    let text = "case,activity,timestamp\nÉ1,Évaluation,2020-01-01\nÉ2,Éval\0uation,2020-01-01\n";
    let summary = ground.bring(&ground.file("journal.csv", text.as_bytes())).await;
    assert_eq!((summary.acts, summary.refused), (1, 1));
    assert!(ground.refused()[0].starts_with("3,activity,"));
}

#[tokio::test]
async fn files_that_are_no_log_are_refused_as_a_whole_in_a_sentence() {
    let ground = Ground::new().await;
    let header = "x,".repeat(2_000_000);
    let narrow = "x,".repeat(20_000);
    let packed = {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(mixed().as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    for (bytes, word) in [
        (Vec::new(), "vide"),
        (b"\x7fELF\x02\0\0\0".to_vec(), "binaire"),
        (b"PK\x03\x04".to_vec(), "Excel"),
        (format!("{header}\n1,2\n").into_bytes(), "Mio"),
        (format!("{narrow}\n1,2\n").into_bytes(), "colonnes"),
        (
            b"qui,quoi\n1,2\n".to_vec(),
            "ne ressemble pas à un en-tête (2 cellules)",
        ),
        (
            b"case,activity,timestamp,timestamp\n1,a,2020-01-01,2021-01-01\n".to_vec(),
            "Deux colonnes s’appellent",
        ),
        (packed[..packed.len() - 9].to_vec(), "tronqu"),
        (b"<html><body/></html>".to_vec(), "XES"),
    ] {
        let said = ground.refusal(&ground.file("fichier", bytes)).await;
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(ground.events().await.len(), 0);
}

#[tokio::test]
async fn columns_may_be_named() {
    let ground = Ground::new().await;
    let mut options = ground.options();
    options.mapping = Mapping {
        case: Some("dossier n°".to_owned()),
        activity: Some("fait".to_owned()),
        timestamp: Some("quand".to_owned()),
        worker: Some("qui".to_owned()),
        closed: Some("fin".to_owned()),
        ..Mapping::default()
    };
    let file = ground.file(
        "journal.csv",
        "qui|fait|dossier n°|quand|fin\nNour|Visite|7|1/2/2020|\n",
    );
    let summary = bring_in(&ground.log, &file, &options, silent()).await.unwrap();
    assert_eq!((summary.cases, summary.acts), (1, 1));
    assert_eq!(ground.count("support_case.closed").await, 0);
}

#[tokio::test]
async fn an_import_that_was_killed_goes_on_and_doubles_nothing() {
    let ground = Ground::new().await;
    let mut rows = HEAD.to_owned();
    for act in 0..40 {
        for case in 0..60 {
            rows.push_str(&format!(
                "cas-{case},2020-01-01,2021-01-01,Nour,2020-06-01,Accueil,,Acte {act},Samir,2020-02-{:02}\n",
                act % 28 + 1
            ));
        }
    }
    let file = ground.file("journal.csv", rows);
    // Killed once it has kept something, like a process that dies: its tasks are dropped where they are.
    let (log, options) = (ground.log.clone(), ground.options());
    let (enough, told) = (Arc::new(Notify::new()), file.clone());
    let seen = Arc::clone(&enough);
    let listener: import::Listener = Arc::new(move |progress: import::Progress| {
        if progress.kept > 200 {
            seen.notify_one();
        }
    });
    let killed = tokio::spawn(async move { bring_in(&log, &told, &options, listener).await });
    tokio::time::timeout(std::time::Duration::from_secs(60), enough.notified())
        .await
        .unwrap();
    killed.abort();
    assert!(killed.await.is_err() || ground.count("support_case.act_recorded").await == 2_400);
    let kept = ground.count("support_case.act_recorded").await;
    let mut summary = ground.bring(&file).await;
    // What the killed run had offered to the writer may still be stored while the next one begins.
    assert!(summary.skipped >= u64::try_from(kept).unwrap());
    assert_eq!(summary.acts + summary.skipped, 2_400);
    assert_eq!(ground.count("support_case.act_recorded").await, 2_400);
    for kind in ["opened", "closed", "referent_appointed"] {
        assert_eq!(ground.count(&format!("support_case.{kind}")).await, 60, "{kind}");
    }
    assert_eq!(ground.count("deadline.set").await, 60);
    summary = ground.bring(&file).await;
    assert_eq!(
        summary,
        Summary {
            skipped: 2_400,
            ..none()
        }
    );
    assert!(ground.log.verify(|_| {}).await.unwrap().ok);
}

#[tokio::test]
async fn an_act_with_an_id_is_known_by_it_and_told_otherwise_it_is_refused() {
    let ground = Ground::new().await;
    let rows = "case,activity,timestamp,worker,lifecycle,event_id\n\
        A,Entretien,2020-01-01T09:00:00Z,Nour,start,1\n\
        A,Entretien,2020-01-01T10:00:00Z,Nour,complete,1\n\
        A,Visite,2020-01-03T09:00:00Z,Nour,,2\n\
        A,Visite,2020-01-03T09:00:00Z,Nour,,2\n\
        B,Visite,2020-01-03T09:00:00Z,Nour,,2\n";
    let first = ground.bring(&ground.file("journal.csv", rows)).await;
    assert_eq!(
        (first.acts, first.skipped, first.refused),
        (5, 0, 0),
        "two equal rows are two acts, start and end as well"
    );
    let file = ground.file("journal.csv", rows);
    assert_eq!(ground.bring(&file).await, Summary { skipped: 5, ..none() });
    for (before, after, line) in [
        ("A,Entretien,2020-01-01T09", "A,Entretiens,2020-01-01T09", 2),
        ("2020-01-01T10:00:00Z,Nour", "2020-01-01T10:30:00Z,Nour", 3),
        (
            "B,Visite,2020-01-03T09:00:00Z,Nour",
            "B,Visite,2020-01-03T09:00:00Z,Samir",
            6,
        ),
    ] {
        let changed = ground
            .bring(&ground.file("journal.csv", rows.replace(before, after)))
            .await;
        assert_eq!((changed.acts, changed.skipped, changed.refused), (0, 4, 1), "{after}");
        let refused = ground.refused();
        assert!(
            refused[0].starts_with(&format!("{line},event_id,"))
                && refused[0].contains("cet acte a déjà été importé avec un autre contenu"),
            "{refused:?}"
        );
    }
    assert_eq!(ground.count("support_case.act_recorded").await, 5);
}

#[tokio::test]
async fn days_are_those_of_the_territory_whatever_zone_naive_dates_are_read_in() {
    let ground = Ground::new().await;
    let mut options = ground.options();
    options.territory = jiff::tz::TimeZone::fixed(jiff::tz::offset(1));
    let rows = "case,activity,timestamp,case:startdate,case:enddate\n\
                A,Appel,2021-02-01,2020-12-31T23:30:00Z,2021-12-31 23:30:00\n";
    bring_in(&ground.log, &ground.file("journal.csv", rows), &options, silent())
        .await
        .unwrap();
    let mut days = Vec::new();
    for event in ground.events().await {
        match ground.log.read::<Event>(&event).map(|read| read.event) {
            Ok(Event::Opened(opening)) => days.push(opening.opened_on.0.to_string()),
            Ok(Event::Closed { on, .. }) => days.push(on.0.to_string()),
            Ok(_) | Err(_) => {}
        }
    }
    assert_eq!(days, ["2021-01-01", "2022-01-01"]);
}

#[tokio::test]
async fn each_run_tells_its_refusals_in_a_file_of_its_own() {
    let ground = Ground::new().await;
    let bad = ground.file(
        "journal.csv",
        "case,activity,timestamp\nA,Appel,hier\nA,Appel,2020-01-01\n",
    );
    let first = ground.bring(&bad).await;
    let told = first.refused_file.clone().unwrap();
    let name = told.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("refus-essai-2"), "{name}");
    let json = serde_json::to_value(&first).unwrap();
    assert!(json.get("refused_file").is_none(), "scripts read six keys: {json}");
    let before = std::fs::read_to_string(&told).unwrap();
    let second = ground.bring(&bad).await.refused_file.unwrap();
    assert_ne!(told, second, "in the same second too");
    assert_eq!(std::fs::read_to_string(&told).unwrap(), before);
    assert_eq!(std::fs::read_to_string(&second).unwrap(), before);
    let good = ground.file("journal.csv", "case,activity,timestamp\nA,Appel,2020-01-01\n");
    let third = ground.bring(&good).await;
    assert_eq!(third.refused_file, None);
}
