//! The requests of the last three months: how long each waited for a first appointment, in which town, about what.

use super::Desk;
use crate::calendar::{plus, workday};
use crate::places::{HAUTES_RIVES, SAINT_AUBIN, VAL_DE_LYS};
use crate::slot::Slot;
use crate::stories::{DEBTS, HOME_SUPPORT, RENT, RETURNING, SEPARATION};
use domain::words::Day;
use domain::words::DomainOfLife::{self, Budget, Housing, Parenting};

/// How many waited how many days.
const WAITS: [(i32, usize); 19] = [
    (2, 1),
    (3, 2),
    (5, 1),
    (6, 3),
    (7, 2),
    (8, 4),
    (9, 3),
    (10, 5),
    (11, 4),
    (12, 4),
    (13, 3),
    (14, 2),
    (16, 2),
    (17, 1),
    (19, 2),
    (21, 1),
    (24, 1),
    (26, 1),
    (29, 1),
];

impl Desk<'_> {
    /// One slot for each request of the last three months that was met.
    pub(super) fn lately(&mut self) -> Vec<Slot> {
        let waits = WAITS
            .iter()
            .flat_map(|(days, many)| std::iter::repeat_n(*days, *many))
            .collect();
        let about = self.chance.shuffle(requests());
        let waits: Vec<i32> = self.chance.shuffle(waits);
        waits
            .into_iter()
            .zip(about)
            .map(|(wait, (town, domains))| self.received(wait, town, domains))
            .collect()
    }

    fn received(&mut self, wait: i32, town: &'static str, domains: &'static [DomainOfLife]) -> Slot {
        let (requested_on, first) = self.wait(wait);
        let story = if domains.contains(&Parenting) {
            self.chance.pick(&[SEPARATION, HOME_SUPPORT], SEPARATION)
        } else if domains.contains(&Housing) {
            self.chance.pick(&[RENT, RETURNING], RENT)
        } else {
            DEBTS
        };
        let opened_on = workday(plus(requested_on, self.chance.between(0, 2))).min(first);
        let mut slot = self.blank(story, self.calendar.since(opened_on));
        slot.commune = town;
        slot.domains = Some(domains);
        slot.requested_on = Some(requested_on);
        slot.first_contact_on = Some(first);
        slot
    }

    /// A day on which help was asked for, and the day of the first appointment: both on days of work, and the opening
    /// clearly inside or outside the first sixty days.
    fn wait(&mut self, wait: i32) -> (Day, Day) {
        let mut ago = self.chance.between(wait.saturating_add(2), 88);
        for _ in 0..120 {
            let (asked, first) = (self.calendar.ago(ago), self.calendar.ago(ago.saturating_sub(wait)));
            let at_work = workday(asked) == asked && workday(first) == first;
            if at_work && !(56..=66).contains(&ago) {
                return (asked, first);
            }
            ago = if ago >= 88 {
                wait.saturating_add(2)
            } else {
                ago.saturating_add(1)
            };
        }
        (self.calendar.ago(ago), self.calendar.ago(ago.saturating_sub(wait)))
    }
}

/// Where help was asked for and about what, without the three families that wait for a référent.
fn requests() -> Vec<(&'static str, &'static [DomainOfLife])> {
    let mut requests: Vec<(&str, &[DomainOfLife])> = Vec::new();
    requests.extend(std::iter::repeat_n((SAINT_AUBIN, &[Budget, Housing][..]), 18));
    requests.extend(std::iter::repeat_n((SAINT_AUBIN, &[Budget, Housing, Parenting][..]), 3));
    requests.extend(std::iter::repeat_n((SAINT_AUBIN, &[Budget, Parenting][..]), 7));
    requests.extend(std::iter::repeat_n((VAL_DE_LYS, &[Housing, Budget][..]), 3));
    requests.extend(std::iter::repeat_n((VAL_DE_LYS, &[Housing, Parenting][..]), 3));
    requests.extend(std::iter::repeat_n((VAL_DE_LYS, &[Housing][..]), 8));
    requests.push((HAUTES_RIVES, &[Budget, Parenting][..]));
    requests
}
