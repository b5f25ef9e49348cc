//! The facts of what people do together: plan, contacts, appointments, deadlines.

use super::{ActionFile, AppointmentFile, CaseFile, ContactFile, DeadlineFile, GoalFile, ReminderFile, Stamp, stamp};
use domain::plan::Progress;
use domain::words::{ActionId, AppointmentId, ContactId, DeadlineId, DomainOfLife, PlanId, Text};
use domain::{Decider, appointment, contact, deadline, plan};
use event_store::Recorded;

impl CaseFile {
    pub(super) fn plan(&mut self, fact: &Recorded<plan::Event>) {
        let at = stamp(fact);
        match &fact.event {
            plan::Event::Drafted { .. } => {}
            plan::Event::GoalAgreed {
                goal,
                words,
                domain,
                sign,
                target_on,
            } => {
                self.happened(at, "plan.goal_agreed", Some(words), &[*domain]);
                self.last(|news| news.her_words = true);
                self.goals.push(GoalFile {
                    stamp: at,
                    plan: PlanId(fact.stream),
                    goal: *goal,
                    words: words.clone(),
                    domain: *domain,
                    sign: sign.clone(),
                    target_on: *target_on,
                    reached: false,
                });
            }
            plan::Event::GoalReached { goal } => {
                let reached = self.goals.iter_mut().find(|each| each.goal == *goal);
                let told = reached.map(|each| {
                    each.reached = true;
                    (each.words.clone(), each.domain)
                });
                self.retold(at, "plan.goal_reached", told);
            }
            plan::Event::ActionAssigned {
                action,
                goal,
                what,
                domain,
                doer,
                due_on,
            } => {
                self.happened(at, "plan.action_assigned", Some(what), &[*domain]);
                self.actions.push(ActionFile {
                    stamp: at,
                    plan: PlanId(fact.stream),
                    action: *action,
                    goal: *goal,
                    what: what.clone(),
                    domain: *domain,
                    doer: doer.clone(),
                    due_on: *due_on,
                    progress: Progress::ToDo,
                    result: None,
                });
            }
            plan::Event::ActionStarted { action } => {
                let told = self.action(*action, |each| each.progress = Progress::Started);
                self.retold(at, "plan.action_started", told);
            }
            plan::Event::ActionCompleted { action, result } => {
                let told = self.action(*action, |each| {
                    each.progress = Progress::Done;
                    each.result.clone_from(result);
                });
                self.retold(at, "plan.action_completed", told);
            }
            plan::Event::ActionDelayed { action, due_on, .. } => {
                let told = self.action(*action, |each| each.due_on = Some(*due_on));
                self.retold(at, "plan.action_delayed", told);
            }
            plan::Event::ActionAbandoned { action, reason } => {
                let told = self.action(*action, |each| {
                    each.progress = Progress::Abandoned;
                    each.result = Some(reason.clone());
                });
                self.retold(at, "plan.action_abandoned", told);
            }
        }
        let rules = self.plans.entry(PlanId(fact.stream)).or_default();
        *rules = std::mem::take(rules).evolve(&fact.event);
    }

    fn action(&mut self, id: ActionId, change: impl FnOnce(&mut ActionFile)) -> Option<(Text, DomainOfLife)> {
        let action = self.actions.iter_mut().find(|each| each.action == id)?;
        change(action);
        Some((action.what.clone(), action.domain))
    }

    fn retold(&mut self, at: Stamp, kind: &'static str, told: Option<(Text, DomainOfLife)>) {
        let domains: Vec<_> = told.iter().map(|(_, domain)| *domain).collect();
        self.happened(at, kind, told.as_ref().map(|(text, _)| text), &domains);
    }

