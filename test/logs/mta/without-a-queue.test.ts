import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEvents } from '../../../src/delivery/reading/read.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';
import haraka from '../../../src/logs/formats/haraka.ts';
import msmtp from '../../../src/logs/formats/msmtp.ts';
import smartermail from '../../../src/logs/formats/smartermail.ts';
import type { Assumptions, LineFormat } from '../../../src/logs/format.ts';
import type { MailEvent } from '../../../src/logs/event.ts';
import { readLine } from '../../support/read-line.ts';

const LATEST: Assumptions = { latest: Date.parse('2026-11-20T12:00:00Z') / 1000 };

function read(format: LineFormat, lines: readonly string[], assumptions = LATEST) {
  const events: MailEvent[] = [];
  const reader = format.open({ event: (event) => void events.push(event), unread: () => {} });
  reader.begin(assumptions);
  const understood = lines.map((line) => readLine(reader, line));
  reader.end();
  return { events, understood };
}

const MSMTP = 'Nov 09 08:00:01 host=smtp.example.net tls=on auth=off from=s@example.com';
test.each([
  [`recipients=a@example.net smtpstatus=250 smtpmsg='250 ok' exitcode=EX_OK`, ['delivered']],
  [`recipients=a@example.net smtpstatus=550 smtpmsg='550 5.1.1 no' errormsg='x' exitcode=EX_DATAERR`, ['bounced']],
  [`recipients=a@example.net smtpstatus=421 smtpmsg='421 later' errormsg='x' exitcode=EX_TEMPFAIL`, ['deferred']],
  [`recipients=a@example.net errormsg='cannot locate host smtp.example.net' exitcode=EX_NOHOST`, ['deferred']],
  [`recipients=a@example.net errormsg='TLS handshake failed' exitcode=EX_PROTOCOL`, ['deferred']],
  [
    `recipients=a@example.net,b@example.net smtpstatus=550 smtpmsg='550 <b@example.net> no' errormsg='x' exitcode=EX_DATAERR`,
    ['dropped', 'bounced'],
  ],
  [
    `recipients=a@example.net,b@example.net smtpstatus=450 smtpmsg='450 <b@example.net> later' errormsg='x' exitcode=EX_DATAERR`,
    ['deferred', 'deferred'],
  ],
])('msmtp: only who was refused for good has bounced: %s', (line, kinds) => {
  expect(read(msmtp, [`${MSMTP} ${line}`]).events.map(({ kind }) => kind)).toEqual(kinds);
});

test('what Haraka prints without a stamp as it starts is known; without stamps, no message is', () => {
  const { understood } = read(haraka, [
    'loaded TLD files: 1=1544 2=6156 3=2246',
    'loglevel: INFO',
    'Starting up Haraka version 3.0.3',
    '[NOTICE] [-] [core] Listening on :::587',
    '[NOTICE] [AAAA45B0-0CA7-4FEC-ADCB-AACF60E2E3FB.1] [core] recipient <a@example.net> code=OK msg="" sender=s@example.com',
    'something else',
  ]);
  expect(understood).toEqual(['known', 'known', 'known', 'known', 'unknown', 'unknown']);
});

const SMARTER = [
  '09:00:00 [71863] Delivery started for s@example.com at 9:00:00 AM',
  '09:00:02 [71863] Delivery for s@example.com to a@example.net has completed (Delivered) Filter: None',
];
test('a file of SmarterMail’s is dated by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sendaudit-dated-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const told: string[] = [];
  const failed: string[] = [];
  for (const name of ['2026.11.17-delivery.log', 'delivery.log']) {
    writeFileSync(join(folder, name), `${SMARTER.join('\n')}\n`);
    const { inputs } = await readEvents([join(folder, name)], {
      formats: logFormats,
      now: LATEST.latest,
      onEvent: ({ kind, time }) => void told.push(`${kind} ${new Date(time * 1000).toISOString()}`),
    });
    failed.push(...inputs.failed.map(({ error }) => error));
  }
  expect(failed).toEqual([expect.stringMatching('no date, and its name tells none')]);
  expect(told).toEqual(['accepted 2026-11-17T09:00:00.000Z', 'delivered 2026-11-17T09:00:02.000Z']);
});

test('a line of SmarterMail’s has the day that is told, and none where none is', () => {
  const date = Date.parse('2026-11-17T00:00:00Z') / 1000;
  expect(smartermail.recognise(SMARTER)).toBeGreaterThan(0.5);
  const { events } = read(smartermail, SMARTER, { ...LATEST, date });
  expect(events.map(({ kind, time }) => [kind, time - date])).toEqual([
    ['accepted', 9 * 3600],
    ['delivered', 9 * 3600 + 2],
  ]);
  expect(read(smartermail, SMARTER).understood).toEqual(['unknown', 'unknown']);
});
