import { expect, test } from 'vitest';
import { attribute } from '../../src/streams/attribute.ts';
import { type Explained, explained } from '../../src/streams/explained.ts';
import { organisation, period, row, type RowText, services } from './period.ts';

function why(asked: string, texts: readonly RowText[]): Explained | undefined {
  const { tallies } = period(texts.map((text) => row(text)));
  return explained(tallies, attribute(tallies, { catalogue: services, organisation }), asked);
}

const OWN_KEY: RowText = { ip: '192.0.2.1', dkim: ['example.com Mail2026 pass'], spf: ['example.com pass'], count: 3 };
const DESK: RowText = { ip: '2001:db8::1', dkim: ['desk.test s pass'], spf: ['desk.test pass'], count: 5 };
const IDS = ['dkim:Mail2026/unknown/example.com', 'desk/support/example.com'];

test.each([
  ['its whole id, with the capitals of a selector', 'dkim:Mail2026/unknown/example.com', [IDS[0]]],
  ['its id in other capitals', 'DKIM:MAIL2026/unknown/example.com', [IDS[0]]],
  ['the beginning of its id', 'desk/', [IDS[1]]],
  ['its name', 'dkim key mail2026', [IDS[0]]],
  ['the beginning of two', 'd', [IDS[1], IDS[0]]],
  ['an address', '192.0.2.1', [IDS[0]]],
  ['an address in another spelling', '2001:DB8:0:0::1', [IDS[1]]],
])('a stream is asked for by %s', (_, asked, streams) => {
  expect(why(asked, [OWN_KEY, DESK])?.streams).toEqual(streams);
});

test.each(['192.0.2.9', 'nobody', 'support/example.com'])('%s names nothing of the period', (asked) => {
  expect(why(asked, [OWN_KEY, DESK])).toBeUndefined();
});

test('a whole name goes before names that begin so', () => {
  const below: RowText = { ...DESK, from: 'example.com.example' };
  expect(why('desk/support/example.com', [DESK, below])?.streams).toEqual([IDS[1]]);
});

test('rows that authenticated alike are one case, those with most messages first, with the busiest addresses', () => {
  const copies = (count: number, ip: string): RowText => ({ ...DESK, ip, count });
  const unsigned: RowText = { ip: '192.0.2.50', spf: ['desk.test pass'], count: 500 };
  const found = why('desk', [
    ...[1, 2, 3, 4, 5, 6].map((count) => copies(count, `192.0.2.${count}`)),
    copies(10, '192.0.2.1'),
    unsigned,
  ]);
  expect(found).toMatchObject({ messages: 531, pass: 0, addresses: 7, casesOmitted: 0 });
  expect(found?.cases).toMatchObject([
    { messages: 500, addresses: 1 },
    { messages: 31, records: 7, addresses: 6, from: [1, 6, 5, 4, 3].map((last) => `192.0.2.${last}`) },
  ]);
});
