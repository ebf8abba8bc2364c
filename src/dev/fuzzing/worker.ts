import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { type Fault, examine } from './examine.ts';
import { keep } from './kept.ts';
import { minimised } from './minimise.ts';
import { corpusOf, mutated } from './mutate.ts';
import { loadTarget } from './targets.ts';

/** What a worker is told, and shares: `at[0]` is the number of the input it is at. */
export interface Order {
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly seconds: number;
  readonly at: Int32Array;
}
export type News =
  | { readonly kind: 'fault'; readonly fault: Fault; readonly index: number; readonly file: string }
  | { readonly kind: 'done'; readonly grown: number; readonly cpuMs: number };

/** One input in so many is read in pieces as well. */
const IN_PIECES = 8;
/** Faults of a kind that are written down; the others are the same again. */
const TOLD = 3;
/** Bytes the heap may have grown by from a twentieth of the run, or its first thousands, to its end: caches are full by then. */
const GROWTH = 24 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const { target: name, seed, first, count, seconds, at } = workerData as Order;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that of windows; this is a port
const tell = (news: News): void => parentPort?.postMessage(news);
const target = await loadTarget(name);
const corpus = corpusOf(target);
const until = performance.now() + seconds * 1000;
const seen = new Map<string, number>();
const cpu = process.cpuUsage();

let index = first;
let before: number | undefined;
const warm = first + Math.min(5000, Math.ceil(count / 20));
const last = first + count;
for (; index < last; index += 1) {
  at[0] = index;
  if (index === warm) before = heap();
  if ((index & 255) === 0 && performance.now() > until) break;
  const bytes = mutated(corpus, seed, index);
  const pieces = index % IN_PIECES === 0 ? 1 + (index % 97) : undefined;
  const examined = examine(target, bytes, pieces);
  const fault = examined instanceof Promise ? await examined : examined;
  if (fault !== undefined) await note(fault, bytes, pieces);
}
const grown = before === undefined ? 0 : heap() - before;
const { user, system } = process.cpuUsage(cpu);
if (grown > GROWTH) {
  const what = `the heap has grown by ${Math.round(grown / 2 ** 20)} MiB`;
  tell({ kind: 'fault', fault: { kind: 'grows', what }, index, file: 'no one input' });
}
tell({ kind: 'done', grown, cpuMs: (user + system) / 1000 });

async function note(fault: Fault, bytes: Buffer, pieces: number | undefined): Promise<void> {
  const key = `${fault.kind} ${fault.what.replace(/^.*\(/, '(')}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  if (times > TOLD) return;
  const inPieces = fault.kind === 'pieces' ? pieces : undefined;
  const small = await minimised(target, bytes, fault, inPieces);
  const origin = { fault, seed, index, ...(inPieces === undefined ? {} : { pieces: inPieces }) };
  tell({ kind: 'fault', fault, index, file: keep(name, small, origin) });
}
