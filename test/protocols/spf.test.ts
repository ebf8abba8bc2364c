import { describe, expect, test } from 'vitest';
import {
  isFatal,
  isSpfRecord,
  parseSpf,
  printSpf,
  repairedSpf,
  replaceTerm,
  spfLookAlike,
  withoutTerm,
  withTerm,
} from '../../src/protocols/spf.ts';
import { cpuTime } from '../support/cpu-time.ts';

/** What is said of the terms behind `v=spf1 `: code, and the text pointed at. */
function said(terms: string): string[] {
  const text = `v=spf1 ${terms}`;
  return parseSpf(text).problems.map(({ code, start, end }) => `${code} [${text.slice(start, end)}]`);
}
const repaired = (terms: string) => repairedSpf(parseSpf(`v=spf1 ${terms}`)).slice(7);

describe('terms', () => {
  test('a term has its qualifier, its parts, and where they stand', () => {
    const [mx, ip4, include] = parseSpf('v=spf1 ~mx:example.com/24//64 ip4:192.0.2.0/24 include:%{d}').value.terms;
    expect(mx).toMatchObject({
      kind: 'mx',
      qualifier: '~',
      qualified: true,
      start: 7,
      end: 29,
      domain: { text: 'example.com', constant: 'example.com', start: 11, end: 22 },
      v4Length: { length: 24, start: 22, end: 25 },
      v6Length: { length: 64, start: 25, end: 29 },
    });
    expect(ip4).toMatchObject({
      qualifier: '+',
      qualified: false,
      network: { family: 4, first: 0xc0000200n, length: 24 },
    });
    expect(include).toMatchObject({ domain: { parts: [{ kind: 'macro', letter: 'd' }] } });
    expect(include).not.toHaveProperty('domain.constant');
  });

  test('names are read without regard to case and terms may be blanks apart', () => {
    const parsed = parseSpf('v=spf1  A   Ip4:192.0.2.1  -ALL  ');
    expect(parsed.problems).toEqual([]);
    expect(parsed.value.terms.map(({ kind }) => kind)).toEqual(['a', 'ip4', 'all']);
  });

  test('a record without fault has no problems', () => {
    for (const text of [
      'v=spf1',
      'v=spf1 -all',
      'v=spf1 include:_spf.google.com ip4:192.0.2.0/24 ip6:2001:db8::/32 a/24//64 mx:%{d2} ~all',
      'v=spf1 exists:%{ir}.%{v}._spf.%{d} redirect=_spf.example.com exp=why.%{d}',
    ]) {
      expect(parseSpf(text).problems, text).toEqual([]);
    }
  });
});

