import { readable } from '../core/readable.ts';
import { NO_JUDGEMENTS, type ExitCode, type FailOn, type Inputs, type Report } from '../core/report.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import { NO_RECORD } from '../spf/no-record.ts';
import { everyTerm } from '../spf/tree-walk.ts';
import type { RecordNode, SpfTree, TermNode } from '../spf/tree.ts';
import { amount, treePage } from './tree-page.ts';

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
    if (node.state === 'none' && node.depth > 0) found.push(`${node.domain} ${NO_RECORD[node.why]}`);
    if (node.state === 'record' && node.fatal)
      found.push(
        ...node.parsed.problems.filter(({ fatal }) => fatal).map(({ message }) => `${node.domain}: ${message}`),
      );
    for (const { child } of node.terms) if (child !== undefined) visit(child);
  };
  visit(root);
  return [...new Set(found)];
}

const targetName = ({ target }: TermNode): string | undefined =>
  target?.state === 'constant' ? target.name : undefined;

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
