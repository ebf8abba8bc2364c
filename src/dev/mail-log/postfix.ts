import { randomFrom, textOf, wholeBelow, type Random } from '../world/random.ts';
import { newHeap } from './heap.ts';
import { RECEIVERS, type Receiver } from './replies.ts';
import { kept, printed, type StampForm } from './stamps.ts';

/** What a log is to look like. */
export interface PostfixStory {
  readonly seed: string;
  /** Seconds since 1970. */
  readonly begin: number;
  readonly messages: number;
  /** Seconds between two messages, on the average. */
  readonly spacing: number;
  /** One machine for each. */
  readonly forms: readonly StampForm[];
  readonly ids: 'short' | 'long';
  /** Lines of different processes change places, as they do. */
  readonly reordered: boolean;
  /** How TLS is told: by lines of its own, by the field of 3.11, or not at all. */
  readonly tls: 'lines' | 'field' | 'none';
  /** A stretch in which one receiver defers everything. */
  readonly incident?: { readonly from: number; readonly to: number; readonly mx: string };
}

/** What a reader must make of a line. */
export interface TrueEvent {
  readonly kind: 'accepted' | 'delivered' | 'deferred' | 'bounced' | 'expired';
  readonly time: number;
  readonly host: string;
  readonly queue: string;
  readonly message: string;
  readonly envelopeFrom: string;
  readonly size: number;
  readonly sasl?: string;
  readonly notification?: string;
  readonly dkim?: string;
  readonly recipient?: string;
  readonly attempt?: number;
  readonly relay?: string;
  readonly hop?: 'mx' | 'relay' | 'local';
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly total?: number;
  readonly tls?: string | false;
}
export interface LogLine {
  readonly text: string;
  readonly events: readonly TrueEvent[];
}

