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
 * a blank, Sendmail ends them with `!` besides. Between tags nothing is lost by that, in the middle of a name a record is.
 * Undefined where no line was broken.
 */
export function withoutBrokenLines(content: Uint8Array): Uint8Array | undefined {
  const bytes = bufferOf(content);
  const kept: Uint8Array[] = [];
  let from = 0;
  for (let line = 0, end = bytes.indexOf(LINE_FEED); end !== -1; line = end + 1, end = bytes.indexOf(LINE_FEED, line)) {
    const stop = bytes[end - 1] === RETURN ? end - 1 : end;
    const length = stop - line;
    if (length < SHORTEST || length > LONGEST || bytes[end + 1] !== SPACE) continue;
    kept.push(bytes.subarray(from, bytes[stop - 1] === BANG ? stop - 1 : stop));
    from = end + 2;
  }
  return kept.length === 0 ? undefined : Buffer.concat([...kept, bytes.subarray(from)]);
}
