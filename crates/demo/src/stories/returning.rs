//! An accompaniment ends, a light link is kept, and it begins again without retelling.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview, Message};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{Budget, Employment, Housing, Network, Parenting, Rights};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::SingleParent, Makeup::Single, Makeup::Family],
    supports: &[Support::Generalist, Support::Insertion],
    for_children: false,
    complexities: &[&[Complexity::ManyServices], &[Complexity::Distance]],
    words: [
        "L’électricité a été réduite. Je préfère payer peu et longtemps.",
        "Je suis revenu{e} avant que ça devienne grave, c’est la différence.",
    ],
    strengths: [
        (Rights, "Demande de l’aide plus tôt qu’avant"),
        (Housing, "Loyer payé sans interruption"),
        (Network, "Une amie fait les trajets avec {lui}"),
    ],
    obstacles: [
        (Budget, "Facture d’énergie doublée en deux ans"),
        (Housing, "Logement mal isolé"),
    ],
    threads: [
        thread(
            Housing,
            [(3, 2), (3, 3), (4, 4)],
            [
                "L’hiver, on vit dans une pièce.",
                "Le propriétaire a parlé de fenêtres.",
                "Les fenêtres sont changées.",
            ],
            [
                "Logement humide, 15 degrés dans les chambres.",
                "Visite d’un conseiller énergie, rapport envoyé au propriétaire.",
                "Fenêtres changées, 19 degrés relevés.",
            ],
        ),
        thread(
            Budget,
            [(2, 2), (3, 3), (4, 3)],
            [
                "La facture, je ne peux pas la payer d’un coup.",
                "L’étalement me va.",
                "Je relève mon compteur le premier du mois.",
            ],
            [
                "Facture d’énergie de {somme}, puissance réduite.",
                "Étalement sur dix mois accepté par le fournisseur.",
                "Étalement terminé, mensualités ajustées.",
            ],
        ),
        thread(
            Employment,
            [(3, 3), (3, 3), (4, 4)],
            [
                "Les heures de ménage, ça va.",
                "Je cherche quelques heures de plus.",
                "J’ai trente heures maintenant.",
            ],
            [
                "Dix-huit heures par semaine, deux employeurs.",
                "Une candidature par semaine.",
                "Trente heures chez un seul employeur.",
            ],
        ),
    ],
    goals: [
        (
            Budget,
            "Payer la facture petit à petit, sans coupure.",
            "Trois mensualités tenues",
        ),
        (
            Housing,
            "Avoir chaud dans les chambres.",
            "19 degrés relevés en janvier",
        ),
    ],
    steps: [
        step(
            0,
            Budget,
            By::Referent,
            "Demander un étalement au fournisseur d’énergie",
            Fate::Done("Dix mensualités de 38 €"),
        ),
        step(
            1,
            Housing,
            By::Other("yasmine.cherif"),
            "Faire venir le conseiller énergie",
            Fate::Done("Visite faite, ampoules et joints posés"),
        ),
        step(
            2,
            Rights,
            By::Person,
            "Envoyer le chèque énergie au fournisseur",
            Fate::Late("Chèque reçu à l’ancienne adresse", Blocker::AnotherBody),
        ),
        step(
            6,
            Housing,
            By::Referent,
            "Écrire au propriétaire avec le rapport de visite",
            Fate::Done("Réponse reçue, travaux prévus"),
        ),
        step(
            9,
            Employment,
            By::Person,
            "Postuler à la cantine du collège",
            Fate::GivenUp("Horaires impossibles avec l’autre employeur"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Budget, Housing],
            "Entretien à la demande de {nom}. Puissance électrique réduite depuis lundi. Appel au fournisseur pendant l’entretien.",
            "Je ne veux pas de coupure avec les enfants.",
        ),
        note(
            Call,
            &[Budget],
            "Étalement accepté : dix mensualités. Puissance rétablie dans la journée.",
        ),
        note(
            HomeVisit,
            &[Housing],
            "Visite au domicile avec thermomètre : 15 degrés dans la chambre, murs humides.",
        ),
        note(
            Interview,
            &[Rights],
            "Chèque énergie retrouvé à l’ancienne adresse, envoyé au fournisseur.",
        ),
        note(
            Message,
            &[Housing],
            "Rapport du conseiller énergie reçu et expliqué par téléphone.",
        ),
        heard(
            Interview,
            &[Employment],
            "Point sur le travail. Les deux employeurs sont d’accord pour décaler le vendredi.",
            "Trente heures, ce serait bien.",
        ),
        note(
            Call,
            &[Housing],
            "Le propriétaire fait faire un devis pour les fenêtres.",
        ),
        note(
            Interview,
            &[Budget],
            "Cinq mensualités payées. Le relevé du compteur est fait ensemble.",
        ),
        note(
            HomeVisit,
            &[Housing, Parenting],
            "Visite après travaux. 19 degrés, les enfants ont repris leur chambre.",
        ),
        note(
            Call,
            &[Network],
            "Appel pour prendre des nouvelles. {Elle} rappellera au printemps si besoin.",
        ),
    ],
    turn: Some((8, Housing, "Travaux dans le logement")),
    measure: Some((1, Budget, "Étalement de la dette d’énergie", 10)),
    dates: [
        date(1, 25, Due::Reply, Budget, "Réponse du fournisseur d’énergie", false),
        date(6, 40, Due::Reply, Housing, "Réponse du propriétaire", false),
    ],
    around: &["yasmine.cherif"],
    question: "Comment passer l’hiver sans nouvelle dette d’énergie ?",
    viewpoint: "Le fonds d’aide du CCAS peut intervenir une fois, avant janvier, si le devis des fenêtres est signé.",
    rulings: [
        ruling(
            "Demande d’aide au fonds du CCAS",
            &[Budget, Housing],
            By::Other("yasmine.cherif"),
            14,
        ),
        ruling("Courrier recommandé au propriétaire", &[Housing], By::Referent, 21),
    ],
    summary: [
        "L’étalement évite la coupure ; le logement reste à chauffer.",
        "La dette se paie, les fenêtres sont changées.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "Dette étalée et payée, chambres chauffées. {nom} sait à quel moment rappeler.",
};
