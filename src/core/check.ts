import type { Example } from './example.ts';
import type { Fact, Found, Settled, Span } from './facts.ts';
import type { Level } from './levels.ts';
import type { RecordChange } from './outcome.ts';

/** What a check can say. `{name}` in the text is a parameter that every finding of it must give. */
export interface Message {
  readonly level: Level;
  /** A sentence without full stop, the user's values in it, saying what is wrong. */
  readonly text: string;
}
export type Messages = Readonly<Record<string, Message>>;

type ParamNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;
export type Params<Text extends string> = Readonly<Record<ParamNames<Text>, string | number>>;

/** What a finding may carry besides its parameters. */
export interface Detail {
  readonly at?: Span;
  /** What to do here and now, in place of the check's general fix. */
  readonly fix?: string;
  /** The records to publish or remove, filled in for this domain. */
  readonly changes?: readonly RecordChange[];
  /** The name it is about, where that is not the audited domain itself. */
  readonly subject?: string;
}

/** The only way a check speaks. */
export interface Findings<M extends Messages> {
  /** The audited domain. */
  readonly domain: string;
  add<Key extends keyof M & string>(key: Key, params: Params<M[Key]['text']>, detail?: Detail): void;
  /** Part of what the check needed could not be found out. Findings made all the same stand. */
  inconclusive(reason: string): void;
  notApplicable(reason: string): void;
}

/** A standard, or a page, that stands behind a check. */
export interface Reference {
  /** `RFC 7208 §4.6.4`. */
  readonly label: string;
  readonly url: string;
}

export type FactsMap = Readonly<Record<string, Fact<unknown>>>;
// Distributes over the three states; the other two hold nothing.
type ValueOf<F> = F extends Found<infer T> ? T : never;

/**
 * One thing worth knowing about a domain. Pure and synchronous: facts in, findings out (law 1).
 *
 * `needs` are facts it cannot do without: absent makes the check *not applicable*, unknown makes it *inconclusive*;
 * `evaluate` is handed their values. `considers` are facts that may be absent; unknown makes it inconclusive as well;
 * `evaluate` is handed `found` or `absent`.
 */
export interface Check<F, Needs extends keyof F, Considers extends keyof F, M extends Messages> {
  /** Equal to the path below `checks/`. */
  readonly id: string;
  /** The healthy state, as a sentence without full stop. */
  readonly title: string;
  readonly refs: readonly Reference[];
  /** What goes wrong for mail. */
  readonly why: string;
  /** What to publish or change, in general. */
  readonly fix: string;
  readonly needs: readonly Needs[];
  readonly considers?: readonly Considers[];
  readonly messages: M;
  readonly examples: readonly Example[];
  /** Ids this check had before. */
  readonly formerly?: readonly string[];
  evaluate(
    facts: { readonly [K in Needs]: ValueOf<F[K]> } & { readonly [K in Considers]: Settled<ValueOf<F[K]>> },
    findings: Findings<M>,
  ): void;
}

/** Any check, seen from the engine: its facts and messages are its own affair. */
export type AnyCheck = Omit<Check<FactsMap, string, string, Messages>, 'evaluate'> & {
  // A method, so that each check may ask for narrower facts than the engine can name.
  evaluate(facts: never, findings: Findings<never>): void;
};
