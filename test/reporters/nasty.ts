import type { CheckResult } from '../../src/core/outcome.ts';
import type { Page } from '../../src/core/page.ts';
import { NO_INPUTS, type Cell, type Report } from '../../src/core/report.ts';
import type { Canvas } from '../../src/reporters/reporter.ts';

/** Texts as they may stand in somebody's DNS record, report or file name. */
export const NASTY: readonly string[] = [
  '\u001B[31mred\u001B[0m',
  '\u009B31mred too',
  '\u001B]8;;https://evil.example\u0007link\u001B]8;;\u0007',
  '\u001B]0;title\u0007',
  'bell\u0007backspace\u0008\u0008\u0008\u007F',
  'line\nbreak\rover\r\nand over',
  'para\u2028graph\u2029',
  'next\u0085line',
  'rtl \u202Eevil\u202C \u2066isolate\u2069 \u200Fmark \u061Cmark',
  'zero\u200Bwidth\u2060joiner\uFEFFbom soft\u00ADhyphen',
  'tag \u{E0041}\u{E0042}',
  'lone \uD800 and \uDC00',
  'NUL\u0000here',
  '::error file=x::owned',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"quoted", and \'quoted\'',
  'a,b;c\td',
  "=cmd|'/c calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '| pipe | `tick` *star* [x](javascript:alert(1))',
  '漢字かな交じり文の長い名前',
  'emoji 📬📮✅ family 👨‍👩‍👧 flag 🇪🇸',
  'e\u0301 combining',
  `long ${'x'.repeat(65_536)}`,
  'many words '.repeat(3000),
  '',
  ' ',
  '@somebody @org/team #12 GH-12 owner/repo#12 !7 :tada: $x$ CVE-2021-42574 0123456789abcdef',
  'https://evil.example www.evil.example <https://evil.example> mailto:x@evil.example',
  '![x](https://evil.example/x.png) [x][y] [y]: https://evil.example [^1] - [ ] ---',
  '```` fence ``` \\| \\` `odd',
  '%0A::error::owned ##[error]owned ::stop-commands::x',
  'not XML \uFFFE \uFFFF ]]> <!-- --> <![CDATA[ <?xml &amp; &#0;',
];

const all = NASTY.join(' ');

export const nastyPage: Page = {
  title: all.slice(0, 400),
  aside: [{ text: NASTY[0] ?? '', tone: 'bad' }, NASTY[8] ?? ''],
  blocks: [
    { kind: 'heading', text: NASTY[1] ?? '', aside: NASTY[7] ?? '' },
    { kind: 'lines', lines: NASTY.map((text) => [{ text, tone: 'warn' }, text]) },
    { kind: 'pairs', rows: NASTY.slice(0, 26).map((text) => ({ label: text.slice(0, 20), lines: [text, text] })) },
    {
      kind: 'table',
      columns: [
        { title: 'name \u001B[1m', shrinks: true },
        { title: 'n', align: 'right' },
        { title: 'more', shrinks: true, drops: true },
      ],
      rows: NASTY.map((text) => ({ cells: [text, '1', [{ text, tone: 'bad' }]], below: [text] })),
    },
    {
      kind: 'findings',
      items: NASTY.map((text) => ({
        level: 'error',
        message: text,
        code: `a/b:${text.slice(0, 20)}`,
        subject: text,
        fix: text,
        ...(text.length % 5 === 0 ? { waived: text } : {}),
        at: {
          source: text,
          text: text.repeat(2),
          start: Math.floor(text.length / 2),
          end: text.length + 1,
          place: { file: text.slice(0, 40), line: 1 },
        },
        records: [text],
      })),
    },
    {
      kind: 'outline',
      items: NASTY.map((text) => ({ line: text, aside: '1 (2)', children: [{ line: text, children: [] }] })),
    },
  ],
  next: NASTY.slice(0, 26),
};

const nastyResult = (text: string, index: number): CheckResult => ({
  check: 'a/b',
  title: text,
  outcome: (['fail', 'pass', 'not-applicable', 'inconclusive', 'crashed', 'fail'] as const)[index % 6] ?? 'fail',
  findings:
    index % 6 === 0 || index % 6 === 5
      ? [
          {
            check: 'a/b',
            code: index % 2 === 0 ? 'a/b:one' : 'a/b:two',
            level: index % 2 === 0 ? 'error' : 'note',
            message: text,
            params: { text },
            subject: text,
            fix: text,
            changes: [{ kind: 'publish', name: text, type: 'TXT', value: text }],
            at: { source: text, text, start: 0, end: text.length, place: { file: text, line: index + 1 } },
            ...(index === 6 ? { waived: { by: 'ignore', reason: text, until: text } as const } : {}),
          },
        ]
      : [],
});

export const nastyReport: Report = {
  command: 'check',
  startedAt: new Date('2026-11-01T12:00:00Z'),
  inputs: { ...NO_INPUTS, failed: NASTY.map((text) => ({ path: text, error: text })) },
  summary: { errors: 1, warnings: 0, notes: 0, waived: 0, inconclusive: 0, exitCode: 1 },
  page: () => nastyPage,
  body: () => ({ subjects: NASTY, byName: Object.fromEntries(NASTY.map((text) => [text, text])) }),
  lines: () => NASTY.map((text) => ({ text, [text]: 1 })),
  *judgements() {
    for (const [index, text] of NASTY.entries())
      yield {
        subject: text,
        ...(index % 2 === 0 ? {} : { declaredAt: { file: text, line: index } }),
        result: { ...nastyResult(text, index), ...(index % 5 === 0 ? { reason: text } : {}) },
      };
  },
  rules: [
    {
      id: 'a/b',
      title: all,
      why: all,
      fix: all,
      refs: [{ label: all, url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4' }],
      messages: { one: { level: 'error', text: all }, two: { level: 'note', text: all } },
    },
  ],
  *table(): Generator<readonly Cell[]> {
    yield ['text', 'again', 'number', 'flag', 'nothing'];
    for (const text of NASTY) yield [text, text, -1.5, true, undefined];
  },
};

/** Marks tones in a way no terminal sees, so that what is left of a reporter's own is plain. */
export const plainCanvas = (width: number): Canvas => ({ width, paint: (text) => text, unicode: true });

/** Everything that a terminal acts on, or an eye is deceived by; a line's end is the reporter's own. */
export const RAW =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/u;
