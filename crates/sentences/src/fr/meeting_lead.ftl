# What a meeting says to those who write in it.

## Strengths, goals and actions

choose = Choisir

## Why the rules say no, by code

team_meeting-already_decided = Cette décision est déjà écrite.
team_meeting-already_invited = Cette personne est déjà invitée.
team_meeting-already_scheduled = L’instance a déjà une date.
team_meeting-case_already_on_agenda = Cette situation est déjà à l’ordre du jour.
team_meeting-case_not_on_agenda = Cette situation n’est pas à l’ordre du jour.
team_meeting-closed = L’instance est close : rien ne s’y écrit plus. Écrivez la suite dans une autre réunion.
team_meeting-due_before_the_meeting = La date précède l’instance. Choisissez une date ultérieure.
team_meeting-not_invited = Cette personne n’est pas invitée.
team_meeting-not_scheduled = L’instance n’a pas encore de date.
team_meeting-nothing_decided = Rien n’est décidé. Écrivez au moins une décision.
team_meeting-kind_without_rules = Aucune règle n’est en vigueur pour ce type de réunion. Demandez à l’administration de les adopter.
team_meeting-not_convened = Les convocations ne sont pas parties. Envoyez-les d’abord.
team_meeting-already_convened = Les convocations sont déjà parties. Ouvrez la préparation, ou reportez la réunion.
team_meeting-not_prepared = La préparation n’est pas ouverte. Ouvrez-la d’abord.
team_meeting-already_preparing = La préparation est déjà ouverte. Ouvrez la séance, ou reportez la réunion.
team_meeting-not_in_session = La séance n’est pas ouverte. Ouvrez-la d’abord.
team_meeting-in_session = La séance est ouverte : cela se fait avant. Levez la séance, ou renvoyez la situation à une autre réunion.
team_meeting-session_not_ended = La séance est encore ouverte. Levez-la d’abord.
team_meeting-session_over = La séance est levée. Écrivez la suite dans le compte rendu, ou prévoyez une autre réunion.
team_meeting-minutes_not_drafted = { $count ->
    [one] Il manque le compte rendu d’une situation. Rédigez-le d’abord.
   *[other] Il manque le compte rendu de { $count } situations. Rédigez-les d’abord.
 }
team_meeting-minutes_not_validated = Le compte rendu n’est pas validé. La personne qui préside le valide d’abord.
team_meeting-minutes_already_validated = Le compte rendu est validé : il ne change plus. Écrivez un additif.
team_meeting-minutes_not_shared = Le compte rendu n’est transmis à personne. Transmettez-le d’abord.
team_meeting-given_up = La réunion est annulée. Prévoyez-en une autre.
team_meeting-case_was_put_off = Cette situation est renvoyée à une autre réunion. Inscrivez-la à la prochaine.
team_meeting-case_decided = Une décision est déjà prise pour cette situation : elle n’est plus renvoyée. Levez la séance.
team_meeting-nothing_on_agenda = L’ordre du jour est vide. Inscrivez une situation d’abord.
team_meeting-nobody_invited = Personne n’est invité. Invitez d’abord les personnes concernées.
team_meeting-summons_too_late = { $needed ->
    [one] Il faut un jour entre la convocation et cette réunion. Reportez-la d’abord.
   *[other] Il faut { $needed } jours entre la convocation et cette réunion, il en reste { $left }. Reportez-la d’abord.
 }
team_meeting-nothing_contributed = La fiche est vide. Écrivez au moins une ligne.
team_meeting-day_to_come = Ce jour est à venir. Choisissez aujourd’hui ou un jour passé.
team_meeting-roster_incomplete = { $count ->
    [one] La liste ne dit pas la profession et le secret d’une personne invitée. Complétez sa place.
   *[other] La liste ne dit pas la profession et le secret de { $count } personnes invitées. Complétez leur place.
 }
team_meeting-chair_absent = La personne qui préside n’est pas notée présente. Notez sa présence, ou désignez qui préside à sa place.
team_meeting-composition_incomplete = { $missing ->
    [professions] Cette réunion demande { $needed } métiers différents, il y en a { $there } autour de la table. Invitez un autre métier, ou reportez la réunion.
    [family] La famille n’est pas là. Attendez-la, ou reportez la réunion.
    [coordinator] Il manque la personne neutre qui coordonne. Invitez-la, ou reportez la réunion.
    [representative] Il manque qui représente les personnes concernées ({ $there } sur { $needed }). Invitez-le, ou reportez la réunion.
   *[other] Il manque des membres ({ $there } sur { $needed }). Invitez-les, ou reportez la réunion.
 }
