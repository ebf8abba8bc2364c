import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendaudit } from '../../support/sendaudit.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-mapping-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly time: string;
  readonly kind: string;
  readonly recipient: string;
  readonly severity?: string;
  readonly diagnostic?: string;
}

/** What a file tells by the mapping that is proposed for it, and what is said of that mapping. */
async function proposed(table: string): Promise<{ told: readonly Told[]; mapping: object; why: string }> {
  const path = join(folder, 'table.csv');
  const map = join(folder, 'table.json');
  writeFileSync(path, table);
  const guess = await sendaudit('logs', '--guess-map', path);
  writeFileSync(map, guess.stdout);
  const { stdout } = await sendaudit('logs', path, '--map', map, '--format', 'jsonl', '--fail-on', 'never');
  const told = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
  return { told, mapping: JSON.parse(guess.stdout) as object, why: guess.stderr };
}
const kinds = (told: readonly Told[]): string[] =>
  told.map(({ kind, severity }) => [kind, severity].filter(Boolean).join(' '));

async function refused(table: string, mapping: object): Promise<string> {
  const path = join(folder, 'refused.csv');
  const map = join(folder, 'refused.json');
  writeFileSync(path, table);
  writeFileSync(map, JSON.stringify(mapping));
  return (await sendaudit('logs', path, '--map', map)).stderr;
}

