import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyRecords, recordXml, reportXml } from '../../support/aggregate-xml.ts';
import { CASES } from '../aggregate/truth-table.ts';
import { cut, seenByScanner, seenBySaxes } from './both.ts';

const RICH = `<?xml version="1.0" encoding="UTF-8" standalone='yes' ?>
<!DOCTYPE feedback [ <!ENTITY a "b]>"> <!-- ] ' --> <? ]> ?> <!ELEMENT feedback (#PCDATA)> ]>
<!-- a comment - with -> and ]]> in it -->\r
<d:feedback xmlns:d="urn:x" a='1&amp;2' b = "x
y">\r\n\t<record  />text &lt;&#65;&#x1F600;é 😀<![CDATA[<&]] ]]>more]]&gt;
<?pi some ?thing??><count>3</count ></d:feedback>
<!-- behind -->
`;

/** What breaks things, or nearly. */
const FRAGMENTS = [
  '<',
  '>',
  '&',
  ';',
  '"',
  "'",
  '=',
  '/',
  '!',
  '?',
  '-',
  '[',
  ']',
  '#',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  ':',
  'x',
  'é',
  '<!--',
  '-->',
  '--',
  '<![CDATA[',
  ']]>',
  ']]',
  '<?',
  '?>',
  '<?xml ',
  '<?xml version="1.0"?>',
  '<?XML?>',
  '</',
  '/>',
  '&amp;',
  '&lt',
  '&#0;',
  '&#65;',
  '&#xD800;',
  '&#x10FFFF;',
  '&nbsp;',
  '&;',
  '& ',
  '<!DOCTYPE x>',
  '<!DOCTYPE x [',
  '<!ENTITY',
  '<a b="1" b="2">',
  '<a b>',
  '<a b=1>',
  "<a b='<'>",
  '<1>',
  '</1>',
  '</>',
  '< a>',
  '<a/ >',
  '<a\u00B7>',
  '<\u00B7>',
  '\u0000',
  '\u0001',
  '\u007F',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '\uFEFF',
  '😀',
  '<😀>',
  '\u{E0001}',
  '<feedback>',
  '</feedback>',
  '</record>',
  'version="1.0"',
  ' encoding="utf 8"',
  ' standalone="maybe"',
  '<record>',
  '<count>',
  'xml:lang="en"',
];

const texts = [
  RICH,
  reportXml(),
  reportXml({ records: [recordXml({ identifiers: '<header_from>é.example</header_from>' }), recordXml()] }),
  reportXml({ declaration: '', records: manyRecords(3) }).replaceAll('\n', '\r\n'),
];

/** A document with some of its characters changed, taken out, doubled or moved. Halves of characters are not made. */
const anyMutant = fc
  .record({
    text: fc.constantFrom(...texts),
    changes: fc.array(
      fc.record({
        at: fc.nat(),
        length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 40 })),
        kind: fc.constantFrom('replace', 'flip', 'double', 'move', 'random'),
        put: fc.constantFrom(...FRAGMENTS),
        other: fc.nat(),
        unit: fc.string({ unit: 'binary', maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ text, changes }) => {
    let characters = Array.from(text);
    for (const { at: place, length, kind, put, other, unit } of changes) {
      const at = place % (characters.length + 1);
      const taken = characters.slice(at, at + length);
      const rest = [...characters.slice(0, at), ...characters.slice(at + length)];
      const to = kind === 'move' ? other % (rest.length + 1) : at;
      const flipped = (): string =>
        String.fromCharCode(((characters[at] ?? 'x').charCodeAt(0) ^ (1 << (other % 7))) & 0x7f);
      const insert = { replace: [put], flip: [flipped()], double: [...taken, ...taken], move: taken, random: [unit] }[
        kind
      ];
      characters = Array.from([...rest.slice(0, to), ...insert, ...rest.slice(to)].join(''));
    }
    return characters.join('');
  });

const anyLengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 300 })), {
  minLength: 1,
  maxLength: 6,
});

describe('the XML scanner', () => {
  it('sees in every case of the truth table what saxes sees', () => {
    for (const { bytes } of CASES) {
      const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1');
      for (const lengths of [[text.length], [1], [3, 64]]) expectSame(cut(text, lengths));
    }
  });

  it('sees in every fixture what saxes sees', async () => {
    let count = 0;
    for await (const path of glob('fixtures/**/*.xml')) {
      const text = readFileSync(path, 'utf8');
      for (const lengths of [[text.length], [7, 1000]]) expectSame(cut(text, lengths));
      count += 1;
    }
    expect(count).toBeGreaterThan(0);
  });

  it('sees in mutated documents what saxes sees, with the same fault in the same place', () => {
    fc.assert(
      fc.property(anyMutant, anyLengths, (text, lengths) => {
        fc.pre(text.isWellFormed());
        expectSame(cut(text, lengths));
        expectSame([text]);
      }),
      { numRuns: Number(process.env['XML_RUNS'] ?? 4000) },
    );
  });

  it('sees what saxes sees where entities are declared, also within attributes and cut in two', () => {
    const entities = new Map([
      ['nbsp', 'Example'],
      ['lt', 'not this'],
    ]);
    const same = (pieces: readonly string[]): void =>
      expect(seenByScanner(pieces, entities)).toEqual(seenBySaxes(pieces, new Map([...entities].slice(0, 1))));
    for (const text of ['<a b="&nbsp;">x&nbsp;y&lt;</a>', '<a>&nbsp;&nbsp</a>', '<a>&other;</a>'])
      for (const lengths of [[text.length], [1]]) same(cut(text, lengths));
    fc.assert(
      fc.property(anyMutant, anyLengths, (text, lengths) => {
        fc.pre(text.isWellFormed());
        same(cut(text, lengths));
      }),
      { numRuns: Number(process.env['XML_RUNS'] ?? 4000) / 4 },
    );
  });

  it('counts a line end of two characters as one on the way to a fault', () => {
    for (const text of ['<!\r\n<DOCTYPE', '<a>\r\n<!\r\n<DOCTYPE>'])
      for (const length of [text.length, 1]) expectSame(cut(text, [length]));
  });

  it('takes half a character for none, where saxes takes it with whatever comes behind', () => {
    expect(seenByScanner(['<a>\uD83D</a>'])).toEqual({ events: ['<a'], fault: 'disallowed character at 1:4' });
    expect(seenByScanner(['<a>\uDE00</a>'])).toEqual(seenBySaxes(['<a>\uDE00</a>']));
  });
});

function expectSame(pieces: readonly string[]): void {
  expect(seenByScanner(pieces)).toEqual(seenBySaxes(pieces));
}
