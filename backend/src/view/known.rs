//! What one reader may know of a case, before anything is drawn: a case of which all else is gone. Whatever is counted,
//! dated or named afterwards cannot tell of what she may not know.
//!
//! Those who act on a case know its frame; who only holds what was shared with her knows that, and whom to ask.

use access::{Permit, Right};
use domain::financial_aid;
use domain::team_meeting::TeamMeeting;
use domain::words::{DomainOfLife, WorkerId};
use event_store::{Sabotage, is_sabotaged};
use projections::case_file::{CaseFile, ContactFile, Entry, Happening, MeetingFile, Stamp};
use sealed::{Compartment, Private};
use std::collections::BTreeMap;

/// The case without what this reader may not know of.
#[must_use]
pub fn known_to(mut file: CaseFile, permit: &Permit) -> CaseFile {
    // Never, but in a build with faults.
    if is_sabotaged(Sabotage::HiddenKept) {
        return file;
    }
    let frame = permit.reads(Compartment::Coordination);
    file.events.retain(|event| may_know_of(event, permit));
    for event in &mut file.events {
        // A domain that nothing else would tell is told by no list of domains either.
        if !frame {
            event.what.domains.retain(|domain| permit.reads(domain.compartment()));
        }
    }
    file.stories.retain(|story| permit.opens(&story.what.words));
    file.strengths.retain(|each| permit.opens(&each.what.text));
    file.obstacles.retain(|each| permit.opens(&each.what.text));
    file.assessments
        .retain(|each| opens(permit, each.stamp, each.what.domain));
    file.summary = file.summary.filter(|summary| permit.opens(&summary.what));
    file.measures.retain(|each| permit.opens(&each.measure.label));
    file.decided.retain(|each| permit.opens(&each.label));
    file.life_events.retain(|each| permit.opens(&each.what.1));
    file.acts.retain(|each| permit.opens(&each.what.0));
    file.goals.retain(|goal| permit.opens(&goal.words));
    file.actions.retain(|action| permit.opens(&action.what));
    file.contacts.retain(|contact| knows_contact(contact, permit));
    file.deadlines.retain(|each| {
        let lies_in = each
            .setting
            .domain
            .map_or(Compartment::Coordination, DomainOfLife::compartment);
        permit.reads(lies_in) || permit.opens_element(each.stamp.element, lies_in)
    });
    // A part of what she may read of a document would tell of the rest: it is there for her whole, or not at all.
    file.documents.retain(|each| permit.reads(each.compartment()));
    if !permit.reads(financial_aid::COMPARTMENT) {
        file.financial_aids.clear();
    }
    if !permit.reads(Compartment::Household) {
        file.members.clear();
        file.kin.clear();
        for each in &mut file.appointments {
            each.booking.with.clear();
        }
    }
    // How she may be reached is for those who act on the case.
    if !frame || !permit.reads(Compartment::Identity) {
        for person in file.people.values_mut() {
            person.reach = None;
        }
    }
    if !frame {
        unframed(&mut file, permit);
    }
    file
}

/// What only the frame tells: who acts beside the référent, since when, what is planned, and who met.
fn unframed(file: &mut CaseFile, permit: &Permit) {
    let now = |spell: &projections::case_file::Spell| spell.until.is_none();
    file.referents.retain(now);
    file.team.clear();
    file.intensities.clear();
    file.appointments.clear();
    file.plans.clear();
    file.rules.team.clear();
    file.rules.measures.clear();
    file.rules.orientations.clear();
    file.meetings.retain(|_, meeting| {
        meeting.decisions.retain(|decision| permit.opens(&decision.what.text));
        bare(meeting);
        !meeting.decisions.is_empty()
    });
    for contact in &mut file.contacts {
        contact.domains.retain(|domain| permit.reads(domain.compartment()));
    }
}

/// A meeting of which nothing is known but what it decided. A part that comes to meetings later does not compile before it
/// is said here whether it is known.
fn bare(meeting: &mut MeetingFile) {
    let mut decisions = std::mem::take(&mut meeting.decisions);
    for decision in &mut decisions {
        decision.what.dissent = None;
    }
    *meeting = MeetingFile {
        schedule: meeting.schedule.clone(),
        rules: TeamMeeting::default(),
        participants: Vec::new(),
        standings: BTreeMap::new(),
        agenda: Vec::new(),
        family: None,
        summons: None,
        moved: Vec::new(),
        opened: None,
        has_the_turn: false,
        sheets: Vec::new(),
        family_sheets: Vec::new(),
        hypotheses: Vec::new(),
        answers: Vec::new(),
        viewpoints: Vec::new(),
        decisions,
        outcomes: BTreeMap::new(),
        put_off: None,
        ended: None,
        minutes: None,
        validated: None,
        shares: Vec::new(),
        addenda: Vec::new(),
        feedback: Vec::new(),
        cancelled: None,
        closed: meeting.closed,
    };
}

fn opens(permit: &Permit, stamp: Stamp, domain: DomainOfLife) -> bool {
    permit.reads(domain.compartment()) || permit.opens_element(stamp.element, domain.compartment())
}

/// Whether this reader may know that something happened at all: a draft is its author's alone.
pub(super) fn may_know_of(event: &Entry<Happening>, permit: &Permit) -> bool {
    // What is there whole or not at all, such as a document, is so whatever is said of it.
    if let Some(compartment) = event.what.lies_in {
        return permit.reads(compartment);
    }
    let text = event.what.text.as_ref();
    match text.map(Private::compartment) {
        Some(Compartment::Draft) => is_hers(event.stamp.by, permit) && permit.reads(Compartment::Draft),
        Some(compartment) => text.is_some_and(|text| permit.opens(text)) || permit.right(compartment) >= Right::Exists,
        None => knows_unsaid(event, permit),
    }
}

/// What says nothing still tells its domain, such as a level given without words; what has no domain either is part of
/// the frame.
fn knows_unsaid(event: &Entry<Happening>, permit: &Permit) -> bool {
    let domains = &event.what.domains;
    if domains.is_empty() {
        return permit.reads(Compartment::Coordination);
    }
    let known = |domain: &DomainOfLife| {
        permit.right(domain.compartment()) >= Right::Exists
            || permit.opens_element(event.stamp.element, domain.compartment())
    };
    domains.iter().all(known)
}

/// A contact is known by who reads something of it, may know that something was said, or knows how often people met.
fn knows_contact(contact: &ContactFile, permit: &Permit) -> bool {
    let texts = [&contact.shared, &contact.words];
    let said = texts.into_iter().flatten();
    let knows = |text: &domain::words::Text| permit.opens(text) || permit.right(text.compartment()) >= Right::Exists;
    let own_draft = contact.private.is_some() && is_hers(contact.stamp.by, permit) && permit.reads(Compartment::Draft);
    own_draft || said.into_iter().any(knows) || permit.reads(Compartment::Activity)
}

fn is_hers(by: WorkerId, permit: &Permit) -> bool {
    by == permit.reader().worker
}

/// Whether silences may be told: only who knows of every contact knows of their lack.
pub(super) fn knows_silences(permit: &Permit) -> bool {
    permit.reads(Compartment::Activity) || permit.right(Compartment::Social) >= Right::Exists
}
