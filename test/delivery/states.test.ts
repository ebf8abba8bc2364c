import { describe, expect, test } from 'vitest';
import { BY_STREAM, deliveryTally } from '../../src/delivery/count.ts';
import type { Counts } from '../../src/delivery/delivery.ts';
import { countsOf } from '../../src/delivery/counts.ts';
import { mergeGroup, newGroup } from '../../src/delivery/group.ts';
import type { Draft, MailEvent } from '../../src/logs/event.ts';
import sendgridLike from '../../src/logs/formats/postfix.ts';
import { knownProviders } from '../../src/providers/known.ts';

const TIME = 1_794_000_000;

/** What is counted of these events, which all are about one recipient of one message unless they say otherwise. */
function counted(events: readonly Partial<MailEvent>[], source = 'service'): Counts {
  const tally = deliveryTally({ catalogue: knownProviders(), grouping: BY_STREAM, formats: [sendgridLike] });
  for (const [index, given] of events.entries()) {
    const event: Draft = {
      time: TIME + index * 60,
      kind: 'delivered',
      source,
      ids: source === 'postfix' ? { queue: 'A1B2C3', host: 'mx1' } : { esp: 'm1' },
      recipient: 'ann@example.net',
      recipientDomain: 'example.net',
      from: 'shop@example.com',
      hop: 'mx',
      tags: {},
      ...given,
    };
    tally.add(event);
  }
  const { groups, reasons } = tally.finish();
  const whole = newGroup(0);
  for (const section of groups.sections.values()) for (const group of section.groups.values()) mergeGroup(whole, group);
  return countsOf(whole, reasons.all);
}

describe('a recipient counts once, as the gravest thing that is told of it:', () => {
  test.each([
    ['accepted', [{ kind: 'delivered' }], { attempted: 1, accepted: 1 }],
    ['a bounce after the acceptance', [{ kind: 'delivered' }, { kind: 'bounced' }], { attempted: 1, bounced: 1 }],
    ['a late acceptance', [{ kind: 'bounced' }, { kind: 'delivered' }], { attempted: 1, bounced: 1, accepted: 0 }],
    ['deferred, then taken', [{ kind: 'deferred' }, { kind: 'delivered' }], { attempted: 1, accepted: 1, queued: 0 }],
    ['deferred, and nothing else', [{ kind: 'deferred' }], { attempted: 1, queued: 1 }],
    ['deferred out of order', [{ kind: 'delivered' }, { kind: 'deferred' }], { attempted: 1, accepted: 1, queued: 0 }],
    ['given up', [{ kind: 'deferred' }, { kind: 'expired' }], { attempted: 1, expired: 1, queued: 0 }],
    ['kept back', [{ kind: 'dropped' }], { attempted: 0, dropped: 1 }],
    ['handed to a smart host', [{ kind: 'delivered', hop: 'relay' }], { attempted: 0, handedOver: 1, accepted: 0 }],
    ['delivered on the machine', [{ kind: 'delivered', hop: 'local' }], { attempted: 0, local: 1 }],
    ['taken in by the service only', [{ kind: 'accepted' }], { attempted: 1, queued: 1 }],
  ] as [string, Partial<MailEvent>[], Partial<Counts>][])('%s', (_, events, expected) => {
    expect(counted(events)).toMatchObject(expected);
    // A complaint changes no outcome, whenever it comes.
    expect(counted([{ kind: 'complained' }, ...events, { kind: 'complained' }])).toMatchObject({
      ...expected,
      complained: 1,
    });
  });
});

test('at which attempt it was accepted is known, too, where deferrals are told behind the acceptance', () => {
  const taken: Partial<MailEvent> = { kind: 'delivered', time: TIME + 900 };
  const refused: Partial<MailEvent> = { kind: 'deferred' };
  expect(counted([refused, refused, taken]).attempts).toEqual([0, 0, 1]);
  expect(counted([taken, { ...refused, time: TIME }, { ...refused, time: TIME + 60 }]).attempts).toEqual([0, 0, 1]);
  // Who says the number himself is believed.
  expect(counted([{ ...taken, attempt: 2 }, refused]).attempts).toEqual([0, 1]);
});

