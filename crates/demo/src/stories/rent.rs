//! A job is lost, then the rent falls behind, then both are mended.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, DailyLife, Employment, Housing, Network, Rights};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::SingleParent, Makeup::Couple, Makeup::Single, Makeup::Family],
    supports: &[Support::Generalist, Support::Insertion],
    for_children: false,
    complexities: &[
        &[Complexity::ManyServices],
        &[Complexity::Distance],
        &[Complexity::HearingSoon],
        &[Complexity::ManyServices, Complexity::Distance],
    ],
    words: [
        "Depuis que l’entrepôt a fermé, je compte chaque euro. Je veux rester dans mon logement.",
        "Maintenant j’ouvre le courrier le jour même. Je dors mieux depuis que le loyer passe.",
    ],
    strengths: [
        (Housing, "A prévenu le bailleur dès le premier retard"),
        (Employment, "Douze ans dans la logistique, trois permis cariste"),
        (Network, "Une sœur qui garde le lien chaque semaine"),
    ],
    obstacles: [
        (Budget, "Les indemnités arrivent après le loyer"),
        (Employment, "L’agence la plus proche est à 40 minutes de bus"),
    ],
    threads: [
        thread(
            Housing,
            [(2, 2), (3, 2), (4, 4)],
            [
                "J’ai peur de perdre l’appartement.",
                "Le bailleur accepte de parler, ça change tout.",
                "Je suis à jour depuis trois mois.",
            ],
            [
                "Trois loyers en retard, {somme}. Premier courrier du bailleur.",
                "Plan d’apurement signé, deux échéances tenues.",
                "Dette soldée, quittances fournies chaque mois.",
            ],
        ),
        thread(
            Budget,
            [(1, 2), (2, 2), (3, 3)],
            [
                "Le 10 du mois, je ne paie plus rien.",
                "Je sais ce qui sort, c’est déjà ça.",
                "Je garde 30 euros pour les imprévus.",
            ],
            [
                "Ressources passées de 1 640 à 980 € par mois.",
                "Charges revues : téléphone et assurance renégociés.",
                "Budget équilibré, prélèvements le 8 du mois.",
            ],
        ),
        thread(
            Employment,
            [(2, 1), (3, 3), (4, 4)],
            [
                "Je veux retravailler, n’importe où sauf de nuit.",
                "On m’a rappelé{e} après l’essai.",
                "Le travail me plaît, l’équipe aussi.",
            ],
            [
                "Licenciement économique, indemnisation en cours.",
                "Missions d’intérim régulières, deux jours par semaine.",
                "Contrat de six mois signé.",
            ],
        ),
    ],
    goals: [
        (
            Housing,
            "Garder mon appartement et finir de payer le retard.",
            "Deux quittances de suite sans retard",
        ),
        (
            Employment,
            "Retrouver un travail de jour.",
            "Un contrat d’au moins trois mois",
        ),
    ],
    steps: [
        step(
            0,
            Rights,
            By::Referent,
            "Demander le maintien de l’aide au logement auprès de la CAF",
            Fate::Done("Aide maintenue, versée au bailleur"),
        ),
        step(
            1,
            Housing,
            By::Other("sandrine.pichon"),
            "Proposer un plan d’apurement sur douze mois",
            Fate::Done("Plan accepté : 45 € par mois"),
        ),
        step(
            2,
            Budget,
            By::Person,
            "Apporter les trois derniers relevés de compte",
            Fate::Late("Relevés demandés à la banque, reçus par courrier", Blocker::AnotherBody),
        ),
        step(
            4,
            Employment,
            By::Other("laurence.vidal"),
            "Faire l’inscription à l’atelier de recherche d’emploi",
            Fate::Done("Atelier suivi, CV refait"),
        ),
        step(
            7,
            Employment,
            By::Person,
            "Passer le renouvellement du permis cariste",
            Fate::GivenUp("Session annulée ; embauche obtenue sans ce permis"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Housing, Budget],
            "Premier entretien. Fin de contrat il y a quatre mois, loyers en retard depuis. Le courrier du bailleur est lu ensemble.",
            "Je ne voulais pas demander, j’ai attendu trop longtemps.",
        ),
        note(
            Call,
            &[Housing],
            "Appel au bailleur avec {nom} : un plan est possible si un premier versement arrive ce mois-ci.",
        ),
        note(
            Interview,
            &[Budget, Rights],
            "Budget posé à deux. Prime d’activité non demandée : demande faite en ligne pendant l’entretien.",
        ),
        note(
            Message,
            &[Housing],
            "Copie du plan d’apurement reçue et rangée dans le classeur de {nom}.",
        ),
        heard(
            Interview,
            &[Employment],
            "Point sur l’emploi. Deux candidatures envoyées, une réponse attendue. L’atelier de recherche d’emploi est proposé.",
            "J’aimerais un travail où je rentre le soir.",
        ),
        note(
            HomeVisit,
            &[Housing, DailyLife],
            "Visite au domicile. Logement entretenu, chauffage réduit à une pièce. Demande de chèque énergie préparée.",
        ),
        note(
            Call,
            &[Employment],
            "{Elle} appelle : mission d’intérim acceptée pour trois semaines.",
        ),
        note(
            Interview,
            &[Budget],
            "Deux échéances tenues. Reste à vivre recalculé : 9,10 € par jour et par personne.",
        ),
        note(
            Call,
            &[Housing],
            "Troisième échéance décalée de huit jours avec l’accord du bailleur, le salaire arrive le 10.",
        ),
        heard(
            Interview,
            &[Employment, Budget],
            "Contrat signé. Les droits sont recalculés ensemble pour éviter un trop-perçu.",
            "C’est la première fois depuis longtemps que je signe quelque chose qui dure.",
        ),
        note(
            Interview,
            &[Housing],
            "La dette est soldée. Prochain rendez-vous dans deux mois, {elle} appelle si besoin.",
        ),
        note(
            Call,
            &[Network],
            "Nouvelles par téléphone. Les week-ends se passent chez sa sœur, le budget tient.",
        ),
    ],
    turn: Some((-4, Employment, "Fermeture de l’entrepôt")),
    measure: Some((2, Housing, "Plan d’apurement", 12)),
    dates: [
        date(1, 30, Due::Reply, Housing, "Réponse du bailleur sur le plan", false),
        date(3, 45, Due::File, Budget, "Dossier FSL à déposer", false),
    ],
    around: &["sandrine.pichon", "laurence.vidal"],
    question: "Comment solder le retard de loyer sans compromettre la reprise d’emploi ?",
    viewpoint: "Le paiement régulier, même petit, compte plus que la somme. Nous pouvons attendre le premier salaire.",
    rulings: [
        ruling(
            "Échéances de 45 € prélevées le 10, après le salaire",
            &[Housing, Budget],
            By::Other("sandrine.pichon"),
            21,
        ),
        ruling(
            "Demander la prise en charge du transport vers l’emploi",
            &[Employment],
            By::Referent,
            30,
        ),
    ],
    summary: [
        "Le plan d’apurement évite une procédure si le premier versement arrive ce mois-ci.",
        "Le loyer courant est payé ; l’emploi reste à confirmer au-delà de la période d’essai.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "Dette soldée, contrat signé. Le permis cariste n’a pas été repassé. {nom} sait à qui écrire si un retard revient.",
};
