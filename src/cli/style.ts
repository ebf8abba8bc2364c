import type { ChalkInstance } from 'chalk';
import type { Tone } from '../core/page.ts';
import type { Canvas } from '../reporters/reporter.ts';
import type { Io, Output } from './io.ts';

/** Width of what is not a terminal: it will be read in one. */
const PIPE_COLUMNS = 100;
const NARROWEST = 40;

/** Colour only where somebody sees it: https://no-color.org, FORCE_COLOR, and a terminal that can. */
export function colourLevel(output: Output, env: Io['env']): 0 | 1 {
  if ((env['NO_COLOR'] ?? '') !== '') return 0;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] === '0' ? 0 : 1;
  return output.isTerminal && env['TERM'] !== 'dumb' ? 1 : 0;
}

/** What an output can show: its width, its colours, its characters. */
export async function canvasFor(output: Output, env: Io['env']): Promise<Canvas> {
  return {
    width: Math.max(NARROWEST, output.columns ?? PIPE_COLUMNS),
    paint: colourLevel(output, env) === 0 ? (text) => text : await painted(),
    unicode: showsUnicode(env),
  };
}

async function painted(): Promise<Canvas['paint']> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const tones: Readonly<Record<Tone, ChalkInstance>> = {
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    note: chalk.cyan,
    muted: chalk.dim,
    strong: chalk.bold,
  };
  return (text, tone) => tones[tone](text);
}

function showsUnicode(env: Io['env']): boolean {
  if (env['TERM'] === 'linux') return false;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return !/^(?:C|POSIX)$/.test(locale);
}
