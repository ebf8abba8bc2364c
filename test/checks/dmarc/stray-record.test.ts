import { expect, test } from 'vitest';
import { factsOf } from '../../sources/world.ts';

const NAMES = ['_dmarc.example.com.example.com TXT', 'dmarc.example.com TXT', 'www.example.com TXT'];

async function strayQuestions(zone: string, servfail: readonly string[] = []): Promise<string[]> {
  const { asked } = await factsOf({ zone, servfail }, 'strayDmarc');
  return asked.filter((question) => NAMES.includes(question));
}

test('names close to the right one are asked only where no record applies', async () => {
  expect(await strayQuestions('@ MX 0 .')).toEqual(NAMES);
  expect(await strayQuestions('_dmarc TXT "v=DMARC1; p=none"')).toEqual([]);
  expect(await strayQuestions('_dmarc TXT "v=dmarc1; p=none"'), 'there is an attempt already').toEqual([]);
  expect(await strayQuestions('@ MX 0 .', ['_dmarc.example.com']), 'nobody knows').toEqual([]);
});

test('a name that cannot be asked is passed over, and hides nothing', async () => {
  const zone = 'dmarc TXT "v=DMARC1; p=none"';
  const { facts } = await factsOf({ zone, servfail: ['www.example.com'] }, 'strayDmarc');
  expect(facts.strayDmarc).toMatchObject({ state: 'found', value: [{ name: 'dmarc.example.com' }] });
});

test('nothing is said of DMARC in the reverse tree, where no mail comes from', async () => {
  const zone = '2.0.192.in-addr.arpa. NS ns.example.net.';
  const { facts, asked } = await factsOf(
    { zone, domain: '2.0.192.in-addr.arpa' },
    'dmarc',
    'dmarcRecord',
    'strayDmarc',
  );
  expect([facts.dmarc.state, facts.dmarcRecord.state, facts.strayDmarc.state]).toEqual(['absent', 'absent', 'absent']);
  expect(asked).toEqual([]);
});
