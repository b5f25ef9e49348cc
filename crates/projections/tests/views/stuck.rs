//! A view that can never apply an event: it stands before it, is told, and holds up nobody else.

use crate::ground::{Ground, PATIENCE, case, opening, worker};
use domain::support_case::Command;
use projections::{Checked, Fact, Fault, Follower, Rows, View, check_these, named, prepare_these};

/// Keeps the positions it saw; one of the two cannot apply the third event.
struct Seen {
    name: &'static str,
    poisoned: bool,
}

impl View for Seen {
    fn name(&self) -> &'static str {
        self.name
    }

    fn tables(&self) -> &'static str {
        "create table seen (position bigint primary key);"
    }

    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault> {
        // A row that is there already: the database refuses it.
        if self.poisoned && fact.position() == 3 {
            rows.write("insert into seen (position) values (1)", Vec::new());
        }
        let position = fact.position().cast_signed();
        rows.write("insert into seen (position) values ($1)", vec![Box::new(position)]);
        Ok(())
    }
}

static POISONED: Seen = Seen {
    name: "poisoned_v1",
    poisoned: true,
};
static SOUND: Seen = Seen {
    name: "sound_v1",
    poisoned: false,
};
static BOTH: [&dyn View; 2] = [&POISONED, &SOUND];

async fn opens(ground: &Ground, numbers: std::ops::Range<u128>) {
    let at = "2026-01-05T09:00:00Z";
    for number in numbers {
        let open = Command::Open(opening(case(number), "2026-01-05"));
        ground.case(case(number), at, open).await;
        let appoint = Command::AppointReferent { worker: worker(1) };
        ground.case(case(number), at, appoint).await;
    }
}

async fn seen(ground: &Ground, view: &str) -> i64 {
    let count = format!("select count(*) from {view}.seen");
    ground
        .database
        .owner()
        .await
        .query_one(&count, &[])
        .await
        .unwrap()
        .get(0)
}

#[tokio::test]
async fn what_is_written_is_read_of_the_other_views() {
    let ground = Ground::new().await;
    prepare_these(&ground.log, &BOTH, |_| {}).await.unwrap();
    let follower = Follower::start_these(&ground.log, &BOTH);
    opens(&ground, 0..5).await;
    assert!(follower.wait_for(10, PATIENCE).await, "{:?}", follower.standings());
    assert_eq!(seen(&ground, "sound_v1").await, 10);
    let behind = follower.settle(10, PATIENCE).await;
    let told: Vec<_> = behind
        .iter()
        .map(|view| (view.name, view.position, view.stuck_before))
        .collect();
    assert_eq!(told, [("poisoned_v1", 2, Some(3))]);
    // What it could apply is kept, and equals its rebuild: only its standing tells that it is stuck.
    assert_eq!(seen(&ground, "poisoned_v1").await, 2);
    let equal = |name| Checked { name, equal: true };
    let checked = check_these(&ground.log, &BOTH, |_| {}).await.unwrap();
    assert_eq!(checked, [equal("poisoned_v1"), equal("sound_v1")]);
    follower.stop().await;
    ground.follower.stop().await;
}

#[tokio::test]
async fn a_program_that_needs_it_anew_starts_with_what_could_be_built() {
    let ground = Ground::new().await;
    opens(&ground, 0..5).await;
    prepare_these(&ground.log, &BOTH, |_| {}).await.unwrap();
    assert_eq!(seen(&ground, "sound_v1").await, 10);
    assert_eq!(seen(&ground, "poisoned_v1").await, 2);
    let follower = Follower::start_these(&ground.log, &BOTH);
    opens(&ground, 5..6).await;
    assert!(follower.wait_for(12, PATIENCE).await, "{:?}", follower.standings());
    follower.stop().await;
    ground.follower.stop().await;
}

#[tokio::test]
async fn who_leads_a_view_and_says_nothing_is_followed_by_another() {
    static ALONE: [&dyn View; 1] = [&SOUND];
    let ground = Ground::new().await;
    prepare_these(&ground.log, &ALONE, |_| {}).await.unwrap();
    // A process that froze: its connection is there, and nobody speaks on it.
    let frozen = event_store::connect(ground.log.database()).await.unwrap();
    let lead = "select pg_advisory_lock(hashtextextended('trame lead sound_v1', 0))";
    frozen.execute(lead, &[]).await.unwrap();
    let follower = Follower::start_these(&ground.log, &ALONE);
    opens(&ground, 0..5).await;
    assert!(follower.wait_for(10, PATIENCE).await, "{:?}", follower.standings());
    assert_eq!(seen(&ground, "sound_v1").await, 10);
    assert!(frozen.execute(lead, &[]).await.is_err());
    follower.stop().await;
    ground.follower.stop().await;
}

#[test]
fn a_view_is_named_with_or_without_its_version() {
    let names = |wanted| named(Some(wanted)).map(|views| views.iter().map(|view| view.name()).collect::<Vec<_>>());
    assert_eq!(names("plan_action").unwrap(), ["plan_action_v2"]);
    assert_eq!(names("plan_action_v2").unwrap(), ["plan_action_v2"]);
    assert!(matches!(names("plan_action_v1"), Err(Fault::NoSuchView(_))));
}
