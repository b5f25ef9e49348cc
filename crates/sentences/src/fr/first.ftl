# What the first screen says, and what more than one piece of the client says. Plain spaces: those that must not break in French are set on reading.

## The whole house

title-app = Trame
title-week = Ma semaine · Trame
title-cases = Situations · Trame
title-opening = Ouvrir une situation · Trame
title-documents = Pièces d’une situation · Trame
title-financial_aids = Aides financières d’une situation · Trame
title-course = Suivi d’une situation · Trame
title-case = Situation · Trame
title-timeline = Frise · Trame
title-meetings = Instances · Trame
title-meeting = Instance · Trame
title-workload = Charge · Trame
title-nowhere = Cette page n’existe pas
nowhere = Rien à cette adresse.
nowhere-more = Revenez à vos situations par le menu.
nav = Écrans
nav-week = Ma semaine
nav-cases = Situations
nav-meetings = Instances
nav-workload = Charge
skip-to-content = Aller au contenu
opening = Trame s’ouvre…
unopened = Trame n’a pas pu s’ouvrir. Vérifiez le réseau, puis rechargez la page.
without-scripts = Trame a besoin de JavaScript. Activez-le dans les réglages du navigateur, puis rechargez la page.
close = Fermer
save = Enregistrer
retry = Réessayer
reload = Recharger la page
reference = Réf. { $reference }
demonstration = Démonstration : ces personnes sont inventées.
shortcuts = Raccourcis clavier
other-language = English
theme = Lumière
theme-device = Appareil
theme-paper = Papier
theme-night = Nuit
role-worker = intervenant ou intervenante
role-manager = encadrement d’équipe
role-intake = accueil
role-partner = partenaire
role-administrator = administration de la plateforme
role-data_protection_officer = protection des données

## Keys

keys-title = Quelles touches ?
key-search = /
key-search-does = chercher une situation
key-note = n
key-note-does = noter un contact, dans la semaine ou sur une situation
key-keys = ?
key-keys-does = montrer ces touches
key-timeline = flèches
key-timeline-does = aller d’une marque à l’autre, sur la frise
key-decision = d
key-decision-does = écrire une décision, en instance
key-time = t
key-time-does = remonter le temps, en instance
key-close = Échap
key-close-does = fermer

## Signing in and out

sign-in-over = Trame, la trame de l’accompagnement
sign-in-title = Qui êtes-vous ?
login = Identifiant
password = Mot de passe
sign-in = Entrer
sign-in-incomplete = Il manque l’identifiant ou le mot de passe.
sign-out = Quitter
sign-out-drafts = { $count ->
    [one] { $count } texte non enregistré sera effacé de cet appareil.
   *[other] { $count } textes non enregistrés seront effacés de cet appareil.
 }
sign-out-anyway = Quitter et effacer
signed-in-again = Vous pouvez reprendre.
session-over = Reprendre là où vous en étiez ?
session-over-kept = Votre session est terminée. Ce que vous avez écrit est gardé sur cet appareil.
sign-in-by = S’identifier avec { $provider }
sign-in-passkey = Entrer avec une clé d’accès
passkey-unshown = Votre appareil n’a présenté aucune clé d’accès. Réessayez, ou entrez avec votre mot de passe.
entry-unknown = Trame ne vous connaît pas sous cette identité. Demandez un compte à la personne qui administre Trame, ou entrez avec votre mot de passe.
entry-elsewhere = Votre organisation n’est pas de ce territoire : vous ne pouvez pas entrer ici. Si c’est une erreur, prévenez la personne qui administre Trame.
entry-over = Vous avez attendu trop longtemps, ou cette page est revenue deux fois. Recommencez.
entry-failed = Le service d’identification n’a pas répondu comme il le devait. Réessayez dans un instant, ou entrez avec votre mot de passe.
sign-in-code-intro = Encore une étape : ouvrez votre application et recopiez le code qu’elle affiche pour Trame.
sign-in-anew = Recommencer depuis le début
code = Code à six chiffres de votre application
code-missing = Il manque le code.
code-by-paper = Utiliser un code de secours
code-by-application = Utiliser mon application
recovery-code = L’un de vos codes de secours
recovered = Vous entrez avec un code de secours. Il ne servira plus.
recovered-left = { $count ->
    [0] C’était le dernier. Si vous avez encore votre application, remplacez-la dès aujourd’hui dans « Mes connexions » : vous recevrez d’autres codes. Sinon, prévenez la personne qui administre Trame.
    [one] Il vous en reste un. Si votre application est perdue, remplacez-la dans « Mes connexions ».
   *[other] Il vous en reste { $count }. Si votre application est perdue, remplacez-la dans « Mes connexions ».
 }