test('a row that is a message tells each thing that happened to it, at its own time', async () => {
  const { told, mapping } = await proposed(
    'recipient,sent,delivered,opened,bounced,error\n' +
      'ann@example.net,2026-10-01 10:00:00,2026-10-01 10:00:05,2026-10-01 11:00:00,,\n' +
      'ben@example.net,2026-10-01 10:00:00,,,2026-10-01 10:00:07,550 5.1.1 unknown\n',
  );
  expect(mapping).toMatchObject({
    kind: { columns: { accepted: 'sent', delivered: 'delivered', opened: 'opened', bounced: 'bounced' } },
  });
  expect(told.map(({ time, kind, recipient }) => `${time} ${kind} ${recipient}`)).toEqual([
    '2026-10-01T10:00:00Z accepted ann@example.net',
    '2026-10-01T10:00:05Z delivered ann@example.net',
    '2026-10-01T11:00:00Z opened ann@example.net',
    '2026-10-01T10:00:00Z accepted ben@example.net',
    '2026-10-01T10:00:07Z bounced ben@example.net',
  ]);
  expect(told.map(({ diagnostic }) => diagnostic).filter(Boolean)).toEqual(['550 5.1.1 unknown']);
  // One message each, whatever the row tells of it.
  const { stdout } = await sendaudit(
    'logs',
    join(folder, 'table.csv'),
    '--map',
    join(folder, 'table.json'),
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject({ totals: { attempted: 2, accepted: 1, bounced: 1, queued: 0 } });
});

test('counts and flags tell it as well, at the time of the row', async () => {
  const { told } = await proposed(
    'email,date,delivered,opens,clicks\nann@example.net,2026-10-01 10:00:00,true,3,0\nben@example.net,2026-10-01 10:00:01,true,0,0\n',
  );
  expect(kinds(told)).toEqual(['delivered', 'opened', 'delivered']);
});

test('a flag alone: what was not delivered bounced, and that is said', async () => {
  const { told, why } = await proposed(
    'sent_at,email,delivered,error\n2026-10-01T10:00:00Z,ann@example.net,TRUE,\n2026-10-01T10:00:00Z,ben@example.net,FALSE,552 5.2.2 full\n',
  );
  expect(kinds(told)).toEqual(['delivered', 'bounced soft']);
  expect(why).toContain('where `delivered` says no, the row is taken for bounced');
});

test('numbers that stand for kinds are asked for, and no row is made an event until then', async () => {
  const { told, why } = await proposed(
    'occurred_at,status_id,email\n2026-10-01T10:00:00Z,1,ann@example.net\n2026-10-01T10:00:00Z,2,ben@example.net\n',
  );
  expect(told).toEqual([]);
  expect(why).toContain('kind.values: say what these mean, until then no row is an event: `1`, `2`');
});

test.each([
  ['rebond permanent', 'bounced hard'],
  ['rebond temporaire', 'bounced soft'],
  ['Errore permanente', 'bounced hard'],
  ['Errore temporaneo', 'deferred soft'],
  ['Endgültig unzustellbar', 'bounced hard'],
  ['désabonnement', 'unsubscribed'],
  ['Rimandato', 'deferred soft'],
  ['Entregue', 'delivered'],
  ['Delivery failed', 'bounced soft'],
  ['Delivery delayed', 'deferred soft'],
  ['Zustellung erfolgreich', 'delivered'],
  ['Abuse Complaint', 'complained'],
])('%s is %s', async (word, kind) => {
  const { told } = await proposed(
    `date;email;event\n2026-10-01T10:00:00Z;ann@example.net;${word}\n2026-10-01T10:00:01Z;ben@example.net;delivered\n`,
  );
  expect(kinds(told)[0]).toBe(kind);
});

test('a word that is denied is none', async () => {
  const { told, why } = await proposed(
    'date,email,event\n2026-10-01T10:00:00Z,ann@example.net,Not opened\n2026-10-01T10:00:01Z,ben@example.net,Delivered\n',
  );
  expect(kinds(told)).toEqual(['delivered']);
  expect(why).toContain('not known, and left out: `Not opened` (1)');
});

test('the first time is named as the time, and whether it was the first is not whether it was', async () => {
  const { told } = await proposed(
    'email,sent_at,first_opened_at,first_clicked_at\nann@example.net,2026-10-01T10:00:00Z,2026-10-01T11:00:00Z,2026-10-01T12:00:00Z\n',
  );
  expect(kinds(told)).toEqual(['accepted', 'opened', 'clicked']);
});

test('fourteen digits are a date, thirteen are milliseconds', async () => {
  const at = async (time: string) =>
    (await proposed(`when,email,event\n${time},ann@example.net,delivered\n`)).told[0]?.time;
  expect(await at('20261001100000')).toBe('2026-10-01T10:00:00Z');
  expect(await at('1790848800000')).toBe('2026-10-01T10:00:00Z');
});

test('a column of replies is one whatever it is called', async () => {
  const { mapping } = await proposed(
    'when,email,event,smtp_text\n2026-10-01T10:00:00Z,ann@example.net,bounced,550 5.1.1 no such user\n',
  );
  expect(mapping).toMatchObject({ diagnostic: { column: 'smtp_text' } });
});

test('a cell of several addresses is an event for each', async () => {
  const { told } = await proposed(
    'when,recipients,event\n2026-10-01T10:00:00Z,"ann@example.net, ben@example.net",delivered\n',
  );
  expect(told.map(({ recipient }) => recipient)).toEqual(['ann@example.net', 'ben@example.net']);
});

const TABLE = 'when,who,opened\n2026-10-01T10:00:00Z,ann@example.net,TRUE\n';
const MAPPING = { time: { column: 'when' }, kind: { always: 'delivered' }, recipient: { column: 'who' } };

test('a recipient that is no address is told, with the column that has them', async () => {
  expect(await refused(TABLE, { ...MAPPING, recipient: { column: 'opened' } })).toContain(
    'recipient.column is `opened`, which holds `TRUE` and no addresses; there are some in `who`',
  );
});

test('a column or a kind of kind.columns that is not there is told by its name', async () => {
  expect(await refused(TABLE, { ...MAPPING, kind: { columns: { opened: 'opend' } } })).toContain(
    'kind.columns.opened is `opend`, and there is no such column; did you mean `opened`?',
  );
  expect(await refused(TABLE, { ...MAPPING, kind: { columns: { open: 'opened' } } })).toContain(
    'kind.columns: `open` is no kind of event',
  );
});

test('times in months to come are told', async () => {
  const path = join(folder, 'future.csv');
  const map = join(folder, 'future.json');
  writeFileSync(path, 'when,who\n2612-01-09T10:00:00Z,ann@example.net\n');
  writeFileSync(map, JSON.stringify(MAPPING));
  expect((await sendaudit('logs', path, '--map', map)).stdout).toContain('2612-01-09, which is still to come');
});

test('events in a list within an object are of whom the object is of, and a mapping says where they stand', async () => {
  const line = (id: string, to: string, events: readonly object[]): string => `${JSON.stringify({ id, to, events })}\n`;
  const { told, mapping } = await proposed(
    line('m1', 'ann@example.net', [
      { name: 'sent', at: '2026-10-01T10:00:00Z' },
      { name: 'delivered', at: '2026-10-01T10:00:02Z', detail: '250 ok' },
    ]) +
      line('m2', 'ben@example.net', [
        { name: 'sent', at: '2026-10-01T10:00:00Z' },
        { name: 'bounce', at: '2026-10-01T10:00:03Z', detail: '550 5.1.1 unknown' },
      ]),
  );
  expect(mapping).toMatchObject({ input: 'records', events: 'events' });
  expect(told.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
    'accepted ann@example.net',
    'delivered ann@example.net',
    'accepted ben@example.net',
    'bounced ben@example.net',
  ]);
});

