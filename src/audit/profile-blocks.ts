import type { Block, Line, Run } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import type { DemandVerdict, ProfileVerdict } from './profile-verdict.ts';

const STATES: Readonly<Record<DemandVerdict['state'], Run>> = {
  met: { text: 'met', tone: 'good' },
  'not-met': { text: 'not met', tone: 'bad' },
  unknown: { text: 'cannot be known', tone: 'muted' },
};
/** One demand may have many findings against it; they stand above, in full. */
const REASONS_SHOWN = 2;
/** Most profiles come from one page or two; every JSON report has the source of each demand. */
const SOURCES_SHOWN = 3;

/** A profile's demands as a table: met, not met, cannot be known from DNS. */
export function profileBlocks({ profile, demands }: ProfileVerdict): Block[] {
  const of = (state: DemandVerdict['state']): number => demands.filter((one) => one.state === state).length;
  const aside: Line = [
    { text: `${of('met')} of ${demands.length} met`, tone: of('not-met') === 0 ? 'good' : 'bad' },
    ...(of('unknown') > 0 ? [` · ${of('unknown')} cannot be known`] : []),
  ];
  return [
    { kind: 'heading', text: profile.name, aside },
    {
      kind: 'lines',
      lines: [`For ${profile.about}`, ...sourceLines(demands)].map((text) => [{ text, tone: 'muted' }]),
    },
    {
      kind: 'table',
      columns: [{ title: 'demand', shrinks: true }, { title: '' }],
      rows: demands.map(({ demand, state, reasons }) => ({
        cells: [demand.text, [STATES[state]]],
        below: reasonLines(reasons),
      })),
    },
  ];
}

function sourceLines(demands: readonly DemandVerdict[]): string[] {
  const texts = demands.map(({ demand: { source, checked } }) => `${source.label}, ${checked}: ${source.url}`);
  const distinct = [...new Set(texts)];
  return distinct.length <= SOURCES_SHOWN ? distinct : ['--format json tells the source of each demand'];
}

function reasonLines(reasons: readonly string[]): Line[] {
  const rest = reasons.length - REASONS_SHOWN;
  return [
    ...reasons.slice(0, REASONS_SHOWN).map((reason): Line => [{ text: readable(reason), tone: 'muted' }]),
    ...(rest > 0 ? [[{ text: `and ${rest} more`, tone: 'muted' as const }]] : []),
  ];
}
