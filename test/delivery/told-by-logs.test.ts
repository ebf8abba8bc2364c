import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToldByLogs } from '../../src/delivery/reading/told-by-logs.ts';
import { eximLog } from '../../src/dev/mail-log/exim.ts';
import { EXIM_HEADS } from '../../src/dev/mail-log/exim-heads.ts';
import { postfixLog } from '../../src/dev/mail-log/postfix.ts';
import { STAMP_FORMS } from '../../src/dev/mail-log/stamps.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { type Notice, noticeMail } from '../support/bounce-mail.ts';
import { sendauditIn } from '../support/sendaudit.ts';

const BEGIN = Date.parse('2026-11-09T08:00:00Z') / 1000;
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-again-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

type Counted = Readonly<Record<'attempted' | 'accepted' | 'bounced' | 'complained', number>>;
type Json = Record<string, unknown> & {
  readonly totals: Record<string, number>;
  readonly streams: readonly Counted[];
  readonly groups: readonly Counted[];
};

async function report(...argv: readonly string[]): Promise<Json> {
  const run = await sendauditIn(
    { now: () => new Date('2026-11-20T12:00:00Z') },
    'logs',
    ...argv,
    '--format',
    'json',
    '--fail-on',
    'never',
  );
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Json;
}

/** All that is said of the mail itself; what is said of the inputs is left out. */
function figures({ totals, ...rest }: Json): Record<string, unknown> {
  const { files: _, lines: __, events: ___, duplicates: ____, ...counted } = totals;
  const { inputs: _____, formats: ______, startedAt: _______, ...told } = rest;
  return { ...told, totals: counted };
}

interface Happened {
  readonly kind: string;
  readonly time: number;
  readonly host?: string;
  readonly queue: string;
  readonly message?: string;
  readonly recipient?: string;
  readonly envelopeFrom?: string;
  readonly code?: number;
  readonly enhancedCode?: string;
  readonly hop?: string;
}

/** Of all that failed a bounce, of what waited for the third time a warning, of some that went through a receipt. */
function noticesOf(events: readonly Happened[], by: Notice['by'], returns: boolean): Notice[] {
  const waits = new Map<string, number>();
  const all: Notice[] = [];
  for (const { kind, time, host = 'mail1', queue, message, recipient, envelopeFrom = '', ...said } of events) {
    if (recipient === undefined || envelopeFrom === '') continue;
    const { code = 550, enhancedCode: status = '5.0.0' } = said;
    const about = {
      by,
      host: `${host}.shop.example`,
      queue,
      ...(returns && message !== undefined ? { message } : {}),
      sender: envelopeFrom,
      time,
      recipients: [{ address: recipient, status, said: `${code} ${status} so it is` }],
    };
    if (kind === 'bounced' || kind === 'expired') all.push({ ...about, action: 'failed' });
    else if (kind === 'deferred') {
      const key = `${host} ${queue} ${recipient}`;
      waits.set(key, (waits.get(key) ?? 0) + 1);
      if (waits.get(key) === 3) all.push({ ...about, action: 'delayed' });
    } else if (kind === 'delivered' && said.hop === 'mx' && all.length % 7 === 0)
      all.push({ ...about, action: 'relayed', recipients: [{ address: recipient, status: '2.0.0' }] });
  }
  return all;
}

let runs = 0;
/** What a log comes to alone, and with its own notices before it or behind it, must be the same. */
async function compare(lines: readonly string[], notices: readonly Notice[], mailsFirst: boolean): Promise<void> {
  runs += 1;
  const log = written(`${runs}.log`, `${lines.join('\n')}\n`);
  const box = written(`${runs}.mbox`, notices.map((notice) => noticeMail(notice)).join('\n'));
  const alone = await report(log);
  const both = await report(...(mailsFirst ? [box, log] : [log, box]));
  expect(notices.length).toBeGreaterThan(3);
  expect(figures(both)).toEqual(figures(alone));
  expect(both.totals['duplicates']).toBe((alone.totals['duplicates'] ?? 0) + notices.length);
}

