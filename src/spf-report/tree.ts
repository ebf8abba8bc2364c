import { plural } from '../core/format.ts';
import type { Line, OutlineItem, Page, Run } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { NO_JUDGEMENTS, type ExitCode, type FailOn, type Inputs, type Report } from '../core/report.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import { everyTerm } from '../spf/tree-walk.ts';
import type { Count } from '../spf/count.ts';
import type { RecordNode, SpfTree, TermNode } from '../spf/tree.ts';

export interface About {
  readonly inputs: Inputs;
  readonly startedAt: Date;
  readonly failOn: FailOn;
}

const { lookups: MOST_LOOKUPS, voids: MOST_VOIDS } = SPF_LIMITS;

/** The report of `sendaudit spf <domain>`: what each term costs, where it leads, and what stands there. */
export function treeReport(tree: SpfTree, { inputs, startedAt, failOn }: About): Report {
  const broken = troubles(tree);
  const unanswered = tree.unknowns.length + inputs.failed.length;
  const exitCode: ExitCode = broken.length > 0 && failOn !== 'never' ? 1 : unanswered > 0 ? 3 : 0;
  return {
    command: 'spf',
    startedAt,
    inputs,
    ...NO_JUDGEMENTS,
    summary: { errors: broken.length, warnings: 0, notes: 0, waived: 0, inconclusive: unanswered, exitCode },
    page: () => treePage(tree, broken),
    body: () => ({
      domain: tree.domain,
      lookups: tree.lookups,
      voids: tree.voids,
      records: tree.records,
      troubles: broken,
      unknowns: tree.unknowns,
      tree: nodeBody(tree.root),
    }),
    lines: () => [...everyTerm(tree)].map(({ node, record }) => ({ domain: record.domain, ...termBody(node) })),
    *table() {
      yield ['domain', 'depth', 'term', 'cost', 'branch', 'running', 'leads to', 'state'];
      for (const { node, record } of everyTerm(tree))
        yield [
          record.domain,
          record.depth,
          node.term.text,
          node.cost,
          amount(node.branch),
          amount(node.running),
          targetName(node),
          node.child?.state,
        ];
    },
  };
}

/** What makes receivers answer permerror, or nothing, to the whole record. */
function troubles({ root, lookups, voids }: SpfTree): string[] {
  const found: string[] = [];
  if (root.state === 'none') found.push(`${root.domain} has no SPF record`);
  if (lookups.min > MOST_LOOKUPS) found.push(`${amount(lookups)} lookups, receivers stop after ${MOST_LOOKUPS}`);
  if (voids.ipv4.min > MOST_VOIDS) found.push(`${amount(voids.ipv4)} void lookups, receivers stop after ${MOST_VOIDS}`);
  const visit = (node: RecordNode): void => {
    if (node.state === 'several') found.push(`${node.domain} has ${node.texts.length} SPF records`);
    if (node.state === 'loop') found.push(`a loop: ${node.cycle.join(' → ')}`);
    if (node.state === 'none' && node.depth > 0) found.push(`${node.domain} ${NOTHING[node.why]}`);
    if (node.state === 'record' && node.fatal)
      found.push(
        ...node.parsed.problems.filter(({ fatal }) => fatal).map(({ message }) => `${node.domain}: ${message}`),
      );
    for (const { child } of node.terms) if (child !== undefined) visit(child);
  };
  visit(root);
  return [...new Set(found)];
}

const NOTHING = { nxdomain: 'does not exist', nodata: 'has no TXT record', 'no-spf': 'has no SPF record' } as const;

const amount = ({ min, max }: Count): string =>
  max === undefined ? `${min}+` : max > min ? `${min}–${max}` : `${min}`;
const targetName = ({ target }: TermNode): string | undefined =>
  target?.state === 'constant' ? target.name : undefined;

function treePage(tree: SpfTree, broken: readonly string[]): Page {
  const over = tree.lookups.min > MOST_LOOKUPS;
  return {
    title: tree.domain,
    ...(tree.root.state === 'record'
      ? {
          aside: [
            { text: `${amount(tree.lookups)} of ${MOST_LOOKUPS} lookups`, tone: over ? 'bad' : 'good' },
            ` · ${amount(tree.voids.ipv4)} of ${MOST_VOIDS} void · ${plural(tree.records, 'record')}`,
          ],
        }
      : {}),
    blocks: [
      { kind: 'outline', items: [nodeOutline(tree.root)] },
      ...(broken.length > 0
        ? [{ kind: 'lines' as const, lines: broken.map((text): Line => [{ text: '✗ ', tone: 'bad' }, text]) }]
        : []),
      ...(tree.unknowns.length > 0
        ? [
            {
              kind: 'lines' as const,
              lines: tree.unknowns.map(({ path, reason }): Line => [
                { text: '? ', tone: 'warn' },
                `${path}: ${reason}`,
              ]),
            },
          ]
        : []),
    ],
    next: [`sendaudit check ${tree.domain} --only spf`],
  };
}

