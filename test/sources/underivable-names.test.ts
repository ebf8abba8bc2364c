import { expect, test } from 'vitest';
import { factIn } from './asked-world.ts';

const LABEL = 'x'.repeat(58);
/** 248 octets: `_dmarc` fits before it no more. */
const LONG = `${LABEL}.${LABEL}.${LABEL}.${LABEL}.example.com`;

test.each(['mtaSts', 'tlsRpt', 'bimi', 'adsp', 'dkim'] as const)(
  'of a name so long that nothing can stand below it, %s is absent, not unknown',
  async (id) => {
    const { fact } = await factIn(id, { zone: `${LONG}. TXT "v=spf1 -all"`, domain: LONG });
    expect(fact.state).toBe('absent');
  },
);

test('its DMARC record is that of the domain above', async () => {
  const zone = `${LONG}. TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"`;
  const { fact } = await factIn('dmarcRecord', { zone, domain: LONG });
  expect(fact).toMatchObject({ state: 'found', value: { domain: 'example.com', inherited: true } });
});

test('an address that cannot be asked for outside of the domain stays unknown', async () => {
  const { fact } = await factIn('mx', {
    zone: '',
    net: {
      resolve: async (name, type) =>
        type === 'MX'
          ? {
              status: 'ok',
              records: [{ name, ttl: 1, type: 'MX', preference: 1, exchange: 'mx..net' }] as never,
              ttl: 1,
              authentic: false,
              via: [],
            }
          : { status: 'failed', failure: 'name', reason: `${name} is no name` },
    },
  });
  expect(fact).toMatchObject({ state: 'found', value: { hosts: [{ state: 'unknown' }] } });
});
