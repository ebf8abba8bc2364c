import { textOf, wholeBelow, type Random } from '../world/random.ts';
import { RECEIVERS, type Receiver } from './replies.ts';

/** Who sends on our machine. */
export interface Stream {
  readonly from: (random: Random) => string;
  readonly arrival: string;
  readonly sasl?: string;
  readonly user?: string;
  readonly dkim?: string;
  readonly share: number;
  readonly smartHost?: true;
}
const STREAMS: readonly Stream[] = [
  {
    from: (random) => `b-${textOf(random, 'abcdef0123456789', 10)}@news.shop.example`,
    arrival:
      'H=campaigns.shop.example (campaigns) [10.4.0.9]:40112 P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no A=plain_server:newsletter',
    sasl: 'newsletter',
    dkim: 'news.shop.example',
    share: 60,
  },
  { from: () => 'receipts@shop.example', arrival: 'H=app1.shop.example [10.4.0.7] P=esmtp', share: 28 },
  {
    from: (random) => `${textOf(random, 'abc', 3)}@shop.example`,
    arrival: 'H=([192.168.1.7]) [192.0.2.77]:50000 P=esmtpsa A=login_server:anna@shop.example',
    sasl: 'anna@shop.example',
    share: 8,
    smartHost: true,
  },
  { from: () => 'www-data@web1.shop.example', arrival: 'U=www-data P=local', user: 'www-data', share: 4 },
];

export function streamFor(random: Random): Stream {
  let below = wholeBelow(random, 100);
  for (const stream of STREAMS) if ((below -= stream.share) < 0) return stream;
  throw new RangeError('the shares of the streams do not add up to 100');
}

export interface Recipient {
  readonly address: string;
  readonly receiver: Receiver;
  /** Attempts that are deferred before the last. */
  readonly patience: number;
  readonly isBad: boolean;
  attempts: number;
}

export function recipientsFor(random: Random, isStaff: boolean, mostRetries: number): Recipient[] {
  return Array.from({ length: isStaff ? 1 + wholeBelow(random, 3) : 1 }, () => {
    const receiver = RECEIVERS[wholeBelow(random, RECEIVERS.length)];
    if (receiver === undefined) throw new RangeError('no receivers');
    const isDeferred = wholeBelow(random, 1000) < receiver.deferred;
    return {
      address: `${textOf(random, 'abcdefghijklmnopqrstuvwxyz', 8)}@${receiver.domain}`,
      receiver,
      patience: isDeferred ? 1 + Math.floor(random() ** 2 * (mostRetries + 3)) : 0,
      isBad: wholeBelow(random, 1000) < receiver.bounced,
      attempts: 0,
    };
  });
}
