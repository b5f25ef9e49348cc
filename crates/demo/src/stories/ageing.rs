//! Someone ages alone at home: help comes in, the bond with others is kept.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, DailyLife, DigitalAutonomy, Health, Housing, Network, Rights};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::Elder],
    supports: &[Support::Generalist],
    for_children: false,
    complexities: &[
        &[Complexity::Distance],
        &[Complexity::ManyServices],
        &[Complexity::Distance, Complexity::ManyServices],
    ],
    words: [
        "Je veux rester chez moi. J’ai mes habitudes, mon banc, mes voisins.",
        "La dame du matin me laisse faire ce que je peux. C’est bien comme ça.",
    ],
    strengths: [
        (Network, "Un voisin passe tous les soirs"),
        (DailyLife, "Prépare tous ses repas"),
        (Housing, "Propriétaire, maison de plain-pied"),
    ],
    obstacles: [
        (DailyLife, "Les courses, depuis que la voiture est vendue"),
        (DigitalAutonomy, "Les démarches ne se font plus qu’en ligne"),
    ],
    threads: [
        thread(
            DailyLife,
            [(3, 2), (3, 3), (4, 4)],
            [
                "Je me débrouille, sauf pour les courses.",
                "Deux heures le matin, ça suffit.",
                "J’ai repris le jardin, un peu.",
            ],
            [
                "Repas préparés, courses difficiles depuis l’hiver.",
                "Aide à domicile quatre heures par semaine.",
                "Plan d’aide stable, téléassistance installée.",
            ],
        ),
        thread(
            Network,
            [(2, 3), (3, 3), (4, 4)],
            [
                "Depuis le décès, les dimanches sont longs.",
                "Je vais au club le mardi.",
                "On joue aux cartes à quatre.",
            ],
            [
                "Un voisin présent chaque soir. Peu de sorties.",
                "Transport du CCAS réservé pour le club.",
                "Deux sorties par semaine, famille au téléphone.",
            ],
        ),
        thread(
            Housing,
            [(4, 3), (4, 3), (4, 4)],
            [
                "La maison, je la connais les yeux fermés.",
                "La barre dans la douche, je n’en voulais pas.",
                "La barre, je m’en sers.",
            ],
            [
                "Salle de bain à adapter, deux marches à l’entrée.",
                "Visite d’ergothérapie faite, devis de {somme}.",
                "Travaux faits, douche de plain-pied.",
            ],
        ),
    ],
    goals: [
        (
            DailyLife,
            "Rester chez moi, avec un peu d’aide le matin.",
            "Un plan d’aide en place avant l’hiver",
        ),
        (
            Network,
            "Revoir du monde, pas seulement le docteur.",
            "Une sortie par semaine",
        ),
    ],
    steps: [
        step(
            0,
            Rights,
            By::Referent,
            "Déposer la demande d’allocation personnalisée d’autonomie",
            Fate::Done("Demande complète, évaluation faite à domicile"),
        ),
        step(
            2,
            Housing,
            By::Referent,
            "Demander la visite d’un ergothérapeute",
            Fate::Late("Délai du service, visite reportée d’un mois", Blocker::AnotherBody),
        ),
        step(
            3,
            Network,
            By::Other("yasmine.cherif"),
            "Réserver le transport pour le club du mardi",
            Fate::Done("Première sortie faite, place gardée"),
        ),
        step(
            5,
            DailyLife,
            By::Person,
            "Essayer le portage de repas pendant une semaine",
            Fate::GivenUp("Préfère cuisiner ; courses livrées à la place"),
        ),
        step(
            8,
            Housing,
            By::Referent,
            "Suivre la demande d’aide pour la douche",
            Fate::Done("Aide accordée, travaux terminés"),
        ),
    ],
    notes: &[
        heard(
            HomeVisit,
            &[DailyLife, Network],
            "Première visite, à la demande du voisin et avec l’accord de {nom}. La maison est tenue. Les courses sont le point qui pèse.",
            "Je ne veux pas qu’on décide pour moi.",
        ),
        note(
            Call,
            &[Rights],
            "Appel au sujet de l’APA : la visite d’évaluation est fixée, le voisin sera là.",
        ),
        note(
            HomeVisit,
            &[DailyLife],
            "Lecture du plan d’aide proposé. Deux heures sont refusées, quatre sont gardées, le matin.",
        ),
        heard(
            HomeVisit,
            &[DailyLife, Housing],
            "L’aide à domicile a commencé. Les tâches sont redites à trois.",
            "Elle fait avec moi, pas à ma place.",
        ),
        note(
            Call,
            &[Network],
            "Le transport est réservé. Premier mardi au club la semaine prochaine.",
        ),
        note(
            HomeVisit,
            &[Housing],
            "Visite avec l’ergothérapeute. Une barre et une douche sans marche sont proposées.",
        ),
        note(
            Interview,
            &[Budget],
            "Devis comparés. La caisse de retraite prend une part, le reste est étalé.",
        ),
        note(
            Call,
            &[DailyLife, Health],
            "Retour d’hôpital prévu jeudi. L’aide est doublée pendant deux semaines.",
        ),
        heard(
            HomeVisit,
            &[Housing],
            "Travaux terminés. La douche a été essayée.",
            "Je n’en voulais pas, je le reconnais, c’est mieux.",
        ),
        note(Call, &[Network], "Nouvelles du club par téléphone. La belote a repris."),
        note(
            HomeVisit,
            &[DailyLife, DigitalAutonomy],
            "Déclaration de revenus faite ensemble. La prochaine sera faite au point numérique.",
        ),
    ],
    turn: Some((-4, Network, "Veuvage")),
    measure: Some((2, DailyLife, "Plan d’aide APA", 36)),
    dates: [
        date(1, 60, Due::Reply, Rights, "Décision sur l’APA", true),
        date(9, 60, Due::Review, DailyLife, "Révision du plan d’aide", false),
    ],
    around: &["yasmine.cherif"],
    question: "Comment rester à domicile cet hiver, avec quelle aide et quels relais ?",
    viewpoint: "Le transport du mardi peut continuer toute l’année. Une visite du samedi est possible.",
    rulings: [
        ruling(
            "Quatre heures d’aide par semaine, le matin",
            &[DailyLife],
            By::Referent,
            30,
        ),
        ruling(
            "Visite de convivialité le samedi",
            &[Network],
            By::Other("yasmine.cherif"),
            21,
        ),
    ],
    summary: [
        "Le maintien à domicile est souhaité ; l’aide du matin reste à mettre en place.",
        "Le plan d’aide est en place, les sorties ont repris.",
    ],
    closing: ClosureReason::Transferred,
    balance: "Plan d’aide et logement adaptés. Le portage de repas n’a pas été retenu. Le CCAS garde le lien du mardi.",
};
