import { plural } from '../../core/format.ts';
import type { ReasonCount } from '../../delivery/delivery.ts';
import { advice } from '../../replies/advice.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';
import { andMore } from '../places.ts';
import { areMany, areOver, minute, refusalsIn } from '../refusals.ts';

const LISTED: ReadonlySet<ReplyClass> = new Set(['ip-blocked', 'domain-blocked', 'link-blocked']);

/** So many refuse over one list, or over several. */
const RECEIVERS = 3;

const isOne = (reason: ReasonCount): boolean => LISTED.has(reason.class);

export default defineCheck({
  id: 'delivery/blocklisted',
  title: 'No receiver finds the sender on a block list',
  refs: [{ label: 'RFC 5782', url: 'https://www.rfc-editor.org/rfc/rfc5782' }],
  why: 'One list is asked by thousands of receivers: what one of them says holds for all that ask the same list, and goes on until the cause is gone and the entry removed.',
  fix: 'Find the list in the reply, look the address or domain up there, remove the cause, and only then ask for removal.',
  needs: ['delivery'],
  messages: {
    listed: {
      level: 'error',
      text: '{refused} from {stream} refused over a block list, by {receivers}, last at {last}: {reply}',
    },
    past: {
      level: 'warning',
      text: '{refused} from {stream} refused over a block list, by {receivers}, from {first} to {last}, and none in the day after: {reply}',
    },
    few: {
      level: 'warning',
      text: '{refused} from {stream}, of {attempted}, refused over a block list, by {receivers}, last at {last}: {reply}',
    },
  },
  examples: [
    {
      name: 'an address on a list many ask',
      deliveries: [
        {
          kind: 'bounced',
          count: 3,
          reply:
            '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
        },
      ],
      zone: '',
      expect: ['listed'],
    },
    {
      name: 'a list that let the address go again',
      deliveries: [
        { kind: 'delivered', count: 500, hours: [0, 99] },
        {
          kind: 'bounced',
          count: 30,
          hours: [20, 25],
          reply: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
        },
      ],
      zone: '',
      expect: ['past'],
    },
    {
      name: 'one receiver’s own list',
      deliveries: [
        { kind: 'delivered', count: 900 },
        { kind: 'bounced', count: 2, reply: '554 5.7.1 192.0.2.1 is listed in bl.example.net' },
      ],
      zone: '',
      expect: ['few'],
    },
    {
      name: 'a full mailbox',
      deliveries: [{ kind: 'bounced', reply: '552 5.2.2 Mailbox full' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections) {
      const all = refusalsIn(section.reasons, isOne);
      if (all === undefined) continue;
      const those = section.parts.flatMap((part) => {
        const refusals = refusalsIn(part.reasons, isOne);
        return refusals === undefined ? [] : [{ part, refusals }];
      });
      const sorted = those.toSorted((a, b) => b.refusals.attempts - a.refusals.attempts);
      // A list that several ask is one that many ask.
      const isMany =
        areMany(all, section) ||
        those.length >= RECEIVERS ||
        those.some(({ part, refusals }) => part.isKnown && areMany(refusals, part));
      const isOver = areOver(all, section, sorted[0]?.part ?? section, delivery);
      findings.add(
        isMany ? (isOver ? 'past' : 'listed') : 'few',
        {
          refused: plural(all.attempts, 'attempt'),
          stream: section.label.name,
          receivers: andMore(sorted[0]?.part.label.name ?? 'a receiver', sorted.length - 1),
          attempted: plural(section.attempted, 'recipient'),
          first: minute(all.firstSeen),
          last: minute(all.lastSeen),
          reply: `“${all.reason.text}”`,
        },
        { subject: section.label.id, fix: advice[all.reason.class].advice },
      );
    }
  },
});
