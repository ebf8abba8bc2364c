import { SaxesParser } from 'saxes';
import type { ReportBuilder } from './builder.ts';
import { ReportFault, XmlFault } from './fault.ts';
import { TEXT_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';

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
  const parser = new SaxesParser({ position: false });
  const { progress } = builder;
  const checkpoint = { at: 0, line: firstLine, column: 0 };
  const line = (): number => firstLine + parser.line - 1;
  let settled = progress.settled;
  let written = 0;
  let lastTagAt = 0;
  let declares = false;
  let ending = false;

  // saxes announces the end of an element before it compares the names of its tags. So an end is believed one event
  // later: otherwise </feedback> in the middle of a record would make a whole record of it.
  let closing = false;
  let closedAt = 0;
  let closedLine = firstLine;
  let closedColumn = 0;
  const believe = (): void => {
    if (!closing) return;
    closing = false;
    builder.close();
    if (settled !== progress.settled) settle(closedAt, closedLine, closedColumn);
  };
  const settle = (at: number, atLine: number, column: number): void => {
    settled = progress.settled;
    checkpoint.at = at;
    checkpoint.line = atLine;
    checkpoint.column = column;
  };

  parser.on('opentag', (tag) => {
    believe();
    builder.open(tag.name);
    lastTagAt = parser.position;
    if (settled !== progress.settled) settle(lastTagAt, line(), parser.column);
  });
  parser.on('closetag', () => {
    believe();
    closing = true;
    lastTagAt = closedAt = parser.position;
    closedLine = line();
    closedColumn = parser.column;
  });
  parser.on('text', (text) => {
    believe();
    builder.text(text);
  });
  parser.on('cdata', (text) => {
    believe();
    builder.text(text);
  });
  parser.on('doctype', (doctype) => {
    declares = /<!ENTITY/i.test(doctype);
    notes.add(
      'document type',
      'the document type declaration is ignored, entities it declares are never expanded',
      line(),
    );
  });
  parser.on('error', ({ message }) => {
    if (message !== 'unexpected close tag.') believe();
    // Billion laughs, and files read from our disk into a report (XXE), start with one of these.
    if (declares && message === 'undefined entity.') {
      throw new ReportFault('uses an entity that the document itself declares; these are never expanded');
    }
    throw new XmlFault(ending ? 'unfinished' : 'syntax', message.replace(/\.$/, ''), line(), parser.column);
  });

  const faultOf = (read: () => void): XmlFault | undefined => {
    try {
      read();
      believe();
    } catch (error) {
      if (error instanceof XmlFault) return error;
      throw error;
    }
    if (written - lastTagAt <= TEXT_LIMIT || ending) return undefined;
    return new XmlFault(
      'unbroken',
      `more than ${TEXT_LIMIT} characters without a tag, the limit`,
      line(),
      parser.column,
    );
  };

  return {
    write(piece) {
      written += piece.length;
      return faultOf(() => parser.write(piece));
    },
    end() {
      ending = true;
      return faultOf(() => parser.close());
    },
    line,
    column: () => parser.column,
    checkpoint,
    declaresEntities: () => declares,
  };
}
