import { isDeepStrictEqual } from 'node:util';
import type { FuzzTarget } from './target.ts';

/** What was wrong with an input: `kind` and `what` are the same for all inputs that show the same fault. */
export interface Fault {
  readonly kind: 'throws' | 'slow' | 'pieces' | 'grows' | 'hangs';
  readonly what: string;
}

/** Milliseconds an input may take, however short it is, and more for each KiB: what reads each byte once needs a hundredth. */
const SLOW_MS = 50;
const SLOW_MS_PER_KIB = 4;

/** Runs the reader over one input. Sync where the reader is: ten million promises cost as much as the readers. */
export function examine(
  target: FuzzTarget,
  bytes: Buffer,
  pieces?: number,
): Fault | undefined | Promise<Fault | undefined> {
  const started = performance.now();
  let result: unknown;
  try {
    result = target.run(bytes);
  } catch (error) {
    return thrown(error);
  }
  if (result instanceof Promise)
    return result.then((settled: unknown) => judged(target, bytes, settled, { started, pieces }), thrown);
  return judged(target, bytes, result, { started, pieces });
}

interface Run {
  readonly started: number;
  readonly pieces: number | undefined;
}

function judged(
  target: FuzzTarget,
  bytes: Buffer,
  whole: unknown,
  { started, pieces }: Run,
): Fault | undefined | Promise<Fault | undefined> {
  const limit = SLOW_MS + ((target.msPerKib ?? SLOW_MS_PER_KIB) * bytes.length) / 1024;
  if (performance.now() - started > limit) return confirmedSlow(target, bytes, limit);
  if (pieces === undefined || target.inPieces === undefined) return undefined;
  const differs = (other: unknown): Fault | undefined =>
    isDeepStrictEqual(whole, other) ? undefined : { kind: 'pieces', what: 'another result in pieces' };
  try {
    const other = target.inPieces(bytes, pieces);
    return other instanceof Promise ? other.then(differs, thrown) : differs(other);
  } catch (error) {
    return thrown(error);
  }
}

/** A busy machine stops a process for longer than that: what is slow takes its time of the processor, and every time. */
async function confirmedSlow(target: FuzzTarget, bytes: Buffer, limit: number): Promise<Fault | undefined> {
  for (let again = 0; again < 4; again += 1) {
    const before = process.threadCpuUsage();
    await target.run(bytes);
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1000 <= limit) return undefined;
  }
  return { kind: 'slow', what: `takes more than ${Math.round(limit)} ms` };
}

/** By its words and its place: one fault is then told once, whatever number stands in its message. */
function thrown(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: 'throws', what: String(error).slice(0, 200) };
  const place = /\(?((?:[\w.-]+\/){0,4}[\w.-]+\.[jt]s:\d+)/.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1];
  return { kind: 'throws', what: `${error.name}: ${error.message.slice(0, 120)} (${place ?? 'nowhere'})` };
}
