import type { StreamRule } from '../../streams/rules.ts';
import type { Source } from './read-shape.ts';

/** A rule as its shape says it is. */
export type RawRule = Omit<StreamRule, 'origin'>;

/** Rules, each with where the file says it. */
export const streamRules = (rules: readonly RawRule[], { file, places }: Source): StreamRule[] =>
  rules.map((rule, index) => ({
    ...rule,
    origin: `rule ${index + 1} of ${file} line ${places.get(`streams[${index}]`)?.line ?? 1}`,
  }));
