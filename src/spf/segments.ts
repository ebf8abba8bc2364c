import type { IpRange } from '../protocols/network.ts';

/**
 * What evaluation may come to for an address, while it goes through a record's terms. Several may be open where terms
 * depend on the message or could not be found out.
 */
export interface Outlook<Owner> {
  /** A mechanism with `+` may have matched; `owner` is the first that does. */
  readonly pass: boolean;
  /** A mechanism with another qualifier may have matched. */
  readonly other: boolean;
  /** No mechanism may have matched so far. */
  readonly open: boolean;
  readonly owner: Owner | undefined;
}

/** Addresses of one family with the same outlook. */
export interface Segment<Owner> extends Outlook<Owner> {
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * The outlook for every address of one family: the segments, sorted and apart, and `rest` for all others.
 * Changed in place; terms are painted on in the order of evaluation.
 */
export interface Paint<Owner> {
  readonly segments: Segment<Owner>[];
  rest: Outlook<Owner>;
}

/** How a term takes addresses: certainly or perhaps, with which qualifier. */
export interface Stroke<Owner> {
  readonly passes: boolean;
  readonly certain: boolean;
  readonly owner: Owner;
}

export const blank = <Owner>(): Paint<Owner> => ({
  segments: [],
  rest: { pass: false, other: false, open: true, owner: undefined },
});

/** Every address: `all`, or a term that may match anybody. */
export function paintEverything<Owner>(paint: Paint<Owner>, stroke: Stroke<Owner>): void {
  paint.rest = taken(paint.rest, stroke);
  for (const [index, segment] of paint.segments.entries()) {
    paint.segments[index] = { ...taken(segment, stroke), first: segment.first, last: segment.last };
  }
}

/** The addresses of one range. */
export function paintRange<Owner>(paint: Paint<Owner>, range: Omit<IpRange, 'family'>, stroke: Stroke<Owner>): void {
  const { segments } = paint;
  const from = firstNotBefore(segments, range.first);
  const painted: Segment<Owner>[] = [];
  const put = (first: bigint, last: bigint, outlook: Outlook<Owner>) => {
    if (first <= last) painted.push({ ...outlook, first, last });
  };
  let next = range.first;
  let to = from;
  for (let segment = segments[to]; segment !== undefined && segment.first <= range.last; segment = segments[++to]) {
    const start = segment.first > range.first ? segment.first : range.first;
    const end = segment.last < range.last ? segment.last : range.last;
    put(next, start - 1n, taken(paint.rest, stroke));
    put(segment.first, start - 1n, segment);
    put(start, end, taken(segment, stroke));
    put(end + 1n, segment.last, segment);
    next = end + 1n;
  }
  put(next, range.last, taken(paint.rest, stroke));
  segments.splice(from, to - from, ...painted);
}

function taken<Owner>(outlook: Outlook<Owner>, { passes, certain, owner }: Stroke<Owner>): Outlook<Owner> {
  if (!outlook.open) return outlook;
  return {
    pass: outlook.pass || passes,
    other: outlook.other || !passes,
    open: !certain,
    owner: outlook.owner ?? (passes && certain ? owner : undefined),
  };
}

/** Index of the first segment that does not end before `address`. */
export function firstNotBefore(segments: readonly { readonly last: bigint }[], address: bigint): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (segments[middle]!.last < address) low = middle + 1;
    else high = middle;
  }
  return low;
}
