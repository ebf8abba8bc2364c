import type { TimeReader } from './cell-time.ts';
import { readEpoch, readEpochMs, readEpochNs, readEpochUs, readNetDate, readSerial } from './counted-time.ts';
import { isoOfProgramDate } from './program-date.ts';
import { readIso, readMailDate } from './standard-time.ts';
import { patternReader } from './time-pattern.ts';
import { readWritten } from './written-date.ts';

const readProgramDate: TimeReader = (text) => {
  const iso = isoOfProgramDate(text);
  return iso === undefined ? undefined : readIso(iso);
};

/** Formats with a name. */
export const NAMED_FORMATS: Readonly<Record<string, TimeReader>> = {
  iso: readIso,
  epoch: readEpoch,
  'epoch-ms': readEpochMs,
  'epoch-us': readEpochUs,
  'epoch-ns': readEpochNs,
  'mail-date': readMailDate,
  'net-date': readNetDate,
  'program-date': readProgramDate,
  'written-date': readWritten,
  'spreadsheet-serial': readSerial,
};

/** A number of five digits may be anything. */
const READERS: readonly TimeReader[] = Object.values(NAMED_FORMATS).filter((read) => read !== readSerial);

/** Whatever is unmistakable. `09/11/2026` is not: it needs a pattern. */
const anyTime: TimeReader = firstOf(READERS);

function firstOf(readers: readonly TimeReader[]): TimeReader {
  return (text) => {
    for (const read of readers) {
      const time = read(text);
      if (time !== undefined) return time;
    }
    return undefined;
  };
}

/** Reads times of a format; undefined where it is none. */
export function timeReader(format: string | undefined): TimeReader | undefined {
  if (format === undefined) return anyTime;
  return Object.hasOwn(NAMED_FORMATS, format) ? NAMED_FORMATS[format] : patternReader(format);
}

/** Times that are written in one of several formats; undefined: whatever is unmistakable. */
export const anyReader = (...formats: readonly (string | undefined)[]): TimeReader =>
  firstOf(formats.flatMap((format) => timeReader(format) ?? []));
