import type { Judged, Verdict } from './score.ts';

export interface Score {
  readonly messages: number;
  readonly right: number;
  /** Messages by kind of error, most first. */
  readonly errors: Readonly<Partial<Record<Verdict, number>>>;
}

export function scoreOf(rows: readonly Judged[]): Score {
  const errors = new Map<Verdict, number>();
  let [messages, right] = [0, 0];
  for (const { verdict, record } of rows) {
    messages += record.count;
    if (verdict === 'right') right += record.count;
    else errors.set(verdict, (errors.get(verdict) ?? 0) + record.count);
  }
  return { messages, right, errors: Object.fromEntries([...errors].toSorted((a, b) => b[1] - a[1])) };
}

const ARCHETYPE_WIDTH = 56;

/** A line for each archetype; those no judge can know are marked, and counted apart. */
export function tableOf(rows: readonly Judged[]): string {
  const byArchetype = Map.groupBy(
    rows,
    ({ truth }) => `${truth.undecidable === undefined ? ' ' : '?'} ${truth.archetype}`,
  );
  return [...byArchetype]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, some]) => {
      const { messages, right, errors } = scoreOf(some);
      const wrong = Object.entries(errors).map(([kind, count]) => `${kind} ${count}`);
      return [
        name.padEnd(ARCHETYPE_WIDTH),
        String(messages).padStart(9),
        ((right / messages) * 100).toFixed(2).padStart(8),
        ` ${wrong.join(', ')}`,
      ].join('');
    })
    .join('\n');
}
