import { defineRules } from '../rule.ts';

/** What servers say of their own disks and of the session, in words that elsewhere speak of mailboxes and addresses. */
export default defineRules({
  kind: 'server',
  rules: [
    // A full disk of the server is not the mailbox's.
    [/\bmail ?system (?:storage |disk |space )?is full\b/i, 'system-error'],
    [
      /^(?!.*(?:mailbox|recipient|\buser|<address>|account|your message|quota)).*\b(?:out of|insufficient|not enough|no more|no free) disk space\b/i,
      'system-error',
    ],
    [
      /\bmailbox (?:access|lock(?:ing)?|read|write) (?:error|failure|failed)\b|\bspool (?:fail|error|write)/i,
      'system-error',
    ],
    [/Command died with status \S+ .{0,80}\bno such user\b/i, 'user-unknown'],
    [/\bmax(?:\.|imum)?(?: number of)? concurrent (?:sessions|connections)\b/i, 'rate-limited'],
    [/Client host rejected: .{0,60}(?:slow down|that many messages)/i, 'rate-limited'],
    // Postfix at DATA: a client that does not wait for answers, and a bounce to several, which no server sends.
    [/Data command rejected: .{0,40}pipelining/i, 'protocol'],
    [/Data command rejected: Multi-recipient bounce/i, 'sender-rejected'],
    [/\bpipelining\b|\bsynchroni[sz]ation error\b/i, 'protocol'],
    [/\btoo many recipients\b.{0,20}\b(?:this|per|last|an|each) (?:hour|day|minute)\b/i, 'rate-limited'],
    [
      /\bprimary relay\b|\bnot a known (?:TCP\/IP )?host\b|\b(?:find|locate) (?:the |a |any )?mail ?server\b/i,
      'routing',
    ],
    [
      /\bvalid MX\b.{0,20}\b(?:rcpt|recipient)(?:'s)? domain\b|\bdomain\b.{0,60}\bnot appear to be registered\b/i,
      'domain-unknown',
    ],
    // Postmark's and Mailjet's own lists.
    [
      /\bfound inactive addresses\b|\bexplicitly marked this message as spam\b|\bpre-?blocked\b|\bprevious(?:ly)? (?:reported |spam )?complain/i,
      'suppressed',
    ],
    [/\bchild process of \S+ transport\b(?!.*\b(?:user|quota|full)\b)/i, 'system-error'],
    // rustls, by which KumoMTA, Stalwart and others speak TLS.
    [/\binvalid peer certificate\b|\breceived fatal alert\b|\bno shared cipher\b/i, 'tls'],
    [/\bDNSSEC (?:validation|look-?up|signature)\b.{0,20}\b(?:fail\w*|bogus|error)/i, 'dns'],
    [/\bMX (?:0|<number>) \.(?:\s|$)/, 'null-mx'],
    [/\bmalformed (?:MIME|header|field|message|structure)\b/i, 'malformed'],
    [
      /\baddress must include (?:a )?host ?name\b|\blocal[- ]?part\b.{0,20}\b(?:unknown|not|invalid)\b/i,
      'user-unknown',
    ],
    [/\binternal (?:\w+ )?(?:exception|fault|failure)\b/i, 'system-error'],
    [
      /\bname ?servers?\b.{0,40}\b(?:not|never|no longer)\b.{0,10}\b(?:repl\w*|respond\w*|answer\w*|reachable)\b/i,
      'dns',
    ],
    [
      /\bno (?:known )?(?:route|path) (?:towards?|to|for|into) (?:the |this |that )?(?:mail|destination|domain|recipient|MX)/i,
      'routing',
    ],
    [/\btoo many (?:servers|relays|gateways|mail systems)\b|\b(?:circling|in circles)\b/i, 'loop'],
    [/\b(?:deferred|queued|undelivered|kept|held) for <duration>/i, 'expired'],
    [
      /\btoo many (?:soft |hard )?bounces\b|\b(?:earlier|previous|prior|past|former) (?:\w+ ){0,5}bounced\b/i,
      'suppressed',
    ],
    [/\blines?\b.{0,30}\blonger than\b/i, 'malformed'],
    // Domino: its disk file is the mailbox.
    [/\bremote system (?:is )?no longer respond/i, 'connection'],
    [/\bmail file (?:size|quota)\b|\bmail file\b.{0,30}\b(?:full|limit|maximum)\b/i, 'mailbox-full'],
    [/\bremote host\b.{0,20}\bis the local host\b/i, 'routing'],
    [
      /(?<!reverse (?:dns )?)\blook-?up (?:of|for) (?:the |an? )?(?:MX|DNS|domain|host)\b.{0,20}\b(?:timed out|time-?out|failed|failure)\b/i,
      'dns',
    ],
    [/\bpart after (?:the )?@/i, 'domain-unknown'],
    [/\balignment\b.{0,40}\b(?:fail\w*|missing|none)\b/i, 'dmarc-policy'],
    [/\bafter (?:an? |the )?(?:spam|abuse) (?:report|complaint)\b/i, 'suppressed'],
    [/\bonly from senders I\b|\bsenders? (?:that |whom? )?I(?:'ve| have) approved\b/i, 'challenge'],
    [/\b(?:malware|virus|trojan|worm) (?:was |has been )?(?:found|detected)\b/i, 'malware'],
    [/^(?!.*\b5\d\d\b).*\bunknown sender\b.{0,60}\b(?:again|re-?try)\b/i, 'greylisted'],
    [/\b(?:disk|partition|spool) of (?:the |our )?(?:mail ?)?server\b/i, 'system-error'],
    [
      /\b(?:directory|database|LDAP|back-?end)\b.{0,20}\b(?:can ?not|can't|could not) be (?:queried|reached|contacted|read)\b/i,
      'system-error',
    ],
    [/\bresolver\b.{0,20}\b(?:fail\w*|error|time-?out|timed out)/i, 'dns'],
    [/\b(?:HELO|EHLO) (?:host ?)?name\b.{0,20}\bis not\b/i, 'protocol'],
    [/\blimit of (?:the )?(?:number of )?recipients\b/i, 'too-many-recipients'],
    [
      /\b(?:delivery|retry) (?:period|window|time) (?:is |was |has )?(?:over|expired|exceeded|elapsed|ended)\b/i,
      'expired',
    ],
    [/\b(?:could|can) ?n[o']t open (?:an? )?(?:session|connection|socket)\b/i, 'connection'],
    [/\b(?:poor|bad|low) standing\b/i, 'ip-reputation'],
    [/\bscams?\b/i, 'spam-content'],
    [/\bnot know (?:anyone|anybody|any (?:such )?(?:person|user|recipient))\b/i, 'user-unknown'],
    // qmail's whole answer to a bare line feed is the address of a page about it.
    [/docs\/smtplf\b/i, 'malformed'],
    [/\bmultiple (?:From|Sender|Reply-To|Date) (?:header )?addresses\b/i, 'malformed'],
    [
      /\b(?:anti-?virus|virus scanner|scan(?:ning)? engine)\b.{0,30}\b(?:unavailable|not available|failed|failure|timed out|out of date)\b/i,
      'system-error',
    ],
    [/\bscanner (?:is )?overloaded\b/i, 'system-error'],
    [/\bMX records? .{0,30}\b(?:invalid|private|reserved|bogus) (?:IP )?address/i, 'routing'],
    [/\b(?:discarded|deleted|returned|removed) after (?:being |\w+ )?(?:queued|in (?:the )?queue) for\b/i, 'expired'],
    [/\bDNS (?:temporary failure|soft error)\b/i, 'dns'],
    [/\b(?:invalid|bad) (?:domain|host) ?name (?:given )?in (?:HELO|EHLO)\b/i, 'protocol'],
    [/\bsubject (?:line |header |field )?is (?:mandatory|required|missing|empty|blank)\b/i, 'malformed'],
    // qmail's file of the domains it takes, in whatever language the sentence is.
    [/\brcpthosts\b/i, 'relaying-denied'],
    // Whose domain it is stands in front of what is wrong with it.
    [
      /\breturn e-?mail (?:address|domain)\b|\bMX\b.{0,20}\byour FROM\b|\byour (?:mail )?from (?:address|domain)\b.{0,40}\b(?:MX|DNS|resolv\w+|exist)/i,
      'sender-rejected',
    ],
    [/\bSender ?ID \(?PRA\b/i, 'auth-failed'],
    [
      /\byou(?:'re| are) not (?:authori[sz]ed|allowed|permitted) to send (?:(?:e-?)?mails? |messages? )?(?:from|as) <address>/i,
      'sender-rejected',
    ],
    [/<address> (?:has |is )?(?:black|block|deny)-?list(?:ed|ing) <address>/i, 'sender-rejected'],
    [/\bsender domain is newly (?:registered|observed)\b/i, 'domain-blocked'],
    [/\bcomposite authentication\b/i, 'auth-failed'],
    [/\brecipient(?:'s)? (?:mailbox|account) (?:is |has been |was )?blocked\b/i, 'mailbox-disabled'],
    [/\bis not a protected domain\b/i, 'relaying-denied'],
    [
      /\bprotecting (?:myself|my (?:in|mail)box) from (?:receiving )?(?:junk|spam)|\bcomplete the verification\b/i,
      'challenge',
    ],
    [/\bno longer uses? (?:this|that) (?:e-?mail )?address\b/i, 'mailbox-disabled'],
    [/\btoo much recipients?\b/i, 'too-many-recipients'],
    [
      /\b(?:contains?|containing|with) (?:an? |the )?(?:prohibited|forbidden|disallowed|banned|blocked|suspicious|malicious) (?:URLs?|links?)\b/i,
      'link-blocked',
    ],
    [
      /\byour (?:server|host|IP|network|system|machine)(?: \S+)? (?:has been|was|is) (?:currently )?sending (?:out )?spam\b/i,
      'ip-blocked',
    ],
    [/\bmail from (?:this|your) (?:host|server|IP|network|machine) is\b/i, 'ip-blocked'],
    [/\b4\d\d\b.*\bnot yet known\b/i, 'greylisted'],
    [
      /\bpolicy (?:service|server) (?:timeout|timed out|failure)\b|\blocked by another (?:process|session|program)\b/i,
      'system-error',
    ],
    [/\bthis (?:kind|type|sort) of attachments?\b/i, 'malware'],
  ],
  sources: [
    { url: 'https://www.postfix.org/postconf.5.html', checked: '2026-11' },
    { url: 'https://cr.yp.to/docs/smtplf.html', checked: '2026-11' },
  ],
});
