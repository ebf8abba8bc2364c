import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { nameScore } from './guess-names.ts';
import { formatsOf, isCode, isEnhancedCode, isEventWord, isFlag, type SampledColumn, share } from './guess-sample.ts';
import type { KindField, Outcome } from './mapping.ts';

interface Notes {
  told(key: string, why: string): void;
  doubt(text: string): void;
}

/** Of a name that only has such a word in it, `status_id`. */
const HALF_NAME = 0.3;
const MOST_CODES = 20;
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
  const happened = byColumns(columns, notes);
  if (happened !== undefined) return happened;
  const codes = free
    .filter((column) => share(column, (value) => isCode(value) || isEnhancedCode(value)) === 1)
    .toSorted((a, b) => b.filled - a.filled)[0];
  if (codes !== undefined && codes.counts.size <= MOST_VALUES) return byCodes(codes, notes);
  return constant(free, notes);
}

/** What a column is of by its name, `delivered_at` or `opens`: it holds when, or whether, or how often. */
function momentOf(column: SampledColumn): Outcome | undefined {
  const { name, values } = column;
  if (values.length === 0) return undefined;
  const isTold = share(column, isFlag) === 1 || share(column, isCount) === 1 || formatsOf(column).length > 0;
  if (!isTold) return undefined;
  const word = plainName(name.split('.').at(-1) ?? name).replace(MOMENT, '');
  // Not whether it was opened, but whether never before.
  if (FIRST.test(word) && share(column, isFlag) === 1) return undefined;
  return isSentWord(word) ? 'accepted' : (outcomeOf(word) ?? outcomeOf(word.replace(FIRST, '')));
}
const FIRST = /^(?:first|initial|unique|last)/;
const MOMENT = /(?<=\p{L}{3})(?:at|on|date|time|datetime|timestamp|ts|am)$/u;
const isCount = (value: string): boolean => /^\d{1,5}$/.test(value);

/** Where a row is a message: each kind has a column of its own. */
function byColumns(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField | undefined {
  const named = columns.flatMap((column) => {
    const outcome = momentOf(column);
    return outcome === undefined ? [] : [{ column, outcome }];
  });
  const first = new Map(named.toReversed().map(({ column, outcome }) => [outcome, column] as const));
  // That all of them were taken in says nothing.
  const [only, another] = [...first].filter(([outcome]) => outcome !== 'accepted');
  if (only === undefined) return undefined;
  if (another === undefined && share(only[1], isFlag) === 1) return byFlag(...only, { told, doubt });
  if (first.size < 2) return undefined;
  const kinds = named.filter(({ column, outcome }) => first.get(outcome) === column);
  told(
    'kind',
    `a row is a message: ${kinds.map(({ column }) => `\`${column.name}\``).join(', ')} tell what happened to it`,
  );
  return { columns: Object.fromEntries(kinds.map(({ column, outcome }) => [outcome, column.name])) };
}

/** The only column of what happened says yes or no: no is its contrary, or nothing. */
function byFlag(outcome: Outcome, column: SampledColumn, { told, doubt }: Notes): KindField {
  const contrary: Outcome = outcome === 'delivered' ? 'bounced' : outcome.endsWith('bounced') ? 'delivered' : 'ignored';
  const values = Object.fromEntries(
    [...column.counts.keys()].map((value) => [value, isYes(value) ? outcome : contrary]),
  );
  told('kind', `no column holds words for events; \`${column.name}\` says whether a mail was ${outcome}`);
  doubt(`kind.values: where \`${column.name}\` says no, the row is taken for ${contrary}`);
  return { column: column.name, values };
}
const isYes = (value: string): boolean => /^(?:true|yes|1|ja|oui|s[iì])$/i.test(value);

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
  const unnamed = columns
    .filter(
      ({ name, counts, filled }) => nameScore('kind', name) >= HALF_NAME && counts.size <= MOST_CODES && filled >= HALF,
    )
    .toSorted((a, b) => nameScore('kind', b.name) - nameScore('kind', a.name))[0];
  if (unnamed !== undefined) {
    const values = [...unnamed.counts.keys()].slice(0, MOST_CODES).map((value) => `\`${value.slice(0, 40)}\``);
    told('kind', `the name of \`${unnamed.name}\`; its values are no words that are known`);
    doubt(`kind.values: say what these mean, until then no row is an event: ${values.join(', ')}`);
    return { column: unnamed.name, values: {} };
  }
  told('kind', 'no column says what happened');
  doubt('kind.always: every row is taken for delivered; say what it is');
  return { always: 'delivered' };
}
