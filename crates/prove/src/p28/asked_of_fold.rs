//! The answers of the fold.

use super::Answer;
use jiff::Timestamp;
use projections::case_file::CaseFile;

/// What a file says of an instant.
pub(super) fn answer(file: &CaseFile, on: Timestamp) -> Answer {
    let lasts = |from: Timestamp, until: Option<Timestamp>| from <= on && until.is_none_or(|until| on < until);
    let referents = file.referents.iter().filter(|spell| lasts(spell.from, spell.until));
    let team = file.team.iter().filter(|each| lasts(each.from, each.until));
    let timeline = file.events.iter().filter(|event| event.stamp.occurred_at <= on);
    let ended = file
        .measures
        .iter()
        .filter(|measure| measure.ended_on.is_some())
        .count();
    let meetings = file.meetings.iter().map(|(id, meeting)| {
        let known = meeting
            .participants
            .iter()
            .filter(|(_, attendance)| attendance.is_some());
        let figures = (
            meeting.participants.len(),
            known.count(),
            meeting.agenda.len(),
            meeting.viewpoints.len(),
            meeting.decisions.len(),
            meeting.closed,
        );
        (id.0, figures)
    });
    Answer {
        closed: file.closed_at(on),
        referents: referents.map(|spell| spell.worker.0).collect(),
        team: team.map(|each| each.joining.worker.0).collect(),
        timeline: timeline
            .map(|event| (event.stamp.position, event.what.kind.to_owned()))
            .collect(),
        contacts: file
            .contacts
            .iter()
            .map(|each| (each.contact.0, each.missed, each.corrected))
            .collect(),
        goals: file.goals.iter().map(|each| (each.goal.0, each.reached)).collect(),
        actions: file
            .actions
            .iter()
            .map(|each| {
                let due = each.due_on.map(|day| day.to_string());
                (each.action.0, format!("{:?}", each.progress), due)
            })
            .collect(),
        deadlines: file.deadlines.iter().map(|each| (each.deadline.0, each.over)).collect(),
        said: [
            file.stories.len(),
            file.strengths.len(),
            file.obstacles.len(),
            file.assessments.len(),
            file.life_events.len(),
            file.acts.len(),
        ],
        summary: file.summary.as_ref().map(|summary| summary.stamp.position),
        measures: (ended, file.measures.len()),
        members: file.members.iter().map(|member| member.person.0).collect(),
        people: file.people.keys().map(|person| person.0).collect(),
        meetings: meetings.collect(),
    }
}
