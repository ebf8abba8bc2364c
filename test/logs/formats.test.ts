import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEvents } from '../../src/delivery/reading/read.ts';
import type { MailEvent } from '../../src/logs/event.ts';
import { eventBody } from '../../src/logs/event-text.ts';
import { logFormats } from '../../src/logs/formats/all.ts';

// `UPDATE=1 vitest run test/logs/formats.test.ts` writes what is read now; review every line of the difference.
const update = process.env['UPDATE'] === '1';
const FOLDER = 'fixtures/logs';
/** Seconds: the samples were written before; what they leave out of a time is taken from here. */
const NOW = Date.parse('2026-11-20T12:00:00Z') / 1000;
const EXPECTED = /^(.+)\.events\.jsonl$/;

const names = readdirSync(FOLDER);
const samples = names
  .filter((name) => !EXPECTED.test(name) && name !== 'README.md')
  .map((name) => ({ name, format: name.split('.')[0] ?? '', stem: name.replace(/\.\w+$/, '') }));

async function read(name: string): Promise<{ formats: string[]; unread: string[]; failed: string[]; text: string }> {
  const events: MailEvent[] = [];
  const reading = await readEvents([`${FOLDER}/${name}`], {
    formats: logFormats,
    now: NOW,
    onEvent: (event) => void events.push(event),
  });
  return {
    formats: reading.formats.map(({ id }) => id),
    failed: reading.inputs.failed.map(({ error }) => error),
    unread: reading.unread.list().flatMap(({ why, samples: texts }) => texts.map((text) => `${why}: ${text}`)),
    text: events.map((event) => `${JSON.stringify(eventBody(event))}\n`).join(''),
  };
}

test.each(samples)('$name is recognised by content, and every event of it is told', async ({ name, format, stem }) => {
  const { formats, unread, failed, text } = await read(name);
  expect({ formats, unread, failed }).toEqual({ formats: [format], unread: [], failed: [] });
  const expected = `${FOLDER}/${stem}.events.jsonl`;
  if (update) writeFileSync(expected, text);
  expect(text.split('\n')).toEqual(readFileSync(expected, 'utf8').split('\n'));
});

test('every format has a sample', () => {
  const known = new Set(samples.map(({ format }) => format));
  expect(logFormats.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});
