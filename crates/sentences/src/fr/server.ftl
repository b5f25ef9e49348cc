# What only the server and the command line say; a browser shows it as it comes.

## Signing in and out

password-too_short = Ce mot de passe est trop court : il faut { $least } caractères au moins.
password-too_long = Ce mot de passe est trop long : { $most } caractères au plus.
password-stolen = Ce mot de passe figure dans une liste de mots de passe volés ailleurs : quelqu’un l’essaiera. Choisissez-en un autre, par exemple quatre mots sans lien entre eux.
password-too_near = Ce mot de passe ressemble trop à votre nom, à votre identifiant ou à votre service. Choisissez-en un autre, par exemple quatre mots sans lien entre eux.
session-busy = Beaucoup de personnes entrent en même temps. Recommencez dans quelques secondes.
session-first_secret_over = Ce premier mot de passe n’est plus valable. Demandez-en un autre à la personne qui administre Trame.
session-code_refused = Ce code ne convient pas, ou il a déjà servi. Attendez que l’application en affiche un autre. Un code de secours ne sert qu’une fois.
session-codes_rest = Beaucoup de codes faux ont été essayés aujourd’hui sur votre compte. Pendant un jour au plus, prenez un code de secours à la place du code de l’application. Prévenez la personne qui administre Trame.
passkey-refused = Cette clé d’accès n’est pas reconnue ici. Réessayez, ou passez par votre mot de passe.
passkey-over = Vous avez attendu trop longtemps, ou cette demande a déjà servi. Recommencez.
passkey-unfindable = Cet appareil ne garde pas de clé qui vous fasse entrer sans identifiant. Choisissez-en un autre.
passkey-known = Cette clé d’accès est déjà enregistrée.
passkey-too_many = Vous avez déjà dix clés d’accès : un compte n’en garde pas davantage. Supprimez-en une qui ne sert plus.
account-password_wrong = Ce n’est pas votre mot de passe. Vérifiez les majuscules, puis réessayez.

## Signals: facts, each in one sentence with what it rests on

signal-gone = Ce signal ne repose plus sur les mêmes faits. Fermez, et relisez-le.

## Why the rules say no, by code

contact-missed_and_not_reached = Un rendez-vous manqué et un moyen de joindre qui ne répond plus se notent séparément.
document-already_there = Cette pièce est déjà là, et elle reste valable : inutile de la redemander. Elle figure parmi les pièces de la situation.
document-already_there_until = Cette pièce est déjà là, valable jusqu’au { $date } : inutile de la redemander. Elle figure parmi les pièces de la situation.
document-there_elsewhere = Cette pièce est déjà là, et valable, dans une autre situation de cette personne qui vous est ouverte : ouvrez-la là-bas, ou déposez-en une copie ici.
document-already_asked = Cette pièce est déjà demandée. Elle figure parmi les pièces attendues.
document-already_known = Cette pièce est déjà demandée ou déposée.
document-another_piece = Ce n’est pas la pièce demandée : la personne, la nature de la pièce ou le domaine diffèrent.
document-already_over = Cette pièce n’est plus valable à cette date : demandez-en une plus récente, ou corrigez la date.
document-not_there = Aucune pièce n’est déposée ici.
document-withdrawn = Cette pièce a été retirée.
document-empty = Ce fichier est vide. Vérifiez-le, puis choisissez-le à nouveau.
document-too_large = Ce fichier dépasse { $most } Mo. Numérisez-le en qualité plus basse, ou déposez-le en plusieurs pièces.
document-unknown_type = Ce fichier n’est ni un PDF, ni une image JPEG, PNG ou WebP. Enregistrez-le sous l’une de ces formes, puis déposez-le.
document-other_type = Ce fichier n’est pas ce que son nom annonce. Ouvrez-le, enregistrez-le sous sa vraie forme, puis déposez-le.
document-harmful = L’antivirus reconnaît dans ce fichier un programme malveillant : rien n’a été gardé. Prévenez la personne qui vous l’a remis.
document-unscanned = L’antivirus ne répond pas : le fichier n’a pas été examiné, et rien n’a été gardé. Réessayez dans un instant.
document-no_form = La pièce et ce qui la décrit doivent être envoyés ensemble, dans un formulaire.
document-erased = Le contenu de cette pièce a été effacé pour de bon.
document-other_domain = Ce domaine ne dit rien de l’endroit où ranger cette pièce : laissez-le vide, ou choisissez celui qui la protège.
document-busy = Beaucoup de pièces arrivent en ce moment. Réessayez dans un instant : rien de ce que vous avez écrit n’est perdu.
document-too_slow = L’envoi a pris trop de temps, et la pièce n’est pas arrivée. Essayez avec un fichier plus léger ou une meilleure connexion.
problem-forgotten = La personne concernée a été effacée de Trame : plus rien ne peut être écrit à son sujet.
deadline-already_set = Cette échéance est déjà posée.
deadline-not_set = Cette échéance n’existe pas.
deadline-set_by_hand = Quelqu’un a posé cette échéance : aucune règle ne la retire.
deadline-over = Cette échéance n’est plus à tenir.
measure-no_term_yet = Une mesure décidée n’a pas encore de terme. Indiquez-le quand elle commence.