describe('what makes a record a permerror', () => {
  test.each([
    ['ipv4:192.0.2.1', 'unknown-mechanism [ipv4]', 'ip4:192.0.2.1'],
    ['ip:2001:db8::1', 'unknown-mechanism [ip]', 'ip6:2001:db8::1'],
    ['-inlcude:example.com', 'unknown-mechanism [inlcude]', '-include:example.com'],
    ['incldue:example.com', 'unknown-mechanism [incldue]', 'include:example.com'],
    ['-al', 'unknown-mechanism [al]', '-all'],
    ['-all.', 'unknown-mechanism [all.]', '-all'],
    ['192.0.2.0/24', 'unknown-mechanism [192.0.2.0/24]', 'ip4:192.0.2.0/24'],
    ['2001:db8::1', 'unknown-mechanism [2001:db8::1]', 'ip6:2001:db8::1'],
    ['example.com', 'unknown-mechanism [example.com]', 'example.com'],
    ['=x', 'malformed-term [=x]', '=x'],
    ['include', 'missing-domain [include]', 'include'],
    ['include:', 'missing-domain [include:]', 'include:'],
    ['a:', 'missing-domain [a:]', 'a:'],
    ['exists', 'missing-domain [exists]', 'exists'],
    ['redirect=', 'missing-domain [redirect=]', 'redirect='],
    ['include: example.com', 'blank-inside [include: example.com]', 'include:example.com'],
    ['include :example.com', 'blank-inside [include :example.com]', 'include:example.com'],
    ['include : example.com', 'blank-inside [include : example.com]', 'include:example.com'],
    ['ip4: 192.0.2.1', 'blank-inside [ip4: 192.0.2.1]', 'ip4:192.0.2.1'],
    ['ip4:192.0.2.0 /24', 'blank-inside [ip4:192.0.2.0 /24]', 'ip4:192.0.2.0/24'],
    ['- all', 'blank-inside [- all]', '-all'],
    ['a:localhost', 'bad-domain [localhost]', 'a:localhost'],
    ['a:192.0.2.1', 'bad-domain [a]', 'ip4:192.0.2.1'],
    ['include:192.0.2.0/24', 'bad-domain [include]', 'ip4:192.0.2.0/24'],
    ['mx:2001:db8::1', 'bad-domain [mx]', 'ip6:2001:db8::1'],
    ['exists:%(i).example.com', 'bad-macro [%]', 'exists:%(i).example.com'],
    ['exists:%{q}.example.com', 'bad-macro [%{q}]', 'exists:%{q}.example.com'],
    ['exists:%{c}.example.com', 'bad-macro [%{c}]', 'exists:%{c}.example.com'],
    ['exists:%{d0}.example.com', 'bad-macro [%{d0}]', 'exists:%{d0}.example.com'],
    ['exists:%{d', 'bad-macro [%{d]', 'exists:%{d'],
    ['ip4:192.0.2.0/33', 'bad-cidr [/33]', 'ip4:192.0.2.0/33'],
    ['ip4:192.0.2.0/', 'bad-cidr [/]', 'ip4:192.0.2.0/'],
    ['ip4:192.0.2.7/00', 'bad-cidr [/00]', 'ip4:192.0.2.7/00'],
    ['ip4:192.0.2.7/02', 'bad-cidr [/02]', 'ip4:192.0.2.7/02'],
    ['ip4:192.0.2.0/024', 'bad-cidr [/024]', 'ip4:192.0.2.0/24'],
    ['ip4:192.0.2.0//24', 'bad-cidr [//24]', 'ip4:192.0.2.0/24'],
    ['a/24/64', 'bad-cidr [/24/64]', 'a/24//64'],
    ['mx//129', 'bad-cidr [//129]', 'mx//129'],
    ['a:example.com/abc', 'bad-cidr [/abc]', 'a:example.com/abc'],
    ['ip6:2001:db8::/129', 'bad-cidr [/129]', 'ip6:2001:db8::/129'],
    ['ip4', 'missing-address [ip4]', 'ip4'],
    ['ip4:', 'missing-address [ip4:]', 'ip4:'],
    ['ip4:192.0.2', 'bad-address [192.0.2]', 'ip4:192.0.2'],
    ['ip4:192.0.2.256', 'bad-address [192.0.2.256]', 'ip4:192.0.2.256'],
    ['ip4:mail.example.com', 'bad-address [ip4]', 'a:mail.example.com'],
    ['ip6:2001:db8:::1', 'bad-address [2001:db8:::1]', 'ip6:2001:db8:::1'],
    ['ip4:192.0.02.1', 'leading-zero [192.0.02.1]', 'ip4:192.0.02.1'],
    ['ip4:2001:db8::/32', 'wrong-family [ip4]', 'ip6:2001:db8::/32'],
    ['ip6:192.0.2.1', 'wrong-family [ip6]', 'ip4:192.0.2.1'],
    ['all:example.com', 'unexpected-argument [all:example.com]', 'all:example.com'],
    ['ptr/24', 'unexpected-argument [ptr/24]', 'ptr/24'],
    ['ip4:192.0.2.1-all', 'missing-blank []', 'ip4:192.0.2.1 -all'],
    ['ip4:192.0.2.1include:example.com~all', 'missing-blank []', 'ip4:192.0.2.1 include:example.com ~all'],
    ['include:example.com~all', 'missing-blank []', 'include:example.com ~all'],
    ['include:example.com\tmx', 'bad-character [\t]', 'include:example.com mx'],
    ['\u00E2\u0080\u0093all', 'bad-character [\u00E2\u0080\u0093]', '-all'],
    ['mx\u00C2\u00A0-all', 'bad-character [\u00C2\u00A0]', 'mx -all'],
    ['\u201Cmx', 'bad-character [\u201C]', 'mx'],
    ['a:\u00C3\u00A9.example.com', 'bad-character [\u00C3\u00A9]', 'a:\u00C3\u00A9.example.com'],
    ['-all"', 'stray-quote ["]', '-all'],
    ["'mx'", "stray-quote [']", 'mx'],
    ['mx""include:example.com', 'stray-quote [""]', 'mx include:example.com'],
    ['include:example.com,', 'stray-punctuation [,]', 'include:example.com'],
    ['-all;', 'stray-punctuation [;]', '-all'],
    ['ip4:192.0.2.1,ip4:192.0.2.2', 'stray-punctuation [,]', 'ip4:192.0.2.1 ip4:192.0.2.2'],
    ['ip4:192.0.2.1,192.0.2.2', 'stray-punctuation [ip4:192.0.2.1,192.0.2.2]', 'ip4:192.0.2.1 ip4:192.0.2.2'],
    ['redirect:example.com', 'wrong-separator [:]', 'redirect=example.com'],
    ['-redirect=example.com', 'qualified-modifier [-]', 'redirect=example.com'],
    ['redirect=a.com redirect=b.com', 'duplicate-redirect [redirect=b.com]', 'redirect=a.com redirect=b.com'],
    ['exp=a.com exp=b.com', 'duplicate-exp [exp=b.com]', 'exp=a.com exp=b.com'],
  ])('%s: %s', (terms, expected, mended) => {
    expect(said(terms)).toContain(expected);
    expect(isFatal(parseSpf(`v=spf1 ${terms}`))).toBe(true);
    expect(repaired(terms)).toBe(mended);
  });

  test('all faults are said, not only the first', () => {
    expect(said('ip4:192.0.2.300 a:localhost include: -all mx/64')).toEqual([
      'bad-address [192.0.2.300]',
      'bad-domain [localhost]',
      'missing-domain [include:]',
      'bad-cidr [/64]',
    ]);
  });

  test('messages quote what is written', () => {
    const [found] = parseSpf('v=spf1 ip4:192.0.2.0/33').problems;
    expect(found?.message).toBe('"33" is no IPv4 prefix length: it must be a number from 0 to 32');
  });
});

