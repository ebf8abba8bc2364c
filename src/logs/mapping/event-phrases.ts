import type { Outcome } from './mapping.ts';

/** What people and programs say of a mail in a few words of which none alone says it. */
const PHRASES: readonly (readonly [outcome: Outcome, phrase: RegExp])[] = [
  [
    'bounced',
    /\b(?:(?:does ?n[o']t|doesn’t) exist|no such (?:user|mailbox|address|recipient|domain|host)|(?:user|recipient|mailbox|address|account) (?:is )?(?:unknown|not found|unavailable|disabled)|unknown (?:user|recipient|mailbox|address|host|domain)|existiert nicht|n'existe pas|no existe|non esiste|bestaat niet|n[ãa]o existe|nie istnieje)|(?:не|ne) (?:существует|існує|съществува)/iu,
  ],
  [
    'soft-bounced',
    /\b(?:(?:mailbox|inbox|postfach|boîte|buz[oó]n|casella) (?:is |ist |est )?(?:full|over quota|voll|pleine|lleno|piena)|(?:mailbox|inbox) not accepting|over (?:its )?quota|quota exceeded)/i,
  ],
  [
    'dropped',
    /\b(?:adresse|address|direcci[oó]n|indirizzo|endere[cç]o|adres|correo|e-?mail|mail) (?:e-?mail |électronique |di posta )?(?:est |ist |is )?(?:invalide|ung[üu]ltig|inv[áa]lid[ao]|no v[áa]lid[ao]|non valid[ao]|ongeldig|niepoprawny|nieprawidłowy|b[łl][ęe]dny)\b|\b(?:ung[üu]ltige|fehlerhafte|ongeldige?|niepoprawny|nieprawidłowy) (?:e-?mail-?)?adres/iu,
  ],
  ['soft-bounced', /ящик переполнен|скринька переповнена/iu],
  ['unsubscribed', /отказ\p{L}* от (?:рассыл|подпис)/iu],
  [
    'delivered',
    /\b(?:accepted|taken)\b.* by (?:the )?(?:remote|recipient|receiving|destination|target)|\bangenommen vom (?:ziel|empf)|\bvom (?:ziel|empf)\p{L}* angenommen/iu,
  ],
];
/** A reply is longer, and says more than one thing. */
const LONGEST = 80;

/** What a phrase means; undefined where none is known, and for what is no phrase: replies have numbers. */
export const outcomeOfPhrase = (text: string): Outcome | undefined =>
  text.length <= LONGEST && text.includes(' ') && !/\d/.test(text)
    ? PHRASES.find(([, phrase]) => phrase.test(text))?.[0]
    : undefined;
