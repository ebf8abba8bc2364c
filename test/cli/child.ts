import { spawn, type ChildProcess } from 'node:child_process';

/** The launcher's own three lines over the sources, so that nothing needs to be built. */
const ENTRY = `
  const { run } = await import(${JSON.stringify(new URL('../../src/cli/run.ts', import.meta.url).href)});
  process.exitCode = await run(process.argv.slice(1));
`;
export const entryArguments = (...argv: readonly string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  '--input-type=module',
  '--eval',
  ENTRY,
  '--',
  ...argv,
];

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real process of ours. `onStart` may signal it or close its pipes. */
export function sendauditProcess(
  argv: readonly string[],
  onStart: (child: ChildProcess) => void = () => {},
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, entryArguments(...argv), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...env },
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk: Buffer) => void (text[name] += chunk.toString()));
  onStart(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...text }));
  });
}
