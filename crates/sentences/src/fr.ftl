# Every sentence of the house, in French. Plain spaces: those that must not break are set on reading.

## The whole house

title-app = Trame
title-week = Ma semaine · Trame
title-cases = Situations · Trame
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
you = vous
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
enrol-first = Trame garde ce que des familles vous confient. Pour entrer, il faut désormais aussi un code que votre téléphone affiche. Cela se prépare une fois.
enrol-install = Installez sur votre téléphone une application de codes à usage unique (TOTP), celle que votre service conseille ou celle que vous utilisez déjà.
enrol-scan = Dans l’application, ajoutez un compte et filmez ce dessin (QR code).
enrol-picture = Dessin à filmer avec l’application. La clé qu’il contient est écrite au-dessous.
enrol-type = Ou recopiez cette clé, sans les espaces.
enrol-code = L’application affiche six chiffres, qui changent toutes les trente secondes. Recopiez-les ici.
enrol-confirm = Vérifier le code
enrol-done = Votre application est enregistrée. Vos autres connexions sont terminées.
paper-title = Vos codes de secours
paper-intro = Si vous perdez votre téléphone, chacun de ces codes vous laisse entrer une fois, à la place du code de l’application. Notez-les sur papier, ou imprimez cette page, et gardez-les loin de votre ordinateur.
paper-once = Ils ne seront plus jamais affichés.
paper-kept = Mes codes sont en lieu sûr
password-first = Ce premier mot de passe vous a été donné pour entrer une fois. Choisissez maintenant le vôtre, que personne d’autre ne connaîtra.
password-advice = Douze caractères au moins. Quatre mots sans lien entre eux se retiennent bien et se devinent mal ; majuscules et chiffres ne sont pas demandés.
password-new = Nouveau mot de passe
password-once-more = Encore une fois
password-present = Mot de passe actuel
password-new-missing = Il manque le nouveau mot de passe.
password-differs = Les deux mots de passe ne sont pas les mêmes. Écrivez-les à nouveau.
password-choose = Choisir ce mot de passe
password-change = Changer de mot de passe
password-changed = Votre mot de passe est changé. Vos autres connexions sont terminées.
own-password = Mot de passe
password-too_short = Ce mot de passe est trop court : il faut { $least } caractères au moins.
password-too_long = Ce mot de passe est trop long : { $most } caractères au plus.
password-stolen = Ce mot de passe figure dans une liste de mots de passe volés ailleurs : quelqu’un l’essaiera. Choisissez-en un autre, par exemple quatre mots sans lien entre eux.
password-too_near = Ce mot de passe ressemble trop à votre nom, à votre identifiant ou à votre service. Choisissez-en un autre, par exemple quatre mots sans lien entre eux.
session-busy = Beaucoup de personnes entrent en même temps. Recommencez dans quelques secondes.
session-first_secret_over = Ce premier mot de passe n’est plus valable. Demandez-en un autre à la personne qui administre Trame.
session-code_refused = Ce code ne convient pas, ou il a déjà servi. Attendez que l’application en affiche un autre. Un code de secours ne sert qu’une fois.
session-codes_rest = Beaucoup de codes faux ont été essayés aujourd’hui sur votre compte. Pendant un jour au plus, prenez un code de secours à la place du code de l’application. Prévenez la personne qui administre Trame.
session-sign_in_over = Vous avez attendu trop longtemps, ou votre entrée a pris fin ailleurs. Recommencez depuis le début.
account-password_wrong = Ce n’est pas votre mot de passe. Vérifiez les majuscules, puis réessayez.
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
due-before = avant le { $date }
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
voice-she = elle
voice-we = nous

## My week

week-waiting = Votre semaine se tisse…
week-headline = Bonjour { $name }. { $meetings ->
    [0] Pas de réunion aujourd’hui
    [one] { $meetings } réunion aujourd’hui
   *[other] { $meetings } réunions aujourd’hui
 }{ $due ->
    [0] .
    [one] , { $due } échéance du jour ou en retard.
   *[other] , { $due } échéances du jour ou en retard.
 }
week-today = Aujourd’hui
week-today-none = Aucune réunion aujourd’hui.
week-about = { $name }{ $others ->
    [0] {""}
    [one] {" "}et { $others } autre situation
   *[other] {" "}et { $others } autres situations
 }
week-open-meeting = Ouvrir la réunion
week-prepare = À préparer
week-prepare-none = Aucune réunion à préparer.
week-due = Dans les { $days } jours
week-due-soon = Bientôt dû
week-legal = date légale du { $date }, { $when }
week-due-more = { $count ->
    [one] et { $count } autre date
   *[other] et { $count } autres dates
 }
week-due-none = Rien dans ce délai.
week-signals-none = Aucun lien ne se relâche.
week-write = À écrire
week-write-none = Tout est écrit.
week-record = Relevé à terminer
week-drafts = { $count ->
    [one] { $count } brouillon attend sur cet appareil.
   *[other] { $count } brouillons attendent sur cet appareil.
 }
week-awaited = J’attends des autres
week-awaited-none = Vous n’attendez rien des autres.
week-promised = promis pour le { $date }
week-asked = { $days ->
    [0] demandé aujourd’hui
    [one] demandé il y a { $days } jour
   *[other] demandé il y a { $days } jours
 }
week-team = Dans l’équipe
week-team-rule = Ces signaux sont connus depuis quelque temps de ceux qui suivent chaque situation. Parlez-en avec eux.
week-team-none = Aucun signal ne dure dans l’équipe.
quick-time = moins d’une minute
quick-choose = Choisir une situation
quick-first = Choisissez d’abord avec qui : la note va dans sa situation.

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
case-over-open = Situation accompagnée depuis { $date }
case-over-closed = Situation close, ouverte en { $date }
case-closed-remark = Situation close le { $date }. Ce que vous écrivez s’ajoute à son histoire, sans la rouvrir.
case-read-only = Vous lisez cette situation, sans pouvoir y écrire.
case-followed-by = Suivi :
case-no-referent-now = Sans référent pour l’instant
case-timeline = Frise
case-meeting = Instance
case-now = En ce moment.
story-none = Sa parole n’est pas encore recueillie : par qui, quand ?
story-child = { $name }, { $age }
story-read-back = { $name }, relu ensemble le { $date }
story-said-on = { $name }, dit le { $date }
threads = Les fils de la situation
threads-none = Aucun domaine de vie n’a encore été abordé.
thread-column = Fil
thread-column-year = 12 mois
thread-column-next = Prochain pas
thread-column-when = Quand
next-none = rien de prévu
reserved-items = { $count ->
    [one] { $count } élément réservé à d’autres professionnels.
   *[other] { $count } éléments réservés à d’autres professionnels.
 }
