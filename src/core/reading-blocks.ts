import { count, plural } from './format.ts';
import { inputBlocks, listBlocks } from './input-blocks.ts';
import type { Block } from './page.ts';
import type { Inputs } from './report.ts';

/** What became of the inputs, in short: `3 duplicates counted once · 2 repairs made while reading`. */
export function readingAside({ failed, repairs, passedOver = [] }: Inputs, duplicates: number): string {
  return [
    ...(duplicates > 0 ? [`${plural(duplicates, 'duplicate')} counted once`] : []),
    ...(failed.length > 0 ? [`${plural(failed.length, 'input')} could not be read in full (see below)`] : []),
    ...(repairs.length > 0 ? [`${plural(repairs.length, 'repair')} made while reading`] : []),
    ...(passedOver.length > 0 ? [`${plural(passedOver.length, 'input')} of another kind`] : []),
  ].join(' · ');
}

/** The same at the foot of a page, one by one; what is another command's business by its kind. */
export function readingBlocks(inputs: Inputs, duplicates: readonly string[]): Block[] {
  const kinds = new Map<string, { inputs: number; readonly first: string }>();
  for (const { path, what } of inputs.passedOver ?? []) {
    const kind = kinds.get(what);
    if (kind === undefined) kinds.set(what, { inputs: 1, first: path });
    else kind.inputs += 1;
  }
  return [
    ...listBlocks('Duplicates', duplicates),
    ...listBlocks(
      'Repaired while reading',
      inputs.repairs.map(({ path, what, line }) => `${path}${line === undefined ? '' : `:${line}`}: ${what}`),
    ),
    ...listBlocks(
      'Of another kind',
      [...kinds].map(([what, { inputs: number, first }]) =>
        number === 1 ? `${first}: ${what}` : `${first} and ${count(number - 1)} more: ${what}`,
      ),
    ),
    ...inputBlocks(inputs),
  ];
}
