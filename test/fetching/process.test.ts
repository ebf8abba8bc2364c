import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryArguments, sendauditProcess } from '../cli/child.ts';
import { issue } from '../support/certificates.ts';
import { dovecot, type Dovecot, NO_DOVECOT, PASSWORD, startDovecot, USER } from '../support/dovecot.ts';
import { imapServer } from '../support/imap-server.ts';
import { reportMail } from '../support/report-mail.ts';

if (dovecot === undefined) console.log(NO_DOVECOT);

const LOGIN = encodeURIComponent(USER);
const ENV = { SENDAUDIT_IMAP_PASSWORD: PASSWORD };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendaudit-fetch-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const target = (): Promise<string> => mkdtemp(join(folder, 'to-'));
const textsIn = async (to: string): Promise<string[]> => {
  const names = (await readdir(to)).filter((name) => name.endsWith('.eml'));
  return (await Promise.all(names.map((name) => readFile(join(to, name), 'latin1')))).toSorted();
};

describe.skipIf(dovecot === undefined)('with a real Dovecot', () => {
  let running: Dovecot;
  let ca: string;
  beforeAll(async () => {
    const root = issue({ commonName: 'Test Root', authority: true });
    ca = join(folder, 'ca.pem');
    await writeFile(ca, root.pem);
    running = await startDovecot([issue({ names: ['localhost'], issuer: root })]);
  });
  afterAll(async () => running?.stop());

  const argvFor = (box: string, to: string, ...more: readonly string[]): string[] => [
    'fetch',
    `imaps://${LOGIN}@localhost:${running.imaps}/${box}`,
    '--to',
    to,
    '--ca',
    ca,
    ...more,
  ];

  test('killed at any moment, again and again, it loses and doubles nothing', { timeout: 120_000 }, async () => {
    const mails = Array.from({ length: 300 }, (_, id) => reportMail({ id, octets: 20_000 }));
    for (const mail of mails) await running.deliver('Crash', mail);
    await mkdir(running.maildir('Kept'), { recursive: true });
    await running.deliver('Kept', reportMail({ id: 'first' }));
    const to = await target();
    let kills = 0;
    // In a group, at its end, and while it is remembered and moved.
    for (const more of [1, 20, 50, 50, 51, 49]) {
      const before = (await textsIn(to)).length;
      const ended = await sendauditProcess(
        argvFor('Crash', to, '--move-to', 'Kept'),
        (child) => {
          const watch = setInterval(() => {
            if (readdirSync(to).filter((name) => name.endsWith('.eml')).length < before + more) return;
            child.kill('SIGKILL');
          }, 1);
          child.once('close', () => clearInterval(watch));
        },
        ENV,
      );
      if (ended.signal === 'SIGKILL') kills += 1;
      // Whatever has left the mailbox lies in the folder, whole.
      const there = await textsIn(to);
      const left = (await running.held('Crash')).length;
      expect(new Set(there).size).toBe(there.length);
      expect(there.length).toBeGreaterThanOrEqual(mails.length - left);
      expect(mails.map((mail) => mail.toString('latin1'))).toEqual(expect.arrayContaining(there));
    }
    expect(kills).toBeGreaterThan(3);
    const last = await sendauditProcess(argvFor('Crash', to, '--move-to', 'Kept'), () => {}, ENV);
    expect(last).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await textsIn(to)).toEqual(mails.map((mail) => mail.toString('latin1')).toSorted());
    expect(await running.held('Crash')).toEqual([]);
    expect(await running.held('Kept')).toHaveLength(301);
  });

  test('two at once come to one result', { timeout: 60_000 }, async () => {
    const mails = Array.from({ length: 60 }, (_, id) => reportMail({ id: `two-${id}` }));
    for (const mail of mails) await running.deliver('Two', mail);
    const to = await target();
    const both = await Promise.all(
      [1, 2].map(() => sendauditProcess(argvFor('Two', to, '--delete', '--format', 'json'), () => {}, ENV)),
    );
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await textsIn(to)).toEqual(mails.map((mail) => mail.toString('latin1')).toSorted());
    expect(await running.held('Two')).toEqual([]);
  });

  test('--idle fetches as mail comes in, and Ctrl-C ends it with a page', { timeout: 60_000 }, async () => {
    await running.deliver('Idle', reportMail({ id: 'there' }));
    const to = await target();
    const files = async (count: number): Promise<void> => {
      for (let tries = 0; tries < 400 && (await textsIn(to)).length < count; tries++) await sleep(50);
    };
    const ended = await sendauditProcess(
      argvFor('Idle', to, '--idle'),
      (child) => {
        const steps = async (): Promise<void> => {
          await files(1);
          await running.deliver('Idle', reportMail({ id: 'later' }));
          await files(2);
          await running.deliver('Idle', reportMail({ id: 'last' }));
          await files(3);
          await sleep(200);
          child.kill('SIGINT');
        };
        void steps();
      },
      ENV,
    );
    expect(ended).toMatchObject({ exitCode: 130, signal: null });
    expect(ended.stderr).toBe('sendaudit: 1 fetched\n'.repeat(3));
    expect(ended.stdout).toContain('3 mails fetched · interrupted');
    expect(await textsIn(to)).toHaveLength(3);
  });
});

