import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditDomain } from '../src/audit/audit.ts';
import { checks } from '../src/checks/all.ts';
import { cachedNet } from '../src/net/cached.ts';
import { liveNet } from '../src/net/live.ts';
import type { Net } from '../src/net/net.ts';
import { knownProviders } from '../src/providers/known.ts';
import { nameServers, startNameServer } from '../test/support/name-server.ts';
import { figure, type Figure } from './figures.ts';
import { used } from './measure.ts';

const DOMAINS = 1000;
const RUNS = 3;
const LEAST_DOMAINS_PER_S = 200;
/** Of questions that leave us per distinct name and type. */
const MOST_QUESTIONS = 1.1;
const LATENCY_MS = 20;
const MOST_ROUND_TRIPS = 6;
const SPARE_MS = 100;
/** What V8 lets lie about before it collects; alive are some 50 MB. */
const MOST_MB = 400;

/** Many domains against a real name server on loopback, and one behind a slow line. */
export async function audits(folder: string): Promise<{ figures: Figure[]; notes?: string[] }> {
  const [installed] = nameServers;
  if (installed === undefined) return { figures: [], notes: ['audits: no name server (knot or nsd) is installed'] };
  const names = Array.from({ length: DOMAINS }, (_, n) => `d${n}.example`);
  const server = await startNameServer(installed, {
    'shared.example': SHARED,
    ...Object.fromEntries(names.map((name, n) => [name, zoneOf(n)])),
    example: EXAMPLE,
  });
  const late = await lateServer(server.port, LATENCY_MS);
  try {
    return {
      figures: [
        ...batch(folder, names, server.port, installed.kind),
        await questions(names, server.port),
        await slowLine(names, late.port),
      ],
    };
  } finally {
    late.close();
    await server.stop();
  }
}

function batch(folder: string, names: readonly string[], port: number, kind: string): Figure[] {
  const list = join(folder, 'domains.txt');
  writeFileSync(list, names.join('\n'));
  const runs = Array.from({ length: RUNS }, () =>
    used(['check', '--list', list, '--resolver', `127.0.0.1:${port}`, '--format', 'jsonl'], join(folder, 'out.jsonl')),
  );
  return [
    figure(
      `audit of ${DOMAINS} domains`,
      runs.map(({ wallMs }) => (DOMAINS / wallMs) * 1000),
      'domains/s',
      { budget: { limit: 'at least', than: LEAST_DOMAINS_PER_S }, remark: `${kind} on loopback, whole command` },
    ),
    figure(
      'the same: memory',
      runs.map(({ peakMB }) => peakMB),
      'MB',
      { budget: { limit: 'at most', than: MOST_MB } },
    ),
  ];
}

/** Counts what leaves us, where the cache is under all audits as on the command line. */
async function questions(names: readonly string[], port: number): Promise<Figure> {
  const asked: string[] = [];
  const live = liveNet({ servers: [{ kind: 'dns', address: '127.0.0.1', port }] });
  const net = cachedNet({
    ...live,
    resolve(name, type) {
      asked.push(`${type} ${name}`);
      return live.resolve(name, type);
    },
  });
  try {
    for (const name of names) await audited(name, net);
  } finally {
    await net.close();
  }
  return figure('questions per distinct name and type', [asked.length / new Set(asked).size], '', {
    budget: { limit: 'at most', than: MOST_QUESTIONS },
    remark: `${(asked.length / names.length).toFixed(1)} questions for each domain`,
  });
}

async function slowLine(names: readonly string[], port: number): Promise<Figure> {
  const walls: number[] = [];
  for (const name of names.slice(0, RUNS + 2)) {
    const net = cachedNet(liveNet({ servers: [{ kind: 'dns', address: '127.0.0.1', port }] }));
    const begun = performance.now();
    await audited(name, net);
    walls.push(performance.now() - begun);
    await net.close();
  }
  const most = MOST_ROUND_TRIPS * LATENCY_MS + SPARE_MS;
  // The first two warm up.
  return figure(`audit of one domain, ${LATENCY_MS} ms away`, walls.slice(2), 'ms', {
    budget: { limit: 'at most', than: most, told: `${MOST_ROUND_TRIPS} round trips + ${SPARE_MS} ms` },
  });
}

const audited = (domain: string, net: Net): Promise<unknown> =>
  auditDomain({
    domain,
    net,
    hints: { selectors: [], guessSelectors: true },
    catalogue: knownProviders(),
    checks,
    now: new Date(),
  });

/** A line to the server on which every answer takes so long. */
async function lateServer(port: number, milliseconds: number): Promise<{ port: number; close(): void }> {
  const front = createSocket('udp4');
  const behind = createSocket('udp4');
  const clients = new Map<number, { id: number; port: number }>();
  let next = 0;
  front.on('message', (message, { port: client }) => {
    const id = (next += 1) & 0xffff;
    clients.set(id, { id: message.readUInt16BE(0), port: client });
    message.writeUInt16BE(id, 0);
    behind.send(message, port, '127.0.0.1');
  });
  behind.on('message', (message) => {
    const client = clients.get(message.readUInt16BE(0));
    if (client === undefined) return;
    message.writeUInt16BE(client.id, 0);
    setTimeout(() => front.send(message, client.port, '127.0.0.1'), milliseconds);
  });
  await new Promise<void>((done) => void front.bind(0, '127.0.0.1', done));
  return {
    port: front.address().port,
    close() {
      front.close();
      behind.close();
    },
  };
}

const SOA = '$TTL 3600\n@ SOA ns1.shared.example. hostmaster.shared.example. 1 7200 3600 1209600 300\n';
const KEY = 'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA';
const EXAMPLE = `${SOA}@ NS ns1.shared.example.\n`;
const SHARED = `${SOA}@ NS ns1
@ NS ns2
ns1 A 127.0.0.1
ns2 A 127.1.0.1
mx1 A 192.0.2.1
mx2 A 192.0.2.2
_spf TXT "v=spf1 include:_spf1.shared.example ip4:192.0.2.0/24 ~all"
_spf1 TXT "v=spf1 ip4:198.51.100.0/24 ~all"
s1.dkim TXT "${KEY}"
*._report._dmarc TXT "v=DMARC1"
`;
const zoneOf = (n: number): string => `${SOA}@ NS ns1.shared.example.
@ NS ns2.shared.example.
@ A 192.0.2.${n % 250}
@ MX 10 mx1.shared.example.
@ MX 20 mx2.shared.example.
@ TXT "v=spf1 include:_spf.shared.example ip4:203.0.113.${n % 250} ~all"
_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:reports@shared.example"
s1._domainkey CNAME s1.dkim.shared.example.
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@shared.example"
`;