test('how long it took is known, too, where a service tells last that it took the message in', () => {
  const taken: Partial<MailEvent> = { kind: 'accepted', time: TIME };
  const delivered: Partial<MailEvent> = { kind: 'delivered', time: TIME + 42 };
  expect(counted([taken, delivered]).delay).toMatchObject({ p50: 42, of: 1 });
  expect(counted([delivered, taken]).delay).toMatchObject({ p50: 42, of: 1 });
  expect(counted([delivered, { ...taken, time: TIME + 50 }]).delay).toMatchObject({ p50: 0, of: 1 });
  // What says itself how long it took is not counted twice.
  expect(counted([{ ...delivered, delay: { total: 7 } }, taken]).delay).toMatchObject({ p50: 7, of: 1 });
});

test('what was given up without a word of why has expired; a reason that was told stays', () => {
  const classOf = (given: Partial<MailEvent>): string[] => {
    const tally = deliveryTally({ catalogue: knownProviders(), grouping: BY_STREAM, formats: [sendgridLike] });
    tally.add({
      time: TIME,
      source: 'service',
      ids: { esp: 'm1' },
      recipient: 'ann@example.net',
      recipientDomain: 'example.net',
      from: 'shop@example.com',
      hop: 'mx',
      tags: {},
      kind: 'expired',
      ...given,
    });
    return tally.finish().reasons.all.map((reason) => reason.class);
  };
  expect(classOf({ diagnostic: 'Delivery to the following recipients failed.' })).toEqual(['expired']);
  expect(classOf({ diagnostic: '452 4.2.2 Mailbox full' })).toEqual(['mailbox-full']);
});

test('a notice of a delay has not given up, whatever its code', () => {
  const late = { kind: 'deferred', enhancedCode: '4.4.7', diagnostic: '451 4.4.7 delivery delayed' } as const;
  expect(counted([late])).toMatchObject({ queued: 1, expired: 0, reasons: [{ class: 'expired' }] });
  expect(counted([{ ...late, kind: 'expired' }])).toMatchObject({ expired: 1, reasons: [{ class: 'expired' }] });
});

test('deferrals are counted as attempts, and those deferred once', () => {
  const { deferred } = counted([
    { kind: 'deferred' },
    { kind: 'deferred' },
    { kind: 'deferred' },
    { kind: 'delivered' },
  ]);
  expect(deferred).toEqual({ messages: 1, attempts: 3 });
});

test('a mail server uses an id again: the next message under it is another one', () => {
  const events = [{ kind: 'deferred' }, { kind: 'delivered' }, { kind: 'delivered' }, { kind: 'bounced' }] as const;
  expect(counted(events, 'postfix')).toMatchObject({ attempted: 3, accepted: 2, bounced: 1, queued: 0 });
});

test('what a service tells twice counts once', () => {
  const open = { kind: 'opened', time: TIME, machine: true } as const;
  const twice = [{ kind: 'delivered', time: TIME }, { kind: 'delivered', time: TIME }, open, open] as const;
  expect(counted(twice)).toMatchObject({ accepted: 1, opened: { human: 0, machine: 1, unknown: 0 } });
});

test('somebody who opened after a scanner did counts as a person', () => {
  const opens = [{ machine: true }, {}, { machine: false }, { machine: true }].map(
    (one) => ({ kind: 'opened', ...one }) as const,
  );
  expect(counted(opens).opened).toEqual({ human: 1, machine: 0, unknown: 0 });
  expect(counted(opens.slice(0, 2)).opened).toEqual({ human: 0, machine: 0, unknown: 1 });
});

test('time to acceptance is measured from when the service took it in, where nobody says how long it took', () => {
  expect(counted([{ kind: 'accepted' }, { kind: 'delivered' }]).delay).toMatchObject({ p50: 60, of: 1 });
  expect(counted([{ kind: 'accepted' }, { kind: 'delivered', delay: { total: 4 } }]).delay).toMatchObject({ p50: 4 });
  expect(counted([{ kind: 'delivered' }]).delay).toBeUndefined();
});

test('a deferral never counts into the time to acceptance', () => {
  const retried = [
    { kind: 'deferred', delay: { total: 1000 } },
    { kind: 'delivered', delay: { total: 2000 } },
  ] as const;
  expect(counted(retried).delay).toMatchObject({ p50: 2000, p99: 2000, of: 1 });
});

