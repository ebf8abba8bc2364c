import { describe, expect, test } from 'vitest';
import { deliveryTally } from '../../src/delivery/count.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { type Grouping, groupingOf } from '../../src/delivery/grouping.ts';
import { OUTCOME } from '../../src/delivery/outcome.ts';
import { summarise } from '../../src/delivery/summarise.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import postfix from '../../src/logs/formats/postfix.ts';
import sendgrid from '../../src/logs/formats/sendgrid.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { exampleReading } from '../support/example-delivery.ts';

const TIME = 1_794_000_000;
const catalogue = knownProviders();

/** What is told of these events, each about a message of its own to Ann unless it says otherwise, from a service's events. */
function tallied(events: readonly Partial<MailEvent>[], by = 'stream'): Delivery {
  const grouping = groupingOf(by) as Grouping;
  const tally = deliveryTally({ catalogue, grouping, formats: [postfix, sendgrid] });
  for (const [index, event] of events.entries()) {
    const { recipient = 'ann@example.net' } = event;
    tally.add({
      time: TIME + index * 60,
      kind: 'delivered',
      source: 'service',
      ids: { esp: `m${index}` },
      recipient,
      recipientDomain: recipient.slice(recipient.indexOf('@') + 1),
      from: 'shop@example.com',
      hop: 'mx',
      tags: {},
      ...event,
    });
  }
  return summarise(exampleReading(events.length), tally.finish(), grouping);
}
const to = (recipient: string, host: string, more: Partial<MailEvent> = {}): Partial<MailEvent> => ({
  recipient,
  relay: { host },
  ...more,
});

describe('a relay outside', () => {
  const RELAY = 'relay.host.example';
  const gmail = to('a@gmail.com', RELAY, { ids: { esp: 'g' } });
  const yahoo = to('b@yahoo.com', RELAY);
  test('that takes mail for people at two providers is a smart host', () => {
    const { totals, smartHosts } = tallied([gmail, yahoo]);
    expect([smartHosts, totals.handedOver, totals.accepted]).toEqual([[RELAY], 2, 0]);
  });
  test('that takes mail for one is not', () => {
    const { totals, smartHosts } = tallied([gmail, to('b@gmail.com', RELAY), to('c@example.org', RELAY)]);
    expect([smartHosts, totals.handedOver, totals.accepted]).toEqual([[], 0, 3]);
  });
  test('that is a provider’s MX is not, whoever its mail is for', () => {
    const { totals, smartHosts } = tallied(
      ['a@gmail.com', 'b@yahoo.com'].map((one) => to(one, 'gmail-smtp-in.l.google.com')),
    );
    expect([smartHosts, totals.accepted]).toEqual([[], 2]);
  });
  test('at a port for submission is one', () => {
    const { totals } = tallied([to('a@gmail.com', RELAY, { relay: { host: RELAY, port: 587 } })]);
    expect([totals.handedOver, totals.accepted]).toEqual([1, 0]);
  });
  test('has handed over only what did not bounce since', () => {
    const { totals } = tallied([gmail, yahoo, { ...gmail, kind: 'bounced', time: TIME + 9000 }]);
    expect(totals).toMatchObject({ attempted: 1, accepted: 0, handedOver: 1, bounced: 1 });
  });
});

test('how it was carried is counted of what was accepted: with TLS of which version, without, not told', () => {
  const carried: readonly Partial<MailEvent>[] = [
    { tls: { version: 'TLSv1.3' } },
    { tls: { version: 'TLSv1.3' } },
    { tls: {} },
    { tls: false },
    {},
    { tls: false, kind: 'bounced' },
    { tls: false, hop: 'relay' },
  ];
  const { totals, tlsVersions } = tallied(carried);
  expect(totals.tls).toEqual({ encrypted: 3, plain: 1, unknown: 1 });
  expect([...tlsVersions]).toEqual([['TLSv1.3', 2]]);
  const invented = Array.from({ length: 30 }, (_, at): Partial<MailEvent> => ({ tls: { version: `TLSv${at}` } }));
  expect(tallied(invented).tlsVersions.size).toBe(20);
});

