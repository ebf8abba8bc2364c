import { delimiterIn, multipart, type Delimiter, type Multipart } from './boundary.ts';
import { bufferOf } from './charset.ts';
import { headerFields, isField, type MailField } from './header.ts';
import { BOUNDARY_LINE_BYTES, HEADER_BYTES, MULTIPART_DEPTH, PARTS } from './limits.ts';
import { breakBefore, endsLine, isBlank, lineEnd } from './lines.ts';
import { contentType, partName, transferEncoding, type ContentType, type PartHead } from './part.ts';

/** What a mail turns out to be made of, in order. Attached mails are parts like others: their content is a mail. */
export type MailPiece =
  /** The mail's own header: always first. */
  | ({ readonly kind: 'header'; readonly fields: readonly MailField[] } & ContentType)
  | { readonly kind: 'part'; readonly head: PartHead }
  /** Content of the part, in its transfer encoding; valid until the next chunk is handed in. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `unclosed`: the boundary that should close a multipart is missing behind it. */
  | { readonly kind: 'end'; readonly unclosed: boolean }
  /** A limit was reached, and nothing more is read. */
  | { readonly kind: 'limit'; readonly what: string };

/** Takes a mail (RFC 5322, RFC 2045–2049) apart as its bytes come in. Never throws, and holds a line at most. */
export interface MailReader {
  push(bytes: Uint8Array): readonly MailPiece[];
  end(): readonly MailPiece[];
}

const EMPTY = Buffer.alloc(0);
const DASH = 0x2d;
const DASHES = Buffer.from('--');
/** How a part's header begins: by this, a boundary is known that the mail's header tells wrongly, or not at all. */
const PART_FIELD = /^(?:content-|mime-version:)/i;
const PART_FIELD_BYTES = 13;
const SEMICOLON = 0x3b;

