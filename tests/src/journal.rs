//! The journal of readings: who read what is kept before the answer leaves, what cannot be kept is not shown, and who
//! looked at a case is told to who watches over personal data.

use crate::browser::{Browser, site};
use crate::house::{Family, HAUTES_RIVES, House, Member, Program, VAL_DE_LYS, ago, day_ago, id};
use contract::journal::{FoundCases, ReadingList};
use contract::paths;
use domain::words::{Role, SupportCaseId};
use serde_json::json;
use uuid::Uuid;

/// What the journal holds of someone, in order: the view and the cases.
async fn read_by(house: &House, member: &Member) -> Vec<(String, Vec<Uuid>, String)> {
    let owner = house.database().owner().await;
    let asked = "select what, streams, purpose from journal.reading where by = $1 order by at, what";
    let rows = owner.query(asked, &[&member.worker.0]).await.unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reading_is_kept_with_who_what_and_why() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    let meeting = house.meeting(&family, &julie, &[&julie]).await;
    assert!(read_by(&house, &julie).await.is_empty());

    let shared = paths::in_meeting(paths::SHARED_VIEW, meeting, family.case);
    for (path, what) in [
        (family.home(), "case_home"),
        (family.path(paths::TIMELINE), "timeline"),
        (shared, "shared_view"),
        (paths::SUPPORT_CASES.to_owned(), "own_cases"),
        (paths::TEAM_MEETINGS.to_owned(), "own_meetings"),
    ] {
        assert_eq!(julie.get(&path).await.status, 200, "{path}");
        let kept = read_by(&house, &julie).await;
        let last = kept.iter().find(|(kept, ..)| kept == what);
        let (_, streams, purpose) = last.unwrap_or_else(|| panic!("{what} was not kept: {kept:?}"));
        assert_eq!(
            (streams.as_slice(), purpose.as_str()),
            (&[family.case.0][..], "support"),
            "{what}"
        );
    }
    let found = julie.post(paths::SEARCH, &json!({ "names": "Besnard" })).await;
    assert_eq!(found.status, 200);
    assert_eq!(read_by(&house, &julie).await.len(), 6);

    assert_eq!(mehdi.get(paths::WORKLOAD).await.status, 200);
    let (what, streams, purpose) = read_by(&house, &mehdi).await.remove(0);
    assert_eq!(
        (what.as_str(), streams.len(), purpose.as_str()),
        ("workload", 0, "management")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_was_not_read() {
    let house = House::open().await;
    let (julie, colette) = (house.worker("Julie").await, house.worker("Colette").await);
    let family = house.family("Besnard", &julie).await;
    assert_eq!(colette.get(&family.home()).await.status, 404);
    assert_eq!(colette.get(&paths::support_case(id().into())).await.status, 404);
    assert!(read_by(&house, &colette).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_journalled_is_not_shown() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let family = house.family("Besnard", &julie).await;
    let owner = house.database().owner().await;
    let forbid = "revoke insert on journal.reading from trame_server";
    owner.batch_execute(forbid).await.unwrap();
    for path in [
        family.home(),
        family.path(paths::TIMELINE),
        paths::SUPPORT_CASES.to_owned(),
    ] {
        let answer = julie.get(&path).await;
        assert_eq!(answer.refusal(), "500 problem.fault", "{path}");
        for secret in ["Besnard", "Claire", "journal", "trame_server"] {
            assert!(!answer.text().contains(secret), "{path}: {secret}");
        }
        let reference = answer.problem().reference.unwrap();
        assert!(
            answer.problem().title.contains(&reference),
            "she can tell it on the telephone"
        );
    }
}

/// A look at a case in earlier days, by somebody whom the directory does not know.
async fn looked(house: &House, family: &Family, days: i64) {
    let owner = house.database().owner().await;
    let at = ago(days);
    owner.execute("select journal.make_month($1)", &[&at]).await.unwrap();
    let keep = "insert into journal.reading (at, by, what, streams, purpose, position)
        values ($1, $2, 'case_home', $3, 'support', 0)";
    owner
        .execute(keep, &[&at, &Uuid::nil(), &vec![family.case.0]])
        .await
        .unwrap();
}

async fn finds(officer: &Member, names: &str) -> FoundCases {
    officer.post(paths::FIND_CASE, &json!({ "names": names })).await.shows()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_looked_at_a_case_is_told_to_who_watches_over_data_and_to_nobody_else() {
    let house = House::open().await;
    let (julie, nour) = (house.worker("Julie").await, house.worker("Nour").await);
    let yann = house.member("Yann", Role::Worker, HAUTES_RIVES).await;
    let mehdi = house.member("Mehdi", Role::Manager, VAL_DE_LYS).await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.joins(&family, &nour).await;
    house.family("Rouanet", &nour).await;
    house.settled().await;
    for path in [family.home(), family.home(), family.path(paths::TIMELINE)] {
        assert_eq!(julie.get(&path).await.status, 200);
    }
    assert_eq!(nour.get(paths::SUPPORT_CASES).await.status, 200);
    let opening = json!({ "command": id(), "access": id(), "support_case": family.case, "need": "emergency",
        "reason": "Enfant seul devant l’école" });
    yann.post(paths::ACCESSES, &opening).await.kept();
    assert_eq!(yann.get(&family.home()).await.status, 200);

    assert_eq!(
        odile
            .post(paths::FIND_CASE, &json!({ "names": "Besnard" }))
            .await
            .refusal(),
        "400 problem.name_not_whole (names)"
    );
    assert_eq!(finds(&odile, "Claire Inconnue").await.found, []);
    let found = odile
        .post(paths::FIND_CASE, &json!({ "names": "claire besnard" }))
        .await;
    assert!(!found.text().contains("Besnard"), "not how the case is called");
    let found: FoundCases = found.shows();
    assert_eq!(found.found.len(), 1);
    let about = &found.found[0];
    let referent = about.referent.as_ref().map(|worker| worker.worker);
    assert_eq!(
        (about.support_case, referent, about.closed_on),
        (family.case, Some(julie.worker), None)
    );

    let path = family.path(paths::READINGS);
    let answer = odile.get(&path).await;
    assert!(!answer.text().contains("Besnard"), "nothing of the case itself");
    let seen: ReadingList = answer.shows();
    let told: Vec<_> = seen
        .lines
        .iter()
        .map(|line| {
            let by = line.by.as_ref().map(|worker| worker.worker);
            (by, line.what.as_str(), line.opened, line.times)
        })
        .collect();
    for expected in [
        (Some(julie.worker), "case_home", true, 2),
        (Some(julie.worker), "timeline", true, 1),
        (Some(nour.worker), "own_cases", false, 1),
        (Some(yann.worker), "case_home", true, 1),
        (Some(odile.worker), "find_case", false, 1),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
    let reasons: Vec<_> = seen
        .lines
        .iter()
        .filter_map(|line| Some((line.by.as_ref()?.worker, line.with_reason.clone()?.reason.0)))
        .collect();
    assert_eq!(reasons, [(yann.worker, "Enfant seul devant l’école".to_owned())]);
    assert_eq!((seen.older_until, seen.kept_months), (None, Some(12)));
    // That she asked is kept too.
    let again: ReadingList = odile.get(&path).await.shows();
    assert!(again.lines.iter().any(|line| line.what == "readings" && !line.opened));

    let nowhere = paths::of_case(paths::READINGS, SupportCaseId(id()));
    assert_eq!(odile.get(&nowhere).await.status, 404);
    assert_eq!(
        odile.get(&format!("{path}?until=12026-01-01")).await.status,
        400,
        "a day that nobody records"
    );
    for member in [&julie, &nour, &yann, &mehdi] {
        for path in [&path, &nowhere] {
            assert_eq!(
                member.get(path).await.refusal(),
                "403 problem.reads_no_journal",
                "{}",
                member.name()
            );
        }
        let found = member
            .post(paths::FIND_CASE, &json!({ "names": "Claire Besnard" }))
            .await;
        assert_eq!(found.refusal(), "403 problem.reads_no_journal", "{}", member.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_screen_the_officer_answers_who_looked_and_older_days_follow() {
    let house = House::with(site()).await;
    let julie = house.worker("Julie").await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    let quiet = house.family("Rouanet", &julie).await;
    assert_eq!(julie.get(&family.home()).await.status, 200);
    house.settled().await;

    let hers = Browser::of(&house, &odile).await;
    hers.goes_to("/accesses").await;
    hers.reads("Qui a consulté une situation ?").await;
    hers.picks("names", "Personne Inconnue").await;
    hers.presses("Chercher").await;
    hers.reads("Aucune situation ne porte ce nom.").await;
    hers.picks("names", "claire besnard").await;
    hers.presses("Chercher").await;
    hers.reads("suivie par Julie Martin").await;
    hers.picture("journal-find").await;
    hers.presses("Voir qui l’a consultée").await;
    hers.comes_to(&format!("/accesses/support-cases/{}", family.case)).await;
    hers.reads("Qui a consulté cette situation").await;
    hers.reads("Julie Martin").await;
    hers.reads("a ouvert la situation").await;
    hers.reads("Les consultations sont gardées 12 mois").await;
    assert!(!hers.says().await.contains("Besnard"), "not whose situation it is");
    hers.picture("journal-readings").await;
    assert_eq!(hers.faults().await, [] as [String; 0]);

    hers.goes_to(&format!("/accesses/support-cases/{}", quiet.case)).await;
    hers.reads("Personne n’a consulté cette situation").await;
    hers.goes_to(&format!("/accesses/support-cases/{}", id())).await;
    hers.find("main .refused").await;
    hers.closes().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn older_readings_are_asked_by_whole_days_and_let_go_after_their_term() {
    let house = House::open().await;
    let julie = house.worker("Julie").await;
    let odile = house.member("Odile", Role::DataProtectionOfficer, VAL_DE_LYS).await;
    let family = house.family("Besnard", &julie).await;
    house.settled().await;
    for days in [500, 120, 3] {
        looked(&house, &family, days).await;
    }
    let path = family.path(paths::READINGS);
    let days = async || -> Vec<_> {
        let seen: ReadingList = odile.get(&path).await.shows();
        let looks = seen.lines.into_iter().filter(|line| line.opened);
        looks.map(|line| (line.day, line.by)).collect()
    };
    assert_eq!(
        days().await,
        [(day_ago(3), None), (day_ago(120), None), (day_ago(500), None)],
        "who is not known any more is none"
    );
    let until: ReadingList = odile.get(&format!("{path}?until={}", day_ago(4))).await.shows();
    assert_eq!(until.lines[0].day, day_ago(120));

    let url = house.database().url();
    let program = Program::on_database(&url, house.folder());
    let output = program.run(&["journal", "prune"]).await;
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("1 month of readings"), "{said}");
    assert_eq!(days().await, [(day_ago(3), None), (day_ago(120), None)]);
    let again = program.run(&["journal", "prune"]).await;
    assert!(String::from_utf8(again.stderr).unwrap().contains("Nothing to drop"));
}
