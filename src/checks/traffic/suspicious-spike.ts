import { weekDay } from '../../core/day.ts';
import { count, plural } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { enforcing } from './policy.ts';

const ROW = { from: 'example.com', ip: '192.0.2.66', dkim: '', spf: 'bulk.example fail' } as const;

export default defineCheck({
  id: 'traffic/suspicious-spike',
  title: 'No day brings a wave of mail in your name that is not yours',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'A wave of mail that nothing ties to you is somebody posing as you. While the policy only watches, receivers deliver it, and what its readers do to it, report it as spam, falls on your domain.',
  fix: 'Let your own streams pass, then ask for quarantine or reject.',
  needs: ['traffic'],
  messages: {
    delivered: {
      level: 'warning',
      text: '{days} a wave of mail came in the name of {from}, and the policy lets it through: {messages} messages on {day}, {usual}',
    },
    refused: {
      level: 'note',
      text: '{days} a wave of mail came in the name of {from}, under a policy that keeps it out: {messages} messages on {day}, {usual}',
    },
  },
  examples: [
    {
      name: 'a spoofer with a busy day, under p=none',
      traffic: [
        { ...ROW, count: 20, days: [1, 10] },
        { ...ROW, count: 900, days: 8 },
      ],
      zone: '',
      expect: ['delivered'],
    },
    {
      name: 'the same under p=reject',
      traffic: [
        { ...ROW, count: 20, days: [1, 10] },
        { ...ROW, count: 900, days: 8 },
      ],
      policy: 'reject',
      zone: '',
      expect: ['refused'],
    },
    {
      name: 'a spoofer with as much every day',
      traffic: [{ ...ROW, count: 300, days: [1, 10] }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic }, findings) {
    for (const { id, class: streamClass, headerFrom, trend } of traffic.streams) {
      const [highest] = trend.spikes.toSorted((a, b) => b.messages - a.messages);
      if (streamClass !== 'suspicious' || highest === undefined) continue;
      const { day, messages, usual } = highest;
      const params = {
        days: trend.spikes.length === 1 ? 'On one day' : `On ${plural(trend.spikes.length, 'day')}`,
        from: headerFrom,
        messages: count(messages),
        day: weekDay(day),
        usual: usual === 0 ? 'none on a usual day' : `${count(messages / usual)} × the usual day`,
      };
      findings.add(enforcing(traffic, headerFrom) ? 'refused' : 'delivered', params, { subject: id });
    }
  },
});
