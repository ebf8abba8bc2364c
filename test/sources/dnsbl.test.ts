import { expect, test } from 'vitest';
import { factIn } from './asked-world.ts';

const HINTS = { sendingAddresses: ['192.0.2.25', '2001:db8::25'], dnsbls: ['bl.example.net'] };
const V4 = '2.0.0.127.bl.example.net. A 127.0.0.2';

async function entriesIn(zone: string, more: { readonly servfail?: readonly string[] } = {}) {
  const { fact, asked } = await factIn('dnsbl', { zone, ...more }, HINTS);
  if (fact.state !== 'found') throw new Error(fact.state);
  const [list] = fact.value;
  if (list === undefined) throw new Error('no list');
  return { list, asked, said: list.entries.map(({ subject, state }) => `${subject} ${state}`) };
}

test('no list is asked unless the user names one', async () => {
  const { fact, asked } = await factIn('dnsbl', { zone: V4 }, { sendingAddresses: ['192.0.2.25'] });
  expect([fact, asked]).toEqual([{ state: 'absent' }, []]);
});

test('a list is asked only for what its test entries show that it holds', async () => {
  const { said, asked } = await entriesIn(V4);
  expect(said).toEqual(['192.0.2.25 clear']);
  expect(asked).not.toContain('example.com.bl.example.net A');
});

test('a list of domains is asked for the domain, and for no address', async () => {
  const { said, asked } = await entriesIn('test.bl.example.net. A 127.0.1.2');
  expect(said).toEqual(['example.com clear']);
  expect(asked).not.toContain('25.2.0.192.bl.example.net A');
});

test('a listing has its codes and its text', async () => {
  const entry = '25.2.0.192.bl.example.net.';
  const { list } = await entriesIn(`${V4}\n${entry} A 127.0.0.4\n${entry} TXT "because"`);
  expect(list.entries).toEqual([
    { subject: '192.0.2.25', use: 'sending', state: 'listed', codes: ['127.0.0.4'], text: 'because' },
  ]);
});

test.each([
  ['closed', ''],
  ['empty of test entries', '25.2.0.192.bl.example.net. A 127.0.0.2'],
  ['holding everything', '*.bl.example.net. A 127.0.0.2'],
])('a list that is %s is out of order, and lists nothing', async (_, zone) => {
  const { list } = await entriesIn(zone);
  expect(list).toMatchObject({ entries: [], outOfOrder: expect.stringContaining('bl.example.net') });
});

test('a list that refuses us says nothing of anybody', async () => {
  const { said } = await entriesIn('*.bl.example.net. A 127.255.255.254');
  expect(new Set(said.map((line) => line.split(' ')[1]))).toEqual(new Set(['unknown']));
});

test('one entry that fails is unknown, and the others stand', async () => {
  const { said } = await entriesIn(`${V4}\ntest.bl.example.net. A 127.0.1.2`, {
    servfail: ['25.2.0.192.bl.example.net'],
  });
  expect(said).toEqual(['192.0.2.25 unknown', 'example.com clear']);
});

test('a test entry that fails leaves its kind unknown, not clear', async () => {
  const { said } = await entriesIn('test.bl.example.net. A 127.0.1.2', { servfail: ['2.0.0.127.bl.example.net'] });
  expect(said).toEqual(['192.0.2.25 unknown', 'example.com clear']);
});
