import type { Block, Line, OutlineItem, Page } from '../core/page.ts';
import { findingHtml } from './html-finding.ts';
import { tableHtml } from './html-table.ts';
import { lineHtml } from './html-text.ts';
import { plainText, runsOf } from './runs.ts';
import { markupText } from './xml-text.ts';

/** With so many sections a page needs a way to them: a batch of domains, say. */
const SECTIONS_TO_LIST = 6;

interface Section {
  /** The blocks before the first heading have none. */
  readonly heading?: Extract<Block, { kind: 'heading' }>;
  readonly blocks: readonly Block[];
}

/** A page's landmarks: header with the verdict, what is on the page, the sections in their order, what to do next. */
export function* bodyHtml(page: Page): Generator<string> {
  const sections = sectionsOf(page.blocks);
  const aside = page.aside === undefined ? '' : `<p class="verdict">${lineHtml(page.aside)}</p>\n`;
  yield `<header>\n<h1>${lineHtml(page.title)}</h1>\n${aside}</header>\n`;
  const listed = sections.filter(({ heading }) => heading !== undefined);
  if (listed.length >= SECTIONS_TO_LIST) yield contents(sections);
  yield '<main>\n';
  for (const [index, section] of sections.entries()) yield* sectionHtml(section, index);
  if (page.next !== undefined && page.next.length > 0) {
    const commands = page.next.map((command) => markupText(command)).join('\n');
    yield `<section aria-labelledby="next">\n<h2 id="next">Next</h2>\n<pre class="copy">${commands}</pre>\n</section>\n`;
  }
  yield '</main>\n';
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
  const [first = blocks.length] = starts;
  const headed = starts.map((start, nth): Section => {
    const heading = blocks[start];
    const own = blocks.slice(start + 1, starts[nth + 1] ?? blocks.length);
    return heading?.kind === 'heading' ? { heading, blocks: own } : { blocks: own };
  });
  return first === 0 ? headed : [{ blocks: blocks.slice(0, first) }, ...headed];
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(({ heading }, index) =>
    heading === undefined
      ? ''
      : `<li><a href="#s${index}">${markupText(plainText(runsOf(heading.text)))}</a>${asideHtml(heading.aside)}</li>\n`,
  );
  return `<nav aria-label="On this page">\n<ul>\n${items.join('')}</ul>\n</nav>\n`;
}

const asideHtml = (aside: Line | undefined): string =>
  aside === undefined ? '' : ` <span class="aside">${lineHtml(aside)}</span>`;

function* sectionHtml({ heading, blocks }: Section, index: number): Generator<string> {
  if (heading === undefined) yield '<section aria-label="Overview">\n';
  else
    yield `<section aria-labelledby="s${index}">\n<h2 id="s${index}">${lineHtml(heading.text)}${asideHtml(heading.aside)}</h2>\n`;
  const label = heading === undefined ? 'Overview' : plainText(runsOf(heading.text));
  for (const block of blocks) yield* blockHtml(block, label);
  yield '</section>\n';
}

function* blockHtml(block: Block, label: string): Generator<string> {
  if (block.kind === 'lines') {
    yield '<div class="lines">\n';
    for (const line of block.lines) yield `<p>${lineHtml(line)}</p>\n`;
    yield '</div>\n';
  } else if (block.kind === 'pairs') yield* pairsHtml(block.rows);
  else if (block.kind === 'table') yield* tableHtml(block, label);
  else if (block.kind === 'findings') {
    yield '<ul class="findings">\n';
    for (const item of block.items) yield findingHtml(item);
    yield '</ul>\n';
  } else if (block.kind === 'outline') yield* outlineHtml(block.items);
}

function* pairsHtml(rows: readonly { readonly label: string; readonly lines: readonly Line[] }[]): Generator<string> {
  yield '<dl>\n';
  for (const { label, lines } of rows)
    yield `<div><dt>${lineHtml(label)}</dt>${lines.map((line) => `<dd>${lineHtml(line)}</dd>`).join('')}</div>\n`;
  yield '</dl>\n';
}

function* outlineHtml(items: readonly OutlineItem[]): Generator<string> {
  yield '<ul class="tree">\n';
  for (const { line, aside, children } of items) {
    yield `<li><div class="branch"><span>${lineHtml(line)}</span>${asideHtml(aside)}</div>`;
    if (children.length > 0) yield* outlineHtml(children);
    yield '</li>\n';
  }
  yield '</ul>\n';
}
