import { plural } from '../core/format.ts';
import { readable } from '../core/readable.ts';
import type { Line } from '../core/page.ts';
import type { Facts } from '../sources/all.ts';
import { bimiLines, dnsLines, tlsLines } from './transport-overview.ts';
import { keyLines } from './dkim-overview.ts';
import { SPF_LIMITS } from '../spf/limits.ts';
import { authorisedAddresses } from '../spf/ranges.ts';
import type { Count } from '../spf/count.ts';

/** A line or two on what stands there: what people look for first. */
export interface Overview {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** Facts every audit shows, whatever is checked. */
export const OVERVIEW_FACTS = [
  'existence',
  'spf',
  'dkim',
  'dmarc',
  'dmarcRecord',
  'mx',
  'providers',
  'wildcards',
] as const;

type Known = { readonly [Id in keyof Facts]?: Facts[Id] };

const RECORD_SHOWN = 120;
const ADDRESSES_SHOWN = 5;

export function overviewOf(facts: Known): Overview[] {
  if (facts.existence?.state === 'absent')
    return [{ label: 'DNS', lines: [[{ text: 'the domain does not exist', tone: 'bad' }]] }];
  return [
    { label: 'SPF', lines: spfLines(facts.spf) },
    { label: 'DKIM', lines: dkimLines(facts) },
    { label: 'DMARC', lines: dmarcLines(facts) },
    { label: 'MX', lines: mxLines(facts) },
    ...[
      { label: 'TLS', lines: tlsLines(facts) },
      { label: 'BIMI', lines: bimiLines(facts) },
      { label: 'DNS', lines: dnsLines(facts) },
    ].filter(({ lines }) => lines.length > 0),
  ];
}

function state(fact: { readonly state: string; readonly reason?: string } | undefined, missing: string): Line[] {
  if (fact?.state === 'unknown') return [[{ text: `could not be found out: ${fact.reason ?? ''}`, tone: 'muted' }]];
  return [[{ text: missing, tone: 'muted' }]];
}

function spfLines(spf: Known['spf']): Line[] {
  if (spf?.state !== 'found') return state(spf, 'no record');
  const tree = spf.value;
  const { root } = tree;
  if (root.state === 'several') return [[{ text: `${root.texts.length} records, so receivers use none`, tone: 'bad' }]];
  if (root.state !== 'record') return state(undefined, 'no record that can be read');
  const voids = tree.voids.ipv4.min;
  const over = tree.lookups.min > SPF_LIMITS.lookups;
  const addresses = authorisedAddresses(tree);
  return [
    shortened(readable(root.text.text)),
    [
      { text: `${amount(tree.lookups)} of ${SPF_LIMITS.lookups} lookups`, ...(over ? { tone: 'bad' } : {}) },
      ...(voids > 0 ? [` · ${voids} void`] : []),
      ` · authorises ${addressesText(addresses, tree.unknowns.length > 0)}`,
      ...(tree.unknowns.length > 0
        ? [{ text: ` · ${plural(tree.unknowns.length, 'question')} unanswered`, tone: 'warn' as const }]
        : []),
    ],
  ];
}

function addressesText({ ipv4, ipv6 }: ReturnType<typeof authorisedAddresses>, partial: boolean): string {
  if (ipv4 === 0 && ipv6 === 0n) return partial ? 'nobody that could be found out' : 'nobody';
  const text = plural(ipv4, 'IPv4 address', 'IPv4 addresses');
  return partial ? `at least ${text}` : text;
}

const amount = ({ min, max }: Count): string =>
  max === undefined ? `${min} or more` : max > min ? `${min}–${max}` : `${min}`;

function dkimLines({ dkim, wildcards }: Known): Line[] {
  if (dkim?.state !== 'found') return state(dkim, 'no key: nothing stands below _domainkey');
  return keyLines(dkim.value, wildcards?.state === 'found' ? wildcards.value.domainkey.records : []);
}

function dmarcLines({ dmarc, dmarcRecord }: Known): Line[] {
  if (dmarcRecord?.state !== 'found' || dmarc?.state !== 'found') return state(dmarcRecord, 'no record applies');
  const { domain, parsed, inherited } = dmarcRecord.value;
  const { walk } = dmarc.value;
  const policy =
    walk.policy.state === 'found'
      ? `${writtenTag(walk.policy.tag, parsed.value)}=${walk.policy.published}`
      : `p=${parsed.value.p ?? 'missing'}`;
  const rua = parsed.value.rua.map(({ address, text }) => readable(address ?? text));
  return [
    [
      policy,
      ...(parsed.value.testing ? [' · t=y'] : []),
      rua.length > 0 ? ` · rua → ${firstOf(rua)}` : ' · no aggregate reports',
      inherited ? ` · policy inherited from ${domain}` : ` · policy from ${domain}`,
    ],
    ...dmarc.value.differences.map(({ phrase }) => [{ text: phrase, tone: 'warn' as const }]),
  ];
}

const firstOf = (addresses: readonly string[]): string =>
  addresses.length <= ADDRESSES_SHOWN
    ? addresses.join(', ')
    : `${addresses.slice(0, ADDRESSES_SHOWN).join(', ')} and ${addresses.length - ADDRESSES_SHOWN} more`;

/** The tag that decides, where sp and np may not be written (RFC 9989 §4.7). */
function writtenTag(tag: 'p' | 'sp' | 'np', { sp, np }: { readonly sp?: string; readonly np?: string }): string {
  if (tag === 'np' && np !== undefined) return 'np';
  return tag !== 'p' && sp !== undefined ? 'sp' : 'p';
}

function mxLines({ mx, providers }: Known): Line[] {
  if (mx?.state !== 'found') return state(mx, 'no record');
  if (mx.value.hosts.length === 0) return ['null MX: the domain receives no mail'];
  const named =
    providers?.state === 'found'
      ? providers.value.filter(({ in: where }) => where === 'mx').map(({ provider }) => provider.name)
      : [];
  const names = [...new Set(named)];
  const hosts = names.length > 0 ? [...names] : mx.value.hosts.slice(0, 3).map(({ name }) => name);
  return [`${plural(mx.value.hosts.length, 'host')}: ${hosts.join(', ')}`];
}

/** Cut at a blank where there is one near, so that no term is shown in part. */
function shortened(text: string): string {
  if (text.length <= RECORD_SHOWN) return text;
  const blank = text.lastIndexOf(' ', RECORD_SHOWN);
  return `${text.slice(0, blank > RECORD_SHOWN / 2 ? blank : RECORD_SHOWN)} …`;
}