traits = Ce qui porte, ce qui bloque
carries = Ce qui porte
carries-none = Rien n’est encore nommé.
blocks = Ce qui bloque
blocks-none = Rien n’est nommé.
news = Dernières nouvelles
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
signal-aside = Écarter…
signal-aside-title = Pourquoi écarter ce signal ?
signal-aside-reason = La raison, lue par l’équipe de suivi
signal-aside-example = Partie chez sa sœur jusqu’au 3 janvier, appel prévu à son retour
signal-aside-needed = Il manque la raison. Un mot suffit.
signal-aside-again = Un fait nouveau le fera revenir.
signal-aside-send = Écarter ce signal
signal-aside-saved = Signal écarté.
signal-gone = Ce signal ne repose plus sur les mêmes faits. Fermez, et relisez-le.

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
news-deadline-set = Échéance posée.
news-deadline-met = Échéance tenue.
news-deadline-moved = Échéance déplacée.
news-deadline-withdrawn = Échéance retirée.
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

access-title = Qui peut voir quoi
access-more = Chaque droit a une raison et une fin.
access-none = Personne d’autre que vous ne voit cette situation.
access-sees = Voit
access-sees-count = { $count ->
    [one] { $count } rubrique sur { $all }
   *[other] { $count } rubriques sur { $all }
 }
access-why = Pourquoi
access-as-referent = répond de la situation
access-as-team = fait partie de l’équipe de suivi
access-line = { $what } : { $right }
access-until = Jusqu’au
access-until-end = jour où elle quitte ce suivi
access-until-agreed = jour où elle quitte ce suivi, prévu le { $date }
access-secrecy = Secret
secrecy-bound = secret professionnel
secrecy-unbound = sans secret professionnel
right-write = lit et écrit
right-read = lit
right-shared = lit ce qui lui est partagé
right-exists = sait que cela existe
right-none = rien
compartment-coordination = Qui agit, prochaines dates
compartment-identity = Identité
compartment-household = Le foyer
compartment-budget = Budget et droits
compartment-housing = Logement
compartment-work = Emploi
compartment-social = Notes sociales
compartment-child_protection = Protection de l’enfance
compartment-health = Santé
compartment-judicial = Justice
compartment-protected = Sécurité
compartment-draft = Ses propres brouillons
compartment-activity = Activité

## Professions

profession-social_worker = service social
profession-social_worker-short = service social
profession-educator = éducation spécialisée
profession-educator-short = éducation
profession-budget_adviser = conseil en économie sociale et familiale
profession-budget_adviser-short = budget
profession-employment_adviser = conseil en insertion
profession-employment_adviser-short = emploi
profession-health_professional = santé
profession-health_professional-short = santé
profession-psychologist = psychologie
profession-psychologist-short = psychologie
profession-school_social_worker = service social, école
profession-school_social_worker-short = école
profession-secretary = secrétariat, accueil
profession-secretary-short = accueil
profession-team_manager = encadrement d’équipe
profession-team_manager-short = équipe
profession-landlord_officer = bailleur
profession-landlord_officer-short = bailleur
profession-association_member = association
profession-association_member-short = association
profession-unknown = profession non renseignée
profession-unknown-short = équipe

## Noting a contact

note-contact = Noter un contact
note-title = Noter un contact
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

strength-add = Ajouter un point d’appui
strength-title = Qu’est-ce qui porte ?
strength-text = Le point d’appui, en quelques mots
strength-example = Sa mère, le mercredi
strength-empty = Il manque les mots. Écrivez ce qui porte.
strength-saved = Point d’appui ajouté.
named-by = Nommé par
named-by-us = l’équipe
named-by-her = la personne
plan = Ce qui est convenu
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
choose = Choisir
choose-person = Choisir une personne
doer = Qui s’en charge ?
doer-needed = Il manque un nom. Choisissez une personne de l’équipe ou de la famille.
due-label = Avant quelle date ?
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

contact-already_noted = Ce contact est déjà noté.
contact-in_the_future = La date est à venir. Un contact se note une fois qu’il a eu lieu.
contact-not_noted = Ce contact n’est pas noté : rien à corriger.
contact-not_the_author = Seule la personne qui a écrit la note peut la corriger.
contact-missed_with_words = Pour une absence, ni les mots de la personne ni la note privée ne sont gardés. Effacez-les, et mettez dans « L’essentiel » ce que l’équipe peut lire. Si le rendez-vous s’est tenu, choisissez « A eu lieu ».
contact-missed_and_not_reached = Un rendez-vous manqué et un moyen de joindre qui ne répond plus se notent séparément.
contact-nothing_noted = Rien n’est écrit. Notez l’essentiel, ou ses mots.
deadline-already_set = Cette échéance est déjà posée.
deadline-not_set = Cette échéance n’existe pas.
deadline-over = Cette échéance n’est plus à tenir.
invalid-empty = Rien n’est écrit ici. Écrivez quelques mots.
invalid-not_a_day = Cette date n’existe pas. Écrivez jour, mois, année.
invalid-not_a_level = Ce niveau n’existe pas : choisissez un niveau de 1 à 5.
invalid-not_text = Ce texte contient un signe qui ne peut pas être gardé. Retapez-le.
invalid-out_of_time = Cette date n’est pas entre 1900 et 2199. Vérifiez l’année.
invalid-too_long = Ce texte est trop long pour être gardé. Raccourcissez-le.
measure-no_term_yet = Une mesure décidée n’a pas encore de terme. Indiquez-le quand elle commence.
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

shared-screen = Écran partagé : il montre ce que vous pouvez voir
minutes-all = { $all } min
minutes-spent = { $spent } min sur { $all }
meeting-waiting = L’instance se tisse…
meeting-no-case = Aucune situation de cette instance ne vous est ouverte.
meeting-over = { $label }. La question à trancher
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
family-says = La famille le dit ainsi
deadlines = Mesures et échéances
deadlines-none = Aucune échéance à tenir.
deadline-hearing = Audience
deadline-term = Fin de contrat ou de mesure
deadline-reply = Réponse attendue
deadline-review = Bilan
deadline-file = Dossier à déposer
deadline-imported = Échéance reprise
deadline-action = À faire
known = Ce que l’on sait
she-says = elle dit
we-observe = nous constatons
reserved-not-shown = { $count ->
    [one] : { $count } élément réservé, non projeté ici.
   *[other] : { $count } éléments réservés, non projetés ici.
 }
