import { readdirSync, readFileSync } from 'node:fs';
import { getPublicSuffix } from 'tldts';
import { describe, expect, it } from 'vitest';
import { bitsOf } from '../../src/protocols/ip.ts';
import { parseNetwork, type Network } from '../../src/protocols/network.ts';
import { unreachableBlock } from '../../src/protocols/ip-reserved.ts';
import { providers as registry } from '../../src/providers/all.ts';
import type { Provider } from '../../src/providers/provider.ts';

const providers: readonly Provider[] = registry;
const TABLES = ['dkimDomains', 'dkimTargets', 'returnPaths', 'ownDomains', 'spfIncludes', 'mx', 'ptr'] as const;
const FOLDER = new URL('../../src/providers/', import.meta.url);

const suffixesOf = (provider: Provider): readonly string[] => TABLES.flatMap((table) => provider[table] ?? []);
const selectorsOf = (provider: Provider): readonly string[] =>
  (provider.selectors ?? []).flatMap(({ match, probe = [] }) => (typeof match === 'string' ? [match] : probe));
const patterns = providers.flatMap(({ id, selectors = [] }) =>
  selectors.flatMap(({ match, probe }) => (typeof match === 'string' ? [] : [{ id, pattern: match, probe }])),
);
const offenders = (isWrong: (provider: Provider) => boolean): string[] => providers.filter(isWrong).map(({ id }) => id);

