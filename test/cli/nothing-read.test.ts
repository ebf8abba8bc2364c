import { expect, test } from 'vitest';
import { type ReadFiles, refuseNothingRead, refuseNothingToCompare } from '../../src/cli/nothing-read.ts';
import type { UserError } from '../../src/core/errors.ts';

/** What is said of files of which so many could not be read, and so many were something else. */
function saidOf(files: Partial<ReadFiles>, failed: number, passedOver = 0): string | undefined {
  const inputs = {
    read: 0,
    failed: Array.from({ length: failed }, (_, at) => ({ path: `${at}.xml`, error: 'no such file' })),
    repairs: [],
    passedOver: Array.from({ length: passedOver }, (_, at) => ({ path: `${at}.eml`, what: 'a mail without a report' })),
  };
  return said(() => refuseNothingRead({ files: 0, reports: 0, ...files, inputs }, ['in'], 'aggregate report'));
}
function said(refuse: () => void): string | undefined {
  try {
    refuse();
  } catch (error) {
    const { message, why, hint } = error as UserError;
    return [message, why, hint].filter((part) => part !== undefined).join('; ');
  }
  return undefined;
}

test('where nothing is there, the places are named that were looked in', () => {
  expect(saidOf({}, 0)).toBe('no aggregate report found; looked in in');
});

test('where no file could be opened, three are named and the others counted', () => {
  expect(saidOf({}, 3)).toMatch(/0\.xml: no such file; 1\.xml: no such file; 2\.xml: no such file$/);
  expect(saidOf({}, 4)).toMatch(/2\.xml: no such file; and 1 more$/);
});

test('where all is something else, it says what; a file that is broken, or one report, is reason enough for a page', () => {
  expect(saidOf({ files: 2 }, 0, 2)).toBe(
    'no aggregate report found; what is there is something else: 2 × a mail without a report',
  );
  expect(saidOf({ files: 3 }, 1, 2)).toBeUndefined();
  expect(saidOf({ files: 3, reports: 1 }, 0, 2)).toBeUndefined();
});

test('where there is nothing to compare with, it says why, and helps where the same reports were given twice', () => {
  const compared = (reports: number, again: number, rows = 0): string | undefined =>
    said(() =>
      refuseNothingToCompare(
        {
          files: 1,
          reports,
          inputs: { read: 1, failed: [], repairs: [] },
          tallies: { size: () => rows },
          duplicates: Array.from({ length: again }, () => ({ elsewhere: true })),
        } as unknown as Parameters<typeof refuseNothingToCompare>[0],
        ['then'],
      ),
    );
  const help = 'give --compare the reports of an earlier period';
  expect(compared(0, 2)).toMatch(
    new RegExp(`^nothing to compare with in then; every report there is among .*; ${help}$`),
  );
  expect(compared(1, 2)).toMatch(
    new RegExp(`; no report there says anything about the From domains asked for; ${help}$`),
  );
  expect(compared(1, 0)).toMatch(/; no report there says anything about the From domains asked for$/);
  expect(compared(0, 0)).toMatch(/; no report there could be read$/);
  expect(compared(1, 1, 5)).toBeUndefined();
});
