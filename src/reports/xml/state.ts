import type { Cursor } from './cursor.ts';
import { type Units, unitsOf } from './units.ts';

/** What stands in a document, in its order. Strings are the receiver's to keep: none is a slice of the text. */
export interface XmlEvents {
  open(name: string): void;
  close(): void;
  /** Whether text is of use where the document stands; otherwise it is looked at, and not cut out. */
  wantsText(): boolean;
  /** Character data or a CDATA section, its references replaced; what stands in one place may come in several parts. */
  text(text: string): void;
  /** The entities it declares that the receiver wants to be replaced. */
  doctype(text: string): ReadonlyMap<string, string> | undefined;
}

/** How far a scanner has come in its document. */
export interface ScannerState {
  /** Behind what has been read; what follows is read as soon as all of it is there. It has its text where that is asked for. */
  readonly here: Cursor;
  /** The text at hand. */
  units: Units;
  /** Units of the document in front of that text. */
  before: number;
  /** Text in front of a reference. */
  held: string;
  /** Names of the open elements. */
  readonly tags: string[];
  sawRoot: boolean;
  closedRoot: boolean;
  sawDoctype: boolean;
  /** Entities the document declares, as far as they are replaced in its text. */
  entities: ReadonlyMap<string, string> | undefined;
  mayBeDeclaration: boolean;
}

export const newState = (firstLine: number, entities?: ReadonlyMap<string, string>): ScannerState => ({
  here: { text: '', at: 0, line: firstLine, origin: 0, nameEnd: 0 },
  units: unitsOf('', ''),
  before: 0,
  held: '',
  tags: [],
  sawRoot: false,
  closedRoot: false,
  sawDoctype: false,
  entities,
  mayBeDeclaration: true,
});

export function goTo({ here }: ScannerState, { at, line, origin }: Readonly<Cursor>): void {
  here.at = at;
  here.line = line;
  here.origin = origin;
}

export function opened(state: ScannerState, events: XmlEvents, name: string): void {
  state.sawRoot = true;
  state.tags.push(name);
  events.open(name);
}

export function closed(state: ScannerState, events: XmlEvents): void {
  state.tags.pop();
  state.closedRoot = state.tags.length === 0;
  events.close();
}
