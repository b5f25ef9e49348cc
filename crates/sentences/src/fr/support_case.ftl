# What the screen of a case alone says.

## The whole house

## Days and hours


## The threads of a life

voice-she = elle
voice-we = nous

## Where a case stands

case-over-open = Situation accompagnée depuis { $date }
case-over-closed = Situation close, ouverte en { $date }
case-closed-remark = Situation close le { $date }. Ce que vous écrivez s’ajoute à son histoire, sans la rouvrir.
case-read-only = Vous lisez cette situation, sans pouvoir y écrire.
case-timeline = Frise
case-documents = Pièces
case-aids = Aides financières
case-course = Suivi
case-meeting = Instance
case-now = En ce moment.
thread-column = Fil
thread-column-year = 12 mois
thread-column-next = Prochain pas
thread-column-when = Quand
next-none = rien de prévu
news = Dernières nouvelles

## Who can see what

## Professions

## Noting a contact

note-title = Noter un contact

## Strengths, goals and actions

strength-add = Ajouter un point d’appui
strength-title = Qu’est-ce qui porte ?
strength-text = Le point d’appui, en quelques mots
strength-example = Sa mère, le mercredi
strength-empty = Il manque les mots. Écrivez ce qui porte.
strength-saved = Point d’appui ajouté.
named-by = Nommé par
named-by-us = l’équipe
named-by-her = la personne
plan-none = Rien n’est encore convenu.
plan-none-more = Un objectif se dit dans les mots de la personne ; une action a un nom et une date.
goal-agree = Convenir d’un objectif
goal-title = Que veut-elle atteindre ?
goal-words = L’objectif, dans ses mots
goal-example = « Garder l’appartement »
goal-empty = Il manque l’objectif. Écrivez-le dans ses mots.
goal-sign-label = À quoi verra-t-on que c’est atteint ?
goal-sign = Signe de réussite : { $sign }.
goal-target-label = Pour quand ?
goal-target = Pour le { $date }.
goal-reached = Atteint.
goal-saved = Objectif enregistré.
goal-no = Aucun en particulier
action-assign = Confier une action
action-title = Qui fait quoi ?
action-what = Ce qu’il y a à faire
action-example = Demander l’aide pour le loyer
action-empty = Il manque l’action. Écrivez ce qu’il y a à faire.
action-goal = Pour quel objectif ?
action-give = Confier
action-saved = Action confiée.
action-finish = C’est fait
actions-other = Autres actions
doer-needed = Il manque un nom. Choisissez une personne de l’équipe ou de la famille.
done-by = par { $name }
finish-title = Cette action est-elle faite ?
finish-result = Qu’est-ce que cela a donné ?
finish-example = Accord reçu, premier versement le 5
finish-saved = Action terminée.
progress-to_do = à faire
progress-started = commencée
progress-done = faite
progress-abandoned = abandonnée
progress-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
 }

## Why the rules say no, by code

plan-action_already_assigned = Cette action est déjà confiée.
plan-action_already_started = Cette action a déjà commencé.
plan-action_over = Cette action est terminée.
plan-action_unknown = Cette action n’est pas dans le projet.
plan-another_case = Ce projet appartient à une autre situation.
plan-goal_already_agreed = Cet objectif est déjà convenu.
plan-goal_already_reached = Cet objectif est déjà atteint.
plan-goal_unknown = Cet objectif n’est pas dans le projet.
plan-not_later = La nouvelle date n’est pas plus tardive. Choisissez une date ultérieure.
support_case-already_in_team = Cette personne est déjà dans l’équipe de suivi.
support_case-already_opened = Cette situation est déjà ouverte.
support_case-already_referent = Cette personne est déjà référente.
support_case-closed = La situation est close. Rouvrez-la pour écrire.
support_case-closed_before_opened = La clôture précède l’ouverture.
support_case-ends_before_it_starts = La fin précède le début.
support_case-referent_changed = Quelqu’un d’autre répond de cette situation depuis. Relisez la liste avant de la confier.
support_case-requested_after_opened = La demande ne peut pas être postérieure au premier jour.
support_case-has_referent = La situation a déjà une personne référente. Faites plutôt un passage de relais.
support_case-in_the_future = La date est à venir.
support_case-measure_already_decided = Cette mesure est déjà décidée.
support_case-measure_already_started = Cette mesure a déjà commencé.
support_case-measure_unknown = Cette mesure n’existe pas.
support_case-no_evidence = Un signal repose sur des faits : sans eux, il n’y a rien à écarter.
support_case-no_referent = La situation n’a pas de référent.
support_case-not_closed = La situation n’est pas close.
support_case-not_in_team = Cette personne n’est pas dans l’équipe de suivi.
support_case-not_opened = La situation n’est pas encore ouverte.
support_case-nothing_rated = Il manque un niveau ou des mots.
support_case-orientation_already_requested = Cette orientation est déjà demandée.
support_case-orientation_unknown = Aucune orientation n’attend de réponse.
support_case-watch_too_long = La veille dure au plus { $months } mois.

## The course of a meeting

call-title = Prévoir une instance autour de cette situation

## Sharing what secrecy covers
