import { textOf, wholeBelow, type Random } from '../world/random.ts';
import type { TrueEvent } from './story.ts';
import { RECEIVERS, type Receiver } from './replies.ts';

/** Who sends on our machines. */
export interface Stream {
  readonly name: string;
  readonly from: (random: Random) => string;
  readonly client: string;
  readonly sasl?: string;
  readonly dkim?: { readonly domain: string; readonly selector: string };
  readonly campaign?: string;
  readonly share: number;
  readonly filtered?: true;
}
const STREAMS: readonly Stream[] = [
  {
    name: 'newsletter',
    from: (random) => `b-${textOf(random, 'abcdef0123456789', 10)}@news.shop.example`,
    client: 'campaigns.shop.example[10.4.0.9]',
    sasl: 'newsletter',
    dkim: { domain: 'news.shop.example', selector: 'nl1' },
    campaign: 'spring-lamps',
    share: 60,
  },
  {
    name: 'receipts',
    from: () => 'receipts@shop.example',
    client: 'app1.shop.example[10.4.0.7]',
    dkim: { domain: 'shop.example', selector: 'tx1' },
    share: 30,
  },
  {
    name: 'staff',
    from: (random) => `${textOf(random, 'abc', 3)}@shop.example`,
    client: 'laptop.shop.example[192.0.2.77]',
    sasl: 'anna@shop.example',
    share: 8,
    filtered: true,
  },
  { name: 'cron', from: () => 'root@web1.shop.example', client: '', share: 2 },
];

/** Seconds until the next attempt, as Postfix doubles them; the last one is given up on. */
export const RETRIES = [300, 600, 1200, 2400, 4000, 4000] as const;

export interface Recipient {
  readonly address: string;
  readonly receiver?: Receiver;
  /** Attempts that are deferred before the last. */
  readonly patience: number;
  readonly isBad: boolean;
  /** What was told of it last. */
  last?: TrueEvent;
}

export function recipientsFor(stream: Stream, random: Random): Recipient[] {
  if (stream.name === 'cron') return [{ address: 'root@web1.shop.example', patience: 0, isBad: false }];
  const howMany = stream.name === 'staff' ? 1 + wholeBelow(random, 3) : 1;
  return Array.from({ length: howMany }, () => {
    const receiver = RECEIVERS[wholeBelow(random, RECEIVERS.length)];
    if (receiver === undefined) throw new RangeError('no receivers');
    const deferred = wholeBelow(random, 1000) < receiver.deferred;
    return {
      address: `${textOf(random, 'abcdefghijklmnopqrstuvwxyz', 8)}@${receiver.domain}`,
      receiver,
      patience: deferred ? 1 + Math.floor(random() ** 3 * (RETRIES.length + 2)) : 0,
      isBad: wholeBelow(random, 1000) < receiver.bounced,
    };
  });
}

export function streamFor(random: Random): Stream {
  let below = wholeBelow(random, 100);
  for (const stream of STREAMS) if ((below -= stream.share) < 0) return stream;
  throw new RangeError('the shares of the streams do not add up to 100');
}
