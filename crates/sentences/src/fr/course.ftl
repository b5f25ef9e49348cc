# What the screens of the course of a case alone say.

## The course of a case

course-title = Suivi de la situation
course-read-only = Vous lisez ce suivi, sans pouvoir le modifier.
course-since = Depuis le
course-today-otherwise = Sans date, c’est aujourd’hui.

## Who lives there

household-title = Le foyer
household-none = Le foyer n’est pas encore connu.
household-welcome = Ajouter au foyer
household-who = Qui rejoint le foyer ?
household-somebody-new = Une nouvelle personne
household-welcomed = Cette personne vit maintenant dans le foyer.
household-leave = Quitter le foyer
household-leaves = N’y vit plus
household-leave-says = { $name } ne vit plus dans ce foyer. Ce que l’on sait de son histoire reste.
household-left = Le départ est noté.
person-first = Prénom
person-last = Nom
person-last-same = le même, si rien n’est écrit
person-address = S’adresser à cette personne
person-place = Sa place dans le foyer
person-born = Date de naissance, si elle est connue
person-incomplete = Il manque un prénom et un nom, ou la personne qui rejoint le foyer.
address-madam = Madame
address-sir = Monsieur
address-neutral = sans civilité
place-adult = adulte
place-child = enfant
place-other = autre proche

## Who is around

around-title = Autour de la famille
around-no-referent = Personne ne répond encore de cette situation.
around-referent = répond de la situation
around-since = depuis le { $date }
around-until = jusqu’au { $date }
around-join = Ajouter une personne à l’équipe
around-join-says = Dès l’enregistrement, elle voit ce que sa place dans l’équipe lui ouvre.
around-worker = Collègue du service
around-function = Son rôle ici
around-function-example = Appui budgétaire
around-scope = Domaines concernés ; toute la situation si aucun n’est choisi
around-until-label = Jusqu’au, si une fin est convenue
around-whom = Choisissez une ou un collègue.
around-joined = L’équipe s’agrandit.
around-hand-over = Passer le relais
around-appoint = Nommer une personne référente
around-hand-over-says = La personne choisie répond de la situation dès l’enregistrement. La famille est à prévenir.
around-why = Pourquoi, si cela aide à comprendre
around-met-on = Rencontre avec la famille, si elle a eu lieu
around-met-says = Sans date, Trame rappelle la rencontre tant qu’elle n’est pas notée.
around-handed-over = Le relais est passé.
around-leave = Quitter l’équipe
around-leaves = Ne suit plus
around-leave-says = Dès l’enregistrement, { $name } ne voit plus cette situation à ce titre.
around-left = Le départ de l’équipe est noté.

## What is due

due-title = Ce qui est à tenir
due-none = Aucune échéance à tenir.
due-set = Ajouter une échéance
due-what = Quoi ?
due-words = En quelques mots
due-words-example = Réponse de la CAF
due-on = Avant la fin du
due-domain = Domaine
due-whole = toute la situation
due-who-sets = Qui la fixe ?
due-agreed = convenue entre nous
due-by-law = la loi ou un juge
due-legal = échéance légale
due-by-rule = D’après une règle du territoire : { $source }
due-when = Il manque le jour.
due-was-set = L’échéance est posée.
due-meet = C’est fait
due-met = L’échéance est tenue.
due-move = Déplacer l’échéance
due-moves = Déplacer
due-moved = L’échéance est déplacée.
due-move-incomplete = Il manque le nouveau jour ou la raison.
due-why-moved = Pourquoi elle est déplacée
due-withdraw = Retirer l’échéance
due-withdraws = Retirer
due-withdrawn = L’échéance est retirée.
due-why-withdrawn = Pourquoi elle n’est plus à tenir

## The rhythm

