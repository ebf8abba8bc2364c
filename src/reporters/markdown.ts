import type { Block, Line, OutlineItem, Page, PageFinding } from '../core/page.ts';
import { visible } from '../core/readable.ts';
import { culpritLines } from './culprit.ts';
import { LEVEL_LABELS } from './level-labels.ts';
import { cellMarkdown, fenced, inlineMarkdown } from './markdown-text.ts';
import { defineReporter, type Canvas } from './reporter.ts';

/** A block of code is as wide as GitHub shows without a scroll bar. */
const CODE: Canvas = { width: 100, paint: (text) => text, unicode: true };

export default defineReporter({
  title: 'text for wikis, issues and pull requests (GitHub-flavoured Markdown)',
  *render(report) {
    yield* pageMarkdown(report.page());
  },
});

/** A page in pieces: after any of them the document may end. */
export function* pageMarkdown(page: Page): Generator<string> {
  yield `# ${inlineMarkdown(page.title)}\n`;
  if (page.aside !== undefined) yield* paragraph([page.aside], bold);
  for (const block of page.blocks) yield* blockMarkdown(block);
  if (page.next !== undefined && page.next.length > 0)
    yield asText([
      '',
      'Next:',
      '',
      ...fenced(
        page.next.map((command) => visible(command)),
        'sh',
      ),
    ]);
}

const asText = (lines: readonly string[]): string => `${lines.map((line) => line.trimEnd()).join('\n')}\n`;

function* blockMarkdown(block: Block): Generator<string> {
  if (block.kind === 'heading') {
    yield `\n## ${inlineMarkdown(block.text)}\n`;
    if (block.aside !== undefined) yield* paragraph([block.aside]);
  } else if (block.kind === 'lines') yield* paragraph(block.lines);
  else if (block.kind === 'pairs') yield* pairs(block.rows);
  else if (block.kind === 'table') yield* table(block);
  else if (block.kind === 'findings') for (const item of block.items) yield `\n${asText(finding(item))}`;
  else yield* outline(block.items);
}

/** Lines stay lines: each but the last ends in a hard break. */
function* paragraph(lines: readonly Line[], as = (text: string): string => text): Generator<string> {
  const shown = lines.map((line) => inlineMarkdown(line)).filter((line) => line !== '');
  if (shown.length > 0) yield `\n${as(shown.join('\\\n'))}\n`;
}

/** Not all that read Markdown find the end of it where the text holds code or escapes. */
const bold = (text: string): string => (text === '' || /[*`\\]/.test(text) ? text : `**${text}**`);
/** An item without text would underline the line above it and make a heading of it. */
const item = (text: string): string => `- ${text === '' ? '&nbsp;' : text}`;

function* pairs(rows: readonly { readonly label: string; readonly lines: readonly Line[] }[]): Generator<string> {
  for (const [index, { label, lines }] of rows.entries()) {
    const shown = lines.map((line) => inlineMarkdown(line)).filter((line) => line !== '');
    yield `${index === 0 ? '\n' : ''}${item(`${bold(inlineMarkdown(label))} ${shown.join('\\\n  ')}`.trim())}\n`;
  }
}

function* table({ columns, rows }: Extract<Block, { kind: 'table' }>): Generator<string> {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  yield `\n${row(columns.map(({ title }) => inlineMarkdown(title)))}${row(columns.map(({ align }) => (align === 'right' ? '--:' : ':--')))}`;
  // What is said below a row stands in the cell that has most room.
  const widest = Math.max(
    0,
    columns.findIndex(({ shrinks }) => shrinks === true),
  );
  for (const { cells, below = [] } of rows)
    yield row(
      cells.map((cell, index) => {
        const said = inlineMarkdown(cell);
        return index !== widest || below.length === 0 ? said : `${said}<br><sub>${cellMarkdown(below)}</sub>`;
      }),
    );
}

function finding({ level, message, code, subject, waived, at, fix, records = [] }: PageFinding): string[] {
  const said = inlineMarkdown(subject === undefined ? message : `${subject}: ${message}`);
  // Another bullet than that of pairs and trees, or their lists would be one.
  const head = `* ${bold(LEVEL_LABELS[level])}${waived === undefined ? '' : ' (waived)'} ${said} ${codeOf(code)}`;
  if (waived !== undefined) return [head, '', `  ${inlineMarkdown(waived)}`];
  const body = [
    ...(at === undefined ? [] : ['', ...fenced(culpritLines(at, CODE.width, CODE))]),
    ...(fix === undefined ? [] : ['', `Fix: ${inlineMarkdown(fix)}`]),
    ...(records.length === 0
      ? []
      : [
          '',
          ...fenced(
            records.map((record) => visible(record)),
            'dns',
          ),
        ]),
  ];
  return [head, ...body.map((line) => `  ${line}`)];
}

const codeOf = (code: string): string => (code === '' ? '' : `· ${inlineMarkdown(`\`${code.replaceAll('`', "'")}\``)}`);

function* outline(items: readonly OutlineItem[], indent = ''): Generator<string> {
  for (const [index, { line, aside, children }] of items.entries()) {
    const beside = aside === undefined ? '' : ` · ${inlineMarkdown(aside)}`;
    yield `${indent === '' && index === 0 ? '\n' : ''}${indent}${item(`${inlineMarkdown(line)}${beside}`.trim())}\n`;
    yield* outline(children, `${indent}  `);
  }
}
