import { ownCopy } from '../../core/own-copy.ts';

/**
 * Puts together what syslog had to cut: `[2/5] …` continues `[1/5] …` of the same process; a backslash in place of the slash
 * says that a line end stood there (exim spec, "Logging to syslog").
 */
export interface SplitLines {
  /** The whole line once its last piece is there; undefined until then; the text itself where it is no piece. */
  add(process: string, text: string): string | undefined;
}

const PIECE = /^\[(\d{1,3})([/\\])(\d{1,3})\] ?/;
/** Lines being put together. Stops a log of first pieces. */
const MOST_OPEN = 1000;
/** Characters of one line. Stops a line that only grows. */
const LONGEST = 256 * 1024;

export function splitLines(): SplitLines {
  const open = new Map<string, { readonly text: string; readonly next: number; readonly of: number }>();
  return {
    add(process, text) {
      if (!text.startsWith('[')) return text;
      const match = PIECE.exec(text);
      if (match === null) return text;
      const [lead, number, separator, total] = match;
      const [at, of] = [Number(number), Number(total)];
      const before = open.get(process);
      const isNext = at === 1 || (before?.next === at && before.of === of);
      if (!isNext) return text.slice(lead.length);
      const joined =
        (at === 1 ? '' : (before?.text ?? '')) + text.slice(lead.length) + (separator === '\\' && at < of ? ' ' : '');
      if (at >= of || joined.length > LONGEST) {
        open.delete(process);
        return joined;
      }
      if (open.size >= MOST_OPEN) open.clear();
      open.set(ownCopy(process), { text: ownCopy(joined), next: at + 1, of });
      return undefined;
    },
  };
}
