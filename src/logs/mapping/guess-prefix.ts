import { plainName } from './columns.ts';
import { GUESSED_FIELDS, nameScore, wordsOf } from './guess-names.ts';

/** Share of the names that must begin alike for that to be the table's, and nothing of what they hold. */
const MOST_OF = 0.6;
const FEWEST = 3;
/** `Email message - Sent time`: more words than these are no prefix. */
const MOST_WORDS = 3;
/** What these begin with is of the mail, and says what: `event_time`, `bounce_code`. */
const TELLING =
  /^(?:event|recipient|rcpt|sender|to|from|campaign|template|smtp|dsn|sent|send|delivery|delivered|open|opened|click|clicked|bounce|bounced|status|error|date|time|first|last|is|num|total|datum|data|date|fecha|versand|absender|empfanger)$/;

/** Characters of a name that are compared, for each field a few times. Stops a heading of a megabyte. */
const LONGEST_NAME = 200;

/** What columns are called within their table: `tbl_mail_status` is `status` where most of them begin so. */
export function calledWithin(written: readonly string[]): readonly string[] {
  const names = written.map((name) => name.slice(0, LONGEST_NAME));
  let called = bothOfMail(names);
  for (let turn = 0; turn < MOST_WORDS; turn += 1) {
    const first = firstOfMost(called);
    if (first === undefined) break;
    called = called.map((name) => (wordsOf(name)[0] === first ? withoutFirst(name, first) : name));
  }
  return called.every((name, at) => name === names[at]) ? withoutLetters(called) : called;
}

/** `mail_from` beside `mail_to` is the sender of a mail, as `mail.from` is in `mail`; beside `rcpt_to` it is SMTP's command. */
function bothOfMail(names: readonly string[]): string[] {
  const ending = (name: string): string => plainName(name.split('.').slice(-2).join(''));
  if (!names.some((name) => ending(name) === 'mailto')) return [...names];
  return names.map((name) => (ending(name) === 'mailfrom' ? name.replace(/mail[^\p{L}]*(?=from$)/iu, '') : name));
}

function firstOfMost(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) {
    const [first, second] = name.includes('.') ? [] : wordsOf(name);
    if (first !== undefined && second !== undefined && !TELLING.test(first))
      counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= Math.max(FEWEST, names.length * MOST_OF) ? most[0] : undefined;
}

const withoutFirst = (name: string, first: string): string => {
  const bare = name.replace(/^[^\p{L}\p{N}]+/u, '');
  return bare.slice(first.length).replace(/^[^\p{L}\p{N}]+/u, '') || name;
};

const LONGEST_LETTERS = 4;
/** `EMSTATUS`, `EMRCPT`: letters without anything behind them, where what is left are more names that are known. */
function withoutLetters(names: readonly string[]): readonly string[] {
  const isBare = (name: string): boolean => /^(?:[a-z\d]+|[A-Z\d]+)$/.test(name);
  const bare = names.filter((name) => isBare(name));
  if (bare.length < Math.max(FEWEST, names.length * MOST_OF)) return names;
  let [best, most] = [names, knownOf(names)];
  for (let length = 1; length <= LONGEST_LETTERS; length += 1) {
    const letters = bare[0]?.slice(0, length) ?? '';
    if (bare.filter((name) => name.startsWith(letters)).length < names.length * MOST_OF) break;
    const shorter = names.map((name) => (isBare(name) && name.startsWith(letters) ? name.slice(length) : name));
    const known = knownOf(shorter);
    if (known > most) [best, most] = [shorter, known];
  }
  return best;
}
const SURELY = 0.6;
const knownOf = (names: readonly string[]): number =>
  names.filter((name) => GUESSED_FIELDS.some((field) => nameScore(field, name) > SURELY)).length;
