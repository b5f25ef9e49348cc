# What is said of accesses with a reason.

## Accesses with a reason

accesses-title = Accès aux situations
accesses-opened = Situations ouvertes avec un motif
accesses-none = Aucune situation n’a été ouverte avec un motif.
accesses-none-more = Quand quelqu’un ouvre une situation en urgence, cela se lit ici aussitôt.
accesses-older = Les plus anciens ne sont pas montrés.
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

## Sharing what secrecy covers

share-to-settle = Partages à valider : la famille n’en est pas informée

## Who looked at a case

readings-title = Qui a consulté cette situation
readings-says = Chaque consultation est notée avant que la page ne s’affiche. Rien de ce qui y est écrit ne se lit ici, et ce journal ne sert jamais à mesurer le travail de quelqu’un.
readings-kept = Les consultations sont gardées { $months } mois ; le journal commence en { $since }.
readings-none = Personne n’a consulté cette situation depuis que le journal est tenu.
readings-older = Jours précédents
readings-listed = Nommée seulement dans une liste, un chiffre ou une recherche, pour : { $names }.
readings-unknown = Une personne que Trame ne connaît plus
readings-once = à { $at }
readings-times = { $times } fois, de { $from } à { $to }
readings-reason = { $need } : « { $reason } »
purpose-support = pour l’accompagnement
purpose-management = pour répondre de l’équipe
purpose-oversight = pour veiller sur les données
purpose-operation = par le programme lui-même
looked-case_home = a ouvert la situation
looked-timeline = a ouvert la frise
looked-shared_view = a regardé la vue partagée d’une instance
looked-sharings = a lu ce qui est transmis, et à qui
looked-minutes_copy = a emporté un compte rendu d’instance
looked-decision_list = a emporté un relevé de décisions
looked-documents = a parcouru la liste des pièces
looked-document_content = a ouvert une pièce
looked-financial_aids = a lu les aides financières
looked-other = a consulté la situation
readings-find = Qui a consulté une situation ?
readings-find-says = La personne concernée peut le demander à tout moment. Trame dit quels services la suivent ou l’ont suivie, et qui a ouvert sa situation ; rien de ce qui y est écrit. La recherche est journalisée.
readings-find-none = Aucune situation ne porte ce nom.
readings-find-none-more = Vérifiez l’orthographe : le prénom et le nom doivent être entiers.
readings-find-more = D’autres situations portent ce nom : demandez à la personne quel service la suit.
readings-open = ouverte le { $from }
readings-closed = du { $from } au { $to }
readings-referent = suivie par { $name }
readings-look = Voir qui l’a consultée
