import type { ReportDocument } from '../../intake/document.ts';
import { PIECE_LENGTH } from './limits.ts';
import { createNotes } from './notes.ts';
import { createReader } from './reader.ts';
import type { AggregateReading, AggregateSink } from './reading.ts';

/**
 * Reads the aggregate report (RFC 9990, RFC 7489 §7.2) in a document, or all of them, and hands each record to the sink as
 * soon as it is whole. Memory does not grow with the report. Never throws for anything that stands in the document.
 */
export async function readAggregate(document: ReportDocument, sink: AggregateSink): Promise<AggregateReading> {
  const notes = createNotes();
  const reader = createReader(sink, notes, document.path);
  const { text, condition } = document;
  if (typeof text === 'string') {
    for (let at = 0; at < text.length && !reader.isOver(); at += PIECE_LENGTH) {
      const piece = text.length <= PIECE_LENGTH ? text : text.slice(at, at + PIECE_LENGTH);
      if (reader.push(piece) === 'not well-formed') await salvage();
    }
  } else {
    for await (const part of text) {
      for (let at = 0; at < part.length; at += PIECE_LENGTH) {
        if (reader.push(part.slice(at, at + PIECE_LENGTH)) === 'not well-formed') await salvage();
      }
      if (reader.isOver()) break;
    }
  }
  if (reader.end() === 'not well-formed') {
    await salvage();
    reader.end();
  }
  return readingOf(reader.result(), condition, notes.list());

  // Loaded when the first broken document comes: healthy ones need not wait for it.
  async function salvage(): Promise<void> {
    const { parsedLoosely } = await import('./tolerant.ts');
    reader.salvage(parsedLoosely);
  }
}

function readingOf(
  result: ReturnType<ReturnType<typeof createReader>['result']>,
  { broken, repairs }: ReportDocument['condition'],
  notes: AggregateReading['repairs'],
): AggregateReading {
  const { error, ...rest } = result;
  const reading = { ...rest, repairs: [...repairs, ...notes] };
  if (broken === undefined) return error === undefined ? reading : { ...reading, error };
  // Text that ends too early is the consequence, a break in what it was packed in the cause.
  return { ...reading, error: error === undefined ? { what: broken } : { ...error, what: `${broken}: ${error.what}` } };
}
