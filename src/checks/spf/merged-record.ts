import { isFatal, parseSpf, type SpfTerm } from '../../protocols/spf.ts';
import { SPF_LIMITS } from '../../spf/limits.ts';

const QUERYING = new Set<SpfTerm['kind']>(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);

/**
 * One record that lets through what any of these does: every mechanism once, then one `all`.
 * Undefined where one of them is broken, or where the terms alone would be too many.
 */
export function mergedRecord(texts: readonly string[]): string | undefined {
  const parsed = texts.map((text) => parseSpf(text.trim()));
  if (parsed.some((one) => isFatal(one))) return undefined;
  const terms = parsed.flatMap(({ value }) => withoutDeadTerms(value.terms));
  const alls = terms.filter(({ kind }) => kind === 'all');
  const redirects = [...new Set(terms.flatMap((term) => (term.kind === 'redirect' ? [term.domain.text] : [])))];
  const mechanisms = terms.filter(({ kind }) => !['all', 'redirect', 'exp', 'unknown-modifier'].includes(kind));
  const texted = mechanisms.map(({ text }) => text);
  const [only] = redirects;
  // A redirect is only followed where there is no `all` (§6.1), so beside one it becomes an include.
  if (alls.length === 0 && redirects.length === 1) texted.push(`redirect=${only}`);
  else texted.push(...redirects.map((domain) => `include:${domain}`), strictness(alls));
  if (new Set(terms.filter(({ kind }) => QUERYING.has(kind)).map(({ text }) => text)).size > SPF_LIMITS.lookups)
    return undefined;
  return ['v=spf1', ...new Set(texted)].join(' ');
}

/** What receivers never come to, they shall not come to in the merged record either. */
function withoutDeadTerms(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  const all = terms.findIndex(({ kind }) => kind === 'all');
  return all < 0 ? terms : terms.slice(0, all + 1).filter(({ kind }) => kind !== 'redirect');
}

/** Where the records disagree, `~all`: it refuses nothing that one of them let through. */
function strictness(alls: readonly SpfTerm[]): string {
  const wanted = new Set(alls.map(({ text }) => text.toLowerCase()));
  return wanted.size === 1 && wanted.has('-all') ? '-all' : '~all';
}
