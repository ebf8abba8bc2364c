import { namedKeys } from './named-keys.ts';
import { networkLookup } from './networks.ts';
import type { Provider } from './provider.ts';
import { vendorNames } from './vendor-names.ts';

/** Providers a DKIM selector speaks for. */
export interface SelectorMatch {
  /** Providers the selector names by itself. */
  readonly alone: readonly Provider[];
  /** Providers that use the selector, as many others do; it only confirms other evidence. */
  readonly weak: readonly Provider[];
}

/** Looks a name up in one table: label boundaries, longest suffix first. */
export type ByName = (name: string) => Provider | undefined;

export interface Catalogue {
  readonly byId: (id: string) => Provider | undefined;
  /** By d= of a DKIM signature. */
  readonly byDkimDomain: ByName;
  /** By envelope-from domain, or by the CNAME or MX target of a customer's return-path name. */
  readonly byReturnPath: ByName;
  /** By the domain of an SPF `include:`, `redirect=` or `a:`; SPF macros in the left labels do no harm. */
  readonly bySpfInclude: ByName;
  /** By the host of an MX record, or the relay a log names. */
  readonly byMx: ByName;
  /** By the domain of a person's address, where a provider hosts all of it: gmail.com, not what lies below. */
  readonly byMailDomain: ByName;
  /** By the CNAME target of a `<selector>._domainkey` name. */
  readonly byDkimTarget: ByName;
  /** By a PTR name; forward confirmation is the caller's affair. */
  readonly byPtr: ByName;
  /** By a name below the vendor's own domain, for services that send for their customers: weaker than the tables above. */
  readonly byVendorName: ByName;
  readonly bySelector: (selector: string) => SelectorMatch;
  /** By an address that lies in a network the service publishes as its own; the smallest such network wins. */
  readonly byAddress: (address: string) => Provider | undefined;
}

type Domains = 'dkimDomains' | 'returnPaths' | 'spfIncludes' | 'mx' | 'dkimTargets' | 'ptr';

/** No DNS name is longer (RFC 1035 §2.3.4); stops a report from making us walk a name of a million labels. */
const MAX_NAME_LENGTH = 255;
/** Selectors remembered. Amazon SES alone gives every domain three of its own, so the memory has to have an end. */
const MAX_REMEMBERED_SELECTORS = 4096;

const NOBODY: SelectorMatch = { alone: [], weak: [] };

/**
 * Domains and selectors are compared without case (RFC 4343) and without the final dot. `foldedName` of the grammars does
 * the same; the catalogue imports none of them, so that it costs nothing at start.
 */
function folded(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

function tableOf(providers: readonly Provider[], domains: Domains): ReadonlyMap<string, Provider> {
  const table = new Map<string, Provider>();
  for (const provider of providers) {
    for (const suffix of provider[domains] ?? []) {
      const holder = table.get(suffix);
      // A tenant and its landlord may share a suffix: the tenant's name says more.
      if (holder && !provider.runsOn?.includes(holder.id)) continue;
      table.set(suffix, provider);
    }
  }
  return table;
}

const lookup = (providers: readonly Provider[], domains: Domains): ByName =>
  bySuffix(() => tableOf(providers, domains));

function bySuffix(build: () => ReadonlyMap<string, Provider>): ByName {
  const table = once(build);
  return (name) => {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const known = table();
    for (let suffix = folded(name); ;) {
      const provider = known.get(suffix);
      if (provider) return provider;
      const dot = suffix.indexOf('.');
      if (dot < 0) return undefined;
      suffix = suffix.slice(dot + 1);
    }
  };
}

/** Exact, except below an entry that begins with a dot, where the provider owns every name. */
function mailDomainLookup(providers: readonly Provider[]): ByName {
  const table = once(
    () =>
      new Map(
        providers.flatMap((provider) => (provider.mailDomains ?? []).map((domain) => [domain, provider] as const)),
      ),
  );
  return (name) => {
    if (name.length > MAX_NAME_LENGTH) return undefined;
    const known = table();
    const domain = folded(name);
    const exact = known.get(domain);
    if (exact !== undefined) return exact;
    for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      const provider = known.get(domain.slice(dot));
      if (provider !== undefined) return provider;
    }
    return undefined;
  };
}

interface Claim {
  readonly provider: Provider;
  readonly alone: boolean;
}
interface SelectorTable {
  readonly exact: ReadonlyMap<string, readonly Claim[]>;
  readonly patterns: readonly (Claim & { readonly pattern: RegExp })[];
  /** Who a selector is named after, which counts where nobody claims it. */
  readonly named: (selector: string) => Provider | undefined;
}

function selectorTableOf(providers: readonly Provider[]): SelectorTable {
  const exact = new Map<string, Claim[]>();
  const patterns: (Claim & { readonly pattern: RegExp })[] = [];
  for (const provider of providers) {
    for (const { match, alone } of provider.selectors ?? []) {
      if (typeof match === 'string') exact.set(match, [...(exact.get(match) ?? []), { provider, alone }]);
      else patterns.push({ provider, alone, pattern: match });
    }
  }
  return { exact, patterns, named: namedKeys(providers) };
}

function selectorMatch({ exact, patterns, named }: SelectorTable, selector: string): SelectorMatch {
  const claims = [...(exact.get(selector) ?? []), ...patterns.filter(({ pattern }) => pattern.test(selector))];
  if (claims.length === 0) {
    const provider = named(selector);
    return provider === undefined ? NOBODY : { alone: [provider], weak: [] };
  }
  const alone = new Set(claims.filter((claim) => claim.alone).map((claim) => claim.provider));
  const weak = new Set(claims.map((claim) => claim.provider).filter((provider) => !alone.has(provider)));
  return { alone: [...alone], weak: [...weak] };
}

function selectorLookup(providers: readonly Provider[]): (selector: string) => SelectorMatch {
  const table = once(() => selectorTableOf(providers));
  const remembered = new Map<string, SelectorMatch>();
  return (selector) => {
    if (selector.length > MAX_NAME_LENGTH) return NOBODY;
    const known = remembered.get(selector);
    if (known) return known;
    const match = selectorMatch(table(), folded(selector));
    if (remembered.size >= MAX_REMEMBERED_SELECTORS) remembered.clear();
    remembered.set(selector, match);
    return match;
  };
}

/** The matching tables over a list of providers. Each table is built when it is first asked. */
export function catalogue(providers: readonly Provider[]): Catalogue {
  const ids = once(() => new Map(providers.map((provider) => [provider.id, provider])));
  const networks = once(() => networkLookup(providers));
  return {
    byId: (id) => ids().get(id),
    byDkimDomain: lookup(providers, 'dkimDomains'),
    byReturnPath: lookup(providers, 'returnPaths'),
    bySpfInclude: lookup(providers, 'spfIncludes'),
    byMx: lookup(providers, 'mx'),
    byMailDomain: mailDomainLookup(providers),
    byDkimTarget: lookup(providers, 'dkimTargets'),
    byPtr: lookup(providers, 'ptr'),
    byVendorName: bySuffix(() => vendorNames(providers)),
    bySelector: selectorLookup(providers),
    byAddress: (address) => networks()(address),
  };
}

/** Selectors worth asking DNS for in a domain that uses the provider, in the order of its file, each once. */
export function selectorsToProbe(provider: Provider): readonly string[] {
  const probes = (provider.selectors ?? []).flatMap(({ match, probe = [] }) =>
    typeof match === 'string' ? [match, ...probe] : probe,
  );
  return [...new Set(probes)];
}
