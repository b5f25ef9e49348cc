//! Levels in two voices over six years, the words of today, what carries and blocks, and what is reserved to the care
//! team.

use super::{Drawn, Family};
use crate::book::{about, shared, within};
use crate::calendar::spoken;
use crate::territory::worker;
use domain::support_case::{Assessment, Command, Story, Trait};
use domain::words::DomainOfLife::{self, Budget, Employment, Health, Housing, Network, Parenting, School};
use domain::words::{Level, PersonId, StoryId, TraitId, Voice};
use sealed::Compartment;

const ANNE: &str = "anne.delcourt";
const PIERRE: &str = "pierre.lacaze";
const JULIE: &str = "julie.marchand";

/// When, by whom, and the levels she and the professionals give, before the words of today.
type Levels = (DomainOfLife, &'static [(Drawn, &'static str, u8, u8)]);

const LEVELS: [Levels; 6] = [
    (
        Housing,
        &[
            ((2020, 11, 16), ANNE, 2, 2),
            ((2021, 6, 14), ANNE, 4, 4),
            ((2022, 11, 7), PIERRE, 3, 4),
            ((2023, 9, 12), PIERRE, 4, 4),
            ((2026, 4, 17), JULIE, 4, 3),
            ((2026, 7, 22), JULIE, 3, 2),
            ((2026, 9, 28), JULIE, 3, 1),
        ],
    ),
    (
        Budget,
        &[
            ((2020, 11, 16), ANNE, 2, 2),
            ((2022, 2, 15), ANNE, 3, 3),
            ((2022, 11, 7), PIERRE, 3, 2),
            ((2023, 6, 9), PIERRE, 2, 2),
            ((2024, 4, 29), JULIE, 4, 4),
            ((2025, 7, 1), JULIE, 4, 3),
            ((2026, 6, 19), JULIE, 3, 2),
        ],
    ),
    (
        Employment,
        &[
            ((2020, 11, 16), ANNE, 2, 1),
            ((2021, 6, 14), ANNE, 2, 2),
            ((2022, 1, 10), ANNE, 3, 3),
            ((2022, 11, 7), PIERRE, 2, 1),
            ((2023, 12, 8), PIERRE, 3, 2),
            ((2024, 7, 19), JULIE, 4, 3),
            ((2025, 9, 11), JULIE, 4, 4),
            ((2026, 6, 19), JULIE, 3, 2),
        ],
    ),
    (
        Parenting,
        &[
            ((2020, 11, 16), ANNE, 4, 3),
            ((2021, 5, 5), ANNE, 3, 3),
            ((2022, 5, 18), ANNE, 3, 2),
            ((2023, 3, 22), PIERRE, 2, 2),
            ((2023, 12, 19), PIERRE, 3, 3),
            ((2024, 5, 16), JULIE, 4, 4),
        ],
    ),
    (
        School,
        &[
            ((2020, 12, 8), ANNE, 3, 3),
            ((2022, 3, 11), ANNE, 3, 3),
            ((2023, 9, 12), PIERRE, 2, 2),
            ((2024, 6, 3), JULIE, 4, 4),
            ((2025, 10, 10), JULIE, 5, 4),
        ],
    ),
    (
        Network,
        &[
            ((2020, 11, 19), ANNE, 3, 3),
            ((2022, 4, 19), ANNE, 2, 2),
            ((2022, 11, 7), PIERRE, 1, 2),
            ((2023, 9, 12), PIERRE, 2, 3),
            ((2024, 9, 20), JULIE, 4, 4),
        ],
    ),
];

/// What the care team alone reads.
const RESERVED: [(Drawn, &str); 3] = [
    (
        (2021, 5, 6),
        "Suivi de la naissance : rendez-vous tenus, prochain contrôle dans six mois.",
    ),
    (
        (2023, 11, 9),
        "Consultation spécialisée proposée et acceptée, premier rendez-vous fixé.",
    ),
    (
        (2024, 5, 23),
        "Suivi terminé d’un commun accord, courrier remis à Mme Besnard.",
    ),
];

