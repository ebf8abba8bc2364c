import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendaudit-mistakes-'));
  writeFileSync(
    join(folder, 'data.csv'),
    'Time,Status,To\n13.10.2026 10:00:00,sent,ann@example.net\n14.10.2026 10:00:00,abgelehnt,ben@example.org\n',
  );
  writeFileSync(join(folder, 'data.ndjson'), '{"at":"2026-10-13T10:00:00Z","what":"sent","to":"ann@example.net"}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of a mapping, without the folder it lies in. */
async function said(mapping: string | Uint8Array, data = 'data.csv'): Promise<string> {
  writeFileSync(join(folder, 'map.json'), mapping);
  const { stderr, exitCode } = await sendaudit('logs', join(folder, data), '--map', join(folder, 'map.json'));
  return `${stderr.replaceAll(`${folder}/`, '')}${exitCode}`;
}

const TIME = { column: 'Time', format: 'DD.MM.YYYY hh:mm:ss' };
const KIND = { column: 'Status', values: { sent: 'delivered', abgelehnt: 'bounced' } };
const WHOLE = { time: TIME, kind: KIND, recipient: { column: 'To' } };
const text = (more: object): string => JSON.stringify({ ...WHOLE, ...more });

describe('a mistake in a mapping is told with its file, its place, what is wrong and what would be right', () => {
  test.each([
    ['a column that is not there', text({ time: { ...TIME, column: 'Tyme' } }), 'did you mean `Time`?'],
    [
      'a time in another format',
      text({ time: { ...TIME, format: 'MM/DD/YYYY' } }),
      '`DD.MM.YYYY hh:mm:ss` would read it',
    ],
    [
      'a time without its format',
      text({ time: { column: 'Time' } }),
      'which want one; `DD.MM.YYYY hh:mm:ss` would read it',
    ],
    [
      'a format of strftime',
      text({ time: { ...TIME, format: '%d.%m.%Y %H:%M:%S' } }),
      'map.json line 1: time.format `%d.%m.%Y %H:%M:%S` is no format of a time, but `DD.MM.YYYY hh:mm:ss` is one',
    ],
    ['a format of Java', text({ time: { ...TIME, format: 'dd.MM.yyyy HH:mm' } }), 'but `DD.MM.YYYY HH:mm` is one'],
    [
      'a zone that is none',
      text({ time: { ...TIME, zone: 'Europe/Berln' } }),
      'map.json line 1: time.zone `Europe/Berln` is no zone; did you mean `Europe/Berlin`? one is UTC, +01:00 or Europe/Berlin',
    ],
    [
      'a comma that is missing',
      '{\n"time": {"column": "Time"}\n"kind": {}}',
      'line 3, at `"kind": {}}`: comma expected',
    ],
    ['quotes of another kind', "{'time': {}}", "map.json is not JSON\n  line 1, at `'time': {}}`: invalid symbol"],
    ['nothing in it', '\n', 'map.json is empty\n  try: sendaudit logs --guess-map FILE proposes one for FILE'],
    ['a text for an object', text({ kind: 'Status' }), 'kind must be an object, as in { "column": "Status" }'],
    ['a list around it', `[${text({})}]`, 'map.json line 1: the file must be an object'],
    ['a key that is none', text({ sender: { column: 'To' } }), 'the file: `sender` is no key here'],
    ['a key that is missing', '{"time":{"column":"Time"}}', 'the file lacks `kind`\n  kind: what happened'],
    ['a word of one’s own for what happened', text({ kind: { always: 'rejected' } }), 'did you mean `bounced`?'],
    [
      '`sent`, which may be two things',
      text({ kind: { ...KIND, values: { sent: 'sent' } } }),
      'did you mean `delivered`?',
    ],
    [
      'values of no column',
      text({ kind: { values: { sent: 'delivered' } } }),
      'kind has values and no column that holds them\n  try: name it, "kind": { "column": "…" }, or leave values out',
    ],
    [
      'the same twice over',
      text({ kind: { columns: { bounced: 'Time' }, always: 'bounced' } }),
      'kind has always and no column that could be empty',
    ],
    [
      'rows of which there are none',
      text({ only: { column: 'Status', values: ['snet'] } }),
      'only.values are `snet`, and `Status` holds `sent`, `abgelehnt`; did you mean `sent`?',
    ],
    ['events of a table', text({ events: 'list' }), 'events is for JSON objects, and the mapping is for a table'],
    [
      'recipients where none are',
      text({ recipient: { column: 'Status' } }),
      'and no addresses; there are some in `To`',
    ],
    ['JSON where there is a table', text({ input: 'records' }), '(`"input": "table"` is for rows under column names)'],
  ])('%s', async (_, mapping, message) => {
    const told = await said(mapping);
    expect(told).toContain(message);
    expect(told).toContain('map.json');
    expect(told.endsWith('2')).toBe(true);
  });

  test('a list of events that no object has', async () => {
    const mapping = { input: 'records', events: 'list', time: { column: 'at' }, kind: { column: 'what' } };
    expect(await said(JSON.stringify({ ...mapping, recipient: { column: 'to' } }), 'data.ndjson')).toContain(
      'events is `list`, and no object has a list of that name; there are `at`, `what`, `to`',
    );
  });
});

test.each([
  ['a byte order mark', `\uFEFF${text({})}`],
  ['comments and a comma too many', `{ // of the shop\n${text({}).slice(1, -1)},}`],
  ['UTF-16, as Windows PowerShell writes', Buffer.from(`\uFEFF${text({})}`, 'utf16le')],
])('%s is no mistake', async (_, mapping) => {
  expect(await said(mapping)).toBe('0');
});
