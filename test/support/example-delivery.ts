import type { Example, ExampleDelivery } from '../../src/core/example.ts';
import { BY_STREAM, deliveryTally } from '../../src/delivery/count.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { summarise } from '../../src/delivery/summarise.ts';
import type { EventReading } from '../../src/delivery/reading/read.ts';
import { newUnreadLines } from '../../src/delivery/reading/unread-lines.ts';
import { NO_INPUTS } from '../../src/core/report.ts';
import type { Draft } from '../../src/logs/event.ts';
import { knownProviders } from '../../src/providers/known.ts';

/** Monday. */
const BEGIN = Date.parse('2026-10-05T00:00:00Z') / 1000;
const HOUR = 3600;

/** What became of the mail of an example, counted as the program counts it. */
export function exampleDelivery({ deliveries = [], unreadLines = 0, domain = 'example.com' }: Example): Delivery {
  const tally = deliveryTally({ catalogue: knownProviders(), grouping: BY_STREAM, formats: [] });
  let first = 0;
  let recipients = 0;
  let events = 0;
  for (const delivery of deliveries) {
    const { count = 1 } = delivery;
    if (delivery.next !== true) {
      first = recipients;
      recipients += count;
    }
    for (let index = 0; index < count; index += 1) {
      tally.add(eventOf(delivery, index, first + index, domain));
      events += 1;
    }
  }
  return summarise(exampleReading(events, unreadLines), tally.finish(), BY_STREAM);
}

/** What is told of the reading itself: one file with so many events, one a line. */
export function exampleReading(events: number, unreadLines = 0): EventReading {
  const unread = newUnreadLines();
  for (let line = 0; line < unreadLines; line += 1) unread.add('mail.log', 'no line of Postfix', 'what is this');
  return {
    inputs: { ...NO_INPUTS, read: 1 },
    files: 1,
    unrecognised: [],
    lines: events + unreadLines,
    events,
    unread,
    formats: [{ id: 'example', files: 1 }],
    repeated: [],
    toldAgain: 0,
    mailEvents: 0,
    open: 0,
  };
}

function eventOf(delivery: ExampleDelivery, index: number, recipient: number, domain: string): Draft {
  const { kind, count = 1, to = 'example.net', hours: [from, until] = [0, 0], category, reply, delay, tls } = delivery;
  const event: Draft = {
    time: BEGIN + (from + (index / count) * (until - from + 1)) * HOUR,
    kind,
    source: 'example',
    ids: { esp: `m${recipient}` },
    recipient: `r${recipient}@${to}`,
    recipientDomain: to,
    from: `news@${domain}`,
    hop: 'mx',
    tags: category === undefined ? {} : { category },
  };
  const [, code, enhanced] = /^(\d{3})[ -](\d\.\d{1,3}\.\d{1,3})?/.exec(reply ?? '') ?? [];
  if (reply !== undefined) event.diagnostic = reply;
  if (code !== undefined) event.code = Number(code);
  if (enhanced !== undefined) event.enhancedCode = enhanced;
  if (delay !== undefined) event.delay = { total: delay };
  if (tls !== undefined) event.tls = tls === false ? false : { version: tls };
  return event;
}
