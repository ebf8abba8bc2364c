import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFatal, isSpfRecord, parseSpf, printSpf, repairedSpf, spfLookAlike } from '../../src/protocols/spf.ts';
import { mailauthRefuses } from '../support/mailauth.ts';
import { cpuTime } from '../support/cpu-time.ts';

const runs = (usual: number) => ({ numRuns: Number(process.env['SPF_RUNS'] ?? usual) });

const sign = fc.constantFrom('', '+', '-', '~', '?');
const macro = fc
  .tuple(
    fc.constantFrom('s', 'L', 'o', 'd', 'i', 'p', 'H', 'v'),
    fc.constantFrom('', '1', '12', '127'),
    fc.constantFrom('', 'r', 'R'),
    fc.constantFrom('', '.', '-+', '_=,/'),
  )
  .map((parts) => `%{${parts.join('')}}`);
const label = fc.stringMatching(/^[a-z0-9_]{1,8}$/);
const end = fc.constantFrom('.com', '.example', '.xn--p1ai', '.x-1', '.1-2');
const spec = fc
  .tuple(
    fc.array(fc.oneof(label, macro, fc.constantFrom('%%', '%_', '%-', '/', ':', '=')), { minLength: 1, maxLength: 4 }),
    fc.oneof(end, macro),
  )
  .map(([parts, last]) => parts.join('.') + last);
const v4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((octets) => octets.join('.'));
const v6 = fc.constantFrom(
  '2001:db8::',
  '::',
  '::1',
  '1:2:3:4:5:6:7:8',
  'fe80::1:0:0:2',
  '2001:DB8:0:0:8:800:200C:417A',
  '64:ff9b::192.0.2.33',
);
const length4 = fc.option(fc.nat(32)).map((length) => (length === null ? '' : `/${length}`));
const length6 = fc.option(fc.nat(128)).map((length) => (length === null ? '' : `//${length}`));
const optional = fc.option(spec).map((domain) => (domain === null ? '' : `:${domain}`));
const term = fc.oneof(
  sign.map((q) => `${q}all`),
  fc
    .tuple(sign, fc.constantFrom('include', 'exists', 'INCLUDE'), spec)
    .map(([q, name, domain]) => `${q}${name}:${domain}`),
  fc.tuple(sign, fc.constantFrom('a', 'mx', 'Mx'), optional, length4, length6).map((parts) => parts.join('')),
  fc.tuple(sign, fc.constant('ptr'), optional).map((parts) => parts.join('')),
  fc.tuple(sign, fc.constant('ip4:'), v4, length4).map((parts) => parts.join('')),
  fc
    .tuple(
      sign,
      fc.constant('ip6:'),
      v6,
      length6.map((length) => length.slice(1)),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.stringMatching(/^x[a-z0-9._-]{0,5}$/), fc.oneof(spec, fc.constant('')))
    .map(([name, value]) => `${name}=${value}`),
);
const modifiers = fc.subarray(['redirect=_spf.example.com', 'exp=why.%{d}']);
const record = fc
  .tuple(fc.array(term, { maxLength: 8 }), modifiers)
  .map(([terms, more]) => ['v=spf1', ...terms, ...more].join(' '));

test('every record made by the grammar is read without fault, and every term as what it is', () => {
  fc.assert(
    fc.property(record, (text) => {
      const parsed = parseSpf(text);
      expect(parsed.problems.filter(({ fatal }) => fatal)).toEqual([]);
      expect(parsed.value.terms.map((one) => one.text).join(' ')).toBe(text.slice(7));
      for (const { start, end: stop, text: own } of parsed.value.terms) expect(text.slice(start, stop)).toBe(own);
    }),
    runs(300),
  );
});

