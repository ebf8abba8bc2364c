import { isWaitingWord, outcomeOf } from './event-words.ts';
import { plainName } from './columns.ts';
import { isSaidOfAnything } from './guess-handing-over.ts';
import { momentsOf } from './guess-moments.ts';
import { isSubject } from './guess-names.ts';
import type { SampledColumn } from './guess-sample.ts';
import type { Outcome, TimeField } from './mapping.ts';

/**
 * States of orders, invoices, tickets and contacts. Orders are sent, delivered and returned as well, and tickets open and
 * pending: beside these, such words are no mail's.
 */
const ORDERS = 'orders or invoices';
const TRADES: readonly (readonly [what: string, words: RegExp])[] = [
  [
    ORDERS,
    /^(?:(?:un|not|partially|teil)?(?:paid|pagado|pagad[ao]|pagato|pagata|pago|paye|payee|bezahlt|betaald|betald|oplacon[aey]?|zaplacon[aey]?)|shipped|unterwegs|inzustellung|entransit|encamino|enreparto|inconsegna|intransito|onderweg|wdrodze|acaminho|emtransito|shippedout|intransit|outfordelivery|refunded|partiallyrefunded|fulfilled|unfulfilled|overdue|invoiced|backordered?|readyforpickup|pickedup|erstattet|storniert|uberfallig|inbearbeitung|remboursee?|facturee?|expediee|encoursdelivraison|reembolsad[ao]|rimborsat[ao]|terugbetaald|aterbetald|zwrocon[aey]|入金済み?|発送済み?|出荷済み?)$/u,
  ],
  [
    'tickets or tasks',
    /^(?:closed|resolved|solved|reopened|assigned|unassigned|escalated|onhold|inprogress|todo|done|backlog|wontfix|duplicate|geschlossen|gelost|erledigt|zugewiesen|ferme|clos|resolu|cerrado|resuelto|chiuso|risolto|gesloten|opgelost|fechado|resolvido|zamkniet[aey]|rozwiazan[aey]|stangd|lost|対応中|完了|解決済み?)$/u,
  ],
  [
    'requests',
    /^(?:approved|declined|tentative|genehmigt|approuvee?|aprobad[ao]|approvat[ao]|goedgekeurd|aprovad[ao]|zatwierdzon[aey]|godkand)$/u,
  ],
  [
    'addresses that were checked',
    /^(?:deliverable|risky|catchall|acceptall|disposable|valid|donotmail|spamtrap|role(?:based|account)?)$/,
  ],
  [
    'messages in a mailbox',
    /^(?:unread|ungelesen|nonlue?s?|noleid[oa]s?|naolid[oa]s?|nonlett[oaie]|danonleggere|ongelezen|nieprzeczytan[aey]|olast[a]?|ulest|непрочитан\p{L}*|未読|未读)$/u,
  ],
  [
    'applications',
    /^(?:invited|hired|interview(?:ed|ing)?|shortlisted|withdrawn|screening|eingeladen|zuruckgezogen|entretien|embauche|entrevista|contratado|colloquio)$/,
  ],
  [
    'contacts',
    /^(?:active|inactive|aktiv|inaktiv|actif|inactif|activo|inactivo|attivo|inattivo|actief|inactief|ativo|inativo|aktywn[aey]|nieaktywn[aey]|confirmed|unconfirmed|unverified|verified|lead|customer|prospect|churned|archived|cleaned)$/u,
  ],
];

/** Whether it is a state of an order, a ticket, a request or a contact. */
export const isOfTrade = (word: string): boolean => TRADES.some(([, pattern]) => pattern.test(plainName(word)));

/** What a column of states is of that is not mail, and the words that say so; undefined where nothing does, or a mail's do. */
export function otherTrade(
  { counts }: SampledColumn,
  columns: readonly SampledColumn[],
): { readonly what: string; readonly words: readonly string[] } | undefined {
  const values = [...counts.keys()];
  if (values.some((value) => isOfMailAlone(value))) return undefined;
  const isOfMail = columns.some(({ called }) => isSubject(called));
  for (const [what, pattern] of TRADES) {
    // What is on its way has no subject, unless it is a mail.
    if (isOfMail && what === ORDERS) continue;
    const words = values.filter((value) => pattern.test(plainName(value)));
    if (words.length > 0) return { what, words };
  }
  if (columns.some((column) => isOfMailByName(column))) return undefined;
  for (const other of columns) {
    const acts = [...other.counts.keys()];
    if (acts.length > 0 && acts.length <= MOST_ACTS && acts.every((act) => ACT.test(plainName(act))))
      return { what: 'people at a program', words: acts };
  }
  return undefined;
}
/** What people do that a trail of their acts records, successfully or not. */
const ACT =
  /^(?:user)?(?:log[io]n|logon|logout|logoff|sign(?:ed)?in|signout|signup|passwordreset|passwordchange[d]?|mfa|2fa|create[d]?|update[d]?|delete[d]?|edit(?:ed)?|export(?:ed)?|import(?:ed)?|upload(?:ed)?|download(?:ed)?)$/;
const MOST_ACTS = 20;

const BY_MAIL = /bounc|rebond|rebot|rimbalz|studs|odbi|smtp|soft|hard/;
/** Tickets are open, and invoices are viewed. */
const READ_ANYWHERE =
  /^(?:open|view(?:s|ed)?|seen|read|lue?s?|vue?s?|gelesen|gelezen|vist[oa]|lid[oa]|leid[oa]|lett[oa]|visualizad[oa]|visualizzat[oa]|przeczytan[oaey])$/;
