import { auditDomain, type Subject } from '../../audit/audit.ts';
import { baselineFrom } from '../../audit/baseline.ts';
import { lenient, remarksOn, type Leniency } from '../../audit/leniency.ts';
import { MOST_PAGES } from '../../audit/page.ts';
import { auditReport } from '../../audit/report.ts';
import { UserError } from '../../core/errors.ts';
import type { ExitCode } from '../../core/report.ts';
import { knownProviders } from '../../providers/known.ts';
import { auditInputs, reportedTraffic } from '../audit-inputs.ts';
import { audits } from '../audits.ts';
import { baselineOption, writeBaseline } from '../baseline-file.ts';
import { checkSettings, type SettingOptions } from '../check-settings.ts';
import { settingsReport } from '../settings-report.ts';
import { readConfig } from '../config/config.ts';
import { nothingNamed, wantedDomains, wholeZones, type WantedDomain } from '../domains.ts';
import { hintsFor, type HintOptions } from '../hints.ts';
import type { Io } from '../io.ts';
import { addressOption, type OutputOptions, type WorldOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { refuseNoSelector } from '../selector.ts';
import { selectedChecks } from '../selected-checks.ts';
import { coveredDomains } from '../uncovered.ts';
import { untoldFailures } from '../untold-failures.ts';
import { chosenWorld } from '../world.ts';

interface CheckOptions extends WorldOptions, OutputOptions, HintOptions, SettingOptions {
  readonly list?: readonly string[];
  readonly reports?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly config?: string;
  readonly printConfig?: true;
  readonly updateBaseline?: true;
  readonly passed?: true;
}

/** `sendaudit check`: audits the mail records of domains. */
export async function check(operands: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const startedAt = io.now();
  const wanted = await targets(options);
  const selected = selectedChecks(options);
  for (const selector of options.selector ?? []) refuseNoSelector(selector);
  const ip = (options.ip ?? []).map((typed) => addressOption(typed));
  const config = await readConfig(options.config);
  const settings = checkSettings(options, config);
  if (options.printConfig === true) {
    await printReport(settingsReport(settings, config, startedAt), wanted, options, io);
    return 0;
  }
  // Who asks what a parked domain has to say means one.
  const asksParked = settings.profiles.value.some(({ id }) => id === 'parked');
  const baseline = await baselineOption(settings.baseline.value, options);
  if ([...operands, ...(options.list ?? [])].includes('-') && options.reports?.includes('-') === true)
    throw new UserError('domains and reports cannot both come from standard input');
  const named = await wantedDomains(operands, options.list ?? [], config, io);
  const progress = startProgress(io);
  try {
    const world = await chosenWorld(
      options,
      io,
      named.domains.map(({ domain }) => domain),
    );
    try {
      const asked = named.domains.length > 0 ? named.domains : wholeZones(world);
      if (asked.length === 0)
        throw nothingNamed(named.failed, options.zone, options.list ?? (operands.includes('-') ? ['-'] : []));
      const { domains, failed } = coveredDomains(asked, world);
      const traffic = await reportedTraffic(options.reports, domains, world, config.streams, io);
      const auditOne = (wantedDomain: WantedDomain): Promise<Subject> => {
        const { domain } = wantedDomain;
        const declaredAt = world.placeOf(domain) ?? wantedDomain.declaredAt;
        return auditDomain({
          domain,
          ...(declaredAt === undefined ? {} : { declaredAt }),
          net: world.net,
          hints: hintsFor(
            domain,
            { ...options, ip, ...(asksParked ? { parked: true } : {}) },
            config.domains.get(domain),
            settings.dnsbls.value,
            world,
            traffic,
          ),
          catalogue: knownProviders(),
          checks: selected,
          profiles: settings.profiles.value,
          now: startedAt,
          overview: domains.length <= MOST_PAGES,
        });
      };
      const { done, interrupted } = await audits(domains, ({ domain }) => domain, auditOne, io.interrupted, progress);
      progress.stop();
      const today = startedAt.toISOString().slice(0, 10);
      const leniency: Leniency = { levels: config.levels, ignore: config.ignore, today };
      const file = options.updateBaseline === true && !interrupted ? settings.baseline.value : undefined;
      const known = file === undefined ? baseline : baselineFrom(judged(done, leniency), baseline);
      if (file !== undefined && known !== undefined) await writeBaseline(file, known);
      const subjects = judged(done, known === undefined ? leniency : { ...leniency, baseline: known });
      const report = auditReport({
        subjects,
        checks: selected,
        inputs: auditInputs(
          { files: world.files, failed: untoldFailures(world, domains, selected) },
          traffic,
          [...named.failed, ...failed],
          interrupted ? [done.length, domains.length] : undefined,
        ),
        remarks: [...remarksOn(config.ignore, subjects, today), ...world.notes],
        startedAt,
        failOn: settings.failOn.value,
        passed: options.passed === true,
      });
      await printReport(report, wanted, options, io);
      if (!interrupted) world.keep();
      return report.summary.exitCode;
    } finally {
      await world.net.close();
    }
  } finally {
    progress.stop();
  }
}

const judged = (subjects: readonly Subject[], leniency: Leniency): Subject[] =>
  subjects.map((subject) => ({ ...subject, results: lenient(subject.results, subject.domain, leniency) }));
