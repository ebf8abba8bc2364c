import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { nameScore } from './guess-names.ts';
import { isCode, isEnhancedCode, isEventWord, type SampledColumn, share } from './guess-sample.ts';
import type { KindField, Outcome } from './mapping.ts';

interface Notes {
  told(key: string, why: string): void;
  doubt(text: string): void;
}

/** Share of values that must be known words. */
const HALF = 0.5;
/** More different values than this are no kinds. */
const MOST_VALUES = 60;
const BY_CLASS: Readonly<Record<string, Outcome>> = { '2': 'delivered', '4': 'deferred', '5': 'bounced' };

/** By words for events; else by reply codes; else by a column that only one kind of event has. */
export function guessedKind(columns: readonly SampledColumn[], taken: ReadonlySet<string>, notes: Notes): KindField {
  const free = columns.filter(({ name, values }) => !taken.has(name) && values.length > 0);
  const words = free
    .map((column) => ({ column, score: share(column, isEventWord) + nameScore('kind', column.name) }))
    .filter(({ column }) => column.counts.size <= MOST_VALUES && share(column, isEventWord) >= HALF)
    // A type of bounce is told beside what happened, and not in every row.
    .toSorted((a, b) => b.score + 2 * b.column.filled - (a.score + 2 * a.column.filled))[0]?.column;
  if (words !== undefined) return byWords(words, notes);
  const codes = free
    .filter((column) => share(column, (value) => isCode(value) || isEnhancedCode(value)) === 1)
    .toSorted((a, b) => b.filled - a.filled)[0];
  if (codes !== undefined && codes.counts.size <= MOST_VALUES) return byCodes(codes, notes);
  return constant(free, notes);
}

function byWords({ name, counts }: SampledColumn, { told, doubt }: Notes): KindField {
  const hasDelivered = [...counts.keys()].some((value) => outcomeOf(value) === 'delivered');
  const values: Record<string, Outcome> = {};
  const unknown: string[] = [];
  for (const [value, count] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    const isSent = isSentWord(value);
    const outcome = isSent ? (hasDelivered ? 'accepted' : 'delivered') : outcomeOf(value);
    if (outcome === undefined) unknown.push(`\`${value.slice(0, 40)}\` (${count})`);
    else values[value] = outcome;
    if (isSent)
      doubt(
        hasDelivered
          ? `kind: \`${value}\` is taken for accepted by the service, since there is a word for delivered`
          : `kind: \`${value}\` is taken for delivered, since there is no other word for it`,
      );
  }
  told('kind', `\`${name}\` holds words for events: ${Object.keys(values).slice(0, 6).join(', ')}`);
  if (unknown.length > 0)
    doubt(`kind.values: not known, and left out: ${unknown.slice(0, 8).join(', ')}; name them, or say \`ignored\``);
  return { column: name, values };
}

function byCodes({ name, counts }: SampledColumn, { told, doubt }: Notes): KindField {
  const values: Record<string, Outcome> = {};
  for (const value of counts.keys()) values[value] = BY_CLASS[value.charAt(0)] ?? 'bounced';
  told('kind', `no column holds words for events; \`${name}\` holds codes: 2 is delivered, 4 deferred, 5 bounced`);
  doubt(`kind.values: only codes that were seen in \`${name}\` are named`);
  return { column: name, values };
}

const TELLING: readonly (readonly [pattern: RegExp, outcome: Outcome])[] = [
  [/bounce|unzustellbar|rebond|rebote|rimbalz|respint/, 'bounced'],
  [/complain|beschwerde|plainte|reclamo|queja|klacht|feedbacktype/, 'complained'],
  [/unsub|abmeld|desabonn|desinscri|disiscri|baja|afmeld/, 'unsubscribed'],
  [/click|klick|clic|url|link/, 'clicked'],
  [/open|offnung|ouvert|apert|abiert/, 'opened'],
  [/defer|verzoger|differe|rinvi|aplaza|uitgesteld/, 'deferred'],
];

function constant(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField {
  for (const [pattern, always] of TELLING) {
    const column = columns.find(({ name }) => pattern.test(plainName(name)));
    if (column === undefined) continue;
    told('kind', `no column says what happened; \`${column.name}\` is of such events alone`);
    doubt(`kind.always: every row is taken for ${always}`);
    return { always };
  }
  told('kind', 'no column says what happened');
  doubt('kind.always: every row is taken for delivered; say what it is');
  return { always: 'delivered' };
}