test('--idle comes back when the server has been away', { timeout: 60_000 }, async () => {
  let away = false;
  const server = await imapServer({
    mails: [reportMail({ id: 1 })],
    instead(command, { socket, connection }) {
      if (command === 'IDLE' && connection === 1) {
        away = true;
        socket.destroy();
        return true;
      }
      return false;
    },
  });
  const to = await target();
  const url = `imap://${LOGIN}@localhost:${server.port}`;
  const ended = await sendauditProcess(
    ['fetch', url, '--to', to, '--insecure', '--idle'],
    (child) => {
      const steps = async (): Promise<void> => {
        while (server.heard.filter((command) => command === 'IDLE').length < 2) await sleep(50);
        child.kill('SIGINT');
      };
      void steps();
    },
    ENV,
  );
  expect(away).toBe(true);
  expect(ended).toMatchObject({ exitCode: 130 });
  expect(ended.stderr).toMatch(
    /^sendaudit: 1 fetched\nsendaudit: no news from localhost: connection closed; trying again in 1 s\n$/,
  );
  expect(ended.stdout).toContain('1 mail fetched');
});

const UNSHARE = '/usr/bin/unshare';
const canMount = spawnSync(UNSHARE, ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
if (!canMount) console.log('skipped: nothing here to be a small disk (unshare and tmpfs)');
test.skipIf(!canMount)('a full disk is said in a sentence, and nothing is moved that is not on it', async () => {
  const mails = Array.from({ length: 40 }, (_, id) => reportMail({ id, octets: 30_000 }));
  const server = await imapServer({ mails });
  const to = await target();
  const copies = await target();
  const url = `imap://${LOGIN}@localhost:${server.port}`;
  const words = ['fetch', url, '--to', to, '--insecure', '--move-to', 'Archive'];
  const script = 'mount -t tmpfs -o size=512k tmpfs "$0" && "$@"; code=$?; cp "$0"/*.eml "$COPIES"; exit $code';
  const child = spawn(UNSHARE, ['-Urm', 'sh', '-c', script, to, process.execPath, ...entryArguments(...words)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', COPIES: copies, ...ENV },
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => void (text[name] += chunk.toString()));
  const exitCode = await new Promise((resolve) => void child.once('close', resolve));
  expect({ exitCode, stderr: text.stderr }).toEqual({ exitCode: 3, stderr: '' });
  expect(text.stdout.replaceAll(/\s+/g, ' ')).toContain('the disk is full');
  const there = await textsIn(copies);
  const gone = mails.filter((_, index) => !server.held().includes(index + 1));
  expect(there.length).toBeGreaterThan(0);
  expect(there.length).toBeLessThan(40);
  for (const mail of gone) expect(there).toContain(mail.toString('latin1'));
});

test('a folder that cannot be written is told before anybody is asked', async () => {
  const server = await imapServer();
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const url = `imap://${LOGIN}@localhost:${server.port}`;
  const ended = await sendauditProcess(['fetch', url, '--to', file, '--insecure'], () => {}, ENV);
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  expect(ended.stderr).toMatch(/^sendaudit: cannot write .*a-file\n/);
  expect(server.connections()).toBe(0);
});

describe('the password', () => {
  const password = "corr\"ect 'horse' $battery";
  const quotedAs = Buffer.from(`\0${USER}\0${password}`).toString('base64');
  const token = 'ya29.token';

  async function loggedIn(argv: readonly string[], env: Readonly<Record<string, string>> = {}, capabilities?: string) {
    const server = await imapServer(capabilities === undefined ? {} : { capabilities });
    const url = `imap://${LOGIN}@localhost:${server.port}`;
    const all = ['fetch', url, '--to', await target(), '--insecure', ...argv];
    const ended = await sendauditProcess(all, () => {}, env);
    return { ended, heard: server.heard };
  }

  test('from a file, its first line', async () => {
    const file = join(folder, 'password');
    await writeFile(file, `${password}\r\nuser: somebody\n`);
    await chmod(file, 0o600);
    const { ended, heard } = await loggedIn(['--password-file', file]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(heard).toContain(quotedAs);
  });

  test('from a command, as words and not through a shell', async () => {
    const script = join(folder, 'pass me');
    await writeFile(script, '#!/bin/sh\nprintf "%s\\nmore\\n" "$2"\n');
    await chmod(script, 0o755);
    const command = `'${script}' show ${JSON.stringify(password)}`;
    const { ended, heard } = await loggedIn(['--password-command', command]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(heard).toContain(quotedAs);
  });

  test.each([
    ['pass show mail | head -1', '--password-command has signs in it that only a shell understands'],
    ['pass $(rm -rf x)', '--password-command has signs in it that only a shell understands'],
    ['no-such-command-here', '--password-command gives no password\n  there is no command `no-such-command-here`'],
    ['false', '--password-command gives no password\n  exit code 1'],
    ['true', '--password-command prints nothing in its first line'],
    ['', '--password-command names no command'],
  ])('from a command that gives none: `%s`', async (command, what) => {
    const { ended, heard } = await loggedIn(['--password-command', command]);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr.startsWith(`sendaudit: ${what}\n`)).toBe(true);
    expect(heard).toEqual([]);
  });

  test('as a token, for those who know OAuth', async () => {
    const file = join(folder, 'token');
    await writeFile(file, `${token}\n`);
    const bearer = await loggedIn(['--oauth-token-file', file], {}, 'IMAP4rev1 SASL-IR AUTH=OAUTHBEARER AUTH=XOAUTH2');
    expect(bearer.ended.exitCode).toBe(0);
    const sent = bearer.heard.find((command) => command.startsWith('AUTHENTICATE OAUTHBEARER ')) ?? '';
    expect(Buffer.from(sent.split(' ')[2] ?? '', 'base64').toString()).toContain(`auth=Bearer ${token}\u0001`);
    const old = await loggedIn([], { SENDAUDIT_IMAP_TOKEN: token }, 'IMAP4rev1 SASL-IR AUTH=XOAUTH2');
    const neither = await loggedIn([], { SENDAUDIT_IMAP_TOKEN: token }, 'IMAP4rev1 AUTH=PLAIN');
    expect(neither.ended.stderr).toContain('localhost offers no way to log in with a token');
    expect(old.heard).toContain(
      `AUTHENTICATE XOAUTH2 ${Buffer.from(`user=${USER}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')}`,
    );
  });

  test('none, and nobody to ask', async () => {
    const { ended } = await loggedIn([]);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toBe(
      `sendaudit: there is no password, and no terminal to ask for it\n  try: --password-file, --password-command, or SENDAUDIT_IMAP_PASSWORD in the environment\n`,
    );
  });

  test('in the URL it is taken, with a word about who can see it', async () => {
    const server = await imapServer();
    const url = `imap://${LOGIN}:${encodeURIComponent(password)}@localhost:${server.port}`;
    const ended = await sendauditProcess(['fetch', url, '--to', await target(), '--insecure']);
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toMatch(
      /^sendaudit: the password in the URL can be seen by everybody who can list processes\n/,
    );
    expect(ended.stderr + ended.stdout).not.toContain('battery');
    expect(server.heard).toContain(quotedAs);
  });
});
