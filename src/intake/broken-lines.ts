import { bufferOf } from '../mail/charset.ts';

/**
 * Bytes of a line that a mail server broke: 990 by Sendmail and old Postfix, 998 by RFC 5321 §4.5.3.1.6 and Postfix, give or
 * take what they count with it.
 */
const SHORTEST = 970;
const LONGEST = 1002;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BANG = 0x21;

/**
 * Text whose lines were longer than mail allows, as it was: Postfix (`smtp_line_length_limit`) breaks them and goes on behind
 * a blank, Sendmail ends them with `!` besides, others just break them, all at the same length. Between tags nothing is lost
 * by that, in the middle of a name a record is. Undefined where no line was broken.
 */
export function withoutBrokenLines(content: Uint8Array): Uint8Array | undefined {
  const bytes = bufferOf(content);
  const even = evenLength(bytes);
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const { start, stop, next } of linesOf(bytes)) {
    const isIndented = bytes[next] === SPACE;
    if (!mayBeBroken(stop - start) || (!isIndented && stop - start !== even)) continue;
    kept.push(bytes.subarray(from, isIndented && bytes[stop - 1] === BANG ? stop - 1 : stop));
    from = isIndented && stop - start !== even ? next + 1 : next;
  }
  return kept.length === 0 ? undefined : Buffer.concat([...kept, bytes.subarray(from)]);
}

const mayBeBroken = (length: number): boolean => length >= SHORTEST && length <= LONGEST;

/**
 * The length of all lines but the last, where they are all of one, as long as mail allows, and do not all go on behind a blank.
 */
function evenLength(bytes: Buffer): number | undefined {
  let length: number | undefined;
  let isPlain = false;
  for (const { start, stop, next } of linesOf(bytes)) {
    length ??= stop - start;
    const isLast = next === bytes.length;
    if (!mayBeBroken(length) || (isLast ? stop - start > length : stop - start !== length)) return undefined;
    isPlain ||= !isLast && bytes[next] !== SPACE;
  }
  return isPlain ? length : undefined;
}

/** Lines that end, and where the next one begins. */
function* linesOf(bytes: Buffer): Generator<{ readonly start: number; readonly stop: number; readonly next: number }> {
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    yield { start, stop: end > start && bytes[end - 1] === RETURN ? end - 1 : end, next: end + 1 };
    start = end + 1;
  }
}
