import { recordText } from '../core/record-text.ts';
import type { Dns, Rr } from '../net/net.ts';
import { isSpfRecord } from '../protocols/spf.ts';

const TTL = 3600;

/** A text as character-strings of 255 octets at most (RFC 1035 §3.3). */
const textStrings = (text: string): string[] => text.match(/[^]{1,255}/g) ?? [''];

/**
 * What will be true once these SPF records are published: owner name → text. Each takes the place of the SPF record at
 * its name; all other records stay, the other TXT records among them.
 */
export function plannedDns(below: Dns, texts: ReadonlyMap<string, string>): Dns {
  return {
    async resolve(name, type) {
      const answer = await below.resolve(name, type);
      if (type !== 'TXT') return answer;
      const via = answer.status === 'failed' ? [] : answer.via;
      const owner = via.at(-1) ?? name;
      const text = texts.get(owner);
      if (text === undefined) return answer;
      const standing: readonly Rr[] = answer.status === 'ok' ? answer.records : [];
      const others = standing.filter((rr) => rr.type !== 'TXT' || !isSpfRecord(recordText(rr)));
      const planned = { name: owner, type: 'TXT', ttl: TTL, strings: textStrings(text) } as const;
      const records = [...others, planned];
      // The question is for TXT, so these are the records it asks for, which the compiler cannot see.
      return { status: 'ok', records, ttl: TTL, authentic: false, via } as unknown as typeof answer;
    },
    close: () => below.close(),
  };
}
