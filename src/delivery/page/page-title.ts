import { count, percent, period, plural } from '../../core/format.ts';
import type { Delivery } from '../delivery.ts';
import { deedsOf } from './engagement-blocks.ts';
import { queuedIn } from './queued-blocks.ts';
import { unitsOf } from './units.ts';

/** The answer in a line. */
export function titleOf(delivery: Delivery): string {
  const { period: span, events } = delivery;
  if (events === 0) return 'nothing about outgoing mail could be read';
  if (span === undefined) return 'nothing happened in the time that was asked for';
  const unread =
    delivery.unread.count > 0
      ? [`${percent(delivery.unread.count, delivery.lines)} of ${unitsOf(delivery)} not understood`]
      : [];
  return [period(span.begin, span.end), ...countsIn(delivery), ...unread].join(' · ');
}

function countsIn({ totals, sections, acceptanceTold }: Delivery): string[] {
  const { accepted, handedOver, local, deferred, bounced, expired, dropped } = totals;
  const queued = queuedIn(sections);
  const some = (value: number, text: string): string[] => (value > 0 ? [text] : []);
  const always = (value: number, text: string): string[] => (acceptanceTold ? [text] : some(value, text));
  const told = [
    // Where all of it went to a smart host, none of it was accepted and none refused: that is not told here.
    ...(handedOver > 0
      ? some(accepted, `${count(accepted)} accepted`)
      : always(accepted, `${count(accepted)} accepted`)),
    ...some(handedOver, `${count(handedOver)} handed over`),
    ...some(local, `${count(local)} delivered locally`),
    ...always(deferred.attempts, plural(deferred.attempts, 'deferral')),
    ...always(bounced, `${count(bounced)} bounced`),
    ...some(expired, `${count(expired)} given up`),
    ...some(dropped, `${count(dropped)} kept back`),
    ...some(queued, `${count(queued)} queued`),
  ];
  return acceptanceTold ? told : [...told, ...deedsOf(totals)];
}
