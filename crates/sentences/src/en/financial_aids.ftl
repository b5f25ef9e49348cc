# What the screen of the financial aid of a case alone says.

## The financial aid of a case

aids-title = Financial aid
aids-read-only = You read this aid, and cannot request any.
aids-unread = Your role gives no access to the financial aid of this situation.
aids-waiting = Requests that wait
aids-waiting-none = No request is waiting.
aids-waiting-none-more = What is requested together is followed here, up to its payment.
aids-granted = Aid granted
aids-granted-none = No aid is granted.
aids-over = Requests refused, given up or closed
aids-euros = €{ $euros }
aids-euros-cents = €{ $euros }.{ $cents }
aids-erased = amount erased
aids-asked = Requested: { $amount }
aids-granted-of = Granted: { $amount }
aids-paid-of = Paid: { $amount }
aids-rest = Still to be paid: { $amount }
aids-requested-on = requested on { $date }
aids-requested-by = requested on { $date } by { $who }
aids-way = { $method }, { $to }
aids-awaits = Missing: { $what }.
aids-awaits-decision = A decision is awaited.
aids-put-off = Adjourned on { $date } ({ $who }): { $reason }
aids-again = New examination on { $date }.
aids-again-unknown = The day of the new examination is not known.
aids-granted-by = Granted on { $date } ({ $who }).
aids-more = More than requested: { $reason }
aids-awaits-payment = Still to be paid: { $amount } ({ $way }).
aids-all-paid = All of it is paid.
aids-refused-by = Refused on { $date } ({ $who }): { $reason }
aids-appeal-possible = Appeal possible until { $date }.
aids-appeal-told = The person knows how to appeal.
aids-appeal-untold = The person does not know yet how to appeal: explain it to her.
aids-ended = On { $date }: { $reason }
aids-payments = Payments
aids-payment = { $amount } on { $date } ({ $way })
aids-retracted-because = cancelled: { $reason }

## Requesting one

aids-request = Request aid
aids-requests = Record the request
aids-requested = The request is noted.
aids-about = For whom?
aids-fund = Which fund?
aids-fund-name = Name of the fund or body
aids-fund-name-example = the fund of the county, the town, a foundation
aids-need = For which need?
aids-amount = Amount requested, in euros
aids-amount-example = 350 or 350.50
aids-amount-needed = The amount is missing.
aids-reason = Why this aid?
aids-reason-example = What the aid makes possible, and why now.
aids-on = Requested on
aids-missing = Supporting documents still missing
aids-missing-says = If nothing is missing, the request is under examination at once.
aids-agreed = Agreement of the person
aids-agrees = The person agrees to this request

## What becomes of one

aids-complete = The supporting documents are complete
aids-completes = Documents complete
aids-completed = The request is under examination.
aids-complete-on = Complete on
aids-resume = Examine again
aids-resumes = Examine again
aids-resumed = The request is examined again.
aids-resume-on = Examined again on
aids-decide = Note the decision
aids-decides = Note the decision
aids-decided = The decision is noted.
aids-decision = Which decision?
aids-accepts = Granted
aids-refuses = Refused
aids-adjourns = Adjourned
aids-body = Who decided?
aids-body-example = panel of the fund, town centre, child welfare
aids-body-needed = Who decided is missing.
aids-decided-on = Decided on
aids-granted-amount = Amount granted, in euros
aids-more-because = Why more than requested?
aids-method = How will the aid be paid?
aids-method-paid = How was it paid?
aids-to = To whom?
aids-appeal = Way to appeal
aids-appeal-is-told = The person knows how to appeal
aids-appeal-until = Appeal possible until
aids-again-on = New examination on
aids-withdraw = The person gives up this aid
aids-withdraws = The person gives it up
aids-withdrawn = It is noted that the person gave it up.
aids-close = Close without follow-up
aids-closes = Close without follow-up
aids-closed = The request is closed without follow-up.
aids-why = Why?
aids-end-on = On
aids-pay = Note a payment
aids-pays = Note a payment
aids-paid = The payment is noted.
aids-pay-amount = Amount paid, in euros
aids-pay-on = Paid on
aids-retract = Cancel a payment noted by mistake
aids-retracts = Cancel this payment
aids-retracted = The payment is cancelled.
aids-retract-says = The payment stays in the history of the aid, with the reason why it was cancelled.

## Words of financial aid

aid-status-awaiting_documents = Awaiting supporting documents
aid-status-under_examination = Under examination
aid-status-adjourned = Adjourned
aid-status-accepted = Granted
aid-status-refused = Refused
aid-status-withdrawn = Given up by the person
aid-status-closed = Closed without follow-up
aid-fund-housing_solidarity = Housing solidarity fund
aid-fund-housing_energy = Housing solidarity fund, energy
aid-fund-child_welfare = Child welfare aid, in money
aid-fund-emergency = Emergency aid
aid-fund-municipal_centre = Aid of the town’s social centre
aid-fund-other = Another fund
aid-need-energy = Energy
aid-need-food = Food
aid-need-housing = Housing
aid-need-mobility = Mobility
aid-need-children = Children
aid-need-other = Another need
aid-method-transfer = bank transfer
aid-method-cheque = cheque
aid-method-vouchers = vouchers
aid-method-cash = cash
aid-payee-person = to the person
aid-payee-creditor = to the creditor

## Why the rules of financial aid say no

financial_aid-already_known = This request for aid is recorded already.
financial_aid-not_requested = This request for aid does not exist.
financial_aid-not_agreed = Aid is requested with the person’s agreement: talk about it together, then note that she agrees.
financial_aid-fund_unnamed = The name of the fund or body is missing.
financial_aid-in_the_future = This date is still to come: note what happened once it is done.
financial_aid-before_what_is_known = This date lies before what is noted of this request already. Check it.
financial_aid-nothing_awaited = No supporting document is awaited for this request.
financial_aid-documents_awaited = Supporting documents are still missing: first note that they are complete.
financial_aid-still_adjourned = This request is adjourned: first note that it is examined again.
financial_aid-not_adjourned = This request is not adjourned.
financial_aid-already_decided = This request is decided already.
financial_aid-over = This request is over: the person gave it up, or it was closed without follow-up.
financial_aid-more_than_asked = The amount granted is above the amount requested: say why.
financial_aid-appeal_too_early = The last day to appeal lies before the decision. Check it.
financial_aid-again_too_early = The new examination lies before the adjournment. Check its date.
financial_aid-not_granted = This aid is not granted: nothing can be paid.
financial_aid-more_than_granted = With this payment the total would be above the amount granted. Check the amount.
financial_aid-already_paid = This payment is noted already.
financial_aid-not_paid = This payment does not exist, or it is cancelled already.
financial_aid-changed_meanwhile = Somebody else has just noted or cancelled a payment. Read the aid again, then start over.
financial_aid-amounts_unknown = The amounts of this aid were erased: nothing more can be added to it.
