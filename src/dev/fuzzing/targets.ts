import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzTarget } from './target.ts';

const FOLDER = join(import.meta.dirname, '../fuzz');

export const targetNames = (): string[] =>
  readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted();

export async function loadTarget(name: string): Promise<FuzzTarget> {
  const module = (await import(`../fuzz/${name}.ts`)) as { readonly default: FuzzTarget };
  return module.default;
}
