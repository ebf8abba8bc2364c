/** Names of a certificate in a message: those of hosting services hold a hundred. */
const SHOWN_NAMES = 5;

/** `a`, `b` and 98 more. */
export function firstNames(names: readonly string[]): string {
  const first = names.slice(0, SHOWN_NAMES).map((name) => `\`${name}\``);
  const more = names.length - first.length;
  return first.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
