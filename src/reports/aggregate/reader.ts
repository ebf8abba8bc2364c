import { createReportBuilder } from './builder.ts';
import { ReportFault, type XmlFault } from './fault.ts';
import { BROKEN_STARTS_LIMIT, HEAD_LENGTH, SEGMENT_LIMIT } from './limits.ts';
import type { Notes } from './notes.ts';
import { firstElement, halfTag, holdsReport, looksLike, mayHoldReport, nextReport } from './recognise.ts';
import type { AggregateReading, AggregateSink, ReadingError } from './reading.ts';
import { type LooseParser, type Salvage, createSalvage } from './salvage.ts';
import { type UnsettledText, strayAmpersand } from './stray-ampersand.ts';
import { type StrictParser, createStrictParser } from './strict.ts';

/** Reads text piece by piece. `not well-formed` asks for `salvage` before anything else. */
export interface Reader {
  push(piece: string): 'read' | 'not well-formed';
  end(): 'read' | 'not well-formed';
  salvage(parsedLoosely: LooseParser): void;
  /** Whether nothing that could still come would change the result. */
  isOver(): boolean;
  result(): Omit<AggregateReading, 'repairs'>;
}

/**
 * - `before`: looking for a report, in front of the first one or behind one that has ended
 * - `strict`: well-formed so far
 * - `broken`: not any more; waiting for the loose parser
 * - `salvage`: reading record by record
 */
type Phase = 'before' | 'strict' | 'broken' | 'salvage' | 'over';

