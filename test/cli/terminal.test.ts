import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryArguments } from './child.ts';

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

const DONE = 'ended with';

describe.skipIf(!terminal)('in a real terminal', () => {
  let folder: string;
  let socket: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    socket = join(folder, 'tmux');
  });
  afterAll(async () => {
    await run('tmux', ['-S', socket, 'kill-server']).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });

  const tmux = async (...argv: readonly string[]): Promise<string> =>
    (
      await run('tmux', ['-S', socket, '-f', '/dev/null', ...argv], {
        env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
      })
    ).stdout;

  /** Runs a command line in a terminal of its own; says what stands there once `until` does. */
  async function screen(
    argv: readonly string[],
    { columns = 80, env = '', until = DONE }: { columns?: number; env?: string; until?: string } = {},
  ): Promise<{ readonly name: string; readonly text: string; readonly painted: string }> {
    const name = `s${Math.round(performance.now() * 1000)}`;
    const words = [process.execPath, ...entryArguments(...argv)];
    const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
    const script = join(folder, `${name}.sh`);
    await writeFile(
      script,
      `# Ctrl-C goes to everybody at the terminal, the shell too.\ntrap : INT\nunset NO_COLOR FORCE_COLOR CI\nexport LC_ALL=C.UTF-8\n${env}\n${quoted}\necho "${DONE} $?"\nsleep 60\n`,
    );
    await tmux('new-session', '-d', '-s', name, '-x', String(columns), '-y', '120', `sh ${script}`);
    for (let tries = 0; tries < 100; tries += 1) {
      const text = await tmux('capture-pane', '-p', '-t', name);
      if (text.includes(until)) return { name, text, painted: await tmux('capture-pane', '-p', '-e', '-t', name) };
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    throw new Error(`the terminal never showed ${until}:\n${await tmux('capture-pane', '-p', '-t', name)}`);
  }
  const AUDIT = [
    'check',
    'casaluna.example',
    '--replay',
    'fixtures/recordings/casaluna.rec',
    '--only',
    'spf/lookup-limit',
  ];

  test('a page keeps to its 80 columns and is coloured', async () => {
    const { text, painted } = await screen(AUDIT);
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^casaluna\.example {2,}1 error · 0 passed$/);
    expect(lines[0]).toHaveLength(80);
    // Nothing was wrapped by the terminal: what it wraps begins in its first column.
    expect(lines.filter((line) => /^\S/.test(line))).toEqual([lines[0], `${DONE} 1`]);
    expect(painted).toContain('\u001B[31m1 error');
    expect(painted).toContain('\u001B[1mcasaluna.example');
  });

  test('NO_COLOR and TERM=dumb leave the colours out', async () => {
    const [none, dumb] = await Promise.all([
      screen(AUDIT, { env: 'export NO_COLOR=1' }),
      screen(AUDIT, { env: 'export TERM=dumb' }),
    ]);
    for (const { painted, text } of [none, dumb]) expect(painted.trimEnd()).toBe(text.trimEnd());
  });

  test('a terminal that is waited in front of shows what is under way, and cleans up behind itself', async () => {
    const silent = createSocket('udp4');
    silent.bind(0, '127.0.0.1');
    await once(silent, 'listening');
    const resolver = `127.0.0.1:${silent.address().port}`;
    const argv = ['check', 'casaluna.example', '--resolver', resolver, '--timeout', '30'];
    const { name } = await screen(argv, { until: 'auditing casaluna.example' });
    await tmux('send-keys', '-t', name, 'C-c');
    let text = '';
    for (let tries = 0; tries < 100 && !text.includes(DONE); tries += 1) {
      text = await tmux('capture-pane', '-p', '-t', name);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    silent.close();
    expect(text).toContain(`${DONE} 130`);
    expect(text).not.toContain('auditing');
  });
});
