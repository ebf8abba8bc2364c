import { plural } from './format.ts';
import { inputBlocks, listBlocks } from './input-blocks.ts';
import type { Block } from './page.ts';
import { passedOverAside, passedOverBlocks } from './passed-over.ts';
import type { Inputs } from './report.ts';

/** What became of the inputs, in short: `3 duplicates counted once · 2 repairs made while reading`. */
export function readingAside(inputs: Inputs, duplicates: number): string {
  const { failed, repairs } = inputs;
  return [
    ...(duplicates > 0 ? [`${plural(duplicates, 'duplicate')} counted once`] : []),
    ...(failed.length > 0 ? [`${plural(failed.length, 'input')} could not be read in full (see below)`] : []),
    ...(repairs.length > 0 ? [`${plural(repairs.length, 'repair')} made while reading`] : []),
    ...passedOverAside(inputs),
  ].join(' · ');
}

/** The same at the foot of a page, one by one. */
export function readingBlocks(inputs: Inputs, duplicates: readonly string[]): Block[] {
  return [
    ...listBlocks('Duplicates', duplicates),
    ...listBlocks(
      'Repaired while reading',
      inputs.repairs.map(({ path, what, line }) => `${path}${line === undefined ? '' : `:${line}`}: ${what}`),
    ),
    ...passedOverBlocks(inputs),
    ...inputBlocks(inputs),
  ];
}
