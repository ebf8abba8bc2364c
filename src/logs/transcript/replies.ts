const LINE = /^\d{3}(?:([ -])|$)/;
/** Characters of one reply. Stops one that never ends. */
const LONGEST = 4096;

/** Puts the lines of a reply together to one text, however they come: line by line, or several at once. */
export interface ReplyLines {
  /** The whole reply, once its last line is there; lines of one reply are joined by a blank. */
  add(lines: string): string | undefined;
}

/** `end`: what stands between lines that come together. */
export function replyLines(end: string): ReplyLines {
  let held = '';
  return {
    add(lines) {
      let whole: string | undefined;
      for (const line of lines.split(end)) {
        const match = LINE.exec(line);
        if (held.length < LONGEST) held = held === '' ? line : `${held} ${line}`;
        if (match?.[1] === '-') continue;
        whole = held;
        held = '';
      }
      return whole;
    },
  };
}
