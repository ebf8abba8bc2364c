import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { entryArguments } from '../cli/child.ts';

const run = promisify(execFile);
/** Turns of waiting for a text, a tenth of a second each. */
const TURNS = 150;

/** What a terminal shows when its command has ended, before the exit code. */
export const ENDED = 'ended with';

/** Whether there is a real terminal to be had here; says so where there is none. */
export function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('skipped: no tmux here to be a real terminal');
    return false;
  }
}

export interface Terminals {
  /** A folder that is there while the tests run. */
  folder(): string;
  tmux(...argv: readonly string[]): Promise<string>;
  /** Runs our command line in a terminal of its own; `setUp` is what its shell does before. */
  start(name: string, argv: readonly string[], shape: TerminalShape): Promise<void>;
  /** What stands in the terminal once `until` does. */
  shown(name: string, until: string): Promise<string>;
}

export interface TerminalShape {
  readonly columns: number;
  readonly rows: number;
  readonly setUp: string;
}

/** Terminals of the tests around the call, gone when these are over. */
export function terminals(): Terminals {
  let [folder, socket] = ['', ''];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sendaudit-'));
    socket = join(folder, 'tmux');
  });
  const tmux = async (...argv: readonly string[]): Promise<string> => {
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
    return (await run('tmux', ['-S', socket, '-f', '/dev/null', ...argv], { env })).stdout;
  };
  afterAll(async () => {
    await tmux('kill-server').catch(() => {});
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    tmux,
    async start(name, argv, { columns, rows, setUp }) {
      const words = [process.execPath, ...entryArguments(...argv)];
      const quoted = words.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
      const script = join(folder, `${name}.sh`);
      // Ctrl-C goes to everybody at the terminal, the shell too.
      await writeFile(script, `trap : INT\nunset CI\n${setUp}\n${quoted}\necho "${ENDED} $?"\nsleep 60\n`);
      await tmux('new-session', '-d', '-s', name, '-x', String(columns), '-y', String(rows), `sh ${script}`);
    },
    async shown(name, until) {
      for (let turn = 0; turn < TURNS; turn += 1) {
        const text = await tmux('capture-pane', '-p', '-t', name);
        if (text.includes(until)) return text;
        await sleep(100);
      }
      throw new Error(`the terminal never showed ${until}:\n${await tmux('capture-pane', '-p', '-t', name)}`);
    },
  };
}
