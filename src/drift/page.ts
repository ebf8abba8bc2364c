import { findingBlocks } from '../core/finding-blocks.ts';
import { count, plural } from '../core/format.ts';
import { inputBlocks, listBlocks } from '../core/input-blocks.ts';
import { LEVELS } from '../core/levels.ts';
import type { Block, Line, Page } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { Inputs } from '../core/report.ts';
import type { Change } from './changes.ts';
import type { Drift } from './drift.ts';
import type { Consequence } from './findings.ts';

export interface DriftPageOptions extends Drift {
  /** What is compared: `monday.rec → now`. */
  readonly title: string;
  readonly inputs: Inputs;
}

/** The report as people read it. */
export function driftPage({ title, changes, consequences: all, inputs }: DriftPageOptions): Page {
  const changed = changes.filter(({ kind }) => kind !== 'undecided');
  const open = changes.filter(({ kind }) => kind === 'undecided');
  return {
    title,
    aside: [
      changed.length === 0 ? { text: 'no change', tone: 'good' } : plural(changed.length, 'change'),
      ...(open.length === 0 ? [] : [` · ${count(open.length)} could not be compared`]),
    ],
    blocks: [
      ...(changed.length > 0 ? [changeTable(changed)] : []),
      ...all.flatMap((one) => consequenceBlocks(one)),
      ...listBlocks(
        'Could not be compared',
        open.map((change) => openLine(change)),
      ),
      ...inputBlocks(inputs),
    ],
    next: nextSteps(all),
  };
}

/** A reason mostly names the question itself. */
const openLine = ({ name, type, reason = '' }: Change): string =>
  reason.includes(name) ? reason : `${name} ${type}: ${reason}`;

const changeTable = (changes: readonly Change[]): Block => ({
  kind: 'table',
  columns: [{ title: 'name', shrinks: true }, { title: 'type' }, { title: 'change' }],
  rows: changes.map(({ name, type, kind, before, after }) => ({
    cells: [name, type, kind],
    below: [
      ...before
        .filter((data) => !after.includes(data))
        .map((data): Line => [{ text: `− ${readable(data)}`, tone: 'bad' }]),
      ...after
        .filter((data) => !before.includes(data))
        .map((data): Line => [{ text: `+ ${readable(data)}`, tone: 'good' }]),
    ],
  })),
});

function consequenceBlocks({ domain, results, gone, kept, unrecorded }: Consequence): Block[] {
  const fresh = results.flatMap(({ findings }) => findings).length;
  const same = kept === 0 ? '' : ` · ${kept} as before`;
  return [
    {
      kind: 'heading',
      text: `What it means for ${domain}`,
      aside: fresh + gone.length === 0 ? `nothing new${same}` : `${fresh} new · ${gone.length} gone${same}`,
    },
    ...findingBlocks(results, domain),
    ...linesBlock(
      gone.map(({ code, message }): Line => [
        { text: '✓ gone: ', tone: 'good' },
        readable(message),
        { text: `  ${code}`, tone: 'muted' },
      ]),
    ),
    ...linesBlock(unrecorded.length === 0 ? [] : [unrecordedLine(unrecorded)]),
  ];
}

const linesBlock = (lines: readonly Line[]): Block[] => (lines.length === 0 ? [] : [{ kind: 'lines', lines }]);

/** Of so many checks the ids are told. */
const CHECKS_NAMED = 3;

function unrecordedLine(checks: readonly string[]): Line {
  const named = checks.slice(0, CHECKS_NAMED).join(', ');
  const rest = checks.length > CHECKS_NAMED ? ', …' : '';
  return `${plural(checks.length, 'check')} cannot tell what is new, because the recording does not hold what ${checks.length === 1 ? 'it needs' : 'they need'} (${named}${rest}); record again`;
}

/** What the gravest of the new findings is about. */
function nextSteps(all: readonly Consequence[]): string[] {
  const fresh = all.flatMap(({ results }) => results.flatMap(({ findings }) => findings));
  const [gravest] = fresh
    .filter(({ waived }) => waived === undefined)
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  return gravest === undefined ? [] : [`sendaudit explain ${gravest.check}`];
}
