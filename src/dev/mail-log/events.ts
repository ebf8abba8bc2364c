import type { EventKind } from '../../logs/event.ts';
import { randomFrom, type Random, wholeBelow } from '../world/random.ts';
import { amazonSes } from './events/amazon-ses.ts';
import { kumomta } from './events/kumomta.ts';
import { mailgun } from './events/mailgun.ts';
import { sendgrid } from './events/sendgrid.ts';
import { type EventService, type Happening, hex, type Sent } from './events/sent.ts';
import { newHeap } from './heap.ts';
import { RECEIVERS } from './replies.ts';

export const EVENT_SERVICES: Readonly<Record<string, EventService>> = {
  sendgrid,
  'amazon-ses': amazonSes,
  mailgun,
  kumomta,
};

/** What a file of events is to look like. */
export interface EventStory {
  readonly seed: string;
  readonly service: string;
  /** Seconds since 1970. */
  readonly begin: number;
  readonly messages: number;
  /** Seconds between two messages, on the average. */
  readonly spacing: number;
}

/** What was put into it, and a report must say. Counts are of recipients unless it says otherwise. */
export interface EventTruth {
  /** Objects, those that were told again too. */
  told: number;
  /** Events told a second time. */
  again: number;
  readonly ends: Record<'delivered' | 'bounced' | 'expired' | 'dropped' | 'queued', number>;
  deferred: number;
  deferrals: number;
  readonly opened: Record<'human' | 'machine' | 'unknown', number>;
  clicked: number;
  complained: number;
  unsubscribed: number;
}

const CAMPAIGNS = ['spring-lamps', 'receipts', 'welcome', 'garden', 'late-orders'];
/** Seconds until the next attempt. */
const RETRIES = [180, 600, 1800, 3600];
const THOUSAND = 1000;
/** Of 1,000: kept back, readers, of them those who click, and who say it is spam; events told twice. */
const SHARES = { dropped: 8, opens: 350, clicks: 150, complains: 4, leaves: 6, again: 15 };

/** A service's events, an object a line, in the order of their times. `truth` is whole when the lines have been read. */
export function eventLog(story: EventStory): { readonly lines: Iterable<string>; readonly truth: EventTruth } {
  const truth: EventTruth = {
    told: 0,
    again: 0,
    ends: { delivered: 0, bounced: 0, expired: 0, dropped: 0, queued: 0 },
    deferred: 0,
    deferrals: 0,
    opened: { human: 0, machine: 0, unknown: 0 },
    clicked: 0,
    complained: 0,
    unsubscribed: 0,
  };
  return { lines: linesOf(story, truth), truth };
}

function* linesOf(story: EventStory, truth: EventTruth): Generator<string> {
  const service = EVENT_SERVICES[story.service];
  if (service === undefined) throw new RangeError(`no service ${story.service}`);
  const random = randomFrom(`${story.seed} ${story.service}`);
  const pending = newHeap<{ readonly sent: Sent; readonly happening: Happening }>();
  const happens = (one: Random, below: number): boolean => wholeBelow(one, THOUSAND) < below;
  function* due(time: number): Generator<string> {
    for (let next = pending.pop(time); next !== undefined; next = pending.pop(time)) {
      truth.told += 1;
      yield JSON.stringify(service?.write(next.item.sent, next.item.happening, random));
    }
  }
  let time = story.begin;
  for (let n = 0; n < story.messages; n += 1) {
    time += random() * 2 * story.spacing;
    const sent = sentAt(time, random);
    for (const happening of lifeOf(sent, service, truth, random)) {
      pending.push(happening.time, { sent, happening });
      if (!happens(random, SHARES.again)) continue;
      truth.again += 1;
      // The same event once more, some time later.
      pending.push(happening.time + random() * 600, { sent, happening });
    }
    yield* due(time);
  }
  yield* due(Infinity);
}

function sentAt(time: number, random: Random): Sent {
  const receiver = RECEIVERS[wholeBelow(random, RECEIVERS.length)];
  const campaign = CAMPAIGNS[wholeBelow(random, CAMPAIGNS.length)];
  if (receiver === undefined || campaign === undefined) throw new RangeError('nothing to send');
  const recipient = `${hex(random, 9)}@${receiver.domain}`;
  return { id: hex(random, 32), recipient, receiver, campaign, time };
}

/** All that happens to a message, counted as it is decided. */
function* lifeOf(sent: Sent, service: EventService, truth: EventTruth, random: Random): Generator<Happening> {
  const happens = (below: number): boolean => wholeBelow(random, THOUSAND) < below;
  const tells = (kind: EventKind): boolean => service.tells.has(kind);
  const { receiver } = sent;
  let { time } = sent;
  yield { kind: 'accepted', time, attempt: 1 };
  time += 0.2 + random() * 3;
  if (tells('dropped') && happens(SHARES.dropped)) {
    truth.ends.dropped += 1;
    yield { kind: 'dropped', time, attempt: 1 };
    return;
  }
  let attempt = 1;
  if (happens(receiver.deferred)) {
    truth.deferred += 1;
    const [reply] = receiver.defers;
    for (const wait of RETRIES) {
      truth.deferrals += 1;
      yield { kind: 'deferred', time, attempt, ...(reply && { reply }) };
      time += wait;
      attempt += 1;
      if (happens(600)) break;
    }
    if (attempt > RETRIES.length) {
      // Nothing more is heard of some.
      const isExpired = tells('expired') && happens(700);
      truth.ends[isExpired ? 'expired' : 'queued'] += 1;
      if (isExpired) yield { kind: 'expired', time, attempt, ...(reply && { reply }) };
      return;
    }
  }
  if (happens(receiver.bounced)) {
    truth.ends.bounced += 1;
    const [reply] = receiver.bounces;
    yield { kind: 'bounced', time, attempt, ...(reply && { reply }) };
    return;
  }
  truth.ends.delivered += 1;
  yield { kind: 'delivered', time, attempt };
  yield* readingOf(time, service, truth, random);
}

/** What its recipient does with it: scanners open it before people do, and some people come back. */
function* readingOf(from: number, service: EventService, truth: EventTruth, random: Random): Generator<Happening> {
  const happens = (below: number): boolean => wholeBelow(random, THOUSAND) < below;
  let time = from;
  // Two within one second would be the same event told twice.
  const later = (): number => (time += 2 + random() * 900);
  if (service.tells.has('opened') && happens(SHARES.opens)) {
    const machines = wholeBelow(random, 2);
    const people = machines === 0 ? 1 + wholeBelow(random, 2) : wholeBelow(random, 3);
    for (let n = 0; n < machines + people; n += 1)
      yield { kind: 'opened', time: later(), attempt: 1, machine: n < machines };
    truth.opened[service.tellsMachines ? (people > 0 ? 'human' : 'machine') : 'unknown'] += 1;
    if (happens(SHARES.clicks)) {
      truth.clicked += 1;
      yield { kind: 'clicked', time: later(), attempt: 1 };
    }
  }
  if (service.tells.has('complained') && happens(SHARES.complains)) {
    truth.complained += 1;
    yield { kind: 'complained', time: later(), attempt: 1 };
  }
  if (service.tells.has('unsubscribed') && happens(SHARES.leaves)) {
    truth.unsubscribed += 1;
    yield { kind: 'unsubscribed', time: later(), attempt: 1 };
  }
}
