import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest } from '../../src/protocols/edit-distance.ts';
import { corrected, withoutTag, withTag } from '../../src/protocols/tag-list-edit.ts';
import { parseTagList, printTagList } from '../../src/protocols/tag-list.ts';
import { lists } from '../support/tag-lists.ts';
import { expectInside } from '../support/ranges.ts';
import { cpuTime } from '../support/cpu-time.ts';

const pairs = (text: string) => parseTagList(text).value.map(({ name, value }) => [name, value]);
const codes = (text: string, known: string[] = []) => parseTagList(text, { known }).problems.map(({ code }) => code);

describe('tag lists', () => {
  test('blanks and line folding around names and values do not belong to them', () => {
    expect(pairs(' v = DKIM1 ;\r\n\tk\t=\trsa; p=AB\r\n CD ;')).toEqual([
      ['v', 'DKIM1'],
      ['k', 'rsa'],
      ['p', 'AB\r\n CD'],
    ]);
    expect(codes(' v = DKIM1 ;\r\n\tk\t=\trsa; p=AB\r\n CD ;')).toEqual([]);
  });

  test('a value may be empty and may hold further equals signs', () => {
    expect(pairs('p=; q=a==')).toEqual([
      ['p', ''],
      ['q', 'a=='],
    ]);
  });

  test('one semicolon may end the list, two leave a tag out', () => {
    expect(codes('a=1;')).toEqual([]);
    expect(codes('a=1; ')).toEqual([]);
    expect(codes('a=1;;')).toEqual(['empty-tag']);
    expect(codes(';a=1')).toEqual(['empty-tag']);
    expect(codes('')).toEqual(['empty-tag']);
  });

  test('text without an equals sign is no tag, in the middle and at the end', () => {
    expect(codes('a=1; hello; b=2')).toEqual(['no-equals']);
    expect(codes('a=1; hello')).toEqual(['trailing-text']);
    expect(codes('hello')).toEqual(['no-equals']);
  });

  test('a name is a letter followed by letters, digits and underscores', () => {
    expect(codes('a_1=x')).toEqual([]);
    expect(codes('1a=x')).toEqual(['bad-name']);
    expect(codes('=x')).toEqual(['bad-name']);
    expect(codes('"v=x')).toEqual(['bad-name']);
  });

  test('names differ by case unless the format says otherwise', () => {
    expect(codes('p=1; P=2')).toEqual([]);
    expect(codes('p=1; p=1')).toEqual(['duplicate']);
    expect(parseTagList('p=1; P=2', { ignoreCase: true }).problems.map(({ code }) => code)).toEqual(['duplicate']);
  });

  test('a known tag behind a blank or a comma has lost its semicolon', () => {
    const { problems } = parseTagList('v=DMARC1 p=none, rua=x', { known: ['v', 'p', 'rua'] });
    expect(problems.map(({ code }) => code)).toEqual(['missing-separator', 'missing-separator']);
    expect(corrected('v=DMARC1 p=none, rua=x', problems)).toBe('v=DMARC1; p=none; rua=x');
  });

  test('base64 that ends in a known letter and padding is not another tag', () => {
    expect(codes('p=AAAA BBB k=', ['k', 'p'])).toEqual([]);
    expect(codes('p=AAAA BBB p==', ['k', 'p'])).toEqual([]);
  });

  test('the escape of a zone file before a semicolon is found and taken out', () => {
    const text = 'v=DKIM1\\; k=rsa\\; p=x';
    const { problems } = parseTagList(text);
    expect(problems.map(({ code }) => code)).toEqual(['escaped-separator', 'escaped-separator']);
    expect(corrected(text, problems)).toBe('v=DKIM1; k=rsa; p=x');
  });

  test('a space that does not break is found in UTF-8 octets and becomes a plain one', () => {
    const text = 'v=x;\u00C2\u00A0p=y';
    const { problems } = parseTagList(text);
    expect(problems[0]?.code).toBe('bad-character');
    expect(corrected(text, problems)).toBe('v=x; p=y');
  });

  test('a line break that folds nothing is reported', () => {
    expect(codes('a=1;\nb=2')).toEqual(['bad-character']);
    expect(codes('a=1;\r\nb=2')).toEqual(['bad-character']);
    expect(codes('a=1;\r\n b=2')).toEqual([]);
  });
});

