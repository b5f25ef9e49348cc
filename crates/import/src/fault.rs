//! Why an import cannot go on at all, said in French to whoever typed the command. Never quotes what a record says.

use std::path::PathBuf;

/// Nothing more can be brought in; what was kept so far stays, and a repetition goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file or folder cannot be read.
    #[error("« {path} » ne peut pas être lu : {reason}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// There is nothing in it.
    #[error("« {path} » est vide.")]
    Empty {
        /// Which.
        path: PathBuf,
    },
    /// The compressed file ends too early or is damaged.
    #[error(
        "« {path} » est un fichier gzip tronqué ou abîmé : rien n’a été importé. Copiez-le de nouveau depuis sa source."
    )]
    BrokenGzip {
        /// Which.
        path: PathBuf,
    },
    /// It is of a format that is not read.
    #[error("« {path} » est {found} : ce format n’est pas encore lu. {instead}")]
    Format {
        /// Which.
        path: PathBuf,
        /// What it looks like.
        found: &'static str,
        /// What to do.
        instead: &'static str,
    },
    /// The head line of a CSV file is beyond measure.
    #[error("L’en-tête de « {path} » dépasse {most} {unit} : ce n’est pas un journal de dossiers.")]
    HeaderTooLarge {
        /// Which.
        path: PathBuf,
        /// The most that is read.
        most: usize,
        /// Of what.
        unit: &'static str,
    },
    /// A column that the mapping names is not there.
    #[error("Colonne « {column} » introuvable pour {meaning}. Colonnes du fichier : {present}.")]
    ColumnMissing {
        /// Which.
        column: String,
        /// What it would tell.
        meaning: &'static str,
        /// Those there are.
        present: String,
    },
    /// Two columns carry a name that the import reads.
    #[error("Deux colonnes s’appellent « {column} » : rien n’a été importé. Renommez celle qui n’est pas à lire.")]
    ColumnTwice {
        /// Which.
        column: String,
    },
    /// The mapping file cannot be understood.
    #[error("La correspondance des colonnes ne peut pas être lue : {reason}")]
    Mapping {
        /// Why.
        reason: String,
    },
    /// The XML is not well formed.
    #[error("Le fichier XML est mal formé à la ligne {line} ({reason}) : rien n’a été importé.")]
    Malformed {
        /// Where.
        line: u64,
        /// Which rule it breaks.
        reason: String,
    },
    /// The XML tries to define entities, which is how a small file becomes a huge one.
    #[error("Le fichier XML contient une définition de type (DOCTYPE) : refusé par sécurité, rien n’a été importé.")]
    DocumentType,
    /// The file changed between two readings.
    #[error("Le fichier a changé pendant l’import. Relancez la commande : rien ne sera doublé.")]
    Changed,
    /// A table of the folder is missing.
    #[error("Il manque la table « {table} » dans « {folder} ».")]
    TableMissing {
        /// Its file name.
        table: String,
        /// The folder.
        folder: PathBuf,
    },
    /// A table of the folder is not an array of records.
    #[error("La table « {table} » ne peut pas être lue : {reason}")]
    TableUnreadable {
        /// Its file name.
        table: String,
        /// Why.
        reason: String,
    },
    /// A table of the folder is larger than what is held in memory.
    #[error(
        "La table « {table} » dépasse {most} Mio : un carnet de bord se lit en mémoire, découpez-le par département."
    )]
    TableTooLarge {
        /// Its file name.
        table: String,
        /// The most that is read, in MiB.
        most: u64,
    },
    /// The refused rows cannot be written down.
    #[error("Le fichier des lignes refusées ne peut pas être écrit : {0}")]
    RefusedFile(#[source] std::io::Error),
    /// The log failed.
    #[error("La base de données a rencontré une erreur : {0}. Relancez la commande : rien ne sera doublé.")]
    Log(#[from] event_store::Fault),
    /// The log could not take this command after several tries.
    #[error("Un autre programme écrit dans les mêmes dossiers. Relancez la commande : rien ne sera doublé.")]
    Contended,
    /// A part of the import died.
    #[error("L’import s’est interrompu ({0}). Relancez la commande : rien ne sera doublé.")]
    Interrupted(&'static str),
}
