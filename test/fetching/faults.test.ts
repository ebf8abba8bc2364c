import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { inDays, issue, type Wanted } from '../support/certificates.ts';
import { imapServer, rowOf, type ImapScript, type ImapTestServer } from '../support/imap-server.ts';
import { reportMail } from '../support/report-mail.ts';
import { sendauditIn, type Run } from '../support/sendaudit.ts';
import { drip, freePort, tcpServer } from '../support/tls-server.ts';

const root = issue({ commonName: 'Test Root', authority: true });
const of = (wanted: Wanted) => issue({ names: ['localhost'], issuer: root, ...wanted });
const good = of({});
const SECRET = 'correct horse battery';
const mails = [1, 2, 3].map((id) => reportMail({ id }));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-fetch-'));
  await writeFile(join(folder, 'ca.pem'), root.pem);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const target = (): Promise<string> => mkdtemp(join(folder, 'to-'));
const mailsIn = async (to: string): Promise<string[]> => (await readdir(to)).filter((name) => name.endsWith('.eml'));

/** Fetches over a connection in the clear, unless told. */
async function fetchedFrom(
  port: number,
  argv: readonly string[] = [],
  { scheme = 'imap', to = '', world = {} }: { scheme?: string; to?: string; world?: Partial<Io> } = {},
): Promise<Run & { readonly to: string }> {
  const where = to === '' ? await target() : to;
  const env = { LANG: 'C.UTF-8', SENDAUDIT_IMAP_PASSWORD: SECRET };
  const url = `${scheme}://reports@localhost:${port}`;
  const clear = scheme === 'imap' && !argv.includes('--secure') ? ['--insecure'] : [];
  const rest = argv.filter((word) => word !== '--secure');
  const run = await sendauditIn(
    { env, ...world },
    'fetch',
    url,
    '--to',
    where,
    '--ca',
    join(folder, 'ca.pem'),
    ...clear,
    ...rest,
  );
  for (const text of [run.stdout, run.stderr]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(Buffer.from(SECRET).toString('base64'));
  }
  return { ...run, to: where };
}
/** Without the ends of lines, which depend on the width. */
const words = ({ stdout }: Run): string => stdout.replaceAll(/\s+/g, ' ');
const totals = ({ stdout }: Run) => (JSON.parse(stdout) as { totals: Record<string, number> }).totals;

async function scripted(
  script: ImapScript,
  argv: readonly string[] = [],
  options: Parameters<typeof fetchedFrom>[2] = {},
): Promise<{ run: Run & { readonly to: string }; server: ImapTestServer }> {
  const server = await imapServer({ mails, ...script });
  return { run: await fetchedFrom(server.port, argv, options), server };
}

test('the scripted server is one that mails can be fetched from', async () => {
  const { run, server } = await scripted({});
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout).toContain('3 mails fetched');
  expect(await mailsIn(run.to)).toHaveLength(3);
  expect(server.heard).toContain('EXAMINE INBOX');
  expect(server.heard.filter((command) => /SEEN|STORE|EXPUNGE|^CLOSE|^SELECT/i.test(command))).toEqual([]);
});