test('a term of many run together, with a fault at its end, is not tried in every way there is', () => {
  const started = cpuTime();
  const { problems } = parseSpf(`v=spf1 ${'redirect=_spf.e'.repeat(30)}!.1`);
  expect(problems.map(({ code }) => code)).toEqual(['bad-domain']);
  expect(cpuTime() - started).toBeLessThan(2000);
});

describe('what is merely odd', () => {
  test.each([
    ['ip4:192.0.2.7/24', ['host-bits [192.0.2.7]']],
    ['-all mx', ['after-all [mx]']],
    ['redirect=example.com -all', ['redirect-with-all [redirect=example.com]']],
    ['x-op=1 -all', ['unknown-modifier [x-op=1]']],
    ['include=example.com -all', ['mechanism-as-modifier [include=example.com]']],
    ['mx v=spf1 -all', ['repeated-version [v=spf1]']],
    ['mx ~all v=DMARC1;', ['unknown-modifier [v=DMARC1;]']],
    ['exp=why.example.com -all', ['modifier-not-last [exp=why.example.com]']],
    ['a:example.com. -all', ['trailing-dot [.]']],
    ['mx +MX -all', ['duplicate-term [+MX]']],
    ['ip6:::ffff:192.0.2.1 -all', ['mapped-address [::ffff:192.0.2.1]']],
    ['a:a..example.com -all', ['unaskable-domain [a..example.com]']],
    ['include:http://example.com -all', ['suspicious-domain [http://example.com]']],
    ['include:a.exampleinclude:b.example -all', ['suspicious-domain []']],
    ['include:example.com-all', ['suspicious-domain []']],
    ['x= mx', ['unknown-modifier [x=]']],
  ])('%s', (terms, expected) => {
    expect(said(terms)).toEqual(expected);
    expect(isFatal(parseSpf(`v=spf1 ${terms}`))).toBe(false);
  });

  test('a version in capitals is a record, and odd', () => {
    const parsed = parseSpf('V=SPF1 -all');
    expect(parsed.problems.map(({ code, fatal }) => ({ code, fatal }))).toEqual([
      { code: 'version-case', fatal: false },
    ]);
  });
});

