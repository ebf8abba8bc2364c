import { absent, found } from '../core/facts.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { defineSource } from './source.ts';

/** What mail server logs and event exports say became of the mail, where any were given. */
export type Value = Delivery;

export default defineSource<Delivery>({
  absence: 'no logs were given',
  gather: async ({ hints }) => (hints.delivery === undefined ? absent : found(hints.delivery)),
});