describe('it could not start, and says why', () => {
  const refusal = (reason: string) => `sendaudit: nothing could be fetched from localhost\n  ${reason}\n`;

  test('nobody listens', async () => {
    const port = await freePort();
    const run = await fetchedFrom(port);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toBe(refusal(`no connection to localhost on port ${port}: connection refused`));
  });

  test.each<[string, ImapScript, string]>([
    ['a greeting that never comes', { greeting: null }, 'no session with localhost within 0.3 s'],
    [
      'a goodbye in place of a greeting',
      { greeting: '* BYE too many connections' },
      'localhost ends the session: `too many connections`',
    ],
    ['what is no IMAP', { greeting: 'SSH-2.0-OpenSSH_9.9' }, 'no session with localhost within 0.3 s'],
    [
      'a login that is refused, with the password in the answer',
      {
        instead: (command, { say, tag }) => {
          if (!/^[A-Za-z0-9+/=]{20,}$/.test(command)) return false;
          say(`${tag} NO [AUTHENTICATIONFAILED] no ${SECRET} for anna@casaluna.example or reports`);
          return true;
        },
      },
      'localhost refuses the login: `no … for a…@casaluna.example or …`',
    ],
    [
      'a goodbye in place of an answer to the login',
      {
        instead: (command, { say }) => {
          if (!command.startsWith('AUTHENTICATE')) return false;
          say('* BYE maintenance');
          return true;
        },
      },
      'localhost ends the session: `maintenance`',
    ],
    [
      'a server without a way to log in by password',
      { capabilities: 'IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2' },
      'localhost offers no way to log in with a password',
    ],
    [
      'an answer to the login that never comes',
      { instead: (command) => command.startsWith('AUTHENTICATE') },
      'no session with localhost within 0.3 s',
    ],
  ])('%s', async (_, script, reason) => {
    const { run } = await scripted(script, ['--timeout', '0.3']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr.split('\n  try: ')[0]).toBe(
      refusal(reason).trimEnd() + (run.stderr.includes('try:') ? '' : '\n'),
    );
  });

  test('a server that sends an octet at a time, at the deadline', async () => {
    const port = await tcpServer((socket) => drip(socket, '* OK hello there\r\n'.repeat(100)));
    const begin = performance.now();
    const run = await fetchedFrom(port, ['--timeout', '0.3']);
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain('no session with localhost within 0.3 s');
    expect(performance.now() - begin).toBeLessThan(8000);
  });
});

describe('TLS', () => {
  test.each<[string, Wanted, string]>([
    ['expired', { from: inDays(-9), until: inDays(-2) }, `the certificate of localhost expired on ${inDays(-2)}`],
    [
      'for another host',
      { names: ['mail.other.example'] },
      'the certificate of localhost is for mail.other.example, not for localhost',
    ],
  ])('a certificate that is %s ends it, from the first octet on and by STARTTLS', async (_, wanted, reason) => {
    for (const startTls of [false, true]) {
      const { run, server } = await scripted({ chain: [of(wanted)], startTls }, ['--secure'], {
        scheme: startTls ? 'imap' : 'imaps',
      });
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toContain(`  ${reason}\n`);
      expect(server.heard.filter((command) => /AUTH|LOGIN/.test(command))).toEqual([]);
    }
  });

  test('a self-signed one as well, unless it is vouched for', async () => {
    const own = issue({ names: ['localhost'] });
    const { run } = await scripted({ chain: [own] }, [], { scheme: 'imaps' });
    expect(run.stderr).toContain('the certificate of localhost is self-signed\n  try: --ca FILE');
    await writeFile(join(folder, 'own.pem'), own.pem);
    const again = await scripted({ chain: [own] }, ['--ca', join(folder, 'own.pem')], { scheme: 'imaps' });
    expect(again.run).toMatchObject({ exitCode: 0 });
  });

  test('imap:// without STARTTLS on offer sends nothing, unless it is told to', async () => {
    const { run, server } = await scripted({}, ['--secure']);
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain(
      'localhost offers no STARTTLS, so nobody logged in\n  try: imaps://…@localhost, or --insecure',
    );
    expect(server.heard).toEqual(['CAPABILITY']);
  });

  test('STARTTLS is used where it is offered, also with --insecure', async () => {
    for (const argv of [[], ['--secure']]) {
      const { run, server } = await scripted({ chain: [good], startTls: true }, argv);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(server.heard.slice(0, 2)).toEqual(['CAPABILITY', 'STARTTLS']);
    }
  });

  test('a session that is logged in before TLS is none', async () => {
    const { run } = await scripted({ greeting: '* PREAUTH welcome', chain: [good], startTls: true }, ['--secure']);
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain('offers no STARTTLS');
  });

  test('what is put in behind the agreement in the clear ends it', async () => {
    const { run } = await scripted(
      {
        chain: [good],
        startTls: true,
        instead: (command, { say, tag }) => {
          if (command !== 'STARTTLS') return false;
          say(`${tag} OK begin\n* CAPABILITY IMAP4rev1 AUTH=PLAIN`);
          return true;
        },
      },
      ['--secure'],
    );
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain('localhost sends something in the clear after it agreed to STARTTLS');
  });

  test('a server that refuses STARTTLS, or speaks no TLS after it', async () => {
    const refusing = await scripted(
      {
        chain: [good],
        startTls: true,
        instead: (command, { say, tag }) => command === 'STARTTLS' && (say(`${tag} NO not now`), true),
      },
      ['--secure'],
    );
    expect(refusing.run.stderr).toContain('offers no STARTTLS');
    const mute = await scripted(
      {
        chain: [good],
        startTls: true,
        instead: (command, { say, tag, socket }) => {
          if (command !== 'STARTTLS') return false;
          say(`${tag} OK begin`);
          socket.once('data', () => say('500 what?'));
          return true;
        },
      },
      ['--secure', '--timeout', '3'],
    );
    expect(mute.run).toMatchObject({ exitCode: 2 });
    expect(mute.run.stderr).toMatch(/TLS/);
  });

  test('the deadline also ends a session inside TLS', async () => {
    const { run } = await scripted(
      { chain: [good], instead: (command) => command.startsWith('AUTH') },
      ['--timeout', '0.5'],
      {
        scheme: 'imaps',
      },
    );
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.stderr).toContain('no session with localhost within 0.5 s');
  });
});

