import type { Level } from '../../../src/core/levels.ts';
import type { MailWorld } from '../../support/mail-world.ts';
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
import type { Wanted } from '../../support/wanted.ts';

export interface LabelledWorld extends Omit<MailWorld, 'receivers'> {
  readonly receivers?: MailWorld['receivers'];
  readonly want: readonly Wanted[];
  /** Allowed besides: no careful engineer would miss it, none would mind it. */
  readonly may?: readonly (readonly [check: string, upTo: Level])[];
}
const DAY = 24;
const SPIKE_NOTE = ['spike', 'note'] as const;
const SPIKE = ['spike', 'warning'] as const;
const quick = (rate: number): LabelledWorld['mailings'][number] => ({
  stream: 'newsletter',
  rate: (hour) => (hour === 0 ? rate : 0),
});

export const INCIDENTS: Readonly<Record<string, LabelledWorld>> = {
  'listed for six hours, nine days ago': {
    hours: 14 * DAY,
    mailings: [receipts(60)],
    receivers: [between(128, 134, at('outlook.com gmx.de', always(SAYS.spamhaus)))],
    want: [
      ['blocklisted', 'warning', /spamhaus/, /receipts/, /Outlook/],
      ['spike', 'note', /block list/],
    ],
  },
  'listed, and still': {
    hours: 14 * DAY - 8,
    mailings: [receipts(60)],
    receivers: [between(14 * DAY - 14, 14 * DAY, at('outlook.com gmx.de', always(SAYS.spamhaus)))],
    want: [
      ['blocklisted', 'error', /spamhaus/],
      ['spike', 'warning', /block list/],
    ],
  },
  'a DKIM key lost at noon': {
    hours: 7 * DAY - 4,
    mailings: [receipts(60)],
    receivers: [between(6 * DAY + 12, 999, at('gmail.com', always(SAYS.gmailAuth)))],
    want: [
      ['authentication-refused', 'error', /Gmail/, /5\.7\.26/],
      ['spike', 'warning', /Gmail/, /SPF or DKIM/],
    ],
  },
  'a DKIM key lost, and found a day later': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [between(2 * DAY + 12, 3 * DAY + 12, at('gmail.com', always(SAYS.gmailAuth)))],
    want: [
      ['authentication-refused', 'warning', /Gmail/],
      ['spike', 'note', /Gmail/],
    ],
  },
  'too much at once on Mondays': {
    hours: 28 * DAY,
    mailings: [newsletter(5000, weekly(4)), newsletter(1500, weekly(4, 2)), receipts(30)],
    receivers: [
      ofStream(
        'newsletter',
        at(
          'gmail.com',
          first(3, ({ at: when, person }) => (when % 168 < 24 && person < 0.6 ? SAYS.gmailRate : undefined)),
        ),
      ),
    ],
    want: [['deferrals', 'warning', /Gmail/, /too much at once/, /newsletter/]],
    may: [SPIKE_NOTE],
  },
  'a bought list': {
    hours: 3 * DAY,
    mailings: [newsletter(3000, [33], { complains: () => 0.012 }), receipts(20)],
    receivers: [ofStream('newsletter', people(0.12, SAYS.unknown))],
    want: [
      ['hard-bounces', 'error', /newsletter/],
      ['complaints', 'error', /newsletter/],
    ],
    may: [SPIKE_NOTE],
  },
  'a certificate that ran out at a partner': {
    hours: 10 * DAY,
    mailings: [receipts(40), { stream: 'orders', rate: () => 2, to: { 'partner.example': 1 } }],
    receivers: [between(8 * DAY, 999, at('partner.example', always(SAYS.tls)))],
    want: [['tls-failures', 'warning', /partner\.example/, /certificate/]],
    may: [['rising-queue', 'warning'], ['deferrals', 'warning'], SPIKE],
  },
  'the own resolver is away for three hours': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [between(4 * DAY + 10, 4 * DAY + 13, always(SAYS.dns))],
    want: [['spike', 'note', /DNS/]],
  },
  'Outlook is down for a day': {
    hours: 14 * DAY,
    mailings: [receipts(60)],
    receivers: [between(8 * DAY, 9 * DAY, at('outlook.com', always(SAYS.down)))],
    want: [['spike', 'note', /Outlook/, /no connection/]],
  },
  'a slow filter at GMX': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [at('gmx.de', often(0.45, SAYS.busy))],
    want: [['deferrals', 'warning', /GMX/, /fault/]],
  },
  'a queue that grows': {
    hours: 5 * DAY,
    mailings: [receipts(20), { stream: 'digest', rate: () => 120, to: { 'yahoo.com': 50, 'gmail.com': 50 } }],
    receivers: [between(4 * DAY + 10, 999, at('yahoo.com', people(0.6, SAYS.yahooRate)))],
    want: [
      ['rising-queue', 'warning', /digest/, /Yahoo/, /too much at once/],
      ['spike', 'warning', /digest/, /Yahoo/],
    ],
    may: [['deferrals', 'warning'], SPIKE],
  },
  'a campaign people complain about': {
    hours: 30 * DAY,
    mailings: [
      newsletter(1000, daily(30), { complains: () => 0.0001 }),
      newsletter(3000, [20 * DAY + 14], { complains: () => 0.012 }),
    ],
    want: [['complaints', 'error', /newsletter/, /25 /]],
  },
  'the first two weeks of an address': {
    hours: 14 * DAY,
    mailings: [{ stream: 'newsletter', rate: (hour) => (hour % 24 === 9 ? 50 * 1.4 ** Math.floor(hour / 24) : 0) }],
    receivers: [at('gmail.com', first(4, people(0.4, SAYS.gmailRate)))],
    want: [['deferrals', 'warning', /Gmail/, /too much at once/]],
    may: [SPIKE_NOTE],
  },
  'forty minutes of a log, Gmail deferring everything': {
    hours: 0.67,
    mailings: [{ stream: 'receipts', rate: () => 600 }],
    receivers: [at('gmail.com', always(SAYS.gmailRate))],
    want: [['deferrals', 'warning', /Gmail/, /too much at once/]],
  },
  'two minutes of a newsletter to an old list': {
    hours: 0.05,
    mailings: [quick(60_000)],
    receivers: [people(0.08, SAYS.unknown)],
    want: [['hard-bounces', 'error', /newsletter/]],
  },
  'three complaints of 850': {
    hours: 3 * DAY,
    mailings: [newsletter(850, [9], { complains: threeOf() })],
    want: [['complaints', 'warning', /newsletter/]],
  },
  'Outlook has the address on its list': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [between(3 * DAY, 999, at('outlook.com', always(SAYS.outlookListed)))],
    want: [['blocklisted', 'error', /Outlook/, /S3150/]],
    may: [SPIKE],
  },
  'GMX takes a campaign for spam': {
    hours: 7 * DAY,
    mailings: [newsletter(4000, [4 * DAY + 9]), receipts(30)],
    receivers: [ofStream('newsletter', at('gmx.de', people(0.6, SAYS.spam)))],
    want: [['*', 'error', /newsletter/, /GMX/, /spam/]],
    may: [SPIKE_NOTE],
  },
  'a list with dead domains': {
    hours: 12 * DAY,
    mailings: [newsletter(4000, [9]), receipts(10)],
    receivers: [ofStream('newsletter', at('firma', people(0.08, SAYS.down)))],
    want: [['given-up', 'warning', /newsletter/, /no connection/]],
  },
  'one of two servers has lost TLS': {
    hours: 7 * DAY,
    mailings: [receipts(60, { tls: (hour) => hour < 80 || Math.floor(hour * 60) % 2 === 0 })],
    want: [['unencrypted', 'warning', /Gmail/]],
  },
  'a service keeps a third back': {
    hours: 3 * DAY,
    mailings: [newsletter(2000, [9])],
    receivers: [people(0.3, 'kept back')],
    want: [],
  },
};

