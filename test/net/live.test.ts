import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { liveNet } from '../../src/net/live.ts';
import type { Reply } from '../support/dns-server.ts';
import { cname, liveWorld, onLoopback, txt } from '../support/live-world.ts';

const spf = (name: string): Reply => ({ records: [txt(name, 'v=spf1 -all')] });
const found = { status: 'ok', records: [{ strings: ['v=spf1 -all'] }] };

describe('a question', () => {
  test('carries EDNS with 1232 octets, RD and AD', async () => {
    const { net, server } = await liveWorld([({ name }) => spf(name)]);
    await net.resolve('Example.COM.', 'TXT');
    expect(server.asked).toMatchObject([
      { name: 'example.com', type: 'TXT', edns: 1232, flags: 0x0120, transport: 'udp' },
    ]);
  });

  test('gets another id each time and more than one source port over time', async () => {
    const { net, server } = await liveWorld([({ name }) => spf(name)]);
    await Promise.all(Array.from({ length: 64 }, (_, n) => net.resolve(`${n}.example`, 'TXT')));
    // On a busy machine some are asked again: another question, with another id.
    const asked = server.asked.map(({ id, port }) => `${id} ${port}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(server.asked.map(({ port }) => port)).size).toBeGreaterThan(1);
  });

  test('may hold blanks, percent signs, underscores and quotes in its labels', async () => {
    const { net, server } = await liveWorld([({ name }) => spf(name)]);
    const name = 'a b.%d{x}."q"\\._spf.\u0001.example';
    expect(await net.resolve(name, 'TXT')).toMatchObject(found);
    expect(server.asked[0]?.name).toBe(name);
  });

  test('is asked with A-labels when written with U-labels', async () => {
    const { net, server } = await liveWorld([({ name }) => spf(name)]);
    expect(await net.resolve('Bücher.example', 'TXT')).toMatchObject({
      ...found,
      records: [{ name: 'xn--bcher-kva.example' }],
    });
    expect(server.asked[0]?.name).toBe('xn--bcher-kva.example');
  });

  test('for the root is asked as such', async () => {
    const { net, server } = await liveWorld([
      () => ({ records: [{ name: '', ttl: 60, type: 'NS', target: 'ns.example' }] }),
    ]);
    expect(await net.resolve('.', 'NS')).toMatchObject({ status: 'ok', records: [{ name: '', target: 'ns.example' }] });
    expect(server.asked[0]?.name).toBe('');
  });

  test.each(['a..example', `${'x'.repeat(64)}.example`, Array(130).fill('x').join('.')])(
    'is not asked for %s, which cannot be a name',
    async (name) => {
      const { net, server } = await liveWorld([() => ({})]);
      expect(await net.resolve(name, 'TXT')).toMatchObject({ status: 'failed', failure: 'name' });
      expect(server.asked).toEqual([]);
    },
  );
});

describe('only the answer to the question counts', () => {
  test.each<[string, Reply]>([
    ['another id', { id: 1, records: [txt('example.com', 'forged')] }],
    ['another name', { question: { name: 'example.net', type: 'TXT' }, records: [txt('example.net', 'forged')] }],
    ['another type', { question: { name: 'example.com', type: 'A' } }],
    ['another port', { elsewhere: true, records: [txt('example.com', 'forged')] }],
    ['no header', { raw: Buffer.alloc(2) }],
    ['garbage', { raw: Buffer.from('garbage, and some more of it, but the right id') }],
    ['a query with our id', { raw: Buffer.from('000001000001000000000000076578616d706c6503636f6d0000100001', 'hex') }],
  ])('%s is ignored while the real answer is on its way', async (_, forged) => {
    const { net, server } = await liveWorld([({ name }) => [forged, { ...spf(name), delay: 5 }]], { tries: 1 });
    expect(await net.resolve('example.com', 'TXT')).toMatchObject(found);
    expect(server.asked).toHaveLength(1);
  });

  test('the letter case of the question does not matter', async () => {
    const { net } = await liveWorld([
      () => ({ question: { name: 'eXAMPLE.com', type: 'TXT' }, records: [txt('EXAMPLE.com', 'v=spf1 -all')] }),
    ]);
    expect(await net.resolve('Example.COM', 'TXT')).toMatchObject({ ...found, records: [{ name: 'example.com' }] });
  });

  test('records of other names and types in the answer are left out', async () => {
    const { net } = await liveWorld([
      () => ({
        records: [txt('other.example', 'no'), cname('x.example', 'y.example'), txt('example.com', 'v=spf1 -all')],
      }),
    ]);
    const answer = await net.resolve('example.com', 'TXT');
    expect(answer).toMatchObject(found);
    expect(answer).toHaveProperty('records.length', 1);
  });
});

describe('no answer', () => {
  test('is a time-out after the tries, each as long as said', async () => {
    const { net, server } = await liveWorld([() => 'drop']);
    const start = performance.now();
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'timeout',
      reason: `no answer from 127.0.0.1:${server.port} within 0.06 s (3 tries) for example.com TXT`,
    });
    const elapsed = performance.now() - start;
    expect(elapsed).toBeGreaterThan(170);
    expect(elapsed).toBeLessThan(5000);
    expect(server.asked).toHaveLength(3);
  });

  test('in time is still read when the program was busy until after the time-out', async () => {
    const { net } = await liveWorld(
      [
        ({ name }) => {
          // The answer is sent first, then nobody reads anything for longer than the time-out
          setImmediate(() => {
            for (const until = performance.now() + 100; performance.now() < until;);
          });
          return spf(name);
        },
      ],
      { tries: 1 },
    );
    expect(await net.resolve('example.com', 'TXT')).toMatchObject(found);
  });

  test('from a closed port is known at once', async () => {
    const socket = createSocket('udp4');
    await new Promise<void>((done) => void socket.bind(0, '127.0.0.1', done));
    const { port } = socket.address();
    await new Promise<void>((done) => void socket.close(done));
    const net = liveNet({ servers: [onLoopback(port)], timeoutMs: 1000 });
    const start = performance.now();
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'network',
      reason: `no connection to 127.0.0.1:${port} (connection refused) for example.com TXT`,
    });
    expect(performance.now() - start).toBeLessThan(3000);
    await net.close();
  });

  test('of one server is made good by the next, which is asked first from then on', async () => {
    const { net, servers } = await liveWorld([() => 'drop', ({ name }) => spf(name)]);
    expect(await net.resolve('one.example', 'TXT')).toMatchObject(found);
    expect(await net.resolve('two.example', 'TXT')).toMatchObject(found);
    expect(servers.map(({ asked }) => asked.length)).toEqual([1, 2]);
  });

  test('is had by closing before the socket is ready', async () => {
    const { net } = await liveWorld([() => 'drop']);
    const pending = net.resolve('example.com', 'TXT');
    await net.close();
    expect(await pending).toMatchObject({ status: 'failed', failure: 'network' });
  });

  test('is what pending questions and later ones get when the net is closed', async () => {
    const { net } = await liveWorld([() => 'drop'], { timeoutMs: 5000 });
    const pending = net.resolve('example.com', 'TXT');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await net.close();
    const closed = { status: 'failed', failure: 'network', reason: expect.stringContaining('closed') };
    expect(await pending).toMatchObject(closed);
    expect(await net.resolve('example.net', 'TXT')).toMatchObject(closed);
  });
});

test('a program that forgets to close the net ends all the same', async () => {
  const { server } = await liveWorld([({ name }) => spf(name)]);
  const program = `
    import { liveNet } from ${JSON.stringify(new URL('../../src/net/live.ts', import.meta.url).href)};
    const net = liveNet({ servers: [{ kind: 'dns', address: '127.0.0.1', port: ${server.port} }] });
    console.log((await net.resolve('example.com', 'TXT')).status);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 4000,
  });
  expect(stdout).toBe('ok\n');
});

describe('a refusal', () => {
  test.each([
    [2, 'servfail', 'SERVFAIL', 4], // three tries, and once without DNSSEC checking
    [5, 'refused', 'REFUSED', 1],
    [9, 'refused', 'NOTAUTH', 1],
    [1, 'formerr', 'FORMERR', 2],
    [4, 'notimp', 'NOTIMP', 2],
    [11, 'refused', 'RCODE 11', 1],
  ])('with RCODE %i is %s, and said again only where it may pass', async (rcode, failure, word, times) => {
    const { net, server } = await liveWorld([() => ({ rcode })]);
    expect(await net.resolve('example.com', 'MX')).toEqual({
      status: 'failed',
      failure,
      reason: `${word} from 127.0.0.1:${server.port} for example.com MX`,
    });
    expect(server.asked).toHaveLength(times);
  });

  test('with an Extended DNS Error says why', async () => {
    const opt = Buffer.from('000000000006000f00020006', 'hex');
    const { net, server } = await liveWorld([() => ({ rcode: 2, opt })]);
    const reason = `SERVFAIL (DNSSEC Bogus) from 127.0.0.1:${server.port} for example.com TXT: the DNSSEC signatures do not hold`;
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ failure: 'bogus', reason });
  });

  test('of one server is made good by the next', async () => {
    const { net } = await liveWorld([() => ({ rcode: 5 }), () => ({ rcode: 2 }), ({ name }) => spf(name)]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject(found);
  });

  test('is told rather than the silence of the other server', async () => {
    const { net, servers } = await liveWorld([() => 'drop', () => ({ rcode: 2 })]);
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'servfail',
      reason: `SERVFAIL from 127.0.0.1:${servers[1]?.port} for example.com TXT`,
    });
  });

  test.each([
    ['FORMERR', { rcode: 1 }],
    ['NOTIMP', { rcode: 4 }],
    ['BADVERS', { rcode: 0, opt: Buffer.from('010000000000', 'hex') }],
    ['FORMERR without the question', { raw: Buffer.from('000080010000000000000000', 'hex') }],
  ])('of EDNS by %s is followed by the question without it', async (_, refusal) => {
    const { net, server } = await liveWorld([({ name, edns }) => (edns === undefined ? spf(name) : refusal)]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject(found);
    expect(server.asked.map(({ edns }) => edns)).toEqual([1232, undefined]);
  });

  test('by a bare referral is lame', async () => {
    const { net, server } = await liveWorld([
      () => ({ authority: [{ name: 'com', ttl: 60, type: 'NS', target: 'a.example' }] }),
    ]);
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'lame',
      reason: `only a referral from 127.0.0.1:${server.port} for example.com TXT`,
    });
  });
});

