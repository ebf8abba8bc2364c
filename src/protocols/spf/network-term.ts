import type { Network } from '../network.ts';
import { bitsOf, parseIp, unmapped } from '../ip.ts';
import { networkOf } from '../network.ts';
import { badPrefix, readPrefixLength } from './prefix-length.ts';
import { directive, invalid, invalidTerm, problem, type Pieces, type ReadTerm } from './reading.ts';
import type { SpfCode, SpfProblem, SpfTerm, Stretch } from './record.ts';

/** `ip4` and `ip6`: an address and an optional prefix length (RFC 7208 §5.6). */
export function readNetwork(pieces: Pieces, kind: 'ip4' | 'ip6'): ReadTerm {
  const { text, rest, at, end } = pieces;
  const slash = rest.indexOf('/');
  const written = rest.slice(1, slash < 0 ? undefined : slash);
  const where = { start: at + 1, end: at + 1 + written.length };
  if (!rest.startsWith(':') || written === '') {
    return invalid(pieces, 'missing-address', `"${text}" names no address`);
  }
  const family = kind === 'ip4' ? 4 : 6;
  const address = parseIp(written);
  if (address === undefined) {
    const [code, message] = badAddress(written, kind);
    return invalid(pieces, code, message, where);
  }
  const problems: SpfProblem[] = [];
  if (address.family !== family) {
    const message = `"${kind}:" holds the IPv${address.family} address ${written}`;
    const name = { start: at - kind.length, end: at };
    problems.push(problem('wrong-family', message, name, `ip${address.family === 4 ? 4 : 6}`));
  }
  const longest = bitsOf(address.family);
  const slashed = slash < 0 ? undefined : { text: rest.slice(slash + 1), start: at + slash, end };
  const prefix = slashed && readPrefixLength(slashed, longest);
  if (slashed !== undefined && prefix === undefined) problems.push(badPrefix(slashed, `IPv${address.family}`, longest));
  if (problems.length > 0) return { term: invalidTerm(pieces), problems };
  const network = networkOf(address, prefix?.length ?? bitsOf(family));
  const term: SpfTerm = {
    kind,
    ...directive(pieces),
    network,
    address: { text: written, ...where },
    ...(prefix && { prefix }),
  };
  return { term, problems: oddNetwork(written, address.bits, network, where) };
}

function oddNetwork(written: string, bits: bigint, network: Network, where: Stretch): SpfProblem[] {
  const { family, first, length } = network;
  if (first !== bits) {
    return [problem('host-bits', `${written}/${length} has bits set behind its prefix of ${length} bits`, where)];
  }
  if (family === 6 && length >= 96 && unmapped({ family, bits }).family === 4) {
    const message = `${written} is an IPv4-mapped address; such clients are compared as IPv4, so it never matches`;
    return [problem('mapped-address', message, where)];
  }
  return [];
}

function badAddress(written: string, kind: 'ip4' | 'ip6'): [code: SpfCode, message: string] {
  const family = kind === 'ip4' ? 'IPv4' : 'IPv6';
  const octets = written.split('.');
  if (kind === 'ip4' && octets.length === 4 && octets.every((octet) => /^[0-9]+$/.test(octet))) {
    if (octets.some((octet) => /^0[0-9]/.test(octet))) {
      return ['leading-zero', `An octet of "${written}" has a leading zero`];
    }
  }
  if (kind === 'ip4' && octets.length < 4 && octets.every((octet) => /^[0-9]{1,3}$/.test(octet))) {
    return [
      'bad-address',
      `"${written}" is not a whole IPv4 address: four octets are needed, also before a prefix length`,
    ];
  }
  return ['bad-address', `"${written}" is not an ${family} address`];
}
