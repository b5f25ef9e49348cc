//! Seats for what costs much: a few for everybody, and never all of them for one place.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

type Taken = Arc<Mutex<BTreeMap<String, usize>>>;

/// The seats. Clones share them.
#[derive(Clone)]
pub struct Seats {
    all: Arc<Semaphore>,
    of_one: usize,
    taken: Taken,
}

/// One of them, until it is dropped.
pub struct Seat {
    _seat: OwnedSemaphorePermit,
    place: Option<String>,
    taken: Taken,
}

impl Seats {
    /// So many for everybody, and so many of them for one place at most.
    #[must_use]
    pub fn new(all: usize, of_one: usize) -> Self {
        Self {
            all: Arc::new(Semaphore::new(all)),
            of_one,
            taken: Taken::default(),
        }
    }

    /// A seat for who comes from there, or from nowhere, such as the command line; none when there is none for her.
    #[must_use]
    pub fn take(&self, place: Option<&str>) -> Option<Seat> {
        let seat = Arc::clone(&self.all).try_acquire_owned().ok()?;
        if let Some(place) = place {
            let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            let here = taken.get(place).copied().unwrap_or_default();
            if here >= self.of_one {
                return None;
            }
            taken.insert(place.to_owned(), here.saturating_add(1));
        }
        Some(Seat {
            _seat: seat,
            place: place.map(str::to_owned),
            taken: Arc::clone(&self.taken),
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(place) = &self.place else {
            return;
        };
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get(place).copied() {
            Some(more) if more > 1 => taken.insert(place.clone(), more.saturating_sub(1)),
            Some(_) | None => taken.remove(place),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_never_has_all_seats_and_a_seat_is_given_back() {
        let seats = Seats::new(4, 2);
        let (one, two) = (seats.take(Some("here")), seats.take(Some("here")));
        assert!(one.is_some() && two.is_some());
        assert!(seats.take(Some("here")).is_none());
        let (three, four) = (seats.take(Some("there")), seats.take(None));
        assert!(three.is_some() && four.is_some());
        assert!(seats.take(Some("elsewhere")).is_none(), "all are taken");
        drop((one, three));
        assert!(seats.take(Some("here")).is_some());
        drop((two, four));
        assert!(seats.taken.lock().unwrap().is_empty(), "no place is kept");
    }
}
