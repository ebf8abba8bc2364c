import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendauditIn } from '../support/sendaudit.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = { now: () => new Date('2026-11-20T12:00:00Z') };
const logs = (...argv: string[]) => sendauditIn(NOW, 'logs', ...argv);

const line = (second: number, program: string, text: string): string =>
  `2026-11-09T10:00:${String(second).padStart(2, '0')}.000000+00:00 mx1 postfix/${program}[100]: ${text}`;
/** Two messages to one person, from a return path that names her, too, and a line that nobody understands. */
const LOG = [
  line(1, 'qmgr', '4ABCDEF12: from=<bounce+anna.rossi=example.net@news.example.com>, size=900, nrcpt=1 (queue active)'),
  line(
    2,
    'smtp',
    '4ABCDEF12: to=<Anna.Rossi@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.9] said: 550 5.1.1 <anna.rossi@example.net>: no such user (in reply to RCPT TO command))',
  ),
  line(3, 'qmgr', '4ABCDEF12: removed'),
  line(4, 'qmgr', '4BBCDEF12: from=<shop@example.com>, size=900, nrcpt=1 (queue active)'),
  line(
    5,
    'smtp',
    '4BBCDEF12: to=<anna.rossi@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.9] said: 452 4.2.2 anna.rossi@example.net is over quota)',
  ),
  'what is this line about anna.rossi@example.net doing here',
  '',
].join('\n');

/** Replies that name somebody in other ways than by an address, a login without a domain, and a name that is none. */
const NAMED = [
  line(1, 'smtpd', '4CBCDEF12: client=pc.example.com[192.0.2.7], sasl_method=PLAIN, sasl_username=anna.rossi'),
  line(2, 'qmgr', '4CBCDEF12: from=<shop@example.com>, size=900, nrcpt=4 (queue active)'),
  ...[
    ['anna.rossi@example.net', '5.1.1', 'bounced', '550 5.1.1 user anna.rossi unknown; no mailbox "Anna Rossi"'],
    ['annarossi@example.net', '4.2.2', 'deferred', '452 4.2.2 https://mx.example/?p=full&user=annarossi%40example.net'],
    ['"anna rossi"@example.net', '5.1.1', 'bounced', '550 5.1.1 anna rossi does not live here, see Rossi, Anna'],
    ['info@example.net', '5.1.1', 'bounced', '550 user unknown at mx.info.example'],
  ].map(([to, dsn, status, reply], index) =>
    line(
      3 + index,
      'smtp',
      `4CBCDEF12: to=<${to}>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=${dsn}, status=${status} (host mx.example.net[192.0.2.9] said: ${reply} (in reply to RCPT TO command))`,
    ),
  ),
  '',
].join('\n');