recovered-go-on = Continuer
enrol-waiting = Votre clé se prépare…
session-sign_in_over = Vous avez attendu trop longtemps, ou votre entrée a pris fin ailleurs. Recommencez depuis le début.
session-refused = Identifiant ou mot de passe inconnu. Vérifiez les majuscules, puis réessayez.

## What can go wrong

failure-unreached = Le service ne répond pas.
failure-signed-out = Votre session est terminée.
failure-unknown = Rien à montrer ici.
failure-unknown-more = Cette page n’existe pas, ou n’est pas ouverte à votre rôle.
failure-back = Revenir à l’accueil de Trame
failure-broken = Le service a rencontré un problème.
failure-kept = Ce que vous avez écrit est gardé sur cet appareil.
failure-text-kept = Votre texte est gardé sur cet appareil. Réessayez : rien ne sera enregistré deux fois.
problem-unnamed = Le service refuse, sans dire pourquoi.
offline = Hors ligne.
offline-kept = { $count ->
    [one] Tout est gardé ici : { $count } texte attend le retour du réseau.
   *[other] Tout est gardé ici : { $count } textes attendent le retour du réseau.
 }

## Days and hours

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-1-short = janv.
month-2-short = févr.
month-3-short = mars
month-4-short = avril
month-5-short = mai
month-6-short = juin
month-7-short = juil.
month-8-short = août
month-9-short = sept.
month-10-short = oct.
month-11-short = nov.
month-12-short = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
day-first = 1er
date-short = { $day } { $month }
date-short-year = { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }
date-full = { $day } { $month } { $year }
date-month-year = { $month } { $year }
date-and-clock = { $date }, { $clock }
clock = { $hour } h { $minute }
today = aujourd’hui
tomorrow = demain
yesterday = hier
in-days = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
 }
days-ago = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
 }
days-count = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
 }
age-months = { $months } mois
age-years = { $years ->
    [one] { $years } an
   *[other] { $years } ans
 }
to-be-agreed = à convenir
quoted = « { $words } »

## The threads of a life

domain-housing = Logement
domain-housing-short = Logement
domain-budget = Budget
domain-budget-short = Budget
domain-rights = Droits et démarches
domain-rights-short = Droits
domain-employment = Emploi
domain-employment-short = Emploi
domain-training = Formation et langue
domain-training-short = Formation
domain-health = Santé
domain-health-short = Santé
domain-mental_health = Santé psychique
domain-mental_health-short = Santé psychique
domain-parenting = Enfants et parentalité
domain-parenting-short = Enfants
domain-school = École
domain-school-short = École
domain-network = Entourage
domain-network-short = Entourage
domain-mobility = Mobilité
domain-mobility-short = Mobilité
domain-digital_autonomy = Autonomie numérique
domain-digital_autonomy-short = Numérique
domain-daily_life = Vie quotidienne
domain-daily_life-short = Quotidien
domain-safety = Sécurité et protection
domain-safety-short = Protection
domain-outside = Hors domaine
domain-outside-short = Hors domaine
domain = Domaine de vie
domain-none = Aucun en particulier
domain-choose = Choisir un domaine
domain-needed = Il manque le domaine de vie. Choisissez-en un.
level-1 = en crise
level-2 = fragile
level-3 = stabilisé
level-4 = en progrès
level-5 = durable
level-none = non évalué
scale-in-words = Elle dit : { $she }. Nous constatons : { $we }.

## My week

week-waiting = Votre semaine se tisse…

## My cases

cases-title = Vos situations
cases-count-open = { $count ->
    [one] { $count } situation ouverte
   *[other] { $count } situations ouvertes
 }