decisions = Décisions
decisions-none = Aucune décision pour l’instant.
being-written = en cours d’écriture
before = avant le
decision-ties = Fils noués : { $domains }.
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
dissent-kept = Avis divergent : { $words }
agenda = Ordre du jour
agenda-case = Situation { $rank }
agenda-case-of = Situation { $rank } réf. { $referent }
agenda-end = Clôture
as-known-on = Tel que connu le
as-known-day = Choisir un jour
as-known-nothing = Rien n’était encore connu de cette situation ce jour-là.
as-known-source = Certaines dates viennent du dossier repris.
as-known-band = Tel que connu le { $date }.
as-known-locked = L’écriture est fermée : on n’écrit pas dans le passé.
as-known-table = La question et les personnes présentes restent celles d’aujourd’hui.
as-known-back = Revenir à aujourd’hui

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
because-no_quorum = défaut de quorum
because-family_asked = à la demande de la famille
because-someone_missing = une personne nécessaire manque
because-other = autre motif
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
step-taken = C’est noté.
step-more = Conduire la réunion
family-how = La famille est-elle informée que l’on parle d’elle ?
family-informed = Oui, informée
family-present = Oui, présente
family-represented = Représentée
family-withheld = Non, pour un motif
family-informed-says = Famille informée le { $date } par { $name }.
family-present-says = Famille présente.
family-represented-says = Famille représentée par { $name }.
family-withheld-says = Famille non informée, motif gardé.
family-unanswered = Il n’est pas encore dit comment la famille est informée.
family-on = Quel jour ?
family-by = Par qui ?
family-reason = Pour quel motif ?
family-reason-example = L’intérêt de l’enfant s’y oppose : …
family-save = Répondre
family-answer-needed = Il manque le jour, la personne ou le motif.
attendance = Présences
attendance-unknown = présence à noter
attendance-present = présence
attendance-in_part = présence en partie
attendance-excused = absence excusée
attendance-absent = absence
attendance-of = Présence de { $name }
warned-label = Je sais qui, autour de la table, n’est pas tenu au secret
chair-instead = Préside à sa place
chair-appoint = Désigner
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
reason-needed = Il manque le motif. Écrivez-le en quelques mots.
minutes = Compte rendu
minutes-none = Pas encore de compte rendu.
minutes-text = Le compte rendu de cette situation
minutes-example = Ce qui a été dit, les désaccords, ce qui est décidé et pourquoi.
minutes-save = Garder le compte rendu
minutes-empty = Il manque le texte du compte rendu.
minutes-version = Version { $version }, écrite le { $date } par { $name }.
minutes-validated = Validé le { $date } par { $name }. Il ne change plus.
minutes-anew = Réécrire
share = Transmettre
share-with = À qui ?
share-none = Transmis à personne pour l’instant.
share-line = { $name }, le { $date } : { $basis }
share-needed = Il manque la personne.
addendum = Additif
addendum-text = L’additif
addendum-example = Ce qui s’ajoute, sans rien changer au compte rendu.
addendum-save = Garder l’additif
addendum-empty = Il manque le texte de l’additif.
addendum-line = Additif de { $name }, le { $date }
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
decision-undisputed = Aucun avis divergent.
decision-why = Pourquoi : { $reason }
decision-ground = { $power }, { $basis }
power-advice = Avis de la réunion
power-delegation = Agent qui a délégation
power-panel_vote = Vote de la commission
power-executive = Présidence du département
power-agreement = D’un commun accord
power-family = La famille
votes-in_favour = Pour
votes-against = Contre
votes-abstained = Abstentions
outcome-carried_out = faite le { $date }
outcome-given_up = abandonnée le { $date }
outcome-done = C’est fait
outcome-drop = Abandonnée
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
family-sheet-wishes = Ce qu’elle attend de la réunion
family-sheet-disagreement = Ce avec quoi elle n’est pas d’accord
family-sheet-save = Garder la fiche de la famille
family-sheet-needed = Il manque la personne ou ses mots.
turn-call = C’est le tour de cette situation
turn-now = en cours
hypotheses = Hypothèses
hypothesis = Une hypothèse
hypothesis-of = De qui ?
hypothesis-example = Ce qui pourrait l’expliquer, sans le savoir.
hypothesis-save = Noter l’hypothèse
said-needed = Il manque la personne ou les mots.
answers = La famille répond
answer = La réponse de la famille
answer-save = Noter la réponse
answer-example = Avec ses mots.
call = Prévoir une instance
call-title = Prévoir une instance autour de cette situation
call-kind = Quel type de réunion ?
call-day = Quel jour ?
call-chair = Qui préside ?
call-question = La question à trancher
call-example = Comment garder le logement avant l’audience ?
call-invites = Sont invitées : la personne qui préside, l’équipe de suivi et les adultes du foyer.
call-incomplete = Il manque le type, le jour, l’heure, qui préside ou la question.
call-send = Prévoir
call-saved = L’instance est prévue.

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
timeline-none = L’histoire commence ici.
timeline-none-more = Notez un premier contact : il ouvrira un fil.
timeline-title-new = L’histoire commence ici
timeline-title-months = { $count } mois de chemin
timeline-title-years = { $count ->
    [1] Un an de chemin
    [2] Deux ans de chemin
    [3] Trois ans de chemin
    [4] Quatre ans de chemin
    [5] Cinq ans de chemin
    [6] Six ans de chemin
    [7] Sept ans de chemin
    [8] Huit ans de chemin
    [9] Neuf ans de chemin
    [10] Dix ans de chemin
   *[other] { $count } ans de chemin
 }
timeline-filter = Domaines
timeline-summary = Frise : { $from } à { $to }. Fils : { $lanes }. Réunions : { $meetings }. Silences : { $silences }. Les flèches vont d’une marque à l’autre.
zoom = Échelle de temps
zoom-week = Semaine
zoom-nearer = Plus près
zoom-farther = Plus loin
read-as-table = Lire en tableau
read-as-drawing = Voir la frise
referents = Référents
referent-since = { $name }, depuis { $date }
ahead = À venir, à plus grande échelle
ahead-short = À venir
acts-lane = Actes repris
story-begins = L’histoire commence ici
today-line = Aujourd’hui
today-meeting = Aujourd’hui, instance
today-then = Ce jour-là
silence-contact = { $length } sans contact
silence-referent = { $length } sans référent
legend-we = ce que nous constatons
legend-she = ce qu’elle dit
legend-contact = contact
legend-missed = absence
legend-new = nouveauté
legend-meeting = réunion
legend-measure = mesure
legend-silence = silence : le fil se relâche
legend-deadline = échéance
legend-height = Hauteur du fil : 1 en crise, 5 durable
reading-none = Choisissez une marque pour la lire ici.
reading-open = Ouvrir le relevé
mark-contact = { $kind }, { $date }.
mark-missed = Rendez-vous manqué ({ $kind }), { $date }.
mark-by = Avec { $name }.
mark-late-entry = Écrit après coup.
mark-contacts = { $count ->
    [one] { $count } contact en { $month }.
   *[other] { $count } contacts en { $month }.
 }
