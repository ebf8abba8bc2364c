import { UserError } from '../core/errors.ts';
import { momentOption, type MomentOptions } from './moment.ts';

/** A stretch of time, as it is typed. */
export interface StretchOptions {
  readonly since?: string;
  readonly until?: string;
}

/** Seconds since 1970; `until` lies outside. */
export interface Stretch {
  readonly since?: number;
  readonly until?: number;
}

/** `--since` and `--until`. Throws a UserError where nothing can lie between them. */
export function stretchOption(typed: StretchOptions, at: MomentOptions): Stretch {
  const since = typed.since === undefined ? undefined : momentOption('--since', typed.since, at);
  const until = typed.until === undefined ? undefined : momentOption('--until', typed.until, at);
  if (since !== undefined && since > at.now.getTime() / 1000)
    throw new UserError(`--since: \`${typed.since}\` is still to come`);
  if (since !== undefined && until !== undefined && since >= until)
    throw new UserError('--since is not before --until', 'nothing lies between them');
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
