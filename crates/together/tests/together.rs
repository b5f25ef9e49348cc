//! Questions asked together.

use futures::future::join_all;
use std::cell::RefCell;
use together::Together;
use tokio::task::yield_now;

/// Answers each number with its double, a little later, and keeps how many came at once.
async fn doubled(asked: &RefCell<Vec<usize>>, numbers: Vec<u32>) -> Vec<u32> {
    asked.borrow_mut().push(numbers.len());
    for _ in 0..3 {
        yield_now().await;
    }
    numbers.into_iter().map(|number| number * 2).collect()
}

#[tokio::test]
async fn a_crowd_is_answered_by_two_questions_and_each_gets_her_own_answer() {
    let (together, asked) = (Together::default(), RefCell::default());
    let answers = (0..100_u32).map(|number| {
        let (together, asked) = (&together, &asked);
        async move { together.answer(&number, |numbers| doubled(asked, numbers)).await }
    });
    let answers = join_all(answers).await;
    assert_eq!(answers, (0..100).map(|number| number * 2).collect::<Vec<_>>());
    assert_eq!(*asked.borrow(), [1, 99]);
}

#[tokio::test]
async fn whoever_leaves_in_the_middle_of_asking_for_others_leaves_nobody_without_an_answer() {
    let (together, asked) = (Together::default(), RefCell::default());
    let first = together.answer(&1, |_| std::future::pending());
    let mut others = std::pin::pin!(async {
        tokio::join!(
            together.answer(&2, |numbers| doubled(&asked, numbers)),
            together.answer(&3, |numbers| doubled(&asked, numbers)),
        )
    });
    {
        let mut first = std::pin::pin!(first);
        assert!(futures::poll!(first.as_mut()).is_pending());
        assert!(futures::poll!(others.as_mut()).is_pending());
    }
    assert_eq!(others.await, (4, 6));
}