function threeOf(): () => number {
  let asked = 0;
  return () => ((asked += 1) % 250 === 100 ? 1 : 0);
}

export const CALM: Readonly<Record<string, LabelledWorld>> = {
  'four weeks of a shop': {
    hours: 28 * DAY,
    mailings: [receipts(40), newsletter(2000, weekly(4, 1), { complains: () => 0.0002 })],
    want: [],
  },
  'Monday peaks': {
    hours: 28 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour % 168 < 24 ? 150 : 30) }],
    want: [],
  },
  'three mails a day': {
    hours: 30 * DAY,
    mailings: [{ stream: 'receipts', rate: () => 0.13 }],
    receivers: [people(0.02, SAYS.unknown)],
    want: [],
  },
  'forwarded mail of others': {
    hours: 30 * DAY,
    mailings: [receipts(20), { stream: 'alias', rate: () => 2.5, to: { 'gmail.com': 1 } }],
    receivers: [ofStream('alias', people(0.002, SAYS.gmailAuth))],
    want: [],
    may: [['authentication-refused', 'warning']],
  },
  'ten days of holidays': {
    hours: 28 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour > 240 && hour < 480 ? 0 : 40) }],
    want: [],
  },
  'a few wrong role accounts': {
    hours: 5 * DAY,
    mailings: [newsletter(400, [9])],
    receivers: [people(0.01, SAYS.unknown)],
    want: [],
  },
  'hardly any complaints': {
    hours: 14 * DAY,
    mailings: [newsletter(15_000, [33, 201], { complains: () => 0.00015 })],
    want: [],
    may: [['complaints', 'note']],
  },
  'one complaint': {
    hours: 3 * DAY,
    mailings: [newsletter(600, [9], { complains: oneOf() })],
    want: [],
    may: [['complaints', 'note']],
  },
  'one small receiver asks a list of its own': {
    hours: 7 * DAY,
    mailings: [receipts(40)],
    receivers: [at('firma7.example', always('554 5.7.1 rejected: 192.0.2.1 is listed in bl.firma7.example'))],
    want: [],
    may: [['blocklisted', 'warning']],
  },
  'eleven wrong addresses of five hundred': {
    hours: 3 * DAY,
    mailings: [{ stream: 'invites', rate: (hour) => (hour === 9 ? 500 : 0) }],
    receivers: [people(0.022, SAYS.unknown)],
    want: [],
    may: [['hard-bounces', 'note']],
  },
  'many small receivers greylist': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [at('firma', first(1, always(SAYS.greylisted)))],
    want: [],
    may: [['deferrals', 'note']],
  },
  'handshakes break now and then': {
    hours: 10 * DAY,
    mailings: [receipts(200)],
    receivers: [first(1, at('gmail.com', often(0.0007, '454 4.7.0 TLS handshake failed')))],
    want: [],
  },
  'one message that a partner’s certificate holds up': {
    hours: 5 * DAY,
    mailings: [receipts(30), { stream: 'orders', rate: (hour) => (hour === 20 ? 1 : 0), to: { 'partner.example': 1 } }],
    receivers: [at('partner.example', always(SAYS.tls))],
    want: [],
    may: [['tls-failures', 'note']],
  },
  'some without TLS among twenty thousand': {
    hours: 7 * DAY,
    mailings: [receipts(300, { tls: (hour) => Math.floor(hour * 1000) % 700 !== 3 })],
    want: [],
  },
  'a newsletter went out before the log ends': {
    hours: 2 * DAY,
    mailings: [newsletter(6000, [47]), receipts(30)],
    receivers: [ofStream('newsletter', first(2, people(0.12, SAYS.busy)))],
    want: [],
  },
  'a sale': {
    hours: 14 * DAY,
    mailings: [receipts(40), { stream: 'receipts', rate: (hour) => (hour === 250 ? 12_000 : 0) }],
    want: [],
  },
  'a queue that grows each night and empties': {
    hours: 8 * DAY + 3,
    mailings: [{ stream: 'receipts', rate: () => 120 }],
    receivers: [at('gmx.de', (tried) => ((tried.at + 2) % 24 < 6 ? SAYS.busy : undefined))],
    want: [],
    may: [['deferrals', 'warning']],
  },
  'the server stood still for five hours': {
    hours: 7 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour >= 80 && hour < 85 ? 0 : hour === 85 ? 360 : 60) }],
    want: [],
  },
  'the clocks go back': {
    hours: 14 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour === 146 ? 120 : hour === 147 ? 0 : 60) }],
    want: [],
  },
  'a hiccup of Outlook': {
    hours: 7 * DAY,
    mailings: [{ stream: 'receipts', rate: () => 400 }],
    receivers: [between(82, 82.5, at('outlook.com', first(1, always(SAYS.busy))))],
    want: [],
    may: [SPIKE_NOTE],
  },
  'fifteen given up of nine thousand': {
    hours: 9 * DAY,
    mailings: [receipts(60)],
    receivers: [people(0.0025, SAYS.down)],
    want: [],
  },
  'forty minutes of a log': { hours: 0.67, mailings: [{ stream: 'receipts', rate: () => 600 }], want: [] },
  'two minutes of a newsletter': { hours: 0.05, mailings: [quick(60_000)], want: [] },
  'a stream that began today': {
    hours: 7 * DAY,
    mailings: [receipts(30), { stream: 'digest', rate: (hour) => (hour > 150 ? 60 : 0) }],
    want: [],
  },
  'a small receiver cannot read SPF': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [
      at('firma9.example', always('550 5.7.23 The message was rejected because of Sender Policy Framework violation')),
    ],
    want: [],
    may: [['authentication-refused', 'warning']],
  },
  'one link on a list': {
    hours: 7 * DAY,
    mailings: [receipts(60)],
    receivers: [at('firma4.example', people(0.4, '554 5.7.1 Message contains a link listed in dbl.spamhaus.org'))],
    want: [],
    may: [['blocklisted', 'warning']],
  },
};

function oneOf(): () => number {
  let asked = 0;
  return () => ((asked += 1) === 100 ? 1 : 0);
}
