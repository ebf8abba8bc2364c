import { UserError } from '../../core/errors.ts';
import { NO_INPUTS, type ExitCode } from '../../core/report.ts';
import { evaluateSpf } from '../../spf/evaluate.ts';
import { spfTree } from '../../spf/read-tree.ts';
import { evaluationReport } from '../../spf-report/evaluation.ts';
import { treeReport } from '../../spf-report/tree.ts';
import { parseIp } from '../../protocols/ip.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { ReportOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { senderOption, withoutLocalPart } from '../sender.ts';
import { chosenWorld } from '../world.ts';

interface SpfOptions extends ReportOptions {
  readonly ip?: string;
  readonly sender?: string;
  readonly helo?: string;
}

/** `sendaudit spf`: the whole tree, or the verdict for one client and the path that decided it. */
export async function spf(operands: readonly string[], options: SpfOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const [operand = ''] = operands;
  const domain = domainName(operand);
  if (options.ip === undefined && (options.sender !== undefined || options.helo !== undefined))
    throw new UserError(
      '--sender and --helo say who sends; --ip must say from where',
      undefined,
      `sendaudit spf ${domain} --ip 192.0.2.1`,
    );
  if (options.ip !== undefined && parseIp(options.ip) === undefined)
    throw new UserError(`\`${options.ip}\` is no IP address`, 'an address looks like 192.0.2.1 or 2001:db8::1');
  const sender = senderOption(options.sender, domain);
  const world = await chosenWorld(options, io, [domain]);
  try {
    const inputs = { ...NO_INPUTS, read: world.files, failed: world.failed };
    const about = { inputs, startedAt, failOn: options.failOn };
    const query = options.ip === undefined ? undefined : { ip: options.ip, sender, helo: options.helo ?? domain };
    const asking =
      query === undefined
        ? spfTree(domain, world.net).then((tree) => treeReport(tree, about))
        : evaluateSpf(world.net, query).then((result) => {
            const shown = options.redact === true ? withoutLocalPart(result, sender) : result;
            return evaluationReport(shown, query, about);
          });
    const report = await untilInterrupted(asking, io.interrupted);
    await printReport(report, wanted, options, io);
    world.keep();
    return report.summary.exitCode;
  } finally {
    await world.net.close();
  }
}