cases-count-closed = { $count ->
    [one] { $count } situation close
   *[other] { $count } situations closes
 }
cases-count-all = { $count ->
    [one] { $count } situation
   *[other] { $count } situations
 }
cases-found = { $count ->
    [one] { $count } situation trouvée
   *[other] { $count } situations trouvées
 }
cases-filter = Quelles situations
cases-open = Ouvertes
cases-closed = Closes
cases-all = Toutes
cases-search = Chercher par nom
cases-search-example = Chercher un nom
cases-waiting = Vos situations se rassemblent…
cases-open-one = Ouvrir une situation
cases-none = Aucune situation ouverte.
cases-none-more = Celles que l’on vous confiera apparaîtront ici.
cases-none-closed = Aucune situation close.
cases-none-found = Aucun nom ne correspond.
cases-none-found-more = Cherchez une partie du nom ; les accents ne comptent pas.
cases-more = Voir la suite
case-column = Situation
case-column-referent = Suivi par
case-column-contact = Dernier contact
case-column-due = Prochaine date
case-since = depuis { $date }
case-closed-on = close le { $date }
case-own = vous
case-no-referent = sans personne référente
case-no-contact = pas encore
case-silence = { $days ->
    [one] silence de { $days } jour
   *[other] silence de { $days } jours
 }
case-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
 }

## Where a case stands

case-waiting = La situation se tisse…
case-followed-by = Suivi :
case-no-referent-now = Sans référent pour l’instant
story-none = Sa parole n’est pas encore recueillie : par qui, quand ?
story-child = { $name }, { $age }
story-read-back = { $name }, relu ensemble le { $date }
story-said-on = { $name }, dit le { $date }
threads = Les fils de la situation
threads-none = Aucun domaine de vie n’a encore été abordé.
reserved-items = { $count ->
    [one] { $count } élément réservé à d’autres professionnels.
   *[other] { $count } éléments réservés à d’autres professionnels.
 }
traits = Ce qui porte, ce qui bloque
carries = Ce qui porte
carries-none = Rien n’est encore nommé.
blocks = Ce qui bloque
blocks-none = Rien n’est nommé.
news-none = Rien de nouveau pour l’instant.
news-own-draft = lisible par vous uniquement
news-late-entry = écrit après coup
news-after-closure = après la clôture
news-corrects = corrige un texte
news-written-by = saisi par { $name }

## Signals: facts, each in one sentence with what it rests on

signals = À ne pas laisser se perdre
signals-rule = Des faits, jamais une note. Chacun dit sur quoi il repose, et peut être écarté avec une raison.
signals-since = signalé depuis le { $date }
signal-silence = Aucun contact depuis le { $date }, soit { $days } jours, pour un rythme convenu de { $rhythm ->
    [one] { $rhythm } jour
   *[other] { $rhythm } jours
 }.
signal-missed_in_a_row = { $count } rendez-vous manqués de suite sans nouvelles, le dernier le { $date }.
signal-letter_returned = { $count ->
    [one] Un courrier est revenu le { $date }, et personne n’a été joint depuis.
   *[other] { $count } courriers sont revenus, le dernier le { $date }, et personne n’a été joint depuis.
 }
signal-number_dead = { $count ->
    [one] Un numéro ne répond plus depuis le { $date }, et personne n’a été joint depuis.
   *[other] { $count } numéros ne répondent plus, le dernier depuis le { $date }, et personne n’a été joint depuis.
 }
signal-term_without_renewal = { $label } arrive à son terme le { $date }, et rien n’est engagé pour la suite.
signal-term_passed = { $label } a pris fin le { $date } sans suite engagée.
signal-term_several = { $count } mesures ou droits arrivent à leur terme sans suite engagée, le premier le { $date }.
signal-term_unnamed = Une mesure ou un droit
signal-handover_unmet = La personne référente a changé le { $date }, et la famille n’a pas été rencontrée ensemble depuis.
signal-measure_unstarted = { $label } : décision du { $date }, toujours pas commencée après { $days } jours.
signal-measure_several = { $count } mesures décidées n’ont pas commencé, la première depuis le { $date }.
signal-measure_unnamed = Une mesure
signal-action_overdue = { $label } : c’était pour le { $date }, { $days ->
    [one] { $days } jour de retard.
   *[other] { $days } jours de retard.
 }
