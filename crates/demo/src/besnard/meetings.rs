//! The three meetings before today's: the synthesis of 2021, the one of 12 September 2023, the review of the AED.

use super::{Drawn, Family};
use crate::act::Wish;
use crate::book::{about, shared};
use crate::calendar::{Moment, plus, workday};
use crate::sitting::{ground, invite, prepared, present, shares};
use crate::territory::{Service, worker};
use domain::team_meeting::{AgendaItem, Command, Decision, Kind, Participant, Power, Schedule};
use domain::words::DomainOfLife::{self, Budget, Housing, Network, Parenting, School};
use domain::words::{DecisionId, Doer, TeamMeetingId, WorkerId};
use sealed::Compartment;

/// What was decided: words, domains, by whom, before when.
type Ruling<'a> = (&'a str, &'a [DomainOfLife], &'a str, Drawn);

/// A meeting that was held.
struct Sitting {
    on: Drawn,
    kind: Kind,
    by: &'static str,
    around: &'static [&'static str],
    question: &'static str,
    view: (&'static str, &'static str),
    rulings: &'static [Ruling<'static>],
}

/// Stands for Claire among the doers.
const CLAIRE: &str = "";

const SITTINGS: [Sitting; 3] = [
    Sitting {
        on: (2021, 6, 14),
        kind: Kind::CaseReview,
        by: "anne.delcourt",
        around: &["isabelle.garnier", "sandrine.pichon"],
        question: "L’appartement se libère demain : comment bien y entrer ?",
        view: (
            "sandrine.pichon",
            "Le bail est prêt. L’avance sur le dépôt de garantie est accordée.",
        ),
        rulings: &[
            (
                "Entrée dans l’appartement, état des lieux à deux",
                &[Housing],
                "sandrine.pichon",
                (2021, 6, 15),
            ),
            (
                "Aide au logement à demander dès l’entrée",
                &[Housing, Budget],
                "anne.delcourt",
                (2021, 6, 30),
            ),
            (
                "Place en crèche pour Tom à la rentrée",
                &[Parenting],
                "anne.delcourt",
                (2021, 9, 3),
            ),
        ],
    },
    Sitting {
        on: (2023, 9, 12),
        kind: Kind::CaseReview,
        by: "pierre.lacaze",
        around: &["isabelle.garnier", "elodie.roux", "sarah.diallo", "paul.ndiaye"],
        question: "Quelles aides pour que les soirées et le budget tiennent cette année ?",
        view: (
            "sarah.diallo",
            "Inès sait beaucoup de choses à l’oral. L’écrit la fatigue, une aide à l’école est possible.",
        ),
        rulings: &[
            ("MASP pendant un an", &[Budget], "pierre.lacaze", (2023, 9, 29)),
            (
                "AED pendant un an, une visite par semaine",
                &[Parenting],
                "pierre.lacaze",
                (2023, 9, 29),
            ),
            ("RASED demandé par l’école", &[School], "sarah.diallo", (2023, 11, 10)),
            (
                "Une place au groupe du jeudi, Le Relais",
                &[Network],
                "paul.ndiaye",
                (2024, 1, 12),
            ),
            (
                "Calendrier des week-ends à écrire avec le père",
                &[Parenting],
                CLAIRE,
                (2023, 10, 31),
            ),
        ],
    },
    Sitting {
        on: (2024, 9, 18),
        kind: Kind::MeasureReview,
        by: "julie.marchand",
        around: &["isabelle.garnier", "sarah.diallo", "paul.ndiaye"],
        question: "Après un an d’AED, que garder et que passer à d’autres ?",
        view: (
            "paul.ndiaye",
            "Claire vient chaque jeudi et accueille les nouvelles venues. Elle peut devenir marraine du groupe.",
        ),
        rulings: &[
            (
                "Fin de l’AED, les soirées tiennent",
                &[Parenting],
                "julie.marchand",
                (2024, 9, 30),
            ),
            (
                "Étude du soir deux fois par semaine",
                &[School],
                "sarah.diallo",
                (2024, 10, 4),
            ),
            (
                "Le groupe du jeudi continue jusqu’en février",
                &[Network],
                "paul.ndiaye",
                (2024, 10, 11),
            ),
        ],
    },
];