test('where the time went is told in shares of all of it, and not where a source does not tell', () => {
  const { totals } = tallied([
    { delay: { total: 6, before: 1, queue: 2, connect: 1, transmit: 2 } },
    { delay: { total: 4, before: 0, queue: 0, connect: 3, transmit: 1 } },
    { delay: { total: 90 } },
  ]);
  expect(totals.delay?.share).toEqual({ before: 0.1, queue: 0.2, connect: 0.4, transmit: 0.3 });
  expect(tallied([{ delay: { total: 90 } }]).totals.delay).not.toHaveProperty('share');
});

describe('the mailbox provider of a custom domain', () => {
  const HOST = 'aspmx.l.google.com';
  const parts = (events: readonly Partial<MailEvent>[]) =>
    tallied(events).sections[0]?.parts.map(({ label, isKnown, attempted }) => [label.id, isKnown, attempted]);
  test('is who its MX is of, also in events that name no host, before and after', () => {
    expect(parts([{}, to('ann@example.net', HOST), {}, {}])).toEqual([['google-workspace', true, 4]]);
    const [first, ...others] = [{}, to('ann@example.net', HOST)];
    expect(parts([first as Partial<MailEvent>, ...others])).toEqual(parts([...others, first as Partial<MailEvent>]));
  });
  test('is so, too, where what is counted is split by stream', () => {
    const { sections } = tallied([{}, to('ann@example.net', HOST)], 'provider');
    expect(sections.map(({ label, attempted }) => [label.id, attempted])).toEqual([['google-workspace', 2]]);
  });
  test('is who was asked, where nobody answered', () => {
    const asked = { kind: 'deferred', diagnostic: `connect to ${HOST}[192.0.2.1]:25: Connection timed out` } as const;
    expect(parts([asked, {}])).toEqual([['google-workspace', true, 2]]);
  });
});

describe('a stream', () => {
  const idOf = (event: Partial<MailEvent>): string | undefined => tallied([event]).sections[0]?.stream?.id;
  const own = { source: 'postfix', ids: { queue: 'A1', host: 'mx' } } as const;
  test('is of the service that signs, or whose return path it has, though it is told by a mail server of one’s own', () => {
    const dkim = [{ domain: 'sendgrid.net' }];
    expect(idOf({ ...own, dkim })).toBe('sendgrid/transactional/example.com');
    expect(idOf({ ...own, envelopeFrom: 'b@em.mcsv.net' })).toBe('mailchimp/marketing/example.com');
  });
  test('is not of a mailbox host that signs for everybody', () => {
    expect(idOf({ ...own, dkim: [{ domain: 'gmail.com' }] })).toBe('own/unknown/example.com');
  });
  test('is for what its own word says, before what the service is used for', () => {
    const dkim = [{ domain: 'sendgrid.net' }];
    expect(idOf({ ...own, dkim, tags: { category: 'Newsletter' } })).toBe('sendgrid/marketing/example.com/Newsletter');
    const category = 'week 2, Newsletter';
    expect(idOf({ ...own, dkim, tags: { category } })).toBe(`sendgrid/marketing/example.com/${category}`);
  });
  test('is told from others by the most telling of its tags, in whatever order they come', () => {
    const tags = { tag: 't', category: 'c', vmta: 'v' };
    for (const some of [tags, { vmta: 'v', category: 'c', tag: 't' }])
      expect(idOf({ tags: some })).toBe('own/unknown/example.com/c');
    expect(idOf({ tags: { stream: 'outbound', tag: 't' } })).toBe('own/unknown/example.com/t');
    expect(idOf({ tags: { category: '', tag: 't' } })).toBe('own/unknown/example.com/t');
  });
  test('is told by a login that says what the mail is for, and never by a person’s', () => {
    expect(idOf({ tags: { sasl: 'noreply@example.com' } })).toBe('own/transactional/example.com/noreply');
    expect(idOf({ tags: { sasl: 'anna.rossi@example.com' } })).toBe('own/unknown/example.com');
    expect(idOf({ tags: { sasl: 'webapp' } })).toBe('own/unknown/example.com/webapp');
  });
  test('of the thousand and first name is one with all that follow', () => {
    const many = Array.from({ length: 1003 }, (_, at): Partial<MailEvent> => ({ tags: { category: `c${at}` } }));
    const { sections } = tallied(many);
    expect(sections).toHaveLength(1001);
    expect(sections.find(({ label }) => label.id === 'others')?.accepted).toBe(3);
  });
});

