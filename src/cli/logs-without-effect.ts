import { UserError } from '../core/errors.ts';
import { isTable, refuseTableOfNothing } from './tables-only.ts';
import type { Target } from './output.ts';
import { optionName, type Typed } from './typed.ts';

/** What `--guess-map` heeds: whom it hides, and the zone it proposes. */
const OF_GUESSES: ReadonlySet<string> = new Set(['guessMap', 'redact', 'redactKey', 'timezone']);

/** A proposal is made for one file, and reads nothing: whatever says how to read, or what to print, is for another run. */
export function refuseBesideGuess(operands: readonly string[], typed: Typed): void {
  const other = [...typed].find((name) => !OF_GUESSES.has(name));
  const beside = other === undefined ? operands[0] : optionName(other);
  if (beside === undefined) return;
  throw new UserError(
    `--guess-map proposes a mapping and reads nothing: \`${beside}\` has no effect beside it`,
    undefined,
    'sendaudit logs --guess-map FILE > mapping.json, and then sendaudit logs FILE --map mapping.json',
  );
}

interface LogsTyped {
  readonly by: string;
  readonly table: string;
  readonly message?: string;
  readonly map?: string;
  readonly logFormat?: string;
}

/** What would be obeyed by nothing is refused: nobody is left to find out that it was. */
export function refuseWithoutEffect(
  typed: Typed,
  { by, table, message, map, logFormat }: LogsTyped,
  { wanted, isSplit }: { readonly wanted: readonly Target[]; readonly isSplit: boolean },
): void {
  if (map !== undefined && logFormat !== undefined)
    throw new UserError(
      `--log-format ${logFormat} reads everything as that, and nothing by the mapping`,
      'a file that the mapping does not fit is recognised by itself',
      'give one of them: --map or --log-format',
    );
  if (message !== undefined) return refuseBesideStory(typed, wanted);
  refuseTableOfNothing(typed, table, wanted);
  if (typed.has('by') && table === 'events' && wanted.every((target) => isTable(target)))
    throw new UserError(
      `--by ${by} counts, and every event is listed`,
      undefined,
      'add --table groups or --table reasons, or another --format',
    );
  if (typed.has('providers')) refuseProviders(by, wanted, isSplit);
}

function refuseProviders(by: string, wanted: readonly Target[], isSplit: boolean): void {
  if (!wanted.some(({ format }) => PAGES.has(format)))
    throw new UserError(
      '--providers says how much a page shows, and none is asked for',
      `${wanted.map(({ format }) => format).join(' and ')} lists all`,
      'leave it out, or add --format text, markdown or html',
    );
  if (!isSplit)
    throw new UserError(
      `--providers has no effect with --by ${by}`,
      'only streams and providers are split further',
      'leave one of them out',
    );
}
/** Annotations stand beside a page in the summary of a step. */
const PAGES: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'github']);

/** A story tells what became of messages: it counts, lists and judges nothing else. */
function refuseBesideStory(typed: Typed, wanted: readonly Target[]): void {
  const isCounted = wanted.some(({ format }) => format === 'json');
  const other = ['table', 'providers', 'failOn', ...(isCounted ? [] : ['by'])].find((name) => typed.has(name));
  if (other === undefined) return;
  throw new UserError(
    `--message tells the story of messages: ${optionName(other)} has no effect beside it`,
    'it counts and judges nothing',
    'leave one of them out',
  );
}
