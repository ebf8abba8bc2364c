import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_KINDS, type MailEvent } from '../../../src/logs/event.ts';
import { eventBody } from '../../../src/logs/event-text.ts';
import type { JsonObject } from '../../../src/logs/format.ts';
import { logFormats } from '../../../src/logs/formats/all.ts';

const IDS = [
  'brevo',
  'journald',
  'mailersend',
  'mailjet',
  'mailtrap',
  'mandrill',
  'postal',
  'resend',
  'scaleway',
  'smtp2go',
];
const LATEST = Date.parse('2026-11-20T12:00:00Z') / 1000;

const sampleOf = (id: string): JsonObject[] =>
  readFileSync(`fixtures/logs/${id}.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))].filter(
    (place) => place.length > 0 || path.length > 0,
  );
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner, index) => (String(index) === key ? replaced(inner, rest, by) : inner));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

function read(id: string, records: readonly JsonObject[]): { events: MailEvent[]; unread: string[] } {
  const format = logFormats.find((one) => one.id === id);
  if (format?.shape !== 'records') throw new Error(`${id} reads no records`);
  const events: MailEvent[] = [];
  const unread: string[] = [];
  const sink = {
    event: (event: MailEvent) => void events.push(event),
    unread: (why: string, text: string) => void unread.push(`${why}: ${text}`),
  };
  const reader = 'open' in format ? format.open(sink) : undefined;
  reader?.begin({ latest: LATEST });
  for (const record of records) {
    const sureness = format.recognise(record);
    if (!(sureness >= 0 && sureness <= 1)) throw new Error(`${sureness} is no sureness`);
    const isRead =
      reader === undefined ? 'read' in format && format.read(record, sink, { latest: LATEST }) : reader.entry(record);
    if (!isRead) unread.push('not understood');
  }
  reader?.end();
  return { events, unread };
}

function expectSound(event: MailEvent): void {
  expect(EVENT_KINDS).toContain(event.kind);
  expect(event.time).toBeGreaterThan(Date.parse('1973-01-01') / 1000);
  expect(typeof eventBody(event)['time']).toBe('string');
  if (event.source !== 'journald') expect(event.recipient).toMatch(/.@./);
  expect(event.recipientDomain).toBe(event.recipientDomain.toLowerCase());
  if (event.code !== undefined && event.source !== 'journald')
    expect([2, 3, 4, 5]).toContain(Math.trunc(event.code / 100));
  if (event.enhancedCode !== undefined && event.source !== 'journald')
    expect(event.enhancedCode).toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
  if (event.delay?.total !== undefined && event.source !== 'journald')
    expect(event.delay.total).toBeGreaterThanOrEqual(0);
  for (const text of [...Object.values(event.tags), ...Object.values(event.ids)]) expect(text).toMatch(/^[^]+$/);
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', 0, -1, 1e300, '9007199254740993', [], {}, [[]], [null], [{}], '__proto__', true),
);

describe.each(IDS)('%s', (id) => {
  const sample = sampleOf(id);
  const places = sample.flatMap((record, at) => placesIn(record).map((place) => [String(at), ...place]));

  test('any value in any place makes no event that is none, and nothing throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ([at = '0', ...place], value) => {
        const changed = replaced(sample[Number(at)], place, value);
        if (typeof changed !== 'object' || changed === null || Array.isArray(changed)) return;
        for (const event of read(id, [changed as JsonObject]).events) expectSound(event);
      }),
      { numRuns: 500 },
    );
  });

  test('objects of others are not its own', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('event', 'type', 'ts', 'time', 'email', 'data', 'x'), anything),
        (record) => {
          expect(read(id, [record]).events).toEqual([]);
        },
      ),
    );
  });

  test('what has no time is told, and is no event', () => {
    const untimed = sample.map((record) => withoutTimes(record) as JsonObject);
    const { events, unread } = read(id, untimed);
    expect(events).toEqual([]);
    expect(unread.length).toBeGreaterThan(0);
  });
});

const TIMES = /^(?:ts|time|timestamp|ts_\w+|created_at|date|sendtime|__REALTIME_TIMESTAMP)$/;

function withoutTimes(value: unknown): unknown {
  // A form field that is JSON itself.
  if (typeof value === 'string' && value.startsWith('[{')) return JSON.stringify(withoutTimes(JSON.parse(value)));
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (TIMES.test(key) ? [] : [[key, withoutTimes(inner)]])),
  );
}
