//! Commands of one stream in a row: as if asked one after the other, whoever else writes meanwhile.

use crate::tally::{Log, Refusal, Tally, Wish, ask, assert_whole, open, order};
use decider::Reservation;
use event_store::{Answer, Held, Rejected, Step};
use testkit::Database;
use uuid::Uuid;

fn steps(wishes: &[Wish], first: u128) -> Vec<Step<Wish>> {
    let step = |(wish, id): (&Wish, u128)| Step {
        order: order(Uuid::from_u128(id), &format!("{wish:?}")),
        asked: wish.clone(),
        reservations: Vec::new(),
    };
    wishes.iter().zip(first..).map(step).collect()
}

async fn in_order(log: &Log, held: &mut Held<Tally>, steps: Vec<Step<Wish>>) -> Vec<Result<Answer, Rejected<Refusal>>> {
    log.handle_in_order(held, steps).await.unwrap()
}

#[tokio::test]
async fn a_row_is_kept_in_its_order_and_a_refused_step_stops_no_other() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let stream = Uuid::new_v4();
    let wishes = [
        Wish::Add(1),
        Wish::Add(0),
        Wish::AddMany(2),
        Wish::Nothing,
        Wish::AddBelow(3),
        Wish::AddBelow(4),
    ];
    let mut held = Held::unborn(stream);
    let came = in_order(&log, &mut held, steps(&wishes, 1)).await;
    let versions: Vec<Option<u64>> = came
        .iter()
        .map(|one| one.as_ref().ok().map(|answer| answer.version))
        .collect();
    assert_eq!(versions, [Some(1), None, Some(3), Some(3), None, Some(4)]);
    assert_eq!(held.state(), &Tally { total: 4 });
    // Asked again, by one who takes the stream as unknown: nothing new.
    let mut again = Held::unborn(stream);
    let repeated = in_order(&log, &mut again, steps(&wishes[..1], 1)).await;
    assert!(repeated[0].as_ref().unwrap().repeated);
    assert_eq!(log.state::<Tally>(stream).await.unwrap(), (Tally { total: 4 }, 4));
    assert_whole(&log).await;
}

#[tokio::test]
async fn what_another_wrote_meanwhile_is_decided_on_anew() {
    let database = Database::fresh().await;
    let (log, other) = (open(&database).await, open(&database).await);
    let stream = Uuid::new_v4();
    let mut held = log.hold::<Tally>(stream).await.unwrap();
    ask(&other, stream, Wish::Add(2)).await.unwrap();
    let came = in_order(
        &log,
        &mut held,
        steps(&[Wish::AddBelow(3), Wish::AddBelow(3), Wish::Add(5)], 1),
    )
    .await;
    assert!(came[0].is_ok());
    assert!(matches!(came[1], Err(Rejected::Refused(Refusal::Full))));
    assert_eq!(came[2].as_ref().unwrap().version, 3);
    assert_eq!(held.state(), &Tally { total: 8 });
    assert_whole(&log).await;
}

#[tokio::test]
async fn a_step_whose_name_is_taken_leaves_the_steps_after_it_standing() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    let (holder, stream) = (Uuid::new_v4(), Uuid::new_v4());
    ask(&log, holder, Wish::Name("nour".to_owned())).await.unwrap();
    let mut row = steps(&[Wish::Add(1), Wish::Add(2), Wish::Add(4)], 1);
    row[1].reservations.push(Reservation {
        scope: "tally.name",
        value: "nour".to_owned(),
    });
    row[2].reservations.push(Reservation {
        scope: "tally.name",
        value: "autre".to_owned(),
    });
    let mut held = log.hold::<Tally>(stream).await.unwrap();
    let came = in_order(&log, &mut held, row).await;
    assert!(came[0].is_ok());
    assert!(matches!(came[1], Err(Rejected::Taken { scope: "tally.name" })));
    assert!(came[2].is_ok());
    assert_eq!(log.state::<Tally>(stream).await.unwrap(), (Tally { total: 5 }, 2));
    let found = log
        .reserved_all("tally.name", &["autre", "personne", "nour"])
        .await
        .unwrap();
    assert_eq!(found, [Some(stream), None, Some(holder)]);
    assert_whole(&log).await;
}

#[tokio::test]
async fn a_refusal_on_facts_that_were_not_kept_is_decided_anew() {
    let database = Database::fresh().await;
    let log = open(&database).await;
    ask(&log, Uuid::new_v4(), Wish::Name("nour".to_owned())).await.unwrap();
    let mut row = steps(&[Wish::Add(9), Wish::AddBelow(5)], 1);
    row[0].reservations.push(Reservation {
        scope: "tally.name",
        value: "nour".to_owned(),
    });
    let mut held = log.hold::<Tally>(Uuid::new_v4()).await.unwrap();
    let came = in_order(&log, &mut held, row).await;
    assert!(matches!(came[0], Err(Rejected::Taken { .. })));
    assert!(came[1].is_ok(), "nine were never added: {:?}", came[1]);
    assert_eq!(held.state(), &Tally { total: 1 });
}
