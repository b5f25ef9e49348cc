# What the screen of the documents of a case alone says.

## The documents of a case

documents-title = Documents
documents-read-only = You read these documents, and cannot deposit any.
documents-awaited = Awaited
documents-awaited-none = No document is awaited.
documents-good = Deposited
documents-good-none = No document is deposited.
documents-good-none-more = What is deposited once serves everywhere, as long as it is good.
documents-over = No longer good
documents-open = Open
documents-opens = in a new tab
documents-asked-on = asked for on { $date }
documents-due = to be brought by { $date }
documents-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
documents-from = to be asked of: { $who }
documents-there-since = deposited on { $date }
documents-there-by = deposited on { $date } by { $who }
documents-valid-until = good until { $date }
documents-valid-always = does not end
documents-was-valid = was good until { $date }
documents-size = { $what }, { $count } KB
documents-size-large = { $what }, { $count } MB

## Asking for one

documents-ask = Ask for a document
documents-asks = Ask
documents-asked = The request is noted.
documents-kind = Which document?
documents-about = Whom is it about?
documents-domain = Domain
documents-domain-none = No domain
documents-domain-needed = The domain is missing: it says who may read this document.
documents-whom = Who brings it?
documents-whom-example = the person herself, her landlord, the family fund
documents-due-on = To be brought by
documents-ask-says = A document that is there and still good is not asked for again.

## Depositing one

documents-deposit = Deposit a document
documents-deposits = Deposit
documents-deposited = The document is deposited.
documents-file = File
documents-file-takes = PDF, JPEG, PNG or WebP, { $most } MB at most
documents-file-needed = Choose the file to deposit.
documents-file-large = This file is too large: { $most } MB at most. Scan it in a lower quality.
documents-sending = Sending… The file is encrypted as it arrives.
documents-words = In a few words
documents-words-example = pay slip of October
documents-until = Good until
documents-until-more = Leave it empty if the document does not end.

## A newer one, or none any more

documents-renew = Deposit a newer version
documents-renews = Replace
documents-renewed = The document is replaced.
documents-withdraw = Take this document back
documents-withdraws = Take back
documents-withdrawn = The document is taken back.
documents-unasked = The document is no longer asked for.
documents-unask = No longer ask for this document
documents-unasks = No longer ask
documents-why = Why?

## What a file is

media-pdf = PDF
media-jpeg = Photo
media-png = Picture
media-webp = Picture