## Answers of the server

problem-not_found = Cette page n’existe pas, ou ne vous est pas ouverte.
problem-not_signed_in = Votre session est terminée. Connectez-vous à nouveau : ce que vous avez écrit est gardé ici.
problem-not_writable = Vous ne pouvez pas écrire dans ce domaine pour cette situation. Passez par la personne qui en a la charge.
problem-not_at_the_table = Vous ne conduisez pas cette réunion. Demandez à la personne qui préside.
problem-works_on_no_cases = Votre rôle ne comporte pas de situations à suivre : il n’y a pas de liste à montrer.
problem-answers_for_no_team = La charge d’une équipe n’est montrée qu’à la personne qui en répond.
problem-foreign_origin = Cette demande ne vient pas de Trame. Ouvrez Trame et recommencez.
problem-watches_no_log = Les points de contrôle du journal ne sont donnés qu’à l’administration de la plateforme et aux témoins admis.
problem-unreadable = Une partie de la demande ne peut pas être lue. Vérifiez le champ indiqué et recommencez.
problem-not_json = La demande doit être écrite en JSON.
problem-too_large = Le texte est trop long pour être envoyé en une fois. Coupez-le en deux.
problem-doer_unknown = Cette personne n’est ni dans l’annuaire ni parmi les personnes de cette situation. Choisissez une personne de l’équipe ou de la famille.
problem-no_number = Ce numéro ne peut pas recevoir de SMS tel qu’il est écrit. Relisez-le : dix chiffres, ou l’indicatif du pays en tête.
problem-no_address = Cette adresse électronique n’en est pas une. Relisez-la, par exemple prenom@exemple.fr.
problem-taken = Ce nom est déjà pris.
problem-stale = Quelqu’un a écrit en même temps que vous. Relisez, puis recommencez : votre texte est gardé.
problem-method = Cette adresse ne répond pas à ce genre de demande.
problem-unavailable = Trame ne joint pas sa base de données pour le moment. Votre texte est gardé sur cet appareil : réessayez dans un instant.
problem-clocks_apart = L’horloge du serveur n’est pas à l’heure : rien n’est enregistré tant qu’elle n’est pas réglée. Votre texte est gardé sur cet appareil.
problem-fault = Le service n’a pas pu répondre. Votre texte est gardé sur cet appareil. Référence { $reference }.
session-too_many_attempts = { $seconds ->
    [one] Trop d’essais. Attendez une seconde, puis recommencez.
   *[other] Trop d’essais. Attendez { $seconds } secondes, puis recommencez.
}
viewpoint-of_service = { $name }, au nom du service « { $service } »
viewpoint-of_people = { $name }, porte-parole des personnes accompagnées (mandat électif)
civility-madam = Mme
civility-sir = M.
value-erased = (effacé)
value-unknown = (inconnu)
value-withheld = (réservé)

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
configuration-unsound_reading_journal = Un journal des consultations qui ne garde rien n’en est pas un. Gardez au moins un mois.
configuration-unsound_early_warning = On ne regarde pas plus de deux ans devant soi, et une part ne dépasse pas le tout. Baissez le nombre de semaines, ou la présence.
configuration-unsound_deadline_rules = Chaque règle d’échéance porte un nom qui n’est qu’à elle, une source et un délai ; une règle qui revient compte en mois ou en jours après son point de départ. Corrigez ces règles.
configuration-unsound_public_holidays = Un de ces jours fériés n’existe dans aucune année. Corrigez sa date.
configuration-unsound_disclosure = Le plus petit chiffre montré est au moins de 2, et jamais plus petit au-dehors qu’au-dedans du service. Corrigez ces seuils.
configuration-unsound_reminders = Un rappel part au plus un mois avant un rendez-vous, quatre fois au plus, à des heures qui finissent après avoir commencé. Corrigez ces nombres.
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
person-unsound_hours = Ces heures finissent avant d’avoir commencé. Dites de quelle heure à quelle heure elle peut être jointe.
person-stopped = Elle a répondu STOP : plus rien ne part par ce moyen. Si elle demande elle-même à recevoir de nouveau les rappels, dites-le.
person-was_unsafe = Il a été dit qu’un message par ce moyen peut la mettre en danger. Si elle demande elle-même à recevoir les rappels, dites-le.
person-not_reached = Elle ne reçoit pas de rappel : il n’y a rien à arrêter.
workload-absence_unknown = Cette absence n’est pas notée, ou elle est déjà retirée.
workload-already_declared = Cette absence est déjà notée.
workload-ends_before_it_begins = Le dernier jour vient avant le premier. Choisissez un dernier jour plus tard.
workload-only_computed = Ce qui est prévu se calcule : personne ne l’écrit.

