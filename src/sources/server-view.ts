import { absent, found, unknown, type Fact } from '../core/facts.ts';
import { recordText } from '../core/record-text.ts';
import type { Failure, Net, RecordType, RrOf } from '../net/net.ts';
import type { ServerAddress, ServerAnswer } from '../net/services.ts';
import { isDmarcVersion } from '../protocols/dmarc/version.ts';
import { isSpfRecord } from '../protocols/spf.ts';

/** What one name server says of a zone it is named for. */
export type ServerView =
  | {
      readonly state: 'authoritative';
      readonly server: ServerAddress;
      readonly serial: number;
      readonly nameServers: Fact<readonly string[]>;
      /** SPF records at the domain itself, sorted; octet strings. */
      readonly spf: Fact<readonly string[]>;
      /** DMARC records at `_dmarc`, or the CNAME there, sorted. */
      readonly dmarc: Fact<readonly string[]>;
      /** TTL of the domain's own TXT records, whole: no cache has taken from it. Seconds. */
      readonly textTtl?: number;
    }
  /**
   * - `lame`: it answers, and does not hold the zone (RFC 9499 §7); `reason` completes "it …"
   * - `unknown`: it could not be reached, which may be the fault of the network in between
   */
  | { readonly state: 'lame' | 'unknown'; readonly server: ServerAddress; readonly reason: string };

/** Answers that come from the server itself, and say that it does not serve the zone. */
export const LAME: Readonly<Partial<Record<Failure, string>>> = {
  refused: 'refuses to answer',
  servfail: 'answers SERVFAIL',
  notimp: 'answers NOTIMP',
  lame: 'refers elsewhere',
};

export async function serverView(server: ServerAddress, domain: string, net: Net): Promise<ServerView> {
  const soa = await net.askServer(server, domain, 'SOA');
  if (soa.status === 'failed') {
    const lame = LAME[soa.failure];
    return { state: lame === undefined ? 'unknown' : 'lame', server, reason: lame ?? soa.reason };
  }
  if (soa.status === 'referral') return { state: 'lame', server, reason: 'refers elsewhere' };
  const [record] = soa.status === 'ok' ? soa.records : [];
  if (record === undefined) return { state: 'lame', server, reason: 'holds no SOA record' };
  if (!soa.authoritative) return { state: 'lame', server, reason: 'answers without authority' };
  const [ns, text, dmarc] = await Promise.all([
    net.askServer(server, domain, 'NS'),
    net.askServer(server, domain, 'TXT'),
    net.askServer(server, `_dmarc.${domain}`, 'TXT'),
  ]);
  return {
    state: 'authoritative',
    server,
    serial: record.serial,
    nameServers: sorted(ns, ({ target }) => target),
    spf: sorted(text, recordText, isSpfRecord),
    dmarc: sorted(dmarc, recordText, isDmarcVersion),
    ...(text.status === 'ok' ? { textTtl: text.ttl } : {}),
  };
}

/** Behind a CNAME the records are the affair of other servers. */
function sorted<T extends RecordType>(
  answer: ServerAnswer<T>,
  print: (record: RrOf<T>) => string,
  wanted: (text: string) => boolean = () => true,
): Fact<readonly string[]> {
  if (answer.status === 'failed') return unknown(answer.reason);
  if (answer.status === 'referral') return absent;
  const [alias] = answer.via;
  if (alias !== undefined) return found([`CNAME ${alias}`]);
  return found(answer.status === 'ok' ? answer.records.map(print).filter(wanted).toSorted() : []);
}