describe('an answer too large for UDP', () => {
  const many = (name: string, count: number): Reply => ({
    records: Array.from({ length: count }, (_, n) => txt(name, `${n} ${'x'.repeat(240)}`)),
  });

  test.each([
    ['2 kB', 8],
    ['64 kB', 243],
  ])('of %s is asked again over TCP', async (_, count) => {
    const { net, server } = await liveWorld([({ name }) => many(name, count)], { timeoutMs: 1000 });
    const answer = await net.resolve('example.com', 'TXT');
    expect(answer).toHaveProperty('records.length', count);
    expect(server.asked.map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
  });

  test('is read from whatever pieces it comes in', async () => {
    const { net } = await liveWorld([({ name }) => ({ ...many(name, 6), pieces: 100 })], { timeoutMs: 1000 });
    expect(await net.resolve('example.com', 'TXT')).toHaveProperty('records.length', 6);
  });

  test('is a try that failed when the connection closes early', async () => {
    const { net, server } = await liveWorld([({ name }) => ({ ...many(name, 8), cutAt: 700 })], { tries: 1 });
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'network',
      reason: `no connection to 127.0.0.1:${server.port} (connection closed, over TCP) for example.com TXT`,
    });
  });

  test('is a time-out when nobody speaks over TCP', async () => {
    const behaviour = ({ transport }: { transport: string }) =>
      transport === 'udp' ? { tc: true } : ('drop' as const);
    const { net, server } = await liveWorld([behaviour], { tries: 1 });
    expect(await net.resolve('example.com', 'TXT')).toEqual({
      status: 'failed',
      failure: 'timeout',
      reason: `no answer from 127.0.0.1:${server.port} over TCP within 0.06 s for example.com TXT`,
    });
  });

  test('is malformed when it is truncated over TCP as well', async () => {
    const { net } = await liveWorld([() => ({ tc: true })], { tries: 1 });
    expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'failed', failure: 'malformed' });
  });

  test('over TCP, too, has to answer the question asked', async () => {
    const { net } = await liveWorld([
      ({ transport, name }) => (transport === 'udp' ? { tc: true } : [{ id: 1 }, { ...spf(name), delay: 5 }]),
    ]);
    expect(await net.resolve('example.com', 'TXT')).toMatchObject(found);
  });
});

describe('many questions', () => {
  test('wait their turn: no more than the cap are on their way', async () => {
    const { net, server } = await liveWorld([({ name }) => ({ ...spf(name), delay: 2 })], {
      inFlight: 8,
      timeoutMs: 1000,
    });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => net.resolve(`${n}.example`, 'TXT')));
    expect(answers.every(({ status }) => status === 'ok')).toBe(true);
    expect(server.mostAtOnce).toBeGreaterThan(4);
    expect(server.mostAtOnce).toBeLessThanOrEqual(8);
  });

  test('each get their own answer', async () => {
    const { net } = await liveWorld([({ name }) => ({ records: [txt(name, name)] })], { timeoutMs: 1000 });
    const names = Array.from({ length: 300 }, (_, n) => `${n}.example`);
    const answers = await Promise.all(names.map((name) => net.resolve(name, 'TXT')));
    expect(answers).toMatchObject(names.map((name) => ({ status: 'ok', records: [{ strings: [name] }] })));
  });
});
