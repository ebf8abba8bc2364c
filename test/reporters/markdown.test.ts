import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/core/page.ts';
import { visible } from '../../src/core/readable.ts';
import { inlineMarkdown } from '../../src/reporters/markdown-text.ts';
import { pageMarkdown } from '../../src/reporters/markdown.ts';
import { stepSummary } from '../../src/reporters/step-summary.ts';
import { NASTY, nastyPage, nastyReport } from './nasty.ts';
import { pageOf, reportOf } from './rendered.ts';
import { cpuTime } from '../support/cpu-time.ts';

const shown = (...blocks: Block[]): string => [...pageMarkdown(pageOf(...blocks))].join('').replace('# t\n\n', '');

/** Inline Markdown read back (CommonMark §2.4, §2.5, §6.1), written apart from the reporter: what is code, and what is left. */
function readBack(source: string): { prose: string; text: string } {
  let prose = '';
  let text = '';
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const fence = /^`+/.exec(rest)?.[0];
    const escape = /^\\([!-/:-@[-`{-~])/.exec(rest);
    const entity = /^&(amp|lt|nbsp);/.exec(rest);
    if (fence !== undefined) {
      const end = [...rest.slice(fence.length).matchAll(/`+/g)].find(([run]) => run === fence);
      if (end === undefined) throw new Error(`a code span without an end in ${source}`);
      const code = rest.slice(fence.length, fence.length + end.index);
      const stripped = /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
      text += stripped;
      prose += '\u0000';
      at += fence.length * 2 + code.length;
    } else if (escape !== null) {
      text += escape[1];
      prose += '\u0001';
      at += 2;
    } else if (entity !== null) {
      text += { amp: '&', lt: '<', nbsp: ' ' }[entity[1] ?? ''] ?? '';
      prose += '\u0001';
      at += entity[0].length;
    } else {
      text += source[at];
      prose += source[at];
      at += 1;
    }
  }
  return { prose, text };
}

const pieces =
  '` `` ``` * ** _ [ ]( x a @me #1 !1 ~2 &3 GH-4 http:// www.x.y <b> <!-- | \\ \\| > - 1. === --- ~~ $ &lt; :-- -- ![ (y) a@b.c # + :tada: 0123456789abcdef'
    .split(' ')
    .concat([' ', '    ']);
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

describe('text from outside', () => {
  const check = (text: string): void => {
    const { prose, text: back } = readBack(inlineMarkdown(text));
    // Markup, links, images, HTML, mentions, references, mathematics.
    expect(prose, text.slice(0, 100)).not.toMatch(
      /[\\`*_[\]<~|$@]|[#!%&~]\w|:\/\/|www\.|mailto:|\bgh-\d|:\w+:|\b[\da-f]{7,40}\b/i,
    );
    expect(prose).not.toMatch(/^(?:>|=+ *$|[-+] |\d+[.)] | )/);
    const solid = (value: string): string => value.replaceAll(/[ `]/g, '');
    expect(solid(back)).toBe(solid(visible(text)));
  };
  test('is nothing but text: all of the nasty ones', () => NASTY.forEach((text) => check(text)));
  test('is nothing but text: whatever is put together of markup', () => {
    fc.assert(fc.property(hostile, check), { numRuns: 2000 });
  });
  test('stays readable where it is harmless', () => {
    expect(inlineMarkdown('11 of 10 lookups · 2 void (example.com), p=none – 99.8 %')).toBe(
      '11 of 10 lookups · 2 void (example.com), p=none – 99.8 %',
    );
    expect(inlineMarkdown('publish `p=reject` at `_dmarc.example.com`')).toBe(
      'publish `p=reject` at `_dmarc.example.com`',
    );
  });
  test('keeps a mail address and a URL from becoming links', () => {
    expect(inlineMarkdown('rua → a@example.com, see https://example.com')).toBe(
      'rua → `a@example.com`, see `https://example.com`',
    );
  });
  test('of 64 kB is quick to write', () => {
    const begun = cpuTime();
    for (const text of ['`', '@', ':', '#', 'ab1', ')', '` ', '*'].map((one) => one.repeat(65_536 / one.length)))
      inlineMarkdown(text);
    expect(cpuTime() - begun).toBeLessThan(8000);
  });
});

