import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { visible } from '../../src/core/readable.ts';
import { STYLE } from '../../src/reporters/html-style.ts';
import html from '../../src/reporters/html.ts';
import { NASTY, nastyReport } from './nasty.ts';
import { rendered, reportOf } from './rendered.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
}

/** The document as a strict parser sees it: void elements closed, nothing else touched. */
function parsed(document: string): { elements: Element[]; text: string } {
  const xml = document.replace('<!doctype html>\n', '').replaceAll(/<(meta|br|wbr)\b([^>]*)>/g, '<$1$2/>');
  const elements: Element[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes, parents: [...open] });
    open.push(name);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (part) => {
    if (open.includes('body')) text += part;
  });
  parser.write(xml).close();
  return { elements, text };
}

const page: Page = {
  title: 'example.com',
  aside: [{ text: '1 error', tone: 'bad' }, ' · 1 note'],
  blocks: [
    { kind: 'pairs', rows: [{ label: 'SPF', lines: ['v=spf1 -all'] }] },
    {
      kind: 'findings',
      items: [
        {
          level: 'error',
          message: '`include:a.example` is dead',
          code: 'spf/include-target:missing',
          at: {
            source: 'example.com TXT',
            text: 'v=spf1 include:a.example -all',
            start: 7,
            end: 24,
            place: { file: 'z.zone', line: 3 },
          },
          fix: 'remove `include:a.example`',
          records: ['example.com TXT "v=spf1 -all"'],
        },
        {
          level: 'note',
          message: 'no `np`',
          code: 'dmarc/np:none',
          at: { source: 's', text: 'v=DMARC1', start: 8, end: 8 },
        },
        {
          level: 'warning',
          message: 'known',
          code: 'a/b:c',
          waived: 'ignored until 2027-01-01',
          fix: 'do not show this',
        },
      ],
    },
    { kind: 'heading', text: 'Reported by' },
    {
      kind: 'table',
      columns: [{ title: 'reporter' }, { title: 'messages', align: 'right' }],
      rows: [{ cells: ['google.com', '1,000'], below: ['fine'] }],
    },
    { kind: 'outline', items: [{ line: 'root', aside: '1', children: [{ line: 'leaf', children: [] }] }] },
  ],
  next: ['sendaudit explain spf/ptr'],
};
const document = await rendered(html, reportOf({ page: () => page }));
const nasty = await rendered(html, nastyReport);

describe.each([
  ['a plain page', document],
  ['a nasty page', nasty],
])('%s', (_, source) => {
  const { elements } = parsed(source);

  test('has no script, no image, no link out of the page, no style but its own', () => {
    const allowed = new Set(
      'html head meta title style body header h1 h2 nav main section footer p div ul li a dl dt dd table thead tbody tr th td figure figcaption pre code mark span strong time br wbr'.split(
        ' ',
      ),
    );
    for (const { name, attributes } of elements) {
      expect(allowed).toContain(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(
          'lang charset http-equiv content name class id href scope colspan role aria-label aria-labelledby tabindex datetime data-title'.split(
            ' ',
          ),
        ).toContain(attribute);
        if (attribute === 'href') expect(value).toMatch(/^#s\d+$/);
      }
    }
    expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1);
  });

  test('allows by its policy nothing but that style', () => {
    const hash = createHash('sha256').update(STYLE).digest('base64');
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] !== undefined)?.attributes['content'];
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(source).toContain(`<style>${STYLE}</style>`);
    expect(STYLE).not.toMatch(/url\(|@import|</);
  });

  test('has landmarks, one first heading, names for its sections, and titles for every row and column', () => {
    const of = (name: string): Element[] => elements.filter((element) => element.name === name);
    expect(of('html')[0]?.attributes).toEqual({ lang: 'en' });
    for (const one of ['header', 'main', 'footer', 'h1', 'title']) expect(of(one)).toHaveLength(1);
    for (const th of of('th')) expect(th.attributes['scope']).toBe(th.parents.includes('thead') ? 'col' : 'row');
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of of('section'))
      if (attributes['aria-labelledby'] === undefined) expect(attributes['aria-label']).toBe('Overview');
      else expect(ids).toContain(attributes['aria-labelledby']);
  });
});