test('groups beyond the limit are counted together, and how many events that were is told', () => {
  const many = Array.from({ length: 4003 }, (_, at): Partial<MailEvent> => ({ recipient: `a@d${at}.example` }));
  const { sections, folded, totals } = tallied(many, 'domain');
  expect([sections.length, sections[0]?.label.id, sections[0]?.accepted]).toEqual([4001, 'other', 3]);
  expect([folded.groups, totals.accepted]).toEqual([3, 4003]);
});

describe('two events', () => {
  const same = (first: Partial<MailEvent>, second: Partial<MailEvent>): number => {
    const common = { time: TIME, ids: { esp: 'm' } };
    return tallied([
      { ...common, ...first },
      { ...common, ...second },
    ]).duplicates;
  };
  test.each([
    ['of another kind', { kind: 'deferred' }, { kind: 'delivered' }],
    ['of another second', {}, { time: TIME + 1 }],
    ['of another recipient', {}, { recipient: 'ben@example.net' }],
    ['of another source', {}, { source: 'other' }],
    ['of another message', {}, { ids: { esp: 'n' } }],
    ['of another attempt', { kind: 'deferred', attempt: 1 }, { kind: 'deferred', attempt: 2 }],
    ['of another link', { kind: 'clicked', url: 'https://a.example' }, { kind: 'clicked', url: 'https://b.example' }],
    ['with another answer', { kind: 'deferred', diagnostic: 'a' }, { kind: 'deferred', diagnostic: 'b' }],
  ] as [string, Partial<MailEvent>, Partial<MailEvent>][])('%s are two', (_, first, second) => {
    expect(same(first, second)).toBe(0);
    expect([same(first, first), same(second, second)]).toEqual([1, 1]);
  });
  test('of two hosts that use one queue id are of two messages', () => {
    const queued = (host: string): Partial<MailEvent> => ({
      source: 'postfix',
      ids: { queue: 'A1', host },
      kind: 'deferred',
    });
    expect(tallied([queued('mx1'), queued('mx2')]).totals).toMatchObject({ queued: 2, deferred: { messages: 2 } });
    expect(tallied([queued('mx1'), queued('mx1')]).totals).toMatchObject({ queued: 1, deferred: { messages: 1 } });
  });
});

test('a recipient that is refused again is refused once, in class and severity too', () => {
  const bounced: Partial<MailEvent> = { ids: { esp: 'm' }, kind: 'bounced', diagnostic: '550 5.1.1 User unknown' };
  const { totals } = tallied([bounced, { ...bounced, time: TIME + 9000 }]);
  expect(totals).toMatchObject({
    bounced: 1,
    bouncedBy: { 'user-unknown': 1 },
    bouncedAs: { hard: 1, soft: 0, block: 0 },
  });
  expect(totals.reasons).toMatchObject([{ count: 2 }]);
});

test('a bounce is taken from the group that counted the acceptance, though it comes from another', () => {
  const ids = { esp: 'm' };
  const { sections } = tallied(
    [
      { ids, relay: { host: 'a.example.net' } },
      { ids, relay: { host: 'b.example.net' }, kind: 'bounced' },
    ],
    'relay',
  );
  expect(Object.fromEntries(sections.map(({ label, accepted, bounced }) => [label.id, [accepted, bounced]]))).toEqual({
    'a.example.net': [0, 0],
    'b.example.net': [0, 1],
  });
});

describe('reasons', () => {
  const deferred = (diagnostic: string, more: Partial<MailEvent> = {}): Partial<MailEvent> => ({
    kind: 'deferred',
    diagnostic,
    ...more,
  });
  test('that are told in the same words by two providers are one, seen from the first time to the last', () => {
    const words = '452 4.2.2 Mailbox full';
    const { totals } = tallied([deferred(words, { recipient: 'a@gmail.com' }), deferred(words), deferred('451 Wait')]);
    expect(totals.reasons).toMatchObject([
      { class: 'mailbox-full', count: 2, firstSeen: TIME, lastSeen: TIME + 60 },
      { count: 1 },
    ]);
  });
  test('of which codes differ are two', () => {
    const { totals } = tallied([deferred('Wait', { code: 450 }), deferred('Wait', { code: 451 })]);
    expect(totals.reasons.map(({ code }) => code)).toEqual([450, 451]);
  });
  test('are told up to so many, the most frequent first', () => {
    const word = (at: number): string => 'wait '.repeat(at + 1).trim();
    const many = Array.from({ length: 40 }, (_, at) => deferred(`451 ${word(at)}`));
    const { reasons } = tallied([...many, deferred(`451 ${word(39)}`)]).totals;
    expect([reasons.length, reasons[0]?.count]).toEqual([25, 2]);
  });
});