    pub(super) fn contact(&mut self, fact: &Recorded<contact::Event>) {
        let (at, id) = (stamp(fact), ContactId(fact.stream));
        match &fact.event {
            contact::Event::Noted { held, appointment, .. } => {
                self.came_of(*appointment, id);
                // Each part has its own readers, so each is told by itself.
                let parts = [(&held.shared, false), (&held.words, true), (&held.private, false)];
                for (text, her_words) in parts.iter().filter(|(text, _)| text.is_some()) {
                    self.happened(at, "contact.noted", text.as_ref(), &held.domains);
                    self.last(|news| news.her_words = *her_words);
                }
                if parts.iter().all(|(text, _)| text.is_none()) {
                    self.happened(at, "contact.noted", None, &held.domains);
                }
                self.contacts.push(ContactFile {
                    stamp: at,
                    contact: id,
                    kind: held.kind,
                    domains: held.domains.clone(),
                    shared: held.shared.clone(),
                    private: held.private.clone(),
                    words: held.words.clone(),
                    missed: None,
                    corrected: false,
                });
            }
            contact::Event::Missed {
                kind,
                excused,
                reason,
                domains,
                appointment,
                ..
            } => {
                self.came_of(*appointment, id);
                self.happened(at, "contact.missed", reason.as_ref(), domains);
                self.contacts.push(ContactFile {
                    stamp: at,
                    contact: id,
                    kind: *kind,
                    domains: domains.clone(),
                    shared: reason.clone(),
                    private: None,
                    words: None,
                    missed: Some(*excused),
                    corrected: false,
                });
            }
            contact::Event::NotReached { note, .. } => self.happened(at, "contact.not_reached", note.as_ref(), &[]),
            contact::Event::Corrected { shared, .. } => {
                self.happened(at, "contact.corrected", Some(shared), &[]);
                self.last(|news| news.corrects = true);
                if let Some(noted) = self.contacts.iter_mut().find(|each| each.contact == id) {
                    noted.shared = Some(shared.clone());
                    noted.corrected = true;
                }
            }
        }
    }

    fn came_of(&mut self, appointment: Option<AppointmentId>, contact: ContactId) {
        let booked = self.appointments.iter_mut();
        if let Some(file) = booked.into_iter().find(|each| Some(each.appointment) == appointment) {
            file.contact = Some(contact);
        }
    }

    pub(super) fn appointment(&mut self, fact: &Recorded<appointment::Event>) {
        let (at, id) = (stamp(fact), AppointmentId(fact.stream));
        let booked = self.appointments.iter_mut().find(|each| each.appointment == id);
        match &fact.event {
            appointment::Event::Booked { booking, .. } => {
                self.happened(at, "appointment.booked", booking.purpose.as_ref(), &[]);
                self.appointments.push(AppointmentFile {
                    stamp: at,
                    appointment: id,
                    booking: booking.clone(),
                    span: booking.span,
                    set_at: at.known_at,
                    cancelled: None,
                    contact: None,
                    reminders: Vec::new(),
                });
            }
            appointment::Event::Moved { span, reason, .. } => {
                if let Some(file) = booked {
                    file.span = *span;
                    file.set_at = at.known_at;
                }
                self.happened(at, "appointment.moved", Some(reason), &[]);
            }
            appointment::Event::Cancelled { by, reason } => {
                if let Some(file) = booked {
                    file.cancelled = Some(*by);
                }
                self.happened(at, "appointment.cancelled", Some(reason), &[]);
            }
            // That somebody is reminded is no event of her life: it is told beside the appointment, and nowhere else.
            appointment::Event::ReminderClaimed { reminder } => {
                if let Some(file) = booked {
                    file.reminders.push(ReminderFile {
                        reminder: *reminder,
                        claimed_at: fact.recorded_at,
                        outcome: None,
                    });
                }
            }
            appointment::Event::ReminderSettled { reminder, outcome } => {
                let sent = booked.into_iter().flat_map(|file| &mut file.reminders);
                for file in sent.filter(|file| file.reminder.reminder == *reminder) {
                    file.outcome = Some((*outcome, fact.recorded_at));
                }
            }
        }
    }

    pub(super) fn deadline(&mut self, fact: &Recorded<deadline::Event>) {
        let (at, id) = (stamp(fact), DeadlineId(fact.stream));
        if let deadline::Event::Set(setting) = &fact.event {
            self.happened(at, "deadline.set", setting.label.as_ref(), setting.domain.as_slice());
            // A rule may set again what lapsed before.
            self.deadlines.retain(|each| each.deadline != id);
            self.deadlines.push(DeadlineFile {
                stamp: at,
                deadline: id,
                setting: setting.clone(),
                due: setting.due,
                over: false,
            });
            return;
        }
        let Some(file) = self.deadlines.iter_mut().find(|each| each.deadline == id) else {
            return;
        };
        let kind = match &fact.event {
            deadline::Event::Set(_) => "deadline.set",
            deadline::Event::Met => {
                file.over = true;
                "deadline.met"
            }
            deadline::Event::Moved { due, .. } => {
                file.due = *due;
                "deadline.moved"
            }
            deadline::Event::Withdrawn { .. } => {
                file.over = true;
                "deadline.withdrawn"
            }
            deadline::Event::Lapsed => {
                file.over = true;
                "deadline.lapsed"
            }
        };
        let (label, domain) = (file.setting.label.clone(), file.setting.domain);
        self.happened(at, kind, label.as_ref(), domain.as_slice());
    }
}
