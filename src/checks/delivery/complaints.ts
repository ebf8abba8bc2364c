import { daySpan } from '../../core/day.ts';
import { count } from '../../core/format.ts';
import { complaintRank, type Counted, hundredths, mostIn } from '../complaint-rank.ts';
import { defineCheck } from '../define-check.ts';

/** The worst of many days is over the limit by chance more often than one. */
const CHANCE_OF_DAYS = 0.001;

export default defineCheck({
  id: 'delivery/complaints',
  title: 'Few recipients complain',
  refs: [
    { label: 'Gmail, email sender guidelines', url: 'https://support.google.com/mail/answer/81126' },
    { label: 'Yahoo, sender best practices', url: 'https://senders.yahooinc.com/best-practices/' },
    {
      label: 'Amazon SES, sending review process',
      url: 'https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html',
    },
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
      name: 'three of nine hundred, which may be chance',
      deliveries: [
        { kind: 'delivered', count: 900 },
        { kind: 'complained', count: 3, next: true },
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
        { kind: 'complained', count: 24, hours: [482, 490], next: true },
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
      deliveries: [{ kind: 'delivered', count: 500 }, { kind: 'complained', next: true }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts, complaintDays, ...all } of delivery.sections) {
      const figures = (counts: Counted) => ({
        complaints: count(counts.complained),
        accepted: count(counts.accepted),
        stream: label.name,
        share: hundredths(counts),
      });
      const detail = { subject: label.id };
      const whole = complaintRank(all);
      const addWhole = (key: 'limit' | 'goal' | 'few') =>
        findings.add(key, { ...figures(all), where: mostIn(parts, all) }, detail);
      // Each provider looks at its own users, and most providers tell nobody who complained: the whole shows less.
      const at = (rank: 'limit' | 'goal') => parts.filter((part) => part.isKnown && complaintRank(part) === rank);
      const over = complaintDays.filter((one) => complaintRank(one, CHANCE_OF_DAYS) === 'limit');
      const [worst] = over.toSorted((a, b) => b.complained - a.complained);
      if (whole === 'limit') addWhole(whole);
      else if (worst !== undefined)
        findings.add('days', { ...figures(worst), days: daySpan(worst.first, worst.last) }, detail);
      else if (at('limit').length > 0)
        for (const part of at('limit')) findings.add('provider', { ...figures(part), provider: part.label.name }, detail);
      else if (whole === 'goal') addWhole(whole);
      else if (at('goal').length > 0)
        for (const part of at('goal')) findings.add('providerGoal', { ...figures(part), provider: part.label.name }, detail);
      else if (whole === 'few') addWhole(whole);
    }
  },
});
