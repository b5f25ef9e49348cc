//! The figures of a team over a time, and what happened in its cases, for who answers for it. Nothing of it is about one
//! worker.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::{figures_sheet, process_log};
use access::Permit;
use contract::workload::{Figure, HeldAgainst, Indicators, IndicatorsQuery, OfSupport, WrittenLater};
use domain::configuration::Configuration;
use domain::indicator::{self, Periods, Window};
use domain::words::{Day, Invalid};
use jiff::Span;
use journal::Shown;
use process_log::Log;
use projections::indicator::{course, figures};
use sentences::Language;
use spreadsheet::Sheet;
use tokio::task::spawn_blocking;
use uuid::Uuid;

/// How many months the figures look back when no first day is asked for.
const QUARTER: i64 = 3;
/// The longest time that is asked at once, in months.
const LONGEST: i64 = 60;

impl Trame {
    /// The figures of the reader's team over a time.
    ///
    /// # Errors
    /// When she does not answer for a team, over a time that nobody records or that is too long, or a fault.
    pub async fn indicators(&self, worker: Worker, asked: &IndicatorsQuery) -> Result<Indicators, Failure> {
        self.indicators_read(worker, asked, Shown::Workload).await
    }

    /// The same as a table for a spreadsheet, which the journal of readings calls by its name: what leaves Trame is known.
    ///
    /// # Errors
    /// As [`Self::indicators`].
    pub async fn indicators_sheet(
        &self,
        worker: Worker,
        asked: &IndicatorsQuery,
        language: Language,
    ) -> Result<(Indicators, Sheet), Failure> {
        let seen = self.indicators_read(worker, asked, Shown::WorkloadFile).await?;
        let sheet = figures_sheet(&seen, language);
        Ok((seen, sheet))
    }

    /// What happened in the cases of the reader's team over a time, as a log for process mining; with its first day and the
    /// day after the last.
    ///
    /// # Errors
    /// As [`Self::indicators`], and when something happened in so few cases that the log would point at somebody.
    pub async fn process_log(
        &self,
        worker: Worker,
        asked: &IndicatorsQuery,
        language: Language,
    ) -> Result<(Day, Day, Log), Failure> {
        let permit = self.load_permit(&worker).await?;
        let (from, until) = self.over(asked)?;
        self.reach(asked.at_least).await?;
        let position = self.views_at();
        let client = self.client().await?;
        let settings = self.configuration().await?;
        let zone = self.clock.zone();
        let over = Window::of(from, until, zone);
        let course = course(&client, &permit, &over, &settings).await.map_err(Fault::from)?;
        drop(client);
        if !enough(course.cases.len(), course.threshold) {
            let threshold = usize::try_from(course.threshold).unwrap_or(usize::MAX);
            return Err(Failure::unfit("from", "problem.too_few_cases").with_count("threshold", threshold));
        }
        let cases: Vec<Uuid> = course.cases.iter().map(|case| case.0).collect();
        self.journal_reading(&permit, Shown::ProcessLog, &cases, worker.at, position)
            .await?;
        let service = self.service(course.service).await?;
        // Many facts take a moment to be put into words: whoever else is served on this thread does not wait for it.
        let zone = zone.clone();
        let told = spawn_blocking(move || process_log(&service.name, &course.facts, &zone, language)).await;
        let log = told.map_err(|_ended| Fault::Io(std::io::ErrorKind::Interrupted.into()))?;
        Ok((from, until, log))
    }

    async fn load_permit(&self, worker: &Worker) -> Result<Permit, Failure> {
        Permit::for_load(&self.table().await?, worker.reader)
            .ok_or_else(|| Failure::not_allowed("problem.answers_for_no_team"))
    }

    /// The first day and the day after the last.
    fn over(&self, asked: &IndicatorsQuery) -> Result<(Day, Day), Failure> {
        let from = Failure::unless_within("from", asked.from)?;
        let until = Failure::unless_within("until", asked.until)?.unwrap_or_else(|| self.clock.today());
        let from = from.unwrap_or_else(|| months_before(until, QUARTER));
        if from > until || from < months_before(until, LONGEST) {
            return Err(Failure::invalid("from", Invalid::OutOfTime));
        }
        Ok((from, until))
    }

    async fn indicators_read(
        &self,
        worker: Worker,
        asked: &IndicatorsQuery,
        what: Shown,
    ) -> Result<Indicators, Failure> {
        let permit = self.load_permit(&worker).await?;
        let (from, until) = self.over(asked)?;
        self.reach(asked.at_least).await?;
        let position = self.views_at();
        let client = self.client().await?;
        let periods = Periods::of(from, until, self.clock.today(), self.clock.zone());
        let history = projections::configuration::history(&client)
            .await
            .map_err(Fault::from)?;
        let found = figures(&client, &permit, &periods, &history)
            .await
            .map_err(Fault::from)?;
        self.journal_reading(&permit, what, &[], worker.at, position).await?;
        let settings = history.now();
        Ok(Indicators {
            from,
            until,
            zone: self.zone_name.clone(),
            service: self.service(found.service).await?,
            figures: found.figures.into_iter().map(|each| figure(each, &settings)).collect(),
            threshold: found.threshold,
            process_log: enough(found.cases, found.threshold),
            position,
        })
    }
}

/// Whether so many cases may be told of one by one.
fn enough(cases: usize, threshold: u32) -> bool {
    u32::try_from(cases).map_or(true, |cases| cases >= threshold)
}

fn months_before(day: Day, months: i64) -> Day {
    Day(day.0.saturating_sub(Span::new().months(months)))
}

fn figure(of: indicator::Figure, settings: &Configuration) -> Figure {
    let definition = of.definition;
    let in_force = definition.setting.and_then(|topic| settings.on(topic, of.until_on));
    Figure {
        indicator: definition.indicator,
        inputs: definition.inputs.to_vec(),
        span: definition.span,
        counts: definition.counts,
        origin: definition.origin,
        setting: in_force.map(|(_, in_force_on, source)| HeldAgainst {
            in_force_on,
            source: source.to_owned(),
        }),
        from: of.from_on,
        until: of.until_on,
        then: of.then,
        now: of.now,
        by_support: of
            .by_support
            .into_iter()
            .map(|(support, shown)| OfSupport { support, shown })
            .collect(),
        late: of
            .late
            .into_iter()
            .map(|(input, count)| WrittenLater { input, count })
            .collect(),
        revoted: of.revoted,
    }
}
