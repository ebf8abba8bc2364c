import { ownCopy } from '../../core/own-copy.ts';

/** Distinct values remembered at a time. A report may name a new domain in every record; then remembering is no use. */
const VALUES_REMEMBERED = 8192;
/** Longer values hardly repeat. */
const LENGTH_REMEMBERED = 256;

/** Brings raw text into its form, once per distinct text: the same few domains stand in every record. */
export function interned(form: (raw: string) => string): (raw: string) => string {
  const remembered = new Map<string, string>();
  return (raw) => {
    const known = remembered.get(raw);
    if (known !== undefined) return known;
    const own = ownCopy(raw);
    const value = form(own);
    if (raw.length > LENGTH_REMEMBERED) return value;
    if (remembered.size >= VALUES_REMEMBERED) remembered.clear();
    remembered.set(own, value);
    return value;
  };
}
