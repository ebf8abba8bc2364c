import type { Block, Line, OutlineItem, Page, PageFinding, Run, Tone } from '../core/page.ts';
import { visible } from '../core/readable.ts';
import { asciiSigns } from './ascii.ts';
import { culpritLines } from './culprit.ts';
import { inertLine } from './inert-line.ts';
import { cut, lineRanges, padEnd, padStart, width } from './layout.ts';
import { defineReporter, type Canvas } from './reporter.ts';
import { painted, runsOf, runsWidth, wrappedRuns } from './runs.ts';
import { tableLines } from './text-table.ts';

const LABELS: Readonly<Record<PageFinding['level'], readonly [label: string, tone: Tone]>> = {
  error: ['error', 'bad'],
  warning: ['warning', 'warn'],
  note: ['note', 'note'],
  inconclusive: ['?', 'muted'],
  crashed: ['crashed', 'bad'],
};
const INDENT = '  ';
const LABEL_WIDTH = 9;
const LONGEST_LABEL = 20;
const TEE = '├─ ';
const ELBOW = '└─ ';
const BAR = '│  ';

export default defineReporter({
  title: 'a page for the terminal',
  *render(report, canvas) {
    yield* pageText(report.page(), canvas);
  },
});

/** A page block by block, each followed by a newline. */
export function* pageText(page: Page, canvas: Canvas): Generator<string> {
  yield asText(justified([{ text: page.title, tone: 'strong' }], page.aside, canvas.width, canvas), canvas);
  for (const block of page.blocks) {
    const lines = [...blockLines(block, canvas)];
    if (lines.length > 0) yield `\n${asText(lines, canvas)}`;
  }
  // Commands stay in one piece: they are there to be copied.
  if (page.next !== undefined && page.next.length > 0)
    yield `\n${asText(
      page.next.map((command) => INDENT + canvas.paint(visible(command), 'muted')),
      canvas,
    )}`;
}

function asText(lines: readonly string[], canvas: Canvas): string {
  const text = `${lines.map((line) => inertLine(line.replaceAll('\u00A0', ' ').trimEnd())).join('\n')}\n`;
  return canvas.unicode ? text : asciiSigns(text);
}

function* blockLines(block: Block, canvas: Canvas): Generator<string> {
  if (block.kind === 'lines') for (const line of block.lines) yield* paragraph(line, INDENT, canvas);
  else if (block.kind === 'heading')
    yield* justified([{ text: block.text, tone: 'strong' }], block.aside, canvas.width, canvas);
  else if (block.kind === 'pairs') yield* pairLines(block.rows, canvas);
  else if (block.kind === 'table') yield* tableLines(block, canvas);
  else if (block.kind === 'findings') for (const item of gravestLast(block.items)) yield* findingLines(item, canvas);
  else for (const item of block.items) yield* outlineLines(item, INDENT, INDENT, canvas);
}

const paragraph = (line: Line, indent: string, canvas: Canvas): string[] =>
  wrappedRuns(runsOf(line), canvas.width - indent.length).map((part) => indent + painted(part, canvas));

function* pairLines(rows: readonly { label: string; lines: readonly Line[] }[], canvas: Canvas): Generator<string> {
  const labelled = rows.map(({ label, lines }) => ({ label: cut(visible(label), LONGEST_LABEL), lines }));
  const labels = Math.max(LABEL_WIDTH, ...labelled.map(({ label }) => width(label) + 2));
  for (const row of labelled) {
    const lines = row.lines.flatMap((line) => wrappedRuns(runsOf(line), canvas.width - labels - INDENT.length));
    for (const [index, line] of lines.entries())
      yield INDENT + padEnd(index === 0 ? canvas.paint(row.label, 'strong') : '', labels) + painted(line, canvas);
  }
}

/** Whatever is printed last stands right above the prompt; all else may have scrolled away. */
const gravestLast = (items: readonly PageFinding[]): PageFinding[] => items.toSorted((a, b) => weight(a) - weight(b));
const ASCENDING = ['inconclusive', 'note', 'warning', 'error', 'crashed'] as const;
const weight = ({ level, waived }: PageFinding): number => (waived === undefined ? ASCENDING.indexOf(level) : -1);

