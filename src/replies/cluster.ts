import { MONTHS } from '../core/months.ts';
import { ownCopy } from '../core/own-copy.ts';
import { plainReply, qmailWords } from './plain.ts';
import { recent } from './recent.ts';
import { repeated } from './repeated.ts';
import { skeletonOf } from './skeleton.ts';
import { trimmed } from './tokens.ts';

/** Kinds of replies: a year of a large sender's logs has a few thousand. */
const SKELETONS_REMEMBERED = 4_000;
const skeletons = recent<string>(SKELETONS_REMEMBERED);

/** Words, and addresses with all that may stand in one. Brackets, quotes and commas stand between words. */
const WORD =
  /[\w!#$%&*+/=?^`{|}~.-][\w!#$%&'*+/=?^`{|}~.-]{0,63}@[^\s<>()[\]{}"',;|]+|"[^"\s]{1,64}"@[^\s<>()[\]{}"',;|]+|[^\s<>()[\]{}"',;|]+/g;
const MONTH = MONTHS.join('|');
const DATES = new RegExp(
  String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:<number> (?:${MONTH})[a-z]* <number>|(?:${MONTH})[a-z]* <number>)(?: <time>)?(?: <number>)?(?: (?:[+-]?<number>|GMT|UTC|[A-Z]{3,4}\b))?`,
  'g',
);
const LENGTHS =
  /(?:<number>|\b[45]\d\d)[- ]?(?:milli)?(?:seconds?|secs?|minutes?|mins?|minuten?|hours?|hrs?|stunden?|days?|tagen?|heures?|jours?|minuti?|secondes?|sekunden?)(?![a-z])/gi;
const REPEATED = /(<(?:address|ip|host|id|number|time|duration)>)(?:[ ,:;/.-]*\1)+/g;

/** One token stands for itself in whatever brackets it came. */
const BRACKETED = /<<(address|ip|host|id|number|time|duration)>>/g;

function worked(text: string): string {
  const words = plainReply(text).replaceAll(WORD, (word) => (PLAIN.test(word) ? word : trimmed(word)));
  return words
    .replaceAll(BRACKETED, '<$1>')
    .replaceAll(DATES, '<time>')
    .replaceAll(LENGTHS, '<duration>')
    .replaceAll(REPEATED, '$1');
}

/** Most words are plain: letters, and a mark at the end. */
const PLAIN = /^[A-Za-z]+[.:!?]?$/;

/**
 * The text without what differs from one reply to the next: `<address>`, `<ip>`, `<host>`, `<id>`, `<time>`,
 * `<duration>`, `<number>`. Reply codes, a provider's own codes, names of block lists and of pages stay: they are the
 * meaning. Stable, and its own cluster.
 */
export const clusterOf = repeated(unseen);

function unseen(text: string): string {
  const skeleton = skeletonOf(qmailWords(text));
  if (skeleton === undefined) return settled(text);
  return skeletons.get(skeleton) ?? skeletons.set(ownCopy(skeleton), settled(text));
}

/** Working on its own result must change nothing; a second round settles what the first one brought together. */
export function settled(text: string): string {
  let cluster = worked(text);
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    const again = worked(cluster);
    if (again === cluster) break;
    cluster = again;
  }
  return cluster;
}

/** Two are seen in the wild; the limit stops a text made to change for ever. */
const SETTLING_ROUNDS = 4;
