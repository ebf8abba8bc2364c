import { all, late, none } from '../pattern.ts';
import type { Pattern } from '../pattern.ts';
import { defineRules } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { SENDER } from '../vocabulary/sender.ts';

/**
 * A thing and what is wrong with it, in whatever order and with whatever between: «unable to find alias user»,
 * «ADDRESS_NOT_FOUND», «destinatario errato». Read after what names a reason in so many words.
 */
const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;
const RECIPIENT = anyOf(
  'users?|mail ?box(?:es)?|mbox|recip(?:ients?)?|rec(?:ei|ie|e)pients?|rcpt(?:to)?|accounts?|address(?:es|ee)?',
  'alias|mail ?drop|customer|subscriber|ldap|directory|person|name',
  'destin\\w*|adress\\w*', // several languages
  'empf\\w*|postfach|benutzer|konto', // German
  'indirizzo|utente|casella', // Italian
  'usuari\\w*|direcci[oó]n|buz[oó]n|cuenta', // Spanish
  'usu[aá]ri\\w*|conta', // Portuguese
  'konta|skrzynk\\w*|odbiorc\\w*', // Polish
);
const NOT_THERE = anyOf(
  "unknown|not (?:be )?found|no such|invalid|not exist\\w*|n[o'’]?t exists?|dosn't exists?|not known|not listed",
  'bad|wrong|illegal|incorrect\\w*|undefined|unrecogni\\w+|unable to (?:find|verify|locate|resolve)',
  "(?:could|can)(?: ?not|n'?t) (?:be )?(?:found|find|verif(?:y|ied)|located?|resolved?|identif(?:y|ied)|recogni[sz]ed?)",
  "doesn'?t handle|is(?: not|n['’]t) (?:an? |the |in |on |local|ours?|valid)",
  'unbekannt\\w*', // German
  'inconnue?|erron[ée]\\w*', // French
  'errat[oa]|sconosciut\\w*|inesistente', // Italian
  'desconocid[oa]', // Spanish
  'desconhecid[oa]', // Portuguese
  'nie istnieje|nie ma|nieznan\\w*', // Polish
);
const CLOSED = anyOf(
  'disabled|discontinued|cancell?ed|de-?activat\\w*|suspend\\w*|inactiv\\w*|inactivity|locked|expired|closed',
  'terminated|no longer|left the|dormant|abandoned|retired|removed|deleted|not currently|administratively',
  'deaktiviert|gesperrt', // German
  'd[ée]sactiv\\w*', // French
  'bloccat\\w*|inattiv\\w*|inutilizzo', // Italian
  'bloquead\\w*|expirad\\w*|desativad\\w*', // Spanish, Portuguese
  'zablokow\\w*|nieaktywn\\w*', // Polish
);
const FULL = anyOf(
  'full|exceed\\w*|reached|exhausted|over(?! (?:an?|<|\\w+ (?:years?|months?)))|limit|not enough|insufficient',
  'too many messages',
  'pien[ao]|llen[ao]|voll|pleine?', // Italian, Spanish, German, French
);
const ROOM = anyOf(
  'quota|storage|space|mail ?box|mail ?folder|inbox|disk|allocation',
  'casella|buz[oó]n|postfach|boite', // Italian, Spanish, German, French
);
const MACHINE = '(?:ips?|ip-address|<ip>|client|hosts?|server|network|connection|dial-?up|dynamic|mta)';
const UNWELCOME =
  '(?:block\\w*|black-?list\\w*|ban(?:ned)?|denied|refused|rejected|listed|abuse|not allowed|forbidden)';

const both = (thing: string, fault: string): Pattern =>
  all(late(`(?:(?<!<)\\b|_|(?=<ip>))${thing}(?:\\b|_|(?<=>))`, 'i'), late(`(?:(?<!<)\\b|_)${fault}(?:\\b|_)`, 'i'));
const recipient = all(
  none(/\b(?:sender|from|client|relay|ip|helo)\b|\bdom[ií]ni[oe] (?:del|di|du|do|da)\b|\bdomaine (?:du|de)\b/i),
  none(SENDER),
  late(`(?:\\b|_|<)${RECIPIENT}(?:\\b|_|(?=[A-Z]))`, 'i'),
);
/** Said of the recipient only where nobody else is spoken of. */
const ofRecipient = (fault: string): Pattern => all(recipient, late(`(?:\\b|_)${fault}(?:\\b|_)`, 'i'));

