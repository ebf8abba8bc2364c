import { textOf, wholeBelow, type Random } from '../world/random.ts';
import { attempt, filtered, local } from './attempts.ts';
import { expire } from './endings.ts';
import { newMachine, type Machine, type Write } from './machine.ts';
import type { Mail } from './mail.ts';
import { queueIds } from './queue-ids.ts';
import type { StampForm } from './stamps.ts';
import type { PostfixStory } from './story.ts';
import { type Recipient, recipientsFor, RETRIES, type Stream, streamFor } from './streams.ts';

/** Messages of one machine; the queue gives their ids anew when they are gone. */
export function sender(
  host: string,
  form: StampForm,
  story: PostfixStory,
  random: Random,
): { message(time: number, write: Write): void } {
  const ids = queueIds(story.ids, random);
  return {
    message(time, write) {
      const stream = streamFor(random);
      const messageId = `${textOf(random, 'abcdefghij0123456789', 16)}@shop.example`;
      const machine = newMachine({ host, form, story, random, ids }, write);
      send(machine, { time, stream, messageId, way: stream.filtered === true ? 'filter' : 'world' });
    },
  };
}

interface Letter {
  /** Seconds since 1970. */
  readonly time: number;
  readonly stream: Stream;
  readonly messageId: string;
  /** First into a filter on the same machine, or out. */
  readonly way: 'filter' | 'world';
}

/** All lines of one message, from the client to `removed`; what comes back from the filter is another message. */
function send(machine: Machine, letter: Letter): void {
  const { random, ids, say } = machine;
  const { stream, messageId, way } = letter;
  const queue = ids.next(letter.time);
  const isReentered = stream.filtered === true && way === 'world';
  const dkim = way === 'world' ? stream.dkim : undefined;
  const base: Mail['base'] = {
    host: machine.host,
    queue,
    message: messageId,
    envelopeFrom: stream.from(random),
    size: 1200 + wholeBelow(random, 60_000),
    ...(stream.sasl === undefined || isReentered ? {} : { sasl: stream.sasl }),
    ...(dkim === undefined ? {} : { dkim: `${dkim.domain} ${dkim.selector}` }),
  };
  const recipients = recipientsFor(stream, random);
  const arrived = arrive(machine, letter, base, recipients);
  const mail: Mail = { machine, base, arrived };
  let last = arrived;
  let waiting: Recipient[] = [];
  for (const recipient of recipients) {
    last += 0.05;
    if (way === 'filter') filtered(mail, recipient.address, last);
    else if (recipient.receiver === undefined) local(mail, recipient.address, last);
    else if (!attempt(mail, recipient, 1, last)) waiting.push(recipient);
  }
  for (let retry = 0; waiting.length > 0; retry += 1) {
    const wait = RETRIES[retry];
    if (wait === undefined) {
      last += 60;
      expire(mail, waiting, last);
      break;
    }
    last += wait;
    say(last, 'postfix/qmgr', activeLine(base, recipients.length));
    waiting = waiting.filter((recipient) => !attempt(mail, recipient, retry + 2, (last += 0.05)));
  }
  say((last += 0.05), 'postfix/qmgr', `${queue}: removed`);
  ids.release(queue, last);
  if (way === 'filter') send(machine, { ...letter, time: last + 0.2, way: 'world' });
}

const activeLine = ({ queue, envelopeFrom, size }: Mail['base'], recipients: number): string =>
  `${queue}: from=<${envelopeFrom}>, size=${size}, nrcpt=${recipients} (queue active)`;

/** The lines before the first attempt; when the message was in the queue. */
function arrive({ say }: Machine, letter: Letter, base: Mail['base'], recipients: readonly Recipient[]): number {
  const { stream, messageId } = letter;
  const { queue, envelopeFrom } = base;
  let { time } = letter;
  if (stream.name === 'cron') say(time, 'postfix/pickup', `${queue}: uid=0 from=<root>`);
  else {
    const client = stream.filtered === true && letter.way === 'world' ? 'localhost[127.0.0.1]' : stream.client;
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
  if (base.dkim !== undefined) {
    const [domain, selector] = base.dkim.split(' ');
    say((time += 0.01), 'opendkim', `${queue}: DKIM-Signature field added (s=${selector}, d=${domain})`);
  }
  say((time += 0.02), 'postfix/qmgr', activeLine(base, recipients.length), [{ ...base, kind: 'accepted', time }]);
  if (stream.name !== 'cron')
    say(time + 0.01, 'postfix/smtpd', `disconnect from ${stream.client} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`);
  return time;
}
