import type { Inputs } from '../core/report.ts';
import { seenReports, type SeenReports } from '../reports/aggregate/duplicates.ts';
import { newTallies, type Tallies } from '../streams/tally.ts';
import type { Duplicate } from './traffic.ts';

/** What has been read so far: one reading may go on where another ended. */
export interface ReadingState {
  readonly tallies: Tallies;
  readonly seen: SeenReports;
  readonly failed: Inputs['failed'][number][];
  readonly repairs: Inputs['repairs'][number][];
  readonly passedOver: NonNullable<Inputs['passedOver']>[number][];
  readonly duplicates: Duplicate[];
  readonly damaged: Set<string>;
  /** Files that were read before and have changed since. */
  readonly again: Set<string>;
  files: number;
  reports: number;
}

/** `seen` is what another reading has read before: a copy of one does not count again. */
export const newReadingState = (seen: SeenReports = seenReports()): ReadingState => ({
  tallies: newTallies(),
  seen,
  failed: [],
  repairs: [],
  passedOver: [],
  duplicates: [],
  damaged: new Set(),
  again: new Set(),
  files: 0,
  reports: 0,
});

/** Makes ready to read files once more: what was said of them is said anew, what they counted stays counted. */
export function readAgain(state: ReadingState, files: readonly string[]): void {
  const again = new Set(files);
  for (const list of [state.failed, state.repairs, state.passedOver]) {
    const kept = list.filter(({ path }) => !again.has(fileOf(path)));
    list.splice(0, list.length, ...(kept as never[]));
  }
  for (const file of files) {
    state.again.add(file);
    state.damaged.delete(file);
  }
  state.files -= files.length;
}

/** Whether a report is no duplicate, or a known one: its file is only read once more. */
export const isReadAgain = (state: ReadingState, path: string, first: string, reportId: string): boolean =>
  state.again.has(fileOf(path)) &&
  (first === path || state.duplicates.some((one) => one.path === path && one.reportId === reportId));

/** `reports.zip › report.xml` lies in `reports.zip`. */
export const fileOf = (path: string): string => path.split(' › ')[0] ?? path;