signal-action_several = { $count } actions sont en retard, la première depuis le { $date }.
signal-action_unnamed = Une action
signal-no_voice = Aucune parole de la personne ni d’un enfant n’est recueillie depuis le { $date }.
signal-untouched = Une mesure est en cours, et rien n’a été écrit depuis le { $date }, soit { $days } jours.
signal-deadline_missed = { $label } : c’était à faire pour le { $date }, { $days ->
    [one] { $days } jour de retard.
   *[other] { $days } jours de retard.
 }
signal-deadline_several = { $count } échéances sont dépassées, la première depuis le { $date }.
signal-deadline_unnamed = Une échéance
signal-check_ins_unanswered = { $count ->
    [one] Une prise de nouvelles est restée sans réponse depuis la clôture, prévue le { $date }.
   *[other] { $count } prises de nouvelles sont restées sans réponse depuis la clôture, la première prévue le { $date }.
}
signal-aside = Écarter…
signal-aside-title = Pourquoi écarter ce signal ?
signal-aside-reason = La raison, lue par l’équipe de suivi
signal-aside-example = Partie chez sa sœur jusqu’au 3 janvier, appel prévu à son retour
signal-aside-needed = Il manque la raison. Un mot suffit.
signal-aside-again = Un fait nouveau le fera revenir.
signal-aside-send = Écarter ce signal
signal-aside-saved = Signal écarté.

## News, by type of event

news-support_case-opened = La situation est ouverte.
news-support_case-story_recorded = Sa parole est recueillie.
news-support_case-strength_identified = Ce qui porte.
news-support_case-obstacle_identified = Ce qui bloque.
news-support_case-situation_assessed = Un domaine de vie est évalué.
news-support_case-summed_up = Le point est fait.
news-support_case-referent_appointed = Une personne référente est nommée.
news-support_case-referent_handed_over = La situation change de mains.
news-support_case-referent_stood_down = La situation n’a plus de référent.
news-support_case-handover_meeting_held = La famille est rencontrée ensemble pour le passage de relais.
news-support_case-team_member_joined = L’équipe s’agrandit.
news-support_case-team_member_left = Une personne quitte l’équipe.
news-support_case-cadence_agreed = Un rythme est convenu.
news-support_case-complexity_reviewed = La complexité est revue.
news-support_case-measure_started = Une mesure commence.
news-support_case-measure_decided = Une mesure est décidée.
news-support_case-measure_renewal_asked = Le renouvellement d’une mesure est demandé.
news-support_case-measure_renewed = Une mesure est renouvelée.
news-support_case-measure_ended = Une mesure se termine.
news-support_case-life_event_recorded = Un tournant.
news-support_case-orientation_requested = Une orientation est demandée.
news-support_case-orientation_decided = L’orientation a reçu une réponse.
news-support_case-act_recorded = Acte repris d’un autre dossier.
news-support_case-signal_set_aside = Un signal est écarté.
news-support_case-closed = L’accompagnement se termine.
news-support_case-reopened = L’accompagnement reprend.
news-plan-drafted = Un projet commun est ouvert.
news-plan-goal_agreed = Objectif convenu.
news-plan-action_assigned = À faire.
news-plan-action_started = Une action commence.
news-plan-action_completed = C’est fait.
news-plan-action_delayed = Une action est repoussée.
news-plan-action_abandoned = Une action est abandonnée.
news-plan-goal_reached = Un objectif est atteint.
news-contact-noted = Contact.
news-contact-missed = Rendez-vous manqué.
news-contact-not_reached = Un moyen de joindre la personne ne mène plus à elle.
news-contact-corrected = Note corrigée.
news-appointment-booked = Rendez-vous pris.
news-appointment-moved = Rendez-vous déplacé.
news-appointment-cancelled = Rendez-vous annulé.
news-deadline-set = Échéance posée.
news-deadline-met = Échéance tenue.
news-deadline-moved = Échéance déplacée.
news-deadline-withdrawn = Échéance retirée.
news-deadline-lapsed = Échéance devenue sans objet.
news-document-requested = Pièce demandée.
news-document-deposited = Pièce déposée.
news-document-renewed = Pièce remplacée par une plus récente.
news-document-withdrawn = Pièce retirée.
news-document-unasked = Pièce plus demandée.
news-financial_aid-requested = Aide financière demandée.
news-financial_aid-completed = Justificatifs complets pour une aide financière.
news-financial_aid-resumed = Instruction d’une aide financière reprise.
news-financial_aid-accepted = Aide financière accordée.
news-financial_aid-refused = Aide financière refusée.
news-financial_aid-adjourned = Demande d’aide financière ajournée.
news-financial_aid-withdrawn = Demande d’aide financière abandonnée par la personne.
news-financial_aid-closed = Demande d’aide financière classée sans suite.
news-financial_aid-paid = Aide financière versée.
news-financial_aid-payment_retracted = Versement d’une aide financière annulé.
news-team_meeting-scheduled = Une instance est prévue.
news-team_meeting-invited = Une personne est invitée.
news-team_meeting-attendance_recorded = Les présences sont notées.
news-team_meeting-case_added = La situation est à l’ordre du jour.
news-team_meeting-viewpoint_given = Un avis est écrit.
news-team_meeting-decision_recorded = Décision.
news-team_meeting-closed = L’instance est close.
news-team_meeting-family_sheet_written = La famille a préparé l’instance.
news-team_meeting-family_answered = La famille répond.
news-team_meeting-contribution_given = Un service a déposé sa fiche.
news-team_meeting-session_ended = L’équipe s’est réunie.
news-team_meeting-case_put_off = La situation est renvoyée à une autre réunion.
news-team_meeting-addendum_written = Un additif au compte rendu est écrit.
news-team_meeting-minutes_validated = Le compte rendu est validé.
news-team_meeting-postponed = L’instance est reportée.
news-team_meeting-cancelled = L’instance est annulée.

