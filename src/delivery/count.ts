import type { MailEvent } from '../logs/event.ts';
import { logFormats } from '../logs/formats/all.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { mailboxProviderOf } from '../providers/mailbox-provider.ts';
import { organizationalDomain } from '../dmarc-policy/public-suffix.ts';
import { isServerLog, type LogFormat } from '../logs/format.ts';
import type { StreamRule } from '../streams/rules.ts';
import type { Delivery } from './delivery.ts';
import { type Grouping, groupingOf } from './grouping.ts';
import type { HiddenPerson } from './hidden-person.ts';
import { type ReadEventsOptions, readEvents } from './reading/read.ts';
import { outcomeOf } from './outcome.ts';
import { streamFinder } from './stream-of.ts';
import { summarise } from './summarise.ts';
import { newTally, type Tally, type TallyOptions, type Told } from './tally.ts';

export interface CountOptions extends Omit<ReadEventsOptions, 'onEvent' | 'onToldAgain' | 'formats' | 'hidesSubjects'> {
  readonly catalogue: Catalogue;
  readonly rules?: readonly StreamRule[];
  readonly grouping?: Grouping;
  /** Seconds since 1970: events before and after do not count. */
  readonly since?: number;
  readonly until?: number;
  /** Hides people in what is kept and handed on; what is counted does not change. */
  readonly hides?: HiddenPerson | undefined;
  /** Takes every event that counts. */
  readonly onTold?: (told: Told) => void;
  /** Takes events of mails that a log has told, and which do not count again. */
  readonly onToldAgain?: (event: MailEvent) => void;
}

/** Reads logs and event exports, and counts what became of the mail. */
export async function countDelivery(paths: readonly string[], options: CountOptions): Promise<Delivery> {
  const { catalogue, rules = [], since, until, hides, onTold, onToldAgain, grouping = BY_STREAM, ...reading } = options;
  const { mapping } = options;
  const known = mapping === undefined ? logFormats : [...logFormats, mapping];
  const tally = deliveryTally({ catalogue, rules, grouping, formats: known, hidden: hides?.text });
  const outside = { begin: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
  const isOutside = ({ time }: MailEvent): boolean => {
    const is = (since !== undefined && time < since) || (until !== undefined && time >= until);
    if (is && time < outside.begin) outside.begin = time;
    if (is && time > outside.end) outside.end = time;
    return is;
  };
  const read = await readEvents(paths, {
    ...reading,
    formats: logFormats,
    hidesSubjects: hides !== undefined,
    onEvent(event, delivered) {
      if (isOutside(event)) return undefined;
      const told = tally.add(hides?.login(event) ?? event, delivered);
      if (told === undefined) return undefined;
      onTold?.(hides === undefined ? told : { ...told, event: hides.event(told.event) });
      const outcome = outcomeOf(event);
      return outcome === undefined ? undefined : { group: told.group, outcome };
    },
    onToldAgain(event) {
      if (!isOutside(event)) onToldAgain?.(hides?.event(hides.login(event)) ?? event);
    },
  });
  return {
    ...summarise(read, tally.finish(), grouping),
    readAt: reading.now,
    ...(outside.begin > outside.end ? {} : { outside }),
  };
}

export const BY_STREAM = groupingOf('stream') as Grouping;

/** A tally that knows the services of the catalogue, and what is a mail server's own log. */
export function deliveryTally({ catalogue, rules = [], grouping, formats, hidden }: DeliveryTallyOptions): Tally {
  const byId = new Map(formats.map((format) => [format.id, format]));
  return newTally({
    streams: streamFinder({
      catalogue,
      rules,
      organisation: (domain) => organizationalDomain(domain) ?? domain,
      serviceOf: (source) => byId.get(source)?.service,
      unlistedServiceOf: (source) => byId.get(source)?.unlistedService,
    }),
    mailboxProviderOf: mailboxProviderOf(catalogue),
    grouping,
    hidden,
    reusesIds: (source) => isServerLog(byId.get(source)?.shape),
  });
}

interface DeliveryTallyOptions {
  readonly catalogue: Catalogue;
  readonly rules?: readonly StreamRule[];
  readonly grouping: Grouping;
  readonly formats: readonly LogFormat[];
  readonly hidden?: TallyOptions['hidden'];
}
