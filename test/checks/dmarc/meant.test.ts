import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meantText } from '../../../src/checks/dmarc/meant.ts';
import { isDmarcVersion } from '../../../src/protocols/dmarc.ts';
import { cpuTime } from '../../support/cpu-time.ts';

describe('a DMARC record as it was meant', () => {
  test.each([
    ['has its semicolons', 'v=DMARC1; p=none rua=mailto:a@b.example', 'v=DMARC1; p=none; rua=mailto:a@b.example'],
    ['has no quotes', `v=DMARC1; p="none"; rua='mailto:a@b.example'`, 'v=DMARC1; p=none; rua=mailto:a@b.example'],
    ['has no curly quotes', 'v=DMARC1; p=\xE2\x80\x9Creject\xE2\x80\x9D', 'v=DMARC1; p=reject'],
    [
      'keeps an apostrophe',
      `v=DMARC1; p=none; rua=mailto:o'neil@b.example`,
      `v=DMARC1; p=none; rua=mailto:o'neil@b.example`,
    ],
    ['has no brackets', 'v=DMARC1; p=none; rua=mailto:<a@b.example>', 'v=DMARC1; p=none; rua=mailto:a@b.example'],
    ['has signs for colons', 'v=DMARC1; p:none; rua: mailto:a@b.example', 'v=DMARC1; p=none; rua= mailto:a@b.example'],
    [
      'has its addresses in one list',
      'v=DMARC1; p=none; rua=mailto:a@b.example; mailto:c@b.example;mailto:d@b.example; fo=1',
      'v=DMARC1; p=none; rua=mailto:a@b.example,mailto:c@b.example,mailto:d@b.example; fo=1',
    ],
    [
      'keeps an address that belongs to no list',
      'v=DMARC1; p=none; mailto:a@b.example',
      'v=DMARC1; p=none; mailto:a@b.example',
    ],
    ['has a version without a point', 'v=DMARC1.0; p=none', 'v=DMARC1; p=none'],
    ['stands on one line', 'v=DMARC1; p=none;\nrua=mailto:a@b.example', 'v=DMARC1; p=none; rua=mailto:a@b.example'],
    [
      'never gets a tag twice',
      'v=DMARC1; p=none; rua=mailto:a@b.example; rau=x',
      'v=DMARC1; p=none; rua=mailto:a@b.example; rau=x',
    ],
    [
      'stays as it is when nothing is wrong',
      'v=DMARC1; p=reject; sp=none; fo=1:d',
      'v=DMARC1; p=reject; sp=none; fo=1:d',
    ],
  ])('%s', (_, text, meant) => expect(meantText(text)).toBe(meant));

  const piece = fc.oneof(
    fc.constantFrom(
      'v=DMARC1',
      ';',
      '; ',
      'p=none',
      'p:none',
      'sp=',
      'rua=mailto:a@b.example',
      ' ',
      '\n',
      '"',
      "'",
      ',',
    ),
    fc.string({ maxLength: 6 }),
  );
  const record = fc.array(piece, { maxLength: 12 }).map((pieces) => `v=DMARC1; ${pieces.join('')}`);

  test('is still a DMARC record', () => {
    fc.assert(fc.property(record, (text) => isDmarcVersion(meantText(text))));
  });

  test('is read in time that grows with its length alone', () => {
    const started = cpuTime();
    for (const part of ['p:', ';', "='", '"', 'p :', 'rua:mailto:', ';rua=mailto:', '; mailto:'])
      meantText(`v=DMARC1; ${part.repeat(10_000)}`);
    expect(cpuTime() - started).toBeLessThan(8000);
  });
});