## Who can see what

secrecy-bound = secret professionnel
secrecy-unbound = sans secret professionnel

## Noting a contact

note-contact = Noter un contact
note-saved = Contact enregistré.
note-audience = La note partagée est visible de l’équipe de suivi.
draft-found = Brouillon retrouvé sur cet appareil.
draft-left = Brouillon laissé sur cet appareil : « { $words } »
draft-take = Reprendre
draft-unkept = Ce navigateur ne garde pas votre brouillon. Enregistrez avant de quitter la page.
draft-drop = Effacer le brouillon
contact-kind = Comment ?
contact-kind-call = Téléphone
contact-kind-home_visit = Domicile
contact-kind-interview = Bureau
contact-kind-message = Écrit
contact-kind-drop_in = Sans rendez-vous
contact-kind-video = Visio
contact-kind-outside = À l’extérieur
contact-kind-third_party = Par un tiers
contact-with = Avec qui ?
contact-day = Quel jour ?
contact-hour = À quelle heure ?
contact-came = Le contact
contact-came-held = A eu lieu
contact-came-excused = Absence excusée
contact-came-missed = Absence sans nouvelles
contact-came-number_dead = Le numéro ne répond plus
contact-came-letter_returned = Le courrier est revenu
contact-shared = L’essentiel
contact-words = Ses mots, si elle veut les voir gardés
contact-words-example = « Ce travail, je le veux. »
contact-private = Note privée, lue par vous uniquement
contact-domains = Fils concernés

## Strengths, goals and actions

plan = Ce qui est convenu
choose-person = Choisir une personne
doer = Qui s’en charge ?
due-label = Avant quelle date ?

## Why the rules say no, by code

