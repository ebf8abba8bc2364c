import { count } from '../../core/format.ts';
import { advice } from '../../replies/advice.ts';
import { defineCheck } from '../define-check.ts';
import { andMore, placeOf } from '../places.ts';
import { minute, toldReason } from '../refusals.ts';

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
      text: '{stream} at {provider}: since {begin} {failures} of {attempts} attempts were deferred or bounced, usually {usual}: {reason}',
    },
    past: {
      level: 'note',
      text: '{stream} at {provider}: from {begin} to {end} {failures} of {attempts} attempts were deferred or bounced, usually {usual}: {reason}',
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
    for (const { label, standouts } of delivery.sections)
      for (const { spike, at, among } of standouts) {
        const { begin, end, goesOn, failures, attempts, usual, reason } = spike;
        const params = {
          ...placeOf(delivery, { label }, { label: { name: at?.name ?? listed(among, delivery) } }),
          begin: minute(begin),
          failures: count(failures),
          attempts: count(attempts),
          usual: count(usual),
          reason: toldReason(reason, 'mostly '),
        };
        const detail = { subject: label.id, ...(reason === undefined ? {} : { fix: advice[reason.class].advice }) };
        if (goesOn) findings.add('now', params, detail);
        else findings.add('past', { ...params, end: minute(end) }, detail);
      }
  },
});

/** `Gmail, Yahoo Mail and 2 more` */
const listed = (among: readonly { readonly name: string }[], { by }: { readonly by: string }): string => {
  const [first, second, ...rest] = among.map(({ name }) => name);
  if (first === undefined) return by === 'provider' ? 'several streams' : 'several receivers';
  if (second === undefined) return `${first} and others`;
  return rest.length === 0 ? `${first} and ${second}` : andMore(`${first}, ${second}`, rest.length);
};
