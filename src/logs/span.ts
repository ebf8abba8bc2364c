const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a of a part of a text, by its characters: 32 bits, for tables that compare what they find. */
export function spanHash(text: string, start: number, end: number): number {
  let hash = OFFSET;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** V8 makes a slice of this length without copying, and compares two such texts many characters at a time. */
const SLICE_LENGTH = 13;

/** Whether `part` stands there. For parts that are only known at run time this is faster than `startsWith`. */
export function standsAt(text: string, start: number, part: string): boolean {
  if (part.length >= SLICE_LENGTH) return text.slice(start, start + part.length) === part;
  for (let at = 0; at < part.length; at += 1) if (text.charCodeAt(start + at) !== part.charCodeAt(at)) return false;
  return true;
}
