import { describe, expect, test } from 'vitest';
import { examine } from '../../src/dev/fuzzing/examine.ts';
import { keptInputs } from '../../src/dev/fuzzing/kept.ts';
import { corpusOf, mutated } from '../../src/dev/fuzzing/mutate.ts';
import { loadTarget, targetNames } from '../../src/dev/fuzzing/targets.ts';

const SEED = 20_261_128;
const FRESH = 300;

describe.each(targetNames())('the reader of %s', async (name) => {
  const target = await loadTarget(name);

  test('withstands every input that once broke it', async () => {
    for (const { name: kept, bytes, pieces } of keptInputs(name)) {
      expect(await examine(target, bytes, pieces), `${name}/${kept}`).toBeUndefined();
    }
  });

  test(`neither throws, hangs nor reads pieces otherwise on ${FRESH} mutated inputs`, async () => {
    const corpus = corpusOf(target);
    for (let index = 0; index < FRESH; index += 1) {
      const pieces = index % 8 === 0 ? 1 + (index % 97) : undefined;
      const fault = await examine(target, mutated(corpus, SEED, index), pieces);
      expect(fault, `seed ${SEED}, input ${index}`).toBeUndefined();
    }
  });
});

test('an input is the same whenever it is made', async () => {
  const corpus = corpusOf(await loadTarget('spf'));
  expect(mutated(corpus, 7, 123)).toEqual(mutated(corpus, 7, 123));
  expect(mutated(corpus, 7, 123)).not.toEqual(mutated(corpus, 8, 123));
});
