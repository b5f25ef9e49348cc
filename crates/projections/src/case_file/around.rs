//! The facts of the people around a case: persons and their household.

use super::{CaseFile, KinFile, PersonFile, ReachFile, ReachOver, Stamp, stamp};
use domain::words::PersonId;
use domain::{household, person};
use event_store::Recorded;

impl CaseFile {
    pub(super) fn person(&mut self, fact: &Recorded<person::Event>) {
        let id = PersonId(fact.stream);
        match &fact.event {
            person::Event::Registered {
                name,
                birth_month,
                civility,
                ..
            } => {
                let file = PersonFile {
                    name: name.clone(),
                    birth_month: birth_month.clone(),
                    civility: *civility,
                    reach: None,
                };
                self.people.insert(id, file);
            }
            person::Event::NameCorrected { name } => {
                if let Some(file) = self.people.get_mut(&id) {
                    file.name = name.clone();
                }
            }
            person::Event::ContactDetailsRecorded { .. } | person::Event::IdentifierRecorded { .. } => {}
            person::Event::ReachAgreed { reach } => {
                if let Some(file) = self.people.get_mut(&id) {
                    file.reach = Some(ReachFile {
                        reach: reach.clone(),
                        agreed: stamp(fact),
                        over: None,
                    });
                }
            }
            person::Event::ReachWithdrawn => self.reach_over(id, stamp(fact), ReachOver::Withdrawn),
            person::Event::ReachStopped { medium } => {
                let reach = self.people.get(&id).and_then(|file| file.reach.as_ref());
                if reach.is_some_and(|file| file.reach.medium == *medium) {
                    self.reach_over(id, stamp(fact), ReachOver::Stopped);
                }
            }
        }
    }

    fn reach_over(&mut self, id: PersonId, at: Stamp, why: ReachOver) {
        let reach = self.people.get_mut(&id).and_then(|file| file.reach.as_mut());
        if let Some(file) = reach {
            file.over = Some((at, why));
        }
    }

    pub(super) fn household(&mut self, fact: &Recorded<household::Event>) {
        let at = stamp(fact);
        match &fact.event {
            household::Event::Formed { label, members, .. } => {
                self.household_label = Some(label.clone());
                self.members = members.clone();
            }
            household::Event::MemberJoined { member } => {
                self.members.push(*member);
                self.happened(at, "household.member_joined", None, &[]);
            }
            household::Event::MemberLeft { person, .. } => {
                self.members.retain(|member| member.person != *person);
                self.happened(at, "household.member_left", None, &[]);
            }
            household::Event::KinshipDeclared {
                person,
                kinship,
                to,
                note,
            } => {
                let told = KinFile {
                    person: *person,
                    kinship: *kinship,
                    to: *to,
                    note: note.clone(),
                };
                self.kin
                    .retain(|known| (known.person, known.to) != (told.person, told.to));
                self.kin.push(told);
            }
        }
    }
}
