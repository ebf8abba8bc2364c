import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Gmail and Yahoo both ask bulk senders to stay below this. */
const LIMIT = 0.003;
/** Gmail's goal. */
const GOAL = 0.001;
/** With fewer accepted messages a share says nothing. */
const FEWEST = 500;

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
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}): the limit of Gmail and Yahoo is 0.3 %',
    },
    goal: {
      level: 'warning',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}): Gmail asks for less than 0.1 %',
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
    for (const { label, accepted, complained } of delivery.sections) {
      const share = complained / accepted;
      if (accepted < FEWEST || share < GOAL) continue;
      findings.add(
        share >= LIMIT ? 'limit' : 'goal',
        {
          complaints: count(complained),
          accepted: count(accepted),
          stream: label.name,
          share: `${((complained / accepted) * 100).toFixed(2)} %`,
        },
        { subject: label.id },
      );
    }
  },
});
