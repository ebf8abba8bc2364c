/** Reads the cells of one row, line by line. */
export interface QuotedRow {
  /** The cells where this line ends the row; undefined where a quote is still open. */
  feed(line: string): readonly string[] | undefined;
  /** Forgets what was fed. */
  reset(): void;
  /** Whether text stood behind a closing quote, since the last reset. */
  isDoubtful(): boolean;
}

const BLANK = 0x20;
const BLANK_THEN_QUOTE = /^ +"/;

/**
 * Cells as RFC 4180 §2 quotes them. What stands behind a closing quote belongs to the cell, and a quote within a cell
 * that did not begin with one is a character: no mistake of one row may swallow the next ones.
 */
export function quotedRow(delimiter: string): QuotedRow {
  let cells: string[] = [];
  let cell = '';
  let isOpen = false;
  let isDoubtful = false;

  return {
    feed(line) {
      let at = 0;
      if (isOpen) cell += '\n';
      for (;;) {
        const wasQuoted = isOpen;
        if (!isOpen) {
          if (line.charCodeAt(at) === BLANK && BLANK_THEN_QUOTE.test(line.slice(at, at + 8)))
            at = line.indexOf('"', at);
          if (line[at] === '"') {
            isOpen = true;
            at += 1;
            continue;
          }
        } else {
          const quote = line.indexOf('"', at);
          if (quote === -1) {
            cell += line.slice(at);
            return undefined;
          }
          cell += line.slice(at, quote);
          at = quote + 1;
          if (line[at] === '"') {
            cell += '"';
            at += 1;
            continue;
          }
          isOpen = false;
        }
        const end = line.indexOf(delimiter, at);
        if (wasQuoted && at < line.length && end !== at) isDoubtful = true;
        cells.push(cell + line.slice(at, end === -1 ? line.length : end));
        cell = '';
        if (end === -1) {
          const row = cells;
          cells = [];
          return row;
        }
        at = end + 1;
      }
    },
    reset() {
      cells = [];
      cell = '';
      isOpen = false;
      isDoubtful = false;
    },
    isDoubtful: () => isDoubtful,
  };
}
