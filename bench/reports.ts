import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { figure, type Figure } from './figures.ts';
import { writeBigReport, writeSmallReports } from './generate.ts';
import { median, used, type Run } from './measure.ts';
import { peers } from './peers.ts';

const RECORDS = 200_000;
const SOURCES = 6000;
const FILES = 2000;
const RECORDS_A_FILE = 20;
const RUNS = 5;

const MANY_FILES = 100_000;
const RECORDS_A_SMALL_FILE = 2;
const DAYS = 365;

const RECORDS_A_SECOND = 90_000;
const FILES_A_SECOND = 2500;
const PEAK_MB = 120;
const SMALL_FILES_PEAK_MB = 150;
const MANY_FILES_PEAK_MB = 200;

/** One report of 200,000 records: from some thousands of addresses, from as many as records, and as rows. */
export function bigReports(folder: string): { readonly figures: Figure[]; readonly notes: string[] } {
  const ordinary = writeBigReport(folder, { records: RECORDS, sources: SOURCES });
  const distinct = writeBigReport(folder, { records: RECORDS, sources: 'distinct' });
  const rows = join(folder, 'rows.jsonl');
  const plain = repeated(() => used(['dmarc', ordinary.path]));
  const figures = [
    ...speedAndPeak(`${megabytes(ordinary.bytes)} report`, plain, true),
    ...speedAndPeak(
      'its records from 200,000 addresses',
      repeated(() => used(['dmarc', distinct.path])),
      // A botnet at its worst: watched, without a budget of its own.
      false,
    ),
    ...speedAndPeak(
      '… as --format jsonl',
      repeated(() => used(['dmarc', ordinary.path, '--format', 'jsonl'], rows)),
      false,
    ),
  ];
  const others = peers(folder, ordinary.path);
  return { figures: [...figures, ...rehearsed(ordinary.path, plain), ...others.figures], notes: [...others.notes] };
}

/** A change rehearsed over the same report: what it costs on top of reading and naming. */
function rehearsed(path: string, plain: readonly Required<Run>[]): Figure[] {
  const runs = repeated(() => used(['simulate', path, '--policy', 'reject', '--alignment', 'strict']));
  const ratio = median(runs.map(({ cpuMs }) => cpuMs)) / median(plain.map(({ cpuMs }) => cpuMs));
  return [
    figure(
      'a change rehearsed over it: CPU',
      runs.map(({ cpuMs }) => cpuMs / 1000),
      's',
      { remark: `${ratio.toFixed(2)} × dmarc` },
    ),
  ];
}

function speedAndPeak(name: string, runs: readonly Required<Run>[], budgeted: boolean): Figure[] {
  const speed = { limit: 'at least', than: RECORDS_A_SECOND } as const;
  const peak = { limit: 'at most', than: PEAK_MB } as const;
  return [
    figure(
      name,
      runs.map(({ wallMs }) => (RECORDS / wallMs) * 1000),
      'records/s',
      { ...(budgeted ? { budget: speed } : {}), remark: `${seconds(median(runs.map(({ cpuMs }) => cpuMs)))} s of CPU` },
    ),
    figure(
      `${name}: peak`,
      runs.map(({ peakMB }) => peakMB),
      'MB',
      budgeted ? { budget: peak } : {},
    ),
  ];
}

/** 2,000 packed reports: with as many records as public ones have, and with twenty each. */
export function smallReports(folder: string): Figure[] {
  const name = `${FILES.toLocaleString('en-GB')} small gz reports`;
  return [
    ...smallReportsOf(join(folder, 'public'), `${name}, sized as public ones are`, 'public'),
    ...smallReportsOf(join(folder, 'small'), `${name} of ${RECORDS_A_FILE} records`, RECORDS_A_FILE),
  ];
}

function smallReportsOf(reports: string, name: string, records: number | 'public'): Figure[] {
  mkdirSync(reports);
  writeSmallReports(reports, { files: FILES, records });
  const runs = repeated(() => used(['dmarc', reports]));
  return [
    figure(
      name,
      runs.map(({ wallMs }) => (FILES / wallMs) * 1000),
      'files/s',
      {
        budget: { limit: 'at least', than: FILES_A_SECOND },
        remark: `${seconds(median(runs.map(({ cpuMs }) => cpuMs)))} s of CPU`,
      },
    ),
    figure(
      '… peak',
      runs.map(({ peakMB }) => peakMB),
      'MB',
      { budget: { limit: 'at most', than: SMALL_FILES_PEAK_MB } },
    ),
  ];
}

/** A folder nobody ever tidied: 100,000 packed reports of a year, from nearly 300 reporters. */
export function manyFiles(folder: string): Figure[] {
  const reports = join(folder, 'many');
  mkdirSync(reports);
  writeSmallReports(reports, { files: MANY_FILES, records: RECORDS_A_SMALL_FILE, days: DAYS });
  const { wallMs, cpuMs, peakMB } = used(['dmarc', reports]);
  const name = `${MANY_FILES.toLocaleString('en-GB')} files in one folder`;
  return [
    figure(`${name}: peak`, [peakMB], 'MB', { budget: { limit: 'at most', than: MANY_FILES_PEAK_MB } }),
    figure(name, [(MANY_FILES / wallMs) * 1000], 'files/s', { remark: `${seconds(cpuMs)} s of CPU` }),
  ];
}

const repeated = <T>(run: () => T, times = RUNS): T[] => Array.from({ length: times }, run);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB, 200,000-record`;
const seconds = (ms: number): string => (ms / 1000).toFixed(2);
