import { SaxesParser } from 'saxes';
import { NotWellFormed } from '../../../src/reports/xml/cursor.ts';
import { createXmlScanner } from '../../../src/reports/xml/scanner.ts';

/** What a parser makes of a document: what it found up to the first fault, and the fault. */
export interface Seen {
  /** `<name`, `>` for the end of an element, and text with `"` in front, all that stands in one place together. */
  readonly events: readonly string[];
  readonly fault?: string;
}

function recorder() {
  const events: string[] = [];
  let depth = 0;
  return {
    events,
    open(name: string): void {
      depth += 1;
      events.push(`<${name}`);
    },
    close(): void {
      depth -= 1;
      events.push('>');
    },
    doctype: (text: string): void => void events.push(`!${text.replaceAll(/\r\n?/g, '\n')}`),
    text(text: string): void {
      if (depth === 0 || text === '') return;
      const last = events.at(-1);
      if (last?.startsWith('"') === true) events[events.length - 1] = last + text;
      else events.push(`"${text}`);
    },
  };
}

const faultText = (what: string, line: number, column: number, ending: boolean): string =>
  `${what.replace(/\.$/, '')} at ${line}:${column}${ending ? ', at the end' : ''}`;

export function seenByScanner(pieces: readonly string[], entities?: ReadonlyMap<string, string>): Seen {
  const found = recorder();
  const doctype = (text: string): typeof entities => {
    found.doctype(text);
    return entities;
  };
  const scanner = createXmlScanner({ ...found, wantsText: () => true, doctype }, 1, entities);
  let ending = false;
  try {
    for (const piece of pieces) scanner.write(piece);
    scanner.flush();
    ending = true;
    scanner.end();
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    return { events: found.events, fault: faultText(error.message, error.line, error.column, ending) };
  }
  return { events: found.events };
}

/** The same, by saxes as XML 1.0. It announces the end of an element before it compares the names. */
export function seenBySaxes(pieces: readonly string[], entities: ReadonlyMap<string, string> = new Map()): Seen {
  const found = recorder();
  const parser = new SaxesParser({ position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  for (const [name, text] of entities) parser.ENTITIES[name] = text;
  let fault: string | undefined;
  let ending = false;
  parser.on('opentag', ({ name }) => found.open(name));
  parser.on('closetag', () => found.close());
  parser.on('text', (text) => found.text(text));
  parser.on('cdata', (text) => found.text(text));
  parser.on('doctype', (text) => found.doctype(text));
  parser.on('error', ({ message }) => {
    if (message === 'unexpected close tag.') found.events.pop();
    fault = faultText(message, parser.line, parser.column, ending);
    throw new Error('the first fault ends it');
  });
  try {
    for (const piece of pieces) parser.write(piece);
    ending = true;
    parser.close();
  } catch (error) {
    if (fault === undefined) throw error;
    return { events: found.events, fault };
  }
  return { events: found.events };
}

/** Cut at every one of these places, as far as they lie within the text. */
export function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (let n = 0; at < text.length; n += 1) {
    const length = Math.max(1, lengths[n % lengths.length] ?? text.length);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}