describe('what says nothing of the sender', () => {
  const delivered: Partial<MailEvent> = { source: 'sendgrid', ids: { esp: 'm' } };
  const opened: Partial<MailEvent> = {
    ...delivered,
    from: undefined,
    kind: 'opened',
    time: TIME + 900,
    machine: false,
  };
  const complained: Partial<MailEvent> = { ...opened, kind: 'complained', time: TIME + 1200 };
  const other: Partial<MailEvent> = { source: 'sendgrid', ids: { esp: 'n' }, from: 'hi@example.org' };
  const told = ({ sections }: Delivery) =>
    sections.map(({ label, accepted, opened: { human }, complained: complaints }) => [
      label.id,
      accepted,
      human,
      complaints,
    ]);
  const ofStreams = [
    ['sendgrid/transactional/example.com', 1, 1, 1],
    ['sendgrid/transactional/example.org', 1, 0, 0],
  ];

  test('counts with the mail it is about', () => {
    expect(told(tallied([delivered, other, opened, complained]))).toEqual(ofStreams);
  });
  test('also where it is told before what became of the mail', () => {
    const early = told(tallied([opened, complained, delivered, other])).filter(
      ([id]) => id !== 'sendgrid/transactional/',
    );
    expect(early).toEqual(ofStreams);
  });
  test('counts with it by whatever is counted, and when it happened by the day', () => {
    const from = told(tallied([delivered, opened], 'from'));
    expect(from).toEqual([['example.com', 1, 1, 0]]);
    const next = { ...opened, time: TIME + 86_400 };
    expect(told(tallied([delivered, next], 'day')).map(([, ...counts]) => counts)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });
  test('is of the one stream that is the same but for the From domain, though it is about another mail', () => {
    const bounce: Partial<MailEvent> = { source: 'sendgrid', from: undefined, kind: 'bounced', ids: { esp: 'x' } };
    const { sections, namesakes } = tallied([delivered, bounce]);
    expect(sections.map(({ label, attempted, bounced }) => [label.id, attempted, bounced])).toEqual([
      ['sendgrid/transactional/example.com', 2, 1],
    ]);
    expect([...namesakes.keys()]).toEqual(['sendgrid/transactional/']);
    expect(tallied([delivered, bounce], 'provider').sections[0]?.parts.map(({ label }) => label.id)).toEqual([
      'sendgrid/transactional/example.com',
    ]);
  });
  test('is of no stream where there are two it may be of', () => {
    const bounce: Partial<MailEvent> = { source: 'sendgrid', from: undefined, kind: 'bounced', ids: { esp: 'x' } };
    expect(tallied([delivered, other, bounce]).sections).toHaveLength(3);
    const news = { category: 'news' };
    expect(tallied([{ ...delivered, tags: news }, bounce]).sections).toHaveLength(2);
  });
});

test('a complaint that is blacked out but for its domain counts there, though the message went to others, too', () => {
  const grouping = groupingOf('stream') as Grouping;
  const tally = deliveryTally({ catalogue, grouping, formats: [postfix, sendgrid] });
  const event = (recipientDomain: string, more: Partial<MailEvent>): MailEvent => ({
    time: TIME,
    kind: 'delivered',
    source: 'service',
    ids: { esp: 'm1' },
    recipientDomain,
    from: 'shop@example.com',
    hop: 'mx',
    tags: {},
    ...more,
  });
  tally.add(event('yahoo.com', { recipient: 'ann@yahoo.com' }));
  const last = tally.add(event('gmail.com', { recipient: 'ben@gmail.com' }));
  const delivered = { group: last?.group ?? 0, outcome: OUTCOME.accepted };
  tally.add(event('yahoo.com', { kind: 'complained', source: 'arf', from: undefined }), delivered);
  tally.add(event('', { kind: 'complained', source: 'arf', from: undefined, time: TIME + 1 }), delivered);
  const { sections } = summarise(exampleReading(4), tally.finish(), grouping);
  const complaints = sections.map(({ parts }) =>
    Object.fromEntries(parts.map((one) => [one.label.id, one.complained])),
  );
  expect(complaints).toEqual([{ gmail: 1, 'yahoo-mail': 1 }]);
});
