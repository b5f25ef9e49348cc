//! The facts of the case itself.

use super::{CaseFile, Entry, MeasureFile, Membership, PhaseChange, Spell, Stamp, stamp};
use domain::Decider;
use domain::support_case::Event;
use domain::words::{MeasureId, Voice};
use event_store::Recorded;
use jiff::Timestamp;

impl CaseFile {
    pub(super) fn case(&mut self, fact: &Recorded<Event>) {
        let at = stamp(fact);
        match &fact.event {
            Event::Opened(_) | Event::Reopened { .. } | Event::Closed { .. } => self.phase(at, &fact.event),
            Event::ReferentAppointed { .. }
            | Event::ReferentHandedOver { .. }
            | Event::ReferentStoodDown { .. }
            | Event::HandoverMeetingHeld { .. }
            | Event::TeamMemberJoined(_)
            | Event::TeamMemberLeft(_) => self.who_is_around(at, &fact.event),
            Event::StoryRecorded(_)
            | Event::StrengthIdentified(_)
            | Event::ObstacleIdentified(_)
            | Event::SituationAssessed(_)
            | Event::SummedUp { .. } => self.what_is_said(at, &fact.event),
            Event::CadenceAgreed { .. }
            | Event::ComplexityReviewed { .. }
            | Event::LifeEventRecorded { .. }
            | Event::OrientationRequested { .. }
            | Event::OrientationDecided { .. }
            | Event::SignalSetAside { .. }
            | Event::ActRecorded { .. } => self.what_is_done(at, &fact.event),
            Event::MeasureDecided(_)
            | Event::MeasureStarted(_)
            | Event::MeasureRenewalAsked { .. }
            | Event::MeasureRenewed { .. }
            | Event::MeasureEnded { .. } => self.measure(at, &fact.event),
        }
        self.rules = std::mem::take(&mut self.rules).evolve(&fact.event);
    }

    fn phase(&mut self, at: Stamp, event: &Event) {
        if let Event::Opened(opening) = event {
            self.intensities.push(Entry {
                stamp: at,
                what: opening.intensity,
            });
            self.opening = Some(Entry {
                stamp: at,
                what: opening.clone(),
            });
            self.happened(at, "support_case.opened", None, &[]);
        }
        if let Event::Closed {
            on,
            reason,
            watch_until,
            balance,
        } = event
        {
            self.phases.push(Entry {
                stamp: at,
                what: PhaseChange::Closed(*on, *reason, *watch_until),
            });
            self.happened(at, "support_case.closed", balance.as_ref(), &[]);
        }
        if let Event::Reopened { on, trigger } = event {
            self.phases.push(Entry {
                stamp: at,
                what: PhaseChange::Reopened(*on),
            });
            self.happened(at, "support_case.reopened", trigger.as_ref(), &[]);
        }
    }

    fn who_is_around(&mut self, at: Stamp, event: &Event) {
        if let Event::ReferentAppointed { worker } = event {
            self.referents.push(Spell {
                worker: *worker,
                from: at.occurred_at,
                until: None,
            });
            self.happened(at, "support_case.referent_appointed", None, &[]);
        }
        if let Event::ReferentHandedOver { to, reason, .. } = event {
            end(&mut self.referents, at.occurred_at);
            self.referents.push(Spell {
                worker: *to,
                from: at.occurred_at,
                until: None,
            });
            self.happened(at, "support_case.referent_handed_over", reason.as_ref(), &[]);
        }
        if let Event::ReferentStoodDown { .. } = event {
            end(&mut self.referents, at.occurred_at);
            self.happened(at, "support_case.referent_stood_down", None, &[]);
        }
        if let Event::HandoverMeetingHeld { .. } = event {
            self.happened(at, "support_case.handover_meeting_held", None, &[]);
        }
        if let Event::TeamMemberJoined(joining) = event {
            self.team.push(Membership {
                joining: joining.clone(),
                from: at.occurred_at,
                until: None,
            });
            // With words of their own the domains are no secret of theirs; alone they would be.
            let told = joining.function.as_ref();
            let domains = if told.is_some() { joining.scope.as_slice() } else { &[] };
            self.happened(at, "support_case.team_member_joined", told, domains);
        }
        if let Event::TeamMemberLeft(leaving) = event {
            let hers = |each: &&mut Membership| each.until.is_none() && each.joining.worker == leaving.worker;
            if let Some(lasting) = self.team.iter_mut().rev().find(hers) {
                lasting.until = Some(at.occurred_at);
            }
            self.happened(at, "support_case.team_member_left", leaving.reason.as_ref(), &[]);
            if let Some(balance) = &leaving.balance {
                self.happened(at, "support_case.team_member_left", Some(balance), &[]);
            }
        }
    }

