import type { Span } from '../../core/facts.ts';
import type { NameServer, Zone } from '../../sources/zone.ts';

/** The name in its NS record, as something to point at. */
export const spanOf = ({ name, place }: NameServer, domain: string): Span => ({
  source: `${domain} NS`,
  text: name,
  start: 0,
  end: name.length,
  ...(place === undefined ? {} : { place }),
});

/** Says which name servers could not be looked up, so that nobody takes their addresses for known. */
export function admitUnread({ nameServers }: Zone, findings: { inconclusive(reason: string): void }): void {
  for (const { state, name, reason = `the addresses of ${name}` } of nameServers)
    if (state === 'unknown') findings.inconclusive(reason);
}
