import { DAY_SECONDS } from '../../core/day.ts';
import { count } from '../../core/format.ts';
import { median } from '../../core/median.ts';
import { advice } from '../../replies/advice.ts';
import { defineCheck } from '../define-check.ts';
import { mostlyAt } from '../places.ts';
import { minute, putOffFor, toldReason } from '../refusals.ts';

const HOUR = 3600;
const HOLD_BACK =
  'Hold back bulk mail until the queue has gone down, so that receipts and passwords are not behind it.';

/** It has grown within so many hours, too. */
const LEAST_GROWTH = 6;
/** Hours back: in a morning, since yesterday, or over three days. */
const LOOKED_AT = [6, 24, 72];
/** Fewer waiting are no queue. */
const FEWEST = 50;
/** So many times what waited before. */
const FACTOR = 2;

export default defineCheck({
  id: 'delivery/rising-queue',
  title: 'The queue does not grow',
  refs: [{ label: 'RFC 5321 §4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1' }],
  why: 'A queue that grows means that less is taken than is sent. What waits comes late, and is given up after four or five days.',
  fix: 'Act on the reason that is given; hold back bulk mail until the queue has gone down, so that receipts and passwords are not behind it.',
  needs: ['delivery'],
  messages: {
    growing: {
      level: 'warning',
      text: '{queued} recipients of {stream} wait at the end ({end}), {before} did {hours} hours before{where}: {reason}',
    },
  },
  examples: [
    {
      name: 'a receiver that stopped taking mail',
      deliveries: [
        { kind: 'delivered', count: 400, hours: [0, 9] },
        { kind: 'deferred', count: 80, hours: [7, 9], reply: '451 4.3.0 Temporary system problem' },
      ],
      zone: '',
      expect: ['growing'],
    },
    {
      name: 'a newsletter that went out just now',
      deliveries: [
        { kind: 'delivered', count: 400, hours: [0, 9] },
        { kind: 'deferred', count: 80, hours: [9, 9], reply: '450 4.2.0 Greylisted' },
      ],
      zone: '',
      expect: [],
    },
    {
      name: 'a queue that went down again',
      deliveries: [
        { kind: 'deferred', count: 80, hours: [5, 6], reply: '450 4.2.0 Greylisted' },
        { kind: 'delivered', count: 80, hours: [7, 8], next: true },
        { kind: 'delivered', count: 400, hours: [0, 9] },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections) {
      const { label, timeline, parts } = section;
      const last = timeline.at(-1);
      if (last === undefined || last.queued < FEWEST) continue;
      const at = (begin: number): number | undefined => timeline.findLast((hour) => hour.begin <= begin)?.queued;
      // Who was put off an hour ago waits for the second attempt: a queue is what does not go down for hours.
      const lately = [1, 2].map((hours) => at(last.begin - hours * HOUR) ?? 0);
      const hours = LOOKED_AT.find((back) => {
        // A log of less than that says nothing of growing.
        const before = at(last.begin - back * HOUR);
        return before !== undefined && Math.min(last.queued, ...lately) >= Math.max(1, before * FACTOR);
      });
      if (hours === undefined || last.queued < Math.max(...lately)) continue;
      // What has waited since the day before yesterday, and is no more, grows no longer.
      if (last.queued <= (at(last.begin - LEAST_GROWTH * HOUR) ?? 0)) continue;
      const first = timeline[0]?.begin ?? 0;
      const days = Array.from({ length: Math.floor((last.begin - first) / DAY_SECONDS) }, (_, day) => day + 1);
      const usual = days.map((day) => at(last.begin - day * DAY_SECONDS) ?? 0);
      // A receiver that rests each night.
      if (usual.length > 1 && median(usual) * FACTOR >= last.queued) continue;
      const [most] = parts.toSorted((a, b) => b.queued - a.queued);
      const isMostly = most !== undefined && most.queued * 2 > last.queued;
      const reason = putOffFor(isMostly ? most : section);
      findings.add(
        'growing',
        {
          queued: count(last.queued),
          before: count(at(last.begin - hours * HOUR) ?? 0),
          hours,
          stream: label.name,
          end: minute(last.begin + HOUR),
          where: isMostly ? `, ${count(most.queued)} of them ${mostlyAt(delivery, most)}` : '',
          reason: toldReason(reason),
        },
        {
          subject: label.id,
          ...(reason === undefined ? {} : { fix: `${advice[reason.class].advice} ${HOLD_BACK}` }),
        },
      );
    }
  },
});
