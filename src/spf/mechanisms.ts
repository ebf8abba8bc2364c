import type { RrOf } from '../net/net.ts';
import { isSubdomainOf } from '../protocols/domain.ts';
import { parseIp } from '../protocols/ip.ts';
import { networkContains, networkOf } from '../protocols/network.ts';
import type { DomainSpec, HostTerm, MechanismTerm, NetworkTerm } from '../protocols/spf.ts';
import { expandMacros, macroLetters } from '../protocols/spf.ts';
import { bestName, validatedNames } from './client-names.ts';
import { ask, countLookup, isStop, macroValue, stop, type Session, type Stop } from './session.ts';
import { targetName } from './target-name.ts';

/** All mechanisms but `all` and `include`, which are the language and not a test. */
export type TestTerm = Exclude<MechanismTerm, { kind: 'all' | 'include' }>;

/** Whether a mechanism matches the client (RFC 7208 §5.3–§5.7), or why the evaluation ends. */
export async function matches(session: Session, term: TestTerm, domain: string): Promise<boolean | Stop> {
  if (isNetworkTerm(term)) return networkContains(term.network, session.client);
  const limit = countLookup(session);
  if (limit !== undefined) return limit;
  const target = await expandTarget(session, term.domain, domain);
  if (target === undefined) return false;
  if (isStop(target)) return target;
  switch (term.kind) {
    case 'a':
      return matchesHost(session, term, target.name, true);
    case 'mx':
      return matchesExchange(session, term, target.name);
    case 'exists': {
      // Always A, also for IPv6 clients (§5.7).
      const found = await ask(session, target.name, 'A');
      return isStop(found) ? found : found.length > 0;
    }
    default: {
      const names = await validatedNames(session);
      return isStop(names) ? names : names.some((name) => isSubdomainOf(name, target.name));
    }
  }
}

// The kinds `ip4` and `ip6` share one shape, which a comparison of kinds does not narrow to.
const isNetworkTerm = (term: TestTerm): term is NetworkTerm => term.kind === 'ip4' || term.kind === 'ip6';

/** The domain-spec as a name to ask for; undefined where no name comes of it, which is no match. */
export async function expandTarget(
  session: Session,
  spec: DomainSpec | undefined,
  domain: string,
): Promise<{ name: string } | undefined | Stop> {
  if (spec === undefined) return { name: domain };
  const letters = macroLetters(spec);
  // Labels cannot hold such a local-part, so the term matches nothing (RFC 8616 §4).
  if (letters.some((letter) => letter === 's' || letter === 'l') && !isAscii(session.sender.local)) return undefined;
  let name = 'unknown';
  if (letters.includes('p')) {
    // The PTR question of %{p} counts like a term of its own (§4.6.4).
    const limit = countLookup(session);
    if (limit !== undefined) return limit;
    const names = await validatedNames(session);
    if (isStop(names)) return names;
    name = bestName(names, domain);
  }
  const expanded = expandMacros(spec, (letter) => macroValue(session, letter, domain, name));
  const target = expanded === undefined ? undefined : targetName(expanded);
  return target === undefined ? undefined : { name: target };
}

// oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
export const isAscii = (text: string): boolean => /^[\x00-\x7F]*$/.test(text);

async function matchesHost(
  session: Session,
  term: HostTerm,
  name: string,
  countsVoid: boolean,
): Promise<boolean | Stop> {
  const { client } = session;
  const records = await ask(session, name, client.family === 4 ? 'A' : 'AAAA', countsVoid);
  if (isStop(records)) return records;
  const length = client.family === 4 ? (term.v4Length?.length ?? 32) : (term.v6Length?.length ?? 128);
  return records.some(({ address: text }) => {
    const address = parseIp(text);
    return address !== undefined && networkContains(networkOf(address, length), client);
  });
}

/** Hosts in order of preference; the eleventh that has to be asked ends the evaluation (§4.6.4, §5.4). */
async function matchesExchange(session: Session, term: HostTerm, name: string): Promise<boolean | Stop> {
  const records = await ask(session, name, 'MX');
  if (isStop(records)) return records;
  const { mxHosts, countMxHostVoids } = session.limits;
  for (const [index, { exchange }] of exchanges(records).entries()) {
    if (index === mxHosts) return stop('permerror', `${name} has more than ${mxHosts} MX hosts`);
    const matched = await matchesHost(session, term, exchange, countMxHostVoids);
    if (matched !== false) return matched;
  }
  return false;
}

/** MX hosts in the order they are looked at; a null MX (RFC 7505) is no host. */
export const exchanges = (records: readonly RrOf<'MX'>[]): RrOf<'MX'>[] =>
  records.filter(({ exchange }) => exchange !== '').toSorted((a, b) => a.preference - b.preference);
