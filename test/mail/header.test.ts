import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodedWords } from '../../src/mail/encoded-words.ts';
import { headerFields } from '../../src/mail/header.ts';
import { parameterised } from '../../src/mail/parameters.ts';
import { cpuTime } from '../support/cpu-time.ts';

describe('a header', () => {
  it('is its fields, unfolded', () => {
    expect(headerFields(Buffer.from('Subject: a\r\n b\r\n\tc\r\nX-Empty:\nTO : d\rno field\n'))).toEqual([
      { name: 'subject', value: 'a b c' },
      { name: 'x-empty', value: '' },
      { name: 'to', value: 'd no field' },
    ]);
  });

  it('may stand behind a byte order mark, which is none of its first name', () => {
    expect(headerFields(Buffer.from('\uFEFFReturn-Path: <>\nTo: d'))).toEqual([
      { name: 'return-path', value: '<>' },
      { name: 'to', value: 'd' },
    ]);
  });

  it('may be in UTF-8, or else in what Windows writes', () => {
    expect(headerFields(Buffer.from('Subject: ä€'))).toEqual([{ name: 'subject', value: 'ä€' }]);
    expect(headerFields(Buffer.from('Subject: \xE4\x80', 'latin1'))).toEqual([{ name: 'subject', value: 'ä€' }]);
  });
});

describe('encoded words', () => {
  it.each([
    ['=?utf-8?B?w6Q=?= =?UTF-8?q?_=C3=B6?= ok', 'ä ö ok'],
    ['=?iso-8859-1*de?Q?=E4?=', 'ä'],
    ['=?utf-8?Q?=E2=82?=\t=?utf-8?Q?=AC?=', '€'],
    ['a =?koi8-r?B?8tU=?= b', 'a Ру b'],
    ['=?no-such?Q?a=C3=A4?=', 'aä'],
    ['=?utf-8?X?a?= =?broken', '=?utf-8?X?a?= =?broken'],
    ['no word', 'no word'],
  ])('%s is %s', (text, decoded) => {
    expect(decodedWords(text)).toBe(decoded);
  });
});

describe('parameters', () => {
  it.each<readonly [string, string, Record<string, string>]>([
    ['Text/Plain; charset=UTF-8', 'text/plain', { charset: 'UTF-8' }],
    ['text/plain (a comment); Charset = "utf-8" (more)', 'text/plain', { charset: 'utf-8' }],
    ['a/b; name=my report.xml; x=1', 'a/b', { name: 'my report.xml', x: '1' }],
    ['a/b; name="a;b\\"c"; x="C:\\d"', 'a/b', { name: 'a;b"c', x: 'C:\\d' }],
    ['a/b; name="a" x="b"', 'a/b', { name: 'a', x: 'b' }],
    ['a/b; name="never closed', 'a/b', { name: 'never closed' }],
    ['a/b; ; nonsense; name==?utf-8?Q?=C3=A4?=', 'a/b', { name: 'ä' }],
    ["a/b; n*1*=%A4b; n*0*=utf-8''%C3; n*2=%41", 'a/b', { n: 'äb%41' }],
    ["a/b; n*=iso-8859-1'de'%E4; n=other", 'a/b', { n: 'ä' }],
    ['a/b; n*0=a; n*1="b c"', 'a/b', { n: 'ab c' }],
    ['', '', {}],
  ])('of `%s` are read', (text, value, parameters) => {
    const read = parameterised(text);
    expect({ value: read.value, parameters: Object.fromEntries(read.parameters) }).toEqual({ value, parameters });
  });

  it('are read of anything, without a throw and without an end of time', () => {
    const odd = fc.array(fc.constantFrom('"', ';', '=', '*', "'", '%', '\\', '(', ')', ' ', 'a', '0', '=?', '?='), {
      maxLength: 200,
    });
    fc.assert(fc.property(odd, (list) => typeof parameterised(list.join('')).value === 'string'));
    const began = cpuTime();
    for (const piece of ['(', ' (', '"\\', ';=', "a*0*='", '=?a?b?', ' \t'])
      expect(typeof parameterised(`a/b; c=${piece.repeat(100_000)}`).value).toBe('string');
    expect(cpuTime() - began).toBeLessThan(10_000);
  });
});

test.each([
  ['=?utf-8?Q?L=C3=A1mpara?=', 'Lámpara'],
  ['=?utf-8?B?TMOhbQ==?= =?utf-8?B?cGFyYQ==?=', 'Lámpara'],
  ['=?iso-8859-1*es?q?L=E1mpara_nueva?=', 'Lámpara nueva'],
  ['=?no-such-set?Q?x?=', 'x'],
  ['plain', 'plain'],
])('the words in %s', (written, expected) => {
  expect(decodedWords(written)).toBe(expected);
});
