import { plainName } from './columns.ts';
import { nameScore } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { type Guessing, MOST_OF, MOST_ROWS } from './guessing.ts';

/** Rows of several kinds say it in several columns, and none in two: where failures say it tells most. */
export function likelierReply(first: is.SampledColumn, { columns, taken, doubt }: Guessing): is.SampledColumn {
  const others = columns.filter(
    (column) =>
      column !== first &&
      !taken.has(column.name) &&
      column.values.length > 0 &&
      nameScore('diagnostic', column.called) >= REPLY_NAME &&
      is.share(column, is.isText) >= MOST_OF &&
      column.cells.every((cell, at) => cell === '' || (first.cells[at] ?? '') === ''),
  );
  const [likeliest = first, ...rest] = [first, ...others].toSorted((a, b) => failuresOf(b) - failuresOf(a));
  if (rest.length > 0) doubt(`diagnostic: other rows say it in ${rest.map(({ name }) => `\`${name}\``).join(', ')}`);
  return likeliest;
}
const REPLY_NAME = 0.6;
const failuresOf = ({ values }: is.SampledColumn): number =>
  values.filter((value) => is.isReply(value) && !/^(?:smtp; ?)?2/.test(value)).length;

/** `Message`, in every row, and no reply among them: what was sent, and not what was answered. */
export const isWhatWasSent = ({ called, filled, values }: is.SampledColumn): boolean =>
  filled >= MOST_ROWS &&
  MESSAGE.test(plainName(called)) &&
  !values.some((value) => is.isReply(value) || FAULT.test(value));
const MESSAGE =
  /^(?:e?mail)?(?:message|msg|nachricht|messaggio|mensagem|mensaje|wiadomosc|details?|description|content|text)$/;
const FAULT =
  /\b\d{3}\b|fail|error|refus|reject|denied|timeout|unknown|invalid|not |fehl|echou|échou|erreur|errore|rechaz|ошибк|\bok\b|accepted|delivered|sent/i;

/** `5.1.1`, `5.1.1 (bad destination mailbox address)`; with words behind it, it is a reply. */
export function isBareCode(value: string): boolean {
  return is.isEnhancedCode(value) && /^\S+\s*(?:\(.*)?$/.test(value);
}
