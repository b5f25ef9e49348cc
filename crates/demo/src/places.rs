//! The towns of an invented territory.

/// The towns where help was asked for lately.
pub(crate) const SAINT_AUBIN: &str = "Saint-Aubin";
pub(crate) const VAL_DE_LYS: &str = "Val-de-Lys";
pub(crate) const HAUTES_RIVES: &str = "Hautes-Rives";

/// All of them, the larger ones more often.
pub(crate) const COMMUNES: [&str; 9] = [
    SAINT_AUBIN,
    SAINT_AUBIN,
    SAINT_AUBIN,
    VAL_DE_LYS,
    VAL_DE_LYS,
    HAUTES_RIVES,
    "Pont-sur-Lys",
    "Les Aunaies",
    "La Ferté-d’Ambre",
];
