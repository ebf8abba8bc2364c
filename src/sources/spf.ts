import { absent, found, unknown } from '../core/facts.ts';
import { spfTree } from '../spf/read-tree.ts';
import type { SpfTree } from '../spf/tree.ts';
import { defineSource } from './source.ts';

/** The SPF record of the domain with all it includes; there may be several records, or none that can be read. */
export type Value = SpfTree;

export default defineSource<SpfTree>({
  absence: 'there is no SPF record',
  async gather({ domain, net }) {
    const tree = await spfTree(domain, net);
    if (tree.root.state === 'failed') return unknown(tree.root.reason);
    return tree.root.state === 'none' ? absent : found(tree);
  },
});
