/**
 * Mutated input for every reader: `npm run fuzz -- [--target NAME]… [--count N] [--seed N] [--first N] [--seconds S]`.
 *
 * A reader fails that throws, hangs, takes longer than its input warrants, reads pieces differently than the whole, or keeps
 * memory. Failing inputs are made smaller and kept in `fixtures/fuzz`, which the tests replay. Prints a line for each target.
 */
import { parseArgs } from 'node:util';
import { targetNames } from './fuzzing/targets.ts';
import { watched } from './fuzzing/watch.ts';

const known = targetNames();
const usage = (): never => {
  console.error(
    `usage: npm run fuzz -- --target NAME --count N --seed N --first N --seconds S\ntargets: ${known.join(' ')}`,
  );
  process.exit(2);
};

function wanted() {
  try {
    return parseArgs({
      options: {
        target: { type: 'string', multiple: true },
        count: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        first: { type: 'string', default: '0' },
        seconds: { type: 'string', default: '600' },
      },
    }).values;
  } catch {
    return usage();
  }
}

const values = wanted();
const targets = values.target ?? known;
const unknown = targets.filter((name) => !known.includes(name));
const numbers = [values.count, values.seed, values.first, values.seconds].map(Number);
if (unknown.length > 0 || numbers.some((number) => !Number.isInteger(number) || number < 0)) usage();
const [count = 0, seed = 0, first = 0, seconds = 0] = numbers;

let all = 0;
let faults = 0;
console.log(
  `${'target'.padEnd(22)} ${'seed'.padStart(6)} ${'inputs'.padStart(10)} ${'a second'.padStart(9)} ${'heap'.padStart(9)} faults`,
);
for (const target of targets) {
  const outcome = await watched({ target, seed, first, count, seconds });
  all += outcome.ran;
  faults += outcome.found.length;
  const rate = Math.round(outcome.ran / outcome.seconds);
  const grown = `${(outcome.grown / 2 ** 20).toFixed(1)} MiB`;
  console.log(
    `${target.padEnd(22)} ${String(seed).padStart(6)} ${String(outcome.ran).padStart(10)} ${String(rate).padStart(9)} ${grown.padStart(9)} ${outcome.found.length}`,
  );
}
console.log(`${'all'.padEnd(22)} ${''.padStart(6)} ${String(all).padStart(10)}`);
process.exitCode = faults > 0 ? 1 : 0;
