//! What each kind of meeting needs in a new territory. Where the law says nothing a figure is proposed, to be voted.

use crate::team_meeting::{Capacity, Kind, LegalBasis, MeetingRules, Needed, Power, Quorum, Strictness, Summons};

/// The kinds with their rules, and where these come from.
pub(super) fn first_rules() -> Vec<(Kind, MeetingRules, &'static str)> {
    vec![
        (
            Kind::CaseReview,
            MeetingRules {
                powers: vec![Power::Advice, Power::Delegation, Power::Agreement],
                legal_bases: vec![coordination(), admission(), agreement()],
                ..usual(7)
            },
            "CASF L121-6-2 pour le partage ; délais proposés au départ, à voter localement : aucun texte n’en fixe",
        ),
        (
            Kind::MultidisciplinaryTeam,
            MeetingRules {
                powers: vec![Power::Advice, Power::Delegation, Power::Agreement],
                legal_bases: vec![coordination(), admission(), agreement()],
                ..usual(7)
            },
            "CASF L121-6-2 pour le partage ; délais proposés au départ, à voter localement : aucun texte n’en fixe",
        ),
        (
            Kind::MeasureReview,
            MeetingRules {
                powers: vec![Power::Advice, Power::Delegation, Power::Agreement],
                legal_bases: vec![admission(), child_plan(), coordination(), agreement()],
                ..usual(7)
            },
            "CASF L223-1 et L223-1-1 ; délais proposés au départ, à voter localement",
        ),
        (
            Kind::FamilyConference,
            family_conference(),
            "Pratique des conférences familiales : coordination neutre, accord de la famille ; aucun texte n’en fixe les délais",
        ),
        (
            Kind::WeeklyTeam,
            MeetingRules {
                summons: None,
                composition: Vec::new(),
                powers: vec![Power::Advice, Power::Delegation],
                legal_bases: vec![coordination(), admission()],
                ..usual(0)
            },
            "Usage des équipes : réunion à jour fixe, sans convocation",
        ),
        (
            Kind::ConcernAssessment,
            concern_assessment(),
            "CASF L226-3, D226-2-4 et D226-2-7 : au moins deux professionnels de métiers différents, une conclusion commune ; délai de convocation proposé",
        ),
        (
            Kind::ChildPlan,
            MeetingRules {
                composition: vec![of(Capacity::Family, 1), Needed::Professions { at_least: 2 }],
                powers: vec![Power::Delegation, Power::Agreement],
                legal_bases: vec![child_plan(), admission()],
                ..usual(15)
            },
            "CASF L223-1-1 et D223-13 : projet construit avec les parents et l’enfant ; délai de convocation proposé",
        ),
        (
            Kind::ChildStatusCommission,
            child_status_commission(),
            "CASF L223-1 et D223-26 : composition ; son règlement intérieur fixe les délais, proposés ici",
        ),
        (
            Kind::InsertionTeam,
            insertion_team(),
            "CASF L262-39 : avis, représentants des bénéficiaires ; nombre et délais fixés par le règlement du département, proposés ici",
        ),
        (
            Kind::DisabilityTeam,
            MeetingRules {
                powers: vec![Power::Advice],
                legal_bases: vec![basis("casf_l146_8", "CASF, art. L146-8 (évaluation par la MDPH)")],
                ..usual(7)
            },
            "CASF L146-8 ; délais proposés au départ",
        ),
        (
            Kind::DisabilityCommission,
            disability_commission(),
            "CASF L241-5, L241-6 et R241-27 : quorum de la moitié, sinon quinze jours après sans quorum ; convocation deux semaines avant",
        ),
    ]
}

fn usual(lead_days: u32) -> MeetingRules {
    MeetingRules {
        composition: vec![Needed::Professions { at_least: 2 }],
        incomplete: Strictness::Warns,
        quorum: None,
        summons: Some(Summons {
            lead_days,
            late: Strictness::Warns,
        }),
        powers: Vec::new(),
        legal_bases: Vec::new(),
        minutes_days: 8,
        feedback_days: 15,
    }
}

fn family_conference() -> MeetingRules {
    MeetingRules {
        composition: vec![of(Capacity::Coordinator, 1), of(Capacity::Family, 1)],
        incomplete: Strictness::Blocks,
        powers: vec![Power::Family, Power::Agreement],
        legal_bases: vec![agreement(), child_plan(), coordination()],
        ..usual(15)
    }
}

fn concern_assessment() -> MeetingRules {
    MeetingRules {
        incomplete: Strictness::Blocks,
        powers: vec![Power::Delegation],
        legal_bases: vec![
            basis(
                "casf_l226_3",
                "CASF, art. L226-3 (évaluation d’une information préoccupante)",
            ),
            basis("casf_l226_4", "CASF, art. L226-4 (saisine du procureur)"),
        ],
        ..usual(3)
    }
}

fn child_status_commission() -> MeetingRules {
    MeetingRules {
        composition: vec![of(Capacity::Member, 8)],
        incomplete: Strictness::Warns,
        summons: blocking(15),
        powers: vec![Power::Advice],
        legal_bases: vec![basis(
            "casf_l223_1",
            "CASF, art. L223-1 (situation et statut de l’enfant confié)",
        )],
        ..usual(15)
    }
}

fn insertion_team() -> MeetingRules {
    MeetingRules {
        composition: vec![of(Capacity::Representative, 1), Needed::Professions { at_least: 2 }],
        incomplete: Strictness::Blocks,
        quorum: Some(Quorum {
            hundredths: 50,
            again_after_days: 7,
            then_without: true,
        }),
        summons: blocking(15),
        powers: vec![Power::Advice, Power::Executive],
        legal_bases: vec![
            basis(
                "casf_l262_39",
                "CASF, art. L262-39 (avis de l’équipe pluridisciplinaire)",
            ),
            basis("casf_l262_37", "CASF, art. L262-37 (suspension, réduction)"),
            basis("casf_l262_31", "CASF, art. L262-31 (réorientation)"),
        ],
        ..usual(15)
    }
}

fn disability_commission() -> MeetingRules {
    MeetingRules {
        composition: vec![Needed::Share {
            capacity: Capacity::Representative,
            hundredths: 33,
        }],
        incomplete: Strictness::Warns,
        quorum: Some(Quorum {
            hundredths: 50,
            again_after_days: 15,
            then_without: true,
        }),
        summons: blocking(14),
        powers: vec![Power::PanelVote],
        legal_bases: vec![basis("casf_l241_6", "CASF, art. L241-6 (décisions de la commission)")],
        ..usual(14)
    }
}

fn blocking(lead_days: u32) -> Option<Summons> {
    Some(Summons {
        lead_days,
        late: Strictness::Blocks,
    })
}

fn of(capacity: Capacity, at_least: u32) -> Needed {
    Needed::Of { capacity, at_least }
}

fn basis(code: &str, label: &str) -> LegalBasis {
    LegalBasis {
        code: code.to_owned(),
        label: label.to_owned(),
    }
}

fn coordination() -> LegalBasis {
    basis(
        "casf_l121_6_2",
        "CASF, art. L121-6-2 (coordination de l’action sociale)",
    )
}

fn admission() -> LegalBasis {
    basis("casf_l222_2", "CASF, art. L222-2 (aide à domicile)")
}

fn child_plan() -> LegalBasis {
    basis("casf_l223_1_1", "CASF, art. L223-1-1 (projet pour l’enfant)")
}

fn agreement() -> LegalBasis {
    basis("agreement", "Accord de la personne")
}
