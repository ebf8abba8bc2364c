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
    { numRuns: 3000 },
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

test.each([
  ['a name that is part of other words', '550 user jo unknown', 'jo@example.net'],
  ['a number', '550 user 1234 unknown', '1234@example.net'],
  [
    'a return path, which holds somebody else’s address',
    `550 ${'bounce'.repeat(11)} unknown`,
    `${'bounce'.repeat(11)}@example.net`,
  ],
  ['what a mailbox is for', '550 postmaster unknown', 'postmaster@example.net'],
  ['what a stream is for', '550 invoices unknown', 'invoices@example.net'],
])('%s names nobody', (_, text, recipient) => {
  expect(told(text, recipient)).toBe(text);
});

test('the owner of a sub-address, who sent it, and whoever is named in a link are hidden alike', () => {
  const draft = { ...newDraft('postfix', 'bounced', 0, undefined), recipient: 'anna.rossi+news@example.net' };
  const event = {
    ...draft,
    envelopeFrom: 'bea.neri@example.com',
    from: 'carla.verdi@example.com',
    diagnostic: '550 anna.rossi, bea.neri and carla.verdi',
    url: 'https://example.com/?u=anna.rossi',
    tags: { category: 'anna.rossi' },
  };
  const { diagnostic = '', url = '', tags } = person.event(event);
  const name = 'x-[0-9a-f]{12}';
  expect(diagnostic).toMatch(new RegExp(`^550 ${name}, ${name} and ${name}$`));
  expect(url).toMatch(new RegExp(`^https://example\\.com/\\?u=${name}$`));
  // What names streams is counted by: the login alone is hidden there, before.
  expect(tags['category']).toBe('anna.rossi');
});

test('a subject is not shown at all: it may name anybody, and say anything', () => {
  const draft = { ...newDraft('auto-reply', 'auto-reply', 0, undefined), recipient: 'anna.rossi@example.net' };
  const event = { ...draft, diagnostic: 'Out of office: Bea’s offer', tags: { subject: 'Bea’s offer', tag: 'a' } };
  expect(person.login(event).tags).toEqual({ tag: 'a' });
  expect(person.event(event)).not.toHaveProperty('diagnostic');
});

test('a login and a user of the machine are hidden before they name a stream, and what is no person’s stays', () => {
  const tagged = (tags: Record<string, string>) =>
    person.login({ ...newDraft('exim', 'delivered', 0, undefined), tags }).tags;
  expect(tagged({ user: 'anna.rossi', sasl: 'anna.rossi', queue: 'anna.rossi' })).toEqual({
    user: expect.stringMatching(/^x-[0-9a-f]{12}$/) as string,
    sasl: expect.stringMatching(/^x-[0-9a-f]{12}$/) as string,
    queue: 'anna.rossi',
  });
  const nobodys = { user: 'root', sasl: 'noreply' };
  expect(tagged(nobodys)).toBe(nobodys);
});
