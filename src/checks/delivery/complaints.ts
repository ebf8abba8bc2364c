import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { placeOf } from '../places.ts';
import { complaintsIn, hundredths } from '../told-complaints.ts';

export default defineCheck({
  id: 'delivery/complaints',
  title: 'Few recipients complain',
  refs: [
    { label: 'Gmail, email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
    { label: 'Yahoo, sender best practices', url: 'https://senders.yahooinc.com/best-practices/' },
  ],
  why: 'Gmail and Yahoo refuse or file as spam what comes from senders whose complaint rate of a day reaches 0.3 %; Gmail asks for less than 0.1 %, and Amazon SES reviews an account from there on. They count what came to the inbox, and a log only knows complaints that came back through feedback loops, which Gmail has none of: the true rate is higher. A share of few complaints is a warning or a note, until chance no longer explains it.',
  fix: 'Stop mailing those who complained, make unsubscribing one click (RFC 8058), and look at how the addresses of this stream were gathered.',
  needs: ['delivery'],
  messages: {
    limit: {
      level: 'error',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): the limit of Gmail and Yahoo is 0.3 %',
    },
    days: {
      level: 'error',
      text: '{complaints} complaints for {accepted} recipients of {stream} came on {days} ({share}): the limit of Gmail and Yahoo is 0.3 % of a day’s mail',
    },
    goal: {
      level: 'warning',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): Gmail asks for less than 0.1 %, and never 0.3 %',
    },
    few: {
      level: 'note',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): too few to tell, but Gmail asks for less than 0.1 %',
    },
    provider: {
      level: 'error',
      text: '{complaints} of {accepted} recipients of {stream} at {provider} complained ({share}): the limit of Gmail and Yahoo is 0.3 %',
    },
    providerGoal: {
      level: 'warning',
      text: '{complaints} of {accepted} recipients of {stream} at {provider} complained ({share}): Gmail asks for less than 0.1 %, and never 0.3 %',
    },
  },
  examples: [
    {
      name: 'a bought list',
      deliveries: [
        { kind: 'delivered', count: 1000 },
        { kind: 'complained', count: 8, next: true },
      ],
      zone: '',
      expect: ['limit'],
    },
    {
      name: 'a newsletter that comes too often',
      deliveries: [
        { kind: 'delivered', count: 3000 },
        { kind: 'complained', count: 8, next: true },
      ],
      zone: '',
      expect: ['goal'],
    },
    {
      name: 'two of a thousand',
      deliveries: [
        { kind: 'delivered', count: 1000 },
        { kind: 'complained', count: 2, next: true },
      ],
      zone: '',
      expect: ['few'],
    },
    {
      name: 'one campaign of a month',
      deliveries: [
        { kind: 'delivered', count: 30_000, hours: [0, 719] },
        { kind: 'delivered', count: 2000, hours: [480, 480] },
        { kind: 'complained', count: 30, hours: [482, 490], next: true },
      ],
      zone: '',
      expect: ['days'],
    },
    {
      name: 'a newsletter that one provider’s users do not want',
      deliveries: [
        { kind: 'delivered', count: 12_000, to: 'gmail.com' },
        { kind: 'delivered', count: 600, to: 'yahoo.com' },
        { kind: 'complained', count: 8, to: 'yahoo.com', next: true },
      ],
      zone: '',
      expect: ['provider'],
    },
    {
      name: 'and that some of them do not',
      deliveries: [
        { kind: 'delivered', count: 12_000, to: 'gmail.com' },
        { kind: 'delivered', count: 1000, to: 'yahoo.com' },
        { kind: 'complained', count: 4, to: 'yahoo.com', next: true },
      ],
      zone: '',
      expect: ['providerGoal'],
    },
    {
      name: 'one in five hundred',
      deliveries: [
        { kind: 'delivered', count: 500 },
        { kind: 'complained', next: true },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections)
      for (const { key, counted, provider, days = '', where = '' } of complaintsIn(section))
        findings.add(
          key,
          {
            complaints: count(counted.complained),
            accepted: count(counted.accepted),
            share: hundredths(counted),
            ...(provider === undefined
              ? { stream: section.label.name, provider: '' }
              : placeOf(delivery, section, { label: { name: provider } })),
            days,
            where,
          },
          { subject: section.label.id },
        );
  },
});
