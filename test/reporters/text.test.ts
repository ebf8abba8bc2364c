import { describe, expect, test } from 'vitest';
import type { Block, Page } from '../../src/core/page.ts';
import { pageText } from '../../src/reporters/text.ts';
import { width } from '../../src/reporters/layout.ts';
import type { Canvas } from '../../src/reporters/reporter.ts';
import { nastyPage, plainCanvas } from './nasty.ts';

const shown = (page: Page, canvas: Canvas = plainCanvas(80)): string => [...pageText(page, canvas)].join('');
const block = (one: Block, canvas?: Canvas): string[] =>
  shown({ title: 't', blocks: [one] }, canvas)
    .split('\n')
    .slice(2, -1);

describe.each([40, 80, 200])('a page of %i columns', (columns) => {
  test('is no wider, but for words that cannot be broken and tables that cannot be narrower', () => {
    const { next: _, ...page } = nastyPage;
    const tables = page.blocks.filter(({ kind }) => kind === 'table');
    const rest = { ...page, blocks: page.blocks.filter(({ kind }) => kind !== 'table') };
    for (const line of shown(rest, plainCanvas(columns)).split('\n')) {
      if (width(line) <= columns) continue;
      // Longer than the page: a single word, after what leads to it.
      const words = line.trim().split(' ');
      const longest = Math.max(...words.map((word) => width(word)));
      expect(longest, line.slice(0, 200)).toBeGreaterThan(columns - 40);
    }
    for (const line of shown({ title: 't', blocks: tables }, plainCanvas(columns)).split('\n')) {
      if (width(line) <= columns) continue;
      expect(line.trim().split(' '), line.slice(0, 200)).toHaveLength(1);
    }
  });
});

test('numbers that find no room beside the others stand below with their titles, and nothing where there is none', () => {
  const title = (text: string, drops = false) => ({ title: text, align: 'right' as const, drops });
  const table: Block = {
    kind: 'table',
    columns: [
      { title: 'stream', shrinks: true },
      title('accepted'),
      title('complained', true),
      title('unsubscribed', true),
    ],
    rows: [{ cells: ['news', '1,150', '0.8 %', '1.0 %'] }, { cells: ['shop', '900', '–', '0.1 %'] }],
  };
  expect(block(table, plainCanvas(50))[0]).toContain('unsubscribed');
  expect(block(table, plainCanvas(30)).map((line) => line.trim())).toEqual([
    'stream  accepted',
    'news       1,150',
    '0.8 % complained',
    '1.0 % unsubscribed',
    'shop         900',
    '0.1 % unsubscribed',
  ]);
});

