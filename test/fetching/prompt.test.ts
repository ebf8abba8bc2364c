import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryArguments } from '../cli/child.ts';
import { imapServer } from '../support/imap-server.ts';
import { reportMail } from '../support/report-mail.ts';

const run = promisify(execFile);
function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const terminal = hasTmux();
if (!terminal) console.log('skipped: no tmux here to be a real terminal');

describe.skipIf(!terminal)('at a terminal', () => {
  let folder: string;
  let socket: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-prompt-'));
    socket = join(folder, 'tmux');
  });
  afterAll(async () => {
    await run('tmux', ['-S', socket, 'kill-server']).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });
  const tmux = async (...argv: readonly string[]): Promise<string> =>
    (await run('tmux', ['-S', socket, '-f', '/dev/null', ...argv], { env: { ...process.env, LC_ALL: 'C.UTF-8' } }))
      .stdout;
  async function shown(name: string, until: string): Promise<string> {
    for (let tries = 0; tries < 150; tries++) {
      const text = await tmux('capture-pane', '-p', '-t', name);
      if (text.includes(until)) return text;
      await sleep(100);
    }
    throw new Error(`the terminal never showed ${until}:\n${await tmux('capture-pane', '-p', '-t', name)}`);
  }
  async function asked(name: string, port: number): Promise<void> {
    const argv = ['fetch', `imap://reports@localhost:${port}`, '--to', join(folder, name), '--insecure'];
    const quoted = [process.execPath, ...entryArguments(...argv)].map(
      (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`,
    );
    const script = join(folder, `${name}.sh`);
    await writeFile(script, `trap : INT\nunset CI\n${quoted.join(' ')}\necho "ended with $?"\nsleep 60\n`);
    await tmux('new-session', '-d', '-s', name, '-x', '90', '-y', '40', `sh ${script}`);
    await shown(name, 'Password:');
  }

  test('the password is asked for, and not shown', async () => {
    const server = await imapServer({ mails: [reportMail({ id: 1 })] });
    await asked('typed', server.port);
    // With a slip of the hand in it, and one more that is begun anew.
    await tmux('send-keys', '-t', 'typed', '-l', 'not this');
    await tmux('send-keys', '-t', 'typed', 'C-u');
    await tmux('send-keys', '-t', 'typed', '-l', 'gehheim');
    await tmux('send-keys', '-t', 'typed', 'BSpace', 'BSpace', 'BSpace', 'BSpace');
    await tmux('send-keys', '-t', 'typed', '-l', 'eim');
    await tmux('send-keys', '-t', 'typed', 'Enter');
    const text = await shown('typed', 'ended with');
    expect(text).toContain('1 mail fetched');
    expect(text).toContain('ended with 0');
    expect(text).not.toContain('eim');
    expect(server.heard).toContain(Buffer.from('\0reports\0geheim').toString('base64'));
  });

  test('Ctrl-C there ends it, and nobody is asked', async () => {
    const server = await imapServer();
    await asked('left', server.port);
    await tmux('send-keys', '-t', 'left', 'C-c');
    expect(await shown('left', 'ended with')).toContain('ended with 130');
    expect(server.connections()).toBe(0);
  });
});
