import { auditDomain } from '../../audit/audit.ts';
import { auditReport } from '../../audit/report.ts';
import { atOnce } from '../../core/at-once.ts';
import { UserError } from '../../core/errors.ts';
import { NO_INPUTS, type ExitCode, type Inputs } from '../../core/report.ts';
import { questionName } from '../../net/question-name.ts';
import { knownProviders } from '../../providers/known.ts';
import type { Hints, SelectorHint } from '../../sources/source.ts';
import { trafficAbout } from '../../traffic/about.ts';
import type { Traffic } from '../../traffic/traffic.ts';
import { readConfig, type Config } from '../config.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { ReportOptions } from '../options.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { selectedChecks } from '../selected-checks.ts';
import { refuseUncovered } from '../uncovered.ts';
import { chosenWorld, type ChosenWorld } from '../world.ts';

interface CheckOptions extends ReportOptions {
  readonly selector?: readonly string[];
  readonly reports?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly config?: string;
  readonly passed?: true;
}

/** Domains audited at once; each asks a dozen questions, and the client has a cap of its own. */
const AT_ONCE = 8;

/** `sendaudit check`: audits the mail records of domains. */
export async function check(operands: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const selected = selectedChecks(options);
  for (const selector of options.selector ?? []) refuseNoSelector(selector);
  const config = await readConfig(options.config);
  const domains = domainNames(operands.length > 0 ? operands : Object.keys(config.domains));
  const progress = startProgress(io);
  try {
    const world = await chosenWorld(options, domains);
    try {
      refuseUncovered(domains, world);
      const traffic = options.reports === undefined ? undefined : await reportedTraffic(options, domains, world, io);
      const auditing = atOnce(AT_ONCE, domains, async (domain) => {
        progress.update(`auditing ${domain}`);
        const hints = hintsFor(domain, options, config, world, traffic);
        return auditDomain({
          domain,
          net: world.net,
          hints,
          catalogue: knownProviders(),
          checks: selected,
          now: startedAt,
        });
      });
      const subjects = await untilInterrupted(auditing, io.interrupted);
      progress.stop();
      const report = auditReport({
        subjects,
        checks: selected,
        inputs: joined(world, traffic),
        startedAt,
        failOn: options.failOn,
        passed: options.passed === true,
      });
      await printReport(report, wanted, options, io);
      return report.summary.exitCode;
    } finally {
      await world.net.close();
    }
  } finally {
    progress.stop();
  }
}

function domainNames(operands: readonly string[]): string[] {
  if (operands.length === 0) throw new UserError('no domain given', undefined, 'sendaudit check example.com');
  return [...new Set(operands.map((operand) => domainName(operand)))];
}

/** A selector is one label of a name, or several (RFC 6376 §3.1). */
function refuseNoSelector(typed: string): void {
  if (questionName(typed) !== undefined && /^[^\s@:/.]+(?:\.[^\s@:/.]+)*$/.test(typed)) return;
  throw new UserError(
    `\`${typed}\` is no DKIM selector`,
    'a selector is what stands behind s= in a DKIM-Signature, and before ._domainkey in DNS',
  );
}

function hintsFor(
  domain: string,
  { selector = [] }: CheckOptions,
  config: Config,
  { selectorNames, live }: ChosenWorld,
  traffic: Traffic | undefined,
): Hints {
  const suffix = `._domainkey.${domain}`;
  const listed = selectorNames.filter((name) => name.endsWith(suffix));
  const hints: SelectorHint[] = [
    ...selector.map((one) => ({ selector: one, origin: '--selector' })),
    ...(config.domains[domain]?.selectors ?? []).map((one) => ({ selector: one, origin: 'sendaudit.json' })),
    ...selectorsIn(traffic, domain).map((one) => ({ selector: one, origin: 'DMARC reports' })),
    ...listed.map((name) => ({ selector: name.slice(0, -suffix.length), origin: 'the names given' })),
  ];
  const own = traffic === undefined ? undefined : trafficAbout(traffic, domain);
  return { selectors: hints, guessSelectors: live, ...(own === undefined ? {} : { traffic: own }) };
}

/** Selectors whose signatures passed: one that never did may be anybody's invention. */
function selectorsIn(traffic: Traffic | undefined, domain: string): string[] {
  if (traffic === undefined) return [];
  const found = new Set<string>();
  for (const { signature } of traffic.tallies.all())
    for (const { domain: signer, selector, result } of signature.dkim)
      if (signer === domain && result === 'pass' && selector !== undefined && selector !== '') found.add(selector);
  return [...found];
}

async function reportedTraffic(
  { reports = [] }: CheckOptions,
  domains: readonly string[],
  { net }: ChosenWorld,
  io: Io,
): Promise<Traffic> {
  const { readTraffic } = await import('../../traffic/read.ts');
  const { attributed } = await import('../../traffic/attributed.ts');
  io.prepareForBulk?.();
  const reading = await readTraffic(reports, { stdin: io.stdin, domains, interrupted: io.interrupted });
  if (!io.interrupted.aborted) refuseNothingRead(reading, reports);
  return attributed(reading, { catalogue: knownProviders(), net });
}

function joined({ failed, files }: ChosenWorld, traffic: Traffic | undefined): Inputs {
  const reports = traffic?.inputs ?? NO_INPUTS;
  return { read: files + reports.read, failed: [...failed, ...reports.failed], repairs: reports.repairs };
}
