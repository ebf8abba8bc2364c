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
} from '../../support/receivers.ts';
import type { LabelledWorld } from './first-worlds.ts';

const DAY = 24;
const steady = (stream: string, rate: number, more: Partial<Mailing> = {}): Mailing => ({
  stream,
  rate: () => rate,
  ...more,
});

export const INCIDENTS: Readonly<Record<string, LabelledWorld>> = {
  'GMX closes the door for a night': {
    hours: 9 * DAY,
    mailings: [steady('receipts', 90)],
    receivers: [between(6 * DAY + 22, 7 * DAY + 5, at('gmx.de', always(SAYS.busy)))],
    want: [['spike', 'note', /GMX/, /fault/]],
  },
  'a bad name at Gmail, which refuses a tenth': {
    hours: 10 * DAY,
    mailings: [newsletter(1500, daily(10))],
    receivers: [
      at(
        'gmail.com',
        people(
          0.1,
          '550 5.7.1 Gmail has detected that this message is suspicious due to the very low reputation of the sending domain.',
        ),
      ),
    ],
    want: [['refused', 'error', /Gmail/, /bad name/]],
  },
  'a name that does not resolve back, since this morning': {
    hours: 4 * DAY - 12,
    mailings: [steady('receipts', 40)],
    receivers: [
      between(
        3 * DAY + 6,
        999,
        at('gmail.com', always('550 5.7.25 The IP address sending this message does not have a PTR record setup.')),
      ),
    ],
    want: [
      ['authentication-refused', 'error', /Gmail/, /5\.7\.25/],
      ['spike', 'warning', /Gmail/],
    ],
  },
  'a list bought for one campaign of many': {
    hours: 20 * DAY,
    mailings: [
      newsletter(800, daily(20)),
      { stream: 'launch', rate: (hour) => (hour === 300 ? 1200 : 0), complains: () => 0.02 },
    ],
    receivers: [ofStream('launch', people(0.09, SAYS.unknown))],
    want: [
      ['hard-bounces', 'error', /launch/],
      ['complaints', 'error', /launch/],
    ],
    may: [['spike', 'note']],
  },
  'nothing leaves any more': {
    hours: 6 * DAY,
    mailings: [steady('receipts', 50)],
    receivers: [between(6 * DAY - 7, 999, always(SAYS.dns))],
    want: [
      ['spike', 'warning', /DNS/],
      ['rising-queue', 'warning', /receipts/, /DNS/],
    ],
    may: [['deferrals', 'warning']],
  },
  'Yahoo’s users begin to complain': {
    hours: 21 * DAY,
    mailings: [newsletter(2500, daily(21), { complains: (hour) => (hour > 17 * DAY ? 0.006 : 0.0002) })],
    want: [['complaints', 'warning', /newsletter/]],
    may: [['complaints', 'error']],
  },
};

export const CALM: Readonly<Record<string, LabelledWorld>> = {
  'a club of three hundred': {
    hours: 30 * DAY,
    mailings: [{ stream: 'newsletter', rate: (hour) => (hour % 168 === 20 ? 300 : 0), complains: () => 0.0003 }],
    receivers: [people(0.004, SAYS.unknown)],
    want: [],
  },
  'a shop by night and by day': {
    hours: 25 * DAY,
    mailings: [receipts(15), newsletter(600, [200, 370, 530])],
    receivers: [first(1, at('yahoo.com', often(0.05, SAYS.yahooRate)))],
    want: [],
  },
  'a large sender on an ordinary day': {
    hours: DAY,
    mailings: [steady('digest', 1500, { complains: () => 0.0003 })],
    receivers: [first(1, often(0.02, SAYS.busy)), people(0.008, SAYS.unknown)],
    want: [],
  },
  'four mails in a row to a filter that dislikes them': {
    hours: 8 * DAY,
    mailings: [steady('receipts', 30)],
    receivers: [between(60, 64, at('gmx.de', often(0.5, SAYS.spam)))],
    want: [],
    may: [['spike', 'note']],
  },
  'a receiver that greylists for hours': {
    hours: 12 * DAY,
    mailings: [steady('receipts', 25)],
    receivers: [at('gmx.de', first(5, always(SAYS.greylisted)))],
    want: [],
    may: [['deferrals', 'note']],
  },
  'a log that ends in the middle of a mailing': {
    hours: 5 * DAY + 9.5,
    mailings: [newsletter(4000, daily(6)), receipts(20)],
    receivers: [first(1, at('gmail.com', often(0.08, SAYS.gmailRate)))],
    want: [],
  },
  'a day off for everybody': {
    hours: 15 * DAY,
    mailings: [{ stream: 'receipts', rate: (hour) => (hour >= 240 && hour < 264 ? 2 : 45) }],
    want: [],
  },
};
