import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { classify } from '../../src/replies/classify.ts';

/** Event objects of the services' own documentation; they are not ours to hand on, and lie beside the project. */
const FOLDER = '../shared/data/events';
const REFUSED = new Set(['bounced', 'dropped', 'deferred', 'expired']);

async function read(name: string) {
  const told: string[] = [];
  const reading = await readEvents([`${FOLDER}/${name}`], {
    formats: logFormats,
    now: Date.parse('2026-11-20T12:00:00Z') / 1000,
    onEvent: (event) => void told.push(line(event)),
  });
  const unread = reading.unread.list().map(({ why, count }) => `${count} × ${why}`);
  return { formats: reading.formats.map(({ id }) => id), told, unread };
}

const line = (event: MailEvent): string =>
  [
    event.kind,
    event.time.toFixed(3),
    event.recipient,
    ...(REFUSED.has(event.kind) ? [classify(event).class] : []),
  ].join(' ');

const SENDGRID_TIME = '1513299569.000 example@test.com';

// Written by hand from the objects, in their order.
const WANTED = [
  {
    name: 'mailgun-docs/events.ndjson',
    format: 'mailgun',
    told: [
      'accepted 1529692198.642 team@example.org',
      'accepted 1529692198.719 john@example.com',
      'delivered 1529692199.626 john@example.com',
      'dropped 1529701969.818 slava@mailgun.com suppressed',
      'bounced 1666214138.405 christest123@test.com user-unknown',
      'deferred 1665066523.872 test@test.com rate-limited',
      'opened 1377047343.042 recipient@example.com',
      'clicked 1377075564.095 recipient@example.com',
      'unsubscribed 1377213791.421 recipient@example.com',
      'complained 1377214260.050 foo@example.com',
      // Mail that came in and two list uploads are no events of ours.
    ],
    unread: [],
  },
  {
    name: 'sendgrid-docs/events-2021.ndjson',
    format: 'sendgrid',
    told: [
      `accepted ${SENDGRID_TIME}`,
      // «400 try again later» does not say more than that.
      `deferred ${SENDGRID_TIME} system-error`,
      `delivered ${SENDGRID_TIME}`,
      `opened ${SENDGRID_TIME}`,
      `clicked ${SENDGRID_TIME}`,
      `bounced ${SENDGRID_TIME} user-unknown`,
      `dropped ${SENDGRID_TIME} suppressed`,
      `complained ${SENDGRID_TIME}`,
      `unsubscribed ${SENDGRID_TIME}`,
      `unsubscribed ${SENDGRID_TIME}`,
      `subscribed ${SENDGRID_TIME}`,
      `accepted ${SENDGRID_TIME}`,
      `dropped ${SENDGRID_TIME} suppressed`,
      `delivered ${SENDGRID_TIME}`,
      `deferred ${SENDGRID_TIME} system-error`,
      `bounced ${SENDGRID_TIME} user-unknown`,
      `bounced ${SENDGRID_TIME} user-unknown`,
      `opened ${SENDGRID_TIME}`,
      `clicked ${SENDGRID_TIME}`,
      `complained ${SENDGRID_TIME}`,
      `unsubscribed ${SENDGRID_TIME}`,
      `unsubscribed ${SENDGRID_TIME}`,
      `subscribed ${SENDGRID_TIME}`,
      'opened 1337966815.000 john.doe@sendgrid.com',
      'opened 1337966815.000 jane.doe@sendgrid.com',
      'opened 1337966815.000 john.doe@sendgrid.com',
      'opened 1337966815.000 jane.doe@sendgrid.com',
      'clicked 1337966815.000 john.doe@sendgrid.com',
      // A capital letter, and the time as text.
      'accepted 123456789.000 john.doe@sendgrid.com',
      // Milliseconds.
      'opened 1591726752.372 email@example.com',
      'unsubscribed 1380822437.000 nick@sendgrid.com',
      'accepted 1427409578.000 john.doe@sendgrid.com',
      'clicked 1249948800.000 email@example.com',
    ],
    // Names of keys, and a set of unique arguments.
    unread: ['40 × no JSON object', '1 × no line of SendGrid'],
  },
  {
    name: 'kumomta-docs/checking_logs.json',
    format: 'kumomta',
    told: ['accepted 1695847980.000 test@example.com'],
    unread: [],
  },
  {
    name: 'kumomta-docs/log_record-delivery.json',
    format: 'kumomta',
    told: ['delivered 1757675281.441 user@recipient.example.com'],
    unread: [],
  },
  {
    name: 'kumomta-docs/non_relay_hosts.json',
    format: 'kumomta',
    told: ['accepted 1702996556.000 mmiihhww09@gmail.com'],
    unread: [],
  },
  {
    name: 'kumomta-docs/reception.ndjson',
    format: 'kumomta',
    told: ['accepted 1691595584.000 wez@example.com.org', 'accepted 1682712864.000 recipient@example.com'],
    unread: [],
  },
  {
    // The part of a record that the page talks about: neither when nor to whom.
    name: 'kumomta-docs/suspend_delivery_when_spool_unhealthy.json',
    format: 'kumomta',
    told: [],
    unread: ['1 × an event without a time'],
  },
];

if (!existsSync(FOLDER)) console.log('skipped: no public event objects beside this checkout');
describe.skipIf(!existsSync(FOLDER))(
  'event objects of public documentation (skipped where they do not lie beside)',
  () => {
    test.each(WANTED)(
      '$name: kind, time, recipient and class of every event',
      async ({ name, format, told, unread }) => {
        expect(await read(name)).toEqual({ formats: [format], told, unread });
      },
    );
  },
);
