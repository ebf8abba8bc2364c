import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventLog } from '../src/dev/mail-log/events.ts';
import { eximLog } from '../src/dev/mail-log/exim.ts';
import { EXIM_HEADS } from '../src/dev/mail-log/exim-heads.ts';
import { seeded } from './random.ts';

export interface LogFile {
  readonly path: string;
  readonly bytes: number;
  /** Without a line of column names. */
  readonly lines: number;
}

const SEED = 'bench';
const BEGIN = Date.parse('2026-11-09T08:00:00Z') / 1000;
const SPACING = 0.3;
const MAIL_LOG = fileURLToPath(new URL('../src/dev/mail-log.ts', import.meta.url));

export function writePostfix(folder: string, lines: number): LogFile {
  const path = join(folder, 'mail.log');
  const { status, stderr } = spawnSync(process.execPath, [MAIL_LOG, path, '--lines', `${lines}`, '--seed', SEED]);
  if (status !== 0) throw new Error(`no log was written: ${String(stderr)}`);
  return { path, bytes: statSync(path).size, lines };
}

export function writeExim(folder: string, lines: number): LogFile {
  const [head] = EXIM_HEADS;
  if (head === undefined) throw new RangeError('no line heads');
  const story = { seed: SEED, begin: BEGIN, messages: Infinity, spacing: SPACING, head } as const;
  const log = eximLog({ ...story, ids: 'long', failures: 'fields', selectors: true });
  return written(join(folder, 'exim.log'), texts(log), lines);
}
function* texts(log: Iterable<{ readonly text: string }>): Generator<string> {
  for (const { text } of log) yield text;
}

/** Events of one service, as many as so many messages have. */
export function writeEvents(folder: string, service: string, messages: number): LogFile {
  const { lines } = eventLog({ seed: SEED, service, begin: BEGIN, messages, spacing: SPACING });
  return written(join(folder, `${service}.ndjson`), lines, Infinity);
}

const COLUMNS =
  'type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool,header_X-Campaign';

/** PowerMTA's accounting: deliveries, and a bounce now and then. */
export function writePowermta(folder: string, rows: number): LogFile {
  const path = join(folder, 'acct.csv');
  const { bytes } = written(path, powermtaRows(), rows + 1);
  return { path, bytes, lines: rows };
}
function* powermtaRows(): Generator<string> {
  yield COLUMNS;
  const random = seeded(6);
  const domains = Array.from({ length: 3000 }, (_, n) => (n === 0 ? 'gmail.com' : `kunde${n}.example`));
  for (let time = BEGIN; ; time += random.below(3) / 10) {
    const domain = random.pickUneven(domains);
    const [queued, logged] = [time, time + 1 + random.below(40)].map(
      (at) => `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')}+0000`,
    );
    const to = `user${random.below(1e9).toString(36)}@${domain}`;
    const via = `mx1.${domain} (198.51.100.${random.below(250)})`;
    const [type, action, status, said, category] =
      random.below(30) === 0
        ? ['b', 'failed', '5.1.1 (bad destination mailbox address)', 'smtp;550 5.1.1 User unknown', 'bad-mailbox']
        : ['d', 'relayed', '2.0.0 (success)', `smtp;250 2.0.0 OK ${random.below(1e9)} - gsmtp`, ''];
    yield `${type},${logged},${queued},bounce+${random.below(1e9)}@mail.shop.example,${to},,${action},${status},${said},${via},${category},smtp,app.shop.example (10.4.0.7),smtp,192.0.2.25,198.51.100.7,"ENHANCEDSTATUSCODES,PIPELINING,8BITMIME,STARTTLS",${20_000 + random.below(9000)},vmta${random.below(4)},nov-2026,,${domain}/vmta1,news,autumn-${random.below(5)}`;
  }
}

const LINES_AT_ONCE = 2000;

function written(path: string, lines: Iterable<string>, most: number): LogFile {
  const file = openSync(path, 'w');
  let [bytes, count] = [0, 0];
  let held: string[] = [];
  const write = (): void => {
    if (held.length > 0) bytes += writeSync(file, `${held.join('\n')}\n`);
    held = [];
  };
  for (const line of lines) {
    held.push(line);
    count += 1;
    if (held.length === LINES_AT_ONCE) write();
    if (count >= most) break;
  }
  write();
  closeSync(file);
  return { path, bytes, lines: count };
}
