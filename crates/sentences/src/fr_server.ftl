# Sentences that only the server and the command line say, in French. A browser never fetches them.

## Why the rules say no, by code

access_policy-already_founded = Le territoire a déjà sa première table de droits : proposez-en une autre.
access_policy-already_proposed = Cette proposition existe déjà.
access_policy-already_settled = Cette proposition est déjà adoptée ou retirée.
access_policy-no_line = Cette table n’a pas de ligne : personne ne verrait rien.
access_policy-no_role = Une ligne ne désigne aucun rôle. Indiquez-en un dans « roles ».
access_policy-no_source = Cette table de droits n’a pas de source. Indiquez le texte ou la délibération.
access_policy-not_proposed = Cette proposition n’existe pas.
access_policy-operation = Aucune table ne donne le motif « operation », réservé au programme.
access_policy-oversight_reads = Qui veille sur les usages ne lit aucun contenu. Gardez « coordination », « identity » et « activity ».
access_policy-platform_sees = L’administration de la plateforme ne voit aucune situation. Retirez « administrator » de la ligne.
access_policy-reason_for_nothing = « after_reason » désigne un compartiment que la ligne n’ouvre pas. Ouvrez-le, ou retirez-le.
access_policy-said_twice = Un compartiment figure deux fois dans une même ligne. Gardez-le dans une seule liste.
access_policy-same_person = La personne qui a proposé la table ne peut pas l’adopter : il faut être deux.
access_policy-share_opens_more = Un partage n’ouvre que ce qui est partagé. Remplacez « read » et « write » par « shared ».
access_policy-silent_emergency = Une ouverture en urgence est toujours signalée. Ajoutez « alert = true ».
access_policy-two_lines = Deux lignes parlent des mêmes rôles, du même lien et du même motif. Réunissez-les.
configuration-no_source = Ce réglage n’a pas de source. Indiquez le vote ou l’étude.
configuration-incomplete_weights = Ce barème oublie un type d’accompagnement, ou le nomme deux fois. Donnez un poids à chacun, zéro s’il ne doit rien peser.
configuration-unsound_weights = Ce barème ne permet pas de calculer une charge. Indiquez une capacité, des points, et des seuils de plus en plus hauts.
configuration-already_proposed = Ce réglage est déjà proposé.
configuration-not_proposed = Cette proposition n’existe pas.
configuration-same_person = Une autre personne doit adopter ce que vous avez proposé.
configuration-already_settled = Cette proposition a déjà été adoptée ou retirée.
consent-already_given = Cette parole est déjà notée.
consent-not_given = Cet accord n’a pas été donné.
consent-already_withdrawn = Cet accord est déjà retiré.
consent-not_opposed = Cette opposition n’est pas notée, ou elle est levée.
consent-nobody_named = Un accord dit avec qui. Choisissez un service ou une personne.
consent-no_scope = Un accord dit sur quoi. Choisissez au moins un domaine.
consent-ends_before = La date de fin est passée. Choisissez un jour à venir.
consent-given_later = L’accord ne peut pas être donné un jour à venir.
erasure-already_confirmed = Cet effacement est confirmé ; ce qui est effacé le reste.
erasure-already_requested = Cet effacement est déjà demandé.
erasure-no_time_set = Le territoire n’a pas fixé le délai de confirmation d’un effacement.
erasure-nobody_named = Personne n’est désigné.
erasure-not_requested = Cet effacement n’a pas été demandé.
erasure-same_person = La personne qui a demandé l’effacement ne peut pas le confirmer : il faut être deux.
erasure-too_late = Le délai pour confirmer est passé : l’effacement est à demander de nouveau.
erasure-withdrawn = Cette demande d’effacement a été retirée.
exceptional_access-already_opened = Cet accès est déjà ouvert.
exceptional_access-already_over = Cet accès est déjà terminé.
exceptional_access-already_reviewed = La revue de cet accès est déjà faite.
exceptional_access-no_time_set = Le territoire n’a pas fixé la durée d’un accès exceptionnel, ni le délai de sa revue.
exceptional_access-not_opened = Cet accès n’a pas été ouvert.
exceptional_access-not_the_opener = Seule la personne qui a ouvert la situation peut y mettre fin avant l’heure.
exceptional_access-same_person = La personne qui a ouvert la situation ne peut pas faire la revue : il faut être deux.
exclusion-already_lifted = Cette exclusion est déjà levée.
exclusion-already_set = Cette exclusion existe déjà.
exclusion-not_set = Cette exclusion n’existe pas.
exclusion-oneself = On ne s’exclut pas soi-même, et on ne lève pas sa propre exclusion.
household-already_formed = Ce foyer est déjà connu.
household-already_member = Cette personne vit déjà dans ce foyer.
household-nobody_there = Un foyer a au moins une personne.
household-not_a_member = Cette personne ne vit pas dans ce foyer.
household-not_formed = Ce foyer n’est pas encore connu.
organisation-already_registered = Cette organisation est déjà connue.
organisation-no_name = Il manque le nom.
organisation-not_registered = Cette organisation n’est pas encore connue.
organisation-service_already_open = Ce service existe déjà.
organisation-service_unknown = Ce service n’existe pas.
organisation-team_already_formed = Cette équipe existe déjà.
organisation-team_unknown = Cette équipe n’existe pas.
organisation-worker_already_here = Cette personne travaille déjà ici.
organisation-worker_unknown = Cette personne ne travaille pas ici.
person-already_registered = Cette personne est déjà connue.
person-not_registered = Cette personne n’est pas encore connue.

