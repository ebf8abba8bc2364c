import { count, lowered, plural } from '../core/format.ts';
import type { Block, Line } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { costOf } from '../spf/cost.ts';
import type { Count } from '../spf/count.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import type { SpfTree } from '../spf/tree.ts';
import { byLoss, fixOf } from './fixes.ts';
import { whoseIs } from '../streams/whose.ts';
import { openQuestions } from './open-questions.ts';
import type { PartName } from './parts.ts';
import { policyNotes, policyPhrase } from './phrases.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { StreamOutcome } from './rehearse.ts';
import type { EvaluatedEnvelope } from './spf-rehearsal.ts';
import { MOST_LOST } from './thresholds.ts';

const RECORDS_SHOWN = 8;

/** The DMARC records that change. */
export function policyBlocks({ policies, policySource }: Rehearsal): Block[] {
  const isReported = policySource === 'reports';
  const changed = policies.filter(
    ({ domain, before, after }) => policyPhrase(before, domain) !== policyPhrase(after, domain),
  );
  const noted = policies.filter((one) => !changed.includes(one) && policyNotes(one.after, false).length > 0);
  const rows = [...changed, ...noted].slice(0, RECORDS_SHOWN).map(({ domain, before, after }) => {
    const [was, will] = [policyPhrase(before, domain), policyPhrase(after, domain)];
    return { label: domain, lines: [was === will ? was : `${was} → ${will}`, ...policyNotes(after, isReported)] };
  });
  if (rows.length === 0) return [];
  const rest = changed.length + noted.length - rows.length;
  return [
    { kind: 'heading', text: 'DMARC records' },
    { kind: 'pairs', rows },
    ...(rest > 0 ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more record')}`] }] : []),
  ];
}

/** What the change makes of each envelope domain's SPF. */
export function spfBlocks({ spf, streams, change }: Rehearsal): Block[] {
  const changed = (spf?.envelopes ?? []).filter((one) => one.changed);
  if (changed.length === 0) return change.spf.size === 0 ? [] : [{ kind: 'heading', text: 'SPF' }, UNTOUCHED];
  const shown = changed.slice(0, RECORDS_SHOWN);
  const turned = streams.filter(({ spf: turn }) => turn.lost + turn.gained > 0);
  return [
    { kind: 'heading', text: 'SPF' },
    { kind: 'pairs', rows: shown.map((one) => ({ label: one.domain, lines: envelopeLines(one) })) },
    ...(changed.length > shown.length
      ? [{ kind: 'lines' as const, lines: [`and ${plural(changed.length - shown.length, 'more envelope domain')}`] }]
      : []),
    {
      kind: 'lines',
      lines:
        turned.length === 0
          ? ['No message gets another SPF result that decides anything.']
          : turned.map(
              ({ stream, spf: { lost, gained } }) =>
                `${stream.name} from ${stream.headerFrom}: ${turnPhrase(lost, gained)}`,
            ),
    },
  ];
}

const UNTOUCHED: Block = {
  kind: 'lines',
  lines: ['The record is what it is now, or no mail of the period has an envelope domain that it is asked for.'],
};

const turnPhrase = (lost: number, gained: number): string =>
  [
    ...(lost > 0 ? [`${plural(lost, 'message')} no longer pass SPF`] : []),
    ...(gained > 0 ? [`${plural(gained, 'message')} pass SPF that did not`] : []),
  ].join(', ');

function envelopeLines({ before, after, errors }: EvaluatedEnvelope): Line[] {
  const [was, will] = [recordOf(before.tree), recordOf(after.tree)];
  const lookups = `${amount(costOf(before.tree).lookups)} → ${amount(costOf(after.tree).lookups)} of ${SPF_LIMITS.lookups} lookups`;
  return [
    ...(was === will
      ? [will]
      : [
          [{ text: 'now   ', tone: 'muted' as const }, was],
          [{ text: 'then  ', tone: 'muted' as const }, will],
        ]),
    lookups,
    ...(errors.before.messages + errors.after.messages > 0 ? [errorLine(errors)] : []),
  ];
}

function errorLine({ before, after }: EvaluatedEnvelope['errors']): Line {
  const told = (one: typeof before): string =>
    one.messages === 0 ? 'none' : `${count(one.messages)}${one.ours > 0 ? ` (${count(one.ours)} of yours)` : ''}`;
  const reason = after.reason ?? before.reason;
  const text = `messages that end in permerror: ${told(before)} → ${told(after)}${reason === undefined ? '' : `: ${reason}`}`;
  return [{ text, ...(after.ours > 0 ? { tone: 'bad' as const } : {}) }];
}

function recordOf({ root }: SpfTree): string {
  if (root.state === 'record') return readable(root.text.text);
  if (root.state === 'several') return `${root.texts.length} SPF records`;
  return root.state === 'none' ? 'no SPF record' : 'could not be read';
}

/** `3`, `3–5`, `3+`. */
const amount = ({ min, max }: Count): string =>
  max === undefined ? `${min}+` : max > min ? `${min}–${max}` : `${min}`;

const PARTS: Readonly<Record<PartName, string>> = {
  policy: 'the policy',
  alignment: 'the alignment',
  spf: 'SPF',
  dkim: 'what is withdrawn',
};

/** What each kind of change does alone. */
export function partBlocks({ parts, groups }: Rehearsal): Block[] {
  if (parts.length === 0) return [];
  const row = (
    name: string,
    { fail, refused, quarantined }: { fail: number; refused: number; quarantined: number },
  ) => ({
    cells: [name, count(fail), count(refused), count(quarantined)],
  });
  return [
    { kind: 'heading', text: 'Each change alone, for your own mail' },
    {
      kind: 'table',
      columns: [
        { title: 'change' },
        { title: 'fails DMARC', align: 'right' },
        { title: 'refused', align: 'right' },
        { title: 'spam', align: 'right' },
      ],
      rows: [
        row('none', groups.ours.before),
        ...parts.map(({ part, ours }) => row(PARTS[part], ours)),
        row('all together', groups.ours.after),
      ],
    },
  ];
}

const FIXES_SHOWN = 10;

/** What to set up before the change, by the messages it would save. */
export function fixBlocks(rehearsal: Rehearsal): Block[] {
  const failing = byLoss(rehearsal.streams).filter(
    ({ stream, after }) => whoseIs(stream.class) === 'ours' && after.fail > 0,
  );
  const worthwhile = failing.filter(({ after }) => after.fail > after.messages * MOST_LOST);
  if (worthwhile.length === 0) return [];
  const minor = failing.filter((one) => !worthwhile.includes(one));
  const rest = worthwhile.slice(FIXES_SHOWN);
  const sum = (streams: readonly StreamOutcome[]): number =>
    streams.reduce((total, { after }) => total + after.fail, 0);
  const lines = [
    ...(rest.length > 0 ? [`and ${plural(rest.length, 'more stream')} with ${plural(sum(rest), 'message')}`] : []),
    ...(minor.length > 0 ? [`${plural(sum(minor), 'message')} of your other streams fail, as a few always do`] : []),
  ];
  return [
    { kind: 'heading', text: 'Fix first' },
    {
      kind: 'table',
      columns: [
        { title: '', align: 'right' },
        { title: 'stream', shrinks: true },
        { title: 'from', shrinks: true },
        { title: 'fails', align: 'right' },
      ],
      rows: worthwhile.slice(0, FIXES_SHOWN).map((outcome, index) => {
        const { fix } = fixOf(outcome, rehearsal);
        const why = outcome.why
          .slice(0, 2)
          .map(({ text }) => text)
          .join('; ');
        return {
          cells: [`${index + 1}`, outcome.stream.name, outcome.stream.headerFrom, count(outcome.after.fail)],
          below: [why, ...(fix === undefined ? [] : [`fix: ${lowered(fix)}`])],
        };
      }),
    },
    ...(lines.length > 0 ? [{ kind: 'lines' as const, lines }] : []),
  ];
}

/** What could not be told, and why. */
export function openBlocks(rehearsal: Rehearsal): Block[] {
  const open = openQuestions(rehearsal);
  if (open.length === 0) return [];
  const lines = open.map(({ messages, text }): Line => [
    { text: '? ', tone: 'warn' },
    `${plural(messages, 'message')}: ${text}`,
  ]);
  return [
    { kind: 'heading', text: 'Not known' },
    { kind: 'lines', lines },
  ];
}
