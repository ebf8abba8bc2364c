import { failed } from './chase.ts';
import type { Net } from './net.ts';

/**
 * Asks so many questions and no more; the rest fail as not asked. A mistyped list, or a hostile zone that leads from one
 * name to thousands, ends there.
 */
export function cappedNet(net: Net, most: number): Net {
  let left = most;
  const spent = (what: string): string => `${what} was not asked: the cap of ${most} questions is reached`;
  const within = (): boolean => left-- > 0;
  const refused = (what: string) => ({ status: 'failed', failure: 'unrecorded', reason: spent(what) }) as const;
  return {
    resolve: async (name, type) =>
      within() ? net.resolve(name, type) : failed('unrecorded', spent(`${name || '.'} ${type}`)),
    fetchText: async (url, limits) => (within() ? net.fetchText(url, limits) : refused(url)),
    probeSmtp: async (host, address) => (within() ? net.probeSmtp(host, address) : refused(`SMTP at ${host}`)),
    askServer: async (server, name, type) =>
      within() ? net.askServer(server, name, type) : refused(`${name} ${type} at ${server.name}`),
    close: () => net.close(),
  };
}
