import { InvalidArgumentError, type Command } from 'commander';
import { LOOKUPS, type Lookup } from '../traffic/lookup/kinds.ts';
import { list } from './option-groups.ts';

/** What a period is compared with, and what is looked up about its addresses. */
export interface PeriodOptions {
  readonly compare?: readonly string[];
  readonly lookup?: readonly Lookup[];
}

export const periodOptions = (command: Command): Command =>
  command
    .option(
      '--compare <path>',
      'reports of an earlier period: tell what is new, gone or changed since (repeatable)',
      list,
    )
    .option(
      '--lookup [what]',
      'ask DNS about the addresses with most messages: ptr, asn, or both; needs --live, --resolver or --replay',
      wantedLookups,
    )
    .on('option:lookup', function typed(this: Command, value: string | null) {
      if (value === null) this.setOptionValue('lookup', LOOKUPS);
    });

function wantedLookups(typed: string): readonly Lookup[] {
  if (typed === 'both') return LOOKUPS;
  const wanted = LOOKUPS.find((kind) => kind === typed);
  if (wanted === undefined)
    throw new InvalidArgumentError('It takes ptr, asn or both; a path behind --lookup is taken for one of them.');
  return [wanted];
}
