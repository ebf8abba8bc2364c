import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './examine.ts';

/** Inputs that once broke a reader, one folder a target; beside each, in `NAME.json`, where it came from. */
export const KEPT = join(import.meta.dirname, '../../../fixtures/fuzz');

export interface Origin {
  readonly fault: Fault;
  /** With `--seed`, the number of the input makes the one again that this was made smaller from. */
  readonly seed: number;
  readonly index: number;
  /** Length of the pieces it was handed over in, where that mattered. */
  readonly pieces?: number;
}

export function keep(target: string, bytes: Buffer, origin: Origin): string {
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const folder = join(KEPT, target);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(origin, undefined, 2)}\n`);
  return `fixtures/fuzz/${target}/${name}`;
}

export interface Kept {
  readonly name: string;
  readonly bytes: Buffer;
  readonly pieces?: number;
}

export function keptInputs(target: string): Kept[] {
  const folder = join(KEPT, target);
  return namesIn(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const { pieces } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Origin;
      return { name, bytes: readFileSync(join(folder, name)), ...(pieces === undefined ? {} : { pieces }) };
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return []; // nothing was ever found there
  }
}
