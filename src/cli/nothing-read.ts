import { UserError } from '../core/errors.ts';
import type { Reading } from '../traffic/traffic.ts';

const FAILURES_SHOWN = 3;

/** Without a single file there is nothing to say but why. */
export function refuseNothingRead({ files, inputs: { failed } }: Reading, paths: readonly string[]): void {
  if (files > 0) return;
  if (failed.length === 0) throw new UserError('no report found', `looked in ${paths.join(', ')}`);
  const shown = failed.slice(0, FAILURES_SHOWN).map(({ path, error }) => `${path}: ${error}`);
  const rest = failed.length - shown.length;
  throw new UserError('there is nothing to read', [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; '));
}
