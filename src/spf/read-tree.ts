import type { Dns } from '../net/net.ts';
import { gatherTree } from './tree-gather.ts';
import { totalled } from './tree-totals.ts';
import type { SpfTree } from './tree.ts';

/**
 * Reads the whole include and redirect tree of a domain, not only as far as some client's first match. The same
 * include on two branches is counted twice, as receivers do. DNS failures end up in the tree, never as exceptions.
 */
export async function spfTree(domain: string, net: Dns): Promise<SpfTree> {
  const gathered = await gatherTree(domain, net);
  return totalled(gathered);
}
