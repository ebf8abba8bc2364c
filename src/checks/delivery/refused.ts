import { count, percent } from '../../core/format.ts';
import { isSurelyOver } from '../../core/surely.ts';
import type { DeliveryPart } from '../../delivery/delivery.ts';
import { advice } from '../../replies/advice.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';
import { placeOf } from '../places.ts';
import { minute, type Refusals, areOver, isForGood, refusalsIn, toldReason } from '../refusals.ts';

/** What the sender is refused for, but for block lists and authentication: these have checks of their own. */
const UNWELCOME: ReadonlySet<ReplyClass> = new Set([
  'ip-reputation',
  'domain-reputation',
  'spam-content',
  'malware',
  'policy',
  'rate-limited',
  'sender-rejected',
  'malformed',
]);
/** Single mails are taken for spam everywhere. */
const SOME = 0.01;
const MANY = 0.05;
const FEWEST = 10;

export default defineCheck({
  id: 'delivery/refused',
  title: 'Mailbox providers take what the sender sends',
  refs: [
    { label: 'RFC 3463 §3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463#section-3.8' },
    { label: 'Gmail, SMTP errors and codes', url: 'https://support.google.com/a/answer/3726730' },
  ],
  why: 'The addresses are right, and their provider does not want the mail: for its content, or for the sender’s name. What is refused to some is filed as spam for others.',
  fix: 'Compare what was refused with what passes: one campaign, template or link, or all of it.',
  needs: ['delivery'],
  messages: {
    many: {
      level: 'error',
      text: '{provider} refused {refused} of {attempted} recipients of {stream} ({share}), last at {last}: {reason}',
    },
    past: {
      level: 'warning',
      text: '{provider} refused {refused} of {attempted} recipients of {stream} ({share}), from {first} to {last}, and none in the day after: {reason}',
    },
    some: {
      level: 'warning',
      text: '{provider} refused {refused} of {attempted} recipients of {stream} ({share}), last at {last}: {reason}',
    },
  },
  examples: [
    {
      name: 'a campaign that is taken for spam',
      deliveries: [
        { kind: 'delivered', count: 200, to: 'gmx.de' },
        { kind: 'bounced', count: 60, to: 'gmx.de', reply: '554 5.7.1 Message rejected as spam' },
      ],
      zone: '',
      expect: ['many'],
    },
    {
      name: 'that was taken for spam, and no longer',
      deliveries: [
        { kind: 'delivered', count: 500, to: 'gmx.de', hours: [0, 99] },
        { kind: 'bounced', count: 60, to: 'gmx.de', hours: [10, 12], reply: '554 5.7.1 Message rejected as spam' },
      ],
      zone: '',
      expect: ['past'],
    },
    {
      name: 'some of it',
      deliveries: [
        { kind: 'delivered', count: 600, to: 'gmx.de' },
        { kind: 'bounced', count: 15, to: 'gmx.de', reply: '554 5.7.1 Message rejected as spam' },
      ],
      zone: '',
      expect: ['some'],
    },
    {
      name: 'a few mails',
      deliveries: [
        { kind: 'delivered', count: 600, to: 'gmx.de' },
        { kind: 'bounced', count: 4, to: 'gmx.de', reply: '554 5.7.1 Message rejected as spam' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections)
      for (const part of section.parts) {
        if (!section.acceptanceTold || !part.isKnown) continue;
        const refused = Object.entries(part.bouncedBy).reduce(
          (sum, [named, bounced]) => sum + (UNWELCOME.has(named as ReplyClass) ? bounced : 0),
          0,
        );
        const those = refusalsIn(part.reasons, (reason) => UNWELCOME.has(reason.class) && isForGood(reason, part));
        if (those === undefined || refused < FEWEST || !isSurelyOver(SOME, refused, part.attempted)) continue;
        const isMany = isSurelyOver(MANY, refused, part.attempted);
        const isOver = areOver(those, section, part, delivery);
        if (isOver && !isMany) continue;
        const key = !isMany ? 'some' : isOver ? 'past' : 'many';
        findings.add(
          key,
          { ...figures(part, refused, those), ...placeOf(delivery, section, part) },
          { subject: section.label.id, fix: advice[those.reason.class].advice },
        );
      }
  },
});

const figures = ({ attempted }: DeliveryPart, refused: number, { reason, firstSeen, lastSeen }: Refusals) => ({
  refused: count(refused),
  attempted: count(attempted),
  share: percent(refused, attempted),
  first: minute(firstSeen),
  last: minute(lastSeen),
  reason: toldReason(reason),
});
