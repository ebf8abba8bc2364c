import { onTestFinished } from 'vitest';
import type { Answer, Net, RecordType, Rr } from '../../src/net/net.ts';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import { startDnsServerAt } from './dns-server.ts';
import type { Behaviour, DnsTestServer, Reply } from './dns-server.ts';
import { soa } from './live-world.ts';
import { serveNet } from './serve-net.ts';

/** A zone's text as a whole world: `$ORIGIN example.com.` is understood, and what is not in it does not exist. */
export function worldOf(zone: string, options: Omit<Parameters<typeof zoneWorld>[1], 'outside'> = {}): Net {
  const parsed = parseMasterFile(`$ORIGIN example.com.\n$TTL 3600\n${zone}`, { file: 'test.zone' });
  const [problem] = parsed.problems;
  if (problem !== undefined) throw new Error(`the zone is broken: line ${problem.line}: ${problem.message}`);
  return zoneWorld(parsed, { ...options, outside: 'nxdomain' });
}

/** A resolver on loopback that knows this world, gone when the test is; given as options. */
export async function resolverOf(...world: Parameters<typeof worldOf>): Promise<readonly string[]> {
  const server = await serveNet(worldOf(...world));
  onTestFinished(() => server.close());
  return ['--resolver', `127.0.0.1:${server.port}`];
}

/** A name server that holds example.com as the text has it, and refuses whatever else it is asked for. */
export function authorityFor(zone: string): Behaviour {
  const world = worldOf(zone);
  return async ({ name, type }) => {
    if (!`.${name}`.endsWith('.example.com')) return { rcode: 5 };
    return authoritative(await world.resolve(name, type as RecordType));
  };
}

function authoritative(answer: Answer): Reply {
  if (answer.status === 'failed') return { rcode: 2 };
  if (answer.status === 'ok') return { aa: true, records: answer.records };
  return { aa: true, rcode: answer.status === 'nxdomain' ? 3 : 0, authority: [soa('example.com', 300, 300)] };
}

/** A server of the zone above, which refers to these name servers. */
export const referringTo =
  (...nameServers: readonly string[]): Behaviour =>
  () => ({ authority: nameServers.map((target): Rr => ({ name: 'example.com', ttl: 60, type: 'NS', target })) });

/** Name servers at their addresses on loopback, all on one port as in the world, where that is 53. Gives the port. */
export async function nameServersAt(behaviours: Readonly<Record<string, Behaviour>>): Promise<number> {
  for (let tries = 0; ; tries++) {
    const running: DnsTestServer[] = [];
    try {
      for (const [address, behaviour] of Object.entries(behaviours))
        running.push(await startDnsServerAt(address, running[0]?.port ?? 0, behaviour));
      onTestFinished(async () => void (await Promise.all(running.map((server) => server.close()))));
      return running[0]?.port ?? 0;
    } catch (error) {
      // Somebody may have the port at the second address
      await Promise.all(running.map((server) => server.close()));
      if (tries === 10) throw error;
    }
  }
}
