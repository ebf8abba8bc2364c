import { createNotes } from '../../reports/aggregate/notes.ts';
import { createReader } from '../../reports/aggregate/reader.ts';
import type { AggregateSink } from '../../reports/aggregate/reading.ts';
import { parsedLoosely } from '../../reports/aggregate/tolerant.ts';
import { MARKUP, REPORTS, REPORT_WORDS } from '../fuzzing/samples.ts';
import { cut, fuzzTarget, utf8 } from '../fuzzing/target.ts';

/** Aggregate reports: strict as long as it goes, then record by record. */
export default fuzzTarget({
  seeds: () => REPORTS,
  tokens: [...MARKUP, ...REPORT_WORDS, ...REPORT_WORDS],
  run: (bytes) => read([utf8(bytes)]),
  inPieces: (bytes, length) => read(cut(utf8(bytes), length)),
});

/** Stray text outside of the root is told where the piece ends that it stands in: its place differs. */
const STRAY_TEXT = / at line \d+, column \d+( \(text data outside of root node\))/;

function read(pieces: readonly string[]): unknown {
  const found: unknown[] = [];
  const sink: AggregateSink = {
    head(head) {
      found.push(head);
      return 'read';
    },
    record: (record, place) => void found.push(record, place),
    end: (report) => void found.push(report),
  };
  const notes = createNotes();
  const reader = createReader(sink, notes);
  for (const piece of pieces) {
    if (reader.push(piece) === 'not well-formed') reader.salvage(parsedLoosely);
    if (reader.isOver()) break;
  }
  if (reader.end() === 'not well-formed') {
    reader.salvage(parsedLoosely);
    reader.end();
  }
  return [found, reader.result(), notes.list().map(({ what }) => what.replace(STRAY_TEXT, '$1'))];
}
