import { plainName } from './columns.ts';
import { nameScore } from './guess-names.ts';
import { isCode, isEnhancedCode, isNumber, isReply, type SampledColumn, share } from './guess-sample.ts';
import type { KindField, Outcome } from './mapping.ts';
import { HALF, MOST_ROWS, MOST_VALUES, type Notes } from './guessing.ts';

/** Of a name that only has such a word in it, `status_id`. */
const HALF_NAME = 0.3;
const MOST_CODES = 20;

/** A column of nothing but codes. */
export const codesOf = (columns: readonly SampledColumn[]): SampledColumn | undefined =>
  columns.find(
    (column) =>
      column.counts.size <= MOST_VALUES && share(column, (value) => isCode(value) || isEnhancedCode(value)) === 1,
  );

export function byCodes(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField | undefined {
  const all = columns.toSorted((a, b) => b.filled - a.filled);
  const codes = codesOf(all);
  const column = codes ?? all.find((one) => share(one, isReply) >= MOST_ROWS);
  if (column === undefined) return undefined;
  const what = codes === undefined ? 'replies' : 'codes';
  told(
    'kind',
    `no column holds words for events; \`${column.name}\` holds ${what}: 2 is delivered, 4 deferred, 5 bounced`,
  );
  if (column.filled < MOST_ROWS)
    doubt(`kind: where \`${column.name}\` is empty, nothing says what happened, and nothing is read`);
  return { column: column.name, values: { '2xx': 'delivered', '4xx': 'deferred', '5xx': 'bounced' } };
}

const TELLING: readonly (readonly [pattern: RegExp, outcome: Outcome])[] = [
  [/bounce|return(?!ed|path|code)|undeliver|notdeliver|unzustellbar|rebond|rebote|rimbalz|respint/, 'bounced'],
  [/complain|abuse|spam|beschwerde|plainte|reclamo|queja|klacht|feedbacktype/, 'complained'],
  [/unsub|abmeld|desabonn|desinscri|disiscri|baja|afmeld/, 'unsubscribed'],
  [/click|klick|clic/, 'clicked'],
  [/open|offnung|ouvert|apert|abiert/, 'opened'],
  [/defer|verzoger|differe|rinvi|aplaza|uitgesteld/, 'deferred'],
];

/** `bounce_rate`: of many. */
const isAmount = (value: string): boolean => isNumber(value) || /^[\d.,]+ ?%$/.test(value);

export function constant(
  columns: readonly SampledColumn[],
  file: string,
  { told, doubt }: Notes,
): KindField | undefined {
  for (const [pattern, always] of TELLING) {
    const column = columns.find(
      (one) => one.filled >= MOST_ROWS && pattern.test(plainName(one.name)) && share(one, isAmount) < 1,
    );
    if (column === undefined) continue;
    told('kind', `no column says what happened; \`${column.name}\` is of such events alone`);
    doubt(`kind.always: every row is taken for ${always}`);
    return { always };
  }
  const [, always] = TELLING.find(([pattern]) => pattern.test(plainName(file))) ?? [];
  if (always !== undefined) {
    told('kind', `no column says what happened; the name of the file does, \`${file}\``);
    doubt(`kind.always: every row is taken for ${always}, by the name of the file alone`);
    return { always };
  }
  return undefined;
}

export function untold({ told, doubt }: Notes): KindField {
  told('kind', 'no column says what happened');
  doubt(
    'kind.always: say what every row is (delivered, bounced, unsubscribed …); until then it is `ignored`, and nothing is read',
  );
  return { always: 'ignored' };
}

/** `status` is 1, 2 or 3, `state` S or F, `Ergebnis` a word nobody knows: what that means only its maker knows. */
const isUntold = (column: SampledColumn): boolean => isNumbered(column) || isCalledState(column);
const isCalledState = ({ called, counts, filled }: SampledColumn): boolean =>
  filled >= HALF && counts.size > 1 && counts.size <= MOST_CODES && STATE.test(plainName(called));
const STATE =
  /^(?:e?mail|message|send(?:e(?!mail)|ing)?|sent|versand|zustell|delivery?|smtp|etat|estado|stato){0,3}(?:status|state|zustand|statut|etat|resultat|estado|resultado|stato|esito|resultaat|ergebnis|result|outcome|ステータス|状態|結果|状态|结果)(?:de)?(?:lenvoi|denvoi|envio|delenvio|deenvio|invio|verzending|delivery)?$/;
const isNumbered = ({ called, counts, filled }: SampledColumn): boolean =>
  filled >= HALF &&
  counts.size <= MOST_CODES &&
  nameScore('kind', called) >= HALF_NAME &&
  !OF_KINDS.test(plainName(called)) &&
  [...counts.keys()].every((value) => NUMBERED.test(value));
const NUMBERED = /^(?:-?\d{1,3}|\p{L})$/u;
/** Of what sort a mail is, and not what became of it. */
const OF_KINDS = /typ|kind|art$|category|kategorie/;
export const untoldStates = (columns: readonly SampledColumn[]): readonly SampledColumn[] =>
  columns.filter((column) => isUntold(column));

/** A column that is called after what happened, in words nobody knows. */
export function byUnknownWords(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField | undefined {
  const unnamed = columns
    .filter(
      ({ called, counts, filled }) =>
        nameScore('kind', called) >= HALF_NAME && counts.size <= MOST_CODES && filled >= HALF,
    )
    .toSorted((a, b) => nameScore('kind', b.called) - nameScore('kind', a.called))[0];
  if (unnamed === undefined) return undefined;
  const values = [...unnamed.counts.keys()].slice(0, MOST_CODES).map((value) => `\`${value.slice(0, 40)}\``);
  told('kind', `the name of \`${unnamed.name}\`; its values are no words that are known`);
  doubt(`kind.values: say what these mean, until then no row is an event: ${values.join(', ')}`);
  return { column: unnamed.name, values: {} };
}

/** Words for events that are those of something else as well: no row is taken for a mail before somebody says so. */
export function byOtherTrade(
  { name, counts }: SampledColumn,
  { what, words }: { readonly what: string; readonly words: readonly string[] },
  { told, doubt }: Notes,
): KindField {
  told('kind', `\`${name}\` holds words for events, beside such for the states of ${what}`);
  doubt(
    `kind.values: ${words
      .slice(0, 4)
      .map((word) => `\`${word}\``)
      .join(
        ', ',
      )} in \`${name}\` are said of ${what}, and this is hardly a log of mail; if it is, say what they mean: ${[
      ...counts.keys(),
    ]
      .slice(0, MOST_CODES)
      .map((value) => `\`${value.slice(0, 40)}\``)
      .join(', ')}`,
  );
  return { column: name, values: {} };
}
