import { timestamp, count } from '../../core/format.ts';
import { advice } from '../../replies/advice.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'delivery/spike',
  title: 'Deferrals and bounces are as many as usual',
  refs: [{ label: 'RFC 3463 §2', url: 'https://www.rfc-editor.org/rfc/rfc3463#section-2' }],
  why: 'A receiver that suddenly defers or refuses far more than at the same hour of other days has changed its mind about the sender, or has a fault; the first hours are the time to act.',
  fix: 'Read the reason that made the hours stand out, and what changed just before: a campaign, a new address, a new volume.',
  needs: ['delivery'],
  messages: {
    now: {
      level: 'warning',
      text: '{stream} at {provider}: since {begin} {failures} deferrals and bounces, usually {usual}: {reason}',
    },
    past: {
      level: 'note',
      text: '{stream} at {provider}: from {begin} to {end} {failures} deferrals and bounces, usually {usual}: {reason}',
    },
  },
  examples: [
    {
      name: 'a provider that began to defer an hour before the end',
      deliveries: [
        { kind: 'delivered', count: 1000, to: 'gmail.com', hours: [0, 99] },
        { kind: 'deferred', count: 100, to: 'gmail.com', hours: [99, 99], reply: '421 4.7.28 unusual rate of mail' },
      ],
      zone: '',
      expect: ['now'],
    },
    {
      name: 'two hours that are over',
      deliveries: [
        { kind: 'delivered', count: 1000, to: 'gmail.com', hours: [0, 99] },
        { kind: 'deferred', count: 100, to: 'gmail.com', hours: [50, 51], reply: '421 4.7.28 unusual rate of mail' },
      ],
      zone: '',
      expect: ['past'],
    },
    {
      name: 'the same every hour',
      deliveries: [
        { kind: 'delivered', count: 4000, to: 'gmail.com', hours: [0, 99] },
        { kind: 'deferred', count: 3000, to: 'gmail.com', hours: [0, 99], reply: '421 4.7.28 unusual rate of mail' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts } of delivery.sections)
      for (const { label: provider, spikes } of parts)
        for (const { begin, end, goesOn, failures, usual, reason } of spikes) {
          const params = {
            stream: label.name,
            provider: provider.name,
            begin: timestamp(begin),
            failures: count(failures),
            usual: count(usual),
            reason: reason === undefined ? 'no reason is told' : advice[reason.class].title,
          };
          const detail = { subject: label.id, ...(reason === undefined ? {} : { fix: advice[reason.class].advice }) };
          if (goesOn) findings.add('now', params, detail);
          else findings.add('past', { ...params, end: timestamp(end) }, detail);
        }
  },
});
