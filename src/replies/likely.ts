import type { ReplyClass } from './class.ts';
import { type ClassCounts, wordCounts } from './word-counts.ts';
import { isWord, wordsOf } from './words.ts';

/** Seen a twentieth of a time where it was not seen: rare words would decide alone otherwise. */
const UNSEEN = 0.05;
/** Half of what the reviewed replies say of how frequent a class is: they were not gathered to say that. */
const FREQUENCY = 0.5;
/** The class must be this much likelier than the next (e to 1), or it is not told. */
const CLEARLY = 1;

interface Table {
  readonly classes: readonly ReplyClass[];
  /** By class: what a reply without a word has, and what one more word takes from it. */
  readonly frequency: Float64Array;
  readonly perWord: Float64Array;
  readonly words: ReadonlyMap<string, readonly (readonly [at: number, worth: number])[]>;
}

/** Tells the class of a reply by its words alone, as far as replies that were reviewed had them (naive Bayes). */
export function likelyReader({ replies, words }: ClassCounts): (cluster: string) => ReplyClass | undefined {
  let table: Table | undefined;
  return (cluster) => read((table ??= tableOf(replies, words)), cluster);
}

/** By the reviewed replies of the project (`fixtures/replies/key.jsonl`). Most runs never ask. */
export const likelyClass = likelyReader(wordCounts);

function read({ classes, frequency, perWord, words }: Table, cluster: string): ReplyClass | undefined {
  const known = [...wordsOf(cluster)].filter((word) => words.has(word));
  if (!known.some(isWord)) return undefined;
  const scores = frequency.map((one, at) => one + known.length * (perWord[at] as number));
  for (const word of known)
    for (const [at, worth] of words.get(word) ?? []) scores[at] = (scores[at] as number) + worth;
  let [first, second] = [0, -1];
  for (let at = 1; at < scores.length; at += 1) {
    if ((scores[at] as number) > (scores[first] as number)) [first, second] = [at, first];
    else if (second === -1 || (scores[at] as number) > (scores[second] as number)) second = at;
  }
  return (scores[first] as number) - (scores[second] ?? Number.NEGATIVE_INFINITY) < CLEARLY
    ? undefined
    : classes[first];
}

function tableOf(replies: ClassCounts['replies'], words: ClassCounts['words']): Table {
  const classes = Object.keys(replies) as ReplyClass[];
  const lines = words.trim().split('\n');
  const totals = new Float64Array(classes.length);
  const counted = lines.map((line) => {
    const [word = '', ...counts] = line.split(' ');
    const seen = counts.map(
      (one) => [Number.parseInt(one.slice(0, 1), 36), Number.parseInt(one.slice(1), 36)] as const,
    );
    for (const [at, count] of seen) totals[at] = (totals[at] ?? 0) + count;
    return [word, seen.map(([at, count]) => [at, Math.log((count + UNSEEN) / UNSEEN)] as const)] as const;
  });
  return {
    classes,
    frequency: Float64Array.from(classes, (name) => FREQUENCY * Math.log((replies[name] ?? 0) + 1)),
    perWord: totals.map((total) => Math.log(UNSEEN / (total + UNSEEN * lines.length))),
    words: new Map(counted),
  };
}
