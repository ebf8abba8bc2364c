import { absent, found } from '../core/facts.ts';
import type { CrowdedAlias } from '../net/zone/merge.ts';
import { defineSource } from './source.ts';

/** Names at and below the domain with more than a CNAME; never empty. Only files show that: a server loads no such zone. */
export type Value = readonly CrowdedAlias[];

export default defineSource<Value>({
  absence: 'no zone file shows a record beside a CNAME',
  gather: async ({ hints: { crowdedAliases = [] } }) => (crowdedAliases.length === 0 ? absent : found(crowdedAliases)),
});