mark-meeting = { $kind } du { $date }.
mark-meeting-held = Fils noués : { $threads }. Décisions : { $decisions }.
mark-meeting-ahead = À venir. Fils concernés : { $threads }.
mark-deadline = Échéance du { $date }.
mark-turn = Le { $date }.
mark-act = Acte repris, { $date }.
mark-acts = { $count ->
    [one] { $count } acte repris en { $month }.
   *[other] { $count } actes repris en { $month }.
 }
mark-after-closure = Après la clôture.
table-when = Quand
table-thread = Fil
table-what = Quoi
table-all-threads = Toute la situation
table-she-says = Elle dit : { $level }.
table-we-observe = Nous constatons : { $level }.
table-measure = Mesure : { $label }. Terme : { $until }.
table-no-end = non fixé
table-referent = Suivi : { $name }.
since-title = Depuis le { $date }
since-summary = votre dernière visite : { $count ->
    [one] { $count } nouveauté
   *[other] { $count } nouveautés
 }, { $corrected ->
    [0] aucune correction
    [one] dont { $corrected } correction
   *[other] dont { $corrected } corrections
 }
since-others = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
 }
since-read = Tout est lu

## The load of a team

load-waiting = La charge se calcule…
load-team-room = Une équipe qui a de la place
load-team-untold = Une équipe dont la capacité n’est pas connue ce jour-là
load-team-normal = Une équipe à l’équilibre
load-team-tense = Une équipe à la limite
load-team-overload = Une équipe au-delà de ses forces
load-beyond = { $count ->
    [one] une personne au-delà
   *[other] { $count } personnes au-delà
 }
load-headline = { $team }, { $beyond }
load-overdue = { $count ->
    [one] { $count } avec une échéance dépassée
   *[other] { $count } avec une échéance dépassée
 }
load-unassigned-count = { $count ->
    [one] { $count } sans référent
   *[other] { $count } sans référent
 }
load-elsewhere = { $count ->
    [one] { $count } suivie par un référent d’un autre service
   *[other] { $count } suivies par des référents d’un autre service
}
load-instant = à 0 h (fuseau { $zone })
load-carried = points portés pour
load-possible = possibles
load-ratio = soit { $ratio }
load-ratio-since = soit { $ratio } ; c’était { $before } en { $date }
workers-caption = La charge de chaque personne, celle qui a le plus besoin d’aide d’abord
workers-withheld = Les chiffres des autres leur appartiennent : vous voyez les vôtres et ceux de l’équipe.
worker-column = Personne
capacity = capacité
load-column = Charge
state-column = État
months-column = 6 mois
late-column = Retards
worker-time = { $count ->
    [one] { $time } ETP · { $count } situation
   *[other] { $time } ETP · { $count } situations
 }
zone-room = de la place
zone-untold = capacité non connue
zone-normal = normal
zone-tense = tendu
zone-overload = surcharge
unassigned = Sans référent
unassigned-none = Chaque situation a son référent.
unassigned-handover = passage à faire
unassigned-new = première demande
first-appointment = Premier rendez-vous
first-requests = { $count ->
    [one] { $count } demande reçue
   *[other] { $count } demandes reçues
 }
first-sentence = { $median ->
    [one] La moitié reçue en { $median } jour, neuf sur dix en { $p90 }. Demandes hors délai : { $late }.
   *[other] La moitié reçue en { $median } jours, neuf sur dix en { $p90 }. Demandes hors délai : { $late }.
 }
first-too-few = Pas assez de demandes pour un délai médian.
first-target = { $days ->
    [one] cible : { $days } jour
   *[other] cible : { $days } jours
 }
days-unit = { $days } j
openings = Ouvertures par commune
load-quarter = du { $from } au { $until }
masked = masqué
masked-rule = Moins de { $threshold } ménages : case masquée. Zéro reste zéro.
load-foot = Charge pondérée : mesure, phase, fratrie, complexité. Barème du { $date }, visible de toute l’équipe, contestable. Les chiffres d’une personne : elle et son encadrement, personne d’autre.
load-as-of = Au
load-title = La charge de l’équipe
load-foot-none = Aucun barème n’était en vigueur ce jour-là : la charge ne se calcule pas.
load-explain = Lire le calcul
weights-source = En vigueur depuis le { $date }. Source : { $source }.
weights-zone = « Normal », « tendu » et « surcharge » commencent à { $zones }. Chiffres du jour à 0 h (fuseau { $zone }).
weight-what = Ce qui compte
weight-points = Points
weight-opening = Les { $days } premiers jours
weight-sibling = Chaque enfant en plus
weight-most-complexity = Complexité, au plus
weight-capacity = Un temps plein peut porter
weight-watch = Après la clôture, tant qu’un lien est gardé
weight-zone = « { $zone } » commence à
weights-voting = Le vote du barème
weights-no-proposal = Aucun barème n’attend de vote.
weights-proposed = Proposé par { $name }, à partir du { $date }. Source : { $source }.
weights-change = { $was } → { $would }
weights-trial = Essai : rien n’est encore décidé
weights-what-if-team = L’équipe passerait de { $was } ({ $zone_was }) à { $would } ({ $zone_would }).
weights-what-if = passerait de { $was } ({ $zone_was }) à { $would } ({ $zone_would }).
weights-unchanged = { $count ->
    [one] { $count } personne resterait dans le même état.
   *[other] { $count } personnes resteraient dans le même état.
 }
weights-same-person = Une autre personne doit adopter ce que vous avez proposé.
weights-adopt = Adopter
weights-adopted = Barème adopté.
weights-withdraw = Retirer
weights-withdrawn = Proposition retirée. Rien n’a changé.
weights-propose = Proposer un autre barème
weights-propose-says = Ce que vous laissez vide reste comme aujourd’hui. Rien ne change avant qu’une autre personne ait adopté votre proposition.
weights-not-a-figure = Écrivez un nombre, avec deux décimales au plus : 1,5 par exemple.
weights-no-source = Indiquez le vote ou l’étude dont vient ce barème.
weights-from = À partir du
weights-vote = Vote ou étude
weights-vote-example = Réunion d’équipe du 12 novembre
weights-send = Proposer
weights-proposal-kept = Barème proposé. Une autre personne peut l’adopter.
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
complexity-child_under_two = Enfant de moins de 2 ans
complexity-violence = Violences
complexity-conflict_with_service = Conflit avec un service
complexity-interpreter = Interprète nécessaire
complexity-distance = Plus de 30 minutes de route
complexity-many_services = Cinq services ou plus
complexity-hearing_soon = Audience dans les deux mois
complexity-disability_without_place = Situation de handicap, sans place