async function proposedBytes(bytes: Uint8Array): Promise<{ kinds: string[]; encoding: unknown }> {
  const path = join(folder, 'bytes.csv');
  const map = join(folder, 'bytes.json');
  writeFileSync(path, bytes);
  const guess = await sendaudit('logs', '--guess-map', path);
  writeFileSync(map, guess.stdout);
  const { stdout } = await sendaudit('logs', path, '--map', map, '--format', 'jsonl', '--fail-on', 'never');
  const told = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
  return { kinds: kinds(told), encoding: (JSON.parse(guess.stdout) as { encoding?: string }).encoding };
}
/** Latin letters and Cyrillic ones as Windows-1251 has them. */
const cyrillic = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x0410 + 0xc0;
    }),
  );
const RUSSIAN =
  'Дата;Получатель;Статус;Причина\n' +
  '01.10.2026 10:00:00;ann@example.net;Доставлено;\n' +
  '01.10.2026 10:00:01;ben@example.net;Не доставлено;550 5.1.1\n' +
  '01.10.2026 10:00:02;ann@example.net;Открыто;\n';

test('a table in Windows-1251 is known by its words, and read by the mapping that names the encoding', async () => {
  const expected = ['delivered', 'bounced hard', 'opened'];
  expect(await proposedBytes(cyrillic(RUSSIAN))).toEqual({ kinds: expected, encoding: 'windows-1251' });
  expect(await proposedBytes(Buffer.from(RUSSIAN))).toEqual({ kinds: expected, encoding: undefined });
});

test('an encoding that nobody knows is a mistake in the mapping', async () => {
  const text = await refused('a,b,c\n', {
    encoding: 'windows-1',
    time: { column: 'a' },
    kind: { column: 'b' },
    recipient: { column: 'c' },
  });
  expect(text).toContain('encoding');
  expect(text).toContain('is no encoding that is known');
});

test.each([
  [
    'dates with hyphens and a clock beside them',
    'datum;tijd;ontvanger;status\n15-10-2026;10:00:00;ann@example.net;afgeleverd\n',
    '2026-10-15T10:00:00Z',
  ],
  ['days of a spreadsheet', 'Timestamp;Email;Event\n45356,375;ann@example.net;Delivered\n', '2024-03-05T09:00:00Z'],
  [
    'dates of .NET',
    JSON.stringify([{ Recipient: 'ann@example.net', Status: 'Delivered', Date: '/Date(1709625600000+0100)/' }]),
    '2024-03-05T08:00:00Z',
  ],
  [
    'titles above the names and sums below',
    'Activity report\nAccount: Shop\n\nDate,Recipient,Event\n2024-03-05 08:00:00,ann@example.net,Delivered\nTotal,1,\n',
    '2024-03-05T08:00:00Z',
  ],
])('%s are proposed and read', async (_, table, time) => {
  const { told } = await proposed(table);
  expect(told.map((one) => `${one.time} ${one.kind} ${one.recipient}`)).toEqual([`${time} delivered ann@example.net`]);
});

test('a list of events is named by its path, and keys in it with that path before them or without', async () => {
  const path = join(folder, 'steps.ndjson');
  const map = join(folder, 'steps.json');
  writeFileSync(
    path,
    `${JSON.stringify({ to: 'ann@example.net', trace: { steps: [{ s: 'OK', t: 1_794_218_400 }] } })}\n` +
      `${JSON.stringify({ to: 'ben@example.net', trace: { steps: [] } })}\n`,
  );
  const mapping = {
    input: 'records',
    events: 'trace.steps',
    time: { column: 't' },
    kind: { column: 'trace.steps.s', values: { OK: 'delivered' } },
    recipient: { column: 'to' },
  };
  writeFileSync(map, JSON.stringify(mapping));
  const { stdout, stderr } = await sendaudit('logs', path, '--map', map, '--format', 'jsonl', '--fail-on', 'never');
  expect(stderr).toBe('');
  const told = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
  expect(told.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual(['delivered ann@example.net']);
});
