import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIM_HEADS } from '../../../src/dev/mail-log/exim-heads.ts';
import { eximLog } from '../../../src/dev/mail-log/exim.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import exim from '../../../src/logs/formats/exim.ts';
import { readLine } from '../../support/read-line.ts';

// Debian's package exim4-base has it; another place can be named.
const EXIMSTATS = process.env['EXIMSTATS'] ?? 'eximstats';
const isThere = spawnSync(EXIMSTATS, ['-nosuchoption'], { stdio: 'ignore' }).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'sendaudit-eximstats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `Received  89MB  3372  4  514 15.2%  162 4.8%` and `Delivered  90MB  3424  3424  5`. */
function countsOf(report: string) {
  const received = /^ +Received +\S+ +(\d+) +\d+ +(\d+) +[\d.]+% +(\d+) +[\d.]+%$/m.exec(report);
  const delivered = /^ +Delivered +\S+ +(\d+) +(\d+) +\d+$/m.exec(report);
  return {
    received: Number(received?.[1]),
    delayed: Number(received?.[2]),
    failed: Number(received?.[3]),
    delivered: Number(delivered?.[2]),
  };
}

const messagesOf = (events: readonly MailEvent[], kinds: readonly string[]): number =>
  new Set(events.filter(({ kind }) => kinds.includes(kind)).map(({ ids }) => ids.queue)).size;

// eximstats 4.96 does not know ids of 23 characters.
if (!isThere) console.log('skipped: no eximstats here (exim4-base) to count beside');
describe.skipIf(!isThere)('counts agree with what eximstats counts (skipped where exim4-base is not installed)', () => {
  test.each(EXIM_HEADS.filter(({ name }) => !name.startsWith('syslog')))('$name', (head) => {
    const events: MailEvent[] = [];
    const reader = exim.open({ event: (event) => void events.push(event), unread: () => {} });
    const begin = Date.parse('2026-11-09T08:00:00Z') / 1000;
    reader.begin({ latest: begin + 7 * 86_400 });
    const story = {
      seed: 'eximstats',
      begin,
      messages: 2000,
      spacing: 2,
      head,
      ids: 'short',
      failures: 'fields',
      selectors: false,
    } as const;
    const lines = [...eximLog(story)].map(({ text }) => text);
    for (const line of lines) readLine(reader, line);
    reader.end();
    const file = join(folder, 'mainlog');
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    const report = execFileSync(EXIMSTATS, ['-nr', '-h0', '-t0', '-ne', file], { encoding: 'utf8' });
    expect({
      received: events.filter(({ kind }) => kind === 'accepted').length,
      delivered: events.filter(({ kind }) => kind === 'delivered').length,
      delayed: messagesOf(events, ['deferred']),
      failed: messagesOf(events, ['bounced', 'expired']),
    }).toEqual(countsOf(report));
  });
});
