//! Signals under a permit: the rule asked over the ground of the cases that a reader may see.

use super::Trame;
use crate::fault::Fault;
use access::Permit;
use domain::configuration::Configuration;
use domain::signal::{self, Calendar, Ground, Signal};
use domain::words::{Day, SupportCaseId, Text, WorkerId};
use jiff::tz::TimeZone;
use projections::signal::{Which, grounds};
use sealed::Compartment;

/// A case with the signals that hold in it today.
pub struct Signalled {
    /// Which.
    pub support_case: SupportCaseId,
    /// How it is called, sealed.
    pub label: Text,
    /// Who answers for it.
    pub referent: Option<WorkerId>,
    /// The days between two contacts that were agreed.
    pub rhythm_days: Option<u32>,
    /// The signals, in the order in which they are told.
    pub signals: Vec<Signal>,
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The référent and those around the person: at once.
    Around,
    /// Who answers for the team: once the référent had her time.
    Manager,
}

impl Trame {
    /// The cases that a permit reaches in which a signal holds today: the open ones, and those watched after their closure.
    ///
    /// # Errors
    /// A fault.
    pub(crate) async fn signalled(
        &self,
        permit: &Permit,
        which: Which,
        audience: Audience,
    ) -> Result<Vec<Signalled>, Fault> {
        if !permit.reads(Compartment::Activity) {
            return Ok(Vec::new());
        }
        let configuration = self.configuration().await?;
        let found = grounds(&self.client().await?, permit, which, self.clock.today()).await?;
        let today = Today {
            configuration: &configuration,
            today: self.clock.today(),
            zone: self.clock.zone(),
        };
        let cases = found.into_iter().map(|case| Signalled {
            support_case: case.support_case,
            label: case.label,
            referent: case.referent,
            rhythm_days: today.rhythm(&case.ground),
            signals: today.signals(&case.ground, audience),
        });
        let mut told: Vec<Signalled> = cases.filter(|case| !case.signals.is_empty()).collect();
        // By the day of the longest lasting: an order of time, not of weight.
        told.sort_by_key(|case| case.signals.iter().map(|signal| signal.since).min());
        Ok(told)
    }
}

struct Today<'a> {
    configuration: &'a Configuration,
    today: Day,
    zone: &'a TimeZone,
}

impl Today<'_> {
    fn rhythm(&self, ground: &Ground) -> Option<u32> {
        let cadence = self.configuration.cadence(self.today)?;
        signal::agreed_rhythm(cadence, ground.intensity)
    }

    fn signals(&self, ground: &Ground, audience: Audience) -> Vec<Signal> {
        let thresholds = self.configuration.signals(self.today);
        let calendar = Calendar {
            today: self.today,
            zone: self.zone,
            cadence: self.configuration.cadence(self.today),
            thresholds,
        };
        let mut signals = signal::signals(ground, &calendar);
        signals.retain(|signal| match audience {
            Audience::Around => true,
            Audience::Manager => thresholds.is_some_and(|delay| signal.is_told_to_manager(delay, self.today)),
        });
        signals
    }
}
