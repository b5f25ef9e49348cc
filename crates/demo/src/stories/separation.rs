//! A couple parts: rights, rent and the children's week are arranged anew.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, Employment, Housing, Network, Parenting, Rights, School};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::SingleParent],
    supports: &[Support::Generalist, Support::Insertion],
    for_children: false,
    complexities: &[
        &[Complexity::ChildUnderTwo],
        &[Complexity::ManyServices],
        &[Complexity::Violence],
        &[Complexity::HearingSoon],
        &[Complexity::ChildUnderTwo, Complexity::ManyServices],
    ],
    words: [
        "Je veux que les enfants gardent leurs habitudes, même avec deux maisons.",
        "On se parle sans crier. {enfant} a repris le foot le mercredi.",
    ],
    strengths: [
        (Parenting, "Les devoirs sont faits chaque soir, ensemble"),
        (Network, "Une voisine va chercher {enfant} quand il le faut"),
        (Rights, "Tient un classeur à jour depuis la séparation"),
    ],
    obstacles: [
        (Housing, "Le bail est encore aux deux noms"),
        (Budget, "La pension n’est pas versée chaque mois"),
    ],
    threads: [
        thread(
            Parenting,
            [(3, 3), (3, 3), (4, 4)],
            [
                "Les retours du dimanche soir sont durs.",
                "{enfant} dort mieux la semaine.",
                "On a trouvé notre rythme.",
            ],
            [
                "Deux domiciles depuis un mois, rythme à poser.",
                "Calendrier des week-ends écrit et suivi.",
                "Rythme tenu depuis six mois, école et loisirs suivis.",
            ],
        ),
        thread(
            Budget,
            [(2, 2), (2, 3), (3, 3)],
            [
                "Avec un seul salaire, je ne sais pas encore.",
                "La pension arrive une fois sur deux.",
                "Je sais ce que j’ai pour le mois.",
            ],
            [
                "Ressources en baisse de {somme} par mois. Droits à recalculer.",
                "Allocation de soutien familial ouverte.",
                "Pension versée par l’agence de recouvrement.",
            ],
        ),
        thread(
            Housing,
            [(2, 3), (3, 3), (4, 4)],
            [
                "Je veux rester près de l’école.",
                "J’attends la réponse pour le T3.",
                "On a chacun sa chambre.",
            ],
            [
                "Bail aux deux noms, préavis à clarifier.",
                "Demande de logement social enregistrée, deux vœux.",
                "Emménagement dans un T3, aide au logement ouverte.",
            ],
        ),
    ],
    goals: [
        (
            Parenting,
            "Que les enfants voient leurs deux parents sans dispute.",
            "Un calendrier suivi trois mois de suite",
        ),
        (Housing, "Avoir un bail à mon nom, près de l’école.", "Un bail signé"),
    ],
    steps: [
        step(
            0,
            Rights,
            By::Referent,
            "Signaler la séparation à la CAF et refaire le calcul des droits",
            Fate::Done("Droits recalculés, rappel de 212 € versé"),
        ),
        step(
            1,
            Parenting,
            By::Person,
            "Prendre rendez-vous à la médiation familiale",
            Fate::Done("Deux séances tenues, calendrier écrit"),
        ),
        step(
            2,
            Housing,
            By::Other("corinne.mallet"),
            "Mettre le bail à un seul nom",
            Fate::Late("Accord écrit de l’autre titulaire attendu", Blocker::AnotherBody),
        ),
        step(
            4,
            Budget,
            By::Referent,
            "Demander le recouvrement de la pension",
            Fate::Done("Dossier accepté par l’agence de recouvrement"),
        ),
        step(
            8,
            Employment,
            By::Person,
            "Demander un temps partiel à 80 %, mercredi libre",
            Fate::GivenUp("Horaires changés par l’employeur, demande devenue inutile"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Parenting, Housing],
            "Premier entretien. Séparation récente, les enfants dorment chez {nom} la semaine. Les démarches sont listées par ordre d’urgence.",
            "Je veux faire les choses dans l’ordre, sinon je m’y perds.",
        ),
        note(
            Call,
            &[Rights],
            "Appel à la CAF avec {nom} : situation mise à jour, attestation envoyée.",
        ),
        note(
            Interview,
            &[Parenting],
            "La médiation familiale est expliquée : gratuite sous conditions, chacun vient s’il le veut.",
        ),
        note(
            HomeVisit,
            &[Housing, Parenting],
            "Visite au domicile. Les enfants montrent leur coin devoirs. Le bail est relu ensemble.",
        ),
        heard(
            Interview,
            &[School, Parenting],
            "L’école propose une place à l’étude. {enfant} préfère rentrer avec la voisine le mardi.",
            "La maîtresse a remarqué que ça allait mieux.",
        ),
        note(
            Call,
            &[Budget],
            "Deuxième mois sans pension. La demande de recouvrement est préparée, deux pièces manquent.",
        ),
        note(
            Message,
            &[Budget],
            "Pièces reçues, dossier envoyé avec accusé de réception.",
        ),
        note(
            Interview,
            &[Housing],
            "Proposition d’un T3 reçue. Simulation de l’aide au logement faite avec {lui}.",
        ),
        heard(
            HomeVisit,
            &[Housing, Parenting],
            "Visite du nouveau logement. Les chambres sont prêtes, il reste à monter les lits.",
            "Les enfants ont choisi la couleur.",
        ),
        note(
            Interview,
            &[Parenting, Budget],
            "Calendrier des week-ends suivi. La pension arrive par l’agence, à date fixe.",
        ),
        note(
            Call,
            &[Employment],
            "Nouvel horaire de travail : 9 h à 16 h. La garde du matin n’est plus nécessaire.",
        ),
    ],
    turn: Some((-1, Parenting, "Séparation")),
    measure: Some((3, Parenting, "Médiation familiale", 5)),
    dates: [
        date(
            1,
            40,
            Due::Hearing,
            Parenting,
            "Audience devant le juge aux affaires familiales",
            true,
        ),
        date(
            5,
            30,
            Due::File,
            Housing,
            "Renouvellement de la demande de logement",
            false,
        ),
    ],
    around: &["corinne.mallet", "mathieu.lenoir"],
    question: "Quel logement pour que les enfants restent dans leur école à la rentrée ?",
    viewpoint: "Un T3 se libère rue des Saules en fin de trimestre. La demande peut passer à la prochaine commission.",
    rulings: [
        ruling(
            "Présenter la demande de T3 à la commission du mois",
            &[Housing, School],
            By::Other("corinne.mallet"),
            28,
        ),
        ruling(
            "Accompagner au rendez-vous de médiation",
            &[Parenting],
            By::Referent,
            21,
        ),
    ],
    summary: [
        "Les droits sont en cours de calcul ; le bail reste aux deux noms.",
        "Le rythme des enfants tient. Le bail au seul nom de {nom} est attendu.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "Bail à son nom, calendrier suivi, pension versée. Le passage à 80 % n’a pas été nécessaire.",
};
