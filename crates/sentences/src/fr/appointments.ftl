# What is said of appointments, on a case and in a week.

appointments = Rendez-vous
appointments-none = Aucun rendez-vous à venir.
appointment-reference = Dans un agenda, cette situation porte la référence { $reference }.
appointment-book = Prendre rendez-vous
appointment-booked = Rendez-vous pris.
appointment-move = Déplacer
appointment-moved = Rendez-vous déplacé.
appointment-cancel = Annuler le rendez-vous
appointment-given-up = Rendez-vous annulé.
appointment-tell = Dire ce qu’il en est advenu
appointment-told = C’est noté.
appointment-lasts = { $length } min
appointment-minutes = Combien de temps ?
appointment-held-by = Qui tient le rendez-vous ? Vous, si personne n’est choisi.
appointment-place = Où ?
appointment-purpose = Pour quoi ?
appointment-privacy = L’agenda relié à votre téléphone ne reçoit ni nom, ni lieu, ni motif.
appointment-incomplete = Dites quel jour et à quelle heure.
week-appointment-incomplete = Dites avec qui, quel jour et à quelle heure.
appointment-move-incomplete = Dites quel jour, à quelle heure, et pourquoi.
appointment-reason = Pourquoi ?
appointment-by = Qui annule ?
appointment-by-person = La personne
appointment-by-service = Le service
appointment-came-revoked = Annulé par le service
appointment-taken-time = Occupé
appointment-kind-group_session = Séance de groupe
week-appointments = Mes rendez-vous
week-appointments-none = Aucun rendez-vous dans les jours qui viennent.

## Les rappels

reminders = Rappels de rendez-vous
reminders-nobody = Aucun adulte du foyer n’est connu : personne n’est rappelé.
reminders-no-sender = Ici, Trame n’est reliée à aucun envoi de SMS ni de courriel : aucun rappel ne part.
reminder-at = le { $day } à { $hour }
reminder-state-planned = { $name } : rappel prévu { $when } { $medium ->
    [sms] par SMS
   *[email] par courriel
}.
reminder-state-sending = { $name } : rappel en cours d’envoi { $medium ->
    [sms] par SMS
   *[email] par courriel
}.
reminder-state-missed = { $name } : rappel non envoyé, il n’a pas pu partir à temps.
reminder-state-sent = { $name } : rappel envoyé { $when } { $medium ->
    [sms] par SMS
   *[email] par courriel
}.
reminder-state-unsent = { $name } : rappel non envoyé, l’envoi a échoué. Prévenez autrement si c’est utile.
reminder-state-refused = { $name } : rappel non envoyé, { $medium ->
    [sms] le numéro a été refusé
   *[email] l’adresse a été refusée
}. Relisez ce qui est convenu.
reminder-state-uncertain = { $name } : envoi incertain { $when }. Il n’est pas renvoyé. Prévenez autrement si c’est utile.
reminder-state-delivered = { $name } : rappel remis { $when } { $medium ->
    [sms] par SMS
   *[email] par courriel
}.
reminder-state-undelivered = { $name } : rappel envoyé, mais pas remis. Prévenez autrement si c’est utile.
reminder-old-hour = Il disait l’ancien horaire.
unreminded-not_agreed = { $name } : pas de rappel, rien n’est convenu.
unreminded-withdrawn = { $name } : pas de rappel, à sa demande.
unreminded-stopped = { $name } : pas de rappel, la réponse STOP est arrivée.
unreminded-unsafe = { $name } : pas de rappel, un message ne serait pas sûr.
unreminded-no_sender = { $name } : pas de rappel, Trame n’est pas reliée à cet envoi.
unreminded-not_voted = { $name } : pas de rappel, le territoire n’en a voté aucun.
unreminded-too_late = { $name } : pas de rappel, l’horaire a été fixé trop peu de temps avant.
reach-none = { $name } : rien n’est convenu, aucun rappel ne part.
reach-by = { $name } : { $medium ->
    [sms] par SMS au
   *[email] par courriel à
} { $value }.
reach-hidden = (réservé)
reach-within = De { $from } h à { $until } h.
reach-is-shared = D’autres lisent aussi : le message ne dit ni avec qui ni où.
reach-is-unsafe = À ne pas utiliser : rien n’y est envoyé.
reach-read-by = Lu aussi par { $names }.
reach-stopped = { $name } : a répondu STOP, plus aucun rappel depuis le { $day }.
reach-withdrawn = { $name } : ne souhaite plus de rappel depuis le { $day }.
reach-agree = Convenir d’un rappel
reach-change = Modifier
reach-withdraw = Ne plus rappeler
reach-title = Comment rappeler un rendez-vous
reach-intro = Ce que { $name } souhaite. Demandez d’abord qui d’autre lit ce téléphone ou cette boîte.
reach-medium = Par quel moyen ?
reach-medium-sms = SMS
reach-medium-email = Courriel
reach-value = Numéro ou adresse
reach-privacy = Qui le lit ?
reach-privacy-own = Cette personne seule
reach-privacy-shared = D’autres aussi, sans danger
reach-privacy-unsafe = D’autres aussi : n’y rien envoyer
reach-shared-with = Partagé avec, dans le foyer
reach-from = À partir de
reach-until = Jusqu’à
reach-hour = { $hour } h
reach-any-hour = Heure du territoire
reach-was-stopped = La réponse STOP est arrivée par ce moyen.
reach-was-unsafe = Il a été dit qu’un message par ce moyen peut mettre cette personne en danger.
reach-asks-again = Cette personne demande elle-même à recevoir de nouveau les rappels
reach-says = Le message dit avec qui, quand, et comment arrêter. Jamais le motif, jamais une adresse.
reach-incomplete = Écrivez le numéro ou l’adresse.
reach-send = Enregistrer
reach-agreed = C’est convenu.
reach-withdraw-intro = { $name } ne souhaite plus de rappel : plus rien ne partira, par aucun moyen.
reach-over = C’est noté : plus aucun rappel.
