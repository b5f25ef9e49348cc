//! Case logs in XES, through the whole log.

use crate::ground::Ground;
use import::event_log::Summary;

fn log(traces: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849-2016\" xmlns=\"http://www.xes-standard.org/\">\n\
         <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>\n\
         <global scope=\"event\"><string key=\"concept:name\" value=\"inconnu\"/></global>\n\
         <string key=\"concept:name\" value=\"journal\"/>\n{traces}</log>\n"
    )
}

fn event(name: &str, at: &str, more: &str) -> String {
    format!(
        "<event><string key=\"concept:name\" value=\"{name}\"><string key=\"concept:name\" value=\"dedans\"/></string>\
         <date key=\"time:timestamp\" value=\"{at}\"/>{more}</event>\n"
    )
}

fn trace(name: &str, more: &str, events: &[String]) -> String {
    format!(
        "<trace><string key=\"concept:name\" value=\"{name}\"/>{more}\n{}</trace>\n",
        events.concat()
    )
}

#[tokio::test]
async fn traces_become_cases_and_every_event_an_act() {
    let ground = Ground::new().await;
    let by = "<string key=\"org:resource\" value=\"Nour &amp; Samir\"/><string key=\"concept:instance\" value=\"1\"/>";
    let stage = |stage: &str| format!("{by}<string key=\"lifecycle:transition\" value=\"{stage}\"/>");
    let text = log(&[
        trace(
            "A",
            "",
            &[
                event("Entretien", "2020-01-01T09:00:00.000+01:00", &stage("start")),
                event("Entretien", "2020-01-01T10:00:00.000+01:00", &stage("complete")),
                event("Entretien", "2020-01-01T10:00:00.000+01:00", &stage("complete")),
            ],
        ),
        trace("B", "", &[event("Appel", "2020-02-01T10:00:00Z", "")]),
    ]
    .concat());
    let file = ground.file("journal.csv", &text);
    let summary = ground.bring(&file).await;
    assert_eq!((summary.cases, summary.acts, summary.refused), (2, 4, 0));
    assert_eq!(ground.count("organisation.worker_joined").await, 1);
    assert_eq!(ground.count("support_case.closed").await, 2);
    assert_eq!(
        ground.bring(&file).await,
        Summary {
            skipped: 4,
            ..Summary::default()
        }
    );
}

#[tokio::test]
async fn attributes_of_a_trace_tell_of_its_case() {
    let ground = Ground::new().await;
    let about = |end: &str| {
        format!(
            "<date key=\"startdate\" value=\"2020-01-01T00:00:00Z\"/>{end}<string key=\"responsible\" value=\"Nour\"/>\
             <date key=\"deadline\" value=\"2020-03-01T00:00:00Z\"/><string key=\"department\" value=\"Accueil\"/>"
        )
    };
    let ended = about("<date key=\"enddate\" value=\"2020-02-01T00:00:00Z\"/>");
    let act = [event("Appel", "2020-01-05T10:00:00Z", "")];
    let text = log(&[
        trace("A", &ended, &act),
        trace("B", &about(""), &act),
        trace("C", &about(""), &[]),
    ]
    .concat());
    let summary = ground.bring(&ground.file("journal.xes", text)).await;
    assert_eq!((summary.cases, summary.acts, summary.refused), (3, 2, 0));
    assert_eq!(
        ground.count("support_case.closed").await,
        1,
        "without an end a case is still open"
    );
    assert_eq!(ground.count("support_case.referent_appointed").await, 3);
    assert_eq!(ground.count("deadline.set").await, 3);
    assert_eq!(ground.count("organisation.service_opened").await, 1);
}

