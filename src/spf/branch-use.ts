import { recordToChange } from './own-records.ts';
import { authorisedBy, spfRanges } from './ranges.ts';
import { reducedInclude } from './reduced-include.ts';
import type { SpfTree, TermNode } from './tree.ts';

/** Messages that authenticated alike from one address, as DMARC reports tell them. */
export interface SeenMail {
  readonly signature: { readonly spf: readonly { readonly domain: string }[] };
  readonly sourceIp: string;
  readonly messages: number;
}

/** An include of the record, and the messages it let pass. */
export interface BranchUse {
  readonly node: TermNode;
  /** Undefined where nobody can list its addresses, so that no address speaks for it or against it. */
  readonly messages: number | undefined;
}
export interface Use {
  readonly branches: readonly BranchUse[];
  /** Messages for which the record was asked at all: those with the domain in the envelope-from, or as HELO name. */
  readonly messages: number;
}

/** How much mail each include of a record let pass; undefined where there is no single record. */
export function branchUse(tree: SpfTree, mail: Iterable<SeenMail>): Use | undefined {
  const record = recordToChange(tree);
  if (record === undefined) return undefined;
  const ranges = spfRanges({ ...tree, root: record });
  const passed = new Map<TermNode, number>();
  let messages = 0;
  for (const { signature, sourceIp, messages: count } of mail) {
    if (!signature.spf.some(({ domain }) => domain === tree.domain)) continue;
    messages += count;
    const authority = authorisedBy(ranges, sourceIp);
    if (typeof authority === 'object') passed.set(authority.branch, (passed.get(authority.branch) ?? 0) + count);
  }
  const includes = record.terms.filter(({ term, child }) => term.kind === 'include' && child?.state === 'record');
  const branches = includes.map((node) => {
    const isOpen = reducedInclude(node, new Set()).kept.length > 0;
    return { node, messages: isOpen ? undefined : (passed.get(node) ?? 0) };
  });
  return { branches, messages };
}
