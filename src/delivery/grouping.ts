import type { MailEvent } from '../logs/event.ts';
import type { Stream } from '../streams/stream.ts';
import { addressDomain } from '../protocols/address-parts.ts';
import { DAY_SECONDS, isoDay } from '../core/day.ts';
import { GROUPINGS, type GroupingName } from './choices.ts';
import type { Label } from './group.ts';
import { hourBegins, hourOf } from './hours.ts';
import { timestamp } from '../core/format.ts';

/** Where an event went to, and from which stream. */
export interface Placed {
  readonly event: MailEvent;
  readonly stream: Stream;
  readonly provider: Label;
}

/** What events are counted by. */
export interface Grouping {
  readonly name: GroupingName;
  /** Whether it is by time: then its order is time's. */
  readonly isTime?: true;
  /** What stands in the first column. */
  readonly title: string;
  first(placed: Placed): Label;
  /** What each of them is split by; undefined where it is not. */
  readonly second: ((placed: Placed) => Label) | undefined;
}

const NOT_TOLD: Label = { id: '', name: 'not told' };
const labelOf = (id: string | undefined): Label => (id === undefined || id === '' ? NOT_TOLD : { id, name: id });

/** `2026-11-09 10:00` */
const hourLabel = (id: string): Label => ({ id, name: id.slice(0, 16).replace('T', ' ') });

const byStream = ({ stream }: Placed): Label => stream;
const byProvider = ({ provider }: Placed): Label => provider;
const only = (title: string, idOf: (placed: Placed) => string | undefined): Omit<Grouping, 'name'> => ({
  title,
  first: (placed) => labelOf(idOf(placed)),
  second: undefined,
});

const BY_NAME: Readonly<Record<(typeof GROUPINGS)[number], Omit<Grouping, 'name'>>> = {
  stream: { title: 'stream · provider', first: byStream, second: byProvider },
  provider: { title: 'provider · stream', first: byProvider, second: byStream },
  domain: only('recipient domain', ({ event }) => event.recipientDomain),
  // The null reverse-path is said: notices have it (RFC 5321 §4.5.5).
  sender: only('envelope-from', ({ event }) => (event.envelopeFrom === '' ? '<>' : event.envelopeFrom)),
  from: only('From domain', ({ event }) => event.from && addressDomain(event.from)),
  relay: only('relay', ({ event }) => event.relay?.host ?? event.relay?.ip),
  ip: only('sending address', ({ event }) => event.sourceIp),
  campaign: only('campaign', ({ event }) => event.tags['campaign']),
  // At the time something happened: a deferral counts when it came, an acceptance when it came.
  hour: {
    title: 'hour (UTC)',
    first: ({ event }) => hourLabel(timestamp(hourBegins(hourOf(event.time)))),
    second: undefined,
    isTime: true,
  },
  day: { ...only('day (UTC)', ({ event }) => isoDay(Math.floor(event.time / DAY_SECONDS))), isTime: true },
};

/** The grouping of that name; undefined where there is none. */
export function groupingOf(name: string): Grouping | undefined {
  if (name.startsWith('tag:') && name.length > 4) {
    const tag = name.slice(4);
    return { name: `tag:${tag}`, ...only(tag, ({ event }) => event.tags[tag]) };
  }
  const known = GROUPINGS.find((one) => one === name);
  return known === undefined ? undefined : { name: known, ...BY_NAME[known] };
}
