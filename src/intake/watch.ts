import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FailedInput } from './document.ts';
import { listedFiles } from './listing.ts';

/** What a look at watched paths finds. */
export interface Look {
  /** Files that are whole, and were not found whole in this state before. */
  readonly files: readonly string[];
  /** Those of them that were found before, and have changed since: a mailbox that grew. */
  readonly changed: readonly string[];
  /** What the paths lead to besides files. */
  readonly failed: readonly FailedInput[];
}
export interface Watch {
  look(): Promise<Look>;
  /** Resolves when another look may be worth it, or when the user interrupts. */
  change(): Promise<void>;
  close(): void;
}

/** Milliseconds for which a file must not have changed to count as written to its end. */
const SETTLED_MS = 1000;
/** Milliseconds between looks where the system reports no change: network file systems never do. */
const POLL_MS = 2000;
/** Milliseconds after a change before it is looked at. */
const GATHER_MS = 200;
/** Share of the time that may go into looking: 100,000 files take a while. */
const LOOKING_SHARE = 10;

/** Names that programs give to what they have not written to the end: browsers, editors, wget, rsync. */
const UNFINISHED = /\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp)$|~$|^\.[^/]+\.[A-Za-z0-9]{6}$/i;

/** Watches files, folders and patterns for what comes. A file is handed out once it is whole. */
export function watchFiles(paths: readonly string[], interrupted: AbortSignal): Watch {
  const given = new Map<string, string>();
  /** A mail in a Maildir gets another name when it is read, and stays the same file. */
  const states = new Set<string>();
  const seen = new Map<string, { readonly state: string; readonly since: number }>();
  let waiting = false;
  let lookMs = 0;
  let moved = false;
  let wake = (): void => undefined;
  const changed = (): void => {
    moved = true;
    wake();
  };
  const watchers = paths.flatMap((path) => watcherOf(path, changed));
  interrupted.addEventListener('abort', changed);

  /** Whether nothing has been written for a while: by the file's clock, or by ours where that one is wrong. */
  const isWhole = (path: string, state: string, modified: number): boolean => {
    const now = Date.now();
    const before = seen.get(path);
    if (before?.state !== state) seen.set(path, { state, since: now });
    const age = now - modified;
    return age >= SETTLED_MS || (before?.state === state && now - before.since >= SETTLED_MS);
  };

  return {
    async look() {
      const began = performance.now();
      const whole: string[] = [];
      const changedFiles: string[] = [];
      const failed: FailedInput[] = [];
      const files = new Set<string>();
      waiting = false;
      for (const path of paths) {
        for await (const listed of listedFiles(path)) {
          if (listed.kind === 'failed') failed.push(listed);
          else if (listed.kind === 'file' && !UNFINISHED.test(basename(listed.path))) files.add(listed.path);
        }
      }
      for (const path of files) {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (stats === undefined) continue;
        const state = `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeMs}`;
        const before = given.get(path);
        if (states.has(state)) continue;
        if (!isWhole(path, state, stats.mtimeMs)) {
          waiting = true;
          continue;
        }
        seen.delete(path);
        given.set(path, state);
        states.add(state);
        whole.push(path);
        if (before !== undefined) changedFiles.push(path);
      }
      lookMs = performance.now() - began;
      return { files: whole, changed: changedFiles, failed };
    },
    async change() {
      const longest = Math.max(waiting ? SETTLED_MS : POLL_MS, lookMs * LOOKING_SHARE);
      if (!moved && !interrupted.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longest);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      // Files come in company, and one is written in many steps: a look at each step would find nothing whole.
      if (moved && !interrupted.aborted) await pause(GATHER_MS);
      moved = false;
    },
    close() {
      interrupted.removeEventListener('abort', changed);
      for (const one of watchers) one.close();
    },
  };
}

/** Not every path can be watched, and not every file system tells: looking from time to time finds it as well. */
function watcherOf(path: string, changed: () => void): FSWatcher[] {
  try {
    return [watch(path, changed).on('error', () => {})];
  } catch {
    return [];
  }
}
