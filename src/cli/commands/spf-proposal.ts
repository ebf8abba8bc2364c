import { UserError } from '../../core/errors.ts';
import type { RecordChange } from '../../core/outcome.ts';
import { NO_INPUTS, type ExitCode, type Report } from '../../core/report.ts';
import { recordText } from '../../core/record-text.ts';
import type { Net } from '../../net/net.ts';
import { costOf, passAlike } from '../../spf/cost.ts';
import { changesTo } from '../../spf/changes.ts';
import type { PlannedRecord } from '../../spf/layout.ts';
import { canChange, recordToChange } from '../../spf/own-records.ts';
import { plannedDns } from '../../spf/planned.ts';
import { spfTree } from '../../spf/read-tree.ts';
import type { FailedQuestion, SpfTree } from '../../spf/tree.ts';
import type { Proposal } from '../../spf-report/proposal.ts';
import { isSpfRecord } from '../../protocols/spf.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { chosenWorld } from '../world.ts';

export interface ProposalOptions extends WorldOptions, OutputOptions {}

/** A domain's SPF, and how to make a proposal of planned records. */
export interface Desk {
  readonly tree: SpfTree;
  readonly net: Net;
  /** `planned` in the order of publishing. */
  propose(action: Proposal['action'], planned: readonly PlannedRecord[]): Promise<Proposal>;
}

/** Reads a domain's SPF, lets `work` make a report of it, and prints that. */
export async function proposing(
  operands: readonly string[],
  options: ProposalOptions,
  io: Io,
  work: (desk: Desk) => Promise<Report>,
): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const domain = domainName(operands[0] ?? '');
  const world = await chosenWorld(options, io, [domain]);
  try {
    const inputs = { ...NO_INPUTS, read: world.files, failed: world.failed };
    const making = async (): Promise<Report> => {
      const tree = await spfTree(domain, world.net);
      refuseUnusable(tree);
      return work({
        tree,
        net: world.net,
        propose: async (action, planned) => {
          const { changes, after, unknowns } = await planOf(tree, planned, world.net);
          const costs = { before: costOf(tree), after: costOf(after) };
          return { action, domain, ...costs, changes, unknowns: [...tree.unknowns, ...unknowns], inputs, startedAt };
        },
      });
    };
    const report = await untilInterrupted(making(), io.interrupted);
    await printReport(report, wanted, options, io);
    world.keep();
    return report.summary.exitCode;
  } finally {
    await world.net.close();
  }
}

/** Without one record that can be read there is nothing to start from. */
function refuseUnusable(tree: SpfTree): void {
  const { root, domain } = tree;
  const check = `sendaudit check ${domain} --only spf`;
  if (root.state === 'none') throw new UserError(`${domain} has no SPF record`, undefined, check);
  if (root.state === 'several')
    throw new UserError(`${domain} has ${root.texts.length} SPF records`, 'receivers answer permerror to that', check);
  const record = recordToChange(tree);
  const wrong = record?.parsed.problems.find(({ fatal }) => fatal);
  if (wrong !== undefined)
    throw new UserError(`the SPF record of ${record?.domain} has a syntax error`, wrong.message, check);
  if (record !== undefined && !canChange(tree, record))
    throw new UserError(
      `the SPF record of ${domain} is that of ${record.via.at(-1)}, to which a CNAME leads`,
      'only its owner can change it',
    );
}

async function planOf(
  tree: SpfTree,
  planned: readonly PlannedRecord[],
  net: Net,
): Promise<{ changes: RecordChange[]; after: SpfTree; unknowns: FailedQuestion[] }> {
  const unknowns: FailedQuestion[] = [];
  const standing = new Map<string, string[]>();
  await Promise.all(
    planned.map(async ({ name }) => {
      const answer = await net.resolve(name, 'TXT');
      if (answer.status === 'failed') unknowns.push({ name, type: 'TXT', reason: answer.reason, path: name });
      const texts = answer.status === 'ok' ? answer.records.map(recordText) : [];
      standing.set(name, texts.filter(isSpfRecord));
    }),
  );
  const texts = new Map(planned.map(({ name, text }) => [name, text]));
  const after = await spfTree(tree.domain, plannedDns(net, texts));
  // Nobody may publish what lets others pass than before; should that ever happen, it is a bug of ours.
  const isWhole = tree.cut.length + after.cut.length === 0;
  if (isWhole && !passAlike(tree, after))
    throw new Error(`the records proposed for ${tree.domain} do not mean the same`);
  return { changes: changesTo(planned, standing), after, unknowns };
}
