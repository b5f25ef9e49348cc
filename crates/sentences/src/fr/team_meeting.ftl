# What a meeting says to all around the table.

## A meeting, all around one screen

minutes-all = { $all } min
minutes-spent = { $spent } min sur { $all }
meeting-no-case = Aucune situation de cette instance ne vous est ouverte.
meeting-over = { $label }. La question à trancher
roster = Autour de la table
household = Le foyer
kin = Autour du foyer
kin-mother = la mère
kin-mother-of = mère ({ $name })
kin-father = le père
kin-father-of = père ({ $name })
kin-grandparent = grand-parent
kin-grandparent-of = grand-parent ({ $name })
kin-partner = conjoint ou conjointe
kin-partner-of = conjoint ou conjointe ({ $name })
kin-sibling = frère ou sœur
kin-sibling-of = frère ou sœur ({ $name })
kin-close = proche
kin-close-of = proche ({ $name })
seat-person = personne accompagnée
seat-chair = préside la séance
seat-referent = réf.
seat-present = sur place
seat-in-part = une partie du temps
seat-excused = absence excusée
seat-wrote = avis écrit
seat-absent = absence
deadlines = Mesures et échéances
deadlines-none = Aucune échéance à tenir.
she-says = elle dit
we-observe = nous constatons
reserved-not-shown = { $count ->
    [one] : { $count } élément réservé, non projeté ici.
   *[other] : { $count } éléments réservés, non projetés ici.
 }
decisions-none = Aucune décision pour l’instant.
being-written = en cours d’écriture
decision-ties = Fils noués : { $domains }.
dissent-kept = Avis divergent : { $words }
agenda = Ordre du jour
agenda-case = Situation { $rank }
agenda-case-of = Situation { $rank } réf. { $referent }
agenda-end = Clôture
as-known-day = Choisir un jour
as-known-locked = L’écriture est fermée : on n’écrit pas dans le passé.
as-known-table = La question et les personnes présentes restent celles d’aujourd’hui.

## The course of a meeting

conduct = Déroulement
stage-scheduled = Prévue
stage-convened = Convocations
stage-preparing = Préparation
stage-in_session = Séance
stage-decided = Séance
stage-session_ended = Séance levée
stage-minutes_drafted = Compte rendu
stage-minutes_validated = Validé
stage-distributed = Transmis
stage-closed = Close
stage-cancelled = Annulée
stage-says-scheduled = Prévue le { $date }, les convocations ne sont pas encore parties.
stage-says-convened = Convocations parties le { $date }
stage-says-preparing = Préparation ouverte.
stage-says-in_session = Séance ouverte. La situation est vue telle que connue à { $time }.
stage-says-session_ended = Séance levée. Le compte rendu reste à écrire.
stage-says-minutes_drafted = Compte rendu écrit le { $date } par { $name }, à valider.
stage-says-minutes_validated = Compte rendu validé le { $date } par { $name }.
stage-says-distributed = Compte rendu transmis.
stage-says-closed = Réunion close.
stage-says-cancelled = Réunion annulée.
summons-short = { $days ->
    [one] Convocations parties moins d’un jour avant : c’est tard.
   *[other] Convocations parties moins de { $days } jours avant : c’est tard.
 }
moved-to = Reportée au { $date } : { $because }.
step-more = Conduire la réunion
decision-undisputed = Aucun avis divergent.
decision-why = Pourquoi : { $reason }
decision-ground = { $power }, { $basis }
turn-now = en cours
hypotheses = Hypothèses
answers = La famille répond
