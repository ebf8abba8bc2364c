import { weekDay } from '../../core/day.ts';
import { count, period } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** What had fewer messages than this in the period before may just have had none to send. */
const FEWEST = 100;

const SHOP = {
  from: 'example.com',
  ip: '192.0.2.1',
  dkim: 'amazonses.com shop pass',
  spf: 'bounce.example.com pass',
} as const;
const STAFF = {
  from: 'example.com',
  ip: '198.51.100.1',
  dkim: 'example.com google pass',
  spf: 'example.com pass',
} as const;

export default defineCheck({
  id: 'traffic/vanished-stream',
  title: 'No stream of your own has fallen silent',
  refs: [{ label: 'RFC 9990 §2', url: 'https://www.rfc-editor.org/rfc/rfc9990#section-2' }],
  why: 'Mail that nobody reports any more is mail that nobody received: an application that cannot send, an account that was closed, a block. It shows nowhere else until somebody misses an invoice.',
  fix: 'Ask whoever runs the sender whether it was meant to stop. If it was, withdraw its keys and its SPF include.',
  needs: ['traffic'],
  messages: {
    stopped: {
      level: 'warning',
      text: '{stream} from {from} had messages every day until {day}, and none since',
    },
    gone: {
      level: 'warning',
      text: '{stream} from {from} has no messages any more: {messages} in the period before ({period})',
    },
  },
  examples: [
    {
      name: 'a sender that stops in the middle of the period',
      traffic: [
        { ...SHOP, count: 50, days: [1, 9] },
        { ...STAFF, count: 50, days: [1, 14] },
      ],
      zone: '',
      expect: ['stopped'],
    },
    {
      name: 'a sender that was there in the period before',
      traffic: [{ ...STAFF, count: 50 }],
      earlierTraffic: [
        { ...STAFF, count: 50 },
        { ...SHOP, count: 300 },
      ],
      zone: '',
      expect: ['gone'],
    },
    {
      name: 'senders that go on',
      traffic: [
        { ...SHOP, count: 50, days: [1, 14] },
        { ...STAFF, count: 50, days: [1, 14] },
      ],
      earlierTraffic: [
        { ...STAFF, count: 50 },
        { ...SHOP, count: 300 },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic: { streams, comparison } }, findings) {
    for (const { id, name, class: streamClass, headerFrom, trend } of streams) {
      if ((streamClass !== 'aligned' && streamClass !== 'fixable') || trend.stopped === undefined) continue;
      findings.add('stopped', { stream: name, from: headerFrom, day: weekDay(trend.stopped) }, { subject: id });
    }
    if (comparison === undefined) return;
    const then = period(comparison.period.begin, comparison.period.end);
    for (const { id, name, headerFrom, kind, before } of comparison.streams) {
      if (kind !== 'vanished' || before === undefined || before.messages < FEWEST) continue;
      if (before.class === 'suspicious' || before.class === 'forwarded') continue;
      const params = { stream: name, from: headerFrom, messages: count(before.messages), period: then };
      findings.add('gone', params, { subject: id });
    }
  },
});