describe('a log and the bounces it made come to what the log alone comes to,', () => {
  test('of Postfix', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.string({ minLength: 1 }),
          ids: fc.constantFrom('short' as const, 'long' as const),
          forms: fc.subarray([...STAMP_FORMS], { minLength: 1, maxLength: 2 }),
          reordered: fc.boolean(),
          returns: fc.boolean(),
          mailsFirst: fc.boolean(),
        }),
        async ({ returns, mailsFirst, ...story }) => {
          const log = [...postfixLog({ ...story, begin: BEGIN, messages: 150, spacing: 60, tls: 'none' })];
          const notices = noticesOf(
            log.flatMap(({ events }) => events),
            'postfix',
            returns,
          );
          await compare(
            log.map(({ text }) => text),
            notices,
            mailsFirst,
          );
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test('of Exim, whose ids stand in the trace of what comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.string({ minLength: 1 }),
          ids: fc.constantFrom('short' as const, 'long' as const),
          head: fc.constantFrom(...EXIM_HEADS),
          failures: fc.constantFrom('fields' as const, 'message' as const),
          selectors: fc.boolean(),
          mailsFirst: fc.boolean(),
        }),
        async ({ mailsFirst, ...story }) => {
          const log = [...eximLog({ ...story, begin: BEGIN, messages: 150, spacing: 60 })];
          const notices = noticesOf(
            log.flatMap(({ events }) => events),
            'exim',
            true,
          );
          await compare(
            log.map(({ text }) => text),
            notices,
            mailsFirst,
          );
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

const LOG = [
  'Nov 10 09:00:00 mx1 postfix/smtpd[1]: 4F1A2B3C4D: client=app[10.0.0.1]',
  'Nov 10 09:00:00 mx1 postfix/cleanup[2]: 4F1A2B3C4D: message-id=<lamp-1@shop.example>',
  'Nov 10 09:00:00 mx1 postfix/qmgr[3]: 4F1A2B3C4D: from=<bounces@shop.example>, size=900, nrcpt=1 (queue active)',
  'Nov 10 09:00:02 mx1 postfix/smtp[4]: 4F1A2B3C4D: to=<anna@example.org>, relay=mx.example.org[198.51.100.7]:25, delay=2, delays=0/0/1/1, dsn=5.1.1, status=bounced (host mx.example.org[198.51.100.7] said: 550 5.1.1 unknown (in reply to RCPT TO command))',
  'Nov 10 09:00:02 mx1 postfix/qmgr[3]: 4F1A2B3C4D: removed',
  '',
].join('\n');
const NOTICE: Notice = {
  by: 'postfix',
  host: 'mx1.shop.example',
  queue: '4F1A2B3C4D',
  message: 'lamp-1@shop.example',
  sender: 'bounces@shop.example',
  time: BEGIN + 90_002,
  action: 'failed',
  recipients: [{ address: 'anna@example.org', status: '5.1.1', said: '550 5.1.1 unknown' }],
};

describe('a bounce mail counts', () => {
  const { message: _, ...withoutMessage } = NOTICE;
  test.each([
    ['that its log tells', NOTICE, 0],
    ['that its log tells, though nothing came back with it', withoutMessage, 0],
    [
      'whose address is written otherwise',
      { ...NOTICE, recipients: [{ address: 'Anna@Example.ORG', status: '5.1.1' }] },
      0,
    ],
    ['whose server has another name in its log, a container’s', { ...NOTICE, host: '5f2b91c0d3e4' }, 0],
    ['of another recipient', { ...NOTICE, recipients: [{ address: 'bert@example.org', status: '5.1.1' }] }, 1],
    ['of another message under the same short queue id', { ...NOTICE, message: 'lamp-2@shop.example' }, 1],
    ['of another host’s queue', { ...withoutMessage, host: 'mx2.shop.example' }, 1],
    ['of another server about another message', { ...NOTICE, by: 'other', message: 'other@shop.example' }, 1],
    ['of a delay that ended in the bounce', { ...NOTICE, action: 'delayed' }, 0],
  ] as [string, Notice, number][])('%s', async (_name, notice, more) => {
    const both = await report(written('one.log', LOG), written('one.mbox', noticeMail(notice)));
    expect([both.totals['bounced'], both.totals['duplicates'], both.totals['attempted']]).toEqual([
      1 + more,
      1 - more,
      1 + more,
    ]);
  });

  test('where the log tells of no bounce: it was accepted, and came back later', async () => {
    const log = LOG.replace('status=bounced', 'status=sent').replace('550 5.1.1 unknown', '250 ok');
    const both = await report(written('sent.log', log), written('sent.mbox', noticeMail(NOTICE)));
    expect(both.totals).toMatchObject({ attempted: 1, accepted: 0, bounced: 1, duplicates: 0 });
  });

  test('once, though two mails tell it, and in the stream of the log, whoever stands in From', async () => {
    const log = LOG.replace('status=bounced', 'status=sent').replace('550 5.1.1 unknown', '250 ok');
    const another = { ...NOTICE, by: 'other' as const, host: 'mx.example.org', time: NOTICE.time + 900 };
    const box = written('late.mbox', [NOTICE, another].map((notice) => noticeMail(notice)).join('\n'));
    const both = await report(written('late.log', log), box);
    expect(both.totals).toMatchObject({ attempted: 1, accepted: 0, bounced: 1, duplicates: 1 });
    expect(both.streams.map(({ attempted, bounced }) => [attempted, bounced])).toEqual([[1, 1]]);
  });

  test('at its own time, by the day: who was accepted the day before no longer is', async () => {
    const log = LOG.replace('status=bounced', 'status=sent').replace('550 5.1.1 unknown', '250 ok');
    const box = written('day.mbox', noticeMail({ ...NOTICE, by: 'other', time: NOTICE.time + 86_400 }));
    const { groups } = await report(written('day.log', log), box, '--by', 'day');
    expect(groups.map(({ accepted, bounced }) => [accepted, bounced])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });
});

test('a service’s events and the bounces it sends on are one, by the Message-ID or by the service’s id in it', async () => {
  const ses = (id: string, header: string, recipient: string): string =>
    JSON.stringify({
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          { emailAddress: recipient, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 no' },
        ],
        timestamp: '2026-11-10T09:00:00.000Z',
        feedbackId: `f-${id}`,
      },
      mail: {
        timestamp: '2026-11-10T08:59:58.000Z',
        source: 'shop@shop.example',
        messageId: id,
        destination: [recipient],
        headers: [{ name: 'Message-ID', value: `<${header}>` }],
        tags: {},
      },
    });
  const events = written(
    'ses.ndjson',
    `${ses('0100018f2a-11', 'a@shop.example', 'anna@example.org')}\n${ses('0100018f2a-22bb-33cc', 'b@shop.example', 'bert@example.org')}\n`,
  );
  const mails = [
    { ...NOTICE, by: 'other' as const, message: 'a@shop.example' },
    {
      ...NOTICE,
      by: 'other' as const,
      message: '0100018f2a-22bb-33cc@eu-west-1.amazonses.com',
      recipients: [{ address: 'bert@example.org', status: '5.1.1' }],
    },
  ];
  const both = await report(events, written('ses.mbox', mails.map((mail) => noticeMail(mail)).join('\n')));
  expect(both.totals).toMatchObject({ bounced: 2, duplicates: 2 });
});

test('a complaint that a service tells, and the report of it that it sends on, is one', async () => {
  const complaint = JSON.stringify({
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'anna@isp.example' }],
      timestamp: '2026-11-10T09:00:00.000Z',
      feedbackId: 'f-1',
    },
    mail: {
      timestamp: '2026-11-10T08:00:00.000Z',
      source: 'shop@news.example.com',
      messageId: '0100018f2a-81',
      destination: ['anna@isp.example'],
      headers: [{ name: 'Message-ID', value: '<offer-81@news.example.com>' }],
      tags: {},
    },
  });
  const events = written('complaint.ndjson', `${complaint}\n`);
  const [first = ''] = readFileSync('fixtures/logs/arf.mbox', 'utf8').split(/^(?=From MAILER)/m);
  const reports = written('complaint.mbox', first);
  expect((await report(reports)).totals).toMatchObject({ complained: 1, duplicates: 0 });
  expect((await report(events, reports)).totals).toMatchObject({ complained: 1, duplicates: 1 });
  expect((await report(reports, events)).totals).toMatchObject({ complained: 1, duplicates: 1 });
});

