# What is said of an own account: where somebody is signed in, what is set up once.

## Signing in and out

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

## Where somebody is signed in

sessions-intro = Les appareils sur lesquels vous êtes en ce moment dans Trame. Mettez fin à une connexion que vous ne reconnaissez pas, et prévenez la personne qui administre Trame.
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
passkeys = Clés d’accès
passkeys-intro = Une clé d’accès reste sur votre téléphone, votre ordinateur ou une clé de sécurité, et vous fait entrer sans mot de passe ni code. L’appareil vous reconnaît à votre doigt, à votre visage ou à son propre code ; Trame n’en reçoit rien.
passkeys-none = Vous n’en avez pas encore.
passkey-nameless = Clé sans nom
passkey-made = Ajoutée le { $when }
passkey-used = Utilisée pour la dernière fois le { $when }
passkey-unused = Jamais utilisée
passkey-add = Ajouter une clé d’accès
passkey-device = Donnez à cette clé un nom qui vous dira plus tard sur quel appareil elle se trouve. Votre appareil vous demandera ensuite de confirmer.
passkey-name = Nom de la clé
passkey-name-example = Téléphone du service
passkey-name-missing = Il manque le nom de la clé.
passkey-keep = Créer la clé
passkey-added = Votre clé d’accès est enregistrée.
passkey-unmade = Votre appareil n’a pas créé de clé. Il en garde peut-être déjà une pour vous. Vous pouvez réessayer.
passkey-unable = Ce navigateur ne sait pas créer de clé d’accès.
passkey-remove = Supprimer
passkey-removing = La clé « { $name } » ne vous fera plus entrer, et vos autres connexions seront terminées.
passkey-removed = La clé d’accès est supprimée. Vos autres connexions sont terminées.
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

own-calendar = Mon agenda, ailleurs
own-calendar-intro = Un téléphone ou une messagerie peut lire vos rendez-vous à une adresse secrète : l’heure, la façon de se voir et la référence du dossier. Jamais un nom, un lieu ni un motif.
own-calendar-make = Créer l’adresse
own-calendar-renew = Changer l’adresse
own-calendar-revoke = Supprimer l’adresse
own-calendar-revoked = Adresse supprimée : elle ne donne plus rien.
own-calendar-since = Une adresse existe depuis le { $when }. La changer ou la supprimer la rend muette partout où elle est inscrite.
own-calendar-once = Voici l’adresse. Elle n’est montrée qu’une fois : copiez-la dans votre agenda maintenant.
