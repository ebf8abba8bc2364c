import { REPLY_CLASSES, type ReplyClass } from '../../replies/class.ts';
import { clusterOf } from '../../replies/cluster.ts';
import type { ClassCounts } from '../../replies/word-counts.ts';
import { wordsOf } from '../../replies/words.ts';

/** Words of one reply tell of that reply, and may be anybody's name. */
const LEAST = 2;

export function countsOf(rows: readonly { readonly reply: string; readonly class: string }[]): ClassCounts {
  const replies = new Map<ReplyClass, number>(REPLY_CLASSES.map((name) => [name, 0]));
  const words = new Map<string, number[]>();
  for (const row of rows) {
    const at = REPLY_CLASSES.findIndex((name) => name === row.class);
    const name = REPLY_CLASSES[at];
    if (name === undefined) continue;
    replies.set(name, (replies.get(name) ?? 0) + 1);
    for (const word of wordsOf(clusterOf(row.reply))) {
      const counts = words.get(word) ?? REPLY_CLASSES.map(() => 0);
      counts[at] = (counts[at] ?? 0) + 1;
      words.set(word, counts);
    }
  }
  const told = [...words].filter(([, counts]) => counts.reduce((sum, one) => sum + one, 0) >= LEAST);
  const line = ([word, counts]: readonly [string, readonly number[]]): string =>
    [word, ...counts.flatMap((count, at) => (count === 0 ? [] : [at.toString(36) + count.toString(36)]))].join(' ');
  return { replies: Object.fromEntries(replies), words: told.map(line).toSorted().join('\n') };
}
