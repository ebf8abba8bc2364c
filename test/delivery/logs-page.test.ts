import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendauditIn } from '../support/sendaudit.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  readonly id: string;
  readonly to: string;
  readonly relay: string;
  readonly status: string;
}

const postfixLine = ({ id, to, relay, status }: Line, at: number): string =>
  `${new Date(Date.parse('2026-10-20T10:00:00Z') + at * 60_000).toISOString()} mx postfix/smtp[1]: A000${id.padStart(6, '0')}: to=<${to}>, relay=${relay}, delay=1, delays=0/0/0/1, ${status}\n`;
const OK = 'dsn=2.0.0, status=sent (250 2.0.0 OK)';
const refused = (by: string, code: string, text: string): string =>
  `dsn=${code}, status=${code.startsWith('4') ? 'deferred' : 'bounced'} (host ${by} said: ${code.startsWith('4') ? 450 : 550} ${code} ${text} (in reply to RCPT TO command))`;

async function page(name: string, content: string, ...argv: readonly string[]): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const run = await sendauditIn({ now: () => new Date('2026-11-01T12:00:00Z') }, 'logs', file, ...argv);
  return run.stdout;
}

test('a sender whose mail goes to a smart host sees hand-overs, and no zero of accepted mail', async () => {
  const relay = 'smtp.relay.example[192.0.2.9]:587';
  const lines = Array.from({ length: 40 }, (_, at) =>
    postfixLine({ id: `A${at}`, to: `u@d${at % 12}.example`, relay, status: OK }, at),
  );
  const text = await page('smart.log', lines.join(''));
  expect(text).toMatch(/^20 Oct 2026 · 40 handed over · 0 deferrals · 0 bounced\n/);
  expect(text).toContain('handed over  deferred');
  expect(text).toMatch(/own server +40 +100\.0 %/);
  expect(text).not.toContain('accepted');
});

test('one relay at a port for submission is a smart host, whoever the mail is for', async () => {
  const relay = 'mail.relay.example[192.0.2.9]:587';
  const text = await page('one.log', postfixLine({ id: 'A1', to: 'u@example.org', relay, status: OK }, 1));
  expect(text).toMatch(/^20 Oct 2026 · 1 handed over · /);
});

test('who is still queued is named with what most were told', async () => {
  const relay = 'mta5.am0.yahoodns.net[192.0.2.5]:25';
  const status = refused('mta5.am0.yahoodns.net[192.0.2.5]', '4.7.0', '[TSS04] Messages from 192.0.2.1 deferred');
  const lines = ['A1', 'A2', 'A3'].map((id, at) => postfixLine({ id, to: `${id}@yahoo.com`, relay, status }, at));
  const text = await page(
    'queue.log',
    `${lines.join('')}${postfixLine({ id: 'A3', to: 'A3@yahoo.com', relay, status: OK }, 9)}`,
  );
  expect(text).toMatch(/Still queued +2 recipients on Tue 20 Oct 10:09 UTC/);
  expect(text).toMatch(/ 2 {2}own server at Yahoo Mail {2}/);
  // Since when, and where.
  expect(text).toContain('Tue 20 Oct 10:00 – 10:02 UTC, at Yahoo Mail');
});

test('what was said to others is not what those were told who still wait', async () => {
  const told = (event: string, to: string, more: object): string =>
    `${JSON.stringify({ event, email: to, timestamp: 1_792_490_400, sg_event_id: to, sg_message_id: to, ...more })}\n`;
  const waits = told('processed', 'waits@example.com', {});
  const keptBack = told('dropped', 'gone@example.com', { reason: 'Unsubscribed Address' });
  const text = await page('waiting.ndjson', waits + keptBack + told('delivered', 'there@example.com', {}));
  expect(text).toMatch(/Still queued +1 recipient/);
  expect(text).toMatch(/\n +1 {2}.* nothing yet\n/);
});

