import { absent, found, unknown, type Absent, type Fact, type Unknown } from '../core/facts.ts';
import { byName } from '../core/order.ts';
import type { Answer, Failure, RrOf } from '../net/net.ts';
import { tlsaName } from '../protocols/tlsa.ts';
import { recordsFact } from './answers.ts';
import { MOST_HOSTS, passedOver } from './first-hosts.ts';
import { defineSource, type World } from './source.ts';

/** Whether DNSSEC vouches for an answer; `unjudged` where no resolver we trust was asked, or none answered. */
export type Validated = boolean | 'unjudged';

/** What the mail hosts promise of their certificates (RFC 7672). */
export interface Tlsa {
  /** The MX answer. Without it, whoever forges that leads mail round all TLSA records (RFC 7672 §2.2.1). */
  readonly mx: Validated;
  /** Those with an address, each once, by preference; the domain itself where it has no MX. */
  readonly hosts: readonly HostTlsa[];
}
export interface HostTlsa {
  readonly host: string;
  /** The TLSA base domain: the host, or what it is an alias of (RFC 7672 §2.2.2). */
  readonly base: string;
  /** Its addresses: without it nobody asks for TLSA records (RFC 7672 §2.2.2). */
  readonly addresses: Validated;
  /** The answer about TLSA records. */
  readonly validated: Validated;
  /** Found is never empty. */
  readonly records: Fact<readonly TlsaRecord[]>;
  /** How the question failed. */
  readonly failure?: Failure;
}

export type TlsaRecord = RrOf<'TLSA'>;

export type Value = Tlsa;

export default defineSource<Tlsa>({
  absence: 'no host takes mail for the domain',
  async gather(world) {
    const { domain, net, hints } = world;
    // The question is that of the fact `mx`; waiting for that fact would mean waiting for addresses first.
    const answer = await net.resolve(domain, 'MX');
    if (answer.status === 'failed') return unknown(answer.reason);
    const hosts = answer.status === 'ok' ? exchanges(answer.records) : await implicitHost(world);
    if ('state' in hosts) return hosts;
    const trusted = hints.trustsResolver === true;
    const reachable = await Promise.all(hosts.slice(0, MOST_HOSTS).map((host) => hostTlsa(host, world, trusted)));
    const all = [...reachable.flat(), ...hosts.slice(MOST_HOSTS).map(unasked)];
    return all.length === 0 ? absent : found({ mx: trusted ? answer.authentic : 'unjudged', hosts: all });
  },
});

function exchanges(records: readonly RrOf<'MX'>[]): string[] {
  const sorted = records.toSorted((a, b) => a.preference - b.preference || byName(a.exchange, b.exchange));
  // The null MX names no host (RFC 7505).
  return [...new Set(sorted.map(({ exchange }) => exchange))].filter((exchange) => exchange !== '');
}

async function implicitHost({ domain, fact }: World): Promise<readonly string[] | Unknown | Absent> {
  const addresses = await fact('addresses');
  return addresses.state === 'found' ? [domain] : addresses;
}

const unasked = (host: string): HostTlsa => ({
  host,
  base: host,
  addresses: 'unjudged',
  validated: 'unjudged',
  records: unknown(passedOver('mail host')),
});

/** Empty for a host that has no address, and so takes no mail. */
async function hostTlsa(host: string, { net }: World, trusted: boolean): Promise<HostTlsa[]> {
  const [a, aaaa, own] = await Promise.all([
    net.resolve(host, 'A'),
    net.resolve(host, 'AAAA'),
    net.resolve(tlsaName(host), 'TLSA'),
  ]);
  const located = [a, aaaa].filter((answer) => answer.status === 'ok');
  if (located.length === 0 && [a, aaaa].every((answer) => answer.status !== 'failed')) return [];
  const judged = (answers: readonly Answer[]): Validated => {
    const known = answers.filter((answer) => answer.status !== 'failed');
    return trusted && known.length > 0 ? known.every((answer) => answer.authentic) : 'unjudged';
  };
  const at = (base: string, answer: Answer<'TLSA'>): HostTlsa[] => {
    const failure = answer.status === 'failed' ? { failure: answer.failure } : {};
    const validated = judged([answer]);
    return [{ host, base, addresses: judged([a, aaaa]), validated, records: recordsFact(answer), ...failure }];
  };
  const target = located[0]?.via.at(-1);
  if (target === undefined) return at(host, own);
  // An MX host should be no alias, but where it is, the name at the end comes first (RFC 7672 §2.2.3).
  const expanded = await net.resolve(tlsaName(target), 'TLSA');
  if (expanded.status === 'failed') return own.status === 'ok' ? at(host, own) : at(target, expanded);
  return expanded.status === 'ok' && (!trusted || expanded.authentic) ? at(target, expanded) : at(host, own);
}
