import { plural } from '../core/format.ts';
import type { Line, OutlineItem, Page, Run } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Count } from '../spf/count.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import { NO_RECORD } from '../spf/no-record.ts';
import type { RecordNode, SpfTree, TermNode } from '../spf/tree.ts';

const { lookups: MOST_LOOKUPS, voids: MOST_VOIDS } = SPF_LIMITS;

/** `3`, `3–5`, `3+`. */
export const amount = ({ min, max }: Count): string =>
  max === undefined ? `${min}+` : max > min ? `${min}–${max}` : `${min}`;

/** What each term costs, where it leads, and what makes receivers give up; `broken` in phrases. */
export function treePage(tree: SpfTree, broken: readonly string[]): Page {
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
      return [{ text: `  ${NO_RECORD[node.why]}`, tone: 'bad' }];
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