test('every nasty text is there as text', () => {
  const { text } = parsed(nasty);
  const solid = (value: string): string => value.replaceAll(/[\s`]/g, '');
  const body = solid(text);
  for (const one of NASTY)
    expect(body).toContain(
      solid(visible(one).replaceAll(/[\uFFFE\uFFFF]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)),
    );
});

test('a page reads in the order of the text page, verdict first, and says levels in words', () => {
  const { text } = parsed(document);
  const said = [
    'example.com',
    '1 error',
    'SPF',
    'v=spf1 -all',
    'error',
    'include:a.example is dead',
    'spf/include-target:missing',
    'example.com TXT · z.zone:3',
    'v=spf1 include:a.example -all',
    'Fix: remove include:a.example',
    'example.com TXT "v=spf1 -all"',
    'note',
    'no np',
    'warning',
    'known',
    'ignored until 2027-01-01',
    'Reported by',
    'google.com',
    '1,000',
    'fine',
    'root',
    'leaf',
    'Next',
    'sendaudit explain spf/ptr',
    '2026-11-01 12:00 UTC',
  ];
  const plain = text.replaceAll(' ', ' ');
  let from = 0;
  for (const one of said) {
    const at = plain.indexOf(one, from);
    expect(at, one).toBeGreaterThanOrEqual(from);
    from = at + one.length;
  }
  expect(text).not.toContain('do not show this');
});

test('the culprit is marked, and where something is missing there is a gap', () => {
  expect(document).toContain('<pre class="culprit">v=spf1 <mark>include:a.example</mark> -all</pre>');
  expect(document).toContain('<pre class="culprit">v=DMARC1<mark class="gap"> </mark></pre>');
});

test('a page of many sections lists them', async () => {
  const blocks = Array.from({ length: 8 }, (_, index) => ({
    kind: 'heading' as const,
    text: `d${index}.example`,
    aside: '1 note',
  }));
  const source = await rendered(html, reportOf({ page: () => ({ title: '8 domains', blocks }) }));
  expect(source).toContain('<nav aria-label="On this page">');
  expect(source).toContain('<a href="#s3">d3.example</a>');
  expect(document).not.toContain('<nav');
});

describe('contrast', () => {
  const themes = STYLE.split('@media').flatMap((part) => {
    const colours = Object.fromEntries(
      Array.from(part.matchAll(/--([\w-]+): #([\da-f]{3,6})\b/g), ([, name, hex]) => [name, hex ?? '']),
    );
    return Object.keys(colours).length > 3 ? [colours] : [];
  });
  test('of all text is at least 4.5:1 (WCAG 2.2, 1.4.3), light, dark and on paper', () => {
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      for (const ground of ['ground', 'panel'])
        for (const ink of ['text', 'muted', 'bad', 'warn', 'note', 'good'])
          expect(contrast(theme[ink] ?? '', theme[ground] ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme['mark-text'] ?? '', theme['mark'] ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Contrast ratio of two colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
function luminance(hex: string): number {
  const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

describe('in a browser', () => {
  test.skipIf(browser === undefined)(
    browser === undefined
      ? 'skipped: there is no Chromium here'
      : 'nothing of a nasty page runs, and the style is in force',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'sendaudit-html-'));
      try {
        const file = join(folder, 'nasty.html');
        await writeFile(file, nasty);
        const flags =
          '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
            ' ',
          );
        const { stdout, stderr } = await promisify(execFile)(
          browser ?? '',
          [
            ...flags,
            '--enable-logging=stderr',
            `--user-data-dir=${join(folder, 'profile')}`,
            '--dump-dom',
            pathToFileURL(file).href,
          ],
          { maxBuffer: 64 * 1024 * 1024, timeout: 20_000 },
        );
        expect(stdout).not.toMatch(/<(?:script|img|iframe|object|embed|link)\b/i);
        expect(stdout).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
        expect(stderr).not.toMatch(/Content Security Policy|Refused/);
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    },
    25_000,
  );
});
