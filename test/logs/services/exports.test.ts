import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logFormats } from '../../../src/logs/formats/all.ts';
import { headOf, recogniseLog } from '../../../src/logs/recognise.ts';
import { sendauditIn } from '../../support/sendaudit.ts';

const FOLDER = 'fixtures/logs';
let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-exports-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function totals(paths: readonly string[], ...argv: readonly string[]): Promise<Record<string, unknown>> {
  const run = await sendauditIn(
    { now: () => new Date('2026-11-20T12:00:00Z') },
    'logs',
    ...paths,
    ...argv,
    '--format',
    'json',
    '--fail-on',
    'never',
  );
  expect(run.stderr).toBe('');
  return (JSON.parse(run.stdout) as { totals: Record<string, unknown> }).totals;
}

const tables = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));

test.each(tables)('no other table format takes %s for its own', (name) => {
  const head = headOf(readFileSync(join(FOLDER, name)));
  const sure = logFormats.flatMap((format) =>
    format.shape === 'table' && format.recognise(head.columns) > 0 ? [format.id] : [],
  );
  expect(sure).toEqual([name.split('.')[0]]);
});

test.each([
  'email,status,reason,created,campaign\na@example.net,5.1.1,no,1794218400,spring\n',
  'address,code,error,created_at,street,town\n1 High Street,550,,2026-11-09,a,b\n',
  'timestamp,type,rcpt_to,event_id\n2026-11-09T10:00:00Z,bounce,a@example.net,1\n',
  'idList,email,subject,details\n1,a@example.net,Lamps,\n',
  'Email,Event Type,Event Timestamp\na@example.net,Sent,11/09/2026 10:00:00\n',
  'Email,status,date,messageid\na@example.net,sent,2026-11-09T10:00:00,1\n',
  'id,created_at,to,last_event\n1,2026-11-09T10:00:00Z,a@example.net,seen\n',
  'Message ID,Status,Email Address\n1,Gone,a@example.net\n',
  'EventDate,EventType,EmailAddress\n11/9/2026 4:00:00 AM,Sent,a@example.net\n',
])('a table of somebody’s own that looks like one of a service’s is not guessed at: %j', (text) => {
  expect(recogniseLog(headOf(Buffer.from(text)), logFormats)).toBeUndefined();
});

test('the files of a tracking extract are one story: each subscriber counts once, at the hour the zone says', async () => {
  const paths = tables
    .filter((name) => name.startsWith('salesforce-marketing-cloud.'))
    .map((name) => join(FOLDER, name));
  expect(await totals(paths, '--timezone', '-06:00')).toMatchObject({
    files: 6,
    unread: 0,
    messages: 9,
    bounced: 5,
    bouncedAs: { hard: 1, soft: 3, block: 1 },
    dropped: 2,
    opened: { human: 0, machine: 0, unknown: 1 },
    clicked: 1,
    unsubscribed: 1,
    acceptanceTold: false,
  });
});

test('times that name no zone are assumed and said to be; --timezone settles them', async () => {
  const paths = ['acoustic.csv', 'socketlabs.csv', 'oracle-responsys.sent.csv'].map((name) => join(FOLDER, name));
  const run = await sendauditIn({}, 'logs', ...paths, '--fail-on', 'never');
  expect(run.stdout).toContain('15 times without a zone: UTC is assumed');
  const zoned = await sendauditIn({}, 'logs', ...paths, '--timezone', 'America/New_York', '--fail-on', 'never');
  expect(zoned.stdout).not.toContain('without a zone');
});

test('events nobody has told the number of are counted as not understood, and named', async () => {
  const path = join(folder, 'skipped.csv');
  const header = readFileSync(join(FOLDER, 'oracle-responsys.sent.csv'), 'utf8').split('\n', 1)[0] ?? '';
  writeFileSync(path, `${header}\n3,1234,77,9001,,09-Nov-2026 10:00:00,,51,3301,anna@example.net,example.net,H\n`);
  const run = await sendauditIn({}, 'logs', path, join(FOLDER, 'oracle-responsys.sent.csv'), '--fail-on', 'never');
  expect(run.stdout).toContain('`3` in the column `EVENT_TYPE_ID` is no event');
});