## What the door answers

problem-no_weights = Aucun barème, ou aucun réglage de prévision, n’est en vigueur : rien ne se calcule.
problem-no_cases = Choisissez au moins une situation.
problem-too_many_cases = C’est trop de situations à la fois : { $most } au plus. Confiez-les en plusieurs fois.
problem-takes_no_part = Cette personne ne peut pas prendre part à cette situation. Choisissez quelqu’un d’autre.
problem-nobody_hands_over = Dites de qui vient le relais : une raison ou une rencontre vont avec lui.
problem-opens_no_case = Votre fonction n’ouvre pas de situation. Adressez-vous au service qui accompagnera la famille.
problem-too_many_people = C’est trop de personnes à la fois : { $most } au plus. Ajoutez les autres au foyer une fois la situation ouverte.
problem-same_worker = Choisissez deux personnes différentes.
problem-finds_nobody = Votre rôle ne permet pas de chercher qui suit une personne.
problem-keeps_nobody_away = Seuls le référent et l’encadrement du service peuvent tenir quelqu’un à l’écart de cette situation.
problem-name_not_whole = Écrivez le prénom et le nom en entier.
problem-reads_no_journal = Seule la personne qui veille sur les données personnelles lit le journal des consultations.
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

## What happened, as a file for process mining

problem-too_few_cases = Moins de { $threshold } situations ont bougé sur cette période : le journal désignerait quelqu’un. Choisissez une période plus longue.
process-opened = Ouverture
process-reopened = Réouverture
process-closed = Clôture
process-referent_named = Référent désigné
process-referent_left = Référent parti
process-complexity_reviewed = Complexité revue
process-cadence_agreed = Rythme convenu
process-contact_held = Contact tenu
process-appointment_missed = Rendez-vous manqué
process-act_kept = Acte d’un autre dossier
process-meeting_scheduled = Réunion programmée
process-meeting_postponed = Réunion reportée
process-meeting_cancelled = Réunion annulée
process-meeting_held = Réunion tenue
process-family_came = Famille présente
process-minutes_validated = Compte rendu validé

## Rendez-vous : ce que la règle refuse

appointment-already_booked = Ce rendez-vous est déjà pris.
appointment-not_booked = Ce rendez-vous n’est pas pris : il n’y a rien à y changer.
appointment-cancelled = Ce rendez-vous est annulé. Prenez-en un autre s’il doit avoir lieu.
appointment-held_by_nobody = Personne du service ne tient ce rendez-vous. Nommez au moins un professionnel.
appointment-ends_before_it_begins = Ce rendez-vous finirait avant d’avoir commencé. Dites combien de minutes il dure.
appointment-too_long = Un rendez-vous dure au plus une journée. Prenez-en plusieurs.
appointment-in_the_past = Cet horaire est passé. Choisissez un horaire à venir ; si la rencontre a eu lieu, notez un contact.
appointment-not_on_the_case = Le professionnel nommé n’intervient pas dans cette situation. Faites-le entrer dans l’équipe, ou nommez quelqu’un qui y est.
appointment-holder_left = Un des professionnels de ce rendez-vous n’intervient plus dans cette situation. Annulez-le et prenez-en un autre.
appointment-taken = Occupé à cet horaire. Choisissez-en un autre.
appointment-agenda_behind = L’agenda vient de changer. Regardez-le de nouveau, puis recommencez.
appointment-has_begun = L’heure de ce rendez-vous est passée. Dites ce qu’il en est advenu : vue, excusée ou absente.
appointment-not_yet = L’heure de ce rendez-vous n’est pas venue. S’il ne doit pas avoir lieu, déplacez-le ou annulez-le.
appointment-outcome_known = Ce qu’il est advenu de ce rendez-vous est déjà dit. Relisez la situation.
appointment-not_reached = Un numéro ou une adresse qui ne mène plus à la personne se note à part : ce n’est pas l’issue d’un rendez-vous.
appointment-only_the_program = Les rappels partent d’eux-mêmes : personne n’en envoie à la main.
appointment-reminder_outdated = Ce rendez-vous n’est plus à cette heure, ou plus avec cette personne : ce rappel ne part pas.
appointment-reminder_taken = Ce rappel est déjà parti, ou en train de partir.
appointment-reminder_unknown = Aucun rappel de ce nom n’est parti pour ce rendez-vous.