describe('with --redact no address is printed', () => {
  beforeAll(() => writeFileSync(join(folder, 'mail.log'), LOG));
  const tables = (format: string, ...names: string[]): string[][] =>
    format === 'jsonl' || format === 'csv' ? names.map((name) => ['--table', name]) : [];
  const formats = ['text', 'json', 'jsonl', 'csv', 'html', 'markdown', 'sarif', 'junit', 'github'];
  test.each(formats)('--format %s', async (format) => {
    for (const more of [
      [],
      ['--message', 'anna.rossi@example.net'],
      ...tables(format, 'reasons'),
      ['--by', 'relay'],
      ['--by', 'sender'],
    ]) {
      const { stdout, stderr } = await logs(join(folder, 'mail.log'), '--format', format, '--redact', ...more);
      // What was asked for is the reader's own; everything else hides her.
      const rest = stdout.replaceAll('nothing about anna.rossi@example.net', '');
      expect(rest, more.join(' ')).not.toMatch(/anna|rossi/i);
      expect(stderr).toBe('');
    }
  });

  test.each(formats)('nor whose it is where no @ says so, --format %s', async (format) => {
    const path = join(folder, 'named.log');
    writeFileSync(path, NAMED);
    for (const more of [[], ['--message', '4CBCDEF12'], ...tables(format, 'reasons', 'groups'), ['--by', 'tag:sasl']]) {
      const { stdout } = await logs(path, '--format', format, '--redact', ...more);
      expect(stdout, more.join(' ')).not.toMatch(/anna|rossi/i);
    }
  });

  test('nor by the login of the machine, nor by a mailbox on it', async () => {
    const path = join(folder, 'exim.log');
    writeFileSync(
      path,
      [
        '2026-11-10 08:00:00 1tABCD-000001-AA <= anna.rossi@example.com U=anna P=local S=900 id=x@example.com',
        '2026-11-10 08:00:01 1tABCD-000001-AA => rossi <anna.rossi@example.com> R=local_user T=local_delivery',
        '2026-11-10 08:00:01 1tABCD-000001-AA Completed',
        '',
      ].join('\n'),
    );
    for (const more of [['jsonl'], ['csv'], ['text', '--by', 'tag:user'], ['json', '--message', '1tABCD-000001-AA']]) {
      const { stdout } = await logs(path, '--redact', '--format', ...more);
      expect(stdout, more.join(' ')).toContain('x-');
      expect(stdout, more.join(' ')).not.toMatch(/anna|rossi/i);
    }
  });

  test('in whatever way a person is named, the pseudonym is one', async () => {
    const path = join(folder, 'named.log');
    writeFileSync(path, NAMED);
    const { stdout } = await logs(path, '--format', 'jsonl', '--redact');
    for (const row of stdout.trim().split('\n')) {
      const { recipient = '', diagnostic = '' } = JSON.parse(row) as { recipient?: string; diagnostic?: string };
      const [own] = recipient.split('@');
      const told = diagnostic.match(/x-[0-9a-f]{12}/g) ?? [];
      expect(new Set(told), diagnostic).toEqual(new Set(told.length === 0 ? [] : [own]));
    }
  });

  test('nor where it is packed in a token, and it is one pseudonym all the same', async () => {
    const path = join(folder, 'packed.log');
    const address = 'anna.rossi@example.net';
    const packed = [
      Buffer.from(address).toString('base64'),
      Buffer.from(JSON.stringify({ name: 'Anna Rossi', email: address })).toString('base64url'),
      Buffer.from(address).toString('hex'),
      'anna.rossi+40example.net',
      '=?utf-8?Q?anna=2Erossi=40example=2Enet?=',
    ];
    writeFileSync(
      path,
      packed
        .flatMap((token, index) => [
          line(index, 'qmgr', `4DBCDEF${index}: from=<shop@example.com>, size=900, nrcpt=1 (queue active)`),
          line(
            index,
            'smtp',
            `4DBCDEF${index}: to=<${address}>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.example.net[192.0.2.9] said: 550 5.7.1 see https://mx.example/u/${token} (in reply to RCPT TO command))`,
          ),
        ])
        .join('\n'),
    );
    for (const format of ['text', 'json', 'jsonl', 'csv', 'html', 'markdown']) {
      const { stdout } = await logs(path, '--format', format, '--redact');
      for (const token of [...packed, 'anna', 'rossi']) expect(stdout.toLowerCase()).not.toContain(token.toLowerCase());
      expect(new Set(stdout.match(/x-[0-9a-f]{12}(?=@example\.net|\+40example)/g)).size).toBe(1);
    }
  });

  test('nor in the subject of a mail that is somebody’s letter, nor where a sample is cut within it', async () => {
    const mail =
      'From: Anna <anna@example.net>\nSubject: Re: Anna Rossi asks\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n\nHi.\n';
    writeFileSync(join(folder, 'letter.eml'), mail);
    writeFileSync(join(folder, 'cut.log'), `${LOG}${'- '.repeat(95)}${'anna.rossi'.repeat(3)}@example.net\n`);
    for (const format of ['text', 'json', 'html']) {
      const { stdout } = await logs(
        join(folder, 'letter.eml'),
        join(folder, 'cut.log'),
        '--format',
        format,
        '--redact',
      );
      expect(stdout).toContain('a mail that tells of no delivery');
      expect(stdout).not.toMatch(/anna|rossi/i);
    }
    const { stdout } = await logs(join(folder, 'letter.eml'), join(folder, 'cut.log'));
    expect(stdout).toContain('Re: Anna Rossi asks');
  });

  test('nor in the address of a page, whole or in part', async () => {
    const path = join(folder, 'click.json');
    const url = 'https://shop.example/?email=anna.rossi%40example.net&u=anna.rossi';
    writeFileSync(
      path,
      JSON.stringify([
        {
          email: 'anna.rossi@example.net',
          timestamp: 1_762_761_700,
          event: 'click',
          url,
          sg_event_id: 'e',
          sg_message_id: 'm',
        },
      ]),
    );
    for (const format of ['jsonl', 'csv']) {
      const { stdout } = await logs(path, '--format', format, '--redact');
      expect(stdout).toContain('https://shop.example/?email=');
      expect(stdout).not.toContain('anna');
    }
  });

  test('what is counted, and under which reason, is what it was', async () => {
    const path = join(folder, 'named.log');
    writeFileSync(path, NAMED);
    const counted = async (...more: string[]) => {
      const { stdout } = await logs(path, '--format', 'json', ...more);
      const { bouncedBy, reasons, ...totals } = (JSON.parse(stdout) as { totals: Record<string, unknown> }).totals;
      const kinds = (reasons as { class: string; count: number }[]).map((reason) => [reason.class, reason.count]);
      return { bouncedBy, kinds, bounced: totals['bounced'], deferred: totals['deferred'] };
    };
    expect(await counted('--redact')).toEqual(await counted());
  });

  test('words that name nobody stay: the reply is to be understood', async () => {
    const path = join(folder, 'named.log');
    writeFileSync(path, NAMED);
    const { stdout } = await logs(path, '--format', 'jsonl', '--redact');
    expect(stdout).toContain('550 user unknown at mx.info.example');
  });

  test('--redact-key alone hides as well: nobody gives a key to hide nothing', async () => {
    const key = join(folder, 'key-alone');
    writeFileSync(key, '0123456789abcdef');
    const { stdout } = await logs(join(folder, 'mail.log'), '--format', 'csv', '--redact-key', key);
    expect(stdout).not.toMatch(/anna|rossi/i);
  });

  test('the samples that --guess-map shows hide addresses, too', async () => {
    const path = join(folder, 'export.csv');
    writeFileSync(
      path,
      'when,who,what\n2026-11-10 08:00,anna.rossi@example.net,delivered\n2026-11-10 08:01,b@example.net,bounced\n',
    );
    expect((await logs('--guess-map', path)).stderr).toContain('anna.rossi@example.net');
    const { stdout, stderr } = await logs('--guess-map', path, '--redact');
    expect(stdout).toContain('"who"');
    expect(stderr).toMatch(/like `x-[0-9a-f]{12}@example\.net`/);
    expect(stderr).not.toContain('anna');
  });

  test('a person’s lines still belong together, and only in this run', async () => {
    const recipients = async (...more: string[]): Promise<unknown[]> => {
      const { stdout } = await logs(join(folder, 'mail.log'), '--format', 'jsonl', '--redact', ...more);
      const rows = stdout
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row) as { recipient?: string });
      return rows.flatMap(({ recipient }) => recipient ?? []);
    };
    const [first, second] = await recipients();
    expect(first).toMatch(/^x-[0-9a-f]{12}@example\.net$/i);
    expect(String(second).toLowerCase()).toBe(String(first).toLowerCase());
    expect(await recipients()).not.toEqual([first, second]);
  });

  test('--redact-key keeps pseudonyms the same from run to run', async () => {
    const key = join(folder, 'key');
    writeFileSync(key, '0123456789abcdef');
    const run = () => logs(join(folder, 'mail.log'), '--format', 'jsonl', '--redact', '--redact-key', key);
    expect((await run()).stdout).toBe((await run()).stdout);
    writeFileSync(key, 'short');
    const refused = await run();
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('too short');
  });
});