describe('the registry', () => {
  it('holds every provider file, in order, under the id that is the file’s name', () => {
    const files = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ts') && /^export default /m.test(readFileSync(new URL(file, FOLDER), 'utf8')))
      .map((file) => file.slice(0, -'.ts'.length))
      .toSorted();
    expect(providers.map(({ id }) => id)).toEqual(files);
  });

  it('has no two providers of one name', () => {
    const names = providers.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('covers six hundred services', () => {
    expect(providers.length).toBeGreaterThanOrEqual(600);
  });

  it('knows networks of the services most mail comes from', () => {
    expect(providers.filter(({ networks = [] }) => networks.length > 0).length).toBeGreaterThanOrEqual(35);
  });

  it('says what a customer does to be aligned, for the services most used', () => {
    expect(providers.filter(({ alignment }) => alignment !== undefined).length).toBeGreaterThanOrEqual(60);
  });
});

describe('every provider', () => {
  it('has an id in kebab case', () => {
    expect(offenders(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('has a source with an https URL and a month', () => {
    const isWhole = ({ url, checked }: Provider['sources'][number]): boolean =>
      URL.canParse(url) && url.startsWith('https://') && /^20\d\d-(0[1-9]|1[0-2])$/.test(checked);
    expect(offenders(({ sources }) => sources.length === 0 || !sources.every(isWhole))).toEqual([]);
  });

  it('can be found by some table, or says whose infrastructure it runs on', () => {
    const isFindable = (p: Provider): boolean =>
      suffixesOf(p).length > 0 ||
      (p.selectors ?? []).length > 0 ||
      (p.runsOn ?? []).length > 0 ||
      (p.mailDomains ?? []).length > 0;
    expect(offenders((p) => !isFindable(p))).toEqual([]);
  });

  it('runs only on providers that exist, and not on itself', () => {
    const ids = new Set(providers.map(({ id }) => id));
    expect(offenders(({ id, runsOn = [] }) => runsOn.some((host) => host === id || !ids.has(host)))).toEqual([]);
  });

  it('gives its advice on alignment as a sentence without full stop', () => {
    expect(offenders(({ alignment }) => alignment !== undefined && !/^[A-Z].*[^.\s]$/.test(alignment))).toEqual([]);
  });
});

describe('every suffix', () => {
  it.each(TABLES)('in %s belongs to one provider, or to a tenant and its landlord', (table) => {
    const holders = new Map<string, Provider>();
    const contested: string[] = [];
    for (const provider of providers) {
      for (const suffix of provider[table] ?? []) {
        const holder = holders.get(suffix);
        holders.set(suffix, provider);
        if (!holder || provider.runsOn?.includes(holder.id) || holder.runsOn?.includes(provider.id)) continue;
        contested.push(`${suffix}: ${holder.id}, ${provider.id}`);
      }
    }
    expect(contested).toEqual([]);
  });

  it('is a lower-case domain of at least two labels', () => {
    const isDomain = (name: string): boolean =>
      name.length <= 253 && /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
    expect(providers.flatMap(suffixesOf).filter((suffix) => !isDomain(suffix))).toEqual([]);
  });

  it('is not a public suffix, under which everybody lives', () => {
    const isPublic = (name: string): boolean => getPublicSuffix(name, { validateHostname: false }) === name;
    expect(providers.flatMap(suffixesOf).filter(isPublic)).toEqual([]);
  });

  it('is not broader than a mail service: no cloud, search engine or software house as a whole', () => {
    const houses = new Set(
      [
        'amazon.com amazonaws.com cloudflare.com cloudflare.net intuit.com microsoft.com myshopify.com office365.us',
        'oraclecloud.com oracle.com twilio.com zoho.net',
      ].flatMap((line) => line.split(' ')),
    );
    expect(offenders((p) => suffixesOf(p).some((suffix) => houses.has(suffix)))).toEqual([]);
    // Google and Apple send much that no customer sends: only their PTR names may be read that broadly.
    const tables = TABLES.filter((table) => table !== 'ptr');
    const isHouse = (suffix: string): boolean => suffix === 'google.com' || suffix === 'apple.com';
    expect(offenders((p) => tables.some((table) => p[table]?.some(isHouse)))).toEqual([]);
  });

  it('is none of the includes the web quotes and DNS does not know', () => {
    const dead = new Set(['_spf.marketo.com', '_spf.mimecast.com', '_spf.pphosted.com', '_spf.intuit.com']);
    expect(offenders(({ spfIncludes = [] }) => spfIncludes.some((include) => dead.has(include)))).toEqual([]);
  });

  it('stands once in its table and is not covered by a shorter one of the same provider', () => {
    const redundant = providers.flatMap((provider) =>
      TABLES.flatMap((table) => {
        const suffixes = provider[table] ?? [];
        return suffixes.filter((a, i) => suffixes.some((b, j) => i !== j && (a === b || a.endsWith(`.${b}`))));
      }),
    );
    expect(redundant).toEqual([]);
  });
});

describe('every domain of people’s addresses', () => {
  const domains = providers.flatMap(({ id, mailDomains = [] }) => mailDomains.map((domain) => ({ id, domain })));

  it('is one provider’s', () => {
    const names = domains.map(({ domain }) => domain);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('is a lower-case domain, or a dot and one for all below', () => {
    const isDomain = (name: string): boolean => /^\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name);
    expect(domains.filter(({ domain }) => !isDomain(domain))).toEqual([]);
  });

  it('covers the mailbox providers of the world', () => {
    expect(new Set(domains.map(({ id }) => id)).size).toBeGreaterThanOrEqual(85);
  });
});

describe('every selector', () => {
  it('is one or more lower-case labels', () => {
    const isSelector = (selector: string): boolean => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(selector);
    expect(providers.flatMap(selectorsOf).filter((selector) => !isSelector(selector))).toEqual([]);
  });

  it('that is a common word names nobody alone', () => {
    const common =
      /^(api|crm|default|dk|dkim|email|key|info|mail|main|mkt|mta|mx|news|newsletter|notify|out|pm|post|relay|reply|selector|send|sender|server|sig|smtp|vip|www|[a-z])[-_]?\d*$/;
    const named = (p: Provider): boolean =>
      (p.selectors ?? []).some(
        (s) => s.alone && typeof s.match === 'string' && (common.test(s.match) || s.match.length < 3),
      );
    expect(offenders(named)).toEqual([]);
  });

  it('that names a provider alone names only one', () => {
    const claims = providers.flatMap(({ id, selectors = [] }) =>
      selectors.flatMap(({ match, alone }) => (alone && typeof match === 'string' ? [{ id, match }] : [])),
    );
    const contested = claims.filter(
      (a) =>
        claims.some((b) => b.id !== a.id && b.match === a.match) ||
        patterns.some(({ id, pattern }) => id !== a.id && pattern.test(a.match)),
    );
    expect(contested).toEqual([]);
  });
});

describe('a selector that names a service alone', () => {
  it('is no other’s, unless one runs on the other', () => {
    const related = (a: Provider, b: Provider): boolean =>
      a.runsOn?.includes(b.id) === true || b.runsOn?.includes(a.id) === true;
    const alone = providers.flatMap((provider) =>
      (provider.selectors ?? []).flatMap(({ match, alone: isAlone }) =>
        isAlone && typeof match === 'string' ? [{ provider, match }] : [],
      ),
    );
    const shared = alone.filter(({ provider, match }) =>
      providers.some(
        (other) =>
          other !== provider &&
          !related(provider, other) &&
          (other.selectors ?? []).some((s) => (typeof s.match === 'string' ? s.match === match : s.match.test(match))),
      ),
    );
    expect(shared.map(({ provider, match }) => `${match}: ${provider.id}`)).toEqual([]);
  });
});

describe('every selector pattern', () => {
  it('must match the whole of a lower-case selector and keeps no state', () => {
    const isWhole = ({ source, flags }: RegExp): boolean =>
      /^\^[^A-Z]*\$$/.test(source) && flags === '' && !source.includes('|');
    expect(patterns.filter(({ pattern }) => !isWhole(pattern))).toEqual([]);
  });

  it('is linear: one unbounded repetition at most, and none within another', () => {
    const isLinear = ({ source }: RegExp): boolean =>
      (source.match(/[+*]|\{\d+,\}/g) ?? []).length <= 1 && !/\)[+*{?]/.test(source);
    expect(patterns.filter(({ pattern }) => !isLinear(pattern))).toEqual([]);
  });

  it('matches the selectors it suggests to probe', () => {
    expect(patterns.filter(({ pattern, probe = [] }) => !probe.every((selector) => pattern.test(selector)))).toEqual(
      [],
    );
  });
});

describe('every network', () => {
  const published = providers.flatMap((provider) =>
    (provider.networks ?? []).map((text) => ({ provider, text, network: parseNetwork(text) })),
  );
  const parsed = published.flatMap(({ provider, text, network }) => (network ? [{ provider, text, network }] : []));
  const contains = (outer: Network, inner: Network): boolean => {
    const shift = BigInt(bitsOf(outer.family) - outer.length);
    return (
      outer.family === inner.family && outer.length <= inner.length && outer.first >> shift === inner.first >> shift
    );
  };

  it('is a network in CIDR notation, with the host bits cleared', () => {
    const isWhole = ({ text, network }: (typeof published)[number]): boolean => {
      const [address = ''] = text.split('/');
      const host = parseNetwork(`${address}/${network?.family === 4 ? 32 : 128}`);
      return network !== undefined && host?.first === network.first && text === text.toLowerCase();
    };
    expect(published.filter((one) => !isWhole(one)).map(({ text }) => text)).toEqual([]);
  });

  it('is part of the public internet', () => {
    const isReserved = ({ text }: (typeof parsed)[number]): boolean =>
      unreachableBlock(text.split('/')[0] ?? '') !== undefined;
    expect(parsed.filter(isReserved).map(({ text }) => text)).toEqual([]);
  });

  it('is what mail is sent from, not a network operator as a whole', () => {
    const isWide = ({ network: { family, length } }: (typeof parsed)[number]): boolean =>
      length < (family === 4 ? 15 : 36);
    expect(parsed.filter(isWide).map(({ text }) => text)).toEqual([]);
  });

  it('stands once with its service and is not covered by another of the same', () => {
    const covered = parsed.filter((a) =>
      parsed.some((b) => a !== b && a.provider === b.provider && contains(b.network, a.network)),
    );
    expect(covered.map(({ text }) => text)).toEqual([]);
  });

  /** Services of one house that publish what lies in each other's networks; the smaller network tells them apart. */
  const HOUSES: readonly (readonly [string, string])[] = [
    ['mandrill', 'mailchimp'], // Mandrill is Mailchimp's, its addresses are some of Mailchimp's
    ['gmx-web-de', 'ionos'], // both are of United Internet, with one mail centre
    ['salesforce-marketing-cloud', 'salesforce'], // both say what leaves Salesforce, the one what of it is campaigns
    ['outlook-com', 'microsoft-365'], // people's mailboxes leave through one /16 of Exchange Online
  ];
  it('is published by one service, or by services of one house, of which one has the smaller network', () => {
    const isOneHouse = (a: Provider, b: Provider): boolean =>
      a.runsOn?.includes(b.id) === true ||
      b.runsOn?.includes(a.id) === true ||
      HOUSES.some(([one, other]) => (one === a.id && other === b.id) || (one === b.id && other === a.id));
    const contested = parsed.flatMap((a) =>
      parsed
        .filter((b) => a.provider !== b.provider && contains(b.network, a.network))
        .filter((b) => !isOneHouse(a.provider, b.provider) || b.text === a.text)
        .map((b) => `${a.provider.id} ${a.text} in ${b.provider.id} ${b.text}`),
    );
    expect(contested).toEqual([]);
  });
});
