//! A disability changes the week: rights are recognised slowly, a place is waited for.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, Employment, Mobility, Network, Parenting, Rights, School};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::Family],
    supports: &[Support::Generalist],
    for_children: false,
    complexities: &[
        &[Complexity::DisabilityWithoutPlace],
        &[Complexity::DisabilityWithoutPlace, Complexity::ManyServices],
        &[Complexity::ManyServices],
    ],
    words: [
        "{enfant} apprend à sa façon. Je veux une école qui le sache avant le premier jour.",
        "La dame qui l’accompagne en classe a changé nos matins.",
    ],
    strengths: [
        (School, "{enfant} aime l’école et ses camarades"),
        (Parenting, "Les parents se relaient pour chaque rendez-vous"),
        (Network, "Une association de familles à quinze minutes"),
    ],
    obstacles: [
        (School, "Pas d’accompagnante le matin"),
        (Employment, "Les rendez-vous tombent sur les heures de travail"),
    ],
    threads: [
        thread(
            School,
            [(3, 2), (3, 3), (4, 3)],
            [
                "On lui demande de ne pas bouger, c’est tout.",
                "Depuis l’accompagnante, {enfant} y va en chantant.",
                "{enfant} a reçu une invitation à un anniversaire.",
            ],
            [
                "Scolarisation à mi-temps, faute d’accompagnante.",
                "Accompagnement notifié : douze heures, huit pourvues.",
                "Temps plein, douze heures pourvues.",
            ],
        ),
        thread(
            Rights,
            [(2, 2), (3, 3), (4, 4)],
            [
                "Le dossier fait vingt pages, je bloque à la huitième.",
                "On attend la réponse.",
                "On a l’allocation depuis mars.",
            ],
            [
                "Dossier MDPH à remplir, certificat à demander.",
                "Dossier complet, délai annoncé de quatre mois.",
                "Allocation et accompagnement accordés pour trois ans.",
            ],
        ),
        thread(
            Employment,
            [(3, 3), (2, 2), (3, 3)],
            [
                "Je tiens, mais pour combien de temps ?",
                "J’ai posé tous mes congés en rendez-vous.",
                "Mon chef a accepté le mercredi.",
            ],
            [
                "Un emploi à temps plein, un à mi-temps.",
                "Absences du travail pour les rendez-vous, {somme} de salaire en moins.",
                "Temps partiel choisi, compensé en partie.",
            ],
        ),
    ],
    goals: [
        (
            School,
            "Voir {enfant} aller à l’école toute la journée.",
            "Un emploi du temps complet",
        ),
        (
            Rights,
            "Finir le dossier sans y passer mes nuits.",
            "Accusé de réception de la MDPH",
        ),
    ],
    steps: [
        step(
            0,
            Rights,
            By::Referent,
            "Remplir le dossier MDPH avec les parents, en deux fois",
            Fate::Done("Dossier complet envoyé"),
        ),
        step(
            1,
            School,
            By::Other("mathieu.lenoir"),
            "Réunir l’équipe de suivi de la scolarisation",
            Fate::Done("Réunion tenue, besoins écrits"),
        ),
        step(
            3,
            Rights,
            By::Person,
            "Faire signer le certificat par le spécialiste",
            Fate::Late("Rendez-vous reporté de deux mois par le cabinet", Blocker::AnotherBody),
        ),
        step(
            6,
            Network,
            By::Person,
            "Aller à la rencontre des familles du samedi",
            Fate::Done("Deux rencontres, numéros échangés"),
        ),
        step(
            9,
            Mobility,
            By::Referent,
            "Demander le transport scolaire adapté",
            Fate::GivenUp("Un voisin fait le trajet ; demande retirée par la famille"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[School, Rights],
            "Premier entretien avec la famille. {enfant} dessine pendant que l’on parle. Le dossier est ouvert à la première page.",
            "On ne veut pas une faveur, on veut une place.",
        ),
        note(
            Interview,
            &[Rights],
            "Deuxième partie du dossier. Le projet de vie est écrit avec les mots de la famille.",
        ),
        note(
            Call,
            &[School],
            "Appel à l’enseignante référente : la réunion peut avoir lieu ce mois-ci.",
        ),
        note(
            HomeVisit,
            &[Parenting],
            "Visite au domicile. Les images affichées aident {enfant} à prévoir la journée.",
        ),
        note(
            Message,
            &[Rights],
            "Accusé de réception de la MDPH transmis par la famille.",
        ),
        heard(
            Interview,
            &[Employment],
            "Point sur le travail. Le congé de présence parentale est expliqué, simulation faite.",
            "Je ne veux pas choisir entre les deux.",
        ),
        note(
            Interview,
            &[School],
            "Réunion à l’école. Huit heures d’accompagnement pourvues, quatre restent à trouver.",
        ),
        note(
            Call,
            &[Rights],
            "Notification reçue : allocation accordée. Le recours n’est pas nécessaire.",
        ),
        heard(
            HomeVisit,
            &[School, Network],
            "Visite au retour de l’école. {enfant} montre son cahier.",
            "{enfant} a levé la main, c’est la première fois.",
        ),
        note(
            Interview,
            &[Budget],
            "Le rappel d’allocation est réparti : dette de cantine, puis vélo adapté.",
        ),
        note(
            Call,
            &[Network],
            "La famille a rejoint l’association ; une sortie est prévue.",
        ),
    ],
    turn: Some((1, School, "Entrée à l’école élémentaire")),
    measure: Some((6, School, "Accompagnement en classe", 24)),
    dates: [
        date(1, 50, Due::File, Rights, "Dossier MDPH à compléter", false),
        date(8, 90, Due::Review, School, "Réunion de l’équipe de suivi", true),
    ],
    around: &["mathieu.lenoir"],
    question: "Comment passer à une journée entière d’école à la rentrée ?",
    viewpoint: "Quatre heures d’accompagnement restent à pourvoir. Une personne pourrait venir les lundis et jeudis.",
    rulings: [
        ruling(
            "Recours gracieux pour les quatre heures manquantes",
            &[School, Rights],
            By::Referent,
            21,
        ),
        ruling(
            "Essai de la journée entière le jeudi",
            &[School],
            By::Other("mathieu.lenoir"),
            30,
        ),
    ],
    summary: [
        "Le dossier est la clé ; l’école accueille à mi-temps en attendant.",
        "La journée entière tient deux jours sur quatre. Quatre heures restent à pourvoir.",
    ],
    closing: ClosureReason::Transferred,
    balance: "Droits ouverts pour trois ans, journée entière à l’école. Le suivi passe au service spécialisé.",
};
