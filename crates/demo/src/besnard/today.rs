//! The meeting of the day: those around the table, the question, the views written down, three decisions recorded. The
//! fourth is left to whoever holds the pen; the meeting is not over.

use super::{Drawn, Family};
use crate::book::{about, shared};
use crate::calendar::spoken;
use crate::sitting::{invite, prepared, present};
use crate::territory::{Service, worker};
use domain::team_meeting::{AgendaItem, Attendance, Command, Kind, OnBehalf, Participant, Schedule};
use domain::words::DomainOfLife::{Budget, Housing, School};
use domain::words::{PersonId, SupportCaseId, TeamMeetingId};
use sealed::Compartment;

/// Another case of the agenda, with its question.
#[derive(Clone, Copy)]
pub(crate) struct Agenda {
    pub(crate) case: SupportCaseId,
    pub(crate) person: PersonId,
    pub(crate) question: &'static str,
}

const ON: Drawn = (2026, 11, 19);
const CHAIR: &str = "isabelle.garnier";

/// The référente brings the question and writes down what is said and decided.
const PEN: &str = "julie.marchand";

const TABLE: [&str; 7] = [
    "julie.marchand",
    "elodie.roux",
    "sarah.diallo",
    "marc.fontaine",
    "hugo.lemaire",
    CHAIR,
    "paul.ndiaye",
];

const VIEWS: [(&str, Drawn, &str); 3] = [
    (
        "paul.ndiaye",
        (2026, 11, 17),
        "Claire vient encore le jeudi quand elle peut. Elle a aidé deux familles à remplir leur dossier. La garde du matin est ce qui rend l’emploi possible.",
    ),
    (
        "hugo.lemaire",
        (2026, 11, 18),
        "Si l’accord est signé et qu’un premier versement arrive, nous demandons le report de l’audience.",
    ),
    (
        "sarah.diallo",
        (2026, 11, 18),
        "Inès et Tom sont là chaque matin. Le périscolaire ouvre à 7 h 20 : il manque cinquante minutes.",
    ),
];

impl Family<'_> {
    pub(super) fn meet_today(&mut self, others: &[Agenda; 2]) {
        let chair = worker(CHAIR);
        let planned = self.at((2026, 10, 22), 9, 30);
        let meeting = TeamMeetingId(self.book.id("meeting", planned));
        let schedule = Schedule {
            kind: Kind::MultidisciplinaryTeam,
            service: Service::Mds.id(),
            starts_at: self.at(ON, 10, 0).occurred_at,
            chair,
            place: Some(shared(meeting.0, Compartment::Coordination, "Salle des Tilleuls")),
            held_on: Some(self.day(ON)),
        };
        self.at_meeting(meeting, chair, planned, Command::Schedule(schedule));
        let claire = Participant::Person(self.claire.person);
        let mut table = vec![claire];
        table.extend(TABLE.iter().map(|login| Participant::Worker(worker(login))));
        for participant in table {
            self.at_meeting(meeting, chair, planned, invite(participant));
        }
        self.set_agenda(meeting, others);
        for (login, on, view) in VIEWS {
            let at = self.at(on, 11, 0);
            let viewpoint = Command::GiveViewpoint {
                support_case: self.case,
                of: Participant::Worker(worker(login)),
                text: about(self.claire.person.0, Compartment::Social, view),
                on_behalf_of: (login == "hugo.lemaire").then_some(OnBehalf::Service(Service::Landlord.id())),
            };
            self.at_meeting(meeting, worker(PEN), at, viewpoint);
        }
        self.sit_down(meeting, claire);
        self.decide(meeting);
    }

    fn set_agenda(&mut self, meeting: TeamMeetingId, others: &[Agenda; 2]) {
        let chair = worker(CHAIR);
        let set = self.at((2026, 11, 12), 18, 0);
        let (hearing, hired) = (spoken(self.day((2027, 1, 14))), spoken(self.day((2027, 1, 4))));
        let question = format!(
            "Comment garder le logement avant l’audience du {hearing}, et rendre possible l’embauche du {hired} ?"
        );
        let item = AgendaItem {
            support_case: self.case,
            question: about(self.claire.person.0, Compartment::Social, &question),
            starts_at: self.at(ON, 10, 5).occurred_at,
            minutes: 45,
        };
        self.at_meeting(meeting, worker(PEN), set, Command::AddCase(item));
        for (other, (hour, minute)) in others.iter().zip([(10, 50), (11, 25)]) {
            let item = AgendaItem {
                support_case: other.case,
                question: about(other.person.0, Compartment::Social, other.question),
                starts_at: self.at(ON, hour, minute).occurred_at,
                minutes: 35,
            };
            self.at_meeting(meeting, chair, set, Command::AddCase(item));
        }
        let mut told = vec![(self.case, worker(PEN))];
        told.extend(others.iter().map(|other| (other.case, chair)));
        for command in prepared(self.day((2026, 11, 12)), &told) {
            self.at_meeting(meeting, chair, set, command);
        }
    }

    /// Who is there. Paul N’Diaye is excused and has written his view; those around the other cases come for their turn.
    fn sit_down(&mut self, meeting: TeamMeetingId, claire: Participant) {
        let chair = worker(CHAIR);
        let excused = self.at((2026, 11, 17), 11, 5);
        let paul = Participant::Worker(worker("paul.ndiaye"));
        let absent = Command::RecordAttendance {
            participant: paul,
            attendance: Attendance::Excused,
        };
        self.at_meeting(meeting, chair, excused, absent);
        let seated = self.at(ON, 10, 5);
        let came = TABLE.iter().filter(|login| **login != "paul.ndiaye");
        let mut there = vec![claire];
        there.extend(came.map(|login| Participant::Worker(worker(login))));
        for participant in there {
            self.at_meeting(meeting, chair, seated, present(participant));
        }
        // The landlord's officer is not bound by secrecy: the chair knows, and opens.
        self.at_meeting(meeting, chair, seated, Command::Open { warned: true });
    }

    fn decide(&mut self, meeting: TeamMeetingId) {
        let pen = worker(PEN);
        let first = self.at(ON, 10, 12);
        let paid_from = spoken(self.day((2026, 12, 5)));
        let settled = format!("Plan d’apurement : 60 € par mois dès le {paid_from}");
        self.rule(
            meeting,
            pen,
            first,
            (&settled, &[Housing, Budget], "hugo.lemaire", (2026, 11, 27)),
            "Un premier versement permet de demander le report de l’audience.",
        );
        let second = self.at(ON, 10, 16);
        let fund = "Demande au FSL pour rester dans le logement : 1 200 €";
        self.rule(
            meeting,
            pen,
            second,
            (fund, &[Housing], "julie.marchand", (2026, 12, 4)),
            "La dette dépasse ce que le budget peut rendre en un an.",
        );
        let third = self.at(ON, 10, 20);
        let canteen = "Cantine : nouveau tarif et dette étalée";
        self.rule(
            meeting,
            pen,
            third,
            (canteen, &[School, Budget], "elodie.roux", (2026, 11, 30)),
            "Les enfants mangent chaque jour à la cantine.",
        );
    }
}
