import { expect, test } from 'vitest';
import { anywhere, stems } from '../../src/replies/vocabulary/stems.ts';

const full = stems(
  { dutch: /vol(?!\p{L})/iu, german: [/voll(?!\p{L})/iu, /überf/iu], inside: /quota/iu, japanese: /いっぱい/iu },
  { czech: /pln[áý]/iu },
);

test.each([
  ['a stem begins a word', 'Postfach überfüllt', true],
  ['and is not in the middle of one', 'unüberfüllt', false],
  ['a whole word', 'Das Postfach ist voll', true],
  ['which nothing follows', 'Vollmacht', false],
  ['whatever its case', 'JE POSTVAK IS VOL', true],
  ['parts of words stand anywhere', 'Mailquota', true],
  ['and so do words of scripts without spaces', '容量がいっぱいです', true],
  ['all lists are read', 'schránka je plná', true],
])('%s: %s', (_, text, isTold) => expect(full.test(text)).toBe(isTold));

test('where nothing is told of its place, a stem stands anywhere', () =>
  expect(anywhere({ german: /voll/iu, french: /plein/iu }).test('übervoll')).toBe(true));
