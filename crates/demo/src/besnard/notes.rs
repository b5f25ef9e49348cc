//! What Anne Delcourt, Pierre Lacaze and Julie Marchand noted over six years, on the days of the picture of the timeline.

use super::Drawn;
use domain::contact::Kind::{self, Call, DropIn, HomeVisit, Interview, Message};
use domain::words::DomainOfLife::{self, Budget, Employment, Housing, Network, Parenting, School};

/// When, how, about which domains, and what is noted.
pub(super) type Noted = (Drawn, Kind, &'static [DomainOfLife], &'static str);

pub(super) const WITH_ANNE: &[Noted] = &[
    (
        (2020, 11, 16),
        Interview,
        &[Housing],
        "Premier entretien. La famille est à l’hôtel depuis dix jours, après la fin d’un bail. La demande de logement est faite ensemble.",
    ),
    (
        (2020, 11, 19),
        Call,
        &[Network],
        "Appel à la grand-mère, en présence de Claire : elle accueille Inès le samedi.",
    ),
    (
        (2020, 12, 8),
        Interview,
        &[School],
        "Inès est inscrite à l’école proche de l’hôtel. Elle a choisi son portemanteau.",
    ),
    (
        (2021, 3, 15),
        Interview,
        &[Employment],
        "Point sur l’emploi. Claire a travaillé quatre ans en cuisine ; elle veut reprendre quand Tom aura un mode de garde.",
    ),
    (
        (2021, 4, 30),
        Call,
        &[Network],
        "Nouvelles par téléphone. La grand-mère est venue trois jours.",
    ),
    (
        (2021, 5, 5),
        HomeVisit,
        &[Parenting],
        "Visite avec la puéricultrice. Tom a trois mois, Inès montre ses livres.",
    ),
    (
        (2021, 8, 9),
        Interview,
        &[Budget],
        "Premier mois de loyer dans l’appartement. Aide au logement versée, budget posé.",
    ),
    (
        (2021, 9, 15),
        Call,
        &[School],
        "Rentrée d’Inès : l’enseignante propose un point chaque mois.",
    ),
    (
        (2021, 9, 24),
        Interview,
        &[School],
        "Point avec l’enseignante. Inès raconte des histoires longues.",
    ),
    (
        (2021, 10, 15),
        HomeVisit,
        &[Budget, Parenting],
        "Visite à domicile. Les factures sont à jour. La crèche accueille Tom deux jours.",
    ),
    (
        (2022, 1, 10),
        Interview,
        &[Employment],
        "Le CDD à la cantine a commencé. Les droits sont recalculés pour éviter un trop-perçu.",
    ),
    (
        (2022, 2, 15),
        HomeVisit,
        &[Housing],
        "Visite à domicile. Humidité signalée au bailleur, passage prévu.",
    ),
    (
        (2022, 3, 11),
        Call,
        &[School],
        "L’enseignante dit qu’Inès aime les nombres.",
    ),
    (
        (2022, 4, 5),
        Call,
        &[Network],
        "La grand-mère a été malade ; les samedis sont suspendus.",
    ),
    (
        (2022, 4, 19),
        Interview,
        &[Network],
        "On cherche qui peut aider le samedi : une voisine est d’accord une fois par mois.",
    ),
    (
        (2022, 4, 27),
        Message,
        &[Housing],
        "Le bailleur a traité l’humidité, photo reçue.",
    ),
    (
        (2022, 4, 29),
        Call,
        &[Employment],
        "L’employeur prolonge le CDD jusqu’en janvier.",
    ),
    (
        (2022, 5, 12),
        Interview,
        &[Network],
        "Les samedis reprennent chez la grand-mère.",
    ),
    (
        (2022, 5, 18),
        HomeVisit,
        &[Parenting],
        "Visite de fin de suivi avec la puéricultrice. Les nuits de Tom sont courtes.",
    ),
    (
        (2022, 5, 31),
        Interview,
        &[],
        "Dernier entretien avec Anne Delcourt. La personne qui prendra le relais n’est pas encore connue ; le numéro de la permanence est laissé.",
    ),
];

