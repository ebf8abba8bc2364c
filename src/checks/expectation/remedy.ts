import type { Expectations } from '../../core/expectations.ts';

/** What to do: either DNS is wrong, or what is expected of it; says where that is written down. */
export function remedy(what: string, { place }: Expectations): string {
  const where = place === undefined ? 'the expectations' : `\`${place.file}\` line ${place.line}`;
  return `${what}; or, if it is meant to be so, say so in ${where}`;
}

/** A list of names in a sentence. */
export const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
