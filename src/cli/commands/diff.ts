import { checks } from '../../checks/all.ts';
import { UserError } from '../../core/errors.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { drift } from '../../drift/drift.ts';
import { auditedDomains } from '../../drift/recorded-names.ts';
import { driftReport, type DriftFailOn } from '../../drift/report.ts';
import type { RecordedNet } from '../../net/recorded.ts';
import { printRdata } from '../../net/zone/rdata-print.ts';
import { knownProviders } from '../../providers/known.ts';
import { readConfig } from '../config/config.ts';
import { domainName } from '../domain-name.ts';
import { hintsFor } from '../hints.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { chosenWorld, replayed } from '../world.ts';

interface DiffOptions extends WorldOptions, OutputOptions {
  readonly domain?: readonly string[];
  readonly config?: string;
  readonly failOn?: DriftFailOn;
  /** `--timeout` stands on the command line; its value is there by default. */
  readonly timeoutTyped?: true;
}

/** `sendaudit diff`: what changed between two recordings, or since one, and what it means. */
export async function diff(operands: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options, operands);
  const [earlierFile = '', laterFile] = operands;
  if (laterFile !== undefined) refuseAsking(options);
  const config = await readConfig(options.config);
  const earlier = await replayed(earlierFile);
  const domains = wantedDomains(earlierFile, earlier, options);
  const world = await chosenWorld(
    laterFile === undefined ? laterOptions(earlierFile, options) : { replay: laterFile, timeout: options.timeout },
    io,
    domains,
  );
  const progress = startProgress(io);
  try {
    progress.update('asking again');
    const comparing = drift(earlier, world.net, {
      domains,
      onlyThese: options.domain !== undefined,
      hintsOf: (domain) => hintsFor(domain, {}, config.domains.get(domain), config.dnsbls ?? [], world, undefined),
      leniency: { levels: config.levels, ignore: config.ignore, today: startedAt.toISOString().slice(0, 10) },
      catalogue: knownProviders(),
      checks,
      now: startedAt,
      print: printRdata,
    });
    const found = await untilInterrupted(comparing, io.interrupted);
    progress.stop();
    const report = driftReport({
      ...found,
      title: `${earlierFile} → ${laterFile ?? laterName(options)}`,
      checks,
      inputs: {
        read: 1 + world.files + (laterFile === undefined && options.replay === undefined ? 0 : 1),
        failed: [...problemsOf(earlier), ...world.failed],
        repairs: [],
      },
      startedAt,
      failOn: options.failOn ?? levelSet(config.failOn),
    });
    await printReport(report, wanted, options, io);
    world.keep();
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await world.net.close();
  }
}

/** Two recordings leave nothing to ask. */
function refuseAsking(options: DiffOptions): void {
  const { zone, replay, record, resolver, live, maxQuestions, timeoutTyped } = options;
  const given = Object.entries({
    '--zone': zone,
    '--replay': replay,
    '--record': record,
    '--resolver': resolver,
    '--live': live,
    '--max-questions': maxQuestions,
    '--timeout': timeoutTyped,
  }).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UserError(
    `two recordings are compared with each other, so ${given[0]} does not go with them`,
    undefined,
    `leave out ${given[0]}, or the second recording`,
  );
}

function wantedDomains(file: string, earlier: RecordedNet, { domain: named }: DiffOptions): string[] {
  if (named !== undefined) return [...new Set(named.map((domain) => domainName(domain)))];
  const audited = auditedDomains(earlier.recorded);
  if (audited.length > 0) return audited;
  throw new UserError(
    `${file} holds no audit of a domain`,
    'domains are known by the DKIM questions that `check --record` writes down',
    'name one with --domain example.com',
  );
}

/** No profile is judged here, so none can fail. */
const levelSet = (failOn: FailOn | undefined): DriftFailOn =>
  failOn === undefined || failOn === 'profile' ? 'error' : failOn;

const isAsked = ({ replay, resolver, live }: WorldOptions): boolean =>
  replay !== undefined || resolver !== undefined || live === true;

/** What a zone file does not give has not changed by it: alone, it is laid over the recording. */
const laterOptions = (earlierFile: string, options: DiffOptions): DiffOptions =>
  options.zone === undefined || isAsked(options) ? options : { ...options, replay: earlierFile };

/** `new.zone over now`. */
function laterName(options: WorldOptions): string {
  const below = options.replay ?? 'now';
  if (options.zone === undefined) return below;
  const planned = options.zone.join(', ');
  return isAsked(options) ? `${planned} over ${below}` : planned;
}

const problemsOf = ({ problems }: RecordedNet): { path: string; error: string }[] =>
  problems.map(({ file, line, message }) => ({ path: `${file}:${line}`, error: message }));
