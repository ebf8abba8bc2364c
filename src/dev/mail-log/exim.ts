import { randomFrom, textOf, wholeBelow, type Random } from '../world/random.ts';
import type { EximHead } from './exim-heads.ts';
import { newHeap } from './heap.ts';
import { RECEIVERS, type Receiver } from './replies.ts';

/** What a log is to look like. */
export interface EximStory {
  readonly seed: string;
  /** Seconds since 1970. */
  readonly begin: number;
  readonly messages: number;
  /** Seconds between two messages, on the average. */
  readonly spacing: number;
  readonly head: EximHead;
  /** 16 characters, and since 4.97 23. */
  readonly ids: 'short' | 'long';
  /** Host and address among the fields, or within the message as before 4.88. */
  readonly failures: 'fields' | 'message';
  /** log_selector queue_time, deliver_time and sender_on_delivery. */
  readonly selectors: boolean;
}

/** What a reader must make of a line. */
export interface TrueEximEvent {
  readonly kind: 'accepted' | 'delivered' | 'deferred' | 'bounced' | 'expired' | 'dropped';
  readonly time: number;
  readonly queue: string;
  readonly host?: string;
  readonly message?: string;
  readonly envelopeFrom?: string;
  readonly size?: number;
  readonly sasl?: string;
  readonly user?: string;
  readonly notification?: string;
  readonly dkim?: string;
  readonly recipient?: string;
  readonly attempt?: number;
  readonly relay?: string;
  readonly hop?: 'mx' | 'relay' | 'local';
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly command?: string;
  readonly total?: number;
  readonly tls?: string | false;
}
export interface EximLogLine {
  readonly text: string;
  readonly events: readonly TrueEximEvent[];
}