## The figures of a team, each with its definition

indicators = Les indicateurs
indicators-lead = Chaque chiffre avec sa définition. Aucun ne porte sur une personne de l’équipe, et l’on n’y compte jamais qui a ouvert quelle situation.
indicators-waiting = Les indicateurs se calculent…
indicators-period = Sur
indicators-months = { $months ->
    [one] { $months } mois
   *[other] { $months } mois
 }
indicators-span = Du { $from } au { $until } (fuseau { $zone }).
indicators-files = Emporter ces chiffres
indicators-files-lead = Un fichier pour tableur, avec une ligne par chiffre et sa définition. Ce qui est masqué ici l’est aussi dans le fichier.
indicators-file-ods = OpenDocument (.ods)
indicators-file-xlsx = Excel (.xlsx)
indicators-file-csv = Texte séparé par des points-virgules (.csv)
indicator-name = Indicateur
indicator-figure = Chiffre
indicator-known = Connu à la fin de la période
indicator-definition = Définition
indicator-same = même chiffre
indicator-since = Noté depuis : { $facts }.
indicator-revoted = un réglage adopté plus tard
indicator-facts = Faits : { $facts }.
indicator-origin = Source : { $origin }.
indicator-setting = Réglage en vigueur depuis le { $date } : { $source }.
indicator-hidden = masqué
indicator-hidden-rule = Moins de { $threshold } personnes ou ménages : chiffre masqué. Zéro reste zéro. Ce qui est arrivé à des personnes se lit par trimestre civil écoulé (par année pour les départs), quelle que soit la période choisie : la différence entre deux périodes proches parlerait d’une seule famille. Ce qui en était connu à la fin de la période est masqué s’il a changé depuis. Ce sur quoi vous devez agir (situations sans référent, échéances) se voit toujours.
indicator-nothing = rien à mesurer
indicator-unset = aucun réglage en vigueur
indicator-share = { $percent } % · { $part } sur { $whole }
indicator-balance = { $came } ouvertes, { $went } closes : { $balance }
indicator-days = { $count } · la moitié jusqu’à { $median } j, neuf sur dix jusqu’à { $p90 } j, moyenne { $mean } j
indicator-late = { $late } au-delà de { $target } j
indicator-longest = le plus long : { $longest } j
indicator-of-support = { $support } : { $figure }
indicator-group-caseload = Ce qui est suivi
indicator-group-delays = Les délais
indicator-group-dates = Les échéances
indicator-group-contacts = Le lien
indicator-group-flow = Les entrées et les sorties
indicator-group-people = Qui reste
indicator-group-meetings = Les réunions et leurs suites
indicator-span-at_end = à la fin de la période
indicator-span-period = sur la période
indicator-span-year = sur la dernière année civile écoulée
indicator-span-year_after = clôtures de la même période un an plus tôt
indicator-origin-usage = usage courant des services
indicator-origin-house = proposition de Trame, à voter localement (aucune norme nationale n’existe)
indicator-origin-child_protection = protection de l’enfance (que la même personne continue de suivre l’enfant)
indicator-origin-meeting_rules = règles de chaque type d’instance
input-opening = { $count ->
    [0] ouvertures
    [one] { $count } ouverture
   *[other] { $count } ouvertures
 }
input-closure = { $count ->
    [0] clôtures
    [one] { $count } clôture
   *[other] { $count } clôtures
 }
input-referent = { $count ->
    [0] référents nommés
    [one] { $count } changement de référent
   *[other] { $count } changements de référent
 }
input-complexity = { $count ->
    [0] complexité
    [one] { $count } revue de complexité
   *[other] { $count } revues de complexité
 }
input-cadence = { $count ->
    [0] rythme convenu
    [one] { $count } rythme convenu
   *[other] { $count } rythmes convenus
 }
input-contact = { $count ->
    [0] contacts tenus
    [one] { $count } contact tenu
   *[other] { $count } contacts tenus
 }
input-missed = { $count ->
    [0] rendez-vous manqués
    [one] { $count } rendez-vous manqué
   *[other] { $count } rendez-vous manqués
 }
input-act = { $count ->
    [0] actes repris
    [one] { $count } acte repris
   *[other] { $count } actes repris
 }
input-measure = { $count ->
    [0] mesures
    [one] { $count } fait sur une mesure
   *[other] { $count } faits sur des mesures
 }
input-deadline = { $count ->
    [0] échéances
    [one] { $count } fait sur une échéance
   *[other] { $count } faits sur des échéances
 }
input-action = { $count ->
    [0] actions et décisions
    [one] { $count } fait sur une action
   *[other] { $count } faits sur des actions
 }
input-meeting = { $count ->
    [0] réunions
    [one] { $count } fait sur une réunion
   *[other] { $count } faits sur des réunions
 }
input-minutes = { $count ->
    [0] comptes rendus validés
    [one] { $count } compte rendu validé
   *[other] { $count } comptes rendus validés
 }
input-post = { $count ->
    [0] postes
    [one] { $count } arrivée ou départ
   *[other] { $count } arrivées ou départs
 }
