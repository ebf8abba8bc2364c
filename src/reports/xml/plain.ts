import { GREATER, LESS, LINE_FEED, SLASH, asciiTable, isNameCharacter, isNameStart } from './characters.ts';
import { memory } from './memory.ts';
import { PLAIN, values } from './plain-text.ts';
import { type ScannerState, type XmlEvents, closed, opened } from './state.ts';
import { standsAt } from './units.ts';

const NAME = asciiTable(isNameCharacter);
const NAME_START = asciiTable(isNameStart);
const names = memory(512, 48);

/**
 * Reads on as long as there are but text and tags without attributes, which is nearly everything. False where the text ends;
 * true at markup, or a reference, of another kind.
 */
export function readPlain(state: ScannerState, events: XmlEvents): boolean {
  const { here, tags, units } = state;
  const { codes } = units;
  const { length } = codes;
  let { at, line, origin } = here;
  for (;;) {
    const depth = tags.length;
    if (depth === 0) return true;
    // Text
    const start = at;
    let code = 0;
    let hash = 0;
    for (; at < length; at += 1) {
      code = codes[at] ?? 0;
      if (code < 128 ? PLAIN[code] === 1 : code < 0xd800) hash = (Math.imul(hash, 31) + code) | 0;
      else if (code !== LINE_FEED) break;
      else {
        line += 1;
        origin = at + 1;
      }
    }
    if (at === length) return false;
    if (code !== LESS) return true;
    if (at > start && events.wantsText()) events.text(values.stretch(units, start, at, hash));
    here.line = line;
    here.origin = origin;
    here.at = at;
    const first = codes[at + 1] ?? 0;
    let behind = at + 2;
    if (first === SLASH) {
      const due = tags[depth - 1] ?? '';
      behind += due.length;
      if (behind >= length) return !endsInName(codes, at + 2);
      if (codes[behind] !== GREATER || !standsAt(due, codes, at + 2)) return true;
      here.at = behind + 1;
      closed(state, events);
      ({ at, line, origin } = here);
    } else {
      if (at + 1 === length) return false;
      if (first >= 128 || NAME_START[first] !== 1) return true;
      hash = first;
      code = 0;
      for (; behind < length; behind += 1) {
        code = codes[behind] ?? 0;
        if (code >= 128 || NAME[code] !== 1) break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
      if (behind === length) return false;
      if (code !== GREATER) return true;
      const name = names.stretch(units, at + 1, behind, hash);
      here.at = behind + 1;
      opened(state, events, name);
      at = here.at;
    }
  }
}

/** Whether the text breaks off in a name: what it is shows when the rest has come. */
function endsInName(codes: Uint8Array | Uint16Array, from: number): boolean {
  for (let at = from; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code >= 128 || NAME[code] !== 1) return false;
  }
  return true;
}