    fn what_is_said(&mut self, at: Stamp, event: &Event) {
        if let Event::StoryRecorded(story) = event {
            self.happened(at, "support_case.story_recorded", Some(&story.words), &[]);
            self.last(|news| news.her_words = true);
            self.stories.push(Entry {
                stamp: at,
                what: story.clone(),
            });
        }
        if let Event::StrengthIdentified(named) = event {
            self.happened(
                at,
                "support_case.strength_identified",
                Some(&named.text),
                named.domain.as_slice(),
            );
            self.strengths.push(Entry {
                stamp: at,
                what: named.clone(),
            });
        }
        if let Event::ObstacleIdentified(named) = event {
            self.happened(
                at,
                "support_case.obstacle_identified",
                Some(&named.text),
                named.domain.as_slice(),
            );
            self.obstacles.push(Entry {
                stamp: at,
                what: named.clone(),
            });
        }
        if let Event::SituationAssessed(assessment) = event {
            self.happened(
                at,
                "support_case.situation_assessed",
                assessment.words.as_ref(),
                &[assessment.domain],
            );
            self.last(|news| news.her_words = assessment.voice == Voice::Person);
            self.assessments.push(Entry {
                stamp: at,
                what: assessment.clone(),
            });
        }
        if let Event::SummedUp { text } = event {
            self.happened(at, "support_case.summed_up", Some(text), &[]);
            self.summary = Some(Entry {
                stamp: at,
                what: text.clone(),
            });
        }
    }

    fn what_is_done(&mut self, at: Stamp, event: &Event) {
        if let Event::CadenceAgreed { intensity } = event {
            self.intensities.push(Entry {
                stamp: at,
                what: *intensity,
            });
            self.happened(at, "support_case.cadence_agreed", None, &[]);
        }
        if let Event::ComplexityReviewed { .. } = event {
            self.happened(at, "support_case.complexity_reviewed", None, &[]);
        }
        if let Event::SignalSetAside { reason, .. } = event {
            self.happened(at, "support_case.signal_set_aside", Some(reason), &[]);
        }
        if let Event::LifeEventRecorded { on, text, domain } = event {
            self.happened(at, "support_case.life_event_recorded", Some(text), domain.as_slice());
            self.life_events.push(Entry {
                stamp: at,
                what: (*on, text.clone(), *domain),
            });
        }
        if let Event::OrientationRequested { reason, .. } = event {
            self.happened(at, "support_case.orientation_requested", reason.as_ref(), &[]);
        }
        if let Event::OrientationDecided { reason, .. } = event {
            self.happened(at, "support_case.orientation_decided", reason.as_ref(), &[]);
        }
        if let Event::ActRecorded { activity, worker } = event {
            self.happened(at, "support_case.act_recorded", Some(activity), &[]);
            self.acts.push(Entry {
                stamp: at,
                what: (activity.clone(), *worker),
            });
        }
    }

    fn measure(&mut self, at: Stamp, event: &Event) {
        if let Event::MeasureDecided(decided) = event {
            let domains = [decided.domain];
            self.happened(at, "support_case.measure_decided", Some(&decided.label), &domains);
            self.decided.push(decided.clone());
        }
        if let Event::MeasureStarted(measure) = event {
            let domains = [measure.domain];
            self.happened(at, "support_case.measure_started", Some(&measure.label), &domains);
            self.measures.push(MeasureFile {
                measure: measure.clone(),
                ended_on: None,
            });
        }
        if let Event::MeasureRenewalAsked { measure } = event {
            self.measure_again(at, "support_case.measure_renewal_asked", *measure, |_| {});
        }
        if let Event::MeasureRenewed { measure, until } = event {
            let renewed = |file: &mut MeasureFile| file.measure.until = Some(*until);
            self.measure_again(at, "support_case.measure_renewed", *measure, renewed);
        }
        if let Event::MeasureEnded { measure, on } = event {
            let ended = |file: &mut MeasureFile| file.ended_on = Some(*on);
            self.measure_again(at, "support_case.measure_ended", *measure, ended);
        }
    }

    /// What becomes of a measure that has begun, or was only decided.
    fn measure_again(&mut self, at: Stamp, kind: &'static str, id: MeasureId, change: impl FnOnce(&mut MeasureFile)) {
        let begun = self.measures.iter_mut().rev().find(|each| each.measure.measure == id);
        let named = if let Some(file) = begun {
            change(file);
            Some((file.measure.label.clone(), file.measure.domain))
        } else {
            let decided = self.decided.iter().rev().find(|each| each.measure == id);
            decided.map(|each| (each.label.clone(), each.domain))
        };
        let domains: Vec<_> = named.iter().map(|(_, domain)| *domain).collect();
        self.happened(at, kind, named.as_ref().map(|(label, _)| label), &domains);
    }
}

/// Ends the last spell that still lasts.
fn end(spells: &mut [Spell], at: Timestamp) {
    let lasting = spells.iter_mut().rev().find(|spell| spell.until.is_none());
    if let Some(spell) = lasting {
        spell.until = Some(at);
    }
}
