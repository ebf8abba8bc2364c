import { UserError } from '../core/errors.ts';
import type { WorldOptions } from './options.ts';
import type { PeriodOptions } from './period-options.ts';
import { asksForDns } from './world.ts';

/** Look-ups are questions, and nothing is asked unless somebody says where. */
export function refuseLookupOfNothing(options: PeriodOptions & WorldOptions): void {
  if (options.lookup === undefined || asksForDns(options)) return;
  throw new UserError(
    '--lookup asks DNS, and nothing says which',
    undefined,
    'add --live, --resolver <address> or --replay <file>',
  );
}
