//! The minutes of a case as a document for one who received them, and the list of its decisions: what her permit opens, in
//! the order in which it is read, the family's own words before anybody else's.

mod parts;

use super::case::MeetingKinds;
use super::{Opening, case::people::named};
use crate::fault::Fault;
use access::{Permit, Right};
use domain::team_meeting::{Participant, told_in_minutes};
use domain::words::{Day, ElementId, SupportCaseId, Text};
use minutes::{Document, Part};
use parts::Writer;
use projections::case_file::{CaseFile, MeetingFile, Share};
use sealed::{Compartment, Private};
use sentences::{Arg, Language, say};
use std::collections::BTreeSet;

/// A case in a meeting, on its way to a document.
pub struct Copying<'a> {
    /// The case.
    pub file: &'a CaseFile,
    /// The meeting.
    pub meeting: &'a MeetingFile,
    /// The service that called it.
    pub service: &'a str,
    /// What each kind of meeting needed, on any day.
    pub kinds: &'a MeetingKinds,
    /// The day the document is made.
    pub made_on: Day,
    /// The language of its words.
    pub language: Language,
}

impl Copying<'_> {
    /// The day the meeting was held.
    #[must_use]
    pub fn held_on(&self, open: &Opening) -> Day {
        let schedule = &self.meeting.schedule;
        schedule.held_on.unwrap_or_else(|| open.day(schedule.starts_at))
    }

    fn say(&self, key: &str) -> String {
        say(self.language, key, &[])
    }

    fn say_with(&self, key: &str, values: &[(&str, Arg<'_>)]) -> String {
        say(self.language, key, values)
    }

    /// « 19 novembre 2026 »
    fn day(&self, day: Day) -> String {
        let number = match day.0.day() {
            1 => self.say("day-first"),
            number => number.to_string(),
        };
        let month = self.say(&format!("month-{}", day.0.month()));
        let year = day.0.year().to_string();
        self.say_with(
            "date-full",
            &[("day", number.into()), ("month", month.into()), ("year", year.into())],
        )
    }

    /// « 19 novembre 2026, 10 h 05 »
    fn day_and_clock(&self, open: &Opening) -> String {
        let wall = self.meeting.schedule.starts_at.to_zoned(open.zone.clone());
        let minute = format!("{:02}", wall.minute());
        let clock = self.say_with(
            "clock",
            &[("hour", wall.hour().to_string().into()), ("minute", minute.into())],
        );
        let date = self.day(Day(wall.date()));
        self.say_with("date-and-clock", &[("date", date.into()), ("clock", clock.into())])
    }

    fn document(&self, title: &str, foot: String, open: &Opening) -> Document {
        let kind = self.say(&format!("meeting-{}", self.meeting.schedule.kind.code()));
        let date = self.day(self.held_on(open));
        // The numbers of the pages are known where pages are made.
        let (page, pages) = ("\u{1}", "\u{2}");
        let numbered = self.say_with("minutes-copy-page", &[("page", page.into()), ("pages", pages.into())]);
        let (before, after) = numbered.split_once(page).unwrap_or((&numbered, ""));
        let (between, after) = after.split_once(pages).unwrap_or((after, ""));
        Document {
            title: self.say_with(title, &[("kind", kind.into()), ("date", date.into())]),
            language: self.language.tag(),
            foot,
            pages: [before.to_owned(), between.to_owned(), after.to_owned()],
            unprintable: self.say("minutes-copy-unprintable"),
            parts: Vec::new(),
        }
    }
}

/// The minutes of a case for one who received them.
///
/// # Errors
/// When a value cannot be opened.
pub fn minutes_copy(copying: &Copying<'_>, share: &Share, open: &Opening) -> Result<Document, Fault> {
    let name = named(copying.file, open, share.with)?.0;
    let foot = copying.say_with("minutes-copy-foot", &[("name", (&name).into())]);
    let basis = copying.say(&format!("basis-{}", share.basis.code()));
    let mut document = copying.document("minutes-copy-title", foot, open);
    let mut writer = Writer::new(copying, open);
    writer.frame(&[("minutes-copy-for", name), ("minutes-copy-basis", basis)])?;
    writer.question()?;
    writer.family()?;
    writer.people()?;
    writer.said()?;
    writer.decisions()?;
    writer.minutes()?;
    writer.addenda()?;
    document.parts = writer.parts;
    Ok(document)
}

/// The decisions of a case in a meeting.
///
/// # Errors
/// When a value cannot be opened.
pub fn decision_list(copying: &Copying<'_>, open: &Opening) -> Result<Document, Fault> {
    let foot = copying.say("minutes-copy-decisions-foot");
    let mut document = copying.document("minutes-copy-decisions-title", foot, open);
    let mut writer = Writer::new(copying, open);
    writer.frame(&[])?;
    writer.question()?;
    writer.decisions()?;
    document.parts = writer.parts;
    Ok(document)
}

/// What is handed over with minutes: the question, the family's own words, what was decided, the minutes and what was added
/// to them; nothing that lies in another compartment than minutes tell of, and nothing that a service brought.
#[must_use]
pub fn handed_over(meeting: &MeetingFile, case: SupportCaseId) -> BTreeSet<(ElementId, Compartment)> {
    let told = told_in_minutes();
    let mut handed = Vec::new();
    let agenda = meeting.agenda.iter().filter(|item| item.support_case == case);
    handed.extend(agenda.map(|item| &item.question));
    for entry in &meeting.family_sheets {
        handed.extend(
            [
                Some(&entry.what.words),
                entry.what.wishes.as_ref(),
                entry.what.disagreement.as_ref(),
            ]
            .into_iter()
            .flatten(),
        );
    }
    handed.extend(meeting.answers.iter().map(|entry| &entry.what.text));
    handed.extend(of_family(meeting).map(|view| &view.text));
    handed.extend(meeting.decisions.iter().map(|entry| &entry.what.text));
    handed.extend(meeting.put_off.iter().map(|entry| &entry.what));
    handed.extend(meeting.minutes.iter().map(|entry| &entry.what.text));
    handed.extend(meeting.addenda.iter().map(|entry| &entry.what.text));
    let sealed = handed.into_iter().filter_map(Private::sealed);
    let told = sealed.filter(|text| told.contains(&text.compartment));
    told.map(|text| (ElementId(text.event), text.compartment)).collect()
}

/// How the family sees it, in its own words.
fn of_family(meeting: &MeetingFile) -> impl Iterator<Item = &projections::case_file::Viewpoint> {
    let views = meeting.viewpoints.iter().map(|entry| &entry.what);
    views.filter(|view| matches!(view.of, Participant::Person(_)))
}

/// How much of what one reader knows to be there a copy leaves out.
#[must_use]
pub fn left_out(meeting: &MeetingFile, case: SupportCaseId, reader: &Permit, copy: &Permit) -> u32 {
    let knows = |text: &&Text| knows_of(reader, text);
    let lost = |piece: &Vec<&Text>| piece.iter().any(|text| knows(text) && !copy.opens(text));
    let count = pieces(meeting, case).iter().filter(|piece| lost(piece)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether somebody may know that something is there.
fn knows_of(permit: &Permit, text: &Text) -> bool {
    permit.opens(text) || permit.right(text.compartment()) >= Right::Exists
}

/// All that minutes may hold, piece by piece.
fn pieces(meeting: &MeetingFile, case: SupportCaseId) -> Vec<Vec<&Text>> {
    let mut pieces = Vec::new();
    let agenda = meeting.agenda.iter().filter(|item| item.support_case == case);
    pieces.extend(agenda.map(|item| vec![&item.question]));
    for entry in &meeting.family_sheets {
        let sheet = &entry.what;
        let parts = [Some(&sheet.words), sheet.wishes.as_ref(), sheet.disagreement.as_ref()];
        pieces.push(parts.into_iter().flatten().collect());
    }
    for entry in &meeting.sheets {
        pieces.push(parts::of_sheet(&entry.what).into_iter().flatten().collect());
    }
    let said = meeting
        .answers
        .iter()
        .chain(&meeting.viewpoints)
        .chain(&meeting.hypotheses);
    pieces.extend(said.map(|entry| vec![&entry.what.text]));
    pieces.extend(meeting.decisions.iter().map(|entry| vec![&entry.what.text]));
    pieces.extend(meeting.minutes.iter().map(|entry| vec![&entry.what.text]));
    pieces.extend(meeting.addenda.iter().map(|entry| vec![&entry.what.text]));
    pieces
}

/// A chapter with what it holds, when it holds anything.
fn chapter(title: String, told: Vec<Part>) -> Vec<Part> {
    if told.is_empty() {
        return told;
    }
    std::iter::once(Part::Chapter(title)).chain(told).collect()
}