describe('which text is a record', () => {
  test.each(['v=spf1', 'v=spf1 -all', 'V=sPf1 -all', 'v=spf1 '])('%j is', (text) => {
    expect(isSpfRecord(text)).toBe(true);
    expect(spfLookAlike(text)).toBeUndefined();
  });

  test.each([
    [' v=spf1 -all', 'leading-characters', 'v=spf1 -all'],
    ['"v=spf1 -all"', 'leading-characters', 'v=spf1 -all'],
    ['\u00EF\u00BB\u00BFv=spf1 -all', 'leading-characters', 'v=spf1 -all'],
    ['v=spf1; mx -all', 'no-blank', 'v=spf1 mx -all'],
    ['v=spf1;mx -all', 'no-blank', 'v=spf1 mx -all'],
    ['v=spf1include:example.com -all', 'no-blank', 'v=spf1 include:example.com -all'],
    ['v=spf1-all', 'no-blank', 'v=spf1 -all'],
    ['v=spf1\t-all', 'no-blank', 'v=spf1 -all'],
    ['v=spf -all', 'mistyped-version', 'v=spf1 -all'],
    ['v=spf2 mx', 'mistyped-version', 'v=spf1 mx'],
    ['v=spf10 mx', 'mistyped-version', 'v=spf1 mx'],
    ['v:spf1 mx', 'mistyped-version', 'v=spf1 mx'],
    ['v = spf1 mx', 'mistyped-version', 'v=spf1 mx'],
    ['v=sfp1 mx', 'mistyped-version', 'v=spf1 mx'],
    ['spf1 mx', 'mistyped-version', 'v=spf1 mx'],
    ['include:example.com ~all', 'no-version', 'v=spf1 include:example.com ~all'],
  ])('%j only looks like one: %s', (text, code, mended) => {
    expect(isSpfRecord(text)).toBe(false);
    expect(spfLookAlike(text)?.code).toBe(code);
    expect(parseSpf(text).problems[0]).toMatchObject({ code: 'version', fatal: true });
    expect(repairedSpf(parseSpf(text))).toBe(mended);
  });

  test.each([
    ['v=spf1\u00C2\u00A0mx', 'a blank that is not an ASCII blank (U+00A0)'],
    ['v=spf1\u00E2\u0080\u008Bmx', 'U+200B'],
    ['v=spf1\u00C3\u00A4', '"ä"'],
    ['v=spf1;mx', '";"'],
    ['v=spf1\tmx', String.raw`"\t"`],
  ])('%j is told by the character behind the version: %s', (text, shown) => {
    expect(spfLookAlike(text)?.message).toContain(`but ${shown} follows`);
  });

  test('Sender ID is nobody\u2019s mistake', () => {
    expect(spfLookAlike('spf2.0/pra mx -all')).toMatchObject({ code: 'sender-id' });
  });

  test.each(['google-site-verification=abc', 'v=DMARC1; p=none', 'v=spf-verify=abc', 'all', 'hello world', ''])(
    '%j is something else',
    (text) => {
      expect(spfLookAlike(text)).toBeUndefined();
      expect(parseSpf(text).problems[0]).toMatchObject({ code: 'version' });
    },
  );
});

describe('printing and editing', () => {
  test('a record is printed in canonical form', () => {
    const { value } = parseSpf('v=spf1  +A  -IP4:192.0.2.7/24 mx/32//128 ip6:2001:DB8:0::/32 INCLUDE:%{D2} ~all');
    expect(printSpf(value)).toBe('v=spf1 a -ip4:192.0.2.0/24 mx ip6:2001:db8::/32 include:%{D2} ~all');
  });

  const text = 'v=spf1 include:a.example  mx -all';
  const { value } = parseSpf(text);

  test('a term is taken out with the blank before it', () => {
    expect(value.terms.map((term) => withoutTerm(text, term))).toEqual([
      'v=spf1 mx -all',
      'v=spf1 include:a.example -all',
      'v=spf1 include:a.example  mx',
    ]);
  });

  test('a term is replaced where it stands', () => {
    expect(replaceTerm(text, value.terms[1]!, 'ip4:192.0.2.1 ip4:192.0.2.2')).toBe(
      'v=spf1 include:a.example  ip4:192.0.2.1 ip4:192.0.2.2 -all',
    );
  });

  test('a new term comes before all, before modifiers, or last', () => {
    expect(withTerm(value, 'a')).toBe('v=spf1 include:a.example  mx a -all');
    expect(withTerm(parseSpf('v=spf1 mx redirect=a.example').value, 'a')).toBe('v=spf1 mx a redirect=a.example');
    expect(withTerm(parseSpf('v=spf1 mx ').value, 'a')).toBe('v=spf1 mx a');
  });
});
