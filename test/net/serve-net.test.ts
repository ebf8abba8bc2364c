import { expect, onTestFinished, test } from 'vitest';
import { liveNet } from '../../src/net/live.ts';
import type { Dns, Failure, Net } from '../../src/net/net.ts';
import { onLoopback } from '../support/live-world.ts';
import { differences, oddWorld } from '../support/odd-zones.ts';
import { serveNet } from '../support/serve-net.ts';

/** A live net that asks a world over real packets. */
async function overTheWire(world: Dns, timeoutMs: number): Promise<Net> {
  const server = await serveNet(world);
  const net = liveNet({ servers: [onLoopback(server.port)], timeoutMs, tries: 1 });
  onTestFinished(async () => {
    await net.close();
    await server.close();
  });
  return net;
}

test('a zone says the same over the wire as by itself', async () => {
  const zone = oddWorld();
  const different = await differences(await overTheWire(zone, 2000), zone);
  // What the zone does not hold, a server refuses
  const unrecorded = JSON.stringify({ status: 'failed', failure: 'unrecorded' });
  expect(different.filter(({ right }) => JSON.stringify(right) !== unrecorded)).toEqual([]);
});

test.each<[Failure, Failure]>([
  ['servfail', 'servfail'],
  ['refused', 'refused'],
  ['formerr', 'formerr'],
  ['notimp', 'notimp'],
  ['lame', 'lame'],
  ['malformed', 'malformed'],
  ['timeout', 'timeout'],
  ['unrecorded', 'refused'],
])('a world that fails with %s fails over the wire with %s', async (failure, heard) => {
  const world: Dns = { resolve: async () => ({ status: 'failed', failure, reason: '' }), close: async () => {} };
  const net = await overTheWire(world, 60);
  expect(await net.resolve('example.com', 'TXT')).toMatchObject({ status: 'failed', failure: heard });
});