test('what to do is said once for each kind of reason', async () => {
  const relay = 'mx.example.com[192.0.2.5]:25';
  const lines = ['no such user here', 'mailbox does not exist, sorry'].map((text, at) =>
    postfixLine(
      { id: `A${at}`, to: `u${at}@example.com`, relay, status: refused('mx.example.com[192.0.2.5]', '5.1.1', text) },
      at,
    ),
  );
  const text = await page('twice.log', lines.join(''));
  expect(text.match(/no such address \(hard/g)).toHaveLength(2);
  expect(text.match(/Take the address off the list/g)).toHaveLength(1);
});

const mail = (number: number): string =>
  [
    'From MAILER-DAEMON Tue Oct 20 10:00:00 2026',
    'From: MAILER-DAEMON@mx.example.com',
    'To: bounce@news.example.com',
    'Date: Tue, 20 Oct 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It failed.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    `Final-Recipient: rfc822; u${number}@example.org`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b--',
    '',
    '',
  ].join('\n');

test('bounce mails tell nothing of what was accepted: no share, no finding, no zero', async () => {
  // Enough for a share to be a finding, if it were one.
  const mails = Array.from({ length: 210 }, (_, number) => mail(number)).join('');
  const text = await page('bounces.mbox', mails);
  expect(text).toMatch(/^20 Oct 2026 · 210 bounced\n/);
  expect(text).not.toContain('delivery/hard-bounces');
  expect(text).toContain('nothing here tells what was accepted');
  expect(text).toContain('210 mails of dsn (1 file)');
  expect(text).not.toMatch(/attempted|100\.0 % *\n/);
  const json = JSON.parse(await page('bounces.mbox', mails, '--format', 'json')) as {
    readonly totals: object;
    readonly streams: readonly object[];
  };
  expect(json).toMatchObject({ totals: { acceptanceTold: false }, streams: [{ acceptanceTold: false }] });
});

test('beside a log that tells acceptance, the bounce mails have a question mark in place of it', async () => {
  writeFileSync(join(folder, 'beside.mbox'), Array.from({ length: 9 }, (_, number) => mail(number)).join(''));
  const relay = 'mx.example.com[192.0.2.5]:25';
  const text = await page(
    'beside.log',
    `2026-10-20T10:00:00Z mx postfix/qmgr[1]: A0000000A1: from=<a@shop.example>, size=1, nrcpt=1 (queue active)\n${postfixLine({ id: 'A1', to: 'a@example.com', relay, status: OK }, 1)}`,
    join(folder, 'beside.mbox'),
  );
  expect(text).toMatch(/ +\? +\? +– +9 /);
  expect(text).toMatch(/own server, shop\.example +1 +100\.0 %/);
});

test('opens alone are counted, and nothing is made up of the mail they are of', async () => {
  const opens = ['a', 'b'].map((name, number) => ({
    event: 'open',
    email: `${name}@example.com`,
    timestamp: 1_792_490_400 + number,
    sg_event_id: name,
    sg_message_id: `${name}.filter0001`,
    sg_machine_open: number === 0,
  }));
  const text = await page('opens.json', JSON.stringify(opens));
  expect(text).toMatch(/ · 1 opened by people · 1 by machines\n/);
  expect(text).toContain('2 objects of sendgrid (1 file)');
  expect(text).not.toMatch(/ 0 accepted|attempted/);
});

test('an unknown table leads to a mapping, other things to the list of formats', async () => {
  expect(await page('x y.csv', 'Datum;Status\n1;2\n')).toContain(
    `sendaudit logs --guess-map '${join(folder, 'x y.csv')}'`,
  );
  const binary = await page('x.bin', '\u0001\u0002\u0000\u0003'.repeat(200));
  expect(binary).toContain('no log that is known: looks like binary data');
  expect(binary).not.toContain('--guess-map');
  expect(await page('blank.log', '\n \n')).toContain('nothing but blank lines');
});

test('a run of NULs is told as such', async () => {
  const line = postfixLine({ id: 'A1', to: 'a@example.com', relay: 'mx.example.com[192.0.2.5]:25', status: OK }, 1);
  expect(await page('nul.log', `${line}${'\0'.repeat(5000)}\n${line}`)).toMatch(/\\x00\\x00\\x00… \(\d+ times\)/);
});

test('a report that was broken off says that it is a part', async () => {
  const aborted = AbortSignal.abort();
  const file = join(folder, 'part.log');
  writeFileSync(file, postfixLine({ id: 'A1', to: 'a@example.com', relay: 'none', status: OK }, 1));
  const { stdout, exitCode } = await sendauditIn({ interrupted: aborted }, 'logs', file);
  expect(stdout).toContain('interrupted: what had been read by then is counted');
  expect(exitCode).toBe(130);
});

test('in HTML and Markdown a mailbox provider stands below its stream', async () => {
  const lines = ['gmail.com', 'example.org'].map((domain, at) =>
    postfixLine({ id: `A${at}`, to: `u@${domain}`, relay: `mx.${domain}[192.0.2.5]:25`, status: OK }, at),
  );
  const file = join(folder, 'two.log');
  writeFileSync(file, lines.join(''));
  const { stdout: text } = await sendauditIn({}, 'logs', file);
  // What is searched with grep has blanks of the usual kind.
  expect(text).toMatch(/^ {4}example\.org /m);
  for (const format of ['html', 'markdown']) {
    const { stdout } = await sendauditIn({}, 'logs', file, '--format', format);
    expect(stdout).toMatch(/(?:\u00A0|&nbsp;){2}example\.org/);
  }
});

test('mail that waits until it is deleted from the queue is kept back, and no share is above all', async () => {
  const head = 'Nov 10 10:00:00 mx1 postfix/';
  const text = await page(
    'deleted.log',
    [
      `${head}qmgr[7]: 1A2B3C4D5: from=<s@example.com>, size=1, nrcpt=1 (queue active)`,
      `${head}smtp[8]: 1A2B3C4D5: to=<a@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.example.net[198.51.100.7]:25: Connection refused)`,
      `${head}postsuper[9]: 1A2B3C4D5: removed`,
      '',
    ].join('\n'),
  );
  expect(text).toContain('1 kept back');
  expect(text).not.toContain('queued');
  expect(text).not.toMatch(/[2-9]\d\d\.\d %/);
});

test('a mailbox provider that never answered is told by the host that was asked', async () => {
  const status = (host: string): string =>
    `dsn=4.4.1, status=deferred (connect to ${host}[192.0.2.5]:25: Connection timed out)`;
  const line = (to: string, host: string, at: number): string =>
    postfixLine({ id: `A${at}`, to, relay: 'none', status: status(host) }, at);
  const table = await page(
    'asked.log',
    line('ann@firma.example', 'firma-example.mail.protection.outlook.com', 0) +
      line('ben@uni.example', 'mx.uni.example', 1),
    '--by',
    'provider',
    '--format',
    'csv',
    '--table',
    'groups',
  );
  expect(table.split('\n').map((row) => row.split(',', 1)[0])).toEqual(['group', 'microsoft-365', 'uni.example', '']);
});
