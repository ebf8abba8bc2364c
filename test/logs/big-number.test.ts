import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withBigNumbersAsText } from '../../src/logs/json/big-number.ts';

test.each([
  ['{"id":12345678901234567}', '{"id":"12345678901234567"}'],
  ['[-12345678901234567, 9007199254740991]', '["-12345678901234567", 9007199254740991]'],
  ['{"12345678901234567":12345678901234567}', '{"12345678901234567":"12345678901234567"}'],
  ['{"text":"see 12345678901234567: it is"}', '{"text":"see 12345678901234567: it is"}'],
  ['{"share":0.12345678901234567}', '{"share":0.12345678901234567}'],
])('%s is read as %s', (json, expected) => {
  expect(withBigNumbersAsText(json)).toBe(expected);
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  '{12345678901234567:1}',
  '{"a":1, 12345678901234567 : 2}',
  '{"a":0012345678901234567}',
  String.raw`"\-12345678901234567`,
])('%s is no JSON, and stays none', (text) => expect(isJson(withBigNumbersAsText(text))).toBe(false));

test('whatever it is given, it makes neither JSON of what is none, nor none of what is', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', ' ', '"', '\\', 'a', '-', '0', '1', '12345678901234567');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(isJson(withBigNumbersAsText(text)), text).toBe(isJson(text));
    }),
    { numRuns: 20_000 },
  );
  const object = fc.object({
    values: [fc.string(), fc.bigInt().map(Number), fc.double({ noNaN: true, noDefaultInfinity: true })],
  });
  fc.assert(fc.property(object, (value) => isJson(withBigNumbersAsText(JSON.stringify(value)))));
});
