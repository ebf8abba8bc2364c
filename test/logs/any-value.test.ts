import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_KINDS, type MailEvent } from '../../src/logs/event.ts';
import { eventBody } from '../../src/logs/event-text.ts';
import type { JsonObject, RecordFormat } from '../../src/logs/format.ts';
import { logFormats } from '../../src/logs/formats/all.ts';
import { isObject, insides } from '../../src/logs/json/inside.ts';
import { bodySplitter } from '../../src/logs/body-splitter.ts';

const FOLDER = 'fixtures/logs';
const formats = logFormats.filter((format): format is RecordFormat => format.shape === 'records');
const ASSUMPTIONS = { latest: Date.parse('2026-11-20T12:00:00Z') / 1000 };

/** All objects of a format's samples, wrappers and what is in them. */
function samplesOf(id: string): JsonObject[] {
  const found: JsonObject[] = [];
  for (const name of readdirSync(FOLDER)) {
    if (name.split('.')[0] !== id || name.endsWith('.events.jsonl')) continue;
    const splitter = bodySplitter({
      record: (value) => void found.push(value, ...insides(value)),
      unread: (why) => expect.unreachable(why),
    });
    splitter.push(readFileSync(`${FOLDER}/${name}`));
    splitter.end();
  }
  return found;
}

/** The object with another value at one of its places. */
function changed(value: unknown, place: number, into: unknown): unknown {
  let at = 0;
  const walk = (one: unknown): unknown => {
    at += 1;
    if (at - 1 === place) return into;
    if (Array.isArray(one)) return one.map(walk);
    return isObject(one) ? Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)])) : one;
  };
  return walk(value);
}
const placesOf = (value: unknown): number => {
  if (!Array.isArray(value) && !isObject(value)) return 1;
  return 1 + Object.values(value).reduce<number>((sum, one) => sum + placesOf(one), 0);
};

/** What must hold of every event, whoever wrote the object. */
function expectSound(event: MailEvent): void {
  expect(EVENT_KINDS).toContain(event.kind);
  expect(event.time).toBeGreaterThanOrEqual(1e8);
  expect(event.time).toBeLessThan(1e11);
  // Files that people export may hold pseudonyms in the place of addresses.
  if (event.recipient !== undefined && event.source !== 'copernica-json') expect(event.recipient).toMatch(/@/);
  // Halon hides the local part of an address, and not the domain; PowerMTA's `tq` tells of a whole queue.
  if (event.recipient === undefined && event.source !== 'halon' && event.source !== 'powermta-json')
    expect(event.recipientDomain).toBe('');
  for (const key of ['recipientDomain', 'from', 'envelopeFrom', 'diagnostic', 'espClass', 'url', 'command'] as const)
    expect(['string', 'undefined']).toContain(typeof event[key]);
  for (const id of Object.values(event.ids)) expect(['string', 'undefined']).toContain(typeof id);
  for (const tag of Object.values(event.tags)) expect(typeof tag).toBe('string');
  if (event.code !== undefined) expect(event.code >= 200 && event.code < 600).toBe(true);
  if (event.enhancedCode !== undefined) expect(event.enhancedCode).toMatch(/^\d+\.\d+\.\d+$/);
  if (event.attempt !== undefined) expect(event.attempt).toBeGreaterThan(0);
  if (event.delay?.total !== undefined) expect(event.delay.total).toBeGreaterThanOrEqual(0);
  expect(eventBody(event)['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
}

describe.each(formats)('$id', (format) => {
  const samples = samplesOf(format.id);
  const read = (record: JsonObject): void => {
    format.recognise(record);
    format.read(record, { event: expectSound, unread: (why) => expect(why).not.toBe('') }, ASSUMPTIONS);
  };

  test('any value in any place of an object: no fault, and no event of nobody or of 1970', () => {
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', '@', '<>', 'a@b', '-1', '0', 1e300, -1, 0, '9'.repeat(400), 'constructor', '__proto__'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), odd, (sample, place, value) => {
        const record = changed(sample, place % placesOf(sample), value);
        if (isObject(record)) read(record);
      }),
      { numRuns: 500 },
    );
  });

  test('an object that does not say when is told as unread', () => {
    const times = /time|date|^ts|_at$|At$|^created$|^received$|^processed$/i;
    // A form field that is JSON itself keeps its times: it is not for this.
    const isForm = (value: unknown): boolean => typeof value === 'string' && value.startsWith('[{');
    const timeless = JSON.stringify(samples, (key, value: unknown) =>
      times.test(key) || isForm(value) ? undefined : value,
    );
    let unread = 0;
    for (const record of JSON.parse(timeless) as JsonObject[])
      format.read(record, { event: () => expect.unreachable(), unread: () => void (unread += 1) }, ASSUMPTIONS);
    expect(unread).toBeGreaterThan(0);
  });

  test('objects of nobody are none of its own', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(objects, (record) => {
        expect(format.recognise(record)).toBe(0);
        read(record);
      }),
    );
  });
});

test('a wrapper around a wrapper without end is opened a few times only', () => {
  let wrapped: JsonObject = { x: 1 };
  for (let depth = 0; depth < 12; depth += 1) wrapped = { items: [wrapped, wrapped] };
  expect(insides(wrapped).length).toBeLessThan(100);
});
