import { describe, expect, test } from 'vitest';
import type { Page, Sparkline } from '../../src/core/page.ts';
import { bodyHtml } from '../../src/reporters/html-page.ts';
import { pageMarkdown } from '../../src/reporters/markdown.ts';
import { sparklineSvg, sparklineText } from '../../src/reporters/sparkline.ts';
import { pageText } from '../../src/reporters/text.ts';
import type { Canvas } from '../../src/reporters/reporter.ts';

const WEEK: Sparkline = { values: [8, 1, 0, undefined, 4, 2, 8], label: '0 to 8 a day' };
const pageOf = (cell: Sparkline): Page => ({
  title: 'a week',
  blocks: [
    {
      kind: 'table',
      columns: [{ title: 'stream' }, { title: 'by day', drops: true }, { title: 'by', drops: true }],
      rows: [{ cells: ['staff', [cell], 'the key s1'] }],
    },
  ],
});
const canvas = (width: number, unicode = true): Canvas => ({ width, unicode, paint: (text) => text });
const text = (width: number, unicode?: boolean): string => [...pageText(pageOf(WEEK), canvas(width, unicode))].join('');

describe('a sparkline', () => {
  test('is a bar for each value, and tells nothing from little and from not known', () => {
    expect(sparklineText(WEEK)).toBe('█▁. ▄▂█');
  });
  test('of nothing at all is flat', () => {
    expect(sparklineText({ values: [0, 0, undefined], label: '0 a day' })).toBe('.. ');
  });
  test('stands in its column, with ASCII where nothing else shows', () => {
    expect(text(80)).toContain('  staff   █▁. ▄▂█  the key s1\n');
    expect(text(80, false)).toContain('  staff   #_. =,#  the key s1\n');
  });
  test('stands below its row in a narrow terminal, beside what else is there', () => {
    expect(text(28)).toContain('  staff\n      █▁. ▄▂█  the key s1\n');
  });
  test('is text in Markdown', () => {
    expect([...pageMarkdown(pageOf(WEEK))].join('')).toContain('| staff | █▁. ▄▂█ | the key s1 |');
  });
  test('is a picture with a title in HTML', () => {
    const html = [...bodyHtml(pageOf(WEEK))].join('');
    expect(html).toContain('role="img"');
    expect(html).toContain('<title>0 to 8 a day</title>');
    expect(html.match(/<rect/g)).toHaveLength(6);
    expect(html.match(/<rect class="nothing"/g)).toHaveLength(1);
  });
  test('says nothing but text in its label', () => {
    const svg = sparklineSvg({ ...WEEK, label: '</title><script>alert(1)</script>\u202E' });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202E');
  });
});
