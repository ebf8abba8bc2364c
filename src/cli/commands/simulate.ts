import { UserError } from '../../core/errors.ts';
import { LEVELS } from '../../core/levels.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { pslOrgDomain } from '../../dmarc-policy/psl.ts';
import { knownProviders } from '../../providers/known.ts';
import { changesAnything, type Change } from '../../rehearsal/change.ts';
import { parseGate, type Gate } from '../../rehearsal/gate.ts';
import { rehearsal } from '../../rehearsal/rehearsal.ts';
import { rehearsalReport } from '../../rehearsal/report.ts';
import { attributed } from '../../traffic/attributed.ts';
import { readTraffic } from '../../traffic/read.ts';
import type { Traffic } from '../../traffic/traffic.ts';
import { readConfig } from '../config/config.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { nothingAbout } from '../nothing-about.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { stretchOption, type StretchOptions } from '../stretch.ts';
import { typedChange, type ChangeOptions, type TypedChange } from '../rehearsed-change.ts';
import { twoWorlds, type TwoWorlds } from '../two-worlds.ts';

interface SimulateOptions extends WorldOptions, OutputOptions, ChangeOptions, StretchOptions {
  readonly domain?: readonly string[];
  readonly config?: string;
  readonly ready?: true;
  readonly today?: string;
  readonly failOn?: readonly string[];
}

/** `sendaudit simulate`: what a change would do to the mail of a period. */
export async function simulate(operands: readonly string[], options: SimulateOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options, operands);
  const { failOn, gates } = failOnOption(options.failOn);
  const domains = [...new Set((options.domain ?? []).map((domain) => domainName(domain)))];
  const today = options.today === undefined ? undefined : dayOption(options.today);
  const stretch = stretchOption(options, { now: startedAt });
  const typed = await typedChange(options);
  const { streams: rules } = await readConfig(options.config);
  const worlds = await twoWorlds(options, io, domains);
  const progress = startProgress(io);
  try {
    const reading = await readTraffic(operands, {
      ...stretch,
      stdin: io.stdin,
      domains,
      interrupted: io.interrupted,
      onProgress: (text) => progress.update(text),
    });
    if (!io.interrupted.aborted) refuseNothingRead(reading, operands, 'aggregate report');
    const catalogue = knownProviders();
    const rehearsing = async () => {
      progress.update('rehearsing');
      const inputs = { ...reading.inputs, failed: [...(worlds?.failed ?? []), ...reading.inputs.failed] };
      const traffic = await attributed(
        { ...reading, inputs },
        { catalogue, rules, ...(worlds && { net: worlds.now }) },
      );
      if (traffic.messages === 0) throw nothingToRehearseWith(traffic, domains);
      const change = changeOver(traffic, typed, domains, worlds);
      const asksReadiness = options.ready === true || !changesAnything(change);
      return rehearsal(traffic, {
        change: asksReadiness ? { ...change, policy: { ...change.policy, p: 'reject' } } : change,
        domains,
        asksReadiness,
        catalogue,
        ...(worlds === undefined ? {} : { worlds }),
        ...(today === undefined ? {} : { today }),
      });
    };
    const rehearsed = await untilInterrupted(rehearsing(), io.interrupted);
    progress.stop();
    const report = rehearsalReport({ rehearsal: rehearsed, gates, startedAt, failOn });
    await printReport(report, wanted, options, io);
    worlds?.chosen.keep();
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await worlds?.chosen.net.close();
  }
}

function nothingToRehearseWith({ tallies, reports }: Traffic, domains: readonly string[]): UserError {
  if (reports === 0) return new UserError('no report could be read, so there is no traffic to rehearse with');
  if (domains.length === 0) return new UserError('the reports hold no message, so there is nothing to rehearse with');
  return nothingAbout(
    domains,
    tallies.policyDomains().map(({ domain }) => domain),
  );
}

/** The change, with the domain whose SPF record it is about. */
function changeOver(
  { streams }: Traffic,
  { spfText, ...typed }: TypedChange,
  domains: readonly string[],
  worlds: TwoWorlds | undefined,
): Change {
  const planned = worlds?.planned !== undefined;
  if (spfText === undefined) return { ...typed, spf: new Map(), planned };
  if (worlds === undefined)
    throw new UserError(
      '--spf needs a DNS to ask',
      'what the record includes, and what it stands in place of, is looked up there',
      'add --live, --replay or --zone',
    );
  const homes = [...new Set(streams.map(({ headerFrom }) => pslOrgDomain(headerFrom)))];
  const [domain, ...others] = domains.length > 0 ? domains : homes;
  if (domain === undefined || others.length > 0)
    throw new UserError(
      '--spf is the record of one domain',
      `the reports are about ${homes.slice(0, 5).join(', ')}`,
      'name it with --domain',
    );
  return { ...typed, spf: new Map([[domain, spfText]]), planned };
}

/** Levels and limits may stand side by side; a limit alone takes the place of the level. */
function failOnOption(typed: readonly string[] = []): {
  readonly failOn: FailOn | undefined;
  readonly gates: readonly Gate[];
} {
  const gates: Gate[] = [];
  let level: FailOn | undefined;
  for (const text of typed) {
    const gate = parseGate(text);
    const named = [...LEVELS, 'never' as const].find((one) => one === text);
    if (gate !== undefined) gates.push(gate);
    else if (named !== undefined) level = named;
    else
      throw new UserError(
        `--fail-on takes a level or a limit, not \`${text}\``,
        'levels are error, warning, note and never; limits look like legitimate-loss=0.1% and legitimate-quarantine=1%',
      );
  }
  return { failOn: level, gates };
}

/** The end of a day, in seconds since 1970. */
function dayOption(typed: string): number {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T23:59:59Z`) : Number.NaN;
  if (Number.isNaN(end)) throw new UserError(`--today takes a date, not \`${typed}\``, undefined, '--today 2026-11-01');
  return end / 1000;
}
