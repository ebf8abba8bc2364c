import type { Catalogue } from '../providers/catalogue.ts';
import type { Branch } from './branch.ts';
import type { Homes } from './homes.ts';
import type { Sender } from './identify.ts';
import type { Ours } from './ours.ts';
import { purposeOf } from './purpose.ts';
import type { Signature } from './signature.ts';
import type { Stream, StreamClass } from './stream.ts';
import { tellingKeys } from './telling-key.ts';

/** What a row's stream is named by. */
export interface Belonging {
  readonly signature: Signature;
  readonly sourceIp: string;
  readonly sender: Sender;
  readonly homes: Homes;
  readonly streamClass: StreamClass;
  readonly ours: Ours;
  readonly organisation: (domain: string) => string;
  readonly branch: Branch;
  readonly catalogue: Catalogue;
  /** The own-domain selector most of the address's mail is signed with. */
  readonly keyOfAddress: string | undefined;
}

/** The stream a row belongs to. All that is forwarded, and all that is suspicious, is one stream per From domain. */
export function streamOf(row: Belonging): Stream {
  const { signature, sender, streamClass, organisation, branch } = row;
  const { headerFrom } = signature;
  if (streamClass === 'forwarded')
    return { id: `forwarded/${headerFrom}`, name: 'forwarded', sender: 'forwarded', purpose: 'forwarded', headerFrom };
  if (streamClass === 'suspicious')
    return { id: `suspicious/${headerFrom}`, name: 'suspicious', sender: 'suspicious', purpose: 'spoofed', headerFrom };
  const { provider } = sender;
  const purpose = purposeOf(provider, headerFrom, organisation(headerFrom));
  const named = (id: string, name: string, providerId?: string): Stream => ({
    id: `${id}/${purpose}/${headerFrom}`,
    name: purpose === 'unknown' ? name : `${name} · ${purpose}`,
    ...(providerId === undefined ? {} : { provider: providerId }),
    sender: id,
    purpose,
    headerFrom,
  });
  if (provider !== undefined) return named(provider.id, provider.name, provider.id);
  if (branch.kind === 'own') {
    // Several servers of one's own are several streams: told apart by the key they sign with, else by their SPF term.
    const which = ownKey(row) ?? row.keyOfAddress ?? branch.term;
    return named(`own:${which}`, `own server (${which})`, 'own');
  }
  return unnamed(row, named);
}

const ownKey = ({ signature, ours, catalogue }: Belonging): string | undefined =>
  tellingKeys(signature, ours, catalogue)[0]?.selector;

/** Senders nobody could name stay together by the strongest thing they share: a key, a return path, the domain's own SPF. */
function unnamed(row: Belonging, named: (id: string, name: string) => Stream): Stream {
  const { signature, sourceIp, homes, ours, organisation, keyOfAddress } = row;
  const key = ownKey(row) ?? keyOfAddress;
  if (key !== undefined) return named(`dkim:${key}`, `DKIM key ${key}`);
  const passed = [...signature.dkim, ...signature.spf].filter(
    ({ domain, result }) => result === 'pass' && domain !== '',
  );
  const foreign = passed.find(({ domain }) => !ours(domain));
  if (foreign !== undefined) return named(`via:${organisation(foreign.domain)}`, `via ${organisation(foreign.domain)}`);
  // Where DNS failed a receiver, SPF passed for other mail from the address.
  const isListed = passed.length > 0 || homes.authorised(signature.headerFrom, sourceIp);
  return isListed ? named('own-spf', 'own SPF record') : named('unnamed', 'unnamed sender');
}
