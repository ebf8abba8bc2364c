import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportXml } from '../../support/aggregate-xml.ts';
import { readText } from './read-through.ts';

/** What stands between the tags of one reporter; in front of each, by how deep it lies. */
const STYLES: readonly ((depth: number) => string)[] = [
  () => '',
  () => '\n',
  (depth) => `\n${'\t'.repeat(depth)}`,
  (depth) => `\n${'  '.repeat(depth)}`,
  (depth) => `\r\n${' '.repeat(depth)}`,
  () => ' ',
  (depth) => (depth === 3 ? '\n' : ''),
  (depth) => (depth === 5 ? '\n ' : ' '),
];
/** Most are plain; the others must not be taken for what they look like. */
const anyValue = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('pass', 'fail', 'a.example', 'b.example', 's1', 'none') },
  { weight: 3, arbitrary: fc.domain() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' pass ',
      'PASS',
      'a&amp;b',
      'a>b',
      ']]>',
      'é',
      '😀',
      'a\nb',
      'a\rb',
      'a&b',
      '<!-- x -->pass',
      '<![CDATA[pass]]>',
      '\u0001',
      '\t',
      'x'.repeat(60),
    ),
  },
);
const anyAddress = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('192.0.2.1', '192.0.2.22', '2001:db8::1', '198.51.100.200') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '2001:DB8::1', ' 192.0.2.3', '1.2.3', '192.0.2.1<!-- -->', 'é', '::ffff:192.0.2.1'),
  },
);
const anyCount = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('1', '2', '30', '4000') },
  { weight: 1, arbitrary: fc.constantFrom('', '+7', '007', '1.0', '-1', '1234567890123456', 'x', ' 5 ') },
);
const anyRecord = fc.record({
  ip: anyAddress,
  count: anyCount,
  words: fc.array(anyValue, { minLength: 12, maxLength: 12 }),
  signatures: fc.nat({ max: 2 }),
  extra: fc.constantFrom('', '', '', '', 'reason', 'extension', 'row', 'attribute', 'prefix', 'capital'),
});
type AnyRecord = typeof anyRecord extends fc.Arbitrary<infer T> ? T : never;

function recordText({ ip, count, words, signatures, extra }: AnyRecord, between: (depth: number) => string): string {
  const word = (index: number): string => words[index] ?? '';
  const leaf = (depth: number, name: string, value: string): string => `${between(depth)}<${name}>${value}</${name}>`;
  const group = (depth: number, name: string, inner: string): string =>
    `${between(depth)}<${name}>${inner}${between(depth)}</${name}>`;
  const dkim = (index: number): string =>
    group(
      3,
      'dkim',
      leaf(4, 'domain', word(index)) + leaf(4, 'selector', word(index + 1)) + leaf(4, 'result', word(index + 2)),
    );
  const evaluated =
    leaf(4, extra === 'capital' ? 'Disposition' : 'disposition', word(0)) +
    leaf(4, 'dkim', word(1)) +
    leaf(4, 'spf', word(2)) +
    (extra === 'reason' ? group(4, 'reason', leaf(5, 'type', word(3))) : '');
  const results =
    (signatures > 0 ? dkim(4) : '') +
    (signatures > 1 ? dkim(7) : '') +
    group(3, extra === 'prefix' ? 'd:spf' : 'spf', leaf(4, 'domain', word(10)) + leaf(4, 'result', word(11)));
  const row = leaf(3, 'source_ip', ip) + leaf(3, 'count', count) + group(3, 'policy_evaluated', evaluated);
  return group(
    1,
    'record',
    group(2, 'row', row) +
      (extra === 'row' ? group(2, 'row', leaf(3, 'count', '9')) : '') +
      (extra === 'extension' ? leaf(2, 'x:note', word(3)) : '') +
      group(2, extra === 'attribute' ? 'identifiers a="1"' : 'identifiers', leaf(3, 'header_from', word(3))).replace(
        '</identifiers a="1">',
        '</identifiers>',
      ) +
      group(2, 'auth_results', results),
  );
}

const anyReport = fc
  .record({ style: fc.constantFrom(...STYLES), records: fc.array(anyRecord, { minLength: 3, maxLength: 25 }) })
  .map(({ style, records }) => reportXml({ records: [records.map((one) => recordText(one, style)).join('')] }));

describe('records that are written like those before them', () => {
  it('come to the same as records that are read tag by tag', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.integer({ min: 200, max: 3000 }), async (text, length) => {
        // In small pieces, no record is ever at hand as a whole.
        const slowly = await readText(text, 20);
        expect(await readText(text)).toStrictEqual(slowly);
        expect(await readText(text, length)).toStrictEqual(slowly);
      }),
      { numRuns: 250 },
    );
  });

  it('break off in the same place, line and column', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.nat(), async (text, place) => {
        const cut = text.slice(0, place % text.length);
        expect(await readText(cut)).toStrictEqual(await readText(cut, 20));
      }),
      { numRuns: 250 },
    );
  });

  it('come to the same with something put between them', async () => {
    const junk = fc.constantFrom(
      '<',
      '</record>',
      '<record>',
      '<row>',
      '&amp;',
      '&',
      '<x/>',
      ' ',
      '\n',
      'R',
      '\r',
      '\u0002',
    );
    await fc.assert(
      fc.asyncProperty(anyReport, fc.nat(), junk, async (text, place, put) => {
        const at = place % text.length;
        const broken = text.slice(0, at) + put + text.slice(at);
        expect(await readText(broken)).toStrictEqual(await readText(broken, 20));
      }),
      { numRuns: 250 },
    );
  });

  it('wait for a policy that comes late, like all others', async () => {
    const record = recordText(
      { ip: '192.0.2.1', count: '1', words: Array.from({ length: 12 }, () => 'pass'), signatures: 1, extra: '' },
      () => '\n',
    );
    const late = reportXml({ policy: '', records: [record, record, record] }).replace(
      '</feedback>',
      '<policy_published><domain>example.com</domain><p>none</p></policy_published></feedback>',
    );
    const { heads, records } = await readText(late);
    expect(heads).toMatchObject([{ policyDomain: 'example.com' }]);
    expect(records).toHaveLength(3);
  });
});
