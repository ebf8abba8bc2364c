import type { RecordChange } from '../core/outcome.ts';
import type { Block, Line, Page } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { NO_FINDINGS, NO_JUDGEMENTS, type Inputs, type Report } from '../core/report.ts';
import type { SpfCost } from '../spf/cost.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import type { Count } from '../spf/count.ts';
import type { FailedQuestion } from '../spf/tree.ts';

/** Records to publish, and what they change. */
export interface Proposal {
  readonly action: 'flatten' | 'optimise';
  readonly domain: string;
  readonly before: SpfCost;
  readonly after: SpfCost;
  /** In the order in which they have to be published. */
  readonly changes: readonly RecordChange[];
  /** Every question that failed: what stays as it is for that reason. */
  readonly unknowns: readonly FailedQuestion[];
  readonly inputs: Inputs;
  readonly startedAt: Date;
}

/** What one kind of proposal has to say besides. */
export interface Details {
  /** Between the records and the costs. */
  readonly blocks: readonly Block[];
  /** Keys of `--format json` besides those all proposals have. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly next: readonly string[];
}

/** The report of `sendaudit spf flatten` and `sendaudit spf optimise`. */
export function proposalReport(proposal: Proposal, { blocks, body, next }: Details): Report {
  const { action, domain, before, after, changes, unknowns, inputs, startedAt } = proposal;
  const inconclusive = unknowns.length + inputs.failed.length;
  return {
    command: 'spf',
    startedAt,
    inputs,
    ...NO_JUDGEMENTS,
    summary: { ...NO_FINDINGS, inconclusive, exitCode: inconclusive > 0 ? 3 : 0 },
    page: () => proposalPage(proposal, blocks, next),
    body: () => ({ action, domain, changes: changes.map(shown), before, after, unknowns, ...body }),
    lines: () => changes.map((change) => ({ domain, ...shown(change) })),
    *table() {
      yield ['domain', 'change', 'name', 'type', 'value', 'old'];
      for (const { kind, name, type, value, old } of changes.map(shown)) yield [domain, kind, name, type, value, old];
    },
  };
}

const shown = (change: RecordChange): RecordChange => ({
  ...change,
  ...(change.value === undefined ? {} : { value: readable(change.value) }),
  ...(change.old === undefined ? {} : { old: readable(change.old) }),
});

function proposalPage(
  { domain, before, after, changes, unknowns }: Proposal,
  blocks: readonly Block[],
  next: readonly string[],
): Page {
  return {
    title: domain,
    aside: changes.length === 0 ? standstill(unknowns) : headline(before, after),
    blocks: [
      ...publishBlocks(changes),
      ...blocks,
      ...(changes.length === 0 ? [] : [costTable(before, after)]),
      ...(unknowns.length === 0 ? [] : [unknownLines(unknowns)]),
    ],
    next,
  };
}

const standstill = (unknowns: readonly FailedQuestion[]): Line =>
  unknowns.length > 0 ? [{ text: 'not all is known', tone: 'warn' }] : [{ text: 'nothing to change', tone: 'good' }];

const MOST = SPF_LIMITS.lookups;

function headline(before: SpfCost, after: SpfCost): Line {
  const tone = after.lookups.min > MOST ? 'bad' : 'good';
  return [{ text: `${amount(before.lookups)} → ${amount(after.lookups)} of ${MOST} lookups`, tone }];
}

function publishBlocks(changes: readonly RecordChange[]): Block[] {
  if (changes.length === 0) return [];
  const rows = changes.map(({ kind, name, type, value, old }) => ({
    cells: [`${kind === 'remove' ? 'remove ' : ''}${name} ${type}`],
    below: [`"${readable(value ?? old ?? '')}"`],
  }));
  return [
    { kind: 'table', columns: [{ title: `publish${rows.length > 1 ? ', in this order' : ''}`, shrinks: true }], rows },
  ];
}

function costTable(before: SpfCost, after: SpfCost): Block {
  const row = (label: string, was: string, will: string, limit: string, isOver: boolean) => ({
    cells: [label, was, [{ text: will, ...(isOver ? { tone: 'bad' as const } : {}) }], limit],
  });
  const voids = SPF_LIMITS.voids;
  return {
    kind: 'table',
    columns: [
      { title: 'cost' },
      { title: 'now', align: 'right' },
      { title: 'then', align: 'right' },
      { title: 'limit', align: 'right' },
    ],
    rows: [
      row('DNS lookups', amount(before.lookups), amount(after.lookups), `${MOST}`, after.lookups.min > MOST),
      row(
        'void lookups, IPv4 clients',
        amount(before.voids.ipv4),
        amount(after.voids.ipv4),
        `${voids}`,
        after.voids.ipv4.min > voids,
      ),
      row(
        'void lookups, IPv6 clients',
        amount(before.voids.ipv6),
        amount(after.voids.ipv6),
        `${voids}`,
        after.voids.ipv6.min > voids,
      ),
      row('octets of the record', `${before.octets}`, `${after.octets}`, '450', false),
      row('octets of its TXT answer', `${before.answerOctets}`, `${after.answerOctets}`, '512', false),
    ],
  };
}

const unknownLines = (unknowns: readonly FailedQuestion[]): Block => ({
  kind: 'lines',
  lines: unknowns.map(({ path, reason }): Line => [{ text: '? ', tone: 'warn' }, `${path}: ${reason}`]),
});

/** `3`, `3–5`, `3+`. */
const amount = ({ min, max }: Count): string =>
  max === undefined ? `${min}+` : max > min ? `${min}–${max}` : `${min}`;
