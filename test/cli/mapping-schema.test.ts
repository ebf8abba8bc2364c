import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mappingOf } from '../../src/cli/mapping-file.ts';
import { MAPPING_SCHEMA } from '../../src/cli/mapping-shape.ts';
import { UserError } from '../../src/core/errors.ts';
import { DELAY_UNITS, INPUTS, OUTCOMES, PLAIN_FIELDS } from '../../src/logs/mapping/mapping.ts';
import { NAMED_FORMATS } from '../../src/logs/mapping/time-format.ts';

const isMapping = new Ajv2020({ strict: false }).compile(MAPPING_SCHEMA);
const isAccepted = (document: unknown): Promise<boolean> =>
  mappingOf(JSON.stringify(document), 'map.json').then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError) return false;
      throw error;
    },
  );

const anything = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constantFrom<unknown>(null, [], {}, '', [''], { column: '' }, { sent: 'sent' }),
);
/** Mostly as it should be. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary }, { weight: 1, arbitrary: anything });
const some = (fields: Record<string, fc.Arbitrary<unknown>>, ...requiredKeys: readonly string[]) =>
  mostly(fc.record(fields, { requiredKeys: [...requiredKeys] }));
const text = mostly(fc.constantFrom('Status', 'sent at', 'a.b', 'x'));
const column = mostly(fc.oneof(text, fc.array(text, { maxLength: 2 })));
const outcome = mostly(fc.constantFrom(...OUTCOMES));
const field = some({ column, always: text });
const flag = some({ column, yes: mostly(fc.array(text, { maxLength: 2 })) }, 'column');
const TOKENS = ['YYYY', 'YY', 'Y', 'MMM', 'MM', 'M', 'DD', 'D', 'hh', 'HH', 'h', 'mm', 'm', 'ss', 'A', 'Z', 'T'];
const pattern = fc
  .array(fc.constantFrom(...TOKENS, '-', '.', ' ', ':', 'x', '年', '\n'), { maxLength: 9 })
  .map((tokens) => tokens.join(''));
const likelyPattern = fc
  .tuple(fc.constantFrom('YYYY', 'YY'), fc.constantFrom('MM', 'MMM'), fc.constantFrom('DD', 'D'), pattern)
  .map((parts) => parts.join('-'));
const format = mostly(fc.oneof(fc.constantFrom(...Object.keys(NAMED_FORMATS)), pattern, likelyPattern));
const offset = fc
  .tuple(
    fc.constantFrom('', 'UTC', 'GMT'),
    fc.constantFrom('+', '-'),
    fc.integer({ min: 0, max: 99_999 }),
    fc.boolean(),
  )
  .map(([name, sign, digits, hasColon]) =>
    [name, sign, hasColon ? `${digits}`.replace(/(\d\d)$/, ':$1') : digits].join(''),
  );
// Which places there are tells the machine's own list, and no schema.
const zone = mostly(
  fc.oneof(fc.constantFrom('UTC', 'Z', 'gmt', 'Europe/Berlin', 'Asia/Kolkata', 'not a zone', '5'), offset),
);

const parts: Record<string, fc.Arbitrary<unknown>> = {
  $schema: text,
  name: text,
  input: mostly(fc.constantFrom(...INPUTS)),
  encoding: mostly(fc.constantFrom('windows-1251', 'shift_jis', 'utf-8')),
  names: mostly(fc.array(text, { maxLength: 2 })),
  events: text,
  only: some({ column, values: mostly(fc.array(text, { maxLength: 2 })) }, 'column', 'values'),
  time: some({ column, clock: text, format, zone, zoneColumn: text }, 'column'),
  kind: some({
    column,
    values: mostly(fc.dictionary(fc.constantFrom('sent', '5xx', ''), outcome)),
    always: outcome,
    separator: text,
    columns: mostly(fc.dictionary(fc.constantFrom(...OUTCOMES, 'sent'), column, { maxKeys: 3 })),
  }),
  recipient: some({ column, separator: text }, 'column'),
  delay: some({ column, unit: fc.constantFrom(...DELAY_UNITS, 'hours') }, 'column'),
  queuedAt: some({ column }, 'column'),
  machine: flag,
  permanent: flag,
  tags: mostly(fc.dictionary(fc.constantFrom('campaign', 'my-tag', 'Überschrift', 'two words', ''), field)),
  ...Object.fromEntries(PLAIN_FIELDS.map((key) => [key, field])),
  sender: field,
};
const LEAST = { time: { column: 'at' }, kind: { always: 'bounced' }, recipient: { column: 'to' } };
const document = fc
  .tuple(
    fc.subarray(Object.keys(parts), { minLength: 1, maxLength: 3 }),
    fc.record(parts),
    fc.constantFrom<readonly (keyof typeof LEAST)[]>([], [], [], [], [], [], ['time'], ['kind'], ['recipient']),
  )
  .map(([keys, all, lacking]) => ({
    ...Object.fromEntries(Object.entries(LEAST).filter(([key]) => !lacking.some((one) => one === key))),
    ...Object.fromEntries(keys.map((key) => [key, all[key]])),
  }));

describe('what `sendaudit schema mapping` prints', () => {
  test('accepts what the program accepts, and nothing else', { timeout: 60_000 }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(document, async (mapping) => {
        const is = isMapping(mapping);
        if (is) accepted += 1;
        expect(await isAccepted(mapping), JSON.stringify(isMapping.errors)).toBe(is);
      }),
      { numRuns: 3000 },
    );
    // Neither all nor nothing.
    expect(accepted).toBeGreaterThan(300);
    expect(accepted).toBeLessThan(2700);
  });

  test('holds what stands in a mapping, however little of it', async () => {
    expect([isMapping(LEAST), await isAccepted(LEAST)]).toEqual([true, true]);
    for (const key of ['time', 'kind', 'recipient'] as const) {
      const { [key]: _, ...rest } = LEAST;
      expect([key, isMapping(rest), await isAccepted(rest)]).toEqual([key, false, false]);
    }
  });
});
