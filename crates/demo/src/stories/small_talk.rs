//! What is noted between the steps of any story, why an appointment was missed, why a référent changed, and what only
//! the author of a note reads.

use super::{Note, heard, note};
use domain::contact::Kind::{Call, DropIn, HomeVisit, Interview, Message, Video};
use domain::words::DomainOfLife::{Budget, DailyLife, DigitalAutonomy, Housing, Mobility, Network, Rights};

/// Notes of a link that is kept.
pub(crate) const BETWEEN: &[Note] = &[
    note(
        Call,
        &[DailyLife],
        "Point par téléphone. Rien de nouveau à traiter, prochain rendez-vous fixé ensemble.",
    ),
    note(
        Interview,
        &[Rights],
        "Les papiers reçus depuis le dernier rendez-vous sont lus et triés à deux.",
    ),
    heard(
        Call,
        &[Budget],
        "Appel pour faire le point sur le mois. Les prélèvements sont passés.",
        "Ce mois-ci, ça tient.",
    ),
    note(
        DropIn,
        &[Rights],
        "Passage à l’accueil avec un courrier de la CAF : attestation demandée, envoyée le jour même.",
    ),
    note(
        Interview,
        &[Budget, Housing],
        "Point sur les factures. La régularisation de charges est expliquée, un étalement est demandé.",
    ),
    note(
        Message,
        &[DigitalAutonomy],
        "Message pour rappeler les identifiants de l’espace en ligne ; connexion réussie.",
    ),
    heard(
        Interview,
        &[Network],
        "On parle des personnes qui comptent et de ce qui a aidé ces derniers mois.",
        "J’ai repris contact avec ma cousine.",
    ),
    note(
        HomeVisit,
        &[Housing, DailyLife],
        "Visite au domicile. Le logement est chauffé, une fuite est signalée au bailleur pendant la visite.",
    ),
    note(
        Call,
        &[Mobility],
        "Appel au sujet du transport : la carte solidaire est arrivée, trajet essayé la semaine dernière.",
    ),
    note(
        Video,
        &[Rights],
        "Rendez-vous en visio. La déclaration trimestrielle est faite ensemble à l’écran.",
    ),
    note(
        Interview,
        &[DailyLife],
        "Le plan est relu. Ce qui est fait est barré, deux points sont gardés pour la suite.",
    ),
    heard(
        Interview,
        &[Rights],
        "Renouvellement de la complémentaire santé : dossier complet, envoyé avec suivi.",
        "Je garde une copie de tout, maintenant.",
    ),
    note(
        Call,
        &[Housing],
        "Appel bref : le rendez-vous avec le bailleur s’est tenu, compte rendu à venir.",
    ),
    note(
        Interview,
        &[Budget],
        "Budget relu. Une dépense peut être étalée ; {nom} préfère payer en une fois le mois prochain.",
    ),
    note(
        Message,
        &[DailyLife],
        "Message pour confirmer le rendez-vous ; réponse reçue dans la journée.",
    ),
    note(
        DropIn,
        &[Budget],
        "Passage sans rendez-vous : facture d’électricité. Délai de trois semaines obtenu par téléphone.",
    ),
];

/// Why an appointment was missed, when it is known.
pub(crate) const EXCUSES: &[&str] = &[
    "Enfant malade, a prévenu la veille",
    "Entretien d’embauche le même jour",
    "Bus supprimé, a appelé de l’arrêt",
    "Rendez-vous à l’hôpital avancé",
    "A prévenu par message, nouvelle date proposée",
];

/// Why a case passed to another référent.
pub(crate) const HANDOVERS: &[&str] = &[
    "Départ dans l’équipe, passage de relais préparé ensemble",
    "Nouveau découpage des secteurs",
    "Équilibre des charges de l’équipe",
];

/// Drafts that only their author reads.
pub(crate) const PRIVATE: &[&str] = &[
    "À reprendre : vérifier la date de la notification avant d’en parler.",
    "Penser à demander l’accord avant d’appeler le propriétaire.",
    "Préparer la question du relogement, sans aller trop vite.",
    "Relire mes notes de mars avant le prochain rendez-vous.",
];

/// What brings a household back.
pub(crate) const TRIGGERS: &[&str] = &[
    "A rappelé après une coupure d’électricité",
    "A repris contact : loyer augmenté, demande un point",
    "Le CCAS a proposé de reprendre contact, avec son accord",
];
