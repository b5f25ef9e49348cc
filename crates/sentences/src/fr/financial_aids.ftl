# What the screen of the financial aid of a case alone says.

## The financial aid of a case

aids-title = Aides financières
aids-read-only = Vous lisez ces aides, sans pouvoir en demander.
aids-unread = Votre rôle ne donne pas accès aux aides financières de cette situation.
aids-waiting = Demandes en attente
aids-waiting-none = Aucune demande n’est en attente.
aids-waiting-none-more = Ce qui se demande ensemble se suit ici, jusqu’au versement.
aids-granted = Aides accordées
aids-granted-none = Aucune aide n’est accordée.
aids-over = Demandes refusées, abandonnées ou classées
aids-euros = { $euros } €
aids-euros-cents = { $euros },{ $cents } €
aids-erased = montant effacé
aids-asked = Demandé : { $amount }
aids-granted-of = Accordé : { $amount }
aids-paid-of = Versé : { $amount }
aids-rest = Reste à verser : { $amount }
aids-requested-on = demandée le { $date }
aids-requested-by = demandée le { $date } par { $who }
aids-way = { $method }, { $to }
aids-awaits = Il manque : { $what }.
aids-awaits-decision = Une décision est attendue.
aids-put-off = Ajournée le { $date } ({ $who }) : { $reason }
aids-again = Nouvel examen le { $date }.
aids-again-unknown = La date du nouvel examen n’est pas connue.
aids-granted-by = Accordée le { $date } ({ $who }).
aids-more = Plus que demandé : { $reason }
aids-awaits-payment = Reste à verser : { $amount } ({ $way }).
aids-all-paid = Tout est versé.
aids-refused-by = Refusée le { $date } ({ $who }) : { $reason }
aids-appeal-possible = Recours possible jusqu’au { $date }.
aids-appeal-told = La personne sait comment contester.
aids-appeal-untold = La personne ne sait pas encore comment contester : expliquez-lui la voie de recours.
aids-ended = Le { $date } : { $reason }
aids-payments = Versements
aids-payment = { $amount } le { $date } ({ $way })
aids-retracted-because = annulé : { $reason }

## Requesting one

aids-request = Demander une aide
aids-requests = Enregistrer la demande
aids-requested = La demande est notée.
aids-about = Pour qui ?
aids-fund = Quel fonds ?
aids-fund-name = Nom du fonds ou de l’organisme
aids-fund-name-example = FSL du département, CCAS de la commune, fondation
aids-need = Pour quel besoin ?
aids-amount = Montant demandé, en euros
aids-amount-example = 350 ou 350,50
aids-amount-needed = Il manque le montant.
aids-reason = Pourquoi cette aide ?
aids-reason-example = Ce que l’aide permet, et pourquoi maintenant.
aids-on = Demandée le
aids-missing = Justificatifs qui manquent encore
aids-missing-says = Si rien ne manque, la demande est tout de suite en cours d’instruction.
aids-agreed = Accord de la personne
aids-agrees = La personne est d’accord avec cette demande

## What becomes of one

aids-complete = Les justificatifs sont complets
aids-completes = Justificatifs complets
aids-completed = La demande est en cours d’instruction.
aids-complete-on = Complets le
aids-resume = Reprendre l’instruction
aids-resumes = Reprendre l’instruction
aids-resumed = L’instruction reprend.
aids-resume-on = Reprise le
aids-decide = Noter la décision
aids-decides = Noter la décision
aids-decided = La décision est notée.
aids-decision = Quelle décision ?
aids-accepts = Accordée
aids-refuses = Refusée
aids-adjourns = Ajournée
aids-body = Qui a décidé ?
aids-body-example = commission FSL, CCAS, responsable ASE
aids-body-needed = Il manque qui a décidé.
aids-decided-on = Décidée le
aids-granted-amount = Montant accordé, en euros
aids-more-because = Pourquoi plus que demandé ?
aids-method = Comment l’aide sera-t-elle versée ?
aids-method-paid = Comment a-t-elle été versée ?
aids-to = À qui ?
aids-appeal = Voie de recours
aids-appeal-is-told = La personne sait comment contester
aids-appeal-until = Recours possible jusqu’au
aids-again-on = Nouvel examen le
aids-withdraw = La personne renonce à cette aide
aids-withdraws = La personne renonce
aids-withdrawn = La renonciation est notée.
aids-close = Classer sans suite
aids-closes = Classer sans suite
aids-closed = La demande est classée sans suite.
aids-why = Pourquoi ?
aids-end-on = Le
aids-pay = Noter un versement
aids-pays = Noter un versement
aids-paid = Le versement est noté.
aids-pay-amount = Montant versé, en euros
aids-pay-on = Versé le
aids-retract = Annuler un versement noté par erreur
aids-retracts = Annuler ce versement
aids-retracted = Le versement est annulé.
aids-retract-says = Le versement reste dans l’histoire de l’aide, avec le motif de son annulation.