/** Comments and accounts are spam and abuse, too. */
const FILTERED = /^(?:spam|junk|abuse)$/;
/** Nothing else bounces, or is clicked. */
export function isOfMailAlone(value: string): boolean {
  const plain = plainName(value);
  const outcome = outcomeOf(value);
  if (outcome === undefined || outcome === 'subscribed') return false;
  if (outcome === 'opened') return !READ_ANYWHERE.test(plain);
  return (
    outcome === 'clicked' ||
    (outcome === 'complained' && !FILTERED.test(plain)) ||
    outcome === 'unsubscribed' ||
    outcome.includes('-') ||
    BY_MAIL.test(plain)
  );
}

/** Who is on a list, and since when: the day somebody joined is not that of leaving. Undefined for anything else. */
export function listed(
  { counts }: SampledColumn,
  time: TimeField | undefined,
  columns: readonly SampledColumn[],
  isOfContacts: boolean,
): { readonly what: string; readonly words: readonly string[] } | undefined {
  const words = [...counts.keys()];
  const isLeft = (word: string): boolean => LEFT.has(outcomeOf(word));
  const isThere = (word: string): boolean => outcomeOf(word) === 'subscribed' || isOfTrade(word) || isWaitingWord(word);
  const isList = words.every((word) => isThere(word) || isLeft(word)) && words.some((word) => isLeft(word));
  const isOfJoining = momentsOf(columns).some(
    ({ column, outcome }) => outcome === 'subscribed' && column.name === time?.column,
  );
  const isOfEntry = JOINED.test(plainName(String(time?.column ?? '')));
  const isOnList =
    isOfEntry && words.some((word) => isThere(word)) && (isOfContacts || words.some((word) => isOfTrade(word)));
  const isFlagged = isOfContacts && columns.some(({ called }) => ON_LIST.test(plainName(called)));
  const isOfSomeone = LATELY.test(plainName(String(time?.column ?? ''))) && words.some((word) => isThere(word));
  // The day somebody joined is that of nothing else.
  return isOfJoining || (isList && isOfSomeone) || (isList && (isOnList || isFlagged))
    ? { what: 'contacts', words }
    : undefined;
}
/** Whether they still are. */
const ON_LIST = /^(?:is)?(?:subscribed|active|enabled|aktiv|actif|activo|optin)$/;
const LEFT: ReadonlySet<Outcome | undefined> = new Set<Outcome | undefined>([
  'unsubscribed',
  'bounced',
  'hard-bounced',
  'soft-bounced',
  'complained',
]);
/** When somebody was last seen, whatever he is. */
const LATELY =
  /^(?:last|letzte|derniere|ultima|laatste)(?:activity|active|seen|login|aktivitat|activite|actividad|attivita|activiteit)/;
const JOINED =
  /^(?:date)?(?:creat|add|sign|join|optin|regist|subscri|anmeld|inscri|erstellt|angelegt|hinzu|registr|dateadded)/;

const OF_MAIL =
  /mail(?:er|ing|id|type|subject|from|template)|smtp|rcpt|subject|betreff|objet|asunto|oggetto|recipient|newsletter|campaign|template|messageid|msgid/;
/** What was done with a program, or by one. */
const OF_USE =
  /^(?:file(?:name|size|path)?|dateiname|datei|fichier|document|download(?:s|ed|id|url)?|page(?:url|title)?|browser|useragent|session(?:id)?|endpoint|job(?:id|name|type)?|task(?:id|name)?|import(?:id)?|export(?:id)?|report(?:id|name)?|device(?:id|type)?)$/;
/** From where somebody came to it. */
const OF_ACCESS = /^(?:(?:user|client|remote)?ip(?:addr|address)?|useragent|sessionid|login(?:at|time)|attemptedat)$/;
/** `subject`, `smtp_code`, `newsletter`; campaigns are of adverts as well. */
export const isOfMailByName = ({ name, values }: SampledColumn): boolean =>
  values.length > 0 && OF_MAIL.test(plainName(name).replaceAll('campaign', ''));
/** Whether a table is of what a program was used for, and nothing in it is of a mail. */
export const isOfUse = (columns: readonly SampledColumn[]): boolean =>
  columns.some(({ called }) => OF_ACCESS.test(plainName(called))) &&
  !columns.some(({ name }) => OF_MAIL.test(plainName(name)));

/** Words that are said of anything, beside what a program was used for: whose address stands there had no mail. */
export function used(
  state: SampledColumn,
  columns: readonly SampledColumn[],
): { readonly what: string; readonly words: readonly string[] } | undefined {
  const isUsed = columns.some(({ called }) => OF_USE.test(plainName(called)) || OF_ACCESS.test(plainName(called)));
  return isUsed && isOfAnything(state, columns)
    ? { what: 'the use of a program', words: [...state.counts.keys()] }
    : undefined;
}

/** Whether words, and columns, may be of any program's work: nothing says that mails were sent. */
export const isOfAnything = ({ counts }: SampledColumn, columns: readonly SampledColumn[]): boolean =>
  [...counts.keys()].every((word) => isSaidOfAnything(word)) &&
  !columns.some(({ name }) => OF_MAIL.test(plainName(name)));