function* findingLines(item: PageFinding, canvas: Canvas): Generator<string> {
  const [label, tone] = LABELS[item.level];
  const waived = item.waived !== undefined;
  const room = canvas.width - INDENT.length - LABEL_WIDTH;
  const message = item.subject === undefined ? item.message : `${item.subject}: ${item.message}`;
  const said: Line = waived ? [{ text: message, tone: 'muted' }] : message;
  const lines = wrappedRuns(runsOf(said), room).map((line) => painted(line, canvas));
  // The code stands at the right end of the last line where there is room, else on a line of its own.
  const code = canvas.paint(visible(item.code), 'muted');
  const last = lines.at(-1) ?? '';
  const fits = width(last) + 2 + width(code) <= room;
  const head = fits ? [...lines.slice(0, -1), spread(last, code, room)] : [...lines, padStart(code, room)];
  const below = INDENT + ' '.repeat(LABEL_WIDTH);
  for (const [index, line] of head.entries())
    yield (index === 0 ? INDENT + padEnd(canvas.paint(label, waived ? 'muted' : tone), LABEL_WIDTH) : below) + line;
  if (item.waived !== undefined) {
    // Somebody decided to live with it: what it is and why it does not count is all there is to read.
    for (const part of wrappedRuns(runsOf([{ text: item.waived, tone: 'muted' }]), room))
      yield below + painted(part, canvas);
    return;
  }
  if (item.at !== undefined) yield* culpritLines(item.at, room, canvas).map((line) => below + line);
  if (item.fix !== undefined) yield* fixLines(item.fix, below, room, canvas);
  for (const record of item.records ?? []) yield* recordLines(visible(record), `${below}     `, room - 5, canvas);
}

function* fixLines(fix: Line, below: string, room: number, canvas: Canvas): Generator<string> {
  const lines = wrappedRuns(runsOf(fix), room - 5);
  for (const [index, line] of lines.entries())
    yield `${below}${index === 0 ? 'fix: ' : '     '}${painted(line, canvas)}`;
}

/** A record in full, to be copied: what is too long is broken, never cut. */
function* recordLines(record: string, below: string, room: number, canvas: Canvas): Generator<string> {
  for (const [index, { start, end }] of lineRanges(record, room, room - 2, 'anywhere').entries())
    yield below + (index === 0 ? '' : '  ') + canvas.paint(record.slice(start, end), 'good');
}

function* outlineLines(item: OutlineItem, first: string, rest: string, canvas: Canvas): Generator<string> {
  const below = item.children.length > 0 ? rest + BAR : `${rest}   `;
  const aside = item.aside === undefined ? '' : painted(runsOf(item.aside), canvas);
  const room = canvas.width - first.length - (aside === '' ? 0 : width(aside) + 2);
  for (const [index, line] of wrappedRuns(runsOf(item.line), room, canvas.width - below.length).entries()) {
    const text = (index === 0 ? first : below) + painted(line, canvas);
    yield index === 0 && aside !== '' ? spread(text, aside, canvas.width) : text;
  }
  for (const [index, child] of item.children.entries()) {
    const last = index === item.children.length - 1;
    yield* outlineLines(child, rest + (last ? ELBOW : TEE), rest + (last ? '   ' : BAR), canvas);
  }
}

/** Left and right on one line where there is room, below one another otherwise. */
function justified(left: readonly Run[], aside: Line | undefined, room: number, canvas: Canvas): string[] {
  const runs = runsOf(left);
  const right = aside === undefined ? [] : runsOf(aside);
  if (right.length > 0 && runsWidth(runs) + 2 + runsWidth(right) <= room)
    return [spread(painted(runs, canvas), painted(right, canvas), room)];
  const lines = [runs, ...(right.length > 0 ? [right] : [])];
  return lines.flatMap((line) => wrappedRuns(line, room).map((part) => painted(part, canvas)));
}

const spread = (left: string, right: string, room: number): string =>
  left + ' '.repeat(Math.max(2, room - width(left) - width(right))) + right;