pub(super) const WITH_PIERRE: &[Noted] = &[
    (
        (2022, 10, 4),
        Call,
        &[],
        "Premier appel de Pierre Lacaze. Claire n’a pas à tout redire : le dossier est relu avec elle.",
    ),
    (
        (2022, 11, 7),
        HomeVisit,
        &[Housing, Budget, Employment, Parenting],
        "Première visite. Tour de ce qui va et de ce qui pèse, dans l’ordre que choisit Claire.",
    ),
    (
        (2022, 11, 18),
        Interview,
        &[Budget],
        "Rendez-vous avec Élodie Roux au CCAS : deux factures étalées.",
    ),
    (
        (2022, 12, 5),
        Call,
        &[Employment],
        "Le CDD finit en janvier, sans suite prévue. Inscription à préparer.",
    ),
    (
        (2023, 1, 24),
        Interview,
        &[Employment],
        "Fin du CDD la semaine prochaine. Les papiers pour l’indemnisation sont prêts.",
    ),
    (
        (2023, 2, 8),
        Interview,
        &[Budget],
        "Budget recalculé avec l’allocation. Le reste à vivre baisse de trois euros par jour.",
    ),
    (
        (2023, 2, 13),
        HomeVisit,
        &[Housing, Network],
        "Visite à domicile. La voisine passe de temps en temps ; la grand-mère vient moins.",
    ),
    (
        (2023, 3, 22),
        Interview,
        &[Parenting],
        "Séparation annoncée. Les droits sont expliqués, la médiation proposée.",
    ),
    (
        (2023, 4, 3),
        Call,
        &[Parenting],
        "Premier week-end des enfants chez leur père.",
    ),
    (
        (2023, 4, 20),
        Interview,
        &[Parenting, Employment],
        "Les horaires de recherche d’emploi sont calés sur ceux de l’école.",
    ),
    (
        (2023, 5, 26),
        Call,
        &[Employment],
        "Deux candidatures envoyées, une réponse attendue.",
    ),
    (
        (2023, 6, 9),
        Interview,
        &[Budget],
        "Le compte est à découvert dès le 12 du mois. Une mesure d’aide à la gestion est expliquée.",
    ),
    (
        (2023, 7, 31),
        HomeVisit,
        &[Parenting],
        "Visite d’été. Les soirées sont difficiles, Claire le dit en premier.",
    ),
    (
        (2023, 9, 4),
        Interview,
        &[Housing],
        "Préparation de la synthèse. Le loyer est payé chaque mois, c’est la première dépense.",
    ),
    (
        (2023, 10, 24),
        Interview,
        &[Network, Employment],
        "Point sur les vacances : trois jours chez la grand-mère, deux entretiens pour Claire.",
    ),
    (
        (2023, 11, 24),
        HomeVisit,
        &[Parenting],
        "Visite avec l’éducatrice de l’AED. Le calendrier des week-ends est écrit à quatre mains.",
    ),
    (
        (2023, 12, 8),
        Interview,
        &[Employment],
        "Rendez-vous avec Marc Fontaine, France Travail. Le projet : la restauration collective.",
    ),
    (
        (2023, 12, 12),
        Call,
        &[Budget],
        "Premier trimestre de MASP : le découvert a disparu.",
    ),
    (
        (2023, 12, 19),
        HomeVisit,
        &[Parenting, Employment],
        "Visite avant les fêtes. Inès a préparé la liste des courses.",
    ),
    (
        (2024, 1, 17),
        HomeVisit,
        &[Housing],
        "Visite avec le bailleur : fenêtre de la chambre changée.",
    ),
    (
        (2024, 1, 22),
        Call,
        &[Employment],
        "Inscription à une formation courte en cuisine.",
    ),
    (
        (2024, 2, 13),
        HomeVisit,
        &[Housing],
        "Visite à deux voix, avec Julie Marchand : présentation et passage du dossier.",
    ),
];

