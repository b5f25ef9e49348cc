//! Educational help at home, agreed by the parents or ordered by a judge: the children's week becomes steadier.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, HomeVisit, Interview};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{DailyLife, Health, Housing, Network, Parenting, School};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::SingleParent, Makeup::Family],
    supports: &[Support::VoluntaryHomeSupport, Support::CourtOrderedHomeSupport],
    for_children: true,
    complexities: &[
        &[Complexity::ManyServices],
        &[Complexity::ChildUnderTwo],
        &[Complexity::ConflictWithService],
        &[Complexity::Violence],
        &[Complexity::ManyServices, Complexity::Distance],
    ],
    words: [
        "Le soir c’est la course, je crie et je n’aime pas ça. Je veux qu’on m’aide sans me juger.",
        "On mange à table. {enfant} raconte sa journée, maintenant.",
    ],
    strengths: [
        (
            Parenting,
            "Les enfants se tournent vers leurs parents quand ça ne va pas",
        ),
        (School, "Présence à l’école chaque jour"),
        (Network, "Les grands-parents accueillent un samedi sur deux"),
    ],
    obstacles: [
        (Parenting, "Le coucher, tard et dans les cris"),
        (Housing, "Une seule chambre pour les enfants"),
    ],
    threads: [
        thread(
            Parenting,
            [(3, 2), (3, 3), (4, 4)],
            [
                "Le soir, je n’y arrive plus.",
                "Le tableau du soir nous aide.",
                "On rit plus qu’on ne crie.",
            ],
            [
                "Couchers après 22 h, disputes rapportées par les voisins.",
                "Rituel du soir essayé trois semaines, tenu quatre soirs sur sept.",
                "Couchers à 20 h 30, sorties le week-end.",
            ],
        ),
        thread(
            School,
            [(3, 2), (3, 3), (4, 4)],
            [
                "{enfant} ne veut pas y aller le lundi.",
                "La maîtresse m’appelle pour le bon aussi.",
                "{enfant} lit à son petit cousin.",
            ],
            [
                "Douze demi-journées d’absence au trimestre.",
                "Trois absences, toutes excusées.",
                "Aucune absence depuis janvier, lecture acquise.",
            ],
        ),
        thread(
            DailyLife,
            [(3, 3), (3, 3), (4, 4)],
            [
                "Je fais au mieux.",
                "On a fait la liste des repas ensemble.",
                "Les enfants mettent la table.",
            ],
            [
                "Repas irréguliers, courses le soir même.",
                "Courses une fois par semaine, menus affichés.",
                "Organisation stable, chacun a sa tâche.",
            ],
        ),
    ],
    goals: [
        (
            Parenting,
            "Que les soirées se passent sans cris.",
            "Quatre soirs calmes par semaine pendant un mois",
        ),
        (
            School,
            "Voir {enfant} partir à l’école sans pleurer.",
            "Aucune absence pendant un mois",
        ),
    ],
    steps: [
        step(
            0,
            Parenting,
            By::Referent,
            "Essayer avec la famille un rituel du soir, tableau affiché",
            Fate::Done("Tableau fait avec les enfants, suivi trois semaines"),
        ),
        step(
            1,
            School,
            By::Other("mathieu.lenoir"),
            "Rencontrer l’enseignante avec les parents",
            Fate::Done("Rencontre tenue, point chaque vendredi"),
        ),
        step(
            3,
            Parenting,
            By::Person,
            "Appeler la maison des parents pour le groupe du jeudi",
            Fate::Late("Pas de garde le jeudi soir", Blocker::Childcare),
        ),
        step(
            5,
            Housing,
            By::Referent,
            "Appuyer la demande d’un logement plus grand",
            Fate::Done("Demande classée prioritaire"),
        ),
        step(
            7,
            School,
            By::Person,
            "Inscrire {enfant} au périscolaire du mercredi",
            Fate::GivenUp("Garde assurée par les grands-parents le mercredi"),
        ),
    ],
    notes: &[
        heard(
            HomeVisit,
            &[Parenting, DailyLife],
            "Première visite au domicile. La mesure est expliquée aux enfants avec leurs mots. Chacun dit ce qu’il aimerait changer.",
            "Je veux qu’on m’aide, pas qu’on me surveille.",
        ),
        note(
            HomeVisit,
            &[Parenting],
            "Visite à 18 h. Le repas se prépare avec les enfants, le coucher est le moment le plus long.",
        ),
        note(
            Interview,
            &[School],
            "Rencontre à l’école. Les matins sont en retard quand l’horaire du bus change.",
        ),
        heard(
            HomeVisit,
            &[Parenting],
            "Le tableau du soir est sur le frigo. {enfant} explique les couleurs.",
            "Quatre étoiles sur sept, c’est pas mal.",
        ),
        note(
            Call,
            &[Parenting],
            "Appel après une soirée de cris. Ce qui a précédé est repris dans l’ordre ; la colère a baissé en dix minutes.",
        ),
        note(
            HomeVisit,
            &[DailyLife, Parenting],
            "Menus de la semaine faits ensemble. Les enfants ont écrit la liste de courses.",
        ),
        note(
            Interview,
            &[School, Parenting],
            "Point avec l’enseignante : trois absences excusées, la lecture avance.",
        ),
        note(
            HomeVisit,
            &[Network],
            "Rencontre avec les grands-parents, d’accord pour le mercredi.",
        ),
        heard(
            HomeVisit,
            &[Parenting],
            "Sortie au parc pendant la visite, à la demande des enfants.",
            "Regardez, je fais du vélo sans roulettes.",
        ),
        note(
            Call,
            &[Health],
            "Rendez-vous des enfants tenus. Carnets de santé à jour, dit la famille.",
        ),
        note(
            HomeVisit,
            &[Parenting, School],
            "Préparation du bilan. Chacun écrit une phrase sur l’année, les enfants dessinent la leur.",
        ),
        note(
            Interview,
            &[Parenting],
            "Lecture du rapport avec les parents avant l’envoi. Deux phrases sont changées à leur demande.",
        ),
    ],
    turn: Some((5, Housing, "Emménagement")),
    measure: Some((0, Parenting, "Mesure éducative à domicile", 12)),
    dates: [
        date(
            2,
            60,
            Due::Review,
            Parenting,
            "Point à trois mois avec la famille",
            false,
        ),
        date(8, 75, Due::Review, Parenting, "Rapport de fin de mesure", true),
    ],
    around: &["mathieu.lenoir"],
    question: "Les soirées sont plus calmes : poursuivre la mesure ou passer le relais ?",
    viewpoint: "À l’école, les arrivées sont à l’heure depuis deux mois. Le lien avec les parents est régulier.",
    rulings: [
        ruling(
            "Espacer les visites : une par quinzaine jusqu’au bilan",
            &[Parenting],
            By::Referent,
            30,
        ),
        ruling(
            "Point chaque vendredi à la sortie de classe",
            &[School, Parenting],
            By::Other("mathieu.lenoir"),
            14,
        ),
    ],
    summary: [
        "La mesure a commencé ; le coucher est le moment choisi par la famille pour changer.",
        "Les soirées sont plus calmes. Le bilan se prépare avec les enfants.",
    ],
    closing: ClosureReason::MeasureEnded,
    balance: "Soirées calmes, école suivie, relais des grands-parents le mercredi. Le groupe de parents se poursuit.",
};
