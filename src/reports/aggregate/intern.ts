/** Distinct values remembered at a time. A report may name a new domain in every record; then remembering is no use. */
const VALUES_REMEMBERED = 8192;
/** Longer values are comments, and hardly repeat. */
const LENGTH_REMEMBERED = 256;
/** V8 copies shorter slices by itself. */
const SLICE_LENGTH = 13;

/** A string of its own: a slice keeps the whole chunk alive that it was cut from. */
export const ownCopy = (text: string): string => (text.length < SLICE_LENGTH ? text : Buffer.from(text).toString());

/** Brings raw text into its form, once per distinct text: the same few domains stand in every record. */
export function interned(form: (raw: string) => string): (raw: string) => string {
  const remembered = new Map<string, string>();
  return (raw) => {
    const known = remembered.get(raw);
    if (known !== undefined) return known;
    const value = form(ownCopy(raw));
    if (raw.length > LENGTH_REMEMBERED) return value;
    if (remembered.size >= VALUES_REMEMBERED) remembered.clear();
    remembered.set(ownCopy(raw), value);
    return value;
  };
}
