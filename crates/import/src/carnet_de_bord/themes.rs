//! The words of a carnet de bord in those of Trame.

use super::tables::Row;
use domain::organisation::Kind;
use domain::support_case::Track;
use domain::words::{DomainOfLife, Profession};

/// The life domain of a theme; employment is what a carnet de bord is about when it says nothing else.
pub(super) fn domain(theme: &str) -> DomainOfLife {
    match theme {
        "contraintes_familiales" => DomainOfLife::Parenting,
        "difficulte_administrative" => DomainOfLife::Rights,
        "difficulte_financiere" => DomainOfLife::Budget,
        "formation" | "maitrise_langue" | "se_former" => DomainOfLife::Training,
        "logement" => DomainOfLife::Housing,
        "mobilite" => DomainOfLife::Mobility,
        "numerique" => DomainOfLife::DigitalAutonomy,
        "sante" => DomainOfLife::Health,
        _ => DomainOfLife::Employment,
    }
}

/// The life domain of what France Travail prescribed, as far as its label tells.
pub(super) fn prescribed(label: &str, trained: bool) -> DomainOfLife {
    let label = label.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if trained || says(&["formation"]) {
        DomainOfLife::Training
    } else if says(&["mobilite", "mobilité"]) {
        DomainOfLife::Mobility
    } else if says(&["internet", "numerique", "numérique"]) {
        DomainOfLife::DigitalAutonomy
    } else if says(&["financi"]) {
        DomainOfLife::Budget
    } else {
        DomainOfLife::Employment
    }
}

/// How a theme is called.
pub(super) fn label(theme: &str) -> &str {
    match theme {
        "choisir_un_metier" => "Choisir un métier",
        "contraintes_familiales" => "Contraintes familiales",
        "creer_une_entreprise" => "Créer une entreprise",
        "difficulte_administrative" => "Difficultés administratives",
        "difficulte_financiere" => "Difficultés financières",
        "emploi" => "Emploi",
        "formation" => "Formation",
        "logement" => "Logement",
        "maitrise_langue" => "Maîtrise de la langue française",
        "mobilite" => "Mobilité",
        "numerique" => "Numérique",
        "preparer_sa_candidature" => "Préparer sa candidature",
        "s_ouvrir_a_l_international" => "S’ouvrir à l’international",
        "sante" => "Santé",
        "se_former" => "Se former",
        "trouver_un_emploi" => "Trouver un emploi",
        other => other,
    }
}

/// The track of an orientation system.
pub(super) fn track(system: &Row) -> Track {
    match system.text("orientation_type").ok().flatten().as_deref() {
        Some("pro") => Track::Employment,
        Some("sociopro") => Track::SocialAndEmployment,
        Some("social") => Track::Social,
        Some(_) | None => Track::Other,
    }
}

/// What a structure is, as far as its name tells.
pub(super) fn kind(name: &str) -> Kind {
    let name = name.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&[
        "pôle emploi",
        "pole emploi",
        "france travail",
        "mission locale",
        "cap emploi",
    ]) {
        Kind::Employment
    } else if says(&["ccas", "cias"]) {
        Kind::MunicipalSocialCentre
    } else if says(&["conseil départemental", "conseil departemental", "département"]) || name.starts_with("cd ") {
        Kind::Department
    } else {
        Kind::Unknown
    }
}

/// What a professional is trained for, as far as her position tells.
pub(super) fn profession(position: &str) -> Profession {
    let position = position.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| position.contains(word));
    if says(&["service social", "assistante sociale", "assistant social", "sociale"]) {
        Profession::SocialWorker
    } else if says(&[
        "insertion",
        "emploi",
        "conseillere pro",
        "conseillère pro",
        "conseiller pro",
    ]) {
        Profession::EmploymentAdviser
    } else {
        Profession::Unknown
    }
}
