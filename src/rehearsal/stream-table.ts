import { count, percent } from '../core/format.ts';
import type { Block, Line } from '../core/page.ts';
import { whoseIs } from '../streams/whose.ts';
import { sumOf, type Outcome } from './outcome.ts';
import type { StreamOutcome } from './rehearse.ts';

const SYMBOL = {
  aligned: { text: '● ', tone: 'good' },
  fixable: { text: '◐ ', tone: 'warn' },
  forwarded: { text: '↻ ', tone: 'note' },
  suspicious: { text: '✗ ', tone: 'bad' },
} as const;

/** A botnet has a From domain, and so a stream, for every message. */
const SUSPICIOUS_SHOWN = 5;

/** Stream by stream, before and after. */
export function streamTable(streams: readonly StreamOutcome[]): Block {
  const files = streams.some(({ before, after }) => before.quarantined + after.quarantined > 0);
  const opens = streams.some(({ after }) => after.open + after.unknown > 0);
  const suspicious = streams.filter(({ stream }) => stream.class === 'suspicious');
  const rest = suspicious.slice(SUSPICIOUS_SHOWN);
  const hidden = new Set(rest);
  const listed = streams.filter((one) => !hidden.has(one));
  const row = (name: Line, from: string, before: Outcome, after: Outcome): Line[] => [
    name,
    from,
    count(after.messages),
    percent(before.pass, before.messages),
    [{ text: percent(after.pass, after.messages), ...(after.pass < before.pass ? { tone: 'bad' as const } : {}) }],
    amount(after.refused),
    ...(files ? [amount(after.quarantined)] : []),
    ...(opens ? [amount(Math.max(after.open, after.unknown))] : []),
  ];
  return {
    kind: 'table',
    columns: [
      { title: 'stream', shrinks: true },
      { title: 'from', shrinks: true },
      { title: 'messages', align: 'right' },
      { title: 'pass now', align: 'right' },
      { title: 'then', align: 'right' },
      { title: 'refused', align: 'right' },
      ...(files ? [{ title: 'spam', align: 'right' as const }] : []),
      ...(opens ? [{ title: 'not known', align: 'right' as const }] : []),
    ],
    rows: [
      ...listed.map(({ stream, before, after, why }) => ({
        cells: row([SYMBOL[stream.class], stream.name], stream.headerFrom, before, after),
        // What the change itself takes away stands with the stream.
        ...(after.pass < before.pass && whoseIs(stream.class) !== 'suspicious' && why[0] !== undefined
          ? { below: [why[0].text] }
          : {}),
      })),
      ...(rest.length > 0
        ? [
            {
              cells: row(
                [SYMBOL.suspicious, `${count(rest.length)} more, suspicious`],
                '',
                sumOf(rest.map((one) => one.before)),
                sumOf(rest.map((one) => one.after)),
              ),
            },
          ]
        : []),
    ],
  };
}

const amount = (messages: number): string => (messages === 0 ? '–' : count(messages));
