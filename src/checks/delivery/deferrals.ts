import { count, percent } from '../../core/format.ts';
import { advice } from '../../replies/advice.ts';
import { defineCheck } from '../define-check.ts';
import { placeOf } from '../places.ts';
import { putOffFor, toldReason } from '../refusals.ts';

/** A tenth waits at receivers that greylist; beyond this something is wrong. */
const TOO_MANY = 0.2;
const FEWEST = 100;
/** Greylisted mail comes through but for bounces: otherwise it is not tried again. */
const TAKEN = 0.9;

export default defineCheck({
  id: 'delivery/deferrals',
  title: 'Mailbox providers take most mail at the first attempt',
  refs: [{ label: 'RFC 5321 §4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1' }],
  why: 'Deferred mail comes late, and what is deferred for days is lost. A provider that defers a stream today often refuses it tomorrow.',
  fix: 'Read the reason most of them were given: too much at once wants slower sending, a bad name wants fewer complaints.',
  needs: ['delivery'],
  messages: {
    many: {
      level: 'warning',
      text: '{provider} deferred {deferred} of {attempted} recipients of {stream} ({share}), {became}: {reason}',
    },
    greylisted: {
      level: 'note',
      text: '{provider} greylists {stream}: {deferred} of {attempted} recipients were deferred ({share}), {became}',
    },
  },
  examples: [
    {
      name: 'a provider that takes less than is sent',
      deliveries: [
        { kind: 'delivered', count: 150, to: 'yahoo.com' },
        { kind: 'deferred', count: 50, to: 'yahoo.com', reply: '421 4.7.0 [TSS04] Messages temporarily deferred' },
      ],
      zone: '',
      expect: ['many'],
    },
    {
      name: 'a provider that greylists',
      deliveries: [
        { kind: 'deferred', count: 150, to: 'gmx.de', reply: '450 4.2.0 Greylisted, try again later' },
        { kind: 'delivered', count: 150, to: 'gmx.de', next: true },
      ],
      zone: '',
      expect: ['greylisted'],
    },
    {
      name: 'some greylisting',
      deliveries: [
        { kind: 'delivered', count: 190, to: 'yahoo.com' },
        { kind: 'deferred', count: 10, to: 'yahoo.com', reply: '450 4.2.0 Greylisted, try again later' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections)
      for (const part of section.parts) {
        const { attempted, deferred, accepted, isKnown } = part;
        // Who waited until his mail was deleted from the queue is not among those attempted.
        const tried = Math.max(attempted, deferred.messages);
        const share = deferred.messages / tried;
        if (!section.acceptanceTold || !isKnown || attempted < FEWEST || share < TOO_MANY) continue;
        const reason = putOffFor(part);
        const figures = {
          ...placeOf(delivery, section, part),
          deferred: count(deferred.messages),
          attempted: count(tried),
          share: percent(deferred.messages, tried),
          became: `${percent(accepted, tried)} were taken in the end`,
        };
        const detail = {
          subject: section.label.id,
          ...(reason === undefined ? {} : { fix: advice[reason.class].advice }),
        };
        // Where the queue tries again it costs minutes.
        if (reason?.class === 'greylisted' && accepted >= tried * TAKEN) findings.add('greylisted', figures, detail);
        else
          findings.add(
            'many',
            {
              ...figures,
              reason: toldReason(reason),
            },
            detail,
          );
      }
  },
});
