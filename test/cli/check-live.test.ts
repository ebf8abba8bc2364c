import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadZones } from '../../src/net/zone/load.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import { startDnsServer, type DnsTestServer } from '../support/dns-server.ts';
import { nameServers, startNameServer, type NameServer } from '../support/name-server.ts';
import { serveNet } from '../support/serve-net.ts';
import { sendaudit } from '../support/sendaudit.ts';

const WORLD = 'fixtures/world/zones';
const SELECTORS = ['hs1-4711802', 'inv2026', 'old2023', 'selector1', 'k2'];

interface Judged {
  readonly subjects: readonly {
    readonly results: readonly { check: string; outcome: string; findings: { code: string; message: string }[] }[];
  }[];
  readonly summary: { readonly exitCode: number };
}

/** What is said, without where it is written down: a name server does not tell the line of its zone file. */
async function judgements(domain: string, world: readonly string[]): Promise<object> {
  const selectors = SELECTORS.flatMap((selector) => ['--selector', selector]);
  const { stdout } = await sendaudit('check', domain, ...world, ...selectors, '--format', 'json', '--skip', 'dkim');
  const { subjects, summary } = JSON.parse(stdout) as Judged;
  return {
    exitCode: summary.exitCode,
    results: subjects[0]?.results.map(({ check, outcome, findings }) => ({
      check,
      outcome,
      findings: findings.map(({ code, message }) => `${code} ${message}`),
    })),
  };
}

if (nameServers.length === 0) console.log('skipped: no knotd or nsd here to audit over a real name server');

describe.each(nameServers)('over a real name server ($kind)', (server) => {
  let running: NameServer;
  beforeAll(async () => {
    const names = (await readdir(WORLD)).filter((name) => name.endsWith('.zone'));
    const zones = await Promise.all(
      names.map(async (name) => [name.replace(/\.zone$/, ''), await readFile(join(WORLD, name), 'utf8')] as const),
    );
    running = await startNameServer(server, Object.fromEntries(zones));
  });
  afterAll(async () => running?.stop());

  test('check says what it says of the zone files themselves', async () => {
    // These two are about what only a file shows: authoritative TTLs, and records no server would load.
    const alike = ['--skip', 'dns/short-ttl', '--skip', 'dns/alias-beside-records'];
    const live = await judgements('casaluna.example', ['--resolver', `127.0.0.1:${running.port}`, ...alike]);
    expect(live).toEqual(await judgements('casaluna.example', ['--zone', WORLD, ...alike]));
  });
});

describe('over packets on loopback', () => {
  const long = Array.from({ length: 12 }, (_, index) => `@ TXT "site-verification-${index}=${'x'.repeat(190)}"`);
  const zone = [
    '$ORIGIN big.example.',
    '$TTL 300',
    '@ SOA ns1 hostmaster 1 7200 3600 1209600 300',
    '@ NS ns1',
    '@ NS ns2',
    'ns1 A 192.0.2.53',
    'ns2 A 198.51.100.53',
    '@ MX 10 mx1',
    'mx1 A 203.0.113.25',
    '@ TXT "v=spf1 mx include:_spf.big.example ~all"',
    '_spf CNAME _spf1',
    '_spf1 CNAME _spf2',
    '_spf2 TXT "v=spf1 ip4:203.0.113.0/24 -all"',
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@big.example"',
    ...long,
    '',
  ].join('\n');
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    file = join(folder, 'big.example.zone');
    await writeFile(file, zone);
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  const served = async (servfail: readonly string[] = []): Promise<DnsTestServer> =>
    serveNet(zoneWorld(await loadZones([file]), { outside: 'nxdomain', servfail }));

  test('a TXT RRset over 2 kB comes by TCP, a CNAME chain is followed, and the zone file says the same', async () => {
    const server = await served();
    // What stands outside the zone, its parent's DS and reverse zones among it, only a server tells.
    const inside = ['--skip', 'dmarc', '--skip', 'host', '--skip', 'dns', '--skip', 'dane'];
    const live = await judgements('big.example', ['--resolver', `127.0.0.1:${server.port}`, ...inside]);
    await server.close();
    expect(server.asked.some(({ transport }) => transport === 'tcp')).toBe(true);
    expect(live).toEqual(await judgements('big.example', ['--zone', file, ...inside]));
  });

  test('SERVFAIL is inconclusive, never missing, and ends with 3', async () => {
    const server = await served(['_dmarc.big.example', '_spf.big.example']);
    const resolver = ['--resolver', `127.0.0.1:${server.port}`];
    const { exitCode, stdout } = await sendaudit(
      'check',
      'big.example',
      ...resolver,
      '--only',
      'dmarc',
      '--only',
      'spf/include-target',
    );
    await server.close();
    expect(stdout).toContain('SERVFAIL');
    expect(stdout).not.toMatch(/missing|no record/);
    expect(exitCode).toBe(3);
  });

  test('a server that says nothing is a time-out, and ends with 3', async () => {
    const server = await startDnsServer(() => 'drop');
    const resolver = ['--resolver', `127.0.0.1:${server.port}`, '--timeout', '0.05'];
    const { exitCode, stdout } = await sendaudit('check', 'big.example', ...resolver);
    await server.close();
    expect(stdout).toContain('no answer from');
    expect(stdout).not.toContain('does not exist');
    expect(exitCode).toBe(3);
  });
});
