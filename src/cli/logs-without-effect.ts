import { UserError } from '../core/errors.ts';
import type { Target } from './output.ts';
import { refuseTableOfNothing } from './tables-only.ts';
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
  readonly table: string;
  readonly message?: string;
  readonly map?: string;
  readonly logFormat?: string;
}

/**
 * What was typed for something that nothing will do is refused: nobody is left to find out. What merely has nothing to say
 * in this run is not, since scripts give the same options to every run.
 */
export function refuseWithoutEffect(
  typed: Typed,
  { table, message, map, logFormat }: LogsTyped,
  wanted: readonly Target[],
): void {
  if (map !== undefined && logFormat !== undefined)
    throw new UserError(
      `--log-format ${logFormat} reads everything as that, and nothing by the mapping`,
      'a file that the mapping does not fit is recognised by itself',
      'give one of them: --map or --log-format',
    );
  if (message === undefined) refuseTableOfNothing(typed, table, wanted);
}