/** Each with rows that tell nothing certain: each of them counts once, whatever it might have told. */
const NOT_UNDERSTOOD: readonly (readonly [sample: string, row: string, why: string])[] = [
  [
    'hubspot-recipients.csv',
    'finn@example.org,1,2,,Lamps,,NON_MARKETABLE_CONTACT,,,,FALSE,FALSE,TRUE,FALSE,FALSE,FALSE,TRUE,FALSE,FALSE',
    'no time in the column `Sent At (Your time zone)`',
  ],
  [
    'hubspot-recipients.csv',
    'finn@example.org,1,2,,Lamps,2026-11-09 10:00,,,,,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE',
    'nothing says what happened',
  ],
  [
    'mailjet-csv.csv',
    'ida@example.org,unknown,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,2026-11-09T10:00:08,1,s@example.org,Lamps,7,1',
    '`unknown` in the column `status` is no event',
  ],
  ['brevo-campaign.csv', '31;Lamps;finn@example.org;;;;0;0;;;;;;;;;0;;0', 'no time in the column `Send_Date`'],
  ['resend-csv.csv', '1,soon,Lamps,s@example.org,finn@example.org,,,,opened,,,k', 'holds no time that is unmistakable'],
  ['postmark-csv.csv', '1,Held,finn@example.org,Lamps,,2026-11-09T10:05:00Z,', '`Held` in the column `Status`'],
  ['postmark-csv.csv', '1,Opened,finn@example.org,Lamps,,11/09/2026 10:06,', 'holds no time that is unmistakable'],
];

test.each(NOT_UNDERSTOOD)('%s: a row that is not understood counts once and is named: %s', async (sample, row, why) => {
  const path = join(folder, sample);
  const text = readFileSync(join(FOLDER, sample), 'utf8');
  // Files put together: their column names come again.
  writeFileSync(path, `${text}${text.split('\n', 1)[0]?.replace('\u{FEFF}', '') ?? ''}\n${row}\n`);
  const whole = await totals([join(FOLDER, sample)]);
  const { unread, ...more } = await totals([path]);
  expect([unread, more['attempted'], more['events']]).toEqual([1, whole['attempted'], whole['events']]);
  const run = await sendauditIn({}, 'logs', path, '--fail-on', 'never', '--format', 'json');
  expect(JSON.stringify(JSON.parse(run.stdout))).toContain(why);
});

test.each([
  [
    'hubspot-events',
    {
      messages: 3,
      attempted: 3,
      accepted: 2,
      bounced: 1,
      dropped: 1,
      deferred: { messages: 1, attempts: 1 },
      clicked: 1,
    },
  ],
  [
    'hubspot-recipients',
    { attempted: 4, accepted: 2, bounced: 1, dropped: 1, complained: 1, unsubscribed: 1, queued: 1 },
  ],
  ['mailjet-csv', { attempted: 7, accepted: 4, bounced: 2, dropped: 1, complained: 1, unsubscribed: 1 }],
  ['brevo-campaign', { attempted: 5, accepted: 3, bounced: 2, complained: 1, unsubscribed: 1, clicked: 1 }],
  ['resend-csv', { attempted: 6, accepted: 4, bounced: 1, dropped: 1, complained: 1, clicked: 1 }],
  ['postmark-csv', { attempted: 5, accepted: 3, bounced: 1, clicked: 1, queued: 1 }],
])('%s: what became of each message counts once, whatever else its row tells', async (name, figures) => {
  expect(await totals([join(FOLDER, `${name}.csv`)])).toMatchObject({ ...figures, unread: 0 });
});

test('what a service kept back and what bounced for no reason told are two reasons, in whichever order', async () => {
  const path = join(folder, 'bare.csv');
  const sample = readFileSync(join(FOLDER, 'mailjet-csv.csv'), 'utf8').trimEnd().split('\n');
  const [header = '', ...rows] = sample;
  const told = async (lines: readonly string[]): Promise<unknown> => {
    writeFileSync(path, [header, ...lines, ''].join('\n'));
    const reasons = (await totals([path]))['reasons'] as readonly Record<string, unknown>[];
    return reasons.map((reason) => [reason['class'], reason['count']]);
  };
  const expected = [
    ['unclassified', 3],
    ['suppressed', 1],
  ];
  expect([await told(rows), await told(rows.toReversed())]).toEqual([expected, expected]);
});

test.each(['mailgun-bounces', 'mandrill-denylist', 'sendgrid-suppressions'])(
  '%s: a list of failures tells no shares, alone or beside what tells what went through',
  async (name) => {
    const told = async (...names: readonly string[]): Promise<readonly boolean[]> => {
      const paths = names.map((one) => join(FOLDER, one));
      const run = await sendauditIn({}, 'logs', ...paths, '--format', 'json', '--fail-on', 'never');
      const { streams } = JSON.parse(run.stdout) as {
        readonly streams: readonly (Record<string, number> & { readonly acceptanceTold: unknown })[];
      };
      return streams.map(
        ({ accepted = 0, handedOver = 0, local = 0, acceptanceTold }) =>
          acceptanceTold === accepted + handedOver + local > 0,
      );
    };
    const list = tables.find((one) => one.startsWith(`${name}.`)) ?? '';
    expect(await told(list)).not.toContain(false);
    expect(await told(list, 'sparkpost-csv.csv')).not.toContain(false);
    expect(await told(list, 'postfix.log')).not.toContain(false);
  },
);
