import { checks } from '../checks/all.ts';
import type { AnyCheck } from '../core/check.ts';
import { UserError } from '../core/errors.ts';
import { nearestCheck } from './nearest-check.ts';

interface Selection {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** Checks that `--only` and `--skip` leave: each takes a check or a whole family. */
export function selectedChecks({ only, skip = [] }: Selection): AnyCheck[] {
  const matches = ({ id }: AnyCheck, pattern: string): boolean => id === pattern || id.startsWith(`${pattern}/`);
  for (const pattern of [...(only ?? []), ...skip])
    if (!checks.some((one) => matches(one, pattern))) throw noCheck(pattern);
  const left = checks.filter(
    (one) =>
      (only === undefined || only.some((pattern) => matches(one, pattern))) &&
      !skip.some((pattern) => matches(one, pattern)),
  );
  if (left.length === 0) throw new UserError('--skip leaves out every check that --only names');
  return left;
}

function noCheck(pattern: string): UserError {
  const near = nearestCheck(pattern);
  return new UserError(
    `there is no check, and no family, \`${pattern}\``,
    near === undefined ? undefined : `there is ${near}`,
    'sendaudit list checks',
  );
}
