import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The way there, what the message looks like, and what the house takes. */
export const plainServer: readonly Rule[] = [
  [/\bno (?:route|way|path) to\b/i, 'routing'],
  [
    oneOf(
      /\b(?:hung|hangs?|hang) up\b|\bEOF\b/i,
      /\b(?:peer|server|host|client|they) (?:closed|dropped|reset|terminated|ended|broke)\b/i,
      /\b(?:host|server|peer|mx) (?:is |was |went |seems )?(?:down|offline|away|gone|dead|silent)\b/i,
      /\b(?:remote|other|far) (?:end|side|party)\b.{0,30}\b(?:closed|dropped|disconnected|vanished|left)/i,
      /\b(?:no|without) (?:reply|answer|greeting|banner)\b|\breset by\b/i,
      /\b(?:tcp|socket|session) (?:reset|closed|aborted|error)|\btimed? ?-?out\b/i,
      /\bdid ?n[o']t (?:greet|speak|reply)\b/i,
    ),
    'connection',
  ],
  [
    oneOf(
      inTurn(
        /\b(?:lacks?|lacking|without|misses|missing) (?:an? |any |the |its )?(?:valid |proper )?/i,
        /(?:From|Date|To|Subject|Message-ID|Content-Type|header)\b/i,
      ),
      /\b(?:two|several|more than one|multiple|many) (?:From|Date|To|Subject|Message-ID)\b/i,
    ),
    'malformed',
  ],
  [
    oneOf(
      /\b(?:raw |unencoded |non-?ASCII |8-?bit )(?:8-?bit |non-?ASCII )?characters?\b/i,
      /\b(?:broken|bad|wrong|unknown) (?:MIME|encoding|charset|boundary)\b/i,
    ),
    'malformed',
  ],
  [
    oneOf(
      /\b(?:only|just) (?:takes?|accepts?|handles?|receives?|relays?) (?:e-?)?(?:mails?|messages?) for\b/i,
      /\bnot (?:a )?(?:local|hosted) domain\b/i,
      /\b(?:authenticat\w+|log-?in|password|credentials)\b.{0,20}\b(?:needed|required|missing|first)\b/i,
      /\b(?:are|am|is) not (?:the |an? )?(?:MX|mail exchanger|responsible) for\b/i,
    ),
    'relaying-denied',
  ],
  [
    oneOf(
      inTurn(
        /\b/i,
        /executable|script|macro|archive|encrypted zip|attachment|attached file/i,
        /s?\b.{0,40}\b/i,
        oneOf(
          /refused|rejected|stripped|forbidden|prohibited|not (?:allowed|accepted|permitted)|blocked/i,
          /dangerous|unsafe/i,
        ),
        /\b/i,
      ),
      /\b(?:trojan|worm|ransomware|malicious|infected)\b/i,
    ),
    'malware',
  ],
  [/\bsuspicious\b$|\bsuspicious (?:content|URLs?|links?|text|wording|attachment)/i, 'spam-content'],
  [
    inTurn(
      /\b/i,
      /junk|unsolicited|unwanted|bulk|mass|commercial|promotional|marketing|advertis\w+|newsletters?/i,
      /\b.{0,40}\b(?:mail|e-?mail|message|content|filter|sender|material)?/i,
    ),
    'spam-content',
  ],
  [
    oneOf(
      inTurn(
        /\b/i,
        /compan(?:y|ies)|corporate|organi[sz]ation\w*|house|internal|local|site|our|security|compliance/i,
        /\b.{0,12}\b(?:rules?|guidelines?|regulations?|standards?)\b/i,
      ),
      /\b(?:only|solely|just) (?:accepts?|receives?|takes?|gets?) (?:e-?)?(?:mails?|messages?) from\b/i,
      /\b(?:not|n't) (?:taken|wanted|welcome|accepted|allowed|permitted|received) (?:here|by us|at this)\b/i,
      /\bfree(?:mail)? (?:providers?|services?|accounts?)\b/i,
      /\b(?:outside|external|foreign) (?:senders?|mail|addresses|domains)\b/i,
      /\b(?:internal|inside) (?:users?|senders?|addresses|mail) only\b/i,
    ),
    'policy',
  ],
];
