import { catalogue, type Catalogue } from '../../src/providers/catalogue.ts';
import type { Provider } from '../../src/providers/provider.ts';
import { pslOrgDomain } from '../../src/dmarc-policy/psl.ts';
import type { DkimResult, DmarcRecord, ReportHead, SpfResult } from '../../src/reports/aggregate/row.ts';
import { attribute, type Attribution } from '../../src/streams/attribute.ts';
import type { Branches } from '../../src/streams/branch.ts';
import { newTallies, type Tallies } from '../../src/streams/tally.ts';

const SOURCES = [{ url: 'https://example.com', checked: '2026-10', evidence: 'vendor' }] as const;

/** Services made up for these tests, one of each kind that is treated differently. */
export const SERVICES: readonly Provider[] = [
  {
    id: 'post',
    name: 'Post',
    category: 'transactional',
    dkimDomains: ['post.test'],
    selectors: [{ match: /^post\d+$/, alone: true }],
    returnPaths: ['post.test'],
    spfIncludes: ['spf.post.test'],
    sources: SOURCES,
  },
  {
    id: 'tenant',
    name: 'Tenant',
    category: 'marketing',
    selectors: [{ match: 'tenant', alone: true }],
    runsOn: ['post'],
    sources: SOURCES,
  },
  {
    id: 'bulk',
    name: 'Bulk',
    category: 'marketing',
    dkimDomains: ['bulk.test'],
    selectors: [{ match: 'k1', alone: false }],
    returnPaths: ['bounce.bulk.test'],
    sources: SOURCES,
  },
  {
    id: 'other-bulk',
    name: 'Other Bulk',
    category: 'marketing',
    selectors: [{ match: 'k1', alone: false }],
    sources: SOURCES,
  },
  {
    id: 'desk',
    name: 'Desk',
    category: 'support',
    dkimDomains: ['desk.test'],
    returnPaths: ['desk.test'],
    sources: SOURCES,
  },
  {
    id: 'mailboxes',
    name: 'Mailboxes',
    category: 'mailbox',
    dkimDomains: ['mailboxes.test'],
    selectors: [{ match: 'mbx', alone: true }],
    returnPaths: ['out.mailboxes.test', 'mailboxes.example'],
    spfIncludes: ['spf.mailboxes.test'],
    ptr: ['out.mailboxes.test', 'mailboxes.example'],
    mailDomains: ['mailboxes.example'],
    sources: SOURCES,
  },
  {
    id: 'included',
    name: 'Included',
    category: 'marketing',
    spfIncludes: ['spf.included.test'],
    sources: SOURCES,
  },
  {
    id: 'gate',
    name: 'Gate',
    category: 'gateway',
    spfIncludes: ['spf.gate.test'],
    sources: SOURCES,
  },
  {
    id: 'relay',
    name: 'Relay',
    category: 'forwarder',
    dkimDomains: ['relay.test'],
    selectors: [{ match: 'arcsrs', alone: true }],
    returnPaths: ['srs.relay.test'],
    sources: SOURCES,
  },
];

export const services: Catalogue = catalogue(SERVICES);
export const organisation = (domain: string): string => pslOrgDomain(domain);

export const HEAD: ReportHead = {
  reporter: 'receiver.example',
  reportId: '1',
  begin: 1_759_276_800,
  end: 1_759_363_199,
  policyDomain: 'example.com',
  policy: { p: 'none' },
  errors: [],
};

/** `casa.example k1 pass`: domain, selector or `-`, result. */
export function dkim(text: string): DkimResult {
  const [domain = '', selector = '-', result = 'pass'] = text.split(' ');
  return { domain, ...(selector === '-' ? {} : { selector }), result };
}
/** `casa.example pass mfrom`: domain, result, scope. */
export function spf(text: string): SpfResult {
  const [domain = '', result = 'pass', scope] = text.split(' ');
  return { domain, result, ...(scope === undefined ? {} : { scope }) };
}

export interface RowText {
  readonly from?: string;
  readonly ip?: string;
  readonly count?: number;
  readonly dkim?: readonly string[];
  readonly spf?: readonly string[];
  /** What the report says DMARC made of it; relaxed alignment where not given, and nothing at all for `unsaid`. */
  readonly aligned?: 'unsaid' | readonly ('dkim' | 'spf')[];
  readonly overrides?: readonly string[];
  readonly envelopeFrom?: string;
}

/** A row of a report, as short as it can be said. */
export function row(text: RowText): DmarcRecord {
  const { from = 'example.com', ip = '192.0.2.1', count = 1, overrides = [], aligned, envelopeFrom } = text;
  const results = { dkim: (text.dkim ?? []).map((one) => dkim(one)), spf: (text.spf ?? []).map((one) => spf(one)) };
  const passes = (items: readonly { domain: string; result: string }[]): boolean =>
    items.some(({ domain, result }) => result === 'pass' && organisation(domain) === organisation(from));
  const said = (method: 'dkim' | 'spf'): boolean =>
    aligned === undefined || aligned === 'unsaid' ? passes(results[method]) : aligned.includes(method);
  return {
    sourceIp: ip,
    count,
    disposition: 'none',
    headerFrom: from,
    ...results,
    overrides: overrides.map((type) => ({ type })),
    ...(aligned === 'unsaid' ? {} : { dkimAligned: said('dkim'), spfAligned: said('spf') }),
    ...(envelopeFrom === undefined ? {} : { envelopeFrom }),
  };
}

export function period(rows: readonly DmarcRecord[]): { readonly tallies: Tallies; readonly keys: readonly number[] } {
  const tallies = newTallies();
  tallies.report(HEAD);
  return { tallies, keys: rows.map((one) => tallies.add(HEAD, one)) };
}

/** What is said of each row, in a period made of them all. */
export function judged(texts: readonly RowText[], branches?: Branches): Attribution[] {
  const { tallies, keys } = period(texts.map((text) => row(text)));
  const said = attribute(tallies, {
    catalogue: services,
    organisation,
    ...(branches === undefined ? {} : { branches }),
  });
  return keys.map((key) => {
    const attribution = said[key];
    if (attribution === undefined) throw new Error('a row without a judgement');
    return attribution;
  });
}

/** What is said of the last row, the others being what is known besides. */
export function last(texts: readonly RowText[], branches?: Branches): Attribution {
  const attribution = judged(texts, branches).at(-1);
  if (attribution === undefined) throw new Error('no row');
  return attribution;
}
