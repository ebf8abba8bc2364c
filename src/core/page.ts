import type { Span } from './facts.ts';
import type { Level } from './levels.ts';

/**
 * What people read, before it has a format. Every report kind has one `toPage()`; text, markdown and html render any page.
 * All strings are plain text as it came, perhaps hostile: the renderers escape, nobody else does.
 */
export interface Page {
  readonly title: string;
  /** Beside the title: the answer first. */
  readonly aside?: Line;
  readonly blocks: readonly Block[];
  /** Commands worth running next. */
  readonly next?: readonly string[];
}

export type Tone = 'good' | 'bad' | 'warn' | 'note' | 'muted' | 'strong';
/** A run of text with a meaning; what colour that is, is the renderer's business. */
export interface Run {
  readonly text: string;
  readonly tone?: Tone;
}
/** Amounts over time as a small picture between words. */
export interface Sparkline {
  /** Not negative; undefined where it is not known how much it was. */
  readonly values: readonly (number | undefined)[];
  /** What the picture shows, for those who do not see it: `12 to 4,310 a day`. */
  readonly label: string;
  readonly tone?: Tone;
}
export type Line = string | readonly (string | Run | Sparkline)[];

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** The column that gives way when the page is too narrow. */
  readonly shrinks?: boolean;
  /** Where the page is too narrow its cells stand below their rows; every other column then has more room. */
  readonly drops?: boolean;
}

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'heading'; readonly text: string; readonly aside?: Line }
  | { readonly kind: 'pairs'; readonly rows: readonly { readonly label: string; readonly lines: readonly Line[] }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }
  | { readonly kind: 'findings'; readonly items: readonly PageFinding[] }
  | { readonly kind: 'outline'; readonly items: readonly OutlineItem[] };

export interface TableRow {
  readonly cells: readonly Line[];
  /** Said under the row, indented. */
  readonly below?: readonly Line[];
}

/** A tree, such as an SPF record with all it includes. */
export interface OutlineItem {
  readonly line: Line;
  readonly aside?: Line;
  readonly children: readonly OutlineItem[];
}

export interface PageFinding {
  readonly level: Level | 'inconclusive' | 'crashed';
  readonly message: string;
  readonly code: string;
  /** Named only where it is not the page's own subject. */
  readonly subject?: string;
  /** Why it does not count, as a phrase: `ignored until 2027-01-01: the old CRM goes in December`. */
  readonly waived?: string;
  readonly at?: Span;
  readonly fix?: Line;
  readonly records?: readonly string[];
}
