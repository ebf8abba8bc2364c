import { describe, expect, test } from 'vitest';
import { LEAF, ROOT } from '../../src/checks/dane/example-certificates.ts';
import type { SmtpAnswer } from '../../src/net/services.ts';
import { factIn } from './asked-world.ts';

const PROBED = { probesSmtp: true };
const FINE: SmtpAnswer = {
  status: 'ok',
  banner: 'mail ESMTP',
  extensions: ['STARTTLS'],
  startTls: {
    state: 'established',
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    certificates: [LEAF, ROOT],
    distrust: '',
  },
};
const blocked = (host: string): SmtpAnswer => ({
  status: 'failed',
  failure: 'timeout',
  reason: `no answer from ${host}`,
});

/** The fact where hosts answer so, and who was spoken to. */
async function probed(
  zone: string,
  answer: (host: string, address: string) => SmtpAnswer = () => FINE,
  hints = PROBED,
) {
  const spoken: string[] = [];
  const probeSmtp = async (host: string, address: string): Promise<SmtpAnswer> => {
    spoken.push(`${host} ${address}`);
    return answer(host, address);
  };
  const { fact } = await factIn('smtp', { zone, net: { probeSmtp } }, hints);
  return { fact, spoken };
}

test('nobody is spoken to, and nothing is asked, unless the user wants it', async () => {
  const { fact, asked } = await factIn('smtp', { zone: '@ MX 10 mail\nmail A 192.0.2.1' });
  expect([fact, asked]).toEqual([{ state: 'absent' }, []]);
});

test('every mail host is spoken to once at one address of each family, the same in whatever order they come', async () => {
  const zone = '@ MX 10 a\n@ MX 20 b\n@ MX 30 a\na A 192.0.2.9\na A 192.0.2.1\na AAAA 2001:db8::1\nb A 192.0.2.2';
  const { fact, spoken } = await probed(zone);
  expect(spoken).toEqual(['a.example.com 192.0.2.1', 'a.example.com 2001:db8::1', 'b.example.com 192.0.2.2']);
  expect(fact).toMatchObject({
    state: 'found',
    value: {
      at: new Date('2026-11-01'),
      hosts: [
        { host: 'a.example.com', sessions: [{ address: '192.0.2.1' }, { address: '2001:db8::1' }], silence: '' },
        { host: 'b.example.com', sessions: [{ address: '192.0.2.2' }] },
      ],
    },
  });
});

test('without MX the domain itself is spoken to; with a null MX nobody', async () => {
  expect((await probed('@ A 192.0.2.1')).spoken).toEqual(['example.com 192.0.2.1']);
  expect(await probed('@ MX 0 .\n@ A 192.0.2.1')).toEqual({ fact: { state: 'absent' }, spoken: [] });
  expect(await probed('@ TXT "hello"')).toEqual({ fact: { state: 'absent' }, spoken: [] });
});

test('a certificate is read; without the host’s own the others say nothing', async () => {
  const showing = (certificates: readonly string[]) => async () => {
    const startTls = { ...FINE.startTls, certificates } as typeof FINE.startTls;
    const { fact } = await probed('@ A 192.0.2.1', () => ({ ...FINE, startTls }));
    const [session] = fact.state === 'found' ? (fact.value.hosts[0]?.sessions ?? []) : [];
    return session?.tls.state === 'established' ? session.tls.chain.map(({ subject }) => subject) : undefined;
  };
  expect(await showing([LEAF, ROOT])()).toEqual(['mail.example.com', 'Example Root of Example Trust']);
  expect(await showing([LEAF, 'bm9uZQ=='])()).toEqual(['mail.example.com']);
  expect(await showing(['bm9uZQ==', ROOT])()).toEqual([]);
  expect(await showing([])()).toEqual([]);
});

describe('a host that does not answer', () => {
  const zone = '@ MX 10 a\n@ MX 20 b\na A 192.0.2.1\na AAAA 2001:db8::1\nb A 192.0.2.2';

  test('leaves the fact unknown where it is the last', async () => {
    const { fact } = await probed(zone, blocked);
    expect(fact).toMatchObject({ state: 'unknown', reason: expect.stringContaining('port 25') });
  });

  test('is silent beside one that does', async () => {
    const { fact } = await probed(zone, (host) => (host.startsWith('a.') ? FINE : blocked(host)));
    expect(fact).toMatchObject({
      value: {
        hosts: [{ silence: '' }, { sessions: [], silence: expect.stringContaining('no answer from b.example.com') }],
      },
    });
  });

  test('at one of its addresses is known by the other', async () => {
    const { fact } = await probed(zone, (host, address) => (address.includes(':') ? blocked(host) : FINE));
    expect(fact).toMatchObject({ value: { hosts: [{ sessions: [{ address: '192.0.2.1' }], silence: '' }, {}] } });
  });

  test('because it has no address is left out; because nobody knows it is not', async () => {
    const more = `${zone}\n@ MX 30 gone`;
    const { fact } = await probed(more);
    expect(fact.state === 'found' ? fact.value.hosts.map(({ host }) => host) : []).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
    const { fact: unsure } = await factIn(
      'smtp',
      { zone, servfail: ['b.example.com'], net: { probeSmtp: async () => FINE } },
      PROBED,
    );
    expect(unsure).toMatchObject({
      value: { hosts: [{}, { sessions: [], silence: expect.stringContaining('b.example.com') }] },
    });
  });
});

test('who has a hundred mail hosts does not make us knock on all of them', async () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
  const zone = numbers.map((number) => `@ MX ${number} h${number}\nh${number} A 192.0.2.${number}`).join('\n');
  const { fact, spoken } = await probed(zone);
  expect(spoken).toHaveLength(10);
  const hosts = fact.state === 'found' ? fact.value.hosts : [];
  expect(hosts).toHaveLength(100);
  expect(hosts[10]).toMatchObject({ host: 'h11.example.com', silence: 'only the first 10 mail hosts were spoken to' });
});
