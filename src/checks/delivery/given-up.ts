import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

const TOO_MANY = 0.005;
const FEWEST = 20;

export default defineCheck({
  id: 'delivery/given-up',
  title: 'Hardly any mail is given up after days in the queue',
  refs: [{ label: 'RFC 5321 §4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1' }],
  why: 'The recipient never saw it, and the sender learns of it days later, if at all.',
  fix: 'Read what the earlier attempts were answered; domains that do not answer for weeks are dead, and their addresses belong off the list.',
  needs: ['delivery'],
  messages: {
    many: {
      level: 'warning',
      text: '{expired} of {attempted} recipients of {stream} were given up after days ({share})',
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
    for (const { label, attempted, expired, acceptanceTold } of delivery.sections) {
      if (!acceptanceTold || expired < FEWEST || expired / attempted < TOO_MANY) continue;
      findings.add(
        'many',
        {
          expired: count(expired),
          attempted: count(attempted),
          stream: label.name,
          share: percent(expired, attempted),
        },
        { subject: label.id },
      );
    }
  },
});
