import { absent, found, type Fact, type Span } from '../core/facts.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Provider } from '../providers/provider.ts';
import type { RecordNode, TermNode } from '../spf/tree.ts';
import type { Dkim } from './dkim.ts';
import type { Mx } from './mx.ts';
import { defineSource } from './source.ts';

/** A service that a record of the domain itself names. */
export interface NamedSender {
  readonly provider: Provider;
  /** What names it, as a phrase: `include:amazonses.com`, `selector k2`, `MX aspmx.l.google.com`. */
  readonly by: string;
  readonly in: 'spf' | 'dkim' | 'mx';
  readonly at?: Span;
}

/** Who sends for the domain, as far as its own records tell. What a service includes in turn is the service's affair. */
export interface Senders {
  readonly named: readonly NamedSender[];
  /** The services the user expects, as far as they are known. */
  readonly expected: readonly Provider[];
  /** What could not be found out, and might name more. */
  readonly unknowns: readonly string[];
}

export type Value = Senders;

export default defineSource<Senders>({
  absence: 'no senders are said to be expected',
  async gather({ fact, catalogue, domain, hints }) {
    const ids = hints.expectations?.senders;
    // Nobody else asks, and a batch of thousands has no time to give away.
    if (ids === undefined) return absent;
    const [existence, spf, dkim, mx] = await Promise.all([fact('existence'), fact('spf'), fact('dkim'), fact('mx')]);
    if (existence.state === 'absent') return absent;
    const unknowns = [spf, dkim, mx].flatMap((one: Fact<unknown>) => (one.state === 'unknown' ? [one.reason] : []));
    const named = [
      ...(spf.state === 'found' ? spfSenders(spf.value.root, catalogue, unknowns) : []),
      ...(dkim.state === 'found' ? dkimSenders(dkim.value) : []),
      ...(mx.state === 'found' ? mxHosts(mx.value, catalogue, domain) : []),
    ];
    const expected = ids.flatMap((id) => catalogue.byId(id) ?? []);
    return found({ named, expected, unknowns });
  },
});

function spfSenders(node: RecordNode, catalogue: Catalogue, unknowns: string[]): NamedSender[] {
  if (node.state === 'failed') unknowns.push(node.reason);
  return node.terms.flatMap((one): NamedSender[] => {
    const provider = one.reachable ? providerOf(one, catalogue) : undefined;
    if (provider !== undefined) return [{ provider, by: one.term.text, in: 'spf', at: one.span }];
    return one.child === undefined ? [] : spfSenders(one.child, catalogue, unknowns);
  });
}

function providerOf({ term, target }: TermNode, catalogue: Catalogue): Provider | undefined {
  const names = term.kind === 'include' || term.kind === 'a' || term.kind === 'exists';
  if (term.kind !== 'redirect' && !(names && term.qualifier !== '-')) return undefined;
  // Macros stand in the left labels, and a name is looked up from the right.
  const name = target?.state === 'constant' ? target.name : term.text.slice(term.text.search(/[:=]/) + 1);
  return catalogue.bySpfInclude(name);
}

function dkimSenders({ selectors }: Dkim): NamedSender[] {
  return selectors.flatMap(({ selector, name, state, host, services, via, records }): NamedSender[] => {
    const provider = host ?? (services.length === 1 ? services[0] : undefined);
    if (provider === undefined || state !== 'published') return [];
    const target = via[0];
    const [record] = records;
    const text = target ?? record?.text ?? '';
    const place = target === undefined && record?.place !== undefined ? { place: record.place } : {};
    const source = `${name} ${target === undefined ? 'TXT' : 'CNAME'}`;
    const at = { source, text, start: 0, end: text.length, ...place };
    return [{ provider, by: `selector ${selector}`, in: 'dkim', at }];
  });
}

function mxHosts({ hosts }: Mx, catalogue: Catalogue, domain: string): NamedSender[] {
  return hosts.flatMap(({ name, preference, place }): NamedSender[] => {
    const provider = catalogue.byMx(name);
    if (provider === undefined) return [];
    const text = `${preference} ${name}`;
    const span = { source: `${domain} MX`, text, start: text.length - name.length, end: text.length };
    return [{ provider, by: `MX ${name}`, in: 'mx', at: { ...span, ...(place === undefined ? {} : { place }) } }];
  });
}
