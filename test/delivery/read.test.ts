import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { textOf } from '../../src/logs/block.ts';
import { defineLogFormat, type LogFormat } from '../../src/logs/format.ts';

const event = (source: string, time: number, queue: string): MailEvent => ({
  time,
  kind: 'delivered',
  source,
  ids: { queue },
  recipientDomain: 'example.com',
  tags: {},
});
const facts = { obtain: '', sources: [] };
/** `7 begin A`, `9 end A`: an event for each end that had a beginning. */
const pairs = defineLogFormat({
  ...facts,
  id: 'pairs',
  title: 'Pairs',
  shape: 'lines',
  recognise: (lines) => (/^\d+ (?:begin|end) /.test(lines[0] ?? '') ? 1 : 0),
  firstTime: ([first = '']) => Number.parseInt(first, 10),
  open(sink) {
    const begun = new Set<string>();
    return {
      begin: () => {},
      line(block, start, end) {
        const text = textOf(block, start, end);
        const [, time = '', what, id = ''] = /^(\d+) (begin|end) (\w+)$/.exec(text) ?? [];
        if (what === 'begin') begun.add(id);
        else if (what === 'end' && begun.delete(id)) sink.event(event('pairs', Number(time), id));
        else return 'unknown';
        return 'event';
      },
      end: () => begun.clear(),
      open: () => begun.size,
    };
  },
});
const objects = defineLogFormat({
  ...facts,
  id: 'objects',
  title: 'Objects',
  shape: 'records',
  recognise: ({ at }) => (at === undefined ? 0 : 0.9),
  read({ at, id }, sink) {
    if (typeof at !== 'number') return false;
    sink.event(event('objects', at, String(id)));
    return true;
  },
});
const rows = defineLogFormat({
  ...facts,
  id: 'rows',
  title: 'Rows',
  shape: 'table',
  recognise: (columns) => (columns.includes('at') ? 0.9 : 0),
  open: (columns, sink) => ({
    row(cells) {
      sink.event(event('rows', Number(cells[columns.indexOf('at')]), 'row'));
      return true;
    },
  }),
});
const FORMATS: readonly LogFormat[] = [pairs, objects, rows];

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sendaudit-delivery-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string | Uint8Array>>, stdin?: AsyncIterable<string>) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const events: string[] = [];
  const reading = await readEvents(stdin === undefined ? Object.keys(files).map((name) => join(folder, name)) : ['-'], {
    formats: FORMATS,
    now: 1e9,
    onEvent: ({ source, time, ids }) => void events.push(`${source} ${time} ${ids.queue}`),
    ...(stdin === undefined ? {} : { stdin }),
  });
  return { ...reading, told: events };
}

test('rotated files are read oldest first, by one reader, whatever their names and packing', async () => {
  const { told, open } = await read({
    log: '30 end B\n31 begin C\n',
    'log.1.gz': gzipSync('20 end A\n21 begin B\n'),
    'log.2': '10 begin A\n',
  });
  expect(told).toEqual(['pairs 20 A', 'pairs 30 B']);
  expect(open).toBe(1);
});

test('each file is recognised by what is in it', async () => {
  const { told, formats } = await read({
    'a.txt': '{"at":1,"id":2}\n',
    'b.json': 'x,at\n1,2\n',
    'c.csv': '1 begin A\n',
  });
  expect(told.toSorted()).toEqual(['objects 1 2', 'rows 2 row']);
  expect(formats.map(({ id }) => id).toSorted()).toEqual(['objects', 'pairs', 'rows']);
});

test('what nobody understands is counted and shown, and the rest is read', async () => {
  const { told, unread, lines, inputs } = await read({
    'odd.log': '1 begin A\nnonsense\n2 end A\n3 end Z\n',
    'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'empty.log': '',
  });
  expect(told).toEqual(['pairs 2 A']);
  expect(lines).toBe(4);
  expect(unread.list()).toEqual([
    { path: join(folder, 'odd.log'), why: 'no line of Pairs', count: 2, samples: ['nonsense', '3 end Z'] },
  ]);
  expect(inputs.failed.map(({ error }) => error)).toEqual([expect.stringContaining('no log')]);
  // A log that was rotated a moment ago.
  expect(inputs.passedOver?.map(({ what }) => what)).toEqual(['an empty file']);
});

test('standard input is recognised and read once', async () => {
  async function* stdin(): AsyncGenerator<string> {
    for (let n = 0; n < 20_000; n += 1) yield `{"at":${n},"id":"x"}\n`;
  }
  const { told } = await read({}, stdin());
  expect(told).toHaveLength(20_000);
});

