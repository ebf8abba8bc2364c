import { isMechanismTerm, macroLetters, type DomainModifier, type MechanismTerm } from '../protocols/spf.ts';
import { printTerm } from '../protocols/spf/edit.ts';
import { isRead, type ReadRecord } from './own-records.ts';
import type { TermNode } from './tree.ts';

/** A mechanism in the place where evaluation comes to it. */
export interface Item {
  readonly node: TermNode;
  readonly term: MechanismTerm;
  /** As it has to be written in the record in hand. */
  readonly text: string;
}

/** A record as a plain row of mechanisms, and the modifiers that stay behind them. */
export interface Row {
  readonly items: readonly Item[];
  readonly modifiers: readonly string[];
  /** A redirect whose terms could not be written down in its place, with why; it is among the modifiers, too. */
  readonly redirect?: { readonly text: string; readonly why: string };
}

/**
 * The mechanisms receivers come to. A redirect is the same as the terms of the other record in its place (RFC 7208 §6.1),
 * where no term of it means its own domain in a way that cannot be spelt out, and no explanation changes hands (§6.2).
 */
export function rowOf(record: ReadRecord, follows: (domain: string) => boolean): Row {
  const items = itemsOf(record, record.domain) ?? [];
  const others = record.terms.filter(({ term }) => !isMechanismTerm(term) && term.kind !== 'redirect');
  const modifiers = others.map(({ term }) => term.text);
  const redirect = record.terms.find(({ term, reachable }) => reachable && term.kind === 'redirect');
  if (redirect === undefined) return { items, modifiers };
  const explains = others.some(({ term }) => term.kind === 'exp');
  const rest = explains ? 'the record has an explanation of its own' : restOf(redirect, record.domain, follows);
  if (typeof rest !== 'string') return { items: [...items, ...rest], modifiers };
  const { text } = redirect.term;
  return { items, modifiers: [...modifiers, text], redirect: { text, why: rest } };
}

/** What a redirect leads to, as items of the record in hand, or why not. */
function restOf(node: TermNode, home: string, follows: (domain: string) => boolean): Item[] | string {
  const { child, target } = node;
  if (target?.state === 'indeterminate') return 'where it leads depends on the message';
  if (child === undefined || !isRead(child) || child.fatal) return 'it leads to no record that can be read';
  if (!follows(child.domain)) return 'it is to stay';
  if (child.terms.some(({ term }) => term.kind === 'exp')) return 'the other record has an explanation of its own';
  const items = itemsOf(child, home);
  if (items === undefined) return 'a macro in the other record means its own domain';
  const next = child.terms.find(({ term, reachable }) => reachable && term.kind === 'redirect');
  const rest = next === undefined ? [] : restOf(next, home, follows);
  return typeof rest === 'string' ? rest : [...items, ...rest];
}

/** Undefined where a term cannot be written in another record. */
function itemsOf(record: ReadRecord, home: string): Item[] | undefined {
  const items: Item[] = [];
  for (const node of record.terms) {
    const { term, reachable } = node;
    if (!reachable || !isMechanismTerm(term)) continue;
    const text = record.domain === home ? term.text : elsewhere(term, record.domain);
    if (text === undefined) return undefined;
    items.push({ node, term, text });
  }
  return items;
}

/** `a` in the record of a.example is `a:a.example` everywhere else. */
function elsewhere(term: MechanismTerm, domain: string): string | undefined {
  if (term.kind === 'all' || 'network' in term) return term.text;
  if (term.domain !== undefined) return macroLetters(term.domain).includes('d') ? undefined : term.text;
  return printTerm({ ...term, domain: plainSpec(domain) });
}

const plainSpec = (text: string): DomainModifier['domain'] => ({ text, parts: [], constant: text, start: 0, end: 0 });
