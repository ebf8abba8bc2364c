import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ENDED, hasTmux, terminals } from '../support/tmux.ts';

const terminal = hasTmux();

describe.skipIf(!terminal)('in a real terminal', () => {
  const { tmux, start, shown } = terminals();

  /** Runs a command line in a terminal of its own; says what stands there once `until` does. */
  async function screen(
    argv: readonly string[],
    { columns = 80, env = '', until = ENDED }: { columns?: number; env?: string; until?: string } = {},
  ): Promise<{ readonly name: string; readonly text: string; readonly painted: string }> {
    const name = `s${Math.round(performance.now() * 1000)}`;
    await start(name, argv, { columns, rows: 120, setUp: `unset NO_COLOR FORCE_COLOR\nexport LC_ALL=C.UTF-8\n${env}` });
    const text = await shown(name, until);
    return { name, text, painted: await tmux('capture-pane', '-p', '-e', '-t', name) };
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
    expect(lines.filter((line) => /^\S/.test(line))).toEqual([lines[0], `${ENDED} 1`]);
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
    for (let tries = 0; tries < 100 && !text.includes(ENDED); tries += 1) {
      text = await tmux('capture-pane', '-p', '-t', name);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    silent.close();
    expect(text).toContain(`${ENDED} 130`);
    expect(text).not.toContain('auditing');
  });
});
