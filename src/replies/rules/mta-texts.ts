import { defineRules } from '../rule.ts';

/** What mail servers say themselves: Postfix, Exim, sendmail, Exchange, qmail, PowerMTA, KumoMTA, OpenSMTPD, Courier, msmtp. */
export default defineRules({
  kind: 'server',
  rules: [
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
      /\b(?:database|back-?end|SQL|redis|storage (?:system|server)|directory server|scanner|milter)\b.{0,30}\b(?:unreachable|down|unavailable|offline|time-?out|timed out|not respond\w*|fail(?:ed|ure)?|error)\b/i,
      'system-error',
    ],
    [/\b(?:out of|no (?:more |free )?) ?inodes\b|\b(?:could|can) ?n[o']t spool\b/i, 'system-error'],
    [/\bp=(?:reject|quarantine)\b/i, 'dmarc-policy'],
    [/\balready (?:passed|been) (?:here|through)|Delivered-To (?:header )?(?:is )?(?:already )?present/i, 'loop'],
    [
      /\b(?:undeliver\w+|not (?:been )?delivered|no success|unsuccessful\w*|failed|tried|trying|retried|retrying)\b.{0,20}\b(?:for|after|in|within|over) (?:<duration>|<number> (?:days?|hours?)\b)/i,
      'expired',
    ],
    [
      /\b(?:wrong|bad|invalid|incorrect|unknown|missing|no) (?:user ?(?:name|id)? ?(?:or|and|\/) |log-?in (?:or|and) )?(?:password|credentials|log-?in)\b/i,
      'relaying-denied',
    ],
    [
      /\bconnection (?:was )?(?:dropped|closed|aborted) due to (?:a |an )?(?:\w*(?:socket|reset|time-?out|timedout|network|I\/O)\w*|\w*(?:Error|Reset|TimedOut)\b)/i,
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
      /\b(?:from|sender|sending|author|header|your)(?:'s)? domain\b.{0,30}\breputation|\breputation (?:of|for) (?:\w+ ){0,3}domain\b|\bdomain (?:<host>|\S+) (?:has|with) (?:an? )?(?:very )?(?:bad|poor|low|negative) (?:\w+ )?reputation/i,
      'domain-reputation',
    ],
    [/\b(?:bad|invalid|unknown|unresolvable|unroutable) return[- ]?path\b/i, 'sender-rejected'],
    [/\b(?:that|this|your|sender|sending) domain\b.{0,20}\b(?:not welcome|unwelcome|not wanted)\b/i, 'domain-blocked'],
    [
      /\bdomain has no (?:mail|MX)\b|\bdomain (?:name )?(?:is |was |has )?(?:not registered|unregistered|parked|expired|for sale|lapsed)\b/i,
      'domain-unknown',
    ],
    [
      /\b(?:return(?: |-)?(?:address|path)|envelope (?:sender|from)|bounce address|reply address)\b.{0,40}\b(?:could|can) ?n[o']t be (?:verified|reached|resolved)/i,
      'sender-rejected',
    ],
    [/\b(?:blacklist|blocklist|block|ban|bar)s? your domain\b/i, 'domain-blocked'],
    [/\bbody hash\b|\b(?:DKIM|signature)\b.{0,20}\bdid not (?:verify|validate|match)\b/i, 'auth-failed'],
    [/\bquota (?:for|of) (?:today|this (?:hour|day)|messages|mails|e-?mails|sending)\b/i, 'rate-limited'],
    [/\b(?:links?|URLs?|hyperlinks?)\b.{0,30}\b(?:phish\w*|malicious|malware)/i, 'link-blocked'],
    [
      /\byour (?:IPs?|server|host|network|(?:address|IP) range|subnet|provider)\b.{0,40}\bflagged\b|\bfrom (?:your|this|that) (?:\w+ )?(?:network|range|subnet|provider|region|country|ASN|address range)\b.{0,30}\b(?:closed|shut|barred|blocked|banned|prohibited|unwelcome|not (?:welcome|accepted|allowed))/i,
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
    // What was given up says so at its end, whatever was the last answer; qmail's «Giving up on 192.0.2.1» is none of these.
    [
      /giving up[.!]?$|could ?n[o']t (?:be )?deliver\w* (?:\w+ )?for the last|failed (?:after )?<number> (?:attempts|tries|times)|after (?:multiple|several|too many|<number>) (?:delivery )?(?:retries|attempts|tries)|message timeout|delivery expired|message too old|(?:time|lifetime|ttl)[- ]expired|(?:not|never) (?:been )?(?:collected|retrieved|picked up|delivered) (?:after|for|in|within) <duration>|within (?:the |its )?(?:allowed|allotted|configured) .{0,20}(?:period|time|limit)/i,
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
      /(?:scan\w*|quar\+notif) FAILED|SCANNERS FAILED|error in processing|connect to .{1,80}: Permission denied|errno=<number>|(?:can't|cannot) open mailbox|dot-?lock|Command died|Command time limit|error on maildir|cannot store document|SMTP not accepting (?!messages)/i,
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
      /No such file or directory|cannot (?:update|open|write|append|create|access|lock) |maildir delivery failed(?!.*\bquota)|user lookup error|Is a directory/i,
      'system-error',
    ],
    [/soft reject/i, 'greylisted'],
    [/credits exceeded|out of connection slots/i, 'rate-limited'],
    [
      /(?:invalid|bad|wrong|forged) (?:HELO|EHLO)|forg(?:ing|es|ed) (?:its |your |the )?(?:host ?name|helo)|Helo command rejected(?!.*block)|\bhelo\b.{0,20} denied/i,
      'protocol',
    ],
    // Said of the recipient; of the sender it is a verification that failed.
    [
      /^(?!.*(?:sender|callout|verification failed|return[- ]path|quota|\bfull\b|disabled)).*\b(?:user (?:is )?unknown|unknown user|no such user|user (?:does not|doesn't) exist)/i,
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
    [
      /^450\b.{20,160}(?:ocupad|occupat|occup[ée]|okupowan|zaj[ęe]t|besetzt|belegt|bezet|занят|obsazen)/i,
      'system-error',
    ],
    // A quoted reply tells more than the frame around it: only frames without one are listed here.
    [
      /^(?!.*\bsender).*null MX|(?:takes|accepts|receives) no (?:e-?)?mail\b|not capable to receive mail|^521 .{0,60}does not accept mail|does not accept mail \(nullMX\)|nullMX|no(?:t accept)? (?:e-?)?mail according to the administrator/i,
      'null-mx',
    ],
    [
      /loops back to myself|MX list for \S+ points back|mail loop|mail forwarding loop|loops? back to me|config error: mail loops|too many hops|(?:alias\w*|forward\w*)(?:\/\w+)? loop|hop count exceeded|exceeded (?:the )?max(?:imum)? hop count|message is looping|(?:message|mail) looping|looping (?:message|mail)|too many "?received"? headers|already has my Delivered-To|routing loop|MailLoop|maximum forwarding loop|loop count exceeded/i,
      'loop',
    ],
    [
      /(?:maximum|max) (?:number of )?(?:delivery )?(?:attempts|retries)|(?:retries|retry limit|attempts) exceeded|retry timeout(?! for)|retry time not reached for any host after a long failure|message expired|queue (?:lifetime|too long)|in the queue too long|unreachable for too long|delivery (?:time )?expired|expired after|could not be delivered (?:for|within|in) |has been frozen|bounce-queue expir|unable to deliver (?:message )?(?:in|for|after) <duration>|message timeout exceeded/i,
      'expired',
    ],
    [
      /rejected MAIL FROM|Sender address rejected: (?:Domain|undeliverable|unverified|not logged|not owned|access)|Domain of sender|\bsender(?:'s)? (?:mail ?)?domain.{0,20}(?:exist|resolv|not found|invalid|unknown)|\bfrom:? ?domain must|Sender verif(?:y|ication) (?:failed|callout)|Postmaster verification failed|allowed to send .{0,20}as (?:the |this )?(?:domain|sender)|(?:callout )?Verification failed(?: for|:)/i,
      'sender-rejected',
    ],
    [
      /reverse[ -]?DNS|reverse host ?name lookup|IP name lookup failed|Sender IP must resolve|\brDNS\b|\bPTR\b|(?:cannot|can't|could not|unable to) find your (?:reverse )?host ?nam/i,
      'ptr',
    ],
    // TLS
    [
      /Must issue a STARTTLS|STARTTLS (?:is )?required|(?:TLS|encryption) (?:is )?required|requires? (?:TLS|encryption|STARTTLS)|Server certificate not (?:trusted|verified)|certificate verification failed|Cannot start TLS|TLS (?:is required|not available|currently unavailable|negotiation)|TLS session|SSL_(?:connect|accept)|handshake fail|TLS handshake|HandshakeFailure|SSL (?:routines|error|handshake)|TLS error|\bTLSA\b|\bDANE\b|STS policy|MTA-STS|no shared cipher|TLS library problem|alert bad certificate|wrong version number|OpportunisticInsecure|self[- ]signed certificate|certificate (?:has )?expired|STARTTLS (?:failed|failure|error|not (?:available|advertised|offered|supported))|(?:not|n't) support (?:TLS|STARTTLS|encryption)|offered TLS.{0,30}(?:fail|error)|TLS.{0,30}(?:fail|required by)/i,
      'tls',
    ],
    // DNS
    [/invalid MX record/i, 'dns'],
    [
      /Host or domain name not found\. Name service error for name=\S+ type=(?:MX|A|AAAA):? Host not found, try again/i,
      'dns',
    ],
    [
      /Host or domain name not found|Name service error.{0,80}(?:Host not found(?!, try)|Domain not found)|couldn't find any host (?:named|by that name)|no such (?:host|domain)|domain (?:name )?(?:not found|does ?n[o']t exist|unknown)|NXDOMAIN|unrouteable mail domain|unknown (?:mail )?(?:host|domain)|host(?: ?name)? (?:is )?unknown|bad destination system|(?:invalid|no valid) (?:recipient )?domain(?: name)?\b|Name or service not known|invalid host ?name|no data record of requested type|\bno (?:DNS )?\S*-?data returned|non-?exist[ae]nt domain|no MX or A record|(?:not found|no data) (?:by|in) dns|not found in DNS|\bdomain (?:name )?(?:\S+ )?(?:was not|wasn't|is not|isn't|could ?n[o']t be|could not be|can ?not be|can't be) (?:found|resolved|located)|no MX (?:records? |hosts? )?(?:record|for|found|exists?)|MX (?:record )?not found|domain name (?:of|in) .{0,30}(?:not valid|invalid)|(?:invalid|unknown|bad|non-?existent) (?:destination|target) domain|DNS hard error|not have any mail exchanger|Mail server for <?"?\S+"?>? unreachable/i,
      'domain-unknown',
    ],
    [
      /name server time-?out|temporary failure (?:in|of|during) (?:\w+ )?(?:look-?up|resolution)|(?:send to|contact|reach|query) (?:the )?name ?server|Malformed or unexpected name server reply|Name service error|Host not found, try again|Host name lookup failure|SERVFAIL|server misbehaving|DNS (?:lookup |query |resolv\w+ |server )?(?:error|failure|timeout|failed|problem|resolution)|could not resolve|temporary (?:name|DNS) (?:resolution|lookup)|(?:DNS|host|name|MX) lookup (?:failure|failed|defer)|host lookup did not complete|unable to (?:resolve|lookup)|failed to resolve|CNAME lookup failed|DNS soft error|resolver error/i,
      'dns',
    ],
    [
      /unroute?able (?:recipient )?address|characters? in (?:the )?(?:e-?mail |recipient )?(?:address|local[- ]?part)/i,
      'user-unknown',
    ],
    [
      /all relevant MX records point to non-existent hosts|no (?:usable|valid) MX|MX (?:records? )?(?:point|resolves?).{0,40}(?:non-?existent|localhost|loopback|private)|all MX records point to|lowest numbered MX record points to local host|unable to route|no route (?:found|for)|cannot route|(?:could|can) ?not find (?:a |any )?(?:gateway|route|path)|Address family .{0,40}(?:not supported|mismatch)|no mail hosts? for domain|mail for \S+ loops/i,
      'routing',
    ],
    // The way there
    [
      /retry time not reached|connect to .{1,80}: (?:Connection|No route|Network|Operation)|Connection (?:timed out|reset|lost|aborted|was (?:dropped|reset|closed))|^(?!(?:\S+; ?)?5\d\d ).*Connection (?:refused|dropped|closed)(?! (?:due|because|by pol))|greeting failed|connection .{0,40} is broken|No route to host|Network (?:is )?unreachable|host (?:is )?(?:unreachable|not reachable)|lost connection|conversation with .{1,80} timed out|timed out while|Operation timed out|timeout (?:exceeded|while|waiting|after|- closing)|Unable to connect|could not connect|can ?not connect to|couldn't connect|failed to connect|Deferred: (?:Connection|Operation)|wasn't able to establish an SMTP connection|Broken pipe|remote (?:host|server) (?:closed|dropped|not respond)|SMTP timeout|no answer from host|did not (?:respond|answer)|unexpected (?:disconnect|EOF|response)|Remote end closed|read (?:error|timeout)|write (?:error (?:over|on|to|in)|timeout)|socket (?:error|closed)|connection (?:error|failure|attempt failed|could not be)|premature(?:ly)? (?:closed|end)|Idle timeout|error reading from remote|\bno (?:MXs?|mail \w+|(?:mail )?hosts?|servers?)\b.{0,40}\bc(?:ould|an) be (?:reached|contacted)|\b(?:MXs?|hosts?|servers?|exchangers?)\b.{0,20}\b(?:could not|cannot|can't) be (?:reached|contacted)|network error|I\/O error|server has closed the connection|no connection could be made/i,
      'connection',
    ],
    // Local delivery, and the machine itself
    [
      /mail system (?:is )?full|insufficient (?:system |disk )(?:storage|resources|space)|disk (?:is )?full|No space left|queue file (?:write|size)/i,
      'system-error',
    ],
    [/\bCommand output:.{0,80}\bover ?quota\b/i, 'mailbox-full'],
    [
      /unknown mailer error|procmail: (?:Couldn't|Lock|Error)|can't create (?:user )?output(?!.*\bquota)|temporary (?:\w+ )?failure\b(?! (?:in|of|during) (?:\w+ )?(?:look-?up|resolution))|local error|configuration (?:error|problem|issue|fault)|(?:error|problem) in .{0,20}configuration|Local delivery failed|transport (?:error|unavailable)|mail transport unavailable|delivery temporarily suspended|alias database unavailable|internal (?:server |system |software )?(?:error|failure)|Service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)(?:\W*$|(?= ?(?:[-,;] ?)?(?:please |kindly )?(?:(?:re)?try|closing|and (?:the )?(?:connection|channel))))|Relay Server Not Ready|server (?:is |was )?(?:temporarily |currently )?(?:not available|unavailable|too busy|overloaded|busy)|can ?not (?:open|create|write|read) (?:\S+ ){0,3}file|unable to (?:contact|connect to) LDAP|System config|System not accepting|Server shutting down|System is (?:busy|overloaded)|trouble in home directory|queue file write error|Unable to (?:open|read|write)|Resources? (?:temporarily |currently )?unavailable|temporar(?:y|il) (?:system|server|local) (?:problem|error|failure)|Temporarily unable to process|recipient deferred because there is no Mdb|could not be (?:verified|completed)(?: at this time)?|callout (?:could not|timed)|Address verification in progress|Temporary lookup failure|DRD for domain/i,
      'system-error',
    ],
  ],
  sources: [
    { url: 'https://www.postfix.org/postconf.5.html', checked: '2026-11' },
    { url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/', checked: '2026-11' },
    { url: 'https://cr.yp.to/proto/qsbmf.txt', checked: '2026-11' },
  ],
});