describe('editing a tag list', () => {
  test('setting a tag leaves everything else as it stood', () => {
    expect(withTag('v=X1 ;p = none;  q=2;', 'p', 'reject')).toBe('v=X1 ;p = reject;  q=2;');
  });

  test('a new tag goes behind the tags it follows, or to the end', () => {
    expect(withTag('v=X1; q=2', 'p', 'none', ['v'])).toBe('v=X1; p=none; q=2');
    expect(withTag('v=X1', 'p', 'none', ['v'])).toBe('v=X1; p=none');
    expect(withTag('v=X1; q=2;', 'z', '1')).toBe('v=X1; q=2; z=1;');
    expect(withTag('', 'z', '1')).toBe('z=1');
  });

  test('a tag given twice is left once', () => {
    expect(withTag('v=X1; p=a; q=2; p=b', 'p', 'c')).toBe('v=X1; p=c; q=2');
  });

  test('taking a tag away takes its semicolon along', () => {
    expect(withoutTag('v=X1; p=a; q=2', 'p')).toBe('v=X1; q=2');
    expect(withoutTag('v=X1; p=a; q=2', 'q')).toBe('v=X1; p=a');
    expect(withoutTag('v=X1; p=a; q=2;', 'q')).toBe('v=X1; p=a; ');
    expect(withoutTag('v=X1; p=a', 'z')).toBe('v=X1; p=a');
  });
});

describe('tag lists of all sorts', () => {
  test('no text makes the parser throw, and every range lies inside it', () => {
    fc.assert(
      fc.property(lists, (text) => {
        const { value, problems } = parseTagList(text, { known: ['v', 'p', 'rua'] });
        expectInside(text, [...value, ...value.flatMap((tag) => [tag.nameAt, tag.valueAt]), ...problems]);
        for (const tag of value) {
          expect(text.slice(tag.nameAt.start, tag.nameAt.end)).toBe(tag.name);
          expect(text.slice(tag.valueAt.start, tag.valueAt.end)).toBe(tag.value);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a printed list reads as the same tags', () => {
    fc.assert(
      fc.property(lists, (text) => {
        const tags = parseTagList(text).value;
        expect(pairs(printTagList(tags))).toEqual(tags.map(({ name, value }) => [name, value]));
      }),
      { numRuns: 500 },
    );
  });

  test('a tag that was set is there once with its value, and the others are as before', () => {
    fc.assert(
      fc.property(lists, (text) => {
        const others = (list: string) => pairs(list).filter(([name]) => name?.toLowerCase() !== 'p');
        const edited = withTag(text, 'p', 'reject', ['v']);
        expect(pairs(edited).filter(([name]) => name?.toLowerCase() === 'p')).toHaveLength(1);
        expect(pairs(edited).find(([name]) => name?.toLowerCase() === 'p')?.[1]).toBe('reject');
        expect(others(edited)).toEqual(others(text));
        expect(others(withoutTag(text, 'p'))).toEqual(others(text));
        expect(pairs(withoutTag(text, 'p'))).toEqual(others(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a record of 64 kB built to be slow is read in no time', () => {
    for (const piece of ['a=1;', ' ', 'v=1 p=1 ', ';', '\\;', 'p=\t', '\u00A0', 'x= \r\n ']) {
      const text = `v=X1; ${piece.repeat(65_000 / piece.length)}`;
      const begun = cpuTime();
      parseTagList(text, { known: ['v', 'p', 'rua'] });
      expect(cpuTime() - begun, piece).toBeLessThan(4000);
    }
  });
});

test('a text of megabytes is read, too', () => {
  for (const piece of [';', 'a=1;', 'v=1 p=1 ']) parseTagList(`v=X1; ${piece.repeat(200_000)}`, { known: ['v', 'p'] });
});

describe('mistyped words', () => {
  test('the closest word wins, a swap of neighbours counts once', () => {
    expect(closest('rau', ['ruf', 'rua'], 1)).toBe('rua');
    expect(closest('quarentine', ['none', 'quarantine', 'reject'], 2)).toBe('quarantine');
    expect(closest('zebra', ['none', 'quarantine', 'reject'], 2)).toBeUndefined();
    expect(closest('x'.repeat(10_000), ['none'], 2)).toBeUndefined();
  });
});
