import { deliveryChecks } from '../checks/over-delivery.ts';
import { UserError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import { countDelivery, type CountOptions } from '../delivery/count.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { GroupingName, TableName } from '../delivery/choices.ts';
import { groupingOf } from '../delivery/grouping.ts';
import { judgedDelivery } from '../delivery/judged.ts';
import { deliveryReport as fullDeliveryReport } from '../delivery/report.ts';
import type { Told } from '../delivery/tally.ts';
import { zoneOf } from '../logs/zone.ts';
import { knownProviders } from '../providers/known.ts';
import type { StreamRule } from '../streams/rules.ts';
import type { ReportSettings } from './report.ts';

export interface ReadEventsSettings extends Pick<CountOptions, 'format' | 'interrupted' | 'onProgress'> {
  /** The user's own word on whose mail is what. */
  readonly rules?: readonly StreamRule[];
  /** What is counted by; `stream` unless told. */
  readonly by?: GroupingName;
  /** Events before, and from then on, do not count. */
  readonly since?: Date;
  readonly until?: Date;
  /** Of times that name none: `Europe/Rome`, `+01:00`; UTC is assumed unless told. */
  readonly zone?: string;
  /** Nothing is later: years that are left out are taken from here. That of the call unless told. */
  readonly now?: Date;
  /** Takes every event that counts, in the order of the input. Its strings are slices: copy what is kept. */
  readonly onEvent?: (told: Told) => void;
}

/**
 * Reads mail server logs, event exports and bounce mails from files, folders and globs, and counts what became of the
 * mail. What could not be read is in `inputs.failed`, lines nobody understood in `unread`. Throws a UserError where nothing
 * can be counted by `by`, and for a zone nobody knows.
 */
export async function readEvents(paths: readonly string[], settings: ReadEventsSettings = {}): Promise<Delivery> {
  const { by = 'stream', since, until, now = new Date(), onEvent, rules = [], ...rest } = settings;
  const grouping = groupingOf(by);
  if (grouping === undefined) throw new UserError(`nothing can be counted by \`${by}\``);
  if (rest.zone !== undefined && zoneOf(rest.zone) === undefined)
    throw new UserError(`\`${rest.zone}\` is no time zone`);
  return countDelivery(paths, {
    ...rest,
    rules,
    grouping,
    catalogue: knownProviders(),
    now: now.getTime() / 1000,
    ...(since === undefined ? {} : { since: since.getTime() / 1000 }),
    ...(until === undefined ? {} : { until: until.getTime() / 1000 }),
    ...(onEvent === undefined ? {} : { onTold: onEvent }),
  });
}

export interface DeliveryReportSettings extends ReportSettings {
  /** Of what `jsonl` and `csv` have a row; a group unless told. Events are written while reading: see `onEvent`. */
  readonly table?: Exclude<TableName, 'events'>;
  /** Mailbox providers a page shows under each stream; 5 unless told. */
  readonly providersShown?: number;
}

/** The report of `sendaudit logs`, with what the checks that need nothing but deliveries say. */
export function deliveryReport(delivery: Delivery, settings: DeliveryReportSettings = {}): Report {
  const { failOn = 'error', startedAt = new Date(), table = 'groups', providersShown = PROVIDERS_SHOWN } = settings;
  const results = judgedDelivery(delivery, deliveryChecks);
  return fullDeliveryReport({
    delivery,
    results,
    checks: deliveryChecks,
    startedAt,
    failOn,
    table,
    partsShown: providersShown,
    rows: undefined,
  });
}
const PROVIDERS_SHOWN = 5;
