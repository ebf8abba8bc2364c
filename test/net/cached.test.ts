import { describe, expect, test } from 'vitest';
import { cachedNet } from '../../src/net/cached.ts';
import type { Answer, Dns } from '../../src/net/net.ts';
import { dnsOnly } from '../support/dns-only.ts';

const ok = (ttl: number): Answer => ({
  status: 'ok',
  records: [{ name: 'example.com', ttl, type: 'TXT', strings: ['x'] }],
  ttl,
  authentic: false,
  via: [],
});

/** A world of one answer, with a clock to turn. */
function worldOf(answer: Answer | (() => Promise<Answer>), mostAnswers?: number) {
  const clock = { seconds: 0 };
  const resolve = (): Promise<Answer> => (typeof answer === 'function' ? answer() : Promise.resolve(answer));
  const behind = dnsOnly({ resolve: resolve as Dns['resolve'], close: () => Promise.resolve() });
  const net = cachedNet(behind, {
    now: () => clock.seconds * 1000,
    ...(mostAnswers === undefined ? {} : { mostAnswers }),
  });
  return { net, clock };
}

describe('a question', () => {
  test('is asked once within the TTL of its answer, and again after it', async () => {
    const { net, clock } = worldOf(ok(300));
    await net.resolve('example.com', 'TXT');
    clock.seconds = 299;
    await net.resolve('example.com', 'TXT');
    expect(net.asked).toBe(1);
    clock.seconds = 300;
    await net.resolve('example.com', 'TXT');
    expect(net.asked).toBe(2);
  });

  test('is the same in capitals, with a final dot and in U-labels', async () => {
    const { net } = worldOf(ok(300));
    for (const name of ['bücher.example', 'BÜCHER.example', 'xn--bcher-kva.Example.']) await net.resolve(name, 'TXT');
    expect(net.asked).toBe(1);
  });

  test('of another type is another one', async () => {
    const { net } = worldOf(ok(300));
    await Promise.all([net.resolve('example.com', 'TXT'), net.resolve('example.com', 'MX')]);
    expect(net.asked).toBe(2);
  });

  test('asked by many at once goes out once, even with TTL 0', async () => {
    const { net } = worldOf(ok(0));
    const answers = await Promise.all(Array.from({ length: 50 }, () => net.resolve('example.com', 'TXT')));
    expect(net.asked).toBe(1);
    expect(new Set(answers).size).toBe(1);
    await net.resolve('example.com', 'TXT');
    expect(net.asked).toBe(2);
  });
});

test.each(['nodata', 'nxdomain'] as const)('%s is kept for its negative TTL', async (status) => {
  const { net, clock } = worldOf({ status, ttl: 60, authentic: false, via: [] });
  await net.resolve('example.com', 'TXT');
  clock.seconds = 59;
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status });
  expect(net.asked).toBe(1);
  clock.seconds = 60;
  await net.resolve('example.com', 'TXT');
  expect(net.asked).toBe(2);
});

test('a failure is kept for the whole run, so that nobody waits twice', async () => {
  const { net, clock } = worldOf({ status: 'failed', failure: 'timeout', reason: 'no answer' });
  await net.resolve('example.com', 'TXT');
  clock.seconds = 1e6;
  await net.resolve('example.com', 'TXT');
  expect(net.asked).toBe(1);
});

test('the oldest answers go when there are too many', async () => {
  const { net } = worldOf(ok(300), 2);
  for (const name of ['a.example', 'b.example', 'c.example', 'c.example', 'b.example']) await net.resolve(name, 'TXT');
  expect(net.asked).toBe(3);
  await net.resolve('a.example', 'TXT');
  expect(net.asked).toBe(4);
});

test('a world that breaks is not remembered', async () => {
  let times = 0;
  const { net } = worldOf(() => (times++ === 0 ? Promise.reject(new Error('bug')) : Promise.resolve(ok(300))));
  await expect(net.resolve('example.com', 'TXT')).rejects.toThrow('bug');
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'ok' });
});
