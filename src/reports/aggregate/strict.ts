import { NotWellFormed } from '../xml/cursor.ts';
import { plainEntities } from '../xml/entities.ts';
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
  /** What the document declares of its own. */
  readonly declared: () => Declared;
}

/** Entities a document declares, and those among them that are replaced. */
export interface Declared {
  readonly any: boolean;
  readonly entities: ReadonlyMap<string, string>;
}
const NOTHING: Declared = { any: false, entities: new Map() };
/** Names of entities that a note tells. */
const NAMES = 5;

/** `firstLine` is where the text begins in its document, and `declared` what stands in front of it. */
export function createStrictParser(
  builder: ReportBuilder,
  notes: Notes,
  firstLine: number,
  { declared: before = NOTHING }: { readonly declared?: Declared } = {},
): StrictParser {
  const { progress } = builder;
  const checkpoint = { at: 0, line: firstLine, column: 0 };
  let settled = progress.settled;
  let written = 0;
  let lastTagAt = 0;
  let declared = before;
  let ending = false;

  const scanner = createXmlScanner(
    {
      open(name) {
        builder.open(name);
        tagRead();
      },
      close() {
        builder.close();
        if (tagRead() || (builder.isAtTail() && readTail())) while (mayRepeat() && repeats.readRecords()) tagRead();
      },
      wantsText: builder.wantsText,
      text: builder.text,
      doctype(text) {
        declared = { any: /<!ENTITY/i.test(text), entities: plainEntities(text) };
        notes.add('document type', doctypeNote(declared), scanner.line());
        return declared.entities;
      },
    },
    firstLine,
    before.entities,
  );
  const repeats = createRepeats(scanner, builder);

  /** What is remembered holds for all documents: of one with entities of its own, the same text may say something else. */
  function mayRepeat(): boolean {
    return declared.entities.size === 0;
  }

  function readTail(): boolean {
    if (!mayRepeat()) return false;
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
      if (declared.any && error.message === 'undefined entity') throw new ReportFault(EXPANDS);
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
    declared: () => declared,
  };
}

export const EXPANDS =
  'uses an entity that the document itself declares and that is no short plain text; these are never expanded';

function doctypeNote({ entities }: Declared): string {
  if (entities.size === 0) return 'the document type declaration is ignored, entities it declares are never expanded';
  const names = [...entities.keys()].slice(0, NAMES).map((name) => `&${name};`);
  const more = entities.size > NAMES ? ` and ${entities.size - NAMES} more` : '';
  return `the document type declaration is ignored, but for entities that are short plain text: ${names.join(', ')}${more}`;
}