test('the page says how many, and the story shows both, one of them marked, under one message', async () => {
  const { message: _, ...withoutMessage } = NOTICE;
  const paths = [written('page.mbox', noticeMail(withoutMessage)), written('page.log', LOG)];
  const world = { now: () => new Date('2026-11-20T12:00:00Z') };
  const page = await sendauditIn(world, 'logs', ...paths, '--fail-on', 'never');
  expect(page.stdout).toContain('1 event told again, counted once');
  const story = await sendauditIn(world, 'logs', ...paths, '--message', 'anna@example.org');
  expect(story.stdout).toContain('1 message, 2 events');
  expect(story.stdout).toMatch(/bounced +anna@example\.org[^]*bounced, told by mail +anna@example\.org/);
});

test('--since leaves out what a mail says of an event before it, whenever that was written', async () => {
  const later = { ...NOTICE, time: NOTICE.time + 7 * 3600 };
  const paths = [written('since.log', LOG), written('since.mbox', noticeMail(later))];
  expect((await report(...paths, '--since', '2026-11-10T12:00:00Z')).totals).toMatchObject({
    bounced: 0,
    attempted: 0,
  });
});

test('the latest are remembered, whatever went through in between', () => {
  const event = (kind: MailEvent['kind'], number: number): MailEvent => ({
    time: 0,
    kind,
    source: 'postfix',
    ids: { queue: `4Zx1a${number}` },
    recipient: `a${number}@example.org`,
    recipientDomain: 'example.org',
    tags: {},
  });
  const told = newToldByLogs({ failures: 10, attempts: 10 });
  for (let number = 0; number < 100; number += 1) told.note(event('bounced', number));
  for (let number = 1000; number < 1100; number += 1) told.note(event('delivered', number));
  const isAgain = (number: number): boolean => told.isAgain({ ...event('bounced', number), source: 'dsn' });
  expect([99, 95, 90].map(isAgain)).toEqual([true, true, true]);
  expect([0, 50, 1099].map(isAgain)).toEqual([false, false, false]);
});