team_meeting-no_quorum = Le quorum n’est pas atteint : { $present } voix présentes, il en faut { $needed }. Reportez la réunion pour défaut de quorum.
team_meeting-family_not_informed = { $count ->
    [one] Il n’est pas dit comment la famille est informée. Répondez-y d’abord.
   *[other] Pour { $count } situations, il n’est pas dit comment la famille est informée. Répondez-y d’abord.
 }
team_meeting-not_warned = { $count ->
    [one] Une personne autour de la table n’est pas tenue au secret. Confirmez que vous le savez.
   *[other] { $count } personnes autour de la table ne sont pas tenues au secret. Confirmez que vous le savez.
 }
team_meeting-no_ground = Il manque qui décide, sur quel texte et pourquoi. Complétez la décision.
team_meeting-power_not_of_this_kind = Cette réunion ne décide pas à ce titre. Choisissez un titre de la liste.
team_meeting-holder_unnamed = Il manque le nom de la personne qui a délégation. Choisissez-la.
team_meeting-votes_not_counted = Cette commission vote. Comptez les voix.
team_meeting-more_votes_than_voices = Il y a plus de votes que de voix présentes ({ $voices }). Recomptez.
team_meeting-legal_basis_unknown = Ce texte n’est pas en vigueur pour ce type de réunion. Choisissez un texte de la liste.
team_meeting-no_reason = Il manque le motif. Écrivez au moins une raison.
team_meeting-dissent_unasked = Il n’est pas dit si quelqu’un voit les choses autrement. Demandez-le, puis répondez.
team_meeting-cases_undecided = { $count ->
    [one] Une situation reste sans décision. Décidez, ou renvoyez-la à une autre réunion.
   *[other] { $count } situations restent sans décision. Décidez, ou renvoyez-les à une autre réunion.
 }
team_meeting-not_the_chair = Seule la personne qui préside valide le compte rendu. Demandez-le-lui.
team_meeting-validator_is_author = Qui a rédigé ne valide pas. Faites rédiger ou valider par une autre personne.
team_meeting-already_shared = Ce compte rendu lui est déjà transmis.
team_meeting-recipient_not_bound = À ce titre, seule une personne tenue au secret peut le recevoir. Choisissez un autre fondement, ou l’accord de la personne.
team_meeting-decision_unknown = Cette décision n’existe pas dans cette réunion.
team_meeting-decision_already_followed = La suite de cette décision est déjà dite.
team_meeting-decisions_open = { $count ->
    [one] Une décision est encore en cours. Dites ce qu’elle est devenue, ou tenez le bilan.
   *[other] { $count } décisions sont encore en cours. Dites ce qu’elles sont devenues, ou tenez le bilan.
 }
team_meeting-feedback_already_given = Ce retour à la famille est déjà noté ce jour-là.
team_meeting-already_reviewed = Le bilan de ce jour est déjà noté.
team_meeting-postponed_to_the_past = La nouvelle date est passée. Choisissez une date à venir.
team_meeting-postponed_too_soon = Sans quorum, la réunion se tient au plus tôt { $days } jours après. Choisissez une date plus tardive.
team_meeting-no_quorum_asked = Ce type de réunion n’a pas de quorum. Choisissez un autre motif.
team_meeting-postponed_without_words = Il manque le motif du report. Écrivez-le.
team_meeting-no_minutes = Cette situation n’a pas de compte rendu dans cette réunion.

## A meeting, all around one screen

decision-text = La décision
decision-example = Plan d’apurement : 60 € par mois
decision-domains = Fils noués
decision-record = Retenir la décision
decision-saved = Décision retenue.
decision-empty = Il manque la décision. Écrivez ce qui sera fait.
decision-doer-needed = Une décision a besoin d’un nom.
decision-date-needed = Une décision a besoin d’une date.
dissent = Avis divergent
dissent-label = L’avis divergent, gardé avec la décision

## The course of a meeting

