# What the load and the figures of a team say.

## The load of a team

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
process-logs = Étudier comment se déroulent les accompagnements
process-logs-lead = Un journal de ce qui s’est passé, que lit un logiciel d’analyse de processus. Les situations y portent un numéro qui ne veut rien dire ailleurs, les faits un jour sans heure, et aucun professionnel n’y figure. Ce fichier reste sensible : qui connaît une famille peut la reconnaître à ses dates.
process-log-xes = Une trace par situation (.xes)
process-log-ocel = Situations et réunions (OCEL 2.0)
process-log-too-few = Moins de { $threshold } situations ont bougé sur cette période : le journal désignerait quelqu’un. Choisissez une période plus longue.
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
indicator-load_per_full_time-formula = Les situations ouvertes dont le référent est en poste dans le service, divisées par le temps de travail des personnes en poste. Les absences déclarées n’y entrent pas.
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

## The weeks ahead, and a worker's own load

own-load = Ma charge
own-load-room = Ma charge : de la place
own-load-normal = Ma charge : à l’équilibre
own-load-tense = Ma charge : tendue
own-load-overload = Ma charge : au-delà de la capacité
own-load-untold = Ma charge
own-load-points = { $load } points portés pour { $capacity } possibles, soit { $ratio }
own-load-whose = Ces chiffres sont à vous et à votre encadrement, à personne d’autre. Ils ne sont comparés à ceux de personne, et ce que vous lisez dans les dossiers n’y entre pas.
own-load-foot = Charge pondérée : mesure, phase, fratrie, complexité. Barème du { $date }, voté, contestable.
own-ahead-title = Les semaines qui viennent
own-no-warning = Aucun seuil n’est franchi dans les semaines qui viennent, d’après ce qui est noté.
own-cases = Comment chaque situation compte
own-cases-says = Ici comptent les situations de votre service. Les points d’une situation sont le produit de ce que le barème donne à sa mesure, à sa phase, à la fratrie et à ce qui la rend plus lourde. Si un chiffre ne dit pas votre travail, parlez-en : le barème se vote.
own-cases-none = Vous n’êtes référente ou référent d’aucune situation de votre service.
own-case-column = Situation
own-why-column = Calcul
own-case-ends = fin connue le { $date }
own-case-watched = en veille jusqu’au { $date }
own-factor-opening = × premiers mois { $factor }
own-factor-watch = × veille { $factor }
own-factor-siblings = × fratrie de { $count } : { $factor }
own-factor-complexity = × complexité { $factor } ({ $what })
own-dated = Mes échéances
own-dated-none = Rien n’est attendu dans les semaines qui viennent.
own-dated-renewal = mesure ou contrat : renouveler ou laisser finir
own-dated-begins = une mesure commence
own-absences = Mes absences
own-absences-says = Les jours suffisent : le motif ne se note pas ici.
own-absence-span = du { $from } au { $until }
own-absence-withdraw = Retirer
own-absence-withdrawn = Absence retirée.
own-absence-from = Premier jour
own-absence-until = Dernier jour
own-absence-send = Noter mon absence
own-absence-kept = Absence notée.
own-absence-days = Choisissez le premier et le dernier jour.
own-absence-backwards = Le dernier jour vient avant le premier. Choisissez un dernier jour plus tard.
ahead-title = Les semaines qui viennent
ahead-none = Les semaines à venir ne se calculent pas : aucun barème, ou aucun réglage de prévision, n’est en vigueur.
ahead-table = Lire les semaines dans un tableau
ahead-course = Charge, d’après ce qui est noté : { $now } cette semaine, { $then } en semaine { $week }.
ahead-crossed = Seuil « { $zone } » franchi en semaine { $week }.
ahead-week-short = S{ $week }
ahead-week = S{ $week } · { $day }
ahead-week-column = Semaine
ahead-capacity = Capacité
ahead-ratio = Rapport
ahead-ends = Fins connues
ahead-opening-over = Fins d’ouverture
ahead-watch-over = Fins de veille
ahead-begins = Débuts
ahead-renewals = Renouvellements
ahead-deadlines = Échéances
ahead-meetings = Réunions
ahead-away = Jours d’absence
ahead-absent = absence
ahead-no-warning = Personne ne franchit de seuil dans les semaines qui viennent, d’après ce qui est noté.
ahead-waiting = { $count ->
    [one] { $count } situation attend un référent. Points que personne ne porte encore : { $points }.
   *[other] { $count } situations attendent un référent. Points que personne ne porte encore : { $points }.
 }
