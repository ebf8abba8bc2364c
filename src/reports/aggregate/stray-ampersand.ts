import { XmlFault } from './fault.ts';

/** Text that may have to be read again, and where it begins in the document. */
export interface UnsettledText {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

const STRAY = /&(?!(?:[A-Za-z][\w.-]{0,63}|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/;

/**
 * What is really wrong where a parser found a fault: a bare & is noticed only at what follows it, and not at all where that
 * looks like a reference. Undefined where there is none before the fault.
 */
export function strayAmpersand(
  found: XmlFault,
  { text, line: begins, column: beginsAt }: UnsettledText,
): XmlFault | undefined {
  if (found.kind === 'syntax' && !found.message.includes('entity')) return undefined;
  const at = text.search(STRAY);
  if (at === -1) return undefined;
  const before = text.slice(0, at).split('\n');
  const line = begins + before.length - 1;
  const column = (before.at(-1)?.length ?? 0) + 1 + (before.length === 1 ? beginsAt : 0);
  // One that stands behind the fault is another one, and half a reference where the text at hand ends.
  if (line > found.line || (line === found.line && column > found.column)) return undefined;
  return new XmlFault('syntax', 'an & that begins no reference', line, column);
}
