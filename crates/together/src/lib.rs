//! Questions that are asked together: those who come while one is being asked are answered by the next, all at once. So a
//! crowd costs the database one question after the other, however large it is, and whoever comes alone waits for nobody.

use std::mem::take;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// One kind of question.
pub struct Together<Q, A> {
    waiting: Mutex<Vec<(Q, oneshot::Sender<A>)>>,
    /// Whoever holds it asks for all who wait.
    turn: tokio::sync::Mutex<()>,
}

impl<Q, A> Default for Together<Q, A> {
    fn default() -> Self {
        Self {
            waiting: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
        }
    }
}

impl<Q: Clone, A> Together<Q, A> {
    /// The answer to a question. `ask` asks many at once and gives their answers in the same order; what it is given was
    /// asked before it began, so that no answer is older than its question.
    pub async fn answer<F: Future<Output = Vec<A>>>(&self, question: &Q, ask: impl Fn(Vec<Q>) -> F) -> A {
        loop {
            let (reply, mut answer) = oneshot::channel();
            self.waiting().push((question.clone(), reply));
            let turn = self.turn.lock().await;
            // Whoever had the turn before may have asked for this one too; or left in the middle of it.
            match answer.try_recv() {
                Ok(answer) => return answer,
                Err(oneshot::error::TryRecvError::Closed) => continue,
                Err(oneshot::error::TryRecvError::Empty) => {}
            }
            let (questions, replies): (Vec<Q>, Vec<_>) = take(&mut *self.waiting()).into_iter().unzip();
            for (answer, reply) in ask(questions).await.into_iter().zip(replies) {
                // Who is gone needs none.
                drop(reply.send(answer));
            }
            drop(turn);
            if let Ok(answer) = answer.try_recv() {
                return answer;
            }
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<(Q, oneshot::Sender<A>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
