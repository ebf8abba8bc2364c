import type { ExampleDelivery } from '../../core/example.ts';
import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { complaintsIn, hundredths } from '../told-complaints.ts';

const complaints = (complained: number, accepted: number, to = 'example.net', hour = 0): ExampleDelivery[] => [
  { kind: 'delivered', count: accepted, to, hours: [hour, hour] },
  { kind: 'complained', count: complained, to, hours: [hour, hour], next: true },
];

export default defineCheck({
  id: 'delivery/complaints',
  title: 'Few recipients complain',
  refs: [
    { label: 'Gmail, email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
    { label: 'Yahoo, sender best practices', url: 'https://senders.yahooinc.com/best-practices/' },
  ],
  why: 'Gmail and Yahoo refuse or file as spam what comes from senders whose complaint rate of a day reaches 0.3 %; Gmail asks for less than 0.1 %, and Amazon SES reviews an account from there on. They count what came to the inbox, and a log only knows complaints that came back through feedback loops, which Gmail has none of: the true rate is higher. Fewer than five complaints are a warning or a note, whatever their share.',
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
    daysGoal: {
      level: 'warning',
      text: '{complaints} complaints for {accepted} recipients of {stream} came on {days} ({share}): Gmail asks for less than 0.1 %, and never 0.3 % of a day’s mail',
    },
    goal: {
      level: 'warning',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): Gmail asks for less than 0.1 %, and never 0.3 %',
    },
    few: {
      level: 'note',
      text: '{complaints} of {accepted} recipients of {stream} complained ({share}{where}): chance may explain it, but Gmail asks for less than 0.1 %',
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
      deliveries: [...complaints(5, 1000)],
      zone: '',
      expect: ['limit'],
    },
    {
      name: 'a newsletter that comes too often',
      deliveries: [...complaints(8, 3000)],
      zone: '',
      expect: ['goal'],
    },
    {
      name: 'two of a thousand',
      deliveries: [...complaints(2, 1000)],
      zone: '',
      expect: ['few'],
    },
    {
      name: 'one campaign of a month',
      deliveries: [{ kind: 'delivered', count: 30_000, hours: [0, 719] }, ...complaints(30, 2000, 'example.net', 480)],
      zone: '',
      expect: ['days'],
    },
    {
      name: 'one campaign of a month that some did not want',
      deliveries: [{ kind: 'delivered', count: 30_000, hours: [0, 719] }, ...complaints(14, 2000, 'example.net', 480)],
      zone: '',
      expect: ['daysGoal'],
    },
    {
      name: 'a newsletter that one provider’s users do not want',
      deliveries: [{ kind: 'delivered', count: 12_000, to: 'gmail.com' }, ...complaints(8, 600, 'yahoo.com')],
      zone: '',
      expect: ['provider'],
    },
    {
      name: 'and that some of them do not',
      deliveries: [{ kind: 'delivered', count: 12_000, to: 'gmail.com' }, ...complaints(7, 2100, 'yahoo.com')],
      zone: '',
      expect: ['providerGoal'],
    },
    {
      name: 'one in five hundred',
      deliveries: [...complaints(1, 500)],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const section of delivery.sections)
      for (const { key, counted, place, days = '', where = '' } of complaintsIn(delivery, section))
        findings.add(
          key,
          {
            complaints: count(counted.complained),
            accepted: count(counted.accepted),
            share: hundredths(counted),
            ...place,
            days,
            where,
          },
          { subject: section.label.id },
        );
  },
});