test('a mail tells again what a service told by its own id, which stands in the Message-ID, where that is long enough', () => {
  const told = newToldByLogs();
  const event = (ids: MailEvent['ids'], kind: MailEvent['kind'] = 'bounced'): MailEvent => ({
    kind,
    time: 0,
    source: 'x',
    recipient: 'ann@example.net',
    recipientDomain: 'example.net',
    ids,
    tags: {},
  });
  told.note(event({ esp: '0100018c1f2e3d4c' }));
  told.note(event({ esp: '17' }));
  expect(told.isAgain(event({ message: '0100018c1f2e3d4c@email.service.example' }))).toBe(true);
  expect(told.isAgain(event({ message: '17@app.example.com' }))).toBe(false);
  expect(told.isAgain(event({ esp: '17' }))).toBe(true);
  // What came later of the same recipient takes nothing of it back.
  expect(told.isAgain(event({ esp: '17' }, 'complained'))).toBe(false);
  told.note(event({ esp: '17' }, 'complained'));
  expect([told.isAgain(event({ esp: '17' })), told.isAgain(event({ esp: '17' }, 'complained'))]).toEqual([true, true]);
});

test('a mail tells again what a log told of the address that an alias stood for, and one of either address', () => {
  const told = newToldByLogs();
  const event = (recipient: string, tags = {}): MailEvent => ({
    kind: 'bounced',
    time: 0,
    source: 'x',
    recipient,
    recipientDomain: 'example.net',
    ids: { message: 'm1@app.example.com' },
    tags,
  });
  told.note(event('Info@example.net'));
  expect(told.isAgain(event('ann@example.net'))).toBe(false);
  expect(told.isAgain(event('ann@example.net', { 'original-recipient': 'info@EXAMPLE.net' }))).toBe(true);
});

test('lines that were written into a log twice are counted once, and it says how many', async () => {
  const once = await report(written('once.log', LOG));
  const twice = await report(written('twice.log', LOG.replaceAll(/.*\n/g, '$&$&')));
  expect([once, twice].map(({ totals }) => totals['duplicates'])).toEqual([0, 1]);
  expect(figures(twice)).toEqual(figures(once));
});

test('whom a notice says is late, and no log, is not queued still: nobody tells when he got it', async () => {
  const late = written(
    'delay.mbox',
    noticeMail({ ...NOTICE, by: 'other', message: 'x@other.example', action: 'delayed' }),
  );
  const { stdout } = await sendauditIn({}, 'logs', written('queue.log', LOG), late, '--fail-on', 'never');
  expect(stdout).toContain('1 deferral');
  expect(stdout).not.toContain('queued');
});

describe('a complaint that comes as a mail', () => {
  const SENT = LOG.replace('status=bounced', 'status=sent').replace('550 5.1.1 unknown', '250 ok');
  const complaint = (message: string, recipient: string): string =>
    [
      'From: fbl@provider.example',
      'To: fbl@shop.example',
      'Subject: complaint',
      'Date: Tue, 10 Nov 2026 12:00:00 +0000',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: fbl/1',
      'Version: 1',
      ...(recipient === '' ? [] : [`Original-Rcpt-To: ${recipient}`]),
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: <${message}>`,
      'From: Shop <news@other.shop.example>',
      'To: undisclosed',
      '',
      'Hello',
      '--b--',
      '',
    ].join('\n');
  const complained = async (mail: string): Promise<(number | undefined)[][]> => {
    const { streams } = await report(written('sent.log', SENT), written('arf.eml', mail));
    return streams.map(({ accepted, complained: times }) => [accepted, times]);
  };
  test('counts in the stream of the mail it is about, whoever stands in From', async () => {
    expect(await complained(complaint('lamp-1@shop.example', 'anna@example.org'))).toEqual([[1, 1]]);
  });
  test('also where it is blacked out who complained', async () => {
    expect(await complained(complaint('lamp-1@shop.example', ''))).toEqual([[1, 1]]);
  });
  test('and in one of its own where no log tells of that mail', async () => {
    expect(await complained(complaint('lamp-2@shop.example', 'anna@example.org'))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});