#[tokio::test]
async fn one_bad_event_loses_no_other() {
    let ground = Ground::new().await;
    let text = log(&[
        trace(
            "A",
            "",
            &[
                event("Appel", "2020-01-05T10:00:00Z", ""),
                event("Appel", "20211-01-05T10:00:00Z", ""),
                event("&inconnu;", "2020-01-06T10:00:00Z", ""),
                "<event><string key=\"concept:name\" value=\"Appel\"/></event>\n".to_owned(),
                event("Visite", "2020-01-07T10:00:00Z", ""),
            ],
        ),
        "<trace><string key=\"creator\" value=\"x\"/></trace>\n".to_owned(),
        trace("vide", "", &[]),
    ]
    .concat());
    let summary = ground.bring(&ground.file("journal.xes", text)).await;
    assert_eq!((summary.cases, summary.acts, summary.refused), (1, 2, 5));
    assert!(
        ground.refused()[0].starts_with("8,time:timestamp,"),
        "{:?}",
        ground.refused()
    );
}

#[tokio::test]
async fn an_unreadable_attribute_costs_only_what_it_would_tell() {
    let ground = Ground::new().await;
    let unasked = "<string key=\"description\" value=\"R&D &eacute;\"/><string key=\"&eacute;\" value=\"x\"/>";
    let acts = [
        event("Appel", "2020-01-05T10:00:00Z", unasked),
        event("Visite", "2020-01-06T10:00:00Z", ""),
        event(
            "Entretien",
            "2020-01-07T10:00:00Z",
            "<string key=\"org:resource\" value=\"&x;\"/>",
        ),
    ];
    let broken = "<date key=\"deadline\" value=\"&x;\"/><string key=\"responsible\" value=\"Nour\"/>";
    let text = log(&[
        trace("A", unasked, &acts),
        trace("B", broken, &acts),
        trace("&x;", "", &acts),
    ]
    .concat());
    let summary = ground.bring(&ground.file("journal.xes", text)).await;
    let refused = ground.refused();
    assert_eq!((summary.cases, summary.acts, summary.refused), (2, 4, 4), "{refused:?}");
    let of = |field: &str| refused.iter().filter(|told| told.contains(field)).count();
    assert_eq!(of(",org:resource,"), 2, "one act of each readable case: {refused:?}");
    assert_eq!(of(",case:deadline,"), 1, "once for the case: {refused:?}");
    assert_eq!(of(",case:concept:name,"), 1, "once for the case: {refused:?}");
    assert_eq!(ground.count("support_case.referent_appointed").await, 1);
}

#[tokio::test]
async fn xml_that_is_broken_or_dangerous_keeps_nothing() {
    let ground = Ground::new().await;
    let good = log(&trace("A", "", &[event("Appel", "2020-01-05T10:00:00Z", "")]));
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><log>&b;</log>";
    let deep = format!("<log><trace>{}", "<container>".repeat(5_000));
    let wide = format!(
        "<log><trace><string key=\"concept:name\" value=\"{}",
        "a".repeat(3 << 20)
    );
    for (text, word) in [
        (bomb.to_owned(), "DOCTYPE"),
        (good.replace("</trace>", ""), "emboîtent"),
        (good.replace("</log>", ""), "la fin du fichier"),
        (good.replace("</event>", "</evenement>"), "emboîtent"),
        (deep, "emboîtées"),
        (wide, "1 Mio"),
        (format!("{good}<log"), "terminée"),
    ] {
        let said = ground.refusal(&ground.file("journal.xes", text)).await;
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(ground.events().await.len(), 0);
}

#[tokio::test]
async fn a_declared_encoding_is_believed() {
    let ground = Ground::new().await;
    let text = log(&trace("É", "", &[event("Évaluation", "2020-01-05T10:00:00Z", "")])).replace("UTF-8", "ISO-8859-1");
    let bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    assert_eq!(ground.bring(&ground.file("journal.xes", bytes)).await.acts, 1);
    let same = text.replace("ISO-8859-1", "UTF-8");
    assert_eq!(ground.bring(&ground.file("journal.xes", same)).await.skipped, 1);
}