impl Family<'_> {
    pub(super) fn stand(&mut self) {
        for (domain, levels) in LEVELS {
            for (on, by, hers, ours) in levels {
                self.rate(*on, by, domain, Voice::Person, *hers, None);
                self.rate(*on, by, domain, Voice::Worker, *ours, None);
            }
        }
        self.say_now();
        self.tell();
        self.carry_and_block();
        for (on, text) in RESERVED {
            let at = self.at(on, 16, 30);
            let assessment = Assessment {
                domain: Health,
                voice: Voice::Worker,
                level: None,
                words: Some(within(self.claire.person.0, Health, text)),
            };
            self.ask(worker("odile.kermarrec"), at, Command::Assess(assessment));
        }
    }

    /// The words of both voices, as the meeting of the day reads them.
    fn say_now(&mut self) {
        let (hearing, hired) = (spoken(self.day((2027, 1, 14))), spoken(self.day((2027, 1, 4))));
        let rent = format!("6 loyers impayés, 1 896 €. Audience le {hearing}.");
        let job = format!("Embauche promise : cuisine centrale, 30 h, le {hired}.");
        let talked = (2026, 11, 12);
        let said = [
            (
                talked,
                Housing,
                (2, "J’ai peur d’ouvrir le courrier."),
                (1, rent.as_str()),
            ),
            (
                talked,
                Budget,
                (2, "Le 15 du mois, il n’y a plus rien."),
                (2, "Reste à vivre : 7,40 € par jour et par personne."),
            ),
            (
                (2026, 11, 19),
                Employment,
                (4, "Ce travail, je le veux."),
                (3, job.as_str()),
            ),
            (
                talked,
                Parenting,
                (4, "Le soir, on lit tous les trois."),
                (4, "Rythme stable. Garde de Tom à trouver le matin."),
            ),
            (
                talked,
                School,
                (5, "La maîtresse me dit bonjour."),
                (4, "Assiduité sans faille. Cantine : 186 € dus."),
            ),
            (
                talked,
                Network,
                (3, "Ma mère, je n’ose pas demander."),
                (4, "Grand-mère à 12 km, disponible le mercredi."),
            ),
        ];
        for (on, domain, (hers, says), (ours, seen)) in said {
            self.rate(on, JULIE, domain, Voice::Person, hers, Some(says));
            self.rate(on, JULIE, domain, Voice::Worker, ours, Some(seen));
        }
    }

    fn rate(&mut self, on: Drawn, by: &str, domain: DomainOfLife, voice: Voice, level: u8, words: Option<&str>) {
        // On the morning of the meeting the levels come before it.
        let at = if on == (2026, 11, 19) {
            self.at(on, 9, 30)
        } else {
            self.at(on, 16, 0)
        };
        let text = self.book.id("text", at);
        let assessment = Assessment {
            domain,
            voice,
            level: Level::try_from(level).ok(),
            words: words.map(|words| self.text(text, domain, words)),
        };
        self.ask(worker(by), at, Command::Assess(assessment));
    }

    fn tell(&mut self) {
        let claire = self.claire.person;
        let early = "À l’hôtel, Inès dort avec sa valise faite. Je veux une adresse.";
        self.say((2020, 11, 16), ANNE, claire, early, None);
        let later = "Le père a les enfants un week-end sur deux. Je tiens, mais le soir je suis seule.";
        self.say((2023, 9, 4), PIERRE, claire, later, None);
        let ines = self.ines.person;
        self.say((2026, 11, 12), JULIE, ines, "Je veux garder ma maîtresse.", None);
        let now = "Je veux garder l’appartement pour que les enfants restent dans leur école. Si quelqu’un prend Tom le \
                   matin, je travaille dès janvier.";
        self.say((2026, 11, 12), "elodie.roux", claire, now, Some((2026, 11, 12)));
        let (hearing, signed) = (spoken(self.day((2027, 1, 14))), spoken(self.day((2026, 11, 27))));
        let summary = format!(
            "L’audience du {hearing} peut être évitée si l’accord avec le bailleur est signé avant le {signed}."
        );
        let at = self.at((2026, 11, 17), 17, 0);
        let text = about(claire.0, Compartment::Social, &summary);
        self.ask(worker(JULIE), at, Command::SumUp { text });
    }

    fn say(&mut self, on: Drawn, by: &str, speaker: PersonId, words: &str, read_back: Option<Drawn>) {
        let at = self.at(on, 15, if read_back.is_some() { 40 } else { 20 });
        let story = Story {
            story: StoryId(self.book.id("story", at)),
            speaker,
            words: about(speaker.0, Compartment::Social, words),
            read_back_on: read_back.map(|on| self.day(on)),
        };
        self.ask(worker(by), at, Command::RecordStory(story));
    }

    fn carry_and_block(&mut self) {
        let named: [(&str, Voice, Option<DomainOfLife>, bool); 6] = [
            ("Elle vient toujours", Voice::Worker, None, true),
            ("Un emploi promis", Voice::Person, Some(Employment), true),
            ("Sa mère, le mercredi", Voice::Person, Some(Network), true),
            ("Le courrier fait peur", Voice::Person, Some(Housing), false),
            ("La garde à 6 h 30", Voice::Person, Some(Parenting), false),
            ("Le FSL à demander", Voice::Worker, Some(Budget), false),
        ];
        for ((text, named_by, domain, carries), minute) in named.into_iter().zip(0_i8..) {
            let at = self.at((2026, 11, 12), 16, 30 + minute);
            let id = TraitId(self.book.id("trait", at));
            let text = match domain {
                Some(domain) => self.text(id.0, domain, text),
                None => shared(id.0, Compartment::Social, text),
            };
            let named = Trait {
                id,
                text,
                named_by,
                domain,
                holder: None,
                relative: None,
            };
            let command = if carries {
                Command::IdentifyStrength(named)
            } else {
                Command::IdentifyObstacle(named)
            };
            self.ask(worker(JULIE), at, command);
        }
    }
}
