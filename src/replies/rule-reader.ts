import { capitals } from './capitals.ts';
import type { Needed } from './needed.ts';
import { needsOf } from './pattern.ts';
import type { Rule, RuleSet } from './rule.ts';

/** Finds the first of many rules that fits a text. */
export type RuleReader = (text: string) => Rule | undefined;

/** A text that a rule needs. */
interface Lead {
  readonly rule: number;
  readonly text: string;
}

/** Characters by which leads are looked up; of a word of two characters, both. */
const BEGINNING = 3;
const SHORT = 2;

/**
 * Rules in their order, `own` ones of a set included where it is asked for. A rule is tried where a text is that it needs:
 * of some hundred that is a handful, and the others are never compiled, which took longer than all the rest of a short log.
 */
export function ruleReader(sets: readonly RuleSet[], isOwn = false): RuleReader {
  let read: RuleReader | undefined;
  // Most runs have nothing to judge.
  return (text) => (read ??= readerOf(sets, isOwn))(text);
}

function readerOf(sets: readonly RuleSet[], isOwn: boolean): RuleReader {
  const rules = sets.flatMap(({ rules: all, own = [], notOf }) =>
    (isOwn ? [...all, ...own] : all).map((rule) => ({ rule, notOf })),
  );
  // The number of the text that was read when a rule was last worth trying.
  const worth = new Float64Array(rules.length);
  const leads = leadsOf(sets, isOwn, worth);
  let texts = 0;

  const follow = (found: readonly Lead[] | undefined, text: string, at: number): void => {
    if (found === undefined) return;
    for (const lead of found)
      if ((worth[lead.rule] as number) < texts && text.startsWith(lead.text, at)) worth[lead.rule] = texts;
  };

  return (text) => {
    texts += 1;
    const whole = capitals(text);
    for (let at = 0; at + SHORT <= whole.length; at += 1) {
      follow(leads.get(whole.slice(at, at + BEGINNING)), whole, at);
      // Of scripts in which two characters are a word.
      if (whole.charCodeAt(at) > LAST_EUROPEAN) follow(leads.get(whole.slice(at, at + SHORT)), whole, at);
    }
    for (let number = 0; number < rules.length; number += 1) {
      if ((worth[number] as number) < texts) continue;
      const { rule, notOf } = rules[number] as (typeof rules)[number];
      if (notOf?.test(text) !== true && rule[0].test(text)) return rule;
    }
    return undefined;
  };
}

const LAST_EUROPEAN = 0x2fff;

/** By how they begin. Rules of which nothing is known are always worth trying. */
function leadsOf(sets: readonly RuleSet[], isOwn: boolean, worth: Float64Array): ReadonlyMap<string, readonly Lead[]> {
  const leads = new Map<string, Lead[]>();
  let rule = 0;
  for (const needed of sets.flatMap((set) => neededIn(set, isOwn))) {
    if (needed === undefined) worth[rule] = Number.POSITIVE_INFINITY;
    for (const text of needed ?? []) {
      const beginning = text.slice(0, BEGINNING);
      const present = leads.get(beginning);
      if (present === undefined) leads.set(beginning, [{ rule, text }]);
      else present.push({ rule, text });
    }
    rule += 1;
  }
  return leads;
}

/** The build has found it out beforehand. */
function neededIn({ rules, own = [], needed }: RuleSet, isOwn: boolean): readonly Needed[] {
  const all = needed ?? neededOf({ rules, own });
  return isOwn ? all : all.slice(0, rules.length);
}

/** What each rule of a set needs, its own ones last. */
export const neededOf = ({ rules, own = [] }: Pick<RuleSet, 'rules' | 'own'>): readonly Needed[] =>
  [...rules, ...own].map(([pattern]) => needsOf(pattern));
