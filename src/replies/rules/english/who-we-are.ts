import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Who we are: listed, unauthenticated, without a name, no customer. */
export const whoWeAre: readonly Rule[] = [
  [/^(?!.*\bIPs?\b).*(?:blocked|rejected|refused) by (?:the |this )?(?:recipient|user)\b/i, 'policy'], // You have been blocked by the recipient
  [
    oneOf(
      /identified as (?:a )?spam(?:mer| source)/i, // host rejected: AUTO_CLIENT You have been identified as a spammer. Go Away
      /spammer/i, // 550 Go away, spammer host
      /deny ?ip/i, // 554 Please visit http:// antispam.domain.example/denyip.php?<id> (#5.7.1)
      /black ?hole/i, // Sending server found on a realtime blackhole list
      /request (?:removal|delisting)/i, // DNSBL:To request removal of
      /\bde-?list/i, // Your IP <ip> is blacklisted. Click <host> to delist
      /(?:mails?|messages?|connections?) from \[?<ip>\]? (?:is |are |was )?(?:not allowed|refused|rejected|denied|blocked)/i, // 553 Mail from <ip> not allowed
      /un-?block(?:ed|ing)? .{0,30}https?:/i,
      /Currently Sending Spam/i, // 451 Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?<id>
    ),
    'ip-blocked',
  ],
  [/DMARC/i, 'dmarc-policy'], // 550 DmarcRejection
  [
    oneOf(
      /(?:reverse[ -]?(?:DNS|lookup|hostname|path|mapping)|rDNS|\bPTR\b|hostname for <ip>).{0,80}/i, // 550 Reverse DNS
      /(?:cannot|can't|could not|unable to|failed to|does not) (?:find|resolve|verify|have|match).{0,25}(?:your (?:reverse )?(?:host ?name|address)|reverse|hostname for)/i, // cannot resolve your address
      /cannot find your (?:reverse )?hostname/i, // 550 5.7.25 Client host rejected: cannot find your hostname
      /no (?:rDNS|reverse)/i, // 550 No RDNS entry for <ip>
      /IP name lookup failed/i, // access denied. IP name lookup failed
      /unresolvable relay host/i, // unresolvable relay host name
      /unverifyable sending IP/i, // service permits <number> unverifyable sending ips
      /forward[- ]confirmed/i, // 451 4.7.1 Forward-confirmed reverse DNS lookup failed for <ip>
      /FCrDNS/i, // 550 5.7.1 rDNS FCrDNS failed
      /dynamic (?:IP|host|address)/i, // hosts with dynamic ip
      /residential IP/i,
      /generic (?:host ?name|rDNS|DNS)/i, // Your IP has a generic hostname
    ),
    'ptr',
  ],
  [
    oneOf(
      /\bSPF\b/i, // 550 SPF
      /\bDKIM\b/i, // 550 DKIM fehlt
      /Sender Policy Framework/i, // 553 Sender Policy Framework (SPF) fail
      /Sender ID/i, // 550 5.7.1 Sender ID (PRA) Not Permitted
      /Purported Responsible Address/i,
      /domain ?keys/i, // Message does not pass DomainKeys
      /not authenticated/i,
      /(?:fail|without|no|lacks?|missing|must (?:have|pass)|require).{0,30}(?:authentication (?:checks?|information|results?)|e-?mail authentication)/i, // 550 5.7.26 This message does not pass authentication checks (SPF and DKIM)
      /unauthenticated (?:e-?mail|message|sender|mail)/i, // 550 5.7.26 Unauthenticated email is not accepted
      /INVALID IP FOR SENDING MAIL OF DOMAIN/i, // 554 INVALID IP FOR SENDING MAIL OF DOMAIN <host> [RCPT_TO]
      /mismatches client ip/i, // domain <host> mismatches client ip
      /not (?:allowed|authori[sz]ed|permitted) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf|as)/i, // [SPF] <ip> is not allowed to send mail from <host>.
      /designated sender/i,
      /spoof/i, // 550 rejecting spoofed message
      /forged/i,
      /\bARC\b/i, // 550 5.7.29 ARC validation failure
    ),
    'auth-failed',
  ],
  [
    oneOf(
      /only allowed with authentication/i, // Remote sending only allowed with authentication
      /receive your mail before sending/i, // Please receive your mail before sending
      /unauthori[sz]ed (?:\w+ )?relay/i, // SMTP; 500 Unauthorized relay msg rejected
      /\brelay(?:ing)?\b.{0,30}(?:prohibited|forbidden|disallowed|unauthori[sz]ed|rejected)/i, // Relay Prohibited
      /\bAUTH(?:ENTICATION)? (?:failed|required)/i, // 530 Authentication required
      /(?:relay|relaying)(?: access| traffic)?(?: is| was)? (?:denied|not (?:permitted|allowed)|disallowed|prohibited|disabled|forbidden|refused|restricted|rejected)/i, // Relaying Denied
      /(?:unable|not (?:allowed|permitted|configured|authori[sz]ed)|cannot|denied|won't|will not|can't|don't|does not|isn't allowed) (?:to )?relay/i, // Unable to relay
      /relay(?:ing)? (?:is )?(?:not|access)/i, // relay not permitted
      /we (?:do not|don't) relay/i, // we do not relay
      /not (?:configured to relay|a gateway|a relay)/i, // This system is not configured to relay mail
      /as a relay/i, // trying to use me [<host> .com] as a relay, but I have not been configured
      /isn't in my list of allowed rcpthosts/i, // sorry, that domain isn't in my list of allowed rcpthosts
      /allowed rcpthosts/i, // sorry, that domain isn't in my list of allowed rcpthosts
      /no relay/i, // no relaying allowed
      /SMTP AUTH(?:entication)? (?:is )?required/i, // 530 SMTP authentication is required.
      /authentication (?:is )?required/i, // 530 Authentication required
      /must (?:authenticate|log ?in)/i,
      /turn on SMTP Authentication/i, // 550 Please turn on SMTP Authentication in your mail client
      /Please (?:log in|authenticate)/i, // Please log in via your web browser and then
      /I cannot deliver mail for/i, // 550 I cannot deliver mail for <address>
      /(?:do(?:es)? not|not|don't) (?:accept|handle|host|serve|deliver) (?:mail |e-?mail |messages )?(?:for|to) (?:this|that|the)? ?(?:domain|<host>)/i, // 550 We don't handle mail for <host>
      /domain .{0,40}(?:not (?:hosted|local|accepted|served|handled)|isn't hosted)/i, // this domain is not hosted here
      /not (?:a )?local domain/i,
      /Username and Password not accepted/i, // (535, b'5.7.8 Username and Password not accepted')
      /Invalid credentials/i, // Mail relay denied [<ip>]. Invalid credentials for relay for one of the
      /bad credentials/i,
      /authentication (?:failed|failure|unsuccessful|credentials|cancel\w+|aborted)/i, // 5.7.0 authentication failed
      /open relay/i, // Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451
    ),
    'relaying-denied',
  ],
  [/domain (?:name )?(?:is )?not allowed(?!.{0,20}(?:sender|send))/i, 'relaying-denied'], // SMTP; 553 Specified domain is not allowed.
  [
    oneOf(
      /URL\/Phone/i, // 5.7.1 URL/Phone Number Filter
      /\b(?:URL|URI|link|hyperlink)s?\b.{0,60}(?:block|black|list|ban|reject|malicious|spam|not allowed|suspicious)/i, // Mail contained a URL rejected by SURBL
      /(?:blacklisted|blocked|listed|suspicious|bad|spam) (?:URL|URI|link)/i, // black listed url host
      /URIBL/i, // 554 Rejected by URIBL.
      /SURBL/i, // SURBL filtered by <host>
    ),
    'link-blocked',
  ],
  [
    oneOf(
      /virus(?![-\s&]*(?:firewall|filter|wall))/i, // 552 Virus found.
      /malware/i, // 554 5.7.1 Message rejected: malware detected
      /malicious/i, // 554 5.7.1 Sandbox verdict: malicious
      /trojan/i, // 554 Contains Trojan
      /infected/i, // an infected file was found in your mail
      /worm\b/i,
      /phish/i, // contained unsafe content (Heuristics.Phishing.Email.SpoofedDomain)
      /(?:attachment|file|executable|extension).{0,40}(?:type|extension|forbidden|prohibited|not (?:allowed|accepted|permitted)|banned|blocked|disallowed|potential(?:ly)? (?:security|dangerous|harmful))/i, // 552 File type not allowed: .iso
      /blocked because its content/i, // 5.7.0 This message was blocked because its content presents a potential
      /(?:banned|illegal|forbidden|prohibited|blacklisted|disallowed)(?: \S+){0,2} (?:file|attachment|extension|MIME type)/i, // 552 Illegal Attachment
      /(?:dangerous|harmful|unsafe) (?:attachment|content|file)/i, // 554 GFI: potentially dangerous file "<host>" removed
      /unacceptable attachment/i, // Message contains unacceptable attachment
      /attachment filter/i, // Message rejected due to the attachment filtering policy
    ),
    'malware',
  ],
  [
    oneOf(
      /(?:sending|sender|your|client|from|<ip>|\bIP\b|server).{0,60}(?:poor|bad|low|negative) (?:\S+ )?reputation/i, // 554 IP=<ip> - None/bad reputation.
      /(?:poor|bad|low|negative) (?:\S+ )?reputation/i, // a poor email reputation score
      /reputation (?:problem|score|is (?:too )?low|too low)/i, // IP/domain reputation problems
      /(?:IP|sender|server) reputation/i, // 550 5.7.1 rejected due to sender reputation
      /(?:due to|because of|for|based on) (?:\w+ )?reputation/i, // 550 Sender blocked due to reputation
    ),
    'ip-reputation',
  ],
  [
    oneOf(
      /domain.{0,40}(?:is |has been |was )?(?:black ?list|block ?list|deny ?list|blocked|banned|listed|reject list)/i, // The domain <host> is banned
      /blacklisted domain/i,
      /blocked domain/i,
      /no access (?:for|from) (?:this|your) domain/i, // 550 Sorry, no access for this domain
    ),
    'domain-blocked',
  ],
  [
    oneOf(
      inTurn(
        oneOf(
          /ip|ip address|client|client host|host|server|network|connection|connections|access/i,
          /hosts?|netblock|subnet|relay|mta|mail server|<ip>/i,
        ),
        /\W.{0,60}/i,
        oneOf(
          /black ?list|block ?list|deny ?list|blocked|banned|listed (?:in|on|at|as|by)|refused by|not welcome/i,
          /not allowed to connect|rejected for|has been (?:rejected|denied)/i,
        ),
      ), // ip blocked
      /(?:black ?list|block ?list|deny ?list|banned).{0,40}(?:ip|host|client|server|network|<ip>|relay)\b/i, // Blocked - Blocklisted IP
      /blocked (?:by|using|due to|because) .{0,40}(?:list|rbl|ip)/i, // 550 Blocked by ivmSIP
      /(?:black|block) ?listed/i, // Blacklisted
      /black ?listing/i,
      /block ?listing/i, // 554 Blocklisting in effect
      /you are (?:not allowed to connect|blocked|banned)/i, // 550 You are not allowed to connect
      /no access (?:for|from) (?:this|your) ip/i, // 550 Sorry, no access for this ip
      /\bIP (?:address )?(?:is |was )?(?:rejected|denied|refused|invalid|banned)/i, // IP is rejected
      /invalid IP\b/i, // Requested mail action not taken: Invalid IP
      /insecure mail relay/i, // 550 Insecure Mail Relay
      /not (?:currently )?accepting (?:mail|connections|anything|messages|any mail) from (?:your|this|<)/i, // Not currently accepting mail from your ip
      /too many spams/i,
      /open proxy/i, // rejecting open proxy
      /suspiciously like spammer/i, // sorry, your remotehost looks suspiciously like spammer
      /confirmed (?:spam|abuse) source/i,
      /access (?:forbidden|denied) .{0,20}(?:IP|<ip>)/i, // server access forbidden by your ip
      /Client host rejected/i, // 550 <<host>[<ip>]>: Client host rejected: Access Denied
      /(?:don't|do not) accept (?:mail|messages|connections) from (?:your|this) (?:ip|host|network)/i, // 554 5.3.2 Sorry, we do not accept connections from your IP
      /Your access to (?:submit messages to )?this (?:e-?mail|mail) system has been rejected/i, // Your access to submit messages to this e-mail system has been rejected.
      /Connection (?:denied|rejected|not allowed|refused|dropped|closed)/i, // 521 connection rejected.
      /my name was rejected/i,
    ),
    'ip-blocked',
  ],
];
