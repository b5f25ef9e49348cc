//! Entrusting cases to somebody of the team: who may, to whom, and whose families they are.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use access::{Permit, Reach, Reader};
use contract::workload::entrusting::Entrust;
use domain::words::{PersonId, Role, SupportCaseId};
use std::collections::BTreeMap;

/// How many cases are entrusted at once: more than anybody carries.
const MOST: usize = 200;

impl Trame {
    /// Whether a reader may entrust cases as she asks; answers whom each is about, or none where the taker is kept away from
    /// it. It is an act of her office: who answers for a service, and watches over what is done there, names who answers for
    /// each of its families, whether or not she may read them.
    ///
    /// # Errors
    /// When she answers for no team, unfit when giver and taker are one or nothing or too much is named, not found when
    /// anybody or any case is none of hers, or a fault.
    pub async fn may_entrust(
        &self,
        worker: Worker,
        asked: &Entrust,
    ) -> Result<BTreeMap<SupportCaseId, Option<Vec<PersonId>>>, Failure> {
        let table = self.table().await?;
        let watches = Permit::for_oversight(&table, worker.reader)
            .is_some_and(|permit| permit.reach() == Reach::Service(worker.reader.service));
        let permit = Permit::for_load(&table, worker.reader)
            .filter(|_| watches)
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))?;
        if asked.giver == Some(asked.taker) {
            return Err(Failure::unfit("taker", "problem.same_worker"));
        }
        if asked.cases.is_empty() {
            return Err(Failure::unfit("cases", "problem.no_cases"));
        }
        if asked.cases.len() > MOST {
            return Err(Failure::unfit("cases", "problem.too_many_cases").with_count("most", MOST));
        }
        // Whoever gives may have left: the rule asks whether she still answers for the case.
        let taker = self.reader(asked.taker).await?;
        let hers = |taker: &Reader| taker.service == worker.reader.service && taker.role == Role::Worker;
        let taker = taker.filter(hers).ok_or_else(Failure::not_found)?;
        let ids: Vec<SupportCaseId> = asked.cases.iter().map(|case| case.support_case).collect();
        // Also those that were closed meanwhile: the rule refuses each of them by itself.
        let known = projections::support_case::nameless(&self.client().await?, &permit, &ids)
            .await
            .map_err(Fault::from)?;
        let mut families = BTreeMap::new();
        for case in known {
            let reached = self.ties(taker, case.support_case).await?.is_some();
            let people = self.people_of_case(&permit, case.support_case).await?;
            families.insert(case.support_case, reached.then_some(people));
        }
        if ids.iter().all(|case| families.contains_key(case)) {
            Ok(families)
        } else {
            Err(Failure::not_found())
        }
    }
}