describe('a table', () => {
  const table: Block = {
    kind: 'table',
    columns: [
      { title: 'name', shrinks: true },
      { title: 'n', align: 'right' },
      { title: 'why', drops: true },
    ],
    rows: [
      { cells: ['short', '1', 'because of this'] },
      { cells: [[{ text: 'a rather longer name', tone: 'bad' }], '1,000', ''] },
    ],
  };

  test('is as wide as it needs to be', () => {
    expect(block(table)).toEqual([
      '  name                      n  why',
      '  short                     1  because of this',
      '  a rather longer name  1,000',
    ]);
  });

  test('lets a column drop below its rows where the page is narrow', () => {
    expect(block(table, plainCanvas(40))).toEqual([
      '  name                      n',
      '  short                     1',
      '      because of this',
      '  a rather longer name  1,000',
    ]);
  });

  test('lets a name that is too long for its column stand above its row', () => {
    expect(block(table, plainCanvas(24))).toEqual([
      '  name                 n',
      '  short                1',
      '      because of this',
      '  a rather longer name',
      '                   1,000',
    ]);
  });

  test('lets a name take the blanks in front of the number beside it', () => {
    const rows = [{ cells: ['a longer name', '1', ''] }, { cells: ['short', '1,000,000', ''] }];
    expect(block({ ...table, rows }, plainCanvas(24))).toEqual([
      '  name                 n',
      '  a longer name        1',
      '  short        1,000,000',
    ]);
  });

  test('breaks a name where its column has room to read it in', () => {
    const rows = [{ cells: ['a name of many words that goes on and on', '1,000', ''] }];
    expect(block({ ...table, rows }, plainCanvas(36))).toEqual([
      '  name                             n',
      '  a name of many words that    1,000',
      '  goes on and on',
    ]);
  });

  test('keeps the indent of a name in each of its lines', () => {
    const rows = [{ cells: ['\u00A0\u00A0a name of many words that goes on', '1,000', ''] }];
    expect(block({ ...table, rows }, plainCanvas(36))).toEqual([
      '  name                             n',
      '    a name of many words that  1,000',
      '    goes on',
    ]);
  });

  test('wraps other cells rather than losing what is in them', () => {
    const columns = [
      { title: 'n', align: 'right' },
      { title: 'reason', shrinks: true },
    ] as const;
    expect(
      block({ kind: 'table', columns, rows: [{ cells: ['12', 'it is not known here'] }] }, plainCanvas(20)),
    ).toEqual(['   n  reason', '  12  it is not', '      known here']);
  });

  test('moves its columns together, then lets those that shrink stand below, where nothing else helps', () => {
    const columns = [{ title: 'n', align: 'right' }, { title: 'reason', shrinks: true }, { title: 'share' }] as const;
    const rows = [{ cells: ['12', 'no such user', '40 %'] }];
    expect(block({ kind: 'table', columns, rows }, plainCanvas(23))).toEqual([
      '  n reason       share',
      ' 12 no such user 40 %',
    ]);
    expect(block({ kind: 'table', columns, rows }, plainCanvas(20))).toEqual([
      '   n  share',
      '  12  40 %',
      '      no such user',
    ]);
  });

  test('never lets a cell push the rest off the screen', () => {
    const rows = [{ cells: ['x'.repeat(65_536), '1', ''] }];
    expect(block({ ...table, rows }, plainCanvas(60)).length).toBeLessThan(8);
  });
});

describe('a finding', () => {
  const finding: Block = {
    kind: 'findings',
    items: [
      {
        level: 'error',
        message: 'SPF needs 11 lookups',
        code: 'spf/lookup-limit:over',
        subject: 'example.com',
        at: { source: 'example.com TXT', text: 'v=spf1 include:a.example -all', start: 7, end: 24 },
        fix: 'remove something',
        records: ['example.com TXT "v=spf1 -all"'],
      },
    ],
  };

  test('has its code at the right, a caret under the culprit, and what to publish', () => {
    expect(block(finding, plainCanvas(70))).toEqual([
      '  error    example.com: SPF needs 11 lookups     spf/lookup-limit:over',
      '           v=spf1 include:a.example -all',
      '                  ^^^^^^^^^^^^^^^^^',
      '           fix: remove something',
      '                example.com TXT "v=spf1 -all"',
    ]);
  });

  test('that is waived is muted and says why, and no more', () => {
    const items = finding.kind === 'findings' ? finding.items.map((one) => ({ ...one, waived: 'known' })) : [];
    const canvas: Canvas = { ...plainCanvas(70), paint: (text, tone) => (tone === 'muted' ? text : `<${tone}>`) };
    expect(block({ kind: 'findings', items }, canvas)).toEqual([
      '  error    example.com: SPF needs 11 lookups     spf/lookup-limit:over',
      '           known',
    ]);
  });

  test('has its code on a line of its own where there is no room', () => {
    expect(block(finding, plainCanvas(50)).slice(0, 2)).toEqual([
      '  error    example.com: SPF needs 11 lookups',
      '                             spf/lookup-limit:over',
    ]);
  });

  test('puts the caret under what is seen, escapes and wide characters counted', () => {
    const at = { source: 's', text: 'a\u001B漢x', start: 3, end: 4 };
    const items = [{ level: 'note' as const, message: 'm', code: 'c', at }];
    expect(block({ kind: 'findings', items }).slice(1)).toEqual(['           a\\x1b漢x', '                  ^']);
  });

  test('cuts a long record around the culprit', () => {
    const text = `${'a'.repeat(300)}CULPRIT${'b'.repeat(300)}`;
    const items = [
      { level: 'note' as const, message: 'm', code: 'c', at: { source: 's', text, start: 300, end: 307 } },
    ];
    const [, line = '', carets = ''] = block({ kind: 'findings', items }, plainCanvas(80));
    expect(width(line)).toBeLessThanOrEqual(80);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('CULPRIT');
  });

  test('points behind the end of a text', () => {
    const items = [
      { level: 'note' as const, message: 'm', code: 'c', at: { source: 's', text: 'v=spf1', start: 6, end: 6 } },
    ];
    expect(block({ kind: 'findings', items }).slice(1)).toEqual(['           v=spf1', '                 ^']);
  });

  test('breaks a key that is too long instead of cutting it: it is there to be copied', () => {
    const record = `s1._domainkey.example.com TXT "v=DKIM1; p=${'📬A'.repeat(100)}"`;
    const items = [{ level: 'note' as const, message: 'm', code: 'c', records: [record] }];
    const lines = block({ kind: 'findings', items }, plainCanvas(60)).slice(1);
    for (const line of lines) {
      expect(width(line)).toBeLessThanOrEqual(60);
      expect(line.isWellFormed()).toBe(true);
    }
    const solid = (text: string): string => text.replaceAll(' ', '');
    expect(solid(lines.join(''))).toBe(solid(record));
  });
});

