import type { Mailing } from '../../support/mail-world.ts';
import {
  always,
  at,
  between,
  daily,
  first,
  newsletter,
  often,
  ofStream,
  people,
  receipts,
  SAYS,
  weekly,
} from '../../support/receivers.ts';
import type { LabelledWorld } from './first-worlds.ts';

const DAY = 24;
const SPIKE_NOTE = ['spike', 'note'] as const;
const SPIKE = ['spike', 'warning'] as const;
const steady = (stream: string, rate: number, more: Partial<Mailing> = {}): Mailing => ({
  stream,
  rate: () => rate,
  ...more,
});
const once = (stream: string, count: number, hour: number, more: Partial<Mailing> = {}): Mailing => ({
  stream,
  rate: (now) => (now === hour ? count : 0),
  ...more,
});

export const INCIDENTS: Readonly<Record<string, LabelledWorld>> = {
  'Outlook wants authentication from Wednesday on': {
    hours: 7 * DAY,
    mailings: [newsletter(900, daily(7)), receipts(30)],
    receivers: [
      between(
        2 * DAY,
        999,
        ofStream(
          'newsletter',
          at(
            'outlook.com',
            always(
              '550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level.',
            ),
          ),
        ),
      ),
    ],
    want: [['authentication-refused', 'error', /newsletter/, /Outlook/, /5\.7\.515/]],
    may: [SPIKE],
  },
  'Yahoo slows down on two weekends': {
    hours: 28 * DAY,
    mailings: [receipts(150)],
    receivers: [
      between(12 * DAY, 14 * DAY, at('yahoo.com', people(0.5, SAYS.yahooRate))),
      between(19 * DAY, 21 * DAY, at('yahoo.com', people(0.5, SAYS.yahooRate))),
    ],
    want: [['spike', 'note', /Yahoo/, /too much at once/]],
  },
  'listed for forty minutes': {
    hours: 7 * DAY,
    mailings: [steady('receipts', 250)],
    receivers: [between(3 * DAY + 9, 3 * DAY + 9.7, at('outlook.com gmx.de firma', always(SAYS.spamhaus)))],
    want: [
      ['blocklisted', 'warning', /spamhaus/],
      ['spike', 'note', /block list/],
    ],
  },
  'listed until six hours ago': {
    hours: 6 * DAY,
    mailings: [steady('receipts', 80)],
    receivers: [between(5 * DAY + 8, 5 * DAY + 18, at('outlook.com gmx.de', always(SAYS.spamhaus)))],
    want: [
      ['blocklisted', 'error', /spamhaus/],
      ['spike', 'note', /block list/],
    ],
  },
  'a small sender without a key': {
    hours: 10 * DAY,
    mailings: [steady('receipts', 3)],
    receivers: [between(5 * DAY, 999, at('gmail.com', always(SAYS.gmailAuth)))],
    want: [['authentication-refused', 'error', /Gmail/]],
    may: [SPIKE],
  },
  'a small sender that Outlook has on its list': {
    hours: 10 * DAY,
    mailings: [steady('receipts', 2)],
    receivers: [between(7 * DAY, 999, at('outlook.com', always(SAYS.outlookListed)))],
    want: [['blocklisted', 'error', /Outlook/]],
    may: [SPIKE],
  },
  'an import of wrong addresses': {
    hours: 3 * DAY,
    mailings: [once('invites', 250, 10), receipts(10)],
    receivers: [ofStream('invites', people(0.16, SAYS.unknown))],
    want: [['hard-bounces', 'error', /invites/]],
    may: [SPIKE_NOTE],
  },
  'a resolver that denies every name': {
    hours: 5 * DAY,
    mailings: [receipts(80)],
    receivers: [
      between(
        3 * DAY + 10,
        3 * DAY + 12,
        always('550 5.4.4 Host or domain name not found. Name service error for name=gmail.com type=A: Host not found'),
      ),
    ],
    want: [['spike', 'note', /domain does not exist/]],
    may: [['hard-bounces', 'warning']],
  },
  'GMX’s certificate is wrong for six hours': {
    hours: 6 * DAY,
    mailings: [steady('receipts', 120)],
    receivers: [between(4 * DAY + 8, 4 * DAY + 14, at('gmx.de', always(SAYS.tls)))],
    want: [
      ['tls-failures', 'warning', /GMX/, /certificate/],
      ['spike', 'note', /GMX/, /secure/],
    ],
  },
  'Gmail takes nothing for five hours, until now': {
    hours: 4 * DAY,
    mailings: [steady('receipts', 50)],
    receivers: [between(4 * DAY - 5, 999, at('gmail.com', always(SAYS.busy)))],
    want: [
      ['rising-queue', 'warning', /Gmail/, /fault/],
      ['spike', 'warning', /Gmail/],
    ],
  },
  'a partner has been down for three days': {
    hours: 8 * DAY,
    mailings: [steady('orders', 5, { to: { 'partner.example': 1 } }), receipts(20)],
    receivers: [between(5 * DAY, 999, at('partner.example', always(SAYS.down)))],
    want: [['rising-queue', 'warning', /orders/, /partner\.example/, /no connection/]],
    may: [SPIKE, ['deferrals', 'warning']],
  },
  'only Yahoo’s users complain': {
    hours: 4 * DAY,
    mailings: [
      once('newsletter', 8000, 9, { to: { 'gmail.com': 60, 'outlook.com': 20, '*': 20 } }),
      once('newsletter', 600, 9, { to: { 'yahoo.com': 1 }, complains: () => 0.025 }),
    ],
    want: [['complaints', 'error', /newsletter/, /Yahoo/]],
  },
  'a newsletter many are tired of': {
    hours: 30 * DAY,
    mailings: [newsletter(700, daily(30), { complains: () => 0.002 })],
    want: [['complaints', 'warning', /newsletter/]],
  },
  'Outlook defers for a bad name until it is given up': {
    hours: 9 * DAY,
    mailings: [newsletter(700, daily(9))],
    receivers: [
      at(
        'outlook.com',
        people(0.5, '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.'),
      ),
    ],
    want: [
      ['deferrals', 'warning', /Outlook/],
      ['given-up', 'warning', /Outlook/],
    ],
    may: [['rising-queue', 'warning'], SPIKE_NOTE],
  },
  'a header that WEB.DE does not take': {
    hours: 7 * DAY,
    mailings: [newsletter(1200, daily(7)), receipts(30)],
    receivers: [
      between(
        3 * DAY,
        999,
        ofStream(
          'newsletter',
          at('gmx.de', always('550 5.6.0 Message rejected: malformed header, more than one From')),
        ),
      ),
    ],
    want: [['refused', 'error', /newsletter/, /GMX/, /form/]],
    may: [SPIKE],
  },
  'two minutes of a newsletter that Gmail does not want': {
    hours: 0.05,
    mailings: [once('newsletter', 40_000, 0)],
    receivers: [at('gmail.com', always(SAYS.gmailRate))],
    want: [['deferrals', 'warning', /Gmail/, /too much at once/]],
  },
  'forty minutes without a key': {
    hours: 0.67,
    mailings: [steady('receipts', 300)],
    receivers: [at('gmail.com', always(SAYS.gmailAuth))],
    want: [['authentication-refused', 'error', /Gmail/]],
  },
  'a server without TLS': {
    hours: 2 * DAY,
    mailings: [steady('receipts', 20, { tls: () => false })],
    want: [['unencrypted', 'warning', /receipts/]],
  },
  'a new address, at Gmail and Yahoo': {
    hours: 10 * DAY,
    mailings: [{ stream: 'newsletter', rate: (hour) => (hour % 24 === 10 ? 100 * 1.5 ** Math.floor(hour / 24) : 0) }],
    receivers: [
      at('gmail.com', first(3, people(0.3, SAYS.gmailRate))),
      at('yahoo.com', first(3, people(0.35, SAYS.yahooRate))),
    ],
    want: [
      ['deferrals', 'warning', /Gmail/],
      ['deferrals', 'warning', /Yahoo/],
    ],
    may: [SPIKE],
  },
  'invoices are slowed down for the first time': {
    hours: 14 * DAY,
    mailings: [{ stream: 'invoices', rate: (hour) => (hour % 24 === 2 ? 900 : 0) }],
    receivers: [between(11 * DAY, 12 * DAY, at('gmail.com', first(4, always(SAYS.gmailRate))))],
    want: [['spike', 'note', /invoices/, /Gmail/, /too much at once/]],
  },
  'Outlook takes invites for spam': {
    hours: 3 * DAY,
    mailings: [once('invites', 400, 30), receipts(20)],
    receivers: [
      ofStream('invites', at('outlook.com', people(0.35, '550 5.7.1 Message rejected as spam by Content Filtering.'))),
    ],
    want: [['refused', 'error', /invites/, /Outlook/, /spam/]],
    may: [SPIKE_NOTE],
  },
  'this morning’s newsletter has a listed link': {
    hours: 7 * DAY - 10,
    mailings: [newsletter(2000, daily(7)), receipts(30)],
    receivers: [
      between(
        6 * DAY,
        999,
        ofStream(
          'newsletter',
          at('gmx.de firma', always('554 5.7.1 Blocked: the message links to example.com, listed in dbl.spamhaus.org')),
        ),
      ),
    ],
    want: [['blocklisted', 'error', /newsletter/, /dbl/]],
    may: [SPIKE],
  },
  'forwarded spam': {
    hours: 30 * DAY,
    mailings: [steady('alias', 4, { to: { 'gmail.com': 1 } })],
    receivers: [
      people(
        0.03,
        '550 5.7.1 Gmail has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.',
      ),
    ],
    want: [['refused', 'warning', /alias/, /Gmail/, /spam/]],
  },
};