## L’agenda, tel qu’un autre calendrier le lit

calendar-appointment = Rendez-vous { $kind }, dossier { $reference }
calendar-taken = Occupé
calendar-kind_office = au bureau
calendar-kind_home = à domicile
calendar-kind_phone = par téléphone
calendar-kind_video = en visio
calendar-kind_outside = à l’extérieur
calendar-kind_group_session = de groupe

## Compte rendu et relevé de décisions, en document

minutes-copy-title = Compte rendu : { $kind } du { $date }
minutes-copy-decisions-title = Relevé de décisions : { $kind } du { $date }
minutes-copy-foot = Document confidentiel. Exemplaire de { $name }.
minutes-copy-decisions-foot = Document confidentiel.
minutes-copy-page = Page { $page } sur { $pages }
minutes-copy-unprintable = Certains caractères n’ont pas pu être imprimés. L’écran les montre.
minutes-copy-withheld = { $count ->
    [one] Un élément non accessible dans cet exemplaire.
   *[other] { $count } éléments non accessibles dans cet exemplaire.
}
minutes-copy-for = Exemplaire de
minutes-copy-basis = Transmis au titre de
minutes-copy-made = Exemplaire établi le
minutes-copy-when = Date de la réunion
minutes-copy-service = Service organisateur
minutes-copy-chair = Présidence
minutes-copy-question = La question
minutes-copy-put_off = Situation renvoyée à une autre réunion
minutes-copy-family = Les mots de la famille
minutes-copy-expects = Ce qu’elle attend
minutes-copy-disagrees = Son désaccord
minutes-copy-people = Autour de la table
minutes-copy-name = Nom
minutes-copy-profession = Profession
minutes-copy-as = Qualité
minutes-copy-presence = Présence
minutes-copy-presence_untold = non notée
minutes-copy-said = Ce qui a été apporté et dit
minutes-copy-viewpoints = Les avis
minutes-copy-column_decision = Décision
minutes-copy-column_why = Pourquoi
minutes-copy-column_text = Au titre de
minutes-copy-column_doer = Qui
minutes-copy-column_due = Pour le
minutes-copy-dissent = Avis divergents
minutes-copy-written = Écrit par { $name } le { $date }.
minutes-copy-addenda = Ce qui a été ajouté
minutes-copy-as_member = membre
minutes-copy-as_representative = représentation des personnes concernées
minutes-copy-as_secretary = secrétariat de séance
minutes-copy-as_coordinator = coordination neutre
minutes-copy-as_companion = accompagne la famille
minutes-copy-as_interpreter = interprète
minutes-copy-as_guest = invitation, sans voix délibérative
minutes-copy-as_family = famille
minutes-copy-profession_social_worker = service social
minutes-copy-profession_educator = éducation spécialisée
minutes-copy-profession_budget_adviser = économie sociale et familiale
minutes-copy-profession_employment_adviser = insertion professionnelle
minutes-copy-profession_health_professional = santé
minutes-copy-profession_psychologist = psychologie
minutes-copy-profession_school_social_worker = service social en faveur des élèves
minutes-copy-profession_secretary = secrétariat et accueil
minutes-copy-profession_team_manager = responsabilité d’équipe
minutes-copy-profession_landlord_officer = bailleur
minutes-copy-profession_association_member = association
minutes-copy-profession_unknown = non précisée

## Les rappels, tels que les personnes les reçoivent

reminder-subject = Rappel de rendez-vous
reminder-named = { $how ->
    [office] Rappel : rendez-vous avec { $who }, { $when }, au bureau.
    [phone] Rappel : rendez-vous avec { $who }, { $when }, par téléphone.
    [video] Rappel : rendez-vous avec { $who }, { $when }, en visio.
   *[elsewhere] Rappel : rendez-vous avec { $who }, { $when }.
}
reminder-bare = Rappel : rendez-vous { $when }.
reminder-stop_sms = Pour ne plus recevoir ces rappels, répondez STOP.
reminder-stop_email = Pour ne plus recevoir ces rappels, dites-le à la personne que vous rencontrez.
reminder-weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
reminder-day = { $day ->
    [1] 1er
   *[other] { $day }
}
reminder-month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
reminder-hour = { $sharp ->
    [yes] { $hour } h
   *[no] { $hour } h { $minute }
}
reminder-when = { $weekday } { $day } { $month } à { $hour }
