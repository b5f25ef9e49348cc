//! The engine: follows, parks what fails, rebuilds beside the live view, shares the work between processes.

use crate::ground::{Ground, PATIENCE, case, opening, worker};
use domain::support_case::Command;
use event_store::Fault as LogFault;
use projections::{
    Checked, Fact, Fault, Follower, Rows, VIEWS, View, check, check_past, prepare, prepare_these, rebuild, snapshots,
};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::time::timeout;

const AT: &str = "2026-01-05T09:00:00Z";

async fn opens(ground: &Ground, numbers: std::ops::Range<u128>) {
    for number in numbers {
        ground
            .case(case(number), AT, Command::Open(opening(case(number), "2026-01-05")))
            .await;
        ground
            .case(case(number), AT, Command::AppointReferent { worker: worker(1) })
            .await;
    }
}

async fn open_cases(client: &projections::Client) -> i64 {
    client
        .query_one("select count(*) from support_case_register", &[])
        .await
        .unwrap()
        .get(0)
}

#[tokio::test]
async fn a_rebuild_takes_the_place_of_the_live_view_while_the_log_grows() {
    let ground = Ground::new().await;
    opens(&ground, 0..20).await;
    let client = ground.client().await;
    let prepared = client
        .prepare_cached("select count(*) from support_case_register")
        .await
        .unwrap();
    let (rebuilt, ()) = tokio::join!(
        rebuild(&ground.log, Some("support_case_register"), |_| {}),
        opens(&ground, 20..60)
    );
    rebuilt.unwrap();
    let all = ground.client().await;
    assert_eq!(open_cases(&all).await, 60);
    // A statement prepared before the swap reads the new rows.
    assert_eq!(client.query_one(&prepared, &[]).await.unwrap().get::<_, i64>(0), 60);
    let checked = check(&ground.log, |_| {}).await.unwrap();
    assert_eq!(checked.len(), VIEWS.len());
    assert!(checked.iter().all(|view| view.equal), "{checked:?}");
    let left = all
        .query(
            "select nspname::text from pg_namespace where nspname ~ '_(building|checking|replaced)$'",
            &[],
        )
        .await
        .unwrap();
    assert!(left.is_empty());
    assert!(matches!(
        rebuild(&ground.log, Some("nothing"), |_| {}).await,
        Err(Fault::NoSuchView(_))
    ));
    ground.follower.stop().await;
}

#[tokio::test]
async fn what_a_view_showed_on_its_way_equals_a_rebuild_up_to_there_unless_it_was_tampered_with() {
    let ground = Ground::new().await;
    let mut seen = Vec::new();
    for more in [0..3, 3..4, 4..9] {
        opens(&ground, more).await;
        // Only to wait for the views.
        drop(ground.client().await);
        seen.extend(snapshots(&ground.log).await.unwrap());
    }
    let client = ground.client().await;
    let tamper = "update support_case_register set children = children + 1 where support_case = $1";
    client.execute(tamper, &[&case(1).0]).await.unwrap();
    seen.extend(snapshots(&ground.log).await.unwrap());
    let checked = check_past(&ground.log, seen).await.unwrap();
    assert_eq!(checked.len(), 4 * VIEWS.len());
    let unequal: Vec<_> = checked.into_iter().filter(|one| !one.equal).collect();
    assert_eq!(unequal.len(), 1, "{unequal:?}");
    assert!(unequal[0].name.starts_with("support_case_register"), "{unequal:?}");
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_row_that_was_tampered_with_is_found() {
    let ground = Ground::new().await;
    opens(&ground, 0..3).await;
    let client = ground.client().await;
    client
        .execute(
            "update support_case_register set children = children + 1 where support_case = $1",
            &[&case(1).0],
        )
        .await
        .unwrap();
    let unequal: Vec<_> = check(&ground.log, |_| {})
        .await
        .unwrap()
        .into_iter()
        .filter(|view| !view.equal)
        .collect();
    assert_eq!(
        unequal,
        [Checked {
            name: "support_case_register_v1",
            equal: false
        }]
    );
    ground.follower.stop().await;
}

#[tokio::test]
async fn two_processes_share_the_views_and_the_second_goes_on_when_the_first_stops() {
    let ground = Ground::new().await;
    let other = ground.another_log().await;
    prepare(&other, |_| {}).await.unwrap();
    let standing_by = Follower::start(&other);
    opens(&ground, 0..5).await;
    let head = ground.log.head().await.unwrap();
    assert!(ground.follower.wait_for(head, PATIENCE).await);
    assert!(standing_by.wait_for(head, PATIENCE).await);
    ground.follower.stop().await;
    opens(&ground, 5..10).await;
    let head = ground.log.head().await.unwrap();
    assert!(
        standing_by.wait_for(head, PATIENCE).await,
        "{:?}",
        standing_by.standings()
    );
    assert!(check(&other, |_| {}).await.unwrap().iter().all(|view| view.equal));
    standing_by.stop().await;
    other.close().await;
}

#[tokio::test]
async fn views_whose_connections_are_cut_neither_miss_nor_repeat_an_event() {
    let ground = Ground::new().await;
    ground.follower.stop().await;
    opens(&ground, 0..40).await;
    let owner = ground.database.owner().await;
    let follower = Follower::start(&ground.log);
    let mut cuts = 0;
    let head = ground.log.head().await.unwrap();
    while !follower.wait_for(head, std::time::Duration::from_millis(20)).await || cuts < 3 {
        let cut = "select pg_terminate_backend(pid) from pg_stat_activity
                   where datname = current_database() and pid <> pg_backend_pid()";
        if cuts < 3 {
            owner.batch_execute(cut).await.unwrap();
            cuts += 1;
        }
    }
    assert!(check(&ground.log, |_| {}).await.unwrap().iter().all(|view| view.equal));
    follower.stop().await;
}

/// A view that fails on the second case until it is mended.
struct Fragile;

static MENDED: AtomicBool = AtomicBool::new(false);

impl View for Fragile {
    fn name(&self) -> &'static str {
        "fragile_v2"
    }

    fn tables(&self) -> &'static str {
        "create table fragile (position bigint primary key);"
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        if fact.position() == 3 && !MENDED.load(Ordering::SeqCst) {
            // The database refuses it: a row that is there already.
            rows.write("insert into fragile (position) values ($1)", vec![Box::new(1_i64)]);
        }
        rows.write(
            "insert into fragile (position) values ($1)",
            vec![Box::new(fact.position().cast_signed())],
        );
        Ok(())
    }
}