function nodeOutline(node: RecordNode): OutlineItem {
  return {
    line: [{ text: node.domain, tone: 'strong' }, ...stateRuns(node)],
    ...(node.state === 'record' ? { aside: [{ text: 'lookups (sum)', tone: 'muted' }] } : {}),
    children: node.terms.map((term) => termOutline(term)),
  };
}

function termOutline(node: TermNode): OutlineItem {
  const cost =
    node.cost > 0 || node.branch.min > 0 ? `${amount(node.branch)}  ${`(${amount(node.running)})`.padStart(4)}` : '';
  const { term } = node;
  const text = readable(term.text);
  const line: (string | Run)[] = [node.reachable ? text : { text, tone: 'muted' }];
  if (!node.reachable) line.push({ text: '  never reached', tone: 'muted' });
  line.push(...voidRuns(node));
  if (node.target?.state === 'indeterminate')
    line.push({ text: `  depends on ${node.target.letters.map((letter) => `%{${letter}}`).join(' ')}`, tone: 'note' });
  if (term.kind === 'mx' && node.hosts !== undefined && node.hosts.length > 0)
    line.push({ text: `  ${plural(node.hosts.length, 'host')}`, tone: 'muted' });
  if (node.child !== undefined) line.push(...stateRuns(node.child));
  return {
    line,
    ...(cost === '' ? {} : { aside: [{ text: cost, tone: node.running.min > MOST_LOOKUPS ? 'bad' : 'muted' }] }),
    children: node.child?.terms.map((below) => termOutline(below)) ?? [],
  };
}

/** Names that a term asked for in vain, each once; where a record was wanted, its own state says so. */
function voidRuns({ voids, child }: TermNode): Run[] {
  if (child?.state === 'none') return [];
  const names = new Map<string, string[]>();
  for (const { name, type, status } of voids)
    names.set(name, [...(names.get(name) ?? []), status === 'nxdomain' ? '' : type]);
  return [...names].map(([name, types]) => ({
    text: types.includes('') ? `  void: ${name} does not exist` : `  void: ${name} has no ${types.join(' and no ')}`,
    tone: 'warn',
  }));
}

function stateRuns(node: RecordNode): Run[] {
  switch (node.state) {
    case 'record':
      return node.fatal ? [{ text: '  syntax error', tone: 'bad' }] : [];
    case 'none':
      return [{ text: `  ${NOTHING[node.why]}`, tone: 'bad' }];
    case 'several':
      return [{ text: `  ${node.texts.length} SPF records`, tone: 'bad' }];
    case 'failed':
      // Why, is said below the tree.
      return [{ text: '  ? no answer', tone: 'warn' }];
    case 'loop':
      return [{ text: `  loop: ${node.cycle.join(' → ')}`, tone: 'bad' }];
    default:
      return [{ text: `  not followed: too many ${node.cap}`, tone: 'warn' }];
  }
}

function nodeBody(node: RecordNode): object {
  return {
    domain: node.domain,
    state: node.state,
    via: node.via,
    ...(node.state === 'record'
      ? { record: readable(node.text.text), fatal: node.fatal, problems: node.parsed.problems }
      : {}),
    ...(node.state === 'none' ? { why: node.why } : {}),
    ...(node.state === 'failed' ? { reason: node.reason } : {}),
    ...(node.state === 'loop' ? { cycle: node.cycle } : {}),
    lookups: node.lookups,
    terms: node.terms.map((term) => termBody(term)),
  };
}

function termBody(node: TermNode): object {
  const { term, reachable, cost, branch, running, voids, target, child, hosts } = node;
  return {
    term: readable(term.text),
    kind: term.kind,
    reachable,
    cost,
    branch,
    running,
    voids,
    ...(target === undefined ? {} : { target }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(child === undefined ? {} : { child: nodeBody(child) }),
  };
}
