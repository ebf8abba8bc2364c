import { UserError } from '../../core/errors.ts';
import { NO_INPUTS, type ExitCode } from '../../core/report.ts';
import { evaluateSpf } from '../../spf/evaluate.ts';
import { spfTree } from '../../spf/tree.ts';
import { evaluationReport } from '../../spf-report/evaluation.ts';
import { treeReport } from '../../spf-report/tree.ts';
import { parseIp } from '../../protocols/ip.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { ReportOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { chosenWorld } from '../world.ts';

interface SpfOptions extends ReportOptions {
  readonly ip?: string;
  readonly sender?: string;
  readonly helo?: string;
}

/** `sendaudit spf`: the whole tree, or the verdict for one client and the path that decided it. */
export async function spf(operands: readonly string[], options: SpfOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = targets(options);
  const [operand = ''] = operands;
  const domain = domainName(operand);
  if (options.ip === undefined && (options.sender !== undefined || options.helo !== undefined))
    throw new UserError(
      '--sender and --helo say who sends; --ip must say from where',
      undefined,
      `sendaudit spf ${domain} --ip 192.0.2.1`,
    );
  if (options.ip !== undefined && parseIp(options.ip) === undefined)
    throw new UserError(`\`${options.ip}\` is no IP address`);
  const world = await chosenWorld(options, [domain]);
  try {
    const inputs = { ...NO_INPUTS, read: world.files, failed: world.failed };
    const about = { inputs, startedAt, failOn: options.failOn };
    const asking =
      options.ip === undefined
        ? spfTree(domain, world.net).then((tree) => treeReport(tree, about))
        : evaluated(domain, options.ip, options, world.net, about);
    const report = await untilInterrupted(asking, io.interrupted);
    await printReport(report, wanted, options, io);
    return report.summary.exitCode;
  } finally {
    await world.net.close();
  }
}

async function evaluated(
  domain: string,
  ip: string,
  { sender, helo }: SpfOptions,
  net: Parameters<typeof evaluateSpf>[0],
  about: Parameters<typeof evaluationReport>[2],
): Promise<ReturnType<typeof evaluationReport>> {
  const query = { ip, sender: sender ?? `postmaster@${domain}`, helo: helo ?? domain };
  return evaluationReport(await evaluateSpf(net, query), query, about);
}
