//! Someone newly arrived learns French, has her papers recognised and finds her way.

use super::{By, Fate, Story, date, heard, note, ruling, step, thread};
use crate::homes::Makeup;
use domain::contact::Kind::{Call, DropIn, HomeVisit, Interview};
use domain::deadline::Kind as Due;
use domain::plan::Blocker;
use domain::support_case::{ClosureReason, Complexity, Support};
use domain::words::DomainOfLife::{DigitalAutonomy, Employment, Mobility, Network, Rights, Training};

pub(super) const STORY: Story = Story {
    makeups: &[Makeup::Family, Makeup::Single, Makeup::SingleParent],
    supports: &[Support::Insertion, Support::Generalist],
    for_children: false,
    complexities: &[
        &[Complexity::Interpreter],
        &[Complexity::Interpreter, Complexity::ManyServices],
        &[Complexity::Interpreter, Complexity::Distance],
    ],
    words: [
        "Au pays j’étais comptable. Ici je veux d’abord parler, puis travailler.",
        "Maintenant je parle seul{e} au guichet. Mon métier, je vais le retrouver.",
    ],
    strengths: [
        (Training, "Parle trois langues et apprend la quatrième"),
        (Employment, "Dix ans d’expérience en comptabilité"),
        (Network, "Le club de couture l’attend le jeudi"),
    ],
    obstacles: [
        (Mobility, "Pas de bus après 19 h, le cours finit à 20 h"),
        (Rights, "Le titre de séjour se renouvelle chaque année"),
    ],
    threads: [
        thread(
            Training,
            [(2, 2), (3, 3), (4, 4)],
            [
                "Je comprends, mais je n’ose pas répondre.",
                "Je lis mes courriers sans aide.",
                "J’ai passé l’examen, je l’ai eu.",
            ],
            [
                "Niveau A1 à l’oral. Place en cours demandée.",
                "Cours trois fois par semaine, assiduité de 92 %.",
                "Niveau A2 validé, inscription en B1.",
            ],
        ),
        thread(
            Rights,
            [(2, 2), (3, 3), (4, 3)],
            [
                "Les papiers, c’est ma peur.",
                "Je sais où est mon dossier.",
                "J’ai la carte de deux ans.",
            ],
            [
                "Titre de séjour à renouveler dans quatre mois.",
                "Dossier déposé, récépissé remis.",
                "Carte pluriannuelle obtenue, droits ouverts.",
            ],
        ),
        thread(
            Employment,
            [(3, 1), (3, 2), (4, 3)],
            [
                "Je peux travailler tout de suite.",
                "Le stage me fait parler toute la journée.",
                "Ils veulent me garder.",
            ],
            [
                "Diplôme étranger à faire reconnaître.",
                "Stage de trois semaines dans une association.",
                "Contrat aidé de 26 h, comptabilité simple.",
            ],
        ),
    ],
    goals: [
        (
            Training,
            "Parler français chez le médecin et au guichet, sans interprète.",
            "Un rendez-vous tenu sans interprète",
        ),
        (
            Employment,
            "Retrouver un travail de comptable.",
            "Diplôme reconnu, une candidature envoyée",
        ),
    ],
    steps: [
        step(
            0,
            Training,
            By::Referent,
            "Trouver une place en cours de français, en journée",
            Fate::Done("Place obtenue, trois matinées par semaine"),
        ),
        step(
            1,
            Rights,
            By::Person,
            "Rassembler les pièces du titre de séjour",
            Fate::Late("Acte de naissance attendu du consulat", Blocker::AnotherBody),
        ),
        step(
            3,
            Employment,
            By::Other("romain.teixeira"),
            "Demander l’attestation de comparabilité du diplôme",
            Fate::Done("Attestation reçue, niveau licence"),
        ),
        step(
            5,
            DigitalAutonomy,
            By::Other("fatou.sarr"),
            "Proposer l’atelier numérique du samedi",
            Fate::Done("Quatre séances suivies, boîte mail créée"),
        ),
        step(
            9,
            Mobility,
            By::Person,
            "S’inscrire au code de la route",
            Fate::GivenUp("Coût trop élevé cette année ; à reprendre avec le contrat"),
        ),
    ],
    notes: &[
        heard(
            Interview,
            &[Training, Rights],
            "Premier entretien avec interprète par téléphone. Les droits sont expliqués un par un ; {elle} pose les questions dans l’ordre.",
            "Je veux parler moi-même.",
        ),
        note(
            DropIn,
            &[Rights],
            "Passage avec un courrier de la préfecture : date du rendez-vous notée, pièces listées.",
        ),
        note(
            Interview,
            &[Training],
            "Place en cours de français confirmée. Le trajet est repéré ensemble sur le plan.",
        ),
        heard(
            Interview,
            &[Rights, Training],
            "Entretien sans interprète. Le courrier de la mairie est lu ensemble, puis relu par {lui}.",
            "J’ai compris toute la deuxième page.",
        ),
        note(
            Call,
            &[Rights],
            "Appel au consulat avec {nom}. L’acte arrivera par la poste, délai de six semaines.",
        ),
        note(
            HomeVisit,
            &[DigitalAutonomy],
            "Visite au domicile. Installation de l’application des bus sur le téléphone.",
        ),
        note(
            Interview,
            &[Employment],
            "Attestation de diplôme reçue. Deux associations cherchent un appui en comptabilité.",
        ),
        heard(
            Interview,
            &[Employment],
            "Bilan du stage. La responsable propose une suite.",
            "J’ai fait toute la caisse sans erreur.",
        ),
        note(
            Call,
            &[Mobility],
            "Le cours du soir est abandonné faute de bus ; place trouvée le matin.",
        ),
        note(
            Interview,
            &[Rights],
            "Récépissé remis. Les droits à la complémentaire santé sont prolongés.",
        ),
        note(
            Interview,
            &[Training, Employment],
            "Résultat de l’examen : niveau validé. Le contrat commence le mois prochain.",
        ),
    ],
    turn: Some((-7, Rights, "Arrivée en France")),
    measure: Some((1, Training, "Cours de français", 9)),
    dates: [
        date(2, 60, Due::File, Rights, "Renouvellement du titre de séjour", true),
        date(6, 45, Due::Term, Training, "Fin de la session de cours", false),
    ],
    around: &["romain.teixeira", "fatou.sarr"],
    question: "Comment concilier le cours de français et le premier emploi ?",
    viewpoint: "Le groupe du matin a une place. Nous pouvons attester de l’assiduité pour la préfecture.",
    rulings: [
        ruling(
            "Passer au cours du matin dès la semaine prochaine",
            &[Training],
            By::Person,
            14,
        ),
        ruling(
            "Écrire à l’employeur pour un début à 13 h",
            &[Employment, Training],
            By::Other("romain.teixeira"),
            21,
        ),
    ],
    summary: [
        "Le cours a commencé ; le titre de séjour est l’échéance à tenir.",
        "Le niveau A2 est validé. L’emploi commence, le cours se poursuit le matin.",
    ],
    closing: ClosureReason::GoalsReached,
    balance: "Niveau A2, carte pluriannuelle et contrat. Le permis de conduire reste à reprendre.",
};
