//! A question to the server and its answer, kept while a newer one is on its way: what stands on the screen, and what is
//! typed there, does not vanish because someone else wrote something.

use crate::api::{Answer, Failure};
use crate::drafts::Draft;
use crate::follow::follow;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, pin::Pin, sync::Arc};

/// A question that may be asked again.
pub(crate) struct Asked<T: Send + Sync + 'static> {
    /// The last answer that came.
    pub(crate) seen: RwSignal<Option<Arc<T>>>,
    /// Why the last question had no answer.
    pub(crate) failure: RwSignal<Option<Failure>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Asks now, again whenever a signal read by `question` changes, and again on demand.
    pub(crate) fn new<Coming>(question: impl Fn() -> Coming + 'static) -> Self
    where
        Coming: Future<Output = Answer<T>> + 'static,
    {
        let asked = Self {
            seen: RwSignal::new(None),
            failure: RwSignal::new(None),
            again: RwSignal::new(0),
        };
        let latest = StoredValue::new(0_u32);
        follow(move || {
            asked.again.track();
            let coming = question();
            let mine = latest.get_value().wrapping_add(1);
            latest.set_value(mine);
            spawn_local(async move {
                let answer = coming.await;
                // An answer that comes after a newer question, or after the page was left, is nobody's any more.
                if latest.try_get_value() == Some(mine) {
                    asked.receive(answer);
                }
            });
        });
        asked
    }

    fn receive(self, answer: Answer<T>) {
        match answer {
            Ok(seen) => {
                self.failure.set(None);
                self.seen.set(Some(Arc::new(seen)));
            }
            Err(failure) => {
                if failure == Failure::Unknown {
                    self.seen.set(None);
                }
                self.failure.set(Some(failure));
            }
        }
    }

    /// Asks again.
    pub(crate) fn again(self) {
        self.again.update(|times| *times = times.wrapping_add(1));
    }
}

/// An answer that is coming, whatever the question was: what waits for it then comes to the browser once, and not once for
/// each wish.
type Coming<T> = Pin<Box<dyn Future<Output = Answer<T>>>>;

/// What is done with it.
type Done<T> = Box<dyn FnOnce(T)>;

/// A wish on its way to the server.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    /// Whether it is on its way now.
    pub(crate) busy: RwSignal<bool>,
    /// Why it was not fulfilled.
    pub(crate) failure: RwSignal<Option<Failure>>,
}

impl Wish {
    /// A wish not yet sent.
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Sends it, unless it is on its way already; what was typed stays until it is done.
    pub(crate) fn send<T: 'static>(
        self,
        sending: impl Future<Output = Answer<T>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.wait(Box::pin(sending), Box::new(done));
    }

    fn wait<T: 'static>(self, sending: Coming<T>, done: Done<T>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = sending.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(result) => {
                    self.failure.set(None);
                    done(result);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    /// Sends a draft. When its id was used for other words, it becomes another intent, and may be sent again.
    pub(crate) fn send_draft<T: 'static>(
        self,
        draft: Draft,
        sending: impl Future<Output = Answer<T>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.wait_for_draft(draft, Box::pin(sending), Box::new(done));
    }

    fn wait_for_draft<T: 'static>(self, draft: Draft, sending: Coming<T>, done: Done<T>) {
        let sending = async move {
            let answer = sending.await;
            if let Err(Failure::Refused(refusal)) = &answer
                && refusal.code == "problem.command_reused"
                && !draft.command.is_disposed()
            {
                draft.renew();
            }
            answer
        };
        self.wait(Box::pin(sending), done);
    }
}
