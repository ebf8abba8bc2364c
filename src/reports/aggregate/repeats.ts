import type { XmlScanner } from '../xml/scanner.ts';
import type { ReportBuilder } from './builder.ts';
import { createHeads } from './heads.ts';
import { createTails } from './tails.ts';

/** For all documents: reports of one reporter, and about one domain, say the same again and again. */
const heads = createHeads();
const tails = createTails();

/** A place in the text: units from its start, line and column. */
export interface TextPlace {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** Reads what has been read before in much less time: whole records, or what follows the count in one. */
export interface Repeats {
  /** Behind something that is settled: passes over the records that follow and are known. Whether there were any. */
  readRecords(): boolean;
  /** Behind a record's count: passes over the rest of it. False where it is not known; then it is to be `learned`. */
  readTail(place: TextPlace, settled: TextPlace): boolean;
  /** The tail that was not known ends here. */
  learn(end: TextPlace): void;
}

export function createRepeats(scanner: XmlScanner, builder: ReportBuilder): Repeats {
  let isHeadKnown = true;
  /** Where a tail begins that is being read for the first time. */
  let start: TextPlace | undefined;

  return {
    readRecords() {
      if (!builder.takesRecords()) return false;
      const { units, at } = scanner.place();
      let next = at;
      for (;;) {
        const head = heads.find(units, next);
        isHeadKnown = head !== undefined;
        const tail = head === undefined ? undefined : tails.find(units, next + head.length);
        if (head === undefined || tail?.pattern === undefined) return next > at;
        scanner.passOver(head, 0);
        scanner.passOver(tail, 0);
        next += head.length + tail.length;
        builder.addRecord(tail.pattern, head.sourceIp, head.count);
      }
    },
    readTail(place, settled) {
      const { units, at, tags } = scanner.place();
      if (tags.at(-1) !== 'row' || tags.at(-2) !== 'record') return false;
      const length = place.at - settled.at;
      if (!isHeadKnown && length <= at) heads.learn(units, at - length, at);
      const known = tails.find(units, at);
      if (known === undefined) {
        start = place;
        return false;
      }
      scanner.passOver(known, 2);
      builder.endRecord(known.said);
      return true;
    },
    learn(end) {
      if (start === undefined) return;
      const { units, at } = scanner.place();
      const length = end.at - start.at;
      const lines = end.line - start.line;
      const isOneLine = lines === 0 && end.column - start.column === length;
      start = undefined;
      // It must have come in one piece, and without characters of two units in its line.
      if (length > at || (lines === 0 && !isOneLine)) return;
      tails.learn(units, at, { length, lines, column: lines === 0 ? undefined : end.column }, builder.said);
    },
  };
}
