import { count } from '../../core/format.ts';
import type { DeliveryPart, DeliverySection } from '../../delivery/delivery.ts';
import { defineCheck } from '../define-check.ts';

/** Gmail and Yahoo both ask bulk senders to stay below this. */
const LIMIT = 0.003;
/** Gmail's goal. */
const GOAL = 0.001;
/** With fewer accepted messages a share says nothing. */
const FEWEST = 500;

type Counted = Pick<DeliverySection, 'accepted' | 'complained'>;
const shareOf = ({ accepted, complained }: Counted): number => (accepted < FEWEST ? 0 : complained / accepted);

/** `; 9 of 357 at Yahoo Mail`, where more than half of those who complained are at one provider. */
function mostIn(parts: readonly DeliveryPart[], { complained }: Counted): string {
  const part = parts.length < 2 ? undefined : parts.find((one) => one.isKnown && one.complained * 2 > complained);
  return part === undefined || part.accepted < part.complained
    ? ''
    : `; ${count(part.complained)} of ${count(part.accepted)} at ${part.label.name}`;
}

export default defineCheck({
  id: 'delivery/complaints',
  title: 'Few recipients complain',
  refs: [
    { label: 'Gmail, email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
    { label: 'Yahoo, sender best practices', url: 'https://senders.yahooinc.com/best-practices/' },
  ],
  why: 'Gmail and Yahoo refuse or file as spam what comes from senders whose complaint rate reaches 0.3 %; Gmail asks for less than 0.1 %. A log only knows complaints that came back through feedback loops, which Gmail has none of: the true rate is higher.',
  fix: 'Stop mailing those who complained, make unsubscribing one click (RFC 8058), and look at how the addresses of this stream were gathered.',
  needs: ['delivery'],
  messages: {
    limit: {
      level: 'error',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): the limit of Gmail and Yahoo is 0.3 %',
    },
    goal: {
      level: 'warning',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): Gmail asks for less than 0.1 %',
    },
    provider: {
      level: 'error',
      text: '{complaints} of {accepted} recipients of {stream} at {provider} complained ({share}): the limit of Gmail and Yahoo is 0.3 %',
    },
  },
  examples: [
    {
      name: 'a bought list',
      deliveries: [
        { kind: 'delivered', count: 1000 },
        { kind: 'complained', count: 4, next: true },
      ],
      zone: '',
      expect: ['limit'],
    },
    {
      name: 'a newsletter that comes too often',
      deliveries: [
        { kind: 'delivered', count: 1000 },
        { kind: 'complained', count: 2, next: true },
      ],
      zone: '',
      expect: ['goal'],
    },
    {
      name: 'a newsletter that one provider’s users do not want',
      deliveries: [
        { kind: 'delivered', count: 9000, to: 'gmail.com' },
        { kind: 'delivered', count: 600, to: 'yahoo.com' },
        { kind: 'complained', count: 4, to: 'yahoo.com', next: true },
      ],
      zone: '',
      expect: ['provider'],
    },
    {
      name: 'one in two thousand',
      deliveries: [
        { kind: 'delivered', count: 2000 },
        { kind: 'complained', next: true },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts, ...all } of delivery.sections) {
      const figures = (counts: Counted) => ({
        complaints: count(counts.complained),
        accepted: count(counts.accepted),
        stream: label.name,
        share: `${(shareOf(counts) * 100).toFixed(2)} %`,
      });
      const detail = { subject: label.id };
      const where = mostIn(parts, all);
      if (shareOf(all) >= LIMIT) findings.add('limit', { ...figures(all), where }, detail);
      else {
        // Each provider looks at its own users, and most providers tell nobody who complained: the whole shows less.
        const over = parts.filter((part) => part.isKnown && shareOf(part) >= LIMIT);
        for (const part of over) findings.add('provider', { ...figures(part), provider: part.label.name }, detail);
        if (over.length === 0 && shareOf(all) >= GOAL) findings.add('goal', { ...figures(all), where }, detail);
      }
    }
  },
});
