import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Hours looked at, the last ones. */
const LOOKED_AT = 6;
/** Fewer waiting are no queue. */
const FEWEST = 50;
/** So many times what waited before. */
const FACTOR = 2;

export default defineCheck({
  id: 'delivery/rising-queue',
  title: 'The queue does not grow',
  refs: [{ label: 'RFC 5321 §4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1' }],
  why: 'A queue that grows means that less is taken than is sent. What waits comes late, and is given up after four or five days.',
  fix: 'Find the receiver most of it waits for and the reason it gives; hold back bulk mail until the queue has gone down, so that receipts and passwords are not behind it.',
  needs: ['delivery'],
  messages: {
    growing: {
      level: 'warning',
      text: '{queued} recipients of {stream} wait at the end, {before} did {hours} hours before',
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
    for (const { label, timeline } of delivery.sections) {
      const last = timeline.at(-1);
      if (last === undefined || last.queued < FEWEST) continue;
      const earlier = timeline.findLast(({ begin }) => begin <= last.begin - LOOKED_AT * 3600);
      // A log of less than that says nothing of growing.
      if (earlier === undefined || last.queued < earlier.queued * FACTOR) continue;
      findings.add(
        'growing',
        { queued: count(last.queued), before: count(earlier.queued), hours: LOOKED_AT, stream: label.name },
        { subject: label.id },
      );
    }
  },
});
