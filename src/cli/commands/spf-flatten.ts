import { UserError } from '../../core/errors.ts';
import type { ExitCode, Report } from '../../core/report.ts';
import { flattened, includesOf, type Flattening } from '../../spf/flatten.ts';
import { SPF_LIMITS } from '../../spf/limits.ts';
import type { SpfTree } from '../../spf/tree.ts';
import { flattenReport } from '../../spf-report/flatten.ts';
import { domainName } from '../domain-name.ts';
import type { Io } from '../io.ts';
import { proposing, type ProposalOptions } from './spf-proposal.ts';

interface FlattenOptions extends ProposalOptions {
  readonly keep?: readonly string[];
  readonly only?: readonly string[];
}

/** `sendaudit spf flatten`: proposes the record with addresses in place of includes. */
export async function spfFlatten(operands: readonly string[], options: FlattenOptions, io: Io): Promise<ExitCode> {
  const keep = options.keep?.map((name) => domainName(bare(name)));
  const only = options.only?.map((name) => domainName(bare(name)));
  const both = keep?.find((name) => only?.includes(name));
  if (both !== undefined)
    throw new UserError(`--keep and --only both name ${both}`, '--keep leaves an include as it is, --only flattens it');
  return proposing(operands, options, io, async ({ tree, propose }): Promise<Report> => {
    const { own, all } = includesOf(tree);
    for (const name of keep ?? []) refuseUnknown('--keep', name, all, tree);
    for (const name of only ?? []) refuseUnknown('--only', name, own, tree);
    const flattening = flattened(tree, { ...(keep && { keep }), ...(only && { only }) });
    if (flattening === undefined) return flattenReport(await propose('flatten', []), NOTHING);
    const { main, parts, flattened: done, dropped } = flattening;
    if (parts.length > SPF_LIMITS.lookups) throw tooMany(parts.length, tree.domain);
    return flattenReport(
      await propose('flatten', done.length + dropped.length === 0 ? [] : [...parts, main]),
      flattening,
    );
  });
}

/** The record could not be read: there is nothing to say but why. */
const NOTHING: Pick<Flattening, 'flattened' | 'kept' | 'dropped' | 'parts'> = {
  flattened: [],
  kept: [],
  dropped: [],
  parts: [],
};

/** As it is read in the record, or as a domain. */
const bare = (name: string): string => name.replace(/^[-+~?]?include:|^redirect=/i, '');

/** Such records would be refused by everybody, and a hostile include could make us ask for thousands of names. */
const tooMany = (records: number, domain: string): UserError =>
  new UserError(
    `the addresses fill ${records} records of their own, and receivers make ${SPF_LIMITS.lookups} lookups`,
    'each record costs one: flatten includes with few networks only',
    `sendaudit spf flatten ${domain} --only <include>`,
  );

function refuseUnknown(option: string, name: string, known: readonly string[], { domain, unknowns }: SpfTree): void {
  if (known.includes(name) || unknowns.length > 0) return;
  const includes = known.length === 0 ? 'it includes nothing' : `it includes ${known.join(', ')}`;
  throw new UserError(`${option}: the SPF record of ${domain} does not include ${name}`, includes);
}
