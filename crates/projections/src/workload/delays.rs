//! How long people waited between asking and a first contact.

use super::standing::Instant;
use crate::column;
use crate::reach::{Reached, reached};
use crate::{Client, Fault};
use domain::indicator::quantile;
use domain::words::Day;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The waits that ended in a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstAppointments {
    /// The target in force, in days.
    pub target_days: u32,
    /// One figure per request that was met, in days, the shortest first; none when there are fewer than may be shown.
    pub days: Vec<u32>,
    /// Half were received within this many days; none when there are fewer than may be shown.
    pub median: Option<u32>,
    /// Nine in ten were.
    pub p90: Option<u32>,
    /// How many waited longer than the target; nothing is said of too few.
    pub late: u32,
}

/// The first contacts held between two instants, each counted from the day help was asked for, else from the opening.
pub(super) async fn first_appointments(
    client: &Client,
    reached: &Reached,
    from: Instant,
    until: Instant,
    zone: &TimeZone,
) -> Result<Vec<u32>, Fault> {
    let statement = client.prepare_cached(FIRST).await?;
    let rows = client
        .query(&statement, &reached.values(&[&from.at, &until.at]))
        .await?;
    let mut days = Vec::with_capacity(rows.len());
    for row in rows {
        let (asked, met): (Date, Timestamp) = (row.try_get(0)?, row.try_get(1)?);
        // A first contact before the day of the request is no wait.
        days.push(u32::try_from(Day(asked).days_to(Day::of(met, zone))).unwrap_or(0));
    }
    days.sort_unstable();
    Ok(days)
}

/// Sums up waits that are sorted.
pub(super) fn summed_up(days: Vec<u32>, target_days: u32, fewest: u32) -> FirstAppointments {
    let enough = !days.is_empty() && days.len() >= usize::try_from(fewest).unwrap_or(usize::MAX);
    if !enough {
        return FirstAppointments {
            target_days,
            ..FirstAppointments::default()
        };
    }
    let late = days.iter().filter(|waited| **waited > target_days).count();
    FirstAppointments {
        target_days,
        median: quantile(&days, 50),
        p90: quantile(&days, 90),
        late: column::count(i64::try_from(late).unwrap_or(i64::MAX)),
        days,
    }
}

const FIRST: &str = concat!(
    "select asked, met from (
         select coalesce(c.requested_on, c.opened_on) as asked, min(h.occurred_at) as met
         from support_case_register c join contact_held h using (support_case)
         where h.kind <> 'third_party' and ",
    reached!(),
    " group by c.support_case) first
     where met >= $6 and met < $7"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_too_few_requests_nothing_is_told() {
        let none = summed_up(vec![], 15, 5);
        assert_eq!(
            summed_up(vec![3, 20], 15, 5),
            none,
            "neither how long nor how many were late"
        );
        assert_eq!(summed_up(vec![], 15, 0).median, None);
        assert_eq!(summed_up(vec![1, 2, 3, 4, 16], 15, 5).median, Some(3));
    }
}
