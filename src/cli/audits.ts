import { atOnce } from '../core/at-once.ts';
import { count } from '../core/format.ts';
import { untilInterrupted } from './interrupted.ts';
import type { Progress } from './progress.ts';

/**
 * Domains audited at once. Each has a dozen questions under way, and the client has a cap of its own;
 * with fewer, a far name server leaves us waiting.
 */
const AT_ONCE = 24;
/** The line on the terminal changes no more often than somebody can read. */
const PROGRESS_EVERY_MS = 100;

export interface Audits<Result> {
  /** In the order of the items; those not reached before an interruption are left out. */
  readonly done: readonly Result[];
  readonly interrupted: boolean;
}

/** Works through the items, many at a time. An interruption ends it with what is done, and throws where nothing is. */
export async function audits<Item, Result>(
  items: readonly Item[],
  name: (item: Item) => string,
  work: (item: Item) => Promise<Result>,
  signal: AbortSignal,
  progress: Progress,
): Promise<Audits<Result>> {
  const results: (Result | undefined)[] = Array.from({ length: items.length });
  let finished = 0;
  let told = -PROGRESS_EVERY_MS;
  const begun = performance.now();
  const tell = (): void => {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS) return;
    told = now;
    const rate = finished / ((now - begun) / 1000);
    const left = (items.length - finished) / rate;
    const soon = finished > 0 && items.length > AT_ONCE ? ` · ${rate.toFixed(0)}/s · ${Math.ceil(left)} s left` : '';
    const [only] = items;
    const what =
      items.length === 1 && only !== undefined
        ? name(only)
        : `${count(finished)} of ${count(items.length)} domains${soon}`;
    progress.update(`auditing ${what}`);
  };
  const all = atOnce(AT_ONCE, items.entries(), async ([index, item]) => {
    if (signal.aborted) return;
    tell();
    results[index] = await work(item);
    finished++;
  });
  try {
    await untilInterrupted(all, signal);
  } catch (error) {
    if (!signal.aborted || finished === 0) throw error;
  }
  return { done: results.filter((one) => one !== undefined), interrupted: finished < items.length };
}