indicator-open_caseload = Situations ouvertes
indicator-open_caseload-formula = Les situations ouvertes, et pas encore closes.
indicator-active_caseload = Situations actives
indicator-active_caseload-formula = Les situations, closes depuis ou non, où au moins un contact a été tenu ou un acte noté. À ne pas mêler aux situations ouvertes.
indicator-ghost_rate = Situations sans acte
indicator-ghost_rate-formula = Parmi les situations ouvertes, celles où aucun contact n’a été tenu ni aucun acte noté.
indicator-load_per_full_time = Situations par temps plein
indicator-load_per_full_time-formula = Les situations ouvertes dont le référent est en poste dans le service, divisées par le temps de travail des personnes en poste. Les absences ne sont pas encore déclarées dans Trame : elles n’y entrent pas.
indicator-load_per_full_time-value = { $value } par temps plein
indicator-weighted_load = Charge pondérée
indicator-weighted_load-formula = Les points des situations dont le référent est en poste dans le service, ouvertes ou en veille (type d’accompagnement × phase × fratrie × complexité), divisés par les points que les personnes en poste peuvent porter.
indicator-weighted_load-value = { $value } pour 1 point possible
indicator-unassigned = Situations sans référent
indicator-unassigned-formula = Les situations ouvertes sans référent, et depuis combien de jours.
indicator-first_appointment = Délai du premier rendez-vous
indicator-first_appointment-formula = Du jour de la demande, sinon de l’ouverture, au premier contact tenu avec la personne elle-même.
indicator-start_of_measures = Délai de début des mesures
indicator-start_of_measures-formula = Du jour de la décision au premier jour de la mesure, pour les mesures commencées.
indicator-unstarted_measures = Mesures en attente
indicator-unstarted_measures-formula = Les mesures décidées et pas encore commencées, et depuis combien de jours.
indicator-overdue_deadlines = Échéances dépassées
indicator-overdue_deadlines-formula = Les échéances dont le jour est passé, ni tenues ni retirées.
indicator-overdue_rate = Échéances de la période non tenues
indicator-overdue_rate-formula = Parmi les échéances dues dans la période, celles qui ne sont pas tenues à sa fin.
indicator-renewals_at_risk = Fins proches, sans renouvellement demandé
indicator-renewals_at_risk-formula = Les mesures et les droits qui finissent bientôt, et dont le renouvellement n’est pas demandé.
indicator-contact_intensity = Contacts tenus pour un contact convenu
indicator-contact_intensity-formula = Les contacts tenus avec la personne, divisés par ceux que le rythme convenu demandait tant que la situation était ouverte.
indicator-contact_intensity-value = { $value } pour 1 contact convenu
indicator-no_show = Rendez-vous manqués
indicator-no_show-formula = Parmi les rendez-vous (au bureau, à domicile, en visio, à l’extérieur), les absences sans nouvelles. Une absence excusée ne compte pas.
indicator-flow = Ouvertures et clôtures
indicator-flow-formula = Les ouvertures et réouvertures, moins les clôtures.
indicator-length = Durée des accompagnements clos
indicator-length-formula = Du premier au dernier jour, pour les accompagnements clos.
indicator-returns = Retours dans les douze mois
indicator-returns-formula = Parmi les accompagnements clos un an plus tôt, ceux qui ont repris dans les douze mois.
indicator-referent_changes = Changements de référent
indicator-referent_changes-formula = Les changements de référent, comptés pour chaque enfant, divisés par les années d’accompagnement de ces enfants.
indicator-referent_changes-value = { $value } par enfant et par an
indicator-turnover = Départs de l’équipe
indicator-turnover-formula = Les personnes parties, divisées par l’effectif moyen (début et fin de l’année).
indicator-turnover-value = { $value } pour 1 poste
indicator-meetings_held = Réunions tenues
indicator-meetings_held-formula = Les réunions du service dont la séance a été ouverte.
indicator-meetings_postponed = Réunions reportées
indicator-meetings_postponed-formula = Les reports, divisés par le total des réunions tenues et des reports.
indicator-family_present = Réunions avec la famille
indicator-family_present-formula = Parmi les réunions tenues, celles où quelqu’un de la famille était présent. Être informée n’est pas être là.
indicator-minutes_in_time = Comptes rendus à temps
indicator-minutes_in_time-formula = Parmi les réunions tenues, celles dont le compte rendu a été validé dans le délai de leur type. Une réunion sans compte rendu, mais dont le délai court encore, ne compte pas.
indicator-actions_in_time = Actions faites à temps
indicator-actions_in_time-formula = Parmi les actions et décisions dues dans la période et non abandonnées, celles qui ont été faites au plus tard à leur date.

## Answers of the server

problem-not_found = Cette page n’existe pas, ou ne vous est pas ouverte.
problem-not_signed_in = Votre session est terminée. Connectez-vous à nouveau : ce que vous avez écrit est gardé ici.
problem-not_writable = Vous ne pouvez pas écrire dans ce domaine pour cette situation. Passez par la personne qui en a la charge.
problem-not_at_the_table = Vous ne conduisez pas cette réunion. Demandez à la personne qui préside.
problem-works_on_no_cases = Votre rôle ne comporte pas de situations à suivre : il n’y a pas de liste à montrer.
problem-answers_for_no_team = La charge d’une équipe n’est montrée qu’à la personne qui en répond.
problem-foreign_origin = Cette demande ne vient pas de Trame. Ouvrez Trame et recommencez.
problem-too_old = Une nouvelle version de Trame est prête. Rechargez la page ; vos textes sont gardés.
problem-watches_no_log = Les points de contrôle du journal ne sont donnés qu’à l’administration de la plateforme et aux témoins admis.
problem-unreadable = Une partie de la demande ne peut pas être lue. Vérifiez le champ indiqué et recommencez.
problem-not_json = La demande doit être écrite en JSON.
problem-too_large = Le texte est trop long pour être envoyé en une fois. Coupez-le en deux.
problem-command_reused = Un premier envoi, avec d’autres mots, a peut-être été enregistré. Vérifiez s’il figure déjà sur la page, puis n’enregistrez que ce qui manque.
problem-doer_unknown = Cette personne n’est ni dans l’annuaire ni parmi les personnes de cette situation. Choisissez une personne de l’équipe ou de la famille.
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

nav-accesses = Accès
title-accesses = Accès · Trame
accesses-title = Accès aux situations
accesses-waiting = Les accès se rassemblent…
accesses-opened = Situations ouvertes avec un motif
accesses-none = Aucune situation n’a été ouverte avec un motif.
accesses-none-more = Quand quelqu’un ouvre une situation en urgence, cela se lit ici aussitôt.
accesses-older = Les plus anciens ne sont pas montrés.
access-need-emergency = Urgence
access-need-supervision = Encadrement
access-by-unknown = Personne inconnue
access-open-until = Ouvert jusqu’au { $when }
access-over-since = Terminé depuis le { $when }
access-review-by = Revue attendue avant le { $when }
access-found-justified = Nécessaire
access-found-unjustified = Pas nécessaire
access-end = Mettre fin
access-ended = Il est mis fin à cet accès.
access-review = Faire la revue
find-title = À qui s’adresser ?
find-says = Trame dit quel service suit la personne et qui répond de la situation, rien d’autre. La recherche est journalisée.
find-names = Prénom et nom, en entier
find-names-example = Claire Martin
find-two-names = Il faut le prénom et le nom.
find-ask = Chercher
find-none = Personne de ce nom n’est suivi ici.
find-none-more = Vérifiez l’orthographe, ou demandez au service de la commune.
find-more = D’autres personnes portent ce nom : adressez-vous au service.
find-referent = Répond de la situation : { $name }
find-no-referent = Personne ne répond encore de la situation : adressez-vous au service.
emergency-open = Ouvrir en urgence
emergency-says = Seulement en cas de danger, quand aucune des personnes qui suivent la situation ne peut être jointe. La personne qui en répond, l’encadrement du service et la protection des données verront aussitôt que vous l’avez ouverte, et pourquoi. L’accès prend fin de lui-même, et quelqu’un d’autre en fait la revue.
emergency-reason = Pourquoi maintenant ?
emergency-reason-example = Enfant seul devant l’école, aucun parent joignable.
emergency-no-reason = Écrivez d’abord pourquoi.
emergency-send = Ouvrir la situation
review-finding = Cet accès était-il nécessaire ?
review-finding-none = À choisir
review-no-finding = Dites d’abord s’il était nécessaire.
review-words = En quelques mots, s’il y a quelque chose à dire
review-send = Enregistrer la revue
review-saved = Revue enregistrée.

