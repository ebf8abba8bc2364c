import { deliveryChecks } from '../../checks/over-delivery.ts';
import { UserError } from '../../core/errors.ts';
import type { ExitCode, FailOn } from '../../core/report.ts';
import { countDelivery } from '../../delivery/count.ts';
import { eventRow } from '../../delivery/event-row.ts';
import { GROUPINGS, type TableName } from '../../delivery/choices.ts';
import { hiddenPerson } from '../../delivery/hidden-person.ts';
import { groupingOf } from '../../delivery/grouping.ts';
import { judgedDelivery } from '../../delivery/judged.ts';
import { deliveryReport } from '../../delivery/report.ts';
import { storyTeller } from '../../delivery/story.ts';
import { logFormats } from '../../logs/formats/all.ts';
import type { LogFormat } from '../../logs/format.ts';
import { zoneOf } from '../../logs/zone.ts';
import { knownProviders } from '../../providers/known.ts';
import { newRowFile } from '../../reports/row-file.ts';
import { readConfig } from '../config/config.ts';
import type { Io } from '../io.ts';
import { refuseBesideGuess, refuseWithoutEffect } from '../logs-without-effect.ts';
import { readMapping } from '../mapping-file.ts';
import { noSuchFormat, refuseFormatOfInput } from '../no-such-format.ts';
import { refuseNothingRead } from '../nothing-read.ts';
import { refuseNothingTold, wantedMessage } from '../nothing-told.ts';
import { numberOption, type OutputOptions } from '../options.ts';
import { printReport, targets } from '../output.ts';
import { startProgress } from '../progress.ts';
import { stretchOption, type StretchOptions } from '../stretch.ts';
import { pseudonymsBy } from '../pseudonym-key.ts';
import { timeZoneOption } from '../time-zone.ts';
import { isTable } from '../tables-only.ts';
import type { Typed } from '../typed.ts';

interface LogsOptions extends OutputOptions, StretchOptions {
  readonly failOn: FailOn;
  readonly logFormat?: string;
  readonly map?: string;
  readonly guessMap?: string;
  readonly timezone?: string;
  readonly by: string;
  readonly message?: string;
  readonly providers: string;
  readonly config?: string;
  readonly table: TableName;
  readonly redactKey?: string;
}

const MOST_PROVIDERS = 10_000;

/** `sendaudit logs`: reads mail server logs and event exports, and says what became of the mail, and why. */
export async function logs(operands: readonly string[], options: LogsOptions, io: Io, typed: Typed): Promise<ExitCode> {
  // A key is given to hide by it: that nothing is hidden with one would be found out too late.
  const redact = options.redactKey === undefined ? options.redact : true;
  const hide = await pseudonymsBy(options.redactKey);
  if (options.guessMap !== undefined) {
    refuseBesideGuess(operands, typed);
    const { guessMapping } = await import('../guessed-mapping.ts');
    const zone = options.timezone === undefined ? undefined : timeZoneOption(options.timezone);
    return guessMapping(options.guessMap, io, { zone, hide: redact === true ? hide : undefined });
  }
  if (operands.length === 0) throw new UserError('no log is named', undefined, 'sendaudit logs /var/log/mail.log');
  const startedAt = io.now();
  refuseFormatOfInput(options.format);
  const wanted = await targets(options, operands);
  const partsShown = numberOption('--providers', options.providers, {
    what: 'mailbox providers',
    whole: true,
    least: 0,
    most: MOST_PROVIDERS,
  });
  const settings = await readingSettings(options, startedAt);
  refuseWithoutEffect(typed, options, wanted);
  const story = options.message === undefined ? undefined : storyTeller(wantedMessage(options.message));
  const listsEvents = options.table === 'events' && story === undefined && wanted.some((target) => isTable(target));
  // Nothing may fail between here and `try`: what is opened is closed there.
  const rows = listsEvents ? await newRowFile() : undefined;
  const progress = startProgress(io);
  try {
    const delivery = await countDelivery(operands, {
      ...settings,
      hides: redact === true ? hiddenPerson(hide) : undefined,
      stdin: io.stdin,
      interrupted: io.interrupted,
      onProgress: (text) => progress.update(text),
      // Only where somebody takes them: people are hidden in each that is handed on.
      ...(rows === undefined && story === undefined
        ? {}
        : {
            onTold(told) {
              rows?.add(eventRow(told));
              story?.add(told);
            },
          }),
      ...(story === undefined ? {} : { onToldAgain: (event) => story.addAgain(event) }),
    });
    progress.stop();
    if (!io.interrupted.aborted) refuseNothingRead({ ...delivery, reports: delivery.events }, operands, 'log');
    const told = story?.story();
    if (!io.interrupted.aborted) refuseNothingTold(told, delivery);
    const report = deliveryReport({
      delivery,
      // A story tells; it judges nobody.
      results: story === undefined ? judgedDelivery(delivery, deliveryChecks) : [],
      checks: deliveryChecks,
      startedAt,
      failOn: options.failOn,
      table: options.table,
      partsShown,
      rows,
      interrupted: io.interrupted.aborted,
      story: told,
    });
    await printReport(report, wanted, { ...options, ...(redact === undefined ? {} : { redact }), hide }, io);
    return report.summary.exitCode;
  } finally {
    progress.stop();
    await rows?.close();
  }
}

/** What was typed about how to read, checked before anything is read. */
async function readingSettings(options: LogsOptions, now: Date) {
  const grouping = groupingOf(options.by);
  if (grouping === undefined)
    throw new UserError(
      `nothing can be counted by \`${options.by}\``,
      `--by takes ${GROUPINGS.join(', ')} or tag:NAME`,
    );
  const { streams: rules } = await readConfig(options.config);
  const zone = options.timezone === undefined ? undefined : timeZoneOption(options.timezone);
  const stretch = stretchOption(options, { now, zone: zone === undefined ? undefined : zoneOf(zone) });
  return {
    catalogue: knownProviders(),
    rules,
    grouping,
    now: now.getTime() / 1000,
    ...(options.logFormat === undefined ? {} : { format: formatNamed(options.logFormat) }),
    ...(options.map === undefined ? {} : { mapping: await readMapping(options.map) }),
    ...(zone === undefined ? {} : { zone }),
    ...stretch,
  };
}

function formatNamed(id: string): LogFormat {
  const format = logFormats.find((one) => one.id === id);
  if (format !== undefined) return format;
  throw noSuchFormat(id);
}
