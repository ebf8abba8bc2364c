import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveNet } from '../../src/net/live.ts';
import { onLoopback } from './live-world.ts';

type Kind = 'knotd' | 'nsd';

/** Name servers on this machine that can be started without being root. */
export const nameServers = (['knotd', 'nsd'] as const).flatMap((kind): { kind: Kind; path: string }[] => {
  const path = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/opt/homebrew/sbin']
    .map((dir) => join(dir, kind))
    .find(existsSync);
  return path === undefined ? [] : [{ kind, path }];
});

export interface NameServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a real authoritative name server on loopback for these zones (origin → master file) and waits until it answers. */
export async function startNameServer(
  { kind, path }: { kind: Kind; path: string },
  zones: Readonly<Record<string, string>>,
): Promise<NameServer> {
  const dir = await mkdtemp(join(tmpdir(), 'sendaudit-dns-'));
  const port = await freePort();
  const origins = Object.keys(zones);
  for (const origin of origins) await writeFile(join(dir, `${origin}.zone`), zones[origin] ?? '');
  const config = join(dir, 'config');
  await writeFile(config, CONFIGS[kind](dir, port, origins));
  const child = spawn(path, kind === 'nsd' ? ['-d', '-c', config] : ['-c', config], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): boolean => child.kill('SIGTERM');
  process.once('exit', kill); // a test run that is broken off leaves no server behind
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += String(text)));
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    await rm(dir, { recursive: true, force: true });
  };

  const probe = liveNet({ servers: [onLoopback(port)], timeoutMs: 100, tries: 1 });
  for (let tries = 0; tries < 100; tries++) {
    const answers = await Promise.all(origins.map((origin) => probe.resolve(origin, 'SOA')));
    if (answers.every(({ status }) => status === 'ok')) {
      await probe.close();
      return { port, stop };
    }
    if (child.exitCode !== null) break;
    await sleep(30);
  }
  await probe.close();
  await stop();
  throw new Error(`${kind} did not start: ${log}`);
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((done) => void socket.bind(0, '127.0.0.1', done));
  const { port } = socket.address();
  await new Promise<void>((done) => void socket.close(done));
  return port;
}

const CONFIGS: Readonly<Record<Kind, (dir: string, port: number, origins: readonly string[]) => string>> = {
  nsd: (dir, port, origins) => `
server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  username: ""
  chroot: ""
  zonesdir: "${dir}"
  database: ""
  pidfile: "${dir}/pid"
  xfrdfile: ""
  xfrdir: "${dir}"
  zonelistfile: "${dir}/zones"
remote-control:
  control-enable: no
${origins.map((origin) => `zone:\n  name: "${origin}"\n  zonefile: "${origin}.zone"\n`).join('')}`,
  knotd: (dir, port, origins) => `
server:
  rundir: "${dir}"
  listen: 127.0.0.1@${port}
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
database:
  storage: "${dir}"
log:
  - target: stderr
    any: warning
template:
  - id: default
    storage: "${dir}"
    file: "%s.zone"
    zonefile-sync: -1
    journal-content: none
zone:
${origins.map((origin) => `  - domain: ${origin}\n`).join('')}`,
};
