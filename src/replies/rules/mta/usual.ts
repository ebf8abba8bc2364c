import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** What every mail server says in words of its own: loops, retries, senders, TLS, DNS. */
export const usual: readonly Rule[] = [
  // A quoted reply tells more than the frame around it: only frames without one are listed here.
  [
    oneOf(
      /^(?!.*\bsender).*null MX|(?:takes|accepts|receives) no (?:e-?)?mail\b|not capable to receive mail/i,
      /^521 .{0,60}does not accept mail|does not accept mail \(nullMX\)|nullMX/i,
      /no(?:t accept)? (?:e-?)?mail according to the administrator/i,
    ),
    'null-mx',
  ],
  [
    oneOf(
      /loops back to myself|MX list for \S+ points back|mail loop|mail forwarding loop|loops? back to me/i,
      /config error: mail loops|too many hops|(?:alias\w*|forward\w*)(?:\/\w+)? loop|hop count exceeded/i,
      /exceeded (?:the )?max(?:imum)? hop count|message is looping|(?:message|mail) looping/i,
      /looping (?:message|mail)|too many "?received"? headers|already has my Delivered-To|routing loop/i,
      /MailLoop|maximum forwarding loop|loop count exceeded/i,
    ),
    'loop',
  ],
  [
    oneOf(
      /(?:maximum|max) (?:number of )?(?:delivery )?(?:attempts|retries)/i,
      /(?:retries|retry limit|attempts) exceeded|retry timeout(?! for)/i,
      /retry time not reached for any host after a long failure|message expired/i,
      /queue (?:lifetime|too long)|in the queue too long|unreachable for too long/i,
      /delivery (?:time )?expired|expired after|could not be delivered (?:for|within|in) |has been frozen/i,
      /bounce-queue expir|unable to deliver (?:message )?(?:in|for|after) <duration>/i,
      /message timeout exceeded/i,
    ),
    'expired',
  ],
  [
    oneOf(
      /rejected MAIL FROM/i,
      /Sender address rejected: (?:Domain|undeliverable|unverified|not logged|not owned|access)/i,
      /Domain of sender/i,
      /\bsender(?:'s)? (?:mail ?)?domain.{0,20}(?:exist|resolv|not found|invalid|unknown)/i,
      /\bfrom:? ?domain must|Sender verif(?:y|ication) (?:failed|callout)|Postmaster verification failed/i,
      /allowed to send .{0,20}as (?:the |this )?(?:domain|sender)/i,
      /(?:callout )?Verification failed(?: for|:)/i,
    ),
    'sender-rejected',
  ],
  [
    oneOf(
      /reverse[ -]?DNS|reverse host ?name lookup|IP name lookup failed|Sender IP must resolve|\brDNS\b/i,
      /\bPTR\b|(?:cannot|can't|could not|unable to) find your (?:reverse )?host ?nam/i,
    ),
    'ptr',
  ],
  // TLS
  [
    oneOf(
      /Must issue a STARTTLS|STARTTLS (?:is )?required|(?:TLS|encryption) (?:is )?required/i,
      /requires? (?:TLS|encryption|STARTTLS)|Server certificate not (?:trusted|verified)/i,
      /certificate verification failed|Cannot start TLS/i,
      /TLS (?:is required|not available|currently unavailable|negotiation)|TLS session/i,
      /SSL_(?:connect|accept)|handshake fail|TLS handshake|HandshakeFailure/i,
      /SSL (?:routines|error|handshake)|TLS error|\bTLSA\b|\bDANE\b|STS policy|MTA-STS|no shared cipher/i,
      /TLS library problem|alert bad certificate|wrong version number|OpportunisticInsecure/i,
      /self[- ]signed certificate|certificate (?:has )?expired/i,
      /STARTTLS (?:failed|failure|error|not (?:available|advertised|offered|supported))/i,
      /(?:not|n't) support (?:TLS|STARTTLS|encryption)|offered TLS.{0,30}(?:fail|error)/i,
      /TLS.{0,30}(?:fail|required by)/i,
    ),
    'tls',
  ],
  // DNS
  [/invalid MX record/i, 'dns'],
  [
    /Host or domain name not found\. Name service error for name=\S+ type=(?:MX|A|AAAA):? Host not found, try again/i,
    'dns',
  ],
  [
    oneOf(
      /Host or domain name not found/i,
      /Name service error.{0,80}(?:Host not found(?!, try)|Domain not found)/i,
      /couldn't find any host (?:named|by that name)|no such (?:host|domain)/i,
      /domain (?:name )?(?:not found|does ?n[o']t exist|unknown)|NXDOMAIN|unrouteable mail domain/i,
      /unknown (?:mail )?(?:host|domain)|host(?: ?name)? (?:is )?unknown|bad destination system/i,
      /(?:invalid|no valid) (?:recipient )?domain(?: name)?\b|Name or service not known/i,
      /invalid host ?name|no data record of requested type|\bno (?:DNS )?\S*-?data returned/i,
      /non-?exist[ae]nt domain|no MX or A record|(?:not found|no data) (?:by|in) dns|not found in DNS/i,
      inTurn(
        /\bdomain (?:name )?(?:\S+ )?/i,
        /was not|wasn't|is not|isn't|could ?n[o']t be|could not be|can ?not be|can't be/i,
        / (?:found|resolved|located)/i,
      ),
      /no MX (?:records? |hosts? )?(?:record|for|found|exists?)|MX (?:record )?not found/i,
      /domain name (?:of|in) .{0,30}(?:not valid|invalid)/i,
      /(?:invalid|unknown|bad|non-?existent) (?:destination|target) domain|DNS hard error/i,
      /not have any mail exchanger|Mail server for <?"?\S+"?>? unreachable/i,
    ),
    'domain-unknown',
  ],
  [
    oneOf(
      /name server time-?out|temporary failure (?:in|of|during) (?:\w+ )?(?:look-?up|resolution)/i,
      /(?:send to|contact|reach|query) (?:the )?name ?server|Malformed or unexpected name server reply/i,
      /Name service error|Host not found, try again|Host name lookup failure|SERVFAIL|server misbehaving/i,
      /DNS (?:lookup |query |resolv\w+ |server )?(?:error|failure|timeout|failed|problem|resolution)/i,
      /could not resolve|temporary (?:name|DNS) (?:resolution|lookup)/i,
      /(?:DNS|host|name|MX) lookup (?:failure|failed|defer)|host lookup did not complete/i,
      /unable to (?:resolve|lookup)|failed to resolve|CNAME lookup failed|DNS soft error|resolver error/i,
    ),
    'dns',
  ],
  [
    /unroute?able (?:recipient )?address|characters? in (?:the )?(?:e-?mail |recipient )?(?:address|local[- ]?part)/i,
    'user-unknown',
  ],
  [
    oneOf(
      /all relevant MX records point to non-existent hosts|no (?:usable|valid) MX/i,
      /MX (?:records? )?(?:point|resolves?).{0,40}(?:non-?existent|localhost|loopback|private)/i,
      /all MX records point to|lowest numbered MX record points to local host|unable to route/i,
      /no route (?:found|for)|cannot route|(?:could|can) ?not find (?:a |any )?(?:gateway|route|path)/i,
      /Address family .{0,40}(?:not supported|mismatch)|no mail hosts? for domain|mail for \S+ loops/i,
    ),
    'routing',
  ],
];
