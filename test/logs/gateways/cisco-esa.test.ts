import fc from 'fast-check';
import { expect, test } from 'vitest';
import ciscoEsa from '../../../src/logs/formats/cisco-esa.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readLine } from '../../support/read-line.ts';

const HEAD = 'Mon Nov  9 08:00:00 2026 Info: ';

function told(lines: readonly string[]): MailEvent[] {
  const events: MailEvent[] = [];
  const reader = ciscoEsa.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
  for (const line of lines) readLine(reader, `${HEAD}${line}`);
  reader.end();
  return events;
}

const arrival = (mid: number, recipients: readonly string[]): string[] => [
  `Start MID ${mid} ICID ${mid}`,
  `MID ${mid} ICID ${mid} From: <s@example.com>`,
  ...recipients.map((one, rid) => `MID ${mid} ICID ${mid} RID ${rid} To: <${one}>`),
  `MID ${mid} ready 9 bytes from <s@example.com>`,
];
const brief = ({ kind, ids, recipient, attempt }: MailEvent): unknown[] => [kind, ids.queue, recipient, attempt];

test('a delivery waits for its reply, which is the next line about the message', () => {
  const lines = [
    ...arrival(1, ['a@example.net']),
    ...arrival(2, ['b@example.net']),
    'Message done DCID 5 MID 1 to RID [0]',
    'Message done DCID 5 MID 2 to RID [0]',
    "MID 2 RID [0] Response '2.0.0 two'",
    "MID 1 RID [0] Response '2.0.0 one'",
  ];
  const said = told(lines)
    .filter(({ kind }) => kind === 'delivered')
    .map(({ recipient, diagnostic }) => [recipient, diagnostic]);
  expect(said).toEqual([
    ['b@example.net', '2.0.0 two'],
    ['a@example.net', '2.0.0 one'],
  ]);
});

test('a message that filters rewrite any number of times is one message, and told once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), (times) => {
      const rewritten = Array.from({ length: times }, (_, n) => [
        `Start MID ${n + 2} ICID 0`,
        `MID ${n + 1} rewritten to MID ${n + 2} by add-footer filter 'x'`,
        `Message finished MID ${n + 1} done`,
        `MID ${n + 2} queued for delivery`,
      ]).flat();
      const last = times + 1;
      const lines = [...arrival(1, ['a@example.net']), ...rewritten, `Message done DCID 5 MID ${last} to RID [0]`];
      expect(told(lines).map(brief)).toEqual([
        ['accepted', '1', 'a@example.net', undefined],
        ['delivered', '1', 'a@example.net', 1],
      ]);
    }),
  );
});

test('lines of messages may lie between each other in any way', () => {
  const story = (mid: number): string[] => [
    ...arrival(mid, [`a${mid}@example.net`, `b${mid}@example.net`]),
    `Delayed: DCID 5 MID ${mid} to RID 1 - 4.1.0 - x ('450', ['4.2.0 later']) []`,
    `Message done DCID 5 MID ${mid} to RID [0]`,
    `MID ${mid} RID [0] Response 'ok ${mid}'`,
    `Bounced: DCID 6 MID ${mid} to RID 1 - 5.1.0 - x ('550', ['5.1.1 no']) []`,
    `Message finished MID ${mid} done`,
  ];
  const stories = [story(1), story(2), story(3)];
  fc.assert(
    fc.property(fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }), (order) => {
      const left = stories.map((lines) => [...lines]);
      const lines = order.flatMap((which) => left[which]?.splice(0, 1) ?? []).concat(left.flat());
      for (const mid of [1, 2, 3]) {
        const own = (events: readonly MailEvent[]): MailEvent[] =>
          events.filter(({ ids }) => ids.queue === String(mid));
        expect(own(told(lines))).toEqual(own(told(stories[mid - 1] ?? [])));
      }
    }),
    { numRuns: 30 },
  );
});

test('a subject cannot say what became of a message', () => {
  const subject = "MID 1 Subject 'x' Message done DCID 5 MID 1 to RID [0]'";
  expect(told([...arrival(1, ['a@example.net']), subject]).map(({ kind }) => kind)).toEqual(['accepted']);
});

test('what ran out of time is told with the last reply', () => {
  const events = told([
    ...arrival(1, ['a@example.net']),
    "Delayed: DCID 5 MID 1 to RID 0 - 4.1.0 - x ('451', ['4.7.1 greylisted']) []",
    "Delayed: DCID 6 MID 1 to RID 0 - 4.1.0 - x ('452', ['4.2.2 full']) []",
    "Bounced: DCID 0 MID 1 to RID 0 - 5.4.7 - Delivery expired (message too old) ('000', ['timeout']) []",
  ]);
  expect(events.at(-1)).toMatchObject({ kind: 'expired', attempt: 2, code: 452, diagnostic: '452 4.2.2 full' });
});
