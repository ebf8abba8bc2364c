import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pseudonyms } from '../../src/core/redact.ts';
import { hiddenPerson } from '../../src/delivery/hidden-person.ts';
import { newDraft } from '../../src/logs/draft.ts';

const person = hiddenPerson(pseudonyms(Buffer.from('a key of thirty-two octets, more')));
const told = (text: string, recipient: string): string =>
  person.text(text, { ...newDraft('postfix', 'bounced', 0, undefined), recipient });

test('a name is hidden wherever it stands in a reply, and an address is left to those who hide addresses', () => {
  const named =
    /(?<![\p{L}\p{N}_.-])(?:anna[^\p{L}\p{N}@]{0,3}rossi|rossi[^\p{L}\p{N}@]{0,3}anna)(?![\p{L}\p{N}_@-]|"@|%(?:25)*40|\.[\p{L}\p{N}])/iu;
  const pieces = 'anna|Anna|rossi|ROSSI|.| |, |"|<|>|@example.net|@|%40|-|x|ü|user '.split('|');
  const piece = fc.constantFrom(...pieces);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (text) => {
      expect(told(text.join(''), 'anna.rossi@example.net')).not.toMatch(named);
    }),
    { seed: 20_261_128, numRuns: 3000 },
  );
});

test.each([
  ['550 user anna.rossi unknown', 'anna.rossi@example.net'],
  ['550 Rossi, Anna has left', 'anna.rossi@example.net'],
  ['550 Jürgen Müller ist nicht hier', 'jürgen.müller@example.net'],
  ['550 anna.roſſi unknown', 'anna.rossi@example.net'],
])('%s: nobody is named any more', (text, recipient) => {
  expect(told(text, recipient)).toMatch(/^550 (?:user )?x-[\da-f]{12} /);
});

test.each([
  '250 2.0.0 OK',
  '550 <anna.rossi@example.net>: unknown',
  '550 mx.anna.rossi.example refused',
  '550 rossi unknown',
])('%s stays as it is', (text) => {
  expect(told(text, 'anna.rossi@example.net')).toBe(text);
});
