import { expect, test } from 'vitest';
import type { Fact } from '../../src/core/facts.ts';
import { factsOf, type SmallWorld } from './world.ts';

const mailbox = async (world: SmallWorld): Promise<Fact<string>> =>
  (await factsOf(world, 'dmarcMailbox')).facts.dmarcMailbox;

const found = (value: string): Fact<string> => ({ state: 'found', value });
const nowhere = { state: 'absent' };

test('reports of a record to come go to the organisation, or to the domain itself', async () => {
  const domain = 'news.example.com';
  expect(await mailbox({ zone: '@ MX 10 mail' })).toEqual(found('example.com'));
  expect(await mailbox({ zone: '@ MX 10 mail\nnews MX 10 mail', domain })).toEqual(found('example.com'));
  expect(await mailbox({ zone: '@ MX 0 .\nnews MX 10 mail', domain })).toEqual(found(domain));
});

test('no address is made up where mail is refused, not taken, or nobody knows', async () => {
  expect(await mailbox({ zone: '@ MX 0 .' })).toEqual(nowhere);
  expect(await mailbox({ zone: '@ A 192.0.2.1' })).toEqual(nowhere);
  expect(await mailbox({ zone: '@ A 192.0.2.1', servfail: ['example.com'] })).toEqual(nowhere);
});

test('nothing is asked where a record of the owner’s applies', async () => {
  const zone = '_dmarc TXT "v=DMARC1; p=none"\n@ MX 10 mail\nnews A 192.0.2.1';
  for (const domain of ['example.com', 'news.example.com']) {
    const { facts, asked } = await factsOf({ zone, domain }, 'dmarcMailbox');
    expect([facts.dmarcMailbox, asked.filter((question) => question.endsWith(' MX'))]).toEqual([nowhere, []]);
  }
  const suffix = '_dmarc.com. TXT "v=DMARC1; p=reject; psd=y"\n@ MX 10 mail';
  expect(await mailbox({ zone: suffix }), 'that of a public suffix is somebody else’s').toEqual(found('example.com'));
});