const rules: readonly Rule[] = [
  [/\bloop(?:ing|s|ed)?\b/i, 'loop'],
  [
    both(
      "(?:sender(?!'s policy)|mail ?from|from address)",
      '(?:den(?:y|ies|ied)|invalid|un-?validated|reject\\w*|refus\\w*|not (?:ok|valid|verified)|unverified|is a local)',
    ),
    'sender-rejected',
  ],
  [/black mail address/i, 'sender-rejected'],
  [
    both('relay(?:ing|ed)?', '(?:den(?:y|ies|ied)|fail\\w*|not|prohibit\\w*|reject\\w*|refus\\w*|disabled)'),
    'relaying-denied',
  ],
  [
    /\bauth(?:entication)? (?:error|fail\w*|required|denied)|fail\w* authentication|(?:unable|not able|fail(?:ed|s|ure)?|can(?:not| ?not|'t)|could ?n[o']t|cannot be) (?:to )?(?:be )?authenticated?\b/i,
    'relaying-denied',
  ],
  [both('(?:rcpts?|recipients?)', '(?:numbers?|count|over|too many|maximum)'), 'too-many-recipients'],
  [
    both('(?:length|size|attach\\w*)', '(?:max(?:imum)?|exceed\\w*|over|threshold|too (?:long|large|big))'),
    'message-too-large',
  ],
  [/remote ip check|mailfrom.{0,20}not match/i, 'auth-failed'],
  [both(ROOM, FULL), 'mailbox-full'],
  [ofRecipient(NOT_THERE), 'user-unknown'],
  [/^(?:\d{3} )?(?:recipient|rcpt|address) reject\W*$/i, 'user-unknown'],
  [/recip(?:ient)?NotFound|userUnknown|nie istnieje|nie ma takiego|unknown$/i, 'user-unknown'],
  [ofRecipient(CLOSED), 'mailbox-disabled'],
  [/recipient address rejected: blocked\W*$/i, 'mailbox-disabled'],
  [
    both(
      '(?:connect(?:ion|ing|ed)?|communicat\\w+|session)',
      '(?:fail\\w*|problem|errors?|refused|time-?out|timed|lost|dropped|unable|unsuccessful|broken|closed|reset|aborted)',
    ),
    'connection',
  ],
  [
    both('(?:dns|name ?servers?|resolvers?)', '(?:fail\\w*|errors?|time-?out|timed|unable|problem|temporar\\w+)'),
    'dns',
  ],
  [both('(?:tls|ssl|certificates?|encrypt\\w+)', '(?:fail\\w*|errors?|required|must|not|expired|invalid)'), 'tls'],
  [/no longer (?:an? )?(?:employee|employed|with|works|here)/i, 'mailbox-disabled'],
  [
    both('(?:domain|host ?name|host)', '(?:unknown|not found|invalid|no such|not exist|unresolv\\w+)'),
    'domain-unknown',
  ],
  [/not registered/i, 'user-unknown'],
  [
    both('(?:queue|memory|storage|resources?|backend|database|directory)', '(?:unavailable|full|error|exhausted|down)'),
    'system-error',
  ],
  [/reputation/i, 'ip-reputation'],
  [/bad (?:IP )?profile/i, 'ip-reputation'],
  [all(none(/\bby (?:\w+ ){0,4}(?:servers?|hosts?|mta)\b/i), both(MACHINE, UNWELCOME)), 'ip-blocked'],
  [/(?:dns|in a|on a|a) ?(?:black|block|deny)[ -]?lists?/i, 'ip-blocked'],
  [
    both(
      '(?:attachments?|files?|zip|macro|executable)(?! location)',
      '(?:reject\\w*|password|encrypted|denied|block\\w*|not allowed)',
    ),
    'malware',
  ],
  [/anti-?spam|antyspam|spam|invalid content|profanity/i, 'spam-content'],
  [
    both('(?:limit|rate|frequency|volume|too many)', '(?:exceed\\w*|reach\\w*|high|many|monthly|hourly|daily)'),
    'rate-limited',
  ],
  [/(?:comply|conform).{0,20}(?:standard|required|RFC)|required standards/i, 'malformed'],
  [/requires? (?:SMTP )?auth|(?:log ?in|authenticate) first|not logged in/i, 'relaying-denied'],
  [/requires? that you (?:verify|confirm)|verify (?:yourself|your)|captcha/i, 'challenge'],
  [
    /can(?:'t|not) connect|unreachable|no response|\btime-?out\b|timed out|end of (?:socket|stream|file)/i,
    'connection',
  ],
  [
    /load (?:is )?too high|too much load|load average|could not be (?:stored|written|saved)|error (?:writing|storing|saving)|mailbox (?:is )?busy/i,
    'system-error',
  ],
  [/\b(?:messages?|e-?mails?|mails?) (?:is|are) (?:not |un)(?:welcome|wanted)\b/i, 'policy'],
  [/blocked by (?:the )?(?:recipient|user)|regulations|your location/i, 'policy'],
];

export default defineRules({
  kind: 'phrases',
  rules,
  sources: [{ url: 'https://smtpfieldmanual.com/', checked: '2026-11' }],
});