## What the door answers

problem-finds_nobody = Votre rôle ne permet pas de chercher qui suit une personne.
problem-keeps_nobody_away = Seuls le référent et l’encadrement du service peuvent tenir quelqu’un à l’écart de cette situation.
problem-name_not_whole = Écrivez le prénom et le nom en entier.
problem-watches_over_nothing = Votre rôle ne donne pas à voir les accès exceptionnels.
problem-worker_unknown = Cette personne n’est pas dans l’annuaire.
problem-passes_nothing_on = Vous lisez cette situation sans y agir : demandez à la personne qui en répond de partager.
problem-passes_on_unread = On ne partage que ce qu’on lit soi-même. Retirez ce qui vous est réservé.
problem-element_unknown = Un des éléments choisis n’est pas de cette situation, ou vous est réservé.
problem-service_unknown = Ce service n’est pas dans l’annuaire.
problem-person_unknown = Cette personne n’est pas de cette situation.
problem-ends_no_sharing = Seuls la personne qui a partagé, le référent et l’encadrement du service y mettent fin.
problem-settles_no_sharing = Seul l’encadrement du service peut valider un partage dont la famille n’est pas informée.

## Figures as a file for a spreadsheet

sheet-name = Chiffres du service
sheet-service = Service
sheet-from = Du
sheet-until = Au
sheet-group = Rubrique
sheet-indicator = Indicateur
sheet-support = Type d’accompagnement
sheet-span = Période couverte
sheet-figure = Chiffre
sheet-unit = Unité
sheet-part = Partie
sheet-whole = Total
sheet-p90 = Neuf sur dix (jours)
sheet-mean = Moyenne (jours)
sheet-longest = Le plus long (jours)
sheet-target = Délai visé (jours)
sheet-late = Au-delà du délai
sheet-known = Chiffre connu à la fin de la période
sheet-remark = Remarque
sheet-since = Noté depuis
sheet-definition = Définition
sheet-origin = Source
sheet-setting = Réglage
sheet-unit-count = nombre
sheet-unit-share = pour cent
sheet-unit-days = jours (la moitié, au plus)
sheet-unit-balance = ouvertures moins clôtures
sheet-unit-per = rapport (voir la définition)
sheet-hidden = masqué : moins de { $threshold } personnes ou ménages
