//! The chapters of minutes, each with what one reader may read of it, and how much is there that she may not.

use super::{Copying, chapter, knows_of, of_family};
use crate::fault::Fault;
use crate::view::Opening;
use crate::view::case::agreed::ground_of;
use crate::view::case::people::named;
use domain::team_meeting::{Attendance, Contribution, Decision, Participant};
use domain::words::{Text, WorkerId};
use minutes::Part;
use projections::case_file::{Entry, Viewpoint};

/// The columns of the table of decisions, by the end of their sentence's key.
const DECISION_COLUMNS: [&str; 5] = ["decision", "why", "text", "doer", "due"];
/// The columns of the table of those around the table.
const PEOPLE_COLUMNS: [&str; 5] = ["name", "profession", "service", "as", "presence"];
/// The parts of the sheet of a service, by the key of their name.
const SHEET: [&str; 4] = ["sheet-facts", "sheet-observations", "sheet-analysis", "sheet-proposal"];

/// The parts of a sheet, in order.
pub(super) fn of_sheet(sheet: &Contribution) -> [Option<&Text>; 4] {
    [&sheet.facts, &sheet.observations, &sheet.analysis, &sheet.proposal].map(Option::as_ref)
}

/// Writes a document, chapter by chapter.
pub(super) struct Writer<'a> {
    copying: &'a Copying<'a>,
    open: &'a Opening,
    pub(super) parts: Vec<Part>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(copying: &'a Copying<'a>, open: &'a Opening) -> Self {
        let parts = Vec::new();
        Self { copying, open, parts }
    }

    fn say(&self, end: &str) -> String {
        self.copying.say(&format!("minutes-copy-{end}"))
    }

    /// A text that may be read here; one of which it may only be known that it is there is counted.
    fn text(&self, text: &Text, hidden: &mut u32) -> Result<Option<String>, Fault> {
        let opened = self.open.text(text)?;
        if opened.is_none() && knows_of(self.open.permit(), text) {
            *hidden = hidden.saturating_add(1);
        }
        Ok(opened.map(|words| words.0))
    }

    /// Adds a chapter, with how much it does not tell.
    fn add(&mut self, title: String, mut told: Vec<Part>, hidden: u32) {
        if hidden > 0 {
            let words = self
                .copying
                .say_with("minutes-copy-withheld", &[("count", hidden.into())]);
            told.push(Part::Note(words));
        }
        self.parts.extend(chapter(title, told));
    }

    fn worker(&self, worker: WorkerId) -> Result<String, Fault> {
        let known = self.open.worker_name(worker)?;
        Ok(known.unwrap_or_else(|| self.open.unknown()).0)
    }

    fn name(&self, of: Participant) -> Result<String, Fault> {
        Ok(named(self.copying.file, self.open, of)?.0)
    }

    /// Which meeting it was, and for whom the document is.
    pub(super) fn frame(&mut self, more: &[(&str, String)]) -> Result<(), Fault> {
        let copying = self.copying;
        let chair = self.worker(copying.meeting.schedule.chair)?;
        let mut facts = vec![
            (self.say("when"), copying.day_and_clock(self.open)),
            (self.say("service"), copying.service.to_owned()),
            (self.say("chair"), chair),
        ];
        facts.extend(more.iter().map(|(key, told)| (copying.say(key), told.clone())));
        facts.push((self.say("made"), copying.day(copying.made_on)));
        self.parts.push(Part::Facts(facts));
        Ok(())
    }

    pub(super) fn question(&mut self) -> Result<(), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        let agenda = self.copying.meeting.agenda.iter();
        for item in agenda.filter(|item| item.support_case == self.copying.file.support_case) {
            told.extend(self.text(&item.question, &mut hidden)?.map(Part::Words));
        }
        if let Some(entry) = &self.copying.meeting.put_off {
            let why = self.text(&entry.what, &mut hidden)?;
            told.extend(why.map(|words| Part::Facts(vec![(self.say("put_off"), words)])));
        }
        self.add(self.say("question"), told, hidden);
        Ok(())
    }

    /// The family's own words, before anybody else's.
    pub(super) fn family(&mut self) -> Result<(), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        let meeting = self.copying.meeting;
        for Entry { what, .. } in &meeting.family_sheets {
            let by = self.name(Participant::Person(what.of))?;
            let words = self.text(&what.words, &mut hidden)?;
            told.extend(words.map(|words| Part::Quote { words, by }));
            let mut more = Vec::new();
            for (key, text) in [("expects", &what.wishes), ("disagrees", &what.disagreement)] {
                if let Some(text) = text {
                    more.extend(self.text(text, &mut hidden)?.map(|words| (self.say(key), words)));
                }
            }
            told.extend((!more.is_empty()).then_some(Part::Facts(more)));
        }
        for view in of_family(meeting).chain(meeting.answers.iter().map(|entry| &entry.what)) {
            let by = self.name(view.of)?;
            told.extend(
                self.text(&view.text, &mut hidden)?
                    .map(|words| Part::Quote { words, by }),
            );
        }
        self.add(self.say("family"), told, hidden);
        Ok(())
    }

    /// Who was there and who let it be known that she would not.
    pub(super) fn people(&mut self) -> Result<(), Fault> {
        let mut rows = Vec::new();
        for (participant, attendance) in &self.copying.meeting.participants {
            rows.push(self.person(*participant, *attendance)?);
        }
        let columns = PEOPLE_COLUMNS.map(|column| self.say(column)).to_vec();
        let told = if rows.is_empty() {
            Vec::new()
        } else {
            vec![Part::Table { columns, rows }]
        };
        self.add(self.say("people"), told, 0);
        Ok(())
    }

    fn person(&self, participant: Participant, attendance: Option<Attendance>) -> Result<Vec<String>, Fault> {
        let standing = self.copying.meeting.standings.get(&participant);
        let known = match participant {
            Participant::Worker(worker) => self.open.worker(worker)?,
            Participant::Person(_) => None,
        };
        let profession = standing.and_then(|standing| standing.profession);
        let profession = profession.or(known.as_ref().map(|worker| worker.profession));
        let recorded = standing.and_then(|standing| standing.service);
        let service = recorded
            .and_then(|service| self.open.service_name(service))
            .map(str::to_owned);
        let service = service.or(known.map(|worker| worker.service.name));
        let capacity = standing.map(|standing| self.say(&format!("as_{}", standing.capacity.code())));
        let presence = match attendance {
            Some(Attendance::Present) => "attendance-present",
            Some(Attendance::InPart) => "attendance-in_part",
            Some(Attendance::Excused) => "attendance-excused",
            Some(Attendance::Absent) => "attendance-absent",
            None => "minutes-copy-presence_untold",
        };
        Ok(vec![
            self.name(participant)?,
            profession.map_or_else(String::new, |each| self.say(&format!("profession_{}", each.code()))),
            service.unwrap_or_default(),
            capacity.unwrap_or_default(),
            self.copying.say(presence),
        ])
    }

    /// What each service brought, how each professional sees it, and what might explain something.
    pub(super) fn said(&mut self) -> Result<(), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        let meeting = self.copying.meeting;
        for Entry { stamp, what } in &meeting.sheets {
            let (mut facts, mut kept) = (Vec::new(), 0);
            for (key, text) in SHEET.into_iter().zip(of_sheet(what)) {
                if let Some(text) = text {
                    let words = self.text(text, &mut kept)?;
                    facts.extend(words.map(|words| (self.copying.say(key), words)));
                }
            }
            hidden = u32::saturating_add(hidden, kept.min(1));
            if !facts.is_empty() {
                let service = self.open.service_name(what.service).map(str::to_owned);
                let values = [
                    ("service", service.unwrap_or_else(|| self.open.unknown().0).into()),
                    ("name", self.worker(what.author)?.into()),
                    ("date", self.copying.day(self.open.day(stamp.occurred_at)).into()),
                ];
                told.push(Part::Section(self.copying.say_with("sheet-line", &values)));
                told.push(Part::Facts(facts));
            }
        }
        let views = meeting.viewpoints.iter().map(|entry| &entry.what);
        let of_workers = views.filter(|view| matches!(view.of, Participant::Worker(_)));
        let quotes = self.quotes(of_workers, &mut hidden)?;
        told.extend(titled(self.say("viewpoints"), quotes));
        let quotes = self.quotes(meeting.hypotheses.iter().map(|entry| &entry.what), &mut hidden)?;
        told.extend(titled(self.copying.say("hypotheses"), quotes));
        self.add(self.say("said"), told, hidden);
        Ok(())
    }

    fn quotes<'v>(&self, views: impl Iterator<Item = &'v Viewpoint>, hidden: &mut u32) -> Result<Vec<Part>, Fault> {
        let mut quotes = Vec::new();
        for view in views {
            let by = crate::view::shared::speaking(
                self.open,
                named(self.copying.file, self.open, view.of)?,
                view.on_behalf_of,
            )
            .0;
            quotes.extend(self.text(&view.text, hidden)?.map(|words| Part::Quote { words, by }));
        }
        Ok(quotes)
    }

    /// What was decided, as a table, and what was seen otherwise.
    pub(super) fn decisions(&mut self) -> Result<(), Fault> {
        let (mut rows, mut dissents, mut hidden) = (Vec::new(), Vec::new(), 0);
        for Entry { what, .. } in &self.copying.meeting.decisions {
            let Some(text) = self.text(&what.text, &mut hidden)? else {
                continue;
            };
            if let Some(words) = self.open.text_of(what.dissent.as_ref())? {
                dissents.push((text.clone(), words.0));
            }
            rows.push(self.decision(what, text)?);
        }
        let mut told = Vec::new();
        if !rows.is_empty() {
            let columns = DECISION_COLUMNS
                .map(|column| self.say(&format!("column_{column}")))
                .to_vec();
            told.push(Part::Table { columns, rows });
        }
        if !dissents.is_empty() {
            told.push(Part::Section(self.say("dissent")));
            told.push(Part::Facts(dissents));
        }
        self.add(self.copying.say("decisions"), told, hidden);
        Ok(())
    }

    fn decision(&self, decision: &Decision, text: String) -> Result<Vec<String>, Fault> {
        let copying = self.copying;
        let (mut why, mut rests_on) = (String::new(), String::new());
        if let Some(ground) = &decision.ground {
            let ground = ground_of(ground, copying.meeting, self.open, copying.kinds)?;
            let reasons: Vec<String> = ground.reasons.into_iter().map(|reason| reason.0).collect();
            why = reasons.join("\n");
            let power = copying.say(&format!("power-{}", ground.power.code()));
            let values = [("power", power.into()), ("basis", ground.legal_basis.into())];
            rests_on = copying.say_with("decision-ground", &values);
        }
        let doer = self.open.doer(&decision.doer)?.name.0;
        Ok(vec![text, why, rests_on, doer, copying.day(decision.due_on)])
    }

    pub(super) fn minutes(&mut self) -> Result<(), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        if let Some(Entry { stamp, what }) = &self.copying.meeting.minutes
            && let Some(words) = self.text(&what.text, &mut hidden)?
        {
            told.push(Part::Words(words));
            told.push(Part::Note(self.signed(
                "minutes-copy-written",
                what.author,
                stamp.occurred_at,
            )?));
            if let Some(validated) = &self.copying.meeting.validated {
                let at = validated.stamp.occurred_at;
                told.push(Part::Note(self.signed("minutes-validated", validated.what, at)?));
            }
        }
        self.add(self.copying.say("minutes"), told, hidden);
        Ok(())
    }

    pub(super) fn addenda(&mut self) -> Result<(), Fault> {
        let (mut told, mut hidden) = (Vec::new(), 0);
        for Entry { stamp, what } in &self.copying.meeting.addenda {
            if let Some(words) = self.text(&what.text, &mut hidden)? {
                let by = self.signed("addendum-line", what.author, stamp.occurred_at)?;
                told.extend([Part::Section(by), Part::Words(words)]);
            }
        }
        self.add(self.say("addenda"), told, hidden);
        Ok(())
    }

    /// A sentence with a name and a day.
    fn signed(&self, key: &str, worker: WorkerId, at: jiff::Timestamp) -> Result<String, Fault> {
        let (name, date) = (self.worker(worker)?, self.copying.day(self.open.day(at)));
        Ok(self
            .copying
            .say_with(key, &[("name", name.into()), ("date", date.into())]))
    }
}

/// Parts under a heading, when there are any.
fn titled(title: String, told: Vec<Part>) -> Vec<Part> {
    if told.is_empty() {
        return told;
    }
    std::iter::once(Part::Section(title)).chain(told).collect()
}
