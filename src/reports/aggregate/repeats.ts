import type { Passage, XmlScanner } from '../xml/scanner.ts';
import type { Units } from '../xml/units.ts';
import type { ReportBuilder } from './builder.ts';
import { createHeads } from './heads.ts';
import { createShapes } from './shapes.ts';
import { createTails } from './tails.ts';

/** For all documents: reports of one reporter, and about one domain, say the same again and again. */
const heads = createHeads();
const tails = createTails();
const shapes = createShapes();

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
      for (let length = recordAt(units, next); length > 0; length = recordAt(units, next)) next += length;
      return next > at;
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
      if (shapes.find(units, at - length) === undefined) shapes.learn(units, at - length, at);
    },
  };

  /** Passes over the record there: how long it was, 0 where it is not known. */
  function recordAt(units: Units, at: number): number {
    const head = heads.find(units, at);
    isHeadKnown = head !== undefined;
    if (head === undefined) return 0;
    const { length } = head;
    const tail = tails.find(units, at + length);
    if (tail?.pattern !== undefined) {
      passOver(head, tail);
      builder.addRecord(tail.pattern, head.sourceIp, head.count);
      return length + tail.length;
    }
    const alike = tail === undefined ? shapes.find(units, at + length) : undefined;
    if (alike === undefined) return 0;
    passOver(head, alike);
    builder.fillRecord(head.sourceIp, head.count, shapes.fill);
    const whole = length + alike.length;
    tails.learn(units, at + whole, { ...alike }, builder.said);
    return whole;
  }

  function passOver(head: Passage, tail: Passage): void {
    scanner.passOver(head, 0);
    scanner.passOver(tail, 0);
  }
}