title-sessions = Mes connexions · Trame
sessions-title = Mes connexions
sessions-intro = Les appareils sur lesquels vous êtes en ce moment dans Trame. Mettez fin à une connexion que vous ne reconnaissez pas, et prévenez la personne qui administre Trame.
sessions-waiting = Vos connexions se rassemblent…
sessions-alone = Aucune autre connexion n’est ouverte.
session-device = { $browser } · { $system }
session-this = Cette connexion-ci
session-opened = Ouverte le { $when }
session-seen = Utilisée pour la dernière fois le { $when }
session-ends = Se termine au plus tard le { $when }
session-end = Mettre fin
session-ended = La connexion est terminée.
sessions-end-others = Mettre fin à toutes les autres
sessions-others-ended = Les autres connexions sont terminées.
two-steps = Entrée en deux étapes
two-steps-none = Votre mot de passe suffit pour entrer. Avec une application de codes sur votre téléphone, une personne qui le devinerait n’entrerait pas.
two-steps-since = Un code de votre application est demandé à l’entrée depuis le { $when }.
two-steps-demonstration = Les comptes de démonstration n’ont pas de deuxième étape : leur mot de passe est connu de tous.
two-steps-left = { $count ->
    [0] Il ne vous reste aucun code de secours. Remplacez votre application pour en recevoir d’autres ; si vous ne l’avez plus, prévenez la personne qui administre Trame.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { $count } codes de secours.
 }
two-steps-recovered = Un code de secours a servi le { $when }. Si ce n’était pas vous, prévenez la personne qui administre Trame.
two-steps-wrong = { $count ->
    [one] Un code faux a été essayé avec votre mot de passe depuis le { $when }. Si ce n’était pas vous, prévenez la personne qui administre Trame.
   *[other] { $count } codes faux ont été essayés avec votre mot de passe depuis le { $when }. Si ce n’était pas vous, prévenez la personne qui administre Trame.
 }
two-steps-begin = Ajouter une application
two-steps-change = Remplacer mon application
two-steps-who = Confirmez d’abord que c’est bien vous.
two-steps-incomplete = Il manque le mot de passe ou le code.
password-missing = Il manque le mot de passe.
two-steps-not-now = Annuler
two-steps-go-on = Continuer
browser-firefox = Firefox
browser-edge = Edge
browser-chrome = Chrome
browser-safari = Safari
browser-other = Autre navigateur
system-windows = Windows
system-android = Android
system-ios = iPhone ou iPad
system-macos = Mac
system-linux = Linux
system-other = autre appareil

## Sharing what secrecy covers

sharing-already_made = Cet échange ou ce partage existe déjà.
sharing-not_made = Cet échange ou ce partage n’existe pas.
sharing-already_over = Il y a déjà été mis fin.
sharing-nothing_to_validate = La famille en a été informée : il n’y a rien à valider.
sharing-same_person = La personne qui partage ne peut pas valider elle-même : il faut être deux.
sharing-no_item = Choisissez ce que vous partagez.
sharing-not_shareable = Un brouillon ne se partage pas : il n’appartient qu’à la personne qui l’a écrit.
sharing-nobody_named = Un échange s’adresse à des personnes. Choisissez au moins une personne.
sharing-oneself = Vous lisez déjà cette situation : choisissez d’autres personnes.
sharing-ends_before = La date de fin est passée. Choisissez un jour à venir.
sharing-informed_later = La famille est informée avant le partage. Vérifiez la date.
sharing-must_be_informed = Sur ce fondement, la famille est toujours informée avant. Informez-la, puis partagez.
sharing-author_not_bound = Ce fondement suppose que le secret professionnel vous engage, et ce n’est pas le cas. Passez par une personne de l’équipe qui y est tenue.
sharing-recipient_not_bound = Ce fondement ne permet le partage qu’entre personnes tenues au secret professionnel, et l’une des personnes choisies ne l’est pas. Retirez-la, ou demandez l’accord de la personne accompagnée.
sharing-more_than_coordination = Aux personnes sans secret professionnel, la coordination ne permet de dire que de qui il s’agit, qui agit et les prochaines dates. Retirez le reste, ou demandez l’accord de la personne accompagnée.
sharing-named_only = Sur ce fondement, on s’adresse à des personnes nommées, pas à un service. Choisissez l’échange.
sharing-not_around = L’équipe de soins, ce sont les personnes qui entourent cette famille dans Trame. Choisissez parmi elles.
sharing-copy_only = Un signalement transmet une copie : choisissez les éléments, un par un.
sharing-no_consent = Aucun accord en cours de la personne n’est désigné. Recueillez-le d’abord.
sharing-beyond_consent = L’accord de la personne ne va pas si loin : il vaut pour d’autres personnes, moins d’éléments ou moins longtemps. Réduisez le partage, ou recueillez un nouvel accord.
sharing-opposed = La personne accompagnée s’y oppose.
sharing-transmitted = Ce qui a été signalé à l’autorité ne se reprend pas.

