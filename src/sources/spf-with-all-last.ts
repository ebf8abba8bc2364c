import { absent, found } from '../core/facts.ts';
import { behindAll, withAllLast } from '../spf/all-last.ts';
import { canChange, isRead, ownerOf } from '../spf/own-records.ts';
import { plannedDns } from '../spf/planned.ts';
import { spfTree } from '../spf/read-tree.ts';
import { everyNode } from '../spf/tree-walk.ts';
import type { SpfTree } from '../spf/tree.ts';
import { defineSource } from './source.ts';

/** The SPF of the domain as it would be if receivers came to what stands behind `all` in its own records. */
export type Value = SpfTree;

export default defineSource<SpfTree>({
  absence: 'nothing stands behind `all`',
  async gather({ domain, net, fact }) {
    const spf = await fact('spf');
    if (spf.state !== 'found') return spf;
    const texts = new Map<string, string>();
    for (const { node } of everyNode(spf.value)) {
      if (!isRead(node) || !canChange(spf.value, node)) continue;
      const moved = behindAll(node).filter(({ kind }) => kind !== 'all');
      if (moved.length === 0) continue;
      const terms = moved.map(({ text }) => text);
      texts.set(ownerOf(node), withAllLast(node, terms));
    }
    // What these terms lead to has not been asked for, as receivers never do.
    return texts.size === 0 ? absent : found(await spfTree(domain, plannedDns(net, texts)));
  },
});