test('a tree is drawn with lines, or with ASCII where nothing else shows', () => {
  const outline: Block = {
    kind: 'outline',
    items: [
      {
        line: 'root',
        children: [
          { line: 'a', aside: '1', children: [{ line: 'b', children: [] }] },
          { line: 'c', children: [] },
        ],
      },
    ],
  };
  expect(block(outline, plainCanvas(20))).toEqual(['  root', '  ├─ a             1', '  │  └─ b', '  └─ c']);
  expect(block(outline, { ...plainCanvas(20), unicode: false })).toEqual([
    '  root',
    '  |- a             1',
    '  |  `- b',
    '  `- c',
  ]);
});

test('no colour runs over the end of a line', () => {
  const canvas: Canvas = { width: 40, unicode: true, paint: (text) => `\u001B[31m${text}\u001B[39m` };
  for (const line of shown(nastyPage, canvas).split('\n')) {
    // oxlint-disable-next-line no-control-regex -- our own colour codes
    const codes = line.match(/\u001B\[(?:31|39)m/g) ?? [];
    expect(codes.filter((code) => code.includes('31'))).toHaveLength(codes.length / 2);
  }
});

test('what stands to the right of a title stands below it where there is no room', () => {
  expect(shown({ title: 'casaluna.example', aside: '3 errors', blocks: [] }, plainCanvas(40))).toBe(
    'casaluna.example                3 errors\n',
  );
  expect(shown({ title: 'casaluna.example', aside: '3 errors', blocks: [] }, plainCanvas(20))).toBe(
    'casaluna.example\n3 errors\n',
  );
});

test('without Unicode our own signs are ASCII, of the same width, and what came from outside stays', () => {
  const page: Page = {
    title: 'casaluna.example',
    aside: '1 error · 2 warnings',
    blocks: [
      { kind: 'lines', lines: ['● café → 1 – 30 …'] },
      { kind: 'table', columns: [{ title: 'a' }, { title: 'b' }], rows: [{ cells: ['✓', '↻ x'] }] },
    ],
    next: ['sendaudit explain spf/ptr'],
  };
  const ascii = shown(page, { ...plainCanvas(60), unicode: false });
  expect(ascii).toContain('* café > 1 - 30 $');
  expect(ascii.replaceAll('é', 'e')).toMatch(/^[ -~\n]*$/);
  const widths = (text: string): number[] => text.split('\n').map((line) => width(line));
  expect(widths(ascii)).toEqual(widths(shown(page)).map((columns, line) => (line === 0 ? 60 : columns)));
});
