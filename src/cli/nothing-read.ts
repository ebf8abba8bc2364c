import { UserError } from '../core/errors.ts';
import { passedOverText } from '../core/passed-over.ts';
import type { Inputs } from '../core/report.ts';
import type { Reading } from '../traffic/traffic.ts';

const FAILURES_SHOWN = 3;

/** What came of reading files, whatever they were to hold. */
export interface ReadFiles {
  readonly files: number;
  readonly reports: number;
  readonly inputs: Inputs;
}

/** Without a single file, or with none that holds a report of this `kind`, there is nothing to say but why. */
export function refuseNothingRead({ files, reports, inputs }: ReadFiles, paths: readonly string[], kind: string): void {
  const { failed, passedOver = [] } = inputs;
  if (reports === 0 && failed.length === 0 && passedOver.length > 0)
    throw new UserError(`no ${kind} found`, `what is there is something else: ${passedOverText(inputs)}`);
  if (files > 0) return;
  if (failed.length === 0) throw new UserError(`no ${kind} found`, `looked in ${paths.join(', ')}`);
  const shown = failed.slice(0, FAILURES_SHOWN).map(({ path, error }) => `${path}: ${error}`);
  const rest = failed.length - shown.length;
  throw new UserError('there is nothing to read', [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; '));
}

/** An earlier period without a report of its own makes everything look new. */
export function refuseNothingToCompare(reading: Reading, paths: readonly string[]): void {
  refuseNothingRead(reading, paths, 'aggregate report');
  if (reading.tallies.size() > 0) return;
  const { duplicates, reports } = reading;
  const again = duplicates.filter(({ elsewhere }) => elsewhere === true).length;
  throw new UserError(
    `nothing to compare with in ${paths.join(', ')}`,
    reports === 0 && again > 0
      ? 'every report there is among those that are reported on as well, and counts once'
      : reports > 0
        ? 'no report there says anything about the From domains asked for'
        : 'no report there could be read',
    again > 0 ? 'give --compare the reports of an earlier period' : undefined,
  );
}
