import type { Answer, Dns, RecordType, Rr, RrOf } from '../../src/net/net.ts';

/** What stands at a name: text per type; `fails` names types that answer SERVFAIL, or all of them. */
export interface SpfOwner {
  readonly TXT?: readonly (string | readonly string[])[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  /** In order of preference, unless one says its own in front: `20 mx.example.com`. */
  readonly MX?: readonly string[];
  readonly PTR?: readonly string[];
  readonly CNAME?: string;
  readonly fails?: readonly RecordType[] | 'all';
}
export type SpfZone = Readonly<Record<string, string | SpfOwner>>;

export interface SpfWorld extends Dns {
  /** Every question, in order: `example.com TXT`. */
  readonly asked: string[];
}

/** A world of names and records; a string is the one TXT record of a name, what is not given does not exist. */
export function spfWorld(zone: SpfZone): SpfWorld {
  const owners = new Map(
    Object.entries(zone).map(([name, owner]) => [name, typeof owner === 'string' ? { TXT: [owner] } : owner]),
  );
  const asked: string[] = [];
  return {
    asked,
    async resolve(name, type) {
      asked.push(`${name} ${type}`);
      return answer(owners, name, type, []);
    },
    close: async () => {},
  };
}

const TTL = 3600;

function answer<T extends RecordType>(
  owners: ReadonlyMap<string, SpfOwner>,
  name: string,
  type: T,
  via: readonly string[],
): Answer<T> {
  const owner = owners.get(name);
  const nothing = { ttl: 0, authentic: false, via };
  if (owner === undefined) return { status: 'nxdomain', ...nothing };
  if (owner.fails === 'all' || owner.fails?.includes(type)) {
    return { status: 'failed', failure: 'servfail', reason: `SERVFAIL for ${name} ${type}` };
  }
  if (owner.CNAME !== undefined) return answer(owners, owner.CNAME, type, [...via, owner.CNAME]);
  const records = recordsOf(owner, name, type) as RrOf<T>[];
  return records.length === 0
    ? { status: 'nodata', ...nothing }
    : { status: 'ok', records, ttl: TTL, authentic: false, via };
}

function recordsOf(owner: SpfOwner, name: string, type: RecordType): Rr[] {
  const base = { name, ttl: TTL };
  switch (type) {
    case 'TXT':
      return (owner.TXT ?? []).map((text) => ({ ...base, type, strings: [text].flat() }));
    case 'A':
    case 'AAAA':
      return (owner[type] ?? []).map((address) => ({ ...base, type, address }));
    case 'MX':
      return (owner.MX ?? []).map((text, index) => {
        const [, preference = String(index * 10), exchange = ''] = /^(?:(\d+) )?(.*)$/.exec(text) ?? [];
        return { ...base, type, preference: Number(preference), exchange };
      });
    case 'PTR':
      return (owner.PTR ?? []).map((target) => ({ ...base, type, target }));
    default:
      return [];
  }
}
