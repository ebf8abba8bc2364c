import type { ReportBuilder } from './builder.ts';
import { ReportFault, type XmlFault } from './fault.ts';
import type { Notes } from './notes.ts';
import type { ReadingError } from './reading.ts';
import { type Segment, type SegmentScanner, createSegmentScanner } from './segments.ts';
import { strayAmpersand } from './stray-ampersand.ts';
import { createStrictParser, type Declared, EXPANDS } from './strict.ts';

/** `parsedLoosely`, which comes with a library that healthy reports never need. */
export type LooseParser = (segment: string, entities?: ReadonlyMap<string, string>) => (builder: ReportBuilder) => void;

/** Reads the rest of a document that stopped being well-formed: each record by itself, loosely only where it must be. */
export interface Salvage {
  push(text: string): void;
  /** Says what was lost, if anything. */
  end(): ReadingError | undefined;
  line(): number;
}

/** `fault` is where strict reading ended; the text to come begins before it, at `firstLine`. */
export function createSalvage(
  builder: ReportBuilder,
  notes: Notes,
  parsedLoosely: LooseParser,
  from: { readonly fault: XmlFault; readonly firstLine: number; readonly declared: Declared | undefined },
): Salvage {
  const { fault } = from;
  let lost: ReadingError | undefined;
  let lostRecords = 0;
  let segmentLine = from.firstLine;
  const where = ` at line ${fault.line}, column ${fault.column}`;
  notes.add('XML', `not well-formed${where} (${fault.message}): read record by record from there`, fault.line);

  const lose = (segment: Pick<Segment, 'name' | 'line'>, why: string): void => {
    if (segment.name !== 'record') return notes.add('XML', `${segment.name} ${why}`, segment.line);
    builder.lose();
    lostRecords += 1;
    lost ??= { what: why, line: segment.line };
  };

  const strictly = ({ text, line }: Segment): XmlFault | undefined => {
    const parser = createStrictParser(builder, notes, line, from);
    return parser.write(text) ?? parser.end();
  };

  const loosely = (segment: Segment, why: string): void => {
    let report: ReturnType<LooseParser>;
    try {
      report = parsedLoosely(segment.text, from.declared?.entities);
    } catch (error) {
      // What a library says of its own insides helps nobody.
      return lose(segment, `cannot be read (${error instanceof ReportFault ? error.message : why})`);
    }
    const { settled } = builder.progress;
    report(builder);
    builder.abandon();
    if (builder.progress.settled === settled) return lose(segment, `cannot be read (${why})`);
    notes.add(
      `a broken ${segment.name}`,
      `${segment.name} is not well-formed (${why}): read all the same`,
      segment.line,
    );
  };

  const scanner: SegmentScanner = createSegmentScanner(from.firstLine, {
    segment(segment) {
      segmentLine = segment.line;
      builder.abandon();
      if (!segment.closed && segment.name === 'record' && !isWholeRecord(segment.text))
        return lose(segment, 'is not closed');
      // What a `<record>` too many has cut off is no record of its own.
      if (segment.name === 'record' && !tagPattern('', 'row').test(segment.text)) return lose(segment, 'has no row');
      if (!segment.closed) return loosely(segment, 'not closed');
      const found = strictly(segment);
      if (found === undefined) return;
      builder.abandon();
      if (from.declared?.any === true && found.message === 'undefined entity') {
        return lose(segment, EXPANDS);
      }
      const cause = strayAmpersand(found, { text: segment.text, line: segment.line, column: 0 }) ?? found;
      loosely(segment, `${cause.message} at line ${cause.line}, column ${cause.column}`);
    },
    feedback(tag) {
      if (tag === 'end') return builder.end(builder.progress.lost === 0);
      builder.end(false);
      builder.abandon();
    },
    strayEnd: (name, line) => lose({ name, line }, 'has lost its beginning'),
    cutOff: (line) => {
      segmentLine = line;
    },
  });
  if (builder.progress.inReport) builder.abandon();

  return {
    push: (text) => scanner.push(text),
    end() {
      scanner.end();
      if (lost === undefined) return undefined;
      const what = lostRecords === 1 ? 'a record' : `${lostRecords} records, the first of which`;
      return { ...lost, what: `not well-formed: ${what} ${lost.what}` };
    },
    line: () => segmentLine,
  };
}

/** Whether a record without its own end tag has all its parts all the same: each that begins ends, and a row there is. */
function isWholeRecord(text: string): boolean {
  return ['row', 'identifiers', 'identities', 'auth_results'].every((name) => {
    const begins = tagPattern('', name).test(text);
    return begins ? tagPattern('/', name).test(text) : name !== 'row';
  });
}

const tagPattern = (slash: '' | '/', name: string): RegExp =>
  new RegExp(`<${slash}(?:[A-Za-z_][\\w.-]{0,63}:)?${name}[\\s/>]`, 'i');
