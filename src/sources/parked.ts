import { absent, found } from '../core/facts.ts';
import { defineSource } from './source.ts';

/** The domain is said to send and receive no mail. */
export type Value = true;

export default defineSource<Value>({
  absence: 'nobody said that the domain is parked (`--parked`)',
  gather: async ({ hints }) => (hints.parked === true ? found(true) : absent),
});