contact-already_noted = Ce contact est déjà noté.
contact-in_the_future = La date est à venir. Un contact se note une fois qu’il a eu lieu.
contact-not_noted = Ce contact n’est pas noté : rien à corriger.
contact-not_the_author = Seule la personne qui a écrit la note peut la corriger.
contact-missed_with_words = Pour une absence, ni les mots de la personne ni la note privée ne sont gardés. Effacez-les, et mettez dans « L’essentiel » ce que l’équipe peut lire. Si le rendez-vous s’est tenu, choisissez « A eu lieu ».
contact-nothing_noted = Rien n’est écrit. Notez l’essentiel, ou ses mots.
invalid-empty = Rien n’est écrit ici. Écrivez quelques mots.
invalid-not_a_day = Cette date n’existe pas. Écrivez jour, mois, année.
invalid-not_a_level = Ce niveau n’existe pas : choisissez un niveau de 1 à 5.
invalid-not_an_amount = Écrivez un montant en euros, de 0,01 à 100 000, avec deux décimales au plus.
invalid-not_text = Ce texte contient un signe qui ne peut pas être gardé. Retapez-le.
invalid-out_of_time = Cette date n’est pas entre 1900 et 2199. Vérifiez l’année.
invalid-too_long = Ce texte est trop long pour être gardé. Raccourcissez-le.

## A meeting, all around one screen

shared-screen = Écran partagé : il montre ce que vous pouvez voir
meeting-waiting = L’instance se tisse…
meeting-case_review = Synthèse
meeting-case_review-short = Synthèse
meeting-multidisciplinary_team = Équipe pluridisciplinaire
meeting-multidisciplinary_team-short = Équipe pluri.
meeting-measure_review = Bilan de mesure
meeting-measure_review-short = Bilan
meeting-family_conference = Conférence familiale
meeting-family_conference-short = Conférence
meeting-weekly_team = Réunion d’équipe
meeting-weekly_team-short = Équipe
meeting-concern_assessment = Évaluation d’une information préoccupante
meeting-concern_assessment-short = Évaluation IP
meeting-child_plan = Projet pour l’enfant
meeting-child_plan-short = PPE
meeting-child_status_commission = Commission du statut de l’enfant confié
meeting-child_status_commission-short = CESSEC
meeting-insertion_team = Équipe pluridisciplinaire RSA
meeting-insertion_team-short = EP RSA
meeting-disability_team = Équipe d’évaluation MDPH
meeting-disability_team-short = EPE
meeting-disability_commission = Commission des droits et de l’autonomie
meeting-disability_commission-short = CDAPH
family-says = La famille le dit ainsi
due-before = avant le { $date }
deadline-hearing = Audience
deadline-term = Fin de contrat ou de mesure
deadline-reply = Réponse attendue
deadline-review = Bilan
deadline-file = Dossier à déposer
deadline-check_in = Nouvelles à prendre
deadline-imported = Échéance reprise
deadline-action = À faire
known = Ce que l’on sait
decisions = Décisions
before = avant le
as-known-on = Tel que connu le
as-known-nothing = Rien n’était encore connu de cette situation ce jour-là.
as-known-source = Certaines dates viennent du dossier repris.
as-known-band = Tel que connu le { $date }.
as-known-back = Revenir à aujourd’hui

## The course of a meeting

because-no_quorum = défaut de quorum
because-family_asked = à la demande de la famille
because-someone_missing = une personne nécessaire manque
because-other = autre motif
step-taken = C’est noté.
family-informed-says = Famille informée le { $date } par { $name }.
family-present-says = Famille présente.
family-represented-says = Famille représentée par { $name }.
family-withheld-says = Famille non informée, motif gardé.
family-unanswered = Il n’est pas encore dit comment la famille est informée.
attendance-unknown = présence à noter
share = Transmettre
power-advice = Avis de la réunion
power-delegation = Agent qui a délégation
power-panel_vote = Vote de la commission
power-executive = Présidence du département
power-agreement = D’un commun accord
power-family = La famille
family-sheet-wishes = Ce qu’elle attend de la réunion
family-sheet-disagreement = Ce avec quoi elle n’est pas d’accord
hypothesis-of = De qui ?
said-needed = Il manque la personne ou les mots.
call = Prévoir une instance

## The meetings of a team

meetings-title = Vos instances
meetings-count = { $count ->
    [one] { $count } instance à venir
   *[other] { $count } instances à venir
 }
meetings-waiting = Les instances se rassemblent…
meetings-to-come = À venir
meetings-held = Tenues depuis le { $since }
meetings-none = Aucune instance prévue.
meetings-none-held = Aucune instance tenue.
meeting-others = { $count ->
    [one] et { $count } autre situation
   *[other] et { $count } autres situations
 }

