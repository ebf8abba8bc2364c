import type { ExitCode } from '../../core/report.ts';
import { danglingNames } from '../../sources/spf-targets.ts';
import { branchUse } from '../../spf/branch-use.ts';
import { optimised } from '../../spf/optimise.ts';
import type { SpfTree } from '../../spf/tree.ts';
import { optimiseReport, type SeenUse } from '../../spf-report/optimise.ts';
import type { Io } from '../io.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import { proposing, type ProposalOptions } from './spf-proposal.ts';

interface OptimiseOptions extends ProposalOptions {
  readonly static?: true;
  readonly reports?: readonly string[];
}

/** `sendaudit spf optimise`: proposes the smallest record that means the same. */
export async function spfOptimise(operands: readonly string[], options: OptimiseOptions, io: Io): Promise<ExitCode> {
  return proposing(operands, options, io, async ({ tree, net, propose }) => {
    const use = options.reports === undefined ? undefined : await useIn(options.reports, tree, io);
    const unregistered = await danglingNames(tree, net);
    const optimisation = optimised(tree, { unregistered, static: options.static === true });
    const proposal = await propose('optimise', optimisation.records);
    return optimiseReport(proposal, optimisation, use);
  });
}

async function useIn(paths: readonly string[], tree: SpfTree, io: Io): Promise<SeenUse | undefined> {
  const { readTraffic } = await import('../../traffic/read.ts');
  io.prepareForBulk?.();
  const reading = await readTraffic(paths, { stdin: io.stdin, interrupted: io.interrupted });
  if (!io.interrupted.aborted) refuseNothingRead(reading, paths, 'aggregate report');
  const use = branchUse(tree, reading.tallies.all());
  const seen = reading.tallies.reporters();
  const period =
    seen.length === 0
      ? undefined
      : {
          begin: Math.min(...seen.map(({ firstSeen }) => firstSeen)),
          end: Math.max(...seen.map(({ lastSeen }) => lastSeen)),
        };
  return use === undefined ? undefined : { ...use, period };
}