export function createMailReader(): MailReader {
  const open: Multipart[] = [];
  let pieces: MailPiece[] = [];
  let carry: Buffer = EMPTY;
  let state: 'header' | 'body' | 'over' = 'header';
  /** Bytes of the header that were looked at already, and whether any of them say something. */
  let scanned = 0;
  let begun = false;
  let top = true;
  let parts = 0;
  /** Whether what comes next begins a line. */
  let lineStart = true;
  let within: 'part' | 'beside' | 'nothing' = 'nothing';

  const limit = (what: string): void => {
    pieces.push({ kind: 'limit', what });
    state = 'over';
  };

  const endSection = (unclosed: boolean): void => {
    if (within !== 'nothing') pieces.push({ kind: 'end', unclosed });
    within = 'nothing';
  };

  /** Hands on content. What stands beside the parts of a multipart is a section once there is more than blanks. */
  const emit = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    lineStart = false;
    if (within === 'nothing') {
      if (isBlank(bytes)) return;
      const none: ContentType = { type: 'text/plain', parameters: new Map() };
      pieces.push({
        kind: 'part',
        head: { ...none, encoding: 'identity', around: [...open], place: 'beside', repairs: [] },
      });
      within = 'beside';
    }
    pieces.push({ kind: 'bytes', bytes });
  };

  const headerRead = (bytes: Uint8Array): void => {
    state = 'body';
    lineStart = true;
    const fields = headerFields(bytes);
    const digest = open.at(-1)?.type === 'multipart/digest';
    const content = contentType(fields, digest ? 'message/rfc822' : 'text/plain');
    if (top) pieces.push({ kind: 'header', fields, ...content });
    top = false;
    if (content.type.startsWith('multipart/')) {
      if (open.length === MULTIPART_DEPTH) limit(`multiparts nested more than ${MULTIPART_DEPTH} deep, the limit`);
      else open.push(multipart(content));
      return;
    }
    parts += 1;
    if (parts > PARTS) return limit(`more than ${PARTS} parts, the limit; the rest is not read`);
    const name = partName(fields, content);
    const head: PartHead = {
      ...content,
      encoding: transferEncoding(fields),
      around: [...open],
      place: 'part',
      repairs: open.flatMap((one) => one.repairs),
      ...(name === undefined || name === '' ? {} : { name }),
    };
    pieces.push({ kind: 'part', head });
    within = 'part';
  };

  /** Reads on in a header that begins at `at`; where its body begins, or undefined where more is needed. */
  const readHeader = (data: Buffer, at: number, last: boolean): number | undefined => {
    let line = at + scanned;
    for (;;) {
      const end = lineEnd(data, line, last);
      if (line - at > HEADER_BYTES || (end === undefined && data.length - at > HEADER_BYTES)) {
        if (top) pieces.push({ kind: 'header', fields: [], type: 'text/plain', parameters: new Map() });
        limit('a header of more than 256 kiB, the limit');
        return data.length;
      }
      if (end === undefined) {
        scanned = line - at;
        return undefined;
      }
      // Blank lines in front of a mail are none of its header.
      const blank = end.stop === line && (begun || !top || (last && end.next === data.length));
      const text = data.toString('latin1', line, Math.min(end.stop, line + BOUNDARY_LINE_BYTES));
      if (blank || (text !== '' && endsHeader(text, data[breakBefore(data, line, at) - 1]))) {
        headerRead(data.subarray(at, line));
        return blank ? end.next : line;
      }
      begun ||= text !== '';
      line = end.next;
    }
  };

  /** Whether a line is no part of a header although no blank line came before it. */
  const endsHeader = (line: string, before: number | undefined): boolean => {
    if (isField(line)) return false;
    if (line.startsWith('--')) return top || delimiterIn(line, open) !== undefined;
    if (line.trim() === '') return !top;
    if (/^[ \t]/.test(line)) return !begun && !top;
    // A field that was broken and not indented: `filename="…"` below `attachment;`. Mails begin with `From ` lines, too.
    return top ? /^[<{]/.test(line) : before !== SEMICOLON;
  };

  const delimited = ({ of, closes }: Delimiter): void => {
    endSection(open.slice(of + 1).some(({ closed }) => !closed));
    open.length = of + 1;
    const [parent] = open.slice(-1);
    if (parent === undefined) return;
    parent.fresh = false;
    parent.closed = closes;
    lineStart = true;
    scanned = 0;
    begun = false;
    if (!closes) state = 'header';
  };

  /** Takes a line for the boundary that the innermost multipart should have had. Undefined where more is needed to tell. */
  const adopts = (data: Buffer, line: string, next: number, last: boolean): boolean | undefined => {
    const inner = open.at(-1);
    if (inner === undefined || !inner.fresh || line.length < 3 || line.trimEnd().includes(' ')) return false;
    if (data.length < next + PART_FIELD_BYTES && !last) return undefined;
    if (!PART_FIELD.test(data.toString('latin1', next, next + PART_FIELD_BYTES))) return false;
    const declared = inner.delimiter === undefined ? 'no boundary declared' : 'another boundary declared';
    inner.repairs = [`${declared}, the one in the text is used`];
    inner.delimiter = line.trimEnd();
    return true;
  };

  /** Reads on in a body; where what has to be kept for the next chunk begins. */
  const readBody = (data: Buffer, at: number, last: boolean): number => {
    for (let from = at; open.length > 0;) {
      const dash = data.indexOf(DASHES, from);
      if (dash === -1) break;
      if (!(dash === at ? lineStart : endsLine(data[dash - 1]))) {
        from = dash + 2;
        while (data[from] === DASH) from += 1;
        continue;
      }
      const end = lineEnd(data.subarray(0, dash + BOUNDARY_LINE_BYTES), dash, last);
      const long = data.length - dash >= BOUNDARY_LINE_BYTES;
      const line = end === undefined ? '' : data.toString('latin1', dash, end.stop);
      const found = delimiterIn(line, open);
      const adopted = end === undefined ? undefined : found === undefined && adopts(data, line, end.next, last);
      if (end === undefined ? !long : adopted === undefined) {
        // Too little of it has come to tell what it is.
        const start = breakBefore(data, dash, at);
        emit(data.subarray(at, start));
        return start;
      }
      const delimiter = found ?? (adopted === true ? { of: open.length - 1, closes: false } : undefined);
      if (end === undefined || delimiter === undefined) {
        from = end?.next ?? dash + BOUNDARY_LINE_BYTES;
        continue;
      }
      emit(data.subarray(at, breakBefore(data, dash, at)));
      delimited(delimiter);
      return end.next;
    }
    const keep = last || open.length === 0 ? data.length : undecided(data, at);
    emit(data.subarray(at, keep));
    return keep;
  };

  /** Where the end of a chunk begins to look like the beginning of a boundary. */
  const undecided = (data: Buffer, at: number): number => {
    let end = data.length;
    if (data[end - 1] === DASH) {
      if (!(end - 1 === at ? lineStart : endsLine(data[end - 2]))) return end;
      end -= 1;
    }
    return breakBefore(data, end, at);
  };

  /** Where what has to be kept for the next chunk begins. */
  const readThrough = (data: Buffer, last: boolean): number => {
    for (let at = 0; ;) {
      if (state === 'over' || (at === data.length && !(last && state === 'header'))) return at;
      const next = state === 'header' ? readHeader(data, at, last) : readBody(data, at, last);
      // Nothing moves where more bytes are needed.
      if (next === undefined || (next === at && !last && state === 'body')) return at;
      at = next;
    }
  };

  const read = (bytes: Uint8Array, last: boolean): readonly MailPiece[] => {
    const data = carry.length === 0 ? bufferOf(bytes) : Buffer.concat([carry, bytes]);
    pieces = [];
    const at = readThrough(data, last);
    carry = state === 'over' ? EMPTY : Buffer.from(data.subarray(at));
    if (last && state !== 'over') endSection(open.some(({ closed }) => !closed));
    return pieces;
  };

  return { push: (bytes) => read(bytes, false), end: () => read(EMPTY, true) };
}