## Words of financial aid

aid-status-awaiting_documents = En attente de justificatifs
aid-status-under_examination = En cours d’instruction
aid-status-adjourned = Ajournée
aid-status-accepted = Accordée
aid-status-refused = Refusée
aid-status-withdrawn = Abandonnée par la personne
aid-status-closed = Classée sans suite
aid-fund-housing_solidarity = FSL logement
aid-fund-housing_energy = FSL énergie
aid-fund-child_welfare = Aide sociale à l’enfance, en espèces
aid-fund-emergency = Secours d’urgence
aid-fund-municipal_centre = Aide du CCAS
aid-fund-other = Autre fonds
aid-need-energy = Énergie
aid-need-food = Alimentation
aid-need-housing = Logement
aid-need-mobility = Mobilité
aid-need-children = Enfants
aid-need-other = Autre besoin
aid-method-transfer = virement
aid-method-cheque = chèque
aid-method-vouchers = bons
aid-method-cash = espèces
aid-payee-person = à la personne
aid-payee-creditor = au créancier

## Why the rules of financial aid say no

financial_aid-already_known = Cette demande d’aide est déjà enregistrée.
financial_aid-not_requested = Cette demande d’aide n’existe pas.
financial_aid-not_agreed = Une aide se demande avec l’accord de la personne : parlez-en ensemble, puis notez son accord.
financial_aid-fund_unnamed = Il manque le nom du fonds ou de l’organisme.
financial_aid-in_the_future = Cette date est à venir : notez ce qui s’est passé une fois que c’est fait.
financial_aid-before_what_is_known = Cette date précède ce qui est déjà noté pour cette demande. Vérifiez-la.
financial_aid-nothing_awaited = Aucun justificatif n’est attendu pour cette demande.
financial_aid-documents_awaited = Des justificatifs manquent encore : notez d’abord qu’ils sont complets.
financial_aid-still_adjourned = Cette demande est ajournée : notez d’abord la reprise de l’instruction.
financial_aid-not_adjourned = Cette demande n’est pas ajournée.
financial_aid-already_decided = Une décision est déjà prise sur cette demande.
financial_aid-over = Cette demande est terminée : la personne y a renoncé, ou elle a été classée sans suite.
financial_aid-more_than_asked = Le montant accordé dépasse le montant demandé : dites pourquoi.
financial_aid-appeal_too_early = La date limite du recours précède la décision. Vérifiez-la.
financial_aid-again_too_early = Le nouvel examen précède l’ajournement. Vérifiez sa date.
financial_aid-not_granted = Cette aide n’est pas accordée : rien ne peut être versé.
financial_aid-more_than_granted = Avec ce versement, le total dépasserait le montant accordé. Vérifiez le montant.
financial_aid-already_paid = Ce versement est déjà noté.
financial_aid-not_paid = Ce versement n’existe pas, ou il est déjà annulé.
financial_aid-changed_meanwhile = Un versement vient d’être noté ou annulé par quelqu’un d’autre. Relisez l’aide, puis recommencez.
financial_aid-amounts_unknown = Les montants de cette aide ont été effacés : plus rien ne peut s’y ajouter.
