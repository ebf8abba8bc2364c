import { defineRules } from '../rule.ts';

/** Exchange Online and Exchange Server. */
export default defineRules({
  kind: 'provider',
  providers: ['microsoft-365'],
  rules: [
    [
      /RESOLVER\.ADR\.(?:Recip|ExRecip|Ambiguous|Inval)|5\.1\.10\b(?!.{0,20}domain).{0,40}not found|Recipient not found by SMTP address lookup/i,
      'user-unknown',
    ],
    // Directory-based edge blocking: the domain is theirs, the address is not (or the address is not synchronised yet).
    [/Recipient address rejected: Access denied(?! by)/i, 'user-unknown'],
    [/5\.4\.1 (?:All recipient addresses rejected|\[?<address>\]?: Recipient address rejected)/i, 'user-unknown'],
    [/5\.1\.351|Remote server returned unknown recipient/i, 'user-unknown'],
    [
      /RESOLVER\.RST\.(?:RecipSizeLimit|SendSizeLimit)|5\.2\.3\b.{0,60}too large|message too large for this recipient/i,
      'message-too-large',
    ],
    [
      /RESOLVER\.RST\.(?:AuthRequired|NotAuthorized|RestrictedToAuth)|not authenticated for (?:group|mailbox|public folder)/i,
      'policy',
    ],
    [
      /5\.7\.1(?:2|24|3[3-9]|29)\b|sender (?:was )?not authenticated by organization|not in allowed-senders list/i,
      'policy',
    ],
    [/STOREDRV\.Deliver(?:y)?.{0,40}(?:quota|full)|mailbox quota exceeded/i, 'mailbox-full'],
    [
      /STOREDRV\.(?:Submission|Submit).{0,80}(?:SendAsDenied|permission)|SendAsDenied|permissions? to send as/i,
      'sender-rejected',
    ],
    [/MapiExceptionNotFound|AccountDisabled|mailbox disabled/i, 'mailbox-disabled'],
    [
      /5\.2\.121|5\.2\.122|RESOLVER\.RST\.RecipientThreshold|recipient's per (?:sender|hour)|threshold exceeded for (?:sender|recipient)/i,
      'rate-limited',
      'soft',
    ],
    [
      /4\.7\.(?:500|50[1-9]|[56]\d\d)\b.{0,20}(?:Server busy|Access denied)|Access denied, please try again later|Server busy\. Please try again later/i,
      'rate-limited',
      'block',
    ],
    [/4\.7\.8[5-9]\d/, 'rate-limited', 'block'],
    [/ATTR5\b|hosted tenant which has no mail-enabled/i, 'relaying-denied'],
    [/5\.7\.511/, 'ip-blocked'],
    [/5\.7\.750|unregistered domain/i, 'sender-rejected'],
    [/5\.7\.50[1-3]\b|Access denied, (?:spam abuse detected|banned sender)|bad outbound sender/i, 'sender-rejected'],
    [/5\.7\.506|Access denied, Bad HELO/i, 'protocol'],
    [/5\.7\.(?:507|513)|rejected by recipient|Customer Block list/i, 'ip-blocked'],
    [/5\.7\.508|banned sending IP|5\.7\.6(?:0[6-9]|[1-4]\d)/i, 'ip-blocked'],
    [/[45]\.7\.509|does not pass DMARC verification/i, 'dmarc-policy'],
    [/5\.7\.510|does not accept email over IPv6/i, 'policy'],
    [/5\.7\.512|must be RFC 5322/i, 'malformed'],
    [/5\.7\.57\b|Client was not authenticated|Client not authenticated/i, 'relaying-denied'],
    [/5\.7\.64|TenantAttribution|Relay Access Denied|5\.7\.367/i, 'relaying-denied'],
    [/5\.7\.708|traffic not accepted from this IP/i, 'ip-blocked'],
    [/5\.7\.193|UnifiedGroupAgent/i, 'policy'],
    [/5\.7\.703\b|tenant allow\/block list/i, 'policy'],
    [/5\.7\.70[0-7]|5\.7\.7[0-4]\d|blocked from sending|tenant.{0,30}(?:exceeded|threshold)/i, 'rate-limited', 'block'],
    [
      /[45]\.7\.32[0-9]|tlsa-invalid|dnssec-invalid|certificate-(?:host-mismatch|expired)|starttls-not-supported|validate-certificate/i,
      'tls',
    ],
    [/[45]\.7\.26\b.{0,60}must pass either SPF or DKIM|5\.7\.23\b/i, 'auth-failed'],
    [/must have a reverse DNS record/i, 'ptr'],
    [/RESOLVER\.ADR\.BadPrimary/i, 'system-error'],
    [/5\.0\.350|\(AS345\)/, 'policy'],
    [/Too many recipients \(AS/i, 'too-many-recipients'],
    [/\(AS78\d+\)|\(AS77\d+\)/, 'rate-limited', 'block'],
    [/\(AS160126\d\d\)/, 'ip-blocked'],
    [/domain owner policy/i, 'dmarc-policy'],
    [/\borgani[sz]ational settings/i, 'policy'],
    [/TRANSPORT\.RULES\.RejectMessage|5\.7\.9\d\d|organization policy violation/i, 'policy'],
    [/5\.4\.14|5\.4\.6\b.{0,60}loop|Hop count exceeded|routing loop detected|5\.4\.12/i, 'loop'],
    [
      /5\.4\.31[0-2]|4\.4\.31[0-2]|DNS domain .{1,60} does not exist|SMTPSEND\.DNS\.NonExistentDomain|nonexistent domain|DNS query failed/i,
      'domain-unknown',
    ],
    [/[45]\.4\.31[5-8]|SMTPSEND\.Connection|Socket error code/i, 'connection'],
    [/5\.4\.300|4\.4\.7 .{0,30}(?:delayed|expired)|QUEUE\.Expired/i, 'expired'],
    [
      /Organization queue quota exceeded|resource forest has exceeded a limit|4\.7\.3 .{0,20}quota/i,
      'rate-limited',
      'soft',
    ],
    [/Insufficient system resources|System not accepting network messages/i, 'system-error'],
    [/Temporary server error\. Please try again later|4\.7\.0 .{0,20}PRX|4\.4\.62/i, 'system-error'],
    [/5\.6\.11|Invalid characters/i, 'malformed'],
    [/5\.1\.8 .{0,20}Access denied/i, 'sender-rejected'],
    [/domain is not reachable/i, 'domain-unknown'],
  ],
  own: [
    [/5\.7\.1 .{0,30}Unable to relay/i, 'relaying-denied'],
    [/5\.7\.1 .{0,30}(?:Message rejected as spam|spam)/i, 'spam-content'],
  ],
  sources: [
    {
      url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
      checked: '2026-11',
    },
  ],
});
