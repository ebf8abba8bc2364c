import type { ReplyClass } from './class.ts';
import type { Needed } from './needed.ts';
import type { Pattern } from './pattern.ts';

/**
 * A pattern over the reply's cluster (addresses, hosts, ids are tokens there: `<address>`), and what it means. `block`:
 * the sender is not welcome, though the class alone would not say so.
 */
export type Rule = readonly [says: Pattern, means: ReplyClass, severity?: 'block'];

export interface RuleSource {
  readonly url: string;
  /** When it was looked at, `YYYY-MM`. */
  readonly checked: string;
}

/** What one receiver, one mail server or one language says. Rules are read in their order; the first that fits wins. */
export interface RuleSet {
  /**
   * provider: words and codes nobody else uses; server: what mail servers themselves say; phrases: what everybody says,
   * in one language.
   */
  readonly kind: 'provider' | 'server' | 'phrases';
  /** Ids of the mailbox providers that say it. */
  readonly providers?: readonly string[];
  /** Rules that hold wherever they are read. */
  readonly rules: readonly Rule[];
  /** Rules that hold only where the provider is known: others say the same and mean something else. */
  readonly own?: readonly Rule[];
  /** A text that fits is none of the set's language: its patterns, dear to compile, are not asked. */
  readonly notOf?: RegExp;
  readonly sources: readonly RuleSource[];
  /** What each rule needs (see `needsOf`), `own` ones last; put in by the build, and otherwise found out when it is wanted. */
  readonly needed?: readonly Needed[];
}

export const defineRules = (set: RuleSet): RuleSet => set;