describe('a source without ids for its messages:', () => {
  const noId = { ids: {}, envelopeFrom: 'bounce@example.com' };
  test('who sent it and when it was taken in hold together what is told of a recipient', () => {
    const events: Partial<MailEvent>[] = [
      { ...noId, kind: 'accepted', time: TIME },
      { ...noId, kind: 'deferred', time: TIME + 5, delay: { total: 5 } },
      { ...noId, kind: 'deferred', time: TIME + 605, delay: { total: 605 } },
      { ...noId, kind: 'delivered', time: TIME + 1205, delay: { total: 1205 } },
    ];
    expect(counted(events)).toMatchObject({
      attempted: 1,
      accepted: 1,
      queued: 0,
      deferred: { messages: 1, attempts: 2 },
      attempts: [0, 0, 1],
    });
  });
  test.each([
    ['another second', { time: TIME + 1, delay: { total: 0 } }],
    ['another sender', { time: TIME, delay: { total: 0 }, envelopeFrom: 'other@example.com' }],
    ['another job', { time: TIME, delay: { total: 0 }, tags: { job: 'j2' } }],
    ['nothing that tells when it was taken in', { time: TIME }],
  ] as [string, Partial<MailEvent>][])('%s: another message', (_, other) => {
    const first: Partial<MailEvent> = { ...noId, kind: 'delivered', time: TIME, delay: { total: 0 } };
    expect(counted([first, { ...noId, kind: 'delivered', ...other }])).toMatchObject({
      accepted: 2,
    });
  });
});

describe('a source without ids (its bounces that come as mails name no time either):', () => {
  const noId = { ids: {}, envelopeFrom: 'bounce@example.com' };
  const taken = (time: number): Partial<MailEvent> => ({ ...noId, time: time + 3, delay: { total: 3 } });
  test('a late bounce moves the latest message of the recipient, once', () => {
    const late: Partial<MailEvent> = { ...noId, kind: 'bounced', time: TIME + 9000 };
    expect(counted([taken(TIME), taken(TIME + 600), late])).toMatchObject({ attempted: 2, accepted: 1, bounced: 1 });
    expect(counted([taken(TIME), late, { ...late, time: TIME + 9900 }])).toMatchObject({ attempted: 1, bounced: 1 });
    expect(counted([{ ...taken(TIME), recipient: 'ben@example.net' }, late])).toMatchObject({
      attempted: 2,
      accepted: 1,
      bounced: 1,
    });
  });
  test('a late bounce that another source tells moves nobody', () => {
    const late: Partial<MailEvent> = { ...noId, kind: 'bounced', time: TIME + 9000, source: 'other' };
    expect(counted([taken(TIME), late])).toMatchObject({ attempted: 2, accepted: 1, bounced: 1 });
  });
  test('what is told of a whole queue is a deferral of nobody', () => {
    const queue = { ids: {}, recipient: undefined, kind: 'deferred' } as Partial<MailEvent>;
    expect(counted([queue, queue])).toMatchObject({
      attempted: 0,
      queued: 0,
      deferred: { messages: 0, attempts: 2 },
    });
  });
});

test('the attempt that succeeded is counted by the deferrals before it, where the source does not number attempts', () => {
  expect(counted([{ kind: 'deferred' }, { kind: 'deferred' }, { kind: 'delivered' }]).attempts).toEqual([0, 0, 1]);
  expect(counted([{ kind: 'deferred' }, { kind: 'delivered', attempt: 7 }]).attempts).toEqual([0, 0, 0, 0, 0, 0, 1]);
  const many = Array.from({ length: 70 }, (): Partial<MailEvent> => ({ kind: 'deferred' }));
  expect(counted([...many, { kind: 'complained' }, { kind: 'delivered' }])).toMatchObject({
    attempts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    complained: 1,
    deferred: { messages: 1, attempts: 70 },
    queued: 0,
  });
});

test('times are to acceptance: what a filter took at once counts only where nobody accepted anything', () => {
  const handed = (index: number): Partial<MailEvent> => ({
    ids: { esp: `f${index}` },
    hop: 'relay',
    delay: { total: 1, queue: 1 },
  });
  const accepted: Partial<MailEvent> = { delay: { total: 90, queue: 90 }, attempt: 2 };
  expect(counted([handed(1), handed(2), accepted])).toMatchObject({
    delay: { p50: 90, of: 1 },
    attempts: [0, 1],
    handedOver: 2,
  });
  expect(counted([handed(1), handed(2)])).toMatchObject({ delay: { p50: 1, of: 2 }, attempts: [], handedOver: 2 });
});
