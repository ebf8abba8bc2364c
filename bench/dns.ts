import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { cachedNet } from '../src/net/cached.ts';
import { liveNet } from '../src/net/live.ts';
import { recordedNet } from '../src/net/recorded.ts';
import { evaluateSpf } from '../src/spf/evaluate.ts';
import { spfTree } from '../src/spf/read-tree.ts';
import { nameServers, startNameServer, type NameServer } from '../test/support/name-server.ts';
import { figure, type Figure } from './figures.ts';

const RUNS = 5;
const TREES = 2000;
const EVALUATIONS = 5000;
const QUESTIONS = 20_000;
/** What `audit` and `spf` keep on their way at most, see `liveNet`. */
const IN_FLIGHT = 64;
const DOMAIN = 'casaluna.example';

/** The SPF machine with all answers at hand: a record of six includes and three hosts, two of them dead. */
export async function spf(): Promise<Figure[]> {
  const recording = new URL('../fixtures/recordings/casaluna.rec', import.meta.url);
  const net = cachedNet(recordedNet(readFileSync(recording, 'utf8'), 'casaluna.rec'));
  const sender = `postmaster@${DOMAIN}`;
  const trees = await rates(TREES, () => spfTree(DOMAIN, net));
  const evaluations = await rates(EVALUATIONS, (n) =>
    evaluateSpf(net, { ip: `192.0.${n % 200}.${n % 250}`, sender, helo: DOMAIN }),
  );
  return [
    figure('SPF trees, answers in memory', trees, 'trees/s'),
    figure('SPF verdicts, answers in memory', evaluations, 'verdicts/s'),
  ];
}

/** The DNS client over UDP, against a real name server where there is one. */
export async function questions(): Promise<Figure[]> {
  const [installed] = nameServers;
  const server =
    installed === undefined ? await ownServer() : await startNameServer(installed, { 'bench.example': zoneText() });
  const net = liveNet({ servers: [{ kind: 'dns', address: '127.0.0.1', port: server.port }], inFlight: IN_FLIGHT });
  try {
    const runs = await rates(QUESTIONS, async (n) => {
      const { status } = await net.resolve(`n${n % NAMES}.bench.example`, 'TXT');
      if (status !== 'ok') throw new Error(`the name server said ${status}`);
    });
    const remark = `${installed?.kind ?? 'own test server'} on loopback, ${IN_FLIGHT} on their way`;
    return [figure('DNS client, TXT over UDP', runs, 'questions/s', { remark })];
  } finally {
    await net.close();
    await server.stop();
  }
}

const NAMES = 2000;
const TEXT = 'v=spf1 ip4:192.0.2.0/24 include:_spf.bench.example -all';
const zoneText = (): string =>
  [
    '$TTL 300',
    '@ SOA ns hostmaster 1 7200 3600 1209600 300',
    '@ NS ns',
    'ns A 127.0.0.1',
    ...Array.from({ length: NAMES }, (_, n) => `n${n} TXT "${TEXT}"`),
    '',
  ].join('\n');

/** The test server in a thread of its own, so that it does not take turns with the client. */
async function ownServer(): Promise<NameServer> {
  const worker = new Worker(new URL('dns-server.ts', import.meta.url), { workerData: TEXT });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { port, stop: async () => void (await worker.terminate()) };
}

/** Calls per second, over several runs with as many calls on their way as a batch has. */
async function rates(calls: number, call: (n: number) => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < calls) await call((next += 1));
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
    // The first run warms up.
    if (run > 0) found.push((calls / (performance.now() - start)) * 1000);
  }
  return found;
}
