import type { Count } from './count.ts';
import { ownerOf, recordToChange } from './own-records.ts';
import { passingRanges, spfRanges } from './ranges.ts';
import type { SpfTree } from './tree.ts';

/** What a domain's SPF costs receivers (RFC 7208 §3.4, §4.6.4). */
export interface SpfCost {
  /** DNS-querying terms over the whole tree. */
  readonly lookups: Count;
  /** Lookups that find nothing, by the family of the client. */
  readonly voids: { readonly ipv4: Count; readonly ipv6: Count };
  /** Octets of the record's text. */
  readonly octets: number;
  /** Octets of the answer that holds it, other TXT records at the name included. */
  readonly answerOctets: number;
}

/** Header; type and class of the question; the name has two octets more than characters (RFC 1035 §4.1). */
const QUESTION_OCTETS = 12 + 4 + 2;

/** Nothing but zeros where there is no single record. */
export function costOf(tree: SpfTree): SpfCost {
  const { lookups, voids } = tree;
  const record = recordToChange(tree);
  if (record === undefined) return { lookups, voids, octets: 0, answerOctets: 0 };
  const answerOctets = QUESTION_OCTETS + ownerOf(record).length + record.octets;
  return { lookups, voids, octets: record.text.text.length, answerOctets };
}

/** Whether two trees let the same addresses pass for certain: what has to hold before a record may be proposed. */
export function passAlike(one: SpfTree, other: SpfTree): boolean {
  const passing = (tree: SpfTree): string =>
    ([4, 6] as const)
      .flatMap((family) => passingRanges(spfRanges(tree), family))
      .map(({ family, first, last }) => `${family} ${first} ${last}`)
      .join(',');
  return passing(one) === passing(other);
}
