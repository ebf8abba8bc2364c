import { plural } from '../core/format.ts';
import type { Block, Line, Run } from '../core/page.ts';
import type { Reason } from './readiness-reason.ts';
import type { Readiness } from './readiness.ts';

const VERDICTS_SHOWN = 10;

const TONES = { yes: 'good', 'not yet': 'bad', 'cannot tell': 'warn' } as const;
const MARKS: Readonly<Record<Reason['kind'], Run>> = {
  against: { text: '✗ ', tone: 'bad' },
  open: { text: '? ', tone: 'warn' },
  caution: { text: '! ', tone: 'note' },
  for: { text: '✓ ', tone: 'good' },
};
const ORDER: readonly Reason['kind'][] = ['against', 'open', 'for', 'caution'];

/** The verdict in a word. */
export const verdict = ({ verdict: word }: Readiness): Line => [{ text: word, tone: TONES[word] }];

/** The reasons; of several organisations, each under its verdict. */
export function readinessBlocks(readiness: readonly Readiness[]): Block[] {
  const [only, ...others] = readiness;
  if (only !== undefined && others.length === 0) return [reasonLines(only)];
  return [...readiness.slice(0, VERDICTS_SHOWN).flatMap((one) => verdictBlocks(one)), ...moreVerdicts(readiness)];
}

const verdictBlocks = (readiness: Readiness): Block[] => [
  { kind: 'heading', text: readiness.domain, aside: verdict(readiness) },
  reasonLines(readiness),
];

function reasonLines({ reasons }: Readiness): Block {
  const sorted = reasons.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return { kind: 'lines', lines: sorted.map(({ kind, text }) => [MARKS[kind], text]) };
}

function moreVerdicts(readiness: readonly Readiness[]): Block[] {
  const rest = readiness.length - VERDICTS_SHOWN;
  if (rest <= 0) return [];
  return [{ kind: 'lines', lines: [`and ${plural(rest, 'more domain')}: --format json has them all`] }];
}