interface Stream {
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

/** Seconds until the next attempt; the last is given up on. */
const RETRIES = [900, 1800, 3600, 7200, 14_400] as const;
/** Attempts after which the sender is told that it takes long. */
const WARN_AT = 4;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CIPHER = 'X=TLS1.3:TLS_AES_256_GCM_SHA384:256';
/** What Exim calls the point at which an answer came. */
const STAGES: Readonly<Record<string, readonly [stage: string, command: string]>> = {
  'RCPT TO command': ['pipelined RCPT TO:<>', 'RCPT TO'],
  'MAIL FROM command': ['MAIL FROM:<> SIZE=4096', 'MAIL FROM'],
  'end of DATA command': ['end of data', 'end of DATA'],
};

type Write = (time: number, text: string, events?: readonly TrueEximEvent[]) => void;

/** A main log of so many messages, line by line, with what each line tells. */
export function* eximLog(story: EximStory): Generator<EximLogLine> {
  const random = randomFrom(story.seed);
  const pending = newHeap<EximLogLine>();
  const { head } = story;
  const host = head.namesHost ? { host: 'mail1' } : {};
  let pid = 1000;
  const write: Write = (time, text, events = []) => {
    pid += 1;
    const lines = head.lines(time, 'mail1', pid, text);
    // Others write between the pieces.
    for (const [index, line] of lines.entries())
      pending.push(time + index / 500, {
        text: line,
        events:
          index === lines.length - 1 ? events.map((event) => ({ ...event, ...host, time: kept(head, time) })) : [],
      });
  };
  const first = idOf(story, random);
  // From before the log begins; and a reader knows from the start that TLS is logged here.
  write(
    story.begin,
    `${first} => eve@firma.example R=dnslookup T=remote_smtp H=mx1.firma.example [198.51.100.7] ${CIPHER} CV=yes C="250 ok"`,
    [
      {
        kind: 'delivered',
        time: 0,
        queue: first,
        recipient: 'eve@firma.example',
        attempt: 1,
        relay: 'mx1.firma.example',
        hop: 'mx',
        code: 250,
        tls: 'TLSv1.3',
      },
    ],
  );
  write(story.begin + 0.02, `${first} Completed`);
  let time = story.begin + 4;
  for (let n = 0; n < story.messages; n += 1) {
    time += random() * 2 * story.spacing;
    aside(time, n, write);
    send(time, story, random, write);
    for (let next = pending.pop(time); next !== undefined; next = pending.pop(time)) yield next.item;
  }
  for (let next = pending.pop(Infinity); next !== undefined; next = pending.pop(Infinity)) yield next.item;
}

const ASIDES = [
  'no host name found for IP address 203.0.113.9',
  'H=(scanner.example) [203.0.113.9] F=<x@example.org> rejected RCPT <info@shop.example>: relay not permitted',
  'SMTP connection from [203.0.113.9] lost D=3s',
  'TLS error on connection from [203.0.113.9] (SSL_accept): wrong version number',
  'Start queue run: pid=812',
  'End queue run: pid=812',
  'dovecot_login authenticator failed for (scanner.example) [203.0.113.9]: 535 Incorrect authentication data (set_id=info)',
];
const aside = (time: number, n: number, write: Write): void => {
  if (n % 5 === 0) write(time - 0.001, ASIDES[(n / 5) % ASIDES.length] ?? '');
};

/** A time as the stamp keeps it. */
function kept({ fraction }: EximHead, time: number): number {
  const unit = 10 ** (6 - fraction);
  return (Math.floor(Math.round(time * 1e6) / unit) * unit) / 1e6;
}

const idOf = ({ ids }: EximStory, random: Random): string =>
  ids === 'short'
    ? `1${textOf(random, BASE62, 5)}-${textOf(random, BASE62, 6)}-${textOf(random, BASE62, 2)}`
    : `1${textOf(random, BASE62, 5)}-${textOf(random, BASE62, 11)}-${textOf(random, BASE62, 4)}`;

interface Recipient {
  readonly address: string;
  readonly receiver: Receiver;
  /** Attempts that are deferred before the last. */
  readonly patience: number;
  readonly isBad: boolean;
  attempts: number;
  last?: Partial<TrueEximEvent>;
}

function send(begin: number, story: EximStory, random: Random, write: Write): void {
  const stream = streamFor(random);
  const id = idOf(story, random);
  const envelopeFrom = stream.from(random);
  const message = `${textOf(random, 'abcdefghij0123456789', 16)}@shop.example`;
  const size = 1200 + wholeBelow(random, 60_000);
  const base = {
    queue: id,
    message,
    envelopeFrom,
    size,
    ...(stream.sasl === undefined ? {} : { sasl: stream.sasl }),
    ...(stream.user === undefined ? {} : { user: stream.user }),
    ...(stream.dkim === undefined ? {} : { dkim: stream.dkim }),
  };
  const signature = stream.dkim === undefined ? '' : ` DKIM=${stream.dkim}`;
  let time = begin;
  write(
    time,
    `${id} <= ${envelopeFrom} ${stream.arrival} S=${size}${signature} id=${message} T="R=1 \\"lamps\\" for all" for a@b.example R=2@b.example`,
    [{ ...base, kind: 'accepted', time }],
  );
  const sender = story.selectors ? ` F=<${envelopeFrom}>` : '';
  const delayAt = (at: number): { readonly total: number; readonly queueTime: string; readonly workTime: string } => {
    if (story.selectors) {
      const text = durationText(at - begin);
      return { total: text.seconds, queueTime: ` QT=${text.text}`, workTime: ' DT=0.200s' };
    }
    const total = Math.round((kept(story.head, at) - kept(story.head, begin)) * 1000) / 1000;
    return { total, queueTime: '', workTime: '' };
  };

  let waiting = recipientsFor(random, stream.smartHost === true);
  for (let round = 0; waiting.length > 0; round += 1) {
    const isLast = round === RETRIES.length;
    waiting = waiting.filter((recipient) => !attempt(recipient, (time += 0.06), isLast));
    if (round === WARN_AT - 1 && waiting.length > 0) notify((time += 0.06), 'delay');
    const wait = RETRIES[round];
    if (waiting.length === 0 || wait === undefined) break;
    for (const { address } of waiting)
      write(
        time + wait / 2,
        `${id} == ${address} R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host`,
      );
    time += wait;
  }
  write((time += 0.06), `${id} Completed${story.selectors ? ` QT=${durationText(time - begin).text}` : ''}`);

  /** Whether it is over for this recipient. */
  function attempt(recipient: Recipient, at: number, isLast: boolean): boolean {
    recipient.attempts += 1;
    const { address, receiver, attempts } = recipient;
    const isDeferred = attempts <= recipient.patience;
    const router = stream.smartHost === true ? 'R=smarthost T=remote_smtp_smarthost' : 'R=dnslookup T=remote_smtp';
    const host = stream.smartHost === true ? 'smtp.relay.example' : receiver.mx;
    const hop = stream.smartHost === true ? ('relay' as const) : ('mx' as const);
    const { total, queueTime, workTime } = delayAt(at);
    const event = { ...base, time: at, recipient: address, attempt: attempts, relay: host, hop };
    const encrypted = receiver.domain !== 'firma.example';
    if (!isDeferred && !recipient.isBad) {
      const reply = receiver.accepts(textOf(random, BASE62, 10));
      const code = Number(reply.slice(0, 3));
      const enhancedCode = /^\d+ (\d\.\d\.\d)/.exec(reply)?.[1];
      write(
        at,
        `${id} => ${address}${sender} ${router} H=${host} [${receiver.ip}]:25* ${encrypted ? `${CIPHER} CV=yes ` : ''}C="${reply}"${queueTime}${workTime}`,
        [
          {
            ...event,
            kind: 'delivered',
            code,
            ...(enhancedCode === undefined ? {} : { enhancedCode }),
            total,
            tls: encrypted ? 'TLSv1.3' : false,
          },
        ],
      );
      return true;
    }
    const answer = (isDeferred ? receiver.defers : receiver.bounces)[0];
    const [stage = '', command = ''] = STAGES[answer?.command ?? ''] ?? [];
    const isInMessage = story.failures === 'message';
    const field = isInMessage ? '' : ` H=${host} [${receiver.ip}]:25`;
    const from = isInMessage ? `: host ${host} [${receiver.ip}]` : '';
    const said = `SMTP error from remote mail ${isInMessage ? 'server' : 'server'} after ${stage}${from}: ${answer?.said}`;
    const told = { code: answer?.code ?? 0, enhancedCode: answer?.enhanced ?? '', command };
    const failed = { ...event, ...told, total: timeOf(at) };
    if (!isDeferred) {
      const tls = encrypted && !isInMessage ? { tls: 'TLSv1.3' } : {};
      write(
        at,
        `${id} ** ${address}${sender} ${router}${field}${tls.tls === undefined ? '' : ` ${CIPHER} CV=no`}: ${said}${workTime}`,
        [{ ...failed, kind: 'bounced', ...tls }],
      );
      notify((time += 0.06), 'bounce');
      return true;
    }
    if (isLast && attempts % 2 === 0) {
      write(at, `${id} ** ${address}${sender} ${router}${field}: ${said}: retry timeout exceeded${workTime}`, [
        { ...failed, kind: 'expired' },
      ]);
      notify((time += 0.06), 'bounce');
      return true;
    }
    write(at, `${id} == ${address} ${router} defer (-44)${field}${workTime}: ${said}`, [
      { ...failed, kind: 'deferred' },
    ]);
    if (!isLast) return false;
    const over = (time += 0.06);
    write(over, `${id} ** ${address}: retry timeout exceeded`, [{ ...failed, kind: 'expired', total: timeOf(over) }]);
    notify((time += 0.06), 'bounce');
    return true;
  }

  /** Where no QT= is logged, the time between two lines. */
  function timeOf(at: number): number {
    return Math.round((kept(story.head, at) - kept(story.head, begin)) * 1000) / 1000;
  }

  /** A bounce or a warning goes out under an id of its own, to the sender, who is at home here. */
  function notify(at: number, notification: string): void {
    const own = idOf(story, random);
    const notice = { queue: own, envelopeFrom: '', size: 3000, user: 'Debian-exim', notification };
    const local = envelopeFrom.slice(0, envelopeFrom.indexOf('@'));
    write(at, `${own} <= <> R=${id} U=Debian-exim P=local S=3000`, [{ ...notice, kind: 'accepted', time: at }]);
    const total = Math.round((kept(story.head, at + 0.07) - kept(story.head, at)) * 1000) / 1000;
    write(at + 0.07, `${own} => ${local} <${envelopeFrom}> R=local_user T=mail_spool`, [
      { ...notice, kind: 'delivered', time: at, recipient: envelopeFrom, attempt: 1, hop: 'local', total },
    ]);
    write(at + 0.14, `${own} Completed`);
  }
}

/** As Exim prints a difference of times: below five seconds with its fraction, where that is logged at all. */
function durationText(seconds: number): { readonly text: string; readonly seconds: number } {
  if (seconds < 5) {
    const text = (Math.floor(seconds * 1000) / 1000).toFixed(3);
    return { text: `${text}s`, seconds: Number(text) };
  }
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ] as const;
  return { text: parts.map(([value, unit]) => (value === 0 ? '' : `${value}${unit}`)).join(''), seconds: whole };
}

function recipientsFor(random: Random, isStaff: boolean): Recipient[] {
  return Array.from({ length: isStaff ? 1 + wholeBelow(random, 3) : 1 }, () => {
    const receiver = RECEIVERS[wholeBelow(random, RECEIVERS.length)];
    if (receiver === undefined) throw new RangeError('no receivers');
    const isDeferred = wholeBelow(random, 1000) < receiver.deferred;
    return {
      address: `${textOf(random, 'abcdefghijklmnopqrstuvwxyz', 8)}@${receiver.domain}`,
      receiver,
      patience: isDeferred ? 1 + Math.floor(random() ** 2 * (RETRIES.length + 3)) : 0,
      isBad: wholeBelow(random, 1000) < receiver.bounced,
      attempts: 0,
    };
  });
}

function streamFor(random: Random): Stream {
  let below = wholeBelow(random, 100);
  for (const stream of STREAMS) if ((below -= stream.share) < 0) return stream;
  throw new RangeError('the shares of the streams do not add up to 100');
}
