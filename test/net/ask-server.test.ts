import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LiveOptions } from '../../src/net/live.ts';
import type { RecordType, Rr } from '../../src/net/net.ts';
import type { ServerAnswer } from '../../src/net/services.ts';
import { startDnsServer } from '../support/dns-server.ts';
import type { Asked, Behaviour, Reply } from '../support/dns-server.ts';
import { cname, liveWorld, soa, txt } from '../support/live-world.ts';

const SERVER = { name: 'ns1.example.com', address: '127.0.0.1' };
const LABEL = 'ns1.example.com (127.0.0.1)';
const ns = (name: string, target: string): Rr => ({ name, ttl: 60, type: 'NS', target });

interface Said {
  readonly answer: ServerAnswer;
  readonly asked: readonly Asked[];
}

/** Asks a name server on loopback for something, with a resolver beside it that must not be asked. */
async function said(behaviour: Behaviour, question = 'example.com TXT', options: LiveOptions = {}): Promise<Said> {
  const server = await startDnsServer(behaviour);
  onTestFinished(() => server.close());
  const { net, server: resolver } = await liveWorld([() => 'drop'], { serverPort: server.port, tries: 1, ...options });
  const [name, type] = question.split(' ') as [string, RecordType];
  const answer = await net.askServer(SERVER, name, type);
  expect(resolver.asked).toEqual([]);
  return { answer, asked: server.asked };
}

describe('a server that is asked itself', () => {
  test('is asked without recursion, and gives its own records', async () => {
    const { answer, asked } = await said(() => ({ aa: true, records: [txt('example.com', 'v=spf1 -all')] }));
    expect(answer).toEqual({
      status: 'ok',
      records: [txt('example.com', 'v=spf1 -all')],
      ttl: 300,
      authentic: false,
      via: [],
      authoritative: true,
    });
    expect(asked).toMatchObject([{ name: 'example.com', type: 'TXT', flags: 0x0020, edns: 1232, transport: 'udp' }]);
  });

  test('without authority gives what it happens to hold', async () => {
    const { answer } = await said(() => ({ records: [txt('example.com', 'cached')] }));
    expect(answer).toMatchObject({ status: 'ok', authoritative: false });
  });

  test.each<[string, Reply, object]>([
    [
      'nodata',
      { aa: true, authority: [soa('example.com', 60, 30)] },
      { status: 'nodata', ttl: 30, authoritative: true },
    ],
    ['nodata without SOA', { aa: true }, { status: 'nodata', ttl: 0, authoritative: true }],
    ['nodata from a cache', { authority: [soa('example.com', 60, 30)] }, { status: 'nodata', authoritative: false }],
    ['nxdomain', { aa: true, rcode: 3, authority: [soa('com', 60, 30)] }, { status: 'nxdomain', authoritative: true }],
  ])('says %s', async (_, reply, answer) => {
    expect((await said(() => reply)).answer).toMatchObject(answer);
  });

  test('refers to the servers of the zone below', async () => {
    const authority = [
      ns('Example.com', 'NS1.Example.com'),
      ns('example.com', 'ns2.example.net'),
      ns('other.com', 'x'),
    ];
    for (const question of ['example.com NS', 'www.example.com A']) {
      expect((await said(() => ({ authority }), question)).answer).toEqual({
        status: 'referral',
        zone: 'example.com',
        nameServers: ['ns1.example.com', 'ns2.example.net'],
      });
    }
  });

  test.each<[string, Reply, string]>([
    ['to the root', { authority: [ns('', 'a.root-servers.net')] }, 'only a referral to the root'],
    ['elsewhere', { authority: [ns('ample.com', 'ns.ample.com')] }, 'only a referral to ample.com'],
    ['by silence', {}, 'an empty answer'],
    [
      'by an alias that leads away',
      { aa: true, records: [cname('example.com', 'a.test')] },
      'only that it is an alias of a.test',
    ],
  ])('is lame where it sends one away %s', async (_, reply, what) => {
    expect((await said(() => reply)).answer).toEqual({
      status: 'failed',
      failure: 'lame',
      reason: `${what} from ${LABEL} for example.com TXT`,
    });
  });

  test('is asked once for an alias, whose end counts where it is in the answer', async () => {
    const records = [cname('example.com', 'a.example.com'), txt('a.example.com', 'here')];
    const { answer, asked } = await said(() => ({ aa: true, records }));
    expect(answer).toMatchObject({ status: 'ok', via: ['a.example.com'], records: [{ strings: ['here'] }] });
    expect(asked).toHaveLength(1);
  });

  test('that answers with a loop is malformed', async () => {
    const records = [cname('example.com', 'a.test'), cname('a.test', 'example.com')];
    expect((await said(() => ({ aa: true, records }))).answer).toMatchObject({ failure: 'malformed' });
  });

  test.each([
    [5, 'refused', 'REFUSED'],
    [2, 'servfail', 'SERVFAIL'],
    [9, 'refused', 'NOTAUTH'],
  ])('with RCODE %i has failed, and is not suspected of DNSSEC', async (rcode, failure, word) => {
    const { answer, asked } = await said(() => ({ rcode }));
    const reason = `${word} from ${LABEL} for example.com TXT`;
    expect(answer).toEqual({ status: 'failed', failure, reason });
    expect(asked).toHaveLength(1);
  });

  test('is asked without EDNS where it does not know it', async () => {
    const behaviour: Behaviour = ({ edns }) => (edns === undefined ? { aa: true } : { rcode: 1 });
    const { answer, asked } = await said(behaviour);
    expect(answer).toMatchObject({ status: 'nodata' });
    expect(asked.map(({ flags }) => flags)).toEqual([0x0020, 0x0020]);
  });

  test('is asked again over TCP where the answer was cut', async () => {
    const behaviour: Behaviour = ({ transport }) =>
      transport === 'udp' ? { tc: true } : { aa: true, records: [txt('example.com', 'long')] };
    const { answer, asked } = await said(behaviour);
    expect(answer).toMatchObject({ status: 'ok', authoritative: true });
    expect(asked).toMatchObject([
      { transport: 'udp', flags: 0x0020 },
      { transport: 'tcp', flags: 0x0020 },
    ]);
  });

  test('has answered only by an answer to the question', async () => {
    const forged: Reply = { question: { name: 'example.net', type: 'TXT' }, records: [txt('example.net', 'forged')] };
    const real: Reply = { aa: true, records: [txt('example.com', 'real')], delay: 5 };
    expect((await said(() => [{ ...forged, elsewhere: true }, { id: 1 }, forged, real])).answer).toMatchObject({
      records: [{ strings: ['real'] }],
    });
  });

  test('that is silent is a time-out after the tries', async () => {
    const { answer, asked } = await said(() => 'drop', 'example.com SOA', { tries: 2 });
    const reason = `no answer from ${LABEL} within 0.06 s (2 tries) for example.com SOA`;
    expect(answer).toEqual({ status: 'failed', failure: 'timeout', reason });
    expect(asked).toHaveLength(2);
  });

  test('that sends junk is malformed', async () => {
    const junk = { tail: { counts: [9, 9, 9], bytes: Buffer.from([0xc0, 0xff]) } } as const;
    expect((await said(() => junk)).answer).toMatchObject({ failure: 'malformed' });
  });
});

