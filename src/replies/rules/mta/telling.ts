import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** What tells more than the words that stand beside it in the same reply. */
export const telling: readonly Rule[] = [
  // What was given up says so at its end, whatever was the last answer; qmail's «Giving up on 192.0.2.1» is none of these.
  [
    oneOf(
      /giving up[.!]?$|could ?n[o']t (?:be )?deliver\w* (?:\w+ )?for the last/i,
      /failed (?:after )?<number> (?:attempts|tries|times)/i,
      /after (?:multiple|several|too many|<number>) (?:delivery )?(?:retries|attempts|tries)/i,
      /message timeout|delivery expired|message too old|(?:time|lifetime|ttl)[- ]expired/i,
      /(?:not|never) (?:been )?(?:collected|retrieved|picked up|delivered) (?:after|for|in|within) <duration>/i,
      /within (?:the |its )?(?:allowed|allotted|configured) .{0,20}(?:period|time|limit)/i,
    ),
    'expired',
  ],
  // A server that has no place, and one that takes nobody: «Service not available» stands beside either.
  [/too many (?:\w+ ){0,2}(?:connections|sessions)\b/i, 'rate-limited'],
  [/\btried all (?:MXs?|hosts)\b/i, 'connection'],
  [/\b(?:user|sender) (?:is )?in (?:the |our )?blacklist/i, 'sender-rejected'],
  // Brevo’s, of addresses it does not try.
  [/^blocked ?: due to (?:blacklist(?:ed)?|unsubscribed) user/i, 'suppressed'],
  [/\b(?:denied|refused|rejected|blocked),? based on (?:the )?(?:relay|client|IP|host)\b/i, 'ip-blocked'],
  [/^(?!.*spam).*\brelay(?:ing\)?)? (?:access )?(?:is )?(?:denied|not permitted|not allowed)/i, 'relaying-denied'],
  [/^(?!.*(?:sender|verification failed)).*account or domain may not exist/i, 'user-unknown'],
  [/no (?:smtp|mail) (?:servers?|hosts?) (?:were |was |are |is )?(?:available|reachable)/i, 'connection'],
  [/\bhost does not accept mail/i, 'null-mx'],
  [/administrator bounced|bounced by (?:an? |the )?administrator/i, 'policy'],
  // Postfix's own checks, where nobody wrote down why.
  [/^discarded by (?:a milter|(?:header|body)_checks)$/, 'policy'],
  [/^bad content$|(?:fail|trigger|match)\w* .{0,30}\banti-?spam\b/i, 'spam-content'],
  [
    /Message rejected: Address blacklisted|has been rejected .{0,80}within the last <duration>|known to bounce/i,
    'suppressed',
  ],
  [/try again slower|slow down|back-?off mode/i, 'rate-limited'],
  [/SMTP not accepting messages|\bip in (?:prison|jail)/i, 'ip-blocked'],
  [/(?:recipient|receiver|user).{0,20} do(?:es)?(?: not|[n']{1,3}t) want your (?:e-?)?(?:mail|message)/i, 'policy'],
  // Guessed addresses: for now, the rate of one session; for good, the address that sends.
  [/\b4\d\d\b.*too many (?:unknown|invalid|bad|wrong) (?:rcpt|recipients?|users?|address)/i, 'rate-limited'],
  [/(?:too many|exceeded) (?:unknown|invalid|bad|wrong) (?:rcpt|recipients?|users?|address)/i, 'ip-blocked'],
  [/(?:too much|too many|excessive) spams? from (?:this|your) (?:ip|address|network)/i, 'ip-reputation'],
  [/\b4\d\d\b.*(?:account|mailbox|recipient) (?:is )?temporarily (?:unavailable|not available)/i, 'system-error'],
  [/will not accept (?:delivery of )?this message/i, 'policy'],
  [/no (?:recipient |user )?activity\b|log ?in to (?:enable|activate|re-?activate)/i, 'mailbox-disabled'],
  [/number of \W?received\b|received:?\W{0,2}(?: DATA)? headers? exceed/i, 'loop'],
  [/do(?:es)?(?:n't|n['’]t exist| not exist) or\b/i, 'user-unknown'],
  [/^(?:<\w+>)?:?\s*454\b.{0,12}(?:temporary )?authentication fail/i, 'system-error'],
  [/openspf\.(?:org|net|com)/i, 'auth-failed'],
  [/temporary failure\. Command output(?!.*quota)|connect to .{1,30} daemon/i, 'system-error'],
  [
    oneOf(
      /(?:scan\w*|quar\+notif) FAILED|SCANNERS FAILED|error in processing/i,
      /connect to .{1,80}: Permission denied|errno=<number>|(?:can't|cannot) open mailbox|dot-?lock/i,
      /Command died|Command time limit|error on maildir|cannot store document/i,
      /SMTP not accepting (?!messages)/i,
    ),
    'system-error',
  ],
  // Exim's own faults, and Postfix's restriction without a reason.
  [/failed to (?:expand|open)|Permission denied \(|never_users/i, 'system-error'],
  [/remote domains not supported/i, 'relaying-denied'],
  [/connect to <host>\[<ip>\](?::<number>)?: |(?:remote|host)\b.{0,60} closed (?:the )?connection/i, 'connection'],
  // Nothing but its name: the greeting of a gateway that does not talk to this address.
  [/(?:dictionary|directory|harvest)\w*(?: harvest)? attack|harvesting/i, 'ip-blocked'],
  [/\b554[ -]<host>\W*(?:#SMTP#)?$/i, 'ip-blocked'],
  [/Data command rejected/i, 'policy'],
  [
    /\bdis[ck] quota|\bEXDISKQUOTA|\b(?:does not|doesn't) have (?:enough|sufficient) (?:space|storage)/i,
    'mailbox-full',
  ],
  [/have been failing for a long time|^too old$/i, 'expired'],
  [/\[internal\] (?:domain lookup failed|no MX or A)/i, 'domain-unknown'],
  [/HELO invalid|line limit exceeded/i, 'protocol'],
  [
    oneOf(
      /No such file or directory|cannot (?:update|open|write|append|create|access|lock) /i,
      /maildir delivery failed(?!.*\bquota)|user lookup error|Is a directory/i,
    ),
    'system-error',
  ],
  [/soft reject/i, 'greylisted'],
  [/credits exceeded|out of connection slots/i, 'rate-limited'],
  [
    oneOf(
      /(?:invalid|bad|wrong|forged) (?:HELO|EHLO)/i,
      /forg(?:ing|es|ed) (?:its |your |the )?(?:host ?name|helo)|Helo command rejected(?!.*block)/i,
      /\bhelo\b.{0,20} denied/i,
    ),
    'protocol',
  ],
  // Said of the recipient; of the sender it is a verification that failed.
  [
    inTurn(
      /^(?!.*(?:sender|callout|verification failed|return[- ]path|quota|\bfull\b|disabled)).*\b/i,
      /user (?:is )?unknown|unknown user|no such user|user (?:does not|doesn't) exist/i,
    ),
    'user-unknown',
  ],
  [
    /might be disabled, full|recipient (?:validation|verif\w+)(?: \w+){0,3} (?:fail|problem|error)|invalid\/inactive user/i,
    'user-unknown',
  ],
  [/SASL authentication failed/i, 'relaying-denied'],
  [/mailbox (?:is )?busy/i, 'system-error'],
  [/\b(?:TLS|SSL|certificate)\b.{0,20}\b(?:verif\w+|validat\w+) (?:failed|failure|error)/i, 'tls'],
  // RFC 5321's sentence for 450 in other languages: «mailbox busy or temporarily blocked for policy reasons»
  [/^450\b.{20,160}(?:ocupad|occupat|occup[ée]|okupowan|zaj[ęe]t|besetzt|belegt|bezet|занят|obsazen)/i, 'system-error'],
];
