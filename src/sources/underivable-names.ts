import type { Net } from '../net/net.ts';

/**
 * The same world, for the names below one domain: where a label before a long name makes it too long for any question
 * (RFC 1035 §2.3.4), as `_dmarc.` does before one of 250 octets, no record can stand there and nothing is left to find out.
 */
export function withoutUnderivableNames(net: Net, domain: string): Net {
  const suffix = `.${domain}`;
  return {
    ...net,
    async resolve(name, type) {
      const answer = await net.resolve(name, type);
      const isImpossible = answer.status === 'failed' && answer.failure === 'name' && name.endsWith(suffix);
      return isImpossible ? { status: 'nxdomain', ttl: 0, authentic: false, via: [] } : answer;
    },
  };
}