step-send_summons = Noter l’envoi des convocations
step-open_preparation = Ouvrir la préparation
step-open = Ouvrir la séance
step-end_session = Lever la séance
step-validate = Valider le compte rendu
step-review = Noter le bilan des décisions
step-close = Clore la réunion
step-postpone = Reporter
step-cancel = Annuler la réunion
step-put_off = Renvoyer cette situation
family-how = La famille est-elle informée que l’on parle d’elle ?
family-informed = Oui, informée
family-present = Oui, présente
family-represented = Représentée
family-withheld = Non, pour un motif
family-on = Quel jour ?
family-by = Par qui ?
family-reason = Pour quel motif ?
family-reason-example = L’intérêt de l’enfant s’y oppose : …
family-save = Répondre
family-answer-needed = Il manque le jour, la personne ou le motif.
attendance = Présences
attendance-present = présence
attendance-in_part = présence en partie
attendance-excused = absence excusée
attendance-absent = absence
attendance-of = Présence de { $name }
warned-label = Je sais qui, autour de la table, n’est pas tenu au secret
chair-instead = Préside à sa place
roster-complete = Compléter la place de { $name }
new-day = Nouveau jour
new-hour = À quelle heure ?
postpone-because = Pourquoi ?
postpone-words = En quelques mots
postpone-example = La famille ne peut pas venir ce jour-là.
read-by-all = Ces mots sont lus dans chaque situation de l’ordre du jour : n’y nommez personne.
postpone-day-needed = Il manque le jour et l’heure.
cancel-reason = Pourquoi annuler ?
cancel-example = La question est réglée.
put_off-reason = Pourquoi la renvoyer ?
put_off-example = Il manque une réponse pour décider.
minutes = Compte rendu
minutes-none = Pas encore de compte rendu.
minutes-text = Le compte rendu de cette situation
minutes-example = Ce qui a été dit, les désaccords, ce qui est décidé et pourquoi.
minutes-save = Garder le compte rendu
minutes-empty = Il manque le texte du compte rendu.
minutes-version = Version { $version }, écrite le { $date } par { $name }.
minutes-validated = Validé le { $date } par { $name }. Il ne change plus.
share-with = À qui ?
share-line = { $name }, le { $date } : { $basis }
share-needed = Il manque la personne.
addendum = Additif
addendum-text = L’additif
addendum-example = Ce qui s’ajoute, sans rien changer au compte rendu.
addendum-save = Garder l’additif
addendum-empty = Il manque le texte de l’additif.
addendum-line = Additif de { $name }, le { $date }
copies-title = Documents
documents-waiting = Les documents se rassemblent…
documents-none = Rien à emporter encore : ni décision, ni compte rendu transmis.
decisions-file = Relevé de décisions en PDF
copy-file = Télécharger en PDF
copy-file-of = Télécharger en PDF l’exemplaire de { $name }
copy-whole = Cet exemplaire contient tout ce que vous pouvez lire de cette réunion.
copy-left_out = { $count ->
    [one] Un élément n’y figure pas : vous ou cette personne ne pouvez pas le lire.
   *[other] { $count } éléments n’y figurent pas : vous ou cette personne ne pouvez pas les lire.
}
copy-none = Pas d’exemplaire : cette personne n’est plus en poste, ou la situation lui est fermée.
feedback = Retour à la famille
feedback-to = À qui ?
feedback-on = Quel jour ?
feedback-save = Noter le retour
feedback-line = Retour à { $name } le { $date }
feedback-needed = Il manque la personne ou le jour.
feedback-none = Pas encore de retour à la famille.
decision-reason = Pourquoi
decision-reason-example = La raison qui décide
decision-power = Qui décide
decision-basis = Sur quel texte
decision-holder = Qui a délégation
decision-nobody = Personne ne voit les choses autrement
votes-in_favour = Pour
votes-against = Contre
votes-abstained = Abstentions
sheets = Fiches de préparation
sheet-own = La fiche de votre service
sheet-facts = Les faits
sheet-observations = Ce que nous avons vu ou entendu
sheet-analysis = Ce que nous en pensons
sheet-proposal = Ce que nous proposons
sheet-save = Déposer la fiche
sheet-missing = Fiche attendue : { $services }.
sheet-complete = Chaque service a déposé sa fiche.
sheet-line = { $service }, { $name }, le { $date }
family-sheet = La fiche de la famille
family-sheet-of = Qui parle ?
family-sheet-words = Ce qu’elle veut dire, avec ses mots
family-sheet-save = Garder la fiche de la famille
family-sheet-needed = Il manque la personne ou ses mots.
turn-call = C’est le tour de cette situation
hypothesis = Une hypothèse
hypothesis-example = Ce qui pourrait l’expliquer, sans le savoir.
hypothesis-save = Noter l’hypothèse
answer = La réponse de la famille
answer-save = Noter la réponse
answer-example = Avec ses mots.
call-kind = Quel type de réunion ?
call-day = Quel jour ?
call-chair = Qui préside ?
call-question = La question à trancher
call-example = Comment garder le logement avant l’audience ?
call-invites = Sont invitées : la personne qui préside, l’équipe de suivi et les adultes du foyer.
call-incomplete = Il manque le type, le jour, l’heure, qui préside ou la question.
call-send = Prévoir
call-saved = L’instance est prévue.
