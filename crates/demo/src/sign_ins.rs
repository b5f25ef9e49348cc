//! Those who sign in to see the demonstration, and what each sees. Their password is not known here.

use crate::territory::{DIRECTORY, worker};
use domain::words::{Role, WorkerId};

/// Someone who can sign in to the demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Who.
    pub worker: WorkerId,
    /// What she types.
    pub login: &'static str,
    /// Her name.
    pub name: &'static str,
    /// Her role.
    pub role: Role,
    /// What she sees, in a French sentence.
    pub what_she_sees: &'static str,
}

const SEEN: [(&str, &str); 9] = [
    ("julie.marchand", "Référente de 41 situations, dont la famille Besnard"),
    ("helene.vasseur", "Référente de 34 situations, dans la même équipe"),
    (
        "thomas.morel",
        "Référent de 29 situations ; une passe à la réunion du jour",
    ),
    (
        "isabelle.garnier",
        "La charge de l’équipe, sans les notes ; préside la réunion du jour",
    ),
    ("elodie.roux", "Les situations du CCAS dont elle est référente"),
    ("nour.haddad", "Accueil du CCAS : aucune situation pour l’instant"),
    ("hugo.lemaire", "Bailleur, partenaire : rien pour l’instant"),
    ("agnes.caron", "Administration : aucune situation"),
    (
        "nicolas.delaunay",
        "Protection des données : aucune situation ; change les droits avec l’administration",
    ),
];

/// Those who can sign in, in the order in which they are shown.
#[must_use]
pub fn sign_ins() -> Vec<SignIn> {
    SEEN.iter()
        .filter_map(|(login, what_she_sees)| {
            let one = DIRECTORY.iter().find(|one| one.login == *login)?;
            Some(SignIn {
                worker: worker(one.login),
                login: one.login,
                name: one.name,
                role: one.role,
                what_she_sees,
            })
        })
        .collect()
}
