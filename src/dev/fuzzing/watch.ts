import { Worker } from 'node:worker_threads';
import type { Fault } from './examine.ts';
import { keep } from './kept.ts';
import { corpusOf, mutated } from './mutate.ts';
import { loadTarget } from './targets.ts';
import type { News, Order } from './worker.ts';

export interface Wanted {
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly seconds: number;
}
export interface Found {
  readonly fault: Fault;
  readonly index: number;
  readonly file: string;
}
export interface Outcome {
  readonly ran: number;
  readonly seconds: number;
  readonly grown: number;
  readonly found: readonly Found[];
}

/** An input that is read for so long will never be done: a machine may be busy, but not that busy. */
const HANG_MS = 20_000;
/** MiB a worker may hold: an input that makes a reader take more ends it, and is known by its number. */
const HEAP_MIB = 512;

/** Runs one target in a thread of its own, and looks after it from outside: who hangs cannot say so. */
export async function watched({ target, seed, first, count, seconds }: Wanted): Promise<Outcome> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  at[0] = first;
  const found: Found[] = [];
  const started = performance.now();
  const order: Order = { target, seed, first, count, seconds, at };
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  const fault = (one: Found): void => {
    found.push(one);
    process.stderr.write(`${target} #${one.index}: ${one.fault.kind}, ${one.fault.what}: ${one.file}\n`);
  };
  let grown = 0;
  let done = false;
  let lastSeen = -1;
  let lastMove = performance.now();
  const keepAsItIs = async (what: Fault): Promise<void> => {
    const index = at[0] ?? first;
    const bytes = mutated(corpusOf(await loadTarget(target)), seed, index);
    fault({ fault: what, index, file: keep(target, bytes, { fault: what, seed, index }) });
  };
  let ended: Fault | undefined;
  await new Promise<void>((resolve) => {
    const clock = setInterval(() => {
      if (at[0] !== lastSeen) {
        lastSeen = at[0] ?? 0;
        lastMove = performance.now();
      } else if (performance.now() - lastMove > HANG_MS) {
        ended ??= { kind: 'hangs', what: `not done after ${HANG_MS / 1000} s` };
        void worker.terminate();
      }
    }, 500);
    worker.on('message', (news: News) => {
      if (news.kind === 'fault') fault(news);
      else ({ grown, done } = { grown: news.grown, done: true });
    });
    worker.on('error', (error: Error) => {
      ended ??= { kind: 'throws', what: error.message };
    });
    worker.on('exit', () => {
      clearInterval(clock);
      resolve();
    });
  });
  if (ended !== undefined) await keepAsItIs(ended);
  const ran = Math.max(0, (at[0] ?? first) - first + (done ? 1 : 0));
  return { ran: Math.min(ran, count), seconds: (performance.now() - started) / 1000, grown, found };
}
