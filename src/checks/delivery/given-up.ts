import { count, percent, plural } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { mostlyAt } from '../places.ts';
import { putOffFor, toldReason } from '../refusals.ts';

const TOO_MANY = 0.005;
const FEWEST = 20;

export default defineCheck({
  id: 'delivery/given-up',
  title: 'Hardly any mail is given up after days in the queue',
  refs: [{ label: 'RFC 5321 §4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1' }],
  why: 'The recipient never saw it, and the sender learns of it days later, if at all.',
  fix: 'Act on what the earlier attempts were answered; domains that do not answer for weeks are dead, and their addresses belong off the list.',
  needs: ['delivery'],
  messages: {
    many: {
      level: 'warning',
      text: '{expired} of {attempted} recipients of {stream} were given up after days ({share}){where}: {reason}',
    },
  },
  examples: [
    {
      name: 'a list with dead domains',
      deliveries: [
        { kind: 'delivered', count: 970 },
        { kind: 'expired', count: 30, reply: '450 4.4.1 Connection timed out' },
      ],
      zone: '',
      expect: ['many'],
    },
    {
      name: 'some in twenty thousand',
      deliveries: [
        { kind: 'delivered', count: 20_000 },
        { kind: 'expired', count: 30, reply: '450 4.4.1 Connection timed out' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections) {
      const { label, attempted, expired, acceptanceTold, parts } = section;
      if (!acceptanceTold || expired < FEWEST || expired / attempted < TOO_MANY) continue;
      const sorted = parts.filter((part) => part.expired > 0).toSorted((a, b) => b.expired - a.expired);
      const [most] = sorted;
      const isMostly = most !== undefined && most.expired * 2 > expired;
      const reason = putOffFor(isMostly ? most : section);
      findings.add(
        'many',
        {
          expired: count(expired),
          attempted: count(attempted),
          stream: label.name,
          share: percent(expired, attempted),
          where: isMostly
            ? `, most of them ${mostlyAt(delivery, most)}`
            : sorted.length === 0
              ? ''
              : delivery.by === 'provider'
                ? ''
                : `, at ${plural(sorted.length, 'receiver')}`,
          reason: toldReason(reason),
        },
        { subject: label.id },
      );
    }
  },
});