shared-title = Partages et échanges
shared-waiting = Les partages se rassemblent…
shared-none = Rien n’est partagé au-delà de l’équipe.
shared-over = { $count ->
    [one] Un partage terminé
   *[other] { $count } partages terminés
}
shared-until = Jusqu’au { $date } compris
shared-waits = En attente de validation : rien n’est ouvert.
shared-declined = Non validé : rien n’a été ouvert.
shared-ended = Il y a été mis fin.
shared-over-since = Terminé depuis le { $date }
shared-withdrawn = Fermé : l’accord de la personne est retiré ou n’a plus cours.
shared-opposed = Fermé : la personne s’y oppose.
shared-informed = famille informée le { $date }
shared-withheld = Famille non informée : { $reason }
shared-by = partagé par { $name }
share-open = Partager…
share-title = Que voulez-vous partager ?
share-says = Seul ce que vous choisissez s’ouvre, aux personnes que vous choisissez, jusqu’au jour que vous fixez. Chaque lecture est journalisée.
share-act = De quelle façon ?
share-act-exchange = Échanger avec des personnes nommées
share-act-share = Ouvrir à un service ou à l’équipe
share-service = Dans quel service ?
share-service-none = Choisir un service
share-recipients = Avec qui ?
share-audience = À qui ?
share-audience-none = À choisir
share-team = L’équipe qui entoure la famille
share-meeting = Les personnes invitées à l’instance, jusqu’à sa fin
share-meeting-of = Les invités de l’instance du { $when }
share-service-bound = { $service }, les personnes tenues au secret professionnel
share-items = Quoi ?
share-elements = Choisir des éléments un par un
share-elements-which = Parmi les dernières nouvelles
share-elements-count = { $count ->
    [one] un élément
   *[other] { $count } éléments
}
share-purpose = Pourquoi ?
share-purpose-example = Chercher ensemble un logement plus grand.
share-until = Jusqu’à quel jour ?
share-basis = Sur quel fondement ?
share-basis-none = Choisir un fondement
share-consent = Quel accord ?
share-consent-none = Choisir un accord recueilli
share-consent-of = Accord de { $name }, jusqu’au { $date }
share-informed = La famille est-elle informée ?
share-informed-given = Oui
share-informed-withheld = Non, ce serait contraire à l’intérêt de l’enfant
share-informed-on = Quel jour la famille a-t-elle été informée ?
share-withheld = Pourquoi la famille n’est-elle pas informée ?
share-withheld-says = Rien ne s’ouvre tant que l’encadrement du service n’a pas validé.
share-before = Avant de confirmer
share-before-what = Sera lu
share-before-items = { $what }, et toujours de qui il s’agit. Rien d’autre.
share-before-who = Par
share-no-basis = Choisissez sur quel fondement.
share-nobody = Choisissez à qui.
share-no-purpose = Écrivez pourquoi.
share-no-end = Choisissez un jour de fin.
share-no-withheld = Écrivez pourquoi la famille n’est pas informée.
share-not-informed = Dites quel jour la famille a été informée.
share-send-exchange = Échanger
share-send-share = Ouvrir
share-saved = C’est partagé.
share-saved-waits = Enregistré. Rien ne s’ouvre avant la validation.
share-end = Arrêter ce partage
share-end-title = Arrêter ce partage ?
share-end-says = { $who } : « { $what } » se ferme aussitôt. Ce qui a déjà été lu reste inscrit au journal.
share-end-reason = Pourquoi, s’il y a quelque chose à dire
share-end-send = Arrêter
share-keep = Garder
share-ended = Le partage est arrêté.
share-settle = Valider ou non
share-to-settle = Partages à valider : la famille n’en est pas informée
share-settle-title = Partager sans que la famille soit informée ?
share-settle-says = { $who } lirait : { $what }.
share-verdict = Votre décision
share-verdict-none = À choisir
share-verdict-agreed = Je valide : informer la famille serait contraire à l’intérêt de l’enfant
share-verdict-declined = Je ne valide pas
share-decline-reason = Pourquoi ?
share-settle-no-verdict = Choisissez d’abord.
share-settle-no-reason = Écrivez pourquoi vous ne validez pas.
share-settle-send = Enregistrer
share-settled = Décision enregistrée.
access-as-shared = quelque chose lui est partagé
access-until-shared = jour de fin du partage, ci-dessous
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
said-title = Accords et oppositions
said-none = Aucun accord ni opposition n’est noté.
consent-open = Noter un accord
consent-title = Qu’accepte la personne ?
consent-says = Un accord se donne pour certaines personnes, certains sujets et un temps. Il se retire à tout moment.
consent-person = Qui donne son accord ?
consent-service = Avec quel service ?
consent-recipients = Avec ces personnes seulement ; tout le service si aucune n’est choisie
consent-scope = Sur quoi ?
consent-means = Comment l’a-t-elle dit ?
consent-means-spoken = De vive voix
consent-means-written = Par écrit
consent-means-digital = Par voie électronique
consent-on = Quel jour ?
consent-incomplete = Dites qui accepte, avec qui, sur quoi, quel jour et jusqu’à quand.
consent-send = Enregistrer l’accord
consent-saved = Accord noté.
consent-line = { $name } accepte un partage avec { $with }
consent-until = Dit le { $on }, jusqu’au { $date }
consent-withdraw = Retirer
consent-withdraw-says = Tout ce qui est partagé sur la base de cet accord se ferme aussitôt.
consent-withdrawn-saved = Accord retiré.
oppose-open = Noter une opposition
oppose-title = À quoi la personne s’oppose-t-elle ?
oppose-says = Ce à quoi la loi permet de s’opposer se ferme aussitôt : les soins, l’équipe de soins, ce qu’elle avait accepté ou demandé. La protection d’un enfant n’en dépend pas.
oppose-person = Qui s’oppose ?
oppose-service = À un partage avec quel service ?
oppose-everybody = tout le monde
oppose-recipients = Avec ces personnes seulement ; tout le service si aucune n’est choisie
oppose-words = Ses mots, si elle en a donné
oppose-nobody = Dites qui s’oppose.
oppose-send = Enregistrer l’opposition
oppose-saved = Opposition notée.
oppose-line = { $name } s’oppose à un partage avec { $with }
oppose-lift = Lever
oppose-lift-says = Ce qui était fermé par cette opposition s’ouvre à nouveau, jusqu’à sa fin.
oppose-lifted-saved = Opposition levée.
take-back-title = La personne revient-elle sur sa parole ?
take-back-send = Enregistrer
exclude-open = Tenir quelqu’un à l’écart
exclude-title = Qui doit être tenu à l’écart ?
exclude-says = Pour cette personne, la situation n’existe plus : ni liste, ni recherche, ni partage, ni urgence. Elle n’en est pas avertie.
exclude-whom = Qui ?
exclude-reason = Pourquoi ?
exclude-reason-example = Ancien conjoint, voisin, parent.
exclude-nobody = Choisissez une personne.
exclude-no-reason = Écrivez pourquoi.
exclude-send = Tenir à l’écart
exclude-saved = C’est enregistré : la situation n’existe plus pour cette personne.