describe('on the way', () => {
  test('a connection that drops in the middle of a mail is made again, and nothing is lost or doubled', async () => {
    let dropped = false;
    const { run, server } = await scripted(
      {
        instead: (command, { socket, connection }) => {
          if (dropped || !command.includes('BODY.PEEK[]')) return false;
          dropped = true;
          expect(connection).toBe(1);
          socket.write(`${rowOf(1, mails[0] ?? Buffer.alloc(0), 'BODY.PEEK[]')}\r\n`, 'latin1');
          socket.end('* 2 FETCH (UID 2 BODY[] {5000}\r\nhalf of it', 'latin1');
          return true;
        },
      },
      ['--format', 'json'],
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(totals(run)).toMatchObject({ mails: 3, fetched: 3, there: 0, failed: 0 });
    expect(server.connections()).toBe(2);
    expect(await readdir(join(run.to, '.sendaudit-fetch'))).toEqual(['seen.jsonl']);
  });

  test('a mail that another session deletes meanwhile is gone, and no fault', async () => {
    let isDeleted = false;
    const { run } = await scripted(
      {
        instead: (command, { say, tag }) => {
          if (isDeleted && command.startsWith('UID SEARCH')) say('* SEARCH 1 3');
          else if (command.includes('BODY.PEEK[]')) {
            isDeleted = true;
            for (const uid of [1, 2, 3])
              say(
                uid === 2
                  ? '* 2 FETCH (UID 2 BODY[] NIL)'
                  : rowOf(uid, mails[uid - 1] ?? Buffer.alloc(0), 'BODY.PEEK[]'),
              );
          } else return false;
          say(`${tag} OK done`);
          return true;
        },
      },
      ['--format', 'json'],
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(totals(run)).toMatchObject({ mails: 3, fetched: 2, gone: 1, failed: 0 });
  });

  test('one that drops again and again is given up, with what was not fetched counted', async () => {
    const { run, server } = await scripted(
      { instead: (command, { socket }) => command.includes('BODY.PEEK[]') && (socket.destroy(), true) },
      ['--format', 'json'],
    );
    expect(run.exitCode).toBe(3);
    expect(totals(run)).toMatchObject({ mails: 3, fetched: 0, failed: 3 });
    expect(run.stdout).toContain('3 mails were not fetched');
    expect(server.connections()).toBe(4);
    expect(await mailsIn(run.to)).toEqual([]);
  });

  test('a server that says goodbye is heard', async () => {
    const { run } = await scripted({
      instead: (command, { say }) => command.includes('BODY.PEEK[]') && (say('* BYE shutting down'), true),
    });
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain('INBOX: localhost ends the session: `shutting down`; 3 mails were not fetched');
  });

  test('a mail that comes an octet at a time is broken off', async () => {
    const { run } = await scripted(
      {
        instead: (command, { socket }) => {
          if (!command.includes('BODY.PEEK[]')) return false;
          drip(socket, `* 1 FETCH (UID 1 BODY[] {5000}\r\n${'x'.repeat(5000)}`, 20);
          return true;
        },
      },
      ['--timeout', '0.3'],
    );
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain('no mails from localhost within 0.3 s');
  });

  test('a literal of gigabytes is announced, and not waited for', async () => {
    const { run } = await scripted({
      instead: (command, { socket }) =>
        command.includes('BODY.PEEK[]') && socket.write('* 1 FETCH (UID 1 BODY[] {4000000000}\r\n'),
    });
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain('what answers at localhost announces more octets at once than were asked for');
  });

  test('a line without end is not gathered', async () => {
    const { run } = await scripted({
      instead: (command, { socket }) =>
        command.startsWith('UID SEARCH') && socket.write(`* SEARCH ${'1 '.repeat(10_000_000)}`),
    });
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain('what answers at localhost sends a line longer than any answer is');
  });

  test('a mail the server stumbles over does not keep the others', async () => {
    for (const items of ['BODYSTRUCTURE', 'BODY.PEEK[]']) {
      const { run } = await scripted(
        {
          instead: (command, { say, tag }) => {
            const [, first = 0, last = first] = /^UID FETCH (\d+)(?::(\d+))? /.exec(command) ?? [];
            if (!command.includes(items) || Number(first) > 2 || Number(last) < 2) return false;
            say(`${tag} NO [SERVERBUG] internal error`);
            return true;
          },
        },
        ['--format', 'json'],
      );
      const isFatal = items === 'BODY.PEEK[]';
      expect(run.exitCode).toBe(isFatal ? 3 : 0);
      expect(totals(run)).toMatchObject(isFatal ? { fetched: 2, failed: 1 } : { fetched: 3, failed: 0 });
      if (isFatal) expect(run.stdout).toContain('"INBOX, mail 2"');
    }
  });

  test('a mail the server lists and keeps back is told; one that is gone meanwhile is no failure', async () => {
    const keeping = await scripted(
      {
        instead: (command, { say, tag }) => {
          if (!command.includes('BODY.PEEK[]')) return false;
          say(`${rowOf(1, mails[0] ?? Buffer.alloc(0), command)}\n* 3 FETCH (UID 3 FLAGS (\\Seen))\n${tag} OK done`);
          return true;
        },
      },
      ['--format', 'json'],
    );
    expect(keeping.run.exitCode).toBe(3);
    expect(totals(keeping.run)).toMatchObject({ fetched: 1, failed: 2 });
    const removing = await scripted(
      {
        instead: (command, { say, tag }) => {
          if (!command.startsWith('UID SEARCH ALL')) return false;
          say(`* SEARCH 1 2 3 4 5\n${tag} OK done`);
          return true;
        },
      },
      ['--format', 'json'],
    );
    expect(removing.run.exitCode).toBe(0);
    expect(totals(removing.run)).toMatchObject({ mails: 5, fetched: 3, gone: 2, failed: 0 });
  });

  test('a UIDVALIDITY that changes between two connections begins anew, and doubles nothing', async () => {
    let age = 7;
    const { run } = await scripted(
      {
        uidValidity: () => age,
        instead: (command, { socket }) => {
          if (age === 8 || !command.includes('BODY.PEEK[]')) return false;
          age = 8;
          socket.write(`${rowOf(1, mails[0] ?? Buffer.alloc(0), 'BODY.PEEK[]')}\r\n`, 'latin1', () => socket.destroy());
          return true;
        },
      },
      ['--format', 'json'],
    );
    expect(run.exitCode).toBe(0);
    expect(await mailsIn(run.to)).toHaveLength(3);
  });

  test('without any UIDVALIDITY it is the octets that tell what is new', async () => {
    const server = await imapServer({ mails, uidValidity: () => undefined });
    const first = await fetchedFrom(server.port);
    const again = { to: first.to, world: { now: () => new Date('2026-11-02T12:00:00Z') } };
    const second = await fetchedFrom(server.port, ['--format', 'json'], again);
    expect(totals(second)).toMatchObject({ fetched: 0, there: 3 });
    expect(await mailsIn(first.to)).toHaveLength(3);
  });

  test('a mail larger than is fetched stays, and is named', async () => {
    const { run, server } = await scripted(
      {
        instead: (command, { say, tag }) => {
          if (!command.includes('BODYSTRUCTURE')) return false;
          say(
            `* 1 FETCH (UID 1 RFC822.SIZE 999000000 BODYSTRUCTURE ("application" "zip" NIL NIL NIL "base64" 9))\n${tag} OK done`,
          );
          return true;
        },
      },
      ['--delete'],
    );
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain('INBOX, mail 1: 953 MiB, more than the 256 MiB that are fetched; left on the server');
    expect(server.held()).toEqual([1, 2, 3]);
  });
});

describe('moving', () => {
  test.each<[string, string, string[], number[]]>([
    ['MOVE', 'IMAP4rev1 UIDPLUS MOVE AUTH=PLAIN', ['UID MOVE 1:3 Archive'], []],
    [
      'copy and UID EXPUNGE',
      'IMAP4rev1 UIDPLUS AUTH=PLAIN',
      ['UID COPY 1:3 Archive', 'UID STORE 1:3 +FLAGS (\\Deleted)', 'UID EXPUNGE 1:3'],
      [],
    ],
    [
      'copy and a mark, and never a plain EXPUNGE',
      'IMAP4rev1 AUTH=PLAIN',
      ['UID COPY 1:3 Archive', 'UID STORE 1:3 +FLAGS (\\Deleted)'],
      [1, 2, 3],
    ],
  ])('by %s', async (_, capabilities, commands, left) => {
    const { run, server } = await scripted({ capabilities }, ['--move-to', 'Archive']);
    expect(run.exitCode).toBe(0);
    expect(server.heard.filter((command) => /COPY|MOVE|STORE|EXPUNGE|^CLOSE/.test(command))).toEqual(commands);
    expect(server.held()).toEqual(left);
    expect(run.stdout.includes('only marked as deleted')).toBe(left.length > 0);
  });

  test('what the server does not move stays where it is, and is told', async () => {
    let isFull = true;
    const { run, server } = await scripted(
      {
        instead: (command, { say, tag }) =>
          isFull && command.startsWith('UID MOVE') && (say(`${tag} NO [OVERQUOTA] Archive is full`), true),
      },
      ['--move-to', 'Archive'],
    );
    expect(run.exitCode).toBe(3);
    expect(words(run)).toContain(
      'INBOX: 3 mails are fetched, and not moved to `Archive`: localhost says `Archive is full`',
    );
    expect(server.held()).toEqual([1, 2, 3]);
    expect(await mailsIn(run.to)).toHaveLength(3);
    // The next run moves them, and fetches none again.
    isFull = false;
    const again = await fetchedFrom(server.port, ['--move-to', 'Archive', '--format', 'json'], { to: run.to });
    expect(totals(again)).toMatchObject({ fetched: 0, there: 3, taken: 3 });
    expect(server.held()).toEqual([]);
  });

  test('nothing is moved before it is remembered', async () => {
    const to = await target();
    const remembered: string[][] = [];
    const { server } = await scripted(
      {
        instead(command) {
          if (command.startsWith('UID MOVE'))
            remembered.push(
              readFileSync(join(to, '.sendaudit-fetch', 'seen.jsonl'), 'utf8')
                .trimEnd()
                .split('\n'),
            );
          return false;
        },
      },
      ['--move-to', 'Archive'],
      { to },
    );
    expect(remembered.map((lines) => lines.length)).toEqual([3]);
    expect(server.held()).toEqual([]);
  });
});

test('Ctrl-C ends a fetch at once: what has arrived is kept, and told', async () => {
  const interruption = new AbortController();
  const { run } = await scripted(
    {
      instead: (command, { socket }) => {
        if (!command.includes('BODY.PEEK[]')) return false;
        socket.write(`${rowOf(1, mails[0] ?? Buffer.alloc(0), 'BODY.PEEK[]')}\r\n* 2 FETCH (`, 'latin1');
        setTimeout(() => interruption.abort(), 300);
        return true;
      },
    },
    [],
    { world: { interrupted: interruption.signal } },
  );
  expect(run).toMatchObject({ exitCode: 130, stderr: '' });
  expect(run.stdout).toContain('1 mail fetched · interrupted');
  expect(await mailsIn(run.to)).toHaveLength(1);
});
