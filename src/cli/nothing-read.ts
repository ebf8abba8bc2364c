import { UserError } from '../core/errors.ts';
import { passedOverText } from '../traffic/passed-over.ts';
import type { Reading } from '../traffic/traffic.ts';

const FAILURES_SHOWN = 3;

/** Without a single file there is nothing to say but why. */
export function refuseNothingRead({ files, reports, inputs }: Reading, paths: readonly string[]): void {
  const { failed, passedOver = [] } = inputs;
  if (reports === 0 && failed.length === 0 && passedOver.length > 0)
    throw new UserError('no aggregate report found', `what is there is something else: ${passedOverText(inputs)}`);
  if (files > 0) return;
  if (failed.length === 0) throw new UserError('no report found', `looked in ${paths.join(', ')}`);
  const shown = failed.slice(0, FAILURES_SHOWN).map(({ path, error }) => `${path}: ${error}`);
  const rest = failed.length - shown.length;
  throw new UserError('there is nothing to read', [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; '));
}
