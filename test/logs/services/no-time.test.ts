import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MailEvent } from '../../../src/logs/event.ts';
import type { JsonObject } from '../../../src/logs/format.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';

const FOLDER = 'fixtures/logs';
const ASSUMPTIONS = { latest: Date.parse('2026-11-20T12:00:00Z') / 1000 };
const TIMES = /^(?:ts|time|timestamp|ts_\w+|created_at|date|sendtime)$/;
const samples = readdirSync(FOLDER)
  .filter((name) => /^(?:brevo|mailersend|mailjet|mailtrap|mandrill|postal|resend|scaleway|smtp2go)\./.test(name))
  .filter((name) => name.endsWith('.ndjson'));

function withoutTimes(value: unknown): unknown {
  // A form field that is JSON itself.
  if (typeof value === 'string' && value.startsWith('[{')) return JSON.stringify(withoutTimes(JSON.parse(value)));
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (TIMES.test(key) ? [] : [[key, withoutTimes(inner)]])),
  );
}

test.each(samples)('what has no time in %s is told, and is no event at 1970', (name) => {
  const format = logFormats.find(({ id }) => id === name.split('.')[0]);
  if (format?.shape !== 'records') throw new Error(`${name} holds no records`);
  const events: MailEvent[] = [];
  const unread: string[] = [];
  const sink = {
    event: (event: MailEvent) => void events.push(event),
    unread: (why: string) => void unread.push(why),
  };
  for (const line of readFileSync(`${FOLDER}/${name}`, 'utf8').trimEnd().split('\n'))
    format.read(withoutTimes(JSON.parse(line)) as JsonObject, sink, ASSUMPTIONS);
  expect(events).toEqual([]);
  expect(new Set(unread)).toContain('an event without a time');
});
