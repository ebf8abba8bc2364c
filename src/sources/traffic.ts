import { absent, found } from '../core/facts.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { defineSource } from './source.ts';

/** What DMARC reports say about the domain's mail, where reports were given. */
export type Value = Traffic;

export default defineSource<Traffic>({
  absence: 'no DMARC reports were given (`--reports`)',
  gather: async ({ hints }) => (hints.traffic === undefined ? absent : found(hints.traffic)),
});
