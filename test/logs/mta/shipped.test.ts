import fc from 'fast-check';
import { expect, test } from 'vitest';
import logShipper from '../../../src/logs/formats/log-shipper.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import type { JsonObject } from '../../../src/logs/format.ts';

const START = Date.parse('2026-11-09T08:00:00Z') / 1000;

function told(records: readonly JsonObject[]): MailEvent[] {
  const events: MailEvent[] = [];
  const reader = logShipper.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: START + 86_400 });
  for (const record of records) reader.entry(record);
  reader.end();
  return events;
}

/** A message that is deferred so often, and delivered then. */
const story = (attempts: number): JsonObject[] => [
  {
    time: String(START),
    program: 'postfix/qmgr',
    message: '5EBB7C5092: from=<s@example.com>, size=4, nrcpt=1 (queue active)',
  },
  ...Array.from({ length: attempts + 1 }, (_, n) => ({
    time: String(START + 600 * (n + 1)),
    program: 'postfix/smtp',
    message: `5EBB7C5092: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=${n}, delays=0/0/0/0, dsn=${n < attempts ? '4.2.0' : '2.0.0'}, status=${n < attempts ? 'deferred (x)' : 'sent (250 ok)'}`,
  })),
];

test('an answer that begins with the newest entry tells what the same in order tells', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (attempts) => {
      const records = story(attempts);
      const inOrder = told(records);
      expect(inOrder).toHaveLength(records.length);
      expect(inOrder.at(-1)).toMatchObject({ kind: 'delivered', attempt: attempts + 1, envelopeFrom: 's@example.com' });
      expect(told(records.toReversed())).toEqual(inOrder);
    }),
  );
});

test('an object that only looks like it is left to others', () => {
  for (const record of [
    { event: 'delivered', message: 'postfix/smtp accepted it', timestamp: START },
    { log: 'rejected by policy', time: '2026-11-09 08:00:00' },
    { message: { text: 'status=sent' }, time: START },
    { message: '5EBB7C5092: to=<a@example.net>, status=sent (250 ok)', program: 'postfix/smtp' },
  ])
    expect(logShipper.recognise(record), JSON.stringify(record)).toBe(0);
});
