import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMasterFile, printRr } from '../../../src/net/zone/master-file.ts';
import type { Included, MasterFileOptions } from '../../../src/net/zone/master-file.ts';
import type { Rr } from '../../../src/net/net.ts';
import { anyRr } from '../../support/any-rr.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const parse = (text: string, options: Partial<MasterFileOptions> = {}) =>
  parseMasterFile(text, { file: 'zone', origin: 'example.com', ...options });
const withoutPlace = ({ place: _place, ...rr }: Rr) => rr;
const printed = (text: string, options?: Partial<MasterFileOptions>) => parse(text, options).records.map(printRr);
const complaints = (text: string, options?: Partial<MasterFileOptions>) =>
  parse(text, options).problems.map(({ line, message }) => `${line}: ${message}`);
const txt = (text: string) => parse(text).records.map((rr) => (rr.type === 'TXT' ? rr.strings : rr.type));

describe('owners', () => {
  test.each([
    ['@ A 192.0.2.1', 'example.com.'],
    ['WWW A 192.0.2.1', 'www.example.com.'],
    ['www.example.net. A 192.0.2.1', 'www.example.net.'],
    ['. A 192.0.2.1', '.'],
    ['*._domainkey A 192.0.2.1', '*._domainkey.example.com.'],
    ['bücher A 192.0.2.1', 'xn--bcher-kva.example.com.'],
    ['BÜCHER.Example. A 192.0.2.1', 'xn--bcher-kva.example.'],
    ['a\\032b A 192.0.2.1', 'a\\032b.example.com.'],
    ['\\065bc A 192.0.2.1', 'abc.example.com.'],
    ['in A 192.0.2.1', 'in.example.com.'],
  ])('%s belongs to %s', (line, owner) => expect(printed(line)).toEqual([`${owner} 3600 IN A 192.0.2.1`]));

  test('a line that begins with a blank repeats the owner before it', () =>
    expect(printed('a A 192.0.2.1\n\tAAAA 2001:DB8::1\n  TXT x')).toEqual([
      'a.example.com. 3600 IN A 192.0.2.1',
      'a.example.com. 3600 IN AAAA 2001:db8::1',
      'a.example.com. 3600 IN TXT "x"',
    ]));

  test('after an owner that cannot be read, its further lines do not land on another name', () => {
    const zone = parse('good A 192.0.2.1\nb..ad A 192.0.2.2\n  TXT lost\nnext A 192.0.2.3');
    expect(zone.records.map((rr) => rr.name)).toEqual(['good.example.com', 'next.example.com']);
    expect(zone.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  test.each([
    ['a A 192.0.2.1', '1: "a" is a relative name and there is no origin'],
    [' A 192.0.2.1', '1: the line begins with a blank, and there is no owner before it to repeat'],
    [`${'x'.repeat(64)}. A 192.0.2.1`, /longer than 63 octets/],
    [`${'abcdefg.'.repeat(33)} A 192.0.2.1`, /longer than 255 octets/],
    ['a..b. A 192.0.2.1', '1: the name "a..b." has an empty label'],
    ['a\\.b. A 192.0.2.1', /has a dot in a label/],
    ['a\\999. A 192.0.2.1', /has an escape that is none/],
    ['"a" A 192.0.2.1', '1: "a" is no owner name'],
  ])('%s is refused: %s', (line, message) => {
    const zone = parseMasterFile(line, { file: 'zone' });
    expect(zone.records).toEqual([]);
    expect(zone.problems.map((p) => `${p.line}: ${p.message}`)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });
});

describe('TTL and class', () => {
  test.each([
    ['a 60 IN A 192.0.2.1', 60],
    ['a IN 60 A 192.0.2.1', 60],
    ['a 1h30m A 192.0.2.1', 5400],
    ['a 1W A 192.0.2.1', 604_800],
    ['a 2d3h4m5s A 192.0.2.1', 183_845],
    ['a A 192.0.2.1', 3600],
    ['$TTL 5m\na A 192.0.2.1', 300],
    ['$TTL 300\na 60 A 192.0.2.1\na A 192.0.2.2', 300],
    ['a 60 A 192.0.2.1\na A 192.0.2.2', 60],
    ['@ SOA ns h 1 2 3 4 77\na A 192.0.2.2', 77],
  ])('%j gives %d seconds', (text, ttl) => expect(parse(text).records.at(-1)?.ttl).toBe(ttl));

  test('an assumed TTL is noted once, and is no problem', () => {
    const zone = parse('a A 192.0.2.1\nb A 192.0.2.1');
    expect(zone.notes).toEqual([
      { file: 'zone', line: 1, message: 'no TTL is given here or before, 3600 seconds are assumed' },
    ]);
    expect(zone.problems).toEqual([]);
  });

  test.each([
    'a CH TXT x',
    'a CLASS3 TXT x',
    'a 4000000000 A 192.0.2.1',
    'a 1x A 192.0.2.1',
    'a',
    'a 60 IN',
    'a TXTT "x"',
  ])('%s is a problem', (line) => expect(complaints(line)).toHaveLength(1));
});

describe('strings', () => {
  test.each<[string, string[]]>([
    ['a TXT "one" "two"', ['one', 'two']],
    ['a TXT one two', ['one', 'two']],
    ['a TXT "a;b" ; comment', ['a;b']],
    ['a TXT ( "a" ; first\n  "b" ; second\n )', ['a', 'b']],
    ['a TXT "\\"\\\\\\;"', ['"\\;']],
    ['a TXT \\"quoted\\"', ['"quoted"']],
    ['a TXT "\\195\\188"', ['\u00c3\u00bc']],
    ['a TXT "ü"', ['\u00c3\u00bc']],
    ['a TXT "\\ü"', ['\u00c3\u00bc']],
    ['a TXT "\\000\\255"', ['\u0000\u00ff']],
    ['a TXT ""', ['']],
    ['a TXT "ab""cd"', ['ab', 'cd']],
    ['a TXT "(" ")"', ['(', ')']],
    ['a TXT \\# 3 026869', ['hi']],
    ['a TYPE16 \\# 6 026869 026869', ['hi', 'hi']],
    ['a TYPE16 "x"', ['x']],
    ['a TXT "\\#" 3', ['#', '3']],
  ])('%j is %j', (line, strings) => {
    expect(txt(line)).toEqual([strings]);
    expect(complaints(line)).toEqual([]);
  });

  test('CRLF and a byte order mark are tolerated', () =>
    expect(printed('\uFEFFa TXT "x"\r\nb TXT (\r\n "y"\r\n)\r\n')).toEqual([
      'a.example.com. 3600 IN TXT "x"',
      'b.example.com. 3600 IN TXT "y"',
    ]));

  test('text cut off at an unquoted semicolon is what servers see, and is pointed out', () => {
    expect(txt('_dmarc TXT v=DMARC1; p=none')).toEqual([['v=DMARC1']]);
    expect(complaints('_dmarc TXT v=DMARC1; p=none')).toEqual([
      '1: the text ends with "v=DMARC1" and the rest is a comment: text with a ";" goes in quotes',
    ]);
    expect(complaints('_dmarc TXT v=spf1 ; p=none')).toEqual([]);
  });

  test('a string over 255 octets is kept, and is a problem', () => {
    expect(txt(`a TXT "${'x'.repeat(256)}"`)).toEqual([['x'.repeat(256)]]);
    expect(complaints(`a TXT "${'ü'.repeat(128)}"`)).toEqual([expect.stringMatching(/has 256 octets.*at most 255/)]);
    expect(complaints(`a TXT "${'x'.repeat(255)}"`)).toEqual([]);
  });

  test('a quote that is not closed costs its own record only', () => {
    const zone = parse('a TXT "open\nb TXT "fine"');
    expect(zone.records.map(printRr)).toEqual(['b.example.com. 3600 IN TXT "fine"']);
    expect(zone.problems).toEqual([{ file: 'zone', line: 1, message: 'a quoted string is not closed on its line' }]);
  });

  test('a string over several lines in parentheses keeps its line break, and is pointed out', () => {
    expect(txt('a TXT ("b\nc")\nd TXT e')).toEqual([['b\nc'], ['e']]);
    expect(complaints('a TXT ("b\nc")')).toEqual([
      '1: a quoted string runs over the end of its line, which BIND refuses',
    ]);
  });

  test('what follows a parenthesis that is never closed is read all the same', () => {
    const zone = parse('a TXT ( "x"\nb TXT "fine"\n');
    expect(zone.records.map(printRr)).toEqual(['b.example.com. 3600 IN TXT "fine"']);
    expect(zone.problems).toEqual([{ file: 'zone', line: 1, message: 'an opening parenthesis is never closed' }]);
  });
});

describe('data', () => {
  test.each([
    'a.example.com. 1 IN A 192.0.2.1',
    'a.example.com. 1 IN AAAA 2001:db8::1:0:0:1',
    'a.example.com. 1 IN MX 0 .',
    'a.example.com. 1 IN CNAME b.example.com.',
    'a.example.com. 1 IN PTR b.example.com.',
    'a.example.com. 1 IN NS b.example.com.',
    'a.example.com. 1 IN SPF "v=spf1 -all"',
    'a.example.com. 1 IN SOA ns.example.com. john\\.doe.example.com. 2026112101 7200 3600 1209600 900',
    'a.example.com. 1 IN SRV 1 2 5060 sip.example.com.',
    'a.example.com. 1 IN CAA 128 issue "ca.example; account=1"',
    'a.example.com. 1 IN TLSA 3 1 1 e3b0c442',
    'a.example.com. 1 IN DS 12345 13 2 e3b0c442',
    'a.example.com. 1 IN DNSKEY 257 3 13 AwEAAaZ=',
  ])('%s reads and prints as itself', (line) => {
    expect(printed(line)).toEqual([line]);
    expect(complaints(line)).toEqual([]);
  });

  test.each([
    ['a MX 10 mx', 'MX 10 mx.example.com.'],
    ['a AAAA 2001:0DB8:0:0:0:0:0:1', 'AAAA 2001:db8::1'],
    ['a SOA ns h 1 2h 1h 2w 15m', 'SOA ns.example.com. h.example.com. 1 7200 3600 1209600 900'],
    ['a TLSA 3 1 1 E3B0 C442', 'TLSA 3 1 1 e3b0c442'],
    ['a DS 1 ECDSAP256SHA256 2 ( AB\n CD )', 'DS 1 13 2 abcd'],
    ['a CAA 0 ISSUE ";"', 'CAA 0 issue ";"'],
    ['a TYPE99 \\# 4 03616263', 'SPF "abc"'],
    ['a A \\# 4 c0000201', 'A 192.0.2.1'],
    ['a AAAA \\# 16 20010db8000000000000000000000001', 'AAAA 2001:db8::1'],
    ['a MX \\# 5 000a 016100', 'MX 10 a.'],
  ])('%j is %s', (line, data) =>
    expect(printed(line)).toEqual([expect.stringMatching(new RegExp(`IN ${escape(data)}$`))]),
  );

  test.each([
    'a A 192.0.2.256',
    'a A 2001:db8::1',
    'a A',
    'a A 192.0.2.1 192.0.2.2',
    'a AAAA fe80::1%eth0',
    'a MX mx.example.com.',
    'a MX 65536 mx',
    'a MX 10',
    'a TXT',
    'a SRV 1 2 mx',
    'a SOA ns h 1 2 3 4',
    'a CAA 0 is-sue x',
    'a TLSA 3 1 1 abc',
    'a TLSA 3 1 1',
    'a CNAME b..c',
    'a A \\# 3 c00002',
    'a TXT \\# 3 05aabb',
    'a TXT \\# 2 zz',
    'a TXT "\\25"',
  ])('%s is a problem, and its RRset is unreadable rather than absent', (line) => {
    const zone = parse(`$TTL 1\n${line}\nb A 192.0.2.9`);
    expect(zone.records.map((rr) => rr.name)).toEqual(['b.example.com']);
    expect(zone.problems).toEqual([{ file: 'zone', line: 2, message: expect.any(String) }]);
    expect(zone.opaque).toMatchObject([{ kind: 'unreadable', name: 'a.example.com', types: [line.split(' ')[1]] }]);
  });

  test('types nobody asks for are passed over in silence, and their owners exist', () => {
    const zone = parse('a SSHFP 1 1 ABCD\nb TYPE65534 \\# 0\nc HTTPS 1 . alpn=h2\nd RRSIG A 8 2 3600 1 1 1 x. y');
    expect(zone).toMatchObject({
      skipped: 4,
      problems: [],
      names: ['a', 'b', 'c'].map((name) => `${name}.example.com`),
    });
  });

  test('an ALIAS has addresses that the file does not tell', () =>
    expect(parse('@ ALIAS lb.example.net.').opaque).toMatchObject([
      { kind: 'alias', name: 'example.com', types: ['A', 'AAAA'] },
    ]));
});

describe('directives', () => {
  test('$ORIGIN changes the origin, also relative to the one before', () => {
    const zone = parseMasterFile('$ORIGIN com.\n$ORIGIN example\na A 192.0.2.1', {
      file: 'zone',
      origin: 'other.test',
    });
    expect(zone.records[0]?.name).toBe('a.example.com');
    expect(zone.origins).toEqual(['com', 'example.com']);
  });

  const files: Record<string, string> = {
    sub: 'x A 192.0.2.1\n$ORIGIN deeper.example.com.\ny A 192.0.2.2\n',
    loop: '$INCLUDE loop\nz A 192.0.2.3',
    wide: '$INCLUDE leaf\n'.repeat(2000),
    leaf: 'l A 192.0.2.4',
    ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`chain${n}`, `$INCLUDE chain${n + 1}`])),
  };
  const include = (path: string): Included => {
    const text = files[path];
    return text === undefined ? { error: 'there is no such file' } : { file: path, text };
  };

  test('$INCLUDE reads a file under its own name, and origin and owner are as before afterwards', () => {
    const zone = parse('first A 192.0.2.9\n$INCLUDE sub sub\n  TXT "of first"\nlast A 192.0.2.9', { include });
    expect(zone.records.map((rr) => [rr.name, rr.place])).toEqual([
      ['first.example.com', { file: 'zone', line: 1 }],
      ['x.sub.example.com', { file: 'sub', line: 1 }],
      ['y.deeper.example.com', { file: 'sub', line: 3 }],
      ['first.example.com', { file: 'zone', line: 3 }],
      ['last.example.com', { file: 'zone', line: 4 }],
    ]);
    expect(zone.included).toEqual(['sub']);
  });

  test.each([
    ['$INCLUDE loop', /^1: "loop" includes itself$/],
    ['$INCLUDE nowhere', /^1: "nowhere" cannot be included: there is no such file$/],
    ['$INCLUDE', /^1: \$INCLUDE takes a file/],
    ['$INCLUDE chain0', /^1: \$INCLUDE goes deeper than 10 files$/],
    ['$INCLUDE wide', /^1000: more than 1000 files are included$/],
    ['$TTL x', /^1: "x" is no TTL$/],
    ['$ORIGIN a..b', /^1: \$ORIGIN cannot be read/],
    ['$INCLUD x', /^1: "\$INCLUD" is no directive/],
  ])('%s is a problem', (line, message) =>
    expect(complaints(line, { include })).toEqual([expect.stringMatching(message)]),
  );

  test('$INCLUDE without other files is a problem', () =>
    expect(complaints('$INCLUDE sub')).toEqual(['1: "sub" cannot be included: there are no other files here']));

  test('$GENERATE makes records, all at its line', () => {
    const zone = parse('\n$GENERATE 1-5/2 host-${0,3} A 192.0.2.$');
    expect(zone.records.map(printRr)).toEqual([
      'host-001.example.com. 3600 IN A 192.0.2.1',
      'host-003.example.com. 3600 IN A 192.0.2.3',
      'host-005.example.com. 3600 IN A 192.0.2.5',
    ]);
    expect(zone.records.every((rr) => rr.place?.line === 2)).toBe(true);
  });

  test.each([
    ['$GENERATE 10-10 a TXT "${0,4,x} ${-1} ${0,3,n} \\$ $$"', '"000a 9 a.0 $ $"'],
    ['$GENERATE 8-8 a 60 IN TXT $', '"8"'],
  ])('%s says %s', (line, data) => expect(printed(line)[0]).toContain(`TXT ${data}`));

  test.each([
    '$GENERATE 0-4294967295 h$ A 192.0.2.1',
    '$GENERATE 5-1 h$ A 192.0.2.1',
    '$GENERATE 1-2/0 h$ A 192.0.2.1',
    '$GENERATE x h$ A 192.0.2.1',
    '$GENERATE 1-2 h${0,0,q} A 192.0.2.1',
    `$GENERATE 1-60000 ${'$'.repeat(400)} A 192.0.2.1`,
  ])('%s is refused', (line) => expect(parse(line)).toMatchObject({ records: [], problems: [{ line: 1 }] }));
});

test('apexes are the owners of SOA records', () =>
  expect(parse('@ SOA ns h 1 2 3 4 5\nsub SOA ns h 1 2 3 4 5').apexes).toEqual(['example.com', 'sub.example.com']));

describe('whatever the text', () => {
  const words =
    '$ORIGIN $INCLUDE $GENERATE $TTL 1-3 $ ${ @ . a a.b. * " ( ) ; \\ \\0 \\123 \\# 4 IN 60 1h TXT MX A SOA TYPE16 CAA ' +
    'DNSKEY TLSA SRV ü \0 192.0.2.1 ::1 abcd \uFEFF \uD800';
  const part = fc.constantFrom(...words.split(' '), ' ', '\t', '\n', '\r\n');
  const lines = fc.array(part, { maxLength: 60 });
  test('reading never throws, and every record reads back from its print', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const zone = parse(parts.join(' '));
        for (const rr of zone.records) {
          const again = parse(printRr(rr)).records[0];
          expect(again && withoutPlace(again)).toEqual(withoutPlace(rr));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('random octets never make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parse(Buffer.from(bytes).toString('latin1'));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['parentheses', '('.repeat(1_000_000)],
    ['lines of parentheses', 'a TXT (\n'.repeat(60_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['labels', 'a.'.repeat(500_000)],
    ['U-labels', 'ü.'.repeat(100_000)],
    ['a TTL', `a ${'1h'.repeat(500_000)} A 192.0.2.1`],
    ['tokens', `a TXT ${'x '.repeat(300_000)}`],
  ])('a megabyte of %s takes no more than linear time', (_what, text) => {
    const start = cpuTime();
    parse(text);
    expect(cpuTime() - start).toBeLessThan(2000);
  });

  test('a binary file has a bounded list of problems, which says how many are left out', () => {
    const { problems } = parse('\u0001 x\n'.repeat(3000));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.message).toBe('2000 further problems are not listed');
  });

  test('problems quote no more than a little, and nothing a terminal acts on', () => {
    const { problems } = parse(`a ${'\u001B[2J'.repeat(1000)} x`);
    expect(problems[0]?.message.length).toBeLessThan(500);
    // oxlint-disable-next-line no-control-regex -- the escape character is what must not be there
    expect(problems[0]?.message).not.toMatch(/\u001B/);
  });
});

test('every record reads back from its print, whatever octets are in it', () => {
  fc.assert(
    fc.property(anyRr, (rr) => {
      const zone = parseMasterFile(printRr(rr), { file: 'zone' });
      expect(zone.problems).toEqual([]);
      expect(zone.records.map(withoutPlace)).toEqual([rr]);
    }),
    { numRuns: 1000 },
  );
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