export const CALM: Readonly<Record<string, LabelledWorld>> = {
  'offices write to offices': {
    hours: 14 * DAY,
    mailings: [receipts(5, { to: { '*': 90, 'gmail.com': 10 } })],
    receivers: [at('firma', first(1, always(SAYS.greylisted)))],
    want: [],
  },
  'forty members and their weekly letter': {
    hours: 28 * DAY,
    mailings: [newsletter(40, weekly(4))],
    receivers: [people(0.04, SAYS.unknown)],
    want: [],
  },
  'a large newsletter each week': {
    hours: 28 * DAY,
    mailings: [newsletter(9000, weekly(4, 3), { complains: () => 0.0004 })],
    want: [],
  },
  'typing errors at sign-up': {
    hours: 14 * DAY,
    mailings: [receipts(50)],
    receivers: [people(0.012, SAYS.unknown)],
    want: [],
  },
  'just below two in a hundred': {
    hours: 5 * DAY,
    mailings: [steady('receipts', 80)],
    receivers: [people(0.018, SAYS.unknown)],
    want: [],
  },
  'Gmail slows single mails down': {
    hours: 14 * DAY,
    mailings: [steady('receipts', 100)],
    receivers: [first(1, at('gmail.com', often(0.02, SAYS.gmailRate)))],
    want: [],
  },
  'three full mailboxes of a small sender': {
    hours: 6 * DAY,
    mailings: [steady('receipts', 6)],
    receivers: [at('gmail.com', people(0.01, SAYS.full))],
    want: [],
  },
  'the day after the server moved, all greylist anew': {
    hours: 9 * DAY,
    mailings: [steady('receipts', 60)],
    receivers: [between(5 * DAY, 6 * DAY, at('firma', first(1, always(SAYS.greylisted))))],
    want: [],
    may: [SPIKE_NOTE],
  },
  'invoices once a month': {
    hours: 30 * DAY,
    mailings: [steady('invoices', 4), once('invoices', 5000, 9 * DAY + 3)],
    want: [],
  },
  'two complaints of 2,500': {
    hours: 3 * DAY,
    mailings: [newsletter(2500, [9], { complains: every(1200) })],
    want: [],
  },
  'four complaints of 3,000': {
    hours: 3 * DAY,
    mailings: [newsletter(3000, [9], { complains: every(740) })],
    want: [],
    may: [['complaints', 'note']],
  },
  'DNS does not answer one who looks for SPF': {
    hours: 7 * DAY,
    mailings: [steady('receipts', 40)],
    receivers: [first(1, at('firma', often(0.003, '451 4.7.24 SPF: temporary DNS error')))],
    want: [],
    may: [['authentication-refused', 'warning']],
  },
  'no mail on weekends': {
    hours: 21 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour % 168 < 120 && hour % 24 > 6 && hour % 24 < 19 ? 50 : 0) }],
    want: [],
  },
  'three minutes of Outlook': {
    hours: 5 * DAY,
    mailings: [steady('digest', 500)],
    receivers: [between(60, 60.05, at('outlook.com', first(1, always(SAYS.busy))))],
    want: [],
    may: [SPIKE_NOTE],
  },
  'one of fifty given up': {
    hours: 8 * DAY,
    mailings: [steady('receipts', 0.3)],
    receivers: [people(0.02, SAYS.down)],
    want: [],
  },
  'a partner is down over the weekend': {
    hours: 14 * DAY,
    mailings: [steady('orders', 0.15, { to: { 'partner.example': 1 } }), receipts(30)],
    receivers: [between(5 * DAY, 7 * DAY, at('partner.example', always(SAYS.down)))],
    want: [],
  },
  'small receivers without TLS': {
    hours: 7 * DAY,
    mailings: [receipts(50, { tls: (_, domain) => !domain.startsWith('firma') })],
    want: [],
  },
  'most of a list is suppressed': {
    hours: 2 * DAY,
    mailings: [newsletter(3000, [9])],
    receivers: [people(0.8, 'kept back')],
    want: [],
  },
  'a week of sales': {
    hours: 14 * DAY,
    mailings: [{ stream: 'newsletter', rate: (hour) => (hour % 24 === 9 ? (hour > 168 ? 2500 : 600) : 0) }],
    receivers: [first(1, often(0.03, SAYS.busy))],
    want: [],
  },
  'the full mailboxes of a large sender wait, as always': {
    hours: 2 * DAY,
    mailings: [steady('digest', 1500)],
    want: [],
  },
  'a day of the log is missing': {
    hours: 7 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour >= 72 && hour < 96 ? 0 : 60) }],
    want: [],
  },
  'two of a small sender’s forwarded mails': {
    hours: 10 * DAY,
    mailings: [steady('receipts', 1, { to: { 'gmail.com': 1 } })],
    receivers: [people(0.008, SAYS.gmailAuth)],
    want: [],
    may: [['authentication-refused', 'warning']],
  },
};

function every(count: number): () => number {
  let asked = 0;
  return () => ((asked += 1) % count === 0 ? 1 : 0);
}