test('without --redact, the story of an address is told by whatever case it is typed in', async () => {
  const { stdout } = await logs(join(folder, 'mail.log'), '--message', 'anna.rossi@EXAMPLE.net');
  expect(stdout).toContain('2 messages, 2 events');
  expect(stdout).toContain('no such address (hard)');
});

test('text from outside reaches no terminal raw', async () => {
  const path = join(folder, 'hostile.log');
  const nasty = '\u001B[2J\u001B]0;owned\u0007<script>alert(1)</script>=cmd|x\u202E';
  writeFileSync(
    path,
    `${[
      line(1, 'qmgr', `4ABCDEF12: from=<${nasty}@example.com>, size=900, nrcpt=1 (queue active)`),
      line(
        2,
        'smtp',
        `4ABCDEF12: to=<a@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.9] said: 550 5.1.1 ${nasty})`,
      ),
      `unknown ${nasty}`,
    ].join('\n')}\n`,
  );
  for (const format of ['text', 'json', 'jsonl', 'csv', 'html', 'markdown', 'github']) {
    const { stdout } = await logs(path, '--format', format);
    expect(stdout, format).not.toContain('\u001B');
    expect(stdout, format).not.toContain('\u0007');
    if (format === 'html') expect(stdout).not.toContain('<script>alert');
  }
});

test('NUL bytes, broken UTF-8, a line without end and half a gzip are survived and told', async () => {
  const { gzipSync } = await import('node:zlib');
  const good = readFileSync(join(folder, 'mail.log'));
  const path = join(folder, 'broken.log');
  writeFileSync(
    path,
    Buffer.concat([
      good,
      Buffer.from('\0\0\0\n'),
      Buffer.from([0xff, 0xfe, 0xc3, 0x0a]),
      Buffer.alloc(3_000_000, 0x61),
      Buffer.from('\n'),
      good,
    ]),
  );
  const packed = gzipSync(good);
  writeFileSync(join(folder, 'half.log.gz'), packed.subarray(0, packed.length - 40));
  const { stdout, exitCode } = await logs(path, join(folder, 'half.log.gz'), '--format', 'json', '--fail-on', 'never');
  const told = JSON.parse(stdout) as {
    totals: { unread: number; bounced: number };
    inputs: { failed: { path: string; error: string }[] };
    unread: { why: string }[];
  };
  expect(told.unread.map(({ why }) => why).join()).toContain('too long');
  expect(told.totals.unread).toBeGreaterThanOrEqual(3);
  expect(told.inputs.failed.map(({ path: failed }) => failed)).toEqual([join(folder, 'half.log.gz')]);
  expect(exitCode).toBe(3);
});
