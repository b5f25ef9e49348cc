//! A meeting of those around the person: one question, a view, two decisions with a doer and a date.

use super::Life;
use crate::act::Wish;
use crate::book::{about, shared};
use crate::calendar::{plus, workday};
use crate::sitting::{ground, invite, prepared, shares};
use crate::stories::By;
use crate::territory::worker;
use domain::team_meeting::{AgendaItem, Attendance, Command, Decision, Kind, Participant, Power, Schedule};
use domain::words::{Day, DecisionId, TeamMeetingId, WorkerId};
use sealed::Compartment;

impl Life<'_, '_> {
    /// Holds it in the ninth month of the story, when there is one.
    pub(super) fn hold_meeting(&mut self) {
        let story = self.slot.story;
        let day = self.month(9);
        if plus(day, 7) > self.horizon() {
            return;
        }
        let (Some(referent), Some(other)) = (self.slot.referent_on(day), story.around.first()) else {
            return;
        };
        let other = worker(other);
        let planned_on = workday(plus(day, -18));
        let Some(planner) = self.slot.referent_on(planned_on) else {
            return;
        };
        let planned = self.book.calendar.at(planned_on, 16, 15);
        let meeting = TeamMeetingId(self.book.id("meeting", planned));
        let starts_at = self.book.calendar.instant(day, 14, 0);
        let person = self.home.main();
        let chair = worker("isabelle.garnier");
        let ask = |life: &mut Self, by: WorkerId, on, hour, minute, command| {
            let at = life.book.calendar.at(on, hour, minute);
            life.book.write(meeting.0, by, at, Wish::TeamMeeting(command));
        };
        let schedule = Schedule {
            kind: Kind::CaseReview,
            service: self.slot.service.id(),
            starts_at,
            chair,
            place: Some(shared(meeting.0, Compartment::Coordination, "Salle des Tilleuls")),
            held_on: Some(day),
        };
        ask(self, planner, planned_on, 16, 15, Command::Schedule(schedule));
        let around = [
            Participant::Person(person),
            Participant::Worker(referent),
            Participant::Worker(other),
            Participant::Worker(chair),
        ];
        for participant in around {
            ask(self, planner, planned_on, 16, 20, invite(participant));
        }
        let question = self.fill(story.question);
        let item = AgendaItem {
            support_case: self.case,
            question: about(person.0, Compartment::Social, &question),
            starts_at,
            minutes: 40,
        };
        ask(self, planner, planned_on, 16, 30, Command::AddCase(item));
        for command in prepared(planned_on, &[(self.case, planner)]) {
            ask(self, planner, planned_on, 16, 35, command);
        }
        for participant in around {
            let excused = participant == Participant::Worker(other) && self.chance.percent(25);
            ask(self, referent, day, 14, 5, attends(participant, excused));
        }
        ask(self, chair, day, 14, 10, Command::Open { warned: true });
        let view = Command::GiveViewpoint {
            support_case: self.case,
            of: Participant::Worker(other),
            text: about(person.0, Compartment::Social, &self.fill(story.viewpoint)),
            on_behalf_of: None,
        };
        ask(self, referent, day, 14, 12, view);
        for ruling in &story.rulings {
            let at = self.book.calendar.at(day, 14, 30);
            let doer = match ruling.by {
                By::Person | By::Other(_) => self.doer(ruling.by, day),
                By::Referent => domain::words::Doer::Worker(referent),
            };
            let decision = Decision {
                decision: DecisionId(self.book.id("decision", at)),
                support_case: self.case,
                text: about(person.0, Compartment::Social, &self.fill(ruling.text)),
                domains: ruling.domains.to_vec(),
                doer,
                due_on: workday(plus(day, ruling.days)),
                dissent: None,
                weight: None,
                votes: None,
                ground: Some(ground(
                    Power::Agreement,
                    about(person.0, Compartment::Social, &self.fill(story.viewpoint)),
                )),
            };
            ask(self, referent, day, 14, 30, Command::RecordDecision(decision));
        }
        ask(self, referent, day, 14, 45, Command::EndSession);
        self.write_up(meeting, (referent, chair), day, &around);
    }

    /// The minutes of the next day, validated by the chair and passed on; a review three months later ends it.
    fn write_up(
        &mut self,
        meeting: TeamMeetingId,
        (referent, chair): (WorkerId, WorkerId),
        day: Day,
        around: &[Participant],
    ) {
        let person = self.home.main();
        let text = self.fill(self.slot.story.viewpoint);
        let mut ask = |by: WorkerId, on, hour, minute, command| {
            let at = self.book.calendar.at(on, hour, minute);
            self.book.write(meeting.0, by, at, Wish::TeamMeeting(command));
        };
        let written_on = workday(plus(day, 1));
        let minutes = Command::DraftMinutes {
            support_case: self.case,
            text: about(person.0, Compartment::Social, &text),
        };
        ask(referent, written_on, 9, 0, minutes);
        let validated_on = workday(plus(day, 2));
        ask(chair, validated_on, 16, 0, Command::ValidateMinutes);
        for command in shares(self.case, around) {
            ask(chair, validated_on, 16, 5, command);
        }
        let reviewed_on = workday(plus(day, 90));
        if plus(reviewed_on, 1) <= self.horizon() {
            let on = reviewed_on;
            let at = self.book.calendar.at(on, 11, 0);
            for command in [Command::HoldReview { on }, Command::Close] {
                self.book.write(meeting.0, chair, at, Wish::TeamMeeting(command));
            }
        }
    }
}

/// Tells whether somebody is there.
fn attends(participant: Participant, excused: bool) -> Command {
    let attendance = if excused {
        Attendance::Excused
    } else {
        Attendance::Present
    };
    Command::RecordAttendance {
        participant,
        attendance,
    }
}
