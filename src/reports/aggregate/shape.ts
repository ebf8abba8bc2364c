import type { Drafts } from './drafts.ts';
import { type Element, RECORD, ROW, childOf } from './elements.ts';
import { WORD } from './words.ts';

type Hook = (drafts: Drafts) => void;

/** A value in the tail of a record. */
export interface Step {
  /** What stands in front of it. */
  readonly markup: DataView;
  /** What begins and ends there. */
  readonly before: readonly Hook[];
  readonly value: NonNullable<Element['value']>;
}

/** How a record is written behind its count: its markup, and what becomes of the values between. */
export interface Shape {
  readonly steps: readonly Step[];
  /** The markup behind the last value, up to and with the end of the record. */
  readonly end: DataView;
  readonly after: readonly Hook[];
  readonly lines: number;
  /** Where the last line begins: in the markup of which step, and how many units behind its beginning. */
  readonly lastLine: { readonly step: number; readonly behind: number };
}

/** A tag with nothing in it but its name, and the blanks in front of it; or text. */
const TOKEN = /[\t\n ]*<(\/?)([A-Za-z_][\w.-]{0,63})>|([^<>&\n\r]+)/y;

/**
 * The shape of a tail that is known to be well-formed, and to begin within the `row` of a record. Undefined where there is more
 * in it than elements of the schema, one within the other, with a text in those that hold text.
 */
export function shapeOf(text: string): Shape | undefined {
  const open: { readonly element: Element; readonly name: string }[] = [
    { element: RECORD, name: 'record' },
    { element: ROW, name: 'row' },
  ];
  const steps: Step[] = [];
  let hooks: Hook[] = [];
  let lines = 0;
  let lastLine = { step: 0, behind: 0 };
  let start = 0;
  const markupUpTo = (end: number): DataView => {
    const markup = text.slice(start, end);
    const line = markup.lastIndexOf('\n');
    if (line !== -1) lastLine = { step: steps.length, behind: line + 1 };
    lines += markup.split('\n').length - 1;
    return new DataView(Uint8Array.from(markup, (char) => char.charCodeAt(0)).buffer);
  };

  for (let at = 0; open.length > 0; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, slash, name, value] = match;
    const { element, name: due } = open.at(-1) ?? { element: RECORD, name: '' };
    if (value !== undefined) {
      if (element.value === undefined || !text.startsWith('</', TOKEN.lastIndex)) return undefined;
      steps.push({ markup: markupUpTo(at), before: hooks, value: element.value });
      hooks = [];
      start = TOKEN.lastIndex;
    } else if (slash === '/') {
      if (name !== due) return undefined;
      open.pop();
      if (element.end !== undefined) hooks.push(element.end);
    } else {
      const child = name === undefined ? undefined : childOf(element, name);
      if (name === undefined || child === undefined) return undefined;
      open.push({ element: child, name });
      if (child.begin !== undefined) hooks.push(child.begin);
    }
    if (open.length === 0) break;
  }
  if (TOKEN.lastIndex !== text.length) return undefined;
  const shape = { steps, end: markupUpTo(text.length), after: hooks, lines, lastLine };
  return [...steps.map(({ markup }) => markup), shape.end].every(({ byteLength }) => byteLength >= WORD)
    ? shape
    : undefined;
}
