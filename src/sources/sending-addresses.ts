import { absent, found } from '../core/facts.ts';
import { evaluateSpf, type SpfResult } from '../spf/evaluate.ts';
import { defineSource } from './source.ts';

/** An address the user says mail leaves from, and what SPF of the domain says of it. */
export interface SendingAddress {
  readonly address: string;
  readonly spf: SpfResult;
}

export type Value = readonly SendingAddress[];

export default defineSource<Value>({
  absence: 'no address was named that mail leaves from (`--ip`)',
  async gather({ domain, net, hints }) {
    const addresses = hints.sendingAddresses ?? [];
    if (addresses.length === 0) return absent;
    return found(
      await Promise.all(
        addresses.map(async (address) => ({
          address,
          spf: await evaluateSpf(net, { ip: address, sender: `postmaster@${domain}`, helo: domain }),
        })),
      ),
    );
  },
});