test('an input that is given twice is read once, whatever it is packed in, and told', async () => {
  const log = Array.from({ length: 20_000 }, (_, n) => `${n} begin A${n}\n${n} end A${n}\n`).join('');
  const { told, repeated, inputs, formats } = await read({
    'mail.log.1': log,
    'mail.log.1.gz': gzipSync(log),
    'mail.log.1.copy': log,
    'mail.log.2': `${log}30000 begin B\n`,
  });
  expect(told).toHaveLength(40_000);
  expect(repeated).toEqual([
    { path: join(folder, 'mail.log.1.gz'), of: join(folder, 'mail.log.1') },
    { path: join(folder, 'mail.log.1.copy'), of: join(folder, 'mail.log.1') },
  ]);
  expect(inputs).toMatchObject({ read: 2, failed: [] });
  expect(formats).toEqual([{ id: 'pairs', files: 2 }]);
});

test('the same path twice, and a folder that holds it, are one', async () => {
  writeFileSync(join(folder, 'same.log'), '1 begin A\n2 end A\n');
  const path = join(folder, 'same.log');
  const events: MailEvent[] = [];
  const { repeated } = await readEvents([path, path, '-'], {
    formats: FORMATS,
    now: 1e9,
    stdin: chunksOf('1 begin A\n2 end A\n'),
    onEvent: (one) => void events.push(one),
  });
  expect(events).toHaveLength(1);
  expect(repeated).toEqual([
    { path, of: path },
    { path: 'stdin', of: path },
  ]);
});

async function* chunksOf(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}

test('sets of several hosts, mixed, and files that begin in the middle of something are read in the order of time', async () => {
  const middle = Array.from({ length: 80 }, (_, n) => `  the rest of a stack trace, line ${n}\n`).join('');
  const unstamped = {
    ...pairs,
    firstTime: (lines: readonly string[]) => lines.map((line) => Number.parseInt(line, 10)).find((time) => time > 0),
  };
  const files = {
    'a.log': '30 begin X\n40 end X\n',
    'a.log.1': '10 begin W\n12 end W\n',
    'b.log': '35 begin Y\n45 end Y\n',
    'b.log.1': `11 begin Z\n${middle}20 end Z\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'c.log'), `${middle}25 begin V\n26 end V\n`);
  const told: string[] = [];
  await readEvents(
    [...Object.keys(files), 'c.log'].map((name) => join(folder, name)),
    {
      formats: [],
      format: unstamped,
      now: 1e9,
      onEvent: ({ ids }) => void told.push(ids.queue ?? ''),
    },
  );
  expect(told).toEqual(['W', 'Z', 'V', 'X', 'Y']);
});

test('a file that is not there does not make another one unread', async () => {
  writeFileSync(join(folder, 'good.log'), '1 begin A\n2 end A\n');
  const { inputs } = await readEvents([join(folder, 'good.log'), join(folder, 'none.log')], {
    formats: FORMATS,
    now: 1e9,
    onEvent: () => {},
  });
  expect(inputs).toMatchObject({ read: 1, failed: [{ error: 'no such file or folder' }] });
});

test('one that breaks off is read as far as it goes, and counted with those that failed alone', async () => {
  const log = Array.from({ length: 2000 }, (_, n) => `${n} begin A${n}\n${n} end A${n}\n`).join('');
  const { told, inputs } = await read({
    'whole.log': '1 begin A\n2 end A\n',
    'cut.log.gz': gzipSync(log, { level: 0 }).subarray(0, 20_000),
  });
  expect(told.length).toBeGreaterThan(500);
  expect(inputs).toMatchObject({ read: 1, failed: [{ path: join(folder, 'cut.log.gz') }] });
});

test('standard input that is too long to be held is read, also beside a file that begins like it', async () => {
  const log = Array.from({ length: 10_000 }, (_, n) => `${n} begin A${n}\n${n} end A${n}\n`).join('');
  writeFileSync(join(folder, 'like.log'), log);
  const told: string[] = [];
  const { repeated } = await readEvents([join(folder, 'like.log'), '-'], {
    formats: FORMATS,
    now: 1e9,
    stdin: chunksOf(`${log}30000 begin B\n30001 end B\n`),
    limits: { heldArchiveBytes: 1000 },
    onEvent: ({ ids }) => void told.push(ids.queue ?? ''),
  });
  expect(repeated).toEqual([]);
  expect(told).toHaveLength(20_001);
  expect(told).toContain('B');
});

test('where a format is asked for, nothing in the input is read by another', async () => {
  const others = defineLogFormat({
    ...facts,
    id: 'others',
    title: 'Others',
    shape: 'records',
    recognise: ({ when }) => (when === undefined ? 0 : 0.9),
    read({ when }, sink) {
      if (typeof when !== 'number') return false;
      sink.event(event('others', when, 'x'));
      return true;
    },
  });
  const path = join(folder, 'mixed.jsonl');
  writeFileSync(path, '{"at":1,"id":2}\n{"when":3}\n');
  const sources = async (more: object): Promise<readonly [string[], number]> => {
    const told: string[] = [];
    const onEvent = ({ source }: MailEvent): void => void told.push(source);
    const { unread } = await readEvents([path], { formats: [objects, others], now: 1e9, onEvent, ...more });
    return [told, unread.count];
  };
  expect(await sources({})).toEqual([['objects', 'others'], 0]);
  expect(await sources({ format: objects })).toEqual([['objects'], 1]);
});
