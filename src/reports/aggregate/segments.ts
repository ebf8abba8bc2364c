import { ReportFault } from './fault.ts';
import { SEGMENT_LIMIT } from './limits.ts';

/** A stretch of a broken document that can be read by itself: damage in one leaves the others alone. */
export interface Segment {
  readonly name: 'record' | 'report_metadata' | 'policy_published';
  /** From its start tag to its end tag or, where `closed` is false, to where something else begins. */
  readonly text: string;
  readonly closed: boolean;
  /** Line of the document it begins in. */
  readonly line: number;
}

export interface SegmentEvents {
  segment(segment: Segment): void;
  feedback(tag: 'start' | 'end'): void;
  /** An end tag whose beginning is missing. */
  strayEnd(name: Segment['name'], line: number): void;
  /** The document ends within a segment, in this line. */
  cutOff(line: number): void;
}

export interface SegmentScanner {
  push(text: string): void;
  end(): void;
  /** Line the scanner has come to. */
  line(): number;
}

const TAG = /<(\/?)(?:[A-Za-z_][\w.-]{0,63}:)?(feedback|record|report_metadata|policy_published)(?=[\s/>])/iy;
/** No tag of ours, prefix included, is longer than this. */
const TAG_LENGTH = 96;

/** Finds the segments of text that comes in pieces, without believing anything but these tags themselves. */
export function createSegmentScanner(firstLine: number, events: SegmentEvents): SegmentScanner {
  let buffer = '';
  let at = 0; // everything before is scanned
  let open: { name: Segment['name']; start: number; line: number } | undefined;
  let counted = 0; // lines are counted up to here
  let line = firstLine;

  const lineAt = (offset: number): number => {
    for (let next = buffer.indexOf('\n', counted); next !== -1 && next < offset; next = buffer.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };

  /** Where markup that starts at `at` and is none of ours ends; undefined where that is still to come. */
  const endOfOther = (last: boolean): number | undefined => {
    const [start, end] = buffer.startsWith('<!--', at)
      ? ['<!--', '-->']
      : buffer.startsWith('<![CDATA[', at)
        ? ['<![CDATA[', ']]>']
        : ['<', ''];
    if (end === '') return at + 1;
    const found = buffer.indexOf(end, at + start.length);
    if (found !== -1) return found + end.length;
    return last ? buffer.length : undefined;
  };

  const endOpen = (end: number, closed: boolean): void => {
    if (open === undefined) return;
    const { name, start, line: begins } = open;
    open = undefined;
    events.segment({ name, text: buffer.slice(start, end), closed, line: begins });
  };

  const scan = (last: boolean): void => {
    for (;;) {
      const next = buffer.indexOf('<', at);
      if (next === -1) {
        at = buffer.length;
        return;
      }
      at = next;
      if (!last && buffer.length - at < TAG_LENGTH) return;
      TAG.lastIndex = at;
      const match = TAG.exec(buffer);
      const name = match?.[2]?.toLowerCase() as Segment['name'] | 'feedback' | undefined;
      const end = name === undefined ? endOfOther(last) : buffer.indexOf('>', at) + 1;
      if (end === undefined || end === 0) {
        if (last) at = buffer.length;
        return;
      }
      if (name !== undefined) tag(name, match?.[1] === '/', end);
      at = end;
    }
  };

  const tag = (name: Segment['name'] | 'feedback', isEnd: boolean, end: number): void => {
    if (isEnd && name === open?.name) return endOpen(end, true);
    endOpen(at, false);
    if (name === 'feedback') return events.feedback(isEnd ? 'end' : 'start');
    if (isEnd) return events.strayEnd(name, lineAt(at));
    open = { name, start: at, line: lineAt(at) };
    if (buffer[end - 2] === '/') endOpen(end, true);
  };

  return {
    push(text) {
      buffer += text;
      scan(false);
      const keep = open?.start ?? at;
      if (buffer.length - keep > SEGMENT_LIMIT)
        throw new ReportFault(`a record with more than ${SEGMENT_LIMIT} characters, the limit`);
      lineAt(keep);
      buffer = buffer.slice(keep);
      at -= keep;
      counted = Math.max(0, counted - keep);
      if (open !== undefined) open.start = 0;
    },
    end() {
      scan(true);
      lineAt(buffer.length);
      if (open !== undefined) events.cutOff(line);
      open = undefined;
    },
    line: () => line,
  };
}
