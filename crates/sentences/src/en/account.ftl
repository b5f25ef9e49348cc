# What is said of an own account: where somebody is signed in, what is set up once.

## Signing in and out

enrol-first = Trame keeps what families entrust to you. To come in you now need a code that your telephone shows as well. This is set up once.
enrol-install = Install an application for one-time codes (TOTP) on your telephone: the one your service recommends, or the one you already use.
enrol-scan = In the application, add an account and film this drawing (QR code).
enrol-picture = Drawing to be filmed with the application. The key that it holds is written below.
enrol-type = Or copy this key, without the spaces.
enrol-code = The application shows six digits, which change every thirty seconds. Copy them here.
enrol-confirm = Check the code
enrol-done = Your application is registered. Your other sessions are over.
paper-title = Your recovery codes
paper-intro = If you lose your telephone, each of these codes lets you in once, in the place of the code of the application. Write them on paper, or print this page, and keep them away from your computer.
paper-once = They will never be shown again.
paper-kept = My codes are in a safe place
password-first = This first password was given to you to come in once. Now choose your own, which nobody else will know.
password-advice = Twelve characters at least. Four words that have nothing to do with each other are easy to keep and hard to guess; capitals and digits are not asked for.
password-new = New password
password-once-more = Once more
password-present = Present password
password-new-missing = The new password is missing.
password-differs = The two passwords are not the same. Write them again.
password-choose = Choose this password
password-change = Change the password
password-changed = Your password is changed. Your other sessions are over.
own-password = Password

## Where somebody is signed in

sessions-intro = The devices on which you are in Trame at this moment. End a session that you do not recognise, and tell whoever runs Trame.
sessions-alone = No other session is open.
session-device = { $browser } · { $system }
session-this = This session
session-opened = Opened on { $when }
session-seen = Last used on { $when }
session-ends = Ends on { $when } at the latest
session-end = End
session-ended = The session is over.
sessions-end-others = End all others
sessions-others-ended = The other sessions are over.
two-steps = Signing in in two steps
two-steps-none = Your password is enough to come in. With an application for codes on your telephone, somebody who guessed it would not come in.
two-steps-since = A code of your application is asked for at sign-in since { $when }.
two-steps-demonstration = Demonstration accounts have no second step: everybody knows their password.
two-steps-left = { $count ->
    [0] No recovery code is left. Replace your application to be given new ones; if you no longer have it, tell whoever runs Trame.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
 }
two-steps-recovered = A recovery code was used on { $when }. If it was not you, tell whoever runs Trame.
two-steps-wrong = { $count ->
    [one] One wrong code was tried with your password since { $when }. If it was not you, tell whoever runs Trame.
   *[other] { $count } wrong codes were tried with your password since { $when }. If it was not you, tell whoever runs Trame.
 }
two-steps-begin = Add an application
two-steps-change = Replace my application
two-steps-who = First confirm that it is you.
two-steps-incomplete = The password or the code is missing.
password-missing = The password is missing.
two-steps-not-now = Cancel
two-steps-go-on = Go on
passkeys = Passkeys
passkeys-intro = A passkey stays on your telephone, your computer or a security key, and lets you in without password or code. The device recognises you by your finger, your face or a code of its own; Trame receives none of it.
passkeys-none = You have none yet.
passkey-nameless = Key without a name
passkey-made = Added on { $when }
passkey-used = Last used on { $when }
passkey-unused = Never used
passkey-add = Add a passkey
passkey-device = Give this passkey a name that will tell you later on which device it is. Your device will then ask you to confirm.
passkey-name = Name of the passkey
passkey-name-example = Telephone of the service
passkey-name-missing = The name of the passkey is missing.
passkey-keep = Make the passkey
passkey-added = Your passkey is kept.
passkey-unmade = Your device made no passkey. It may keep one for you already. You may try again.
passkey-unable = This browser cannot make passkeys.
passkey-remove = Remove
passkey-removing = The passkey “{ $name }” will let you in no longer, and your other sessions will be ended.
passkey-removed = The passkey is removed. Your other sessions are ended.
browser-firefox = Firefox
browser-edge = Edge
browser-chrome = Chrome
browser-safari = Safari
browser-other = Another browser
system-windows = Windows
system-android = Android
system-ios = iPhone or iPad
system-macos = Mac
system-linux = Linux
system-other = another device

own-calendar = My calendar, elsewhere
own-calendar-intro = A phone or a mail program may read your appointments at a secret address: the hour, how you meet and the reference of the file. Never a name, a place or a purpose.
own-calendar-make = Make the address
own-calendar-renew = Change the address
own-calendar-revoke = Remove the address
own-calendar-revoked = Address removed: it gives nothing any more.
own-calendar-since = There has been an address since { $when }. Changing or removing it silences it wherever it is entered.
own-calendar-once = Here is the address. It is shown this once: copy it into your calendar now.