pub(super) const WITH_JULIE: &[Noted] = &[
    (
        (2024, 3, 18),
        Interview,
        &[Budget],
        "Premier entretien avec Julie Marchand. Budget relu, 40 euros restent à la fin du mois.",
    ),
    (
        (2024, 3, 25),
        Call,
        &[Employment],
        "La formation est finie, attestation reçue.",
    ),
    (
        (2024, 4, 29),
        Interview,
        &[Budget],
        "Le compte tient. La MASP peut se terminer à l’été.",
    ),
    (
        (2024, 5, 16),
        HomeVisit,
        &[Parenting],
        "Visite à l’heure du repas. Tom met la table, Inès lit la recette.",
    ),
    (
        (2024, 6, 3),
        Call,
        &[School],
        "Le RASED s’arrête en juillet : Inès lit seule.",
    ),
    (
        (2024, 7, 19),
        Interview,
        &[Employment],
        "Remplacement d’été à la cantine du centre de loisirs.",
    ),
    (
        (2024, 9, 20),
        Interview,
        &[Budget],
        "Fin de la MASP. Claire garde le tableau des dépenses.",
    ),
    (
        (2024, 11, 4),
        Call,
        &[Employment],
        "Remplacement terminé. Une place en chantier est demandée pour la rentrée.",
    ),
    (
        (2024, 11, 29),
        Call,
        &[],
        "Appel bref : tout va bien, le prochain rendez-vous est fixé en janvier.",
    ),
    (
        (2025, 7, 1),
        HomeVisit,
        &[],
        "Le lien est retrouvé. Les rendez-vous de janvier et d’avril n’avaient pas été confirmés ; une date est fixée pour chaque mois d’été.",
    ),
    (
        (2025, 8, 19),
        HomeVisit,
        &[Parenting],
        "Visite d’été. Les enfants rentrent de chez leur père, ils ont nagé.",
    ),
    (
        (2025, 9, 11),
        Interview,
        &[Housing],
        "Le chantier a commencé. L’aide au logement est à recalculer, déclaration faite.",
    ),
    (
        (2025, 9, 26),
        Call,
        &[Housing],
        "L’aide au logement est suspendue le temps du calcul ; le bailleur est prévenu.",
    ),
    (
        (2025, 10, 10),
        Interview,
        &[Parenting],
        "Inès garde sa maîtresse deux ans ; Tom est bien à la maternelle.",
    ),
    (
        (2025, 11, 18),
        DropIn,
        &[Budget],
        "Passage avec une facture de cantine. Un étalement est demandé.",
    ),
    (
        (2026, 1, 14),
        HomeVisit,
        &[Parenting],
        "Visite à domicile. Le soir, la lecture se fait à trois.",
    ),
    (
        (2026, 2, 25),
        Interview,
        &[Network, Budget],
        "Préparation du contrat d’engagement. La grand-mère vient à pied depuis l’arrêt de bus.",
    ),
    (
        (2026, 3, 5),
        Call,
        &[Parenting, School],
        "Appel après la réunion d’école : les deux enfants sont attendus à l’heure chaque matin, et ils y sont.",
    ),
    (
        (2026, 3, 17),
        Message,
        &[School],
        "L’école propose l’étude du soir pour Inès.",
    ),
    (
        (2026, 4, 17),
        HomeVisit,
        &[Parenting, School],
        "Visite à domicile. Des enveloppes restent fermées sur le meuble ; Claire les montre elle-même.",
    ),
    (
        (2026, 4, 30),
        Interview,
        &[Budget],
        "Deux loyers en retard. L’aide au logement est rétablie, le rappel est attendu.",
    ),
    (
        (2026, 5, 22),
        Call,
        &[School, Budget],
        "La cantine envoie un rappel. Appel fait ensemble à la mairie.",
    ),
    (
        (2026, 6, 19),
        Interview,
        &[Budget],
        "Hugo Lemaire, du bailleur, rejoint le rendez-vous. Un accord est possible avec un versement régulier.",
    ),
    (
        (2026, 7, 22),
        HomeVisit,
        &[Parenting],
        "Visite avant la fin du chantier. Les vacances sont prévues : dix jours chez la grand-mère.",
    ),
];
