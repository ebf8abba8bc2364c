import { expect, test } from 'vitest';
import { PROBE_LABEL } from '../../src/sources/wildcards.ts';
import { factIn } from './asked-world.ts';

test('one probe that fails leaves the others', async () => {
  const { fact } = await factIn('wildcards', {
    zone: '@ NS ns\n* TXT "everywhere"\nx._domainkey TXT "v=DKIM1; p="',
    servfail: [`${PROBE_LABEL}._domainkey.example.com`],
  });
  expect(fact).toMatchObject({
    state: 'found',
    value: {
      domainkey: { records: [], unread: expect.stringContaining('SERVFAIL') },
      subdomain: { records: [{ text: 'everywhere' }] },
      subdomainDmarc: { records: [{ text: 'everywhere' }] },
    },
  });
});

test('where all of them fail, nothing is known', async () => {
  const names = [PROBE_LABEL, `${PROBE_LABEL}._domainkey`, `_dmarc.${PROBE_LABEL}`];
  const { fact } = await factIn('wildcards', { zone: '', servfail: names.map((name) => `${name}.example.com`) });
  expect(fact.state).toBe('unknown');
});

test('a wildcard CNAME is told from a wildcard text', async () => {
  const { fact } = await factIn('wildcards', { zone: '* CNAME site.example.net.\nsite.example.net. TXT "theirs"' });
  expect(fact).toMatchObject({ value: { subdomain: { via: ['site.example.net'], records: [{ text: 'theirs' }] } } });
});

test('without a wildcard it costs three questions, and with one that leads nowhere two more', async () => {
  expect((await factIn('wildcards', { zone: '@ NS ns' })).asked).toHaveLength(3);
  const lost = await factIn('wildcards', { zone: '* CNAME site.example.net.\nother.net. A 192.0.2.1' });
  expect(lost.fact).toMatchObject({ value: { subdomain: { lapsed: { state: 'found', value: 'example.net' } } } });
  expect(lost.asked).toHaveLength(5);
});
