import { BY_STREAM, deliveryTally } from '../../src/delivery/count.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { summarise } from '../../src/delivery/summarise.ts';
import { type Random, randomFrom } from '../../src/dev/world/random.ts';
import type { Draft } from '../../src/logs/event.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { exampleReading } from './example-delivery.ts';

/** Monday. Times of a world are hours since then. */
const BEGIN = Date.parse('2026-10-05T00:00:00Z') / 1000;

/** Somebody whom a message is tried for. */
export interface Try {
  /** Hours since the world began. */
  readonly at: number;
  /** From 1. */
  readonly attempt: number;
  readonly stream: string;
  readonly domain: string;
  /** One number in [0, 1) for each recipient: who does not exist is the same at every attempt. */
  readonly person: number;
  readonly random: Random;
}
/** What the receiver says, if it does not take it; a 4xx is tried again. `kept back` is what a service says of its own list. */
export type Receiver = (tried: Try) => string | undefined;

export interface Mailing {
  readonly stream: string;
  /** Recipients an hour, at each hour. */
  readonly rate: (hour: number) => number;
  readonly to?: Readonly<Record<string, number>>;
  /** Share of those who got it that complain, a few hours later, at each hour of sending. */
  readonly complains?: (hour: number) => number;
  readonly tls?: (hour: number, domain: string) => boolean | undefined;
}

export interface MailWorld {
  readonly hours: number;
  readonly mailings: readonly Mailing[];
  /** The first that refuses is asked; then nothing speaks against it. */
  readonly receivers: readonly Receiver[];
  /** Hours until the queue gives a message up. */
  readonly patience?: number;
}

/** Minutes between attempts: those of Postfix, which doubles from five up to some seventy. */
const waitAfter = (attempt: number): number => Math.min(4000, 300 * 2 ** (attempt - 1)) / 3600;

/** What is told of a world's mail, and counted: as a log that begins at hour 0 and ends with the last hour. */
export function deliveryOf(name: string, world: MailWorld): Delivery {
  const random = randomFrom(name);
  const events: Draft[] = [];
  for (const mailing of world.mailings) sendAll(mailing, world, random, events);
  const tally = deliveryTally({ catalogue: knownProviders(), grouping: BY_STREAM, formats: [] });
  const told = events.filter(({ time }) => time < BEGIN + world.hours * 3600).toSorted((a, b) => a.time - b.time);
  for (const event of told) tally.add(event);
  return summarise(exampleReading(told.length), tally.finish(), BY_STREAM);
}

function sendAll(mailing: Mailing, world: MailWorld, random: Random, events: Draft[]): void {
  for (let hour = 0; hour < world.hours; hour += 1) {
    const rate = mailing.rate(hour);
    const count = Math.floor(rate) + (random() < rate % 1 ? 1 : 0);
    for (let index = 0; index < count; index += 1) sendOne(mailing, hour + random(), world, random, events);
  }
}

function sendOne(mailing: Mailing, begin: number, world: MailWorld, random: Random, events: Draft[]): void {
  const { stream, to = USUAL, complains, tls } = mailing;
  const domain = drawn(to, random);
  const base = {
    source: 'example',
    ids: { esp: `${stream}${events.length}` },
    recipient: `r${events.length}@${domain}`,
    recipientDomain: domain,
    from: 'hello@example.com',
    hop: 'mx' as const,
    tags: { category: stream },
  };
  const person = random();
  const patience = world.patience ?? 120;
  for (let attempt = 1, at = begin; ; at += waitAfter(attempt), attempt += 1) {
    const tried: Try = { at, attempt, stream, domain, person, random };
    const reply = firstOf(world.receivers, tried);
    const time = BEGIN + at * 3600;
    if (reply === undefined) {
      const secure = tls?.(at, domain);
      events.push({
        ...base,
        time,
        kind: 'delivered',
        delay: { total: (at - begin) * 3600 + 1 },
        ...(secure === undefined ? {} : { tls: secure ? { version: 'TLSv1.3' } : false }),
      });
      if (random() < (complains?.(begin) ?? 0))
        events.push({ ...base, time: time + random() ** 2 * 40 * 3600, kind: 'complained' });
      return;
    }
    const [, code, enhanced] = /^(\d{3} )?(\d\.\d{1,3}\.\d{1,3})?/.exec(reply) ?? [];
    const isOver = /^5|^kept/.test(reply) || at - begin > patience;
    events.push({
      ...base,
      time,
      kind: kindOf(reply, isOver),
      diagnostic: reply,
      ...(code === undefined ? {} : { code: Number(code) }),
      ...(enhanced === undefined ? {} : { enhancedCode: enhanced }),
    });
    if (isOver) return;
  }
}

function kindOf(reply: string, isOver: boolean): Draft['kind'] {
  if (reply.startsWith('kept')) return 'dropped';
  return reply.startsWith('5') ? 'bounced' : isOver ? 'expired' : 'deferred';
}

function firstOf(receivers: readonly Receiver[], tried: Try): string | undefined {
  for (const receiver of receivers) {
    const reply = receiver(tried);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

function drawn(shares: Readonly<Record<string, number>>, random: Random): string {
  let below = random() * Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const [domain, share] of Object.entries(shares)) if ((below -= share) < 0) return nameOf(domain, random);
  return 'gmail.com';
}

/** `*` stands for three hundred small receivers. */
const nameOf = (domain: string, random: Random): string =>
  domain === '*' ? `firma${Math.floor(random() * 300)}.example` : domain;

const USUAL = { 'gmail.com': 40, 'outlook.com': 15, 'yahoo.com': 10, 'gmx.de': 10, '*': 25 };
