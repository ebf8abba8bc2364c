import { NO_INPUTS, type Inputs } from '../core/report.ts';
import { knownProviders } from '../providers/known.ts';
import type { StreamRule } from '../streams/rules.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { WantedDomain } from './domains.ts';
import type { Io } from './io.ts';
import { refuseNothingRead } from './nothing-read.ts';
import type { ChosenWorld } from './world.ts';

/** What DMARC reports say of the domains; undefined where none were named. */
export async function reportedTraffic(
  reports: readonly string[] | undefined,
  domains: readonly WantedDomain[],
  { net }: ChosenWorld,
  rules: readonly StreamRule[],
  io: Io,
): Promise<Traffic | undefined> {
  if (reports === undefined) return undefined;
  const { readTraffic } = await import('../traffic/read.ts');
  const { attributed } = await import('../traffic/attributed.ts');
  io.prepareForBulk?.();
  const about = { stdin: io.stdin, domains: domains.map(({ domain }) => domain), interrupted: io.interrupted };
  const reading = await readTraffic(reports, about);
  if (!io.interrupted.aborted) refuseNothingRead(reading, reports, 'aggregate report');
  return attributed(reading, { catalogue: knownProviders(), net, rules });
}

/** Everything that went into an audit, and what of it could not be read. */
export function auditInputs(
  { failed, files }: Pick<ChosenWorld, 'failed' | 'files'>,
  traffic: Traffic | undefined,
  lists: Inputs['failed'],
  cut: readonly [done: number, of: number] | undefined,
): Inputs {
  const reports = traffic?.inputs ?? NO_INPUTS;
  const interruption =
    cut === undefined
      ? []
      : [
          {
            path: 'interrupted',
            error: `${cut[0]} of ${cut[1]} domains are audited; no recording and no baseline is written`,
          },
        ];
  return {
    read: files + reports.read,
    failed: [...interruption, ...lists, ...failed, ...reports.failed],
    repairs: reports.repairs,
  };
}
