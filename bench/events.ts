import { availableParallelism } from 'node:os';
import { rmSync } from 'node:fs';
import { EVENT_SERVICES } from '../src/dev/mail-log/events.ts';
import { figure, type Figure } from './figures.ts';
import { writeEvents } from './log-files.ts';
import { median, used, usedByLimit, usedOnOneCore } from './measure.ts';
import type { Measured } from './peers.ts';

/** Of each service: some 1.8 million events of four services, 1.35 GB in all. */
const MESSAGES = 160_000;
const RUNS = 3;

const MB_A_SECOND = 150;
const MB_A_SECOND_ON_TWO = 250;

/** Events as a service hands them out, one object to a line, in turns with what no reader can do without. */
export function eventExports(folder: string): Measured {
  const notes = availableParallelism() < 2 ? ['events: there is one core here, and nothing to say of two'] : [];
  return { figures: Object.keys(EVENT_SERVICES).flatMap((service) => serviceFigures(folder, service)), notes };
}

function serviceFigures(folder: string, service: string): Figure[] {
  const { path, bytes, lines } = writeEvents(folder, service, MESSAGES);
  const name = `${lines.toLocaleString('en-GB')} events of ${service}, ${Math.round(bytes / 1e6)} MB`;
  const turns = Array.from({ length: RUNS }, () => ({
    one: usedOnOneCore(['logs', path]) ?? used(['logs', path]),
    all: used(['logs', path]),
    readline: usedByLimit('readline', path),
    parse: usedByLimit('parse', path),
  }));
  rmSync(path);
  const rate = (ms: number): number => bytes / 1e6 / (ms / 1000);
  const median_ = (of: (turn: (typeof turns)[number]) => number): number => median(turns.map(of));
  const [parse, readline] = [median_((turn) => rate(turn.parse.cpuMs)), median_((turn) => rate(turn.readline.cpuMs))];
  const share = median_((turn) => turn.parse.cpuMs / turn.one.cpuMs);
  return [
    figure(
      name,
      turns.map(({ one }) => rate(one.cpuMs)),
      'MB/s of one core',
      {
        budget: { limit: 'at least', than: MB_A_SECOND },
        remark: `${share.toFixed(2)} × JSON.parse alone (${Math.round(parse)}); readline alone ${Math.round(readline)}`,
      },
    ),
    figure(
      '… with all cores',
      turns.map(({ all }) => rate(all.wallMs)),
      'MB/s',
      availableParallelism() < 2 ? {} : { budget: { limit: 'at least', than: MB_A_SECOND_ON_TWO } },
    ),
    figure(
      '… peak',
      turns.map(({ all }) => all.peakMB),
      'MB',
      { remark: `${Math.round(median_(({ one }) => one.peakMB))} on one core` },
    ),
  ];
}
