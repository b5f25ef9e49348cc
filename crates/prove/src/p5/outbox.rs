//! Messages to the world outside: a row in the transaction of the event that asks for it, a lease for who sends it, a key
//! by which the provider acts once, and a record of what came of it.

use super::database::Outgoing;
use super::faults::Fault;
use super::world::{Bad, Happening, SECOND, SERVERS, World};

/// How long a sender may be at a message, in microseconds.
const LEASE: i64 = 30 * SECOND;
/// How often a message is tried before people look after it.
const TRIES: u8 = 3;

impl World {
    /// A sender takes the first message that nobody is at.
    pub(super) fn send(&mut self, site: usize) {
        let now = self.now;
        let free = self
            .database
            .outbox
            .iter_mut()
            .find_map(|(message, outgoing)| match outgoing {
                Outgoing::Unsent => Some((*message, outgoing, 0)),
                Outgoing::Leased { until, tries } if *until <= now => {
                    let tries = *tries;
                    Some((*message, outgoing, tries))
                }
                Outgoing::Leased { .. } | Outgoing::Sent | Outgoing::Unknown => None,
            });
        let Some((message, outgoing, tries)) = free else {
            return;
        };
        let life = self.sites[site].life;
        if tries == TRIES {
            *outgoing = Outgoing::Unknown;
            self.happened.note(Fault::GivenUp);
            return self.later(0..SECOND, Happening::Send(site));
        }
        *outgoing = Outgoing::Leased {
            until: now + LEASE,
            tries: tries + 1,
        };
        let key = if self.bad == Some(Bad::NewKeyAtRetry) {
            u64::from(tries)
        } else {
            0
        };
        // There may be another, and somebody may have to look after this one.
        self.later(0..SECOND, Happening::Send(site));
        for site in 0..SERVERS {
            self.later(LEASE..2 * LEASE, Happening::Send(site));
        }
        if !self.chance(4, Fault::ProviderNotReached) {
            self.later(0..SECOND, Happening::Provider(site, life, message, key));
        }
    }

    /// The provider acts once for each key that it is given, and answers.
    pub(super) fn provides(&mut self, site: usize, life: u32, message: u64, key: u64) {
        let keys = self.witness.effects.entry(message).or_default();
        if !keys.contains(&key) {
            keys.push(key);
        }
        if !self.chance(4, Fault::ProviderSilent) {
            self.later(0..SECOND, Happening::Heard(site, life, message));
        }
    }

    /// The sender records what came of it.
    pub(super) fn heard(&mut self, site: usize, message: u64) {
        if self.chance(15, Fault::SenderDies) {
            return self.dies(site, 60 * SECOND);
        }
        self.note(message);
        self.database.outbox.insert(message, Outgoing::Sent);
    }
}
