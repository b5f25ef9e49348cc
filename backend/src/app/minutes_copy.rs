//! Copies of minutes: for one who received them, with what she may read, never more than who asks for it may read.

use super::Trame;
use crate::fault::Fault;
use crate::http::{Failure, Worker};
use crate::view::{Copying, MeetingKinds, Opening, decision_list, handed_over, left_out, minutes_copy, workers_named};
use access::{Permit, Reader, Relation};
use contract::team_meeting::{Copies, CopyView};
use domain::team_meeting::{Participant, Stage};
use domain::words::{Day, SupportCaseId, TeamMeetingId};
use journal::Shown;
use minutes::Document;
use projections::case_file::{CaseFile, Entry, MeetingFile, Share};
use sealed::Compartment;
use uuid::Uuid;

/// A document, and the day that its name tells.
pub struct Copy {
    /// What it says.
    pub document: Document,
    /// The day the meeting was held.
    pub held_on: Day,
}

/// A case in a meeting, as who asks for copies finds it.
struct Asked {
    worker: Worker,
    meeting: TeamMeetingId,
    file: CaseFile,
    /// Her own permit to the case.
    permit: Permit,
    /// Whether she may pass minutes on: then she has the copy of each who received them.
    passes_on: bool,
}

impl Asked {
    fn held(&self) -> Result<&MeetingFile, Failure> {
        let held = self.file.meetings.get(&self.meeting).ok_or_else(Failure::not_found)?;
        let here = held
            .agenda
            .iter()
            .any(|item| item.support_case == self.file.support_case);
        here.then_some(held).ok_or_else(Failure::not_found)
    }

    /// To whom the minutes of the case were passed on; nobody before they are validated.
    fn shares(&self) -> Result<Vec<&Entry<Share>>, Failure> {
        let held = self.held()?;
        let validated = held.rules.stage().is_some_and(Stage::keeps_its_minutes) && held.minutes.is_some();
        let hers = |share: &&Entry<Share>| self.passes_on || share.what.with == self.own();
        Ok(if validated {
            held.shares.iter().filter(hers).collect()
        } else {
            Vec::new()
        })
    }

    fn own(&self) -> Participant {
        Participant::Worker(self.worker.reader.worker)
    }
}

impl Trame {
    /// The copies of the minutes of a case that a reader may have.
    ///
    /// # Errors
    /// Not found when there is none for her, or a fault.
    pub async fn minutes_copies(
        &self,
        worker: Worker,
        (meeting, case): (TeamMeetingId, SupportCaseId),
    ) -> Result<Copies, Failure> {
        let position = self.views_at();
        let asked = self.asked_for_copies(worker, meeting, case).await?;
        let held = asked.held()?;
        let mut copies = Vec::new();
        for share in asked.shares()? {
            let copy = self.permit_of_copy(&asked, held, &share.what).await?;
            copies.push(CopyView {
                with: share.what.with,
                left_out: copy.map(|copy| left_out(held, case, &asked.permit, &copy)),
            });
        }
        self.journal_reading(
            &asked.permit,
            Shown::MinutesCopies,
            &[case.0, meeting.0],
            worker.at,
            position,
        )
        .await?;
        Ok(Copies {
            copies,
            decisions: asked.passes_on && !held.decisions.is_empty(),
        })
    }

    /// The copy of one who received them, journalled before it leaves.
    ///
    /// # Errors
    /// Not found when it is none of the reader's, or none can be made; or a fault.
    pub async fn minutes_copy(
        &self,
        worker: Worker,
        (meeting, case): (TeamMeetingId, SupportCaseId),
        recipient: Uuid,
    ) -> Result<Copy, Failure> {
        let position = self.views_at();
        let asked = self.asked_for_copies(worker, meeting, case).await?;
        let held = asked.held()?;
        let shares = asked.shares()?;
        let share = shares.into_iter().find(|share| share.what.with.id() == recipient);
        let share = share.ok_or_else(Failure::not_found)?;
        let copy = self.permit_of_copy(&asked, held, &share.what).await?;
        let copy = copy.ok_or_else(Failure::not_found)?;
        let streams = [case.0, meeting.0, recipient];
        self.journal_reading(&copy, Shown::MinutesCopy, &streams, worker.at, position)
            .await?;
        self.copy(&asked, copy, |copying, open| minutes_copy(copying, &share.what, open))
            .await
    }

