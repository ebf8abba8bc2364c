import type { Settled } from '../../core/facts.ts';
import { unreachableBlock } from '../../protocols/ip-reserved.ts';
import { isFatal, parseSpf } from '../../protocols/spf.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { Mx } from '../../sources/mx.ts';
import type { Provider } from '../../providers/provider.ts';
import type { NamedProvider } from '../../sources/providers.ts';
import type { SendingAddress } from '../../sources/sending-addresses.ts';

/** What is known of where a domain's mail leaves from, before it has an SPF record. */
export interface Senders {
  readonly mx: Settled<Mx>;
  readonly providers: Settled<readonly NamedProvider[]>;
  readonly sendingAddresses: Settled<readonly SendingAddress[]>;
  readonly legacySpf: Settled<readonly TextRecord[]>;
}

/** Who hosts mailboxes, or forwards mail, also sends it; through a gateway or a parser it only comes in. */
const SENDING = new Set(['mailbox', 'forwarder', 'hosting']);

/**
 * A record for a domain that has none, and what to say of it; no record where a service takes the mail whose include we
 * do not know: its MX hosts are not those its mail leaves from.
 */
export function firstRecord(
  domain: string,
  isHost: boolean,
  senders: Senders,
): { readonly fix: string; readonly value?: string } {
  const { legacySpf } = senders;
  const legacy = legacySpf.state === 'found' ? legacySpf.value.find(({ text }) => !isFatal(parseSpf(text))) : undefined;
  if (legacy !== undefined)
    return { fix: 'publish the record of type SPF (99), which nobody asks for, as TXT', value: legacy.text };
  const { terms, unsure } = firstTerms(senders);
  if (terms.length > 0) {
    const value = `v=spf1 ${terms.join(' ')} ~all`;
    return { value, fix: `publish \`${value}\`, with an \`include:\` for every service that sends for \`${domain}\`` };
  }
  if (unsure.length > 0) return { fix: `publish a record with the \`include:\` that ${unsure.join(' and ')} asks for` };
  // Without an MX as well it says what the null MX says that mx/record proposes: there is no mail (RFC 7208 §10.1.2).
  const value = 'v=spf1 -all';
  const otherwise = isHost
    ? 'if it is a mail server that says this name in HELO, `v=spf1 a -all`'
    : 'if something does, name it in the record';
  return { value, fix: `publish \`${value}\` if nothing sends for \`${domain}\`; ${otherwise}` };
}

/** The addresses the user named, the service behind the MX, or else its hosts. */
function firstTerms({ mx, providers, sendingAddresses }: Senders): { terms: string[]; unsure: string[] } {
  const hosts = mx.state === 'found' ? mx.value.hosts : [];
  const named = providers.state === 'found' ? providers.value.filter((one) => one.in === 'mx') : [];
  const includes = new Set<string>();
  const unsure = new Set<string>();
  for (const { provider } of named) {
    const include = SENDING.has(provider.category) ? includeOf(provider) : undefined;
    if (include === undefined) unsure.add(provider.name);
    else includes.add(`include:${include}`);
  }
  const own = hosts.filter(({ name }) => !named.some(({ by }) => by === `MX ${name}`));
  const covered = new Set(own.flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6]));
  const addresses = sendingAddresses.state === 'found' ? sendingAddresses.value.map(({ address }) => address) : [];
  const networks = addresses
    .filter((address) => !covered.has(address) && unreachableBlock(address) === undefined)
    .map((address) => `${address.includes(':') ? 'ip6' : 'ip4'}:${address}`);
  return { terms: [...(own.length > 0 ? ['mx'] : []), ...includes, ...new Set(networks)], unsure: [...unsure] };
}

/** `_spf.google.com`, `spf.migadu.com`: other names of the catalogue may only be what includes lie below. */
const includeOf = ({ spfInclude, spfIncludes }: Provider): string | undefined =>
  spfInclude ?? spfIncludes?.find((name) => /^_?spf\./.test(name));
