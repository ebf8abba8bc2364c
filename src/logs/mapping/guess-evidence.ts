import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { isSaidOfAnything } from './guess-handing-over.ts';
import { nameScore } from './guess-names.ts';
import { isEnhancedCode, isReply, isSender, type SampledColumn, share } from './guess-sample.ts';
import { isOfMailAlone, isOfMailByName } from './guess-trade.ts';
import type { KindField, Outcome } from './mapping.ts';
import { HALF, MOST_OF } from './guessing.ts';
import { REPLY_CLASS } from './row-kind.ts';

/**
 * Whether anything in a table says that mails are what it tells of: `failed`, `completed` and `opened` are said of payments,
 * imports and cases as well, and everybody has an address.
 */
export function isOfMail(columns: readonly SampledColumn[], kind: KindField, recipient: string): boolean {
  const whom = columns.find(({ name }) => name === recipient);
  if (whom !== undefined && OF_RECIPIENTS.test(plainName(whom.called).normalize('NFC'))) return true;
  return (
    isToldByKind(columns, kind) ||
    columns.some((column) => isOfMailByName(column) || COPIES.test(plainName(column.called)) || isByValues(column))
  );
}
const OF_RECIPIENTS =
  /^receiver|^(?:e?mail|message|msg|sen[dt]|deliver(?:ed)?)*to(?:e?mail|addr(?:ess)?|e?mailaddress)?$|recip|rcpt|subscriber|destin|empf|ontvang|geadresseerd|odbior|adresat|mottag|modtag|vastaanott|cimzett|prijemc|alici|宛|受信|送信先|配信先|收件|收信|수신|받는|получ|одержувач/u;

/** Nobody else gets one. */
const COPIES = /^(?:e?mail|to)?(?:cc|bcc|replyto)(?:e?mails?|address|recipients)?$/;

/** Words, or times of their own, for what befalls mails alone. */
function isToldByKind(
  columns: readonly SampledColumn[],
  { column, columns: each = {}, values = {}, always }: KindField,
): boolean {
  const state = columns.find(({ name }) => name === column);
  const words = Object.keys(values);
  return (
    (column === undefined && always !== undefined && always !== 'opened') ||
    (state !== undefined &&
      (OF_BOUNCES.test(plainName(state.called)) ||
        isOfReplies(state, words) ||
        words.some((word) => isMailWord(word)))) ||
    Object.keys(each).some((outcome) => TELLING.has(outcome as Outcome))
  );
}
/** 404 is said by web servers. */
const isOfReplies = ({ counts }: SampledColumn, words: readonly string[]): boolean =>
  words.some((word) => REPLY_CLASS.test(word)) &&
  [...counts.keys()].some((value) => SMTP.test(value) || isReply(value) || isEnhancedCode(value));
const SMTP = /^(?:25[0-3]|421|45[0-4]|47\d|53\d|55\d|57\d)\b/;
const isMailWord = (word: string): boolean =>
  isSentWord(word) ||
  isOfMailAlone(word) ||
  OF_DELIVERY.test(plainName(word)) ||
  (outcomeOf(word) === 'delivered' && !isSaidOfAnything(word));
const OF_DELIVERY =
  /deliver|zugestell|zustell|consegn|recapit|livre|livrai|remis|entreg|doruc|dorecz|dostarcz|bezorg|afgelever|lever[ae]|доставл/;
const OF_BOUNCES = /bounc|rebond|rebot|rimbalz/;
/** Cases are opened, and rejected. */
const TELLING: ReadonlySet<Outcome> = new Set<Outcome>([
  'accepted',
  'delivered',
  'hard-bounced',
  'soft-bounced',
  'clicked',
  'machine-opened',
  'complained',
  'unsubscribed',
]);

/** Who sent it, and what a server answered. */
const isByValues = (column: SampledColumn): boolean =>
  column.values.length > 0 &&
  (share(column, (value) => isReply(value) || isEnhancedCode(value)) >= HALF ||
    (Math.max(nameScore('from', column.called), nameScore('envelopeFrom', column.called)) >= SURE_NAME &&
      share(column, isSender) >= MOST_OF) ||
    nameScore('messageId', column.called) >= SURE_NAME);
const SURE_NAME = 0.6;

/** What is asked where nothing is of mail: the same mapping, by which nothing is read yet. */
export function untilSaid(
  { column, values = {} }: KindField,
  recipient: string,
): { readonly kind: KindField; readonly doubt: string } {
  const words = Object.keys(values)
    .slice(0, MOST_SHOWN)
    .map((word) => `\`${word.slice(0, LONGEST_SHOWN)}\``)
    .join(', ');
  const hardly = `\`${recipient}\` may be anybody’s address, and nothing else is of mail: this is hardly a log of it`;
  return column === undefined
    ? {
        kind: { always: 'ignored' },
        doubt: `kind.always: ${hardly}; if it is, say what every row is, until then it is \`ignored\`, and nothing is read`,
      }
    : {
        kind: { column, values: {} },
        doubt: `kind.values: ${hardly}; if it is, say what these mean in \`${String(column)}\`: ${words}`,
      };
}
const MOST_SHOWN = 20;
const LONGEST_SHOWN = 40;
