# What the screen of the documents of a case alone says.

## The documents of a case

documents-title = Pièces
documents-read-only = Vous lisez ces pièces, sans pouvoir en déposer.
documents-awaited = Pièces attendues
documents-awaited-none = Aucune pièce n’est attendue.
documents-good = Pièces déposées
documents-good-none = Aucune pièce n’est déposée.
documents-good-none-more = Ce qui est déposé une fois sert à toutes les démarches, tant que c’est valable.
documents-over = Pièces qui ne sont plus valables
documents-open = Ouvrir
documents-opens = dans un nouvel onglet
documents-asked-on = demandée le { $date }
documents-due = à remettre au plus tard le { $date }
documents-late = { $days ->
    [one] en retard d’un jour
   *[other] en retard de { $days } jours
}
documents-from = à demander à : { $who }
documents-there-since = déposée le { $date }
documents-there-by = déposée le { $date } par { $who }
documents-valid-until = valable jusqu’au { $date }
documents-valid-always = sans date de fin
documents-was-valid = était valable jusqu’au { $date }
documents-size = { $what }, { $count } Ko
documents-size-large = { $what }, { $count } Mo

## Asking for one

documents-ask = Demander une pièce
documents-asks = Demander
documents-asked = La demande est notée.
documents-kind = Quelle pièce ?
documents-about = Qui concerne-t-elle ?
documents-domain = Domaine
documents-domain-none = Sans domaine
documents-domain-needed = Il manque le domaine : il dit qui pourra lire cette pièce.
documents-whom = Qui l’apporte ?
documents-whom-example = la personne elle-même, son propriétaire, la CAF
documents-due-on = À remettre au plus tard le
documents-ask-says = Une pièce qui est déjà là et encore valable n’est pas redemandée.

## Depositing one

documents-deposit = Déposer une pièce
documents-deposits = Déposer
documents-deposited = La pièce est déposée.
documents-file = Fichier
documents-file-takes = PDF, JPEG, PNG ou WebP, { $most } Mo au plus
documents-file-needed = Choisissez le fichier à déposer.
documents-file-large = Ce fichier est trop lourd : { $most } Mo au plus. Numérisez-le en qualité plus basse.
documents-sending = Envoi en cours… Le fichier est chiffré dès son arrivée.
documents-words = Précision
documents-words-example = bulletin de salaire d’octobre
documents-until = Valable jusqu’au
documents-until-more = Laissez vide si la pièce n’a pas de date de fin.

## A newer one, or none any more

documents-renew = Déposer une version plus récente
documents-renews = Remplacer
documents-renewed = La pièce est remplacée.
documents-withdraw = Retirer cette pièce
documents-withdraws = Retirer
documents-withdrawn = La pièce est retirée.
documents-unasked = La pièce n’est plus demandée.
documents-unask = Ne plus demander cette pièce
documents-unasks = Ne plus demander
documents-why = Pourquoi ?

## What a file is

media-pdf = PDF
media-jpeg = Photo
media-png = Image
media-webp = Image
