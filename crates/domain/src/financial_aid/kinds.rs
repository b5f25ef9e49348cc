//! The closed lists of financial aid: where it is asked for, for what, how it stands, how it is paid.

use serde::{Deserialize, Serialize};

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident => $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = financial_aid::$name))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the screens.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its code, as the log spells it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}

closed_list! {
    /// The fund that is asked.
    Fund {
        /// Fonds de solidarité pour le logement : accès et maintien.
        HousingSolidarity => "housing_solidarity",
        /// Fonds de solidarité pour le logement : énergie, eau, téléphone.
        HousingEnergy => "housing_energy",
        /// Aide sociale à l’enfance, en espèces (CASF, art. L. 222-3).
        ChildWelfare => "child_welfare",
        /// Secours d’urgence.
        Emergency => "emergency",
        /// Aide du CCAS.
        MunicipalCentre => "municipal_centre",
        /// Another one, told by its name.
        Other => "other",
    }
}

closed_list! {
    /// What the money is for.
    Need {
        /// Énergie.
        Energy => "energy",
        /// Alimentation.
        Food => "food",
        /// Logement.
        Housing => "housing",
        /// Mobilité.
        Mobility => "mobility",
        /// Enfants.
        Children => "children",
        /// Autre besoin.
        Other => "other",
    }
}

closed_list! {
    /// How a request stands: seven ways, no other.
    Status {
        /// En attente de justificatifs.
        AwaitingDocuments => "awaiting_documents",
        /// En cours d’instruction.
        UnderExamination => "under_examination",
        /// Ajournée.
        Adjourned => "adjourned",
        /// Accordée.
        Accepted => "accepted",
        /// Refusée.
        Refused => "refused",
        /// Abandonnée par la personne.
        Withdrawn => "withdrawn",
        /// Classée sans suite.
        Closed => "closed",
    }
}

closed_list! {
    /// How money comes.
    Method {
        /// Virement.
        Transfer => "transfer",
        /// Chèque.
        Cheque => "cheque",
        /// Bons.
        Vouchers => "vouchers",
        /// Espèces.
        Cash => "cash",
    }
}

closed_list! {
    /// To whom money comes.
    Payee {
        /// The person herself.
        Person => "person",
        /// Whom she owes it: a landlord, a supplier.
        Creditor => "creditor",
    }
}