## The timeline

timeline-waiting = La frise se tisse…
since-others = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
 }

## The load of a team

load-waiting = La charge se calcule…

## Answers of the server; accesses and sessions

problem-too_old = Une nouvelle version de Trame est prête. Rechargez la page ; vos textes sont gardés.
problem-command_reused = Un premier envoi, avec d’autres mots, a peut-être été enregistré. Vérifiez s’il figure déjà sur la page, puis n’enregistrez que ce qui manque.
nav-accesses = Accès
title-accesses = Accès · Trame
title-readings = Consultations · Trame
accesses-waiting = Les accès se rassemblent…
readings-waiting = Le journal s’ouvre…
access-need-emergency = Urgence
access-need-supervision = Encadrement
access-by-unknown = Personne inconnue
access-open-until = Ouvert jusqu’au { $when }
title-sessions = Mes connexions · Trame
sessions-title = Mes connexions
sessions-waiting = Vos connexions se rassemblent…

## Sharing what secrecy covers

shared-waiting = Les partages se rassemblent…
shared-by = partagé par { $name }
share-basis = Sur quel fondement ?
share-settle = Valider ou non
case-received = partagée avec vous
basis-social_coordination = Coordination de l’action sociale (CASF, L121-6-2)
basis-child_protection = Protection de l’enfance (CASF, L226-2-2)
basis-care_exchange = Échange entre soignants identifiés (CSP, L1110-4 II)
basis-care_team = Équipe de soins (CSP, L1110-4 III)
basis-consent = Accord de la personne (CSP, L1110-4 III)
basis-person_request = À la demande de la personne
basis-authority_report = Signalement à l’autorité (Code pénal, 226-14)
basis-social_coordination-says = Entre professionnels de l’action sociale qui aident la même famille, pour évaluer, décider et agir. Sans secret professionnel : seulement de qui il s’agit, qui agit et les prochaines dates.
basis-child_protection-says = Entre personnes tenues au secret professionnel qui mettent en œuvre la protection de l’enfance ou y concourent. Ce n’est jamais une obligation.
basis-care_exchange-says = Des personnes nommées, tenues au secret, qui prennent toutes part aux soins. La personne est informée et peut s’y opposer.
basis-care_team-says = Les personnes de l’équipe qui entoure la famille, tenues au secret. La personne est informée et peut s’y opposer.
basis-consent-says = Ce que la personne a accepté, avec les personnes qu’elle a nommées, jusqu’au jour qu’elle a fixé. Son retrait ferme tout aussitôt.
basis-person_request-says = La personne demande que ce qui la concerne soit transmis aux personnes qu’elle nomme.
basis-authority_report-says = Une copie des éléments choisis, transmise une fois. Elle ne se reprend pas.
quick-choose = Choisir une situation
reason-needed = Il manque le motif. Écrivez-le en quelques mots.
appointments-waiting = Les rendez-vous arrivent.
ahead = À venir, à plus grande échelle
ahead-short = À venir

## Kinds of support

support-generalist = Polyvalence de secteur
support-insertion = Accompagnement social du RSA
support-intensive_insertion = Accompagnement intensif du RSA
support-voluntary_home_support = AED
support-court_ordered_home_support = AEMO
support-reinforced_home_support = AEMO renforcée
support-placement = Placement
support-concern_assessment = Évaluation d’une information préoccupante
support-global_support_plan = Plan d’accompagnement global
support-unknown = Accompagnement non précisé

## Supporting documents

documents-of-household = Le foyer
piece-identity = Pièce d’identité ou titre de séjour
piece-proof_of_address = Justificatif de domicile
piece-lease = Bail ou quittance de loyer
piece-income = Justificatif de ressources
piece-tax_notice = Avis d’imposition
piece-entitlement = Attestation de la CAF ou de l’assurance maladie
piece-bank_details = Relevé d’identité bancaire
piece-school_certificate = Certificat de scolarité
piece-letter = Courrier
piece-decision = Décision de justice ou d’une administration
piece-other = Autre pièce
