//! Too many loans: a file to the commission, a budget that breathes again.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, DailyLife, Employment, Housing, MentalHealth, Network, Rights};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::Couple, Makeup::Single, Makeup::Family],
    supports: &[Support::Generalist],
    for_children: false,
    complexities: &[
        &[Complexity::ManyServices],
        &[Complexity::ConflictWithService],
        &[Complexity::Distance],
    ],
    words: [
        "J’ai pris un crédit pour payer l’autre. Je veux que ça s’arrête, et garder la voiture pour le travail.",
        "Le plan tient. On a mis une photo de vacances sur l’enveloppe du mois.",
    ],
    strengths: [
        (Budget, "A rassemblé tous les contrats avant le premier rendez-vous"),
        (Employment, "Un emploi stable depuis huit ans"),
        (Network, "En parle avec son frère depuis l’été"),
    ],
    obstacles: [
        (Budget, "Sept crédits, quatre organismes"),
        (Rights, "Les appels des créanciers au travail"),
    ],
    threads: [
        thread(
            Budget,
            [(1, 1), (2, 2), (3, 3)],
            [
                "Je n’ouvre plus les relevés.",
                "Depuis la recevabilité, on respire.",
                "On met 20 euros de côté.",
            ],
            [
                "Sept crédits, mensualités de {somme} pour 2 310 € de ressources.",
                "Dossier recevable, saisies suspendues.",
                "Plan sur 60 mois respecté depuis six mois.",
            ],
        ),
        thread(
            Housing,
            [(3, 3), (3, 3), (4, 4)],
            [
                "Le loyer, je l’ai toujours payé.",
                "Le bailleur ne dit rien.",
                "Là-dessus je dors tranquille.",
            ],
            [
                "Loyer à jour, charges en retard d’un mois.",
                "Charges étalées, loyer payé.",
                "Aucun retard.",
            ],
        ),
        thread(
            DailyLife,
            [(2, 2), (3, 3), (4, 3)],
            [
                "On mange surtout des pâtes à la fin du mois.",
                "Le jardin partagé nous change les idées.",
                "On reçoit de nouveau des amis.",
            ],
            [
                "Reste à vivre : 4,80 € par jour et par personne.",
                "Épicerie sociale ouverte pour quatre mois.",
                "Reste à vivre : 10,20 € par jour et par personne.",
            ],
        ),
    ],
    goals: [
        (
            Budget,
            "Ne plus prendre de crédit pour en payer un autre.",
            "Un plan signé et tenu trois mois",
        ),
        (
            Employment,
            "Garder la voiture pour aller travailler.",
            "Le véhicule reste hors du plan",
        ),
    ],
    steps: [
        step(
            0,
            Budget,
            By::Person,
            "Apporter la liste des crédits et les derniers relevés",
            Fate::Done("Tableau complet, sept lignes"),
        ),
        step(
            1,
            Budget,
            By::Referent,
            "Préparer le dossier de surendettement",
            Fate::Done("Dossier déposé à la Banque de France"),
        ),
        step(
            2,
            DailyLife,
            By::Other("elodie.roux"),
            "Ouvrir l’accès à l’épicerie sociale",
            Fate::Done("Accès ouvert pour quatre mois"),
        ),
        step(
            5,
            Rights,
            By::Person,
            "Envoyer la lettre de recevabilité aux créanciers",
            Fate::Late("Deux adresses de créanciers à retrouver", Blocker::AnotherBody),
        ),
        step(
            9,
            Budget,
            By::Person,
            "Vendre la remorque",
            Fate::GivenUp("Prêtée à son frère pour un chantier"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Budget],
            "Premier entretien. Les contrats sont tous là. On les classe par date ; le premier crédit suit une panne de voiture.",
            "J’avais honte de venir. Je n’aurais pas dû attendre.",
        ),
        note(
            Interview,
            &[Budget, Rights],
            "Les étapes du dossier sont écrites sur une page. Deux prélèvements sont suspendus.",
        ),
        note(
            Call,
            &[Rights],
            "Appel d’un créancier pendant l’entretien : {nom} répond que le dossier est en préparation.",
        ),
        note(
            Message,
            &[Budget],
            "Dernière pièce reçue par message : l’avis d’imposition.",
        ),
        note(
            Interview,
            &[Budget],
            "Dossier relu à voix haute, signé, envoyé avec suivi.",
        ),
        heard(
            Call,
            &[Budget],
            "Lettre de la commission : dossier recevable.",
            "Je l’ai lue trois fois pour être sûr{e}.",
        ),
        note(
            HomeVisit,
            &[DailyLife, Housing],
            "Visite au domicile. Les factures d’énergie sont comparées, un abonnement est changé.",
        ),
        note(
            Interview,
            &[DailyLife],
            "Bilan de l’épicerie sociale. Les repas sont prévus pour la semaine.",
        ),
        note(
            Interview,
            &[Budget, Employment],
            "Proposition de plan reçue : 214 € par mois. La voiture est gardée, elle sert au travail.",
        ),
        heard(
            Interview,
            &[Budget],
            "Troisième mensualité du plan payée.",
            "Je regarde mes comptes le dimanche, sans boule au ventre.",
        ),
        note(
            Call,
            &[Network],
            "Nouvelles brèves : le frère a aidé pour les pneus, pas de nouvelle dépense à crédit.",
        ),
        note(
            Interview,
            &[MentalHealth, DailyLife],
            "On parle du sommeil, qui revient. {Elle} dit ce qui aide : marcher, écrire la liste du lendemain.",
        ),
    ],
    turn: Some((-3, Employment, "Passage à temps partiel")),
    measure: Some((3, Budget, "Accompagnement budgétaire (MASP)", 12)),
    dates: [
        date(1, 30, Due::File, Budget, "Dossier de surendettement à déposer", false),
        date(4, 90, Due::Reply, Budget, "Décision de la commission", true),
    ],
    around: &["elodie.roux"],
    question: "Que garder hors du plan pour que le travail reste possible ?",
    viewpoint: "L’épicerie sociale peut être prolongée de deux mois, le temps que le plan commence.",
    rulings: [
        ruling(
            "Courrier à la commission pour garder la voiture",
            &[Budget, Employment],
            By::Referent,
            14,
        ),
        ruling(
            "Prolonger l’épicerie sociale de deux mois",
            &[DailyLife, Budget],
            By::Other("elodie.roux"),
            10,
        ),
    ],
    summary: [
        "Le dossier se prépare ; les prélèvements suspendus laissent de quoi finir le mois.",
        "Le plan est tenu. La prochaine revue porte sur l’assurance de la voiture.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "Plan de 60 mois tenu depuis six mois, voiture gardée. La remorque n’a pas été vendue.",
};
