import { printNetwork } from '../network.ts';
import type { MechanismTerm, PrefixLength, SpfRecord, SpfTerm, Stretch } from './record.ts';
import { isMechanismTerm } from './term.ts';

/** The record in canonical form: one blank between terms, names in small letters, networks as they are compared. */
export const printSpf = ({ terms }: Pick<SpfRecord, 'terms'>): string =>
  ['v=spf1', ...terms.map((term) => printTerm(term))].join(' ');

/** A term in canonical form; `+` is left out. What cannot be read is printed as it is. */
export function printTerm(term: SpfTerm): string {
  if (isMechanismTerm(term)) return `${term.qualifier === '+' ? '' : term.qualifier}${term.kind}${argument(term)}`;
  if (term.kind === 'invalid') return term.text;
  return term.kind === 'unknown-modifier' ? `${term.name}=${term.value.text}` : `${term.kind}=${term.domain.text}`;
}

function argument(term: MechanismTerm): string {
  if (term.kind === 'all') return '';
  if ('network' in term) return `:${printNetwork(term.network)}`;
  const domain = term.domain === undefined ? '' : `:${term.domain.text}`;
  if (term.kind === 'include' || term.kind === 'exists' || term.kind === 'ptr') return domain;
  return `${domain}${length('/', 32, term.v4Length)}${length('//', 128, term.v6Length)}`;
}

const length = (slash: string, whole: number, prefix: PrefixLength | undefined): string =>
  prefix === undefined || prefix.length === whole ? '' : `${slash}${prefix.length}`;

/** Looks behind itself: else each blank of a long run would be tried as the first. */
const BLANKS_BEHIND = /(?<! ) +$/;

/** The text without one of its terms and the blank before it. */
export function withoutTerm(text: string, { start, end }: Stretch): string {
  const before = text.slice(0, start).replace(BLANKS_BEHIND, '');
  const after = text.slice(end).replace(/^ +/, '');
  return after === '' ? before : `${before} ${after}`;
}

/** The text with another term, or other terms, in the place of one. */
export const replaceTerm = (text: string, { start, end }: Stretch, replacement: string): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** The text with a term more: in front of `all`, or of the first modifier, or at the end. */
export function withTerm({ text, terms }: SpfRecord, added: string): string {
  const next =
    terms.find(({ kind }) => kind === 'all') ?? terms.find(({ kind }) => kind === 'redirect' || kind === 'exp');
  if (next === undefined) return `${text.replace(BLANKS_BEHIND, '')} ${added}`;
  return `${text.slice(0, next.start)}${added} ${text.slice(next.start)}`;
}
