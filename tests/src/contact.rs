//! Contacts: noted once, read back at once, corrected without losing the first words.

use crate::house::{House, ago, day_ago, id};
use contract::paths;
use contract::support_case::{CaseView, News};
use domain::contact::{self, Contact};
use domain::words::DomainOfLife;
use sealed::{Compartment, Private, Subject};
use serde_json::{Value, json};

fn call(shared: &str) -> Value {
    json!({ "command": id(), "contact": id(), "kind": "call", "occurred_at": ago(0), "domains": ["housing"],
        "shared": shared })
}

fn noted(view: &CaseView) -> Vec<&News> {
    view.news
        .iter()
        .filter(|news| news.kind.starts_with("contact."))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn julie_notes_a_call_and_reads_it_back() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut body = call("Le bailleur n’a pas répondu.");
    body["with"] = json!([family.mother]);
    body["words"] = json!("« J’en ai assez d’attendre. »");
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    assert!(!kept.repeated);
    assert_eq!(kept.version, 1);

    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    assert!(view.position >= kept.position);
    let texts: Vec<_> = noted(&view)
        .iter()
        .map(|news| (news.text.as_ref().map(|text| text.0.as_str()), news.her_words))
        .collect();
    assert!(
        texts.contains(&(Some("Le bailleur n’a pas répondu."), false)),
        "{texts:?}"
    );
    assert!(
        texts.contains(&(Some("« J’en ai assez d’attendre. »"), true)),
        "{texts:?}"
    );
    let news = noted(&view)[0];
    assert_eq!(news.by.as_ref().unwrap().0, "Julie Martin");
    assert_eq!((news.on, news.late_entry), (house.today(), false));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_of_last_week_stands_at_its_day_and_is_said_to_be_written_late() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let mut body = call("Visite chez sa mère.");
    body["kind"] = json!("home_visit");
    body["occurred_at"] = json!(ago(6));
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let news = noted(&view);
    assert_eq!((news[0].on, news[0].late_entry), (day_ago(6), true));
    let days: Vec<_> = view.moments.iter().map(|moment| moment.on).collect();
    assert!(days.contains(&house.today()), "it became known today: {days:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_command_sent_again_has_one_effect() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let (path, body) = (family.path(paths::CONTACTS), call("Le bailleur n’a pas répondu."));
    let first = julie.post(&path, &body).await.kept();
    // At once, before any view may know of the first.
    let again = julie.post(&path, &body).await.kept();
    assert!(again.repeated && !first.repeated);
    assert_eq!((again.position, again.version), (first.position, first.version));
    house.settled().await;
    let later = julie.post(&path, &body).await.kept();
    assert!(later.repeated);
    let view: CaseView = julie.get_at_least(&family.home(), first.position).await.shows();
    assert_eq!(noted(&view).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_command_sent_twice_at_the_same_moment_has_one_effect() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let (path, body) = (family.path(paths::CONTACTS), call("Le bailleur n’a pas répondu."));
    let sent = futures::future::join_all((0..8).map(|_| julie.post(&path, &body))).await;
    let kept: Vec<_> = sent.iter().map(|answer| answer.kept()).collect();
    assert_eq!(kept.iter().filter(|kept| !kept.repeated).count(), 1, "{kept:?}");
    assert!(kept.iter().all(|each| each.position == kept[0].position));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_id_is_not_used_for_something_else() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    let (path, body) = (family.path(paths::CONTACTS), call("Le bailleur n’a pas répondu."));
    julie.post(&path, &body).await.kept();
    house.settled().await;

    let mut other_words = body.clone();
    other_words["shared"] = json!("Le bailleur a répondu.");
    let mut other_time = body.clone();
    other_time["occurred_at"] = json!(ago(1));
    for other in [&other_words, &other_time] {
        let refused = julie.post(&path, other).await;
        assert_eq!(refused.refusal(), "409 problem.command_reused");
    }
    let of_another = nour.post(&path, &body).await;
    assert_eq!(of_another.refusal(), "409 problem.command_reused", "it was Julie’s");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_why_in_french_and_which_field() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::CONTACTS);
    let head = house.settled().await;

    let mut silent = call("");
    silent["shared"] = json!("   ");
    let refused = julie.post(&path, &silent).await;
    assert_eq!(refused.refusal(), "409 contact.nothing_noted (shared)");
    insta::assert_snapshot!(refused.problem().title, @"Rien n’est écrit. Notez l’essentiel, ou ses mots.");

    let mut tomorrow = call("Elle viendra.");
    tomorrow["occurred_at"] = json!(ago(-1));
    assert_eq!(
        julie.post(&path, &tomorrow).await.refusal(),
        "409 contact.in_the_future (occurred_at)"
    );
    for absurd in ["-009000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"] {
        let mut absurdly = call("Elle viendra.");
        absurdly["occurred_at"] = json!(absurd);
        let refused = julie.post(&path, &absurdly).await;
        assert_eq!(refused.refusal(), "400 invalid.out_of_time (occurred_at)", "{absurd}");
    }
    let long = call(&"é".repeat(40_001));
    assert_eq!(
        julie.post(&path, &long).await.refusal(),
        "400 invalid.too_long (shared)"
    );
    assert_eq!(house.log().head().await.unwrap(), head, "nothing was written");

    let longest = call(&"é".repeat(40_000));
    assert_eq!(julie.post(&path, &longest).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_to_which_she_did_not_come_is_noted_without_blame() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let body = json!({ "command": id(), "contact": id(), "kind": "interview", "occurred_at": ago(0),
        "shared": "Le bus n’est pas passé.", "missed": { "excused": true } });
    let kept = julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let news = noted(&view);
    assert_eq!(news[0].kind, "contact.missed");
    assert_eq!(news[0].text.as_ref().unwrap().0, "Le bus n’est pas passé.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_told_as_one() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let body = call("Le loyer est de 640 euros.");
    let contact = body["contact"].as_str().unwrap().parse().unwrap();
    julie.post(&family.path(paths::CONTACTS), &body).await.kept();
    house.settled().await;
    let correct = contact::Command::Correct {
        shared: Private::new(
            Subject::Text(id()),
            Compartment::Social,
            "Le loyer est de 460 euros.".to_owned(),
        ),
        reason: None,
    };
    let position = house.ask::<Contact, _>(contact, julie.worker, 0, correct).await;
    let view: CaseView = julie.get_at_least(&family.home(), position).await.shows();
    let corrections: Vec<_> = noted(&view).into_iter().filter(|news| news.corrects).collect();
    assert_eq!(corrections.len(), 1);
    assert_eq!(corrections[0].text.as_ref().unwrap().0, "Le loyer est de 460 euros.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_of_one_case_is_not_taken_for_that_of_another() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let (besnard, rouanet) = (
        house.family("Besnard", &julie).await,
        house.family("Rouanet", &julie).await,
    );
    let body = call("Le bailleur n’a pas répondu.");
    julie.post(&besnard.path(paths::CONTACTS), &body).await.kept();
    house.settled().await;
    let mut stolen = body.clone();
    stolen["command"] = json!(id());
    let refused = julie.post(&rouanet.path(paths::CONTACTS), &stolen).await;
    assert_eq!(refused.refusal(), "404 problem.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_without_an_hour_is_of_the_moment_it_is_received_and_sent_again_it_is_the_same() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::CONTACTS);
    let mut now = call("Le bailleur n’a pas répondu.");
    now.as_object_mut().unwrap().remove("occurred_at");
    let first = julie.post(&path, &now).await.kept();
    let again = julie.post(&path, &now).await.kept();
    assert!(again.repeated && !first.repeated);
    assert_eq!(again.position, first.position);

    let mut claimed = now.clone();
    claimed["occurred_at"] = json!(ago(0));
    let other = julie.post(&path, &claimed).await;
    assert_eq!(other.refusal(), "409 problem.command_reused", "an hour is a claim");
    insta::assert_snapshot!(other.problem().title, @"Un premier envoi, avec d’autres mots, a peut-être été enregistré. Vérifiez s’il figure déjà sur la page, puis n’enregistrez que ce qui manque.");
    let view: CaseView = julie.get_at_least(&family.home(), first.position).await.shows();
    let news = noted(&view);
    assert_eq!((news.len(), news[0].on, news[0].late_entry), (1, house.today(), false));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absence_keeps_its_domains_and_refuses_words_that_it_cannot_keep() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let path = family.path(paths::CONTACTS);
    let mut missed = call("Le bus n’est pas passé.");
    missed["missed"] = json!({ "excused": true });
    for field in ["private", "words"] {
        let mut with_words = missed.clone();
        with_words[field] = json!("« Je rappelle demain. »");
        let refused = julie.post(&path, &with_words).await;
        assert_eq!(refused.refusal(), format!("400 contact.missed_with_words ({field})"));
    }
    let kept = julie.post(&path, &missed).await.kept();
    let view: CaseView = julie.get_at_least(&family.home(), kept.position).await.shows();
    let told: Vec<_> = noted(&view).iter().map(|news| news.domains.clone()).collect();
    assert_eq!(told, [vec![DomainOfLife::Housing]]);
}
