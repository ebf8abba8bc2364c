import { weekDay } from '../../core/day.ts';
import { percent, period } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** With fewer messages in a period its share says nothing. */
const FEWEST = 100;
/** A fall from one period to the next that chance does not explain. */
const FALL = 0.05;

const SIGNED = {
  from: 'example.com',
  ip: '192.0.2.1',
  dkim: 'example.com s2026 pass',
  spf: 'example.com pass',
} as const;
const BROKEN = { ...SIGNED, dkim: 'example.com s2026 fail', spf: 'bounce.example fail' } as const;

export default defineCheck({
  id: 'traffic/pass-rate-drop',
  title: 'Your own streams pass DMARC as well as they did before',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'A stream that passed and now fails has lost something: a key was withdrawn, a record was cut, the service moved to other addresses. Under an enforcing policy its mail is lost from that day on.',
  fix: 'Look at what changed on that day, in your DNS and at the service; `sendaudit diff` tells it from a recording.',
  needs: ['traffic'],
  messages: {
    within: {
      level: 'warning',
      text: '{stream} from {from} passes DMARC less often since {day}: {after} of its messages, {before} until then',
    },
    since: {
      level: 'warning',
      text: '{stream} from {from} passes DMARC less often than in the period before ({period}): {after} of its messages, {before} then',
    },
  },
  examples: [
    {
      name: 'a key that was withdrawn',
      traffic: [
        { ...SIGNED, count: 100, days: [1, 7] },
        { ...BROKEN, count: 40, days: [8, 12] },
        { ...SIGNED, count: 60, days: [8, 12] },
      ],
      zone: '',
      expect: ['within'],
    },
    {
      name: 'more failures than in the period before',
      traffic: [
        { ...SIGNED, count: 900 },
        { ...BROKEN, count: 90 },
      ],
      earlierTraffic: [{ ...SIGNED, count: 1000 }],
      zone: '',
      expect: ['since'],
    },
    {
      name: 'a stream that passes as before',
      traffic: [{ ...SIGNED, count: 100, days: [1, 12] }],
      earlierTraffic: [{ ...SIGNED, count: 100, days: [1, 12] }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic: { streams, comparison } }, findings) {
    for (const { id, name, class: streamClass, headerFrom, trend } of streams) {
      if ((streamClass !== 'aligned' && streamClass !== 'fixable') || trend.passDrop === undefined) continue;
      const { day, before, after } = trend.passDrop;
      findings.add(
        'within',
        { stream: name, from: headerFrom, day: weekDay(day), before: percent(before, 1), after: percent(after, 1) },
        { subject: id },
      );
    }
    if (comparison === undefined) return;
    const then = period(comparison.period.begin, comparison.period.end);
    for (const { id, name, headerFrom, before, after } of comparison.streams) {
      if (before === undefined || after === undefined || Math.min(before.messages, after.messages) < FEWEST) continue;
      if (before.class === 'suspicious' || before.class === 'forwarded') continue;
      if (before.pass / before.messages - after.pass / after.messages < FALL) continue;
      const shares = { before: percent(before.pass, before.messages), after: percent(after.pass, after.messages) };
      findings.add('since', { stream: name, from: headerFrom, period: then, ...shares }, { subject: id });
    }
  },
});
