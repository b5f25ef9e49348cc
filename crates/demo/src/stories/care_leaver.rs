//! A young adult leaves care: a roof, papers, a training, and people to count on.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, DropIn, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, DailyLife, Employment, Housing, Network, Rights, Training};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::YoungAdult],
    supports: &[Support::Generalist, Support::Insertion],
    for_children: false,
    complexities: &[&[Complexity::ManyServices], &[Complexity::Distance]],
    words: [
        "À dix-huit ans tout s’arrête d’un coup. Je veux finir mon CAP et avoir une clé à moi.",
        "J’ai ma clé. Le dimanche je mange chez Martine, ma famille d’accueil.",
    ],
    strengths: [
        (Training, "Deuxième année de CAP, bon stage"),
        (Network, "Garde le lien avec sa famille d’accueil"),
        (DailyLife, "Sait cuisiner et tenir un budget de semaine"),
    ],
    obstacles: [
        (Housing, "Pas de garant pour un logement"),
        (Budget, "Première aide versée avec deux mois de décalage"),
    ],
    threads: [
        thread(
            Housing,
            [(2, 2), (3, 3), (4, 4)],
            [
                "Je ne sais pas où je dors en juin.",
                "Le foyer ça va, c’est bruyant.",
                "J’ai mon studio.",
            ],
            [
                "Sortie de l’aide sociale à l’enfance dans trois mois.",
                "Place en foyer de jeunes travailleurs.",
                "Studio en bail direct, garantie accordée.",
            ],
        ),
        thread(
            Training,
            [(3, 3), (3, 4), (5, 4)],
            [
                "Le CAP, je le finis.",
                "Le maître de stage me fait confiance.",
                "J’ai eu mon CAP.",
            ],
            [
                "CAP cuisine, deuxième année, absences en baisse.",
                "Stage validé, contrat d’apprentissage proposé.",
                "Diplôme obtenu, embauche dans le même restaurant.",
            ],
        ),
        thread(
            Network,
            [(3, 3), (4, 3), (4, 4)],
            [
                "Je peux appeler Martine à n’importe quelle heure.",
                "J’ai deux vrais amis.",
                "Je connais tout le monde au foyer.",
            ],
            [
                "Famille d’accueil présente, peu d’autres appuis.",
                "Parrainage proposé et accepté.",
                "Réseau amical et professionnel en place.",
            ],
        ),
    ],
    goals: [
        (
            Housing,
            "Avoir une clé à moi avant l’été.",
            "Une place en foyer ou un studio signé",
        ),
        (Training, "Finir mon CAP.", "Examen passé"),
    ],
    steps: [
        step(
            0,
            Housing,
            By::Referent,
            "Déposer une demande en foyer de jeunes travailleurs",
            Fate::Done("Admission prononcée"),
        ),
        step(
            1,
            Rights,
            By::Referent,
            "Demander l’accompagnement jeune majeur",
            Fate::Done("Accord pour un an"),
        ),
        step(
            2,
            Budget,
            By::Person,
            "Ouvrir un compte et transmettre le RIB",
            Fate::Late("Carte d’identité en cours de renouvellement", Blocker::AnotherBody),
        ),
        step(
            5,
            Network,
            By::Other("paul.ndiaye"),
            "Présenter le parrainage de l’association",
            Fate::Done("Première rencontre tenue avec la marraine"),
        ),
        step(
            8,
            Employment,
            By::Person,
            "Postuler à un emploi d’été en centre de vacances",
            Fate::GivenUp("Le restaurant propose un contrat pour l’été"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Housing, Training],
            "Premier entretien avec l’éducatrice de l’aide sociale à l’enfance. La sortie est prévue dans trois mois ; le logement vient d’abord.",
            "Je veux pas recommencer à zéro avec quelqu’un d’autre.",
        ),
        note(
            Call,
            &[Housing],
            "Appel au foyer : dossier reçu, commission dans quinze jours.",
        ),
        note(
            Interview,
            &[Rights, Budget],
            "Point sur les droits d’un jeune majeur. La demande est remplie et signée ensemble.",
        ),
        note(
            DropIn,
            &[Rights],
            "Passage avec le récépissé de la carte d’identité. Copie faite pour la banque.",
        ),
        heard(
            HomeVisit,
            &[Housing],
            "Visite au foyer après l’emménagement. La chambre est installée.",
            "Il y a du monde, mais je peux fermer ma porte.",
        ),
        note(
            Message,
            &[Training],
            "Message du maître de stage transmis par {nom} : stage validé.",
        ),
        note(
            Interview,
            &[Network],
            "Rencontre avec la marraine de l’association. Prochaine sortie fixée par {lui}.",
        ),
        note(
            Interview,
            &[Budget],
            "Premier salaire d’apprentissage. Budget d’un mois entier posé pour la première fois.",
        ),
        heard(
            Call,
            &[Training],
            "Appel le soir des résultats.",
            "Je l’ai, je voulais vous le dire en premier.",
        ),
        note(
            Interview,
            &[Housing, Employment],
            "Le studio est visité, la garantie est accordée. Le bail est lu ligne à ligne.",
        ),
    ],
    turn: Some((2, Rights, "Dix-huit ans, sortie de l’aide sociale à l’enfance")),
    measure: Some((2, Rights, "Accompagnement jeune majeur", 12)),
    dates: [
        date(1, 45, Due::Reply, Housing, "Commission d’admission du foyer", false),
        date(10, 60, Due::Term, Rights, "Fin de l’accompagnement jeune majeur", true),
    ],
    around: &["paul.ndiaye"],
    question: "Quel logement à la sortie, et qui répond le soir et le week-end ?",
    viewpoint: "Une marraine est disponible le dimanche. Le lien avec la famille d’accueil est à garder, il tient.",
    rulings: [
        ruling("Dossier de garantie locative à déposer", &[Housing], By::Referent, 21),
        ruling(
            "Rencontre avec la marraine avant les vacances",
            &[Network],
            By::Other("paul.ndiaye"),
            28,
        ),
    ],
    summary: [
        "La sortie approche ; la place en foyer décide de la suite du CAP.",
        "Le logement et le diplôme sont là. Le premier bail en direct se prépare.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "CAP obtenu, studio signé, compte ouvert. {Elle} garde le numéro de sa marraine et celui de la MDS.",
};