test('a printed record reads as the same terms, and prints as itself', () => {
  fc.assert(
    fc.property(record, (text) => {
      const printed = printSpf(parseSpf(text).value);
      const again = parseSpf(printed);
      expect(isFatal(again)).toBe(false);
      expect(again.value.terms.map(({ kind }) => kind)).toEqual(parseSpf(text).value.terms.map(({ kind }) => kind));
      expect(printSpf(again.value)).toBe(printed);
    }),
    runs(300),
  );
});

/** Records with a slip of the keyboard or two, and what web forms and zone files do to them. */
const slips = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(3),
    fc.constantFrom(
      '',
      ' ',
      ':',
      '/',
      '=',
      '"',
      '%',
      '{',
      '}',
      '-',
      '+',
      '.',
      ',',
      ';',
      '0',
      '9',
      'a',
      'all',
      'ip4:',
      '//',
      '\t',
      '\u00E2\u0080\u0093',
      '\u00C2\u00A0',
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
const mistyped = fc.tuple(record, slips).map(([text, edits]) =>
  edits.reduce((rest, [where, away, put]) => {
    const at = 7 + Math.floor(where * Math.max(0, rest.length - 7));
    return rest.slice(0, at) + put + rest.slice(at + away);
  }, text),
);

test('what the grammar refuses is what mailauth refuses', () => {
  fc.assert(
    fc.property(mistyped, (text) => {
      fc.pre(isSpfRecord(text));
      expect(isFatal(parseSpf(text))).toBe(mailauthRefuses(text));
    }),
    runs(1000),
  );
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.nat(255).map((octet) => String.fromCharCode(octet)), maxLength: 200 }),
  fc
    .string({
      unit: fc.constantFrom(...'v=spf1 ip46:/.%{}d"\',;-~?+alxmincude0129\u0000\u00E9'.split('')),
      maxLength: 80,
    })
    .map((tail) => `v=spf1 ${tail}`),
  mistyped,
);

test('no text makes the parser throw, and every problem lies within the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { value, problems } = parseSpf(text);
      expect(value.text).toBe(text);
      for (const { start, end: stop, term: index } of problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(stop).toBeGreaterThanOrEqual(start);
        expect(stop).toBeLessThanOrEqual(text.length);
        if (index !== undefined) expect(value.terms[index]).toBeDefined();
      }
      spfLookAlike(text);
    }),
    runs(1000),
  );
});

/** These say what to take out, whatever is left then. */
const CHARACTERS: ReadonlySet<string> = new Set(['bad-character', 'stray-quote', 'stray-punctuation']);

test('where every fault has a replacement, the repaired record has no fault but a repeated modifier', () => {
  fc.assert(
    fc.property(mistyped, (text) => {
      const parsed = parseSpf(text);
      const fatal = parsed.problems.filter((problem) => problem.fatal);
      fc.pre(isSpfRecord(text) && fatal.length > 0 && fatal.every(({ replacement }) => replacement !== undefined));
      fc.pre(!fatal.some(({ code }) => CHARACTERS.has(code)));
      const left = parseSpf(repairedSpf(parsed)).problems.filter((problem) => problem.fatal);
      expect(left.filter(({ code }) => !code.startsWith('duplicate-'))).toEqual([]);
    }),
    runs(500),
  );
});

test('a record of 64 kB of anything is read in a moment', () => {
  const pieces = [
    'a',
    ' a',
    ':',
    '/',
    '/1',
    '%',
    '%{',
    '%{d',
    'a-',
    '-',
    '.',
    '"',
    ',',
    'mx ',
    'all',
    ' x=',
    ' -',
    ' :',
    'ip4:',
    '1.',
    '\u00E2\u0080\u009C',
    ' include:a.b',
    '0',
  ];
  for (const piece of pieces) {
    const started = cpuTime();
    parseSpf(`v=spf1 ${piece.repeat(Math.ceil(65_000 / piece.length))}!`);
    parseSpf(piece.repeat(Math.ceil(65_000 / piece.length)));
    expect(cpuTime() - started, piece).toBeLessThan(4000);
  }
});
