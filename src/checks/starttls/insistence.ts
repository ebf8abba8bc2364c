import type { Settled } from '../../core/facts.ts';
import type { MtaSts } from '../../sources/mta-sts.ts';
import type { HostTlsa, Tlsa } from '../../sources/tlsa.ts';
import { promiseOf } from '../dane/verdict.ts';

/** Who insists on TLS with a host; everybody else takes what there is, and verifies nothing (RFC 7435). */
export interface Insistence {
  /** The TLSA records of the host, where senders go by them. */
  readonly dane: HostTlsa | undefined;
  /** An MTA-STS policy is enforced: the certificate has to be of a known authority, current, and for the host (RFC 8461 §4.2). */
  readonly mtaSts: boolean;
  /** `DANE`, `MTA-STS`, both; empty for nobody. */
  readonly words: string;
}

export function insistenceOn(host: string, tlsa: Settled<Tlsa>, mtaSts: Settled<MtaSts>): Insistence {
  const dane = promiseOf(host, tlsa.state === 'found' ? tlsa.value : undefined);
  const enforced = mtaSts.state === 'found' && mtaSts.value.inForce?.mode === 'enforce';
  const words = [...(dane === undefined ? [] : ['DANE']), ...(enforced ? ['MTA-STS'] : [])];
  return { dane, mtaSts: enforced, words: words.join(' and ') };
}
