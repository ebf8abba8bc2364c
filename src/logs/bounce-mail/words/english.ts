import { defineWords } from '../words.ts';

/** English. */
export default defineWords({
  undelivered: [
    /not delivered/, // Your message was not delivered
    /un-?deliverable/, // Un-deliverable
    /(?:could|can|was|were|has|have) ?n[o'’]t (?:be |been )?(?:delivered|sent|forwarded)/, // could not be delivered
    /(?:unable|failed|not able) to (?:deliver|send|forward)/, // we were unable to deliver
  ],
  titles: [
    /undeliver/, // Undeliverable: …; Undelivered Mail Returned to Sender
    /non-?delivery/, // Non-Delivery Report
    /returned (?:mail|to sender|message)/, // Returned mail: see transcript for details
    /returning message/, // Mail delivery failed: returning message to sender
    /deliver(?:y|ing)[\w -]{0,40}(?:fail|status|report|problem|error|delay|notif|impossible)/, // Delivery Status Notification (Failure)
    /fail(?:ed|ure)[\w -]{0,40}(?:deliver|notice)/, // Failure of delivery, Failure notice
    /failure notice/, // qmail: failure notice
    /mail (?:system )?(?:error|failure|delivery)/, // Mail System Error - Returned Mail
    /could not (?:be )?(?:deliver|send)/, // Could not be delivered
    /mail could not/, // Mail could not be sent
    /delayed mail/, // Delayed Mail (still being retried)
    /warning: (?:could not send|message has not)/, // Exim: Warning: message … has not yet been delivered
    /processing error/, // Domino: Processing Error
    /user unknown/, // User unknown
    /no such user/, // No such user
    /automatically rejected/, // Automatically rejected mail, of Sieve scripts
    /returned e-?mail/, // Returned e-mail
    /rejected mail/, // Rejected mail
    /mail (?:was )?rejected/, // Mail was rejected
    /\bbounced\b/, // Your message bounced
    /^\[?bounce\b[^\w-]{0,3}(?:$|message|mail|notif|report)/, // Bounce message, [Bounce]
    /error sending your (?:mail|message)/, // Error sending your mail
    /not member article/, // FML: not member article from …
    /^request to mailing list .{1,80} rejected$/, // Mailman: Request to mailing list … rejected
    /postmaster notify/, // Lotus: Postmaster notify: …
    /(?:message|mail|post) (?:was |has )?not (?:been )?(?:posted|accepted)/, // Your message was not posted to …
    /mail failure/, // Mail failure
    /message (?:delivery|status|(?:you sent )?(?:was |has been )?(?:blocked|rejected)|not delivered|could not)/, // Message blocked, Message delivery failure
    /address not found/, // Address not found
    /^nd[nr]: /, // NDR: …, NDN: …
    /^rejected posting to /, // LISTSERV: Rejected posting to …
    /^message distribution: unauthori[sz]ed/, // Sympa: Message distribution: Unauthorized
  ],
  yours: [
    /(?<!\b(?:if|when|why|whenever|unless) )\byour (?:[\w-]{1,20} )?(?:e-?mails?|mails?|messages?|transmission|letter|post)\b/, // your message; not «if your message»
    /\b(?:message|e-?mail|mail) (?:that )?(?:you (?:have )?sent|to|for|from)\b/, // the message that you sent
    /\b(?:the|this|following) (?:message|e-?mail|mail) (?:can|could|was|has|is) ?n[o'’]t (?:be(?:en)? )?(?:deliver|sent|accept)/, // this message could not be delivered
  ],
  failed: [
    /unknown/, // User unknown
    /does ?n['’o]t/, // does not exist, doesn't like
    /not (?:exist|found|listed|recogni[sz]ed|known|available|accept|allowed|permitted|deliver|reach|a (?:valid|registered))/, // not found, not accepted
    /no (?:such|match|mailbox|longer|valid|MX|user|account|route|transport|answer|recipient)/, // no such user, no MX
    /invalid/, // invalid recipient
    /full\b/, // mailbox is full
    /quota/, // over quota
    /exceed/, // size exceeded
    /over (?:its|the|quota)/, // over its limit
    /disabled/, // account disabled
    /inactive/, // inactive
    /suspend/, // suspended
    /locked/, // locked, blocked
    /deactivated/, // deactivated
    /terminated/, // terminated
    /\bclosed/, // account closed
    /discontinued/, // discontinued
    /expired/, // expired
    /reject/, // rejected
    /refus/, // refused
    /denied/, // access denied
    /den(?:y|ies)/, // denies, deny
    /restricted/, // restricted
    /reached (?:a|the|your)[\w ]{0,20}limit/, // reached its limit
    /block/, // blocked
    /blacklist/, // blacklisted
    /spam/, // looks like spam
    /virus/, // contains a virus
    /time[d ]? ?out/, // timed out
    /unreachable/, // unreachable
    /unable/, // unable to deliver
    /fail(?:ed|ure|ing)/, // failed, failure
    /did(?: not|n['’]t) (?:respond|accept|answer)/, // did not respond
    /not responding/, // not responding
    /shut ?down/, // shut down
    /could(?: not|n['’]t)/, // could not be delivered
    /can ?not/, // cannot
    /can['’]t/, // can't
    /loop/, // mail loop
    /too (?:large|big|long|many)/, // too large, too many
    /hop count/, // hop count exceeded
    /unavailable/, // unavailable
    /lookup/, // lookup failed
    /malformed/, // malformed
    /undelivered because/, // undelivered because
    /incorrect/, // incorrect address
    /(?:space|room) not enough/, // space not enough
    /not enough (?:space|room)/, // not enough space
    /syntax error/, // syntax error
    /did(?: not|n['’]t) (?:exactly )?match/, // did not match
    /unrouteable/, // unrouteable address
    /giv(?:e|ing|en) up/, // given up
    /been in the queue/, // been in the queue too long
    /nonexist/, // nonexistent
    /non-exist/, // non-existent
  ],
  reasonLabels: [
    /reason/, // Reason: …
    /error(?: message)?/, // Error message: …
    /diagnostic(?: code)?/, // Diagnostic code: …
    /response/, // Response: …
    /because/, // because: …
    /details?/, // Details: …
  ],
  triesOn: [
    /advisory(?: (?:notice|e-?mail|message))? only/, // This is an advisory e-mail only
    /-only e-?mail/, // a warning-only e-mail
    /(?:additional|further) attempts to deliver/, // further attempts to deliver will be made
    /delivery attempts will/, // delivery attempts will continue
    /(?:will be|being) retried (?:for|until)/, // will be retried for 5 days
    /(?:has|have|was|were|been|is|are) (?:temporarily )?delayed/, // has been delayed
    /not yet been delivered/, // has not yet been delivered
    /will (?:be|keep|continue|try)[\w ]{0,20}(?:retr(?:y|ied)|trying|tried again|again)/, // will keep trying
    /still (?:being retried|trying|in the queue)/, // still being retried
    /could not (?:send|deliver) (?:message|your mail) for (?:the )?past/, // could not send message for the past 4 hours
    /temporary failure report/, // temporary failure report
  ],
  onlyWarns: [
    /delivery attempts will (?:be )?continue/, // delivery attempts will continue
    /warning (?:message )?only/, // warning message only
    /advisory notice only/, // advisory notice only
    /just a warning/, // just a warning
    /(?:will|to) continue to (?:attempt|try)/, // will continue to try
    /(?:do not|don't) need to re-?send/, // do not need to resend
  ],
  delayed: [
    /\bdelay(?:ed)?\b/, // Delivery delayed
    /^warning: (?:could not|message)/, // Warning: could not send message for past 4 hours
    /delayed mail/, // Delayed Mail
    /still being retried/, // still being retried
    /\bwarning\b.{0,80}\bhours?\b/, // Warning: … 4 hours
  ],
  gaveUp: [
    /(?:been )?in the queue too long/, // in the queue too long
    /retry time ?out exceeded/, // retry timeout exceeded
    /(?:could ?n['o]t|could not be|unable to|not) deliver(?:ed)?[\w ]{0,40} (?:for|in|within|after) (?:the (?:last |past )?)?\d+ ?(?:seconds?|minutes?|hours?|days?)/, // could not be delivered for 5 days
    /after (?:multiple|several|\d+|many) (?:retries|attempts|tries)/, // after several attempts
    /delivery failed \d+ attempts/, // Delivery failed 20 attempts
    /message (?:has )?expired/, // message expired
    /delivery time expired/, // delivery time expired
    /expired before/, // expired before it could be delivered
    /has not been collected/, // has not been collected
    /hosts have been failing for a long time/, // all hosts have been failing for a long time
    /maximum (?:queue|delivery) (?:time|lifetime)/, // maximum queue lifetime
    /retry time not reached for any host after a long failure/, // Exim: retry time not reached for any host after a long failure period
    /delivery attempts? (?:limit )?exceeded/, // delivery attempts exceeded
    /will be deleted from queue/, // Message will be deleted from queue
    /queue(?:d)? (?:time|lifetime) (?:expired|exceeded)/, // queue time expired
    /exceeded the (?:maximum )?(?:time|retry)/, // exceeded the maximum time
    /exceeded (?:the )?maximum (?:number of )?(?:delivery )?attempts/, // exceeded maximum delivery attempts
    /tr(?:y|ied|ying) to (?:deliver|send)[^\n]{0,80} for (?:the (?:last|past) )?\d+ (?:hours|days)/, // tried to deliver it for 3 days
  ],
  autoReplyTitles: [
    /out of (?:the )?office/, // out of office
    /auto(?:matic|mated)?[- ]?(?:reply|response|antwort)/, // Automatic reply, Auto-Response
    /auto ?: /, // AUTO: …
    /on vacation/, // on vacation
    /vacation/, // vacation
    /away from/, // away from my desk
    /i am away/, // I am away
  ],
  autoReplies: [
    /\bout of (?:the )?office\b/, // out of the office
    /\bautomatic reply\b/, // automatic reply
    /\bauto-?reply\b/, // auto-reply
    /\bautoresponder\b/, // autoresponder
  ],
  arrivalTitles: [
    /\b(?:mail|message|e-?mail)[\w ]{0,20} delivered\b/, // your message was delivered
    /^(?:message )?delivered\b/, // Delivered: …
    /^(?:relayed|expanded):/, // Exchange: Relayed: …
    /\((?:success|relay(?:ed)?|delivered)\)/, // Delivery Status Notification (Success)
    /delivery (?:confirmation|receipt|notification)/,
  ],
  arrivals: [
    /(?:was|were|has been|have been|is) (?:successfully )?(?:delivered|relayed)/, // was delivered
    /successfully (?:delivered|relayed)/,
    /delivery [^\n]{0,60}(?:is complete|was successful)/, // Delivery to these recipients is complete
    /message delivered/,
  ],
  sentOn: [/(?:begin )?forwarded message/, /original[- ]?message/],
});
