import { describe, expect, test } from 'vitest';
import { canvasFor, colourLevel } from '../../src/cli/style.ts';
import type { Output } from '../../src/cli/io.ts';
import { sendauditIn } from '../support/sendaudit.ts';

const terminal = (columns = 80): Output => ({ isTerminal: true, columns, write: async () => {} });
const pipe: Output = { isTerminal: false, columns: undefined, write: async () => {} };

describe('colour', () => {
  test.each([
    ['a terminal', terminal(), {}, 1],
    ['a pipe', pipe, {}, 0],
    ['a dumb terminal', terminal(), { TERM: 'dumb' }, 0],
    ['NO_COLOR', terminal(), { NO_COLOR: '1' }, 0],
    ['an empty NO_COLOR, which is none', terminal(), { NO_COLOR: '' }, 1],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, 1],
    ['FORCE_COLOR=0 on a terminal', terminal(), { FORCE_COLOR: '0' }, 0],
    ['FORCE_COLOR on a dumb terminal', terminal(), { FORCE_COLOR: '3', TERM: 'dumb' }, 1],
    ['NO_COLOR and FORCE_COLOR: no', terminal(), { NO_COLOR: '1', FORCE_COLOR: '1' }, 0],
  ] as const)('%s', async (_, output, env, level) => {
    expect(colourLevel(output, env)).toBe(level);
    const { paint } = await canvasFor(output, env);
    const painted = paint('x', 'bad');
    expect(painted).toBe(level === 1 ? '\u001B[31mx\u001B[39m' : 'x');
  });
});

test('a page is as wide as its terminal, 100 columns without one, and never narrower than 40', async () => {
  const canvases = await Promise.all([terminal(132), pipe, terminal(10)].map((output) => canvasFor(output, {})));
  expect(canvases.map(({ width }) => width)).toEqual([132, 100, 40]);
});

test.each([
  [{}, true],
  [{ LANG: 'C.UTF-8' }, true],
  [{ LANG: 'es_ES' }, true],
  [{ LANG: 'C' }, false],
  [{ LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8' }, false],
  [{ LC_ALL: '', LC_CTYPE: 'en_GB.utf8', LANG: 'C' }, true],
  [{ TERM: 'linux', LANG: 'C.UTF-8' }, false],
] as const)('lines beyond ASCII show with %o: %s', async (env, unicode) => {
  expect((await canvasFor(pipe, env)).unicode).toBe(unicode);
});

test('a report in a file has neither colours nor the width of the terminal', async () => {
  let text = '';
  const stdout: Output = { ...terminal(50), write: async (piece) => void (text += piece) };
  const argv = ['spf', 'casaluna.example', '--replay', 'fixtures/recordings/casaluna.rec', '--format'];
  await sendauditIn({ stdout, env: { LANG: 'C.UTF-8' } }, ...argv, 'text');
  expect(text).toContain('\u001B[');
  const { readFile, mkdtemp, rm } = await import('node:fs/promises');
  const folder = await mkdtemp('/tmp/sendaudit-');
  await sendauditIn({ stdout, env: { LANG: 'C.UTF-8', FORCE_COLOR: '1' } }, ...argv, `text=${folder}/a.txt`);
  const file = await readFile(`${folder}/a.txt`, 'utf8');
  await rm(folder, { recursive: true });
  expect(file).not.toContain('\u001B');
  expect(Math.max(...file.split('\n').map((line) => line.length))).toBe(100);
});