interface Stream {
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
const RETRIES = [300, 600, 1200, 2400, 4000, 4000] as const;
const CIPHER = 'TLS_AES_256_GCM_SHA384';
const HEX = '0123456789ABCDEF';
const BASE52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';
/** Ids in use at a time on one machine, with short ids: they come again and again. */
const SHORT_IDS = 400;
/** Seconds an id rests before it is used again: inodes and microseconds must both meet. */
const REST = 30;

/** A mail log of so many messages, line by line, with what each line tells. */
export function* postfixLog(story: PostfixStory): Generator<LogLine> {
  const random = randomFrom(story.seed);
  const pending = newHeap<LogLine>();
  // Lines of one process stay in their order.
  const late = new Map<string, number>();
  const lateness = (text: string): number => {
    if (!story.reordered) return 0;
    const process = /\S+\[\d+\]: /.exec(text)?.[0] ?? '';
    const known = late.get(process) ?? random() * 0.9;
    late.set(process, known);
    return known;
  };
  const machines = story.forms.map((form, index) => newMachine(`mx${index + 1}`, form, story, random));
  let time = story.begin;
  // So that a reader knows from the start that TLS is logged here.
  if (story.tls === 'lines')
    for (const [index, form] of story.forms.entries())
      yield {
        text: `${printed(form, time)} mx${index + 1} postfix/smtp[999]: Trusted TLS connection established to mx.firma.example[198.51.100.9]:25: TLSv1.3 with cipher ${CIPHER} (256/256 bits)`,
        events: [],
      };
  for (let n = 0; n < story.messages; n += 1) {
    time += random() * 2 * story.spacing;
    const machine = machines[wholeBelow(random, machines.length)] ?? machines[0];
    machine?.message(time, (at, line) => pending.push(at + lateness(line.text), line));
    // Nothing that is still to come can be earlier than this.
    for (let next = pending.pop(time); next !== undefined; next = pending.pop(time)) yield next.item;
  }
  for (let next = pending.pop(Infinity); next !== undefined; next = pending.pop(Infinity)) yield next.item;
}

type Write = (time: number, line: LogLine) => void;

function newMachine(
  host: string,
  form: StampForm,
  story: PostfixStory,
  random: Random,
): { message(time: number, write: Write): void } {
  const resting: { readonly id: string; readonly until: number }[] = [];
  let made = 0;

  const newId = (time: number): string => {
    const [first] = resting;
    if (story.ids === 'short' && first !== undefined && first.until <= time && made >= SHORT_IDS) {
      resting.shift();
      return first.id;
    }
    made += 1;
    return story.ids === 'short'
      ? `${textOf(random, HEX, 5)}${made.toString(16).toUpperCase()}`
      : `4${textOf(random, BASE52, 9)}z${textOf(random, BASE52, 4)}`;
  };

  return {
    message(time, write) {
      const stream = streamFor(random);
      const say = (at: number, program: string, text: string, events: readonly TrueEvent[] = []): void => {
        const pid = 1000 + wholeBelow(random, 4000);
        const head = `${printed(form, at)} ${host} ${program}[${pid}]: `;
        write(at, { text: head + text, events: events.map((event) => ({ ...event, time: kept(form, at) })) });
      };
      const messageId = `${textOf(random, 'abcdefghij0123456789', 16)}@shop.example`;
      send({ time, stream, messageId, say, write }, stream.filtered === true ? 'filter' : 'world');
    },
  };

  function send(
    mail: {
      time: number;
      stream: Stream;
      messageId: string;
      say: (at: number, program: string, text: string, events?: readonly TrueEvent[]) => void;
      write: Write;
    },
    way: 'filter' | 'world',
  ): void {
    const { stream, messageId, say, write } = mail;
    let { time } = mail;
    const queue = newId(time);
    const envelopeFrom = stream.from(random);
    const size = 1200 + wholeBelow(random, 60_000);
    const reentered = stream.filtered === true && way === 'world';
    const dkim = way === 'world' ? stream.dkim : undefined;
    const base: Omit<TrueEvent, 'kind' | 'time'> = {
      host,
      queue,
      message: messageId,
      envelopeFrom,
      size,
      ...(stream.sasl === undefined || reentered ? {} : { sasl: stream.sasl }),
      ...(dkim === undefined ? {} : { dkim: `${dkim.domain} ${dkim.selector}` }),
    };
    const recipients = recipientsFor(stream, random);
    if (stream.name === 'cron') say(time, 'postfix/pickup', `${queue}: uid=0 from=<root>`);
    else {
      const client = reentered ? 'localhost[127.0.0.1]' : stream.client;
      const sasl = base.sasl === undefined ? '' : `, sasl_method=PLAIN, sasl_username=${base.sasl}`;
      say(time, 'postfix/smtpd', `connect from ${client}`);
      say((time += 0.01), 'postfix/smtpd', `${queue}: client=${client}${sasl}`);
    }
    say((time += 0.01), 'postfix/cleanup', `${queue}: message-id=<${messageId}>`);
    if (stream.campaign !== undefined)
      say(
        (time += 0.01),
        'postfix/cleanup',
        `${queue}: info: header X-Campaign: ${stream.campaign} from ${stream.client}; from=<${envelopeFrom}> to=<${recipients[0]?.address}> proto=ESMTP helo=<campaigns>`,
      );
    if (dkim !== undefined)
      say((time += 0.01), 'opendkim', `${queue}: DKIM-Signature field added (s=${dkim.selector}, d=${dkim.domain})`);
    say(
      (time += 0.02),
      'postfix/qmgr',
      `${queue}: from=<${envelopeFrom}>, size=${size}, nrcpt=${recipients.length} (queue active)`,
      [{ ...base, kind: 'accepted', time }],
    );
    if (stream.name !== 'cron')
      say(
        time + 0.01,
        'postfix/smtpd',
        `disconnect from ${stream.client} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`,
      );
    const arrived = time;
    let last = time;
    let waiting: typeof recipients = [];
    for (const recipient of recipients) {
      last += 0.05;
      if (way === 'filter') {
        filtered(recipient.address, last);
        continue;
      }
      if (recipient.receiver === undefined) local(recipient.address, last);
      else if (!attempt(recipient, 1, last)) waiting.push(recipient);
    }
    for (let retry = 0; waiting.length > 0; retry += 1) {
      const wait = RETRIES[retry];
      if (wait === undefined) {
        last += 60;
        expire(last);
        break;
      }
      last += wait;
      say(
        last,
        'postfix/qmgr',
        `${queue}: from=<${envelopeFrom}>, size=${size}, nrcpt=${recipients.length} (queue active)`,
      );
      waiting = waiting.filter((recipient) => !attempt(recipient, retry + 2, (last += 0.05)));
    }
    say((last += 0.05), 'postfix/qmgr', `${queue}: removed`);
    resting.push({ id: queue, until: last + REST });
    if (way === 'filter') send({ time: last + 0.2, stream, messageId, say, write }, 'world');

    function filtered(address: string, at: number): void {
      const total = seconds(at - arrived);
      const reply = '250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4F00D';
      say(
        at,
        'postfix/smtp',
        `${queue}: to=<${address}>, relay=127.0.0.1[127.0.0.1]:10024, delay=${total}, delays=0.05/0.01/0/0.1, dsn=2.0.0, status=sent (${reply})`,
        [
          {
            ...base,
            kind: 'delivered',
            time: at,
            recipient: address,
            attempt: 1,
            relay: '127.0.0.1',
            hop: 'relay',
            code: 250,
            enhancedCode: '2.0.0',
            total,
          },
        ],
      );
    }

    function local(address: string, at: number): void {
      const total = seconds(at - arrived);
      say(
        at,
        'postfix/local',
        `${queue}: to=<${address}>, orig_to=<root>, relay=local, delay=${total}, delays=0.05/0.01/0/0.1, dsn=2.0.0, status=sent (delivered to mailbox)`,
        [
          {
            ...base,
            kind: 'delivered',
            time: at,
            recipient: address,
            attempt: 1,
            hop: 'local',
            enhancedCode: '2.0.0',
            total,
          },
        ],
      );
    }

    /** Whether it is over for this recipient. */
    function attempt(recipient: Recipient, number: number, at: number): boolean {
      const { receiver, address, patience, isBad } = recipient;
      if (receiver === undefined) return true;
      const { incident } = story;
      const inIncident =
        incident !== undefined && receiver.mx === incident.mx && at >= incident.from && at < incident.to;
      const kind = inIncident || number <= patience ? 'deferred' : isBad ? 'bounced' : 'delivered';
      const answer = kind === 'delivered' ? undefined : kind === 'bounced' ? receiver.bounces[0] : receiver.defers[0];
      const relay = `${receiver.mx}[${receiver.ip}]:25`;
      const total = seconds(at - arrived);
      const encrypted = story.tls === 'none' ? undefined : receiver.domain !== 'firma.example';
      const pid = 10_000 + wholeBelow(random, 500);
      const head = (when: number): string => `${printed(form, when)} ${host} postfix/smtp[${pid}]: `;
      if (story.tls === 'lines' && encrypted === true)
        write(at - 0.02, {
          text: `${head(at - 0.02)}Trusted TLS connection established to ${relay}: TLSv1.3 with cipher ${CIPHER} (256/256 bits)`,
          events: [],
        });
      const tls = story.tls === 'field' ? `, tls=${encrypted === true ? 'may' : 'may:none'}` : '';
      const code = answer?.code ?? 250;
      const accepted = receiver.accepts(textOf(random, HEX, 10));
      const said =
        answer === undefined
          ? accepted
          : `host ${receiver.mx}[${receiver.ip}] said: ${answer.said} (in reply to ${answer.command})`;
      const dsn = answer?.enhanced ?? '2.0.0';
      const status = kind === 'delivered' ? 'sent' : kind;
      const event: TrueEvent = {
        ...base,
        kind,
        time: kept(form, at),
        recipient: address,
        attempt: number,
        relay: receiver.mx,
        hop: 'mx',
        code,
        enhancedCode: dsn,
        total,
        ...(encrypted === undefined ? {} : { tls: !encrypted ? false : story.tls === 'field' ? '' : 'TLSv1.3' }),
      };
      recipient.last = event;
      write(at, {
        text: `${head(at)}${queue}: to=<${address}>, relay=${relay}, delay=${total}, delays=${seconds(at - arrived)}/0.02/0.3/0.2${tls}, dsn=${dsn}, status=${status} (${said})`,
        events: [event],
      });
      if (kind === 'bounced') notify(at + 0.01, 'non-delivery');
      return kind !== 'deferred';
    }

    function expire(at: number): void {
      say(
        at,
        'postfix/qmgr',
        `${queue}: from=<${envelopeFrom}>, status=expired, returned to sender`,
        waiting.flatMap(({ last: told }) =>
          told === undefined
            ? []
            : [
                {
                  ...base,
                  kind: 'expired' as const,
                  time: at,
                  ...(told.recipient === undefined ? {} : { recipient: told.recipient }),
                  ...(told.attempt === undefined ? {} : { attempt: told.attempt }),
                  ...(told.code === undefined ? {} : { code: told.code }),
                  ...(told.enhancedCode === undefined ? {} : { enhancedCode: told.enhancedCode }),
                },
              ],
        ),
      );
      notify(at + 0.01, 'non-delivery');
    }

    /** A bounce goes out under an id of its own, to the sender, who is at home here. */
    function notify(at: number, what: string): void {
      const id = newId(at);
      const notice = {
        host,
        queue: id,
        message: `${id}@${host}.shop.example`,
        envelopeFrom: '',
        size: 3000,
        notification: 'bounce',
      };
      say(at, 'postfix/cleanup', `${id}: message-id=<${notice.message}>`);
      say(at + 0.01, 'postfix/bounce', `${queue}: sender ${what} notification: ${id}`);
      say(at + 0.03, 'postfix/qmgr', `${id}: from=<>, size=3000, nrcpt=1 (queue active)`, [
        { ...notice, kind: 'accepted', time: at },
      ]);
      say(
        at + 0.06,
        'postfix/virtual',
        `${id}: to=<${envelopeFrom}>, relay=virtual, delay=0.06, delays=0.03/0/0/0.03, dsn=2.0.0, status=sent (delivered to maildir)`,
        [
          {
            ...notice,
            kind: 'delivered',
            time: at,
            recipient: envelopeFrom,
            attempt: 1,
            hop: 'local',
            enhancedCode: '2.0.0',
            total: 0.06,
          },
        ],
      );
      say(at + 0.08, 'postfix/qmgr', `${id}: removed`);
      resting.push({ id, until: at + REST });
    }
  }
}

interface Recipient {
  readonly address: string;
  readonly receiver?: Receiver;
  /** Attempts that are deferred before the last. */
  readonly patience: number;
  readonly isBad: boolean;
  last?: TrueEvent;
}

function recipientsFor(stream: Stream, random: Random): Recipient[] {
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

function streamFor(random: Random): Stream {
  let below = wholeBelow(random, 100);
  for (const stream of STREAMS) if ((below -= stream.share) < 0) return stream;
  throw new RangeError('the shares of the streams do not add up to 100');
}

/** Two digits, as Postfix prints delays. */
const seconds = (value: number): number => Number(value.toPrecision(2));
