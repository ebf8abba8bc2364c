import type { Block, Line } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Report } from '../core/report.ts';
import type { Flattening } from '../spf/flatten.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import { proposalReport, type Proposal } from './proposal.ts';

/** The report of `sendaudit spf flatten <domain>`: the record without includes, what it saves, and what it risks. */
export function flattenReport(
  proposal: Proposal,
  { flattened, kept, dropped, parts }: Pick<Flattening, 'flattened' | 'kept' | 'dropped' | 'parts'>,
): Report {
  const { domain, changes } = proposal;
  const costliest = flattened.toSorted((a, b) => b.lookups - a.lookups);
  return proposalReport(proposal, {
    blocks: [
      ...(costliest.length === 0 ? [] : [includesTable(costliest)]),
      ...(dropped.length === 0 ? [] : droppedBlocks(dropped)),
      ...(kept.length === 0 ? [] : keptBlocks(kept)),
      ...verdict(proposal, parts.length),
      ...(changes.length === 0 ? [] : risk(domain)),
    ],
    body: {
      flattened: costliest,
      dropped: dropped.map((term) => readable(term)),
      kept: kept.map(({ term, why }) => ({ term: readable(term), why })),
    },
    next: [
      ...(kept.some(({ why }) => why.startsWith('it leads')) ? [`sendaudit spf optimise ${domain}`] : []),
      ...(changes.length === 0 ? [] : [`sendaudit spf flatten ${domain} --zone source.zone --live --format json`]),
    ],
  });
}

const includesTable = (flattened: Flattening['flattened']): Block => ({
  kind: 'table',
  columns: [
    { title: 'flattened', shrinks: true },
    { title: 'lookups', align: 'right' },
    { title: 'networks', align: 'right' },
  ],
  rows: flattened.map(({ term, lookups, networks }) => ({ cells: [readable(term), `${lookups}`, `${networks}`] })),
});

/** What changes besides the form: permerror becomes a result. */
const droppedBlocks = (dropped: Flattening['dropped']): Block[] => [
  { kind: 'heading', text: 'Left out' },
  {
    kind: 'lines',
    lines: dropped.map(
      (term): Line =>
        `${readable(term)}: it leads to no SPF record, so SPF ends in permerror now, for every sender not listed before it`,
    ),
  },
];

function keptBlocks(kept: Flattening['kept']): Block[] {
  const byReason = new Map<string, string[]>();
  for (const { term, why } of kept) byReason.set(why, [...(byReason.get(why) ?? []), readable(term)]);
  const lines = Array.from(byReason, ([why, terms]): Line => `${terms.join(', ')}: ${readable(why)}`);
  return [
    { kind: 'heading', text: 'Stays as it is' },
    { kind: 'lines', lines },
  ];
}

/** Whether it was worth it. */
function verdict({ before, after, changes }: Proposal, parts: number): Block[] {
  const lines: Line[] = [];
  if (changes.length === 0 && before.octets > 0) lines.push('No include of this record can be replaced by addresses.');
  if (changes.length > 0 && after.lookups.min >= before.lookups.min)
    lines.push([
      { text: '! ', tone: 'warn' },
      `This saves no lookups: the addresses fill ${parts} records, and each costs one. Flatten the includes with few networks only, with --only.`,
    ]);
  if (after.lookups.min > SPF_LIMITS.lookups)
    lines.push([
      { text: '✗ ', tone: 'bad' },
      `SPF still needs more than ${SPF_LIMITS.lookups} lookups, so it ends in permerror.`,
    ]);
  return lines.length === 0 ? [] : [{ kind: 'lines', lines }];
}

/**
 * What nobody should learn from failing mail. Microsoft's word on its addresses: "updated at the beginning of each month",
 * and in between for support, security or operations
 * (https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-ip-web-service, read 2026-11).
 */
const risk = (domain: string): Block[] => [
  { kind: 'heading', text: 'What you take on' },
  {
    kind: 'lines',
    lines: [
      'These are the addresses of today. Services change theirs without telling you: Microsoft 365 at the beginning of every month and now and then in between, others whenever they like. From then on their mail fails SPF, until you publish the new ones.',
      'So this has to be done again every day, by a machine. Keep the record with its includes in a zone file, because the addresses no longer say whose they are; flatten from that file (--zone source.zone --live --format json), and publish what `changes` lists.',
      `Let \`sendaudit diff\` tell you when the DNS and your file part ways, and try \`sendaudit spf optimise ${domain}\` first: an include nobody needs is better removed than flattened.`,
    ],
  },
];
