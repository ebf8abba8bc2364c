import type { Expectations } from '../core/expectations.ts';
import { absent, found } from '../core/facts.ts';
import { defineSource } from './source.ts';

export type Value = Expectations;

export default defineSource<Value>({
  absence: 'nothing is said to be expected of the domain',
  gather: async ({ hints: { expectations } }) => (expectations === undefined ? absent : found(expectations)),
});