test('a table has as many cells in every row, whatever is in them', () => {
  const rows = NASTY.map((text) => ({ cells: [text, [{ text: `\`${text}\`` }]], below: [text] }));
  const lines = shown({ kind: 'table', columns: [{ title: 'a|b' }, { title: 'n', align: 'right' }], rows })
    .trim()
    .split('\n');
  expect(lines[0]).toBe(String.raw`| a\|b | n |`);
  expect(lines[1]).toBe('| :-- | --: |');
  for (const line of lines) {
    // As cmark-gfm splits a row: a backslash takes the next character with it.
    const bars = line.match(/\\[^]|\|/g)?.filter((part) => part === '|') ?? [];
    expect(bars, line.slice(0, 200)).toHaveLength(3);
  }
});

test('what is said below a row stands in the cell that has most room, not below a number', () => {
  const columns = [
    { title: 'times', align: 'right' as const },
    { title: 'reason', shrinks: true },
  ];
  const rows = [{ cells: ['7', 'too much at once'], below: ['421 4.7.0 slow'] }];
  expect(shown({ kind: 'table', columns, rows })).toContain('| 7 | too much at once<br><sub>421 4.7.0 slow</sub> |');
});

test('a quotation mark behind an address of a page is no part of it', () => {
  expect(inlineMarkdown('“see https://mx.example/help”, and wait')).toBe('“see `https://mx.example/help`”, and wait');
});

describe('a finding', () => {
  const at = {
    source: 'example.com TXT',
    text: 'v=spf1 include:a.example -all',
    start: 7,
    end: 24,
    place: { file: 'z.zone', line: 3 },
  };
  const item = {
    level: 'error',
    message: '`include:a.example` is dead',
    code: 'spf/x:y',
    at,
    fix: 'remove it',
    records: ['example.com TXT "v=spf1 -all"'],
  } as const;

  test('has its code, a caret below the culprit, the fix and the records', () => {
    expect(shown({ kind: 'findings', items: [item] })).toBe(`* **error** \`include:a.example\` is dead · \`spf/x:y\`

  \`\`\`text
  z.zone:3
  v=spf1 include:a.example -all
         ^^^^^^^^^^^^^^^^^
  \`\`\`

  Fix: remove it

  \`\`\`dns
  example.com TXT "v=spf1 -all"
  \`\`\`
`);
  });

  test('that is waived says why, and no more', () => {
    expect(shown({ kind: 'findings', items: [{ ...item, waived: 'ignored until 2027-01-01' }] })).toBe(
      '* **error** (waived) `include:a.example` is dead · `spf/x:y`\n\n  ignored until 2027-01-01\n',
    );
  });

  test('cannot end its block of code', () => {
    const records = ['````', '`````x'];
    expect(shown({ kind: 'findings', items: [{ level: 'note', message: 'm', code: '', records }] })).toContain(
      '\n  ``````dns\n  ````\n  `````x\n  ``````\n',
    );
  });
});

test('lists of different blocks are different lists, and an empty item makes no heading of the line above', () => {
  const text = shown(
    { kind: 'pairs', rows: [{ label: 'SPF', lines: ['one', 'two'] }] },
    { kind: 'findings', items: [{ level: 'note', message: 'm', code: '' }] },
    { kind: 'outline', items: [{ line: 'a', aside: '1', children: [{ line: '', children: [] }] }] },
  );
  expect(text).toBe('- **SPF** one\\\n  two\n\n* **note** m\n\n- a · 1\n  - &nbsp;\n');
});

describe('a step summary', () => {
  test('is the page', () => {
    const page = { title: 'example.com', aside: '1 error', blocks: [], next: ['sendaudit explain spf/x'] };
    expect(stepSummary(reportOf({ page: () => page }))).toBe(
      '\n# example.com\n\n**1 error**\n\nNext:\n\n```sh\nsendaudit explain spf/x\n```\n',
    );
  });

  test('stays below 1 MiB, and says what it leaves out', () => {
    const blocks = Array.from({ length: 12 }, () => nastyPage.blocks).flat();
    const text = stepSummary({ ...nastyReport, page: () => ({ title: 't', blocks }) });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(700 * 1024);
    expect(text.trimEnd().endsWith('Another format holds the rest.**')).toBe(true);
  });
});
