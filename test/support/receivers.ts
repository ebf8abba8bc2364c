import type { Mailing, Receiver } from './mail-world.ts';

/** Replies as receivers give them. */
export const SAYS = {
  unknown: '550 5.1.1 The email account that you tried to reach does not exist.',
  full: '452 4.2.2 The recipient’s mailbox is over its storage limit',
  greylisted: '450 4.2.0 Greylisted, please try again in 300 seconds',
  spamhaus:
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
  outlookListed:
    '550 5.7.1 Unfortunately, messages from [192.0.2.1] weren’t sent. Please contact your Internet service provider since part of their network is on our block list (S3150).',
  gmailAuth:
    '550 5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
  gmailRate:
    '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users, mail sent from your IP address has been temporarily rate limited.',
  yahooRate:
    '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
  spam: '554 5.7.1 Message rejected because its content looks like spam',
  tls: '454 4.7.5 Server certificate not verified',
  dns: '450 4.4.3 Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again',
  down: '450 4.4.1 connect to mx.example.org[192.0.2.9]:25: Connection timed out',
  busy: '451 4.3.2 System busy, please try again later',
} as const;

/** Attempts at hours from `from` to before `until`. */
export const between =
  (from: number, until: number, receiver: Receiver): Receiver =>
  (tried) =>
    tried.at >= from && tried.at < until ? receiver(tried) : undefined;
/** Recipients at these domains; `firma` stands for the small receivers. */
export const at =
  (domains: string, receiver: Receiver): Receiver =>
  (tried) =>
    domains.split(' ').some((domain) => (domain === 'firma' ? isSmall(tried.domain) : domain === tried.domain))
      ? receiver(tried)
      : undefined;
export const ofStream =
  (stream: string, receiver: Receiver): Receiver =>
  (tried) =>
    tried.stream === stream ? receiver(tried) : undefined;
/** That share of recipients, at every attempt. */
export const people =
  (share: number, reply: string): Receiver =>
  ({ person }) =>
    person < share ? reply : undefined;
/** That share of attempts. */
export const often =
  (share: number, reply: string): Receiver =>
  ({ random }) =>
    random() < share ? reply : undefined;
/** The first attempts only. */
export const first =
  (attempts: number, receiver: Receiver): Receiver =>
  (tried) =>
    tried.attempt <= attempts ? receiver(tried) : undefined;
export const always =
  (reply: string): Receiver =>
  () =>
    reply;

const isSmall = (domain: string): boolean => domain.startsWith('firma');
const numberOf = (domain: string): number => Number(/\d+/.exec(domain)?.[0] ?? 0);

/** What happens to everybody: addresses that are gone, full mailboxes, greylisting at a third of the small receivers. */
export const NATURAL: readonly Receiver[] = [
  ofStream('newsletter', people(0.006, SAYS.unknown)),
  people(0.0015, SAYS.unknown),
  ({ person, attempt }) => (person > 0.998 && attempt < 12 ? SAYS.full : undefined),
  at(
    'firma',
    first(1, ({ domain }) => (numberOf(domain) % 3 === 0 ? SAYS.greylisted : undefined)),
  ),
  first(
    1,
    often(
      0.003,
      '450 4.4.2 lost connection with mx.example.org[192.0.2.9] while receiving the initial server greeting',
    ),
  ),
];

const DAY_CURVE = [1, 1, 1, 1, 1, 2, 4, 7, 10, 11, 11, 10, 9, 9, 10, 10, 9, 8, 7, 6, 5, 4, 2, 1];
/** Receipts, round the clock as people buy; `rate` an hour on the average. */
export const receipts = (rate: number, more: Partial<Mailing> = {}): Mailing => ({
  stream: 'receipts',
  rate: (hour) => (rate * (DAY_CURVE[hour % 24] ?? 0) * (hour % 168 >= 120 ? 0.5 : 1)) / 5.8,
  ...more,
});
/** A newsletter at these hours. */
export const newsletter = (count: number, hours: readonly number[], more: Partial<Mailing> = {}): Mailing => ({
  stream: 'newsletter',
  rate: (hour) => (hours.includes(hour) ? count : 0),
  ...more,
});
/** At nine every day of so many, or every seventh from the given one. */
export const daily = (days: number): number[] => Array.from({ length: days }, (_, day) => day * 24 + 9);
export const weekly = (weeks: number, day = 0): number[] =>
  Array.from({ length: weeks }, (_, week) => (week * 7 + day) * 24 + 9);