rhythm-title = Le rythme convenu
rhythm-agree = Convenir d’un rythme
rhythm-says = Le rythme sert à voir quand un lien se relâche. Il se convient avec la personne.
rhythm-label = Rythme des contacts
rhythm-choose = Choisir un rythme
rhythm-which = Choisissez un rythme.
rhythm-agreed = Le rythme est noté.
rhythm-crisis = Crise : plusieurs contacts par semaine
rhythm-intensive = Soutenu : un contact par semaine
rhythm-standard = Régulier : un contact toutes les deux à quatre semaines
rhythm-light = Léger : un contact tous les un à trois mois
rhythm-watch = Veille : un contact tous les trois à six mois

## How it ends and begins again

ending-title = L’accompagnement
ending-open-since = Ouvert depuis le { $date }.
ending-closed-on = Clos depuis le { $date }.
ending-watch-until = Un lien léger est gardé jusqu’au { $date }.
ending-close = Clore l’accompagnement
ending-closed = L’accompagnement est clos. Rien n’est effacé.
ending-goals = Objectifs atteints : { $reached } sur { $all }.
ending-actions = Actions faites : { $done } sur { $all }.
ending-measures = { $count ->
    [one] { $count } mesure court encore : elle ne s’arrête pas avec l’accompagnement.
   *[other] { $count } mesures courent encore : elles ne s’arrêtent pas avec l’accompagnement.
}
ending-left = Ce qui reste ouvert
ending-choose = Choisir une raison
ending-why = Pourquoi l’accompagnement s’arrête
ending-why-missing = Choisissez pourquoi l’accompagnement s’arrête.
ending-on = Dernier jour
ending-balance = Le bilan fait ensemble
ending-balance-example = Ce qui a été fait, ce qui ne l’a pas été, ce qu’elle en dit
ending-watch = Garder un lien léger jusqu’au
ending-watch-says = Sans date, aucune veille n’est convenue.
ending-reopen = Rouvrir la situation
ending-reopen-says = Tout ce qui a été dit est là : rien n’est à raconter de nouveau.
ending-trigger = Ce qui amène à rouvrir
ending-trigger-example = Elle a rappelé le service
ending-reopened = La situation est rouverte.
closure-goals_reached = Objectifs atteints
closure-moved = La famille a déménagé
closure-transferred = Un autre service accompagne maintenant
closure-declined = La personne ne le souhaite plus
closure-link_lost = Le lien est perdu
closure-measure_ended = La mesure est terminée ou levée
closure-death = Décès
closure-unknown = La raison n’est pas connue.

## Opening a case

opening-title = Ouvrir une situation
opening-not-hers = Votre fonction n’ouvre pas de situation.
opening-people = Qui vit dans ce foyer ?
opening-person = La personne accompagnée
opening-person-more = Personne { $number }
opening-add = Ajouter une personne
opening-drop = Retirer la dernière
opening-people-all = Les autres personnes s’ajoutent au foyer une fois la situation ouverte.
opening-request = La demande
opening-label = Nom de la situation
opening-label-example = Famille Martin
opening-label-otherwise = Sans nom, elle s’appellera « { $label } ».
opening-label-family = Famille { $last }
opening-label-madam = Mme { $last }
opening-label-sir = M. { $last }
opening-support = Accompagnement
opening-on = Premier jour
opening-requested-on = Demande faite le, si c’était avant
opening-commune = Commune
opening-who = Qui en répond ?
opening-me = moi
opening-team = l’équipe : elle sera confiée
opening-says = La situation s’ouvre dans votre service, { $service }. Prévenez la famille de ce qui est noté et de qui le lit.
opening-incomplete = Il manque le prénom ou le nom d’une personne.
opening-open = Ouvrir la situation
opening-opened = La situation est ouverte.
opening-waits = La situation est ouverte. Elle attend d’être confiée.
opening-known = Peut-être déjà accompagnée
opening-known-says = Quelqu’un de ce nom est suivi. Est-ce la même personne ? Posez-lui la question avant d’ouvrir.
opening-known-referent = à demander à { $name }
opening-known-nobody = sans personne référente pour l’instant
opening-answer-first = Répondez d’abord : est-ce la même personne ?
opening-is-she = C’est la même personne : ne rien ouvrir
opening-is-another = Ce sont deux personnes : ouvrir
