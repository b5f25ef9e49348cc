//! A year of close work towards a job: small steps each week, with those who hire.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, Interview, Message, Video};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, DigitalAutonomy, Employment, Mobility, Network, Rights, Training};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::Single, Makeup::SingleParent, Makeup::Couple],
    supports: &[Support::IntensiveInsertion],
    for_children: false,
    complexities: &[&[Complexity::Distance], &[Complexity::ManyServices]],
    words: [
        "Cinq ans sans contrat, je ne sais plus par où commencer. Je veux me lever pour quelque chose.",
        "Je pars à 7 h 10. J’aime ce bruit de clés le matin.",
    ],
    strengths: [
        (Employment, "A tenu un stand de marché pendant six ans"),
        (Training, "Apprend vite avec les mains"),
        (Network, "Un ancien collègue prêt à appuyer sa candidature"),
    ],
    obstacles: [
        (Mobility, "Pas de véhicule, zone d’activité sans bus"),
        (DigitalAutonomy, "Les candidatures passent par un site"),
    ],
    threads: [
        thread(
            Employment,
            [(2, 1), (3, 2), (4, 4)],
            [
                "On ne me rappelle jamais.",
                "Le chantier me remet dans le rythme.",
                "Je signe lundi.",
            ],
            [
                "Dernier contrat il y a cinq ans.",
                "Chantier d’insertion, 26 h, présence de 95 %.",
                "CDD de neuf mois dans les espaces verts.",
            ],
        ),
        thread(
            Mobility,
            [(1, 1), (3, 2), (4, 4)],
            [
                "Sans voiture, c’est non avant même l’entretien.",
                "Le scooter prêté change tout.",
                "J’ai eu le code du premier coup.",
            ],
            [
                "Zone d’activité à 9 km, aucun bus avant 8 h.",
                "Scooter prêté par la plateforme de mobilité.",
                "Code obtenu, leçons de conduite financées.",
            ],
        ),
        thread(
            Budget,
            [(2, 2), (2, 2), (3, 3)],
            [
                "Je vis avec ce que j’ai.",
                "J’ai payé l’assurance du scooter.",
                "Premier salaire, j’ai tout noté.",
            ],
            [
                "RSA, reste à vivre de 6,10 € par jour.",
                "Frais de repas remboursés pendant le chantier.",
                "Salaire de {somme} en plus du RSA pendant trois mois.",
            ],
        ),
    ],
    goals: [
        (
            Employment,
            "Me lever pour un vrai contrat.",
            "Un contrat d’au moins six mois",
        ),
        (
            Mobility,
            "Pouvoir aller travailler dans la zone.",
            "Un moyen de transport à 7 h",
        ),
    ],
    steps: [
        step(
            0,
            Employment,
            By::Other("laurence.vidal"),
            "Demander l’entrée au chantier d’insertion, espaces verts",
            Fate::Done("Entrée au chantier, 26 h par semaine"),
        ),
        step(
            1,
            Mobility,
            By::Referent,
            "Demander le prêt d’un scooter à la plateforme",
            Fate::Late("Un seul scooter disponible, liste d’attente", Blocker::Transport),
        ),
        step(
            2,
            DigitalAutonomy,
            By::Person,
            "Créer une boîte mail et garder le mot de passe",
            Fate::Done("Boîte créée, première candidature envoyée"),
        ),
        step(
            5,
            Training,
            By::Other("laurence.vidal"),
            "Réserver une place pour la formation au maniement des machines",
            Fate::Done("Formation suivie, attestation remise"),
        ),
        step(
            8,
            Employment,
            By::Person,
            "Faire un essai de deux jours en serre",
            Fate::GivenUp("Essai déplacé trois fois par l’entreprise"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Employment],
            "Premier rendez-vous à trois avec la conseillère emploi. Le contrat dit qui fait quoi, semaine par semaine.",
            "Je veux qu’on me dise la vérité sur les délais.",
        ),
        note(
            Call,
            &[Mobility],
            "Appel à la plateforme de mobilité : dossier complet, deux personnes avant.",
        ),
        note(
            Interview,
            &[DigitalAutonomy, Employment],
            "Une candidature est envoyée pendant le rendez-vous, la première depuis longtemps.",
        ),
        note(
            Message,
            &[Employment],
            "Message du chantier : présence tous les jours cette semaine.",
        ),
        heard(
            Interview,
            &[Employment, Network],
            "Retour sur le premier mois de chantier. L’encadrant lui confie la tondeuse.",
            "Il m’a laissé les clés du camion.",
        ),
        note(
            Video,
            &[Rights],
            "Déclaration trimestrielle faite en visio, cumul expliqué ligne à ligne.",
        ),
        note(
            Interview,
            &[Training],
            "Inscription à la formation. Les horaires sont compatibles avec le chantier.",
        ),
        note(
            Call,
            &[Mobility],
            "Le scooter est là. Trajet essayé dimanche : 18 minutes.",
        ),
        note(
            Interview,
            &[Budget],
            "Budget avec le premier salaire. Une somme est gardée pour l’assurance.",
        ),
        heard(
            Interview,
            &[Employment],
            "Entretien préparé à voix haute, deux fois. L’entreprise est celle de l’ancien collègue.",
            "J’ai soutenu son regard, cette fois.",
        ),
        note(
            Call,
            &[Employment],
            "{Elle} appelle à la sortie : réponse positive, début le premier du mois.",
        ),
    ],
    turn: Some((6, Employment, "Reprise du travail")),
    measure: Some((0, Employment, "Contrat d’engagement", 12)),
    dates: [
        date(2, 60, Due::Review, Employment, "Revue du contrat d’engagement", true),
        date(6, 60, Due::Term, Employment, "Fin du chantier", false),
    ],
    around: &["laurence.vidal"],
    question: "Quelle suite après le chantier, et par quel moyen de transport ?",
    viewpoint: "Deux entreprises cherchent pour le printemps. Le permis reste la première demande des employeurs.",
    rulings: [
        ruling(
            "Financer vingt heures de conduite",
            &[Mobility, Employment],
            By::Referent,
            30,
        ),
        ruling(
            "Proposer une immersion de deux semaines",
            &[Employment],
            By::Other("laurence.vidal"),
            21,
        ),
    ],
    summary: [
        "Le chantier commence ; le trajet du matin décide de la suite.",
        "Le contrat approche, le code est obtenu. Les leçons de conduite commencent.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "CDD signé, code obtenu. L’essai en serre n’a pas eu lieu. {nom} garde le contact de l’encadrant.",
};