export function createReader(sink: AggregateSink, notes: Notes, path = ''): Reader {
  let phase: Phase = 'before';
  /** Text that may have to be read again: all of it that is not settled. */
  let pending = '';
  let pendingAt = 0; // where it begins in the text the strict parser got
  let pendingLine = 1;
  let strict: StrictParser | undefined;
  let salvaging: Salvage | undefined;
  let fault: XmlFault | undefined;
  let startedBehind = 0; // reports that had been found when the last one was begun
  let brokenStarts = 0;
  let error: ReadingError | undefined;
  let complete = true;

  const lineNow = (): number => (phase === 'salvage' ? salvaging?.line() : strict?.line()) ?? pendingLine;
  const builder = createReportBuilder(sink, notes, lineNow, path);
  const { progress } = builder;

  return {
    push: (piece) => step(() => take(piece)),
    end: () => step(finish),
    salvage: (parsedLoosely) => void step(() => startSalvage(parsedLoosely)),
    isOver: () => phase === 'over',
    result: () => ({
      reports: progress.reports,
      records: progress.delivered,
      ...(error === undefined ? {} : { error }),
      complete,
    }),
  };

  function step(work: () => void): 'read' | 'not well-formed' {
    try {
      work();
    } catch (thrown) {
      if (!(thrown instanceof ReportFault)) throw thrown;
      fail({ what: thrown.message, line: lineNow() });
    }
    return phase === 'broken' ? 'not well-formed' : 'read';
  }

  function take(piece: string): void {
    if (phase === 'salvage') return salvaging?.push(piece);
    if (phase === 'over') return;
    if (phase === 'strict') feed(piece);
    else pending += piece;
    while (phase === 'before' && (pending.length >= HEAD_LENGTH || holdsReport(pending))) start();
  }

  /** Begins to read the report that is expected in `pending`. */
  function start(): void {
    const isFirst = progress.reports === 0;
    if (!holdsReport(pending)) {
      if (isFirst)
        return fail({ what: `not a DMARC aggregate report: looks like ${looksLike(pending)}`, line: 1, column: 1 });
      if (pending.trim() !== '') notes.add('after the report', 'what follows the report is ignored', pendingLine);
      phase = 'over';
      return;
    }
    if (!isFirst)
      notes.add('after the report', 'another report follows in the same document: it is read, too', pendingLine);
    const text = withoutLead(isFirst);
    const root = firstElement(text);
    if (root !== undefined && root !== 'feedback' && !holdsReport(`<${root}>`)) {
      notes.add('wrapper', `the report stands inside <${root}>`, pendingLine);
    }
    phase = 'strict';
    startedBehind = progress.reports;
    strict = createStrictParser(builder, notes, pendingLine);
    pending = '';
    pendingAt = 0;
    feed(text);
  }

  /** The text from its first tag on: nothing may stand before an XML declaration. */
  function withoutLead(isFirst: boolean): string {
    if (pending.startsWith('<')) return pending;
    const lead = pending.slice(0, pending.indexOf('<'));
    const startLine = pendingLine;
    pendingLine += lead.split('\n').length - 1;
    if (lead.replace(/^\uFEFF/, '').trim() !== '')
      notes.add('before the report', 'text before the report is ignored', startLine);
    else if (isFirst && /\s/.test(lead) && pending.startsWith('<?xml', lead.length)) {
      notes.add('before the report', 'blanks before the XML declaration are ignored', startLine);
    }
    return pending.slice(lead.length);
  }

  function feed(piece: string): void {
    if (strict === undefined) return;
    const found = strict.write(piece);
    settle(strict, piece);
    if (found !== undefined) return onFault(found);
    if (pending.length > SEGMENT_LIMIT)
      throw new ReportFault(`no whole record in ${SEGMENT_LIMIT} characters, the limit`);
  }

  /** Lets go of what the strict parser has settled. */
  function settle({ checkpoint: { at, line } }: StrictParser, piece: string): void {
    const settled = at - pendingAt;
    // What is settled is never joined to the rest first: a joined text is copied, and kept alive by any slice of it.
    pending = settled >= pending.length ? piece.slice(settled - pending.length) : (pending + piece).slice(settled);
    pendingAt = at;
    pendingLine = line;
  }

  function onFault(found: XmlFault): void {
    if (isBetweenReports()) {
      phase = 'before';
      if (progress.reports === startedBehind) passOverBrokenStart();
    } else {
      fault = strayAmpersand(found, unsettled()) ?? found;
      if (fault.kind === 'unbroken') throw new ReportFault(found.message);
      phase = 'broken';
    }
  }

  /** What should have been another report broke before it had begun: the next thing that looks like one may be read. */
  function passOverBrokenStart(): void {
    brokenStarts += 1;
    const next = brokenStarts > BROKEN_STARTS_LIMIT ? undefined : (nextReport(pending) ?? halfTag(pending));
    const passedOver = pending.slice(0, next);
    notes.add('between reports', 'what stands between reports and cannot be read is ignored', pendingLine);
    pendingLine += passedOver.split('\n').length - 1;
    pending = pending.slice(passedOver.length);
    if (brokenStarts > BROKEN_STARTS_LIMIT) phase = 'over';
  }

  function unsettled(): UnsettledText {
    return { text: pending, line: pendingLine, column: strict?.checkpoint.column ?? 0 };
  }

  function isBefore(): boolean {
    return phase === 'before';
  }

  function isBetweenReports(): boolean {
    return !progress.inReport && progress.reports > 0;
  }

  function startSalvage(parsedLoosely: LooseParser): void {
    if (fault === undefined) return;
    const declared = strict?.declared();
    salvaging = createSalvage(builder, notes, parsedLoosely, { fault, firstLine: pendingLine, declared });
    phase = 'salvage';
    const text = pending;
    pending = '';
    salvaging.push(text);
  }

  function finish(): void {
    do {
      while (isBefore()) start();
      if (phase === 'strict') finishStrictly();
    } while (isBefore());
    if (phase === 'salvage') finishSalvage();
    // What looked like the beginning of one stood in a comment, or in a value.
    if (phase === 'over' && error === undefined && progress.reports === 0)
      fail({ what: 'not a DMARC aggregate report: there is no feedback element in it', line: 1, column: 1 });
  }

  function finishStrictly(): void {
    const found = strict?.end();
    if (strict !== undefined) settle(strict, '');
    // Of text that came in small pieces, the last of it is looked at only now.
    if (found !== undefined && found.kind !== 'unfinished') return onFault(found);
    if (found !== undefined && isBetweenReports()) {
      if (mayHoldReport(pending) || pending.trim() !== '')
        notes.add('after the report', 'what follows the report is ignored', pendingLine);
      notes.add('XML', `not well-formed behind the report (${found.message})`, found.line);
    } else if (found !== undefined) {
      fault = strayAmpersand(found, unsettled());
      if (fault === undefined) return cutOff(found.line, found.column);
      phase = 'broken';
      return;
    }
    phase = 'over';
  }

  function finishSalvage(): void {
    const lost = salvaging?.end();
    if (lost !== undefined) {
      complete = false;
      error = lost;
    }
    if (progress.inReport) cutOff(lineNow());
    phase = 'over';
  }

  function cutOff(line: number, column?: number): void {
    // Where some were lost, that has been told already.
    const { records } = progress;
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    const what = `truncated at ${place} after ${records} whole ${records === 1 ? 'record' : 'records'}`;
    fail(column === undefined ? { what, line } : { what, line, column });
  }

  function fail(why: ReadingError): void {
    error ??= why;
    complete = false;
    phase = 'over';
    try {
      builder.end(false);
    } catch (thrown) {
      if (!(thrown instanceof ReportFault)) throw thrown; // the report's head is what is wrong
    }
  }
}
