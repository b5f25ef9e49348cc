//! Those around the person of a notebook: référents one after the other, and the team.

use super::errands::Errand;
use super::notebook::Notebook;
use super::shelf::Shelf;
use super::tables::Row;
use crate::Fault;
use crate::asking::Times;
use crate::refused::Refused;
use domain::support_case::{Command, Joining, Leaving};
use domain::words::WorkerId;
use std::collections::BTreeSet;

impl Notebook<'_> {
    pub(super) fn referents(&self) -> Vec<(WorkerId, &Row)> {
        let rows = Shelf::of(&self.shelf.members, &self.row.id);
        let is_referent = |row: &&&Row| row.text("member_type").ok().flatten().as_deref() == Some("referent");
        let mut referents: Vec<_> = rows
            .iter()
            .filter(is_referent)
            .filter_map(|row| Some((self.directory.worker(row, "account_id").ok()?, *row)))
            .collect();
        // Those who stopped come before those who go on.
        referents.sort_by_key(|(_, row)| (row.holds("active"), row.text("created_at").ok().flatten()));
        referents
    }

    /// Those around the person: référents one after the other, and the team.
    pub(super) fn circle(&self) -> Result<Vec<Errand<Command>>, Fault> {
        let mut errands = Vec::new();
        let mut present: Option<WorkerId> = None;
        for (worker, row) in self.referents() {
            let wish = match present {
                None => Command::AppointReferent { worker },
                Some(before) if before == worker => continue,
                Some(_) => Command::HandOver {
                    from: None,
                    to: worker,
                    reason: None,
                    met_on: None,
                },
            };
            present = Some(worker);
            match self.member(row, "referent", wish) {
                Ok(errand) => errands.push(errand),
                Err(why) => self.office.refuse(&why)?,
            }
        }
        if let Some((_, last)) = self.referents().last()
            && !last.holds("active")
        {
            match self.left(last) {
                Ok(times) => {
                    errands.push(self.errand(last, "referent left", WorkerId::TRAME, times, Command::StandDown))
                }
                Err(why) => self.office.refuse(&why)?,
            }
        }
        let mut joined = BTreeSet::new();
        for row in Shelf::of(&self.shelf.members, &self.row.id) {
            match self.team_member(row) {
                Ok((worker, _)) if !joined.insert(worker) => {}
                Ok((_, theirs)) => errands.extend(theirs),
                Err(why) => self.office.refuse(&why)?,
            }
        }
        Ok(errands)
    }

    fn member(&self, row: &Row, role: &str, wish: Command) -> Result<Errand<Command>, Refused> {
        let by = self.directory.worker(row, "creator_id").unwrap_or(WorkerId::TRAME);
        Ok(self.errand(row, role, by, self.times(row, "created_at")?, wish))
    }

    fn team_member(&self, row: &Row) -> Result<(WorkerId, Vec<Errand<Command>>), Refused> {
        let worker = self.directory.worker(row, "account_id")?;
        if row.needed("member_type")? == "referent" {
            return Ok((worker, Vec::new()));
        }
        let mut errands = vec![self.member(row, "member", Command::JoinTeam(Joining::of(worker)))?];
        if !row.holds("active") {
            let (times, wish) = (self.left(row)?, Command::LeaveTeam(Leaving::of(worker)));
            errands.push(self.errand(row, "member left", WorkerId::TRAME, times, wish));
        }
        Ok((worker, errands))
    }

    /// When someone left: mostly it is told that she did and not when, so at the end of what is told of her.
    fn left(&self, row: &Row) -> Result<Times, Refused> {
        if let Some(at) = self.dates.instant(row, "membership_ended_at")? {
            return Ok(Times::then(at));
        }
        let last = match self.dates.instant(row, "last_visited_at")? {
            Some(at) => at,
            None => self.times(row, "created_at")?.occurred_at,
        };
        Ok(Times {
            occurred_at: last,
            known_at: None,
        })
    }
}
