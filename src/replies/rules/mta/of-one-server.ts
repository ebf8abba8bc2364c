import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Words that are one server’s or one library’s own, and those that name whose fault it is. */
export const ofOneServer: readonly Rule[] = [
  // Postfix's cleanup(8), where an alias leads on without an end.
  [/unreasonable \w{1,64} map (?:expansion size|nesting)/i, 'system-error'],
  [/client TLS configuration problem/i, 'tls'],
  [/File too large|(?:message|mail) size (?:violat|restrict)/i, 'message-too-large'],
  // RFC 3463's own words for what nobody knows more of.
  [/other or undefined network or routing/i, 'connection'],
  [/other or undefined protocol/i, 'protocol'],
  [/other or undefined mail system/i, 'system-error'],
  [
    /(?:not enough|insufficient|no|out of) (?:free |disk )*space on (?:the )?(?:\w+ )?(?:disk|device|server)/i,
    'system-error',
  ],
  [/best-preference MX/i, 'routing'],
  // Brevo’s, and Momentum’s, where none of the hosts could be reached.
  [/unable to find (?:an? |any )?MX\b/i, 'domain-unknown'],
  [/no recipient servers available/i, 'connection'],
  // amavis names what it found by the pattern it had.
  [/\bbanned (?:names?|files?|file ?types?|extensions?|attachments?|parts?)\b/i, 'malware'],
  // Netscape's Messaging Server, and Exchange's oldest.
  [/destination computer was not found/i, 'domain-unknown'],
  [/\be-?mail (?:system|server)\b.{0,20}\b(?:did|does|is) ?(?:not|n['’]t) respond/i, 'connection'],
  [/\bhas restricted (?:SMS )?e-?mail\b/i, 'policy'],
  [/syntax error was detected in the content of the message/i, 'malformed'],
  [/postal address was incorrect/i, 'user-unknown'],
  [/\bmail ?file\b.{0,20}\b(?:full|exceed\w*|over)\b/i, 'mailbox-full'],
  // In a list of recipients the address stands in front of what is said of its host.
  [/^<address>\W{1,3}(?:host|domain)(?: ?name)? (?:was )?(?:not found|unknown)\b/i, 'domain-unknown'],
  // hMailServer's words, with advice to look at the address below them.
  [/no mail servers appear to exists? for/i, 'domain-unknown'],
  [/\bno (?:answer|response|reply) from .{0,30}\bname ?servers?\b/i, 'dns'],
  [/\b(?:is|are) (?:re)?starting\b/i, 'system-error'],
  // msmtp's words about the one server it hands everything to, which is nobody's address.
  [/^cannot locate host /i, 'dns'],
  [/^the server sent an empty reply/i, 'connection'],
  // Node's names for what went wrong.
  [/\bE(?:CONN(?:RESET|REFUSED|ABORTED|ECTION)|TIMEDOUT|HOSTUNREACH|NETUNREACH|PIPE|SOCKET)\b/, 'connection'],
  [/\bEAI_AGAIN\b/, 'dns'],
  [/\bENOTFOUND\b/, 'domain-unknown'],
  [
    /\bcertificate\b.{0,40}\b(?:wrong|mismatch\w*|expired|invalid|untrusted|name|host ?name)\b|\bonly (?:\w+ )?(?:TLS|SSL)\b/i,
    'tls',
  ],
  [/\bclam(?:av|d|scan)\b.{0,20}\b(?:found|detected)\b|\bexecutable (?:content|code|files?)\b/i, 'malware'],
  [/\bsender\b.{0,30}null MX/i, 'sender-rejected'],
  [
    inTurn(
      /\b/i,
      /database|back-?end|SQL|redis|storage (?:system|server)|directory server|scanner|milter/i,
      /\b.{0,30}\b/i,
      /unreachable|down|unavailable|offline|time-?out|timed out|not respond\w*|fail(?:ed|ure)?|error/i,
      /\b/i,
    ),
    'system-error',
  ],
  [/\b(?:out of|no (?:more |free )?) ?inodes\b|\b(?:could|can) ?n[o']t spool\b/i, 'system-error'],
  [/\bp=(?:reject|quarantine)\b/i, 'dmarc-policy'],
  [/\balready (?:passed|been) (?:here|through)|Delivered-To (?:header )?(?:is )?(?:already )?present/i, 'loop'],
  [
    inTurn(
      /\b/i,
      oneOf(
        /undeliver\w+|not (?:been )?delivered|no success|unsuccessful\w*|failed|tried|trying|retried/i,
        /retrying/i,
      ),
      /\b.{0,20}\b(?:for|after|in|within|over) (?:<duration>|<number> (?:days?|hours?)\b)/i,
    ),
    'expired',
  ],
  [
    inTurn(
      /\b(?:wrong|bad|invalid|incorrect|unknown|missing|no) (?:user ?(?:name|id)? ?(?:or|and|\/) |log-?in (?:or|and) )?/i,
      /(?:password|credentials|log-?in)\b/i,
    ),
    'relaying-denied',
  ],
  [
    inTurn(
      /\bconnection (?:was )?(?:dropped|closed|aborted) due to (?:a |an )?/i,
      /\w*(?:socket|reset|time-?out|timedout|network|I\/O)\w*|\w*(?:Error|Reset|TimedOut)\b/i,
    ),
    'connection',
  ],
  [/\bhop count|\bmaximum hops?\b/i, 'loop'],
  [/^(?:\w+; ?)?(?:[45][\d.]+[- ]+)*(?:the )?message (?:has )?timed out/i, 'expired'],
  [
    /\b(?:MX|DNS|A|AAAA|TXT) (?:record )?(?:look-?up|quer(?:y|ies)|resolution|request)s?\b.{0,20}\b(?:timed out|time-?out|SERVFAIL|refused)/i,
    'dns',
  ],
  [/\b530\b.{0,60}\bSTARTTLS\b/, 'tls'],
  // SendGrid, whatever it names after it.
  [/unable to get mx info/i, 'dns'],
  // Courier, of the domain in MAIL FROM.
  [/\b517[ -]Domain does not exist/i, 'sender-rejected'],
  [/\bsender ?scores?\b|\bSBRS\b/i, 'ip-reputation'],
  [/(?<!\bIP ?\/ ?)\bdomain reputation\b/i, 'domain-reputation'],
  [
    oneOf(
      /\b(?:from|sender|sending|author|header|your)(?:'s)? domain\b.{0,30}\breputation/i,
      /\breputation (?:of|for) (?:\w+ ){0,3}domain\b/i,
      /\bdomain (?:<host>|\S+) (?:has|with) (?:an? )?(?:very )?(?:bad|poor|low|negative) (?:\w+ )?reputation/i,
    ),
    'domain-reputation',
  ],
  [/\b(?:bad|invalid|unknown|unresolvable|unroutable) return[- ]?path\b/i, 'sender-rejected'],
  [/\b(?:that|this|your|sender|sending) domain\b.{0,20}\b(?:not welcome|unwelcome|not wanted)\b/i, 'domain-blocked'],
  [
    /\bdomain has no (?:mail|MX)\b|\bdomain (?:name )?(?:is |was |has )?(?:not registered|unregistered|parked|expired|for sale|lapsed)\b/i,
    'domain-unknown',
  ],
  [
    inTurn(
      /\b/i,
      /return(?: |-)?(?:address|path)|envelope (?:sender|from)|bounce address|reply address/i,
      /\b.{0,40}\b(?:could|can) ?n[o']t be (?:verified|reached|resolved)/i,
    ),
    'sender-rejected',
  ],
  [/\b(?:blacklist|blocklist|block|ban|bar)s? your domain\b/i, 'domain-blocked'],
  [/\bbody hash\b|\b(?:DKIM|signature)\b.{0,20}\bdid not (?:verify|validate|match)\b/i, 'auth-failed'],
  [/\bquota (?:for|of) (?:today|this (?:hour|day)|messages|mails|e-?mails|sending)\b/i, 'rate-limited'],
  [/\b(?:links?|URLs?|hyperlinks?)\b.{0,30}\b(?:phish\w*|malicious|malware)/i, 'link-blocked'],
  [
    oneOf(
      /\byour (?:IPs?|server|host|network|(?:address|IP) range|subnet|provider)\b.{0,40}\bflagged\b/i,
      inTurn(
        /\bfrom (?:your|this|that) (?:\w+ )?/i,
        /network|range|subnet|provider|region|country|ASN|address range/i,
        /\b.{0,30}\b/i,
        /closed|shut|barred|blocked|banned|prohibited|unwelcome|not (?:welcome|accepted|allowed)/i,
      ),
    ),
    'ip-blocked',
  ],
  [
    /\b(?:recipient|user|addressee) (?:has |have )?(?:blocked|banned|blacklisted) (?:you\b|your |this sender)/i,
    'sender-rejected',
  ],
  // rspamd's greylisting, and nothing else of it.
  [/^(?:\w+; ?)?451 4\.7\.1 Try again later\.?$/i, 'greylisted'],
  [/due to (?:an? )?(?:\w+ )?connection (?:problem|error|failure|issue)/i, 'connection'],
  [/(?:queue|mail ?flow) (?:has been |is |was )?(?:stopped|paused|suspended)|unable to queue/i, 'system-error'],
];
