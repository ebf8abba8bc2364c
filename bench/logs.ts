import { figure, type Figure } from './figures.ts';
import { type LogFile, writeExim, writePostfix, writePowermta } from './log-files.ts';
import { median, isInstalled, foreign, type Run, used, usedByLimit } from './measure.ts';
import { against, type Measured, missing } from './peers.ts';
import { replies } from './replies.ts';

const LINES = 2_000_000;
const ROWS = 1_000_000;
const RUNS = 3;

const LINES_A_SECOND = 900_000;
const PEAK_MB = 150;
const PFLOGSUMM = 'pflogsumm';
const PFLOGSUMM_TIMES_OURS = 9;

/** Mail servers' logs: Postfix against its budget, the limit and its peer; Exim, a table, and replies by themselves. */
export function logFiles(folder: string): Measured {
  const postfix = writePostfix(folder, LINES);
  const theirs = pflogsumm(postfix.path);
  return {
    figures: [
      ...lineFigures(postfix),
      ...theirs.figures,
      ...watched('Postfix, people hidden', 'lines', postfix, ['--redact']),
      ...watched('Exim', 'lines', writeExim(folder, LINES)),
      ...watched('PowerMTA', 'rows', writePowermta(folder, ROWS)),
      ...replies(),
    ],
    notes: theirs.notes,
  };
}

/** In turns with Node's own line reader, which does nothing with what it reads. */
function lineFigures({ path, bytes, lines }: LogFile): Figure[] {
  const turns = Array.from({ length: RUNS }, () => ({
    limit: usedByLimit('readline', path),
    ours: used(['logs', path]),
  }));
  const name = `${lines.toLocaleString('en-GB')} lines of Postfix, ${Math.round(bytes / 1e6)} MB`;
  const times = median(turns.map(({ ours, limit }) => ours.cpuMs / limit.cpuMs));
  const alone = median(turns.map(({ limit }) => lines / limit.wallMs)) * 1000;
  return [
    figure(
      name,
      turns.map(({ ours }) => (lines / ours.wallMs) * 1000),
      'lines/s',
      {
        budget: { limit: 'at least', than: LINES_A_SECOND },
        remark: `${cpuOf(turns.map(({ ours }) => ours))}, ${times.toFixed(2)} × readline alone (${Math.round(alone).toLocaleString('en-GB')} lines/s)`,
      },
    ),
    peak(
      'its peak',
      turns.map(({ ours }) => ours),
      PEAK_MB,
    ),
  ];
}

/** Debian's summary of a Postfix log, written in Perl. */
function pflogsumm(path: string): Measured {
  if (!isInstalled(PFLOGSUMM, '--version')) return missing(PFLOGSUMM);
  return against(PFLOGSUMM, 'that log', PFLOGSUMM_TIMES_OURS, {
    theirs: () => foreign(PFLOGSUMM, [path]),
    ours: () => used(['logs', path]),
  });
}

/** Without a budget of its own. */
function watched(
  name: string,
  unit: string,
  { path, bytes, lines }: LogFile,
  options: readonly string[] = [],
): Figure[] {
  const runs = Array.from({ length: RUNS }, () => used(['logs', path, ...options]));
  return [
    figure(
      `${lines.toLocaleString('en-GB')} ${unit} of ${name}, ${Math.round(bytes / 1e6)} MB`,
      runs.map(({ wallMs }) => (lines / wallMs) * 1000),
      `${unit}/s`,
      { remark: cpuOf(runs) },
    ),
    peak(`${name}: peak`, runs),
  ];
}

const cpuOf = (runs: readonly Required<Run>[]): string =>
  `${(median(runs.map(({ cpuMs }) => cpuMs)) / 1000).toFixed(2)} s of CPU`;

const peak = (name: string, runs: readonly Required<Run>[], budget?: number): Figure =>
  figure(
    name,
    runs.map(({ peakMB }) => peakMB),
    'MB',
    budget === undefined ? {} : { budget: { limit: 'at most', than: budget } },
  );
