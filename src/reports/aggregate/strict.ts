import { NotWellFormed } from '../xml/cursor.ts';
import { createXmlScanner } from '../xml/scanner.ts';
import type { ReportBuilder } from './builder.ts';
import { ReportFault, XmlFault } from './fault.ts';
import { TEXT_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';
import { createRepeats } from './repeats.ts';

/** Reads well-formed XML into a report, piece by piece, and stops where it is none. */
export interface StrictParser {
  write(piece: string): XmlFault | undefined;
  /** No more text comes. */
  end(): XmlFault | undefined;
  line(): number;
  column(): number;
  /** Behind the last thing that is settled: how far in the text, its line and column. What comes later may be read again. */
  readonly checkpoint: { at: number; line: number; column: number };
  /** Whether the document declares entities of its own. */
  readonly declaresEntities: () => boolean;
}

/** `firstLine` is where the text begins in its document. */
export function createStrictParser(builder: ReportBuilder, notes: Notes, firstLine: number): StrictParser {
  const { progress } = builder;
  const checkpoint = { at: 0, line: firstLine, column: 0 };
  let settled = progress.settled;
  let written = 0;
  let lastTagAt = 0;
  let declares = false;
  let ending = false;

  const scanner = createXmlScanner(
    {
      open(name) {
        builder.open(name);
        tagRead();
      },
      close() {
        builder.close();
        if (tagRead() || (builder.isAtTail() && readTail())) while (repeats.readRecords()) tagRead();
      },
      wantsText: builder.wantsText,
      text: builder.text,
      doctype(text) {
        declares = /<!ENTITY/i.test(text);
        notes.add(
          'document type',
          'the document type declaration is ignored, entities it declares are never expanded',
          scanner.line(),
        );
      },
    },
    firstLine,
  );
  const repeats = createRepeats(scanner, builder);

  function readTail(): boolean {
    const place = { at: lastTagAt, line: scanner.line(), column: scanner.column() };
    return repeats.readTail(place, checkpoint) && tagRead();
  }

  /** Whether something is settled by it. */
  function tagRead(): boolean {
    lastTagAt = scanner.position();
    if (settled === progress.settled) return false;
    settled = progress.settled;
    checkpoint.at = lastTagAt;
    checkpoint.line = scanner.line();
    checkpoint.column = scanner.column();
    repeats.learn(checkpoint);
    return true;
  }

  const faultOf = (read: () => void): XmlFault | undefined => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof NotWellFormed)) throw error;
      // Billion laughs, and files read from our disk into a report (XXE), start with one of these.
      if (declares && error.message === 'undefined entity') {
        throw new ReportFault('uses an entity that the document itself declares; these are never expanded');
      }
      return new XmlFault(ending ? 'unfinished' : 'syntax', error.message, error.line, error.column);
    }
    if (written - lastTagAt <= TEXT_LIMIT || ending) return undefined;
    return new XmlFault(
      'unbroken',
      `more than ${TEXT_LIMIT} characters without a tag, the limit`,
      scanner.line(),
      scanner.column(),
    );
  };

  return {
    write(piece) {
      written += piece.length;
      return faultOf(() => scanner.write(piece));
    },
    end() {
      const found = faultOf(() => scanner.flush());
      ending = true;
      return found ?? faultOf(() => scanner.end());
    },
    line: scanner.line,
    column: scanner.column,
    checkpoint,
    declaresEntities: () => declares,
  };
}
