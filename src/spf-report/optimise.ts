import { count, period } from '../core/format.ts';
import type { Block, Line, Tone } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Report } from '../core/report.ts';
import type { Use } from '../spf/branch-use.ts';
import type { OptimiseStep } from '../spf/optimise-step.ts';
import type { Optimisation } from '../spf/optimise.ts';
import { proposalReport, type Proposal } from './proposal.ts';

/** What DMARC reports say about the record's includes. */
export interface SeenUse extends Use {
  /** Seconds since 1970; undefined where no report was read. */
  readonly period: { readonly begin: number; readonly end: number } | undefined;
}

/** The report of `sendaudit spf optimise <domain>`: each step with its reason and its risk. */
export function optimiseReport(proposal: Proposal, { steps, left }: Optimisation, use: SeenUse | undefined): Report {
  const { domain, changes } = proposal;
  const unused = use === undefined ? [] : use.branches.filter(({ messages }) => messages === 0);
  return proposalReport(proposal, {
    blocks: [
      ...(steps.length === 0 ? [] : [stepsTable(steps, domain)]),
      ...(left.length === 0 ? [] : leftBlocks(left)),
      ...(use === undefined ? [] : useBlocks(use, domain)),
      ...(steps.length > 0 || proposal.before.octets === 0
        ? []
        : [{ kind: 'lines' as const, lines: ['Nothing can go without changing what the record means.'] }]),
    ],
    body: {
      steps,
      left,
      ...(use === undefined
        ? {}
        : {
            use: {
              messages: use.messages,
              includes: use.branches.map(({ node, messages }) => ({
                term: node.term.text,
                messages: messages ?? null,
              })),
            },
          }),
    },
    next: [
      ...(unused.length > 0 || use !== undefined ? [] : [`sendaudit spf optimise ${domain} --reports reports/`]),
      changes.length === 0 ? `sendaudit spf flatten ${domain}` : `sendaudit check ${domain} --only spf`,
    ],
  });
}

const TONES: Readonly<Record<OptimiseStep['kind'], Tone>> = {
  takeover: 'bad',
  broken: 'bad',
  'dead-name': 'warn',
  unreachable: 'note',
  duplicate: 'note',
  covered: 'note',
  merged: 'note',
  static: 'note',
};

const stepsTable = (steps: readonly OptimiseStep[], subject: string): Block => ({
  kind: 'table',
  columns: [{ title: 'step' }, { title: 'term', shrinks: true }],
  rows: steps.map(({ kind, domain, term, becomes, reason, risk }) => ({
    cells: [
      [{ text: becomes === '' ? 'remove' : 'replace', tone: TONES[kind] }],
      `${readable(term)}${domain === subject ? '' : ` in ${domain}`}`,
    ],
    below: [
      ...(becomes === '' ? [] : [`by ${readable(becomes)}`]),
      readable(reason),
      ...(risk.startsWith('None') ? [] : [`Risk: ${lowered(readable(risk))}`]),
    ],
  })),
});

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const leftBlocks = (left: Optimisation['left']): Block[] => [
  { kind: 'heading', text: 'Left to you' },
  { kind: 'lines', lines: left.map(({ term, why }): Line => `${readable(term)}: ${readable(why)}`) },
];

/** An include without mail is no include without need: what is sent once a year is in no report of a month. */
function useBlocks({ branches, messages, period: time }: SeenUse, domain: string): Block[] {
  const when = time === undefined ? '' : `, ${period(time.begin, time.end)}`;
  const lines: Line[] = branches
    .toSorted((a, b) => (a.messages ?? -1) - (b.messages ?? -1))
    .map(({ node, messages: passed }): Line => {
      const term = readable(node.term.text);
      if (passed === undefined) return `${term}: its addresses depend on the message, so reports cannot tell`;
      if (passed > 0) return `${term}: ${count(passed)} messages`;
      return [{ text: `${term}: no message`, tone: 'warn' }, '; it costs its lookups and lets nobody of yours pass'];
    });
  return [
    {
      kind: 'heading',
      text: 'What the reports say',
      aside: `${count(messages)} messages with ${domain} in the envelope-from${when}`,
    },
    { kind: 'lines', lines },
    {
      kind: 'lines',
      lines: [
        'An include without messages is not removed here: what is sent once a year is in no report of a month. Ask who uses it.',
      ],
    },
  ];
}
