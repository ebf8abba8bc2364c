import { LESS } from '../xml/characters.ts';
import { PLAIN, values } from '../xml/plain-text.ts';
import type { Passage } from '../xml/scanner.ts';
import { type Units, cutOut } from '../xml/units.ts';
import type { Drafts } from './drafts.ts';
import { type Shape, shapeOf } from './shape.ts';
import { trimmed } from './values.ts';
import { isAt } from './words.ts';

/** Shapes remembered: a reporter has one for each number of signatures. */
const MOST = 24;
/** Units of a tail that is looked at to learn its shape. */
const LONGEST = 4096;

/**
 * Reads tails whose markup has been read before, though what they say has not: the markup is compared and the values are cut
 * out, without an event for each tag.
 */
export interface Shapes {
  /** The tail at `at`, where its shape is known: how long it is. Good until the next call. */
  find(units: Units, at: number): Passage | undefined;
  /** Takes over what the tail that was found says. */
  fill(drafts: Drafts): void;
  /** A tail that was not found has been read. */
  learn(units: Units, start: number, end: number): void;
}

export function createShapes(): Shapes {
  const shapes: Shape[] = [];
  const found = { length: 0, lines: 0, column: undefined as number | undefined };
  /** Of the shape that is being compared: where each value begins and ends, and its hash. */
  const cuts = new Int32Array(3 * LONGEST);
  let text: Units | undefined;

  function matches({ steps, end, lines, lastLine }: Shape, units: Units, bytes: DataView, start: number): boolean {
    const { codes } = units;
    let at = start;
    let lineAt = -1;
    for (let index = 0; index < steps.length; index += 1) {
      const markup = steps[index]?.markup ?? end;
      if (!isAt(markup, bytes, at)) return false;
      if (index === lastLine.step) lineAt = at + lastLine.behind;
      at += markup.byteLength;
      const value = at;
      let hash = 0;
      let code = 0;
      for (; at < codes.length; at += 1) {
        code = codes[at] ?? 0;
        if (PLAIN[code] !== 1) break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
      if (code !== LESS || at === value) return false;
      cuts[3 * index] = value;
      cuts[3 * index + 1] = at;
      cuts[3 * index + 2] = hash;
    }
    if (!isAt(end, bytes, at)) return false;
    if (lastLine.step === steps.length) lineAt = at + lastLine.behind;
    at += end.byteLength;
    found.length = at - start;
    found.lines = lines;
    found.column = lines === 0 ? undefined : at - lineAt;
    return true;
  }

  return {
    find(units, at) {
      const { bytes } = units;
      if (bytes === undefined) return undefined;
      for (let place = 0; place < shapes.length; place += 1) {
        const shape = shapes[place];
        if (shape === undefined || !matches(shape, units, bytes, at)) continue;
        if (place > 0) shapes.unshift(...shapes.splice(place, 1));
        text = units;
        return found;
      }
      return undefined;
    },
    fill(drafts) {
      const [shape] = shapes;
      if (shape === undefined || text === undefined) return;
      const { steps } = shape;
      // By number: in code that hardly runs, each turn of a `for … of` leaves an object behind.
      for (let index = 0; index < steps.length; index += 1) {
        const step = steps[index];
        if (step === undefined) return;
        for (const hook of step.before) hook(drafts);
        const said = trimmed(
          values.stretch(text, cuts[3 * index] ?? 0, cuts[3 * index + 1] ?? 0, cuts[3 * index + 2] ?? 0),
        );
        if (said !== '') step.value(drafts, said);
      }
      for (const hook of shape.after) hook(drafts);
    },
    learn(units, start, end) {
      if (units.bytes === undefined || end - start > LONGEST) return;
      const shape = shapeOf(cutOut(units, start, end));
      if (shape === undefined) return;
      if (shapes.length >= MOST) shapes.pop();
      shapes.unshift(shape);
    },
  };
}