ahead-unstarted = { $count ->
    [one] { $count } mesure décidée n’a pas commencé ; sa date n’est pas connue.
   *[other] { $count } mesures décidées n’ont pas commencé ; leur date n’est pas connue.
 }
ahead-room = De la place dans toutes ces semaines : { $names }.
warning-tense = Charge tendue à partir de la semaine { $week } ({ $date }) : { $load } points pour { $capacity } possibles
warning-overload = Surcharge à partir de la semaine { $week } ({ $date }) : { $load } points pour { $capacity } possibles
warning-told = Visible depuis le { $date } par vous et votre encadrement, par personne d’autre.
warning-told-both = Visible depuis le { $date } par cette personne et par vous, par personne d’autre.
relief-points = Pour repasser sous { $ratio } : porter { $points } de moins cette semaine-là.
relief-away = { $days ->
    [one] { $days } jour d’absence cette semaine-là.
   *[other] { $days } jours d’absence cette semaine-là.
 }
relief-ends = { $count ->
    [one] { $count } situation se termine en semaine { $week }.
   *[other] { $count } situations se terminent en semaine { $week }.
 }
relief-watch = { $count ->
    [one] { $count } veille se termine en semaine { $week }.
   *[other] { $count } veilles se terminent en semaine { $week }.
 }
relief-opening = { $count ->
    [one] { $count } situation sort des premiers mois en semaine { $week }.
   *[other] { $count } situations sortent des premiers mois en semaine { $week }.
 }
relief-renewals = { $count ->
    [one] { $count } mesure ou contrat à renouveler ou à laisser finir d’ici le { $date }.
   *[other] { $count } mesures ou contrats à renouveler ou à laisser finir d’ici le { $date }.
 }
relief-back = Sous le seuil de nouveau en semaine { $week }.
relief-not-known = Rien de ce qui est noté ne ramène la charge sous le seuil : un échange est à prévoir.
entrust-open = Confier…
entrust-title = À qui confier cette situation ?
entrust-says = La personne choisie en répond dès maintenant, et trouve la situation dans sa semaine. La famille est à prévenir.
entrust-whom = À qui ?
entrust-person = { $name } · { $ratio }, { $zone }
entrust-nobody = Choisissez une personne.
entrust-send = Confier
entrust-done = { $count ->
    [one] { $count } situation confiée à { $name }.
   *[other] { $count } situations confiées à { $name }.
 }
entrust-refused = { $label } n’est pas confiée. { $why }
entrust-tried = { $count ->
    [one] Confier cette situation à { $taker }
   *[other] Confier ces { $count } situations à { $taker }
 }
entrust-tried-says = { $taker } en répond dès maintenant ; { $giver } garde la lecture le temps du passage. Chaque famille est à prévenir et à rencontrer ensemble : Trame le rappelle tant que ce n’est pas noté.
entrust-reason = Pourquoi ? (lu par celles et ceux qui suivent la situation)
entrust-reason-example = Départ de la référente, équilibre entre collègues.
passing-title = Essayer un passage de situations
passing-says = Un essai, sur une copie : rien n’est écrit, et personne n’est prévenu, tant que vous ne confiez pas les situations.
passing-giver = De
passing-taker = À
passing-nobody = Choisir…
passing-points = points : { $points }
passing-try = Essayer
passing-who = Choisissez de qui et à qui.
passing-two = Choisissez deux personnes différentes.
passing-cases = Choisissez au moins une situation.
passing-outcome = { $count ->
    [one] Confier { $count } situation de { $giver } à { $taker }
   *[other] Confier { $count } situations de { $giver } à { $taker }
 }
passing-points-all = Points : { $points }.
passing-shift = { $name } passe de { $was } ({ $zone_was }) à { $would } ({ $zone_would }).
passing-handovers = { $count ->
    [one] { $count } rencontre de passage à prévoir.
   *[other] { $count } rencontres de passage à prévoir.
 }
passing-children = { $count ->
    [one] { $count } enfant changerait de référent.
   *[other] { $count } enfants changeraient de référent.
 }
passing-changes = { $count ->
    [one] { $count } changement de référent pour ces enfants dans les douze mois d’avant.
   *[other] { $count } changements de référent pour ces enfants dans les douze mois d’avant.
 }
passing-weeks = Les deux charges, semaine par semaine
passing-before = { $name }, aujourd’hui
passing-after = { $name }, après
