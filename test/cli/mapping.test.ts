import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guessMapping } from '../../src/cli/guessed-mapping.ts';
import type { Io } from '../../src/cli/io.ts';
import { mappingOf, readMapping } from '../../src/cli/mapping-file.ts';
import { UserError } from '../../src/core/errors.ts';
import { readEvents } from '../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { eventBody } from '../../src/logs/event-text.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import type { LogFormat } from '../../src/logs/format.ts';
import { sendaudit } from '../support/sendaudit.ts';

// `UPDATE=1 vitest run test/cli/mapping.test.ts` writes what is proposed and read now; review the difference.
const update = process.env['UPDATE'] === '1';
const FOLDER = 'fixtures/mapping';
const NOW = Date.parse('2026-11-20T12:00:00Z') / 1000;

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-mapping-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function guessed(path: string, stdin = ''): Promise<{ stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  const output = (name: keyof typeof text): Io['stdout'] => ({
    isTerminal: false,
    columns: undefined,
    write: async (piece) => void (text[name] += piece),
  });
  await guessMapping(path, {
    stdin: Readable.from([stdin]),
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {},
    interrupted: new AbortController().signal,
    now: () => new Date(NOW * 1000),
  });
  return text;
}

async function read(path: string, mapping: LogFormat, formats: readonly LogFormat[] = []) {
  const events: MailEvent[] = [];
  const reading = await readEvents([path], { formats, mapping, now: NOW, onEvent: (event) => void events.push(event) });
  return { ...reading, told: events, text: events.map((event) => `${JSON.stringify(eventBody(event))}\n`).join('') };
}
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError: ${String(error)}`);
  return [error.message, error.why, error.hint].filter(Boolean).join('\n');
}

const samples = readdirSync(FOLDER).filter((name) => !/\.(?:mapping\.json|events\.jsonl)$/.test(name));
const stemOf = (name: string): string => `${FOLDER}/${name.replace(/\.\w+$/, '')}`;

describe('a proposed mapping', () => {
  test.each(samples)('%s: is what one would write, and reads the file it was made of', async (name) => {
    const path = `${FOLDER}/${name}`;
    const { stdout } = await guessed(path);
    const { text, inputs } = await read(path, await mappingOf(stdout, 'proposed.json'));
    if (update) {
      writeFileSync(`${stemOf(name)}.mapping.json`, stdout);
      writeFileSync(`${stemOf(name)}.events.jsonl`, text);
    }
    expect(inputs.failed).toEqual([]);
    expect(stdout).toBe(readFileSync(`${stemOf(name)}.mapping.json`, 'utf8'));
    expect(text).toBe(readFileSync(`${stemOf(name)}.events.jsonl`, 'utf8'));
  });

  const logs = readdirSync('fixtures/logs').filter((name) =>
    logFormats.some(({ id, shape }) => id === name.split('.')[0] && (shape === 'table' || shape === 'records')),
  );
  // Times in two ways in one column, which no mapping can say.
  const isMixed = (name: string): boolean => name.startsWith('elastic-email.');
  // What happened stands in the name of the file, or in a language of its own; or an address in two columns: these are read
  // without a mapping.
  const SILENT =
    /^copernica\.(?:attempts|deliveries|headless|cdm-(?:attempts|delivery|impression|retry))\.|^(?:microsoft-365-trace|halon)\./;
  const tables = logs.filter((name) => !name.endsWith('.events.jsonl') && !isMixed(name));
  test.each(tables.filter((name) => SILENT.test(name)))('takes nothing in %s for delivered', async (name) => {
    const reading = guessed(`fixtures/logs/${name}`).then(({ stdout }) => mappingOf(stdout, 'proposed.json'));
    expect(await refusal(reading)).toMatch(/nothing says what happened in these rows|nothing can be proposed/);
  });
  test.each(tables.filter((name) => !SILENT.test(name)))('loses no row of %s', async (name) => {
    const path = `fixtures/logs/${name}`;
    const { stdout } = await guessed(path);
    const { told, unread, inputs, lines } = await read(path, await mappingOf(stdout, 'proposed.json'), logFormats);
    expect(inputs.failed).toEqual([]);
    // Exports of many kinds of objects cannot be mapped: each is told, as an event or as unread.
    expect(told.every(({ source }) => source.startsWith('map:'))).toBe(true);
    // A text message among the mails is passed over.
    const others = 'only' in (JSON.parse(stdout) as object) ? 1 : 0;
    expect(told.length + unread.count + others).toBeGreaterThanOrEqual(lines);
  });

  test('holds to the schema that is printed', { timeout: 60_000 }, async () => {
    const { stdout: schema } = await sendaudit('schema', 'mapping');
    const isMapping = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object);
    for (const name of samples) expect(isMapping(JSON.parse((await guessed(`${FOLDER}/${name}`)).stdout))).toBe(true);
    expect(isMapping({ time: { column: 'a' }, kind: {}, recipient: { column: 'b' } })).toBe(false);
    const several = (column: unknown) => ({
      time: { column },
      kind: { always: 'bounced' },
      recipient: { column: 'b' },
    });
    expect(isMapping(several(['a', 'c']))).toBe(true);
    expect(isMapping(several([]))).toBe(false);
  });

  test('says why, and what is to be looked at', async () => {
    const { stderr } = await guessed(`${FOLDER}/german.csv`);
    expect(stderr).toContain('recipient      `Empfänger` holds addresses, like `ann@example.net`');
    expect(stderr).toContain('kind.values: not known, and left out: `in Prüfung` (1)');
    expect(stderr).toContain('time.zone: the times have no zone');
  });

  test('takes days and months apart by how close they lie, and says where both would do', async () => {
    const rows = (...days: string[]): string =>
      `time,email,event\n${days.map((day) => `${day} 10:00,a@b.example,open\n`).join('')}`;
    expect((await guessed(file('a.csv', rows('03/11/2026', '04/11/2026', '05/11/2026')))).stdout).toContain(
      'DD/MM/YYYY',
    );
    expect((await guessed(file('b.csv', rows('11/03/2026', '11/04/2026', '11/05/2026')))).stdout).toContain(
      'MM/DD/YYYY',
    );
    expect((await guessed(file('c.csv', rows('11/03/2026', '11/04/2026')))).stderr).toContain(
      '`DD/MM/YYYY hh:mm` would read',
    );
  });

  test('comes of standard input, too, and of a file of many rows', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, n) => `2026-11-09T10:00:00Z,a${n}@example.net,${n === 40_399 ? 'bounce' : 'open'}\n`,
    );
    const { stdout } = await guessed('-', `time,to,event\n${rows.join('')}`);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'stdin', kind: { values: { open: 'opened' } } });
  });

  test('is refused for what holds no times or recipients', async () => {
    expect(await refusal(guessed(file('people.csv', 'name,age\nann,5\nben,7\n')))).toContain('no column holds times');
    expect(await refusal(guessed(file('nothing.csv', '')))).toContain('nothing can be proposed');
    expect(await refusal(guessed(join(folder, 'none.csv')))).toContain('no such file');
  });
});

const MAPPING = {
  name: 'crm',
  time: { column: 'Zeit', format: 'DD.MM.YYYY hh:mm', zone: 'Europe/Berlin' },
  kind: { column: 'Status', values: { zugestellt: 'delivered', Fehler: 'soft-bounced', intern: 'ignored' } },
  recipient: { column: 'An', separator: ';' },
  envelopeFrom: { always: 'bounce@example.com' },
  diagnostic: { column: 'Grund' },
  delay: { column: 'Dauer', unit: 'milliseconds' },
  tags: { stream: { always: 'crm' }, campaign: { column: 'Kampagne' } },
};
const CSV = `Zeit,Status,An,Grund,Dauer,Kampagne
09.11.2026 10:00,Zugestellt,ann@example.net;"Ben" <ben@Example.ORG.>,250 ok,1500,Herbst
09.07.2026 10:00,FEHLER,cem@example.net,"550 5.1.1 <cem@example.net>: unknown",,
,zugestellt,dee@example.net,,,
09.11.2026 10:01,intern,eva@example.net,,,
heute,zugestellt,fay@example.net,,,
09.11.2026 10:02,verschollen,gil@example.net,,,
`;
const crm = (change: object = {}): Promise<LogFormat> =>
  mappingOf(JSON.stringify({ ...MAPPING, ...change }), 'crm.json');

describe('a declared mapping', () => {
  test('reads what it names, and counts what it cannot by why', async () => {
    const { told, unread, formats } = await read(file('crm.csv', CSV), await crm());
    expect(told.map((event) => eventBody(event))).toEqual([
      ...['ann@example.net', 'ben@Example.ORG.'].map((recipient) => ({
        time: '2026-11-09T09:00:00Z',
        kind: 'delivered',
        source: 'map:crm',
        ids: {},
        recipient,
        recipientDomain: recipient.startsWith('ann') ? 'example.net' : 'example.org',
        envelopeFrom: 'bounce@example.com',
        delay: { total: 1.5 },
        code: 250,
        diagnostic: '250 ok',
        tags: { stream: 'crm', campaign: 'Herbst' },
      })),
      {
        time: '2026-07-09T08:00:00Z',
        kind: 'bounced',
        source: 'map:crm',
        ids: {},
        recipient: 'cem@example.net',
        recipientDomain: 'example.net',
        envelopeFrom: 'bounce@example.com',
        code: 550,
        enhancedCode: '5.1.1',
        diagnostic: '550 5.1.1 <cem@example.net>: unknown',
        permanent: false,
        tags: { stream: 'crm' },
      },
    ]);
    expect(unread.list().map(({ why, count }) => `${count} ${why}`)).toEqual([
      '1 no time in the column `Zeit`',
      '1 the column `Zeit` holds no time that is `DD.MM.YYYY hh:mm`',
      '1 `verschollen` in the column `Status` is no event that is known',
    ]);
    expect(formats).toEqual([{ id: 'map:crm', files: 1 }]);
  });

  test('reads dotted paths of JSON objects, of lists, and keys with dots', async () => {
    const mapping = await mappingOf(
      JSON.stringify({
        input: 'records',
        time: { column: 'at.ms', format: 'epoch-ms' },
        kind: { column: 'event' },
        recipient: { column: 'to.0' },
        messageId: { column: 'headers.message.id' },
        tags: { tags: { column: 'labels' } },
      }),
      'app.json',
    );
    const object = {
      at: { ms: 1762682400123 },
      event: 'email.delivered',
      to: ['ann@example.net'],
      headers: { 'message.id': '<x@y.example>' },
      labels: ['a', 'b'],
    };
    const { told } = await read(file('app.ndjson', `${JSON.stringify(object)}\n`), mapping);
    expect(told).toEqual([
      {
        time: 1762682400.123,
        kind: 'delivered',
        source: 'map:app',
        ids: { message: 'x@y.example' },
        recipient: 'ann@example.net',
        recipientDomain: 'example.net',
        tags: { tags: 'a,b' },
      },
    ]);
  });

  test('is used beside other formats, for the files it fits', async () => {
    const mapping = await crm();
    const events: string[] = [];
    const { formats } = await readEvents(
      [file('one.csv', CSV), 'fixtures/logs/brevo-csv.csv', 'fixtures/logs/postfix.log'],
      {
        formats: logFormats,
        mapping,
        now: NOW,
        onEvent: ({ source }) => void events.push(source),
      },
    );
    expect(formats.map(({ id }) => id).toSorted()).toEqual(['brevo-csv', 'map:crm', 'postfix']);
  });

  test.each([
    ['a key that is none', { receipient: { column: 'An' } }, '`receipient` is no key here; did you mean `recipient`?'],
    [
      'a kind that is none',
      { kind: { column: 'Status', values: { x: 'deliverd' } } },
      'kind.values.x is `deliverd`, and must be one of accepted, delivered',
    ],
    [
      'a format that is none',
      { time: { column: 'Zeit', format: 'TT.MM.JJJJ' } },
      '`TT.MM.JJJJ` is no format of a time; there are iso, epoch',
    ],
    [
      'a zone that is none',
      { time: { column: 'Zeit', zone: 'Berlin/Europe' } },
      '`Berlin/Europe` is no zone; one is UTC',
    ],
    ['no column of kinds', { kind: { values: { x: 'opened' } } }, 'kind has values and no column that holds them'],
    ['a field that says nothing', { code: {} }, 'code says nothing'],
    ['a list of no columns', { code: { column: [] } }, 'code.column must be a text, or a list of texts'],
    ['no recipient', { recipient: undefined }, 'lacks `recipient`'],
  ])('is refused for %s, with file and line', async (_, change, why) => {
    const text = await refusal(crm(change));
    expect(text).toContain('crm.json line 1');
    expect(text).toContain(why);
  });

  test('is refused as a file that is not there, or no JSON', async () => {
    expect(await refusal(readMapping(join(folder, 'none.json')))).toMatch(/cannot read the mapping .*\nno such file/s);
    expect(await refusal(readMapping(file('broken.json', '{"time": ')))).toContain('broken.json is not JSON');
  });

  test.each([
    [
      'a column that is not there',
      { kind: { column: 'Statuss' } },
      'crm.json: kind.column is `Statuss`, and there is no such column; did you mean `Status`? there are `Zeit`, `Status`, `An`',
    ],
    [
      'times of another format',
      { time: { column: 'Zeit', format: 'MM-DD-YYYY hh:mm' } },
      'time.format is `MM-DD-YYYY hh:mm`, and `Zeit` holds `09.11.2026 10:00`, `09.07.2026 10:00`, `09.11.2026 10:01`',
    ],
    [
      'columns of which none is there',
      { kind: { column: ['a', 'b'] } },
      'kind.column is `a` or `b`, and there is no such',
    ],
    ['a column without times', { time: { column: 'Kampagne' } }, 'and `Kampagne` holds `Herbst`'],
  ])('that fits no file because of %s is explained', async (_, change, why) => {
    expect(await refusal(read(file('odd.csv', CSV), await crm(change)))).toContain(why);
  });

  test('takes, of several columns, the first that holds something in a row', async () => {
    const text = {
      time: { column: ['at', 'on'] },
      kind: { always: 'bounced' },
      recipient: { column: ['to', 'rcpt'] },
      diagnostic: { column: ['smtp', 'why'] },
    };
    const told = [
      ['a@b.example', '550 5.1.1 unknown'],
      ['c@b.example', 'mailbox is full'],
    ];
    const rows =
      'at,on,to,smtp,why\n2026-11-09 10:00,,a@b.example,550 5.1.1 unknown,gone\n,2026-11-09 10:00,c@b.example,,mailbox is full\n';
    const table = await read(file('several.csv', rows), await mappingOf(JSON.stringify(text), 'm.json'));
    expect(table.told.map(({ recipient, diagnostic }) => [recipient, diagnostic])).toEqual(told);
    const objects =
      '{"on":"2026-11-09T10:00Z","to":"a@b.example","smtp":"550 5.1.1 unknown"}\n{"at":"","on":"2026-11-09T10:00Z","rcpt":"c@b.example","why":"mailbox is full"}\n';
    const records = await mappingOf(JSON.stringify({ ...text, input: 'records' }), 'm.json');
    const lines = await read(file('several.ndjson', objects), records);
    expect(lines.told.map(({ recipient, diagnostic }) => [recipient, diagnostic])).toEqual(told);
  });

  test('tells which format would read the times', async () => {
    const path = file('days.csv', 'Zeit,Status,An\n09.11.2026 10:00,zugestellt,a@b.example\n');
    const wrong = { time: { column: 'Zeit', format: 'iso' }, kind: { always: 'delivered' } };
    const mapping = await mappingOf(JSON.stringify({ recipient: { column: 'An' }, ...wrong }), 'm.json');
    expect(await refusal(read(path, mapping))).toContain('`DD.MM.YYYY hh:mm` would read it');
  });

  test('of objects is explained by the keys there are', async () => {
    const mapping = await mappingOf(
      JSON.stringify({
        input: 'records',
        time: { column: 'at' },
        kind: { column: 'data.evnt' },
        recipient: { column: 'to' },
      }),
      'm.json',
    );
    const path = file('o.ndjson', '{"at":"2026-11-09T10:00:00Z","data":{"event":"open"},"to":"a@b.example"}\n');
    expect(await refusal(read(path, mapping))).toContain(
      'did you mean `data.event`? there are `at`, `data.event`, `to`',
    );
    expect(await refusal(read(file('t.csv', CSV), mapping))).toContain('the mapping is for JSON objects');
  });
});
