const isByte = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256;

/**
 * A field of an entry: text, a list of bytes where it is not all printable, a list of either where the field comes more
 * than once, null where it was too long to be shown.
 */
export function fieldText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const list: readonly unknown[] = value;
  if (list.every(isByte)) return Buffer.from(list).toString('utf8');
  const [first] = list;
  // Once only: lists do not stand in lists of lists.
  if (typeof first === 'string') return first;
  return Array.isArray(first) && first.length > 0 && first.every(isByte)
    ? Buffer.from(first).toString('utf8')
    : undefined;
}