#[tokio::test]
async fn a_view_that_fails_is_parked_before_the_event_and_holds_up_no_other() {
    static FRAGILE: [&dyn View; 1] = [&Fragile];
    let ground = Ground::new().await;
    let owner = ground.database.owner().await;
    owner
        .batch_execute("create schema fragile_v1; alter schema fragile_v1 owner to trame_server")
        .await
        .unwrap();
    prepare_these(&ground.log, &FRAGILE, |_| {}).await.unwrap();
    let older = owner
        .query("select from pg_namespace where nspname = 'fragile_v1'", &[])
        .await
        .unwrap();
    assert!(older.is_empty(), "an older version is dropped once the new one stands");
    let follower = Follower::start_these(&ground.log, &FRAGILE);
    opens(&ground, 0..5).await;
    drop(ground.client().await);
    let parked = async {
        loop {
            let standing = follower.standings().into_iter().next().unwrap();
            if standing.parked && standing.position == 2 {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, parked)
        .await
        .expect("it is parked after what it could apply");
    assert!(!follower.wait_for(3, std::time::Duration::from_millis(50)).await);
    MENDED.store(true, Ordering::SeqCst);
    assert!(follower.wait_for(10, PATIENCE).await);
    follower.stop().await;
    ground.follower.stop().await;
}

/// A view that writes a value which its statement cannot take, until it is mended.
struct Miswriting;

static RIGHT: AtomicBool = AtomicBool::new(false);

impl View for Miswriting {
    fn name(&self) -> &'static str {
        "miswriting_v1"
    }

    fn tables(&self) -> &'static str {
        "create table written (position bigint primary key);"
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        let sql = "insert into written (position) values ($1)";
        if fact.position() == 3 && !RIGHT.load(Ordering::SeqCst) {
            // Refused before it leaves: the database never hears of it.
            rows.write(sql, vec![Box::new("three")]);
        } else {
            rows.write(sql, vec![Box::new(fact.position().cast_signed())]);
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_row_that_never_left_is_not_passed_by_the_cursor_behind_it() {
    static MISWRITING: [&dyn View; 1] = [&Miswriting];
    let ground = Ground::new().await;
    prepare_these(&ground.log, &MISWRITING, |_| {}).await.unwrap();
    let follower = Follower::start_these(&ground.log, &MISWRITING);
    opens(&ground, 0..5).await;
    let stopped = async {
        while !follower.standings().iter().all(|standing| standing.parked) {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, stopped).await.expect("it does not go on");
    RIGHT.store(true, Ordering::SeqCst);
    assert!(follower.wait_for(10, PATIENCE).await);
    let owner = ground.database.owner().await;
    let written = "select count(*) from miswriting_v1.written";
    let rows: i64 = owner.query_one(written, &[]).await.unwrap().get(0);
    assert_eq!(rows, 10, "each event has its row");
    follower.stop().await;
    ground.follower.stop().await;
}

#[tokio::test]
async fn an_event_that_nobody_knows_stops_the_views_before_it() {
    let ground = Ground::new().await;
    opens(&ground, 0..1).await;
    drop(ground.client().await);
    let owner = ground.database.owner().await;
    // As a newer program would leave it behind.
    owner
        .batch_execute(
            "insert into event (position, id, kind, schema, stream, version, command, by, recorded_at, occurred_at,
                 payload, hash)
             select 3, gen_random_uuid(), 'weather.forecast', 1, gen_random_uuid(), 1, gen_random_uuid(), by,
                 recorded_at, occurred_at, payload, hash from event where position = 2",
        )
        .await
        .unwrap();
    let parked = async {
        while ground
            .follower
            .standings()
            .iter()
            .any(|view| !view.parked || view.position != 2)
        {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, parked).await.expect("every view is parked before it");
    let stored = ground.log.page(2, 1).await.unwrap();
    let read = Fact::read(&ground.log, stored.first().unwrap());
    assert!(matches!(read, Err(Fault::UnknownKind { position: 3, .. })));
    let rebuilt = rebuild(&ground.log, None, |_| {}).await;
    assert!(matches!(rebuilt, Err(Fault::Poison { position: 3, .. })), "{rebuilt:?}");
    ground.follower.stop().await;
}

#[test]
fn a_fault_tells_nothing_of_what_an_event_says() {
    let fault = Fault::from(LogFault::Closed);
    assert_eq!(fault.to_string(), "the log is closing");
}
