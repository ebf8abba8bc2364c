import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One run of a program. */
export interface Run {
  /** From its start to its end, milliseconds. */
  readonly wallMs: number;
  /** User and system time; undefined where nobody counted it. */
  readonly cpuMs?: number;
  /** Highest resident set, in 10^6 bytes. */
  readonly peakMB?: number;
}

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const LAUNCHER = pathOf('../bin/sendaudit.js');
const LIMITS = pathOf('line-limits.js');
const USAGE = new URL('report-usage.js', import.meta.url).href;
/** Findings and inconclusive answers are results; anything else is a broken measurement. */
const FINE = new Set([0, 1, 3]);

/** Runs Node alone, or with these arguments, and takes the time; nothing else is loaded into it. */
export function timed(args: readonly string[]): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const wallMs = performance.now() - start;
  if (status === null || !FINE.has(status))
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${String(stderr)}`);
  return { wallMs };
}

/** The arguments that run the built command line. */
export const sendaudit = (...args: string[]): string[] => [LAUNCHER, ...args];

/** Runs the built command line and counts what it used. Its output goes to a file where one is named. */
export const used = (args: readonly string[], outputFile?: string): Required<Run> =>
  counted([], sendaudit(...args), outputFile);

const ONE_CORE = ['taskset', '-c', '0'];

/** The same where it may use one core only; undefined where the system has no way to say so. */
export const usedOnOneCore = (args: readonly string[]): Required<Run> | undefined =>
  isInstalled('taskset', '-V') ? counted(ONE_CORE, sendaudit(...args)) : undefined;

/** What nothing that reads lines can do without: bench/line-limits.js. */
export const usedByLimit = (limit: 'readline' | 'parse', path: string): Required<Run> =>
  counted([], [LIMITS, limit, path]);

function counted(before: readonly string[], args: readonly string[], outputFile?: string): Required<Run> {
  const output = outputFile === undefined ? ('ignore' as const) : openSync(outputFile, 'w');
  const [command = '', ...rest] = [...before, process.execPath, '--import', USAGE, ...args];
  const start = performance.now();
  const { status, stderr, output: pipes } = spawnSync(command, rest, { stdio: ['ignore', output, 'pipe', 'pipe'] });
  const wallMs = performance.now() - start;
  if (output !== 'ignore') closeSync(output);
  if (status === null || !FINE.has(status))
    throw new Error(`${args.join(' ')} ended with ${status}: ${String(stderr)}`);
  const { cpuMs, peakKiB } = JSON.parse(String(pipes[3])) as { cpuMs: number; peakKiB: number };
  return { wallMs, cpuMs, peakMB: (peakKiB * 1024) / 1e6 };
}

const TIME = '/usr/bin/time';

/** Runs another program, with GNU time around it where that is installed; undefined where the program is not. */
export function foreign(command: string, args: readonly string[]): Run | undefined {
  const isCounted = spawnSync(TIME, ['-f', '', 'true']).status === 0;
  const argv = isCounted ? [TIME, '-f', '%U %S %M', command, ...args] : [command, ...args];
  const start = performance.now();
  const { status, stderr } = spawnSync(argv[0] ?? '', argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
  const wallMs = performance.now() - start;
  if (status !== 0) return undefined;
  if (!isCounted) return { wallMs };
  const [user = 0, system = 0, peak = 0] = (String(stderr).trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { wallMs, cpuMs: (user + system) * 1000, peakMB: (peak * 1024) / 1e6 };
}

export function isInstalled(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
