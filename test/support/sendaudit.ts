import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a function: arguments in, what a user would see out. */
export const sendaudit = (...argv: readonly string[]): Promise<Run> => sendauditIn({}, ...argv);

/** The same in a world of the test's own. */
export async function sendauditIn(world: Partial<Io>, ...argv: readonly string[]): Promise<Run> {
  const text = { stdout: '', stderr: '' };
  const output = (name: keyof typeof text): Io['stdout'] => ({
    isTerminal: false,
    columns: undefined,
    write: async (piece) => void (text[name] += piece),
  });
  const exitCode = await main(argv, {
    stdin: Readable.from([]),
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: { LANG: 'C.UTF-8' },
    interrupted: new AbortController().signal,
    now: () => new Date('2026-11-01T12:00:00Z'),
    ...world,
  });
  return { exitCode, ...text };
}