impl Family<'_> {
    pub(super) fn hold_meetings(&mut self) {
        for sitting in SITTINGS {
            self.hold(&sitting);
        }
        self.follow_up();
    }

    fn hold(&mut self, sitting: &Sitting) {
        let by = worker(sitting.by);
        let planned_on = plus(self.day(sitting.on), -14);
        let planned = self.book.calendar.at(planned_on, 10, 0);
        let meeting = TeamMeetingId(self.book.id("meeting", planned));
        let starts_at = self.at(sitting.on, 10, 0).occurred_at;
        let schedule = Schedule {
            kind: sitting.kind,
            service: Service::Mds.id(),
            starts_at,
            chair: worker("isabelle.garnier"),
            place: Some(shared(meeting.0, Compartment::Coordination, "Salle des Tilleuls")),
            held_on: Some(self.day(sitting.on)),
        };
        self.at_meeting(meeting, by, planned, Command::Schedule(schedule));
        let mut table = vec![Participant::Person(self.claire.person), Participant::Worker(by)];
        table.extend(sitting.around.iter().map(|login| Participant::Worker(worker(login))));
        let chair = worker("isabelle.garnier");
        for participant in &table {
            self.at_meeting(meeting, by, planned, invite(*participant));
        }
        let item = AgendaItem {
            support_case: self.case,
            question: about(self.claire.person.0, Compartment::Social, sitting.question),
            starts_at,
            minutes: 60,
        };
        self.at_meeting(meeting, by, planned, Command::AddCase(item));
        for command in prepared(planned_on, &[(self.case, by)]) {
            self.at_meeting(meeting, by, planned, command);
        }
        let held = self.at(sitting.on, 10, 5);
        for participant in &table {
            self.at_meeting(meeting, by, held, present(*participant));
        }
        self.at_meeting(meeting, chair, held, Command::Open { warned: true });
        let (of, view) = sitting.view;
        let viewpoint = Command::GiveViewpoint {
            support_case: self.case,
            of: Participant::Worker(worker(of)),
            text: about(self.claire.person.0, Compartment::Social, view),
            on_behalf_of: None,
        };
        self.at_meeting(meeting, by, held, viewpoint);
        for (ruling, minute) in sitting.rulings.iter().zip((20_i8..).step_by(6)) {
            let at = self.at(sitting.on, 10, minute);
            self.rule(meeting, by, at, *ruling, view);
        }
        let ended = self.at(sitting.on, 11, 0);
        self.at_meeting(meeting, by, ended, Command::EndSession);
        self.write_up(meeting, (by, chair), sitting, &table);
    }

    /// The minutes of the next day, validated by the chair, passed on; a review three months later ends it.
    fn write_up(
        &mut self,
        meeting: TeamMeetingId,
        (by, chair): (WorkerId, WorkerId),
        sitting: &Sitting,
        table: &[Participant],
    ) {
        let on = self.day(sitting.on);
        let rulings: Vec<_> = sitting.rulings.iter().map(|(text, ..)| *text).collect();
        let text = format!("{} Décidé : {}.", sitting.view.1, rulings.join(" ; "));
        let minutes = Command::DraftMinutes {
            support_case: self.case,
            text: about(self.claire.person.0, Compartment::Social, &text),
        };
        let written = self.book.calendar.at(workday(plus(on, 1)), 9, 0);
        self.at_meeting(meeting, by, written, minutes);
        let validated = self.book.calendar.at(workday(plus(on, 5)), 16, 0);
        self.at_meeting(meeting, chair, validated, Command::ValidateMinutes);
        for command in shares(self.case, table) {
            self.at_meeting(meeting, chair, validated, command);
        }
        let reviewed_on = workday(plus(on, 90));
        let reviewed = self.book.calendar.at(reviewed_on, 11, 0);
        self.at_meeting(meeting, chair, reviewed, Command::HoldReview { on: reviewed_on });
        self.at_meeting(meeting, chair, reviewed, Command::Close);
    }

    pub(super) fn rule(
        &mut self,
        meeting: TeamMeetingId,
        by: WorkerId,
        at: Moment,
        (text, domains, login, due): Ruling<'_>,
        reason: &str,
    ) {
        let decision = DecisionId(self.book.id("decision", at));
        let record = Decision {
            decision,
            support_case: self.case,
            text: about(self.claire.person.0, Compartment::Social, text),
            domains: domains.to_vec(),
            doer: self.doer(login),
            due_on: self.day(due),
            dissent: None,
            weight: None,
            votes: None,
            ground: Some(ground(
                Power::Agreement,
                about(self.claire.person.0, Compartment::Social, reason),
            )),
        };
        self.at_meeting(meeting, by, at, Command::RecordDecision(record));
    }

    fn doer(&self, login: &str) -> Doer {
        if login == CLAIRE {
            Doer::Person(self.claire.person)
        } else {
            Doer::Worker(worker(login))
        }
    }

    pub(super) fn at_meeting(&mut self, meeting: TeamMeetingId, by: WorkerId, at: Moment, command: Command) {
        self.book.write(meeting.0, by, at, Wish::TeamMeeting(command));
    }

    /// The five decisions of 2023 became actions: four were done by their date, one later.
    fn follow_up(&mut self) {
        let kept: [(&str, DomainOfLife, &str, Drawn, Drawn); 4] = [
            (
                "Demander la MASP",
                Budget,
                "pierre.lacaze",
                (2023, 9, 29),
                (2023, 9, 26),
            ),
            (
                "Faire signer l’AED",
                Parenting,
                "pierre.lacaze",
                (2023, 9, 29),
                (2023, 9, 20),
            ),
            (
                "Demander le RASED",
                School,
                "sarah.diallo",
                (2023, 11, 10),
                (2023, 11, 6),
            ),
            (
                "Accueillir au groupe du jeudi",
                Network,
                "paul.ndiaye",
                (2024, 1, 12),
                (2024, 1, 4),
            ),
        ];
        let pierre = "pierre.lacaze";
        for (what, domain, doer, due, done) in kept {
            let doer = self.doer(doer);
            let action = self.assign((2023, 9, 12), pierre, domain, what, doer, Some(due));
            self.complete(done, pierre, action);
        }
        let claire = self.doer(CLAIRE);
        let what = "Écrire le calendrier des week-ends";
        let action = self.assign((2023, 9, 12), pierre, Parenting, what, claire, Some((2023, 10, 31)));
        let reason = "La première rencontre avec le père a été déplacée";
        self.delay((2023, 11, 2), pierre, action, (2023, 11, 30), reason);
        self.complete((2023, 11, 24), pierre, action);
    }
}