    /// The decisions of a case in a meeting, as far as the reader reads them herself.
    ///
    /// # Errors
    /// Not found when she does not lead, or nothing is decided; or a fault.
    pub async fn decision_list(
        &self,
        worker: Worker,
        (meeting, case): (TeamMeetingId, SupportCaseId),
    ) -> Result<Copy, Failure> {
        let position = self.views_at();
        let asked = self.asked_for_copies(worker, meeting, case).await?;
        if !asked.passes_on || asked.held()?.decisions.is_empty() {
            return Err(Failure::not_found());
        }
        let (permit, streams) = (asked.permit.clone(), [case.0, meeting.0]);
        self.journal_reading(&permit, Shown::DecisionList, &streams, worker.at, position)
            .await?;
        self.copy(&asked, permit, decision_list).await
    }

    /// A case in a meeting for who asks; her own tie to it may be that she received its minutes and nothing else.
    async fn asked_for_copies(
        &self,
        worker: Worker,
        meeting: TeamMeetingId,
        case: SupportCaseId,
    ) -> Result<Asked, Failure> {
        let ties = self.ties(worker.reader, case).await?.ok_or_else(Failure::not_found)?;
        let table = self.table().await?;
        let permit = match Permit::for_case(&table, worker.reader, case, &ties) {
            Some(permit) => permit,
            None if self.received_minutes(worker.reader, meeting, case).await? => {
                let mut received = ties;
                received.relations.insert(Relation::Share);
                Permit::for_case(&table, worker.reader, case, &received).ok_or_else(Failure::not_found)?
            }
            None => return Err(Failure::not_found()),
        };
        let facts = self.facts_of_case(&permit, case).await?;
        let file = CaseFile::fold(case, &facts, None);
        if !file.meetings.contains_key(&meeting) {
            return Err(Failure::not_found());
        }
        let writes = Compartment::ALL.into_iter().any(|each| permit.writes(each));
        let leads = permit.writes(Compartment::Coordination) || self.conducts(worker, meeting).await?;
        let passes_on = writes && leads;
        Ok(Asked {
            worker,
            meeting,
            file,
            permit,
            passes_on,
        })
    }

    /// What a copy may hold, by the one evaluation of the policy: what was handed to her by name, beside what her own ties
    /// open. Whom secrecy does not bind, and the family, have what was handed to them alone. None when no copy can be made.
    async fn permit_of_copy(
        &self,
        asked: &Asked,
        held: &MeetingFile,
        share: &Share,
    ) -> Result<Option<Permit>, Failure> {
        let handed = handed_over(held, asked.file.support_case);
        let worker = match share.with {
            Participant::Person(_) => return Ok(Some(asked.permit.handing_over(&handed))),
            Participant::Worker(worker) => worker,
        };
        let Some(reader) = self.reader(worker).await? else {
            return Ok(None);
        };
        let Some(mut ties) = self.ties(reader, asked.file.support_case).await? else {
            return Ok(None);
        };
        let standing = held.standings.get(&share.with);
        if standing.is_none_or(|standing| standing.bound_by_secrecy != Some(true)) {
            ties.relations.clear();
            ties.shared = access::Shared::default();
        }
        ties.relations.insert(Relation::Share);
        ties.shared.elements.extend(handed);
        // Of whom minutes speak is told to who receives them.
        ties.shared.compartments.insert(Compartment::Identity);
        let hers = Permit::for_case(&self.table().await?, reader, asked.file.support_case, &ties);
        Ok(hers.map(|hers| {
            if share.with == asked.own() {
                hers
            } else {
                asked.permit.shared_with(&hers)
            }
        }))
    }

    async fn received_minutes(
        &self,
        reader: Reader,
        meeting: TeamMeetingId,
        case: SupportCaseId,
    ) -> Result<bool, Fault> {
        Ok(self.sitting(meeting).await?.is_some_and(|sitting| {
            let turn = sitting.agenda.get(&case);
            turn.is_some_and(|turn| turn.shared_with.contains(&Participant::Worker(reader.worker)))
        }))
    }

    async fn copy(
        &self,
        asked: &Asked,
        permit: Permit,
        write: impl FnOnce(&Copying<'_>, &Opening) -> Result<Document, Fault>,
    ) -> Result<Copy, Failure> {
        let held = asked.held()?;
        let workers = self.workers(&workers_named(&asked.file)).await?;
        let zone = self.clock.zone().clone();
        let language = asked.worker.language;
        let open = Opening::of_case(&self.keyring, permit, &[&asked.file], workers, zone, language).await?;
        let configuration = self.configuration().await?;
        let service = self.service(held.schedule.service).await?;
        let copying = Copying {
            file: &asked.file,
            meeting: held,
            service: &service.name,
            kinds: &MeetingKinds::of_configuration(configuration),
            made_on: self.clock.today(),
            language,
        };
        let document = write(&copying, &open)?;
        Ok(Copy {
            document,
            held_on: copying.held_on(&open),
        })
    }
}
