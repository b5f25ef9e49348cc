//! What open screens are told. Each asks for herself, of her own session and her own cases; those who ask at the same
//! time are answered together, so that a change costs the database the same few questions however many watch.

use super::{Trame, here};
use crate::fault::Fault;
use access::{Permit, Reader};
use domain::access_policy::Table;
use domain::words::{SupportCaseId, WorkerId};
use identity::Token;
use jiff::{SignedDuration, Timestamp};
use projections::Fact;
use projections::support_case::{TakenAway, taken_away};
use std::collections::{BTreeMap, BTreeSet};

/// How many events are read at once.
const PAGE: u32 = 500;

/// An open screen, and how far it has been told.
#[derive(Clone)]
pub struct Screen {
    /// Whose.
    pub worker: WorkerId,
    /// Her session.
    pub token: Token,
    /// The position up to which she has been told.
    pub seen: u64,
}

/// What a screen is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Her session, or her post, has ended: nothing more.
    SignedOut,
    /// Up to a position these changed, by the opaque words of her cases; nothing of hers when there are none.
    Changed {
        /// The position.
        position: u64,
        /// The words.
        topics: Vec<String>,
    },
    /// Up to a position something may have changed that could not be found out.
    Unknown {
        /// The position.
        position: u64,
    },
}

impl Trame {
    /// What a screen is told now.
    pub async fn told(&self, screen: &Screen) -> Told {
        let ask = |screens: Vec<Screen>| async move { self.told_together(&screens).await };
        self.screens.answer(screen, ask).await
    }

    /// What each of these is told: her session, her post and her relations are asked each time.
    async fn told_together(&self, screens: &[Screen]) -> Vec<Told> {
        let position = self.views_at();
        let (readers, table, grace) = tokio::join!(self.signed_in(screens), self.table(), self.grace());
        let readers = match readers {
            Ok(readers) => readers,
            Err(fault) => {
                tracing::warn!(%fault, "whose screens are open could not be found out");
                return screens.iter().map(|_| Told::SignedOut).collect();
            }
        };
        let ground = table.and_then(|table| Ok((table, grace?)));
        let ground = ground.inspect_err(|fault| tracing::warn!(%fault, "what open screens may show is not known"));
        let mut since: BTreeMap<u64, BTreeMap<WorkerId, Reader>> = BTreeMap::new();
        for (screen, reader) in screens.iter().zip(&readers) {
            if let Some(reader) = reader {
                since.entry(screen.seen).or_default().insert(screen.worker, *reader);
            }
        }
        let mut changed = BTreeMap::new();
        for (seen, readers) in since {
            let readers: Vec<Reader> = readers.into_values().collect();
            let touched = match &ground {
                _ if seen >= position => Some(BTreeMap::new()),
                Ok((table, grace)) => self
                    .touched(table, *grace, &readers, (seen, position))
                    .await
                    .unwrap_or_else(|fault| {
                        tracing::warn!(%fault, "what changed for open screens could not be found out");
                        None
                    }),
                Err(_told) => None,
            };
            changed.insert(seen, touched);
        }
        let told = |(screen, reader): (&Screen, &Option<Reader>)| match (reader, changed.get(&screen.seen)) {
            (None, _) => Told::SignedOut,
            (Some(_), Some(Some(cases))) => {
                let hers = cases.get(&screen.worker).into_iter().flatten();
                Told::Changed {
                    position,
                    topics: hers.map(|case| self.topic(screen.worker, *case)).collect(),
                }
            }
            (Some(_), Some(None) | None) => Told::Unknown { position },
        };
        screens.iter().zip(&readers).map(told).collect()
    }

    /// Who each of these is now; nobody where her session or her post has ended.
    async fn signed_in(&self, screens: &[Screen]) -> Result<Vec<Option<Reader>>, Fault> {
        let tokens: Vec<Token> = screens.iter().map(|screen| screen.token.clone()).collect();
        let named: BTreeSet<WorkerId> = screens.iter().map(|screen| screen.worker).collect();
        let now = self.clock.now();
        let open = async { Ok(self.identity.are_open(&tokens, Timestamp::now()).await?) };
        let (open, rows) = tokio::try_join!(open, self.workers(&named))?;
        let posts: BTreeMap<WorkerId, Reader> = rows
            .iter()
            .filter_map(|row| Some((row.worker, here(row, now)?)))
            .collect();
        let who = |(screen, open): (&Screen, bool)| posts.get(&screen.worker).filter(|_| open).copied();
        Ok(screens.iter().zip(open).map(who).collect())
    }

    /// The cases of each of these readers of which she must hear after what was written between two positions; nothing
    /// where everybody asks everything again.
    async fn touched(
        &self,
        table: &Table,
        grace: SignedDuration,
        readers: &[Reader],
        range: (u64, u64),
    ) -> Result<Option<BTreeMap<WorkerId, BTreeSet<SupportCaseId>>>, Fault> {
        let own = |reader: &Reader| Permit::for_own_cases(table, *reader);
        let permits: Vec<Permit> = readers.iter().filter_map(own).collect();
        let own = async {
            let (client, now) = (self.client().await?, self.clock.now());
            Ok(projections::support_case::touched(&client, &permits, range, now, grace).await?)
        };
        let shared = self.touched_of_shares(table, grace, readers, range);
        let (own, shared, taken) = tokio::try_join!(own, shared, self.taken_away(table, grace, readers, range))?;
        let Some(taken) = taken else {
            return Ok(None);
        };
        let mut cases: BTreeMap<WorkerId, BTreeSet<SupportCaseId>> = BTreeMap::new();
        for (worker, case) in own.into_iter().chain(shared).chain(taken) {
            cases.entry(worker).or_default().insert(case);
        }
        Ok(Some(cases))
    }

    /// Who could read which case before what was written after a position, up to another, and may not any more: she is
    /// told once more of it, asks, and finds the door closed. Nothing where anybody may have lost anything.
    async fn taken_away(
        &self,
        table: &Table,
        grace: SignedDuration,
        readers: &[Reader],
        (mut after, up_to): (u64, u64),
    ) -> Result<Option<Vec<(WorkerId, SupportCaseId)>>, Fault> {
        let mut taken = Vec::new();
        while after < up_to {
            let page = self.log.page(after, PAGE).await?;
            let Some(last) = page.last() else { break };
            after = last.position;
            for stored in page.iter().filter(|stored| stored.position <= up_to) {
                match taken_away(&Fact::read(&self.log, stored)?) {
                    Some(TakenAway::Case(worker, case)) => taken.push((worker, case)),
                    Some(TakenAway::KeptAway(worker, case)) => {
                        let reader = readers.iter().find(|reader| reader.worker == worker);
                        if let Some(reader) = reader
                            && self.had(table, grace, *reader, case).await?
                        {
                            taken.push((worker, case));
                        }
                    }
                    Some(TakenAway::Anything) => return Ok(None),
                    None => {}
                }
            }
        }
        Ok(Some(taken))
    }

    /// Whether somebody who is kept away from a case would read it otherwise: else its very existence would be told to her.
    async fn had(
        &self,
        table: &Table,
        grace: SignedDuration,
        reader: Reader,
        case: SupportCaseId,
    ) -> Result<bool, Fault> {
        let (client, now) = (self.client().await?, (self.clock.now(), self.clock.today()));
        let ties = projections::support_case::ties_if_not_kept_away(&client, reader, case, now, grace).await?;
        Ok(ties.is_some_and(|ties| Permit::for_case(table, reader, case, &ties).is_some()))
    }
}
