import { auditDomain, type Subject } from '../../audit/audit.ts';
import { checks } from '../../checks/all.ts';
import { atOnce } from '../../core/at-once.ts';
import { UserError } from '../../core/errors.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { answerChange, textChange, type Change } from '../../drift/changes.ts';
import { consequences } from '../../drift/findings.ts';
import { driftReport } from '../../drift/report.ts';
import { cachedNet } from '../../net/cached.ts';
import type { Net } from '../../net/net.ts';
import type { RecordedNet } from '../../net/recorded.ts';
import type { HttpAnswer } from '../../net/services.ts';
import { knownProviders } from '../../providers/known.ts';
import { PROBE_LABEL } from '../../sources/wildcards.ts';
import { domainName } from '../domain-name.ts';
import { untilInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { chosenWorld, replayed } from '../world.ts';

interface DiffOptions extends WorldOptions, OutputOptions {
  readonly domain?: readonly string[];
  readonly failOn: FailOn | 'change';
}

/** Questions asked again at once; the client has a cap of its own. */
const AT_ONCE = 64;
const KEY = '_domainkey.';

/** `sendaudit diff`: what changed between two recordings, or since one, and what it means. */
export async function diff(operands: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const [earlierFile = '', laterFile] = operands;
  const asksWorld = [options.zone, options.replay, options.resolver, options.live].some((one) => one !== undefined);
  if (laterFile !== undefined && asksWorld)
    throw new UserError('two recordings are compared with each other, so no other DNS goes with them');
  const earlier = await replayed(earlierFile);
  const domains = (options.domain ?? auditedIn(earlier.net)).map((domain) => domainName(domain));
  if (domains.length === 0)
    throw new UserError(`${earlierFile} holds no audit of a domain`, undefined, 'name one with --domain example.com');
  const world =
    laterFile === undefined
      ? await chosenWorld(options, io, domains)
      : { ...(await replayed(laterFile)), failed: [], files: 1 };
  const progress = startProgress(io);
  try {
    progress.update('asking again');
    const later = cachedNet(world.net);
    const work = async (): Promise<[Change[], Subject[], Subject[]]> => [
      await changesBetween(earlier.net, later),
      await audited(domains, earlier.net, startedAt),
      await audited(domains, later, startedAt, earlier.net),
    ];
    const [changes, before, after] = await untilInterrupted(work(), io.interrupted);
    progress.stop();
    const report = driftReport({
      title: `${earlierFile} → ${laterFile ?? 'now'}`,
      changes,
      consequences: consequences(before, after),
      checks,
      inputs: { read: 1 + world.files, failed: [...problemsOf(earlier.net), ...world.failed], repairs: [] },
      startedAt,
      failOn: options.failOn,
    });
    await printReport(report, wanted, options, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await world.net.close();
  }
}

/** Only an audit asks whether anything stands below a domain's `_domainkey`. */
const auditedIn = ({ names }: RecordedNet): string[] =>
  names.filter((name) => name.startsWith(KEY) && !name.includes(PROBE_LABEL)).map((name) => name.slice(KEY.length));

const problemsOf = ({ problems }: RecordedNet): { path: string; error: string }[] =>
  problems.map(({ file, line, message }) => ({ path: `${file}:${line}`, error: message }));

/** Asks every question of the earlier recording again. */
async function changesBetween(earlier: RecordedNet, later: Net): Promise<Change[]> {
  const dns = await atOnce(AT_ONCE, earlier.recorded, async ({ name, type, answer }) =>
    name.includes(PROBE_LABEL) && answer.status !== 'ok'
      ? undefined
      : answerChange(name, type, answer, await later.resolve(name, type)),
  );
  const pages = await atOnce(AT_ONCE, earlier.pages, async ({ url, answer }) =>
    pageChange(url, answer, await later.fetchText(url, { octets: LONGEST_PAGE })),
  );
  return [...dns, ...pages].filter((change) => change !== undefined);
}

/** What we compare are policies and logos: nothing longer is ever recorded. */
const LONGEST_PAGE = 1_048_576;

function pageChange(url: string, before: HttpAnswer, after: HttpAnswer): Change | undefined {
  const textOf = (answer: HttpAnswer): string[] =>
    answer.status === 'ok' ? [`${answer.code} ${answer.contentType}`, ...answer.body.split(/\r?\n/)] : [];
  if (before.status === 'failed' && after.status === 'failed') return undefined;
  if (after.status === 'failed' && (after.failure === 'unrecorded' || after.failure === 'timeout'))
    return { name: url, type: 'HTTPS', kind: 'undecided', before: textOf(before), after: [], reason: after.reason };
  return textChange(url, 'HTTPS', textOf(before), textOf(after));
}

const audited = (domains: readonly string[], net: Net, now: Date, earlier?: Net): Promise<Subject[]> =>
  atOnce(AT_ONCE, domains, (domain) =>
    auditDomain({
      domain,
      net,
      hints: { selectors: [], guessSelectors: false, ...(earlier === undefined ? {} : { earlier }) },
      catalogue: knownProviders(),
      checks,
      now,
      overview: false,
    }),
  );
