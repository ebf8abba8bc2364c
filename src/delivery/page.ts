import { findingBlocks } from '../core/finding-blocks.ts';
import { count, percent, period, plural } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Block, Line, Page } from '../core/page.ts';
import { readingAside, readingBlocks } from '../core/reading-blocks.ts';
import type { Delivery } from './delivery.ts';
import { engagementBlocks } from './engagement-blocks.ts';
import { reasonBlocks } from './reason-blocks.ts';
import { sectionBlocks } from './section-blocks.ts';
import { spikeBlocks } from './spike-blocks.ts';
import { wayBlocks } from './way-blocks.ts';

/** Streams first, what went wrong and why under them, the next step last. */
export function deliveryPage(delivery: Delivery, results: readonly CheckResult[], partsShown: number): Page {
  const asides = asidesOf(delivery);
  return {
    title: titleOf(delivery),
    blocks: [
      ...(asides.length === 0 ? [] : [{ kind: 'lines' as const, lines: asides }]),
      ...sectionBlocks(delivery, partsShown),
      ...spikeBlocks(delivery),
      ...reasonBlocks(delivery),
      ...engagementBlocks(delivery),
      ...wayBlocks(delivery),
      ...findingBlocks(results),
      ...unreadBlocks(delivery),
      ...readingBlocks(
        delivery.inputs,
        delivery.repeated.map(({ path, of }) => `${path} holds the same as ${of}`),
      ),
    ],
  };
}

function titleOf(delivery: Delivery): string {
  const { totals, period: span, lines, unread, events } = delivery;
  if (events === 0) return 'nothing about outgoing mail could be read';
  const { accepted, handedOver, local, deferred, bounced, expired, dropped, queued } = totals;
  return [
    ...(span === undefined ? [] : [period(span.begin, span.end)]),
    `${count(accepted)} accepted`,
    ...(handedOver > 0 ? [`${count(handedOver)} handed over`] : []),
    ...(local > 0 ? [`${count(local)} delivered locally`] : []),
    plural(deferred.attempts, 'deferral'),
    `${count(bounced)} bounced`,
    ...(expired > 0 ? [`${count(expired)} given up`] : []),
    ...(dropped > 0 ? [`${count(dropped)} kept back`] : []),
    ...(queued > 0 ? [`${count(queued)} queued`] : []),
    ...(unread.count > 0 ? [`${percent(unread.count, lines)} of ${count(lines)} lines not understood`] : []),
  ].join(' · ');
}

const SMART_HOSTS_NAMED = 3;

function asidesOf(delivery: Delivery): Line[] {
  const { inputs, duplicates, repeated, timeAssumed, smartHosts, folded, formats, lines } = delivery;
  const reading = readingAside(inputs, repeated.length);
  const kinds = formats.map(({ id, files }) => `${id} (${plural(files, 'file')})`).join(', ');
  return [
    ...(kinds === '' ? [] : [[{ text: `${count(lines)} lines of ${kinds}`, tone: 'muted' as const }]]),
    ...(reading === '' ? [] : [reading]),
    ...(duplicates > 0 ? [`${plural(duplicates, 'event')} told again, counted once`] : []),
    ...(smartHosts.length > 0
      ? [
          `${smartHosts.slice(0, SMART_HOSTS_NAMED).join(', ')}${smartHosts.length > SMART_HOSTS_NAMED ? ' …' : ''} ${smartHosts.length === 1 ? 'takes' : 'take'} mail for everybody: that is a hand-over, and what became of it is in the log there`,
        ]
      : []),
    ...(timeAssumed > 0
      ? [`the year or the zone of ${plural(timeAssumed, 'event')} is not told and was assumed (--timezone)`]
      : []),
    ...(folded.groups > 0 ? [`${plural(folded.groups, 'event')} of groups beyond the limit stand under “other”`] : []),
    ...(folded.hours > 0 ? [`${plural(folded.hours, 'event')} in hours beyond the limit are in no timeline`] : []),
  ];
}

const UNREAD_SHOWN = 8;

function unreadBlocks({ unread }: Delivery): Block[] {
  const kinds = unread.list();
  if (kinds.length === 0) return [];
  const rest = kinds.slice(UNREAD_SHOWN).reduce((sum, kind) => sum + kind.count, 0);
  return [
    { kind: 'heading', text: 'Not understood', aside: plural(unread.count, 'line') },
    {
      kind: 'table',
      columns: [{ title: 'lines', align: 'right' }, { title: 'why', shrinks: true }, { title: 'in' }],
      rows: kinds.slice(0, UNREAD_SHOWN).map(({ path, why, count: lines, samples: [sample = ''] }) => ({
        cells: [count(lines), why, path],
        below: sample === '' ? [] : [[{ text: sample, tone: 'muted' }]],
      })),
    },
    ...(rest > 0
      ? [{ kind: 'lines' as const, lines: [`and ${plural(rest, 'more line')}: --format json lists all`] }]
      : []),
  ];
}
