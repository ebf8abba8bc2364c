import type { Dns } from '../../net/net.ts';
import { parseIp, reverseName, type IpAddress } from '../../protocols/ip.ts';
import type { Host } from '../../streams/host.ts';

/** As many PTR names as SPF looks at (RFC 7208 §4.6.4); a reverse zone may hold thousands for one address. */
const MOST_NAMES = 10;

/** What was found out about an address: its host, `none` without a PTR record, or that nobody could say. */
export type HostAnswer = Host | 'none' | 'failed';

/**
 * The name of an address, and whether the name leads back to it (iprev, RFC 8601 §2.7.3; RFC 1912 §2.1). Whoever has the
 * address writes the PTR record, so only a name that leads back says anything; of several, the first that does.
 */
export async function hostOf(address: IpAddress, net: Dns): Promise<HostAnswer> {
  const answer = await net.resolve(reverseName(address), 'PTR');
  if (answer.status === 'failed') return 'failed';
  if (answer.status !== 'ok') return 'none';
  const names = [...new Set(answer.records.map(({ target }) => target))].toSorted().slice(0, MOST_NAMES);
  const hosts = await Promise.all(
    names.map(async (name): Promise<Host> => ({ name, confirmed: await leadsBack(name, address, net) })),
  );
  return (
    hosts.find(({ confirmed }) => confirmed === true) ??
    hosts.find(({ confirmed }) => confirmed === undefined) ??
    hosts[0] ??
    'none'
  );
}

/** Undefined where it could not be found out. */
async function leadsBack(name: string, { family, bits }: IpAddress, net: Dns): Promise<boolean | undefined> {
  const answer = await net.resolve(name, family === 4 ? 'A' : 'AAAA');
  // What cannot stand in a question leads nowhere.
  if (answer.status === 'failed') return answer.failure === 'name' ? false : undefined;
  return answer.status === 'ok' && answer.records.some(({ address }) => parseIp(address)?.bits === bits);
}