test('where nobody listens, that is known at once', async () => {
  const server = await startDnsServer(() => ({}));
  await server.close();
  const { net } = await liveWorld([() => 'drop'], { serverPort: server.port, timeoutMs: 2000, tries: 1 });
  const begin = performance.now();
  expect(await net.askServer(SERVER, 'example.com', 'NS')).toEqual({
    status: 'failed',
    failure: 'network',
    reason: `no connection to ${LABEL} (connection refused) for example.com NS`,
  });
  expect(performance.now() - begin).toBeLessThan(5000);
});

test('a host name instead of an address, or what cannot be a name, is not asked', async () => {
  const { net } = await liveWorld([() => 'drop']);
  const named = await net.askServer({ name: 'localhost', address: 'localhost' }, 'example.com', 'NS');
  const reason = 'localhost is no address, so no example.com NS at localhost (localhost)';
  expect(named).toEqual({ status: 'failed', failure: 'network', reason });
  expect(await net.askServer(SERVER, 'a..b', 'NS')).toMatchObject({ status: 'failed', failure: 'name' });
});

test('many questions to many servers are capped, and each gets its own answer', async () => {
  const server = await startDnsServer(({ name }) => ({ aa: true, records: [txt(name, name)], delay: 1 }));
  onTestFinished(() => server.close());
  const { net } = await liveWorld([() => 'drop'], { serverPort: server.port, inFlight: 8, timeoutMs: 1000 });
  const names = Array.from({ length: 100 }, (_, n) => `${n}.example`);
  const answers = await Promise.all(names.map((name) => net.askServer(SERVER, name, 'TXT')));
  expect(answers).toMatchObject(names.map((name) => ({ status: 'ok', records: [{ strings: [name] }] })));
  expect(server.mostAtOnce).toBeLessThanOrEqual(8);
});

test('closing the net ends questions under way, and later ones', async () => {
  const server = await startDnsServer(() => 'drop');
  onTestFinished(() => server.close());
  const { net } = await liveWorld([() => 'drop'], { serverPort: server.port, timeoutMs: 5000 });
  const pending = net.askServer(SERVER, 'example.com', 'NS');
  await sleep(20);
  await net.close();
  const closed = { status: 'failed', failure: 'network', reason: expect.stringContaining('closed before an answer') };
  expect(await pending).toMatchObject(closed);
  expect(await net.askServer(SERVER, 'example.com', 'NS')).toMatchObject(closed);
});
