import { isSubdomainOf } from '../protocols/domain.ts';
import { parseIp, reverseName } from '../protocols/ip.ts';
import { ask, isStop, type Session, type Stop } from './session.ts';

/**
 * The client's validated names (RFC 7208 §5.5): of the first ten PTR names those whose addresses hold the client's.
 * A name that cannot be looked up is skipped; where the PTR question itself fails there are none. The PTR question
 * can be void; the names' addresses are not the domain owner's affair and never count.
 */
export async function validatedNames(session: Session): Promise<readonly string[] | Stop> {
  const { client, limits } = session;
  const pointers = await ask(session, reverseName(client), 'PTR');
  if (isStop(pointers)) return pointers.result === 'permerror' ? pointers : [];
  const names = pointers.slice(0, limits.ptrNames).map(({ target }) => target);
  const validated = await Promise.all(names.map((name) => pointsBack(session, name)));
  return names.filter((_, index) => validated[index]);
}

async function pointsBack(session: Session, name: string): Promise<boolean> {
  const { client } = session;
  const records = await ask(session, name, client.family === 4 ? 'A' : 'AAAA', false);
  return !isStop(records) && records.some(({ address }) => parseIp(address)?.bits === client.bits);
}

/** The value of `%{p}` (§7.3): the domain itself, else a name below it, else any validated name. */
export const bestName = (names: readonly string[], domain: string): string =>
  names.find((name) => name === domain) ?? names.find((name) => isSubdomainOf(name, domain)) ?? names[0] ?? 'unknown';
